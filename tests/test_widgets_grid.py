"""The matrix grid: a list for every cell, and the same state as the lines of code it writes."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any

import ipywidgets
import pytest

import mediakit as mk
from mediakit.rankings import LIMIT
from mediakit.widgets import grid

FERRY = mk.load_case("larkhaven")
FERRY_ROWS = ["insured", "engine-room-dry"]


def ferry() -> Any:
    """The ferry's matrix, marked, with an expectation for each explanation."""
    m = mk.Matrix(FERRY).fill_from_case()
    for name in ("vehicle-fault", "ship-fault", "set-on-purpose"):
        m.expect(name, "a burned part on the deck")
    return m


def lists(shown: Any) -> dict[str, Any]:
    """The drop-down lists of a grid, by their label."""
    rows = [part for part in shown.children if isinstance(part, ipywidgets.HBox)]
    return {box.description: box for row in rows for box in row.children}


def told(shown: Any) -> str:
    """The live text of a grid as a person reads it."""
    text = re.sub(r"<style>.*?</style>", "", shown.children[-1].value)
    return unescape(re.sub(r"<[^>]+>", "", text.replace("<br>", "\n")))


def test_without_a_notebook_the_state_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Outside a notebook the order, what it hangs on and the limits are printed."""
    mk.widgets.matrix_grid(ferry())
    printed = capsys.readouterr().out
    assert "1. a fault in a parked vehicle" in printed
    assert "Hangs on one mark. It turns if engine-room-dry against vehicle-fault" in printed
    assert printed.index("Hangs on") < printed.index(LIMIT) < printed.index("No mark changed yet.")


def test_every_cell_has_a_list_of_its_own_name() -> None:
    """Each list is named after its row and its explanation, and offers the six marks."""
    boxes = lists(grid._grid(ferry(), FERRY_ROWS))
    assert len(boxes) == 2 * 4
    assert "insured: set by somebody" in boxes
    values = [value for _, value in boxes["insured: set by somebody"].options]
    assert values == ["", "CC", "C", "N", "I", "II", "NA"]


def test_a_list_starts_at_the_mark_that_is_there() -> None:
    """The grid begins where the matrix stands."""
    boxes = lists(grid._grid(ferry(), FERRY_ROWS))
    assert boxes["engine-room-dry: a fault in the ship"].value == "I"
    assert lists(grid._grid(mk.Matrix(FERRY), ["insured"]))["insured: set by somebody"].value == ""


def test_the_grid_and_its_code_agree() -> None:
    """The lines it writes, run on the same matrix, give the order that it shows."""
    m = ferry()
    shown = grid._grid(m, FERRY_ROWS)
    lists(shown)["engine-room-dry: a fault in a parked vehicle"].value = "II"
    text = told(shown)
    assert "1. set by somebody [set-on-purpose]: -1" in text
    line = next(line for line in text.splitlines() if line.startswith("m.rate("))
    assert line == 'm.rate("engine-room-dry", {"vehicle-fault": "II"})'
    m.rate("engine-room-dry", {"vehicle-fault": "II"})
    assert m.rank().leaders == ("set-on-purpose",)
    assert str(m.rank().places[0]) in text


def test_going_back_leaves_no_change() -> None:
    """A mark that is put back is no change, and the text is the one of the start."""
    shown = grid._grid(ferry(), FERRY_ROWS)
    before = told(shown)
    box = lists(shown)["insured: set by somebody"]
    box.value = "II"
    assert told(shown) != before
    box.value = "C"
    assert told(shown) == before


def test_the_matrix_that_was_given_stays_as_it_is() -> None:
    """Trying a mark in the grid does not mark the learner's own matrix."""
    m = ferry()
    before = repr(m)
    lists(grid._grid(m, FERRY_ROWS))["insured: set by somebody"].value = "II"
    assert repr(m) == before


def test_marks_given_later_do_not_move_the_grid(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell further down marks the same matrix: the grid above keeps to where it began."""
    kept: list[Any] = []
    monkeypatch.setattr(grid, "widgets_on", lambda: True)
    monkeypatch.setattr(grid, "show_view", kept.append)
    m = ferry()
    mk.widgets.matrix_grid(m, ["insured"])
    m.rate("insured", {"vehicle-fault": "II"})
    lists(kept[0])["insured: a fault in the ship"].value = "I"
    assert 'm.rate("insured", {"ship-fault": "I"})' in told(kept[0])
    assert "1. a fault in a parked vehicle [vehicle-fault]: 0" in told(kept[0])


def test_taking_a_mark_away_takes_the_order_away() -> None:
    """With a cell that has no mark there is no order, and the text says which cell it is."""
    shown = grid._grid(ferry(), FERRY_ROWS)
    lists(shown)["insured: set by somebody"].value = ""
    text = told(shown)
    assert "Not ranked yet" in text
    assert "insured is not rated against set-on-purpose yet" in text
    assert 'm.rate("insured", {"set-on-purpose": ...})' in text
    assert LIMIT in text


def test_no_order_before_the_question_is_asked() -> None:
    """Until each explanation has an expectation, the grid asks for it and shows no score."""
    text = told(grid._grid(mk.Matrix(FERRY).fill_from_case(), ["insured"]))
    assert "What should we also see if 'ship-fault' were true?" in text
    assert "Least evidence against" not in text


@pytest.mark.parametrize("case", ["larkhaven", "metrojet"])
@pytest.mark.parametrize("mark", ["II", "CC", "N"])
def test_an_open_question_gets_no_order_and_no_number(case: str, mark: str) -> None:
    """However its cells are marked, the text names no first, no score and no mark to turn it."""
    m = mk.Matrix(mk.load_case(case), question="who-ordered")
    rows = list(m.evidence)[:2]
    shown = grid._grid(m, rows)
    for box in lists(shown).values():
        box.value = mark
    text = told(shown)
    assert "Open question, no ranking" in text
    assert not re.search(r"Least|Hangs on|\]: -?\d|^\s*\d\.", text, re.M)
    assert LIMIT in text


def test_a_tie_is_told() -> None:
    """Two explanations with the same against them: the text says that there is no leader."""
    shown = grid._grid(ferry(), ["insured"])
    lists(shown)["insured: a fault in a parked vehicle"].value = "I"
    assert "are tied: there is no leader to overturn" in told(shown)


def test_an_unknown_row_is_named_with_the_choices() -> None:
    """A wrong id is answered with the ids that are there."""
    with pytest.raises(LookupError, match="insured"):
        mk.widgets.matrix_grid(ferry(), ["insurance"])


def test_a_text_of_a_case_is_no_markup() -> None:
    """What a case says is shown as text, also when it looks like HTML."""
    from mediakit.records import Evidence, Hypothesis, Question, When

    day = When(date(2031, 4, 4))
    question = Question("q", "What was it?")
    explanations = [Hypothesis(n, n, "q") for n in ("one", "not established")]
    row = Evidence("r", "<b>bold</b>", day, day)
    m = mk.Matrix(explanations, [row], question)
    assert "&lt;b&gt;bold" in grid._grid(m, ["r"]).children[0].value

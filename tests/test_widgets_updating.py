"""Moving a belief by hand: the text, the marks, the widget and the line of code agree."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.belief import Update
from mediakit.widgets import updating

LARKHAVEN = mk.load_case("larkhaven")


def shown(capsys: pytest.CaptureFixture[str], *given: Any, **named: Any) -> str:
    mk.widgets.update_tree(*given, **named)
    return capsys.readouterr().out


def moved(prior: object, ratio: object, origins: object, reports: int) -> Update:
    found = mk.update(prior, ratio, origins, reports)
    assert isinstance(found, Update)
    return found


@pytest.fixture
def desk() -> Any:
    """The widget as a notebook would show it, at its first state."""
    return updating._desk(moved("1 %", 3, 1, 6), "1 %", 3)


def box(desk: Any, label: str) -> Any:
    return next(b for b in desk.children if getattr(b, "description", "") == label)


@pytest.mark.parametrize(
    ("prior", "ratio", "naive", "collapsed"),
    [("1 %", 3, "99.5 %", "2.94 %"), ("5 %", 2, "96.4 %", "9.52 %")],
)
def test_nine_copies_of_one_origin(
    capsys: pytest.CaptureFixture[str], prior: str, ratio: int, naive: str, collapsed: str
) -> None:
    """The golden pairs: what nine copies seem to prove, and what their one origin does."""
    lines = shown(capsys, prior, ratio, origins=1, reports=9).splitlines()
    assert lines[3].endswith(f"  {naive}")
    assert lines[4].endswith(f"  {collapsed}")


def test_the_last_line_gives_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """The line to copy, run as it stands, gives the figures above it."""
    text = shown(capsys, ("2 %", "5 %"), 4, origins=(1, 2), reports=7)
    found = eval(text.splitlines()[-1], {"mk": mk})  # a line that our own code wrote
    assert repr(found).partition("\n")[0] == text.partition("\n")[0]
    assert found == moved(("2 %", "5 %"), 4, (1, 2), 7)


@given(
    prior=st.floats(0, 1),
    ratio=st.floats(0.01, 100),
    least=st.integers(0, 6),
    more=st.integers(0, 6),
    copies=st.integers(0, 8),
)
def test_marks_and_counts_are_whole(
    prior: float, ratio: float, least: int, more: int, copies: int
) -> None:
    """Whatever goes in: a hundred marks a block, and true and not true make up the whole."""
    found = moved(prior, ratio, (least, least + more), least + more + copies)
    for _, chance in updating._rows(found):
        marks = "".join(updating._block(chance)).replace(" ", "")
        assert len(marks) == updating.MARKS
        low, high = marks.count("●"), marks.count("●") + marks.count("◐")
        assert abs(low - chance.low * 100) <= 1
        assert abs(high - chance.high * 100) <= 1
        told = " ".join(updating._split(chance, 1000)).replace(",", "")
        ends = [int(n) for n in re.findall(r"\d+", told)]
        assert min(ends) + max(ends) == 1000


def test_a_small_chance_keeps_its_mark() -> None:
    """What is rare is not impossible: one mark of a hundred stands for it, and no fewer."""
    blocks = ["".join(updating._block(c)) for _, c in updating._rows(moved("1 in 5000", 2, 1, 2))]
    assert [b.count("●") for b in blocks] == [1, 1, 1]


def test_an_open_claim_has_nothing_to_move(capsys: pytest.CaptureFixture[str]) -> None:
    """For a claim that nobody has settled there is the factor: no chance, no marks, no line."""
    text = shown(capsys, "20 %", 2, LARKHAVEN.claims["who-ordered"])
    assert text.startswith("6 reports, one origin: multiply once, not six times.")
    assert "%" not in text
    assert "●" not in text


def test_a_claim_brings_its_own_counts(capsys: pytest.CaptureFixture[str]) -> None:
    """A claim that came out is traced, and its reports and origins stand in the line."""
    text = shown(capsys, "10 %", 3, LARKHAVEN.claims["captain-boat"])
    assert 'mk.update("10 %", 3, origins=1, reports=3)' in text


def test_choosing_in_the_widget_gives_the_line_of_code(desk: Any) -> None:
    """A second origin chosen in the widget is what mk.update gives for two."""
    box(desk, "Origins, at most").value = 2
    state = desk.children[-1].value
    assert "mk.update(&quot;1 %&quot;, 3, origins=(1, 2), reports=6)" in state
    low, high = moved("1 %", 3, (1, 2), 6).collapsed
    assert f"{low * 100:.3g} % to {high * 100:.3g} %" in state


def test_a_copy_more_moves_the_naive_figure_alone(desk: Any) -> None:
    """Reports change what copies seem to prove, and never what the origins do."""
    before = desk.children[-1].value
    box(desk, "Reports").value = 12
    after = desk.children[-1].value
    naive, once = (r"Each copy counted: ([\d.]+) %", r"Each origin counted once: ([\d.]+) %")
    assert set(re.findall(once, before)) == set(re.findall(once, after))
    assert set(re.findall(naive, before)).isdisjoint(re.findall(naive, after))


@pytest.mark.parametrize("prior", ["0.03", "3 %", "3 in 100", " 3/100 "])
def test_a_chance_is_read_as_people_write_it(desk: Any, prior: str) -> None:
    """All these are the same chance before."""
    box(desk, "Chance before").value = prior
    assert "Before: 3 %." in desk.children[-1].value


@pytest.mark.parametrize(
    ("label", "value", "told"),
    [
        ("Chance before", "rare", "is not a chance; write 0.03"),
        ("Chance before", "...", "is not a chance"),
        ("Chance before", "5", "for percent write &#x27;5 %&#x27;"),
        ("Ratio of one origin", "-2", "is not a ratio"),
        ("Ratio of one origin", "<b>", "&lt;b&gt;"),
        ("Origins, at most", 9, "give at least as many reports as origins"),
        ("Origins, at least", 4, "write the fewest first"),
    ],
)
def test_what_cannot_be_read_is_answered(desk: Any, label: str, value: object, told: str) -> None:
    """A box with something else in it is answered in one sentence, and the rest stays."""
    box(desk, label).value = value
    assert told in desk.children[-1].value
    assert "●" not in desk.children[-1].value


def test_the_state_is_heard_and_the_marks_have_words(desk: Any) -> None:
    """A screen reader hears the result, and reads the marks as a picture with the same words."""
    box(desk, "Reports").value = 7
    state = desk.children[-1].value
    assert 'role="status"' in state
    assert 'role="img" aria-label="Before: 1 %. Each copy counted: 95.7 %.' in state
    labels = [b.description for b in desk.children[:-1]]
    assert len(set(labels)) == 5
    assert all(labels)


def test_the_first_state_is_not_told_twice(desk: Any) -> None:
    """The counts and marks stand above the boxes as text, and below them once something changed."""
    assert "●" not in desk.children[-1].value
    box(desk, "Ratio of one origin").value = "4"
    assert desk.children[-1].value.count("of 1,000 claims") == 1
    assert "●" in desk.children[-1].value


def test_the_text_fits_a_narrow_page() -> None:
    """No line of counts and marks is wider than 60 letters, and marks alone are narrower still."""
    found = moved(("1 %", "5 %"), (2, 5), (1, 2), 6)
    assert max(map(len, updating._marks(found).splitlines())) <= 50
    assert max(len(line) for line in updating._counts(found).splitlines()[1:]) <= 60

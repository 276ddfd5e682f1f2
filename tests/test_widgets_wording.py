"""The boards of lesson 8: words matched with ranges, and a text put right under the lint."""

from __future__ import annotations

from typing import Any

import ipywidgets
import pytest

import mediakit as mk
from mediakit.widgets.matching import OPEN, _board, matched
from mediakit.widgets.rewriting import CLEAN, _desk, bench
from mediakit.wording import YARDSTICKS

TEXT = "Mayor Tolland bribed the judge.\n\nFog is likely\ntoday."
FAIR = "Ilse Morrow says that a clerk told her so; nobody has verified it."


@pytest.fixture(params=YARDSTICKS)
def stick(request: pytest.FixtureRequest) -> str:
    """The id of each yardstick."""
    return str(request.param)


def boxes(board: Any) -> dict[str, Any]:
    """The lists of a board by the word that they are for."""
    return {
        box.description.split("”")[0].strip("“"): box
        for box in board.children
        if isinstance(box, ipywidgets.Dropdown)
    }


# --- words and ranges --------------------------------------------------------------------------


def test_nothing_is_matched_at_first(stick: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Outside a notebook the function prints its state and shows nothing."""
    mk.widgets.match_ranges(yardstick=stick)
    name = YARDSTICKS[stick].name
    assert capsys.readouterr().out == f"On {name}: 0 of 7 matched, 7 still open.\nranges = {{}}\n"


def test_every_word_with_its_own_range_is_matched(stick: str) -> None:
    """The yardstick's own table is the one answer that is right throughout."""
    own = {band.words[0]: band.range for band in YARDSTICKS[stick].bands}
    found = matched(own, stick)
    assert found.right == tuple(own)
    assert repr(found).startswith(f"On {YARDSTICKS[stick].name}: 7 of 7 matched.\nranges")


def test_each_wrong_range_is_told_with_its_owner(stick: str) -> None:
    """For every pair that does not belong together, the word whose range it is is named."""
    bands = YARDSTICKS[stick].bands
    for mine in bands:
        for other in bands:
            found = matched({mine.words[0]: other.range}, stick)
            assert (found.right == ()) is (mine is not other)
            told = f'{other.range} belongs to "{other.words[0]}" there.'
            assert (told in repr(found)) is (mine is not other)


@pytest.mark.parametrize("range_", ["55–80 %", "55-80", "55 to 80 %", (55, 80), [55.0, 80.0]])
def test_a_range_is_read_however_it_is_written(range_: Any) -> None:
    """Dashes, words, a pair of numbers: all the same range."""
    assert matched({"Likely": range_}).right == ("likely",)


def test_a_second_word_of_a_step_stands_for_the_step() -> None:
    """"Probable" is the same step as "likely"."""  # fmt: skip
    assert matched({"probable": "55–80 %"}).right == ("likely",)


def test_what_is_not_on_the_yardstick_is_answered_with_what_is() -> None:
    """A word, a range or a yardstick that is not there brings the list."""
    with pytest.raises(LookupError, match="no word of PHIA called 'very likely'"):
        matched({"very likely": "80–90 %"}, "phia")
    with pytest.raises(ValueError, match="its ranges are: 1–5 %, 5–20 %"):
        matched({"likely": "50–80 %"})
    with pytest.raises(ValueError, match="is no range of ICD 203"):
        matched({"likely": ""})
    with pytest.raises(LookupError, match="no yardstick called 'kent'"):
        mk.widgets.match_ranges(yardstick="kent")


def test_board_and_line_of_code_agree(stick: str) -> None:
    """Choosing in the board gives the state that the line of code prints."""
    board = _board(matched(None, stick))
    chosen = {band.words[0]: band.range for band in YARDSTICKS[stick].bands[2:5]}
    for word, range_ in chosen.items():
        boxes(board)[word].value = range_
    state = board.children[-1].value
    assert "3 of 7 matched, 4 still open." in state
    assert 'role="status"' in state
    boxes(board)[next(iter(chosen))].value = ""
    assert "2 of 7 matched, 5 still open." in board.children[-1].value


def test_board_starts_where_it_is_told() -> None:
    """Ranges given at the start are chosen, the others open."""
    board = _board(matched({"likely": (55, 80)}))
    assert {w: b.value for w, b in boxes(board).items() if b.value} == {"likely": "55–80 %"}
    assert boxes(board)["unlikely"].options[0] == (OPEN, "")


def test_board_gives_no_hint_by_its_order(stick: str) -> None:
    """The words do not stand in the order of their ranges."""
    words = list(boxes(_board(matched(None, stick))))
    order = [band.words[0] for band in YARDSTICKS[stick].bands]
    assert sorted(words) == sorted(order)
    assert words not in (order, order[::-1])


# --- the bench ---------------------------------------------------------------------------------


def test_bench_tells_what_is_flagged_and_where() -> None:
    """Flags are counted; advice is told and not counted."""
    told = " ".join(repr(bench(TEXT)).split())
    assert told.startswith("1 flagged, in 1 of 2 paragraphs.")
    assert 'Paragraph 1, "bribed": unattributed accusation' in told
    assert 'Paragraph 2, advice, "likely"' in told
    assert told.endswith("yours = {}")


def test_bench_reads_the_text_as_it_stands_now() -> None:
    """A paragraph written anew is read in place of the old one."""
    found = bench(TEXT, {1: FAIR})
    assert found.text == f"{FAIR}\n\nFog is likely today."
    assert all(report.clean for report in found.reports)
    assert " ".join(CLEAN.split()) in " ".join(repr(found).split())


def test_a_paragraph_can_be_taken_out(capsys: pytest.CaptureFixture[str]) -> None:
    """Empty words leave it out of the text, and its number stays."""
    assert bench(TEXT, {1: " "}).text == "Fog is likely today."
    mk.widgets.rewrite_bench(TEXT, {1: ""})
    assert capsys.readouterr().out.startswith("1. (taken out)\n2. Fog is likely today.\n")


def test_what_was_not_changed_is_not_written_out() -> None:
    """The line to copy holds what is new, so that it stays short."""
    assert bench(TEXT, {1: "Mayor Tolland  bribed the judge.", 2: "Fog."}).code == (
        'yours = {2: "Fog."}'
    )


@pytest.mark.parametrize("words", ['He said "no".', "a\\b", "Küste – 5 %", "it's"])
def test_the_line_to_copy_gives_the_same_state(words: str) -> None:
    """Quotation marks and signs come back as they were written."""
    names: dict[str, Any] = {}
    exec(bench(TEXT, {2: words}).code, names)  # our own line, as a learner runs it
    assert bench(TEXT, names["yours"]) == bench(TEXT, {2: words})


def test_a_paragraph_that_is_not_there_is_named() -> None:
    """The message gives the numbers there are."""
    with pytest.raises(LookupError, match="no paragraph 3; the paragraphs are numbered 1 to 2"):
        mk.widgets.rewrite_bench(TEXT, {3: "Fog."})


def test_desk_and_line_of_code_agree() -> None:
    """Writing in a field gives the state of the line of code."""
    desk = _desk(bench(TEXT))
    desk.children[0].value = FAIR
    assert bench(TEXT, {1: FAIR}).remarks[0] in desk.children[-1].value
    state = desk.children[-1].value
    assert "Nothing flagged." in state
    assert 'role="status"' in state
    assert f"yours = {{1: &quot;{FAIR}&quot;}}" in state


def test_desk_keeps_what_a_learner_writes_as_text() -> None:
    """Signs of HTML are shown as they are and do nothing."""
    desk = _desk(bench(TEXT, {2: "<img src=x onerror=alert(1)>"}))
    assert "<img" not in desk.children[-1].value
    assert desk.children[1].value == "<img src=x onerror=alert(1)>"


def test_fields_have_names_of_their_own() -> None:
    """A screen reader hears which paragraph a field is for."""
    fields = [c for c in _desk(bench(TEXT)).children if isinstance(c, ipywidgets.Textarea)]
    assert [f.description for f in fields] == ["Paragraph 1 of 2", "Paragraph 2 of 2"]


@pytest.mark.parametrize("case", ["metrojet", "larkhaven"])
def test_the_lint_touches_a_part_of_the_faults_of_a_teaching_text(case: str) -> None:
    """Three of the ten, as the lesson says: words can be listed, and facts can't."""
    faulty = mk.teaching_text(case)
    found = bench(faulty.paragraphs)
    remarks = [f for report in found.reports for f in (*report.flags, *report.advice)]
    whole = " ".join(faulty.paragraphs)
    starts = [whole.index(fault.words) for fault in faulty.faults]
    where = [whole.index(remark.words) for remark in remarks]
    touched = {max(n for n, s in enumerate(starts) if s <= at) for at in where}
    assert len(touched) == 3

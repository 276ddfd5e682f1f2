"""The control for days: text first, and every way to a day gives the same text."""

from __future__ import annotations

from typing import Any

import pytest

import mediakit as mk
from mediakit.knowable import known_on
from mediakit.widgets import dating

CASE = mk.load_case("larkhaven").as_of("2019-04-24")


@pytest.fixture
def control() -> Any:
    """The control as a notebook would show it, at the first stop."""
    return dating._control(CASE, known_on(CASE, CASE.replay[0].on))


def parts(control: Any) -> tuple[Any, Any, Any, Any, Any]:
    list_, row, field, state = control.children
    return list_, row.children[0], row.children[1], field, state


def test_without_a_notebook_the_state_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Outside a notebook the function prints the day and shows nothing."""
    mk.widgets.date_control(CASE, "2019-03-25")
    assert capsys.readouterr().out == f"{known_on(CASE, '2019-03-25')!r}\n"


def test_every_way_to_a_day_gives_the_same_text(control: Any) -> None:
    """Button, list and field lead to one state, which ends with the line of code."""
    list_, before, after, field, state = parts(control)
    after.click()
    by_button = state.value
    assert "case.as_of(&quot;2019-03-20&quot;)" in by_button
    list_.value = CASE.replay[2].on
    assert state.value != by_button
    before.click()
    assert state.value == by_button
    field.value = "2019-04-22"
    field.value = "2019-03-20"
    assert state.value == by_button


def test_the_buttons_end_where_the_stops_end(control: Any) -> None:
    """Nothing comes before the first stop and nothing after the last."""
    _, before, after, field, _ = parts(control)
    assert (before.disabled, after.disabled) == (True, False)
    for _stop in CASE.replay[1:]:
        after.click()
    assert (before.disabled, after.disabled) == (False, True)
    assert field.value == "2019-04-24"


def test_a_day_between_two_stops_can_be_typed(control: Any) -> None:
    """The list then says that it is another day, and both buttons lead on from there."""
    list_, before, after, field, state = parts(control)
    field.value = "2019-03-22"
    assert list_.value is None
    assert "Known on 22 March 2019" in state.value
    after.click()
    assert field.value == "2019-03-25"
    before.click()
    assert field.value == "2019-03-20"


def test_what_is_no_date_is_answered_in_words(control: Any) -> None:
    """A slip in the field is told with the form that works, and the day stays."""
    _, _, after, field, state = parts(control)
    field.value = "the third of May"
    assert "write year-month-day" in state.value
    after.click()
    assert "Known on 20 March 2019" in state.value


def test_a_day_after_the_cut_shows_the_last_one(control: Any) -> None:
    """A control on a case that is cut never leads beyond the cut."""
    _, _, _, field, state = parts(control)
    field.value = "2020-02-10"
    assert field.value == "2019-04-24"
    assert "Marine Inquiry" not in state.value


def test_a_wrong_day_in_code_says_how_to_write_one() -> None:
    """The function answers a text that is no date as case.as_of does."""
    with pytest.raises(ValueError, match="write year-month-day"):
        mk.widgets.date_control(CASE, "26 December 2015")


def test_a_case_without_stops_needs_a_day() -> None:
    """With no stop to begin at, the message says to give a day."""
    with pytest.raises(ValueError, match="names no days to stop at"):
        mk.widgets.date_control(CASE.as_of("2019-01-01"))


def test_the_page_says_what_the_text_says(control: Any) -> None:
    """Apart from where lines break, the live text is the text that is printed."""
    shown = dating._told(known_on(CASE, "2019-04-24"))
    assert shown.split() == repr(known_on(CASE, "2019-04-24")).split()

"""The desk for lateral reading: scripted moves bring fixed results, and nothing later is shown."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.lateral import BUDGET, KINDS, read_laterally
from mediakit.records import ResultKind
from mediakit.widgets import desk as desks

FERRY = mk.load_case("larkhaven").as_of("2019-04-25")
METROJET = mk.load_case("metrojet").as_of("2015-12-27")
SCRIPTS = {
    "leaves at once and looks first": (
        ["search", "more", "open fuel-2017"], (0, 6, ["fuel-2017"], ["fuel-2017"]),
    ),
    "opens the first": (["search", "open same-letter"], (0, 3, ["same-letter"], [])),
    "reads the page three times": (["page"] * 3 + ["search"], (3, None, [], [])),
    "never leaves": (["page"] * BUDGET, (None, None, [], [])),
    "looks at everything": (["search", "more", "more", "more"], (0, None, [], [])),
    "opens twice": (
        ["search", "open same-letter", "open same-letter"], (0, 3, ["same-letter"], []),
    ),
    "searches twice": (["search", "search", "open chat-answer"], (0, 6, ["chat-answer"], [])),
}  # fmt: skip


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_has_one_result(name: str) -> None:
    """Moves on the page, results in view before the first was opened, what was opened."""
    actions, expected = SCRIPTS[name]
    log = mk.read_laterally(FERRY, "vollmer", actions)
    opened, independent = ([r.id for r in found] for found in (log.opened, log.independent))
    assert (log.on_the_page, log.looked_over, opened, independent) == expected


def test_each_way_of_reading_has_its_own_words() -> None:
    """No two of the scripts that differ are told the same."""
    told = {mk.read_laterally(FERRY, "vollmer", actions).why() for actions, _ in SCRIPTS.values()}
    assert len(told) >= len(SCRIPTS) - 1


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        (["open fuel-2017"], "no result is in view yet"),
        (["search", "open fuel-2017"], "no result in view called 'fuel-2017'"),
        (["look"], "the actions are: page, search, more, open ID, trace ID"),
        (["open"], "the actions are"),
        (["page again"], "the actions are"),
        ([None], "the actions are"),
    ],
)
def test_a_wrong_move_lists_the_right_ones(actions: Any, said: str) -> None:
    """What was written, and what can be done."""
    with pytest.raises(LookupError, match=said):
        mk.read_laterally(FERRY, "vollmer", actions)


def test_the_budget_holds() -> None:
    """A seventh move is refused, and an unknown subject lists those there are."""
    with pytest.raises(ValueError, match="there are 6 actions"):
        mk.read_laterally(FERRY, "vollmer", ["page"] * 7)
    with pytest.raises(LookupError, match="subjects are: vollmer"):
        mk.read_laterally(FERRY, "volmer")


@given(st.lists(st.sampled_from(["page", "search", "more", "open same-letter"]), max_size=BUDGET))
def test_a_move_never_takes_away_what_was_seen(actions: list[str]) -> None:
    """Whatever is done, the results in view only grow, and the count of moves is kept."""
    before: tuple[Any, ...] = ()
    for count in range(len(actions) + 1):
        try:
            log = read_laterally(FERRY, "vollmer", actions[:count])
        except LookupError:
            return  # opened before anything was in view
        assert log.seen[: len(before)] == before
        assert log.left == BUDGET - count
        before = log.seen


def test_nothing_later_lies_on_the_desk() -> None:
    """A page that came after the day is in no list, and with its subject unknown there is none."""
    early = mk.load_case("larkhaven").as_of("2019-04-22")
    log = mk.read_laterally(early, "vollmer", ["search", "more", "more"])
    assert {r.id for r in log.seen} == {"same-letter", "fuel-2017", "yearbook", "coastguard-view",
                                        "letter-itself"}  # fmt: skip
    with pytest.raises(LookupError):
        mk.read_laterally(mk.load_case("larkhaven").as_of("2019-04-01"), "vollmer")


@pytest.mark.parametrize("case", [FERRY, METROJET], ids=lambda c: c.id)
def test_results_are_mostly_sound_and_leads_are_no_sources(case: Any) -> None:
    """More than a third know something of their own; what we made up says so, in its list too."""
    results = list(case.results.values())
    assert len(results) == 9
    assert sum(r.independent for r in results) >= 4
    for result in results:
        lead = result.kind in (ResultKind.CHATBOT, ResultKind.SCREENSHOT)
        assert bool(result.traced) is lead
        assert not (lead and result.independent)
        if result.invented:
            assert "an example of ours" in " ".join(repr(result).split())


def test_the_words_of_the_desk_name_every_move() -> None:
    """The kinds of moves are those that the docstring tells of."""
    assert all(kind in (read_laterally.__doc__ or "") for kind in KINDS)


@pytest.fixture
def desk() -> Any:
    """The desk as a notebook would show it, nothing done yet."""
    return desks._Buttons(mk.read_laterally(FERRY, "vollmer"))


def press(desk: Any, words: str) -> None:
    """Press the button whose words begin like this."""
    next(b for b in desk.rows.children if b.description.startswith(words)).click()


def test_the_desk_and_the_line_of_code_agree(desk: Any) -> None:
    """Pressing buttons gives the state of the code twin, and the line to copy."""
    press(desk, "Leave the page")
    press(desk, "More results")
    press(desk, "Open: Report of an inspection")
    twin = mk.read_laterally(FERRY, "vollmer", ["search", "more", "open fuel-2017"])
    assert desk.log == twin
    assert "open fuel-2017&quot;]" in desk.state.value


def test_the_desk_ends_after_six_and_begins_again(desk: Any) -> None:
    """When the moves are spent, it says how one read, and one button is left."""
    for _ in range(BUDGET):
        press(desk, "Read the page again")
    assert [b.description for b in desk.rows.children] == ["Begin again with 6 actions"]
    assert "you have not left the page yet" in " ".join(desk.state.value.split("<br>")).replace(
        "\n", " "
    )
    press(desk, "Begin again")
    assert desk.log.done == ()

"""Grading cards: two steps that do not see each other, as text, as code and as a widget."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from importlib.resources import files
from typing import Any

import ipywidgets
import pytest

import mediakit as mk
from mediakit.cards import Card, grade_cards, load_cards, parse_cards
from mediakit.scales import Credibility, Reliability, read_range
from mediakit.widgets.grading_cards import Desk

DECK = load_cards("storm-night")
BEST = {card.id: read_range(Reliability, card.letters)[0].value for card in DECK}
LIKELIEST = {card.id: read_range(Credibility, card.figures)[0].value for card in DECK}
SOURCE = files("mediakit").joinpath("items", "cards.yaml").read_text("utf-8")


def step_of(mark: object) -> int | None:
    grade: Any = mark
    return grade.step if grade.judged else None


# --- the deck ----------------------------------------------------------------------------------


def test_the_deck_lies_off_the_diagonal_both_ways_and_on_it() -> None:
    """Good source with a poor item, poor source with a good item, and both together."""
    pairs = [
        (step_of(Reliability(BEST[c.id])), step_of(Credibility(LIKELIEST[c.id]))) for c in DECK
    ]
    judged = [(a, b) for a, b in pairs if a and b]
    assert any(a <= 2 and b >= 4 for a, b in judged)
    assert any(a >= 4 and b == 1 for a, b in judged)
    assert any(a == b for a, b in judged)
    assert any(a is None and b is not None for a, b in pairs), "an F with an item that is judged"


def test_no_card_tells_in_one_step_what_belongs_to_the_other() -> None:
    """The first step shows no item, the second no source and no field of it."""
    for card in DECK:
        assert card.item not in card.who()
        assert card.known not in card.who()
        for told in (card.source, card.access, card.record):
            assert told not in card.what()
        assert card.why not in card.who() + card.what() + repr(card)


def test_an_unknown_deck_lists_the_decks() -> None:
    """A mistyped deck is answered with the names there are."""
    with pytest.raises(LookupError, match="storm-night"):
        load_cards("storm")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("letters: A-B", "letters: B-A", "runs backwards"),
        ("letters: F", "letters: E-F", "written apart"),
        ('figures: "6"', 'figures: "7"', "not on the scale of credibility"),
        ("motive: clicks", 'motive: ""', "'motive' is empty"),
        ('chain: "0"', "chain: near", "is a count of steps"),
        ("- id: card 2", "- id: card 1", "taken already"),
        ("    motive: clicks\n", "", "motive"),
    ],
)
def test_a_fault_in_a_file_of_cards_is_told_at_its_line(old: str, new: str, told: str) -> None:
    """Each fault names its line and what is wrong."""
    assert old in SOURCE
    with pytest.raises(ValueError, match=told) as caught:
        parse_cards(SOURCE.replace(old, new, 1).encode())
    assert "line " in str(caught.value)


def test_an_empty_file_of_cards_says_how_to_begin() -> None:
    """Nothing in it is a fault with advice."""
    with pytest.raises(ValueError, match="begin it with 'cards:'"):
        parse_cards(b"")


# --- the state as text -------------------------------------------------------------------------


def test_a_step_hides_the_other() -> None:
    """While items are graded, neither the sources nor their letters are told."""
    first, second = grade_cards(DECK), grade_cards(DECK, BEST)
    assert all(card.source.split(",")[0] in repr(first) for card in DECK)
    assert not any(card.item in repr(first).replace("\n", " ") for card in DECK)
    flat = " ".join(repr(second).split())
    assert not any(card.source in flat for card in DECK)
    assert all(card.item in flat for card in DECK)
    assert "completely reliable" not in flat


def test_the_items_come_in_another_order_than_their_sources() -> None:
    """The two steps are not to be read as one list."""
    orders = [[c.id for c in grade_cards(DECK, g).in_sight] for g in ({}, BEST)]
    assert sorted(orders[0]) == sorted(orders[1])
    assert orders[0] != orders[1]


def test_the_key_agrees_with_itself() -> None:
    """Grades from within the key are all within it, and none stands outside."""
    done = grade_cards(DECK, BEST, LIKELIEST)
    assert done.report().agree_reliability == done.report().agree_credibility == len(DECK)
    assert done.report().outside == ()


def test_a_halo_is_seen_in_the_share_on_the_diagonal() -> None:
    """Who gives each item the step of its source lies wholly on the diagonal, and misses more."""
    halo = {card: 6 if mark == "F" else str(" ABCDE".index(mark)) for card, mark in BEST.items()}
    glued, apart = (
        grade_cards(DECK, BEST, halo).report(),
        grade_cards(DECK, BEST, LIKELIEST).report(),
    )
    assert glued.share == 1.0
    assert apart.share is not None
    assert apart.share < 1.0
    assert glued.agree_credibility is not None
    assert glued.agree_credibility < len(DECK)


def test_f_and_6_are_no_numbers_in_the_report() -> None:
    """A deck of F and 6 alone has no card on or off the diagonal, and says so."""
    unknown = grade_cards(DECK, dict.fromkeys(BEST, "F"), dict.fromkeys(BEST, 6))
    assert unknown.report().judged == 0
    assert unknown.report().share is None
    assert "0 of 0 cards; 6 more with an F or a 6" in repr(unknown)


def test_kappa_comes_last_and_as_more() -> None:
    """The plain counts come first; the coefficient is for those who want it."""
    lines = repr(grade_cards(DECK, BEST, LIKELIEST)).splitlines()
    told = [n for n, line in enumerate(lines) if "kappa" in line]
    assert told
    assert all(
        n > [i for i, line in enumerate(lines) if "within the key" in line][-1] for n in told
    )
    assert any(line.startswith("More: ") for line in lines)


def test_reasons_are_kept_until_both_steps_are_done() -> None:
    """Asking for the key before the end is answered with what is still to do."""
    with pytest.raises(ValueError, match="Still to do"):
        grade_cards(DECK, BEST).why()
    assert DECK[1].why.split(".")[0] in " ".join(grade_cards(DECK, BEST, LIKELIEST).why().split())


def test_a_figure_before_the_last_letter_is_refused() -> None:
    """The second step begins when the first is done."""
    with pytest.raises(ValueError, match="grade every source before any item"):
        grade_cards(DECK, {"card 1": "B"}, {"card 1": 2})


def test_a_wrong_card_and_a_wrong_grade_name_the_choices() -> None:
    """A slip in an id or a grade is answered with what there is."""
    with pytest.raises(LookupError, match="card 6"):
        grade_cards(DECK, {"card 7": "B"})
    with pytest.raises(ValueError, match="for 'card 1': 'G' is not on the scale"):
        grade_cards(DECK, {"card 1": "G"})


def test_a_blank_is_not_yet(capsys: pytest.CaptureFixture[str]) -> None:
    """An ellipsis in the line of code leaves its card open."""
    mk.widgets.grade_cards("storm-night", {"card 1": "B", "card 2": ...})
    assert "1 of 6 graded" in capsys.readouterr().out


def test_the_printed_state_tells_no_card(capsys: pytest.CaptureFixture[str]) -> None:
    """What stands above the widget stays in sight, so it shows neither a source nor a letter."""
    mk.widgets.grade_cards("storm-night", BEST)
    told = " ".join(capsys.readouterr().out.split())
    assert "The grades of the sources are put away." in told
    assert 'The cards as text: mk.grade_cards("storm-night", letters)' in told
    assert "letters = " not in told
    assert not any(card.source in told or card.item in told for card in DECK)


def test_cards_of_ones_own_are_graded_alike(capsys: pytest.CaptureFixture[str]) -> None:
    """A single card of a class's own makes a deck."""
    own: list[Card] = [replace(DECK[0], id="ours", deck="class")]
    mk.widgets.grade_cards(own, {"ours": "B"}, {"ours": 1})
    assert "Both steps done: ours B1." in capsys.readouterr().out


# --- the widget --------------------------------------------------------------------------------


@pytest.fixture
def desk() -> Desk:
    """The desk as a notebook would show it, nothing graded yet."""
    return Desk(grade_cards(DECK), {}, {})


def lists(part: Any) -> dict[str, Any]:
    return {b.description: b for b in part.children if isinstance(b, ipywidgets.Dropdown)}


def texts(part: Any) -> str:
    return " ".join(b.value for b in part.children if isinstance(b, ipywidgets.HTML))


def fill(boxes: dict[str, Any], grades: dict[str, str]) -> None:
    for card, mark in grades.items():
        boxes[card].value = mark


def test_the_desk_and_the_line_of_code_agree(desk: Desk) -> None:
    """Choosing in the widget gives the report of the code twin, and writes its lines out."""
    fill(desk.letter_boxes, BEST)
    desk.turn.click()
    fill(desk.figure_boxes, LIKELIEST)
    desk.compare.click()
    assert desk.letters == BEST
    assert desk.figures == LIKELIEST
    for line in grade_cards(DECK, BEST, LIKELIEST).comparison():
        assert escape(line) in desk.state.value
    assert "letters = {" in desk.state.value
    assert "figures = {" in desk.state.value


def test_the_letters_stay_put_away_in_the_second_step(desk: Desk) -> None:
    """After the button no source, no letter and no line of code with letters is in the page."""
    fill(desk.letter_boxes, BEST)
    desk.turn.click()
    assert desk.first.children == ()
    assert "letters = " not in desk.state.value
    assert not any(card.source in texts(desk.second) for card in DECK)
    assert len(lists(desk.second)) == len(DECK)


def test_the_first_step_shows_no_item(desk: Desk) -> None:
    """Before the button nothing of what is said is in the page."""
    assert not any(card.item in texts(desk.first) for card in DECK)
    assert desk.second.children == ()


def test_the_button_waits_for_every_letter(desk: Desk) -> None:
    """With a source left open the second step stays shut, and the state says how many are done."""
    desk.letter_boxes["card 1"].value = "B"
    desk.turn.click()
    assert desk.second.children == ()
    assert "1 of 6 graded" in desk.state.value


def test_compare_waits_for_every_figure(desk: Desk) -> None:
    """With an item left open no key is shown."""
    fill(desk.letter_boxes, BEST)
    desk.turn.click()
    desk.figure_boxes["card 1"].value = "1"
    desk.compare.click()
    assert "Still to do" in desk.state.value
    assert "key" not in desk.state.value


def test_start_again_clears_both_steps(desk: Desk) -> None:
    """The same button leads back to sources without letters."""
    fill(desk.letter_boxes, BEST)
    desk.turn.click()
    desk.turn.click()
    assert desk.letters == desk.figures == {}
    assert len(lists(desk.first)) == len(DECK)


def test_the_desk_starts_where_it_is_told() -> None:
    """Letters and figures given in code are chosen in the lists."""
    desk = Desk(grade_cards(DECK, BEST, LIKELIEST), BEST, LIKELIEST)
    assert desk.letters == BEST
    assert desk.figures == LIKELIEST
    assert "Both steps done" in desk.state.value


def test_every_list_has_a_name_of_its_own(desk: Desk) -> None:
    """A screen reader hears which card, and whether its source or its item is graded."""
    first = list(lists(desk.first))
    fill(desk.letter_boxes, BEST)
    desk.turn.click()
    names = [*first, *lists(desk.second)]
    assert len(set(names)) == 2 * len(DECK)


def test_what_a_card_says_is_escaped() -> None:
    """A card of somebody else's making cannot put markup into the page."""
    desk = Desk(grade_cards([replace(DECK[0], source="<b onclick=x>")]), {}, {})
    assert "<b onclick" not in texts(desk.first)

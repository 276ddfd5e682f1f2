"""The item bank: complete items, balanced sets, parallel forms, outcomes that cases agree with."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.calibration import Judgement
from mediakit.itembank import (
    Item,
    check_items,
    lint_items,
    load_items,
    parse_items,
    unsettled,
)

BANK = load_items()
# What an item says is somebody else's statement, shown with its source; our own words are ours.
OTHERS_WORDS = {"unattributed accusation", "bare alleged"}

GOOD = """
items:
  - id: swans
    set: before
    pair: 1
    difficulty: easy
    topic: birds
    side: synthetic
    case: synthetic-1
    claim: event
    source: The Hill Letter
    public: 2015-05-01
    text: There are four swans on the pond.
    true: yes
    fact: There were four.
    tempting: It is a small paper.
    misleads: Small papers can count.
    better: Accept it, or look.
"""


def bad(old: str, new: str) -> list[str]:
    """The faults of the good file with one thing changed."""
    assert old in GOOD
    return [str(problem) for problem in check_items(GOOD.replace(old, new).encode())]


# --- the bank that ships -----------------------------------------------------------------------


def test_the_bank_keeps_its_rules() -> None:
    """Shares of true items, sizes, sides and pairs are as the rules ask."""
    assert lint_items(BANK) == []


def test_every_item_agrees_with_its_case() -> None:
    """Each item stands for a claim that its case settles, and settles the same way."""
    assert unsettled(BANK) == []


def test_at_least_sixty_items_none_twice() -> None:
    """Sixty items or more, in three sets that share none, no text twice."""
    assert len(BANK) >= 60
    assert len({item.id for item in BANK}) == len({item.text for item in BANK}) == len(BANK)
    assert [len(load_items(name)) for name in ("teaching", "before", "after")] == [24, 20, 20]


def test_nothing_about_the_open_case() -> None:
    """No item comes from the case whose main question is open."""
    assert not [item.id for item in BANK if item.case == "metrojet"]
    assert not [item.id for item in BANK if "9268" in item.text or "Metrojet" in item.why()]


def test_no_country_or_institution_dominates() -> None:
    """Forty in a hundred at most, in the bank and in each set, and at least five sides."""
    for name in (None, "teaching", "before", "after"):
        items = load_items(name)
        sides = Counter(item.side for item in items)
        assert max(sides.values()) <= 0.4 * len(items)
        assert len(sides) >= 5


def test_officials_and_insiders_are_right_and_wrong() -> None:
    """Neither side nor truth gives the other away: most sides have items of both kinds."""
    both = {item.side for item in BANK if item.true} & {i.side for i in BANK if not i.true}
    assert len(both) >= 5


def test_order_does_not_give_the_answers_away() -> None:
    """No run of the same answer is longer than seven, and no set begins with all its false ones."""
    for name in ("teaching", "before", "after"):
        told = "".join("t" if item.true else "f" for item in load_items(name))
        assert "t" * 8 not in told
        assert "f" * 6 not in told


def test_length_does_not_give_the_answers_away() -> None:
    """In the two forms, true and false items are about equally long."""
    for name in ("before", "after"):
        words: dict[bool, list[int]] = {True: [], False: []}
        for item in load_items(name):
            words[item.true].append(len(item.text.split()))
        means = [sum(counts) / len(counts) for counts in words.values()]
        assert abs(means[0] - means[1]) <= 6


@pytest.mark.parametrize("item", BANK, ids=lambda item: item.id)
def test_item_is_complete_and_well_worded(item: Item) -> None:
    """Every field is filled, sentences end, and our own words pass the wording lint."""
    ours = (item.source, item.fact, item.tempting, item.misleads, item.better)
    assert all(ours)
    assert all(part[-1] in ".”" for part in ours[1:])
    assert item.text.count(". ") <= 1
    flags = [flag for part in ours for flag in mk.lint_wording(part).flags]
    flags += [f for f in mk.lint_wording(item.text).flags if f.kind not in OTHERS_WORDS]
    assert [str(flag) for flag in flags] == []


@pytest.mark.parametrize("item", BANK, ids=lambda item: item.id)
def test_item_shows_no_outcome_before_the_answer(item: Item) -> None:
    """What a reader sees first holds source, day and text, and not the explanation."""
    shown = repr(item)
    assert str(item.public) in " ".join(shown.split())
    assert item.fact not in " ".join(shown.split())
    why = " ".join(item.why().split())
    order = [why.index(part) for part in (item.fact, item.tempting, item.misleads, item.better)]
    assert order == sorted(order)


def test_historic_items_lie_in_the_past_of_their_outcome() -> None:
    """An item was met before, or on the day, its case came out."""
    for item in BANK:
        if not item.case.startswith("synthetic"):
            resolution = mk.load_case(item.case).resolution
            assert resolution
            assert item.public <= resolution.public


def test_quotations_are_short() -> None:
    """No item quotes more than 25 words of a real person or office."""
    for item in BANK:
        for part in item.text.split("“")[1:]:
            assert len(part.split("”")[0].split()) <= 25


# --- judgements --------------------------------------------------------------------------------


def test_a_judgement_is_made_from_an_item_and_an_answer() -> None:
    """The item brings its id and truth, the reader a verdict and a confidence."""
    item = load_items("teaching")[0]
    made = item.judgement("reject", "90 %")
    assert made == Judgement(item.id, "reject", "90 %", truth=item.true)
    assert item.judgement(...).verdict is None


@pytest.mark.parametrize("name", ["teaching", "before", "after"])
@pytest.mark.parametrize("said", ["accept", "reject"])
def test_saying_the_same_every_time_discerns_nothing(name: str, said: str) -> None:
    """Accepting or rejecting a whole set gives d′ 0, whatever its mix."""
    assert mk.discernment(item.judgement(said) for item in load_items(name)).d_prime == 0


def test_a_reader_who_knows_gets_everything_right() -> None:
    """The right verdict on each item catches all the false ones and rejects no true one."""
    said = [item.judgement("accept" if item.true else "reject", 0.9) for item in BANK]
    found = mk.discernment(said)
    assert (found.hits, found.false_alarms) == (found.false_items, 0)
    assert found.auc == 1


# --- reading -----------------------------------------------------------------------------------


def test_a_good_file_reads() -> None:
    """The fixture itself is sound."""
    assert check_items(GOOD.encode()) == []
    assert parse_items(GOOD.encode())[0].status == "true"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("    topic: birds\n", "", "line 3: the field 'topic' is missing"),
        ("set: before", "set: befor", "line 4: 'befor' is not on the list; use teaching"),
        ("difficulty: easy", "difficulty: simple", "line 6: 'simple' is not on the list"),
        ("true: yes", "true: maybe", "line 14: 'maybe' is neither yes nor no"),
        ("2015-05-01", "May 2015", "line 12: 'May 2015' is not a date"),
        ("    pair: 1\n", "", "needs the number of its pair"),
        ("set: before", "set: teaching", "only items of the two forms are paired"),
        ("on the pond.", "on the pond " * 20, "50 at most"),
        ("topic: birds", "topick: birds", "did you mean 'topic'?"),
    ],
)
def test_fault_is_told_with_its_line(old: str, new: str, fault: str) -> None:
    """Each fault names the line and what to do."""
    assert any(fault in told for told in bad(old, new)), bad(old, new)


def test_an_id_taken_twice_is_a_fault() -> None:
    """Two items with one id are told apart by line."""
    twice = GOOD + GOOD.split("items:\n")[1]
    assert any("taken already" in str(problem) for problem in check_items(twice.encode()))


@pytest.mark.parametrize("source", [b"", b"items: 3", b"- a", b"\xff\xfe", b"items: [*a]"])
def test_no_bank_at_all_is_told_plainly(source: bytes) -> None:
    """Whatever is no file of items gives a fault and no traceback."""
    assert check_items(source)
    with pytest.raises(ValueError, match="fault"):
        parse_items(source)


@given(st.data())
def test_a_damaged_bank_gives_faults_or_items(data: Any) -> None:
    """A file with a piece cut out is read or refused with a line, never anything else."""
    cut = data.draw(st.integers(0, len(GOOD)))
    length = data.draw(st.integers(1, 30))
    for problem in check_items((GOOD[:cut] + GOOD[cut + length :]).encode()):
        assert problem.line >= 1


def test_wrong_set_lists_the_sets() -> None:
    """A mistyped set brings the right ones."""
    with pytest.raises(LookupError, match="did you mean 'before'"):
        load_items("befor")


# --- each rule has a bank that breaks it -------------------------------------------------------


def changed(set_: str, count: int, **fields: Any) -> list[Item]:
    """The bank with so many items of a set changed."""
    hit = [item.id for item in load_items(set_)][:count]
    return [replace(item, **fields) if item.id in hit else item for item in BANK]


def test_rule_too_many_false_items_in_teaching() -> None:
    """A teaching set that is mostly false breaks the 70 to 80 per cent."""
    assert any(
        "70 to 80 per cent" in fault for fault in lint_items(changed("teaching", 9, true=False))
    )


def test_rule_form_not_half_true() -> None:
    """A form of true items only is refused, and its pairs no longer match."""
    faults = lint_items(changed("before", 20, true=True))
    assert any("half should be" in fault for fault in faults)
    assert any("should be the same" in fault for fault in faults)


def test_rule_one_side_too_often() -> None:
    """More than 40 per cent about one side is named with its share."""
    assert any(
        "40% at most" in fault for fault in lint_items(changed("after", 9, side="Freedonia"))
    )


def test_rule_pairs() -> None:
    """A pair without its other half, or of two topics, is named with its items."""
    faults = lint_items(changed("before", 1, pair="77"))
    assert sum("one item of each form is needed" in fault for fault in faults) == 2
    faults = lint_items(changed("after", 1, topic="hats"))
    assert any("topic, truth and difficulty should be the same" in fault for fault in faults)


def test_rule_size() -> None:
    """A form with an item too few is refused."""
    short = [item for item in BANK if item.id != load_items("before")[0].id]
    assert any("19 items; 20 are needed" in fault for fault in lint_items(short))


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"case": "atlantis"}, "no case called 'atlantis'"),
        ({"case": "curveball", "claim": "plantz"}, "no claim called 'plantz'"),
        ({"case": "curveball", "claim": "warned"}, "does not settle 'warned'"),
        ({"case": "metrojet", "claim": "who-ordered"}, "'metrojet'"),
    ],
)
def test_rule_settled(fields: dict[str, str], fault: str) -> None:
    """An item on an unknown case or claim, or on one that nobody has settled, is named."""
    item = replace(BANK[0], **fields)  # type: ignore[arg-type]
    assert fault in "".join(unsettled([item]))


def test_rule_same_outcome() -> None:
    """An item marked the other way than its case is named."""
    item = BANK[0]
    assert "says" in unsettled([replace(item, true=not item.true)])[0]


def test_the_file_is_written_for_people() -> None:
    """The bank begins with a comment that says what an item is and how the forms are matched."""
    source = files("mediakit").joinpath("items", "bank.yaml").read_text("utf-8")
    head = source.split("items:\n")[0]
    assert head.startswith("# Short items")
    assert "parallel" in head
    assert max(len(line) for line in source.splitlines()) <= 100

"""Argument maps: structure, flags, and both ways of writing one out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.argdown import read_argdown
from mediakit.argument import (
    ArgumentMap,
    Conclusion,
    Premise,
    argument_map,
    conclusion,
    premise,
)

CASE = mk.load_case("larkhaven")
SMOKE = premise("p1", "The camera shows smoke from the car deck.", "camera")
FLAMES = premise("p2", "The engineer saw flames there.", ["engineer-statement"])
BARE = premise("p3", "Smoke shows where a fire begins.")


def found(*parts: Premise | Conclusion) -> ArgumentMap:
    """A map of these parts over the fictional case."""
    return argument_map(CASE, parts)


def test_a_sound_map_has_no_flags() -> None:
    """Two reasons, each with a record: nothing flagged."""
    sound = found(SMOKE, FLAMES, conclusion("c1", "It began there.", ["p1", "p2"]))
    assert repr(sound) == "Argument map: 2 premises, 1 conclusion, nothing flagged."
    assert sound.unsupported == ()
    assert sound.circular == ()


def test_co_premises_hold_only_together() -> None:
    """One bare co-premise takes the ground away; a reason by itself gives it back."""
    together = found(SMOKE, BARE, conclusion("c1", "It began there.", [["p1", "p3"]]))
    assert together.unsupported == ("c1",)
    apart = found(SMOKE, BARE, conclusion("c1", "It began there.", ["p1", "p3"]))
    assert apart.unsupported == ()


# name of the map -> (parts, unsupported, circular, a flag)
FLAGGED: dict[str, tuple[list[Premise | Conclusion], tuple[str, ...], Any, str]] = {
    "no reason at all": (
        [conclusion("c1", "So.")],
        ("c1",),
        (),
        "c1 is unsupported: it gives no reason.",
    ),
    "a premise without a record": (
        [BARE, conclusion("c1", "So.", "p3")],
        ("c1",),
        (),
        "c1 is unsupported: p3 rests on no record.",
    ),
    "two that lean on each other": (
        [conclusion("c1", "So.", "c2"), conclusion("c2", "So too.", "c1")],
        ("c1", "c2"),
        (("c1", "c2"),),
        "A circle: c1 and c2 support one another, so none of them gains by it.",
    ),
    "itself": (
        [conclusion("c1", "So.", "c1")],
        ("c1",),
        (("c1",),),
        "c1 is given as a reason for itself.",
    ),
    "a circle with a ground beside it": (
        [SMOKE, conclusion("c1", "So.", ["c2", "p1"]), conclusion("c2", "So too.", "c1")],
        (),
        (("c1", "c2"),),
        "A circle: c1 and c2 support one another, so none of them gains by it.",
    ),
    "a premise nobody uses": (
        [SMOKE, FLAMES, conclusion("c1", "So.", "p1")],
        (),
        (),
        "p2 is used by no conclusion.",
    ),
    "no conclusion": ([SMOKE], (), (), "There is no conclusion yet."),
}


@pytest.mark.parametrize("name", FLAGGED)
def test_what_is_wrong_is_said_in_words(name: str) -> None:
    """Each fault in the structure has its sentence."""
    parts, unsupported, circular, flag = FLAGGED[name]
    wrong = found(*parts)
    assert wrong.unsupported == unsupported
    assert wrong.circular == circular
    assert flag in wrong.flags
    assert flag in repr(wrong)


def test_ids_are_looked_up_in_all_three_groups() -> None:
    """Evidence, reports and official items may stand under a premise."""
    for group in (CASE.evidence, CASE.documents, CASE.officials):
        id_ = next(iter(group))
        assert id_ in found(premise("p1", "It is so.", id_)).why()


def test_a_time_cut_holds() -> None:
    """Under a cut, a later record is not there to rest on."""
    later = premise("p1", "The inquiry examined the wreck.", "inquiry-report")
    assert argument_map(CASE, [later])
    with pytest.raises(LookupError, match="no record called 'inquiry-report'"):
        argument_map(CASE.as_of("2019-05-01"), [later])


def test_the_outline_shows_what_rests_on_what() -> None:
    """A conclusion first, its reasons below it, co-premises under one heading."""
    both = conclusion("c1", "It began there.", [["p1", "p3"], "p2"])
    assert found(SMOKE, FLAMES, BARE, both).outline() == (
        "c1. It began there.\n"
        "  because, together:\n"
        "    p1. The camera shows smoke from the car deck. [camera]\n"
        "    p3. Smoke shows where a fire begins. [no evidence named]\n"
        "  because:\n"
        "    p2. The engineer saw flames there. [engineer-statement]"
    )


def test_the_outline_of_a_circle_ends() -> None:
    """Who stands above already is not told again."""
    circle = found(conclusion("c1", "So.", "c2"), conclusion("c2", "So too.", "c1"))
    assert circle.outline().splitlines()[-1].strip() == "c1. So. (as above)"


def test_argdown_text() -> None:
    """Statements with their evidence, then one argument for each group of reasons."""
    both = conclusion("c1", "It began there.", [["p1", "p2"]])
    assert found(SMOKE, FLAMES, both).argdown() == (
        '[p1]: The camera shows smoke from the car deck. {evidence: ["camera"]}\n\n'
        '[p2]: The engineer saw flames there. {evidence: ["engineer-statement"]}\n\n'
        "[c1]: It began there.\n\n"
        "<c1, reason 1>\n\n"
        "(1) [p1]\n(2) [p2]\n----\n(3) [c1]\n"
    )


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(
    lambda text: bool(text.split())
)
records = st.sampled_from([*CASE.evidence, *CASE.documents, *CASE.officials])


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    """Up to four premises and four conclusions that rest on anything, themselves included."""
    given_ = [f"p{i}" for i in range(draw(st.integers(0, 4)))]
    drawn = [f"c{i}" for i in range(draw(st.integers(0, 4)))]
    parts: list[Premise | Conclusion] = [
        premise(i, draw(words), draw(st.lists(records, max_size=2, unique=True))) for i in given_
    ]
    groups = st.lists(st.sampled_from([*given_, *drawn] or ["c0"]), min_size=1, max_size=3)
    parts += [conclusion(i, draw(words), draw(st.lists(groups, max_size=3))) for i in drawn]
    return argument_map(CASE, parts)


@given(maps())
def test_argdown_comes_back(drawn: ArgumentMap) -> None:
    """What is written as Argdown is read back the same, whatever signs the sentences hold."""
    assert read_argdown(drawn.argdown()) == drawn.parts
    assert argument_map(CASE, read_argdown(drawn.argdown())) == drawn


@given(maps())
def test_every_part_is_in_the_outline(drawn: ArgumentMap) -> None:
    """Nothing is left out and the outline always ends."""
    lines = drawn.outline().splitlines()
    for part in drawn.parts:
        assert any(line.strip().startswith(f"{part.id}. ") for line in lines)


@given(maps())
def test_grounds_and_flags_agree(drawn: ArgumentMap) -> None:
    """A conclusion is grounded or flagged; one in a circle alone is never grounded."""
    ids = {c.id for c in drawn.conclusions}
    assert set(drawn.unsupported) == ids - drawn.grounded
    for c in drawn.conclusions:
        assert (c.id in drawn.grounded) == any(drawn.grounded.issuperset(g) for g in c.because)
    assert len(drawn.flags) == len(set(drawn.flags))


@given(maps(), st.randoms(use_true_random=False))
def test_order_changes_no_flag(drawn: ArgumentMap, order: Any) -> None:
    """In whatever order the parts are given, the same things are flagged."""
    parts = list(drawn.parts)
    order.shuffle(parts)
    again = argument_map(CASE, parts)
    assert set(again.unsupported) == set(drawn.unsupported)
    assert {frozenset(c) for c in again.circular} == {frozenset(c) for c in drawn.circular}


# what is wrong -> (what is done, the error, what its message says)
FAULTS: dict[str, tuple[Any, type[Exception], str]] = {
    "a record that is not there": (
        lambda: found(premise("p1", "It is so.", "camara")),
        LookupError,
        "p1: no record called 'camara'; did you mean 'camera'",
    ),
    "a reason that is not there": (
        lambda: found(SMOKE, conclusion("c1", "So.", "p9")),
        LookupError,
        "c1: no part called 'p9'",
    ),
    "two of one id": (lambda: found(SMOKE, SMOKE), ValueError, "two parts have the id 'p1'"),
    "a text for a part": (
        lambda: argument_map(CASE, ["p1"]),  # type: ignore[list-item]
        TypeError,
        "a part is made with premise",
    ),
    "no text": (lambda: premise("p1", " "), ValueError, "p1 has no text"),
    "three dots for a text": (
        lambda: conclusion("c1", ...),  # type: ignore[arg-type]
        ValueError,
        "c1 has no text",
    ),
    "an id with signs": (
        lambda: premise("my point!", "So."),
        ValueError,
        "'my point!' is no id of a part; use letters, digits and hyphens",
    ),
    "Argdown from elsewhere": (
        lambda: read_argdown("[a]: Text.\n  - <attack>"),
        ValueError,
        "line 2 is Argdown that mediakit does not write",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_named(fault: str) -> None:
    """A wrong argument ends in one sentence."""
    do, error, message = FAULTS[fault]
    with pytest.raises(error, match=message):
        do()

"""Discernment with both errors, and how well confidence fits."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.calibration import (
    Discernment,
    Judgement,
    auc,
    brier,
    calibration_curve,
    discernment,
    discernment_of_counts,
    quadratic_cost,
)

verdicts = st.sampled_from(["accept", "reject", "not established", ...])
confidences = st.one_of(st.none(), st.floats(0, 1), st.sampled_from([0.5, 0.6, 0.8, 0.9]))
truths = st.sampled_from([True, False, None])
sheets = st.lists(
    st.builds(Judgement, st.text(max_size=3), verdicts, confidences, truths), max_size=60
)
groups = st.integers(1, 10_000)


def sheet(hits: int, false: int, alarms: int, true: int) -> list[Judgement]:
    """A reader with these counts."""
    said = [
        Judgement(f"f{i}", "reject" if i < hits else "accept", truth=False) for i in range(false)
    ]
    return said + [
        Judgement(f"t{i}", "reject" if i < alarms else "accept", truth=True) for i in range(true)
    ]


# --- discernment ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "d_prime", "bias"),
    [((8, 10, 2, 10), 1.496, 0.0), ((9, 10, 5, 10), 1.097, -0.548), ((5, 6, 3, 18), 1.739, 0.0)],
)
def test_golden_figures(counts: tuple[int, int, int, int], d_prime: float, bias: float) -> None:
    """From a sheet of answers and from its counts alike."""
    for found in (discernment(sheet(*counts)), discernment_of_counts(*counts)):
        assert found.d_prime is not None
        assert found.bias is not None
        assert round(found.d_prime, 3) == d_prime
        assert round(found.bias, 3) == bias


def test_an_even_reader_has_a_bias_of_exactly_zero() -> None:
    """As many missed in ten as wrongly rejected in ten: no trace of rounding, no minus zero."""
    assert str(discernment_of_counts(8, 10, 2, 10).bias) == "0.0"


@given(groups, groups)
def test_rejecting_or_accepting_everything_discerns_nothing(n_false: int, n_true: int) -> None:
    """Exactly 0 at any mix of false and true items."""
    assert str(discernment_of_counts(n_false, n_false, n_true, n_true).d_prime) == "0.0"
    assert str(discernment_of_counts(0, n_false, 0, n_true).d_prime) == "0.0"


@given(st.integers(1, 20), st.integers(1, 20), st.data())
def test_catching_more_raises_d_prime_and_a_false_alarm_lowers_it(
    n_false: int, n_true: int, data: st.DataObject
) -> None:
    """One false item more caught is better; one true item more rejected is worse."""
    hits = data.draw(st.integers(0, n_false - 1))
    alarms = data.draw(st.integers(0, n_true - 1))
    here, caught, alarmed = (
        discernment_of_counts(h, n_false, a, n_true).d_prime
        for h, a in ((hits, alarms), (hits + 1, alarms), (hits, alarms + 1))
    )
    assert here is not None
    assert caught is not None
    assert alarmed is not None
    assert alarmed < here < caught


@given(st.integers(1, 20), st.integers(1, 20), st.data())
def test_calling_true_false_and_false_true_turns_the_sign(
    n_false: int, n_true: int, data: st.DataObject
) -> None:
    """The opposite of every verdict has the opposite d′ and the opposite leaning."""
    hits = data.draw(st.integers(0, n_false))
    alarms = data.draw(st.integers(0, n_true))
    one = discernment_of_counts(hits, n_false, alarms, n_true)
    other = discernment_of_counts(n_false - hits, n_false, n_true - alarms, n_true)
    assert one.d_prime == pytest.approx(-(other.d_prime or 0), abs=1e-12)
    assert one.bias == pytest.approx(-(other.bias or 0), abs=1e-12)


def test_both_errors_come_first_in_words() -> None:
    """No measure without its words, no error without the other."""
    found = discernment(sheet(7, 10, 3, 10))
    assert repr(found) == (
        "Caught 7 of 10 false items, wrongly rejected 3 of 10 true items.\nYou lean neither way."
    )
    assert "d′ 0.9" in found.why()
    assert "False items accepted: f7, f8, f9." in found.why()
    assert "True items rejected: t0, t1, t2." in found.why()


@given(sheets)
def test_every_score_shows_both_errors(judgements: list[Judgement]) -> None:
    """Whatever was answered, the first line has both rates."""
    first = repr(discernment(judgements)).splitlines()[0]
    assert "Caught" in first
    assert "wrongly rejected" in first


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((10, 10, 8, 10), "You reject too readily: practise accepting"),
        ((2, 10, 0, 10), "You accept too readily: practise checking"),
        ((8, 10, 2, 10), "You lean neither way."),
        ((1, 1, 0, 1), "Too few answers to say which way you lean."),
    ],
)
def test_the_leaning_is_said_in_words(counts: tuple[int, int, int, int], words: str) -> None:
    """Which way, and the drill that fits."""
    assert words in repr(discernment_of_counts(*counts))


def test_one_kind_of_item_cannot_be_judged() -> None:
    """Without a true item, or without a false one, there is no discernment and no zero."""
    for found in (discernment(sheet(3, 5, 0, 0)), discernment(sheet(0, 0, 2, 5)), discernment([])):
        assert (found.d_prime, found.bias, found.auc) == (None, None, None)
        assert "cannot be judged" in found.why()


def test_not_established_is_counted_apart() -> None:
    """It moves neither rate, and says on which items it was used."""
    base = sheet(7, 10, 3, 10)
    apart = [
        Judgement("x", "not established", truth=False),
        Judgement("y", "not_established", truth=True),
    ]
    found = discernment([*base, *apart])
    assert (found.d_prime, found.bias) == (discernment(base).d_prime, discernment(base).bias)
    assert found.not_established == (1, 1)
    assert "Counted apart: 2 answers 'not established' (1 on false items, 1 on true ones)" in repr(
        found
    )


def test_unsettled_and_unanswered_items_are_left_out_and_counted() -> None:
    """Neither is an error."""
    rest = [
        Judgement("o", "reject"),
        Judgement("p", "accept", truth="open"),
        Judgement("q", ..., truth=True),
    ]
    found = discernment([*sheet(7, 10, 3, 10), *rest])
    assert found.unresolved == 2
    assert found.unanswered == 1
    assert "Left out: 2 not settled, 1 not answered." in repr(found)
    assert found.d_prime == discernment(sheet(7, 10, 3, 10)).d_prime


@given(sheets)
def test_the_order_of_answers_changes_no_figure(judgements: list[Judgement]) -> None:
    """The same answers in another order."""
    shuffled = random.Random(1).sample(judgements, len(judgements))
    assert _figures(discernment(judgements)) == _figures(discernment(shuffled))


def _figures(found: Discernment) -> tuple[object, ...]:
    return found.hits, found.false_alarms, found.d_prime, found.bias, found.auc


def test_counts_larger_than_their_group_are_refused() -> None:
    """The message names both."""
    with pytest.raises(ValueError, match="hits: 11 is more than false_items, which is 10"):
        discernment_of_counts(11, 10, 0, 10)
    with pytest.raises(ValueError, match="false_alarms: 3 is more than true_items, which is 2"):
        discernment_of_counts(1, 10, 3, 2)
    with pytest.raises(ValueError, match=r"hits: 1.5 is not a whole number of 0 or more"):
        discernment_of_counts(1.5, 10, 3, 2)  # type: ignore[arg-type]


# --- AUC ------------------------------------------------------------------------------------


def test_auc_counts_ties_as_half() -> None:
    """Of four pairs two are in order, one is tied and one is not."""
    said = [
        Judgement("a", "accept", 0.9, True),
        Judgement("b", "accept", 0.6, True),
        Judgement("c", "accept", 0.6, False),
        Judgement("d", "accept", 0.7, False),
    ]
    assert auc(said) == 0.625


@given(sheets)
def test_auc_equals_counting_every_pair(judgements: list[Judgement]) -> None:
    """Between 0 and 1, and turned round when truth is turned round."""
    found = auc(judgements)
    turned = auc([Judgement(j.item, j.said, j.confidence, _turned(j.true)) for j in judgements])
    if found is None or turned is None:
        assert found == turned
    else:
        assert 0 <= found <= 1
        assert found + turned == pytest.approx(1)


def _turned(truth: bool | None) -> bool | None:
    return None if truth is None else not truth


def test_auc_of_a_reader_who_says_the_same_of_everything_is_one_half() -> None:
    """Guessing."""
    assert auc(sheet(10, 10, 5, 5)) == 0.5
    assert auc(sheet(0, 10, 0, 5)) == 0.5


def test_without_every_confidence_auc_uses_the_verdicts_alone() -> None:
    """One missing confidence does not make the other answers certain."""
    said = [*sheet(7, 10, 3, 10), Judgement("x", "accept", 0.6, True)]
    assert auc(said) == auc([*sheet(7, 10, 3, 10), Judgement("x", "accept", truth=True)])


# --- confidence -----------------------------------------------------------------------------

OPTIONS = [
    *((said, sure / 100) for said in ("accept", "reject") for sure in range(101)),
    ("not established", None),
]


def expected_cost(said: str, sure: float | None, belief: float) -> float:
    """What an answer costs on average when the item is true with this chance."""
    if_true = quadratic_cost(Judgement("x", said, sure, True))
    if_false = quadratic_cost(Judgement("x", said, sure, False))
    assert if_true is not None
    assert if_false is not None
    return belief * if_true + (1 - belief) * if_false


@pytest.mark.parametrize("hundredths", range(0, 101, 5))
def test_saying_what_one_thinks_costs_least(hundredths: int) -> None:
    """Of every verdict with every confidence, none is cheaper on average than the honest one."""
    belief = hundredths / 100
    honest = ("accept", belief) if belief >= 0.5 else ("reject", round(1 - belief, 2))
    cheapest = min(expected_cost(said, sure, belief) for said, sure in OPTIONS)
    assert expected_cost(*honest, belief) == pytest.approx(cheapest, abs=1e-12)


@given(st.floats(0, 1), st.floats(0, 1))
def test_any_other_confidence_costs_more(belief: float, other: float) -> None:
    """By exactly the square of how far it is from what one thinks."""
    gap = expected_cost("accept", other, belief) - expected_cost("accept", belief, belief)
    assert gap == pytest.approx((other - belief) ** 2, abs=1e-9)


def test_not_established_is_the_honest_answer_without_an_idea() -> None:
    """At one half it is among the cheapest; away from it, saying so is dearer."""
    assert expected_cost("not established", None, 0.5) == min(
        expected_cost(said, sure, 0.5) for said, sure in OPTIONS
    )
    assert expected_cost("not established", None, 0.8) > expected_cost("accept", 0.8, 0.8)


def test_a_simulated_reader_does_best_by_being_honest() -> None:
    """Two thousand made-up items: bolder, timid and always-abstaining readers all pay more."""
    chance = random.Random(20)
    beliefs = [chance.random() for _ in range(2000)]
    truth = [chance.random() < belief for belief in beliefs]

    def cost(report: list[float]) -> float:
        said = [Judgement("x", "accept", r, t) for r, t in zip(report, truth, strict=True)]
        return brier(said).score or 0.0

    honest = cost(beliefs)
    assert honest < cost([round(b) for b in beliefs])
    assert honest < cost([0.5 + (b - 0.5) / 2 for b in beliefs])
    assert honest < cost([0.5 for _ in beliefs])


def test_unsettled_items_and_missing_confidence_cost_nothing() -> None:
    """None is no zero."""
    assert quadratic_cost(Judgement("x", "accept", 0.9)) is None
    assert quadratic_cost(Judgement("x", "accept", None, True)) is None
    assert quadratic_cost(Judgement("x", ..., 0.9, True)) is None


# --- Brier ----------------------------------------------------------------------------------


@given(sheets, st.one_of(st.none(), st.integers(1, 12)))
def test_the_parts_sum_to_the_score(judgements: list[Judgement], bins: int | None) -> None:
    """To a millionth of a millionth, grouped by chance or in any number of bins."""
    found = brier(judgements, bins)
    if found.score is None:
        assert found.answers == 0
        return
    assert found.reliability is not None
    assert found.resolution is not None
    assert found.uncertainty is not None
    assert found.within is not None
    parts = found.reliability - found.resolution + found.uncertainty + found.within
    assert parts == pytest.approx(found.score, abs=1e-12)
    assert found.reliability >= 0
    assert found.resolution >= 0
    assert bins is not None or found.within == 0


@given(sheets)
def test_the_score_is_the_mean_cost(judgements: list[Judgement]) -> None:
    """Every scored answer counts the same."""
    costs = [c for j in judgements if (c := quadratic_cost(j)) is not None]
    found = brier(judgements)
    assert found.answers == len(costs)
    if costs:
        assert found.score == pytest.approx(sum(costs) / len(costs), abs=1e-9)


@given(sheets)
def test_every_answer_is_scored_or_counted_as_left_out(judgements: list[Judgement]) -> None:
    """Nothing disappears."""
    found = brier(judgements)
    assert found.answers + found.unresolved + found.without_confidence == len(judgements)


def test_known_parts() -> None:
    """Two chances, each right as often as it says: reliability 0."""
    said = [Judgement("a", "accept", 0.8, i < 4) for i in range(5)]
    said += [Judgement("b", "reject", 0.8, i < 1) for i in range(5)]
    found = brier(said)
    assert found.score == pytest.approx(0.16)
    assert found.reliability == pytest.approx(0, abs=1e-12)
    assert found.resolution == pytest.approx(0.09)
    assert found.uncertainty == pytest.approx(0.25)
    assert "Grouped by the chance given" in found.why()
    assert "Grouped by 5 bins of equal width" in brier(said, bins=5).why()


def test_saying_not_established_every_time_scores_a_quarter() -> None:
    """And is counted."""
    found = brier([Judgement("a", "not established", truth=t) for t in (True, False, True)])
    assert found.score == 0.25
    assert "3 answers (3 of them 'not established')" in repr(found)


def test_no_scored_answer_is_said_so() -> None:
    """With what was left out."""
    found = brier([Judgement("a", "accept", 0.9), Judgement("b", "accept", None, True)])
    assert repr(found) == (
        "No answer can be scored yet. Left out: 1 not settled, 1 without a confidence."
    )
    assert "needs an answer with a confidence" in found.why()


@pytest.mark.parametrize("bins", [0, -1, 2.5])
def test_bins_are_counted_in_whole_numbers(bins: object) -> None:
    """For the score and for the curve."""
    with pytest.raises(ValueError, match=r"bins: .* is not a whole number of 1 or more"):
        brier([], bins)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"bins: .* is not a whole number of 1 or more"):
        calibration_curve([], bins)  # type: ignore[arg-type]


# --- the curve ------------------------------------------------------------------------------


def test_there_is_no_curve_under_twenty_answers() -> None:
    """A message, and no point to draw; items nobody has settled do not help."""
    said = [Judgement("a", "accept", 0.8, True)] * 19 + [Judgement("b", "accept", 0.8)] * 5
    found = calibration_curve(said)
    assert found.points == ()
    assert found.table == ()
    assert repr(found) == (
        "No curve yet: 19 scored answers, and a curve needs 20. Left out: 5 not settled."
    )


def test_twenty_answers_make_a_curve() -> None:
    """In words: where you gave so much, so many were true."""
    said = [Judgement("a", "accept", 0.9, i < 7) for i in range(10)]
    said += [Judgement("b", "reject", 0.9, i < 3) for i in range(10)]
    found = calibration_curve(said)
    assert [(p.given, p.true, p.answers) for p in found.points] == [(0.1, 0.3, 10), (0.9, 0.7, 10)]
    assert found.table == (("10 %", "30 %", 10), ("90 %", "70 %", 10))
    assert repr(found) == (
        "Where you gave 10 %, 3 of 10 items were true.\n"
        "Where you gave 90 %, 7 of 10 items were true."
    )
    assert "diagonal" in found.why()


@given(sheets, st.integers(1, 10))
def test_the_points_hold_every_scored_answer(judgements: list[Judgement], bins: int) -> None:
    """Each once, in rising order of the chance given, never in more groups than asked for."""
    found = calibration_curve(judgements * 2, bins)
    if found.answers < 20:
        assert found.points == ()
    else:
        assert sum(p.answers for p in found.points) == found.answers
        assert [p.given for p in found.points] == sorted(p.given for p in found.points)
        assert len(found.points) <= bins


# --- judgements -----------------------------------------------------------------------------


def test_a_verdict_that_is_none_lists_the_three() -> None:
    """And names the item."""
    with pytest.raises(ValueError, match="item 'f1': 'maybe' is not a verdict; write 'accept', 'r"):
        Judgement("f1", "maybe")


def test_a_confidence_that_cannot_be_read_names_the_item() -> None:
    """And lists how to write it."""
    with pytest.raises(ValueError, match="item 'f1': confidence: 80 is not between 0 and 1; for p"):
        Judgement("f1", "accept", 80)


def test_a_truth_that_cannot_be_read_names_the_item() -> None:
    """And lists what it may be."""
    with pytest.raises(
        ValueError, match="item 'f1': truth 'perhaps' cannot be read; write True, F"
    ):
        Judgement("f1", "accept", truth="perhaps")


@pytest.mark.parametrize("measure", [discernment, brier, calibration_curve, auc])
def test_a_list_of_something_else_is_refused(measure: object) -> None:
    """The message shows how a judgement is written."""
    assert callable(measure)
    with pytest.raises(TypeError, match=r"'accept' is not a judgement; write Judgement\(item"):
        measure(["accept"])
    with pytest.raises(TypeError, match=r"is not a list of judgements; write Judgement\(item"):
        measure({"f1": "accept"})

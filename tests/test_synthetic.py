"""Synthetic cases: alike for a seed, different between seeds, solvable, fit for every helper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mediakit as mk
from mediakit.case import Case
from mediakit.casefile import check_case, parse_case
from mediakit.corroboration import Origin
from mediakit.records import Basis, Ground, Records, When
from mediakit.synthetic import synthetic_case
from mediakit.synthetic.draw import Draw, draw_plan, slug, solvable_by_count
from mediakit.synthetic.topics import NAMES, PLACES, read_topics, topics
from mediakit.synthetic.words import QUIRKS, document_text, quirk

SEEDS = st.integers(min_value=0, max_value=2**31)
FEW = range(25)
FULL = pytest.mark.full


def eve(case: Case) -> Case:
    """The case on the last day before its truth came out."""
    return case.as_of(case.replay[-2].on)


def plain(value: Any) -> Any:
    """A record as a case file would write it: no empty fields, days as text."""
    if isinstance(value, Records):
        return [plain(record) for record in value.values()]
    if isinstance(value, When):
        return value.on.isoformat()
    if is_dataclass(value):
        kept = {
            f.name: getattr(value, f.name)
            for f in fields(value)
            if f.name not in ("reports", "cut") and getattr(value, f.name) != default(f)
        }
        return {k: plain(v) for k, v in kept.items() if v not in ("", (), None, {})}
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return [plain(v) for v in value] if isinstance(value, tuple) else value


def default(field: Any) -> Any:
    return None if field.default is MISSING else field.default


def as_file(case: Case) -> bytes:
    """The case as a file; JSON is YAML as well."""
    found = plain(case)
    found["case"] = found.pop("id")
    return json.dumps(found).encode()


# --- the draw ----------------------------------------------------------------------------------


def test_draws_are_the_same_in_every_version() -> None:
    """The first draws of a seed are fixed for ever: a change here would change every case."""
    draw = Draw(0)
    assert [draw.below(1000) for _ in range(5)] == [844, 757, 420, 258, 511]
    assert draw.some("abcde", 3) == ["c", "e", "a"]
    assert round(draw.rate(2, 3), 6) == 0.583382


def test_a_seed_gives_one_case_and_another_gives_another() -> None:
    """Same seed, same words; another seed, other words."""
    assert as_file(synthetic_case(5)) == as_file(synthetic_case(5))
    assert as_file(synthetic_case(5)) != as_file(synthetic_case(6))


@pytest.mark.parametrize("seed", [-1, 1.5, "7", True, None])
def test_seed_that_is_no_whole_number_is_refused(seed: Any) -> None:
    """The message says what was given and what fits."""
    with pytest.raises(ValueError, match="give a whole number of 0 or more"):
        synthetic_case(seed)


def test_there_are_enough_topics_places_and_phrases() -> None:
    """At least twelve topics with three answers each, ids unique within a topic."""
    assert len(topics()) >= 12
    for topic in topics():
        ids = [answer.id for question in topic.questions for answer in question.answers]
        assert len(ids) == len(set(ids)) == 7
    assert len(set(PLACES)) == len(PLACES) >= 25
    assert len(set(NAMES)) >= 300
    assert len(set(QUIRKS)) == len(QUIRKS) >= 24
    assert len({slug(name) for name in NAMES}) == len(NAMES)


def test_a_fault_in_the_topics_names_its_line() -> None:
    """A topic without its question is told with the line it begins on."""
    with pytest.raises(ValueError, match="line 2: the field 'question' is missing"):
        read_topics(b"topics:\n  - {id: a, title: b, event: c, answers: [], sides: []}\n")


# --- every case --------------------------------------------------------------------------------


def faults(seed: int) -> Iterator[str]:
    """Whatever is wrong with the case of this seed."""
    case = synthetic_case(seed)
    yield from map(str, check_case(as_file(case)))
    before = eve(case)
    if before.resolution or "panel" in before.sources or "opened" in before.evidence:
        yield "the truth shows before its day"
    if case.resolution is None or set(case.resolution.claims) != set(case.claims):
        yield "the resolution leaves a claim out"
    if not solvable(before, case):
        yield "counting grounds does not lead to the truth"
    if not solvable_by_count(draw_plan(seed)):
        yield "the plan cannot be solved"


def solvable(before: Case, whole: Case) -> bool:
    """The helpers' way to the answer: more shown grounds, and least evidence against."""
    assert whole.resolution
    told = [c for c in before.claims.values() if c.question == "main" and c.reports]
    grounds = {c.id: sum(map(shown, mk.corroborate(c).origins)) for c in told}
    best = [id_ for id_, count in grounds.items() if count == max(grounds.values())]
    matrix = mk.Matrix(before, question="main").fill_from_case()
    for name in matrix.hypotheses:
        if name != "not-established":
            matrix.expect(name, "a trace of it on the spot")
    ranking: Any = matrix.rank()
    true = [c.id for c in told if whole.resolution.claims[c.id] == "true"]
    return best == true and ranking.leaders == tuple(f"it-was-{id_}" for id_ in true)


def shown(origin: Origin) -> bool:
    return origin.ground is Ground.OWN


@settings(max_examples=8, deadline=None)
@given(SEEDS)
def test_every_case_is_sound_hidden_and_solvable(seed: int) -> None:
    """It reads back as a case file without a fault, hides its truth, and can be solved."""
    assert list(faults(seed)) == []


@FULL
def test_a_thousand_cases_are_sound_hidden_and_solvable() -> None:
    """The same, for every seed below a thousand."""
    assert {seed: found for seed in range(1000) if (found := list(faults(seed)))} == {}


def test_case_reads_back_from_its_file() -> None:
    """Written out and read again it is the same case, record by record."""
    case = synthetic_case(3)
    back = parse_case(as_file(case), "synthetic-3.yaml")
    assert repr(back) == repr(case)
    assert as_file(back) == as_file(case)


@pytest.mark.parametrize("seed", FEW)
def test_every_helper_works(seed: int) -> None:
    """Traced, corroborated, updated, cut at every stop, read: no helper stumbles."""
    case = synthetic_case(seed)
    for stop in case.replay:
        cut = case.as_of(stop.on)
        for claim in cut.claims.values():
            if claim.reports:
                assert mk.trace(claim).why()
                assert mk.corroborate(claim).at_most >= 1
                assert mk.update(0.5, 2, claim)
    assert mk.novelty(case).not_found_earlier
    assert mk.read(case.documents[case.main_document].text)


@pytest.mark.parametrize("seed", range(6))
def test_a_cut_holds_nothing_later(seed: int) -> None:
    """Cut to any of its days, the case holds no later day, not even inside an address."""
    case = synthetic_case(seed)
    every = sorted(set(re.findall(r"\d{4}-\d\d-\d\d", as_file(case).decode())))
    for day in every:
        left = as_file(case.as_of(day)).decode()
        assert max(re.findall(r"\d{4}-\d\d-\d\d", left), default=day) <= day


def prints(seeds: range) -> tuple[set[bytes], set[str]]:
    """Whole cases, and what is left of them without ids and places."""
    whole, shapes = set(), set()
    for seed in seeds:
        plan = draw_plan(seed)
        whole.add(as_file(synthetic_case(seed)).replace(str(seed).encode(), b""))
        by_id = {t.id: n for n, t in enumerate(plan.tellings)}
        told = [
            (t.day, sorted(t.answers.items()), t.shown, [by_id[c] for c in t.copied], t.basis)
            for t in plan.tellings
        ]
        shapes.add(f"{plan.topic.id} {plan.truth} {told}")
    return whole, shapes


def test_a_hundred_cases_are_distinct() -> None:
    """No two share their words, nor who tells what, when and from whom."""
    assert [len(found) for found in prints(range(100))] == [100, 100]


@FULL
def test_a_thousand_cases_are_distinct() -> None:
    """The same, for every seed below a thousand."""
    assert [len(found) for found in prints(range(1000))] == [1000, 1000]


# --- variety and texts -------------------------------------------------------------------------


def test_most_reports_are_neither_always_right_nor_always_wrong() -> None:
    """Counting reports leads to the truth in some cases and astray in others."""
    right = 0
    for seed in range(100):
        plan = draw_plan(seed)
        told = [t.answers[0] for t in plan.tellings if 0 in t.answers]
        right += max(set(told), key=lambda a: (told.count(a), -a)) == plan.truth[0]
    assert 40 <= right <= 95


def test_all_kinds_of_telling_come_up() -> None:
    """Copies of each basis, circles, chatbots, made-up grounds, unnamed people, every topic."""
    plans = [draw_plan(seed) for seed in range(150)]
    told = [t for plan in plans for t in plan.tellings]
    assert {t.basis for t in told if t.copied} >= {Basis.CITED, Basis.MATCHING, Basis.INFERRED}
    assert any(t.circle for t in told)
    assert any(t.made_up and t.shown for t in told)
    assert any(not teller.named for plan in plans for teller in plan.tellers.values())
    assert any("answerly" in plan.tellers for plan in plans)
    assert {plan.topic.id for plan in plans} == {topic.id for topic in topics()}
    assert {plan.truth[0] for plan in plans} == {0, 1, 2}


@pytest.mark.parametrize("seed", FEW)
def test_origins_can_be_told_from_the_texts(seed: int) -> None:
    """A cited link stands in the text, a matched one in a shared phrase, others in neither."""
    plan = draw_plan(seed)
    by_id = {t.id: t for t in plan.tellings}
    for telling in plan.tellings:
        text = document_text(plan, telling)
        if not text or not telling.copied:
            continue
        other = by_id[telling.copied[0]]
        if telling.basis is Basis.CITED:
            assert plan.tellers[other.teller].name in text
        else:
            assert "names no source" in text
        same = quirk(plan, other) in text
        assert same == (telling.basis is Basis.MATCHING)


@pytest.mark.parametrize("seed", FEW)
def test_wording_lint_is_clean(seed: int) -> None:
    """Every sentence that the program writes passes the lint that the course teaches."""
    case = synthetic_case(seed)
    said = [case.title, case.summary]
    said += [c.text for c in case.claims.values()] + [d.text for d in case.documents.values()]
    said += [e.text for e in case.evidence.values()] + [o.said for o in case.officials.values()]
    said += [n.text for s in case.sources.values() for n in s.record]
    assert [str(flag) for text in said for flag in mk.lint_wording(text).flags] == []

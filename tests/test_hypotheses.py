"""The matrix: what ranks, what separates, what the order hangs on, and what it won't say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.case import list_cases, load_case
from mediakit.hypotheses import Matrix
from mediakit.inconsistency import Row, cell_score, level, smallest_change, totals
from mediakit.rankings import LIMIT, Diagnosticity, Fragility, Ranking, Separation
from mediakit.records import Evidence, Hypothesis, Question, When
from mediakit.scales import Consistency

DAY = When(date(2021, 5, 4))
MILL = Question("mill", "How did the old mill at Tarnow Ford burn?")
WHO = Question("who", "Who, if anybody, wanted the mill to burn?", open=True)
STORM = Hypothesis("storm", "lightning", "mill")
STOVE = Hypothesis("stove", "a stove left burning", "mill")
LIT = Hypothesis("lit", "set by somebody", "mill")
NOBODY_KNOWS = Hypothesis("not-established", "not established", "mill")
MARKS = [mark.value for mark in Consistency]


def row(name: str, origin: str = "") -> Evidence:
    """A row of evidence about the mill."""
    return Evidence(name, f"What was seen, {name}.", DAY, DAY, origin=origin)


def mill(*rows: Evidence, columns: Sequence[Hypothesis] = (STORM, STOVE, LIT)) -> Matrix:
    """A matrix about the mill, with the expectations written down."""
    matrix = Matrix([*columns, NOBODY_KNOWS], rows, MILL)
    for column in columns:
        matrix.expect(column.id, "traces of it in the ashes")
    return matrix


def marked(table: dict[str, str], origins: dict[str, str] | None = None) -> Matrix:
    """A matrix from lines like ``{"e1": "C I II"}``; "not established" fits everything."""
    matrix = mill(*(row(name, (origins or {}).get(name, "")) for name in table))
    for name, marks in table.items():
        storm, stove, lit = marks.split()
        matrix.rate(name, storm=storm, stove=stove, lit=lit, not_established="C")
    return matrix


def ranked(matrix: Matrix) -> Ranking:
    """The ranking, which must be there."""
    found = matrix.rank()
    assert isinstance(found, Ranking)
    assert not found.waiting
    return found


def scores(matrix: Matrix) -> dict[str, float]:
    """The score of each explanation, ranked or not."""
    found = ranked(matrix)
    return {place.id: place.score for place in (*found.places, *found.apart)}


# --- cells ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("credibility", "relevance", "mark", "score"),
    [
        ("H", "H", "II", -4.0),
        ("L", "L", "I", -0.5),
        ("M", "H", "I", -1.414),
        ("L", "H", "II", -2.0),
    ],
)
def test_cells_agree_with_parc(credibility: str, relevance: str, mark: str, score: float) -> None:
    """The four published cells come out as published."""
    assert cell_score(mark, credibility, relevance) == pytest.approx(score, abs=5e-4)


@pytest.mark.parametrize("mark", ["CC", "C", "N"])
def test_what_fits_scores_nothing(mark: str) -> None:
    """Fit is no support, at any weight, and the zero has no sign."""
    assert str(cell_score(mark, "High", "High")) == "0.0"


def test_cells_that_cannot_be_judged_have_no_score() -> None:
    """NA is None, not zero."""
    assert cell_score("NA") is None


def test_a_wrong_weight_lists_the_right_ones() -> None:
    """The message names the three."""
    with pytest.raises(ValueError, match="'huge' is not a weight; use Low, Medium or High"):
        level("huge")


# --- ranking -------------------------------------------------------------------------------


def test_least_inconsistent_comes_first() -> None:
    """What has least against it leads, and the sums are those of the marks."""
    matrix = marked({"e1": "C I II", "e2": "N C I", "e3": "CC C C"})
    found = ranked(matrix)
    assert [place.id for place in found.places] == ["storm", "stove", "lit"]
    assert scores(matrix) == {"storm": 0, "stove": -1, "lit": -3, "not-established": 0}
    assert found.leaders == ("storm",)
    assert "Against lit: e1 (II), e2 (I)." in found.why()


def test_ties_are_called_ties() -> None:
    """Two explanations with the same score share the place."""
    found = ranked(marked({"e1": "C C II"}))
    assert found.leaders == ("storm", "stove")
    assert "Tied: lightning and a stove left burning." in repr(found)


def test_a_matrix_that_separates_nothing_says_so() -> None:
    """All tied is an answer."""
    assert "All 3 are tied: this evidence does not separate them." in repr(
        ranked(marked({"e1": "C C C"}))
    )


def test_weights_move_the_order() -> None:
    """One strong row outweighs two weak ones: reliability is used."""
    table = {"e1": "I C C", "e2": "I C C", "e3": "C II C"}
    plain = marked(table)
    weighed = marked(table).weigh("e3", reliability="E", relevance="Low")
    assert scores(plain)["storm"] == scores(plain)["stove"] == -2
    assert scores(weighed)["stove"] == -1.0
    strong = marked(table).weigh("e3", reliability="A", credibility=1, relevance="High")
    assert scores(strong)["stove"] == -4.0


def test_the_lower_of_two_grades_counts() -> None:
    """A good source does not lift an improbable item, nor the reverse."""
    table = {"e1": "I C C"}
    good_source = marked(table).weigh("e1", reliability="A", credibility=5)
    good_item = marked(table).weigh("e1", reliability="E").weigh("e1", credibility="High")
    assert scores(good_source)["storm"] == scores(good_item)["storm"] == pytest.approx(-(0.5**0.5))


@pytest.mark.parametrize("grades", [{"reliability": "F"}, {"credibility": 6}])
def test_a_row_that_cannot_be_judged_is_set_aside_and_said(grades: dict[str, Any]) -> None:
    """F and 6 are neither Medium nor nought: the row is shown, not counted, and discussed."""
    matrix = marked({"e1": "I C C", "e2": "C II II"}).weigh("e2", **grades)
    found = ranked(matrix)
    assert found.leaders == ("lit", "stove")
    assert "e2 is set aside" in repr(found)
    assert "Counting it would change what comes first." in repr(found)


def test_an_aside_row_that_decides_nothing_is_called_so() -> None:
    """Sometimes the open grade does not matter."""
    found = ranked(marked({"e1": "C II II", "e2": "C I I"}).weigh("e2", reliability="F"))
    assert "Counting it would not change what comes first." in repr(found)


def test_na_is_left_out_and_said() -> None:
    """An explanation on which little bears has less that could speak against it."""
    found = ranked(marked({"e1": "I C NA", "e2": "C I NA"}))
    assert "Only 0 of 2 rows bear on lit" in repr(found)
    assert {place.id: place.bears for place in found.places} == {"lit": 0, "storm": 2, "stove": 2}


def test_rows_of_one_origin_count_once() -> None:
    """Two reports of one log are one piece of evidence."""
    table = {"e1": "C II C", "e2": "C II C", "e3": "I C C"}
    assert scores(marked(table))["stove"] == -4
    assert scores(marked(table, {"e1": "log", "e2": "log"}))["stove"] == -2
    assert scores(marked(table).same_origin("e1", "e2"))["stove"] == -2
    assert "counted once with its strongest mark: e1, e2." in repr(
        ranked(marked(table).same_origin("e1", "e2"))
    )


def test_merging_origins_keeps_earlier_merges() -> None:
    """Saying it pair by pair is the same as saying it at once."""
    table = {"e1": "C II C", "e2": "C II C", "e3": "C II C"}
    pairwise = marked(table).same_origin("e1", "e2").same_origin("e2", "e3")
    assert scores(pairwise)["stove"] == -2


def test_not_established_is_scored_and_not_ranked() -> None:
    """It cannot lose, so it must not win."""
    found = ranked(marked({"e1": "I II II"}))
    assert found.leaders == ("storm",)
    assert [place.id for place in found.apart] == ["not-established"]
    assert "It is the right answer when no explanation stands clearly apart." in repr(found)


def test_a_half_rated_matrix_answers_in_words() -> None:
    """The answer names the cells; no score is shown."""
    matrix = mill(row("e1"), row("e2")).rate("e1", storm="C", stove="I", not_established="C")
    found = matrix.rank()
    assert isinstance(found, Ranking)
    assert found.places == ()
    assert "e1 is not rated against lit yet" in repr(found)
    assert "e2 is not rated yet" in repr(found)
    assert "e2 is not rated yet" in repr(matrix.fragility())
    assert "e2 is not rated yet" in found.why()


def test_scores_wait_for_expectations() -> None:
    """Each explanation first needs something to look for; "not established" does not."""
    matrix = Matrix([STORM, LIT, NOBODY_KNOWS], [row("e1")], MILL)
    matrix.rate("e1", storm="C", lit="I", not_established="C").expect(
        "storm", "a struck tree nearby"
    )
    found = matrix.rank()
    assert isinstance(found, Ranking)
    assert found.places == ()
    assert found.waiting == (
        'What should we also see if \'lit\' were true? Write it down: m.expect("lit", "…")',
    )
    assert ranked(matrix.expect("lit", "fuel on the floor")).leaders == ("storm",)
    assert matrix.expectations["lit"] == ("fuel on the floor",)


def test_an_empty_matrix_has_no_ranking() -> None:
    """No evidence, no order."""
    assert "There is no evidence in this matrix yet." in repr(mill().rank())


# --- diagnosticity ---------------------------------------------------------------------------


def test_telling_rows_come_first() -> None:
    """Rows by how far their marks lie apart; what fits all is named as changing nothing."""
    found = marked({"e1": "C C C", "e2": "C C II", "e3": "C I C"}).diagnosticity()
    assert isinstance(found, Diagnosticity)
    assert [view.id for view in found.rows] == ["e2", "e3", "e1"]
    assert found.spreads[0] == pytest.approx(2**0.5)
    assert found.same == ("e1",)
    assert "The same for each explanation, struck out: e1." in repr(found)
    assert "speaks against lit (II)" in found.why()


def test_na_does_not_count_as_neutral() -> None:
    """A row that fits the two it bears on separates nothing, whatever a third column says."""
    found = marked({"e1": "C C NA", "e2": "C C N"}).diagnosticity()
    assert isinstance(found, Diagnosticity)
    assert dict(zip([v.id for v in found.rows], found.spreads, strict=True))["e1"] == 0
    assert found.spreads[0] > 0


# --- fragility -------------------------------------------------------------------------------


def test_one_mark_can_hold_up_the_order() -> None:
    """Every cell that decides by itself is named with the mark that it would need."""
    found = marked({"e1": "C I I", "e2": "N C C"}).fragility()
    assert isinstance(found, Fragility)
    assert len(found.changes) == 1
    assert {(c.evidence, c.hypothesis, c.then) for c in found.alone} == {
        ("e1", "storm", "II"),
        ("e2", "storm", "II"),
    }
    assert "One mark is enough to put another explanation before 'lightning'" in repr(found)
    assert "e1 and e2" in found.why()


def test_a_firm_order_needs_several_marks() -> None:
    """The set is listed, each with the mark that it has now."""
    table = {f"e{n}": "C II II" for n in range(1, 5)}
    found = marked(table).fragility()
    assert isinstance(found, Fragility)
    assert len(found.changes) == 5
    assert "5 marks have to change" in repr(found)
    assert "(now " in repr(found)


def test_a_tie_has_no_leader_to_overturn() -> None:
    """Fragility of a tie is a sentence."""
    assert "there is no leader to overturn" in repr(marked({"e1": "C C II"}).fragility())
    assert "there is no leader to overturn" in marked({"e1": "C C II"}).fragility().why()


def test_without_rows_no_mark_can_change_anything() -> None:
    """The search has an answer when there is nothing to search."""
    assert smallest_change([], ["a", "b"], "a") is None


def brute(rows: list[Row], rivals: list[str], leader: str, most: int) -> int | None:
    """The smallest number of changed cells that dethrones the leader, by trying them all."""
    cells = [(r, name) for r in range(len(rows)) for name in rivals]
    for size in range(1, most + 1):
        for chosen in combinations(cells, size):
            for new in product((0, 1, 2), repeat=size):
                points = [dict(r.points) for r in rows]
                for (r, name), value in zip(chosen, new, strict=True):
                    points[r][name] = value
                changed = [replace(r, points=p) for r, p in zip(rows, points, strict=True)]
                found = totals(changed, rivals)
                if max(found.values()) > found[leader]:
                    return size
    return None


row_numbers = st.tuples(
    st.sampled_from(["log", "letter", "photo"]),
    st.integers(-2, 2),
    st.lists(st.integers(0, 2), min_size=3, max_size=3),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(row_numbers, min_size=1, max_size=4), st.integers(2, 3))
def test_the_smallest_change_is_the_smallest(
    lines: list[tuple[str, int, list[int]]], columns: int
) -> None:
    """On small matrices, with shared origins and weights, no smaller set exists, and it works."""
    rivals = ["a", "b", "c"][:columns]
    rows = [
        Row(f"e{n}", origin, 2.0 ** (exponent / 2), dict(zip(rivals, marks, strict=False)))
        for n, (origin, exponent, marks) in enumerate(lines)
    ]
    found = totals(rows, rivals)
    leader = max(found, key=lambda name: found[name])
    result = smallest_change(rows, rivals, leader)
    assert result is not None
    rival, changes = result
    after = [
        replace(
            r, points={**r.points, **{c.explanation: c.points for c in changes if c.row == r.id}}
        )
        for r in rows
    ]
    assert totals(after, rivals)[rival] > totals(after, rivals)[leader]
    most = min(len(changes), 3)
    smaller = brute(rows, rivals, leader, most)
    assert smaller == (len(changes) if len(changes) <= 3 else None)


def test_fragility_at_full_size_is_exact_where_it_is_plain() -> None:
    """Eight columns, twelve rows: a lead of 24 in steps of 2 takes 13 changed marks."""
    rivals = [f"h{n}" for n in range(8)]
    rows = [
        Row(f"e{n}", f"o{n}", 1.0, {name: 0 if name == "h0" else 2 for name in rivals})
        for n in range(12)
    ]
    result = smallest_change(rows, rivals, "h0")
    assert result is not None
    assert len(result[1]) == 13


# --- what must always hold -----------------------------------------------------------------

lines = st.lists(
    st.lists(st.sampled_from(MARKS), min_size=3, max_size=3).map(" ".join), min_size=1, max_size=5
)


def table_of(found: list[str]) -> dict[str, str]:
    return {f"e{n}": marks for n, marks in enumerate(found)}


@given(lines, st.sampled_from(MARKS), st.sampled_from(["", "shared"]))
def test_an_equal_row_changes_nothing(found: list[str], mark: str, origin: str) -> None:
    """A row that is the same for every explanation moves no score, not even beside its origin."""
    table, origins = table_of(found), dict.fromkeys(table_of(found), origin)
    before = marked(table, origins)
    after = marked({**table, "equal": f"{mark} {mark} {mark}"}, {**origins, "equal": origin})
    assert scores(before) == scores(after)
    assert ranked(before).leaders == ranked(after).leaders


@given(lines, st.data())
def test_copies_never_count_twice(found: list[str], data: Any) -> None:
    """A second row of the same origin with the same marks moves no score and no order."""
    table = table_of(found)
    original = data.draw(st.sampled_from(sorted(table)))
    copied = marked({**table, "copy": table[original]}).same_origin(original, "copy")
    assert scores(copied) == scores(marked(table))


@given(lines, lines)
def test_more_evidence_never_raises_a_score(found: list[str], more: list[str]) -> None:
    """Scores can only go down, so a low one may just mean that much was looked at."""
    table = table_of(found)
    longer = {**table, **{f"more{n}": marks for n, marks in enumerate(more)}}
    for origins in ({}, dict.fromkeys(longer, "one log")):
        before, after = scores(marked(table, origins)), scores(marked(longer, origins))
        assert all(after[name] <= before[name] for name in before)


@given(lines, st.data())
def test_order_of_rows_and_columns_is_of_no_account(found: list[str], data: Any) -> None:
    """Whoever writes the table down in another order gets the same findings."""
    table = table_of(found)
    rows = data.draw(st.permutations(sorted(table)))
    columns = data.draw(st.permutations([STORM, STOVE, LIT]))
    other = mill(*(row(name) for name in rows), columns=columns)
    for name in rows:
        storm, stove, lit = table[name].split()
        other.rate(name, lit=lit, storm=storm, stove=stove, not_established="C")
    first = marked(table)
    assert scores(first) == scores(other)
    assert ranked(first).places == ranked(other).places
    assert first.fragility() == other.fragility()
    a, b = first.diagnosticity(), other.diagnosticity()
    assert isinstance(a, Diagnosticity)
    assert isinstance(b, Diagnosticity)
    assert a.spreads == b.spreads


# --- open questions --------------------------------------------------------------------------


def numbers(value: object) -> list[object]:
    """Every number that stands anywhere in a finding."""
    if is_dataclass(value):
        return [n for f in fields(value) for n in numbers(getattr(value, f.name))]
    if isinstance(value, dict):
        return [n for pair in value.items() for part in pair for n in numbers(part)]
    if isinstance(value, list | tuple | set | frozenset):
        return [n for part in value for n in numbers(part)]
    return [value] if isinstance(value, int | float | complex) else []


def open_matrix(table: dict[str, str]) -> Matrix:
    """A matrix on the question that nobody has settled."""
    columns = [replace(column, question="who") for column in (STORM, STOVE, LIT, NOBODY_KNOWS)]
    matrix = Matrix(columns, [row(name) for name in table], WHO)
    for name, marks in table.items():
        storm, stove, lit = marks.split()
        matrix.rate(name, storm=storm, stove=stove, lit=lit, not_established="C")
    return matrix


@given(lines)
def test_an_open_question_never_yields_numbers(found: list[str]) -> None:
    """No leader, no score, no order: every finding is words about the rows."""
    matrix = open_matrix(table_of(found))
    for finding in (matrix.rank(), matrix.diagnosticity(), matrix.fragility()):
        assert isinstance(finding, Separation)
        assert numbers(finding) == []
        assert not hasattr(finding, "leaders")
        assert "no ranking" in repr(finding)


def test_an_open_question_shows_what_separates_and_what_is_missing() -> None:
    """Rows fall into three groups, and what to look for is listed."""
    matrix = open_matrix({"e1": "C I C", "e2": "C N NA", "e3": "I II I"})
    matrix.expect("lit", "a payment to somebody")
    found = matrix.rank()
    assert isinstance(found, Separation)
    assert [view.id for view in found.separates] == ["e1"]
    assert [view.id for view in found.fits_all] == ["e2"]
    assert [view.id for view in found.speaks_against_all] == ["e3"]
    assert "If 'lit' were true: a payment to somebody. Did anyone look?" in found.missing
    assert any("'storm'" in line for line in found.missing)
    assert "speaks against stove (I)" in found.why()


def test_an_open_question_without_evidence_says_what_is_missing() -> None:
    """Nothing separates, and nothing is made up."""
    found = open_matrix({}).rank()
    assert "Nothing that is marked so far separates the accounts." in repr(found)
    assert "No evidence that bears on this question is public" in repr(found)


def test_rows_on_an_open_question_have_no_weight() -> None:
    """Weights are for scores, and there are none."""
    with pytest.raises(ValueError, match="'who' is an open question: nothing on it is scored"):
        open_matrix({"e1": "C C C"}).weigh("e1", relevance="High")


# --- what goes in ------------------------------------------------------------------------------


def test_two_questions_do_not_mix() -> None:
    """One matrix, one question."""
    with pytest.raises(ValueError, match="answer 2 questions \\(mill, who\\); a matrix holds one"):
        Matrix([STORM, Hypothesis("x", "somebody", "who")], [], MILL)


def test_the_question_must_be_the_one_answered() -> None:
    """A record of another question is refused."""
    with pytest.raises(ValueError, match="answer 'mill', and the question given is 'who'"):
        Matrix([STORM, LIT], [], WHO)


@pytest.mark.parametrize("question", [None, "mill"])
def test_loose_explanations_need_the_question_as_a_record(question: str | None) -> None:
    """Only the record says whether the question is open, so it cannot be left out."""
    with pytest.raises(ValueError, match="needs the question as a record"):
        Matrix([STORM, LIT], [], question)


def test_one_explanation_is_no_comparison() -> None:
    """Two or more, please."""
    with pytest.raises(ValueError, match="a matrix compares explanations, and 'mill' has 1"):
        Matrix([STORM], [], MILL)


def test_two_records_of_one_name_are_refused() -> None:
    """Ids are what marks hang on."""
    with pytest.raises(ValueError, match="two records are called 'storm'"):
        Matrix([STORM, STORM], [], MILL)


def test_a_wrong_mark_names_its_cell() -> None:
    """What was typed, where, and what there is; nothing of the call is kept."""
    matrix = mill(row("e1"))
    with pytest.raises(ValueError, match="for 'e1' against 'lit': 'maybe' is not on the scale"):
        matrix.rate("e1", storm="C", lit="maybe")
    assert matrix.mark("e1", "storm") is None


def test_a_wrong_row_or_column_lists_the_right_ones() -> None:
    """A guess and the choices."""
    with pytest.raises(LookupError, match="no item of evidence called 'e9'"):
        mill(row("e1")).rate("e9", storm="C")
    with pytest.raises(LookupError, match="did you mean 'storm'"):
        mill(row("e1")).rate("e1", stormy="C")


def test_marks_can_be_taken_away() -> None:
    """Three dots mean "not yet", as in an answer cell."""
    matrix = mill(row("e1")).rate("e1", storm="C").rate("e1", storm=..., lit=...)
    assert matrix.mark("e1", "storm") is None


def test_underscores_stand_for_hyphens() -> None:
    """Python names have no hyphens; a mapping works as well."""
    matrix = mill(row("e1"))
    assert matrix.rate("e1", not_established="C").mark("e1", "not-established") is Consistency.C
    assert (
        matrix.rate("e1", {"not-established": "N"}).mark("e1", "not-established") is Consistency.N
    )


def test_an_expectation_says_something() -> None:
    """A word is nothing that anybody could look for; three dots are "not yet"."""
    with pytest.raises(ValueError, match="does not say what to look for"):
        mill().expect("storm", "lightning")
    assert Matrix([STORM, LIT], [], MILL).expect("storm", ...).expectations["storm"] == ()


def test_a_missing_way_out_is_warned_of() -> None:
    """Somebody must be able to say that it is not established."""
    assert "No explanation here says 'not established'" in repr(Matrix([STORM, LIT], [], MILL))
    assert mill().warnings == ()


@pytest.mark.parametrize("label", ["Not established", "none of these", "not  established."])
def test_the_way_out_has_several_names(label: str) -> None:
    """Spelling is not the point."""
    assert Matrix([STORM, Hypothesis("x", label, "mill")], [], MILL).warnings == ()


def test_overlapping_explanations_are_asked_about() -> None:
    """One label inside another is a sign that both could be true."""
    by_hand = Hypothesis("hand", "set by somebody with a lamp", "mill")
    (warning,) = Matrix([LIT, by_hand, NOBODY_KNOWS], [], MILL).warnings
    assert warning.startswith("'hand' and 'lit' may overlap: can both be true at once?")


def test_the_grid_is_plain_text() -> None:
    """Columns, rows, a dot for what is not rated, and the limit of the method."""
    matrix = mill(row("e1"), row("e2")).rate("e1", storm="C", stove="II", lit="NA")
    assert repr(matrix).splitlines() == [
        "Matrix: How did the old mill at Tarnow Ford burn?",
        "         storm stove lit not-established",
        "e1       C     II    NA  ·",
        "e2       ·     ·     ·   ·",
        "· not rated yet",
        LIMIT,
    ]


def test_every_display_ends_with_what_the_method_cannot_do() -> None:
    """On the grid, the ranking, the rows, the fragility and the open question alike."""
    closed, undecided = marked({"e1": "C I II"}), open_matrix({"e1": "C I II"})
    half = mill(row("e1"))
    for matrix in (closed, undecided, half):
        for shown in (matrix, matrix.rank(), matrix.diagnosticity(), matrix.fragility()):
            assert repr(shown).endswith(LIMIT)


# --- cases -------------------------------------------------------------------------------------


def expected(matrix: Matrix) -> Matrix:
    """The matrix with something to look for under each explanation."""
    for name in matrix.hypotheses:
        matrix.expect(name, "something that could be checked")
    return matrix


def test_the_ferry_case_ranks_the_cause() -> None:
    """The inquiry's three rows count once, and a fault in the ship has most against it."""
    matrix = expected(Matrix(load_case("larkhaven")).fill_from_case())
    assert matrix.question.id == "cause"
    found = ranked(matrix)
    assert found.leaders == ("vehicle-fault",)
    assert found.places[-1].id == "ship-fault"
    assert found.places[-1].score == -3


def test_the_metrojet_cause_ranks_and_who_ordered_it_does_not() -> None:
    """The cause has a matrix with a leader; the open question has rows and gaps."""
    case = load_case("metrojet")
    assert ranked(expected(Matrix(case).fill_from_case())).leaders == ("bomb-on-board",)
    who = expected(Matrix(case, question="who-ordered").fill_from_case())
    for finding in (who.rank(), who.diagnosticity(), who.fragility()):
        assert isinstance(finding, Separation)
        assert numbers(finding) == []


def test_an_open_question_of_a_case_needs_explanations() -> None:
    """Without the explanations of its open question, the message counts those there are."""
    case = load_case("larkhaven")
    settled = case.hypotheses.only(lambda h: h.question == "cause")
    with pytest.raises(ValueError, match="'who-ordered' has 0"):
        Matrix(replace(case, hypotheses=settled), question="who-ordered")


def test_the_ferry_case_separates_who_ordered() -> None:
    """The letter, its reprint and the denial fit every account; two later rows do not."""
    who = expected(Matrix(load_case("larkhaven"), question="who-ordered").fill_from_case())
    found = who.rank()
    assert isinstance(found, Separation)
    assert numbers(found) == []
    assert "places-sold" in repr(found)
    assert "no-van-on-camera" in repr(found)


def test_a_wrong_question_lists_those_of_the_case() -> None:
    """The choices are the case's questions."""
    with pytest.raises(LookupError, match="did you mean 'cause'"):
        Matrix(load_case("larkhaven"), question="causes")


def test_a_case_with_two_settled_questions_asks_which() -> None:
    """One matrix holds one question, so somebody has to choose."""
    case = load_case("larkhaven")
    other = {**case.questions, "who-ordered": replace(case.questions["who-ordered"], open=False)}
    extra = {**case.hypotheses, "x": Hypothesis("x", "nobody", "who-ordered")}
    two = replace(
        case,
        questions=type(case.questions)("question", other),
        hypotheses=type(case.hypotheses)("explanation", extra),
    )
    with pytest.raises(ValueError, match='say which one with question="…": cause, who-ordered'):
        Matrix(two)


def test_rows_that_go_back_to_one_document_are_one_origin() -> None:
    """A page that copied the agency's report adds no origin; the fire brigade's book does."""
    case = load_case("larkhaven")
    book = case.evidence["larksong-2011"]
    agency = replace(book, id="agency", origin="agency-2011")
    copied = replace(book, id="copied", origin="travel-page")
    matrix = Matrix(case, [book, agency, copied])
    for name in matrix.evidence:
        matrix.rate(name, vehicle_fault="C", ship_fault="I", set_on_purpose="C")
        matrix.rate(name, not_established="C")
    found = ranked(expected(matrix))
    assert found.notes[0].endswith("counted once with its strongest mark: agency, copied.")
    assert found.places[-1].score == -2


@pytest.mark.parametrize("name", list_cases())
def test_every_shipped_case_fills_its_matrices(name: str) -> None:
    """Settled questions rank or say what is not marked; open ones separate, without numbers."""
    case = load_case(name)
    for question in case.questions.values():
        columns = [h for h in case.hypotheses.values() if h.question == question.id]
        if len(columns) < 2:
            continue
        matrix = expected(Matrix(case, question=question.id).fill_from_case())
        assert matrix.warnings == ()
        found = matrix.rank()
        if question.open:
            assert isinstance(found, Separation)
            assert numbers(found) == []
        else:
            assert isinstance(found, Ranking)
            assert found.places or matrix.unrated

"""Exercises to hand in: a variant each, its key in no file, and made again to grade."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.answers import show
from mediakit.case import load_case
from mediakit.cli import main
from mediakit.exercises import Exercise, Outcome, load_questions
from mediakit.exercises.dossier import dossier
from mediakit.exercises.fixtures import fixtures
from mediakit.exercises.handout import HandOut, hand_out, safe_names
from mediakit.exercises.kinds import KINDS
from mediakit.exercises.neutral import neutral
from mediakit.exercises.notebook import notebook_text
from mediakit.exercises.paper import open_paper, paper_text
from mediakit.exercises.questions import ExerciseData
from mediakit.exercises.roster import read_roster
from mediakit.exercises.variants import (
    ASKED,
    DECISIONS,
    Variant,
    decisions,
    same_person,
    tag_of,
    variant,
    variant_days,
    variant_of,
)
from mediakit.grading import grade
from mediakit.grading.grade import GradedSubmission, grade_bytes
from mediakit.grading.handed import Handed, open_handed
from tests.dossier_reader import answers, read_dossier

SECRET = "sesame-opens"
READ_ALONE = 10  # all questions but the two texts
CLASS = ("ada", "ben", "../../x", "=cmd|' /C calc'!A0", "Çelik", "y" * 120)


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> HandOut:
    """A class of six, with ids that no folder could have."""
    return hand_out("synthetic", tmp_path_factory.mktemp("school") / "week-3", SECRET, CLASS)


@pytest.fixture(scope="module")
def ada() -> Variant:
    return variant(SECRET, "ada", "week-3")


def files(out: HandOut, student: str) -> dict[str, str]:
    folder = out.folder / "for-students" / out.students[student]
    return {p.name: p.read_text("utf-8") for p in folder.iterdir()}


def filled(notebook: str, answers: dict[str, Any]) -> bytes:
    """The notebook with these answers typed into it."""
    data = json.loads(notebook)
    for cell in data["cells"]:
        for name, value in answers.items():
            if "".join(cell["source"]) == f"{name} = ...":
                cell["source"] = [f"{name} = {show(value, 100_000)}"]
    return json.dumps(data).encode()


def right_answers(exercise: ExerciseData) -> dict[str, Any]:
    return {f.question: f.value for f in fixtures(exercise) if f.outcome is Outcome.RIGHT}


def graded(found: Variant, typed: dict[str, Any]) -> GradedSubmission:
    """A notebook of this variant, answered, written and graded."""
    return grade_bytes(filled(written(found), typed), "ada", "ada.ipynb", found.exercise)


def written(found: Variant) -> str:
    """The notebook as a student gets it."""
    paper = open_paper(found.exercise, found.tag)
    return notebook_text(paper, "q.yaml", dossier=dossier(found.case))


def read_alone(found: Variant) -> dict[str, Any]:
    """What a careful reader answers from the notebook alone, where the texts allow one answer."""
    told = answers(read_dossier(written(found)), open_paper(found.exercise))
    return {question.id: able[0] for question, able in told if len(able) == 1}


def outcomes(row: GradedSubmission) -> Counter[str]:
    return Counter(r.outcome.value for r in row.results)


# --- variants ----------------------------------------------------------------------------------


def test_the_same_id_gives_the_same_variant_and_another_id_another(ada: Variant) -> None:
    """Case and spaces of an id do not matter; the secret does."""
    assert variant(SECRET, " ADA ", "week-3") == ada
    others = [variant(SECRET, "ben", "week-3"), variant("sesame-shuts", "ada", "week-3")]
    assert all(o.exercise != ada.exercise and o.tag != ada.tag for o in others)


@pytest.mark.parametrize("student", ["ada", "ben", "Çelik"])
def test_a_variant_can_be_solved_from_its_notebook(student: str) -> None:
    """Every right answer, typed into the notebook, is graded as right; no point is lost."""
    found = variant(SECRET, student, "week-3")
    row = graded(found, right_answers(found.exercise))
    assert row.points == sum(q.points for q in found.exercise.questions.values() if q.answer)
    assert set(outcomes(row)) == {"right", "not attempted"}


def test_each_wrong_answer_brings_its_misconception(ada: Variant) -> None:
    """What the grader says of the wrong fixtures is what the questions say of them."""
    for fixture in fixtures(ada.exercise):
        row = graded(ada, {fixture.question: fixture.value})
        result = next(r for r in row.results if r.question == fixture.question)
        assert result.misconception == fixture.misconception
        if fixture.misconception:
            assert result.outcome in (Outcome.PARTLY, Outcome.NOT_YET)
        else:
            assert result.outcome is fixture.outcome


def spread(students: Iterator[str]) -> tuple[Counter[int], set[str], list[str], Counter[str]]:
    """Decisions, papers, what is amiss, and the standings asked for, for many students.

    Two answer sheets are graded: that of the key, and that of a reader who has the notebook alone.
    """
    counts: Counter[int] = Counter()
    papers: set[str] = set()
    amiss: list[str] = []
    standings: Counter[str] = Counter()
    for student in students:
        found = variant(SECRET, student, "week-3")
        counts[decisions(found.exercise)] += 1
        papers.add(paper_text(open_paper(found.exercise)))
        questions = found.exercise.questions.values()
        standings.update(str(q.answer) for q in questions if q.kind == "choose")
        row, read = graded(found, right_answers(found.exercise)), read_alone(found)
        if set(outcomes(row)) != {"right", "not attempted"} or len(questions) != len(ASKED):
            amiss.append(student)
        if len(read) != READ_ALONE or outcomes(graded(found, read))["right"] != READ_ALONE:
            amiss.append(f"{student}: the texts do not carry all of it")
    return counts, papers, amiss, standings


def alike(count: int) -> None:
    counts, papers, amiss, standings = spread(f"student-{n}" for n in range(count))
    assert amiss == []
    assert len(papers) == count, "two students have the same paper"
    assert min(counts) >= DECISIONS[0]
    assert max(counts) <= DECISIONS[1]
    assert max(standings.values()) < 0.75 * count, "the standing asked for is the same for most"
    print(f"{count} variants, decisions: {dict(sorted(counts.items()))}, standings: {standings}")


def test_forty_seeds() -> None:
    """Solvable, different, and of like difficulty."""
    alike(40)


@pytest.mark.full
def test_a_thousand_seeds() -> None:
    """The same for a thousand, at full size."""
    alike(1_000)


def test_ids_tell_nothing() -> None:
    """A record is a letter and a number, and nothing else of the case has changed."""
    case = load_case("larkhaven")
    plain = neutral(case, "x")
    for group in ("documents", "evidence", "officials"):
        assert all(re.fullmatch(r"[DEO]\d+", key) for key in getattr(plain, group))
        assert len(getattr(plain, group)) == len(getattr(case, group))
    from mediakit.corroboration import corroborate

    for claim in case.claims:
        if case.claims[claim].reports:
            before, after = corroborate(case.claims[claim]), corroborate(plain.claims[claim])
            assert (before.at_least, before.at_most) == (after.at_least, after.at_most)


@pytest.mark.parametrize("name", ["larkhaven", "metrojet"])
def test_a_case_seen_on_other_days(name: str) -> None:
    """Variants of one case: nothing later than its day, in another order, and solvable."""
    case = load_case(name)
    days = variant_days(case)
    assert len(days) > 1
    made = [variant_of(case, days, SECRET, f"student-{n}", "x") for n in range(6)]
    assert len({paper_text(open_paper(v.exercise)) for v in made}) == len(made)
    for found in made:
        row = graded(found, right_answers(found.exercise))
        assert set(outcomes(row)) <= {"right", "not attempted"}
        day = found.case.cut
        assert day in days
        assert all(d.public.on <= day for d in found.case.documents.values() if day)


@pytest.mark.parametrize("name", ["larkhaven", "metrojet", "curveball"])
def test_no_variant_asks_where_an_open_claim_stands(name: str) -> None:
    """An open or accusing claim is shown with its standing, in every place."""
    case = load_case(name)
    for day in variant_days(case):
        found = variant_of(case, [day], SECRET, "ada", "x")
        told = "\n".join(dossier(found.case))
        for claim in found.case.claims.values():
            if claim.open and claim.status:
                assert f"{claim.text} ({claim.status.standing.words})" in told
        for question in found.exercise.questions.values():
            assert question.kind not in ("likelihood", "number")


@pytest.mark.parametrize("name", ["larkhaven", "metrojet", "curveball"])
def test_a_dossier_says_of_each_report_where_it_has_it_from(name: str) -> None:
    """In its own words, or in what is noted of it; or nobody could answer who told whom."""
    case = load_case(name)
    entries = "\n".join(dossier(case)).split("\n\n")
    for document in case.documents.values():
        entry = next(e for e in entries if e.startswith(f"**`{document.id}`**"))
        for link in document.took_from:
            assert document.text or link.note.rstrip(".") in entry, document.id
        assert document.text or document.ground_note.rstrip(".") in entry, document.id


# --- what a student gets -----------------------------------------------------------------------


def test_no_file_of_a_student_holds_what_only_the_instructor_has(handed: HandOut) -> None:
    """No key, no message, no hint, no secret, no seed: in no byte of it."""
    maker = open_handed(handed.folder, SECRET).make
    for student in CLASS:
        found = maker(SECRET, student)
        told = files(handed, student)
        assert set(told) == {"exercise.ipynb", "questions.yaml"}
        text = "\n".join(told.values())
        assert SECRET not in text
        for word in ("answer:", "misconception", "solution:", "hints:", "tempting", "took_from"):
            assert word not in text, word
        for question in found.exercise.questions.values():
            lines = [question.right, question.solution, *question.hints]
            for m in question.misconceptions:
                lines += [m.fact, m.tempting, m.misleads, m.better]
            assert not [line for line in lines if line and line in text]
            if question.answer is not None and len(str(question.answer)) > 8:
                kind = KINDS[question.kind]
                assert show(kind.literal(question.answer), 9_999) not in text


def test_an_example_tells_nothing(ada: Variant) -> None:
    """What an answer looks like is made without the key: it is the same whatever the key is."""
    paper = open_paper(ada.exercise)
    for question in paper.questions.values():
        assert question.answer is None
    other = {
        q.id: KINDS[q.kind].example(open_paper(ada.exercise).questions[q.id])
        for q in ada.exercise.questions.values()
    }
    assert other == {q.id: KINDS[q.kind].example(q) for q in paper.questions.values()}


def test_a_paper_is_read_as_it_was_written(ada: Variant, tmp_path: Path) -> None:
    """Written and read again, a paper is the same."""
    paper = open_paper(ada.exercise, ada.tag)
    file = tmp_path / "questions.yaml"
    file.write_text(paper_text(paper), "utf-8")
    assert load_questions(str(file)) == paper


def test_check_says_no_more_than_that_it_can_be_read(ada: Variant) -> None:
    """A right and a wrong answer bring the same words, and hints and solutions wait."""
    ex = Exercise(open_paper(ada.exercise))
    for name, right in right_answers(ada.exercise).items():
        wrong = next(f.value for f in fixtures(ada.exercise)
                     if f.question == name and f.misconception)  # fmt: skip
        told = [ex.check(name, value) for value in (right, wrong)]
        assert {t.outcome for t in told} == {"written down"}
        assert told[0].paragraphs[1:] == told[1].paragraphs[1:]
        assert told[0].misconception == told[1].misconception == ""
        assert "instructor" in str(ex.hint(name))
        assert "instructor" in str(ex.solution(name))
    assert ex.check("q1", ...).outcome == "not attempted"
    assert ex.check("q1", "many").outcome == "could not read"


@given(value=st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=20),
                          lambda inner: st.lists(inner, max_size=3)
                          | st.dictionaries(st.text(max_size=4), inner, max_size=3)))  # fmt: skip
def test_check_and_grade_agree_on_what_can_be_read(value: Any) -> None:
    """Whatever is written: what the paper reads, the grader reads, and nothing breaks."""
    found = shared()
    ex = Exercise(open_paper(found.exercise))
    for name, question in found.exercise.questions.items():
        here = ex.check(name, value).outcome
        there = Exercise(found.exercise).check(name, value).outcome
        unread = ("could not read", "not attempted")
        assert (here in unread) == (there in unread), (question.kind, value, here, there)


@cache
def shared() -> Variant:
    return variant(SECRET, "shared", "week-3")


# --- grading -----------------------------------------------------------------------------------


@pytest.fixture
def opened(handed: HandOut) -> Handed:
    return open_handed(handed.folder, SECRET)


def test_a_class_is_graded_each_by_their_own_variant(handed: HandOut, tmp_path: Path) -> None:
    """Right answers to one's own paper are right, to a neighbour's they are not."""
    maker = open_handed(handed.folder, SECRET).make
    folder = tmp_path / "in"
    folder.mkdir()
    ben = right_answers(maker(SECRET, "ben").exercise)
    for student in ("ada", "ben"):
        text = files(handed, student)["exercise.ipynb"]
        (folder / f"{student}.ipynb").write_bytes(filled(text, ben))
    report = grade(folder, tmp_path / "out", str(handed.folder), SECRET)
    points = {row.student: row.points for row in report.rows}
    assert points["ben"] > points["ada"]
    assert points["ben"] == sum(
        q.points for q in maker(SECRET, "ben").exercise.questions.values() if q.answer is not None
    )
    assert set(report.missing) == set(CLASS) - {"ada", "ben"}


def test_a_swapped_notebook_is_noticed(handed: HandOut, opened: Handed) -> None:
    """Graded by the variant in it, with a note on whose it was."""
    data = files(handed, "ada")["exercise.ipynb"].encode()
    row = grade_bytes(data, "ben", "ben.ipynb", opened)
    assert row.student == "ada"
    assert row.notes[0] == "handed in as 'ben'; the variant was made for 'ada'"


def test_a_notebook_without_its_tag_is_known_by_its_name(handed: HandOut, opened: Handed) -> None:
    """By the file's name or its folder's; else there is a row that says why."""
    data = json.loads(files(handed, "ada")["exercise.ipynb"])
    del data["metadata"]["mediakit"]["tag"]
    bare = json.dumps(data).encode()
    for file in ("ada.ipynb", "ADA/exercise.ipynb"):
        assert grade_bytes(bare, "x", file, opened).student == "ada"
    lost = grade_bytes(bare, "x", "exercise.ipynb", opened)
    assert "name the file after the student's id" in lost.reason
    data["metadata"]["mediakit"]["tag"] = "0" * 16
    assert "unknown" in grade_bytes(json.dumps(data).encode(), "x", "a.ipynb", opened).reason


def test_a_second_notebook_of_a_variant_is_noted(handed: HandOut, tmp_path: Path) -> None:
    """Two rows, each naming the other; a neighbour's row has no note."""
    for name, student in (("ada", "ada"), ("friend", "ada"), ("ben", "ben")):
        (tmp_path / f"{name}.ipynb").write_text(files(handed, student)["exercise.ipynb"], "utf-8")
    rows = grade(tmp_path, tmp_path / "out", str(handed.folder), SECRET).rows
    assert {row.file: row.notes for row in rows} == {
        "ada.ipynb": ("the same variant is in friend.ipynb",),
        "ben.ipynb": (),
        "friend.ipynb": ("the same variant is in ada.ipynb",),
    }


@pytest.mark.parametrize(
    ("version", "said"),
    [("0.0.1", "mediakit 0.0.1 made them, and this is"), (None, "has changed since")],
)
def test_nobody_is_graded_by_questions_that_were_not_asked(
    handed: HandOut, tmp_path: Path, version: str | None, said: str
) -> None:
    """A variant that comes out another than it was handed out: a reason, and no points."""
    path = handed.folder / "for-the-instructor" / "handout.json"
    told = json.loads(path.read_text("utf-8"))
    assert set(told["students"]["ada"]) == {"folder", "tag", "paper"}
    told["students"]["ada"]["paper"] = "0" * 16
    told["mediakit"] = version or told["mediakit"]
    (tmp_path / "handout.json").write_text(json.dumps(told), "utf-8")
    changed = open_handed(tmp_path, SECRET)
    row = grade_bytes(files(handed, "ada")["exercise.ipynb"].encode(), "x", "x.ipynb", changed)
    assert (row.student, row.results) == ("ada", ())
    assert said in row.reason
    ben = grade_bytes(files(handed, "ben")["exercise.ipynb"].encode(), "x", "x.ipynb", changed)
    assert (ben.student, ben.reason) == ("ben", "")


def test_solutions_are_shown_when_released(handed: HandOut, tmp_path: Path) -> None:
    """Feedback explains without them; with them it has one for each question."""
    (tmp_path / "ada.ipynb").write_text(files(handed, "ada")["exercise.ipynb"], "utf-8")
    for name, solutions, count in (("without", False, 0), ("with", True, len(ASKED))):
        out = tmp_path / name
        grade(tmp_path / "ada.ipynb", out, str(handed.folder), SECRET, solutions)
        assert (out / "feedback/ada.html").read_text("utf-8").count("<h3>Solution") == count


@pytest.mark.parametrize(
    ("secret", "said"),
    [(None, "give it with --seed"), ("sesame-shuts", "this is not the secret")],
)
def test_without_the_secret_nothing_is_graded(
    handed: HandOut, tmp_path: Path, secret: str | None, said: str
) -> None:
    """No secret, or another one: one sentence, and no file."""
    with pytest.raises(ValueError, match=said):
        grade(handed.folder / "for-students", tmp_path / "out", str(handed.folder), secret)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("text", ["", "{}", '{"students": 3}', '{"exercise": "x", "students": {}}'])
def test_a_changed_manifest_is_told(tmp_path: Path, text: str) -> None:
    """A manifest that is no manifest brings one sentence."""
    (tmp_path / "handout.json").write_text(text)
    with pytest.raises(ValueError, match="build the exercise again"):
        open_handed(tmp_path, SECRET)


# --- the class list ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"id\nada\nben\n",
        b"Name,Student ID\nAda,ada\nBen,ben\n",
        b"Name;SIS User ID;Section\r\nAda;ada;1\r\nBen; ben ;1\r\n",
        b"\xef\xbb\xbfname\temail\nA\tada\n\nB\tben\n",
        "id\nada\nben\n".encode("utf-16"),
        b'"first, last",login\n"A, B",ada\n"C",ben\n',
    ],
    ids=["plain", "columns", "semicolons", "tabs-and-mark", "utf-16", "quoted"],
)
def test_class_lists_as_schools_export_them(tmp_path: Path, data: bytes) -> None:
    """The ids are found, whatever the program was that wrote the list."""
    (tmp_path / "class.csv").write_bytes(data)
    assert read_roster(tmp_path / "class.csv") == ("ada", "ben")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "names nobody"),
        (b"id\n", "names nobody"),
        (b"first,last\na,b\n", "no column of ids; call one of these 'id': first, last"),
        (
            b"id,x\nada,1\n,2\nADA,3\n",
            "line 3 has no id; line 4: 'ADA' is there already, in line 2",
        ),
        (b"id\n" + b"a" * 121, "120 signs at most"),
        (b"s1001\ns1002\n", "begins with 's1001'; write a line with 'id' above the ids"),
        (b"id\nada\nbj\x81rk\n", "line 3: a letter of"),
        (b"\xff\xfei\x00d\x00\n\x00a", "can't be read; save it as UTF-8"),
    ],
    ids=[
        "empty",
        "heading-alone",
        "no-column",
        "blank-and-double",
        "long",
        "no-heading",
        "odd-letter",
        "half-a-letter",
    ],
)
def test_faults_of_a_class_list(tmp_path: Path, data: bytes, said: str) -> None:
    """Each fault is told with its line, all at once."""
    (tmp_path / "class.csv").write_bytes(data)
    with pytest.raises(ValueError, match=re.escape(said)):
        read_roster(tmp_path / "class.csv")


@given(st.lists(st.text(max_size=40), unique_by=same_person))
def test_folder_names_are_harmless(students: list[str]) -> None:
    """Whatever the ids are: lower-case letters, digits and dashes, and never the same twice."""
    names = safe_names(students)
    assert len(set(names.values())) == len(students)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names.values())
    assert not {"con", "nul", "aux", "prn", "com1"} & set(names.values())


def test_no_folder_has_the_id_of_somebody_else() -> None:
    """A notebook in a folder is never taken for another student's."""
    students = ["../Ada", "ada", "Ada.", "ADA-2", "everybody", ""]
    names = safe_names(students)
    assert names["ada"] == "ada"
    for student, name in names.items():
        assert not [s for s in students if same_person(s) == name and s != student]


def test_a_secret_is_the_same_in_each_way_of_writing_it() -> None:
    """Spaces around it do not matter, nor does how a keyboard builds its letters."""
    ways = ("sésame-opens", " se\u0301same-opens ")
    assert len({tag_of(way, "ada") for way in ways}) == 1


def test_tags_say_nothing_of_ids() -> None:
    """A tag depends on the secret, and two students never share one."""
    tags = {tag_of(SECRET, f"s{n}") for n in range(200)}
    assert len(tags) == 200
    assert tag_of(SECRET, "s1") != tag_of("another-secret", "s1")


# --- the command -------------------------------------------------------------------------------


def test_the_commands_from_class_list_to_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Build, check as a student, grade as an instructor, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    Path("class.csv").write_text("id\nada\nben\n")
    build = ["exercise", "build", "larkhaven", "--hand-in", "--roster", "class.csv"]
    assert main([*build, "--seed", SECRET, "--out", "week-4"]) == 0
    assert "2 notebooks, 2 different" in capsys.readouterr().out
    assert main(["check", "week-4/for-students/ada"]) == 1
    assert "not attempted" in capsys.readouterr().out
    grading = ["grade", "week-4/for-students", "--out", "out", "--exercise", "week-4"]
    assert main([*grading, "--seed", SECRET]) == 0
    assert Path("out/grades.csv").read_text("utf-8-sig").count("\n") == 3
    assert main([*build, "--seed", SECRET, "--out", "week-4"]) == 2
    assert "there already" in capsys.readouterr().err


def test_a_secret_is_drawn_when_none_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is shown once, stands in no file, and grades."""
    monkeypatch.chdir(tmp_path)
    assert main(["exercise", "build", "synthetic", "--hand-in", "--out", "w"]) == 0
    found = re.search(r"no file holds it: (\S+)", capsys.readouterr().out)
    assert found
    assert not [p for p in Path("w").rglob("*") if p.is_file() and found[1] in p.read_text("utf-8")]
    grading = ["grade", "w/for-students", "--out", "out", "--exercise", "w", "--seed", found[1]]
    assert main(grading) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["synthetic", "--hand-in", "--seed", "short"], "too short"),
        (["larkhaven", "--seed", SECRET], "go with --hand-in"),
        (["larkhaven", "--hand-in", "--as-of", "2019-04-01"], "--as-of does not go"),
        (["larkhaven", "--hand-in", "--roster", "none.csv"], "no class list at"),
        (["larkheaven", "--hand-in"], "did you mean 'larkhaven'"),
    ],
)
def test_what_can_not_be_handed_out(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    """One line and exit code 2, and no folder is left."""
    monkeypatch.chdir(tmp_path)
    assert main(["exercise", "build", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_points_are_exact(ada: Variant) -> None:
    """Half of a question's parts right is half of its points, with nothing rounded."""
    name = next(q.id for q in ada.exercise.questions.values() if q.kind == "match")
    answer = ada.exercise.questions[name].answer
    part = dict(list(answer.items())[: len(answer) // 2])
    row = graded(ada, {name: part})
    share = Fraction(len(part), len(answer))
    assert row.points == share * ada.exercise.questions[name].points

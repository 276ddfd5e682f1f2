"""Grading: nothing a student hands in stops the run, changes another's row or gains a point."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.answers import show
from mediakit.exercises import Exercise, check_notebooks, fixtures, list_exercises, load_questions
from mediakit.grading import grade, grade_bytes, submissions
from mediakit.grading.grade import points_text
from mediakit.grading.gradebook import safe_cell
from mediakit.grading.pages import feedback_page
from tests import hostile

WEIR_PATH = str(Path(__file__).parent / "fixtures/exercises/weir")
WEIR = load_questions(WEIR_PATH)


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with sixty submissions, graded into ``out`` beside it."""
    root = tmp_path_factory.mktemp("classroom")
    (root / "in").mkdir()
    hostile.write(root / "in")
    grade(root / "in", root / "out", WEIR_PATH)
    return root


def rows(out: Path) -> dict[str, dict[str, str]]:
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["file"].removesuffix(".ipynb").lstrip("'"): row for row in csv.DictReader(file)}


def test_sixty_submissions_give_sixty_rows(classroom: Path) -> None:
    """One row each, with the points it earned and a reason where something was not read."""
    expected = hostile.submissions()
    found = rows(classroom / "out")
    assert len(expected) == 60
    assert set(found) == set(expected)
    for name, handed in expected.items():
        row = found[name]
        assert row["points"] == handed.points, (name, row)
        assert handed.reason in row["reason"], (name, row["reason"])
        assert bool(handed.reason) == bool(row["reason"]), (name, row["reason"])


def test_what_was_mended_is_noted(classroom: Path) -> None:
    """A bare letter, curly marks, copies and text cells are read, and the row says so."""
    found = rows(classroom / "out")
    for name, word in (
        ("bare_letter", "quotation marks"),
        ("curly_marks", "typographic"),
        ("cells_copied", "same answer"),
        ("in_a_text_cell", "text cell"),
        ("too_many_cells", "first 5,000 cells"),
        ("utf_sixteen", "UTF-16"),
    ):
        assert word in found[name]["notes"], found[name]


def test_every_submission_has_a_page_that_holds_no_markup_of_a_student(classroom: Path) -> None:
    """Pages are whole, forbid scripts, and show what students wrote as text."""
    pages = sorted((classroom / "out/feedback").iterdir())
    assert len(pages) == 60
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert text.endswith("</html>\n")
        assert "default-src 'none'" in text
        assert "<script" not in text
    hostile_page = (classroom / "out/feedback/cmd_script.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;" in hostile_page


def test_no_cell_of_a_spreadsheet_is_a_formula(classroom: Path) -> None:
    """A name that begins like a formula is kept as text."""
    table = (classroom / "out/grades.csv").read_text(encoding="utf-8-sig")
    for row in csv.reader(table.splitlines()):
        assert not any(cell.lstrip()[:1] in ("=", "+", "-", "@") for cell in row)
    assert "'=cmd_script" in table


def test_the_same_files_give_the_same_grades(classroom: Path) -> None:
    """Grading again writes the same bytes, and leaves no half-written file behind."""
    before = {p.name: p.read_bytes() for p in (classroom / "out").rglob("*") if p.is_file()}
    report = grade(classroom / "in", classroom / "out", WEIR_PATH)
    after = {p.name: p.read_bytes() for p in (classroom / "out").rglob("*") if p.is_file()}
    assert before == after
    assert repr(report).startswith("60 submissions graded.")
    assert not report.complete
    assert "not_json.ipynb: the file is not a whole notebook" in report.why()


AUDIT = """
import sys
from dataclasses import replace
from pathlib import Path
from mediakit.grading import grade
source, out, exercise = sys.argv[1:]
grade(Path(source) / "all_right.ipynb", out, exercise)  # imports are done after this
seen = []
names = ("exec", "compile", "subprocess.Popen", "os.system", "os.fork", "os.exec", "os.spawn",
         "os.posix_spawn", "socket.connect", "socket.bind", "socket.getaddrinfo", "import", "open")
watching = True
def hook(event, args):
    if watching and event in names:
        seen.append((event, str(args[1] if event == "compile" else args[0])[:200]))
sys.addaudithook(hook)
grade(source, out, exercise)
watching = False
for event, what in sorted(set(seen)):
    print(event, what, sep="\\t")
"""


def test_grading_runs_nothing(classroom: Path) -> None:
    """No code object, no process, no connection; texts are parsed under the reader's own name."""
    source, out = classroom / "in", classroom / "audited"
    done = subprocess.run(
        [sys.executable, "-c", AUDIT, str(source), str(out), WEIR_PATH],
        capture_output=True, text=True, timeout=300, check=True, cwd=classroom,
    )  # fmt: skip
    events = [line.split("\t") for line in done.stdout.splitlines()]
    kinds = {event for event, _ in events}
    assert kinds <= {"compile", "open"}, [e for e in events if e[0] not in ("compile", "open")]
    assert {what for event, what in events if event == "compile"} == {"<answer, read as text>"}
    opened = [Path(what) for event, what in events if event == "open"]
    here = Path(__file__).parent
    assert all(
        p.is_relative_to(classroom) or p.is_relative_to(here) for p in opened if p.is_absolute()
    ), opened
    assert not (classroom / "pwned").exists()


@pytest.mark.parametrize("name", [WEIR_PATH, *list_exercises()])
def test_check_and_grade_agree_on_every_fixture(name: str) -> None:
    """The same answer, typed into a notebook, gets the same outcome and explanation."""
    exercise = load_questions(name)
    for f in fixtures(exercise):
        checked = Exercise(exercise).check(f.question, f.value)
        typed = f"{f.question} = {_literal(f.value)}"
        graded = grade_bytes(hostile.notebook(typed), exercise=exercise)
        result = {r.question: r for r in graded.results}[f.question]
        assert result.outcome.value == checked.outcome, f
        assert result.misconception == checked.misconception == f.misconception, f


def _literal(value: object) -> str:
    from mediakit.answers import read_value

    return show(read_value(value), 100_000)


@given(st.sampled_from(list(WEIR.questions)), st.text(max_size=40) | st.integers() | st.floats())
def test_check_and_grade_agree_on_anything(question: str, value: object) -> None:
    """Whatever value is written as a literal, both sides say the same."""
    checked = Exercise(WEIR).check(question, value)
    cell = f"inf = nan = ...\n{question} = {value!r}" if isinstance(value, str) else None
    if cell is None:
        if value in (float("inf"), float("-inf")) or value != value:
            return
        cell = f"{question} = {value!r}"
    graded = grade_bytes(hostile.notebook(cell), exercise=WEIR)
    assert {r.question: r for r in graded.results}[question].outcome.value == checked.outcome


def test_the_notebook_names_its_exercise() -> None:
    """Metadata or a cell decide; a name that does not ship is no path to open."""
    shipped = list_exercises()[0]
    by_cell = grade_bytes(hostile.notebook(f'ex = mk.load_exercise("{shipped}")'))
    by_metadata = grade_bytes(hostile.notebook("x = 1", mediakit={"exercise": shipped}))
    assert by_cell.exercise == by_metadata.exercise == shipped
    assert "give --exercise" in grade_bytes(hostile.notebook("x = 1")).reason
    for name in (WEIR_PATH, "../../etc/passwd", "nowhere"):
        graded = grade_bytes(hostile.notebook(f'load_exercise("{name}")'))
        assert "no exercise called" in graded.reason
        assert graded.results == ()
    other = grade_bytes(hostile.notebook(f'load_exercise("{shipped}")'), exercise=WEIR)
    assert other.exercise == "weir"
    assert shipped in other.notes[0]


def test_several_exercises_in_one_folder_keep_their_columns_apart(tmp_path: Path) -> None:
    """Questions with the same id in two exercises are two columns."""
    shipped = list_exercises()[0]
    (tmp_path / "in").mkdir()
    (tmp_path / "in/ada.ipynb").write_bytes(hostile.notebook(f'load_exercise("{shipped}")'))
    (tmp_path / "in/bob.ipynb").write_bytes(hostile.notebook("x = 1"))
    grade(tmp_path / "in", tmp_path / "out")
    found = rows(tmp_path / "out")
    assert found["ada"]["q1 outcome"] == "not attempted"
    assert found["bob"]["q1 outcome"] == ""
    assert "does not say" in found["bob"]["reason"]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    """A link to somebody else's file gets its row and its reason."""
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.ipynb").write_bytes(hostile.notebook(*hostile.RIGHT))
    try:
        (tmp_path / "in/eve.ipynb").symlink_to(tmp_path / "secret.ipynb")
        (tmp_path / "in/far").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "in/loop.ipynb").symlink_to(tmp_path / "in/loop.ipynb")
    except OSError:
        pytest.skip("this file system has no links")
    os.mkfifo(tmp_path / "in/pipe.ipynb")
    report = grade(tmp_path / "in", tmp_path / "out", WEIR_PATH)
    why = {row.file: row.reason for row in report.rows}
    assert sorted(why) == ["eve.ipynb", "loop.ipynb", "pipe.ipynb"]
    assert "not followed" in why["eve.ipynb"]
    assert why["loop.ipynb"]
    assert "no regular file" in why["pipe.ipynb"]


def test_a_giant_is_not_opened(tmp_path: Path) -> None:
    """A file of 200 MB gets a reason without being read."""
    (tmp_path / "in").mkdir()
    with (tmp_path / "in/giant.ipynb").open("wb") as file:
        file.truncate(200_000_000)
    report = grade(tmp_path / "in", tmp_path / "out", WEIR_PATH)
    assert "larger than 50 MB" in report.rows[0].reason


def test_names_become_harmless_file_names(tmp_path: Path) -> None:
    """Signs that mislead are taken out, and two students never share a page."""
    (tmp_path / "in/a").mkdir(parents=True)
    (tmp_path / "in/b").mkdir()
    for name in ("a/ada.ipynb", "b/ada.ipynb", "a/x..y z;&.ipynb", "a/\u202egnp.ipynb"):
        (tmp_path / "in" / name).write_bytes(hostile.notebook())
    (tmp_path / "in/notes.docx").write_bytes(b"")
    report = grade(tmp_path / "in", tmp_path / "in/out", WEIR_PATH)
    assert [row.student for row in report.rows] == ["ada", "x..y z;&", "gnp", "ada"]
    pages = sorted(p.name for p in (tmp_path / "in/out/feedback").iterdir())
    assert pages == ["ada-2.html", "ada.html", "gnp.html", "x-y-z.html"]
    assert report.others == ("notes.docx",)
    assert grade(tmp_path / "in", tmp_path / "in/out", WEIR_PATH).rows == report.rows


@pytest.mark.parametrize(
    ("path", "out", "exercise", "says"),
    [
        ("nowhere", "out", None, "there is nothing at"),
        ("empty", "out", None, "there is no notebook"),
        ("text.txt", "out", None, "is no notebook"),
        ("in", "text.txt", None, "is a file"),
        ("in", "out", "wier", "no exercise called 'wier'"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(
    tmp_path: Path, path: str, out: str, exercise: str | None, says: str
) -> None:
    """Wrong paths and names bring one sentence."""
    (tmp_path / "in").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "in/ada.ipynb").write_bytes(hostile.notebook())
    (tmp_path / "text.txt").write_text("x")
    with pytest.raises((ValueError, OSError, LookupError), match=says) as caught:
        grade(tmp_path / path, tmp_path / out, exercise)
    assert "\n" not in str(caught.value.args[0])


def test_one_notebook_is_a_class_of_one(tmp_path: Path) -> None:
    """A single file is graded like a folder with one in it."""
    (tmp_path / "ada.ipynb").write_bytes(hostile.notebook(*hostile.RIGHT))
    report = grade(tmp_path / "ada.ipynb", tmp_path / "out", WEIR_PATH)
    assert report.complete
    assert (report.rows[0].points, report.rows[0].max) == (Fraction(10), Fraction(13))
    assert len(submissions(tmp_path / "ada.ipynb").submissions) == 1


def test_a_page_explains_every_answer() -> None:
    """A page shows the answer, the outcome in words, the explanation and how sure one was."""
    cells = ("q1 = 'C'\nq1_confidence = 90", "q8 = '''Two\nlines & “marks”'''", "q2 = f()")
    page = feedback_page(grade_bytes(hostile.notebook(*cells), "Ada <b>", "ada.ipynb", WEIR))
    assert "<title>One paper, or four: feedback for Ada &lt;b&gt;</title>" in page
    assert "not yet, 0 of 1" in page
    assert "It is the paper that sounds surest." in page
    assert "You were 90 % sure." in page
    assert "<pre>Two\nlines &amp; “marks”</pre>" in page
    assert "could not read" in page
    assert "so far" in page


def test_check_notebooks_says_what_check_says(tmp_path: Path) -> None:
    """The terminal gives the same feedback as the notebook, less what only a notebook can do."""
    shipped = list_exercises()[0]
    cells = (f'ex = mk.load_exercise("{shipped}")', "q1 = 'A'")
    (tmp_path / "ada.ipynb").write_bytes(hostile.notebook(*cells))
    (tmp_path / "bob.ipynb").write_bytes(b"[]")
    checks = check_notebooks([tmp_path])
    exercise = Exercise(load_questions(shipped))
    told = exercise.check("q1", "A")
    assert told.paragraphs[-1].startswith("A hint: ")
    assert checks.notebooks[0].feedback[0] == replace(told, paragraphs=told.paragraphs[:-1])
    assert not checks.complete
    assert "bob.ipynb: the file is JSON and no notebook" in repr(checks)
    with pytest.raises(FileNotFoundError, match="there is nothing"):
        check_notebooks([tmp_path / "x"])


@given(st.fractions(min_value=0, max_value=1000, max_denominator=64))
def test_points_are_written_exactly(points: Fraction) -> None:
    """The text of points is the number itself, never a rounded one."""
    assert Fraction(points_text(points)) == points


@given(st.text(max_size=30))
def test_no_text_is_a_formula(text: str) -> None:
    """Whatever a cell holds, a spreadsheet shows it."""
    cell = safe_cell(text)
    assert cell.lstrip()[:1] not in ("=", "+", "-", "@")
    assert "\n" not in cell


def test_a_shape_of_json_is_no_trouble() -> None:
    """A result is made for odd roots too."""
    roots: tuple[object, ...] = (
        None,
        3,
        {"cells": [[]]},
        {"cells": [{"cell_type": 3, "source": {}}]},
    )
    for root in roots:
        graded = grade_bytes(json.dumps(root).encode(), exercise=WEIR)
        assert len(graded.results) == 8
        assert graded.points == 0


def test_a_file_name_that_is_no_text_stops_nothing(tmp_path: Path) -> None:
    """Such a name comes from old zip files; its row and its page are there, harmless."""
    cell = {"cell_type": "code", "source": "q1 = 'B'", "outputs": []}
    notebook = {"metadata": {"mediakit": {"exercise": "00_start_here"}}, "cells": [cell]}
    try:
        place = os.path.join(os.fsencode(tmp_path), b"Zo\xeb \x1b[31m.ipynb")
        Path(os.fsdecode(place)).write_text(json.dumps(notebook), encoding="utf-8")
    except OSError:  # a system that allows no such name
        return
    out = tmp_path / "out"
    assert grade(tmp_path, out).complete
    [page] = (out / "feedback").iterdir()
    for text in (page.read_text("utf-8"), (out / "grades.csv").read_text("utf-8")):
        assert "\x1b" not in text


def test_thirds_of_a_point_are_decimals_in_the_table(tmp_path: Path) -> None:
    """A spreadsheet takes 1/3 for a day of March; the page keeps the exact number."""
    chain = ["speech", "engineer", "german", "dia"]
    cell = {"cell_type": "code", "source": f"q7 = {chain}", "outputs": []}
    notebook = {"metadata": {"mediakit": {"exercise": "01_read_the_claim"}}, "cells": [cell]}
    (tmp_path / "ann.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    out = tmp_path / "out"
    grade(tmp_path, out)
    assert rows(out)["ann"]["points"] == "1.3333"
    assert "4/3 of 2" in (out / "feedback" / "ann.html").read_text("utf-8")

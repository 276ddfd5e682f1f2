"""From the bytes of a notebook to its grade. A pure function: same file, same grade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from mediakit.answers import Answer, Notebook, read_notebook
from mediakit.exercises.comparing import OwnMark, own_marks
from mediakit.exercises.exercise import list_exercises, load_questions
from mediakit.exercises.judging import judge
from mediakit.exercises.kinds.confidence import SUFFIX
from mediakit.exercises.questions import ExerciseData, Outcome, Result
from mediakit.grading.handed import Handed, is_handed, open_handed
from mediakit.grading.submissions import Submission, read_bytes, submissions
from mediakit.records import unknown
from mediakit.words import counted

__all__ = ["GradedSubmission", "Grades", "grade", "grade_bytes", "grade_submission"]


@dataclass(frozen=True, repr=False)
class GradedSubmission:
    """One submission with a result per question, or with the reason why there is none.

    ``points`` counts what the grader can give; questions for the instructor are open.
    """

    student: str
    file: str
    exercise: str = ""
    results: tuple[Result, ...] = ()
    reason: str = ""
    notes: tuple[str, ...] = ()
    questions: ExerciseData | None = None
    confidence: tuple[tuple[str, str], ...] = ()
    own_marks: tuple[OwnMark, ...] = ()  # what the learner says about texts of their own

    @property
    def points(self) -> Fraction:
        """The points given so far, exact."""
        return sum((r.points for r in self.results if r.points is not None), Fraction(0))

    @property
    def max(self) -> Fraction:
        """The points there are, an instructor's among them."""
        return sum((r.max for r in self.results), Fraction(0))

    @property
    def for_instructor(self) -> int:
        """How many texts wait for an instructor."""
        return sum(r.outcome is Outcome.FOR_INSTRUCTOR for r in self.results)

    @property
    def unread(self) -> tuple[Result, ...]:
        """The answers that could not be read."""
        return tuple(r for r in self.results if r.outcome is Outcome.COULD_NOT_READ)

    def __repr__(self) -> str:
        if self.reason:
            return f"{self.student}: {self.reason}"
        return f"{self.student}: {points_text(self.points)} of {points_text(self.max)} points"


@dataclass(frozen=True, repr=False)
class Grades:
    """The grades of a folder, in the order of its file names, and where they were written."""

    rows: tuple[GradedSubmission, ...]
    out: Path
    others: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()  # on the class list, with nothing handed in

    @property
    def complete(self) -> bool:
        """True when every answer of every submission could be read."""
        return not any(row.reason or row.unread for row in self.rows)

    @property
    def unread(self) -> tuple[GradedSubmission, ...]:
        """The submissions with something that could not be read."""
        return tuple(row for row in self.rows if row.reason or row.unread)

    def __repr__(self) -> str:
        lines = [f"{counted(len(self.rows), 'submission')} graded. Results: {self.out}"]
        if self.unread:
            lines.append(
                f"In {len(self.unread)} of them something could not be read; "
                "the column 'reason' says what and why."
            )
        waiting = sum(row.for_instructor for row in self.rows)
        if waiting:
            lines.append(f"{counted(waiting, 'text')} to read by the rubric.")
        if self.missing:
            lines.append(f"Nothing handed in by: {', '.join(self.missing)}")
        if self.others:
            shown = ", ".join(self.others[:5]) + (", …" if len(self.others) > 5 else "")
            lines.append(f"No notebooks, so left out: {shown}")
        return "\n".join(lines)

    def why(self) -> str:
        """One line for each submission with something that could not be read."""
        return "\n".join(f"{row.file}: {reason_of(row)}" for row in self.unread)


def points_text(points: Fraction) -> str:
    """Points as exact text: a whole number, a decimal that ends, or a fraction.

    >>> points_text(Fraction(3)), points_text(Fraction(5, 2)), points_text(Fraction(1, 3))
    ('3', '2.5', '1/3')
    """
    for places in range(7):
        scaled = points * 10**places
        if scaled.denominator == 1:
            whole, rest = divmod(scaled.numerator, 10**places)
            return f"{whole}.{rest:0{places}d}" if places else str(whole)
    return str(points)


def reason_of(row: GradedSubmission) -> str:
    """Why something of a submission could not be read; empty when all was."""
    if row.reason:
        return row.reason
    return "; ".join(f"{r.question}: {r.note}" for r in row.unread)


def grade_bytes(
    data: bytes,
    student: str = "",
    file: str = "",
    exercise: ExerciseData | Handed | None = None,
) -> GradedSubmission:
    """Grade one notebook from its bytes.

    Parameters
    ----------
    data : bytes
        The file. It is read as data; nothing in it runs.
    student, file : str
        What to call it in the result.
    exercise : ExerciseData or Handed, optional
        What to grade it as, or what was handed out, to find the notebook's variant in. Left
        out, the notebook says so itself: in its metadata or in a cell with
        ``load_exercise("...")``, and only shipped exercises are looked up.

    Returns
    -------
    GradedSubmission
        Always; with a reason where nothing could be graded.
    """
    row = GradedSubmission(student, file)
    notebook = read_notebook(data)
    if not notebook.reason and isinstance(exercise, Handed):
        chosen = exercise.choose(notebook, file)
        row = replace(row, exercise=exercise.exercise, reason=chosen.reason, notes=chosen.notes)
        row, exercise = replace(row, student=chosen.student or student), chosen.exercise
        if exercise is None:
            return row
    if exercise is None and not notebook.reason:
        exercise, reason = _own_exercise(notebook)
        if exercise is None:
            return replace(row, exercise=notebook.exercise[:60], reason=reason)
    if exercise is None or isinstance(exercise, Handed):
        return replace(row, reason=notebook.reason)
    row = replace(row, exercise=exercise.id, questions=exercise)
    if notebook.reason:
        return replace(row, reason=notebook.reason, results=tuple(_blank(exercise)))
    answers = notebook.answers(exercise.names)
    results = tuple(judge(q, answers[q.id]) for q in exercise.questions.values())
    notes = (*row.notes, *notebook.notes, *_other_exercise(notebook, exercise))
    said = own_marks(exercise, answers)
    sure = _confidence(exercise, answers)
    return replace(row, results=results, notes=notes, confidence=sure, own_marks=said)


def _own_exercise(notebook: Notebook) -> tuple[ExerciseData | None, str]:
    """The shipped exercise that a notebook names. A path in it is never opened."""
    name = notebook.exercise
    if not name:
        return None, "the notebook does not say which exercise it is; give --exercise NAME"
    known = list_exercises()
    if name not in known:
        return None, f"{unknown('exercise', name[:60], known)}; or give --exercise"
    return load_questions(name), ""


def _other_exercise(notebook: Notebook, exercise: ExerciseData) -> Iterator[str]:
    name = notebook.exercise
    if name and name != exercise.id and Path(name).name != exercise.id:
        yield f"the notebook names the exercise {name[:60]!r}"


def _blank(exercise: ExerciseData) -> Iterator[Result]:
    for question in exercise.questions.values():
        yield judge(question, Answer(question.id))


def _confidence(exercise: ExerciseData, answers: dict[str, Answer]) -> tuple[tuple[str, str], ...]:
    from mediakit.exercises.kinds import Unread
    from mediakit.exercises.kinds.confidence import read_confidence

    said = []
    for name in exercise.questions:
        sure = read_confidence(answers[name + SUFFIX].value)
        if not isinstance(sure, Unread):
            said.append((name, str(sure)))
    return tuple(said)


def grade_submission(
    submission: Submission, exercise: ExerciseData | Handed | None, root: Path | None = None
) -> GradedSubmission:
    """Grade one file; a file that can't be opened gets its row and its reason."""
    data, reason = read_bytes(submission.path, root)
    if not reason:
        return grade_bytes(data, submission.student, submission.file, exercise)
    row = GradedSubmission(submission.student, submission.file, reason=reason)
    if exercise is None or isinstance(exercise, Handed):
        return row
    blank = tuple(_blank(exercise))
    return replace(row, exercise=exercise.id, questions=exercise, results=blank)


def grade(
    path: str | Path,
    out: str | Path,
    exercise: str | None = None,
    secret: str | None = None,
    solutions: bool = False,
) -> Grades:
    """Grade a folder of notebooks, or one, and write the results.

    Answers are read as literals; no cell of a student is ever run. Prose is not scored: it is
    counted as a text for you to read by the rubric.

    Parameters
    ----------
    path : str or Path
        A folder of notebooks, or one notebook.
    out : str or Path
        The folder for ``grades.csv`` and ``feedback/``; made when it is not there. Each file
        in it is written whole or not at all.
    exercise : str, optional
        The exercise to grade everything as: a name, the path of a question file, or the folder
        of an exercise that was handed out. Left out, each notebook names its own.
    secret : str, optional
        The secret with which an exercise was handed out. Its variants are made again from it.
    solutions : bool
        True to show the solution of each question on the feedback pages.

    Returns
    -------
    Grades
        One row per submission. ``.complete`` is False where something could not be read.

    Raises
    ------
    FileNotFoundError, ValueError, LookupError
        With one line, when there is nothing to grade, or the exercise or ``out`` is no use.
    """
    from mediakit.grading.gradebook import write_gradebook
    from mediakit.grading.pages import write_pages

    out = Path(out)
    if out.exists() and not out.is_dir():
        raise ValueError(f"{str(out)!r} is a file; give a folder for the results")
    wanted = _wanted(exercise, secret)
    folder = submissions(path, without=out)
    root = Path(path) if Path(path).is_dir() else None
    rows = tuple(grade_submission(s, wanted, root) for s in folder.submissions)
    if isinstance(wanted, Handed) and len(wanted.students) > 1:
        rows = tuple(_with_doubles(rows))
    try:
        out.mkdir(parents=True, exist_ok=True)
        pages = write_pages(rows, out / "feedback", solutions)
        write_gradebook(rows, pages, out / "grades.csv")
    except OSError as error:
        raise ValueError(
            f"the results can't be written to {str(out)!r}: {error.strerror}"
        ) from None
    there = {row.student for row in rows}
    listed = wanted.students if isinstance(wanted, Handed) else {}
    missing = tuple(student for student in listed if student and student not in there)
    return Grades(rows, out, folder.others, missing)


def _with_doubles(rows: tuple[GradedSubmission, ...]) -> Iterator[GradedSubmission]:
    """The rows, with a note where another notebook is the same student's variant."""
    files: dict[str, list[str]] = {}
    for row in rows:
        if row.questions:
            files.setdefault(row.student, []).append(row.file)
    for row in rows:
        others = [file for file in files.get(row.student, ()) if file != row.file]
        note = f"the same variant is in {', '.join(others[:3])}" if row.questions and others else ""
        yield replace(row, notes=(*row.notes, note)) if note else row


def _wanted(exercise: str | None, secret: str | None) -> ExerciseData | Handed | None:
    if exercise and is_handed(exercise):
        return open_handed(exercise, secret)
    if secret:
        raise ValueError("--seed goes with --exercise FOLDER, the folder that was handed out")
    return load_questions(exercise) if exercise else None

"""Exercise notebooks checked in a terminal: the same judgement, no Jupyter, nothing run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mediakit.exercises.feedback import Feedback, explain_result, outside_a_notebook
from mediakit.exercises.questions import ExerciseData, Outcome, Result

__all__ = ["CheckedNotebook", "Checks", "check_notebooks"]

DONE = (Outcome.RIGHT, Outcome.FOR_INSTRUCTOR, Outcome.TO_COMPARE, Outcome.WRITTEN)


@dataclass(frozen=True, repr=False)
class CheckedNotebook:
    """One notebook: its results with their feedback, or the reason why it was not read."""

    file: str
    exercise: str
    results: tuple[Result, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    reason: str = ""

    @property
    def complete(self) -> bool:
        """True when every question is right or lies with the instructor."""
        return not self.reason and all(r.outcome in DONE for r in self.results)

    def __repr__(self) -> str:
        if self.reason:
            return f"{self.file}: {self.reason}"
        right = sum(r.outcome in DONE for r in self.results)
        head = f"{self.file} ({self.exercise}): {right} of {len(self.results)} done"
        return "\n\n".join([head, *(repr(f) for f in self.feedback), *self._further()])

    def _further(self) -> tuple[str, ...]:
        """Where the hints are: a terminal has none, so that nobody looks for them here."""
        open_ = [r.question for r in self.results if r.outcome in (Outcome.PARTLY, Outcome.NOT_YET)]
        if not open_:
            return ()
        return (f'For a hint, open the notebook, run its cells, and write ex.hint("{open_[0]}") in '
                "a new one.",)  # fmt: skip


@dataclass(frozen=True, repr=False)
class Checks:
    """Several notebooks, in the order in which they were given."""

    notebooks: tuple[CheckedNotebook, ...]

    @property
    def complete(self) -> bool:
        """True when every notebook is."""
        return all(n.complete for n in self.notebooks)

    def as_dicts(self) -> list[dict[str, Any]]:
        """File, exercise, reason, and the outcome of each question, for other programs."""
        return [
            {
                "file": n.file,
                "exercise": n.exercise,
                "reason": n.reason,
                "questions": [
                    {
                        "question": r.question,
                        "outcome": r.outcome.value,
                        "misconception": r.misconception,
                        "note": r.note,
                    }
                    for r in n.results
                ],
            }
            for n in self.notebooks
        ]

    def __repr__(self) -> str:
        return "\n\n".join(repr(n) for n in self.notebooks)


def _beside(notebook: Path, name: str) -> ExerciseData | None:
    """The exercise in the folder of a notebook, when it is the one that the notebook names.

    Only here, where learners check their own files: a grader opens no file that came with one.
    """
    from mediakit.exercises.exercise import load_questions

    path = notebook.parent / "questions.yaml"
    if not name or not path.is_file():
        return None
    try:
        found = load_questions(str(path))
    except ValueError:  # a paper that was changed: the other notebooks are checked all the same
        return None
    return found if found.id == name else None


def _explained(exercise: ExerciseData, result: Result) -> Feedback:
    told = explain_result(exercise, result)
    return replace(told, paragraphs=outside_a_notebook(told.paragraphs))


def check_notebooks(paths: Iterable[str | Path]) -> Checks:
    """Check exercise notebooks: the outcome of each answer, and why.

    It reads the files as they were saved, so an answer that was not saved is not there.

    Parameters
    ----------
    paths : iterable of str or Path
        Notebooks, or folders of notebooks.

    Returns
    -------
    Checks
        One entry per notebook; ``.complete`` is True when nothing is left to do.

    Raises
    ------
    FileNotFoundError, ValueError
        With one line, when a path is not there or holds no notebook.
    """
    from mediakit.grading.grade import grade_submission
    from mediakit.grading.submissions import submissions

    found = [s for path in paths for s in submissions(path).submissions]
    done = []
    for submission in found:
        graded = grade_submission(submission, None)
        own = _beside(submission.path, graded.exercise) if graded.reason else None
        graded = grade_submission(submission, own) if own else graded
        feedback = (
            tuple(_explained(graded.questions, r) for r in graded.results)
            if graded.questions
            else ()
        )
        done.append(
            CheckedNotebook(
                submission.file, graded.exercise, graded.results, feedback, graded.reason
            )
        )
    return Checks(tuple(done))

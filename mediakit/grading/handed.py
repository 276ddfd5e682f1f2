"""Grading what was handed out: whose variant a notebook is, and its key made again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mediakit import __version__
from mediakit.answers import Notebook
from mediakit.exercises.handout import KEPT, MANIFEST, Make, maker_of, paper_mark
from mediakit.exercises.questions import ExerciseData
from mediakit.exercises.variants import same_person, tag_of

__all__ = ["Chosen", "Handed", "is_handed", "open_handed"]


@dataclass(frozen=True)
class Chosen:
    """What a notebook is graded as, for which student, with notes; or why it can't be."""

    exercise: ExerciseData | None = None
    student: str = ""
    notes: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, repr=False)
class Handed:
    """An exercise that was handed out, ready to grade.

    Whose a notebook is: the tag in it decides. Where it has none, its file's name or its
    folder's, if that is an id of the class list. Where a whole class has one notebook, it is that.
    """

    exercise: str
    secret: str
    students: Mapping[str, str]  # id -> tag
    make: Make = field(compare=False)
    papers: Mapping[str, str] = field(default_factory=dict)  # id -> mark of what was asked
    version: str = ""  # of mediakit, when it was handed out
    made: dict[str, ExerciseData] = field(default_factory=dict, compare=False)

    def __repr__(self) -> str:
        return f"Handed out: {self.exercise!r}, {len(self.students)} variants"

    def choose(self, notebook: Notebook, file: str) -> Chosen:
        """What to grade a notebook as."""
        by_tag = {tag: student for student, tag in self.students.items()}
        named = self._named(file)
        if notebook.tag and notebook.tag not in by_tag:
            return Chosen(reason="its variant is not one of this class: the tag in it is unknown")
        if notebook.tag:
            owner = by_tag[notebook.tag]
        elif named is None and len(self.students) == 1:
            owner = next(iter(self.students))
        elif named is None:
            return Chosen(
                reason="it does not say whose variant it is; name the file after the student's id"
            )
        else:
            owner = named
        notes: tuple[str, ...] = ()
        if named is not None and same_person(named) != same_person(owner):
            notes = (f"handed in as {named!r}; the variant was made for {owner!r}",)
        exercise = self._exercise(owner)
        if self.papers.get(owner) not in (None, paper_mark(exercise)):
            return Chosen(student=owner, notes=notes, reason=self._changed())
        return Chosen(exercise, owner, notes)

    def _changed(self) -> str:
        """Nobody is graded by questions that were not asked; this says how it can come to that."""
        why = "the case, or mediakit, has changed since"
        if self.version and self.version != __version__:
            why = f"mediakit {self.version} made them, and this is {__version__}"
        return f"the questions made again are not those that were handed out: {why}"

    def _named(self, file: str) -> str | None:
        """The id that the file, or a folder it lies in, is named after."""
        ids = {same_person(student): student for student in self.students if student}
        for part in reversed(Path(file).with_suffix("").parts):
            if same_person(part) in ids:
                return ids[same_person(part)]
        return None

    def _exercise(self, student: str) -> ExerciseData:
        if student not in self.made:
            self.made[student] = self.make(self.secret, student).exercise
        return self.made[student]


def is_handed(exercise: str | None) -> bool:
    """True when the path is a folder that ``exercise build --hand-in`` wrote."""
    return bool(exercise) and _manifest(Path(str(exercise))).is_file()


def _manifest(folder: Path) -> Path:
    inner = folder / KEPT / MANIFEST
    return inner if inner.is_file() else folder / MANIFEST


def open_handed(folder: str | Path, secret: str | None) -> Handed:
    """Open the folder that was written when the exercise was handed out.

    Raises
    ------
    ValueError
        With one line: no secret, another secret than then, or a manifest that was changed.
    """
    path = _manifest(Path(folder))
    if not secret:
        raise ValueError("this exercise was handed out with a secret; give it with --seed")
    try:
        told: dict[str, Any] = json.loads(path.read_text("utf-8"))
        students = {str(s): str(about["tag"]) for s, about in told["students"].items()}
        exercise, case = str(told["exercise"]), str(told["case"])
        papers = {str(s): str(a["paper"]) for s, a in told["students"].items() if "paper" in a}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise ValueError(f"{path} is not as it was written; build the exercise again") from None
    wrong = [s for s, tag in students.items() if tag != tag_of(secret, s)]
    if wrong:
        raise ValueError("this is not the secret that the exercise was handed out with")
    make = maker_of(case, path.parent, exercise)
    return Handed(exercise, secret, students, make, papers, str(told.get("mediakit", "")))

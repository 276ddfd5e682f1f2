"""What is still missing before a notebook is handed in, and which file to hand in.

It looks at form and completeness only, so it says the same in practice and in hand-in mode, and
nothing about right or wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mediakit.answers import Answer, State
from mediakit.exercises.kept import from_widget, notebook_file, saved_notebook, typed_now
from mediakit.exercises.kinds import KINDS, Unread
from mediakit.exercises.questions import ExerciseData, Question

__all__ = ["HandIn", "hand_in"]


@dataclass(frozen=True, repr=False)
class HandIn:
    """What a notebook still lacks: questions left open, unread answers, answers not saved.

    ``file`` is the name of the notebook, empty where the front end does not tell it; then the
    answers are those of the cells that ran, and nothing is known about saving.
    """

    exercise: str
    file: str
    questions: int
    open: tuple[str, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()  # question and reason
    unsaved: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """True when every answer can be read and none waits to be saved."""
        return not (self.open or self.unread or self.unsaved)

    def __repr__(self) -> str:
        there = self.questions - len(self.open) - len(self.unread)
        lines = [f"Hand in {self.exercise!r}: {there} of {self.questions} answers can be read."]
        if self.open:
            lines.append(f"Still open: {', '.join(self.open)}.")
        lines += [f"{name} could not be read: {why}." for name, why in self.unread]
        if self.unsaved:
            names = ", ".join(self.unsaved)
            lines.append(f"Not in the saved file yet: {names}. Save with Ctrl S, then run this "
                         "cell again.")  # fmt: skip
        return "\n".join([*lines, *self._what_to_do()])

    def _what_to_do(self) -> list[str]:
        if not self.file:
            return [
                "This knows only the cells that ran since you opened this page. Save with Ctrl S.",
                "The file to upload is this notebook; its name stands on its tab.",
            ]
        lines = ["This is how the file was last saved. Save with Ctrl S before you upload it."]
        if self.complete:
            lines = ["All of it is in the saved file."]
        return [*lines, f"The file to upload: {self.file}"]


def hand_in(exercise: ExerciseData) -> HandIn:
    """What is missing in the notebook of this session; see :class:`HandIn`."""
    path, notebook = notebook_file(), saved_notebook()
    answers = notebook.answers(exercise.names) if notebook else {}
    find: Callable[[str], Answer] = answers.__getitem__ if notebook else _session(exercise)
    open_: list[str] = []
    unread: list[tuple[str, str]] = []
    for question in exercise.questions.values():
        answer = find(question.id)
        why = why_unread(question, answer)
        if why:
            unread.append((question.id, why))
        elif answer.state is State.BLANK:
            open_.append(question.id)
    unsaved = tuple(_unsaved(exercise, answers)) if notebook else ()
    file = path.name if path and notebook else ""
    count = len(exercise.questions)
    return HandIn(exercise.title, file, count, tuple(open_), tuple(unread), unsaved)


def why_unread(question: Question, answer: Answer) -> str:
    """Why an answer can't be read as its question asks; empty when it can, or when it is open."""
    if answer.state is not State.READ:
        return answer.reason
    read = KINDS[question.kind].read(question, answer.value)
    return read.why if isinstance(read, Unread) else ""


def _session(exercise: ExerciseData) -> Callable[[str], Answer]:
    """The answers of this session: what the cells say, else what a widget holds."""

    def find(name: str) -> Answer:
        typed = typed_now(name)
        return from_widget(exercise.id, name) if typed.state is State.BLANK else typed

    return find


def _unsaved(exercise: ExerciseData, answers: dict[str, Answer]) -> list[str]:
    """The questions whose answer in this session is not the one in the file."""
    now = _session(exercise)
    return [
        name
        for name in exercise.questions
        if (answer := now(name)).state is State.READ
        and not answers[name].reason
        and answer.value != answers[name].value
    ]

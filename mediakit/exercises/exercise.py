"""The exercise as a learner meets it: ``check``, ``hint``, ``solution``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from mediakit.answers import Answer, State, show
from mediakit.exercises.comparing import compared, own_mark
from mediakit.exercises.feedback import Feedback, explain_result
from mediakit.exercises.handin import HandIn, hand_in
from mediakit.exercises.judging import answer_from, judge, question_called
from mediakit.exercises.kept import from_widget, not_kept, typed_now
from mediakit.exercises.kinds import KINDS, Unread
from mediakit.exercises.kinds.confidence import SUFFIX, read_confidence, say_confidence
from mediakit.exercises.questions import (
    CHANGE,
    LEVEL,
    ExerciseData,
    Outcome,
    Question,
    Result,
)
from mediakit.records import unknown

__all__ = ["Exercise", "list_exercises", "load_exercise", "load_questions"]

_NOTHING = object()


class Exercise:
    """An exercise in use: it knows its questions and what came of each so far.

    Practice, so the key ships with it and the stakes are low. Nothing leaves this machine.
    Showing an exercise lists its questions with their outcomes.
    """

    def __init__(self, data: ExerciseData) -> None:
        self.data = data
        self._results: dict[str, Result] = {}
        self._tried: set[str] = set()
        self._met: Counter[tuple[str, str]] = Counter()
        self._hints: Counter[str] = Counter()

    def __repr__(self) -> str:
        head = f"Exercise {self.data.id!r}: {self.data.title}"
        lines = [f"  {q.id}  {self._state(q)}: {_first_line(q)}" for q in self._questions]
        return "\n".join([head, *lines])

    @property
    def _questions(self) -> list[Question]:
        return list(self.data.questions.values())

    def _state(self, question: Question) -> str:
        result = self._results.get(question.id)
        return result.outcome.value if result else Outcome.NOT_ATTEMPTED.value

    @property
    def results(self) -> Mapping[str, Result]:
        """What came of each question that was checked, by its id."""
        return dict(self._results)

    def ask(self, question: str) -> Feedback:
        """The question with its choices and what an answer looks like."""
        found = self._find(question)
        if isinstance(found, Feedback):
            return found
        kind = KINDS[found.kind]
        example = f"An answer looks like this: {kind.example(found)}"
        return Feedback(found.id, self._state(found), (found.prompt, *kind.lines(found), example))

    def check(self, question: str, value: Any = _NOTHING, confidence: Any = ...) -> Feedback:
        """Say what came of an answer, and why.

        Checking is free: try as often as you like. It looks at the value only, so it can't
        tell a good reason from a lucky guess.

        Parameters
        ----------
        question : str
            The id of the question, in quotation marks: ``"q1"``.
        value : text, number, list, set or dict, optional
            Your answer: ``q1``. Left out, or still open, what you chose in a widget counts.
        confidence : number, optional
            How sure you are, from 0 to 100. It never changes the outcome.

        Returns
        -------
        Feedback
            One of: right, partly, not yet, not attempted, could not read; for a text of your
            own: for your instructor. It never raises for what you answer.

        Examples
        --------
        >>> ex = load_exercise("00_start_here")
        >>> ex.check("q1", ...).outcome
        'not attempted'
        """
        if isinstance(question, str) and question.endswith(SUFFIX) and value is not _NOTHING:
            return self._only_confidence(question, value)
        found = self._find(question)
        if isinstance(found, Feedback):
            return found
        answer = typed_now(found.id) if value is _NOTHING else answer_from(found.id, value)
        kept = None
        if answer.state is State.BLANK:  # nothing typed: what a widget holds counts
            answer, kept = from_widget(self.data.id, found.id), not_kept(self.data.id, found.id)
        if value is _NOTHING and answer.state is State.BLANK:
            line = f'write ex.check("{found.id}", {found.id})'
            return _cannot(found.id, f"check needs the question and your answer: {line}")
        return self._judged(found, answer, confidence, kept)

    def _judged(
        self, question: Question, answer: Answer, confidence: Any, kept: tuple[str, ...] | None
    ) -> Feedback:
        result = judge(question, answer)
        self._results[question.id] = result
        if result.outcome not in (Outcome.NOT_ATTEMPTED, Outcome.COULD_NOT_READ):
            self._tried.add(question.id)
        key = (question.id, result.misconception)
        before = self._met[key] if result.misconception else 0
        self._met[key] += 1
        if answer_from("", confidence).state is State.BLANK:
            confidence = from_widget(self.data.id, question.id + SUFFIX).value
        paste = _line_to_paste(question.id, answer) if kept is None else kept
        extra = _say(confidence, result.outcome) + paste
        return explain_result(self.data, result, before, extra)

    def _only_confidence(self, name: str, value: Any) -> Feedback:
        found = self._find(name.removesuffix(SUFFIX))
        if isinstance(found, Feedback):
            return found
        result = self._results.get(found.id)
        outcome = result.outcome if result else Outcome.NOT_ATTEMPTED
        said = _say(value, outcome) or ("Say how sure you are, from 0 to 100.",)
        return Feedback(name, outcome.value, said)

    def hint(self, question: str) -> Feedback:
        """The next hint for a question. They go from a nudge to nearly there.

        Examples
        --------
        >>> load_exercise("00_start_here").hint("q1").paragraphs[0].startswith("Hint 1 of")
        True
        """
        found = self._find(question)
        if isinstance(found, Feedback):
            return found
        if not found.hints:
            return self._later(found, "Hints")
        given = min(self._hints[found.id], len(found.hints) - 1)
        self._hints[found.id] += 1
        text = f"Hint {given + 1} of {len(found.hints)}: {found.hints[given]}"
        if given + 1 < len(found.hints):
            return Feedback(found.id, self._state(found), (text,))
        last = f'That was the last hint. After a try, ex.solution("{found.id}") explains.'
        return Feedback(found.id, self._state(found), (text, last))

    def solution(self, question: str) -> Feedback:
        """The solution and why the tempting answer is not it, once you have tried.

        Examples
        --------
        >>> print(load_exercise("00_start_here").solution("q1").outcome)
        not attempted
        """
        found = self._find(question)
        if isinstance(found, Feedback):
            return found
        if not found.solution:
            return self._later(found, "Solutions")
        if found.id not in self._tried:
            text = (
                f'Try {found.id} first: write an answer, then ex.check("{found.id}", {found.id}). '
                "A guess of your own makes the explanation stay."
            )
            return Feedback(found.id, self._state(found), (text,))
        return Feedback(found.id, self._state(found), (f"Solution of {found.id}:", found.solution))

    def compare(self, question: str, level: Any = ..., change: Any = ...) -> Feedback:
        """Show your text beside three others, so that you can rate it yourself.

        Nobody scores a text here. You see the rubric and an answer at each of its levels, after
        a try; then you write down which level yours is nearest to, and one change.

        Parameters
        ----------
        question : str
            The id of a question with a rubric: ``"q8"``.
        level : str, optional
            Your own level: ``q8_level``. Left out, it is taken from the cells you ran.
        change : str, optional
            The one change you would make: ``q8_change``.

        Examples
        --------
        >>> load_exercise("00_start_here").compare("q1").paragraphs[0]
        'q1 has a key and no rubric: ex.check("q1", q1) says what came of it.'
        """
        found = self._find(question)
        if isinstance(found, Feedback):
            return found
        if not found.rubric:
            text = (
                f'{found.id} has a key and no rubric: ex.check("{found.id}", {found.id}) '
                "says what came of it."
            )
            return Feedback(found.id, self._state(found), (text,))
        if found.id not in self._tried:
            text = (
                f'Write your own text first, then ex.check("{found.id}", {found.id}). After that '
                "you can see how others put it."
            )
            return Feedback(found.id, self._state(found), (text,))
        mark = own_mark(found, _said(found.id + LEVEL, level), _said(found.id + CHANGE, change))
        return Feedback(found.id, self._state(found), compared(found, mark))

    def widget(self, question: str) -> Feedback | None:
        """Answer a question by clicking, with its line of code beside it.

        The answer is kept in the output of the cell when you save the notebook. A line typed
        into a cell, such as ``q1 = "B"``, counts before it. Where widgets are off, you see
        the line alone.

        Parameters
        ----------
        question : str
            The id of the question: ``"q1"``.

        Examples
        --------
        >>> load_exercise("00_start_here").widget("q1")
        q1 = ...
        """
        from mediakit.exercises.answer_widgets import show_answer_widget

        found = self._find(question)
        if isinstance(found, Feedback):
            return found
        show_answer_widget(self.data, found)
        return None

    def hand_in(self) -> HandIn:
        """What is still missing, and which file to upload. It says nothing about right or wrong.

        It reads the notebook as it was last saved. Where the page does not tell which file that
        is, it knows only the cells that ran.

        Examples
        --------
        >>> load_exercise("00_start_here").hand_in().open
        ('q1', 'q2')
        """
        return hand_in(self.data)

    def _later(self, question: Question, what: str) -> Feedback:
        """What a question paper says when it is asked for what only the instructor has."""
        text = (
            f"{what} are not in this paper: it is to be handed in. They come with what your "
            f"instructor sends back. For what an answer looks like: ex.ask({question.id!r})"
        )
        return Feedback(question.id, self._state(question), (text,))

    def _find(self, name: object) -> Question | Feedback:
        """The question, or feedback that lists the ids."""
        try:
            return question_called(self.data, name)
        except LookupError as error:
            return _cannot(str(name)[:60], str(error.args[0]))


def _said(name: str, value: Any) -> Answer:
    """What was passed in, else what the cells run so far say."""
    from mediakit.exercises.session import typed_in_session

    answer = answer_from(name, value)
    return answer if answer.state is not State.BLANK else typed_in_session(name) or answer


def _cannot(name: str, why: str) -> Feedback:
    return Feedback(name, Outcome.COULD_NOT_READ.value, (f"Could not read this: {why}.",))


def _say(confidence: Any, outcome: Outcome) -> tuple[str, ...]:
    answer = answer_from("confidence", confidence)
    if answer.state is State.BLANK:
        return ()
    sure = Unread(answer.reason) if answer.reason else read_confidence(answer.value)
    if isinstance(sure, Unread):
        return (f"About how sure you are: {sure.why}.",)
    return (say_confidence(sure, outcome),)


def _line_to_paste(name: str, answer: Answer) -> tuple[str, ...]:
    """The line that keeps an answer which no cell holds as a literal yet."""
    from mediakit.exercises.session import typed_in_session

    typed = typed_in_session(name) if answer.state is State.READ else None
    if typed is None or typed.value == answer.value:
        return ()
    line = f"{name} = {show(answer.value, 2_000)}"
    return (f"This value is not written in a cell yet. To hand it in, paste this line: {line}",)


def _first_line(question: Question) -> str:
    line = question.prompt.split("\n")[0]
    return line if len(line) <= 70 else line[:69] + "…"


# --- finding exercises -------------------------------------------------------------------------


def list_exercises() -> list[str]:
    """The names of the exercises that come with mediakit.

    >>> "00_start_here" in list_exercises()
    True
    """
    from mediakit.content import content

    folders = (p for p in content("exercises").iterdir() if p.is_dir())
    return sorted(p.name for p in folders if (p / "questions.yaml").is_file())


def load_exercise(name: str) -> Exercise:
    """Open an exercise: one that comes with mediakit, or one of your own from its file.

    In a notebook it also turns Python's long error reports into one sentence each.

    Parameters
    ----------
    name : str
        The name of a shipped exercise (see :func:`list_exercises`), or the path of a
        ``questions.yaml`` or of the folder that holds it.

    Returns
    -------
    Exercise
        With ``check``, ``hint`` and ``solution``. Every call gives a fresh one.

    Raises
    ------
    LookupError
        When no exercise has this name; the message lists those there are.
    FileNotFoundError
        When a path is given and no file is there.
    ValueError
        When the file is not a valid exercise; the message names every fault with its line.

    Examples
    --------
    >>> load_exercise("00_start_here").data.id
    '00_start_here'
    """
    from mediakit.exercises.session import install_friendly_errors

    install_friendly_errors()  # first: that a file is missing is told in one sentence too
    return Exercise(load_questions(name))


def load_questions(name: str) -> ExerciseData:
    """The questions of an exercise, without a session around them.

    The same names, paths and errors as :func:`load_exercise`.
    """
    name = str(name)
    if name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name:
        path = Path(name) / "questions.yaml" if Path(name).is_dir() else Path(name)
        if not path.is_file():
            where = "" if path.parent.parts else "; put it into the same folder as the notebook"
            raise FileNotFoundError(f"there is no question file at {name!r}{where}")
        return _parse(path.read_bytes(), str(path), path.parent)
    known = list_exercises()
    if name not in known:
        raise LookupError(unknown("exercise", name, known))
    return _shipped(name)


@lru_cache(maxsize=32)
def _shipped(name: str) -> ExerciseData:
    from mediakit.content import content

    file = content("exercises") / name / "questions.yaml"
    data = _parse(file.read_bytes(), f"{name}/questions.yaml", None)
    return replace(data, id=name)


def _parse(source: bytes, name: str, folder: Path | None) -> ExerciseData:
    from mediakit.case import Case, load_case
    from mediakit.exercises.exercisefile import parse_exercise

    def load(case: str) -> Case:
        if folder is not None and case.endswith((".yaml", ".yml")):
            return load_case(str(folder / case))
        return load_case(case)

    return parse_exercise(source, name, load)

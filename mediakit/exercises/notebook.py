"""The notebook of an exercise: one place to write each answer, and below it a cell to check it.

The notebook follows from the questions alone and holds no key. The same questions give the same
bytes, so a committed notebook can be compared with what belongs there.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from mediakit.exercises.kinds import KINDS
from mediakit.exercises.questions import CHANGE, LEVEL, ExerciseData, Question
from mediakit.exercises.questions import HAND_IN as HAND_IN_MODE

__all__ = ["ANSWER", "exercise_notebook", "notebook_text"]

ANSWER = "answer"  # the tag of a cell that a learner fills in
HOW = """\
For each question, write your answer in place of the three dots, run that cell, then run the one
below it. `ex.hint("{first}")` gives a hint, and `ex.solution("{first}")` explains after a try.
Add a cell of your own whenever you want to look something up. Nothing is sent anywhere.

You may also write down how sure you are, from 0 to 100: `{first}_confidence = 70`. It earns no
points and costs none."""
TO_HAND_IN = """\
Read the dossier first. For each question, write your answer in place of the three dots, run that
cell, then run the one below it: it says whether your answer can be read, and nothing about right
or wrong. What came of it, and why, you hear from your instructor. Nothing is sent anywhere.

You may also write down how sure you are, from 0 to 100: `{first}_confidence = 70`. It earns no
points and costs none."""
COMPARE = """\
After a try, see how others put it. Then rate your own text, and name one change that would help a
reader. Both are kept in this notebook; they earn no points and cost none."""
HAND_IN = """\
## Hand in

Save with **Ctrl S**, then run the next cell. It says what is still open and which file to upload.
The file is this one: `{file}`."""

Cell = dict[str, Any]


def exercise_notebook(
    exercise: ExerciseData, load: str = "", case: str = "", dossier: Sequence[str] = ()
) -> dict[str, Any]:
    """The notebook in which a learner answers this exercise, as plain data.

    Parameters
    ----------
    exercise : ExerciseData
        The questions. Keys and misconceptions are not used.
    load : str
        What ``load_exercise`` is given; left out, the id of the exercise.
    case : str
        What ``load_case`` is given; left out, the exercise's own case.
    dossier : sequence of str
        Texts to read before the questions, each for a cell of its own.

    Examples
    --------
    >>> from mediakit.exercises import load_questions
    >>> cells = exercise_notebook(load_questions("00_start_here"))["cells"]
    >>> "".join(cells[3]["source"])
    'q1 = ...'
    """
    cells = list(_cells(exercise, load or exercise.id, case or exercise.case, dossier))
    about = {"exercise": exercise.id, "mode": exercise.mode, "tag": exercise.tag}
    _name(cells)
    return {
        "cells": cells,
        "metadata": {
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
            "mediakit": {name: told for name, told in about.items() if told},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def notebook_text(
    exercise: ExerciseData, load: str = "", case: str = "", dossier: Sequence[str] = ()
) -> str:
    """The same notebook as the text of its file."""
    notebook = exercise_notebook(exercise, load, case, dossier)
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _cells(exercise: ExerciseData, load: str, case: str, dossier: Sequence[str]) -> Iterator[Cell]:
    first = next(iter(exercise.questions), "q1")
    intro = [exercise.intro] if exercise.intro else []
    how = TO_HAND_IN if exercise.mode == HAND_IN_MODE else HOW
    head = [f"# Exercise: {exercise.title}", *intro, how.format(first=first)]
    yield _text("\n\n".join(head))
    yield from map(_text, dossier)
    yield _code("\n".join(_first_lines(exercise, load, case)))
    for question in exercise.questions.values():
        yield _text(_asked(question))
        yield _code(f"{question.id} = ...", ANSWER)
        yield _code(f'ex.check("{question.id}", {question.id})')
        if question.anchors:
            yield from _comparing(question)
    yield _text(HAND_IN.format(file=_file(load)))
    yield _code("ex.hand_in()")


def _first_lines(exercise: ExerciseData, load: str, case: str) -> Iterator[str]:
    yield "import mediakit as mk"
    yield ""
    yield f"ex = mk.load_exercise({_quoted(load)})"
    if not case:
        return
    cut = f".as_of({_quoted(exercise.as_of)})" if exercise.as_of else ""
    yield f"case = mk.load_case({_quoted(case)}){cut}"
    yield from exercise.setup


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _file(load: str) -> str:
    """Where the notebook lies, as a learner knows it."""
    shipped = not load.endswith((".yaml", ".yml"))
    return f"exercises/{load}/exercise.ipynb" if shipped else "exercise.ipynb"


def _comparing(question: Question) -> Iterator[Cell]:
    levels = ", ".join(f"`{level}`" for level in question.rubric)
    yield _text(f"{COMPARE} The levels: {levels}.")
    yield _code(f'ex.compare("{question.id}")')
    yield _code(f"{question.id}{LEVEL} = ...\n{question.id}{CHANGE} = ...", ANSWER)


def _asked(question: Question) -> str:
    """The question as a learner reads it, with its choices and what an answer looks like."""
    parts = [f"## {question.id}", *_own_case(question), question.prompt, *_choices(question)]
    parts.append(f"An answer looks like this: `{KINDS[question.kind].example(question)}`")
    return "\n\n".join(parts)


def _own_case(question: Question) -> list[str]:
    """How to open the case of a question that is on another one, or on another day."""
    if not (question.case or question.as_of):
        return []
    load = f"mk.load_case({_quoted(question.case)})" if question.case else "case"
    cut = f".as_of({_quoted(question.as_of)})" if question.as_of else ""
    return [f"*The records of this question:* `{load}{cut}`"]


def _choices(question: Question) -> list[str]:
    if question.rubric and not KINDS[question.kind].scored:
        levels = "\n".join(f"- **{level}** {text}" for level, text in question.rubric.items())
        own = "This one you compare with other answers and rate yourself. Its rubric:"
        return [
            "This one is read by your instructor. Its rubric:" if question.points else own,
            levels,
        ]
    items, options = _list(question.items), _list(question.options)
    if not (items and options):
        both = [items or options] if items or options else []
        return [*both, *_more(question, bool(both))]
    return [items, _JOINT.get(question.kind, "Sort each into one of these:"), options,
            *_more(question, True)]  # fmt: skip


_JOINT = {"match": "Match each with one of these:", "matrix_cells": "Mark each against these:"}


def _more(question: Question, listed: bool) -> list[str]:
    """What a kind says about its answers beyond the choices, such as a scale."""
    if question.kind == "matrix_cells":
        return [KINDS[question.kind].lines(question)[-1] + "."]
    if question.kind == "likelihood" and not listed:
        return ["\n".join(f"- {line}" for line in KINDS[question.kind].lines(question))]
    return []


def _list(texts: Any) -> str:
    return "\n".join(f"- `{key}`: {text}" if text else f"- `{key}`" for key, text in texts.items())


def _text(source: str) -> Cell:
    return {"cell_type": "markdown", "id": "", "metadata": {}, "source": _lines(source)}


def _code(source: str, *tags: str) -> Cell:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": "",
        "metadata": {"tags": list(tags)} if tags else {},
        "outputs": [],
        "source": _lines(source),
    }


def _lines(source: str) -> list[str]:
    return source.splitlines(keepends=True)


def _name(cells: list[Cell]) -> None:
    """Give each cell an id that follows from its text, so that a change shows where it is."""
    seen: Counter[str] = Counter()
    for cell in cells:
        name = sha256("".join(cell["source"]).encode()).hexdigest()[:8]
        cell["id"] = f"{name}-{seen[name]}" if seen[name] else name
        seen[name] += 1

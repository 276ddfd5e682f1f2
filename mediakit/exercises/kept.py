"""Answers given in a widget: what this session holds of them, and what the saved notebook does.

A widget's answer lives in two places. The running session knows it at once; the notebook file
knows it once the page is saved, as data in the output of the widget's cell. The file is only
ever read here, never written.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mediakit.answers import Answer, Notebook, State, read_notebook, show
from mediakit.answers.notebook import MAX_BYTES
from mediakit.exercises.judging import answer_from

__all__ = [
    "from_widget",
    "line_for",
    "not_kept",
    "notebook_file",
    "remember",
    "saved_notebook",
    "typed_now",
]

# load_exercise gives a fresh exercise every time its cell runs; what was clicked must outlive it.
_given: dict[tuple[str, str], Any] = {}


def remember(exercise: str, name: str, value: Any) -> None:
    """Keep what a widget says for the rest of this session; None for a widget left open."""
    _given[exercise, name] = value


def from_widget(exercise: str, name: str) -> Answer:
    """The answer that a widget of this session holds, else the one in the saved notebook."""
    if (exercise, name) in _given:
        return answer_from(name, _given[exercise, name])
    notebook = saved_notebook()
    return stored_in(notebook, name) if notebook else Answer(name)


def typed_now(name: str) -> Answer:
    """What this name stands for in the session; a cell that did not run through is read as text.

    A name that was emptied (``q1 = ...``) is open, whatever it stood for before.
    """
    from mediakit.exercises.session import shell, typed_in_session

    names = getattr(shell(), "user_ns", {})
    if name in names:
        return answer_from(name, names[name])
    return typed_in_session(name) or Answer(name)


def stored_in(notebook: Notebook, name: str) -> Answer:
    """The last answer of this name that a widget wrote into the notebook's outputs."""
    found = [f.answer for f in notebook.stored if f.answer.question == name]
    return found[-1] if found else Answer(name)


def notebook_file() -> Path | None:
    """The notebook that this session runs, where the front end says so; else None."""
    from mediakit.exercises.session import shell

    running = shell()
    if running is None:
        return None
    named = running.user_ns.get("__vsc_ipynb_file__") or os.environ.get("JPY_SESSION_NAME")
    path = Path(str(named)) if named else None
    return path if path and path.suffix == ".ipynb" and path.is_file() else None


def saved_notebook() -> Notebook | None:
    """The notebook as it was last saved; None when it can't be found or read."""
    path = notebook_file()
    try:
        if path is None or path.stat().st_size > MAX_BYTES:
            return None
        notebook = read_notebook(path.read_bytes())
    except OSError:
        return None
    return None if notebook.reason else notebook


def line_for(answer: Answer) -> str:
    """The line of code that says the same as a widget, whole, to be read or pasted."""
    return f"{answer.question} = {show(answer.value, 100_000)}"


def not_kept(exercise: str, name: str) -> tuple[str, ...]:
    """A sentence and the line to paste, while a widget's answer is not in the saved notebook."""
    answer = from_widget(exercise, name)
    if answer.state is not State.READ:
        return ()
    notebook = saved_notebook()
    if notebook is None:
        return (
            "We can't see from here whether this page keeps what you chose. To be sure, paste "
            f"this line into a cell, run it and save: {line_for(answer)}",
        )
    if stored_in(notebook, name).value == answer.value:
        return ()
    return (
        f"Your choice for {name} is not in the saved file yet. Save with Ctrl S. If you read "
        f"this again after saving, paste this line into a cell and save: {line_for(answer)}",
    )

"""The fields of an answer widget: one form for each kind of question.

A form shows what the question asks and never what its key says. Lists are shown
as radio buttons, tick boxes and fields: in JupyterLab the arrow keys belong to the notebook, and
these work with Tab, Space and typing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mediakit.exercises.kinds.base import Read
from mediakit.exercises.questions import Question

__all__ = ["FORMS", "Form", "confidence_form"]

OPEN = "(not chosen yet)"
_WHOLE = re.compile(r"-?\d{1,15}")
_DECIMAL = re.compile(r"-?\d{1,12}\.\d{1,12}")


@dataclass(frozen=True)
class Form:
    """The fields, and what they say together: a plain value, or None while they are open."""

    fields: tuple[Any, ...]
    value: Callable[[], Any]


def _named(key: str, text: str) -> str:
    return f"{key}: {text}" if text else key


def _field(label: str, start: Any, hint: str = "", long: bool = False) -> Any:
    """A text field under its label; the label wraps on a narrow page."""
    import ipywidgets as w

    value = str(start) if isinstance(start, (str, int, float)) else ""
    if long:
        return w.Textarea(value=value, description=label, rows=8)
    return w.Text(value=value, description=label, placeholder=hint)


def _choose(question: Question, start: Any) -> Form:
    import ipywidgets as w

    box = w.RadioButtons(
        options=[(_named(k, t), k) for k, t in question.options.items()],
        value=start if isinstance(start, str) and start in question.options else None,
        description="Choose one:",
    )
    return Form((box,), lambda: box.value)


def _choose_several(question: Question, start: Any) -> Form:
    import ipywidgets as w

    ticked = start if isinstance(start, (tuple, frozenset)) else ()
    boxes = {
        k: w.Checkbox(value=k in ticked, description=_named(k, t), indent=False)
        for k, t in question.options.items()
    }
    return Form(tuple(boxes.values()), lambda: [k for k, b in boxes.items() if b.value] or None)


def _classify(question: Question, start: Any) -> Form:
    import ipywidgets as w

    chosen: Mapping[Any, Any] = start if isinstance(start, dict) else {}
    options = [(OPEN, ""), *((_named(k, t), k) for k, t in question.options.items())]
    boxes = {
        item: w.Dropdown(
            options=options,
            value=chosen[item] if chosen.get(item) in list(question.options) else "",
            description=_named(item, text),
        )
        for item, text in question.items.items()
    }
    return Form(
        tuple(boxes.values()), lambda: {i: b.value for i, b in boxes.items() if b.value} or None
    )


def _order(question: Question, start: Any) -> Form:
    placed = start if isinstance(start, tuple) else ()
    places = {item: n for n, item in enumerate(placed, 1) if isinstance(item, str)}
    last = len(question.items)
    fields = {
        item: _field(_named(item, text), places.get(item), f"its place, 1 to {last}")
        for item, text in question.items.items()
    }

    def value() -> Any:
        said = {item: field.value.strip() for item, field in fields.items()}
        if sorted(said.values()) != sorted(str(n) for n in range(1, last + 1)):
            return None
        return sorted(said, key=lambda item: int(said[item]))

    return Form(tuple(fields.values()), value)


def _likelihood(question: Question, start: Any) -> Form:
    import ipywidgets as w

    from mediakit.exercises.kinds import KINDS
    from mediakit.exercises.kinds.likelihood import steps

    found = KINDS["likelihood"].read(question, start)
    known = steps(question)
    box = w.RadioButtons(
        options=list(zip(KINDS["likelihood"].lines(question), known, strict=True)),
        value=found.value[0] if isinstance(found, Read) else None,
        description="Choose one:",
    )
    return Form((box,), lambda: box.value)


def _grade(question: Question, start: Any) -> Form:
    """The letter, the figure or both, and a tick box for each record that it may rest on."""
    import ipywidgets as w

    from mediakit.exercises.kinds import KINDS
    from mediakit.exercises.kinds.grade_with_grounds import shape
    from mediakit.scales import Credibility, Reliability

    found = KINDS["grade_with_grounds"].read(question, start)
    grade, grounds = (
        (found.value.grade, found.value.grounds) if isinstance(found, Read) else ("", ())
    )
    asked = [
        (Reliability, "The source, A to F:", ("letter", "both", "")),
        (Credibility, "The piece of information, 1 to 6:", ("figure", "both", "")),
    ]
    signs = [
        w.RadioButtons(
            options=[(_named(m.value, m.words), m.value) for m in scale],
            value=next((m.value for m in scale if m.value in grade), None),
            description=label,
        )
        for scale, label, shapes in asked
        if shape(question) in shapes
    ]
    boxes = {
        k: w.Checkbox(value=k in grounds, description=f"It rests on {_named(k, t)}", indent=False)
        for k, t in question.options.items()
    }

    def value() -> Any:
        said = "".join(sign.value or "" for sign in signs)
        named = [k for k, box in boxes.items() if box.value]
        return {"grade": said or None, "grounds": named} if said or named else None

    return Form((*signs, *boxes.values()), value)


def _cells(question: Question, start: Any) -> Form:
    """A list of marks for each cell, row after row."""
    import ipywidgets as w

    from mediakit.exercises.kinds import KINDS
    from mediakit.scales import Consistency

    found = KINDS["matrix_cells"].read(question, start)
    marked: Mapping[str, Any] = found.value if isinstance(found, Read) else {}
    options = [(OPEN, ""), *((_named(m.value, m.words), m.value) for m in Consistency)]
    boxes = {
        (row, column): w.Dropdown(
            options=options,
            value=marked.get(row, {}).get(column, ("",))[0],
            description=f"{_beside(row, text)}, against {_beside(column, above)}",
        )
        for row, text in question.items.items()
        for column, above in question.options.items()
    }

    def value() -> Any:
        rows: dict[str, dict[str, str]] = {}
        for (row, column), box in boxes.items():
            if box.value:
                rows.setdefault(row, {})[column] = box.value
        return rows or None

    return Form(tuple(boxes.values()), value)


def _beside(key: str, text: str) -> str:
    return f"{key} ({text.rstrip('.')})" if text else key


def _typed(label: str, hint: str) -> Callable[[Question, Any], Form]:
    """One field; what looks like a number is kept as one."""

    def build(question: Question, start: Any) -> Form:
        field = _field(label, start, hint)
        return Form((field,), lambda: plain(field.value))

    return build


def _prose(question: Question, start: Any) -> Form:
    field = _field("Your text:", start, long=True)
    return Form((field,), lambda: field.value.strip() or None)


def plain(text: str) -> Any:
    """A field's text as a number where it is one, as text, or None when it is blank.

    >>> plain(" 3 "), plain("0.03"), plain("3 in 100"), plain(" ")
    (3, 0.03, '3 in 100', None)
    """
    text = text.strip()
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text or None


def confidence_form(start: Any) -> Form:
    """How sure somebody is, beside any answer."""
    label = "How sure are you, from 0 to 100? (You may leave this blank.)"
    field = _field(label, start)
    return Form((field,), lambda: plain(field.value))


FORMS: Mapping[str, Callable[[Question, Any], Form]] = {
    "choose": _choose,
    "choose_several": _choose_several,
    "classify": _classify,
    "count": _typed("Your count:", "a whole number"),
    "date": _typed("The day:", "for example 7 July 2001"),
    "free_text": _prose,
    "grade_with_grounds": _grade,
    "likelihood": _likelihood,
    "match": _classify,
    "matrix_cells": _cells,
    "number": _typed("Your number:", ""),
    "order": _order,
    "rewrite": _prose,
}

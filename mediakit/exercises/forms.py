"""The fields of an answer widget: one form for each kind of question that has one.

A form is built from the question alone, so nothing in it can give the key away. Lists are shown
as radio buttons, tick boxes and fields: in JupyterLab the arrow keys belong to the notebook, and
these work with Tab, Space and typing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

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
    "likelihood": _typed("Your phrase:", ""),
    "match": _classify,
    "number": _typed("Your number:", ""),
    "order": _order,
    "rewrite": _prose,
}

"""From a syntax tree or a Python value to a plain, bounded literal.

A literal here is text, a number, true or false, ``...`` for "left open", or a list, set or
dict of these. Everything has a bound, so that no answer can cost more than a moment.
"""

from __future__ import annotations

import ast
import math
import numbers
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

__all__ = ["Answer", "State", "Unreadable", "is_blank", "read_node", "read_value", "show"]

MAX_DEPTH = 12
MAX_ITEMS = 2_000
MAX_TEXT = 50_000
MAX_NUMBER = 10**15
MAX_POWER = 64
NAME_IT = "write the value itself"

Value = Any  # str | int | float | bool | ... | tuple | frozenset | dict, of the same


class State(StrEnum):
    """What became of an answer when it was read."""

    READ = "read"
    BLANK = "not attempted"
    UNREADABLE = "could not read"


@dataclass(frozen=True)
class Answer:
    """One answer as it was read: a value, or the reason why there is none.

    ``value`` is ``...`` where nothing was answered or nothing could be read. ``where`` tells
    the cell, ``notes`` what was mended or noticed on the way.
    """

    question: str
    value: Value = ...
    reason: str = ""
    notes: tuple[str, ...] = ()
    where: str = ""

    @property
    def state(self) -> State:
        """Read, not attempted, or could not read."""
        if self.reason:
            return State.UNREADABLE
        return State.BLANK if is_blank(self.value) else State.READ


class Unreadable(ValueError):
    """Raised inside the reader only; its text is the reason that a learner sees."""


def is_blank(value: Value) -> bool:
    """True for ``...``, None, empty text, and containers that hold nothing else."""
    if value is ... or value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, dict):
        return all(is_blank(v) for v in value.values())
    if isinstance(value, (tuple, frozenset)):
        return all(is_blank(v) for v in value)
    return False


def show(value: Value, limit: int = 200) -> str:
    """The literal as one would type it, cut short when it is long. Always the same text.

    >>> show(("c2", "c5")), show(0.5), show({"a": "finding"})
    ('["c2", "c5"]', '0.5', '{"a": "finding"}')
    """
    text = _shown(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _sign(sign: str, quote: str) -> str:
    """One character as it stands inside quotation marks."""
    if sign in ("\\", quote):
        return "\\" + sign
    return sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii")


def _shown(value: Value) -> str:
    if value is ...:
        return "..."
    if isinstance(value, str):
        quote = "'" if '"' in value and "'" not in value else '"'
        return quote + "".join(_sign(c, quote) for c in value) + quote
    if isinstance(value, tuple):
        return "[" + ", ".join(_shown(v) for v in value) + "]"
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(_shown(v) for v in value)) + "}" if value else "[]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_shown(k)}: {_shown(v)}" for k, v in value.items()) + "}"
    return repr(value)


# --- from a Python value -----------------------------------------------------------------------


def read_value(value: object) -> Value:
    """The literal that a Python value stands for.

    Raises
    ------
    Unreadable
        With the reason, for a value of any other kind or beyond the bounds.
    """
    return _from_value(value, [MAX_ITEMS], 0)


def _from_value(value: Any, left: list[int], depth: int) -> Value:
    _spend(left, depth)
    if value is None or value is ...:
        return ...
    if isinstance(value, str):
        return _text(str.__str__(value))
    if isinstance(value, bool):
        return value
    if isinstance(value, (datetime, date)):
        return value.isoformat()[:10]
    if isinstance(value, numbers.Number):
        return _plain_number(value)
    if isinstance(value, dict):
        return _dict(value.items(), lambda part: _from_value(part, left, depth + 1))
    if isinstance(value, (list, tuple)):
        return tuple(_from_value(part, left, depth + 1) for part in value)
    if isinstance(value, (set, frozenset)):
        return _set(_from_value(part, left, depth + 1) for part in value)
    raise Unreadable(f"an answer of the kind {type(value).__name__!r} is not read; {NAME_IT}")


def _plain_number(value: Any) -> Value:
    """Numbers of other libraries too, as a plain whole number or decimal."""
    try:
        return _number(int(value) if isinstance(value, numbers.Integral) else float(value))
    except (TypeError, ValueError, OverflowError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(f"this number is of a kind that is not read; {NAME_IT}") from None


# --- from a syntax tree ------------------------------------------------------------------------


def read_node(node: ast.expr) -> Value:
    """The literal that an expression spells out, without running it.

    Signs and arithmetic on numbers are worked out, and joined texts are joined.

    Raises
    ------
    Unreadable
        With the reason, for everything that is no literal or goes beyond the bounds.
    """
    return _from_node(node, [MAX_ITEMS], 0)


def _from_node(node: ast.expr, left: list[int], depth: int) -> Value:
    _spend(left, depth)

    def part(child: ast.expr) -> Value:
        return _from_node(child, left, depth + 1)

    match node:
        case ast.Name(id="Ellipsis"):
            return ...
        case ast.Constant(value=value):
            return _constant(value)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return tuple(part(p) for p in parts)
        case ast.Set(elts=parts):
            return _set(part(p) for p in parts)
        case ast.Dict(keys=keys, values=values):
            if None in keys:
                raise Unreadable("two dicts are joined here; write one dict out")
            return _dict(zip(keys, values, strict=True), part)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _number(-_operand(part(operand)))
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _number(+_operand(part(operand)))
        case ast.BinOp(left=first, op=op, right=second):
            return _arithmetic(part(first), op, part(second))
    raise Unreadable(_what_it_is(node))


def _constant(value: Any) -> Value:
    if value is None or value is ...:
        return ...
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return _number(value)
    raise Unreadable(f"this kind of value ({type(value).__name__}) is not an answer; {NAME_IT}")


OPERATIONS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
    ast.FloorDiv: lambda a, b: a // b,
    ast.Mod: lambda a, b: a % b,
    ast.Pow: lambda a, b: a**b,
}


def _arithmetic(first: Value, op: ast.operator, second: Value) -> Value:
    if isinstance(first, str) and isinstance(second, str) and isinstance(op, ast.Add):
        return _text(first + second)
    work = OPERATIONS.get(type(op))
    if work is None:
        raise Unreadable(f"this calculation is not read; {NAME_IT}")
    a, b = _operand(first), _operand(second)
    if isinstance(op, ast.Pow) and (abs(b) > MAX_POWER or abs(a) > 1_000):
        raise Unreadable("this power is too large to be an answer")
    try:
        return _number(work(a, b))
    except ZeroDivisionError:
        raise Unreadable("this divides by zero") from None
    except OverflowError:
        raise Unreadable("this number is too large to be an answer") from None


def _operand(value: Value) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Unreadable(f"only numbers are calculated with here; {NAME_IT}")
    return value


def _what_it_is(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name):
            return f"the name {name[:40]!r} stands for something else; {NAME_IT}"
        case ast.JoinedStr():
            return "a text with an f before it is worked out by Python; write the text itself"
        case ast.Call():
            return f"a call with brackets is worked out by Python; {NAME_IT}, not how to get it"
        case ast.Compare() | ast.BoolOp():
            return f"this is a comparison; {NAME_IT}"
        case ast.Attribute() | ast.Subscript():
            return f"this points to something worked out elsewhere; {NAME_IT}"
        case ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return f"this is a small program; {NAME_IT}"
    return f"this is not a plain value; {NAME_IT}"


# --- bounds ------------------------------------------------------------------------------------


def _spend(left: list[int], depth: int) -> None:
    left[0] -= 1
    if left[0] < 0:
        raise Unreadable(f"this has more than {MAX_ITEMS:,} parts")
    if depth > MAX_DEPTH:
        raise Unreadable("brackets or signs are nested too deep here")


def _text(value: str) -> str:
    if len(value) > MAX_TEXT:
        raise Unreadable(f"this text is longer than {MAX_TEXT:,} characters")
    # A lone half of a character pair can't be written to a file.
    return value.encode("utf-8", "replace").decode("utf-8")


def _number(value: Any) -> int | float:
    if isinstance(value, complex):
        raise Unreadable("a complex number is not an answer here")
    if isinstance(value, float) and not math.isfinite(value):
        raise Unreadable("this is not a number that can be written down")
    if abs(value) > MAX_NUMBER:
        raise Unreadable("this number is too large to be an answer")
    return int(value) if isinstance(value, int) else float(value)


def _set(parts: Iterable[Value]) -> frozenset[Value]:
    try:
        return frozenset(parts)
    except TypeError:
        raise Unreadable("a set holds single values only; use a list") from None


def _dict(pairs: Iterable[tuple[Any, Any]], read: Callable[[Any], Value]) -> dict[Value, Value]:
    found: dict[Value, Value] = {}
    for key, value in pairs:
        name = read(key)
        if isinstance(name, (tuple, dict, frozenset)):
            raise Unreadable("the left side of each pair is a single value")
        found[name] = read(value)
    return found

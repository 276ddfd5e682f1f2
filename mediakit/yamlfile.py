"""Reading YAML files that people write by hand: every fault at its line, all at once.

The reader walks the YAML nodes rather than plain values, because a node knows its line.
It collects all faults before it speaks, so that an author mends a file in one pass.
Files are data from strangers: they are bounded in size and depth, and aliases, which can
blow a small file up into a huge one, are refused.

A *reader* takes a node and the list of faults, and gives back a value or ``UNREAD``. A reader
also knows the JSON Schema of what it takes (see :func:`schema_of`), so that editors can be told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from mediakit.records import When

__all__ = [
    "UNREAD",
    "Problem",
    "Reader",
    "Schema",
    "Shaped",
    "build",
    "compose",
    "day",
    "line_of",
    "list_of",
    "prose",
    "raw_list",
    "scalar",
    "schema_of",
    "shaped",
    "text",
    "texts_by_id",
    "when",
    "word",
    "yes_no",
]

MAX_BYTES = 2_000_000
MAX_DEPTH = 12


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in a file: its line, what is wrong, and what to do about it.

    With ``advice`` it is no fault: the file is sound without it and would be better with it.
    """

    line: int
    message: str
    fix: str = ""
    advice: bool = False

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}" + (f"; {self.fix}" if self.fix else "")


class _Unread:
    """What a reader returns for a value it could not read; the problem is already noted."""


UNREAD = _Unread()


# --- from bytes to nodes -----------------------------------------------------------------


def compose(source: bytes, problems: list[Problem]) -> Any:
    """The root node of the file, or None when it is no YAML that we read."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    if len(source) > MAX_BYTES:
        problems.append(Problem(1, f"the file is larger than {MAX_BYTES // 1_000_000} MB"))
        return None
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source[: error.start].count(b"\n") + 1
        problems.append(Problem(line, "this is not text in UTF-8", "save the file as UTF-8"))
        return None
    try:
        yaml = YAML(typ="safe", pure=True)
        deepest = 0
        depth = 0
        for event in yaml.parse(text):
            kind = type(event).__name__
            depth += kind.endswith("StartEvent") - kind.endswith("EndEvent")
            deepest = max(deepest, depth)
            if kind == "AliasEvent":
                raise _fault(event, "aliases (*name) are not read", "write the value out")
            if deepest > MAX_DEPTH + 2:  # stream and document count as two
                raise _fault(event, "this is nested too deep", "see a shipped case for the shape")
        return YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        why = (error.problem or error.context or "not YAML").strip()
        fix = "check the indentation, and put text with a colon or a hash in quotation marks"
        problems.append(Problem((mark.line if mark else 0) + 1, f"this is not YAML: {why}", fix))
    except (YAMLError, RecursionError, ValueError) as error:
        found = error.args[0] if error.args and isinstance(error.args[0], Problem) else None
        problems.append(found or Problem(1, "this is not YAML that we can read"))
    return None


def _fault(event: Any, message: str, fix: str) -> ValueError:
    return ValueError(Problem(event.start_mark.line + 1, message, fix))


def line_of(node: Any) -> int:
    return int(node.start_mark.line) + 1


# --- from nodes to values ----------------------------------------------------------------

Reader = Callable[[Any, list[Problem]], Any]
Schema = dict[str, Any]

ANY_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}


@dataclass(frozen=True)
class Shaped:
    """A reader that knows the JSON Schema of what it takes."""

    read: Reader
    schema: Schema

    def __call__(self, node: Any, problems: list[Problem]) -> Any:
        """The value of the node, or ``UNREAD``."""
        return self.read(node, problems)


def shaped(schema: Schema) -> Callable[[Reader], Shaped]:
    """Tell a reader the schema of what it takes."""
    return lambda read: Shaped(read, schema)


def schema_of(reader: Reader) -> Schema:
    """The JSON Schema of what a reader takes; an empty one, which takes anything, if unknown."""
    return dict(reader.schema) if isinstance(reader, Shaped) else {}


def scalar(node: Any, problems: list[Problem], what: str) -> Any:
    if node.id != "scalar":
        problems.append(Problem(line_of(node), f"{what} is expected here, not a list or a group"))
        return UNREAD
    return node.value


@shaped(ANY_TEXT)
def text(node: Any, problems: list[Problem]) -> Any:
    """Text on one line, however the file wraps it."""
    value = scalar(node, problems, "text")
    return value if value is UNREAD else " ".join(value.split())


@shaped(ANY_TEXT)
def prose(node: Any, problems: list[Problem]) -> Any:
    """Text that keeps its lines."""
    value = scalar(node, problems, "text")
    return value if value is UNREAD else value.strip()


@shaped({"enum": [True, False, "yes", "no", "true", "false"]})
def yes_no(node: Any, problems: list[Problem]) -> Any:
    value = scalar(node, problems, "yes or no")
    if value is UNREAD:
        return UNREAD
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(str(value).lower())
    if answer is None:
        problems.append(Problem(line_of(node), f"{value!r} is neither yes nor no"))
        return UNREAD
    return answer


@shaped({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
def day(node: Any, problems: list[Problem]) -> Any:
    value = scalar(node, problems, "a date")
    if value is UNREAD:
        return UNREAD
    try:
        return date.fromisoformat(value)
    except ValueError:
        fix = "write year-month-day, like 2015-12-26"
        problems.append(Problem(line_of(node), f"{value!r} is not a date", fix))
        return UNREAD


def list_of(item: Reader) -> Reader:
    @shaped({"type": "array", "items": schema_of(item)})
    def read(node: Any, problems: list[Problem]) -> Any:
        if node.id != "sequence":
            fix = "write [one, two], or a dash before each"
            problems.append(Problem(line_of(node), "a list is expected here", fix))
            return UNREAD
        values = [item(child, problems) for child in node.value]
        return UNREAD if UNREAD in values else tuple(values)

    return read


def word(choices: type[StrEnum]) -> Reader:
    """One word of a fixed list; spaces and underscores are the same."""
    ways = [way for c in choices for way in (c.value.replace("_", " "), c.value)]

    @shaped({"enum": list(dict.fromkeys(ways))})
    def read(node: Any, problems: list[Problem]) -> Any:
        value = text(node, problems)
        if value is UNREAD:
            return UNREAD
        try:
            return choices(value.lower().replace(" ", "_").replace(",", ""))
        except ValueError:
            listed = ", ".join(c.value.replace("_", " ") for c in choices)
            problems.append(
                Problem(line_of(node), f"{value!r} is not on the list", f"use {listed}")
            )
            return UNREAD

    return read


@shaped({"type": "object", "additionalProperties": ANY_TEXT})
def texts_by_id(node: Any, problems: list[Problem]) -> Any:
    """A group of ``id: text`` pairs."""
    if node.id != "mapping":
        problems.append(Problem(line_of(node), "a group of 'id: text' lines is expected here"))
        return UNREAD
    values: dict[str, Any] = {}
    for key, value in node.value:
        name = scalar(key, problems, "an id")
        if name in values:
            problems.append(Problem(line_of(key), f"the id {name!r} stands here twice"))
        if name is not UNREAD:
            values[name] = text(value, problems)
    return values


def _empty(node: Any) -> bool:
    """True when nothing stands after the colon. Such a node's own line is that of what follows."""
    return bool(node.id == "scalar" and node.value == "")


def _value_of(name: str, node: Any, reader: Reader, needed: bool) -> tuple[Any, list[Problem]]:
    """The value of one field, and its faults. An empty field has one fault, if any."""
    faults: list[Problem] = []
    value = reader(node, faults)
    if _empty(node) and (faults or needed):
        fix = faults[0].fix if faults else ""
        return UNREAD, [Problem(line_of(node), f"{name!r} is empty", fix or "fill it in")]
    return value, faults


def build(
    make: Callable[..., Any], spec: Mapping[str, Reader], required: tuple[str, ...]
) -> Reader:
    """A reader for one group of fields. Unknown, double and missing fields are faults."""

    @shaped(_object(spec, required))
    def read(node: Any, problems: list[Problem]) -> Any:
        if node.id != "mapping":
            fix = f"with the fields {', '.join(spec)}"
            problems.append(Problem(line_of(node), "a group of fields is expected here", fix))
            return UNREAD
        values: dict[str, Any] = {}
        before = len(problems)
        for key, value in node.value:
            name = key.value if key.id == "scalar" else "[…]"
            if name not in spec:
                close = get_close_matches(name, spec, n=1)
                fix = (
                    f"did you mean {close[0]!r}?" if close else f"the fields are {', '.join(spec)}"
                )
                problems.append(Problem(line_of(key), f"there is no field {name!r} here", fix))
            elif name in values:
                problems.append(Problem(line_of(key), f"the field {name!r} stands here twice"))
            else:
                values[name], faults = _value_of(name, value, spec[name], name in required)
                problems += [replace(f, line=line_of(key)) if _empty(value) else f for f in faults]
        for name in required:
            if name not in values:
                problems.append(Problem(line_of(node), f"the field {name!r} is missing", "add it"))
        return make(**values) if len(problems) == before else UNREAD

    return read


def _object(spec: Mapping[str, Reader], required: tuple[str, ...]) -> Schema:
    """The schema of a group of fields. A field that must be there must hold something."""
    properties = {name: schema_of(reader) for name, reader in spec.items()}
    for name in required:
        if properties[name] == ANY_TEXT:
            properties[name] = {"type": ["string", "number", "boolean"], "minLength": 1}
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


_words_too = build(When, {"on": day, "words": text}, ("on",))


@shaped({"anyOf": [schema_of(day), schema_of(_words_too)]})
def when(node: Any, problems: list[Problem]) -> Any:
    """A day: ``2015-12-26``, or ``{on: 2015-12-26, words: about 25–27 December 2015}``."""
    if node.id == "mapping":
        return _words_too(node, problems)
    found = day(node, problems)
    return found if found is UNREAD else When(found)


def raw_list(node: Any, problems: list[Problem]) -> Any:
    return list_of(lambda child, _: child)(node, problems)

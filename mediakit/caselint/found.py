"""What a case file holds, with the line of everything in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from mediakit.records import Records, When
from mediakit.yamlfile import line_of

__all__ = ["Found", "Text"]


@dataclass(frozen=True)
class Text:
    """A text somewhere in a case: its group and record, its field, its words, its line."""

    group: str
    id: str
    field: str
    words: str
    line: int

    @property
    def where(self) -> str:
        """The place as a sentence names it."""
        return f"the {self.field} of {self.id!r}" if self.id else f"the {self.field}"


@dataclass
class Found:
    """What a case file holds: its head, its records by group, and the lines.

    An id has a line even when its record could not be read, so that one fault does not make
    every record that names it look broken as well. The head is the record ``""`` of the
    group ``""``.
    """

    groups: dict[str, Records[Any]] = field(default_factory=dict)
    lines: dict[tuple[str, str], int] = field(default_factory=dict)
    head: dict[str, Any] = field(default_factory=dict)
    places: dict[tuple[str, ...], int] = field(default_factory=dict)

    def keep_lines(self, record: tuple[str, str], node: Any) -> None:
        """Note the line of a record, of its fields, and of the parts of its lists."""
        self.lines[record] = line_of(node)
        for key, value in node.value if node.id == "mapping" else ():
            if key.id != "scalar":
                continue
            self.places[(*record, key.value)] = line_of(key)
            for k, part in enumerate(value.value if value.id == "sequence" else ()):
                self.places[(*record, key.value, str(k))] = line_of(part)

    def line(self, group: str, id_: str, *path: str) -> int:
        """The line of a record, or of a field or a part of a list of it where that is known."""
        for end in range(len(path), 0, -1):
            if (group, id_, *path[:end]) in self.places:
                return self.places[group, id_, *path[:end]]
        return self.lines.get((group, id_), 1)

    def ids(self, group: str) -> list[str]:
        """Every id of a group, readable or not."""
        return [id_ for name, id_ in self.lines if group and name == group and id_]

    def records(self, group: str) -> Mapping[str, Any]:
        """The records of a group that could be read."""
        return self.groups.get(group, {})

    def everything(self) -> Iterator[tuple[str, Any]]:
        """Every record with its group."""
        for group, records in self.groups.items():
            for record in records.values():
                yield group, record

    def texts(self) -> Iterator[Text]:
        """Every text of the case that a person reads; addresses and ids are not among them."""
        for name, value in self.head.items():
            if name != "private_names":
                yield from self._of("", "", (name,), value)
        for group, record in self.everything():
            for f in fields(record):
                if f.name not in NO_PROSE:
                    yield from self._of(group, record.id, (f.name,), getattr(record, f.name))

    def _of(self, group: str, id_: str, path: tuple[str, ...], value: Any) -> Iterator[Text]:
        if isinstance(value, str):
            name = next(p for p in reversed(path) if not p.isdigit())
            yield Text(group, id_, name, str(value), self.line(group, id_, *path))
        elif isinstance(value, tuple):
            for k, part in enumerate(value):
                yield from self._of(group, id_, (*path, str(k)), part)
        elif isinstance(value, Mapping):
            for key, part in value.items():
                yield from self._of(group, id_, (*path, str(key)), part)
        elif is_dataclass(value) and not isinstance(value, When):
            for f in fields(value):
                if f.name not in NO_PROSE:
                    yield from self._of(group, id_, (*path, f.name), getattr(value, f.name))


# Fields that hold no sentence of anybody: ids, words of a list, addresses.
NO_PROSE = frozenset(
    {"basis", "case", "claim", "claims", "credibility", "document", "ground", "id", "kind"}
    | {"language", "level", "main_document", "marks", "named", "on_record", "open", "origin"}
    | {"documents", "independent", "invented", "subject"}
    | {"part_of", "question", "reality", "references", "reliability", "said_in", "says"}
    | {"source", "standing", "to", "url"}
)

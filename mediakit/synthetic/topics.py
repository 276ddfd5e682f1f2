"""What synthetic cases are about: topics from ``topics.yaml``, invented places and names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mediakit.yamlfile import UNREAD, Problem, Reader, build, compose, list_of, text

__all__ = ["NAMES", "PLACES", "TRADES", "Answer", "Topic", "TopicQuestion", "read_topics", "topics"]


@dataclass(frozen=True)
class Answer:
    """One answer to a question: as a sentence, and what would be seen if it were true."""

    id: str
    claim: str
    label: str = ""
    seen: str = ""
    found: str = ""


@dataclass(frozen=True)
class TopicQuestion:
    """A question with its answers, of which exactly one is true in each case."""

    id: str
    text: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Topic:
    """A topic: an event that nobody disputes, a main question and two smaller ones."""

    id: str
    title: str
    event: str
    questions: tuple[TopicQuestion, ...]


_answer = build(
    Answer,
    {"id": text, "label": text, "claim": text, "seen": text, "found": text},
    ("id", "label", "claim", "seen", "found"),
)


def _side(id: str, question: str, yes: str, no: str) -> TopicQuestion:
    return TopicQuestion(id, question, (Answer(f"{id}-1", yes), Answer(f"{id}-2", no)))


def _topic(
    id: str,
    title: str,
    event: str,
    question: str,
    answers: tuple[Answer, ...],
    sides: tuple[TopicQuestion, ...],
) -> Topic:
    return Topic(id, title, event, (TopicQuestion("main", question, answers), *sides))


_sides: Reader = list_of(
    build(
        _side, {"id": text, "question": text, "yes": text, "no": text},
        ("id", "question", "yes", "no"),
    )
)  # fmt: skip
_fields: dict[str, Reader] = {
    "id": text,
    "title": text,
    "event": text,
    "question": text,
    "answers": list_of(_answer),
    "sides": _sides,
}
_file = build(dict, {"topics": list_of(build(_topic, _fields, tuple(_fields)))}, ("topics",))


def read_topics(source: bytes) -> tuple[Topic, ...]:
    """Topics from the bytes of a file like ``topics.yaml``.

    Raises
    ------
    ValueError
        Naming every fault with its line.
    """
    problems: list[Problem] = []
    root = compose(source, problems)
    read: Any = UNREAD if root is None else _file(root, problems)
    if problems or read is UNREAD:
        raise ValueError("the topics cannot be read:\n" + "\n".join(map(str, sorted(problems))))
    found: tuple[Topic, ...] = read["topics"]
    return found


@lru_cache(maxsize=1)
def topics() -> tuple[Topic, ...]:
    """The topics that come with mediakit."""
    return read_topics(files("mediakit.synthetic").joinpath("topics.yaml").read_bytes())


# Invented, every one of them.
PLACES = (
    "Quellmarsh", "Brindlehope", "Oxterleigh", "Varnwick", "Pellowgate", "Dunmarrow",
    "Eskerby", "Sallowmere", "Corvenham", "Mistlebrook", "Harrowfen", "Lindlecombe",
    "Ottergate", "Skerrowdale", "Farlingstow", "Netherquill", "Tamblerock", "Wrenfold Cross",
    "Hollinferry", "Grelsund", "Morvash", "Tessaru", "Kirrimo",
    "Zelenmost", "Abrevan", "Loumarisk", "Caldrano", "Sundhaven", "Vesperay",
)  # fmt: skip
_FIRST = (
    "Ada", "Joren", "Mirela", "Tovah", "Idris", "Selma", "Okan", "Priya", "Lukas", "Naledi",
    "Ewa", "Mateo", "Yuna", "Farid", "Greta", "Hakim", "Ines", "Kofi", "Lena", "Osei",
)  # fmt: skip
_LAST = (
    "Quillon", "Pellwick", "Tarnow-Reed", "Oduvale", "Marrisk", "Fenlark", "Haldour", "Venn",
    "Brackley-Osso", "Sorrelby", "Katsaro", "Lindqvell", "Amberow", "Dravik", "Thessal",
    "Wexcombe",
)  # fmt: skip
NAMES = tuple(f"{first} {last}" for first in _FIRST for last in _LAST)
TRADES = (
    "a baker", "a bus driver", "a nurse", "a gardener", "a carpenter", "a teacher",
    "a postal worker", "a retired engineer", "a student", "a shopkeeper", "a beekeeper", "a tailor",
)  # fmt: skip

"""What a lesson's words must keep to, and a report of them: ``python -m tests.lesson_words``.

Each rule takes a notebook and gives the faults it finds. A cell tagged ``as-of-2015-12-26`` is
written as on that day; whatever a cell asks with ``.as_of("2015-12-26")`` is shown as on that day.
Numbers in prose stand in the case's file or in an output of the lesson, or the lesson's metadata
list them under ``numbers`` (findings of a study, say).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from tests.machine import ROOT
from tests.reading_level import grade

__all__ = ["RULES", "Mention", "dates_in", "glossary", "prose_of", "report"]

Notebook = dict[str, Any]

HARDEST = 10.0  # the grade by the formula; we aim at 8 to 9
PROSE = (15, 75)  # words for each line of code
MOST_TERMS = 3
LEAST_NUMBER = 10  # smaller ones are counted on fingers, and stand everywhere
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"\b(?:(?P<from>\d{{1,2}})(?:–|-| or | to | and ))?(?P<day>\d{{1,2}}) (?P<month>{_MONTH})"
    rf"(?: (?P<year>\d{{4}}))?\b"
    rf"|\b(?P<month2>{_MONTH}) (?P<year2>\d{{4}})\b"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b"
    r"|(?<![\d.,/-])(?P<year3>(?:19|20)\d{2})(?![\d/-])"
)
_NUMBER = re.compile(r"(?<![\w.,#/-])\d[\d,]*(?:\.\d+)?(?![\w/])")
_TAG = re.compile(r"as-of-(\d{4}-\d{2}-\d{2})")
_CUT = re.compile(r"""as_of\(\s*["'](\d{4}-\d{2}-\d{2})["']""")


class Mention:
    """A day, a month or a year that a text names; ``None`` for what it leaves out."""

    def __init__(self, text: str, year: int | None, month: int | None, days: tuple[int, ...]):
        self.text, self.year, self.month, self.days = text, year, month, days

    def begins(self, year: int) -> date:
        """The first day that may be meant, in this year when the text names none."""
        return date(self.year or year, self.month or 1, min(self.days, default=1))


def dates_in(text: str) -> Iterator[Mention]:
    """Every date that a text names."""
    for found in _DATE.finditer(text):
        part = found.groupdict()
        try:
            if part["iso"]:
                day = date.fromisoformat(part["iso"])
                yield Mention(found[0], day.year, day.month, (day.day,))
            elif part["day"]:
                days = tuple(int(d) for d in (part["from"], part["day"]) if d)
                year = int(part["year"]) if part["year"] else None
                date(year or 2000, MONTHS.index(part["month"]) + 1, max(days))
                yield Mention(found[0], year, MONTHS.index(part["month"]) + 1, days)
            elif part["month2"]:
                month = MONTHS.index(part["month2"]) + 1
                yield Mention(found[0], int(part["year2"]), month, ())
            else:
                yield Mention(found[0], int(part["year3"]), None, ())
        except ValueError:
            continue  # "31 February" and the like: no date


# --- what a notebook says ----------------------------------------------------------------------


def _source(cell: Notebook) -> str:
    return "".join(cell["source"])


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key != "image/png":
                yield from _texts(inner)
    elif isinstance(value, list):
        if all(isinstance(line, str) for line in value):
            yield "".join(value)
        else:
            for inner in value:
                yield from _texts(inner)


def _shown(cell: Notebook) -> str:
    """What a cell's outputs show, without pixels."""
    told = "\n".join(text for o in cell.get("outputs", ()) for text in _texts(o))
    return re.sub(r"data:image/png;base64,[A-Za-z0-9+/=\s]+", "", told)


def prose_of(notebook: Notebook) -> str:
    """The text of a lesson as it is read: no code, no addresses, no signs of Markdown."""
    cells = [_source(c) for c in notebook["cells"] if c["cell_type"] == "markdown"]
    text = "\n\n".join(cells)
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    text = re.sub(r"`[^`]*`", "this", text)
    text = re.sub(r"(?m)^#+ (.*?)[.?!]?$", r"\1.", text)
    return re.sub(r"[*_>\[\]|]|(?m:^\s*(?:-|\d+\.) )", " ", text)


def _code_lines(notebook: Notebook) -> int:
    code = [_source(c) for c in notebook["cells"] if c["cell_type"] == "code"]
    return sum(bool(line.strip()) for text in code for line in text.splitlines())


@lru_cache(maxsize=16)
def _case_text(name: str) -> str:
    return (ROOT / "mediakit" / "cases" / f"{name}.yaml").read_text("utf-8")


def _cases(notebook: Notebook) -> str:
    return "\n".join(_case_text(name) for name in notebook["metadata"]["mediakit"]["cases"])


@lru_cache(maxsize=1)
def glossary() -> frozenset[str]:
    """The words explained in the page of the lessons, in small letters."""
    page = (ROOT / "lessons" / "README.md").read_text("utf-8").partition("## Glossary")[2]
    return frozenset(word.casefold() for word in re.findall(r"(?m)^\*\*(.+?)\.\*\*", page))


# --- the rules ---------------------------------------------------------------------------------


def density_faults(notebook: Notebook) -> list[str]:
    """Neither a wall of text nor a listing: so many words for each line of code."""
    words = len(prose_of(notebook).split()) / max(1, _code_lines(notebook))
    low, high = PROSE
    return [] if low <= words <= high else [f"has {words:.0f} words for each line of code"]


def level_faults(notebook: Notebook) -> list[str]:
    """A reader of sixteen can follow."""
    found = grade(prose_of(notebook))
    return [f"reads at grade {found}"] if found > HARDEST else []


def term_faults(notebook: Notebook) -> list[str]:
    """At most three new terms, each in the glossary and in the lesson."""
    terms = notebook["metadata"]["mediakit"].get("terms")
    if terms is None:
        return ["its metadata list no terms"]
    faults = [f"has {len(terms)} new terms"] if len(terms) > MOST_TERMS else []
    faults += [f"{t!r} is not in the glossary" for t in terms if t.casefold() not in glossary()]
    said = prose_of(notebook).casefold()
    return faults + [f"the term {t!r} is not used" for t in terms if t.casefold() not in said]


def later_faults(notebook: Notebook) -> list[str]:
    """Where a day is set, nothing later is told or shown."""
    faults = []
    for number, cell in enumerate(notebook["cells"], 1):
        for text, days in _set_days(cell):
            for day in days:
                faults += [
                    f"cell {number}, written as on {day}, names {mention.text!r}"
                    for mention in dates_in(text)
                    if mention.begins(day.year) > day
                ]
    return faults


def _set_days(cell: Notebook) -> Iterator[tuple[str, list[date]]]:
    tags = " ".join(cell["metadata"].get("tags", ()))
    tagged = [date.fromisoformat(found) for found in _TAG.findall(tags)]
    yield f"{_source(cell)}\n{_shown(cell)}", tagged
    if cell["cell_type"] == "code":
        yield _shown(cell), [date.fromisoformat(found) for found in _CUT.findall(_source(cell))]


def date_faults(notebook: Notebook) -> list[str]:
    """Each day in the prose is a day of one of the lesson's cases."""
    told = _cases(notebook) + "\n".join(_shown(c) for c in notebook["cells"])
    known = set()
    for mention in dates_in(told):
        days = range(min(mention.days), max(mention.days) + 1) if mention.days else (None,)
        known |= {(mention.year, mention.month, day) for day in days}
        known |= {(None, mention.month, day) for day in days} | {
            (mention.year, mention.month, None)
        }
        known.add((mention.year, None, None))
    allowed = {str(n) for n in notebook["metadata"]["mediakit"].get("numbers", ())}
    return [
        f"{mention.text!r} is no date of its cases"
        for mention in dates_in(prose_of(notebook))
        for day in (mention.days or (None,))
        if (mention.year, mention.month, day) not in known and mention.text not in allowed
    ]


def number_faults(notebook: Notebook) -> list[str]:
    """Each number in the prose stands in a case, in an output, or on the lesson's own list."""
    about = notebook["metadata"]["mediakit"]
    told = _cases(notebook) + "\n".join(_source(c) + _shown(c) for c in _code(notebook))
    known = {_plain(n) for n in _NUMBER.findall(told)}
    known |= {_plain(str(n)) for n in (100, about["minutes"], *about.get("numbers", ()))}
    text = _DATE.sub(" ", prose_of(notebook))
    found = [n for n in _NUMBER.findall(text) if float(_plain(n)) >= LEAST_NUMBER]
    return [f"the number {n} is in no case and no output" for n in found if _plain(n) not in known]


def _code(notebook: Notebook) -> list[Notebook]:
    return [c for c in notebook["cells"] if c["cell_type"] == "code"]


def _plain(number: str) -> str:
    return number.replace(",", "").rstrip(".")


RULES: list[Callable[[Notebook], list[str]]] = [
    density_faults,
    level_faults,
    term_faults,
    later_faults,
    date_faults,
    number_faults,
]


# --- the report --------------------------------------------------------------------------------


def report(path: Path) -> str:
    """One line about a lesson: grade, words, words for each line of code, minutes."""
    notebook = json.loads(path.read_text("utf-8"))
    prose = prose_of(notebook)
    words = len(prose.split())
    minutes = notebook["metadata"]["mediakit"]["minutes"]
    name = path.relative_to(ROOT / "lessons").with_suffix("").as_posix()
    ratio = words / max(1, _code_lines(notebook))
    return (
        f"{name:<38} grade {grade(prose):4.1f}  {words:5} words  {ratio:3.0f} a line  {minutes} min"
    )


def main() -> None:
    """Print a line for each lesson."""
    folder = ROOT / "lessons"
    for path in sorted([*folder.glob("*.ipynb"), *folder.glob("fictional/*.ipynb")]):
        print(report(path))


if __name__ == "__main__":
    main()

"""The words of every lesson: reading level, terms, and no date or number out of place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.lesson_words import RULES, dates_in, glossary, report
from tests.lesson_words import date_faults as dates
from tests.lesson_words import density_faults as density
from tests.lesson_words import later_faults as later
from tests.lesson_words import level_faults as level
from tests.lesson_words import number_faults as numbers
from tests.lesson_words import term_faults as terms
from tests.machine import ROOT

LESSONS = sorted([*ROOT.glob("lessons/*.ipynb"), *ROOT.glob("lessons/fictional/*.ipynb")])
Notebook = dict[str, Any]
Rule = Callable[[Notebook], list[str]]


def called(path: Path) -> str:
    return path.relative_to(ROOT / "lessons").with_suffix("").as_posix()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("path", LESSONS, ids=called)
def test_words_of_a_lesson(path: Path, rule: Rule) -> None:
    """Each lesson keeps to each rule of words."""
    assert rule(json.loads(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", LESSONS, ids=called)
def test_a_lesson_is_reported(path: Path) -> None:
    """The report gives a grade that a school has."""
    found = re.search(r" grade +(\S+)  ", report(path))
    assert found
    assert 1 < float(found[1]) <= 10


# --- the rules themselves ----------------------------------------------------------------------

SOUND = "The ferry burned on 14 March 2019, and a claim about it is told by 3 papers. " * 3


def lesson(prose: str = SOUND, *cells: Notebook, **about: Any) -> Notebook:
    """A lesson on the ferry without a fault, with this prose and these cells."""
    told: Notebook = {"cell_type": "markdown", "source": prose, "metadata": {}}
    run = {"cell_type": "code", "source": "1\n2", "metadata": {}, "outputs": []}
    metadata = {"cases": ["larkhaven"], "minutes": 45, "terms": ["claim"], **about}
    return {"cells": [told, run, *cells], "metadata": {"mediakit": metadata}}


def shows(text: str, code: str = "look", *tags: str) -> Notebook:
    output = {"output_type": "stream", "name": "stdout", "text": [text]}
    return {"cell_type": "code", "source": code, "metadata": {"tags": list(tags)},
            "outputs": [output]}  # fmt: skip


def tagged(text: str, day: str) -> Notebook:
    return {"cell_type": "markdown", "source": text, "metadata": {"tags": [f"as-of-{day}"]}}


LONG = "Notwithstanding incontrovertible documentation, organisational representatives continued. "
FAULTY: dict[str, tuple[Rule, Notebook]] = {
    "wall-of-text": (density, lesson(SOUND * 9)),
    "listing": (density, lesson("A claim.")),
    "too-hard": (level, lesson(f"A claim. {LONG * 4}")),
    "four-terms": (terms, lesson(terms=["claim", "claim", "claim", "claim"])),
    "term-not-explained": (terms, lesson("A quark and more. " * 8, terms=["quark"])),
    "term-not-used": (terms, lesson(terms=["origin"])),
    "no-list-of-terms": (terms, lesson(terms=None)),
    "later-prose": (later, lesson(SOUND, tagged("On 15 March 2019.", "2019-03-14"))),
    "later-month": (later, lesson(SOUND, tagged("By April they knew: April 2019.", "2019-03-14"))),
    "later-year": (later, lesson(SOUND, tagged("It came out in 2020.", "2019-03-14"))),
    "later-without-year": (later, lesson(SOUND, tagged("By 2 May they knew.", "2019-03-14"))),
    "later-output": (later, lesson(SOUND, shows("2 May 2019", 'case.as_of("2019-03-14")'))),
    "later-range": (later, lesson(SOUND, tagged("15 or 16 March 2019", "2019-03-14"))),
    "strange-day": (dates, lesson(f"{SOUND} On 13 March 1871 nothing was.")),
    "strange-month": (dates, lesson(f"{SOUND} In March 1871 nothing was.")),
    "strange-number": (numbers, lesson(f"{SOUND} They were 4711 then.")),
}


@pytest.mark.parametrize(("rule", "notebook"), FAULTY.values(), ids=FAULTY)
def test_a_rule_finds_its_fault(rule: Rule, notebook: Notebook) -> None:
    """Each rule finds the fault that it is there for."""
    assert rule(notebook)


def test_a_sound_lesson_passes() -> None:
    """The lesson that the faults are put into has none itself, with days set and kept."""
    sound = lesson(SOUND, tagged("On 14 March 2019, and in 2011.", "2019-03-14"),
                   shows("14 March 2019", 'case.as_of("2019-03-14")'))  # fmt: skip
    assert [rule(sound) for rule in RULES] == [[]] * len(RULES)


def test_a_number_may_be_declared() -> None:
    """Findings of a study stand on the lesson's own list."""
    assert numbers(lesson(f"{SOUND} Of 4,711 readers most did.", numbers=[4711])) == []


def test_dates_are_read_as_we_write_them() -> None:
    """Days, ranges, months, years and code, and no number that only looks like one."""
    text = "18 November 2015; 25–27 December 2015; on 14 December; March 2020; 2016; 2015-12-26"
    found = [(m.year, m.month, m.days) for m in dates_in(f"{text}; 31,000 feet; 1.2016; /2015/11")]
    assert found == [
        (2015, 11, (18,)),
        (2015, 12, (25, 27)),
        (None, 12, (14,)),
        (2020, 3, ()),
        (2016, None, ()),
        (2015, 12, (26,)),
    ]


def test_the_glossary_is_read() -> None:
    """It holds the words of the first lessons, and is in order."""
    assert {"claim", "origin", "established"} <= glossary()
    page = (ROOT / "lessons" / "README.md").read_text("utf-8").partition("## Glossary")[2]
    heads = [line.split(".**")[0][2:].casefold() for line in page.splitlines() if ".**" in line]
    assert heads == sorted(heads)

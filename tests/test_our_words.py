"""The wording lint over our own words: lessons, exercises, cases, alt text, pages, README.

Left out: titles and addresses of references (other people's words, shown only in the reference
list), the text and titles of documents that a case quotes, and the wording of quotations. The
text of a claim, a detail or an account says what somebody else says; it is always shown with
its standing, so there only the kinds that concern the words themselves are held against it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import mediakit.case
from mediakit.content import content
from mediakit.teachingtext import PAGES, teaching_text
from mediakit.wording import WordingReport, lint_wording
from mediakit.wording.text import sentences

ROOT = Path(__file__).resolve().parent.parent
ALT = re.compile(r"\balt=\"([^\"]*)\"")
SKIPPED = {"id", "url", "kind", "title", "wording", "publisher", "language", "names"}
TOLD = {("claims", "text"), ("details", "text"), ("interests", "account"), ("hypotheses", "text")}
OTHERS_WORDS = {"unattributed accusation", "bare alleged"}
# A page for practice; only the part under this heading is passed over, and the page says so.
FAULTY_ON_PURPOSE = dict.fromkeys(PAGES.values(), "## The text")
GROUPS = ("sources", "documents", "questions", "claims", "hypotheses", "evidence", "officials",
          "details", "interests")  # fmt: skip


def _places() -> list[Path]:
    pages = [*ROOT.glob("*.md"), *ROOT.glob(".github/*.md"), *ROOT.glob("mediakit/pages/**/*.md")]
    for kind in ("lessons", "exercises"):
        folder = Path(str(content(kind)))
        for end in ("*.ipynb", "*.yaml", "*.md"):
            pages += folder.rglob(end)
    return sorted(p for p in set(pages) if ".ipynb_checkpoints" not in p.parts)


def _strings(value: object) -> Iterator[str]:
    """Every text inside parsed YAML, without names of fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in SKIPPED:
                yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _faulty_sentences() -> Iterator[str]:
    """The sentences of the teaching texts, each as a pattern, however its lines are broken."""
    for case in PAGES:
        for paragraph in teaching_text(case).paragraphs:
            for sentence in sentences(paragraph):
                words = paragraph[sentence.start : sentence.end].split()
                yield r"\s+".join(map(re.escape, words))


FAULTY = re.compile("|".join(_faulty_sentences()))


def _cell(cell: dict[str, Any]) -> Iterator[str]:
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        yield source
    else:
        yield from re.findall(r"(?m)^\s*#\s?(.*)$", source)
    for output in cell.get("outputs", ()):
        data = output.get("data", {})
        html = "".join(data.get("text/html", ""))
        yield from (unescape(alt) for alt in ALT.findall(html))
        shown = "".join(output.get("text", "")) or "".join(data.get("text/plain", ""))
        yield FAULTY.sub("", shown)  # a lesson shows the teaching text for what it is


def _texts(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        for cell in json.loads(text)["cells"]:
            yield from _cell(cell)
    elif path.suffix == ".yaml":
        from ruamel.yaml import YAML

        yield from _strings(YAML(typ="safe", pure=True).load(text))
    else:
        faulty = FAULTY_ON_PURPOSE.get(path.name)
        if faulty:
            before, found, after = text.partition(f"\n{faulty}\n")
            assert found
            text = before + "\n\n## " + after.split("\n## ", 1)[1]
        yield text
        yield from re.findall(r"!\[([^\]]*)\]", text)


def _told(where: str, report: WordingReport) -> list[str]:
    return [f"{where}: {flag}; instead: {flag.instead}" for flag in report.flags]


@pytest.mark.parametrize("path", _places(), ids=lambda p: str(p.relative_to(p.parents[1])))
def test_pages_lessons_and_exercises(path: Path) -> None:
    """Whatever ships as prose, notebook or questions passes the lint that it teaches."""
    where = path.name
    found = [line for text in _texts(path) for line in _told(where, lint_wording(text))]
    assert not found, "\n".join(found)


def _said(group: str, record: object) -> Iterator[tuple[str, str]]:
    if not is_dataclass(record):
        return
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name in SKIPPED or (group == "documents" and field.name == "text"):
            continue
        if isinstance(value, str):
            yield field.name, value
        elif isinstance(value, tuple):
            for inner in value:
                yield from _said(group, inner)


@pytest.mark.parametrize("name", sorted(mediakit.case.list_cases()))
def test_cases(name: str) -> None:
    """Every sentence of every record of a shipped case passes, outside other people's words."""
    case = mediakit.case.load_case(name)
    found = _told("title", lint_wording(case.title)) + _told("summary", lint_wording(case.summary))
    for group in GROUPS:
        for key, record in getattr(case, group).items():
            for name_of, text in _said(group, record):
                flags = lint_wording(text).flags
                if (group, name_of) in TOLD:
                    flags = tuple(f for f in flags if f.kind not in OTHERS_WORDS)
                found += [f"{group}/{key}/{name_of}: {f}" for f in flags]
    assert not found, "\n".join(found)


def test_something_was_read() -> None:
    """The collection finds the README, the lessons and the cases; an empty list proves nothing."""
    names = {path.name for path in _places()}
    assert "README.md" in names
    assert any(name.endswith(".ipynb") for name in names)
    assert mediakit.case.list_cases()

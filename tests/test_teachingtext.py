"""The teaching text: faulty where it says so, careful everywhere else, and nobody's but ours."""

from __future__ import annotations

import re
from pathlib import Path

import mediakit as mk
from mediakit.content import content
from mediakit.teachingtext import PAGE, teaching_text
from mediakit.wording import lint_wording

FOUND = teaching_text()


def plain(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def test_it_says_what_it_is() -> None:
    """Its repr, its page and its own first line call it a reconstruction for teaching."""
    assert "reconstruction for teaching" in repr(FOUND)
    assert FOUND.text.startswith("Reconstruction for teaching.")
    page = (content("pages") / PAGE).read_bytes().decode("utf-8")
    assert page.index("reconstruction for teaching") < page.index("## The text")


def test_each_fault_stands_in_the_text() -> None:
    """The words of every fault are there, with a kind and what to write instead."""
    assert len(FOUND.faults) == 10
    for fault in FOUND.faults:
        assert fault.words in plain(FOUND.text)
        assert fault.kind
        assert fault.instead.endswith(".")


def test_it_shows_the_faults_that_the_lessons_teach() -> None:
    """Slips of attribution, loaded words, unnamed sources and findings left out."""
    assert {f.kind for f in FOUND.faults} >= {
        "slip of attribution",
        "loaded words",
        "unnamed source",
        "omitted finding",
        "copies counted as sources",
    }


def test_the_lint_sees_some_of_the_faults() -> None:
    """The text is flagged, as it should be."""
    assert {flag.kind for flag in lint_wording(FOUND.text).flags} >= {"loaded word"}


def test_it_names_nobody_as_guilty_and_no_head_of_state() -> None:
    """Whom the account names is not in the text, so that no sentence of it accuses him."""
    assert not re.search(r"(?i)putin|president|kremlin|leader", FOUND.text)
    assert not lint_wording(PAGE.replace("-", " ")).flags


def test_it_can_be_read_by_the_reader() -> None:
    """The text helpers find who speaks in it."""
    assert "Karpichkov" in repr(mk.read(FOUND.text))


def test_it_is_part_of_no_case() -> None:
    """No record of a case holds its words, so no time cut and no count has to do with it."""
    for path in content("cases").iterdir():
        if path.name.endswith(".yaml"):
            assert "A chilling new account" not in path.read_bytes().decode("utf-8")


def runs(text: str, length: int = 6) -> set[str]:
    """Every run of six words of a text, in lower case."""
    words = re.findall(r"[\w’']+", text.lower())
    return {" ".join(words[k : k + length]) for k in range(len(words) - length + 1)}


def test_it_repeats_no_outlet(shared: Path) -> None:
    """No run of six words stands in the article that the course is about."""
    article = (shared / "article" / "defector-allegation.txt").read_text("utf-8")
    page = (content("pages") / PAGE).read_bytes().decode("utf-8")
    assert not runs(page) & runs(article)

"""The teaching text: faulty where it says so, careful everywhere else, and nobody's but ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mediakit as mk
from mediakit.content import content
from mediakit.teachingtext import PAGES, TeachingText, teaching_text
from mediakit.wording import lint_wording


@pytest.fixture(params=PAGES)
def case(request: pytest.FixtureRequest) -> str:
    """The name of each case that has a teaching text."""
    return str(request.param)


@pytest.fixture
def found(case: str) -> TeachingText:
    """Its teaching text."""
    return teaching_text(case)


def page_of(case: str) -> str:
    """The page that the teaching text stands on."""
    return (content("pages") / PAGES[case]).read_bytes().decode("utf-8")


def plain(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def test_it_says_what_it_is(case: str, found: TeachingText) -> None:
    """Its repr, its page and its own first line call it a reconstruction for teaching."""
    assert "reconstruction for teaching" in repr(found)
    assert found.text.startswith("Reconstruction for teaching.")
    page = page_of(case)
    assert page.index("reconstruction for teaching") < page.index("## The text")


def test_each_fault_stands_in_the_text(found: TeachingText) -> None:
    """The words of every fault are there, with a kind and what to write instead."""
    assert len(found.faults) == 10
    for fault in found.faults:
        assert fault.words in plain(found.text)
        assert fault.kind
        assert fault.instead.endswith(".")


def test_it_shows_the_faults_that_the_lessons_teach(found: TeachingText) -> None:
    """Slips of attribution, loaded words, unnamed sources and findings left out."""
    assert {f.kind for f in found.faults} >= {
        "slip of attribution",
        "loaded words",
        "unnamed source",
        "omitted finding",
        "copies counted as sources",
    }


def test_the_lint_sees_some_of_the_faults(found: TeachingText) -> None:
    """The text is flagged, as it should be."""
    assert {flag.kind for flag in lint_wording(found.text).flags} >= {"loaded word"}


def test_it_names_nobody_as_guilty_and_no_head_of_state(case: str, found: TeachingText) -> None:
    """Whom the account names is not in the text, so that no sentence of it accuses him."""
    assert not re.search(r"(?i)putin|president|kremlin|leader|head of", found.text)
    assert not lint_wording(PAGES[case].replace("-", " ")).flags


def test_it_can_be_read_by_the_reader(found: TeachingText) -> None:
    """The text helpers find who speaks in it."""
    assert re.search("Karpichkov|Vollmer", repr(mk.read(found.text)))


def test_it_is_part_of_no_case(found: TeachingText) -> None:
    """No record of a case holds its words, so no time cut and no count has to do with it."""
    begins = " ".join(found.paragraphs[0].split()[:4])
    for path in content("cases").iterdir():
        if path.name.endswith(".yaml"):
            assert begins not in path.read_bytes().decode("utf-8")


def runs(text: str, length: int = 6) -> set[str]:
    """Every run of six words of a text, in lower case."""
    words = re.findall(r"[\w’']+", text.lower())
    return {" ".join(words[k : k + length]) for k in range(len(words) - length + 1)}


def test_it_repeats_no_outlet(case: str, shared: Path) -> None:
    """No run of six words stands in the article that the course is about."""
    article = (shared / "article" / "defector-allegation.txt").read_text("utf-8")
    assert not runs(page_of(case)) & runs(article)


def test_its_paragraphs_are_the_text_without_its_label(found: TeachingText) -> None:
    """Each on one line, in order, and the line that says what it is left out."""
    assert " ".join(found.paragraphs) == plain(found.text).removeprefix(
        "Reconstruction for teaching. "
    )
    assert not any("\n" in paragraph for paragraph in found.paragraphs)


def test_the_text_of_an_invented_case_names_nothing_real() -> None:
    """The page for the fictional path stands on its own."""
    assert not re.search(r"(?i)metrojet|sinai|karpichkov|fsb|kgb", page_of("larkhaven"))


def test_a_case_without_one_lists_those_there_are() -> None:
    """Asking for another case is answered with the choices."""
    with pytest.raises(LookupError, match=r"called 'twa800'.*larkhaven, metrojet"):
        teaching_text("twa800")

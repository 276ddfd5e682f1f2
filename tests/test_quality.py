"""Rules for the whole tree: style, types, light imports, documentation, and what stays out."""

from __future__ import annotations

import ast
import hashlib
import inspect
import re
from pathlib import Path

import pytest

import mediakit
from tests.machine import ROOT, run, tracked

HEAVY = (
    *("matplotlib", "ipywidgets", "numpy", "IPython", "ruamel", "markdown"),
    *("nh3", "nbformat", "yaml", "pydantic", "jsonschema"),
)
# What a seat number looks like. No text here says where anybody sat.
SEAT = re.compile(r"(?<![0-9A-Za-z#])3[01][A-K](?![0-9A-Za-z])")
RUN = 12  # as many words in a row, the same as in the article, are a copy
WORD = re.compile(r"\w+")


def text_of(name: str) -> str | None:
    """A tracked file as text; None for what is no text and for files taken away."""
    try:
        return (ROOT / name).read_text("utf-8")
    except (UnicodeDecodeError, FileNotFoundError):
        return None


@pytest.fixture(scope="module")
def tree() -> dict[str, str]:
    """Every text file of the project, by its path."""
    texts = {name: text_of(name) for name in tracked()}
    return {name: text for name, text in texts.items() if text is not None}


@pytest.mark.parametrize(
    "command",
    ["ruff check", "ruff format --check", "mypy"],
)
def test_tool_passes(command: str) -> None:
    """Ruff and mypy find nothing to say about the library and its tests."""
    folders = [] if command == "mypy" else ["mediakit", "tests"]  # mypy's are in pyproject.toml
    done = run("python", "-m", *command.split(), *folders, check=False, timeout=600)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


@pytest.mark.parametrize(
    "command",
    [["-c", "import mediakit"], ["-m", "mediakit", "--help"], ["-m", "mediakit", "--version"]],
    ids=["import", "help", "version"],
)
def test_start_is_light(command: list[str]) -> None:
    """Importing mediakit and asking for help load no heavy library."""
    done = run("python", "-X", "importtime", *command)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "mediakit" in loaded
    assert [name for name in sorted(loaded) if name.partition(".")[0] in HEAVY] == []


def test_start_counts_few_modules() -> None:
    """``import mediakit`` brings its own module and hardly anything else."""
    code = "import sys; before = set(sys.modules); import mediakit; "
    done = run("python", "-c", code + "print(*sorted(set(sys.modules) - before))")
    assert [name for name in done.stdout.split() if name.startswith("mediakit.")] == []


PUBLIC = [name for name in mediakit.__all__ if not inspect.ismodule(getattr(mediakit, name))]


@pytest.mark.parametrize("name", PUBLIC)
def test_public_name_is_documented_with_an_example(name: str) -> None:
    """Each public name says what it is and shows an example, which the doctests run."""
    doc = inspect.getdoc(getattr(mediakit, name)) or ""
    assert doc.splitlines()[0].endswith("."), "the first line is a sentence"
    assert ">>> " in doc


def test_public_names_are_listed_in_full() -> None:
    """What __all__ promises is there, and a wrong name lists the right ones."""
    assert set(mediakit.__all__) <= set(dir(mediakit))
    with pytest.raises(AttributeError, match="did you mean 'load_case'"):
        _ = mediakit.load_caze


def test_every_module_says_what_it_is_for() -> None:
    """Every module begins with a docstring."""
    without = [
        name
        for name in tracked("mediakit", "tests")
        if name.endswith(".py") and (text := text_of(name)) is not None
        if not ast.get_docstring(ast.parse(text))
    ]
    assert without == []


def test_every_test_says_what_it_proves() -> None:
    """Each test has a docstring, so that a failure can be understood from its first line."""
    without = [
        f"{name}::{node.name}"
        for name in tracked("tests")
        if name.endswith(".py") and (text := text_of(name)) is not None
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        if not ast.get_docstring(node)
    ]
    assert without == []


# --- what must not be in the tree ------------------------------------------------------------


def seats(text: str) -> list[str]:
    """What reads like a seat number; the pixels of figures are no text."""
    return SEAT.findall(re.sub(r"[A-Za-z0-9+/=]{60,}", "", text))


def test_no_seat_is_named(tree: dict[str, str]) -> None:
    """Where somebody sat is nobody's business: no seat number in any file."""
    assert {name: found for name, text in tree.items() if (found := seats(text))} == {}


def test_seat_rule_finds_seats_and_nothing_else() -> None:
    """The rule sees a seat number and leaves hashes, colours and figures alone."""
    row = 30
    assert seats(f"seat {row}A and {row + 1}K.") == [f"{row}A", f"{row + 1}K"]
    assert seats("#30ABCD 130A 30am 31 August 0x30AF " + f"{row}A" * 30) == []


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_no_shared_file_is_in_the_tree(shared: Path) -> None:
    """No file of ../shared was copied, under whatever name."""
    theirs = {digest(p) for p in shared.rglob("*") if p.is_file() and p.stat().st_size}
    ours = {name: digest(ROOT / name) for name in tracked() if (ROOT / name).is_file()}
    assert [name for name, found in ours.items() if found in theirs] == []


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of words of the length that counts as a copy, case and marks left aside."""
    words = WORD.findall(text.lower())
    return {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}


def test_nothing_of_the_article_is_copied(tree: dict[str, str], shared: Path) -> None:
    """No text here shares twelve words in a row with the article the helpers are tried on."""
    article = runs((shared / "article" / "defector-allegation.txt").read_text("utf-8"))
    assert article
    assert {name for name, text in tree.items() if runs(text) & article} == set()


def test_copies_are_seen_through_changed_marks() -> None:
    """Another line break, quotation mark or capital does not hide a copy."""
    sentence = "The clerk said that nobody had asked her for the key before noon."
    assert runs(sentence) & runs(
        "Then: “the CLERK said that nobody\nhad asked her, for the key before"
    )
    assert not runs(sentence) & runs(sentence.replace("nobody", "no one"))

"""README: its session runs, its commands exist, and its first lines name the other project."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from mediakit.cli import _parser

README = Path(__file__).resolve().parent.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")


def test_the_session_of_a_student_runs() -> None:
    """Every line of the python block gives what README says it gives."""
    blocks = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    assert len(blocks) == 1
    test = doctest.DocTestParser().get_doctest(blocks[0], {}, "README.md", "README.md", 0)
    assert 12 <= len(blocks[0].splitlines()) <= 30
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    said: list[str] = []
    runner.run(test, out=said.append)
    assert runner.failures == 0, "".join(said)


def test_the_first_lines_say_that_the_name_on_pypi_is_another_project() -> None:
    """Nobody should install the wrong package because of us."""
    first = TEXT.split("\n\n")[1]
    assert "another project" in first
    assert "mediakit-lessons" in first


@pytest.mark.parametrize("line", re.findall(r"^python3 -m mediakit (.+)$", TEXT, re.MULTILINE))
def test_every_command_exists(line: str) -> None:
    """Each command line of README is one that mediakit understands."""
    assert callable(_parser().parse_args(line.split()).run)


def test_every_command_named_in_a_sentence_exists() -> None:
    """The commands named in the text are subcommands."""
    named = re.search(r"`python3 -m mediakit` says what else there is: (.*?)\n\n", TEXT, re.DOTALL)
    assert named
    usage = _parser().format_help()
    for command in re.findall(r"\(`(\w+)", named[1]):
        assert f"\n    {command} " in usage

"""The set-up from a clone, without installing anything: pip is played by a small script."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mediakit import setup_here

HERE = Path(__file__).resolve().parent.parent
READ_BY_OLD_PYTHON = (
    "mediakit/__init__.py",
    "mediakit/__main__.py",
    "mediakit/setup_here.py",
    "tests/__init__.py",
    "tests/__main__.py",
)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder that looks like a clone and asks for something that is not installed."""
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "mediakit-lessons"\ndependencies = ["not-installed-anywhere>=1"]\n'
        '[project.optional-dependencies]\ntest = ["pytest>=8"]\n'
    )
    return tmp_path


@pytest.fixture
def went_on(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that the set-up would have become, in place of becoming them."""
    commands: list[list[str]] = []
    monkeypatch.setattr(
        setup_here, "_go_on", lambda python, module, rest: commands.append([module, *rest])
    )
    monkeypatch.delenv(setup_here.SECOND_TRY, raising=False)
    return commands


def _made(clone: Path) -> None:
    """What the making of an environment leaves behind, as far as the set-up looks at it."""
    python = setup_here._python_in(clone / ".venv")
    python.parent.mkdir(parents=True)
    python.touch()
    setup_here._write_stamp(clone, {"stage": "made"})


@pytest.mark.parametrize("name", READ_BY_OLD_PYTHON)
def test_an_old_python_can_read_what_runs_first(name: str) -> None:
    """Python 3.7 must get as far as the sentence that says it is too old."""
    ast.parse((HERE / name).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_old_python_gets_one_line(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Too old a Python: what it is, what is needed, where to get it, and exit code 2."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit) as end:
        setup_here.enter("mediakit", ["learn"], root=clone)
    message = capsys.readouterr().err
    assert end.value.code == 2
    assert message.count("\n") == 1
    assert "this is Python 3.9, and mediakit needs 3.11 or newer" in message


def test_an_installed_mediakit_sets_nothing_up(tmp_path: Path, went_on: list[list[str]]) -> None:
    """Without a clone's pyproject.toml beside the package there is nothing to do."""
    setup_here.enter("mediakit", ["learn"], root=tmp_path)
    assert went_on == []
    assert not (tmp_path / ".venv").exists()


def test_an_environment_that_has_everything_is_used(clone: Path, went_on: list[list[str]]) -> None:
    """The reader's own environment is enough when nothing is missing from it."""
    text = (clone / "pyproject.toml").read_text().replace("not-installed-anywhere", "pytest")
    (clone / "pyproject.toml").write_text(text)
    setup_here.enter("mediakit", ["learn"], root=clone)
    assert went_on == []
    assert not (clone / ".venv").exists()


def test_the_first_run_makes_and_fills_an_environment_and_the_second_uses_it(
    clone: Path,
    went_on: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Once says what happens; twice goes straight on; a changed pyproject installs again."""
    installed: list[str] = []
    monkeypatch.setattr(setup_here, "_make", _made)
    monkeypatch.setattr(setup_here, "_install", lambda root, python, extra: installed.append(extra))
    setup_here.enter("mediakit", ["learn", "here"], root=clone)
    assert "This happens once" in capsys.readouterr().out
    setup_here.enter("mediakit", ["lessons"], root=clone)
    assert capsys.readouterr().out == ""
    assert went_on == [["mediakit", "learn", "here"], ["mediakit", "lessons"]]
    assert installed == [""]

    setup_here.enter("tests", [], extra="test", root=clone)
    setup_here.enter("mediakit", ["lessons"], root=clone)
    assert installed == ["", "test"], "what the tests brought serves the course too"

    (clone / "pyproject.toml").write_text((clone / "pyproject.toml").read_text() + "\n")
    setup_here.enter("mediakit", ["lessons"], root=clone)
    assert installed == ["", "test", "test"]


def test_a_run_cut_short_starts_over(
    clone: Path, went_on: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An environment that was begun and not finished is made again, not trusted."""
    made: list[Path] = []
    _made(clone)
    setup_here._write_stamp(clone, {"stage": "begun"})
    monkeypatch.setattr(setup_here, "_make", made.append)
    monkeypatch.setattr(setup_here, "_install", lambda *_: None)
    setup_here.enter("mediakit", ["learn"], root=clone)
    assert made == [clone]


def _refused(clone: Path, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as end:
        setup_here.enter("mediakit", ["learn"], root=clone)
    assert end.value.code == 2
    message = capsys.readouterr().err
    assert message.startswith("mediakit: ")
    assert message.count("\n") == 1
    return message


@pytest.mark.usefixtures("went_on")
def test_an_environment_of_the_readers_is_left_alone(
    clone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A .venv that we did not make is neither filled nor deleted."""
    (clone / ".venv").mkdir()
    (clone / ".venv" / "theirs").touch()
    assert "was not made by mediakit" in _refused(clone, capsys)
    assert [p.name for p in (clone / ".venv").iterdir()] == ["theirs"]


@pytest.mark.usefixtures("went_on")
def test_no_venv_module_says_what_to_install(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Debian's Python comes without ensurepip: the line names the package."""
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    assert "sudo apt install python3-venv" in _refused(clone, capsys)
    assert not (clone / ".venv").exists()


@pytest.mark.usefixtures("went_on")
def test_a_folder_that_cannot_be_written_is_named(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A clone on a read-only disk: one line that names the folder and the way out."""

    def read_only(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", read_only)
    message = _refused(clone, capsys)
    assert str(clone) in message
    assert "copy the folder" in message


@pytest.mark.usefixtures("went_on")
def test_no_network_says_where_the_details_are(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """When pip fails, what it said is kept in a file and the next run tries again."""
    _made(clone)
    failing = clone / "pip_without_network.py"
    failing.write_text("print('no route to host'); raise SystemExit(1)")
    real = subprocess.Popen

    def popen(command: list[str], **options: object) -> object:
        return real([sys.executable, str(failing)], **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", popen)
    assert "Is this machine online?" in _refused(clone, capsys)
    log = clone / ".venv" / "mediakit-setup.log"
    assert "no route to host" in log.read_text()
    assert json.loads((clone / ".venv" / setup_here.STAMP).read_text()) == {"stage": "made"}


def test_a_set_up_that_brings_too_little_does_not_go_round_in_circles(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second run, inside the new environment, never sets up again."""
    monkeypatch.setenv(setup_here.SECOND_TRY, "1")
    assert "did not bring everything" in _refused(clone, capsys)
    assert setup_here.SECOND_TRY not in os.environ

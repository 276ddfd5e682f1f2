"""The wheel and the sdist: what is in them, and that an installation of them works."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.machine import ROOT, needs, run, tracked
from tests.servers import course, free_port

GUARD = ROOT / "tests" / "guard"
EXERCISE = "00_start_here"
ARTICLE = (
    'The office opened late.\n\n"We had no key," Ada Brandt, a clerk, told the Harbour Post.\n'
)


@pytest.fixture(scope="module")
def in_wheel(wheel: Path) -> set[str]:
    """The paths inside the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def in_sdist(distributions: Path) -> set[str]:
    """The paths inside the sdist, without its own folder."""
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def test_wheel_carries_modules_and_content(in_wheel: set[str]) -> None:
    """Every module, case, lesson and exercise travels, and the mark that types are published."""
    wanted = {
        "mediakit/py.typed",
        *tracked("mediakit"),
        *(f"mediakit/_{path}" for path in tracked("lessons", "exercises")),
    }
    assert wanted - in_wheel == set()


def test_wheel_carries_nothing_else(in_wheel: set[str]) -> None:
    """No tests, no set-up, no leavings: the package and its description."""
    outside = {p for p in in_wheel if not p.startswith(("mediakit/", "mediakit_lessons-"))}
    assert outside == set()
    leavings = ("__pycache__", ".pyc", ".ipynb_checkpoints", "/tests/", "secret", "hand-in", "seed")
    assert {p for p in in_wheel if any(word in p for word in leavings)} == set()


def test_sdist_can_test_itself(in_sdist: set[str]) -> None:
    """The sdist has the tests and the folders at the top that the wheel is made from."""
    wanted = {"pyproject.toml", "LICENSE", *tracked("mediakit", "lessons", "exercises", "tests")}
    assert wanted - in_sdist == set()


def test_distributions_carry_no_shared_material(
    distributions: Path, wheel: Path, shared: Path
) -> None:
    """No file of ../shared travels, under whatever name."""
    ours = {p.read_bytes() for p in shared.rglob("*") if p.is_file() and p.stat().st_size}
    with zipfile.ZipFile(wheel) as archive:
        assert [n for n in archive.namelist() if archive.read(n) in ours] == []
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as archive:
        files = [(m.name, archive.extractfile(m)) for m in archive.getmembers()]
        assert [name for name, file in files if file and file.read() in ours] == []


# --- an installation of it -------------------------------------------------------------------


class Installation:
    """A clean environment with the wheel in it, and an empty folder to work in."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
        self.work = folder / "work"
        self.work.mkdir()
        # The guard and nothing else: neither this tree nor this environment must be seen.
        self.env = {"PYTHONPATH": str(GUARD), "PYTHONSAFEPATH": "1"}

    def mediakit(self, *words: str | Path, code: int = 0) -> str:
        """What the command prints; it must end with this exit code."""
        done = run(self.bin / "mediakit", *words, cwd=self.work, env=self.env, check=False)
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The wheel, installed from the wheelhouse alone."""
    wheels = needs("wheelhouse")
    folder = tmp_path_factory.mktemp("clean")
    made = Installation(folder)
    run(sys.executable, "-m", "venv", folder / "venv", env={"PYTHONPATH": str(GUARD)})
    pip: list[str | Path] = [
        made.bin / "python",
        "-m",
        "pip",
        "install",
        "--no-index",
        "--no-compile",
        "-q",
    ]
    run(*pip, "--find-links", wheels, wheel, cwd=made.work, env=made.env, timeout=600)
    return made


def test_command_and_module_say_the_same(installed: Installation) -> None:
    """``mediakit`` and ``python -m mediakit`` answer alike, for shells without the script."""
    command = installed.mediakit("--help")
    python = installed.bin / "python"
    module = run(python, "-m", "mediakit", "--help", cwd=installed.work, env=installed.env)
    assert "learn" in command
    assert command == module.stdout
    assert "Start the course" in installed.mediakit()


def test_installed_package_is_the_one_that_runs(installed: Installation) -> None:
    """The tests of the installation do not see this tree."""
    code = "import mediakit; print(mediakit.__file__)"
    done = run(installed.bin / "python", "-c", code, cwd=installed.work, env=installed.env)
    assert str(installed.bin.parent) in done.stdout


def test_installed_cases(installed: Installation) -> None:
    """Cases are found and shown."""
    assert "metrojet" in installed.mediakit("case", "list")
    assert "Metrojet" in installed.mediakit("case", "show", "metrojet")
    assert "no case called" in installed.mediakit("case", "show", "metrojt", code=2)


def test_installed_lessons(installed: Installation) -> None:
    """Lessons are listed with their questions."""
    listing = installed.mediakit("lessons")
    assert "Start here" in listing
    assert "One source or nine?" in listing


def test_installed_reader(installed: Installation) -> None:
    """A small article gives a source sheet that names its speaker."""
    (installed.work / "article.txt").write_text(ARTICLE, encoding="utf-8")
    assert "Ada Brandt" in installed.mediakit("read", "article.txt")
    assert "Traceback" not in installed.mediakit("read", "missing.txt", code=2)


def test_installed_grader(installed: Installation) -> None:
    """A folder of one notebook gives one row and one feedback page."""
    folder = installed.work / "handed-in"
    folder.mkdir()
    shutil.copy(ROOT / "exercises" / EXERCISE / "exercise.ipynb", folder / "ada.ipynb")
    installed.mediakit("grade", folder, "--out", "results")
    with open(installed.work / "results" / "grades.csv", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 1
    assert len(list((installed.work / "results" / "feedback").glob("*.html"))) == 1


def test_installed_course_opens(installed: Installation) -> None:
    """``mediakit learn`` puts the course into a folder and serves it."""
    from urllib.request import urlopen

    port = free_port()
    command = [f"{installed.bin}/mediakit", "learn", "course", "--no-browser", f"--port={port}"]
    jupyter = {f"JUPYTER_{n}_DIR": str(installed.work / n) for n in ("CONFIG", "DATA", "RUNTIME")}
    port = free_port()
    with course(
        [*command, "--port", str(port)], installed.work, installed.env | jupyter
    ) as address:
        assert f":{port}/" in address
        with urlopen(f"http://127.0.0.1:{port}/api") as answer:  # needs no token
            assert "version" in json.load(answer)
    assert (installed.work / "course" / "lessons" / f"{EXERCISE}.ipynb").is_file()

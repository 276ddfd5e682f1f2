"""The browser build: the wheel in Pyodide, without its dependencies, opens an exercise."""

from __future__ import annotations

import shutil
from ast import literal_eval
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import Record, recorded
from tests.fetch_parts import BROWSER_WHEELS
from tests.machine import needs
from tests.servers import folder_server

INSTALLERS = ("micropip", "packaging")

PAGE = """<!doctype html><meta charset="utf-8"><title>Pyodide</title><link rel="icon" href="data:,">
<script type="module">
import { loadPyodide } from "./pyodide/pyodide.mjs";
window.ready = loadPyodide();
</script>"""

INSTALL = """async ({installers, wheels}) => {
    const py = window.py = await window.ready;
    await py.loadPackage(installers);
    py.globals.set("wheels", py.toPy(wheels));
    await py.runPythonAsync(`
        import micropip
        await micropip.install(list(wheels), deps=False)
    `);
    return py.runPython("import sys; sys.version_info[:2]").toJs();
}"""

RUN = "async (code) => String(await window.py.runPythonAsync(code))"


class BrowserPython:
    """A Python that lives in a page."""

    def __init__(self, page: Page, record: Record) -> None:
        self.page = page
        self.record = record

    def __call__(self, code: str) -> str:
        """The value of the last line, as text."""
        return str(self.page.evaluate(RUN, code))


def lay_out(folder: Path, wheel: Path) -> tuple[list[str], list[str]]:
    """The page, Pyodide and the wheels in one folder: the installers', and the others'."""
    shutil.copytree(needs("pyodide"), folder / "pyodide")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    shutil.copy(wheel, folder)
    installers: list[str] = []
    others = [wheel.name]
    for name in BROWSER_WHEELS:
        # Two versions can lie there: the one for this Python, and the one the lock file names.
        file = sorted(needs("wheelhouse").glob(f"{name.replace('.', '_')}-*-none-any.whl"))[0]
        shutil.copy(file, folder)
        (installers if name in INSTALLERS else others).append(file.name)
    return installers, others


@pytest.fixture(scope="module")
def python(
    browser: Browser, wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserPython]:
    """Pyodide in Chromium with our wheel, and only markdown and ruamel.yaml beside it."""
    folder = tmp_path_factory.mktemp("site")
    installers, wheels = lay_out(folder, wheel)
    with folder_server(folder) as address, recorded(browser) as (context, record):
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.goto(address)
        page.wait_for_function("window.ready !== undefined")
        given = {
            "installers": [f"{address}/{name}" for name in installers],
            "wheels": [f"{address}/{name}" for name in wheels],
        }
        page.evaluate(INSTALL, given)
        yield BrowserPython(page, record)


def test_case_opens_in_the_browser(python: BrowserPython) -> None:
    """A case loads and is cut to a day without numpy or a compiled library."""
    shown = python("import mediakit as mk; repr(mk.load_case('metrojet').as_of('2015-11-17'))")
    assert "Case 'metrojet' (real, from published sources), as known on 17 November 2015" in shown


@pytest.mark.parametrize("answer", ['"A"', '"B"', "..."])
def test_check_answers_in_the_browser(python: BrowserPython, answer: str) -> None:
    """An exercise opens, and ``check`` says the same there as here."""
    import mediakit as mk

    here = repr(mk.load_exercise("00_start_here").check("q1", literal_eval(answer)))
    there = python(
        f"import mediakit as mk\nrepr(mk.load_exercise('00_start_here').check('q1', {answer}))"
    )
    assert there == here


def test_lesson_three_is_answered_in_the_browser(python: BrowserPython) -> None:
    """The exercise of lesson 3 opens and answers: not attempted, in words."""
    there = python(
        "import mediakit as mk\nrepr(mk.load_exercise('03_one_source_or_nine').check('q1', ...))"
    )
    assert "not attempted" in there.lower()


def test_the_browser_build_loads_nothing_heavy(python: BrowserPython) -> None:
    """What load_case and check import is the standard library and three packages."""
    loaded = python(
        "import sys\n"
        "' '.join(sorted({name.partition('.')[0] for name in sys.modules}"
        " - set(sys.stdlib_module_names)))"
    )
    heavy = {"numpy", "matplotlib", "ipywidgets", "IPython", "nh3", "nbformat", "yaml"}
    assert heavy & set(loaded.split()) == set()


def test_the_browser_build_asks_nobody(python: BrowserPython) -> None:
    """Everything came from this machine."""
    assert python.record.requests
    assert python.record.outside == []

"""The course as ``mediakit learn`` starts it, and notebooks of it open in Chromium."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.lab import Lab
from tests.chromium import recorded
from tests.machine import needs
from tests.servers import course, free_port

Opens = Callable[[str], Lab]

# A busy machine is slow, and slow is not wrong: wait as long as the page itself may take.
expect.set_options(timeout=60_000)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the learner of this run works; the course is put into ``course`` in it."""
    return tmp_path_factory.mktemp("learner")


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """The address that ``mediakit learn`` prints, for one server for the whole run."""
    needs("chromium")  # before a server is started for nothing
    command = [sys.executable, "-m", "mediakit", "learn", "course", "--no-browser"]
    with course([*command, f"--port={free_port()}"], folder, _home(folder)) as printed:
        yield printed


def _home(folder: Path) -> dict[str, str]:
    """A learner's own Jupyter settings: none, except that a test may give commands."""
    config = folder / "config"
    config.mkdir()
    told = {"LabApp": {"expose_app_in_browser": True}}
    (config / "jupyter_lab_config.json").write_text(json.dumps(told), encoding="utf-8")
    return {
        "JUPYTER_CONFIG_DIR": str(config),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "JUPYTER_RUNTIME_DIR": str(folder / "run"),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "IPYTHONDIR": str(folder / "ipython"),
        "MEDIAKIT_WIDGETS": "on",
    }


@pytest.fixture(scope="module")
def opens(browser: Browser, address: str) -> Iterator[Opens]:
    """Opens a notebook of the course by its path; closed again after the module's tests."""
    parts = urlsplit(address)
    with recorded(browser, viewport={"width": 1280, "height": 900}) as (context, record):

        def opened(path: str) -> Lab:
            page = context.new_page()
            page.goto(f"{parts.scheme}://{parts.netloc}/doc/tree/{path}?{parts.query}")
            return Lab(page, record)

        yield opened


def ran(opens: Opens, path: str) -> Lab:
    """A notebook of the course with all its cells run, in a window that shows all of it."""
    lab = opens(path)
    lab.show_all()
    lab.run_all()
    return lab

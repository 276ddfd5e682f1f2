"""Rules and fixtures for every test: nothing leaves this machine, and where things lie."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import tests.guard.sitecustomize  # noqa: F401  (installs the guard in this process)
from tests.machine import ROOT, run

if TYPE_CHECKING:
    from playwright.sync_api import Browser

collect_ignore = ["guard"]  # Python imports it by itself; collecting would import it twice

# How long an example takes says nothing on a busy machine, so no test has a deadline.
settings.register_profile("no-clock", settings.default, deadline=None)
settings.load_profile("no-clock")

GUARD = Path(__file__).parent / "guard"
REFUSED = Path(tempfile.gettempdir()) / f"mediakit-refused-{os.getpid()}.log"


def _guard_children() -> None:
    """Put the guard and the package into every child's environment, and no proxy."""
    before = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(GUARD), str(ROOT), before]))
    os.environ["MEDIAKIT_REFUSED"] = str(REFUSED)
    os.environ["PIP_NO_INDEX"] = "1"
    for name in [n for n in os.environ if n.lower().endswith("_proxy")]:
        del os.environ[name]  # a proxy on loopback would be a way out


_guard_children()


def refusals() -> list[str]:
    """What this process and its children were refused so far."""
    return REFUSED.read_text("utf-8").splitlines() if REFUSED.exists() else []


@pytest.fixture(autouse=True)
def stays_on_this_machine(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that tried to reach outside, even when the attempt was swallowed."""
    before = len(refusals())
    yield
    attempts = refusals()[before:]
    if attempts and "expected_refusals" not in request.fixturenames:
        pytest.fail("tried to leave this machine:\n" + "\n".join(attempts))


@pytest.fixture
def expected_refusals() -> list[str]:
    """For tests of the guard itself: attempts are wanted here."""
    return refusals()


def pytest_unconfigure() -> None:
    """Take the record of refusals away with the run."""
    REFUSED.unlink(missing_ok=True)


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material beside the repository, which is never part of it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared beside this repository: nothing to compare with")
    return folder


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist of this tree, built without fetching anything."""
    folder = tmp_path_factory.mktemp("dist")
    run("python", "-m", "hatchling", "build", "-d", folder)
    return folder


@pytest.fixture(scope="session")
def wheel(distributions: Path) -> Path:
    """The wheel of this tree."""
    return next(distributions.glob("*.whl"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run; tests open profiles of their own in it."""
    from tests.chromium import chromium

    with chromium() as started:
        yield started

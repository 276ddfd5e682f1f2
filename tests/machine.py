"""What the tests take from the machine they run on: folders, parts, child processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

import pytest

__all__ = ["ARTIFACTS", "CHROMIUM_FLAGS", "ROOT", "WHEELHOUSE", "needs", "run", "tracked"]

ROOT = Path(__file__).resolve().parent.parent
WHEELHOUSE = ROOT / ".wheelhouse"
ARTIFACTS = ROOT / ".artifacts"  # screenshots and other things a person looks at after a run

CHROMIUM_FLAGS = [
    "--no-sandbox",  # the tests may run as root
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
    # No name but this machine's own can be looked up.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
]


def _program(*names: str) -> Path | None:
    found = next(filter(None, map(shutil.which, names)), None)
    return Path(found) if found else None


def _wheels() -> Path | None:
    return WHEELHOUSE if any(WHEELHOUSE.glob("*.whl")) else None


def _oldest() -> Path | None:
    folder = WHEELHOUSE / "oldest"
    return folder if any(folder.glob("matplotlib-*.whl")) else None


def _pyodide() -> Path | None:
    folder = WHEELHOUSE / "node_modules" / "pyodide"
    return folder if (folder / "pyodide.mjs").is_file() else None


PARTS: dict[str, tuple[Callable[[], Path | None], str]] = {
    "chromium": (
        lambda: _program("chromium", "chromium-browser", "google-chrome"),
        "install Chromium (Debian: apt-get install chromium)",
    ),
    "node": (lambda: _program("node", "nodejs"), "install Node.js"),
    "wheelhouse": (_wheels, "fill .wheelhouse with `python -m tests.fetch_parts`"),
    "oldest": (_oldest, "fetch the oldest matplotlib with `python -m tests.fetch_parts`"),
    "pyodide": (_pyodide, "fetch it with `python -m tests.fetch_parts` (needs npm)"),
}


def needs(part: str) -> Path:
    """Where a part lies that pip does not bring; without it skip, and in CI fail."""
    find, advice = PARTS[part]
    found = find()
    if found is None:
        _without(f"{part} is not on this machine; {advice}")
    return found


def _without(reason: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason} (CI must have it)")
    pytest.skip(reason)


def run(
    *command: str | Path,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
    check: bool = True,
    timeout: float = 300,
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end and keep what it prints; ``python`` means this Python.

    ``timeout`` only ends a run that hangs: nothing is judged by its speed.
    """
    words = [sys.executable if word == "python" else str(word) for word in command]
    done = subprocess.run(
        words,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )
    if check and done.returncode:
        shown = " ".join(words)
        pytest.fail(f"{shown}\nended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done


def tracked(*folders: str) -> list[str]:
    """The files that belong to the project, of these folders or of the whole tree."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a clone: what belongs to the project cannot be told")
    return run("git", "ls-files", "-z", *folders).stdout.rstrip("\0").split("\0")

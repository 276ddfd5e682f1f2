"""Fill ``.wheelhouse/`` with what the tests install, so that they ask nobody while they run.

``python -m tests.fetch_parts [--again]``

Wheels of the run-time dependencies for this Python, the oldest matplotlib that pyproject.toml
allows (``.wheelhouse/oldest/``), the wheels that the browser build loads, and, where npm is there,
the browser build itself (``.wheelhouse/node_modules/pyodide/``).
A second run does nothing until pyproject.toml or the Python changes.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHEELHOUSE = ROOT / ".wheelhouse"
STAMP = WHEELHOUSE / "parts.json"
PYODIDE = "pyodide@314"  # Pyodide for Python 3.14; its lock file names the wheels that fit
# In the browser: an installer, and what load_case and check need. All pure Python.
BROWSER_WHEELS = ("micropip", "packaging", "markdown", "ruamel.yaml")

OLD_NUMPY = "numpy<2"  # the oldest matplotlib was built before numpy 2

__all__ = ["BROWSER_WHEELS", "main", "oldest_matplotlib"]


def dependencies() -> list[str]:
    """What pyproject.toml says a user's installation needs."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return list(project["dependencies"])


def oldest_matplotlib() -> str:
    """The oldest version that pyproject.toml allows: ``matplotlib==3.8``, say."""
    allowed = next(word for word in dependencies() if word.startswith("matplotlib>="))
    return allowed.replace(">=", "==")


def _stamp() -> dict[str, str]:
    wanted = json.dumps([dependencies(), OLD_NUMPY, BROWSER_WHEELS, PYODIDE])
    return {"python": sys.version, "parts": hashlib.sha256(wanted.encode()).hexdigest()}


def _is_filled() -> bool:
    try:
        same = json.loads(STAMP.read_text("utf-8")) == _stamp()
    except (OSError, ValueError):
        return False
    return same and (not shutil.which("npm") or _pyodide().is_file())


def _pyodide() -> Path:
    return WHEELHOUSE / "node_modules" / "pyodide" / "pyodide.mjs"


def _download(*what: str, into: Path = WHEELHOUSE) -> None:
    """Wheels only: nothing is built here, and nothing that is fetched runs."""
    pip = [sys.executable, "-m", "pip", "download", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, "--only-binary=:all:", "--dest", str(into), *what], check=True)


def _fetch_oldest() -> None:
    """The oldest versions, where they have a wheel for this Python: newer Pythons have none."""
    try:
        _download("--no-deps", oldest_matplotlib(), OLD_NUMPY, into=WHEELHOUSE / "oldest")
    except subprocess.CalledProcessError:
        print(f"wheelhouse: no wheel of {oldest_matplotlib()} for this Python", file=sys.stderr)


def _fetch_pyodide(npm: str) -> None:
    quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    command = [npm, "install", *quiet, "--prefix", str(WHEELHOUSE), PYODIDE]
    subprocess.run(command, check=True)


def _fetch_browser_wheels() -> None:
    """The versions that this Pyodide was made with, where it names one."""
    lock = json.loads(_pyodide().with_name("pyodide-lock.json").read_text("utf-8"))["packages"]
    for name in BROWSER_WHEELS:
        locked = lock.get(name.replace(".", "-"), {}).get("version")
        _download("--no-deps", "--python-version=3.14", f"{name}=={locked}" if locked else name)


def main(arguments: list[str]) -> int:
    """Fetch what is missing; 2 with one line when something cannot be had."""
    if _is_filled() and "--again" not in arguments:
        print("wheelhouse: complete")
        return 0
    WHEELHOUSE.mkdir(exist_ok=True)
    npm = shutil.which("npm")
    try:
        _download(*dependencies())
        _fetch_oldest()
        if npm:
            _fetch_pyodide(npm)
            _fetch_browser_wheels()
    except subprocess.CalledProcessError as error:
        print(f"wheelhouse: {error.cmd[0]} could not fetch a part, see above", file=sys.stderr)
        return 2
    STAMP.write_text(json.dumps(_stamp()), encoding="utf-8")
    print("wheelhouse: filled" + ("" if npm else ", but without the browser build: no npm here"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

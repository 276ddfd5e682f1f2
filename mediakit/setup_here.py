"""The first run from a clone: make ``.venv`` beside the package, install, go on in there.

This is what makes ``python3 -m mediakit`` work with Python and nothing else. It runs before
anything is installed and before we know which Python it is, so it uses the standard library
alone and syntax that Python 3.7 can read. An installed mediakit never gets past ``_is_clone``.

An environment that the reader made is never changed: when one is active and has what is
needed, it is used; otherwise ``.venv`` is made beside the package and the work goes on there.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

NEEDS = (3, 11)
DISTRIBUTION = "mediakit-lessons"
ROOT = Path(__file__).resolve().parent.parent
STAMP = "mediakit-setup.json"  # in .venv: we made it, and what it was made from
GET_VENV = (
    "on Debian or Ubuntu run 'sudo apt install python3-venv', elsewhere install Python from "
    "python.org, then run the same command again"
)
SECOND_TRY = "MEDIAKIT_SET_UP"  # in the environment of a run that has been set up


class NotReady(Exception):
    """What is missing, in one line with what to do about it."""


def enter(module: str, arguments: list[str], extra: str = "", root: Path = ROOT) -> None:
    """Come back when ``module`` can run here; otherwise run it where it can, and exit.

    Parameters
    ----------
    module : str
        What ``python -m`` runs: ``"mediakit"`` or ``"tests"``.
    arguments : list of str
        Handed on unchanged.
    extra : str
        The extra to install with it, ``"test"`` for the tests.
    """
    second_try = os.environ.pop(SECOND_TRY, "")
    try:
        _check_version()
        if not _is_clone(root) or _has_all(root, extra):
            return
        if second_try:
            raise NotReady(
                f"the set-up in {root / '.venv'} did not bring everything; delete that folder and "
                "run the same command again"
            )
        python = _environment(root, extra)
    except NotReady as error:
        print(f"mediakit: {error}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print("\nmediakit: stopped; the same command goes on from here", file=sys.stderr)
        sys.exit(130)
    _go_on(python, module, arguments)


def _check_version() -> None:
    if sys.version_info < NEEDS:
        raise NotReady(
            "this is Python {}.{}, and mediakit needs {}.{} or newer; install one from "
            "python.org and run the same command with it".format(*sys.version_info[:2], *NEEDS)
        )


def _is_clone(root: Path) -> bool:
    try:
        text = (root / "pyproject.toml").read_text(encoding="utf-8")
    except OSError:
        return False
    return f'name = "{DISTRIBUTION}"' in text


def _has_all(root: Path, extra: str) -> bool:
    """True when this Python has what is needed: by our stamp, or else by looking."""
    if Path(sys.prefix).resolve() == root / ".venv" and _read_stamp(root) == _stamp(root, extra):
        return True
    from importlib.metadata import PackageNotFoundError, version

    try:
        for name in _requirements(root, extra):
            version(name)
    except PackageNotFoundError:
        return False
    return True


def _requirements(root: Path, extra: str) -> list[str]:
    """The names of the distributions that pyproject.toml asks for."""
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"].get(extra, [])
    return [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in wanted]


def _stamp(root: Path, extra: str) -> dict[str, str]:
    """What an environment must have been made from to be used as it is."""
    made_from = hashlib.sha256((root / "pyproject.toml").read_bytes()).hexdigest()
    return {"folder": str(root), "made_from": made_from, "extra": extra}


def _read_stamp(root: Path) -> dict[str, str]:
    try:
        return dict(json.loads((root / ".venv" / STAMP).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _python_in(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _environment(root: Path, extra: str) -> Path:
    """The Python of ``.venv``, made or brought up to date when that is needed."""
    venv = root / ".venv"
    python = _python_in(venv)
    found = _read_stamp(root)
    extra = extra or found.get("extra", "")  # what the tests brought stays
    if found == _stamp(root, extra) and python.exists():
        return python
    if venv.exists() and not found:
        raise NotReady(
            f"{venv} was not made by mediakit, so it is left alone; activate it and run "
            "'pip install -e .' there, or move it away and run the same command again"
        )
    _say_what_comes(venv, extra)
    try:
        if found.get("stage") == "begun" or not python.exists():
            _make(root)
        _install(root, python, extra)
        _write_stamp(root, _stamp(root, extra))
    except OSError as error:
        raise NotReady(
            f"cannot write to {venv} ({error.strerror or error}); copy the folder to a place of "
            "your own and run the same command there"
        ) from None
    return python


def _say_what_comes(venv: Path, extra: str) -> None:
    print(f"Setting up mediakit in {venv}. This happens once.")
    size = "600 MB, about two minutes" if extra else "450 MB, about a minute"
    print(f"Nothing outside that folder is changed. ({size})", flush=True)


def _make(root: Path) -> None:
    """An empty environment with pip, by the standard library."""
    venv = root / ".venv"
    try:
        import ensurepip  # noqa: F401  # Debian ships venv without it
        import venv as maker
    except ImportError:
        raise NotReady(f"this Python cannot make environments; {GET_VENV}") from None
    shutil.rmtree(venv, ignore_errors=True)
    venv.mkdir()
    _write_stamp(root, {"stage": "begun"})  # a run that is cut short here starts over
    try:
        maker.create(str(venv), with_pip=True)
    except subprocess.CalledProcessError:
        raise NotReady(f"could not put pip into {venv}; {GET_VENV}") from None
    _write_stamp(root, {"stage": "made"})


def _install(root: Path, python: Path, extra: str) -> None:
    """Install the clone, editable, and show each step on one line of a terminal."""
    what = f"{root}[{extra}]" if extra else str(root)
    command = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--retries=2"]
    log = root / ".venv" / "mediakit-setup.log"
    with log.open("w", encoding="utf-8") as file, _piped([*command, "--editable", what]) as run:
        for line in run.stdout or ():
            file.write(line)
            _show(line.strip())
    _show("")
    if run.returncode != 0:
        raise NotReady(
            "could not install what mediakit needs. Is this machine online? What pip said is in "
            f"{log}; the same command tries again"
        )


def _piped(command: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def _show(line: str) -> None:
    if sys.stdout.isatty():
        print(f"\r{line:<78.78}", end="" if line else "\r", flush=True)


def _write_stamp(root: Path, stamp: dict[str, str]) -> None:
    (root / ".venv" / STAMP).write_text(json.dumps(stamp), encoding="utf-8")


def _go_on(python: Path, module: str, arguments: list[str]) -> None:
    """Run the same command with the other Python; this process becomes it where it can."""
    command = [str(python), "-m", module, *arguments]
    environment = dict(os.environ, **{SECOND_TRY: "1"})
    sys.stdout.flush()
    if os.name == "nt":
        sys.exit(subprocess.call(command, env=environment))
    os.execve(str(python), command, environment)

"""JupyterLab on the learner's copy of the course: this machine only, and nothing asks outside.

What the learner set in their own JupyterLab (theme, font size) stays in force; we only add the
folder ``.mediakit/jupyter`` of the course to the places where Jupyter looks for settings.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from types import FrameType

from mediakit.course import OURS

__all__ = ["serve"]

FIRST_LESSON = "lessons/00_start_here.ipynb"
FIRST_PORT = 8888
PATIENCE = 60.0  # seconds for a server to answer on a slow machine

# What would ask the network: the news, the check for a newer version, the list of extensions.
ASKS_OUTSIDE = (
    "@jupyterlab/apputils-extension:announcements",
    "@jupyterlab/extensionmanager-extension:plugin",
)


def serve(folder: Path, *, browser: bool = True, notebook: bool = False, port: int = 0) -> int:
    """Serve the course until Ctrl-C; return the exit code of the command.

    Parameters
    ----------
    folder : Path
        The course, as ``copy_course`` made it.
    browser : bool
        Open a browser; otherwise the address is printed and that is all.
    notebook : bool
        Notebook 7 in place of JupyterLab.
    port : int
        0 takes the first free one from 8888 on.

    Raises
    ------
    ModuleNotFoundError
        When Jupyter is not installed.
    OSError
        When the port is taken.
    """
    app = "notebook" if notebook else "jupyterlab"
    if find_spec(app) is None:
        raise ModuleNotFoundError(f"{app} is not installed; run: pip install jupyter", name=app)
    port = _free_port(port)
    environment = _environment(folder, dict(os.environ))
    command = [sys.executable, "-P", "-m", app, *_options(folder, app, port, browser)]
    server = subprocess.Popen(command, env=environment)
    address = f"http://127.0.0.1:{port}{_page(app)}?token={environment['JUPYTER_TOKEN']}"
    return _watch(server, port, address)


def _page(app: str) -> str:
    """The address of the first lesson: JupyterLab with one document at a time, or Notebook 7."""
    return f"/doc/tree/{FIRST_LESSON}" if app == "jupyterlab" else f"/notebooks/{FIRST_LESSON}"


def _options(folder: Path, app: str, port: int, browser: bool) -> list[str]:
    """Options on the command line win over any settings file of the learner's."""
    options = [
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--ServerApp.allow_remote_access=False",
        f"--ServerApp.root_dir={folder.resolve()}",
        "--ServerApp.answer_yes=True",  # Ctrl-C stops without a second question
        "--Application.log_level=ERROR",
    ]
    if app == "jupyterlab":
        options += [
            f"--LabApp.default_url={_page(app)}",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            "--LabApp.news_url=None",
            "--LabApp.extension_manager=readonly",
        ]
    else:
        options.append(f"--JupyterNotebookApp.default_url={_page(app)}")
    if not browser:
        options.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--allow-root")
    return options


def _environment(folder: Path, environment: dict[str, str]) -> dict[str, str]:
    """The server's environment: its token, our settings, our kernel, the package importable."""
    ours = (folder / OURS / "jupyter").resolve()
    config = ours / "labconfig" / "page_config.json"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(json.dumps({"disabledExtensions": dict.fromkeys(ASKS_OUTSIDE, True)}))
    # In the environment, where other users of the machine do not see it, not on the command line.
    environment["JUPYTER_TOKEN"] = environment.get("JUPYTER_TOKEN") or secrets.token_hex(24)
    environment["JUPYTER_PREFER_ENV_PATH"] = "1"  # this Python's kernel before one of the user's
    environment["JUPYTERLAB_WORKSPACES_DIR"] = str(ours / "workspaces")
    _prepend(environment, "JUPYTER_CONFIG_PATH", ours)
    home = Path(__file__).resolve().parent.parent
    if home.name not in ("site-packages", "dist-packages"):
        _prepend(environment, "PYTHONPATH", home)  # a clone: kernels find the same mediakit
    return environment


def _prepend(environment: dict[str, str], name: str, place: Path) -> None:
    environment[name] = os.pathsep.join(filter(None, [str(place), environment.get(name, "")]))


def _free_port(wanted: int) -> int:
    """The port asked for, or the first free one from 8888 on."""
    for port in [wanted] if wanted else [*range(FIRST_PORT, FIRST_PORT + 50), 0]:
        with socket.socket() as probe:
            if os.name != "nt":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except (OSError, OverflowError):
                continue
            return int(probe.getsockname()[1])
    raise OSError(f"port {wanted} cannot be used here; leave out --port to take a free one")


def _watch(server: subprocess.Popen[bytes], port: int, address: str) -> int:
    """Say where the course is once it answers; stop with the learner's Ctrl-C."""
    before = signal.signal(signal.SIGTERM, _as_interrupt)
    try:
        if _answers(server, port):
            print(f"The course is open at:\n    {address}")
            print("Leave this window open while you work. Ctrl-C here stops it.", flush=True)
        if server.wait() == 0:
            return 0
        print("mediakit: Jupyter stopped; the lines above say why", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        _stop(server)
        print("\nStopped. Your work is saved in the course folder.")
        return 0
    finally:
        signal.signal(signal.SIGTERM, before)


def _as_interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    until = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.1)
    return server.poll() is None


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Let the server close its kernels; end it when it does not."""
    for ask in (server.terminate, server.kill):
        ask()
        try:
            server.wait(timeout=10)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            continue
        return

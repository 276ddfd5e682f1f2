"""JupyterLab for the course: this machine only, a token always, nothing asked outside."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from mediakit import learn

HERE = Path(learn.__file__).parent.parent


@contextmanager
def _serving(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """`mediakit learn --no-browser` in a folder: the process, the page's address, the token."""
    command = [sys.executable, "-m", "mediakit", "learn", "--no-browser", *options]
    path = os.pathsep.join(filter(None, [str(HERE), os.environ.get("PYTHONPATH", "")]))
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, "HOME": str(folder / "home")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stdout is not None
            found = None
            for line in server.stdout:
                found = found or re.search(r"(http://127\.0\.0\.1:\d+/\S+)\?token=(\w+)", line)
                if "Ctrl-C" in line:
                    break
            assert found, server.stderr.read() if server.stderr else ""
            yield server, found[1], found[2]
        finally:
            server.terminate()
            server.wait(30)


def _get(address: str) -> str:
    with urlopen(address, timeout=30) as page:
        return str(page.read().decode())


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one process on Windows")
def test_learn_serves_the_course_to_this_machine_and_stops_cleanly(tmp_path: Path) -> None:
    """Lessons are copied and served with a token, and Ctrl-C leaves nothing running."""
    with _serving(tmp_path) as (server, address, token):
        assert address.endswith("/doc/tree/lessons/00_start_here.ipynb")
        assert len(token) >= 32
        page = _get(f"{address}?token={token}")
        config = json.loads(page.split('id="jupyter-config-data"')[1].split(">")[1].split("<")[0])
        assert config["mode"] == "single-document"
        assert set(learn.ASKS_OUTSIDE) <= {
            rule["raw"] if isinstance(rule, dict) else rule for rule in config["disabledExtensions"]
        }
        root = address.split("/doc/")[0]
        with pytest.raises(HTTPError, match="403"):
            _get(f"{root}/api/contents")
        names = {
            f["name"] for f in json.loads(_get(f"{root}/api/contents?token={token}"))["content"]
        }
        assert "lessons" in names

        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=30)
        assert server.returncode == 0
        assert "Your work is saved" in out
        assert "Traceback" not in err
        port = int(root.rsplit(":", 1)[1])
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_notebook_7_opens_the_same_lesson(tmp_path: Path) -> None:
    """`--notebook` serves the first lesson in Notebook 7, in the folder that is named."""
    with _serving(tmp_path, "--notebook", "mine") as (_, address, token):
        assert address.endswith("/notebooks/lessons/00_start_here.ipynb")
        assert "Jupyter Notebook" in _get(f"{address}?token={token}")
    assert (tmp_path / "mine/lessons/00_start_here.ipynb").is_file()


def test_only_this_machine_is_listened_to(tmp_path: Path) -> None:
    """Whatever the learner's own settings say: loopback, no remote access, the course only."""
    options = learn._options(tmp_path, "jupyterlab", 9999, browser=False)
    assert "--ServerApp.ip=127.0.0.1" in options
    assert "--ServerApp.allow_remote_access=False" in options
    assert f"--ServerApp.root_dir={tmp_path}" in options
    assert "--no-browser" in options
    assert not any("token" in option for option in options), "others could read it there"


def test_root_is_allowed_only_as_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The flag that lets root in is there for root alone."""
    for user, there in ((0, True), (1000, False)):
        monkeypatch.setattr(os, "geteuid", lambda user=user: user, raising=False)
        options = learn._options(tmp_path, "jupyterlab", 9999, browser=True)
        assert ("--allow-root" in options) is there


@pytest.mark.parametrize("given", [{}, {"JUPYTER_TOKEN": ""}])
def test_the_token_is_never_empty(tmp_path: Path, given: dict[str, str]) -> None:
    """Each start has a token of its own; an empty one in the environment does not count."""
    first = learn._environment(tmp_path, dict(given))["JUPYTER_TOKEN"]
    second = learn._environment(tmp_path, dict(given))["JUPYTER_TOKEN"]
    assert len(first) >= 32
    assert first != second


def test_the_learners_own_jupyter_settings_stay_in_force(tmp_path: Path) -> None:
    """Our settings are added before the learner's and replace nothing."""
    before = {"JUPYTER_CONFIG_PATH": "/theirs", "JUPYTER_CONFIG_DIR": "/home/theirs"}
    after = learn._environment(tmp_path, dict(before))
    assert after["JUPYTER_CONFIG_PATH"].endswith(os.pathsep + "/theirs")
    assert after["JUPYTER_CONFIG_DIR"] == "/home/theirs"


def test_a_taken_port_is_refused_and_a_free_one_found() -> None:
    """A port that was asked for and is taken is an error; without one the next is taken."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=f"port {port} cannot be used"):
            learn._free_port(port)
        assert learn._free_port(0) not in (0, port)
    with pytest.raises(OSError, match="cannot be used"):
        learn._free_port(123456)


def test_without_jupyter_there_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence names what is missing and how to get it."""
    monkeypatch.setattr(learn, "find_spec", lambda name: None)
    with pytest.raises(ModuleNotFoundError, match="pip install jupyter"):
        learn.serve(tmp_path)

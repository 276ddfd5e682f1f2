"""Servers that tests start on this machine, and stop again."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

__all__ = ["ADDRESS", "course", "folder_server", "free_port"]

ADDRESS = re.compile(r"http://(?:127\.0\.0\.1|localhost):\d+/\S*")
PATIENCE = 120  # seconds until a server that has said nothing is given up


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def course(
    command: Sequence[str | Path], cwd: Path, env: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Run a ``mediakit learn`` command; give the address that it prints, then stop it."""
    server = subprocess.Popen(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, "PYTHONUNBUFFERED": "1", **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    said = _Listener(server)
    try:
        yield said.address()
    finally:
        server.terminate()
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
        said.join()


class _Listener(threading.Thread):
    """Reads what a server says to its end, so that it never waits for us."""

    def __init__(self, server: subprocess.Popen[str]) -> None:
        super().__init__(daemon=True)
        self.server = server
        self.lines: list[str] = []
        self.found = ""
        self.settled = threading.Event()
        self.start()

    def run(self) -> None:
        assert self.server.stdout is not None
        with self.server.stdout as lines:
            for line in lines:
                self.lines.append(line)
                if not self.found and (match := ADDRESS.search(line)):
                    self.found = match.group()
                    self.settled.set()
        self.settled.set()

    def address(self) -> str:
        """The address, once it is printed; fails with all that was said when none comes."""
        self.settled.wait(PATIENCE)
        if not self.found:
            pytest.fail("the course printed no address:\n" + "".join(self.lines))
        return self.found


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012  (as the base class declares it)
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def folder_server(folder: Path) -> Iterator[str]:
    """Serve the files of a folder on loopback; give the address."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()

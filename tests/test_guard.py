"""The guard that keeps test runs on this machine."""

from __future__ import annotations

import socket
import sys

import pytest

from tests.guard.sitecustomize import is_local
from tests.machine import needs, run

OUTSIDE = "192.0.2.1"  # set aside for documentation: no machine has it


@pytest.mark.parametrize("name", ["connect", "connect_ex"])
def test_a_connection_outside_is_refused(name: str, expected_refusals: list[str]) -> None:
    """Connecting by number to another machine fails before a packet is sent."""
    with socket.socket() as s, pytest.raises(ConnectionRefusedError, match="only talk to this"):
        getattr(s, name)((OUTSIDE, 80))


def test_a_name_outside_is_not_looked_up(expected_refusals: list[str]) -> None:
    """Looking up another machine's name fails: a lookup leaves the machine too."""
    with pytest.raises(ConnectionRefusedError, match=r"mediakit\.invalid"):
        socket.getaddrinfo("mediakit.invalid", 443)


@pytest.mark.parametrize(
    "code",
    [
        "import urllib.request as u; u.urlopen('http://mediakit.invalid/')",
        f"import socket; socket.create_connection(('{OUTSIDE}', 80))",
        f"import socket; socket.socket(2, 2).sendto(b'x', ('{OUTSIDE}', 53))",
    ],
    ids=["url", "number", "datagram"],
)
def test_child_processes_are_guarded(code: str, expected_refusals: list[str]) -> None:
    """A Python that a test starts refuses the same."""
    done = run("python", "-c", code, check=False)
    assert done.returncode
    assert "tests may only talk to this machine" in done.stderr


def test_swallowed_attempts_are_recorded(expected_refusals: list[str]) -> None:
    """A library that hides the refusal does not hide it from the test."""
    from tests.conftest import refusals

    code = f"import socket\ntry: socket.create_connection(('{OUTSIDE}', 80))\nexcept OSError: pass"
    run("python", "-c", code)
    assert len(refusals()) == len(expected_refusals) + 1


def test_this_machine_is_allowed() -> None:
    """Loopback by name and number works, so servers and kernels do."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname()[:2]) as client:
            assert client.getpeername() == server.getsockname()
        assert socket.getaddrinfo("localhost", 80)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (("127.0.0.1", 1), True),
        (("127.8.9.1", 1), True),
        (("::1", 1, 0, 0), True),
        ("/tmp/kernel.sock", True),
        (b"\0abstract", True),
        (None, True),
        (("10.0.0.1", 1), False),
        (("192.168.1.1", 1), False),
        (("fe80::1%eth0", 1), False),
        ("127.0.0.1.example", False),
    ],
)
def test_what_counts_as_this_machine(address: object, expected: bool) -> None:
    """Private networks are outside; every loopback number and unix socket is inside."""
    assert is_local(address) is expected


def test_a_missing_part_skips_here_and_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    """One rule for Chromium, Node and the like: skip with a reason, but never in CI."""
    monkeypatch.setitem(
        sys.modules["tests.machine"].PARTS, "tape drive", (lambda: None, "find one")
    )
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="find one"):
        needs("tape drive")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="CI must have it"):
        needs("tape drive")

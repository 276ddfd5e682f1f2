"""Refuses every connection that would leave this machine.

Python imports a module of this name at every start, so with this folder on PYTHONPATH the rule
holds in kernels, servers and pip runs too. It works as an audit hook, below anything that
Python code could replace. Refusals are also written to the file that MEDIAKIT_REFUSED names:
libraries swallow OSError, and an attempt that nobody sees is still an attempt.
"""

from __future__ import annotations

import ipaddress
import os
import sys
from typing import Any

__all__ = ["Refused", "is_local"]

NAMES = {"", "localhost", "localhost.localdomain", "ip6-localhost"}
# Audit events of the socket module, and which of their arguments is the address.
EVENTS = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
}


class Refused(ConnectionRefusedError):
    """A test tried to reach something outside this machine."""


def is_local(address: Any) -> bool:
    """True for loopback, unix sockets and "any address of this machine"."""
    if isinstance(address, tuple):
        address = address[0] if address else None
    if address is None or isinstance(address, int):  # no host; a netlink process id
        return True
    host = address.decode("utf-8", "replace") if isinstance(address, bytes) else str(address)
    if host in NAMES or host == os.uname().nodename or "/" in host or host.startswith("\0"):
        return True
    try:
        number = ipaddress.ip_address(host.split("%")[0])
    except ValueError:
        return False
    return number.is_loopback or number.is_unspecified


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in EVENTS or is_local(arguments[EVENTS[event]]):
        return
    message = f"{event} {arguments[EVENTS[event]]!r}: tests may only talk to this machine"
    if log := os.environ.get("MEDIAKIT_REFUSED"):
        with open(log, "a", encoding="utf-8") as file:
            file.write(f"{message} ({' '.join(sys.argv[:3])})\n")
    raise Refused(message)


sys.addaudithook(_refuse)

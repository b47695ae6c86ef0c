"""Python loads this first in a server under test: every reach for another machine is written down, and still tried."""

from __future__ import annotations

import ipaddress
import os
import sys

FILE = os.environ["REACHED_FOR"]
REACHES = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname")


def _is_here(host: object) -> bool:
    if host is None or host in ("", b"", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event not in REACHES:
        return
    # What is asked comes first where a name is looked up, after the socket elsewhere; a path is no other machine.
    asked = arguments[0] if event.startswith("socket.get") else arguments[-1]
    host = asked[0] if isinstance(asked, tuple) else asked if event.startswith("socket.get") else None
    if not _is_here(host):
        with open(FILE, "a", encoding="utf-8") as file:  # noqa: PTH123 (nothing is imported here that need not be)
            file.write(f"{event} {host}\n")


sys.addaudithook(_note)

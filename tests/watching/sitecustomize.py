"""Python loads this first in a server under test: every reach for another machine is written down, and still tried."""

from __future__ import annotations

import importlib.util
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


class _FrontPageAlone:
    """Of all pages that a server draws before anybody comes, the front page alone: the others take seconds."""

    @classmethod
    def find_spec(cls, name: str, *_: object) -> object:
        if name != "hiring.serving.rehearsal":
            return None
        sys.meta_path.remove(cls)
        spec = importlib.util.find_spec(name)
        read = spec.loader.exec_module

        def executed(module: object) -> None:
            read(module)
            rehearse = module.rehearse

            async def front_page_alone(runtime: object, *, only_front: bool = False) -> None:
                if only_front:
                    await rehearse(runtime, only_front=True)

            module.rehearse = front_page_alone

        spec.loader.exec_module = executed
        return spec


sys.addaudithook(_note)
if "FRONT_PAGE_ALONE" in os.environ:
    sys.meta_path.insert(0, _FrontPageAlone)

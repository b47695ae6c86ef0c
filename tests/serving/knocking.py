"""Requests as bytes on a socket: what a browser, a hostile page behind it, or a program of anybody's could send."""

from __future__ import annotations

import socket
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """What came back: 0 where the server only hung up."""

    status: int
    headers: dict[str, str]
    body: str


def request(line: str, host: str, *headers: str, body: bytes = b"") -> bytes:
    """A request with its line (`GET /`), its Host, and further header lines."""
    lines = [f"{line} HTTP/1.1", *([f"Host: {host}"] if host else []), *headers]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def handshake(host: str, *headers: str) -> bytes:
    """The request that opens a WebSocket to the pages' stream."""
    key = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13")
    return request("GET /_stcore/stream", host, *key, "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==", *headers)


def knock(port: int, sent: bytes) -> Answer:
    """Send the bytes and give the first answer, whole where it says how long it is."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as line:
        line.sendall(sent)
        came = b""
        while b"\r\n\r\n" not in came and (more := line.recv(65536)):
            came += more
        head, _, body = came.partition(b"\r\n\r\n")
        first, *rest = head.decode("latin-1").split("\r\n")
        if not first:
            return Answer(0, {}, "")
        headers = {name.lower(): value.strip() for name, _, value in (one.partition(":") for one in rest)}
        wanted = 0 if sent.startswith(b"HEAD ") else int(headers.get("content-length", "0"))
        while len(body) < wanted and (more := line.recv(65536)):
            body += more
        return Answer(int(first.split()[1]), headers, body.decode("utf-8", "replace"))

"""Who signs in comes back to the page they wanted: its address waits in a cookie of ours while they are away.

The browser itself says from which page it went (a page of ours tells only us). What comes back is an address of this
dashboard's, a path with its filters, and no other: a cookie can be written by many.
"""

from __future__ import annotations

from urllib.parse import quote, unquote, urlsplit

from starlette.requests import HTTPConnection
from starlette.types import Message, Scope, Send

NAME = "hiring_back"
#: Seconds in which somebody has signed in.
LONGEST = 600
_MOST_LETTERS = 1500
_USER = b"_streamlit_user="


def wanted(scope: Scope) -> str:
    """The address, below our own name, of the page from which somebody goes to sign in; "" where none is said."""
    headers = HTTPConnection(scope).headers
    try:
        there = urlsplit(headers.get("referer", ""))
    except ValueError:
        return ""
    if there.netloc != headers.get("host", ""):
        return ""
    return is_ours(f"{there.path}?{there.query}" if there.query else there.path)


def is_ours(address: str) -> str:
    """The address where it is a path of this dashboard's; else ""."""
    is_path = address.startswith("/") and not address.startswith("//") and "\\" not in address
    is_plain = address.isascii() and address.isprintable() and len(address) <= _MOST_LETTERS
    return address if is_path and is_plain and " " not in address else ""


def leaving(send: Send, scope: Scope) -> Send:
    """The same answers; on the way to the provider the page that was wanted is remembered."""
    address = wanted(scope)
    return _with(send, [_cookie(quote(address, safe=""), LONGEST)] if address else [])


def returning(send: Send, scope: Scope) -> Send:
    """The same answers; whoever is signed in by them is sent on to the page they wanted."""
    address = is_ours(unquote(HTTPConnection(scope).cookies.get(NAME, "")))
    if not address:
        return send

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 302:
            given = list(message["headers"])
            if any(name.lower() == b"set-cookie" and _signs_in(value) for name, value in given):
                kept = [(name, value) for name, value in given if name.lower() != b"location"]
                message = {**message, "headers": [*kept, (b"location", address.encode()), _cookie("", 0)]}
        await send(message)

    return sent


def _signs_in(cookie: bytes) -> bool:
    """Whether a cookie says who somebody is; one that is taken away is empty."""
    return cookie.startswith(_USER) and cookie.removeprefix(_USER).partition(b";")[0] not in (b"", b'""')


def _with(send: Send, headers: list[tuple[bytes, bytes]]) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message["headers"], *headers]}
        await send(message)

    return sent


def _cookie(value: str, seconds: int) -> tuple[bytes, bytes]:
    return b"set-cookie", f"{NAME}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax".encode()

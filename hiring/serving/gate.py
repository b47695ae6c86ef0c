"""The gate around Streamlit's server: refuses what the doors do not let in, and dresses every answer.

It stands before all of Streamlit's own checks. That matters most for WebSockets: for one of a foreign Origin
Streamlit asks an address in the internet for its own, while everybody waits, and believes the answer.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import logging
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hiring.loading import uploads
from hiring.serving import doors, settings, uploading
from hiring.serving.doors import Call, Refusal
from hiring.serving.signing_in import coming_back, cookies, mode, visitor

LOG = logging.getLogger(__name__)
_INLINE = re.compile(r"<script>([^<]*)</script>")
_STARTS = ("http.response.start", "websocket.accept")


def _own_scripts() -> str:
    """The scripts within Streamlit's one page, by their digests."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    digests = [hashlib.sha256(script.encode()).digest() for script in _INLINE.findall(page)]
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


#: What a page may load, send and be shown in.
POLICY = "; ".join(
    (
        "default-src 'self'",
        # Streamlit's protocol reads its long numbers by a few bytes of WebAssembly; no text is ever run as a script.
        f"script-src 'self' 'wasm-unsafe-eval' {_own_scripts()}".strip(),
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
#: What every answer carries.
DRESS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_DRESS = [(name.encode(), value.encode()) for name, value in DRESS.items()]

NOT_SAFE = Refusal(503, "A setting of the server keeps visitors out; starting it anew says which.")
SIGN_IN_FIRST = Refusal(403, "This is for who is signed in and has a right here.")
NOT_SENT_FROM_HERE = Refusal(403, "A file is sent from the page that asks for it, while it is open.")
ONE_AT_A_TIME = Refusal(409, "Another file is on its way; send one at a time.")
TOO_SLOW = Refusal(408, "The file stopped coming; send it again.")
#: Seconds between two looks at whether a file on its way is still wanted: one that is not keeps the server from ending.
LOOK_EVERY = 1.0
#: So many looks in which nothing comes are the end of it: half a minute.
MOST_LOOKS = 30


def too_large() -> Refusal:
    """What is said of a file that is too large for a browser to send."""
    return Refusal(
        413, f"Larger than {uploads.LARGEST_MB} MB: copy the file into the exports folder instead."
    )


class _BrokenOffError(Exception):
    """The file is not taken in to its end; `refused` says why."""

    def __init__(self, refused: Refusal) -> None:
        super().__init__(refused.line)
        self.refused = refused


class Gate:
    """The middleware around the whole server."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a call in, or answer it here; what concerns no visitor (the server's start and end) passes."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        answer = _dressing(send)
        call, ours = _call(scope), _ours(scope)
        refused = doors.refusal(call, ours, is_team=mode.is_team()) or _not_signed_in(call, scope)
        if refused:
            await _refuse(refused, scope, receive, answer)
        elif call.method == "PUT":
            await self._take_in(call.path, scope, receive, answer)
        elif call.method == doors.WEBSOCKET:
            await self._visit(scope, receive, answer)
        elif doors.is_sign_in(call.path):
            await self._app(scope, receive, _or_back(coming_back.leaving(answer, scope)))
        elif doors.is_callback(call.path):
            await self._app(scope, receive, coming_back.returning(answer, scope))
        else:
            await self._app(scope, receive, answer)

    async def _visit(self, scope: Scope, receive: Receive, send: Send) -> None:
        if settings.unsafe():
            await _refuse(NOT_SAFE, scope, receive, send)
            return
        try:
            await self._app(scope, receive, send)
        finally:
            uploading.forget_the_gone()

    async def _take_in(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        """A file on its way in: from a visitor with a field for it, one at a time, counted as it comes."""
        visit = (doors.upload(path) or ("", ""))[0]
        most = uploads.largest()
        if not uploading.uploading.allows(visit):
            await _refuse(NOT_SENT_FROM_HERE, scope, receive, send)
            return
        said = Request(scope).headers.get("content-length", "0")
        if said.isascii() and said.isdecimal() and len(said) < 20 and int(said) > most:
            await _refuse(too_large(), scope, receive, send)
            return
        with uploading.uploading.receiving(visit) as may:
            if not may:
                await _refuse(ONE_AT_A_TIME, scope, receive, send)
                return
            try:
                wanted = partial(uploading.uploading.allows, visit)
                came = partial(uploading.uploading.came, visit)
                await self._app(scope, _watching(receive, most, wanted, came), send)
            except _BrokenOffError as error:
                await _refuse(error.refused, scope, receive, send)


def _watching(
    receive: Receive, most: int, is_wanted: Callable[[], bool], counted: Callable[[int], int]
) -> Receive:
    """The same messages; `_BrokenOffError` once there is no more reason to wait for the rest of their bodies.

    That is where they are more than `most` bytes, with what else the field holds (`counted`), where nothing comes for
    long, and where who sends it has left: by their own will, or because the server is about to end.
    """
    is_whole = False

    async def watched() -> Message:
        nonlocal is_whole
        if is_whole:  # whoever asks on waits for the sender to go
            return await receive()
        message = await _coming(receive, is_wanted)
        is_whole = not message.get("more_body", False)
        if counted(len(message.get("body", b""))) > most:
            raise _BrokenOffError(too_large())
        return message

    return watched


async def _coming(receive: Receive, is_wanted: Callable[[], bool]) -> Message:
    waiting = asyncio.ensure_future(receive())
    try:
        for _ in range(MOST_LOOKS):
            await asyncio.wait({waiting}, timeout=LOOK_EVERY)
            if not is_wanted():
                raise _BrokenOffError(NOT_SENT_FROM_HERE)
            if waiting.done():
                return waiting.result()
        raise _BrokenOffError(TOO_SLOW)
    finally:
        waiting.cancel()


def _not_signed_in(call: Call, scope: Scope) -> Refusal | None:
    """Why a file is kept from who asks, where people sign in: an address alone, however long, is no right."""
    if not mode.is_team() or not doors.is_for_the_signed_in(call.path):
        return None
    here = visitor.of_cookies(HTTPConnection(scope).cookies)
    return None if isinstance(here, visitor.Here) else SIGN_IN_FIRST


def _or_back(send: Send) -> Send:
    """The same answers, but where no provider could be asked: then the way back, to the page that says so."""
    is_failed = False

    async def sent(message: Message) -> None:
        nonlocal is_failed
        if message["type"] == "http.response.start" and message["status"] >= 400:
            is_failed = True
            LOG.warning(
                "signing in: the provider could not be asked; is it there, and server_metadata_url right?"
            )
            base = "/" + str(st.get_option("server.baseUrlPath") or "").strip("/")
            to = f"{base.rstrip('/')}/?{mode.SIGN_IN}={mode.FAILED}".encode()
            await send(
                {**message, "status": 302, "headers": [(b"location", to), (b"cache-control", b"no-store")]}
            )
        elif is_failed:
            await send({**message, "body": b""})
        else:
            await send(message)

    return sent


def _dressing(send: Send) -> Send:
    """The same answers with `DRESS` on them, and with no leave for foreign pages to read them."""

    async def dressed(message: Message) -> None:
        if message["type"] in _STARTS:
            kept = [
                (name, value)
                for name, value in cookies.dressed(message.get("headers", ()))
                if not name.lower().startswith(b"access-control-")
                and name.lower().decode("latin-1") not in DRESS
            ]
            message = {**message, "headers": [*kept, *_DRESS]}
        await send(message)

    return dressed


async def _refuse(refused: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with the refusal; a WebSocket is closed before it opens, which a browser is told as a plain 403."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    headers = {"cache-control": "no-store"}
    await PlainTextResponse(f"{refused.line}\n", refused.status, headers)(scope, receive, send)


def _call(scope: Scope) -> Call:
    """What the doors look at."""
    headers = HTTPConnection(scope).headers
    base = "/" + str(st.get_option("server.baseUrlPath") or "").strip("/")
    path = str(scope["path"])
    is_below = base != "/" and (path == base or path.startswith(f"{base}/"))
    visit = (headers.getlist("sec-fetch-mode"), headers.getlist("sec-fetch-dest"))
    return Call(
        doors.WEBSOCKET if scope["type"] == "websocket" else str(scope["method"]),
        path[len(base) :] if is_below else path,
        tuple(headers.getlist("host")),
        tuple(headers.getlist("origin")),
        tuple(headers.getlist("sec-fetch-site")),
        visit == (["navigate"], ["document"]),
    )


def _ours(scope: Scope) -> frozenset[str]:
    """The names this server answers to, with its own port and the one that browsers are told of."""
    own = scope.get("server") or ("", None)
    ports = {own[1], st.get_option("browser.serverPort")} - {None}
    return doors.authorities(st.get_option("server.allowedHosts"), ports)


async def failed(_request: Request, _fault: Exception) -> PlainTextResponse:
    """What is answered where the server itself failed; it stands outside the gate, so it is dressed here."""
    return PlainTextResponse("The server failed at this; its terminal says why.\n", 500, DRESS)


def around() -> list[Middleware]:
    """What `st.App` is given to stand within."""
    return [Middleware(Gate)]

"""A file on its way through the gate: waited for as long as it comes, and as long as its sender is there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
import streamlit as st

from hiring.serving import gate, uploading
from hiring.serving.gate import Gate
from hiring.serving.uploading import Uploading
from serving.gate.test_calls import OPTIONS

Bodies = Callable[[], AsyncIterator[dict[str, Any]]]


async def taking_all(_scope: Any, receive: Any, send: Any) -> None:
    """A stand-in for Streamlit that takes a file in and says how large it was, and whether its sender went then."""
    size, more = 0, True
    while more:
        message = await receive()
        size, more = size + len(message["body"]), message["more_body"]
    gone = await receive()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": f"{size} {gone['type']}".encode()})


@pytest.fixture
def visitors(monkeypatch: pytest.MonkeyPatch) -> Uploading:
    """Ada, who has a field for a file before her."""
    found = Uploading(lambda _visit: None)
    found.shown("ada", "field", lambda: None)
    monkeypatch.setattr(uploading, "uploading", found)
    monkeypatch.setattr(st, "get_option", OPTIONS.get)
    monkeypatch.setattr(gate, "LOOK_EVERY", 0.001)
    return found


def answered(bodies: Bodies) -> tuple[int, str]:
    """Status and text of the answer to a file of Ada's that comes in these pieces."""
    named = {"host": "localhost:8501", "origin": "http://localhost:8501"}
    scope = {
        "type": "http",
        "method": "PUT",
        "path": "/_stcore/upload_file/ada/1",
        "server": ("127.0.0.1", 8501),
        "headers": [(name.encode(), value.encode()) for name, value in named.items()],
    }
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def ask() -> None:
        coming = bodies()
        await Gate(taking_all)(scope, coming.__anext__, send)  # type: ignore[arg-type]

    asyncio.run(ask())
    return sent[0]["status"], b"".join(one.get("body", b"") for one in sent).decode().strip()


def piece(body: bytes, *, more: bool = True) -> dict[str, Any]:
    return {"type": "http.request", "body": body, "more_body": more}


@pytest.mark.usefixtures("visitors")
def test_a_file_that_comes_slowly_is_taken_in_and_its_sender_waited_for() -> None:
    async def slowly() -> AsyncIterator[dict[str, Any]]:
        for _ in range(3):
            yield piece(b"ab")
            await asyncio.sleep(0.005)
        yield piece(b"", more=False)
        await asyncio.sleep(0.1)  # longer than a file may stop for
        yield {"type": "http.disconnect"}

    assert answered(slowly) == (200, "6 http.disconnect")


@pytest.mark.usefixtures("visitors")
def test_a_file_that_stops_coming_is_waited_for_no_longer() -> None:
    async def stopping() -> AsyncIterator[dict[str, Any]]:
        yield piece(b"ab")
        await asyncio.Event().wait()

    assert answered(stopping) == (408, "The file stopped coming; send it again.")


def test_a_file_whose_sender_left_is_waited_for_no_longer_even_if_it_goes_on(visitors: Uploading) -> None:
    async def going_on() -> AsyncIterator[dict[str, Any]]:
        yield piece(b"ab")
        visitors.gone(lambda _visit: False)
        while True:
            yield piece(b"a")

    assert answered(going_on) == (403, "A file is sent from the page that asks for it, while it is open.")


def test_a_file_that_stopped_coming_is_given_up_once_its_sender_leaves(
    visitors: Uploading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "MOST_LOOKS", 10**9)

    async def stopping() -> AsyncIterator[dict[str, Any]]:
        yield piece(b"ab")
        asyncio.get_running_loop().call_later(0.01, visitors.gone, lambda _visit: False)
        await asyncio.Event().wait()

    assert answered(stopping)[0] == 403


def test_files_of_one_field_are_together_no_larger_than_one_may_be(
    visitors: Uploading, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def six() -> AsyncIterator[dict[str, Any]]:
        yield piece(b"abc")
        yield piece(b"def", more=False)
        yield {"type": "http.disconnect"}

    monkeypatch.setattr(gate.uploads, "largest", lambda: 10)
    assert [answered(six)[0], answered(six)[0]] == [200, 200]
    visitors.shown("ada", "files", lambda: None, several=True)
    assert [answered(six)[0], answered(six)[0]] == [200, 413]

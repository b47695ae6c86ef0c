"""Every page is drawn once before somebody comes, on the server's own terms."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime, RuntimeConfig
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.runtime import RuntimeStoppedError

from hiring.serving import evidence, following, session
from hiring.serving import rehearsal as session_rehearsal

SCRIPT = """
from pathlib import Path
import streamlit as st

def told(name):
    def show():
        with Path({log!r}).open("a") as log:
            log.write(name + chr(10))
    return show

st.navigation(
    [st.Page(told("front"), title="Front", default=True)]
    + [st.Page(told(name), title=name, url_path=name) for name in ("hires", "sources")]
).run()
"""


class Server:
    """What of a server the rehearsal speaks to; `ends` tells which pages come to an end."""

    def __init__(self, ends: bool = True) -> None:
        self.ends, self.drawn, self.closed = ends, list[str](), list[str]()

    def connect_session(self, client: Any, user_info: Any) -> str:
        self.client = client
        assert user_info == {}
        return "visit"

    def handle_backmsg(self, visit: str, message: BackMsg) -> None:
        assert visit == "visit"
        self.drawn.append(message.rerun_script.page_name)
        menu = ForwardMsg()
        for address, is_default in (("", True), ("hires", False)):
            menu.navigation.app_pages.add(url_pathname=address, is_default=is_default)
        self.client.write_forward_msg(menu)
        if self.ends:
            self.client.write_forward_msg(ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY))

    def close_session(self, visit: str) -> None:
        self.closed.append(visit)


def beside(
    server: Any, monkeypatch: pytest.MonkeyPatch, versions: list[str | None], settled: list[int]
) -> None:
    """Run beside the server until these warehouses have been served, each until it was rehearsed."""
    left = iter(versions)
    over: asyncio.Event

    def served() -> str | None:
        nonlocal now
        if len(server.closed) == rehearsed.get(now, len(server.closed)):
            now = next(left, "over")
            if now not in (None, "over"):
                rehearsed.setdefault(now, len(server.closed) + 1)
        if now == "over":
            over.set()
            return versions[-1]
        return now

    now: str | None = None
    rehearsed: dict[str | None, int] = {}

    async def life() -> None:
        nonlocal over
        over = asyncio.Event()
        async with session_rehearsal.beside(None):
            await asyncio.wait_for(over.wait(), 20)

    async def work_out() -> None:
        server.drawn.append("evidence")

    monkeypatch.setattr(evidence, "work_out", work_out)
    monkeypatch.setattr(following, "LOOK_EVERY", 0.0)
    monkeypatch.setattr(session, "version_served", served)
    monkeypatch.setattr(session, "is_erasing", lambda: False)
    monkeypatch.setattr(session, "freeze_garbage", lambda: settled.append(1))
    monkeypatch.setattr(Runtime, "instance", lambda: server)
    asyncio.run(life())


def test_each_warehouse_is_rehearsed_once_from_front_page_to_last(monkeypatch: pytest.MonkeyPatch) -> None:
    server, settled = Server(), list[int]()
    beside(server, monkeypatch, [None, "a", "a", "b"], settled)
    assert server.drawn == ["evidence", "", "hires", "evidence", "", "hires"]
    assert server.closed == ["visit", "visit"]
    assert len(settled) == 4  # before and after each


def test_without_a_warehouse_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server()
    beside(server, monkeypatch, [None, None], [])
    assert server.drawn == []


def test_the_front_page_is_drawn_before_the_port_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server()

    async def follow(_work: object) -> None:
        return None

    async def life() -> list[str]:
        async with session_rehearsal.beside(None):
            return [*server.drawn, *server.closed]

    monkeypatch.setattr(following, "follow", follow)
    monkeypatch.setattr(session, "version_served", lambda: "a")
    monkeypatch.setattr(Runtime, "instance", lambda: server)
    assert asyncio.run(life()) == ["", "visit"]


def test_a_page_that_never_ends_is_given_up_its_visit_closed_and_the_port_opened(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    server = Server(ends=False)
    monkeypatch.setattr(session_rehearsal, "LONGEST_CLOSED", 0.01)
    monkeypatch.setattr(session_rehearsal, "LONGEST_PAGE", 0.02)
    with caplog.at_level(logging.WARNING):
        beside(server, monkeypatch, ["a", "b"], [])
    assert server.drawn == ["", "evidence", ""]
    assert server.closed == ["visit", "visit"]
    assert "not drawn within" in caplog.text


def test_a_server_that_stops_meanwhile_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopping(Server):
        def close_session(self, visit: str) -> None:
            super().close_session(visit)
            raise RuntimeStoppedError

    server = Stopping()

    async def life() -> None:
        async with session_rehearsal.beside(None):
            while not server.closed:
                await asyncio.sleep(0)

    async def work_out() -> None:
        return None

    monkeypatch.setattr(evidence, "work_out", work_out)
    monkeypatch.setattr(session, "version_served", lambda: "a")
    monkeypatch.setattr(session, "freeze_garbage", lambda: None)
    monkeypatch.setattr(Runtime, "instance", lambda: server)
    asyncio.run(asyncio.wait_for(life(), 20))


@pytest.fixture
def runtime(tmp_path: Path) -> Iterator[tuple[Runtime, Path]]:
    """A server of Streamlit's own with three pages that write down when they are drawn."""
    log, script = tmp_path / "drawn.txt", tmp_path / "app.py"
    script.write_text(SCRIPT.format(log=str(log)), encoding="utf-8")
    before, Runtime._instance = Runtime._instance, None
    yield (
        Runtime(
            RuntimeConfig(
                script_path=str(script),
                media_file_storage=MemoryMediaFileStorage("/media"),
                uploaded_file_manager=MemoryUploadedFileManager("/upload"),
            )
        ),
        log,
    )
    Runtime._instance = before


def test_streamlit_draws_every_page_of_the_menu_for_it(runtime: tuple[Runtime, Path]) -> None:
    server, log = runtime

    async def life() -> None:
        await server.start()
        await session_rehearsal.rehearse(server)
        server.stop()
        await server.stopped

    asyncio.run(life())
    assert log.read_text(encoding="utf-8").splitlines() == ["front", "hires", "sources"]

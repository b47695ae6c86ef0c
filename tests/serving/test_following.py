"""A server that goes on to another warehouse keeps nothing of the one before, and begins anew where that forgot
somebody.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

import pytest

from hiring.loading import forgetting
from hiring.serving import following, restarting, session
from hiring.serving.being_drawn import BeingDrawn


@dataclass
class Life:
    """What happened beside a server, in order."""

    happened: list[str] = field(default_factory=list)
    erasing: bool = False

    def forget(self) -> None:
        self.happened.append("forgotten")


@pytest.fixture
def life(monkeypatch: pytest.MonkeyPatch) -> Life:
    """A server's surroundings, in which no look and no wait takes time."""
    seen = Life()
    for name in ("LOOK_EVERY", "GIVE_WAY"):
        monkeypatch.setattr(following, name, 0.0)
    monkeypatch.setattr(following, "MOST_LOOKS", 10)
    monkeypatch.setattr(session, "being_drawn", BeingDrawn())
    monkeypatch.setattr(session, "is_erasing", lambda: seen.erasing)
    monkeypatch.setattr(session, "freeze_garbage", lambda: None)
    monkeypatch.setattr(forgetting, "everything", seen.forget)
    monkeypatch.setattr(restarting, "begin_anew", lambda: seen.happened.append("begun anew"))
    return seen


def follow(
    monkeypatch: pytest.MonkeyPatch,
    versions: Iterable[str | None],
    ahead: Callable[[str], Awaitable[None]],
) -> None:
    """Follow these warehouses: the next is served once the one before has had a few turns."""

    async def run() -> None:
        over, now = asyncio.Event(), ""

        def served() -> str | None:
            nonlocal now
            version = next(left, "over")
            if version == "over":
                over.set()
                return now
            now = version or now
            return version

        left = iter([version for one in versions for version in [one] * 30])
        monkeypatch.setattr(session, "version_served", served)
        task = asyncio.create_task(following.follow(lambda: ahead(now)))
        await asyncio.wait_for(over.wait(), 20)
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()

    asyncio.run(run())


def test_each_warehouse_is_worked_out_ahead_once_and_the_one_before_is_forgotten(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ahead(version: str) -> None:
        life.happened.append(version)

    follow(monkeypatch, ["a", "a", "b", None, "c"], ahead)
    assert life.happened == ["a", "forgotten", "b", "forgotten", "c"]


def test_after_a_first_build_what_it_read_is_forgotten_and_the_server_stays(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ahead(version: str) -> None:
        life.happened.append(version)

    life.erasing = True
    follow(monkeypatch, [None, "a", "a"], ahead)
    assert life.happened == ["forgotten", "a"]


def test_a_folder_that_cannot_be_looked_into_for_a_while_is_followed_again_afterwards(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ahead(version: str) -> None:
        life.happened.append(version)

    looked: list[int] = []

    def served() -> str:
        looked.append(1)
        if 3 < len(looked) < 6:
            raise PermissionError
        return "a" if len(looked) < 6 else "b"

    async def run() -> None:
        task = asyncio.create_task(following.follow(lambda: ahead(served())))
        while "b" not in life.happened:
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])

    monkeypatch.setattr(session, "version_served", served)
    asyncio.run(asyncio.wait_for(run(), 20))
    assert life.happened == ["a", "forgotten", "b"]


def test_what_is_worked_out_ahead_stops_where_it_is_when_another_warehouse_is_served(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ahead(version: str) -> None:
        life.happened.append(f"{version} begun")
        try:
            await asyncio.Event().wait()
        finally:
            life.happened.append(f"{version} stopped")

    follow(monkeypatch, ["a", "b"], ahead)
    assert life.happened == ["a begun", "a stopped", "forgotten", "b begun", "b stopped"]


def test_after_a_build_that_forgot_somebody_the_server_begins_anew_once(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ahead(version: str) -> None:
        life.happened.append(version)
        life.erasing = True

    follow(monkeypatch, ["a", "a", "b", "b", "b"], ahead)
    assert life.happened == ["a", "forgotten", "begun anew", "b"]


def test_the_warehouse_a_server_starts_with_is_no_reason_to_begin_anew(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ahead(version: str) -> None:
        life.happened.append(version)

    life.erasing = True
    follow(monkeypatch, ["a", "a"], ahead)
    assert life.happened == ["a"]


class Visited(BeingDrawn):
    """One who comes when the next warehouse is looked at, and is through when it was asked for the third time."""

    def __init__(self, life: Life, erasing: bool) -> None:
        super().__init__()
        self.life, self.erasing, self.visit, self.looks = life, erasing, self.one(), 0

    def comes(self) -> bool:
        """What the next warehouse says of itself."""
        self.visit.__enter__()
        return self.erasing

    def _look(self) -> None:
        self.looks += 1
        if self.looks == 3:
            self.life.happened.append("page through")
            self.visit.__exit__(None, None, None)

    def are_through(self, marks: frozenset[object]) -> bool:
        self._look()
        return super().are_through(marks)


def test_a_page_being_drawn_comes_to_its_end_before_the_server_begins_anew(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ahead(version: str) -> None:
        life.happened.append(version)

    visited = Visited(life, erasing=True)
    monkeypatch.setattr(session, "being_drawn", visited)
    monkeypatch.setattr(session, "is_erasing", visited.comes)
    follow(monkeypatch, ["a", "b"], ahead)
    assert life.happened == ["a", "forgotten", "page through", "begun anew", "b"]


def test_what_those_work_out_who_began_on_the_warehouse_before_is_forgotten_when_they_are_through(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ahead(version: str) -> None:
        life.happened.append(version)

    visited = Visited(life, erasing=False)
    monkeypatch.setattr(session, "being_drawn", visited)
    monkeypatch.setattr(session, "is_erasing", visited.comes)
    follow(monkeypatch, ["a", "b"], ahead)
    assert life.happened == ["a", "forgotten", "page through", "forgotten", "b"]


def test_a_page_that_never_ends_does_not_keep_the_server_from_beginning_anew(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ahead(version: str) -> None:
        life.erasing = True

    with session.being_drawn.one():
        follow(monkeypatch, ["a", "b"], ahead)
    assert "begun anew" in life.happened


def test_what_goes_wrong_ahead_is_said_and_the_next_warehouse_is_followed(
    life: Life, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def ahead(version: str) -> None:
        life.happened.append(version)
        raise ValueError("Ada Kovacs")

    with caplog.at_level(logging.ERROR):
        follow(monkeypatch, ["a", "b"], ahead)
    assert life.happened == ["a", "forgotten", "b"]
    assert "working ahead ended with ValueError" in caplog.text
    assert "Ada" not in caplog.text

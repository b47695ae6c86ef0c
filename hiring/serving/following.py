"""Follow which warehouse is served: nothing is kept of the one before, and after a build that forgot somebody the
server begins anew.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any

from streamlit.runtime.runtime import RuntimeStoppedError

from hiring.loading import forgetting
from hiring.serving import restarting, session
from hiring.warehouse import looks

LOG = logging.getLogger(__name__)
#: Seconds between two looks at which warehouse is served: two small files are read, and hardly a build is as quick.
LOOK_EVERY = 1.0
#: Seconds between two looks at whether pages being drawn are through.
GIVE_WAY = 0.2
#: So many looks pages being drawn get to come to their end, five seconds in all: most take less than one.
MOST_LOOKS = 25


async def follow(work_ahead: Callable[[], Awaitable[None]]) -> None:
    """Follow the warehouse as long as the server runs.

    `work_ahead` is done for each that comes to be served; it stops where it is when the next one comes.
    """
    await asyncio.to_thread(looks.sweep)
    served = _version_served()
    working = asyncio.create_task(_ahead(work_ahead)) if served else None
    try:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            version = _version_served()
            if version not in (None, served):
                await _stopped(working)
                await _leave_behind(is_first=served is None)
                served = version
                working = asyncio.create_task(_ahead(work_ahead))
    finally:
        await _stopped(working)


def _version_served() -> str | None:
    """The warehouse now served; none where there is none yet, or its folder cannot be looked into just now."""
    with suppress(OSError):
        return session.version_served()
    return None


async def _leave_behind(*, is_first: bool) -> None:
    """Keep nothing of the warehouse before; where the new one forgot somebody, not even this process.

    Of a first one nobody was shown anything before it; what its build, or one that failed, read here is let go of.
    """
    forgetting.everything()
    if not is_first and await asyncio.to_thread(session.is_erasing):
        await _through(session.being_drawn.now())
        restarting.begin_anew()


def _ahead(work_ahead: Callable[[], Awaitable[None]]) -> Coroutine[Any, Any, None]:
    before = session.being_drawn.now()

    async def work() -> None:
        """What those work out who began on the warehouse before is let go of once they are through."""
        if before:
            await _through(before)
            forgetting.everything()
        session.freeze_garbage()
        await work_ahead()
        session.freeze_garbage()

    return work()


async def _through(pages: frozenset[object]) -> None:
    """Wait until these pages are through, for at most so many looks."""
    for _ in range(MOST_LOOKS):
        if session.being_drawn.are_through(pages):
            return
        await asyncio.sleep(GIVE_WAY)


async def _stopped(working: asyncio.Task[None] | None) -> None:
    """Stop what is being worked out ahead; what went wrong with it is no reason to follow no more."""
    if working is None:
        return
    working.cancel()
    with suppress(asyncio.CancelledError):
        await asyncio.wait([working])
    error = None if working.cancelled() or not working.done() else working.exception()
    if error is not None and not isinstance(error, RuntimeStoppedError):
        LOG.error("working ahead ended with %s", type(error).__name__)

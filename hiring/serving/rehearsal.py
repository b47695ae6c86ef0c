"""Every page drawn once before somebody comes, unseen: whoever comes finds the answers and figures made.

It runs beside the server from its start, and again when a build puts another warehouse in place. A visitor who
comes meanwhile waits for nothing but what he asks for himself (see `once`): as long as anybody's page is being drawn,
no further page is begun, and what takes long comes last.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.runtime import RuntimeStoppedError

from hiring.serving import following, session

LOG = logging.getLogger(__name__)
#: Seconds between two looks at whether anybody is being served.
GIVE_WAY = 0.2
#: Seconds until a page that does not end is given up.
LONGEST_PAGE = 600.0


@dataclass
class Unseen:
    """A visitor with no browser: learns the addresses of the menu, and when a page is through."""

    addresses: list[str] = field(default_factory=list)
    is_through: asyncio.Event = field(default_factory=asyncio.Event)
    client_context: None = None

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        """Take what a browser would be sent; called on the server's event loop."""
        kind = msg.WhichOneof("type")
        if kind == "navigation":
            self.addresses = [page.url_pathname for page in msg.navigation.app_pages if not page.is_default]
        elif kind == "script_finished":
            self.is_through.set()


async def rehearse(runtime: Runtime, last: Sequence[str] = ()) -> None:
    """Draw the front page, then every other page of its menu, each once; those of `last` after the others."""
    visitor = Unseen()
    visit = runtime.connect_session(visitor, user_info={})
    try:
        with session.attendance.unseen(visit):
            await _drawn(runtime, visit, visitor, "")
            order = {address: place for place, address in enumerate(last, start=1)}
            for address in sorted(visitor.addresses, key=lambda one: order.get(one, 0)):
                await _drawn(runtime, visit, visitor, address)
    finally:
        runtime.close_session(visit)


async def _drawn(runtime: Runtime, visit: str, visitor: Unseen, address: str) -> None:
    while not session.attendance.is_quiet:
        await asyncio.sleep(GIVE_WAY)
    visitor.is_through.clear()
    asked = BackMsg()
    asked.rerun_script.page_name = address
    runtime.handle_backmsg(visit, asked)
    await asyncio.wait_for(visitor.is_through.wait(), LONGEST_PAGE)


async def _rehearsed(last: Sequence[str]) -> None:
    """Rehearse the warehouse that came to be served."""
    try:
        await rehearse(Runtime.instance(), last)
    except TimeoutError:
        LOG.warning("a page was not drawn within %g seconds before anybody came", LONGEST_PAGE)


@asynccontextmanager
async def beside(_server: object, last: Sequence[str] = ()) -> AsyncIterator[None]:
    """What runs beside the server as long as it does; the addresses of `last` are drawn after all others."""
    task = asyncio.create_task(following.follow(partial(_rehearsed, last)))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, RuntimeStoppedError):
            await task

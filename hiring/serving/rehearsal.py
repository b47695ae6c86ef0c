"""Every page drawn once before somebody comes, unseen: whoever comes finds the answers and figures made.

The front page comes before the port opens: what is loaded once a process and asked once a warehouse holds up nobody.
The rest runs beside the server, and all of it again when a build puts another warehouse in place, once the evidence of
that is there. A visitor who comes meanwhile waits for nothing but what he asks for himself (see `once`).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.runtime import RuntimeStoppedError

from hiring.serving import evidence, following, session
from hiring.serving.signing_in.visitor import ahead

LOG = logging.getLogger(__name__)
#: Seconds until a page that does not end is given up.
LONGEST_PAGE = 600.0
#: Seconds that the port stays closed for the front page at most.
LONGEST_CLOSED = 10.0


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


async def rehearse(runtime: Runtime, *, only_front: bool = False) -> None:
    """Draw the front page, then every other page of its menu, each once."""
    visitor = Unseen()
    visit = runtime.connect_session(visitor, user_info=ahead())
    try:
        await _drawn(runtime, visit, visitor, "")
        for address in () if only_front else visitor.addresses:
            await _drawn(runtime, visit, visitor, address)
    finally:
        runtime.close_session(visit)


async def _drawn(runtime: Runtime, visit: str, visitor: Unseen, address: str) -> None:
    visitor.is_through.clear()
    asked = BackMsg()
    asked.rerun_script.page_name = address
    runtime.handle_backmsg(visit, asked)
    await asyncio.wait_for(visitor.is_through.wait(), LONGEST_PAGE)


async def _rehearsed() -> None:
    """Have the evidence of the warehouse that came to be served worked out, then rehearse it."""
    await evidence.work_out()
    try:
        await rehearse(Runtime.instance())
    except TimeoutError:
        LOG.warning("a page was not drawn within %g seconds before anybody came", LONGEST_PAGE)


async def _open() -> None:
    """Draw the front page, where there is a warehouse; what goes wrong with it is told where it is drawn again."""
    with suppress(OSError, TimeoutError, RuntimeStoppedError):
        if session.version_served() is not None:
            await asyncio.wait_for(rehearse(Runtime.instance(), only_front=True), LONGEST_CLOSED)


@asynccontextmanager
async def beside(_server: object) -> AsyncIterator[None]:
    """What runs beside the server as long as it does; its port opens once this is entered."""
    await _open()
    task = asyncio.create_task(following.follow(_rehearsed))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, RuntimeStoppedError):
            await task

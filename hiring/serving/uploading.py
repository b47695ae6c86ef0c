"""Which visitors have a field for a file before them, and what they sent: let go as soon as they leave it.

Streamlit takes a file from any open session on any page and keeps it as long as it keeps the session. Here a visitor
sends one file at a time, from the page that asks for it, and holds one; from a field for several, as many as are
together no larger than one may be.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from streamlit.runtime import Runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

#: Files of one field for several: more would be a folder, which is copied.
MOST_AT_ONCE = 60


@dataclass
class _Place:
    """One visitor's field for a file, or for `several`; `forget` empties what the server remembers of the visit.

    `count_sent`, `bytes_came`: of what the field holds or is being sent.
    """

    field: str
    forget: Callable[[], None]
    several: bool = False
    count_busy: int = 0
    count_sent: int = 0
    bytes_came: int = 0


class Uploading:
    """Who may send a file now; `let_go` is given the visit whose files are wanted no longer."""

    def __init__(self, let_go: Callable[[str], None]) -> None:
        self._let_go = let_go
        self._places: dict[str, _Place] = {}
        self._drawn: set[str] = set()
        self._lock = threading.Lock()

    def allows(self, visit: str) -> bool:
        """Whether this visitor has a field for a file before them."""
        return visit in self._places

    def shown(self, visit: str, field: str, forget: Callable[[], None], *, several: bool = False) -> None:
        """The page drawn now has the field; another one than before means that the file in that was taken over."""
        with self._lock:
            self._drawn.add(visit)
            place = self._places.get(visit)
            is_same = place is not None and place.field == field
            if not is_same:
                self._places[visit] = _Place(field, forget, several)
        if place is not None and not is_same:
            self._let_go(visit)

    @contextmanager
    def page(self, visit: str) -> Iterator[None]:
        """Draw a page within; without the field on it the visitor's place is gone, and what they sent.

        A run that is broken off decides nothing: the next one, for which it was, does.
        """
        self._drawn.discard(visit)
        yield
        if visit not in self._drawn:
            self._leave(visit)

    def _leave(self, visit: str) -> None:
        with self._lock:
            place = self._places.pop(visit, None)
        if place is not None:
            self._let_go(visit)

    @contextmanager
    def receiving(self, visit: str) -> Iterator[bool]:
        """Take a file in within, where that gives true; false while another one is on its way.

        The one before is let go first, but in a field for several. Who left meanwhile leaves nothing behind.
        """
        with self._lock:
            place = self._places.get(visit)
            may = place is not None and self._may(place)
            if place is not None and may:
                place.count_busy += 1
                place.count_sent += 1
                place.bytes_came *= place.several
        if place is None or not may:
            yield False
            return
        if not place.several:
            self._let_go(visit)
        try:
            yield True
        finally:
            with self._lock:
                place.count_busy -= 1
            if self._places.get(visit) is not place:
                self._let_go(visit)

    @staticmethod
    def _may(place: _Place) -> bool:
        return place.count_sent < MOST_AT_ONCE if place.several else not place.count_busy

    def came(self, visit: str, count: int) -> int:
        """Count bytes of a file on its way; gives how many the visitor's field holds by now, all files together."""
        with self._lock:
            place = self._places.get(visit)
            if place is None:
                return count
            place.bytes_came += count
            return place.bytes_came

    def gone(self, is_here: Callable[[str], bool]) -> dict[str, Callable[[], None]]:
        """Give up the places of those who are here no longer; gives the visits of those who had sent something.

        With each stands what empties its memory.
        """
        with self._lock:
            away = {visit: place for visit, place in self._places.items() if not is_here(visit)}
            for visit in away:
                del self._places[visit]
            self._drawn.difference_update(away)
        return {visit: place.forget for visit, place in away.items() if place.count_sent}


def _nothing() -> None:
    """Forget nothing: there is no server that remembers."""


def _let_go(visit: str) -> None:
    if Runtime.exists():
        Runtime.instance().uploaded_file_mgr.remove_session_files(visit)


#: The visitors of this server.
uploading = Uploading(_let_go)


def this_visit() -> str:
    """The visit whose page is being drawn; empty where none is."""
    context = get_script_run_ctx()
    return context.session_id if context else ""


def shown(field: str, *, several: bool = False) -> None:
    """The page being drawn has a field for a file, or for several; `field` is its key."""
    visit = this_visit()
    session = Runtime.instance().get_app_session(visit) if Runtime.exists() else None
    forget = session.session_state.clear if session else _nothing
    uploading.shown(visit, field, forget, several=several)


def forget_the_gone() -> None:
    """Once a connection ended: who had sent a file is forgotten at once, not kept for a return in two minutes.

    For the server's event loop only.
    """
    if not Runtime.exists():
        return
    runtime = Runtime.instance()
    for visit, forget in uploading.gone(runtime.is_active_session).items():
        runtime.close_session(visit)
        forget()  # the server itself may hold on to the last session until another one comes

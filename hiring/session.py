"""The viewer, the warehouse and what was asked: the only way from a page to the data.

Imported first by `streamlit_app.py`: its body runs once, in the main thread, so that no visitor meets a
half-imported module. `prepare` then takes what was loaded out of the garbage collector's rounds after every rerun.
"""

from __future__ import annotations

import atexit
import gc
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from hiring import charts, config, scope
from hiring.access import Viewer
from hiring.access_audit import write_down
from hiring.attendance import Attendance
from hiring.downloads import Download
from hiring.mapping import own
from hiring.once import Once
from hiring.remembering import content_of, recognised
from hiring.scope import Choices, Scope
from hiring.serving import uploading
from hiring.warehouse import attempts, failures, origin
from hiring.warehouse.asking import NotBuiltError, Warehouse
from hiring.warehouse.attempts import Attempt
from hiring.warehouse.build import Request, build
from hiring.warehouse.origin import NoExportsError
from hiring.warehouse.pointer import BusyError

LOG = logging.getLogger(__name__)
#: Answers kept in memory: a page asks some ten questions, and fifty people look at a handful of scopes.
MOST_ANSWERS = 2000
_BUILDING = threading.Lock()


#: Who is being served: what is worked out before anybody asks gives way to them.
attendance = Attendance()


@contextmanager
def serving() -> Iterator[None]:
    """Draw a page within, and whoever works ahead meanwhile begins nothing new; files are sent from its field only."""
    visit = uploading.this_visit()
    with attendance.serving(visit), uploading.uploading.page(visit):
        yield


@st.cache_resource(show_spinner=False)
def warehouse() -> Warehouse:
    """The warehouse this server shows: the folder `HIRING_WAREHOUSE` names, else `data/warehouse`."""
    return Warehouse(config.warehouse_named() or config.WAREHOUSE)


@st.cache_resource(show_spinner=False)
def _answers() -> Once[tuple[pd.DataFrame, bytes]]:
    """Answers and what they hold, by warehouse version, viewer, question and filters."""
    return Once(MOST_ANSWERS)


@dataclass(frozen=True)
class Trouble:
    """Why there is nothing to show: what is in the way, and the lines a person may put into `answers.toml`."""

    lines: tuple[str, ...]
    answers: tuple[str, ...] = ()
    why: str = "The exports could not be built into a warehouse."


def ensure_built() -> Trouble | None:
    """Build the first warehouse where there is none; gives what is in the way, or `None` when there is one now."""
    with suppress(NotBuiltError):
        warehouse().version()
        return None
    with _BUILDING:
        try:
            warehouse().version()
        except NotBuiltError:
            return _build_first()
    return None


@dataclass(frozen=True)
class _Tried:
    """A first build that did not go through: from which exports, into which folder, on which day."""

    exports: own.State
    folder: Path
    on: date


@st.cache_resource(show_spinner=False)
def _troubles() -> dict[_Tried, Trouble]:
    """The last first build that did not go through: while nothing has changed, it would end as it did."""
    return {}


def _build_first() -> Trouble | None:
    try:
        exports = origin.exports_for(warehouse().folder, by_hand=False)
        return _built_first(exports)
    except NoExportsError as error:
        return Trouble((str(error),), why="The warehouse is missing, and nothing takes its place unasked.")
    except BusyError as error:
        return Trouble((str(error),))
    except OSError as error:
        return Trouble((failures.told(error),))


def _built_first(exports: Path) -> Trouble | None:
    today = datetime.now(UTC).date()
    tried = _Tried(own.state(exports), warehouse().folder, today)
    if known := _troubles().get(tried):
        return known
    result = build(Request(exports, warehouse().folder))
    if result.is_good:
        return None
    answers = tuple(question.line(today) for question in result.questions)
    trouble = Trouble(tuple(str(message) for message in result.messages), answers)
    _troubles().clear()
    _troubles()[tried] = trouble
    return trouble


def viewer() -> Viewer:
    """Who is looking. Locally there is one person, who sees everything there is."""
    return _viewer_of(warehouse().version())


def _viewer_of(version: str) -> Viewer:
    kept: tuple[str, Viewer] | None = st.session_state.get("_viewer")
    if kept is None or kept[0] != version:
        kept = (version, warehouse().viewer())
        st.session_state["_viewer"] = kept
    return kept[1]


def sees_everyone() -> bool:
    """Whether this viewer may see every region and role profile there is."""
    return viewer().sees_all(ask("shared/viewer_values"))


def sees_files() -> bool:
    """Whether this viewer may see what stands in the files as it stands there: names, of every region and role."""
    return viewer().sees_names and sees_everyone()


def ask(question: str, chosen: Scope | None = None) -> pd.DataFrame:
    """The answer to a question of `queries/questions/` for this viewer and the chosen filters.

    The frame is the reader's own: changing it changes nobody else's (pandas copies on write).
    """
    version = warehouse().version()
    who = _viewer_of(version)
    key = (version, who, question, chosen.key() if chosen else None)

    def answered() -> tuple[pd.DataFrame, bytes]:
        frame = warehouse().ask(question, who, chosen.parameters() if chosen else {})
        return frame, content_of(frame)

    return recognised(*_answers().get(key, answered))


def choices() -> Choices:
    """What the filters offer."""
    return scope.choices_from(ask("shared/filter_values"), ask("shared/company"))


def last_attempt() -> Attempt | None:
    """How the last build ended, as far as this viewer may know; `None` where none is on record."""
    attempt = attempts.last_attempt(warehouse().folder)
    return attempt if attempt is None or sees_files() else attempt.without_details()


def written_down(file: Download) -> Callable[[], bytes]:
    """The file's bytes on demand, each time with a line in the audit log for whoever looks now: no line, no bytes.

    The bytes are asked for outside any page's run, so the viewer is settled here.
    """
    folder, who = warehouse().folder, viewer()

    def taken_out() -> bytes:
        content = file.content()
        write_down(folder, who, "download", file.subject, file.rows)
        return content

    return taken_out


def version_served() -> str | None:
    """The warehouse now served, or `None` where there is none yet."""
    with suppress(NotBuiltError):
        return warehouse().version()
    return None


def prepare() -> None:
    """Once everything is imported and nobody has come: load what Plotly loads when it is first used, and settle."""
    charts.steps(pd.DataFrame(columns=["group", "time", "share", "low", "high"]))
    settle()
    # Thawed at the end, or DuckDB would list all it could not free on the terminal of whoever stops the server.
    atexit.register(gc.unfreeze)


def settle() -> None:
    """Leave all that is there now out of the garbage collector's rounds after every rerun; what is loose goes."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


# The pages are functions the front door hands out. Without this a link straight to `/sourcing` on a fresh server
# would run the file of that name instead, which does nothing, past the front door.
PagesManager.uses_pages_directory = False

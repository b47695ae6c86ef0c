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
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from hiring import charts, config
from hiring.access import scope
from hiring.access.audit import write_down
from hiring.access.scope import Choices, Scope
from hiring.access.viewer import NO_INTERVIEWERS, NotAllowedError, Viewer
from hiring.loading import forgetting
from hiring.mapping import own
from hiring.serving import kept, log, uploading
from hiring.serving.being_drawn import BeingDrawn
from hiring.serving.downloads import Download
from hiring.serving.once import Once
from hiring.serving.pending import Pending
from hiring.serving.signing_in import viewers as signing_in
from hiring.warehouse import attempts, failures, origin
from hiring.warehouse.asking import NotBuiltError, Warehouse
from hiring.warehouse.attempts import Attempt
from hiring.warehouse.build import Request, build
from hiring.warehouse.origin import NoExportsError
from hiring.warehouse.pointer import BusyError

LOG = logging.getLogger(__name__)
#: Answers kept in memory: a page asks some ten questions, and fifty people look at a handful of scopes.
MOST_ANSWERS = 2000
#: Rows set aside that are told where a first build did not go through: no page lists them yet.
MOST_ROWS_TOLD = 5
#: The warehouse a visitor's page began to be drawn on; what a part of it draws later may still come from that.
_DRAWN_ON = "_drawn_on"
_BUILDING = threading.Lock()


#: Pages being drawn: what would disturb them waits.
being_drawn = BeingDrawn()


@contextmanager
def serving() -> Iterator[None]:
    """Draw a page within; files are sent from its field only."""
    st.session_state[_DRAWN_ON] = version_served()
    visit = uploading.this_visit()
    with being_drawn.one(), uploading.uploading.page(visit):
        yield


@st.cache_resource(show_spinner=False)
def warehouse() -> Warehouse:
    """The warehouse this server shows: the folder `HIRING_WAREHOUSE` names, else `data/warehouse`."""
    return Warehouse(config.warehouse_named() or config.WAREHOUSE)


@st.cache_resource(show_spinner=False)
def _answers() -> Once[pd.DataFrame]:
    """Answers by warehouse version, viewer, question and filters."""
    return Once(MOST_ANSWERS, config.MOST_BYTES_OF_ANSWERS, kept.size_of)


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
    if not is_keeper():
        return Trouble((), why="It is being prepared.")
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


class _LastTrouble:
    """The last first build that did not go through: while nothing has changed, it would end as it did."""

    def __init__(self) -> None:
        self._kept: tuple[_Tried, Trouble] | None = None
        forgetting.by(self)

    def of(self, tried: _Tried) -> Trouble | None:
        """What was in the way of this very build; nothing where another one was the last."""
        kept = self._kept
        return kept[1] if kept is not None and kept[0] == tried else None

    def keep(self, tried: _Tried, trouble: Trouble) -> None:
        """What was in the way, until another build is tried."""
        self._kept = (tried, trouble)

    def forget(self) -> None:
        """Keep nothing of it: its lines tell what stands in files."""
        self._kept = None


@st.cache_resource(show_spinner=False)
def _troubles() -> _LastTrouble:
    return _LastTrouble()


def _build_first() -> Trouble | None:
    try:
        exports = origin.exports_for(warehouse().folder, by_hand=False)
        return _built_first(exports)
    except NoExportsError as error:
        return Trouble((str(error),), why="The warehouse is missing, and nothing takes its place unasked.")
    except BusyError as error:
        return Trouble((str(error),))
    except OSError as error:
        return Trouble((failures.error_in_words(error),))


def _built_first(exports: Path) -> Trouble | None:
    today = datetime.now(UTC).date()
    tried = _Tried(own.state(exports), warehouse().folder, today)
    if known := _troubles().of(tried):
        return known
    result = build(Request(exports, warehouse().folder))
    if result.is_good:
        return None
    answers = tuple(question.line(today) for question in result.questions)
    told = (*result.messages, *[row.message for row in result.set_aside if not row.waits][:MOST_ROWS_TOLD])
    trouble = Trouble(tuple(map(str, told)), answers)
    _troubles().keep(tried, trouble)
    return trouble


is_team, is_keeper, actor = signing_in.is_team, signing_in.is_keeper, signing_in.actor


def viewer() -> Viewer:
    """Who is looking. Locally there is one person, who sees everything there is."""
    return _viewer_of(warehouse().version())


def _viewer_of(version: str) -> Viewer:
    return signing_in.viewer(warehouse(), version)


def sees_everyone() -> bool:
    """Whether this viewer may see every region and role profile there is."""
    return viewer().sees_all(ask("shared/viewer_values"))


def sees_fairness() -> bool:
    """Whether this viewer may see selection rates of groups."""
    return viewer().sees_fairness(ask("shared/viewer_values"))


def is_fairness_on() -> bool:
    """Whether the company's setting shows the page on fairness; no, as long as nothing is built."""
    with suppress(NotBuiltError, NotAllowedError):
        return bool(ask("shared/company").iloc[0].get("is_fairness_on", False))
    return False


def sees_files() -> bool:
    """Whether this viewer may see what stands in the files as it stands there: names, of every region and role."""
    return viewer().sees_names and sees_everyone()


def ask(question: str, chosen: Scope | None = None, *, is_nameless: bool = False) -> pd.DataFrame:
    """The answer to a question of `queries/questions/` for this viewer and the chosen filters; nobody may change it.

    It carries its key: what is made of it is kept under that (see `kept`). `is_nameless`: as for who may see no names.
    """
    version = warehouse().version()
    who = _viewer_of(version)
    who = replace(who, sees_names=False, interviewers=NO_INTERVIEWERS) if is_nameless else who
    key = kept.key_of(version, who.sight(), question, chosen.key() if chosen else None)
    values = chosen.parameters() if chosen else {}
    return _answers().get(key, lambda: kept.carrying(warehouse().ask(question, who, values), key))


def for_estimates(question: str, chosen: Scope | None = None) -> pd.DataFrame:
    """Rows that estimates are made from or chosen by, true ids and all: never to be shown, whoever looks.

    Without `chosen` they are of the whole company: asked once a warehouse. Kept and keyed as `ask` does.
    """
    version = warehouse().version()
    who = _viewer_of(version)
    key = kept.key_of(version, "for estimates", question, (who.sight(), chosen.key()) if chosen else None)
    values = chosen.parameters() if chosen else {}
    return _answers().get(key, lambda: kept.carrying(warehouse().for_estimates(question, who, values), key))


def disguised(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows of single people as answers give them to this viewer: without names, with other ids."""
    return kept.found(_disguised, frame, viewer().sight(), warehouse().version())


def _disguised(frame: pd.DataFrame, who: Viewer, _version: str) -> pd.DataFrame:
    return warehouse().disguised(frame, who)


def choices() -> Choices:
    """What the filters offer."""
    return scope.choices_from(ask("shared/filter_values"), ask("shared/company"), ask("shared/filter_groups"))


def last_attempt() -> Attempt | None:
    """How the last build ended, as far as this viewer may know; `None` where none is on record."""
    attempt = attempts.last_attempt(warehouse().folder)
    return attempt if attempt is None or (viewer().is_keeper and sees_files()) else attempt.without_details()


def written_down(file: Download) -> Callable[[], bytes]:
    """The file's bytes on demand, each time with a line in the audit log for whoever looks now: no line, no bytes.

    The bytes are asked for outside any page's run, so the viewer is settled here, and looked at again then: whose
    rights are others by then gets none. Once another warehouse is served there are none any more: see `Pending`.
    """
    folder, who = warehouse().folder, viewer()
    still = signing_in.still(warehouse(), warehouse().version(), who)

    def taken_out() -> bytes:
        with being_drawn.one():
            still()
            content = file.content()
            write_down(folder, who, "download", file.subject, file.rows)
            return content

    drawn_on = st.session_state.get(_DRAWN_ON) or warehouse().version()
    return Pending(taken_out, lambda: version_served() == drawn_on)


def looked_at(subject: str, rows: int, reason: str) -> None:
    """Write down who is about to see this, how many rows, and why. Raises `AuditError`: then it is not to be shown."""
    write_down(warehouse().folder, viewer(), "look", subject, rows, reason)


def version_served() -> str | None:
    """The warehouse now served, or `None` where there is none yet."""
    with suppress(NotBuiltError):
        return warehouse().version()
    return None


def is_erasing() -> bool:
    """Whether the build now served forgot somebody whom an older one may hold."""
    with suppress(NotBuiltError):
        return warehouse().is_erasing()
    return False


def prepare() -> None:
    """Once everything is imported and nobody has come: load what shows a first figure, and settle."""
    log.keep_values_out()
    charts.hand_over()
    freeze_garbage()
    # Thawed at the end, or DuckDB would list all it could not free on the terminal of whoever stops the server.
    atexit.register(gc.unfreeze)


def freeze_garbage() -> None:
    """Leave all that is there now out of the garbage collector's rounds after every rerun; what is loose goes."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


# The pages are functions the front door hands out. Without this a link straight to `/sourcing` on a fresh server
# would run the file of that name instead, which does nothing, past the front door.
PagesManager.uses_pages_directory = False

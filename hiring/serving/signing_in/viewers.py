"""As whom somebody looks at the warehouse that is served."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from hiring import config
from hiring.access.rights import seeing
from hiring.access.rights.seeing import Company
from hiring.access.viewer import NotAllowedError, Viewer, local_viewer
from hiring.serving import kept
from hiring.serving.once import Once
from hiring.serving.signing_in import mode, visitor
from hiring.serving.signing_in.visitor import Here
from hiring.warehouse import rights_by
from hiring.warehouse.asking import Warehouse

#: One of the version served, and one of that before while a page of it is still being drawn.
MOST_COMPANIES = 2
#: People who look at one of them; each is a few lists of ids.
MOST_VIEWERS = 500
NOT_SIGNED_IN = "nobody signed in who may see this"


@st.cache_resource(show_spinner=False)
def _companies() -> Once[Company]:
    """What rights go by, by warehouse version: which regions, role profiles and reporting lines there are differs."""
    return Once(MOST_COMPANIES, config.MOST_BYTES_OF_ANSWERS, lambda _: 0)


@st.cache_resource(show_spinner=False)
def _viewers() -> Once[Viewer]:
    """Who is looking, by warehouse version, person and rule."""
    return Once(MOST_VIEWERS, config.MOST_BYTES_OF_LOOKS, kept.size_of)


def viewer(warehouse: Warehouse, version: str) -> Viewer:
    """Who is looking in this run: alone, the one person there is. Raises `NotAllowedError` where nobody may."""
    if not mode.is_team() or visitor.is_ahead():
        return _local(warehouse, version)
    here = visitor.current()
    if not isinstance(here, Here):
        raise NotAllowedError(NOT_SIGNED_IN)
    return of(here, warehouse, version)


def is_team() -> bool:
    """Whether several people share this server, each signed in."""
    return mode.is_team()


def actor() -> Viewer:
    """As whom somebody is written down who does something beside the warehouse, whether one is built or not."""
    if not mode.is_team():
        return local_viewer((), ())
    here = visitor.current()
    if not isinstance(here, Here):
        raise NotAllowedError(NOT_SIGNED_IN)
    return seeing.viewer_of(here.granted, here.who, Company())


def is_keeper() -> bool:
    """Whether who asks builds, maps files and settles matches: the one person, or who has a rule for it."""
    if not mode.is_team():
        return True
    here = visitor.current()
    return isinstance(here, Here) and here.granted.keeping is not None


def still(warehouse: Warehouse, version: str, who: Viewer) -> Callable[[], None]:
    """What raises `NotAllowedError` once whoever asks in this run sees something else than `who`, or nothing."""
    here = visitor.current() if mode.is_team() and not visitor.is_ahead() else None
    if not isinstance(here, Here):
        return lambda: None

    def looked_again() -> None:
        now = visitor.seen(here.who)
        if not isinstance(now, Here) or of(now, warehouse, version) != who:
            raise NotAllowedError(NOT_SIGNED_IN)

    return looked_again


def of(here: Here, warehouse: Warehouse, version: str) -> Viewer:
    """As whom somebody looks who is here."""
    key = (version, here.who.issuer, here.who.subject, here.who.email, here.granted)
    return _viewers().get(key, lambda: seeing.viewer_of(here.granted, here.who, company(warehouse, version)))


def _local(warehouse: Warehouse, version: str) -> Viewer:
    return _local_viewers().get(version, warehouse.viewer)


@st.cache_resource(show_spinner=False)
def _local_viewers() -> Once[Viewer]:
    """The one person, by warehouse version."""
    return Once(MOST_COMPANIES, config.MOST_BYTES_OF_LOOKS, kept.size_of)


def company(warehouse: Warehouse, version: str) -> Company:
    """What rights go by in this warehouse."""
    return _companies().get(version, lambda: rights_by.company(warehouse))

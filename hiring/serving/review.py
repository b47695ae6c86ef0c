"""A review's pack for a page: made once for a warehouse, a viewer, an audience, a quarter and the filters."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from hiring import config
from hiring.access.scope import Scope
from hiring.findings.review import made
from hiring.findings.review.exhibits import Source
from hiring.findings.review.pack import Pack
from hiring.findings.review.quarter import Quarter
from hiring.serving import evidence, kept, session
from hiring.serving.once import Once
from hiring.warehouse.evidence import names

#: Of a few quarters, looked at by both sides.
MOST_KEPT = 40


@st.cache_resource(show_spinner=False)
def _packs() -> Once[Pack]:
    """Packs by all that they are made of."""
    return Once(MOST_KEPT, config.MOST_BYTES_OF_RESULTS, kept.size_of)


def pack(scope: Scope, quarter: Quarter, audience: str) -> Pack:
    """The whole pack. Raises `UsageError` for a quarter of which the data say nothing."""
    key = kept.key_of(
        session.warehouse().version(),
        session.viewer(),
        evidence.is_there(),
        scope.key(),
        quarter.key,
        audience,
    )
    return _packs().get(key, lambda: made.pack(_source(scope, audience), quarter, names.program(), audience))


def _source(scope: Scope, audience: str) -> Source:
    """For the meeting everything is asked as for who may see no names."""
    is_nameless = audience == made.MEETING or not session.viewer().sees_names
    viewer = replace(session.viewer(), sees_names=not is_nameless)

    def ask(question: str, within: Scope | None = None) -> pd.DataFrame:
        return session.ask(question, within, is_nameless=is_nameless)

    return Source(
        ask,
        lambda within: evidence.chosen(within, is_nameless=is_nameless),
        lambda frame: session.warehouse().disguised(frame, viewer),
        evidence.company(),
        scope,
        not is_nameless,
        session.sees_everyone(),
    )

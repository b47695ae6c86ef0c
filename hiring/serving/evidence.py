"""The company's evidence for a page: what its hires show, and whom filters and rights choose.

The only place where evidence comes from: pages take the company's, worked out once and kept beside the warehouse, and
choose rows of it. A server that finds none has it worked out beside itself, by a process of its own: fitting would
hold up every page being drawn meanwhile, and leave its memory with the server.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from pathlib import Path

import pandas as pd
import streamlit as st

from hiring import config
from hiring.access.scope import Scope, everything
from hiring.serving import kept, session
from hiring.serving.once import Once
from hiring.statistics.company import CompanyEvidence
from hiring.statistics.evidence import frames
from hiring.statistics.evidence.frames import Chosen
from hiring.statistics.profiles import near_hires as near
from hiring.statistics.profiles.near_hires import NearHires
from hiring.warehouse.evidence import file, making

LOG = logging.getLogger(__name__)
#: That of the warehouse served, and of the one before while a page of it is still being drawn.
MOST_KEPT = 2


@st.cache_resource(show_spinner=False)
def _kept() -> Once[CompanyEvidence]:
    """The company's evidence, by the warehouse; two at most, of a few MB each."""
    return Once(MOST_KEPT, config.MOST_BYTES_OF_ANSWERS, lambda _: 0)


def company() -> CompanyEvidence | None:
    """All that the company's hires show, the same for every viewer and every filter; None until it is worked out."""
    folder, version = session.warehouse().folder, session.warehouse().version()
    key = kept.key_of(str(folder), version, "evidence")
    try:
        return _kept().get(key, lambda: kept.all_carrying(making.kept(folder, version), key))
    except file.NotKeptError:
        return None


def is_there() -> bool:
    """Whether the evidence of the warehouse now served can be read."""
    return company() is not None


def has_failed() -> bool:
    """Whether working it out for the warehouse now served came to nothing."""
    return session.version_served() in _failed


_failed: set[str | None] = set()


async def work_out() -> None:
    """Have the evidence of the warehouse now served worked out where it is not kept, by a process of its own."""
    folder, version = session.warehouse().folder, session.version_served()
    if version is None or await asyncio.to_thread(is_there):
        return
    _failed.discard(version)
    command = [sys.executable, "-m", "hiring", "evidence", "--warehouse", str(folder)]
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL, cwd=Path(config.ROOT)
    )
    try:
        is_made = await process.wait() == 0 and await asyncio.to_thread(is_there)
        if not is_made and session.version_served() == version:
            _failed.add(version)
            LOG.error("the evidence could not be worked out; python -m hiring evidence tells why")
    except asyncio.CancelledError:
        process.terminate()
        raise


def near_hires(evidence: CompanyEvidence, people: pd.DataFrame) -> NearHires:
    """Who of these people who were turned down has ratings like the stronger hires' (`profiles.near_hires`)."""
    return kept.found(
        near.near_hires, evidence.profiles, session.for_estimates("role_profiles/ratings"), people
    )


def chosen(scope: Scope, *, is_nameless: bool = False) -> Chosen:
    """Whom these filters and this viewer's rights leave; `is_nameless`: as for who may see no names."""
    return frames.chosen(
        lambda question: session.for_estimates(question, scope),
        lambda question: session.for_estimates(question, everything(scope.choices)),
        (lambda question: session.ask(question, scope))
        if session.viewer().sees_interviewers and not is_nameless
        else None,
        session.viewer().interviewers,
    )

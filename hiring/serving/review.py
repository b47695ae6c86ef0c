"""A review's pack for a page: made once for all that it is made of, frozen where somebody asks, and read again."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from hiring import config
from hiring.access.audit import AuditError, write_down
from hiring.access.scope import Scope
from hiring.access.viewer import NotAllowedError
from hiring.findings.review import frozen as frozen_packs
from hiring.findings.review import made
from hiring.findings.review.decided import Written
from hiring.findings.review.exhibits import Source
from hiring.findings.review.frozen import Frozen, NotOursError
from hiring.findings.review.pack import Pack
from hiring.findings.review.quarter import Quarter, quarter
from hiring.findings.review.screen import Screen
from hiring.serving import decided, evidence, kept, session
from hiring.serving.once import Once
from hiring.warehouse.decided import packs, preparations
from hiring.warehouse.decided.preparations import Preparation
from hiring.warehouse.decided.store import StoreError
from hiring.warehouse.decided.versions import ConflictError, WrongError, cleaned
from hiring.warehouse.evidence import names

#: As it is kept: who froze it, when, and its content.
FrozenPack = packs.Pack
MOST_COMMENT = preparations.MOST_COMMENT
#: Of a few quarters, looked at by both sides.
MOST_KEPT = 40


@st.cache_resource(show_spinner=False)
def _packs() -> Once[Pack]:
    """Packs by all that they are made of."""
    return Once(MOST_KEPT, config.MOST_BYTES_OF_RESULTS, kept.size_of)


def pack(scope: Scope, quarter: Quarter, audience: str) -> Pack:
    """The whole pack. Raises `UsageError` for a quarter of which the data say nothing."""
    written, promised = decided.decisions()[0], decided.promises()[0]
    key = kept.key_of(
        session.warehouse().version(),
        session.viewer().sight(),
        evidence.is_there(),
        scope.key(),
        quarter.key,
        audience,
        # Either is changed by adding a version: which there are says all.
        tuple(zip(written["decision_id"], written["version"], strict=True)),
        tuple(zip(promised["promise_id"], promised["version"], strict=True)),
    )
    both = Written(written, promised)
    return _packs().get(
        key, lambda: made.pack(_source(scope, audience), quarter, names.program(), audience, both)
    )


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


@dataclass(frozen=True)
class Prepared:
    """Exhibits left out, comments by exhibit, when the last was written ("" for never), and what is in the way."""

    left_out: tuple[str, ...] = ()
    comments: Mapping[str, str] = field(default_factory=dict)
    saved_at: str = ""
    trouble: str = ""


def prepared(quarter: Quarter, audience: str) -> Prepared | None:
    """As a pack is prepared for everybody who looks at it; None for who sees a part, and prepares for themselves."""
    if not session.sees_everyone():
        return None
    found = preparations.of(session.warehouse().folder, quarter.key, audience)
    return Prepared(
        *preparations.kept(found.rows),
        max((one.written_at for one in found.rows), default=""),
        found.trouble,
    )


def prepare(quarter: Quarter, audience: str, exhibit: str, comment: str, *, is_left_out: bool) -> str:
    """Keep how an exhibit is prepared, the last writer's; "" or, in a line, why not. Its audit line comes first."""
    folder = session.warehouse().folder
    try:
        who = session.viewer()
        row = Preparation(
            preparations.key_of(quarter.key, audience, exhibit),
            1,
            quarter.key,
            audience,
            exhibit,
            int(is_left_out),
            cleaned(comment)[: preparations.MOST_COMMENT],
            datetime.now(UTC).isoformat(timespec="seconds"),
            who.viewer_id,
        )
        write_down(folder, who, "prepare", f"review {row.preparation_id}", 1)
        preparations.put(folder, row)
    except (AuditError, ConflictError, NotAllowedError, StoreError, WrongError) as error:
        return str(error)
    return ""


def frozen() -> tuple[tuple[packs.Pack, ...], str]:
    """Every frozen pack without its content, the last first, and in a line what cannot be read.

    None for who sees a part of the company: each is of the whole.
    """
    if not session.sees_everyone():
        return (), ""
    found = packs.every(session.warehouse().folder)
    return found.rows, found.trouble


def last_before(of: Quarter, every: Sequence[FrozenPack]) -> FrozenPack | None:
    """Of frozen packs, the last frozen first, the first that is of an earlier quarter; None where none is."""
    starts_in = session.choices().fiscal_year_starts_in
    return next((one for one in every if quarter(one.quarter, starts_in).last < of.last), None)


def opened(pack_id: str) -> tuple[Frozen | None, str]:
    """What was kept of a frozen pack; None where it is not there, or in a line why it is not to be shown."""
    if not session.sees_everyone():
        return None, ""
    try:
        found = packs.get(session.warehouse().folder, pack_id)
        return (None if found is None else frozen_packs.opened(found.content)), ""
    except (StoreError, NotOursError) as error:
        return None, str(error)


def freeze(whole: Pack, quarter: Quarter, html: bytes, screens: Sequence[Screen]) -> str:
    """Freeze the meeting's pack as it stands, with its web page and its screens; "" or, in a line, why it was not.

    The audit log has its line first.
    """
    folder = session.warehouse().folder
    try:
        who = session.viewer()
    except NotAllowedError as error:
        return str(error)
    content = frozen_packs.content(whole, html, screens)
    kept_as = packs.Pack(
        secrets.token_hex(8),
        quarter.key,
        made.MEETING,
        datetime.now(UTC).isoformat(timespec="seconds"),
        who.viewer_id,
        packs.digest_of(content),
        content,
    )
    try:
        write_down(folder, who, "freeze", f"review {quarter.key} {kept_as.pack_id}", 1)
        packs.add(folder, kept_as)
    except (AuditError, StoreError) as error:
        return str(error)
    return ""

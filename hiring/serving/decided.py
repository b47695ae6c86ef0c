"""What both sides decided and promised, for the pages: rows to be read, and a version written by whoever looks.

Each write stands in the audit log before it is done: without a line there, nothing is written.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from hiring.access import audit
from hiring.access.audit import AuditError
from hiring.access.viewer import NotAllowedError
from hiring.serving import session
from hiring.warehouse.decided.decisions import DECISIONS, Decision
from hiring.warehouse.decided.promises import PROMISES, Promise
from hiring.warehouse.decided.store import StoreError
from hiring.warehouse.decided.versions import STATUSES, ConflictError, Ledger, WrongError, cleaned

__all__ = ["STATUSES", "ConflictError", "decisions", "named_in", "promises", "put_decision", "put_promise"]

_WORDS = re.compile(r"\w+")


def decisions() -> tuple[pd.DataFrame, str]:
    """Every version of every decision, and in a line what cannot be read."""
    return _rows(DECISIONS, Decision)


def promises() -> tuple[pd.DataFrame, str]:
    """Every version of every promise, and in a line what cannot be read."""
    return _rows(PROMISES, Promise)


def _rows(ledger: Ledger[Any], kind: type[Any]) -> tuple[pd.DataFrame, str]:
    found = ledger.every(session.warehouse().folder)
    columns = [one.name for one in fields(kind)]
    return pd.DataFrame(map(asdict, found.rows), columns=columns, dtype=object), found.trouble


def put_decision(values: dict[str, Any]) -> str:
    """Write a decision, or its next version where `values` have `decision_id`; "" or, in a line, why it was not.

    Raises `ConflictError` where somebody else wrote that version first.
    """
    return _put(DECISIONS, values)


def put_promise(values: dict[str, Any]) -> str:
    """Write a promise, or its next version where `values` have `promise_id`; as `put_decision`."""
    return _put(PROMISES, values)


def _put(ledger: Ledger[Any], values: dict[str, Any]) -> str:
    try:  # looked at when it happens: the form may have stood there long
        who, folder = session.viewer(), session.warehouse().folder
    except NotAllowedError as error:
        return f"Not written: {error}."
    key = values.get(ledger.key) or secrets.token_hex(8)
    given = {
        **values,
        "text": cleaned(values["text"]),
        ledger.key: key,
        "version": values.get("version", 0) + 1,
        "written_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "written_by": who.viewer_id,
    }
    try:
        row = ledger.kind(**given)
        audit.write_down(folder, who, "decide", f"{ledger.table} {key} version {row.version}", 1)
        ledger.put(folder, row)
    except (WrongError, AuditError, StoreError) as error:
        return str(error)
    return ""


def named_in(text: str, names: Iterable[str]) -> str:
    """The first of these names of several words that stands in the text; "" where none does."""
    low = f" {' '.join(_WORDS.findall(text))} ".casefold()
    return next(
        (one for one in names if " " in one and f" {' '.join(_WORDS.findall(one))} ".casefold() in low), ""
    )

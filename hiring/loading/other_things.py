"""Keys of other things in a header: a list of contacts, accounts, invoices or trainings speaks of people and deals too.

A row with an invoice's number is an invoice, whatever else stands in it. A row with an account's id may be an account,
or a deal that names its account: there the other columns and the rows themselves have to tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hiring.contract import TABLES, Table, normalised

#: What hangs on a deal or a person: a row that has its key is about it.
_PARTS = (
    "invoice|payment|receipt|bill|credit ?note|line ?item|order ?line|shipment|transaction|expense|payslip"
    "|serial|inventory|device"
    "|course|training|lesson|session|certificate|certification|enrol?lment|learning|survey|response|ticket|case"
    "|task|activity|call|rechnungs?|facture|factura|kurs|schulungs?"
)
#: What a deal or a person may belong to: a row that has its key may be about it, or only name it.
_WHOLES = (
    "contact|lead|account|company|customer|client|organi[sz]ation|vendor|supplier|partner|campaign|product|quote"
    "|order|contract|subscription|asset|kontakt|konto|kunden?|firmen?|auftrags?|contacto|cuenta|compte"
)
_KEY = r"(?:record )?(?:ids?(?: 1[58])?|guid|uuid|key|no\.?|nr\.?|num|number|nummer|code|#)"
#: Such a thing by its name alone: no person and no deal has one of them only.
_BY_NAME = "(?:invoice|payment|course|training|lesson|certificate|ticket|shipment)(?: name| title)?"


_OF_PARTS = re.compile(rf"(?:.* )?(?:{_PARTS}) ?{_KEY}|{_BY_NAME}")
_OF_WHOLES = re.compile(rf"(?:.* )?(?:{_WHOLES}) ?{_KEY}")
#: Keys that a table of ours may well have beside its own, though it has no column for them.
_AT_HOME = {
    "candidate_surveys": re.compile(rf"(?:survey|response) ?{_KEY}"),
    "interviews": re.compile(rf"(?:session|activity|call) ?{_KEY}"),
    "touchpoints": re.compile(rf"(?:session|activity|call) ?{_KEY}"),
    "candidates": re.compile("(?:employee|application|requisition) id"),
    "requisitions": re.compile("(?:employee|candidate|application) id"),
    "crm_users": re.compile("ats user id"),
    "ats_users": re.compile("owner id"),
}
#: A table that asks for so many columns beside its key is known by them; one with fewer is known by its key alone.
FEWEST_TO_TELL = 3


def own_key(table: Table) -> tuple[str, ...]:
    """The columns without which a file is not this table's: its ids, else all of its key that must be filled."""
    required = frozenset(table.required_columns)
    ids = tuple(c.name for c in table.columns if c.name in required and c.name.endswith("_id"))
    own = tuple(name for name in ids if name in table.key) if table.key else ids
    if table.system == "Ours" or not own:
        return tuple(name for name in table.key if name in required)
    return own


_OUR_KEYS = {
    "employeeid",
    *(normalised(table.key[0]) for table in TABLES if len(table.key) == 1 and table.key[0].endswith("_id")),
}


def _spaced(label: str) -> str:
    """A label in words: `ContactID`, `contact_id` and `Contact - Id` are `contact id`."""
    apart = re.sub(r"([a-z])([A-Z])", r"\1 \2", label)
    return " ".join(re.findall(r"[^\W_]+\.?|#", apart.casefold()))


def key_of_others(labels: Sequence[str], table: Table, *, has_all: bool) -> str:
    """The label by which a header is of other things than the table's rows; nothing where there is none.

    `has_all`: no column that must be there is missing. A table with enough of them is known by them, and its rows may
    name what they belong to; whether they are such rows, their cells tell (see `rows_own`).
    """
    beside = [name for name in table.required_columns if name not in own_key(table)]
    parts, wholes = _others_in(labels, table)
    may_name = has_all and len(beside) >= FEWEST_TO_TELL
    return next(iter(parts if may_name else parts + wholes), "")


def _others_in(labels: Sequence[str], table: Table) -> tuple[list[str], list[str]]:
    """The keys of other things that stand in a header: those that decide, and those a row may only name."""
    ours = {normalised(column.name) for column in table.columns}
    at_home = _AT_HOME.get(table.name)
    parts, wholes = [], []
    for label in labels:
        words, name = _spaced(label), normalised(label)
        if name in ours or not words or (at_home and at_home.fullmatch(words)):
            continue
        if _OF_PARTS.fullmatch(words):
            parts.append(label)
        elif _OF_WHOLES.fullmatch(words) or name in _OUR_KEYS:
            wholes.append(label)
    return parts, wholes


def named_things(labels: Sequence[str], table: Table) -> tuple[int, ...]:
    """The places of keys of other things that the table's rows may name: they may be the rows' own after all."""
    _, wholes = _others_in(labels, table)
    return tuple(index for index, label in enumerate(labels) if label in wholes)

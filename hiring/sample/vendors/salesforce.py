"""Salesforce's reports, "Details Only": every value in quotes, the month first, a currency beside each amount."""

from __future__ import annotations

import re

from hiring.sample.vendors.reading import Row, Tables, day
from hiring.sample.vendors.report import Report

DEALS, USERS, SPLITS = (f"report178286400000{place}.csv" for place in (1, 2, 3))
FOOTER = (
    "",
    '"Confidential Information - Do Not Distribute"',
    '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."',
    '"Brackenfold"',
)
_KIND = {"new": "New Business", "expansion": "Existing Business", "renewal": "Renewal"}
_AMOUNT = re.compile(r"(-?)(\d+)(\.\d+)?")


def opportunities(tables: Tables) -> Report:
    """Report on opportunities."""
    header = (
        "Opportunity ID",
        "Owner ID",
        "Opportunity Owner",
        "Opportunity Owner: Email",
        "Account Name",
        "Stage",
        "Amount Currency",
        "Amount",
        "Probability (%)",
        "Created Date",
        "Close Date",
        "Type",
        "Territory",
    )
    return Report(
        DEALS,
        header,
        (_deal(row) for row in tables.rows("opportunities")),
        encoding="iso-8859-1",
        quotes_all=True,
        after=FOOTER,
    )


def _deal(row: Row) -> tuple[str, ...]:
    return (
        row["opportunity_id"],
        row["owner_id"],
        row["owner_name"],
        row["owner_email"],
        row["account"],
        row["stage"],
        row["currency"],
        _grouped(row["amount"]),
        {"true": "100%", "false": "0%"}.get(row["is_won"], ""),
        day(row["created_on"], "{m}/{d}/{y}"),
        day(row["closed_on"], "{m}/{d}/{y}"),
        _KIND.get(row["kind"], row["kind"]),
        row["territory"],
    )


def _grouped(amount: str) -> str:
    """An amount with its thousands apart; what is no number stays as it is."""
    found = _AMOUNT.fullmatch(amount)
    return f"{found[1]}{int(found[2]):,}{found[3] or ''}" if found else amount


def users(tables: Tables) -> Report:
    """Report on users."""
    header = ("User ID", "Username", "Full Name", "Email", "Profile", "Active", "Employee Number")
    rows = [
        (
            row["owner_id"],
            f"{row['owner_id'].lower()}@brackenfold.example.crm",
            row["full_name"],
            row["email"],
            "Sales User",
            "true",
            row["employee_id"],
        )
        for row in tables.rows("crm_users")
    ]
    return Report(USERS, header, rows, quotes_all=True, after=FOOTER)


def splits(tables: Tables) -> Report:
    """Report on opportunity splits."""
    header = ("Opportunity ID", "Team Member: User ID", "Percent (%)")
    rows = [
        (row["opportunity_id"], row["owner_id"], _percent(row["share"]))
        for row in tables.rows("opportunity_splits")
    ]
    return Report(SPLITS, header, rows, quotes_all=True, after=FOOTER)


def _percent(share: str) -> str:
    """A share as a percentage; what is no share is none here either."""
    try:
        return f"{float(share):.2%}"
    except ValueError:
        return share.replace("%", " of a hundred")

"""A company of a few rows as vendors' systems export it, built through the whole product."""

# ruff: noqa: E501 (a header is as wide as the vendor makes it)

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from helpers.small_company import CLOCK, Built
from hiring.warehouse.build import Request, build

BAMBOO = """\
Employee #,"Last name, First name",Status,Hire Date,Original Hire Date,Termination Date,Department,Job Title,Work Email,Reporting to
00042,"Byron, Ada",Active,13/01/2024,,,Sales EMEA,Account Executive,ada@firm.example,"Manager, Mona"
00043,"Gauss, Carl",Inactive,01/02/2024,,31/12/2024,Sales EMEA,Account Executive,carl@firm.example,Mona Manager
00001,"Manager, Mona",Active,01/02/2015,,,Sales EMEA,,mona@firm.example,
00002,"Recruiter, Hana",Active,01/02/2016,,,People & Culture,Recruiter,hana@firm.example,
"""
SALESFORCE_USERS = """\
Full Name,Username,Email,Title,Role,Profile,Active,Manager,Employee Number
Ada Byron,ada@crm,ada@firm.example,,,,1,,00042
Carl Gauss,carl@crm,carl@firm.example,,,,1,,
"""
SALESFORCE_REPORT = """\
"Opportunities won and lost"
"As of 2025-02-01"

"Opportunity ID","Opportunity Owner","Account Name","Stage","Amount Currency","Amount","Close Date","Created Date","Type"
"006A1","Ada Byron","Tundra, Inc.","Closed Won","EUR","1,234.50","7/22/2024","3/24/2024","New Business"
"006A2","Ada Byron","Fjord","Closed Lost","USD","USD 4,365.59","6/1/2024","3/5/2024","Renewal"
"006A3","Carl Gauss","Fjord","Negotiation/Review","EUR","99","12/31/2024","3/6/2024",""
"006A4","Carl Gauss","Fjord
Two lines","Closed Won","EUR","-50","8/1/2024","3/6/2024",""

"Grand Totals (4 records)"

"Confidential Information - Do Not Distribute"
"Copyright © 2000-2025 salesforce.com, inc. All rights reserved."
"Some Firm"
"""
BASE = {"people.csv": BAMBOO, "users.csv": SALESFORCE_USERS, "report1700000000000.csv": SALESFORCE_REPORT}


def built_from(folder: Path, files: Mapping[str, str | bytes], *, clock: date = CLOCK) -> Built:
    """Build the base company with `files` put over it (an empty text takes a file away)."""
    exports = folder / "exports"
    exports.mkdir(parents=True, exist_ok=True)
    for name, content in {**BASE, **files}.items():
        if content:
            (exports / name).write_bytes(content.encode() if isinstance(content, str) else content)
        else:
            (exports / name).unlink(missing_ok=True)
    warehouse = folder / "warehouse"
    return Built(build(Request(exports, warehouse, clock=clock, wait=lambda _path: None)), warehouse)


def account_of(built: Built, file: str) -> tuple[int, int, int, int]:
    """(read, loaded, set aside, skipped) of one file."""
    entry = next(entry for entry in built.result.files if entry["file"] == file)
    read, loaded, aside, skipped = (int(str(entry[n])) for n in ("read", "loaded", "quarantined", "skipped"))
    return read, loaded, aside, skipped


def said(built: Built) -> list[str]:
    """Every message and question of the build, one line each."""
    return [str(message) for message in built.result.messages]


def answer(question: str, chosen: str, file: str = "") -> str:
    """A signed line of `answers.toml`."""
    about = f', file = "{file}"' if file else ""
    return f'"{question}" = {{answer = "{chosen}", by = "Hana", on = 2026-06-01{about}}}\n'

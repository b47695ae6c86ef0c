"""The sample as its company's own systems would export it: BambooHR, Greenhouse and Salesforce, quirks and all.

The same company as `data/sample`, cell for cell, wherever these systems know the cell. What they do not know comes as
in the canonical form, or not at all: `NOT_EXPORTED` names those columns.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from hiring.sample.vendors import bamboohr, greenhouse, salesforce
from hiring.sample.vendors.reading import Tables
from hiring.sample.vendors.report import Report

#: Canonical columns that none of the three systems exports. Ids of interviews are made from what is exported, and
#: interviewers are named where the canonical rows hold an id or an address.
NOT_EXPORTED = {
    "applications": ("ended_by",),
    "candidates": ("years_in_sales", "previous_industry", "gender", "ethnicity", "age_band"),
    "interviews": ("interview_id", "interviewer_id", "interviewer_email"),
    "ratings": ("interview_id",),
}
REPORTS: tuple[Callable[[Tables], Report], ...] = (
    bamboohr.employees,
    greenhouse.applications,
    greenhouse.interviews,
    greenhouse.scorecards,
    greenhouse.offers,
    greenhouse.jobs,
    greenhouse.surveys,
    salesforce.opportunities,
    salesforce.users,
    salesforce.splits,
)
#: Tables that arrive in vendors' reports; every other file of the sample is handed on as it is.
REPLACED = (
    "employees",
    "applications",
    "candidates",
    "interviews",
    "ratings",
    "requisitions",
    "candidate_surveys",
    "opportunities",
    "opportunity_splits",
    "crm_users",
)
ANSWERS = "answers.toml"
#: What a person answered when these exports were first loaded: the question, the answer, and the report it is about.
ANSWERED = (
    ("which hire date counts in BambooHR employee report", "Hire Date", bamboohr.FILE),
    (f"two date orders in Hire Date of {bamboohr.FILE}", "the other dates are right", bamboohr.FILE),
    (f"date order of Created Date in {salesforce.DEALS}", "mdy", salesforce.DEALS),
    (f"two date orders in Created Date of {salesforce.DEALS}", "the other dates are right", salesforce.DEALS),
)
README = """Everything in this folder is invented: no person, company, deal or number in it is real.

It is the company of `data/sample` once more, as its own systems would export it: BambooHR (employees), Greenhouse
(applications, interviews, scorecards, offers, jobs, candidate surveys) and Salesforce (opportunities, users, splits),
with their quirks: a byte order mark, `Last, First` in one column, days before months and months before days, several
interviewers in one cell, one column for each attribute, amounts with commas, percentages, ISO-8859-1, a footer. What
these systems do not hold (quotas, rates, promises, …) lies beside them in the canonical form. `answers.toml` holds
what a person had to answer once: which date counts for people hired twice, and, because two days are wrong on
purpose, how the days of two columns are written.

Hires, panel seats and credited revenue come out the same, cell for cell. The shapes are put together from public
descriptions; they are no vendor's own files, and no vendor had a hand in them.

Made by `python -m hiring sample --shape vendors --out data/sample-vendors`.
"""
_LINE = '"{key}" = {{answer = "{answer}", by = "Sales operations", on = 2026-07-01, file = "{digest}"}}\n'


def write_in_vendor_shapes(canonical: Path, out: Path) -> dict[str, int]:
    """Write the company whose canonical exports lie in one folder into another, in vendors' shapes.

    Gives the rows written by name of file. Rows that are bad in the canonical files are as bad in the reports; lines
    that are no rows at all (a repeated header, a footer, a line cut short) stay behind.
    """
    out.mkdir(parents=True, exist_ok=True)
    tables = Tables(canonical)
    written = {}
    for make in REPORTS:
        report = make(tables)
        written[report.name] = report.write(out)
    for path in sorted(canonical.glob("*.csv")):
        if path.stem not in REPLACED:
            shutil.copyfile(path, out / path.name)
            written[path.name] = sum(1 for _row in tables.rows(path.stem))
    shutil.copyfile(canonical / "config.toml", out / "config.toml")
    _write_answers(out)
    (out / "README.md").write_text(README, encoding="utf-8")
    return written


def _write_answers(out: Path) -> None:
    """The answers without which these reports could be read in two ways."""
    lines = [
        _LINE.format(key=key, answer=answer, digest=hashlib.sha256((out / file).read_bytes()).hexdigest())
        for key, answer, file in ANSWERED
    ]
    (out / ANSWERS).write_text("".join(lines), encoding="utf-8")

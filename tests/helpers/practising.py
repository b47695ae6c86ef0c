"""The files to practise with, laid out in an exports folder, and what their README says is said of them."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from helpers import flat_reports
from hiring.config import SAMPLE
from hiring.sample.vendors import by_hand, salesforce

VENDORS = SAMPLE.parent / "sample-vendors"
PRACTICE = SAMPLE.parent / "sample-by-hand"
#: What is sent at once.
FILES = (
    *(PRACTICE / name for name in (by_hand.PEOPLE, by_hand.SHEET, by_hand.MONTHS)),
    *sorted(VENDORS.glob("report*.csv")),
    *(VENDORS / name for name in ("exchange_rates.csv", "job_changes.csv")),
)
#: What is said on the page Map a file.
MAPPED = {
    by_hand.PEOPLE: """
table = "employees"
[columns]
employee_id = "Pers.-Nr."
full_name = "Name"
work_email = "E-Mail dienstlich"
department = "Org.-Einheit"
job_title = "Funktion"
role_profile = "Rollenprofil"
manager_id = "Führungskraft"
region = "Region"
segment = "Segment"
hire_date = "Eintritt"
original_hire_date = "Ersteintritt"
termination_date = "Austritt"
termination_type = "Austrittsgrund"
[words.department]
Vertrieb = "Sales"
Kundenbetreuung = "Sales"
Neukundenvertrieb = "Sales"
Personalabteilung = "HR"
Personal = "HR"
Entwicklung = "Other"
"Geschäftsleitung" = "Other"
Buchhaltung = "Other"
Betrieb = "Other"
Kundendienst = "Other"
Marketing = "Other"
[words.termination_type]
"Kündigung durch Mitarbeiter" = "voluntary"
"Kündigung durch Arbeitgeber" = "involuntary"
Befristung = "other"
""",
    by_hand.SHEET: """
table = "quotas"
periods = ""
[columns]
owner_id = "CRM-Login"
currency = "Währung"
""",
}
#: What is answered on Start: the question, the answer, the file it is about.
ANSWERED = (
    (f"date order of Created Date in {salesforce.DEALS}", "mdy", VENDORS / salesforce.DEALS),
    (
        f"two date orders in Created Date of {salesforce.DEALS}",
        "the other dates are right",
        VENDORS / salesforce.DEALS,
    ),
    (
        f"two date orders in Eintritt of {by_hand.PEOPLE}",
        "the other dates are right",
        PRACTICE / by_hand.PEOPLE,
    ),
)


def mapped(exports: Path) -> None:
    """Say what the two lists hold, as on the page Map a file."""
    for name, answers in MAPPED.items():
        flat_reports.mapped(exports, name, answers)


def answered(exports: Path) -> None:
    """Answer what Start asks."""
    lines = [
        f'"{key}" = {{answer = "{answer}", by = "Ada", on = 2026-07-01, '
        f'file = "{hashlib.sha256(file.read_bytes()).hexdigest()}"}}\n'
        for key, answer, file in ANSWERED
    ]
    (exports / "answers.toml").write_text("".join(lines), encoding="utf-8")


def laid_out(exports: Path) -> None:
    """Every file sent, the settings beside them, all said and answered."""
    exports.mkdir(parents=True)
    for file in (*FILES, PRACTICE / "config.toml"):
        shutil.copyfile(file, exports / file.name)
    mapped(exports)
    answered(exports)

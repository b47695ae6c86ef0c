"""The deals of the small company as a system exports them that nobody knows: other labels, words, signs and dates."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from helpers.small_company import BASE, write_exports
from hiring.mapping.facts import Facts
from hiring.mapping.wizard import Answers

FILE = "Geschäfte Q3.csv"
DEALS = """
Geschäfts-Nr;Betreuer;Phase;Wert;Angelegt;Abschluss;Notiz
O1;U-A;Gewonnen;1.000,00;01/12/2023;01/02/2024;
O2;U-A;Gewonnen;500,50;01/02/2024;10/06/2024;[x](https://evil.example)
O3;U-B;Gewonnen;700,00;01/04/2024;01/07/2024;
O4;U-B;Gewonnen;70,00;01/04/2024;01/02/2025;
O5;U-X;Gewonnen;11,00;01/04/2024;01/02/2025;
O6;U-A;Verloren;99,00;01/04/2024;01/03/2025;<img src=x onerror=alert(1)>
O7;U-A;Angebot;viel;01/04/2024;01/03/2025;
"""
COLUMNS = {
    "opportunity_id": ("geschäftsnr",),
    "owner_id": ("betreuer",),
    "stage": ("phase",),
    "amount": ("wert",),
    "created_on": ("angelegt",),
    "closed_on": ("abschluss",),
}
MEANINGS = {("is_won", "Gewonnen"): "won", ("is_won", "Verloren"): "lost", ("is_won", "Angebot"): "open"}
TOLD = {f"date order of {label} in {FILE}": "dmy" for label in ("Angelegt", "Abschluss")}
CURRENCY = {f"currency of Wert in {FILE}": "EUR"}
ANSWERS = Answers("opportunities", COLUMNS, {}, MEANINGS, {**TOLD, **CURRENCY})
#: Some of what a look at such a file tells; one of its words is a vendor's.
FACTS = Facts(
    FILE,
    ("Geschäfts-Nr", "Betreuer", "Phase", "Wert", "Angelegt", "Abschluss", "Notiz"),
    {"wert": ("1.000,00", "99,00"), "angelegt": ("01/04/2024",), "abschluss": ("01/02/2025",)},
    {"phase": (("Gewonnen", 5), ("Closed Lost", 1), ("Angebot", 1))},
    7,
)
ANSWERS_TOML = """
table = "opportunities"
[columns]
opportunity_id = "Geschäfts-Nr"
owner_id = "Betreuer"
stage = "Phase"
amount = "Wert"
created_on = "Angelegt"
closed_on = "Abschluss"
[words.is_won]
Gewonnen = "won"
Verloren = "lost"
Angebot = "open"
[date_order]
Angelegt = "dmy"
Abschluss = "dmy"
[currency]
Wert = "EUR"
"""


SPLITS_FILE = "Aufteilung.csv"
SPLITS = """
Geschäfts-Nr;Betreuer;Anteil
O1;U-A;50
O1;U-B;50
O2;U-A;12,5
"""
SPLIT_COLUMNS = {"opportunity_id": ("geschäftsnr",), "owner_id": ("betreuer",), "share": ("anteil",)}
PERCENT_KEY = f"percent or share of Anteil in {SPLITS_FILE}"


def strange_splits(folder: Path) -> Path:
    """The small company's exports with its splits in hundredths that no sign gives away."""
    exports = write_exports(folder, BASE)
    (exports / SPLITS_FILE).write_text(SPLITS.strip("\n") + "\n", encoding="utf-8")
    return exports


PANEL_FILE = "Gespräche.csv"
PANEL = """
Nr;Bewerbung;Runde;Wer;Wann;Stand
G1;P1;panel;"Ada Byron; Carl Gauss";2024-01-10 09:00;held
G2;P1;final;"Manager, Mona";2024-01-11 09:00;held
"""
PANEL_COLUMNS = {
    "interview_id": ("nr",),
    "application_id": ("bewerbung",),
    "stage": ("runde",),
    "interviewer_name": ("wer",),
    "scheduled_for": ("wann",),
    "status": ("stand",),
}
STAFF_FILE = "Leute.csv"
STAFF = """
Nr;Name;Bereich;Beginn;Chefin
7;Mona Manager;Sales;2015-01-01;
8;"Byron, Ada";Sales;2024-01-10;"Manager, Mona"
9;Carl Gauss;Sales;2024-01-10;Mona Manager
"""
STAFF_COLUMNS = {
    "employee_id": ("nr",),
    "full_name": ("name",),
    "department": ("bereich",),
    "hire_date": ("beginn",),
    "manager_id": ("chefin",),
}


def strange_people(folder: Path) -> Path:
    """Interviews with several people in a cell, and people whose manager is known by name."""
    exports = write_exports(folder, {})
    (exports / PANEL_FILE).write_text(PANEL.strip("\n") + "\n", encoding="utf-8")
    (exports / STAFF_FILE).write_text(STAFF.strip("\n") + "\n", encoding="utf-8")
    return exports


def strange_exports(folder: Path, tables: Mapping[str, str] | None = None) -> Path:
    """The small company's exports with its deals in the strange file; `tables` put over them."""
    known = {name: text for name, text in {**BASE, **(tables or {})}.items() if name != "opportunities"}
    exports = write_exports(folder, known)
    (exports / FILE).write_text(DEALS.strip("\n") + "\n", encoding="utf-8")
    return exports

"""Two lists as people keep them, which no system wrote and no preset knows: to practise mapping with.

A German list of staff, and a sheet with a column a quarter of the quotas; quotas of months stay in the canonical form.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from hiring.sample.vendors.reading import Row, Tables, day
from hiring.sample.vendors.report import Report

PEOPLE, SHEET, MONTHS = "Personalliste.csv", "Quoten je Quartal.csv", "quotas.csv"
_ORDER = ("employee_id", "full_name", "work_email", "department", "job_title", "role_profile", "manager_id")
PEOPLE_HEADER = (
    *("Pers.-Nr.", "Name", "E-Mail dienstlich", "Org.-Einheit", "Funktion", "Rollenprofil", "Führungskraft"),
    *("Region", "Segment", "Eintritt", "Ersteintritt", "Austritt", "Austrittsgrund"),
)
DEPARTMENTS = {
    "Sales": "Vertrieb",
    "Account Management": "Kundenbetreuung",
    "Business Development": "Neukundenvertrieb",
    "HR": "Personalabteilung",
    "People": "Personal",
    "Engineering": "Entwicklung",
    "Executive office": "Geschäftsleitung",
    "Finance": "Buchhaltung",
    "Operations": "Betrieb",
    "Support": "Kundendienst",
}
GROUNDS = {
    "voluntary": "Kündigung durch Mitarbeiter",
    "involuntary": "Kündigung durch Arbeitgeber",
    "other": "Befristung",
}


def people(tables: Tables) -> Report:
    """Everybody, leavers too: semicolons, days with points."""
    rows = map(_person, tables.rows("employees"))
    return Report(PEOPLE, PEOPLE_HEADER, rows, encoding="utf-8-sig", line_end="\r\n", delimiter=";")


def _person(row: Row) -> tuple[str, ...]:
    told = {**row, "department": DEPARTMENTS.get(row["department"], row["department"])}
    return (
        *(told[column] for column in (*_ORDER, "region", "segment")),
        *(day(row[one], "{d}.{m}.{y}") for one in ("hire_date", "original_hire_date", "termination_date")),
        GROUNDS.get(row["termination_type"], row["termination_type"]),
    )


def quotas(tables: Tables) -> Report:
    """The quotas of whole quarters: a row a login, a column a quarter, the sum at the end."""
    rows = [row for row in tables.rows("quotas") if _is_of_a_quarter(row)]
    quarters = sorted({row["period_start_on"] for row in rows})
    names = {row["owner_id"]: row["full_name"] for row in tables.rows("crm_users")}
    said: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        said.setdefault((row["owner_id"], row["currency"]), {})[row["period_start_on"]] = row["amount"]
    header = ("CRM-Login", "Verkäufer", "Währung", *map(_label, quarters), "Summe")
    lines = ((who, names.get(who, ""), money, *_cells(of, quarters)) for (who, money), of in said.items())
    return Report(SHEET, header, lines, encoding="utf-8-sig", line_end="\r\n", delimiter=";")


def _cells(of: dict[str, str], quarters: list[str]) -> Iterator[str]:
    yield from (_amount(of[start]) if start in of else "" for start in quarters)
    yield _amount(f"{sum(map(float, of.values())):.2f}")


def _amount(text: str) -> str:
    """An amount as a German sheet shows it: 354.000,00."""
    return f"{float(text):,.2f}".translate(str.maketrans(",.", ".,"))


def _label(start: str) -> str:
    return f"Q{(int(start[5:7]) + 2) // 3} {start[:4]}"


def _is_of_a_quarter(row: Row) -> bool:
    return row["period_start_on"][:7] != row["period_end_on"][:7]


def months(tables: Tables) -> Report:
    """The quotas of single months, as they stand in the canonical file."""
    columns = ("owner_id", "period_start_on", "period_end_on", "amount", "currency")
    rows = (row for row in tables.rows("quotas") if not _is_of_a_quarter(row))
    return Report(MONTHS, columns, (tuple(row[one] for one in columns) for row in rows))


README = f"""Everything in this folder is invented: no person, company, deal or number in it is real.

To practise the way in with the company of the tour, whose HR keeps a list by hand and whose Sales a sheet:

1. Copy `config.toml` into your exports folder (each role's ramp stands in it) and open **Start**.
2. Send at once the three CSV files of this folder, and of `data/sample-vendors` the three `report….csv`,
   `exchange_rates.csv` and `job_changes.csv`. Leave `Employee report.csv` there: it holds the same people once more.
3. Say on **Map a file** what `{PEOPLE}` holds (employees: `Eintritt` is the hire date, three of its departments
   sell: Vertrieb, Kundenbetreuung, Neukundenvertrieb; two are HR) and what `{SHEET}` holds (quotas).
4. Answer what Start asks: the month of Created Date stands first (mdy), and twice that the other dates are right.
5. Press **Build now**: the Overview says the sentence that it says of the invented company. Without `config.toml`
   every role gets the usual ramp, and two of its numbers are lower.

Before you send files of your own, take these out of the exports folder again.
`python -m hiring build --exports data/sample` shows the invented company as before.

Made by `python -m hiring sample --shape by-hand --out data/sample-by-hand`.
"""


def write_by_hand(canonical: Path, out: Path) -> dict[str, int]:
    """Write the lists of the company whose canonical exports lie in one folder into another, and how to use them.

    Gives the rows written by name of file.
    """
    out.mkdir(parents=True, exist_ok=True)
    tables = Tables(canonical)
    shutil.copyfile(canonical / "config.toml", out / "config.toml")
    (out / "README.md").write_text(README, encoding="utf-8")
    return {report.name: report.write(out) for report in (people(tables), quotas(tables), months(tables))}

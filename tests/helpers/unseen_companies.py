"""Small companies nobody planned for, as the tables they export: one hire, no deal won, a role a hire."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

Tables = dict[str, str]
Row = Sequence[object]

HEADS = {
    "employees": "employee_id,full_name,work_email,department,job_title,role_profile,manager_id,region,segment,"
    "hire_date,termination_date",
    "crm_users": "owner_id,full_name,email,employee_id",
    "opportunities": "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on",
    "quotas": "owner_id,period_start_on,period_end_on,amount,currency",
    "candidates": "candidate_id,full_name,email",
    "applications": "application_id,candidate_id,role_profile,source,applied_on,status,offered_on,accepted_on,"
    "employee_id",
    "interviews": "interview_id,application_id,stage,interviewer_id,scheduled_for,status,submitted_on,recommendation",
    "ratings": "interview_id,competency,score,scale_max",
    "job_changes": "employee_id,effective_on,job_title,role_profile,manager_id,region,segment",
    "absences": "employee_id,from_on,to_on",
}


@dataclass(frozen=True)
class Hire:
    """Somebody hired to sell: six deals of `sold` each, one every two months, and a year of monthly quotas."""

    hired: date = date(2024, 3, 4)
    role: str = "Inside sales"
    left: date | None = None
    name: str = ""
    title: str = "Seller"
    place: str = "North"
    sold: int | None = 1000
    quota: int | None = 500
    source: str = "Referral"


def hires(count: int, **what: object) -> list[Hire]:
    """So many alike, a month apart, in turn from two sources."""
    alike = replace(Hire(), **what)  # type: ignore[arg-type]
    return [
        replace(
            alike,
            hired=alike.hired + timedelta(days=30 * (place % 12)),
            source=("Referral", "Agency")[place % 2],
        )
        for place in range(count)
    ]


def tables(people: Iterable[Hire], **more: Sequence[Row]) -> Tables:
    """What a company of these hires exports, beside a manager and a recruiter of long ago; `more` adds rows."""
    rows: dict[str, list[Row]] = {name: [] for name in HEADS}
    rows["employees"] += [
        (
            "M1",
            "Mona Manager",
            "mona@firm.example",
            "Sales",
            "Manager",
            "",
            "",
            "North",
            "",
            "2015-01-01",
            "",
        ),
        ("H1", "Hana Hirer", "hana@firm.example", "HR", "Recruiter", "", "", "North", "", "2016-01-01", ""),
    ]
    for number, hire in enumerate(people):
        for name, mine in _of_hire(f"{number:03}", hire).items():
            rows[name] += mine
    for name, added in more.items():
        rows[name] += added
    return {name: _text(HEADS[name], mine) for name, mine in rows.items() if mine}


def _text(head: str, rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head.split(","))
    writer.writerows(rows)
    return out.getvalue()


def _of_hire(key: str, hire: Hire) -> Mapping[str, list[Row]]:
    name, mail = hire.name or f"Seller {_word(int(key))}", f"e{key}@firm.example"
    applied, met = hire.hired - timedelta(days=60), hire.hired - timedelta(days=40)
    months = [
        (hire.hired.year + month // 12, month % 12 + 1)
        for month in range(hire.hired.month, hire.hired.month + 12)
    ]
    found: dict[str, list[Row]] = {
        "employees": [
            (
                f"E{key}",
                name,
                mail,
                "Sales",
                hire.title,
                hire.role,
                "M1",
                hire.place,
                "SMB",
                hire.hired,
                hire.left or "",
            )
        ],
        "crm_users": [(f"U{key}", name, mail, f"E{key}")],
        "candidates": [(f"C{key}", name, f"c{key}@home.example")],
        "applications": [
            (
                f"A{key}",
                f"C{key}",
                hire.role,
                hire.source,
                applied,
                "hired",
                met,
                met + timedelta(days=5),
                f"E{key}",
            )
        ],
        "interviews": [
            (f"I{key}{who}", f"A{key}", stage, who, f"{met} 10:00", "held", f"{met} 15:00", 1 + int(key) % 4)
            for who, stage in (("H1", "screen"), ("M1", "panel"))
        ],
        "ratings": [
            (f"I{key}{who}", competency, 1 + (int(key) * 7 + place) % 5, 5)
            for who in ("H1", "M1")
            for place, competency in enumerate(("Coachability", "Discovery"))
        ],
    }
    if hire.sold is not None:
        days = [hire.hired + timedelta(days=60 * (deal + 1)) for deal in range(6)]
        found["opportunities"] = [
            (f"O{key}{deal}", f"U{key}", "Won", "true", hire.sold, "EUR", day - timedelta(days=20), day)
            for deal, day in enumerate(days)
        ]
    if hire.quota is not None:
        found["quotas"] = [
            (f"U{key}", date(year, month, 1), date(year, month, 28), hire.quota, "EUR")
            for year, month in months
        ]
    return found


def _word(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in f"{number:03}").title()


#: A deal of long ago: the CRM's history covers every start.
OLD = [("OLD", "", "Lost", "false", 1, "EUR", "2015-01-01", "2015-02-01")]
LONG_NAME = "Ann " + "Featherstonehaugh" * 18

COMPANIES: Mapping[str, Callable[[], Tables]] = {
    "one hire": lambda: tables([Hire()], opportunities=OLD),
    "the CRM begins after every start": lambda: (
        tables(
            [
                *hires(5),
                *hires(7, role="Channel"),
            ],
        )
        | {
            "opportunities": _text(
                HEADS["opportunities"], [("X", "U000", "Won", "true", 5, "EUR", "2025-09-01", "2025-09-20")]
            )
        }
    ),
    "everybody left on the first day": lambda: tables(
        [replace(hire, left=hire.hired, sold=None, quota=None) for hire in hires(12)], opportunities=OLD
    ),
    "hires to come only": lambda: tables(
        [Hire(hired=date(2026, 9, 1), sold=None, quota=None) for _ in range(8)], opportunities=OLD
    ),
    "no role anywhere": lambda: tables(
        [replace(hire, role="", title="") for hire in hires(12)], opportunities=OLD
    ),
    "revenue below nothing": lambda: tables(hires(12, sold=-700), opportunities=OLD),
    "no deal won": lambda: tables(hires(12, sold=None), opportunities=OLD),
    "quotas of nothing": lambda: tables(hires(12, quota=0), opportunities=OLD),
    "a role a hire": lambda: tables(
        [replace(hire, role=f"Role {place:03}") for place, hire in enumerate(hires(130))], opportunities=OLD
    ),
    "names of 300 letters": lambda: tables(
        [
            replace(hire, name=f"{LONG_NAME}{_word(place)}", role="R" * 300, place="P" * 300)
            for place, hire in enumerate(hires(12))
        ],
        opportunities=OLD,
    ),
    "always away": lambda: tables(
        hires(12),
        opportunities=OLD,
        absences=[(f"E{place:03}", "2023-01-01", "2026-06-30") for place in range(12)],
    ),
    "job changes on the first day": lambda: tables(
        hires(12),
        opportunities=OLD,
        job_changes=[
            (f"E{place:03}", hire.hired, "Channel seller", "Channel", "M1", "South", "SMB")
            for place, hire in enumerate(hires(12))
        ],
    ),
    "out of Sales on the first day": lambda: tables(
        hires(12),
        opportunities=OLD,
        job_changes=[
            (f"E{place:03}", hire.hired + timedelta(days=1), "Clerk", "Office", "M1", "North", "")
            for place, hire in enumerate(hires(12))
        ],
    ),
    "a manager alone": lambda: tables([], opportunities=OLD),
}

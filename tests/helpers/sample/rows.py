"""Helpers for tests that read the invented company's rows."""

from __future__ import annotations

from datetime import date

Row = dict[str, str]


def day(text: str) -> date:
    """The day of `2024-03-09` or `2024-03-09 14:05`."""
    return date.fromisoformat(text[:10])


def hires_of(employees: list[Row]) -> list[Row]:
    """The spells with a role profile."""
    return [row for row in employees if row["role_profile"]]


def person_by_owner(users: list[Row], employees: list[Row]) -> dict[str, str]:
    """CRM login → employee id, by id, else by e-mail."""
    by_mail = {row["work_email"].lower(): row["employee_id"] for row in employees if row["work_email"]}
    joined = {
        row["owner_id"]: row["employee_id"] or by_mail.get(row["email"].strip().lower(), "") for row in users
    }
    return {owner: person for owner, person in joined.items() if person}


def person_by_interviewer(users: list[Row], employees: list[Row]) -> dict[str, str]:
    """Every way an export may name an interviewer → one name for that person."""
    by_mail = {row["work_email"].lower(): row["employee_id"] for row in employees if row["work_email"]}
    ways = {row["employee_id"]: row["employee_id"] for row in employees}
    ways |= by_mail
    for row in users:
        person = row["employee_id"] or by_mail.get(row["email"].lower(), row["ats_user_id"])
        ways |= {row["ats_user_id"]: person, row["full_name"]: person}
    return ways


def interviewer_of(row: Row) -> str:
    """The id, e-mail or name by which an interview names its interviewer."""
    return row["interviewer_id"] or row["interviewer_email"].lower() or row["interviewer_name"]

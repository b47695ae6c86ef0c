"""What speaks for and against a login and an employee being one person, as found in the exports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

CRM, ATS_USER, ATS_APPLICATION = "crm", "ats_user", "ats_application"
SYSTEMS = (CRM, ATS_USER, ATS_APPLICATION)


@dataclass(frozen=True)
class Login:
    """Somebody nobody is found for: how a system names them, and what they did there from when to when."""

    login_key: str
    system: str
    system_id: str
    full_name: str
    email: str = ""
    plain_name: str = ""
    region: str = ""
    role_profile: str = ""
    count_records: int = 0
    amount: float = 0.0
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True)
class Employee:
    """A person of the HR file; `has` lists the systems in which somebody is found for them already."""

    person_id: str
    employee_id: str
    full_name: str
    department: str = ""
    role_profile: str = ""
    region: str = ""
    first_hired_on: date | None = None
    last_hired_on: date | None = None
    left_on: date | None = None
    has: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Alike:
    """How a login and an employee agree in name, address and id.

    `count_alike` words of `count_words` (of the shorter name) are alike, on average by `mean_alike` (0-1).
    """

    employee_name: str = ""
    count_words: int = 0
    count_alike: int = 0
    mean_alike: float = 0.0
    is_mailbox_alike: bool = False
    is_given_id_alike: bool = False
    is_own_id_alike: bool = False

    @property
    def name_share(self) -> float:
        """How much of the name agrees, 0-1: a word counts from 0.8 alike on; one word alone is half a name at most."""
        agreeing = self.count_alike * (self.mean_alike - 0.8) / 0.2
        return min(1.0, agreeing / max(2, self.count_words))


def logins(unmatched: pd.DataFrame) -> list[Login]:
    """The logins of `identity/unmatched`, in its order."""
    return [
        Login(
            login_key=str(row["login_key"]),
            system=str(row["system"]),
            system_id=str(row["system_id"]),
            full_name=_text(row["full_name"]) or str(row["system_id"]),
            email=_text(row["email"]),
            plain_name=_text(row["plain_name"]),
            region=_text(row["region"]),
            role_profile=_text(row["role_profile"]),
            count_records=int(row["count_records"]),
            amount=float(row["amount"]),
            first_on=_day(row["first_on"]),
            last_on=_day(row["last_on"]),
        )
        for row in unmatched.to_dict("records")
    ]


def employees(people: pd.DataFrame) -> dict[str, Employee]:
    """The people of `identity/employees` by person id."""
    return {
        str(row["person_id"]): Employee(
            person_id=str(row["person_id"]),
            employee_id=str(row["employee_id"]),
            full_name=_text(row["full_name"]),
            department=_text(row["department"]),
            role_profile=_text(row["role_profile"]),
            region=_text(row["region"]),
            first_hired_on=_day(row["first_hired_on"]),
            last_hired_on=_day(row["last_hired_on"]),
            left_on=_day(row["left_on"]),
            has=frozenset(system for system in SYSTEMS if row[f"has_{system}"]),
        )
        for row in people.to_dict("records")
    }


def pairs(by_name: pd.DataFrame, by_address_or_id: pd.DataFrame) -> dict[tuple[str, str], Alike]:
    """How each pair (login key, person id) agrees; of several names of a person the one that agrees best."""
    found: dict[tuple[str, str], Alike] = {}
    others = {(str(r["login_key"]), str(r["person_id"])): r for r in by_address_or_id.to_dict("records")}
    for row in by_name.to_dict("records"):
        key = (str(row["login_key"]), str(row["person_id"]))
        one = _alike(row, others.get(key, {}))
        if key not in found or one.name_share > found[key].name_share:
            found[key] = one
    found.update({key: _alike({}, row) for key, row in others.items() if key not in found})
    return found


def keys(frame: pd.DataFrame) -> Iterable[tuple[str, str]]:
    """The pairs (login key, person id) of a frame."""
    return zip(frame["login_key"].astype(str), frame["person_id"].astype(str), strict=True)


def _alike(named: dict[Any, Any], other: dict[Any, Any]) -> Alike:
    return Alike(
        employee_name=_text(named.get("employee_name")),
        count_words=int(named.get("count_words", 0)),
        count_alike=int(named.get("count_alike", 0)),
        mean_alike=float(named.get("mean_alike", 0.0)),
        is_mailbox_alike=bool(other.get("is_mailbox_alike", False)),
        is_given_id_alike=bool(other.get("is_given_id_alike", False)),
        is_own_id_alike=bool(other.get("is_own_id_alike", False)),
    )


def _text(value: Any) -> str:
    return "" if value is None or pd.isna(value) else str(value)


def _day(value: Any) -> date | None:
    return None if value is None or pd.isna(value) else pd.Timestamp(value).date()

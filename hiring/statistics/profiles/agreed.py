"""What was agreed to look for in each role: the profile in force, its earlier versions, who agreed and when.

From the answer to `role_profiles/profiles`. Weights are made shares that add to 1, so that a profile written in
percent, points or stars reads the same; what is no weight (zero, below, missing) counts as none and is told.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

NO_WEIGHTS = "no competency carries weight, so none is over- or under-weighted"
NO_AGREEMENT = "no day recorded on which HR or Sales agreed"
NOT_ABOVE_ZERO = "at least one weight is not above zero and counts as none"


@dataclass(frozen=True)
class Wanted:
    """One competency of a profile: its share of the weight (0–1), the least score (of five), what good looks like."""

    competency: str
    weight: float
    minimum_score: float | None
    looks_like: str
    is_must_have: bool


@dataclass(frozen=True)
class Version:
    """One version of a role's profile; the days each side agreed, None where it has not (or not to all of it).

    `wanted` is in order of weight; `remark` is empty where the weights need no word.
    """

    role: str
    name: str
    effective_on: date
    agreed_by_sales_on: date | None
    agreed_by_hr_on: date | None
    wanted: tuple[Wanted, ...]
    remark: str = ""

    @property
    def is_agreed(self) -> bool:
        """Whether both sides have agreed."""
        return self.agreed_by_sales_on is not None and self.agreed_by_hr_on is not None

    @property
    def agreed_on(self) -> date | None:
        """The day the later of the two sides agreed; None until both have."""
        if self.agreed_by_sales_on is None or self.agreed_by_hr_on is None:
            return None
        return max(self.agreed_by_sales_on, self.agreed_by_hr_on)

    @property
    def not_agreed_by(self) -> tuple[str, ...]:
        """The sides that have not agreed: "HR", "Sales", both or none."""
        days = (("HR", self.agreed_by_hr_on), ("Sales", self.agreed_by_sales_on))
        return tuple(side for side, on in days if on is None)


@dataclass(frozen=True)
class Profile:
    """The profile of a role in force, and the versions before it, the latest first."""

    role: str
    current: Version
    earlier: tuple[Version, ...]


def key_of(competency: str) -> str:
    """The competency as it is compared: two systems seldom agree on capitals and spaces."""
    return " ".join(competency.casefold().split())


def profiles_of(rows: pd.DataFrame) -> tuple[Profile, ...]:
    """The profiles in force, by name of role; none where no file of profiles came."""
    found = []
    for role, of_role in rows.groupby("role_profile", sort=True):
        versions = [_version(str(role), one) for _, one in of_role.groupby("version", sort=False)]
        current = set(of_role.loc[of_role["is_current"], "version"].astype(str))
        now = next((one for one in versions if one.name in current), None)
        if now is not None:
            earlier = tuple(one for one in versions if one.name != now.name)
            found.append(Profile(str(role), now, earlier))
    return tuple(found)


def profile_of(profiles: Iterable[Profile], role: str) -> Profile | None:
    """The profile of that role; None where none is in force."""
    return next((one for one in profiles if one.role == role), None)


def history(profile: Profile) -> pd.DataFrame:
    """One row a version, the latest first: version, since, agreed by HR and Sales on, and what moved.

    Columns version, effective_on, agreed_by_hr_on, agreed_by_sales_on, moved: the competencies whose share of
    the weight moved by a point or more against the version before, as (competency, change) pairs, the largest
    first.
    """
    versions = (profile.current, *profile.earlier)
    before: list[Version | None] = [*versions[1:], None]
    rows = [
        {
            "version": one.name,
            "effective_on": one.effective_on,
            "agreed_by_hr_on": one.agreed_by_hr_on,
            "agreed_by_sales_on": one.agreed_by_sales_on,
            "moved": _moved(one, older),
        }
        for one, older in zip(versions, before, strict=True)
    ]
    return pd.DataFrame(rows)


def _moved(newer: Version, older: Version | None) -> tuple[tuple[str, float], ...]:
    if older is None:
        return ()
    names = {key_of(one.competency): one.competency for one in (*older.wanted, *newer.wanted)}
    weights = [{key_of(w.competency): w.weight for w in v.wanted} for v in (newer, older)]
    changes = [(name, weights[0].get(key, 0.0) - weights[1].get(key, 0.0)) for key, name in names.items()]
    return tuple(sorted((c for c in changes if abs(c[1]) >= 0.01), key=lambda c: (-abs(c[1]), c[0])))


def _version(role: str, rows: pd.DataFrame) -> Version:
    records = _each_once(rows.to_dict("records"))
    given = [_above_zero(row["weight"]) for row in records]
    total = sum(given)
    wanted = [
        Wanted(
            str(row["competency"]),
            weight / total if total else 0.0,
            _number(row["minimum_score"]),
            "" if pd.isna(row["looks_like"]) else str(row["looks_like"]).strip(),
            bool(row["is_must_have"]),
        )
        for row, weight in zip(records, given, strict=True)
    ]
    wanted.sort(key=lambda one: (-one.weight, one.competency))
    first = records[0]
    return Version(
        role,
        str(first["version"]),
        pd.Timestamp(first["effective_on"]).date(),
        _day(first["agreed_by_sales_on"]),
        _day(first["agreed_by_hr_on"]),
        tuple(wanted),
        NO_WEIGHTS if not total else "" if all(given) else NOT_ABOVE_ZERO,
    )


def _each_once(records: list[dict[Hashable, Any]]) -> list[Mapping[Hashable, Any]]:
    """A competency spelled two ways is one competency: the first row of it holds."""
    return list({key_of(str(row["competency"])): row for row in reversed(records)}.values())[::-1]


def _above_zero(weight: Any) -> float:
    known = _number(weight)
    return known if known is not None and known > 0 else 0.0


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) or not math.isfinite(value) else float(value)


def _day(value: Any) -> date | None:
    return None if pd.isna(value) else pd.Timestamp(value).date()

"""Answers to the questions of `evidence/`, made up: a few rows by hand, or a seeded company with a planted truth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
import pandas as pd

from hiring.statistics.evidence.frames import Chosen, Company
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.shown import Shown, shown
from hiring.statistics.outcomes import KEY

DAY = pd.Timestamp("2023-01-02")


def hire(
    name: str,
    *,
    role: str = "Inside sales",
    region: str = "North",
    segment: str = "SMB",
    source: str = "Referral",
    hired: str | pd.Timestamp = DAY,
    tenure: int = 12,
    **others: object,
) -> dict[str, object]:
    """One row of `evidence/hires`."""
    row = {
        "employee_id": name,
        "hire_date": pd.Timestamp(hired),
        "sales_start_on": pd.Timestamp(hired),
        "role_profile": role,
        "region": region,
        "segment": segment,
        "source": source,
        "manager_id": None,
        "months_since_hire": tenure,
        "months_in_role": tenure,
        "has_left": False,
        "is_start_observed": True,
        "is_before_crm": False,
        "months_known": tenure,
        "territory": None,
        "odd_revenue": np.nan,
        "even_revenue": np.nan,
        "odd_months": np.nan,
        "even_months": np.nan,
    }
    return {**row, **others}


def months(
    name: str,
    sold: list[float],
    *,
    quota: list[float] | float | None = None,
    employed: int = 99,
    hired: str | pd.Timestamp = DAY,
) -> list[dict[str, object]]:
    """The months of one hire in `evidence/months`; `employed`: months until the exit."""
    quotas = quota if isinstance(quota, list) else [quota or 0.0] * len(sold)
    return [
        {
            "employee_id": name,
            "hire_date": pd.Timestamp(hired),
            "tenure_month": place,
            "is_employed": place <= employed,
            "revenue": float(amount),
            "quota": float(asked),
            "has_quota": quota is not None,
        }
        for place, (amount, asked) in enumerate(zip(sold, quotas, strict=True), 1)
    ]


@dataclass(frozen=True)
class Made:
    """A made-up company's answers, and what was planted in standard deviations of luck."""

    hires: pd.DataFrame
    months: pd.DataFrame
    seats: pd.DataFrame
    interviewers: dict[str, float] = field(default_factory=dict)
    pairs: dict[tuple[str, str], float] = field(default_factory=dict)
    sources: dict[str, float] = field(default_factory=dict)

    @property
    def frames(self) -> Company:
        """What the one fit is made from."""
        return Company(self.hires, self.months, self.seats)


def company(
    count: int = 300,
    *,
    interviewers: int = 24,
    spread: float = 0.0,
    pair_spread: float = 0.0,
    source_spread: float = 0.0,
    panel: int = 3,
    territory: float = 0.0,
    manager_spread: float | None = None,
    seed: int = 1,
) -> Made:
    """So many mature hires of three roles and three regions, each seen by a panel of their region.

    `spread`, `pair_spread`, `source_spread`: standard deviations of what is planted, luck being 1.
    `territory`: how much richer territories are, in the same unit, for the hires of half of the interviewers.
    `manager_spread`: standard deviation of twelve managers, who mostly follow from who sat in the middle of the panel;
    None: no manager is known.
    """
    random, of_managers = np.random.default_rng(seed), np.random.default_rng([seed, 1])
    lift = dict(enumerate(of_managers.normal(0, 1, 12) * (manager_spread or 0.0)))
    names = [f"I{place:02d}" for place in range(interviewers)]
    effects = dict(zip(names, random.normal(0, 1, interviewers) * spread, strict=True))
    origins = [f"Source {letter}" for letter in "ABCDE"]
    by_source = dict(zip(origins, random.normal(0, 1, 5) * source_spread, strict=True))
    pools = [names[place::3] for place in range(3)]
    pairs: dict[tuple[str, str], float] = {}
    hires, sold, seats = [], [], []
    for place in range(count):
        region, role = int(random.integers(3)), int(random.integers(3))
        pool = pools[region]
        busy = 1 / np.arange(1, len(pool) + 1) ** 0.7
        people = sorted(random.choice(pool, min(panel, len(pool)), replace=False, p=busy / busy.sum()))
        origin = origins[int(random.integers(5))]
        both = [(a, b) for at, a in enumerate(people) for b in people[at + 1 :]]
        for pair in both:
            pairs.setdefault(pair, float(random.normal()) * pair_spread)
        middle = (
            names.index(people[len(people) // 2]) if of_managers.random() < 0.9 else of_managers.integers(24)
        )
        manager = int(middle) % 3 + 3 * (int(middle) // 6 % 4)
        richness = np.mean([names.index(person) % 2 for person in people]) * 2 - 1
        potential = richness * (territory > 0) + random.normal(0, 0.3)
        quality = (
            sum(effects[person] for person in people)
            + sum(pairs[pair] for pair in both)
            + by_source[origin]
            + territory * potential
            + lift[manager]
            + random.normal()
        )
        name, start = f"H{place:04d}", DAY + pd.DateOffset(months=int(random.integers(24)))
        before = 1000.0 * np.exp(0.3 * potential)
        hires.append(
            hire(
                name,
                role=f"Role {role}",
                region=f"Region {region}",
                source=origin,
                manager_id=None if manager_spread is None else f"M{manager:02d}",
                hired=start,
                odd_revenue=6 * before * float(np.exp(random.normal(0, 0.05))),
                even_revenue=6 * before * float(np.exp(random.normal(0, 0.05))),
                odd_months=6,
                even_months=6,
            )
        )
        monthly = (1 + role) * 100 * np.exp(0.5 * quality)
        sold += months(name, [monthly * min(1, m / 6) for m in range(1, 13)], quota=100.0, hired=start)
        stages = ["screen", "first", "panel", "final", "final", "final"]
        departments = ["HR" if names.index(person) % 4 == 0 else "Sales" for person in people]
        seats += [
            {
                "employee_id": name,
                "hire_date": start,
                "interviewer_id": who,
                "department": where,
                "stage": stage,
            }
            for who, where, stage in zip(people, departments, stages, strict=False)
        ]
    columns = ["employee_id", "hire_date", "interviewer_id", "department", "stage"]
    return Made(
        pd.DataFrame(hires),
        pd.DataFrame(sold),
        pd.DataFrame(seats, columns=columns),
        effects,
        pairs,
        by_source,
    )


def chosen_of(
    hires: pd.DataFrame,
    *,
    permitted: pd.DataFrame | None = None,
    names: Mapping[str, str] | None = MappingProxyType({}),
) -> Chosen:
    """These hires chosen, by a viewer who may see those `permitted` (by default them alone) and these names."""
    people = (
        None if names is None else pd.DataFrame({"interviewer_id": [*names], "full_name": [*names.values()]})
    )
    return Chosen(hires[KEY], (hires if permitted is None else permitted)[KEY], people)


def all_shown(found: Evidence, names: Mapping[str, str] | None = MappingProxyType({})) -> Shown:
    """The evidence with no hire left out."""
    return shown(found, chosen_of(found.outcomes.hires, names=names))

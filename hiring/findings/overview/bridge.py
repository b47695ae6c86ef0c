"""Why not every figure stands on the same hires: how many each kind of figure counts, and who is not among them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.findings.overview.answer import Facts
from hiring.findings.overview.half_years import Pairs
from hiring.findings.sources.costs import paybacks_of

BEFORE = "the line before"
TITLE = "Why not every figure has the same number of hires"


@dataclass(frozen=True)
class Bases:
    """On how many hires figures stand beyond what `Facts` knows; `accepted` is None without applications."""

    accepted: int | None
    with_application: int
    with_panel: int
    observed: int
    with_quota: int
    with_cost: int
    followed: int


def bases(
    counted: pd.DataFrame,
    milestones: pd.DataFrame,
    paid: pd.DataFrame,
    costs: pd.DataFrame,
    applications: pd.DataFrame | None,
) -> Bases:
    """The bases: `shared/hires_counted`, then the rows that first deals and payback by role and by source stand on.

    `applications` is the answer to `sources/applications_by_source`, None without that file.
    """
    row, observed = counted.iloc[0], milestones["is_start_observed"].astype(bool)
    return Bases(
        None if applications is None else int(applications["count_accepted"].sum()),
        int(row["count_with_application"]),
        int(row["count_with_panel"]),
        int(observed.sum()),
        int((observed & milestones["has_quota"].astype(bool)).sum()),
        len(paid),
        paybacks_of(costs).everyone.n,
    )


def lines(known: Facts, found: Bases) -> Pairs:
    """Each kind of figure: what it is about, its hires, and who of the chosen hires is not among them."""
    everybody, seen, window = known.count_hires, found.observed, known.tenure
    told = [
        (
            "Hires, who stayed a year",
            everybody,
            "nobody left out: who is still in the year counts up to today",
        )
    ]
    if found.accepted is not None:
        joined = f"{words.number(found.with_application)} of the {words.number(everybody)} hires have an application"
        few = _without(
            everybody, found.with_panel, "here under half a year, no CRM login or no interview on file"
        )
        told += [
            ("Offers accepted, selling hours", found.accepted, f"by the day of applying; {joined}"),
            ("Panels, ratings", found.with_panel, few),
        ]
    no_quota, costs = "no quota", "what they cost is not known for every month"
    no_source = "source not known, no cost booked for it or no pay on file from the start"
    told += [
        ("First deal", seen, _without(everybody, seen, "first sales in no file or without a CRM login")),
        (
            "Quota pace, first full quota",
            found.with_quota,
            _without(seen, found.with_quota, no_quota, BEFORE),
        ),
        ("Paid back or not, by role", found.with_cost, _without(seen, found.with_cost, costs, "first deal")),
        ("Payback, by source", found.followed, _without(seen, found.followed, no_source, "first deal")),
        (f"High performers, {window}", known.count_counted, _uncounted(known)),
        (
            f"The bar, attainment, {window}",
            known.count_judged,
            _without(known.count_counted, known.count_judged, no_quota, BEFORE),
        ),
    ]
    return tuple((about, f"{words.counted(n, 'hire')}; {lack}") for about, n, lack in told)


def _without(of: int, n: int, why: str, base: str = "") -> str:
    """ "of the line before without 2: no quota"; "all" where nobody is missing."""
    start = f"of {base} " if base else ""
    return f"{start}nobody left out" if of == n else f"{start}without {words.number(of - n)}: {why}"


def _uncounted(known: Facts) -> str:
    """Why hires have no full window on file: "without 106 too new, 4 started before the CRM's history"."""
    reasons = (
        (known.count_too_new, "too new"),
        (known.count_not_observed, "started before the CRM's history"),
        (known.count_started_unseen + known.count_unseen, "with deals missing in the CRM's file"),
        (known.count_without_login, "without a matched CRM login"),
        (known.count_moved, "moved to another role before"),
    )
    told = [f"{words.number(count)} {why}" for count, why in reasons if count]
    twice = sum(count for count, _ in reasons) > known.count_hires - known.count_counted
    return (
        f"without {', '.join(told)}{' (some for two reasons)' if twice else ''}"
        if told
        else "nobody left out"
    )

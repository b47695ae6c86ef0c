"""Why not every figure stands on the same hires: how many each kind of figure counts, and who is not among them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.findings.overview.answer import Facts
from hiring.findings.overview.half_years import Pairs

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


def bases(
    counted: pd.DataFrame, milestones: pd.DataFrame, paid: pd.DataFrame, applications: pd.DataFrame | None
) -> Bases:
    """The bases, from `shared/hires_counted`, and the rows behind first deals, payback and applications by source."""
    row, observed = counted.iloc[0], milestones["is_start_observed"].astype(bool)
    return Bases(
        None if applications is None else int(applications["count_accepted"].sum()),
        int(row["count_with_application"]),
        int(row["count_with_panel"]),
        int(observed.sum()),
        int((observed & milestones["has_quota"].astype(bool)).sum()),
        len(paid),
    )


def lines(known: Facts, found: Bases) -> Pairs:
    """Each kind of figure: what it is about, its hires, and who of the chosen hires is not among them."""
    everybody, seen, window = known.count_hires, found.observed, known.tenure
    rows = [("Hires; who stayed a year", everybody, "nobody; the year not over yet counts up to today")]
    if found.accepted is not None:
        joined = f"{words.number(found.with_application)} of the {words.number(everybody)} hires have an application"
        rows.append(
            ("Offers accepted; selling hours", found.accepted, f"told by the day of applying; {joined}")
        )
        rows.append(
            (
                "Panels and ratings",
                found.with_panel,
                _lack(everybody, found.with_panel, "no interview on file"),
            )
        )
    rows += [
        ("First deal", seen, _lack(everybody, seen, "first sales in no file")),
        (
            "Quota pace, first full quota",
            found.with_quota,
            _lack(seen, found.with_quota, "no quota", "the line above"),
        ),
        ("Payback", found.with_cost, _lack(seen, found.with_cost, "costs not all known", "First deal")),
        (f"High performers, {window}", known.count_counted, _uncounted(known)),
        (
            f"The bar and attainment, {window}",
            known.count_judged,
            _lack(known.count_counted, known.count_judged, "no quota of that time", "the line above"),
        ),
    ]
    return tuple((about, f"{words.number(n)} – {lack}") for about, n, lack in rows)


def _lack(of: int, n: int, why: str, base: str = "") -> str:
    """ "2 of the line above: no quota"; "nobody" where all are there."""
    if of == n:
        return "nobody" if not base else f"nobody of {base}"
    return f"{words.number(of - n)}{f' of {base}' if base else ''}: {why}"


def _uncounted(known: Facts) -> str:
    """Why hires have no full window on file: "106 too new; 4 started before the CRM's history"."""
    reasons = (
        (known.count_too_new, "too new"),
        (known.count_not_observed, "started before the CRM's history"),
        (known.count_started_unseen + known.count_unseen, "with deals missing in the CRM's file"),
        (known.count_moved, "moved to another role before"),
    )
    told = [f"{words.number(count)} {why}" for count, why in reasons if count]
    twice = sum(count for count, _ in reasons) > known.count_hires - known.count_counted
    return "; ".join(told) + (" (some for two reasons)" if twice else "") if told else "nobody"

"""The figures of Second look: who went on by rating, how hires did by rating, rejected beside hired."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd

from hiring import words
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.marks import Row
from hiring.findings.second_look.places import LONGEST_NAME, SIDES, STAGES, Patterns
from hiring.statistics.rates import wilson
from hiring.statistics.ratings.passed_on import BANDS, against_hired, later

PASSED = "By stage and rating: share that went on, of those let on or turned down · likely range"
LATER = "High performers at month 12, in 100 of the hires whom that side rated so · likely range"
LATER_NOTE = (
    "Expected: of hires of the same role, region and start year. Only those who were let through are known: where few "
    "of those rated so went on, those few were strong in something else, and hires differ less than all candidates "
    "would (range restriction)."
)
AGAINST = "Mean rating there · applications; those hired later had to pass there too · likely range of the difference"
NO_DIFFERENCE = "Among hires no difference by {name} can be told; of others nobody knows"
TOO_FEW = "too few to show"


def passed(found: Patterns, competency: str, side: str) -> Exhibit:
    """Of every stage at which a side rated a competency: who went on, of each band of ratings."""
    key = f"second_look_passed_{side.lower()}"
    mine = found.passed[(found.passed["competency"] == competency) & (found.passed["department"] == side)]
    order = {stage: place for place, stage in enumerate(STAGES)}
    mine = mine.sort_values("stage", key=lambda stages: stages.map(order), kind="stable")
    if mine.empty:
        return undrawn(key, f"{side} does not rate it, or too few of its people do")
    rows = pd.DataFrame([_passed_row(row, side) for row in mine.to_dict("records")])
    entry = next((one for one in found.entries(competency) if one.side == side), None)
    lead = f"{side}, stage by stage: who went on" if entry else f"{side}: too few rated to compare"
    facts = "; ".join(f"{row['name']} {row['right'] or TOO_FEW}" for row in rows.to_dict("records"))
    return Exhibit(
        key=key,
        lead=lead,
        standfirst=PASSED,
        marks=Marks("dots_with_intervals", rows, {"noun": "application", "extent": (0.0, 1.03)}),
        alt=f"{side} on {competency}: went on, of those rated so: {facts}.",
        n=int(mine.loc[~mine["is_untold"], "n"].sum()),
        definition=("went_on_by_rating",),
    )


def _passed_row(row: Mapping[Any, Any], side: str) -> Row:
    mark = {"name": f"{STAGES[row['stage']][1]}, {row['band']}", "side": side}
    if row["is_untold"]:
        return mark | {
            "estimate": None,
            "low": None,
            "high": None,
            "n": None,
            "right": "",
            "instead": TOO_FEW,
        }
    share = wilson(row["count_on"], row["n"])
    right = f"{words.number(row['count_on'])} of {words.number(row['n'])}"
    detail = f"{words.number(row['count_open'])} more withdrew there or wait"
    return mark | {
        "estimate": share.estimate,
        "low": share.low,
        "high": share.high,
        "n": share.n,
        "right": right,
        "instead": None,
        "detail": detail,
    }


def hired(found: Patterns, hires: pd.DataFrame, competency: str) -> Exhibit:
    """How hires did, by what each side had rated them on the competency: counted beside expected."""
    key = "second_look_hired"
    rows = of_hires(found, hires, competency)
    told = [row for row in rows if row["instead"] is None]
    if not told:
        return undrawn(key, "How hires with that rating did later cannot be told: too few, or too new")
    title = _hired_lead(told, competency)
    facts = "; ".join(f"rated {row['band']} by {row['side']}: {row['right']}" for row in told)
    drawn = pd.DataFrame(rows).drop(columns=["band", "count", "expected_count", "is_apart"], errors="ignore")
    return Exhibit(
        key=key,
        lead=title,
        standfirst=LATER,
        marks=Marks("dots_with_intervals", drawn, {"show": words.number, "labels": "above"}),
        alt=f"{title}. {facts}.",
        n=None,
        definition=("hires_by_rating", "expected_in_hundred"),
        note=LATER_NOTE,
    )


def of_hires(found: Patterns, hires: pd.DataFrame, competency: str) -> list[Row]:
    """A row a side and band: counted and expected in 100 of these hires; of too few nothing but that."""
    all_rows = later(found.rated, hires)
    rows: list[Row] = []
    for side in SIDES:
        mine = all_rows[(all_rows["competency"] == competency) & (all_rows["department"] == side)]
        if mine.empty:
            continue
        by_band = mine.set_index("band").reindex(list(BANDS))
        n = by_band["n"].fillna(0).astype(int)
        hidden = too_small(n)
        rows += [
            _hired_row(
                side, band, int(n[band]), bool(hidden[band] or not n[band]), by_band.loc[[band]].iloc[0]
            )
            for band in BANDS
        ]
    return rows


def _hired_row(side: str, band: str, n: int, is_untold: bool, row: pd.Series[Any]) -> Row:
    mark: Row = {"name": f"Rated {band} by {side}", "band": band, "side": side, "n": n}
    if is_untold:
        few = {"estimate": None, "low": None, "high": None, "right": "", "instead": "too few"}
        return mark | few | {"n": None if n < SMALLEST_GROUP else n}
    count, expected = int(row["count"]), float(row["expected"])
    share = wilson(count, n)
    return mark | {
        "estimate": 100 * share.estimate,
        "low": 100 * share.low,
        "high": 100 * share.high,
        "expected_count": expected,
        "count": count,
        "right": f"{words.number(count)} of {words.number(n)}, expected {words.number(expected)}",
        "instead": None,
        "is_apart": not share.low <= expected / n <= share.high,
    }


def _hired_lead(rows: list[Row], competency: str) -> str:
    """That no difference among hires can be told; or by whom which rating lies beyond its likely range."""
    apart = [f"{row['band']} by {row['side']}" for row in rows if row["is_apart"]]
    if not apart:
        return NO_DIFFERENCE.format(name=words.one_line(competency, LONGEST_NAME))
    said = f"High performers: only of hires rated {' and '.join(apart)} not within luck of the expected"
    return said if len(said) <= 90 else "High performers: not all within luck of what was expected"


def against(found: Patterns, competency: str) -> pd.DataFrame:
    """Each side at each stage: the mean rating of those turned down there and of those hired later."""
    every = against_hired(found.rated[found.rated["competency"] == competency])
    order = {stage: place for place, stage in enumerate(STAGES)}
    every = every.assign(order=every["stage"].map(order)).sort_values(["department", "order"], kind="stable")
    rows = every.to_dict("records")
    return pd.DataFrame(
        {
            "Rated by, at": [f"{row['department']}, {STAGES[row['stage']][0]}" for row in rows],
            "Turned down there": [_mean(row["down"], row["n_down"]) for row in rows],
            "Hired later": [_mean(row["hired"], row["n_hired"]) for row in rows],
            "Hired minus turned down": [_difference(row) for row in rows],
        }
    )


def _mean(value: float, n: int) -> str:
    return f"{words.number(value, 2)} · {words.number(n)}" if n >= SMALLEST_GROUP else TOO_FEW


def _difference(row: Mapping[Any, Any]) -> str:
    if min(row["n_down"], row["n_hired"]) < SMALLEST_GROUP:
        return TOO_FEW
    show = partial(words.signed, places=2)
    return f"{show(row['difference'])} ({show(row['low'])} to {show(row['high'])})"

"""How well an interviewer's ratings foretold what their hires brought.

Three values stand side by side and none is shown alone: the raw correlation among hires; the same drawn towards all
interviewers' mean by how few hires it rests on; and that lifted by what selection took from all of them together
(Thorndike's Case III on what the panel said, corrected once, at the level of the company). The last is an estimate for
all candidates; the first is what the hires show.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiring.statistics.rates import Z_95, Interval
from hiring.statistics.ratings.correlations import case_three, correlation, fisher_bounds, fisher_z
from hiring.statistics.ratings.not_known import NotKnown, standing
from hiring.statistics.ratings.pooling import Pooled, pooled
from hiring.statistics.ratings.resampled import Resampled, resampled
from hiring.statistics.ratings.thresholds import FEWEST_HIRES, FEWEST_INTERVIEWERS, FEWEST_OF_ONE
from hiring.statistics.verdicts import Label, label_of_range

KEY = ["employee_id", "hire_date"]
MOST = 0.99


@dataclass(frozen=True)
class Validity:
    """Validities, -1 to 1, each with its 95 % interval.

    `interviewers`, those with most rated hires first (a rank would name a highest): interviewer_id, full_name,
    department, count_hires, raw, raw_low, raw_high (among hires), shrunk, shrunk_low, shrunk_high (drawn in),
    corrected, corrected_low, corrected_high (for all candidates), label (`Standing`, beside the others' mean).
    `departments`: department, count_interviewers, count_ratings, raw and corrected with their ends.
    `raw` and `corrected` are the company's means; `lift` is corrected less raw; `ratio` the SD of the panel's rating of
    all candidates over that of hires; `same_rating` counts interviewers who gave all their hires the same.
    """

    interviewers: pd.DataFrame
    departments: pd.DataFrame
    raw: Interval
    corrected: Interval
    lift: float
    ratio: float
    count_hires: int
    count_candidates: int
    same_rating: int

    @property
    def label(self) -> Label:
        """How sure it is that ratings go with outcomes in the company as a whole."""
        return label_of_range(self.corrected.estimate, self.corrected.low, self.corrected.high)


def validity(cards: pd.DataFrame, outcomes: pd.DataFrame) -> Validity | NotKnown:
    """Validities from `leniency.without_leniency` and a frame of employee_id, hire_date and score (the outcome).

    Not known below 120 hires who were rated and have an outcome, or where fewer than three interviewers rated eight of
    them. What lies above is an association among those who were hired.
    """
    seats = rated_hires(cards, outcomes)
    hired = seats.drop_duplicates("application_id")
    if len(hired) < FEWEST_HIRES:
        return _too_few(len(hired))
    ratio = _ratio(cards, hired)
    each = _each(seats, ratio)
    if len(each) < FEWEST_INTERVIEWERS:
        fact = (
            f"{len(each)} interviewers rated {FEWEST_OF_ONE} hires or more; {FEWEST_INTERVIEWERS} are needed."
        )
        return NotKnown(fact, "", "Widen the hire period, or wait for more hires.")
    drawn = pooled([fisher_z(r) for r in each["raw"]], 1 / (each["count_hires"] - 3))
    lift = _lift(each)
    told = _told(each, drawn, lift)
    spread = float(composites(cards)["composite"].std(ddof=1))
    moved = resampled(seats, list(each["interviewer_id"]), spread)
    raw, corrected = _level(each, np.ones(len(each), dtype=bool), moved, lift, len(hired))
    return Validity(
        told,
        _departments(each, moved, lift),
        raw,
        corrected,
        lift,
        ratio,
        len(hired),
        int(cards["application_id"].nunique()),
        int((seats.groupby("interviewer_id").size() >= FEWEST_OF_ONE).sum()) - len(each),
    )


def rated_hires(cards: pd.DataFrame, outcomes: pd.DataFrame) -> pd.DataFrame:
    """One row per hire and interviewer: interviewer_id, full_name, department, application_id, rating, composite,
    outcome.

    `rating` is the mean of that interviewer's fair ratings of the hire, `composite` the mean over the whole panel.
    """
    told = cards.merge(
        outcomes[[*KEY, "score"]].rename(columns={"score": "outcome"}).dropna(), on=KEY, how="inner"
    )
    keys = ["application_id", "interviewer_id"]
    own = told.groupby(keys, sort=True).agg(
        full_name=("full_name", "first"),
        department=("department", "first"),
        rating=("fair_rating", "mean"),
        outcome=("outcome", "first"),
    )
    return own.reset_index().merge(composites(cards), left_on="application_id", right_index=True)


def composites(cards: pd.DataFrame) -> pd.DataFrame:
    """What each application's panel said together: the mean of its members' fair ratings, by application_id."""
    own = cards.groupby(["application_id", "interviewer_id"])["fair_rating"].mean()
    return own.groupby("application_id").mean().rename("composite").to_frame()


def _ratio(cards: pd.DataFrame, hired: pd.DataFrame) -> float:
    """How much wider the panels' ratings are among all candidates than among hires; never below one."""
    among_hires = float(hired["composite"].std(ddof=1))
    everyone = float(composites(cards)["composite"].std(ddof=1))
    return max(1.0, everyone / among_hires) if among_hires > 0 else 1.0


def _each(seats: pd.DataFrame, ratio: float) -> pd.DataFrame:
    """Each interviewer with eight hires or more whose ratings differ: the raw correlation and its Case III."""
    hired = seats.drop_duplicates("application_id")
    panel = correlation(hired["composite"], hired["outcome"])
    rows = []
    for who, own in seats.groupby("interviewer_id"):
        raw = correlation(own["rating"], own["outcome"])
        if len(own) < FEWEST_OF_ONE or math.isnan(raw):
            continue
        with_panel = correlation(own["rating"], own["composite"])
        rows.append(
            {
                "interviewer_id": who,
                "full_name": own["full_name"].iloc[0],
                "department": own["department"].iloc[0],
                "count_hires": len(own),
                "raw": raw,
                "case_three": _unrestricted(raw, with_panel, panel, ratio),
            }
        )
    names = ("interviewer_id", "full_name", "department", "count_hires", "raw", "case_three")
    return pd.DataFrame(rows, columns=list(names))


def _unrestricted(raw: float, with_panel: float, panel: float, ratio: float) -> float:
    """Case III; where the panel's own correlations are not known there is nothing to correct by."""
    if math.isnan(with_panel) or math.isnan(panel):
        return raw
    return float(case_three(raw, with_panel, panel, ratio))


def _told(each: pd.DataFrame, drawn: Pooled, lift: float) -> pd.DataFrame:
    """The three values side by side."""
    bounds = [fisher_bounds(r, n) for r, n in zip(each["raw"], each["count_hires"], strict=True)]
    shrunk = {"shrunk": drawn.values, "shrunk_low": drawn.low, "shrunk_high": drawn.high}
    rows = each.drop(columns="case_three").assign(
        raw_low=[low for low, _ in bounds],
        raw_high=[high for _, high in bounds],
        **{name: np.tanh(values) for name, values in shrunk.items()},
    )
    for end in ("", "_low", "_high"):
        rows[f"corrected{end}"] = _clipped(rows[f"shrunk{end}"].to_numpy(float) + lift)
    above = [_normal(z) for z in (drawn.values - drawn.mean) / drawn.sds]
    rows["label"] = [
        standing(p, int(n), p_alike=drawn.p_alike).value
        for p, n in zip(above, rows["count_hires"], strict=True)
    ]
    order = rows.sort_values(["count_hires", "interviewer_id"], ascending=[False, True], kind="stable")
    return order.reset_index(drop=True)


def _departments(each: pd.DataFrame, moved: Resampled, lift: float) -> pd.DataFrame:
    """The mean validity of each department's interviewers, raw and corrected."""
    rows = []
    for department in sorted(each["department"].dropna().unique()):
        mine = (each["department"] == department).to_numpy(bool)
        own = each[mine]
        raw, corrected = _level(each, mine, moved, lift, len(own))
        rows.append(
            {
                "department": department,
                "count_interviewers": len(own),
                "count_ratings": int(own["count_hires"].sum()),
                "raw": raw.estimate,
                "raw_low": raw.low,
                "raw_high": raw.high,
                "corrected": corrected.estimate,
                "corrected_low": corrected.low,
                "corrected_high": corrected.high,
            }
        )
    return pd.DataFrame(rows)


def _level(
    each: pd.DataFrame, mine: NDArray[np.bool_], moved: Resampled, lift: float, n: int
) -> tuple[Interval, Interval]:
    """The mean validity of the interviewers `mine`, among hires and for all candidates; ranges from resampled hires."""
    own = each[mine]
    level = pooled([fisher_z(r) for r in own["raw"]], 1 / (own["count_hires"] - 3))
    known = each["count_hires"].to_numpy(float) - 3
    of_level, of_corrected = moved.sds(mine, 1 / (level.between + 1 / known), known)
    reach = Z_95 * np.array([0.0, -1.0, 1.0])
    raw = np.tanh(level.mean + reach * of_level)
    lifted = _clipped(raw[0] + lift + reach * of_corrected)
    return _interval(raw, n), _interval(lifted, n)


def _interval(values: NDArray[np.float64], n: int) -> Interval:
    """From an estimate and its two ends."""
    estimate, low, high = map(float, values)
    return Interval(estimate, low, high, n)


def _lift(each: pd.DataFrame) -> float:
    """What Case III adds to the raw correlations, the mean over interviewers weighted by what each is known."""
    return float(np.average(each["case_three"] - each["raw"], weights=each["count_hires"] - 3))


def _clipped(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.clip(values, -MOST, MOST)


def _normal(z: float) -> float:
    return 0.5 * math.erfc(-z / math.sqrt(2))


def _too_few(count: int) -> NotKnown:
    return NotKnown(
        f"{count} hires were rated and can be judged; {FEWEST_HIRES} are needed.",
        "",
        "Until then no rating can be set against what came of it.",
    )

"""What became of hires at each level of their panel's rating, and what each department's rating adds to the other's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import stdtrit

from hiring.statistics.rates import Interval, mean_interval
from hiring.statistics.ratings.not_known import NotKnown
from hiring.statistics.ratings.thresholds import FEWEST_BOTH, FEWEST_IN_BIN
from hiring.statistics.ratings.validity import KEY, composites
from hiring.statistics.verdicts import Label, label_of_range

MOST_BINS, FEWEST_BINS = 5, 2
HR, SALES = "HR", "Sales"
JUDGED = "were rated and can be judged"


@dataclass(frozen=True)
class Calibration:
    """Mean outcomes of hires in bins of their panels' rating.

    `bins`, lowest rating first: low, high, rating (ends and mean of the panels' ratings, in scale points), count_hires,
    outcome, outcome_low, outcome_high (mean and 95 %), rising (the nearest row of outcomes that never falls).

    `slope` is the outcome's rise for one scale point of the panel's rating, among hires.
    """

    bins: pd.DataFrame
    slope: Interval

    @property
    def label(self) -> Label:
        """How sure it is that the outcome rises, or falls, with the rating."""
        return label_of_range(self.slope.estimate, self.slope.low, self.slope.high)


@dataclass(frozen=True)
class Seats:
    """What one department's rating tells of the outcome, the other's held equal, among hires both rated.

    `hr` and `sales` are slopes: the outcome's rise for a rating one SD higher (SD among all candidates that department
    rated). Selection bends correlations among hires and leaves these slopes as they are. `hr_alone` and `sales_alone`
    are R², `both` that of the two; what a department adds is `both` less the other alone.
    """

    hr: Interval
    sales: Interval
    hr_alone: float
    sales_alone: float
    both: float
    count_hires: int

    @property
    def added_by_sales(self) -> float:
        """How much more of the outcome's variance is told with Sales' rating than with HR's alone."""
        return self.both - self.hr_alone

    @property
    def added_by_hr(self) -> float:
        """How much more of the outcome's variance is told with HR's rating than with Sales' alone."""
        return self.both - self.sales_alone


def calibration(cards: pd.DataFrame, outcomes: pd.DataFrame) -> Calibration | NotKnown:
    """Mean outcome by rating, pooled over interviewers; only bins of at least twenty hires, up to five of them."""
    hired = _hired(cards, outcomes).merge(composites(cards), left_on="application_id", right_index=True)
    count = min(MOST_BINS, len(hired) // FEWEST_IN_BIN)
    if count < FEWEST_BINS:
        return _too_few(len(hired), FEWEST_BINS * FEWEST_IN_BIN, JUDGED)
    edges = np.unique(np.quantile(hired["composite"], np.linspace(0, 1, count + 1)[1:-1]))
    hired["bin"] = np.searchsorted(edges, hired["composite"], side="left")
    large = hired[hired.groupby("bin")["bin"].transform("size") >= FEWEST_IN_BIN]
    if large["bin"].nunique() < FEWEST_BINS:
        return NotKnown("Panels gave nearly all hires the same rating.", "", "Use more of the scale.")
    bins = pd.DataFrame([_bin(own) for _, own in large.groupby("bin")])
    bins["rising"] = rising(bins["outcome"].to_numpy(float), bins["count_hires"].to_numpy(float))
    ones = np.ones(len(hired))
    slope = _slopes(hired["outcome"].to_numpy(float), np.column_stack([ones, hired["composite"]]))[0][1]
    return Calibration(bins, slope)


def seats(cards: pd.DataFrame, outcomes: pd.DataFrame) -> Seats | NotKnown:
    """What HR's and Sales' ratings each add, from `leniency.without_leniency` and the outcomes."""
    own = cards.groupby(["application_id", "department"])["fair_rating"].mean().unstack()
    for department in (HR, SALES):
        if department not in own:
            return NotKnown(
                f"Nobody of {department} wrote a rating.", "", "Both departments must rate candidates."
            )
    spread = own[[HR, SALES]].std(ddof=1)
    hired = _hired(cards, outcomes).merge(
        own[[HR, SALES]].dropna(), left_on="application_id", right_index=True
    )
    if len(hired) < FEWEST_BOTH:
        return _too_few(len(hired), FEWEST_BOTH, "were rated by HR and by Sales and can be judged")
    y, x = hired["outcome"].to_numpy(float), (hired[[HR, SALES]] / spread).to_numpy(float)
    if not np.isfinite(x).all() or np.linalg.matrix_rank(x - x.mean(axis=0)) < x.shape[1]:
        return NotKnown("HR's or Sales' ratings do not differ between hires.", "", "")
    ones = np.ones(len(y))
    (_, hr, sales), both = _slopes(y, np.column_stack([ones, x]))
    alone = [_slopes(y, np.column_stack([ones, x[:, place]]))[1] for place in (0, 1)]
    return Seats(hr, sales, alone[0], alone[1], both, len(y))


def rising(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The nearest values that never fall (pool adjacent violators; Barlow et al. 1972)."""
    blocks: list[tuple[float, float, int]] = []
    for value, weight in zip(values, weights, strict=True):
        mean, heavy, size = float(value), float(weight), 1
        while blocks and blocks[-1][0] >= mean:
            before, load, wide = blocks.pop()
            mean, heavy, size = (before * load + mean * heavy) / (load + heavy), load + heavy, size + wide
        blocks.append((mean, heavy, size))
    return np.concatenate([np.full(size, mean) for mean, _, size in blocks])


def _hired(cards: pd.DataFrame, outcomes: pd.DataFrame) -> pd.DataFrame:
    """One row per hire with an outcome: application_id, outcome."""
    known = outcomes[[*KEY, "score"]].rename(columns={"score": "outcome"}).dropna()
    return (
        cards[[*KEY, "application_id"]]
        .drop_duplicates(KEY)
        .merge(known, on=KEY)[["application_id", "outcome"]]
    )


def _bin(own: pd.DataFrame) -> dict[str, float]:
    mean = mean_interval(own["outcome"])
    return {
        "low": float(own["composite"].min()),
        "high": float(own["composite"].max()),
        "rating": float(own["composite"].mean()),
        "count_hires": len(own),
        "outcome": mean.estimate,
        "outcome_low": mean.low,
        "outcome_high": mean.high,
    }


def _slopes(y: NDArray[np.float64], x: NDArray[np.float64]) -> tuple[list[Interval], float]:
    """Least squares: each coefficient with its 95 % interval, and R². `x` has full rank, its first column ones."""
    inverse = np.linalg.inv(x.T @ x)
    found = inverse @ (x.T @ y)
    left = y - x @ found
    free = len(y) - x.shape[1]
    reach = float(stdtrit(free, 0.975)) * np.sqrt(np.diag(inverse) * float(left @ left) / free)
    whole = float(((y - y.mean()) ** 2).sum())
    told = [Interval(float(b), float(b - r), float(b + r), len(y)) for b, r in zip(found, reach, strict=True)]
    return told, 1 - float(left @ left) / whole if whole > 0 else 0.0


def _too_few(count: int, needed: int, what: str) -> NotKnown:
    return NotKnown(
        f"{count} hires {what}; {needed} are needed.", "", "Widen the hire period, or wait for more hires."
    )

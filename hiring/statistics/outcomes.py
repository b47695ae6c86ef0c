"""What each hire brought, as a value the model can use: the only place that knows how it is made.

1. Expected by tenure: in each month since the hire, the mean of what the role's hires sold in that month, whoever was
   observed then; summed up over the months, this is the role's ramp curve C(T).
2. Attainment A = [sold in the first T months / C(T)] / [quota over these months / the role's mean quota over them]:
   1 is what the role sells by then with an average quota. T is at most two years, and ends with
   a move into another role, or before the first month of which the CRM's file does not hold what was sold. Months
   after an exit count as zero.
3. Score: the normal quantile of the rank within the role (Blom: (rank - 3/8) / (n + 1/4)); ties share the middle rank.
   So one large deal cannot speak for an interviewer, and roles of different money compare.

Frames in, frozen results out; no frame given is changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import ndtri

KEY = ["employee_id", "hire_date"]
#: Two years: by then every role has ramped up, and few hires have been there longer.
LONGEST_MONTHS = 24
#: Half a year: any bound from three to twelve months ranks as well; below six a reader would not believe it.
FEWEST_MONTHS = 6
#: Where fewer than four in five hires of a role have a quota, the ratio would mostly be filled in.
LEAST_QUOTA_COVERAGE = 0.8
#: Of the six odd and six even months before a hire, as many must be known on each side.
FEWEST_MONTHS_BEFORE = 3
#: Attainments that are the same to so many digits are a tie.
SAME_DIGITS = 9

Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]


class Leavers(StrEnum):
    """How the months after an exit count."""

    AS_ZERO = "leavers' later months count as zero"
    WHILE_EMPLOYED = "only the months in the job count"


@dataclass(frozen=True)
class Switches:
    """How an outcome is made; the defaults answer what the company got out of a hire."""

    leavers: Leavers = Leavers.AS_ZERO
    longest_months: int = LONGEST_MONTHS
    fewest_months: int = FEWEST_MONTHS


@dataclass(frozen=True)
class Outcomes:
    """The counted hires with their outcome, and who is left out.

    `hires`: those of the question `evidence/hires` that count, in order, with `months` (T), `revenue`, `attainment`,
    `quota_factor` (nan where it is not known), `score`, and two facts from before anybody sold: `territory_before` (a
    month's revenue in the territory) with its halves `odd_before` and `even_before`, nan where unknown.
    `curves`: role_profile, month, expected (C up to that month), count_hires.
    """

    hires: pd.DataFrame
    curves: pd.DataFrame
    count_given: int
    count_too_new: int
    count_not_observed: int
    roles_without_quota: tuple[str, ...]
    switches: Switches = Switches()
    count_moved: int = 0  # into another role before they were old enough
    count_unseen: int = (
        0  # whose first months reach into a time of which the CRM's file does not hold what was won
    )

    @property
    def has_spread(self) -> bool:
        """Whether the hires differ at all: where all sold nothing, there is nothing to explain."""
        return bool(len(self.hires) and np.ptp(self.hires["score"].to_numpy(float)) > 0)

    @property
    def has_quota(self) -> bool:
        """Whether any role is measured against quotas."""
        return not self.hires.empty and len(self.roles_without_quota) < self.hires["role_profile"].nunique()


def blom(values: pd.Series, groups: pd.Series) -> pd.Series:
    """Normal quantiles of the ranks within each group, ties at their middle rank; nan stays nan."""
    by_group = values.groupby(groups)
    ranks = by_group.rank(method="average")
    counts = by_group.transform("count")
    return pd.Series(ndtri((ranks - 3 / 8) / (counts + 1 / 4)), index=values.index)


def measured(hires: pd.DataFrame, months: pd.DataFrame, switches: Switches = Switches()) -> Outcomes:
    """The outcome of every hire old enough, from the answers to `evidence/hires` and `evidence/months`."""
    seen = hires[hires["is_start_observed"]].reset_index(drop=True)
    before = int(hires["is_before_crm"].sum())
    revenue, quota = _grids(seen, months, switches)
    roles = seen["role_profile"].astype(str)
    months_of = (~np.isnan(revenue)).sum(axis=1)
    sold = np.nansum(revenue, axis=1)
    expected, curves = _expected(revenue, months_of, roles)
    factor = _quota_factor(quota, revenue, roles)
    is_old = (seen["months_since_hire"] >= switches.fewest_months).to_numpy(bool)
    has_moved = is_old & (seen["months_in_role"] < switches.fewest_months).to_numpy(bool)
    is_cut = is_old & ~has_moved & (seen["months_known"] < switches.fewest_months).to_numpy(bool)
    is_counted = is_old & ~has_moved & ~is_cut & (months_of > 0)
    without = _roles_without_quota(factor[is_counted], roles[is_counted])
    used = np.where(roles.isin(without) | np.isnan(factor), 1.0, factor)
    attainment = np.where(expected > 0, sold / np.where(expected > 0, expected, 1.0), 0.0) / used
    counted = _before(seen).assign(
        months=months_of, revenue=sold, attainment=attainment, quota_factor=factor
    )[is_counted]
    # What is equal on paper may differ in the last digit of its sums, and would then be no tie.
    alike = counted["attainment"].round(SAME_DIGITS)
    counted = counted.assign(score=blom(alike, counted["role_profile"])).reset_index(drop=True)
    return Outcomes(
        hires=counted,
        curves=curves,
        count_given=len(hires),
        count_too_new=int((~is_old).sum()),
        count_not_observed=before,
        roles_without_quota=without,
        switches=switches,
        count_moved=int(has_moved.sum()),
        count_unseen=len(hires) - len(seen) - before + int(is_cut.sum()),
    )


def _grids(seen: pd.DataFrame, months: pd.DataFrame, switches: Switches) -> tuple[Numbers, Numbers]:
    """Revenue and quota, a row a hire and a column a month; nan where a month is not there or does not count."""
    revenue = np.full((len(seen), switches.longest_months), np.nan)
    quota = revenue.copy()
    placed = months.merge(seen[KEY].assign(place=np.arange(len(seen))), on=KEY, how="inner")
    placed = placed[placed["tenure_month"] <= switches.longest_months]
    if switches.leavers is Leavers.WHILE_EMPLOYED:
        placed = placed[placed["is_employed"]]
    where = placed["place"].to_numpy(np.int64), placed["tenure_month"].to_numpy(np.int64) - 1
    revenue[where] = placed["revenue"].to_numpy(float)
    quota[where] = placed["quota"].where(placed["has_quota"]).to_numpy(float)
    return revenue, quota


def _mean_by_month(grid: Numbers) -> tuple[Numbers, Counts]:
    """Mean of each month over those observed in it (0 where nobody is), and how many they are."""
    is_there = ~np.isnan(grid)
    counts = is_there.sum(axis=0)
    totals = np.where(is_there, grid, 0.0).sum(axis=0)
    return totals / np.maximum(counts, 1), counts


def _expected(revenue: Numbers, months_of: Counts, roles: pd.Series) -> tuple[Numbers, pd.DataFrame]:
    """What each hire's role sells in as many months, and the roles' curves."""
    expected = np.zeros(len(revenue))
    curves = []
    for role in sorted(roles.unique()):
        mine = (roles == role).to_numpy(bool)
        mean, counts = _mean_by_month(revenue[mine])
        summed = np.concatenate([[0.0], np.cumsum(mean)])
        expected[mine] = summed[months_of[mine]]
        reached = np.flatnonzero(counts)
        curves.append(
            pd.DataFrame(
                {
                    "role_profile": role,
                    "month": reached + 1,
                    "expected": summed[reached + 1],
                    "count_hires": counts[reached],
                }
            )
        )
    empty = pd.DataFrame({"role_profile": [], "month": [], "expected": [], "count_hires": []})
    return expected, pd.concat(curves, ignore_index=True) if curves else empty


def _quota_factor(quota: Numbers, revenue: Numbers, roles: pd.Series) -> Numbers:
    """Each hire's quota over the role's mean quota in the months it is known of; nan without a quota."""
    given = np.where(np.isnan(revenue), np.nan, quota)
    own = np.nansum(given, axis=1)
    factor = np.full(len(quota), np.nan)
    for role in roles.unique():
        mine = np.flatnonzero((roles == role).to_numpy(bool) & (own > 0))
        mean, _ = _mean_by_month(given[mine])
        usual = np.where(np.isnan(given[mine]), 0.0, mean).sum(axis=1)
        factor[mine] = np.where(usual > 0, own[mine] / np.where(usual > 0, usual, 1.0), np.nan)
    return factor


def _roles_without_quota(factor: Numbers, roles: pd.Series) -> tuple[str, ...]:
    known = pd.Series(~np.isnan(factor)).groupby(roles.to_numpy()).mean()
    return tuple(sorted(str(role) for role in known.index[known < LEAST_QUOTA_COVERAGE]))


def _before(seen: pd.DataFrame) -> pd.DataFrame:
    """The hires with a month's revenue in their territory before they came, whole and in halves."""
    counts = seen[["odd_months", "even_months"]].fillna(0).to_numpy(float)
    sums = seen[["odd_revenue", "even_revenue"]].fillna(0).to_numpy(float)
    is_known: NDArray[np.bool_] = np.all(counts >= FEWEST_MONTHS_BEFORE, axis=1)
    halves = np.where(is_known[:, None], sums / np.maximum(counts, 1), np.nan)
    whole = np.where(is_known, sums.sum(axis=1) / np.maximum(counts.sum(axis=1), 1), np.nan)
    kept = seen.drop(columns=["odd_revenue", "even_revenue", "odd_months", "even_months"])
    return kept.assign(odd_before=halves[:, 0], even_before=halves[:, 1], territory_before=whole)

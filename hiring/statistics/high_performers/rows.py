"""The rows of a page: for chosen hires and one outcome, what was counted, expected and is left after luck."""

from __future__ import annotations

import numpy as np
import pandas as pd

from hiring.statistics.evidence.frames import is_in
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.high_performers.expected import HIGH_PERFORMER, HighPerformers, outcome_of
from hiring.statistics.high_performers.groups import OF_PANELS, Factor
from hiring.statistics.high_performers.levelled import levelled
from hiring.statistics.high_performers.ranges import (
    baseline_sd,
    chance_by_luck,
    difference_bounds,
    expected_sd,
)

#: Rows that the company's one fit speaks of.
OF_THE_FIT = (Factor.INTERVIEWER, Factor.PAIR, Factor.SOURCE)
SUMMED = ("n", "count", "expected", "sd", "told_by")
WORDS = ["label", "capped_by"]
AFTER_LUCK = ["levelled", "levelled_low", "levelled_high", *WORDS]
ORDER = ["difference", "level", "first_id", "second_id"]
COLUMNS = [
    *("factor", "level", "first_id", "second_id", "n", "count", "over", "counted", "expected", "difference"),
    *("difference_low", "difference_high", "by_luck", *AFTER_LUCK),
]


def rows(
    kept: HighPerformers,
    evidence: Evidence,
    chosen: pd.DataFrame,
    factor: Factor,
    outcome: str = HIGH_PERFORMER,
) -> pd.DataFrame:
    """One row a group of this factor with a chosen hire whose outcome is known, the furthest above expected first.

    `chosen`: keys of the chosen hires. n: hires; `count` of them became what the outcome says, and `over` more than was
    expected, in hires. In a hundred of these hires: `counted`, `expected`, their `difference` with its 95 % range, and
    `levelled` with its own, the `label` and what caps it (`capped_by`), all of high performers alone (the fit is of the
    score, not of bars met or of staying) and of interviewers, pairs and sources; nan and empty for others. `by_luck`:
    the chance (0 to 1) that luck alone takes such hires so far; nan of interviewers and pairs, of whom the fit speaks.
    `level`: the name of the level or the interviewer's id; pairs have `first_id` and `second_id`. No row is kept back
    here.
    """
    members = _members(kept, chosen, factor, outcome)
    if members.empty:
        return pd.DataFrame(columns=COLUMNS)
    sums = {"n": ("is_so", "size"), "count": ("is_so", "sum"), "expected": (outcome, "mean")}
    made = members.groupby("group").agg(**sums)
    made = made.join(expected_sd(kept, factor, outcome, members))
    n, count, expected, sd, told_by = (made[name].to_numpy(float) for name in SUMMED)
    low, high = (100 * one for one in difference_bounds(count, n, expected, sd))
    made = made.assign(
        over=count - n * expected,
        counted=100 * count / n,
        expected=100 * expected,
        difference=100 * (count / n - expected),
        difference_low=low,
        difference_high=high,
        by_luck=np.nan if factor in OF_PANELS else chance_by_luck(count, n, expected, told_by),
    )
    may = factor in OF_THE_FIT and outcome == HIGH_PERFORMER
    left = _levelled(kept, evidence, members, factor) if may else pd.DataFrame(columns=AFTER_LUCK)
    told = (
        kept.groups.set_index("group").join(made, how="inner").join(left.astype(dict.fromkeys(WORDS, object)))
    )
    return _in_order(told.fillna(dict.fromkeys(WORDS, "")))


def _in_order(told: pd.DataFrame) -> pd.DataFrame:
    """The furthest above expected first."""
    order = told.sort_values(ORDER, ascending=[False, True, True, True], kind="stable")
    return order[COLUMNS].reset_index(drop=True)


def _members(kept: HighPerformers, chosen: pd.DataFrame, factor: Factor, outcome: str) -> pd.DataFrame:
    """The chosen hires of each group of the factor whose outcome is known: with `is_so`, chance and baseline."""
    if kept.hires.empty:
        return kept.expected
    hires = kept.hires
    counts = is_in(hires, chosen) & hires[outcome].notna().to_numpy(bool)
    mine = kept.groups.loc[kept.groups["factor"] == factor, "group"]
    is_theirs = kept.expected["group"].isin(mine).to_numpy(bool)
    members: pd.DataFrame = kept.expected[is_theirs & counts[kept.expected["hire"].to_numpy(np.int64)]]
    _, successes = outcome_of(hires, outcome)
    of = members["hire"].to_numpy(np.int64)
    return members.assign(is_so=successes[of], baseline=hires["baseline"].to_numpy(float)[of])


def _levelled(
    kept: HighPerformers, evidence: Evidence, members: pd.DataFrame, factor: Factor
) -> pd.DataFrame:
    """What is left after luck, in a hundred, with its label, by group; only groups of which the fit says something."""
    claims = _claims(kept, evidence, factor)
    sd = baseline_sd(kept, members, is_level_known=factor is Factor.SOURCE)
    found = levelled(members, claims, sd, evidence.within) * 100
    return found.join(claims[WORDS])


def _claims(kept: HighPerformers, evidence: Evidence, factor: Factor) -> pd.DataFrame:
    """The claims of the fit by group."""
    by_id = kept.groups[kept.groups["factor"] == factor]
    if factor is Factor.PAIR:
        on = ["first_id", "second_id"]
        joined = by_id.merge(evidence.pairs, on=on, how="inner")
    else:
        frame = evidence.sources if factor is Factor.SOURCE else evidence.interviewers
        joined = by_id.merge(frame, left_on="level", right_on="id", how="inner")
    return joined.set_index("group")[["estimate", "low", "high", "label", "capped_by"]]

"""`python -m benchmarks.one_scale`: what rows say of high performers in a hundred, and what is true of the same hires.

Companies of three sizes, of which interviewers, pairs and sources differ by nothing, by something and by much, with
sales of heavy tails, and with another share of high performers than a fifth. True is how often the same hires come out
so when they live their first year anew. What is left after luck is held against the mean true chance of the row's
hires; the range of counted less expected against that mean, less what a logit on role, region and start year makes of
the true chances of all other hires. Figures go to `hiring/statistics/high_performers/measured.json`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.special import expit

from benchmarks.evidence import commit
from benchmarks.first_years import Company, Kind, company
from hiring.statistics.evidence.judging import whole
from hiring.statistics.high_performers import logit, measured
from hiring.statistics.high_performers.expected import (
    HIGH_PERFORMER,
    MET_BAR,
    STAYED,
    HighPerformers,
    compared,
    high_performers,
    left_out_for,
)
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.high_performers.rows import rows

KINDS = (
    Kind("nothing is true", 0, 0, 0),
    Kind("interviewers differ"),
    Kind("interviewers and pairs differ much", 0.3, 0.15, 0.2),
    Kind("sales of heavy tails", tail=1.6),
    Kind("a tenth are high performers", share=0.1),
    Kind("three in ten are high performers", share=0.3),
)
COMPANIES = {120: 20, 300: 10, 1000: 4}
BINS = (0, 5, 10, 15, 20, 25, 30, 40, 60, 100)
#: So little that the true chances decide, and enough that a level without another hire is the average.
HARDLY = 0.01
NAMES = ["level", "first_id", "second_id"]


def seen(kind: Kind, count: int, seed: int) -> pd.DataFrame:
    """Every row of one company, for each factor and outcome, beside its truth in a hundred: `true`, `true_expected`."""
    one = company(kind, count, seed)
    evidence, kept = whole(one.hires, one.months, one.seats), high_performers(one.outcomes, one.seats)
    parts = []
    for outcome in (HIGH_PERFORMER, MET_BAR, STAYED):
        for factor in Factor:
            if factor is Factor.ROLE and outcome == HIGH_PERFORMER:
                continue  # a share of the role by what the words mean
            found = rows(kept, evidence, kept.hires, factor, outcome)
            true = _true(one, kept, factor, outcome)
            parts.append(found.merge(true, on=NAMES, validate="one_to_one").assign(outcome=outcome))
    return pd.concat(parts, ignore_index=True).assign(kind=kind.name, hires=count)


def _true(one: Company, kept: HighPerformers, factor: Factor, outcome: str) -> pd.DataFrame:
    """For each group the mean true chance of its hires, and what those of all others make one expect of them."""
    mine = kept.groups[kept.groups["factor"] == factor].reset_index(drop=True)
    members = kept.expected[kept.expected["group"].isin(mine["group"])]
    of, chance = compared(kept.hires, left_out_for(factor)), one.truth[outcome].to_numpy(float)
    hire, group = members["hire"].to_numpy(int), np.searchsorted(mine["group"], members["group"])
    where, shape = (group, of.of[hire]), (len(mine), of.count)
    own = sparse.coo_array((np.ones(len(hire)), where), shape=shape).toarray()
    own_chance = sparse.coo_array((chance[hire], where), shape=shape).toarray()
    trials, sums = of.summed(np.ones(len(chance))), of.summed(chance)
    penalty = of.penalty(dict.fromkeys(of.factors, HARDLY))
    start = np.tile(logit.whole(of, trials, sums, penalty), (len(mine), 1))
    found = logit.fitted(of.design, trials - own, sums - own_chance, penalty, start)
    expected = (own * expit(found @ of.design.T)).sum(axis=1)
    many = own.sum(axis=1)
    return mine[NAMES].assign(true=100 * own_chance.sum(axis=1) / many, true_expected=100 * expected / many)


def of_levelled(every: pd.DataFrame) -> dict[str, float | int]:
    """How what is said to be left after luck compares with the truth, over these rows."""
    told = every[every["levelled"].notna()]
    return {
        "rows": len(told),
        "said": float(told["levelled"].mean()),
        "true": float(told["true"].mean()),
        "mean_absolute": float((told["levelled"] - told["true"]).abs().mean()),
        "mean_absolute_counted": float((told["counted"] - told["true"]).abs().mean()),
        "held": float(
            ((told["levelled_low"] <= told["true"]) & (told["true"] <= told["levelled_high"])).mean()
        ),
    }


def of_difference(every: pd.DataFrame) -> dict[str, float | int]:
    """How often the range of counted less expected holds the truth, and by how much expected is off."""
    true = every["true"] - every["true_expected"]
    off = every["expected"] - every["true_expected"]
    return {
        "rows": len(every),
        "held": float(((every["difference_low"] <= true) & (true <= every["difference_high"])).mean()),
        "off": float(off.mean()),
    }


def figures(every: pd.DataFrame) -> dict[str, object]:
    """All figures of these rows: of what is left after luck, by kind and by what was said, and of differences."""
    told = every[(every["outcome"] == HIGH_PERFORMER) & every["levelled"].notna()]
    tenth = pd.cut(told["levelled"], BINS).astype(str)
    return {
        "levelled": [
            {"kind": kind, "hires": int(hires), "of": factor, **of_levelled(mine)}
            for (kind, hires, factor), mine in told.groupby(["kind", "hires", "factor"], sort=False)
        ],
        "by_size": [
            {"hires": int(hires), "of": factor, **of_levelled(mine)}
            for (hires, factor), mine in told.groupby(["hires", "factor"], sort=False)
        ],
        "calibration": [
            {"hires": int(hires), "said_in": said, **of_levelled(mine)}
            for (hires, said), mine in told.groupby(["hires", tenth], sort=False)
        ],
        "differences": [
            {"hires": int(hires), "outcome": outcome, "of": factor, **of_difference(mine)}
            for (hires, outcome, factor), mine in every.groupby(["hires", "outcome", "factor"], sort=False)
        ],
    }


def kept_in(file: Path, found: dict[str, object], companies: dict[int, int], at: str, day: str) -> None:
    """Write the figures where the page on methods finds them."""
    sizes = [{"hires": hires, "companies": many * len(KINDS)} for hires, many in companies.items()]
    told = {"measured_on": day, "commit": at, "sizes": sizes, **_rounded(found)}
    file.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _rounded(found: dict[str, object]) -> dict[str, object]:
    def one(value: object) -> object:
        if isinstance(value, Sequence) and not isinstance(value, str):
            return [one(each) for each in value]
        if isinstance(value, dict):
            return {name: one(each) for name, each in value.items()}
        return round(value, 4) if isinstance(value, float) else value

    return {name: one(value) for name, value in found.items()}


def main() -> None:
    """Measure, print by size, and keep."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.one_scale", description=__doc__)
    parser.add_argument("--hires", type=int, nargs="*", default=list(COMPANIES))
    parser.add_argument("--companies", type=float, default=1.0, help="for one usual, of every kind and size")
    parser.add_argument("--keep", type=Path, default=measured.FILE, help="file for the figures, as JSON")
    arguments = parser.parse_args()
    many = {hires: max(1, round(COMPANIES.get(hires, 10) * arguments.companies)) for hires in arguments.hires}
    every = [
        seen(kind, hires, seed) for hires, times in many.items() for kind in KINDS for seed in range(times)
    ]
    found = figures(pd.concat(every, ignore_index=True))
    kept_in(arguments.keep, found, many, commit(), datetime.now(UTC).date().isoformat())
    print(measured.as_markdown(measured.read(arguments.keep)), flush=True)


if __name__ == "__main__":
    main()

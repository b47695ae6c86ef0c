"""`python -m benchmarks.incomplete`: companies of which seats are missing from the exports, and what their ranges hold.

Interviewers and pairs differ by known spreads; panels of three to five come from the office, the busy ones oftener, and
interviewers are there for part of the time. Then seats are taken out: of all panels alike, whole panels, of one
department, of one stage, of some people or offices more than of others, or all before some day. `as if complete` is
what ranges would hold if nobody looked. Of 20 companies of 300 and 6 of 900 hires, with 20, 40 and 60 of 100 seats
missing at random ranges of 95 hold 96 to 97 (interviewers) and 95 to 99 (pairs) of 100 truths, and 84 to 90 as if
complete; with as many whole panels missing 93 to 94 and 92 to 96, and 84 to 91 as if complete.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd

from hiring.statistics.evidence.designs import designed
from hiring.statistics.evidence.fits import Fitted, Kind, fitted_whole
from hiring.statistics.outcomes import Outcomes, measured
from hiring.statistics.rates import Z_95

DAY, YEARS, MONTHS, OFFICES, ROLES = pd.Timestamp("2022-01-03"), 4, 12, 4, 4
FEWEST = {Kind.INTERVIEWERS: 8, Kind.TOTALS: 5}
STAGES = {3: "screen first final", 4: "screen first panel final", 5: "screen first panel panel final"}
Z_80 = 1.2815515655446004
#: Of which seats, and how large a share of them.
WAYS = (
    *(("any seat", share) for share in (0.0, 0.2, 0.4, 0.6)),
    *(("whole panels", share) for share in (0.2, 0.4, 0.6)),
    ("half whole panels, half any seat", 0.4),
    *(("before a day", share) for share in (0.4, 0.6)),
    *(("seats of HR", share) for share in (0.5, 1.0)),
    *(("first interviews", share) for share in (0.5, 1.0)),
    ("some people's", 0.4),
    ("some offices'", 0.4),
)


def company(
    hires: int, seed: int, spread: float, pair_spread: float
) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, float]]:
    """Hires with their quality, seats, and the true effects by interviewer and by "one + other"."""
    random = np.random.default_rng([seed, hires])
    count = max(24, round(hires**0.635))
    office_of = np.arange(count) % OFFICES
    busy = 1 / (1 + np.arange(count) // OFFICES) ** 0.7
    since = random.uniform(-YEARS, YEARS * 0.6, count)
    until = since + random.uniform(YEARS * 0.5, YEARS * 1.5, count)
    effects = {f"I{who:03d}": float(spread * random.standard_normal()) for who in range(count)}
    role, office = random.integers(0, ROLES, hires), random.integers(0, OFFICES, hires)
    at = random.uniform(0, YEARS, hires)
    shifts = [0.5 * random.standard_normal(size) for size in (ROLES, OFFICES, YEARS)]
    quality = shifts[0][role] + shifts[1][office] + shifts[2][at.astype(int)] + random.standard_normal(hires)
    seats = []
    for hire in range(hires):
        there = np.flatnonzero((office_of == office[hire]) & (since <= at[hire]) & (at[hire] <= until))
        there = there if len(there) >= 3 else np.flatnonzero(office_of == office[hire])
        size = min(int(random.integers(3, 6)), len(there))
        chosen = random.choice(there, size, replace=False, p=busy[there] / busy[there].sum())
        panel = [f"I{who:03d}" for who in sorted(chosen, key=lambda who: (who // OFFICES % 3 > 0, who))]
        seats += [(hire, who, stage) for who, stage in zip(panel, STAGES[size].split(), strict=True)]
        for pair in combinations(sorted(panel), 2):
            own = effects.setdefault(" + ".join(pair), float(pair_spread * random.standard_normal()))
            quality[hire] += own
        quality[hire] += sum(effects[who] for who in panel)
    started = DAY + pd.to_timedelta((365.25 * at).astype(int), unit="D")
    made = pd.DataFrame(
        {
            "employee_id": [f"H{hire:05d}" for hire in range(hires)],
            "hire_date": started,
            "sales_start_on": started,
            "role_profile": [f"Role {one}" for one in role],
            "region": [f"Office {one}" for one in office],
            "segment": "All",
            "source": "Referral",
            "months_since_hire": MONTHS,
            "months_in_role": MONTHS,
            "has_left": False,
            "is_start_observed": True,
            "is_before_crm": False,
            "months_known": MONTHS,
            "territory": None,
            **dict.fromkeys(("odd_revenue", "even_revenue", "odd_months", "even_months"), np.nan),
            "quality": quality,
        }
    )
    rows = pd.DataFrame(seats, columns=["hire", "interviewer_id", "stage"])
    keys = made.loc[rows["hire"], ["employee_id", "hire_date"]].reset_index(drop=True)
    people = rows["interviewer_id"].str[1:].astype(int)
    rows = rows.assign(
        department=np.where(people // OFFICES % 3 == 0, "HR", "Sales"),
        office=people % OFFICES,
        at=at[rows["hire"]],
    )
    return made, pd.concat([keys, rows], axis=1), effects


def exported(seats: pd.DataFrame, way: str, share: float, seed: int) -> pd.DataFrame:
    """The seats that the exports hold where `share` of those in question is missing."""
    random = np.random.default_rng([7, seed])
    any_seat = random.random(len(seats))
    any_hire = random.random(int(seats["hire"].max()) + 1)[seats["hire"]]
    people, codes = np.unique(seats["interviewer_id"], return_inverse=True)
    uneven = min(max(share, 0.01), 0.99)
    missing = {
        "any seat": any_seat < share,
        "whole panels": any_hire < share,
        "half whole panels, half any seat": (any_hire < share / 2) | (any_seat < share / (2 - share)),
        "before a day": (seats["at"] < share * YEARS).to_numpy(bool),
        "seats of HR": (any_seat < share) & (seats["department"] == "HR").to_numpy(bool),
        "first interviews": (any_seat < share) & (seats["stage"] == "first").to_numpy(bool),
        "some people's": any_seat < random.beta(1.5 * uneven, 1.5 * (1 - uneven), len(people))[codes],
        "some offices'": any_seat < share * np.array([0, 0.5, 1.5, 2])[seats["office"]],
    }
    return seats[~missing[way]]


def outcomes_of(hires: pd.DataFrame) -> Outcomes:
    """The outcomes of these hires, who sold by their quality."""
    keys = hires[["employee_id", "hire_date"]]
    months = keys.loc[keys.index.repeat(MONTHS)].assign(
        tenure_month=np.tile(np.arange(1, MONTHS + 1), len(hires)),
        is_employed=True,
        revenue=np.repeat(np.exp(hires["quality"].to_numpy(float)), MONTHS),
        quota=0.0,
        has_quota=False,
    )
    return measured(hires.drop(columns="quality"), months.reset_index(drop=True))


def ranges(fitted: Fitted, effects: dict[str, float], scale: float) -> pd.DataFrame:
    """A row an interviewer and pair with enough hires: truth, estimate and range."""
    design, parts = fitted.design, []
    for kind, members in ((Kind.INTERVIEWERS, design.interviewers), (Kind.TOTALS, design.pairs)):
        found = fitted.posterior(kind)
        true = [
            effects[label] + sum(effects[who] for who in label.split(" + ") if " + " in label)
            for label in members.labels
        ]
        columns = {"estimate": found.mean, "low": found.low, "high": found.high}
        frame = pd.DataFrame({"kind": str(kind), "truth": scale * np.array(true), **columns})
        parts.append(frame[members.counts >= FEWEST[kind]])
    return pd.concat(parts)


def looked_at(
    hires: int, way: str, share: float, seed: int, spread: float = 0.3, pair_spread: float = 0.15
) -> tuple[pd.DataFrame, pd.DataFrame, float, float]:
    """One company: its ranges, those as if panels were complete, the recorded share as estimated and as it is."""
    made, seats, effects = company(hires, seed, spread, pair_spread)
    held = exported(seats, way, share, seed)
    outcomes = outcomes_of(made)
    quality = outcomes.hires[["employee_id"]].merge(made, on="employee_id")["quality"]
    role, score = outcomes.hires["role_profile"], outcomes.hires["score"]
    within = quality - quality.groupby(role).transform("mean")
    scale = float((within * score).sum() / (within**2).sum())
    design = designed(outcomes, held)
    plain = [place for place, name in enumerate(design.fixed_names) if not name.startswith("no panel")]
    bare = replace(
        design, fixed=design.fixed[:, plain], fixed_names=tuple(design.fixed_names[place] for place in plain)
    )
    found, before = fitted_whole(design), fitted_whole(replace(bare, recorded=1.0))
    true = len(held) / int(seats["hire"].isin(held["hire"].unique()).sum())
    return ranges(found, effects, scale), ranges(before, effects, scale), design.recorded, true


def summed(rows: pd.DataFrame) -> dict[str, float]:
    """Of ranges: how many truths those of 95 and 80 % hold, half their width, and how many of a wrong sign are sure."""
    middle, half = rows["estimate"], (rows["high"] - rows["low"]) / 2
    is_sure = (rows["low"] > 0) | (rows["high"] < 0)
    return {
        "95": float(((rows["low"] <= rows["truth"]) & (rows["truth"] <= rows["high"])).mean()),
        "80": float(((rows["truth"] - middle).abs() <= Z_80 / Z_95 * half).mean()),
        "half": float(half.mean()),
        "sure": float(is_sure.mean()),
        "wrong": float((is_sure & (rows["truth"] * middle < 0)).mean()),
    }


def main() -> None:
    """Print, for each way, what ranges hold of interviewers and pairs, and the share recorded as estimated and true."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.incomplete", description=__doc__)
    parser.add_argument("--companies", type=int, default=60)
    parser.add_argument("--hires", type=int, nargs="*", default=[300, 900])
    parser.add_argument("--spread", type=float, default=0.3)
    parser.add_argument("--pairs", type=float, default=0.15)
    parser.add_argument("--first", type=int, default=0, help="the first company's seed")
    parser.add_argument("--way", nargs="*", default=sorted({way for way, _ in WAYS}))
    arguments = parser.parse_args()
    for hires in arguments.hires:
        for way, share in (one for one in WAYS if one[0] in arguments.way):
            seeds = range(arguments.first, arguments.first + arguments.companies)
            found = [looked_at(hires, way, share, seed, arguments.spread, arguments.pairs) for seed in seeds]
            recorded, true = np.mean([one[2:] for one in found], axis=0)
            print(f"{hires} hires, {way} {share:.0%}: recorded {recorded:.2f}, true {true:.2f}", flush=True)
            for place, name in enumerate(("told", "as if complete")):
                rows = pd.concat([one[place] for one in found])
                for kind, own in rows.groupby("kind"):
                    print(
                        f"  {name:14} {kind:12}", {k: round(v, 3) for k, v in summed(own).items()}, flush=True
                    )


if __name__ == "__main__":
    main()

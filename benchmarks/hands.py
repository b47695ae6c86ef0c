"""`python -m benchmarks.hands`: companies whose interviewers are equal and whose quotas are not, and what is claimed.

Quotas follow who interviewed: because a manager is generous, because they follow what the territory is worth, or both
with some noise. No interviewer makes any difference, so every Clear is false. Of 40 companies of 300 hires each: where
managers are generous, 30 in a hundred are told something false without a check, 2.5 with it; in none of the other kinds
more than 2.5, with every flag cleared; those make hardly a false claim without a check either (0 to 5), as the outcome
is measured against the quota.
"""

from __future__ import annotations

import argparse
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiring.statistics.evidence.controls import Subject
from hiring.statistics.evidence.judging import whole
from hiring.statistics.verdicts import Label

#: How far quotas follow the interviewers by themselves, how far territories do, how far quotas follow the territories
#: (in logs), and the noise of quotas.
COMPANIES = {
    "equal hands": (0.0, 0.0, 0.0, 0.1),
    "generous managers": (0.4, 0.0, 0.0, 0.1),
    "quotas as territories": (0.0, 0.4, 1.0, 0.0),
    "quotas as territories, with noise": (0.0, 0.4, 1.0, 0.15),
    "quotas as half of territories": (0.0, 0.4, 0.5, 0.05),
}
Frames = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]
Numbers = NDArray[Any]
MONTHS, PANEL, DAY = 12, 3, pd.Timestamp("2023-01-02")


def company(name: str, hires: int, seed: int, spread: float = 0.0) -> Frames:
    """Answers to `evidence/hires`, `months` and `seats` of one company; `spread`: SD of interviewers, luck being 1."""
    return planted(name, hires, seed, spread)[0]


def planted(name: str, hires: int, seed: int, spread: float) -> tuple[Frames, dict[str, float]]:
    """The same, with the true effect of each interviewer in SD of luck."""
    managers, territories, follows, noise = COMPANIES[name]
    random = np.random.default_rng([seed, hires, sum(map(ord, name))])
    count = max(12, round(hires**0.6))
    busy = np.log(1 / np.arange(1, count + 1) ** 0.7)
    panels = np.argsort(-(busy + random.gumbel(size=(hires, count))), axis=1)[:, :PANEL]
    lean = np.where(panels % 2 == 0, 1.0, -1.0).mean(axis=1)
    worth = territories * lean + 0.1 * random.standard_normal(hires)
    quota = np.exp(managers * lean + follows * worth + noise * random.standard_normal(hires))
    effects = spread * random.standard_normal(count)
    sold = np.exp(worth + 0.9 * (effects[panels].sum(axis=1) + random.standard_normal(hires)))
    frames = answers(random, panels, sold, quota)
    return frames, {f"I{place}": float(effect) for place, effect in enumerate(effects)}


def answers(random: np.random.Generator, panels: Numbers, sold: Numbers, quota: Numbers) -> Frames:
    """The answers for these panels (a row of numbers a hire), a month's sales and quota; all else by lot."""
    hires, seats_each = panels.shape
    names = np.char.add("H", np.arange(hires).astype(str))
    started = DAY + pd.to_timedelta(30 * random.integers(0, 36, hires), unit="D")
    made = pd.DataFrame(
        {
            "employee_id": names,
            "hire_date": started,
            "sales_start_on": started,
            "role_profile": np.char.add("R", random.integers(0, 3, hires).astype(str)),
            "region": np.char.add("Region ", random.integers(0, 3, hires).astype(str)),
            "segment": "SMB",
            "source": np.char.add("Source ", random.integers(0, 5, hires).astype(str)),
            "months_since_hire": MONTHS,
            "months_in_role": MONTHS,
            "has_left": False,
            "is_start_observed": True,
            "is_before_crm": False,
            "months_known": MONTHS,
            "territory": None,
            **dict.fromkeys(("odd_revenue", "even_revenue", "odd_months", "even_months"), np.nan),
        }
    )
    keys = made[["employee_id", "hire_date"]]
    months = keys.loc[keys.index.repeat(MONTHS)].assign(
        tenure_month=np.tile(np.arange(1, MONTHS + 1), hires),
        is_employed=True,
        revenue=np.repeat(sold, MONTHS),
        quota=np.repeat(quota, MONTHS),
        has_quota=True,
    )
    seats = keys.loc[keys.index.repeat(seats_each)].assign(
        interviewer_id=np.char.add("I", panels.ravel().astype(str)), department="Sales", stage="panel"
    )
    return made, months.reset_index(drop=True), seats.reset_index(drop=True)


def claimed(name: str, hires: int, seed: int) -> dict[str, float]:
    """What one company is told, as zeros and ones; `before` without any check of equal hands."""
    frames = company(name, hires, seed)
    found, before = whole(*frames), whole(*frames, with_control=False)
    return {
        "flagged": found.control.is_flagged(Subject.INTERVIEWERS),
        "cleared": Subject.INTERVIEWERS in found.control.cleared,
        "false": any((frame["label"] == Label.CLEAR).any() for frame in (found.interviewers, found.pairs)),
        "before": any((frame["label"] == Label.CLEAR).any() for frame in (before.interviewers, before.pairs)),
    }


def main() -> None:
    """Print shares of companies, a line a kind."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hands", description=__doc__)
    parser.add_argument("--companies", type=int, default=100)
    parser.add_argument("--hires", type=int, default=300)
    parser.add_argument("--kind", nargs="*", default=list(COMPANIES))
    arguments = parser.parse_args()
    for name in arguments.kind:
        rows = [claimed(name, arguments.hires, seed) for seed in range(arguments.companies)]
        print(
            f"{name} · {len(rows)}:", pd.DataFrame(rows).astype(float).mean().round(3).to_dict(), flush=True
        )


if __name__ == "__main__":
    main()

"""`python -m benchmarks.validities`: companies whose interviewers' validities are known, and what is said of them.

How often the 95 % range of the company's mean validity, and that of each department and interviewer, holds the truth;
and, where no rating means anything, how often the range of the mean leaves zero out. Of 60 companies each: the mean 92
to 95 in a hundred, departments 90 to 96, interviewers 91 to 95; zero left out in 2 where nothing is true. (Taking
interviewers for independent, the mean's range held 77.) In 24 companies of 400 hires where nothing is true it held 92.
"""

from __future__ import annotations

import argparse

import numpy as np
import pandas as pd

from benchmarks.scorecards import Invented, invented
from hiring.statistics.ratings.leniency import leniency, without_leniency
from hiring.statistics.ratings.not_known import Standing
from hiring.statistics.ratings.scorecards import Rated, rated
from hiring.statistics.ratings.validity import Validity, validity

#: Hires, the share of candidates who are hired, mean and SD of validities, halo.
COMPANIES = {
    "as interviewers are": (300, 0.25, (0.35, 0.12), 0.25),
    "half are hired": (300, 0.5, (0.35, 0.12), 0.25),
    "much halo": (300, 0.25, (0.25, 0.08), 0.5),
    "a large company": (1000, 0.25, (0.35, 0.12), 0.25),
    "ratings mean nothing": (300, 0.25, (0.02, 0.0), 0.25),
}


def told(company: Invented) -> Validity:
    """What is said of a company; `ValueError` where nothing is."""
    cards = rated(company.scorecards, company.ratings)
    if not isinstance(cards, Rated):
        raise ValueError("no ratings")
    found = validity(without_leniency(cards, leniency(cards)), company.outcomes)
    if not isinstance(found, Validity):
        raise ValueError(found.fact)
    return found


def held(name: str, seed: int) -> dict[str, float]:
    """Shares of ranges that hold the truth in one company, and whether anything is claimed."""
    hires, share, validities, halo = COMPANIES[name]
    company = invented(seed, hires, share, validity=validities, halo=halo)
    found = told(company)
    people = found.interviewers.assign(
        truth=[company.validity[int(who[1:])] for who in found.interviewers["interviewer_id"]]
    )
    departments = found.departments.set_index("department")
    by_department = people.groupby("department")["truth"].mean()
    return {
        "mean": _holds(people["truth"].mean(), found.corrected.low, found.corrected.high),
        "departments": float(
            np.mean(
                [
                    _holds(
                        by_department[one],
                        departments["corrected_low"][one],
                        departments["corrected_high"][one],
                    )
                    for one in by_department.index
                ]
            )
        ),
        "interviewers": float(
            people["truth"].between(people["corrected_low"], people["corrected_high"]).mean()
        ),
        "width": found.corrected.high - found.corrected.low,
        "off": found.corrected.estimate - people["truth"].mean(),
        "said": float(found.corrected.low > 0 or found.corrected.high < 0),
        "someone": float((people["label"] == Standing.CLEAR).any()),
    }


def _holds(truth: float, low: float, high: float) -> float:
    return float(low <= truth <= high)


def main() -> None:
    """Print a line a kind of company."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.validities", description=__doc__)
    parser.add_argument("--companies", type=int, default=100)
    parser.add_argument("--kind", nargs="*", default=list(COMPANIES))
    arguments = parser.parse_args()
    for name in arguments.kind:
        rows = pd.DataFrame([held(name, seed) for seed in range(arguments.companies)])
        print(f"{name} · {len(rows)}:", rows.mean().round(3).to_dict(), flush=True)


if __name__ == "__main__":
    main()

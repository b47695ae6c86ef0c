"""`python -m benchmarks.chances`: the chance of the top third as it is said of interviewers and pairs, and as it is.

Interviewers differ by a known spread; whom they see ends up in the top third of the role as often as their own effect
and the luck of everything else make it. Chances are those the product would tell, by tenths. Of 48 companies of 300 and
600 hires, said and true: interviewers .17/.18, .34/.35, .54/.54; pairs .16/.17, .35/.35, .54/.56, .73/.75.
"""

from __future__ import annotations

import argparse

import numpy as np
import pandas as pd
from scipy.special import ndtr, ndtri

from benchmarks.hands import PANEL, planted
from hiring.statistics.evidence.judging import whole


def said(spread: float, hires: int, seed: int) -> pd.DataFrame:
    """A row an interviewer or pair that is told of: kind, said and true."""
    frames, effects = planted("equal hands", hires, seed, spread)
    found = whole(*frames)
    people = found.interviewers[["top_third", "id"]].assign(kind="interviewer", among=1)
    people["effect"] = people["id"].map(effects)
    pairs = found.pairs[["top_third", "first_id", "second_id"]].assign(kind="pair", among=2)
    pairs["effect"] = pairs["first_id"].map(effects) + pairs["second_id"].map(effects)
    told = pd.concat([people, pairs])
    told = told[told["top_third"].notna()]
    bar = float(ndtri(2 / 3)) * np.sqrt(1 + PANEL * spread**2)
    others = np.sqrt(1 + (PANEL - told["among"].to_numpy(float)) * spread**2)
    return pd.DataFrame(
        {
            "kind": told["kind"],
            "said": told["top_third"].astype(float),
            "true": 1 - ndtr((bar - told["effect"].to_numpy(float)) / others),
        }
    )


def main() -> None:
    """Print, by kind and tenth, how many were told of, and the mean of what was said and of what is true."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chances", description=__doc__)
    parser.add_argument("--companies", type=int, default=40)
    parser.add_argument("--hires", type=int, nargs="*", default=[300, 600])
    arguments = parser.parse_args()
    every = [
        said(spread, hires, seed)
        for spread in (0.0, 0.2, 0.4)
        for hires in arguments.hires
        for seed in range(arguments.companies)
    ]
    rows = pd.concat(every, ignore_index=True)
    grouped = rows.groupby(["kind", (10 * rows["said"]).astype(int)])
    print(grouped[["said", "true"]].mean().round(3).assign(count=grouped.size()).to_string(), flush=True)


if __name__ == "__main__":
    main()

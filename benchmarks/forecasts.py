"""`python -m benchmarks.forecasts`: how often estimates of the first hires are said to foretell the later ones.

Where interviewers are equal, "foretold" is false and must stay at 2.5 of 100 companies; where they differ, it is right,
and "no sign that they foretold" is wrong. Of 100 companies of 150 and of 400 hires: 1 and 2 where interviewers are
equal; with a spread of .2, 24 and 56 rightly, 4 and 6 wrongly without a sign.
"""

from __future__ import annotations

import argparse
from collections import Counter

from benchmarks.hands import company
from hiring.statistics.evidence.controls import Control
from hiring.statistics.evidence.forecast import Forecast, forecast
from hiring.statistics.outcomes import measured

SPREADS = (0.0, 0.2, 0.4)


def asked(hires: int, seed: int, spread: float) -> Forecast:
    """The check of one company with equal hands."""
    made, months, seats = company("equal hands", hires, seed, spread)
    return forecast(measured(made, months), seats, Control())


def main() -> None:
    """Print shares of companies, a line a spread and size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forecasts", description=__doc__)
    parser.add_argument("--companies", type=int, default=200)
    parser.add_argument("--hires", type=int, nargs="*", default=[150, 400, 1000])
    arguments = parser.parse_args()
    for spread in SPREADS:
        for hires in arguments.hires:
            found = [asked(hires, seed, spread) for seed in range(arguments.companies)]
            counted = Counter(one.state.value for one in found)
            shares = {state: round(count / len(found), 3) for state, count in counted.items()}
            slope = sum(one.slope for one in found if one.slope == one.slope) / len(found)
            print(
                f"spread {spread} · {hires} hires · {len(found)}: {shares}, mean slope {slope:.2f}",
                flush=True,
            )


if __name__ == "__main__":
    main()

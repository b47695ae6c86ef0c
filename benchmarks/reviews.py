"""`python -m benchmarks.reviews`: in how many quarters in which nothing changed a review says that a number changed.

Each quarter is as large as the sample's (28 and 21 hires, 39 and 33 offers, 22 and 17 openings filled), both years
drawn from one truth; the four numbers are judged as `findings.review.figures` does, together.
"""

from __future__ import annotations

import numpy as np

from hiring.statistics.rates import difference, difference_of_medians
from hiring.statistics.verdicts import DAYS, POINTS, Comparison, Label, judge_together

QUARTERS, SEED = 2_000, 7
#: The true share, and how many are counted in the quarter and a year before.
SHARES = ((0.5, 28, 21), (0.72, 39, 33), (0.18, 29, 21))


def labels(draw: np.random.Generator) -> set[Label]:
    """The labels of one quarter in which nothing changed."""
    made = []
    for share, n, m in SHARES:
        apart = difference(int(draw.binomial(n, share)), n, int(draw.binomial(m, share)), m)
        made.append(Comparison("share", "now", "before", apart, POINTS))
    now, before = (draw.lognormal(4.3, 0.4, count).round() for count in (22, 17))
    made.append(Comparison("days", "now", "before", difference_of_medians(now, before), DAYS))
    return {one.verdict.label for one in judge_together(made)}


def main() -> None:
    """Print how many quarters were told of a change."""
    draw = np.random.default_rng(SEED)
    found = [labels(draw) for _ in range(QUARTERS)]
    for label in (Label.CLEAR, Label.LEANING):
        print(f"{label.value}: {sum(label in one for one in found)} of {QUARTERS} quarters")


if __name__ == "__main__":
    main()

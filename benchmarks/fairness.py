"""`python -m benchmarks.fairness`: what the page Fairness marks where nothing is true, and where something is.

Companies of two groups are drawn with the same or with different chances, and marked as the page marks them; then
companies of the sample's size and groups, in which all groups are hired alike.
"""

from __future__ import annotations

import numpy as np

from hiring.statistics.fairness import Group, Mark, compared

COMPANIES, SEED = 1000, 1607
#: People of the first and second group, and their chances.
PAIRS = (
    ((30, 30), (0.5, 0.5)),
    ((60, 30), (0.4, 0.4)),
    ((100, 50), (0.3, 0.3)),
    ((400, 200), (0.2, 0.2)),
    ((100, 50), (0.3, 0.2)),
    ((400, 200), (0.3, 0.2)),
)
#: Groups of each attribute as in the sample, where a twelfth is hired.
SAMPLE, HIRED = ((3013, 2402, 124), (3141, 1281, 891), (2784, 1941, 938)), 0.08


def marks(sizes: tuple[int, ...], chances: tuple[float, ...], random: np.random.Generator) -> list[Mark]:
    """What one company of these groups and chances is told."""
    drawn = [Group("", int(random.binomial(n, p)), n) for n, p in zip(sizes, chances, strict=True)]
    return [one.mark for one in compared(drawn)]


def main() -> None:
    """Print the share of companies by mark."""
    random = np.random.default_rng(SEED)
    print(f"{'people':>10} {'chances':>10}   " + "   ".join(mark.value for mark in Mark))
    for sizes, chances in PAIRS:
        told = [marks(sizes, chances, random) for _ in range(COMPANIES)]
        shares = [f"{np.mean([mark in one for one in told]):.2f}".rjust(len(mark.value)) for mark in Mark]
        print(f"{'/'.join(map(str, sizes)):>10} {'/'.join(map(str, chances)):>10}   " + "   ".join(shares))
    reviews = [
        sum(marks(sizes, (HIRED,) * len(sizes), random).count(Mark.REVIEW) for sizes in SAMPLE)
        for _ in range(COMPANIES)
    ]
    print(
        f"the sample's groups, all hired alike: {np.mean(reviews):.2f} of 6 rates marked for review, "
        f"one or more in {np.mean(np.array(reviews) > 0):.0%} of companies"
    )


if __name__ == "__main__":
    main()

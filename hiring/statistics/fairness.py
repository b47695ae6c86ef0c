"""How alike groups are selected: rates, ratios to the highest rate, the exact test, what one person changes, and luck.

Source of the ratio and its four fifths: 29 CFR 1607.4(D), Uniform Guidelines on Employee Selection Procedures. Counts
in, numbers out. A group's rate is held against the highest of its attribute: chosen after the fact, so luck is asked of
the whole (`by_luck`), and not of each pair.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.special import gammaln

from hiring.statistics.rates import Interval, wilson

#: A ratio below this is generally regarded as evidence of adverse impact (29 CFR 1607.4(D)): four fifths.
FOUR, FIFTHS = 4, 5
#: The exact test's level, as in that practice.
LEVEL = 0.05
#: Below five people in a group no p is given (whoever is shown has ten or more).
FEWEST_TESTED = 5
DRAWS, SEED = 400, 1607
#: Tables as likely as the one seen are as wide a gap, however floating point rounds their likelihood.
_TIES = 1 + 1e-7


class Mark(StrEnum):
    """What is said of a group beside the highest rate."""

    REVIEW = "Review"
    FEW = "Watch, small numbers"
    BELOW = "Below four fifths, may be luck"
    VISIBLE = "Statistically visible, small"
    NONE = "Not marked"


@dataclass(frozen=True)
class Group:
    """A group on which decisions were taken: how many were selected, of how many decided on."""

    name: str
    selected: int
    decided: int


@dataclass(frozen=True)
class Compared:
    """A group beside the one with the highest rate.

    `ratio` is its rate divided by the highest, with its 95 % interval; `p` the exact test's; `is_flipped`: one
    person decided otherwise moves the ratio across four fifths.
    """

    group: Group
    highest: Group
    ratio: Interval
    p: float
    is_flipped: bool
    mark: Mark


def highest(groups: Sequence[Group]) -> Group | None:
    """The group with the highest rate, of several the largest; None for fewer than two or where nobody is selected."""
    if len(groups) < 2 or not any(one.selected for one in groups):
        return None
    return max(groups, key=lambda one: (one.selected / one.decided, one.decided))


def compared(groups: Sequence[Group]) -> tuple[Compared, ...]:
    """Every group of an attribute but the highest, beside it, in their order; none where nothing can be compared."""
    top = highest(groups)
    if top is None:
        return ()
    return tuple(_beside(one, top) for one in groups if one is not top)


def _beside(group: Group, top: Group) -> Compared:
    p = math.nan
    if min(group.decided, top.decided) >= FEWEST_TESTED:
        p = fisher(group.selected, group.decided, top.selected, top.decided)
    is_below, is_flipped = _is_below(group, top), flips(group, top)
    return Compared(
        group,
        top,
        ratio_of_rates(group, top),
        p,
        is_flipped,
        _mark(is_below, is_visible=p < LEVEL, is_flipped=is_flipped),
    )


def _mark(is_below: bool, *, is_visible: bool, is_flipped: bool) -> Mark:
    if is_below and is_visible:
        return Mark.REVIEW
    if is_below:
        return Mark.FEW if is_flipped else Mark.BELOW
    return Mark.VISIBLE if is_visible else Mark.NONE


def _is_below(group: Group, top: Group, more: int = 0, fewer: int = 0) -> bool:
    """Whether the ratio is below four fifths, in whole numbers, with so many more and fewer selected."""
    return FIFTHS * (group.selected + more) * top.decided < FOUR * (top.selected - fewer) * group.decided


def flips(group: Group, top: Group) -> bool:
    """Whether one person of either group decided otherwise moves the ratio across four fifths."""
    is_below = _is_below(group, top)
    if is_below:
        return not (_is_below(group, top, more=1) and _is_below(group, top, fewer=1))
    return _is_below(group, top, more=-1) or _is_below(group, top, fewer=-1)


def fisher(first: int, n_first: int, second: int, n_second: int) -> float:
    """Fisher's exact test, two-sided: how often chance alone, with these sums, gives a table no likelier than this.

    Written out, as `scipy.stats` takes longer to load than a page to draw.
    """
    total = first + second
    few = np.arange(max(0, total - n_second), min(n_first, total) + 1)
    likelihood = np.exp(_ways(n_first, few) + _ways(n_second, total - few) - _ways(n_first + n_second, total))
    seen = likelihood[first - few[0]]
    return float(min(1.0, likelihood[likelihood <= seen * _TIES].sum()))


def _ways(n: int, k: np.ndarray | int) -> np.ndarray:
    """The logarithm of n over k."""
    chosen = np.asarray(k, dtype=float)
    return np.asarray(gammaln(n + 1) - gammaln(chosen + 1) - gammaln(n - chosen + 1))


def ratio_of_rates(group: Group, top: Group) -> Interval:
    """The group's rate divided by the highest, with a 95 % interval; n is the group's.

    From Wilson's interval of each rate, put together as Donner and Zou (2012, Statistical Methods in Medical Research
    21, 347-359): it stays above zero and is there where nobody of the group was selected.
    """
    own, other = wilson(group.selected, group.decided), wilson(top.selected, top.decided)
    middle = own.estimate * other.estimate

    def root(bound: float, against: float) -> float:
        return math.sqrt(max(0.0, middle**2 - bound * against))

    below = own.low * (2 * own.estimate - own.low)
    least = middle + root(below, other.high * (2 * other.estimate - other.high))
    against = other.low * (2 * other.estimate - other.low)
    most = (middle + root(own.high * (2 * own.estimate - own.high), against)) / against
    return Interval(own.estimate / other.estimate, below / least if least > 0 else 0.0, most, group.decided)


@dataclass(frozen=True)
class Luck:
    """What chance alone marks among the same people: marks for review on average, and how often at least one.

    `below`: ratios below four fifths on average, which alone are marked for nothing. `as_rare`: how often chance gives,
    somewhere in the whole, a mark as rare by the exact test as the rarest that was seen; nan where none was.
    """

    reviews: float
    any_review: float
    below: float
    as_rare: float = math.nan


def by_luck(attributes: Sequence[Sequence[Group]], draws: int = DRAWS, seed: int = SEED) -> Luck:
    """What chance alone would mark in comparisons of these sizes, were every group of an attribute selected alike.

    As many are selected as were, dealt out blindly among the same people; the highest rate is found anew each time, as
    it is in what was seen.
    """
    random = np.random.default_rng(seed)
    reviews, below, rarest = np.zeros(draws), np.zeros(draws), np.ones(draws)
    for groups in attributes:
        if highest(groups) is None:
            continue
        sizes = np.array([one.decided for one in groups])
        dealt = random.multivariate_hypergeometric(sizes, sum(one.selected for one in groups), size=draws)
        for draw, selected in enumerate(dealt):
            found = [Group("", int(s), int(n)) for s, n in zip(selected, sizes, strict=True)]
            top = highest(found)
            if top is None:
                continue
            low = [one for one in found if one is not top and _is_below(one, top)]
            below[draw] += len(low)
            chances = [fisher(one.selected, one.decided, top.selected, top.decided) for one in low]
            reviews[draw] += sum(p < LEVEL for p in chances)
            rarest[draw] = min([rarest[draw], *chances])
    seen = [one.p for groups in attributes for one in compared(groups) if one.mark is Mark.REVIEW]
    as_rare = (1 + int((rarest <= min(seen) * _TIES).sum())) / (1 + draws) if seen else math.nan
    return Luck(float(reviews.mean()), float((reviews > 0).mean()), float(below.mean()), as_rare)

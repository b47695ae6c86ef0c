"""How sure one may be of a difference: every label of the product is decided here.

Comparisons that are looked at together are judged together (`judge_together`), because the most
striking of many is striking by selection. And the pages together make some twenty such sets of
comparisons of one company, so each set is allowed a small part of the one company in twenty that may
be told anything clear though nothing is true. The words for a verdict are in `sentences`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import NormalDist

from hiring.statistics.rates import Z_95, Difference
from hiring.words import number, percent

#: One side of a 95 % interval: a Clear claim and an interval that excludes zero are the same thing.
CLEAR_FROM = 0.975
#: One chance in ten of the other sign: worth watching, not worth acting on.
LEANING_FROM = 0.90
#: Of companies in which nothing is true, so many may be told anything Clear, over all pages together.
FALSE_CLEAR = 0.05
#: What one set of comparisons may take of it: how often luck alone may show as much in a set. What all sets come to is
#: measured on whole companies in which nothing is true (`benchmarks.null_companies`).
BY_LUCK_IN_A_SET = 0.001
#: The one comparison that is a page's answer may take more: whether recent hires are better than earlier ones.
BY_LUCK_IN_AN_ANSWER = 0.005
#: Hires needed in each of two groups before anything but "Too few hires" is said: below ten one hire moves
#: a rate by more than ten points. Of fair comparisons of two shares, 4.7 % come out Clear on average from
#: ten on (true shares of a tenth to nine tenths; 7.9 % at worst, 10 against 11); below ten, up to 9.2 %.
#: (How few people may be shown at all is another question: `config.SMALLEST_GROUP`.)
SMALLEST_JUDGED = 10
ROUNDING = 1e-12


class Label(StrEnum):
    """How much the evidence allows one to say."""

    CLEAR = "Clear"
    LEANING = "Leaning"
    CANNOT_TELL = "Can't tell"
    TOO_FEW = "Too few hires"
    NO_COMPARISON = "No comparison"


#: Nothing is told: of too few hires, or of many with hardly anybody to compare them with.
UNTOLD = (Label.TOO_FEW, Label.NO_COMPARISON)


class Direction(StrEnum):
    """Where the first group stands; none is claimed unless the label is Clear or Leaning."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"


@dataclass(frozen=True)
class Unit:
    """How a measure's differences are written: `scale` times the value, in `name` (plural).

    `same_within`: differences under this change no decision; two groups are called about the same
    when the whole interval stays inside it (0: never). In the unit of the values.
    """

    name: str
    scale: float = 1.0
    decimals: int = 0
    same_within: float = 0.0

    def amount(self, value: float, *, finer: int = 0) -> str:
        """The size of a difference without its unit: `14`, `0.3`; `finer` adds decimals."""
        return number(self.scale * abs(value), self.decimals + finer)

    def name_for(self, amount: str) -> str:
        """The unit after that amount: `point` after `1`, else `points`."""
        return self.name.removesuffix("s") if amount == "1" else self.name

    def level(self, value: float) -> str:
        """A value of the measure itself: `57 %` where differences are points, else `182 days`."""
        if self.name == "points":
            return percent(value)
        written = number(self.scale * value, self.decimals)
        return f"{written} {self.name_for(written)}"


POINTS = Unit("points", scale=100, same_within=0.10)  # ten points: less than one hire in ten
DAYS = Unit("days", same_within=14)
MONTHS = Unit("months", decimals=1, same_within=0.5)
DEVIATIONS = Unit("SD", decimals=1, same_within=0.2)

Ways = tuple[str, str]  # what above zero and below zero are called
BETTER_HIGHER: Ways = ("better", "worse")
BETTER_LOWER: Ways = ("worse", "better")
NEUTRAL: Ways = ("higher", "lower")


@dataclass(frozen=True)
class Verdict:
    """A judged difference: estimate and 95 % interval in the unit of its values, hires in both groups.

    `capped_by`: among how many comparisons it stood when these, or those of other pages, cost it the label Clear,
    else 0. `is_capped_by_company`: among the hires chosen alone it would be surer than in the whole company.
    """

    label: Label
    direction: Direction
    estimate: float
    low: float
    high: float
    n: int
    unit: Unit
    n_against: int
    probability: float
    capped_by: int = 0
    is_capped_by_company: bool = False

    @property
    def n_needed(self) -> int:
        """How many more hires the smaller group needs before anything can be said; 0 if it has enough."""
        return max(0, SMALLEST_JUDGED - min(self.n, self.n_against))


@dataclass(frozen=True)
class Comparison:
    """One measure of one group against another, as a page would name them.

    `outcome` follows a value: "met the bar at month 12", "median days to first deal".
    `group` and `against` follow "among": "hires of 2026 H1", "earlier hires"; `noun` is what n counts.
    """

    outcome: str
    group: str
    against: str
    difference: Difference
    unit: Unit = POINTS
    ways: Ways = BETTER_HIGHER
    noun: str = "hire"


@dataclass(frozen=True)
class Finding:
    """A comparison and what may be said of it."""

    comparison: Comparison
    verdict: Verdict


def judge(difference: Difference, unit: Unit = POINTS) -> Verdict:
    """The label of one comparison that is a set of its own; of several made at once, use `judge_together`."""
    return _among(_alone(difference, unit), BY_LUCK_IN_A_SET)


def judge_answer(difference: Difference, unit: Unit = POINTS) -> Verdict:
    """The label of the one comparison that is a page's answer."""
    return _among(_alone(difference, unit), BY_LUCK_IN_AN_ANSWER)


def judge_together(comparisons: Sequence[Comparison]) -> tuple[Finding, ...]:
    """Labels of comparisons looked at together, in their order, so that looking at many makes no claims.

    Holm's step-down adjustment of the two-sided probabilities, over all with enough hires: whatever is
    true and however the measures hang together, at most `BY_LUCK_IN_A_SET` of companies get a false Clear.
    (Benjamini–Hochberg allows more false claims and assumes how measures hang together.) What was Clear
    alone and fails here is Leaning, and says so; what was Leaning alone and fails here is Can't tell.
    Intervals stay 95 % each.
    """
    alone = [_alone(comparison.difference, comparison.unit) for comparison in comparisons]
    judged = [index for index, verdict in enumerate(alone) if verdict.label != Label.TOO_FEW]
    adjusted = _holm([_two_sided(alone[index].probability) for index in judged])
    together = list(alone)
    for index, chance in zip(judged, adjusted, strict=True):
        together[index] = _stepped_down(alone[index], chance, BY_LUCK_IN_A_SET, len(judged))
    return tuple(Finding(*pair) for pair in zip(comparisons, together, strict=True))


def not_surer(here: Finding, company: Finding | None) -> Finding:
    """The finding of the hires chosen, no surer than the company's of the same comparison: filters can be many.

    Whoever tries filters until one of them shows a difference would find one by luck; so what is Clear of some hires
    must be Clear of all, and the same way.
    """
    if company is None or company.verdict.label in UNTOLD or here.verdict.label in UNTOLD:
        return here
    order = (Label.CANNOT_TELL, Label.LEANING, Label.CLEAR)
    whole, own = company.verdict, here.verdict
    is_other_way = Direction.NONE != whole.direction != own.direction != Direction.NONE
    label = min(own.label, Label.CANNOT_TELL if is_other_way else whole.label, key=order.index)
    if label is own.label:
        return here
    direction = Direction.NONE if label is Label.CANNOT_TELL else own.direction
    return replace(here, verdict=replace(own, label=label, direction=direction, is_capped_by_company=True))


def label_of_range(estimate: float, low: float, high: float) -> Label:
    """The label of one estimate that is a set of its own, from a 95 % range as wide on either side of it."""
    error = (high - low) / (2 * Z_95)
    if not error > 0:
        return Label.CANNOT_TELL
    chance = 2 * NormalDist().cdf(-abs(estimate) / error)
    if chance <= BY_LUCK_IN_A_SET:
        return Label.CLEAR
    return Label.LEANING if chance <= 2 * (1 - LEANING_FROM) else Label.CANNOT_TELL


def most_telling(comparisons: Sequence[Comparison], at_most: int = 3) -> tuple[Finding, ...]:
    """The few comparisons worth a reader's time: Clear ones first, then Leaning, surest first; may be empty.

    Empty means that nothing changed that luck would not explain, which is a finding to print.
    """
    telling = [f for f in judge_together(comparisons) if f.verdict.label in (Label.CLEAR, Label.LEANING)]
    telling.sort(key=lambda finding: _two_sided(finding.verdict.probability))
    return tuple(telling[:at_most])


def _alone(difference: Difference, unit: Unit) -> Verdict:
    """The verdict as if nothing else were compared."""
    label = _label(difference)
    return Verdict(
        label,
        _direction(label, difference.estimate),
        difference.estimate,
        difference.low,
        difference.high,
        difference.n_first,
        unit,
        difference.n_second,
        difference.probability,
    )


def _among(alone: Verdict, by_luck: float) -> Verdict:
    return _stepped_down(alone, _two_sided(alone.probability), by_luck, 1)


def _label(difference: Difference) -> Label:
    if min(difference.n_first, difference.n_second) < SMALLEST_JUDGED or math.isnan(difference.estimate):
        return Label.TOO_FEW
    sure = max(difference.probability, 1 - difference.probability)
    if sure >= CLEAR_FROM and (difference.low > 0 or difference.high < 0):
        return Label.CLEAR
    return Label.LEANING if sure >= LEANING_FROM else Label.CANNOT_TELL


def _direction(label: Label, estimate: float) -> Direction:
    if label not in (Label.CLEAR, Label.LEANING):
        return Direction.NONE
    return Direction.HIGHER if estimate > 0 else Direction.LOWER


def _two_sided(probability: float) -> float:
    """How often luck alone would be at least this far from zero, on either side."""
    return 2 * min(probability, 1 - probability)


def _holm(chances: Sequence[float]) -> list[float]:
    """Holm's (1979) adjusted values, in the order given."""
    adjusted, largest = [0.0] * len(chances), 0.0
    for step, index in enumerate(sorted(range(len(chances)), key=chances.__getitem__)):
        largest = max(largest, min(1.0, (len(chances) - step) * chances[index]))
        adjusted[index] = largest
    return adjusted


def _stepped_down(alone: Verdict, chance: float, by_luck: float, among: int) -> Verdict:
    """The verdict after adjustment: a label that does not survive falls by one step."""
    if alone.label == Label.CLEAR and chance > by_luck + ROUNDING:
        return replace(alone, label=Label.LEANING, capped_by=among)
    if alone.label == Label.LEANING and chance > 2 * (1 - LEANING_FROM) + ROUNDING:
        return replace(alone, label=Label.CANNOT_TELL, direction=Direction.NONE)
    return alone

"""How many hires a statement about profiles needs, what is flagged, and what label a probability earns.

The numbers come from simulated companies in which the truth was planted: eight competencies that hang together,
slopes of 0.08 on average that differ between competencies and roles.
"""

from __future__ import annotations

from scipy.special import ndtri

from hiring.statistics.verdicts import LEANING_FROM, Label

#: Hires old enough to be judged, in the whole company: below, nothing is claimed of anything.
SMALLEST_COMPANY = 120
#: Hires of a role: below, one slope in four has the wrong sign even with what the other roles lend.
SMALLEST_ROLE = 60
#: Hires of each of two roles before anybody's ratings are held against the other role's.
SMALLEST_RESEMBLING = 150
#: Hires of a role who share one background fact, such as an industry, before it is named.
SMALLEST_FACT = 8

#: How sure a sign must be to be Clear. At the .975 of interviewers, five in a hundred invented companies of 750 hires
#: in which nothing is true were told something clear on this page alone; at .985, of 146 companies of 1,000 hires 6 %.
CLEAR_FROM = 0.99
#: How much further off zero that is than where a 95 % interval ends.
_FURTHER = float(ndtri(CLEAR_FROM) / ndtri(0.975))
#: Chance to be above the role's middle slope below which a heavy weight, above which a light one, is flagged.
HARDLY_ABOVE, SURELY_ABOVE = 0.1, 0.9
HEAVIEST = 3  # places by weight that count as heavy
LIGHTEST_SHARE = 1 / 3  # of the profile's competencies that count as light

#: A difference in standing that would be noticed, in standard deviations of the outcome.
NOTICED = 0.2
#: Chance of at least that from which a hire's ratings are said to resemble another role's.
SAID_FROM = 0.9

#: Share of the evenness of equal weights from which nothing stands out: of eight competencies, at most one weighs
#: double. (At .8 nearly every profile written with care would count as even: a quarter of the weight on one
#: of eight and the rest spread still comes to .9.)
EVEN_FROM = 0.95
#: Profiles that move this closely together ask for the same person.
ALIKE_FROM = 0.90
#: Of one or two competencies evenness says nothing.
FEWEST_COMPETENCIES = 3


def label_of(probability: float, low: float, high: float, *, is_capped: bool = False) -> Label:
    """The label of an effect from its probability to be above zero and its 95 % interval.

    Clear needs both, so that a Clear mark never has zero in its interval; `is_capped` where a control has shown
    that hires are not comparable: then nothing is more than Leaning.
    """
    sure = max(probability, 1 - probability)
    if sure >= CLEAR_FROM and (low > 0 or high < 0):
        return Label.LEANING if is_capped else Label.CLEAR
    return Label.LEANING if sure >= LEANING_FROM else Label.CANNOT_TELL


def hires_needed(n: int, estimate: float, low: float, high: float) -> int | None:
    """How many hires a slope of this size would need to be Clear; None where that is out of sight (above tenfold).

    The interval narrows with the square root of the hires. A guide to patience, not a promise: the estimate will
    move too.
    """
    reach = (high - low) / 2 * _FURTHER
    if n <= 0 or estimate == 0 or reach / abs(estimate) > 10**0.5:
        return None
    return max(n, round(n * (reach / estimate) ** 2))

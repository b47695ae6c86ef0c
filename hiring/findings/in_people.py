"""What a difference in results is in people: high performers in a hundred hires, where a fifth of a role are called so.

The results of a role are taken as normal, so a shift of d standard deviations lifts Φ(d − 0.8416) of the hires over
the mark of the top fifth: 0.3 is 29 instead of 20. Numbers in, words out.
"""

from __future__ import annotations

from functools import partial

from scipy.special import ndtr, ndtri

from hiring import words
from hiring.config import DEFAULT_HIGH_PERFORMER_SHARE

USUAL = 100 * DEFAULT_HIGH_PERFORMER_SHARE
MOST_DECIMALS = 3
#: For the small print below what is told in people.
READING = (
    "One step is one standard deviation of the ratings; high performers are told as the top fifth of a role: 20 of 100 "
    "hires, and of hires whose results lie 0.3 standard deviations higher 29."
)


def in_hundred(shift: float) -> float:
    """Of a hundred hires this many standard deviations further on, how many are high performers: 0 → 20, 0.3 → 29."""
    return float(100 * ndtr(ndtri(USUAL / 100) + shift))


def more(shift: float) -> float:
    """How many more of a hundred that are than usual: 0.3 → 9.4."""
    return in_hundred(shift) - USUAL


def instead(shift: float, low: float, high: float) -> tuple[str, str]:
    """ "29 instead of 20" and "likely 27 to 32"; an end that is not the usual share never reads like it."""
    ends = [in_hundred(one) for one in (low, high) if one]
    usual = [words.number(USUAL, places) for places in range(MOST_DECIMALS)]
    fits = (
        places for places, said in enumerate(usual) if all(words.number(one, places) != said for one in ends)
    )
    show = partial(words.number, places=next(fits, MOST_DECIMALS))
    said = f"{words.number(in_hundred(shift))} instead of {words.number(USUAL)}"
    return said, words.likely(in_hundred(low), in_hundred(high), show)


def cell(shift: float, low: float, high: float) -> str:
    """How many more in a hundred with the range, as in a table cell: "+6 (+1 to +11)"."""
    show = words.off_zero((more(low), more(high)), 0)
    return words.with_interval(more(shift), more(low), more(high), show)

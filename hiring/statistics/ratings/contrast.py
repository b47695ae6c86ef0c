"""Whether the candidate seen just before pulls a rating: set against the same interviews in another order.

For each interviewer and role the interviews in the order they were held, one a candidate. How strong the candidate
before was is what the *other* interviewers gave, and the rating now is taken less what the other interviewers gave this
candidate: so nobody's own mood stands on both sides. Whoever rated both candidates is left out of what is said of the
one before: a week in which that person is strict would else look like a pull. All ratings are taken without leniency
and less the mean of their role and stage.

The slope is not held against zero. An interviewer's own mean, taken out over T candidates, leaves a slope of about
-1/(T - 1) where nothing pulls. Instead the candidates of one interviewer, role and half-year change places at random,
the days staying as they are; the slopes of those orders are what nothing gives (Radbruch & Schiprowski 2024 on the
effect; Good 2005, Permutation, Parametric and Bootstrap Tests of Hypotheses, chapter 3, on shuffling within blocks).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiring.statistics.ratings.not_known import NotKnown

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]

#: As far back as somebody seen before is taken to be in mind: a working week.
DAYS = 7
#: Of fewer interviewers it would be said of each.
FEWEST_PEOPLE = 5
#: Below so many interviews with somebody before them the shuffled orders reach further than any pull that was found.
FEWEST_PAIRS = 200
SHUFFLES = 400  # the ends of the middle 95 of 100 are then known to one in a hundred
MOST_RATERS = 24  # of one candidate; nobody is met by more but through a spoilt id
NOTHING = 1e-12
SEED = 2024  # any; the same data must give the same range tomorrow
TOO_FEW = NotKnown(
    f"Fewer than {FEWEST_PAIRS} interviews, or of fewer than {FEWEST_PEOPLE} interviewers, had a candidate of the role "
    f"before them within {DAYS} days, both rated by colleagues too.",
    "",
    "Widen the filters, or wait.",
)
DAY_ONLY = NotKnown(
    "Interviews carry the day they were held, and not the time.",
    "interviews.csv",
    "Export scheduled_for with its time of day: on one day, nobody can tell who came first.",
)


@dataclass(frozen=True)
class Contrast:
    """`slope`: points the rating changes after a candidate whom others rated a point higher, over `count` interviews of
    `count_interviewers`. `shuffled`: the same of each shuffled order, `low` and `high` the middle 95 of 100 of them.
    """

    slope: float
    low: float
    high: float
    shuffled: Numbers
    count: int
    count_interviewers: int


@dataclass(frozen=True)
class _Order:
    """Cards in the order of interviewer, role and time.

    `raters`, `levels`: candidates × raters, who rated them (-1: nobody more) and what they gave; `candidate`: each
    card's row of those; `who`: whose it is; `apart`: its rating less colleagues' mean (nan without any); `block`:
    among whom a card may change places; `second`: places of cards that follow on another, both with colleagues.
    """

    raters: Places
    levels: Numbers
    candidate: Places
    who: Places
    apart: Numbers
    block: Places
    second: Places

    def pairs(self, cards: Places) -> tuple[Numbers, Numbers, Places]:
        """How strong the one before was, by those who did not rate this one; how far this rating is apart; the card."""
        before, now = self.candidate[cards[self.second - 1]], self.candidate[cards[self.second]]
        raters, others = self.raters[before], self.raters[now]
        is_told = (raters >= 0) & (raters != self.who[cards[self.second], None])
        for place in range(others.shape[1]):
            is_told &= raters != others[:, [place]]
        number = is_told.sum(axis=1)
        known = number > 0
        strong = (self.levels[before] * is_told).sum(axis=1)[known] / number[known]
        return strong, self.apart[cards[self.second]][known], cards[self.second][known]

    def shuffled(self, random: np.random.Generator) -> Places:
        """The cards of each block in another order, in the places of that block; one without colleagues stays."""
        places = np.flatnonzero(~np.isnan(self.apart))
        stable = places[np.argsort(self.block[places], kind="stable")]
        mixed = places[np.argsort(self.block[places] + random.random(len(places)))]
        cards = np.arange(len(self.apart))
        cards[stable] = mixed
        return cards


def contrast(fair: pd.DataFrame) -> Contrast | NotKnown:
    """The pull, from the cards of `leniency.without_leniency`."""
    if fair.empty:
        return TOO_FEW
    held = pd.to_datetime(fair["scheduled_for"])
    if (held == held.dt.normalize()).all():
        return DAY_ONLY
    order = _order(fair.assign(held=held))
    cards = np.arange(len(order.apart))
    strong, apart, now = order.pairs(cards)
    people = len(np.unique(order.who[now]))
    if len(now) < FEWEST_PAIRS or people < FEWEST_PEOPLE:
        return TOO_FEW
    slope = _slope(strong, apart, order.block[now])
    random = np.random.default_rng(SEED)
    slopes = np.array([_of(order, order.shuffled(random)) for _ in range(SHUFFLES)])
    low, high = np.quantile(slopes, (0.025, 0.975))
    return Contrast(slope, float(low), float(high), slopes, len(now), people)


def _order(fair: pd.DataFrame) -> _Order:
    """The cards in order, one a candidate and interviewer."""
    role = fair["role_profile"].fillna("Not given")
    level = fair["fair_rating"] - fair.groupby([role, "stage"])["fair_rating"].transform("mean")
    cards = fair.assign(role=role, level=level).sort_values(
        ["interviewer_id", "role", "held", "interview_id"], kind="stable"
    )
    cards = cards.drop_duplicates(["interviewer_id", "candidate"]).reset_index(drop=True)
    who, candidate = cards["interviewer_id"].factorize()[0], cards["candidate"].factorize()[0]
    own = cards["level"].to_numpy(float)
    number = np.bincount(candidate) - 1.0
    others = np.bincount(candidate, weights=own)[candidate] - own
    colleagues = number[candidate]
    apart = np.where(colleagues > 0, own - others / np.maximum(colleagues, 1), np.nan)
    half = cards["held"].dt.year * 2 + (cards["held"].dt.month > 6)
    within = cards.assign(half=half).groupby(["interviewer_id", "role", "half"])
    block = np.asarray(within.ngroup(), dtype=np.intp)
    same = cards[["interviewer_id", "role"]].eq(cards[["interviewer_id", "role"]].shift()).all(axis=1)
    near = cards["held"].diff() <= pd.Timedelta(days=DAYS)
    known = ~np.isnan(apart)
    follows = (same & near).to_numpy() & known & np.concatenate([[False], known[:-1]])
    return _Order(
        *_raters(candidate, who, own),
        candidate,
        who,
        apart,
        block,
        np.flatnonzero(follows),
    )


def _raters(candidate: Places, who: Places, level: Numbers) -> tuple[Places, Numbers]:
    """Who rated each candidate and what they gave, in columns; of very many the first."""
    order = np.argsort(candidate, kind="stable")
    first = np.searchsorted(candidate[order], candidate[order])
    column = np.arange(len(order)) - first
    order, column = order[column < MOST_RATERS], column[column < MOST_RATERS]
    shape = (int(candidate.max()) + 1, int(column.max()) + 1)
    raters, levels = np.full(shape, -1), np.zeros(shape)
    raters[candidate[order], column], levels[candidate[order], column] = who[order], level[order]
    return raters, levels


def _of(order: _Order, cards: Places) -> float:
    strong, apart, now = order.pairs(cards)
    return _slope(strong, apart, order.block[now])


def _slope(strong: Numbers, apart: Numbers, block: Places) -> float:
    """Points apart for a point stronger, among the cards of each block."""
    counts = np.maximum(np.bincount(block), 1)
    x = strong - (np.bincount(block, weights=strong) / counts)[block]
    y = apart - (np.bincount(block, weights=apart) / counts)[block]
    return float((x * y).sum() / max((x * x).sum(), NOTHING))

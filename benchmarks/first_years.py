"""Companies whose hires live their first year as often as one likes: what is true of each of them is counted, not told.

The quality of a hire is the sum of role, start year, region, interviewers, pairs and source; what they sell is that and
luck, a month's noise, and nothing after an exit. The same hires with the same panels and fresh luck show how often
each becomes a high performer, meets the bar or stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
LUCK, SLOPE, NOISE, LEAVING = 0.87, 0.5, 0.9, 0.02
ROLES, REGIONS, SOURCES, YEARS = 4, 4, 5, 3
RAMPED = np.minimum(1.0, np.arange(1, 25) / 7)
FIRST_DAY, FIRST_YEAR, LONGEST = pd.Timestamp("2022-01-03"), 12, 24
LAST_START, TODAY = (
    36,
    43,
)  # months after the first day: the newest hires have seven months, and no first year yet
TIMES = 200
OUTCOMES = ("is_high_performer", "is_best_fifth", "met_bar", "has_stayed")


@dataclass(frozen=True)
class Kind:
    """SDs planted, luck having about 1; `tail`: sigma of the log of a month's sales; `share`: of a role."""

    name: str
    interviewers: float = 0.2
    pairs: float = 0.0
    sources: float = 0.1
    shift: float = 0.5
    tail: float = NOISE
    share: float = 0.2


@dataclass(frozen=True)
class Company:
    """The answers to the questions of evidence, and how often each outcome truly comes about, hire by hire."""

    hires: pd.DataFrame
    months: pd.DataFrame
    seats: pd.DataFrame
    outcomes: pd.DataFrame
    truth: pd.DataFrame


def lived(quality: Numbers, kind: Kind, random: np.random.Generator, months: int) -> tuple[Numbers, Places]:
    """What hires of this quality sell each month, a ramped quota being 1, and the month in which they leave."""
    whole = quality + LUCK * random.standard_normal(len(quality))
    leaves = random.geometric(np.clip(LEAVING * np.exp(-0.5 * whole), 1e-6, 0.3))
    noise = np.exp(kind.tail * random.standard_normal((len(quality), months)) - kind.tail**2 / 2)
    sold = np.exp(SLOPE * whole)[:, None] * RAMPED[:months] * noise
    sold[np.arange(1, months + 1)[None, :] >= leaves[:, None]] = 0
    return sold, leaves


def judged(sold: Numbers, leaves: Places, role: Places, share: float) -> Numbers:
    """Each outcome of a first year, as ones and zeros, in the order of `OUTCOMES`."""
    year, has_stayed = sold[:, :FIRST_YEAR].sum(axis=1), leaves > FIRST_YEAR
    is_best = np.zeros(len(year), dtype=bool)
    for one in range(ROLES):
        mine = np.flatnonzero(role == one)
        is_best[mine] = _best(year[mine], share)
    met_bar = has_stayed & (year >= RAMPED[:FIRST_YEAR].sum())
    return np.column_stack([is_best, _best(year, 0.2), met_bar, has_stayed]).astype(float)


def _best(year: Numbers, share: float) -> NDArray[np.bool_]:
    count = int(np.ceil(share * len(year)))
    return (year >= np.sort(year)[::-1][count - 1]) & (year > 0) if count else year > 0


def company(kind: Kind, count: int, seed: int) -> Company:
    """A company of about so many hires whose first year counts, and a fifth more who have not lived it yet."""
    random = np.random.default_rng([seed, count, sum(map(ord, kind.name))])
    hires = round(count * LAST_START / (TODAY - FIRST_YEAR))
    role, region, source, start = (
        random.integers(0, many, hires) for many in (ROLES, REGIONS, SOURCES, LAST_START)
    )
    panels, added = _panels(kind, region, random)
    quality = added + (kind.sources * random.standard_normal(SOURCES))[source]
    for many, at in ((ROLES, role), (YEARS, start // 12), (REGIONS, region)):
        quality = quality + (kind.shift * random.standard_normal(many))[at]
    sold, leaves = lived(quality, kind, random, LONGEST)
    first = FIRST_DAY + pd.to_timedelta(np.round(30.4 * start), unit="D")
    keys = pd.DataFrame({"employee_id": np.char.add("H", np.arange(hires).astype(str)), "hire_date": first})
    levels = keys.assign(
        role_profile=np.char.add("Role ", role.astype(str)),
        region=np.char.add("Region ", region.astype(str)),
        segment=np.char.add("Segment ", random.integers(0, 3, hires).astype(str)),
        source=np.char.add("Source ", source.astype(str)),
    )
    known = np.minimum(TODAY - start, LONGEST)
    old = np.flatnonzero(TODAY - start >= FIRST_YEAR)
    values = judged(sold[old], leaves[old], role[old], kind.share)
    outcomes = _with_backgrounds(levels.iloc[old].reset_index(drop=True), start[old], random)
    outcomes = outcomes.assign(**{name: values[:, at] == 1 for at, name in enumerate(OUTCOMES)})
    sums = np.zeros_like(values)
    for _ in range(TIMES):
        sums += judged(*lived(quality[old], kind, random, FIRST_YEAR), role[old], kind.share)
    return Company(
        _hires(levels, known, leaves),
        _months(keys, sold, leaves, known),
        _seats(keys, panels),
        outcomes,
        pd.DataFrame(sums / TIMES, columns=list(OUTCOMES)),
    )


def _panels(kind: Kind, region: Places, random: np.random.Generator) -> tuple[list[list[int]], Numbers]:
    """Three to five interviewers of each hire's region, the busy ones more often, and what they add to the hire."""
    people = max(12, round(len(region) ** 0.6))
    effects, pairs = kind.interviewers * random.standard_normal(people), dict[tuple[int, int], float]()
    panels, added = [], np.zeros(len(region))
    for place, where in enumerate(region):
        pool = np.arange(people)[where::REGIONS]
        busy = 1 / np.arange(1, len(pool) + 1) ** 0.7
        size = min(int(random.integers(3, 6)), len(pool))
        panel = sorted(random.choice(pool, size, replace=False, p=busy / busy.sum()).tolist())
        both = list(combinations(panel, 2))
        for pair in both:
            pairs.setdefault(pair, kind.pairs * random.standard_normal())
        panels.append(panel)
        added[place] = effects[panel].sum() + sum(pairs[pair] for pair in both)
    return panels, added


def _with_backgrounds(levels: pd.DataFrame, start: Places, random: np.random.Generator) -> pd.DataFrame:
    """Who asked for whom, and what hires brought with them: nothing follows of it."""
    return levels.assign(
        start_year=FIRST_DAY.year + start // 12,
        profile_version=np.where(start < 14, "1", "2"),
        years_in_sales=random.gamma(2, 3, len(levels)),
        previous_industry=np.char.add("Industry ", random.integers(0, 5, len(levels)).astype(str)),
        count_votes=0,
        mean_vote=np.nan,
    )


def _hires(levels: pd.DataFrame, known: Places, leaves: Places) -> pd.DataFrame:
    unknown = dict.fromkeys(("odd_revenue", "even_revenue", "odd_months", "even_months"), np.nan)
    return levels.assign(
        sales_start_on=levels["hire_date"],
        manager_id=None,
        months_since_hire=known,
        months_in_role=known,
        months_known=known,
        has_left=leaves <= known,
        is_start_observed=True,
        is_before_crm=False,
        territory=None,
        **unknown,
    )


def _months(keys: pd.DataFrame, sold: Numbers, leaves: Places, known: Places) -> pd.DataFrame:
    rows = np.repeat(np.arange(len(keys)), known)
    tenure = np.concatenate([np.arange(1, many + 1) for many in known])
    return (
        keys.iloc[rows]
        .reset_index(drop=True)
        .assign(
            tenure_month=tenure,
            is_employed=tenure <= leaves[rows],
            revenue=sold[rows, tenure - 1],
            quota=1.0,
            has_quota=True,
        )
    )


def _seats(keys: pd.DataFrame, panels: Sequence[Sequence[int]]) -> pd.DataFrame:
    rows = np.repeat(np.arange(len(keys)), [len(panel) for panel in panels])
    people = [f"I{who:03d}" for panel in panels for who in panel]
    seats = keys.iloc[rows].reset_index(drop=True)
    return seats.assign(interviewer_id=people, department="Sales", stage="panel")

"""Who is compared with whom: hires and panel seats as the matrices of the model.

    score = role + start year + place + Σ interviewers of the panel + Σ pairs of the panel + source + manager + luck

Role, start year and place (region with segment) are fixed effects, so that hires are compared with hires of the same
role, year and office. Levels with too few hires are put together: a column of three hires would only be learned by
heart. Interviewers, pairs, sources and managers (at the start of the sales clock) are drawn towards zero by the model,
however few hires they have. Where no manager is known, the model is as if there were none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from hiring.statistics.evidence import incomplete
from hiring.statistics.outcomes import KEY, Outcomes

#: A fixed effect of fewer hires says more of them than of the level.
SMALLEST_LEVEL = 8
#: A pair enters the model from five common hires; below, its members' own effects carry it.
FEWEST_PAIR_HIRES = 5
#: A manager of a single hire cannot be told from that hire's own luck.
FEWEST_OF_A_MANAGER = 2
OTHERS = "all others"
NOT_RECORDED = "Not recorded"  # what the marts call the source of a hire no application leads to

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Members:
    """Groups of hires: `design` is sparse, a row a hire and a column a label; 1 where the hire belongs to it."""

    labels: tuple[str, ...]
    design: sparse.csc_array

    def seen(self, fewest: int) -> Members:
        """Only labels of so many hires."""
        return self.chosen(np.flatnonzero(self.counts >= fewest))

    @property
    def counts(self) -> Places:
        """Hires of each label."""
        counts: Places = np.diff(self.design.indptr).astype(np.int64)
        return counts

    def chosen(self, columns: Places) -> Members:
        """Only these labels."""
        return Members(tuple(self.labels[place] for place in columns), self.design[:, columns])


@dataclass(frozen=True)
class Design:
    """The model's matrices for `hires` (the counted ones of an `Outcomes`, in its order).

    `fixed`: columns of ones and zeros named by `fixed_names`, the intercept first. `strata`: the role × year × region
    of each hire as a number. `pair_members`: for each pair, the columns of its two people among `interviewers`.
    `managers`: those at the start; nobody where fewer than two of them have hires enough to be held.
    `recorded`: the share of seats that the recorded panels hold, 1 where none seems to be missing.
    """

    hires: pd.DataFrame
    fixed: Numbers
    fixed_names: tuple[str, ...]
    strata: Places
    interviewers: Members
    pairs: Members
    pair_members: Places
    sources: Members
    managers: Members
    recorded: float = 1.0

    @property
    def score(self) -> Numbers:
        """The outcome of each hire."""
        return self.hires["score"].to_numpy(float)

    @property
    def often_managers(self) -> Members:
        """The managers the model holds."""
        return self.managers.seen(FEWEST_OF_A_MANAGER)

    def held(self, fewest: int = FEWEST_OF_A_MANAGER) -> Numbers:
        """The fixed effects with a column for each manager of so many hires, so that nothing of theirs is left."""
        some = self.managers.seen(fewest)
        return np.column_stack([self.fixed, some.design.toarray()]) if some.labels else self.fixed

    @property
    def panel_places(self) -> Places:
        """The place of each hire as a number, -1 where no panel is recorded."""
        place = pd.factorize(places(self.hires["region"], self.hires["segment"]))[0]
        return np.where(_sizes(self.interviewers) > 0, place, -1).astype(np.int64)

    def with_columns(self, columns: dict[str, Numbers]) -> Design:
        """The design with further fixed effects."""
        added = np.column_stack([self.fixed, *columns.values()])
        return replace(self, fixed=added, fixed_names=(*self.fixed_names, *columns))


def designed(outcomes: Outcomes, seats: pd.DataFrame) -> Design:
    """The matrices for these outcomes and the answer to `evidence/seats`."""
    hires = outcomes.hires
    role, region = collapsed(hires["role_profile"]), collapsed(hires["region"])
    year = joined_years(pd.to_datetime(hires["sales_start_on"]).dt.year)
    place = places(hires["region"], hires["segment"])
    names, columns = ["all hires"], [np.ones(len(hires))]
    for title, values in (("role", role), ("year", year.astype(str)), ("place", place)):
        for level, column in _columns(values):
            names.append(f"{title} {level}")
            columns.append(column)
    managers, unknown = _managers(hires)
    if unknown.sum() >= SMALLEST_LEVEL:
        names.append("manager not known")
        columns.append(unknown)
    interviewers = _interviewers(hires, seats)
    sizes = _sizes(interviewers)
    for name, column in incomplete.unrecorded(sizes, place, SMALLEST_LEVEL).items():
        names.append(name)
        columns.append(column)
    pairs, pair_members = _pairs(interviewers)
    return Design(
        hires=hires,
        fixed=np.column_stack(columns),
        fixed_names=tuple(names),
        strata=_codes(role, year, region),
        interviewers=interviewers,
        pairs=pairs,
        pair_members=pair_members,
        sources=_members(hires["source"].where(hires["source"] != NOT_RECORDED)),
        managers=managers,
        recorded=incomplete.recorded_share(sizes, _codes(role, year)),
    )


def collapsed(values: pd.Series, fewest: int = SMALLEST_LEVEL) -> pd.Series:
    """The levels, rare ones put together; where even together they are too few, with the most frequent level."""
    values = values.astype(str)
    counts = values.map(values.value_counts())
    is_rare = counts < fewest
    if not is_rare.any() or is_rare.all():
        return values.where(~is_rare, OTHERS)
    rest = OTHERS if int(is_rare.sum()) >= fewest else str(values[~is_rare].mode().iloc[0])
    return values.where(~is_rare, rest)


def joined_years(years: pd.Series, fewest: int = SMALLEST_LEVEL) -> pd.Series:
    """Start years, each with too few hires put to the year before it (the first one to the year after)."""
    counts = years.value_counts().sort_index()
    known = [int(year) for year in counts.index]
    into: dict[int, int] = {}
    held, size = known[0] if known else 0, 0
    for year in known:
        if size >= fewest:
            held, size = year, 0
        size += int(counts[year])
        into[year] = held
    if size < fewest and held != (known[0] if known else 0):
        last = max(target for target in into.values() if target != held)
        into = {year: last if target == held else target for year, target in into.items()}
    return years.map(into).astype(np.int64)


def places(region: pd.Series, segment: pd.Series, fewest: int = SMALLEST_LEVEL) -> pd.Series:
    """Region with segment; only the region where the two have too few hires."""
    both = region.astype(str) + " · " + segment.astype(str)
    counts = both.map(both.value_counts())
    return collapsed(both.where(counts >= fewest, region.astype(str)), fewest)


def _columns(values: pd.Series) -> list[tuple[str, Numbers]]:
    """A column of ones and zeros for each level but the most frequent, which all others are compared with."""
    levels = values.value_counts().sort_index(kind="stable").sort_values(ascending=False, kind="stable").index
    return [(str(level), (values == level).to_numpy(float)) for level in sorted(levels[1:])]


def _codes(*columns: pd.Series) -> Places:
    together = pd.Series(list(zip(*(column.astype(str) for column in columns), strict=True)), dtype=object)
    return pd.factorize(together)[0].astype(np.int64)


def _sizes(interviewers: Members) -> Places:
    """How many interviewers of each hire are recorded."""
    return np.bincount(interviewers.design.indices, minlength=interviewers.design.shape[0]).astype(np.int64)


def _members(values: pd.Series) -> Members:
    """One column a value; a missing value belongs to none."""
    codes, labels = pd.factorize(values, sort=True)
    known = np.flatnonzero(codes >= 0)
    shape = (len(values), len(labels))
    design = sparse.csc_array((np.ones(len(known)), (known, codes[known])), shape=shape)
    return Members(tuple(str(label) for label in labels), design)


def _managers(hires: pd.DataFrame) -> tuple[Members, Numbers]:
    """All managers, and whose is not known; nobody and no hire where fewer than two could be held."""
    given = hires["manager_id"] if "manager_id" in hires else pd.Series(None, index=hires.index, dtype=object)
    every = _members(given)
    if len(every.seen(FEWEST_OF_A_MANAGER).labels) < 2:
        return every.chosen(np.zeros(0, dtype=np.int64)), np.zeros(len(hires))
    return every, given.isna().to_numpy(bool).astype(float)


def _interviewers(hires: pd.DataFrame, seats: pd.DataFrame) -> Members:
    rows = seats[[*KEY, "interviewer_id"]].drop_duplicates()
    rows = rows.merge(hires[KEY].assign(place=np.arange(len(hires))), on=KEY, how="inner")
    codes, labels = pd.factorize(rows["interviewer_id"], sort=True)
    where = (rows["place"].to_numpy(np.int64), codes.astype(np.int64))
    design = sparse.csc_array((np.ones(len(rows)), where), shape=(len(hires), len(labels)))
    design.sort_indices()
    return Members(tuple(str(label) for label in labels), design)


def _pairs(interviewers: Members) -> tuple[Members, Places]:
    """Every two people with enough common hires, in order of their labels."""
    together = sparse.triu(interviewers.design.T @ interviewers.design, k=1).tocoo()
    often = together.data >= FEWEST_PAIR_HIRES
    members = np.column_stack([together.row[often], together.col[often]]).astype(np.int64)
    members = members[np.lexsort((members[:, 1], members[:, 0]))]
    both = interviewers.design[:, members[:, 0]].multiply(interviewers.design[:, members[:, 1]]).tocsc()
    both.eliminate_zeros()
    labels = tuple(f"{interviewers.labels[a]} + {interviewers.labels[b]}" for a, b in members)
    return Members(labels, sparse.csc_array(both)), members

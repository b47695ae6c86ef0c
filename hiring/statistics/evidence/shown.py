"""What of the company's evidence is shown: filters and rights choose rows, and never change a number in them.

A row stands where at least one of its hires was chosen. It tells from how many hires of the company its estimate is,
and how many of these were chosen. Who may not see all of these hires could take the ones they see from the whole: where
fewer than a small group would be left, the row tells a least number instead of its n, and no plain mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy import sparse

from hiring.access.small_groups import too_small
from hiring.statistics.evidence import telling
from hiring.statistics.evidence.claims import FEWEST_HIRES
from hiring.statistics.evidence.counted import rests_on
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.frames import Chosen, is_in
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.luck import Luck
from hiring.statistics.outcomes import KEY

NOT_NAMED, NOT_SHOWN = "not named to you", "not among those shown"


@dataclass(frozen=True)
class Shown:
    """The rows to be shown, and the company they are of.

    `evidence`: the company's with only these rows, each with `here` (its chosen hires) and `is_least` (whether n is the
    least it can be, as the true one is kept back). `hires`: the chosen of the hires with an outcome; `seats`: of their
    panels; `count_chosen`: hires chosen at all. `names` as in `Chosen`. `rests_on` says from whom the estimates are;
    empty where no hire is left out.
    """

    company: Evidence
    evidence: Evidence
    hires: pd.DataFrame
    seats: pd.DataFrame
    names: Mapping[str, str] | None
    count_chosen: int
    rests_on: str


def shown(found: Evidence, chosen: Chosen) -> Shown:
    """What of the evidence is shown."""
    seats = found.seats
    counted = found.outcomes.hires
    is_chosen, is_permitted = is_in(counted, chosen.hires), is_in(counted, chosen.permitted)
    mine = counted[is_chosen].reset_index(drop=True)
    sat = _Sat(counted, seats)
    sees_all, is_nameless = bool(is_permitted.all()), chosen.people is None

    def cut(frame: pd.DataFrame, kind: Kind) -> pd.DataFrame:
        here = sat.counts(frame, kind, is_chosen)
        seen = frame["n"] if sees_all else sat.counts(frame, kind, is_permitted)
        rows = _cut(frame, here, seen, FEWEST_HIRES[kind], is_nameless=is_nameless)
        return rows if kind is Kind.SOURCES or is_nameless else _may_be_named(rows, kind, chosen)

    of_mine = seats.merge(mine[KEY], on=KEY, how="inner")
    return Shown(
        company=found,
        evidence=replace(
            found,
            interviewers=cut(found.interviewers, Kind.INTERVIEWERS),
            pairs=cut(found.pairs, Kind.TOTALS),
            sources=cut(found.sources, Kind.SOURCES),
        ),
        hires=mine,
        seats=of_mine if is_nameless else _may_be_named(of_mine, Kind.INTERVIEWERS, chosen),
        names=chosen.names,
        count_chosen=len(chosen.hires),
        rests_on=rests_on(len(counted), len(mine), sees_all=sees_all),
    )


def _may_be_named(rows: pd.DataFrame, kind: Kind, chosen: Chosen) -> pd.DataFrame:
    """The rows about interviewers alone whose figures the viewer may see: of a pair, both."""
    sides = ["first_id", "second_id"] if kind is Kind.TOTALS else ["id" if "id" in rows else "interviewer_id"]
    may = np.logical_and.reduce([chosen.interviewers.may_be_named(rows[side]) for side in sides])
    return rows if may.all() else rows[may].reset_index(drop=True)


def highest(found: Shown, kind: Kind, dealt: Luck) -> str:
    """The company's highest beside the highest by luck; named only where it is Clear, shown, and names may be seen.

    The sentence tells its hires: nobody is named whose count is kept back.
    """
    is_clear = telling.is_named(found.company, kind, dealt.best)
    frame = {
        Kind.INTERVIEWERS: found.evidence.interviewers,
        Kind.TOTALS: found.evidence.pairs,
        Kind.SOURCES: found.evidence.sources,
    }[kind]
    row = frame[frame["id"] == dealt.best]
    names = found.names or {}
    if kind is not Kind.SOURCES and (found.names is None or row["is_least"].any()):
        dealt, names = replace(dealt, best=NOT_NAMED), {}
    elif is_clear and row.empty:
        dealt, names = replace(dealt, best=NOT_SHOWN), {}
    return telling.luck_sentence(dealt, kind, names, is_clear=is_clear)


def _cut(
    frame: pd.DataFrame, here: pd.Series, seen: pd.Series, fewest: int, *, is_nameless: bool
) -> pd.DataFrame:
    """The rows with a chosen hire; for viewers without names, with no small group of them."""
    is_least = too_small(frame["n"] - seen)
    rounded = frame.assign(
        n=frame["n"].where(~is_least, seen.clip(lower=fewest)),
        raw_mean=frame["raw_mean"].mask(is_least),
        here=here,
        is_least=is_least,
    )
    is_shown = (here > 0) & ~too_small(here) if is_nameless else here > 0
    return rounded[is_shown].reset_index(drop=True)


class _Sat:
    """Who sat in which panel of the counted hires, to count by."""

    def __init__(self, hires: pd.DataFrame, seats: pd.DataFrame) -> None:
        rows = seats[[*KEY, "interviewer_id"]].drop_duplicates()
        rows = rows.merge(hires[KEY].assign(place=np.arange(len(hires))), on=KEY, how="inner")
        codes, people = pd.factorize(rows["interviewer_id"])
        where = (rows["place"].to_numpy(np.int64), codes.astype(np.int64))
        self._places = {str(who): index for index, who in enumerate(people)}
        self._panels = sparse.csr_array((np.ones(len(rows)), where), shape=(len(hires), len(people)))
        self._sources = hires["source"]

    def counts(self, frame: pd.DataFrame, kind: Kind, which: np.ndarray) -> pd.Series:
        """For each row of a claims frame how many of the hires of `which` it is about."""
        if kind is Kind.SOURCES:
            counted = self._sources[which].value_counts()
            return frame["id"].map(counted).fillna(0).astype(np.int64)
        panels = self._panels[np.flatnonzero(which)]
        if kind is Kind.INTERVIEWERS:
            counts = np.asarray(panels.sum(axis=0))[self._place(frame["id"])]
        else:
            first, second = (panels[:, self._place(frame[side])] for side in ("first_id", "second_id"))
            counts = np.asarray(first.multiply(second).sum(axis=0))
        return pd.Series(counts.astype(np.int64), index=frame.index)

    def _place(self, people: pd.Series) -> np.ndarray:
        return people.astype(str).map(self._places).to_numpy(np.int64)

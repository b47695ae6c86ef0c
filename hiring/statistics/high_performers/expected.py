"""What was to be expected of hires like these: the chance of each hire of a group, told by hires who are not in it.

A ridge logit on role, region and start year (`logit`) is fitted once for each group that may have a row, without that
group's own hires: what they did says nothing of what was expected of them. The factor that a row stands for is no part
of its model, for a row by region would else be levelled by region; role, region and year each stand for themselves.
A profile's version lies within its role and changes with the years: its model keeps both, so that it is compared with
hires of the same role under another version, the years being told apart by the other roles. What is kept is a chance a
hire, group and outcome; whoever filters only averages them.

A hire's baseline is something else: the chance by the fit of all hires, their own result among them. It is what the
effect of an interviewer, pair or source is put on top of (`levelled`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import expit

from hiring.statistics.high_performers import logit
from hiring.statistics.high_performers.groups import (
    GROUP_COLUMNS,
    MEMBER_COLUMNS,
    Factor,
    groups,
    with_levels,
)
from hiring.statistics.high_performers.logit import AT_ONCE, Cells, Numbers, Places
from hiring.statistics.outcomes import KEY

#: What hires are compared by.
COMPARED = (Factor.ROLE, Factor.REGION, Factor.START_YEAR)
HIGH_PERFORMER, BEST_FIFTH, MET_BAR, STAYED = "is_high_performer", "is_best_fifth", "met_bar", "has_stayed"
OUTCOMES = (HIGH_PERFORMER, BEST_FIFTH, MET_BAR, STAYED)


@dataclass(frozen=True)
class Model:
    """A fit of all hires: its cells, whose outcome is `known` (by hire), `trials` and `chance` (by cell), `penalty`."""

    of: Cells
    known: Numbers
    trials: Numbers
    penalty: Numbers
    chance: Numbers


@dataclass(frozen=True)
class HighPerformers:
    """The hires whose first year counts, the groups of them, and what was to be expected; true ids and all.

    `hires`: the answer to `evidence/outcomes`, with levels as in `groups.with_levels`, and each hire's `baseline`, of
    becoming a high performer; a missing outcome is none.
    `groups`: as in `groups.groups`. `expected`: group, hire (its place in `hires`) and each outcome's chance, nan where
    no other hire could tell it. `penalties`: of each outcome's logit, by factor.
    """

    hires: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*KEY, *OUTCOMES]))
    groups: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=GROUP_COLUMNS))
    expected: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*MEMBER_COLUMNS, *OUTCOMES]))
    penalties: dict[str, dict[str, float]] = field(default_factory=dict)

    @cached_property
    def _models(self) -> dict[tuple[str, str], Model]:
        return {}

    def model(self, outcome: str, left_out: str = "") -> Model:
        """The fit of all hires by all that they are compared by but one factor, made once: every row asks for it."""
        if (outcome, left_out) not in self._models:
            of = compared(self.hires, left_out)
            known, successes = outcome_of(self.hires, outcome)
            trials, penalty = of.summed(known), of.penalty(self.penalties[outcome])
            found = logit.whole(of, trials, of.summed(successes), penalty)
            chance = np.asarray(expit(of.design @ found), dtype=float)
            self._models[outcome, left_out] = Model(of, known, trials, penalty, chance)
        return self._models[outcome, left_out]

    def told_by_others(self, which: NDArray[np.bool_]) -> Numbers:
        """The chance of each of these hires to become a high performer, by all hires but them; nan of the others."""
        known, successes = outcome_of(self.hires, HIGH_PERFORMER)
        places = np.flatnonzero(which)
        members = pd.DataFrame({"group": 0, "hire": places}, index=range(len(places)))
        chances = np.full(len(self.hires), np.nan)
        if len(places):
            penalties = self.penalties[HIGH_PERFORMER]
            chances[places] = _without_own(compared(self.hires), known, successes, members, penalties)
        return chances


def high_performers(outcomes: pd.DataFrame, seats: pd.DataFrame) -> HighPerformers:
    """All of it, from the answers to `evidence/outcomes` and `evidence/seats`; nothing where no first year counts."""
    if outcomes.empty:
        return HighPerformers()
    hires = with_levels(outcomes, seats)
    made, members = groups(hires, seats)
    penalties: dict[str, dict[str, float]] = {}
    expected = members.assign(**dict.fromkeys(OUTCOMES, np.nan))
    for outcome in OUTCOMES:
        known, successes = outcome_of(hires, outcome)
        full = compared(hires)
        penalties[outcome] = logit.chosen_penalties(full, full.summed(known), full.summed(successes))
        for left_out, which in _by_model(made):
            mine = members["group"].isin(which).to_numpy(bool)
            expected.loc[mine, outcome] = _without_own(
                compared(hires, left_out), known, successes, members[mine], penalties[outcome]
            )
    told = hires.assign(baseline=baseline(hires, penalties[HIGH_PERFORMER]))
    return HighPerformers(told, made, expected, penalties)


def baseline(hires: pd.DataFrame, penalties: dict[str, float]) -> Numbers:
    """The chance of each hire to become a high performer, by role, region and start year, told by all hires."""
    known, successes = outcome_of(hires, HIGH_PERFORMER)
    of = compared(hires)
    found = logit.whole(of, of.summed(known), of.summed(successes), of.penalty(penalties))
    return np.asarray(expit(of.design @ found)[of.of], dtype=float)


def outcome_of(hires: pd.DataFrame, outcome: str) -> tuple[Numbers, Numbers]:
    """Whether the outcome of each hire is known, and whether it is so, as ones and zeros."""
    values = hires[outcome].astype("boolean")
    return np.asarray(values.notna(), dtype=float), np.asarray(values.fillna(False), dtype=float)


def compared(hires: pd.DataFrame, left_out: str = "") -> Cells:
    """The hires by all that they are compared by but one."""
    return logit.cells(hires[[factor.value for factor in COMPARED if factor.value != left_out]])


def left_out_for(factor: str) -> str:
    """The factor that the model of such rows does without; empty where it has all."""
    return factor if factor in COMPARED else ""


def _by_model(made: pd.DataFrame) -> list[tuple[str, Places]]:
    """The groups of each model."""
    left_out = made["factor"].map(lambda factor: left_out_for(str(factor)))
    return [(str(name), mine["group"].to_numpy(np.int64)) for name, mine in made.groupby(left_out, sort=True)]


def _without_own(
    of: Cells, known: Numbers, successes: Numbers, members: pd.DataFrame, penalties: dict[str, float]
) -> Numbers:
    """The chance of each member, by the hires outside its group."""
    trials, counted = of.summed(known), of.summed(successes)
    penalty = of.penalty(penalties)
    start = logit.whole(of, trials, counted, penalty)
    codes, _ = pd.factorize(members["group"])
    hire = members["hire"].to_numpy(np.int64)
    cell = of.of[hire]
    chances = np.full(len(members), np.nan)
    for first in range(0, int(codes.max(initial=-1)) + 1, AT_ONCE):
        mine = np.flatnonzero((codes >= first) & (codes < first + AT_ONCE))
        fits = int(codes[mine].max()) - first + 1
        where = (codes[mine] - first, cell[mine])
        own, own_counted = (
            sparse.coo_array((values[hire[mine]], where), shape=(fits, of.count)).toarray()
            for values in (known, successes)
        )
        others, their_counted = trials - own, counted - own_counted
        found = logit.fitted(of.design, others, their_counted, penalty, np.tile(start, (fits, 1)))
        has_others = others.sum(axis=1) > 0
        every = np.where(has_others[:, None], expit(found @ of.design.T), np.nan)
        chances[mine] = every[where]
    return chances

"""The model of a design fitted, and what it says of interviewers, pairs and sources.

A pair's total is the sum of its two people and of what the pair adds: the joint posterior of the three, not the sum of
their separate intervals. What the pair adds alone is its synergy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from typing import Any

import numpy as np
from scipy import sparse

from hiring.statistics.evidence import incomplete, needed
from hiring.statistics.evidence.designs import Design, Members, Numbers, Places
from hiring.statistics.mixed_model import (
    Block,
    Fit,
    Posterior,
    Prior,
    fit,
    fit_in_stages,
    integrated_posterior,
    posterior,
)
from hiring.statistics.mixed_model.posterior import Moments, moments
from hiring.statistics.mixed_model.solving import Solution, solve

INTERVIEWER, PAIR, SOURCE, MANAGER = "interviewer", "pair", "source", "manager"
#: Above so many effects the variances are known well enough to be taken as fitted; below, they are averaged over.
MOST_INTEGRATED = 700
#: What is held of the spread of interviewers before any hire is seen. A power of 0 lets so much of it lie next to
#: nothing that ranges of people who do differ come out too short (they hold 75 of 100 truths where 80 are told, on
#: invented companies of 300 and 1,000 hires); at 1/2 they hold 77 to 84.
PRIOR = Prior(0.5, {INTERVIEWER: 0.5})
#: A sign counts as sure only as far as one agrees who expects small spreads.
SCEPTICAL = Prior(0.25)
#: Standard deviations of sources over that of luck which are averaged over.
SOURCE_GRID = (0.03, 0.1, 0.2, 0.35)
#: From so many hires on, variances are estimated from the pairs seen often, which is as good and much quicker.
STAGED_FROM, OFTEN = 3000, 10
TOLERANCE, QUICK_TOLERANCE = 1e-7, 1e-3
#: How far effects reach that are worth knowing, over what luck leaves: a fifth, and half of that for what a pair adds.
#: What the data could see is judged for effects of that size at least: a company in which nobody differs has not too
#: few hires on that account.
WORTH_KNOWING = {INTERVIEWER: 0.2, PAIR: 0.1, SOURCE: 0.2, MANAGER: 0.2}
SYNERGY_WORTH_KNOWING = 0.2


class Kind(StrEnum):
    """What a sum of effects is about."""

    INTERVIEWERS = "interviewers"
    TOTALS = "pairs"
    SYNERGIES = "synergies"
    SOURCES = "sources"


@dataclass(frozen=True)
class Fitted:
    """A fit of a design."""

    design: Design
    fit: Fit

    def weights(self, kind: Kind) -> Any:
        """(rows, effects): the sum of effects that each interviewer, pair or source stands for."""
        at, size = self.fit.places, self.fit.solution.data.columns
        if kind is Kind.INTERVIEWERS:
            parts = [(INTERVIEWER, np.arange(len(self.design.interviewers.labels)))]
        elif kind is Kind.SOURCES:
            parts = [(SOURCE, np.arange(len(self.design.sources.labels)))]
        else:
            own = [(PAIR, np.arange(len(self.design.pairs.labels)))]
            both = [(INTERVIEWER, self.design.pair_members[:, side]) for side in (0, 1)]
            parts = own if kind is Kind.SYNERGIES else [*both, *own]
        count = len(parts[0][1])
        return _sums(count, size, [(at[name].start, columns) for name, columns in parts if name in at])

    def posterior(self, kind: Kind) -> Posterior:
        """What the data say of every sum of a kind; sources are worked out only once somebody asks for them."""
        if kind is Kind.SOURCES:
            return self._sources
        return incomplete.widened(self._panels[kind], self.hidden(kind))

    def hidden(self, kind: Kind) -> float:
        """By how many times what shows of the variance more of it is hidden, as seats are missing; 0 if none seem to.

        Of a pair's total, two parts are its people's and one is what it adds.
        """
        if kind is Kind.SOURCES:
            return 0.0
        people, pairs = self._hidden
        return {Kind.INTERVIEWERS: people, Kind.SYNERGIES: pairs}.get(kind, (2 * people + pairs) / 3)

    @property
    def times_wider(self) -> float:
        """How many times as wide the middle one of interviewers' ranges gets by what is hidden."""
        if not self.hidden(Kind.INTERVIEWERS):
            return 1.0
        return float(np.median(self.posterior(Kind.INTERVIEWERS).sd / self._panels[Kind.INTERVIEWERS].sd))

    @cached_property
    def _hidden(self) -> tuple[float, float]:
        design, share = self.design, self.design.recorded
        if share >= 1:
            return 0.0, 0.0
        people = incomplete.hidden_spread(design.interviewers.design, design.panel_places, share)
        return people, incomplete.hidden_spread(design.pairs.design, design.panel_places, share**2)

    @cached_property
    def _panels(self) -> dict[Kind, Posterior]:
        """Interviewers, pairs and what pairs add: the model is solved a few times for all of them at once."""
        every = {kind: self.weights(kind) for kind in Kind if kind is not Kind.SOURCES}
        found = self._of_panels(sparse.vstack(list(every.values()), format="csr"))
        ends = np.cumsum([weights.shape[0] for weights in every.values()])
        starts = [0, *ends[:-1]]
        return {
            kind: chosen(found, np.arange(start, end))
            for kind, start, end in zip(every, starts, ends, strict=True)
        }

    @cached_property
    def _sources(self) -> Posterior:
        return self._of_sources(self.weights(Kind.SOURCES))

    def _of_panels(self, weights: Any) -> Posterior:
        """Averaged over the variances of interviewers and pairs where the fit is not too large.

        Managers do not count: how claims are made must not hang on whether the files name them.
        """
        can_integrate = any(name in self.fit.places for name in (INTERVIEWER, PAIR))
        count = self.fit.solution.data.columns - len(self.design.often_managers.labels)
        if can_integrate and count <= MOST_INTEGRATED:
            return integrated_posterior(self.fit, weights, prior=PRIOR, sceptical=SCEPTICAL)
        return posterior(self.fit, weights)

    def _of_sources(self, weights: Any) -> Posterior:
        """Averaged over the variance of sources, however many hires there are: it rests on a handful of sources."""
        if SOURCE in self.fit.places:
            return integrated_posterior(self.fit, weights, {SOURCE: SOURCE_GRID})
        return posterior(self.fit, weights)

    def worth_knowing(self, kind: Kind) -> Solution:
        """The model at variances at least as large as those worth knowing."""
        return self._worth_of_synergies if kind is Kind.SYNERGIES else self._worth

    @cached_property
    def _worth(self) -> Solution:
        return self._at_least(WORTH_KNOWING)

    @cached_property
    def _worth_of_synergies(self) -> Solution:
        return self._at_least(WORTH_KNOWING | {PAIR: SYNERGY_WORTH_KNOWING})

    def _at_least(self, least: Mapping[str, float]) -> Solution:
        ratios = np.array([max(ratio, least[name] ** 2) for name, ratio in self.fit.ratios.items()])
        return solve(self.fit.solution.data, ratios, "reml")

    @cached_property
    def grown(self) -> tuple[Solution, ...]:
        """The model at variances worth knowing, if there were more hires of the same panels."""
        return needed.grown(self._worth)


def chosen(found: Posterior, rows: Places) -> Posterior:
    """The posterior of these rows only."""
    return Posterior(*(getattr(found, field.name)[rows] for field in fields(found)))


def main_blocks(design: Design, rows: Sequence[int] | Places | None = None) -> list[Block]:
    """Interviewers, sources and managers as the engine wants them, of all hires or of these rows."""
    blocks = ((INTERVIEWER, design.interviewers), (SOURCE, design.sources), (MANAGER, design.often_managers))
    return [_block(name, members, rows) for name, members in blocks if members.labels]


def fitted_mains(design: Design) -> Fitted:
    """The quick model: interviewers and sources, no pairs, variances as fitted."""
    return Fitted(design, fit(design.score, design.fixed, main_blocks(design), tolerance=QUICK_TOLERANCE))


def fitted_whole(design: Design) -> Fitted:
    """The model that claims rest on."""
    pairs = [_block(PAIR, design.pairs)] if design.pairs.labels else []
    blocks = [*main_blocks(design), *pairs]
    often = np.flatnonzero(design.pairs.counts >= OFTEN)
    if len(design.hires) >= STAGED_FROM and len(often):
        first = [*main_blocks(design), _block(PAIR, design.pairs.chosen(often))]
        return Fitted(design, fit_in_stages(design.score, design.fixed, blocks, first, TOLERANCE))
    return Fitted(design, fit(design.score, design.fixed, blocks, tolerance=TOLERANCE))


def reliability(at: Solution, weights: Any) -> Numbers:
    """Share of each sum's variance that the data explain at these variances; 0 where there is none."""
    found: Moments = moments(at, weights)
    prior = found.prior_variance
    share = 1 - found.variance / np.where(prior > 0, prior, 1.0)
    return np.asarray(np.where(prior > 0, np.clip(share, 0.0, 1.0), 0.0), dtype=float)


def _block(name: str, members: Members, rows: Sequence[int] | Places | None = None) -> Block:
    return Block(name, members.labels, members.design if rows is None else members.design[rows])


def _sums(count: int, size: int, parts: Sequence[tuple[int, Places]]) -> Any:
    rows = np.tile(np.arange(count), len(parts))
    columns = np.concatenate([start + places for start, places in parts] or [np.zeros(0, dtype=np.int64)])
    return sparse.csr_array((np.ones(len(columns)), (rows, columns.astype(np.int64))), shape=(count, size))

"""Invented companies for the mixed model: who sat on which panel, and outcomes with known effects."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from hiring.statistics.mixed_model import Block

ROLES, YEARS, SOURCES = 6, 5, 8
POOL = 30  # interviewers of one office


@dataclass(frozen=True)
class Company:
    """Hires with their panels; `effects` are the planted ones of each block, by label."""

    outcome: NDArray[np.float64]
    fixed: NDArray[np.float64]
    blocks: tuple[Block, ...]
    effects: dict[str, NDArray[np.float64]]

    def with_pairs_from(self, hires: int) -> tuple[Block, ...]:
        """The blocks, of the pairs only those seen together that often."""
        pairs = next(block for block in self.blocks if block.name == "pair")
        seen = np.asarray(pairs.design.sum(axis=0)).ravel() >= hires
        labels = tuple(label for label, often in zip(pairs.labels, seen, strict=True) if often)
        fewer = Block("pair", labels, pairs.design[:, np.flatnonzero(seen)])
        return tuple(fewer if block.name == "pair" else block for block in self.blocks)

    @property
    def totals(self) -> Any:
        """Weights of every pair's total: one for each of the two, one for the pair."""
        places, start = {}, 0
        for block in self.blocks:
            places[block.name] = start
            start += len(block.labels)
        pairs = next(block for block in self.blocks if block.name == "pair")
        rows = np.repeat(np.arange(len(pairs.labels)), 3)
        columns = []
        for place, label in enumerate(pairs.labels):
            one, other = (int(part) for part in label.split("+"))
            columns += [places["interviewer"] + one, places["interviewer"] + other, places["pair"] + place]
        return sparse.csr_array((np.ones(rows.size), (rows, columns)), shape=(len(pairs.labels), start))

    @property
    def planted(self) -> NDArray[np.float64]:
        """The true effects of all blocks side by side."""
        return np.concatenate([self.effects[block.name] for block in self.blocks])


def company(
    seed: int,
    hires: int,
    interviewers: int,
    *,
    least: int = 5,
    spreads: tuple[float, float, float] = (0.2, 0.15, 0.1),
) -> Company:
    """A company by chance: panels of three to five from the hire's office, the busy ones oftener.

    Interviewers are there for part of the time. `least` hires make a pair of its own; `spreads` are
    the standard deviations of interviewers, pairs and sources, the residual's being 1.
    """
    chance = np.random.default_rng(seed)
    panels, office, year = _panels(chance, hires, interviewers)
    counts = Counter(pair for panel in panels for pair in combinations(panel, 2))
    pairs = {pair: place for place, pair in enumerate(sorted(p for p, n in counts.items() if n >= least))}
    source = chance.integers(0, SOURCES, hires)
    blocks = (
        _block("interviewer", [str(one) for one in range(interviewers)], panels),
        _block(
            "pair",
            [f"{one}+{other}" for one, other in pairs],
            [[pairs[pair] for pair in combinations(panel, 2) if pair in pairs] for panel in panels],
        ),
        _block("source", [str(one) for one in range(SOURCES)], [[int(one)] for one in source]),
    )
    effects = {
        block.name: spread * chance.standard_normal(len(block.labels))
        for block, spread in zip(blocks, spreads, strict=True)
    }
    dummies = [np.eye(ROLES)[chance.integers(0, ROLES, hires)], np.eye(YEARS)[year]]
    dummies.append(np.eye(int(office.max()) + 1)[office])
    fixed = np.column_stack([np.ones(hires), *(one[:, 1:] for one in dummies)])
    shifts = 0.5 * chance.standard_normal(fixed.shape[1])
    outcome = fixed @ shifts + chance.standard_normal(hires)
    outcome += sum(block.design @ effects[block.name] for block in blocks)
    return Company(outcome, fixed, blocks, effects)


def _panels(chance: np.random.Generator, hires: int, interviewers: int) -> tuple[list[list[int]], Any, Any]:
    """Each hire's panel (sorted), office and year."""
    offices = max(1, interviewers // POOL)
    office, moment = chance.integers(0, offices, hires), chance.uniform(0, YEARS, hires)
    belongs = np.arange(interviewers) % offices
    busy = 1.0 / (1 + np.arange(interviewers) // offices) ** 0.7
    since = chance.uniform(-YEARS, YEARS * 0.6, interviewers)
    until = since + chance.uniform(YEARS * 0.5, YEARS * 1.5, interviewers)
    panels = []
    for place, at in zip(office, moment, strict=True):
        there = (belongs == place) & (since <= at) & (at <= until)
        there = there if there.sum() >= 3 else belongs == place
        odds = busy * there
        size = min(int(chance.integers(3, 6)), int((odds > 0).sum()))
        panels.append(sorted(chance.choice(interviewers, size, replace=False, p=odds / odds.sum()).tolist()))
    return panels, office, moment.astype(int)


def _block(name: str, labels: list[str], members: list[list[int]]) -> Block:
    rows = np.repeat(np.arange(len(members)), [len(some) for some in members])
    columns = np.array([one for some in members for one in some], dtype=int)
    design = sparse.csc_array((np.ones(rows.size), (rows, columns)), shape=(len(members), len(labels)))
    return Block(name, labels, design)

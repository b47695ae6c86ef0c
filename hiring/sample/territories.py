"""Territories: how much there is to sell in each, and what was sold there month by month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hiring.sample.streams import stream
from hiring.sample.world import REGION_CODES, REGIONS, SEGMENT_CODES, SEGMENTS, TERRITORIES_A_CELL

SPREAD = 0.20  # standard deviation of the log of a territory's potential


@dataclass(frozen=True)
class Territories:
    """Every territory: its name, region and the log of its potential (0 = average). Hardest first within a cell."""

    names: tuple[str, ...]
    regions: tuple[int, ...]
    potentials: tuple[float, ...]
    per_cell: int

    def in_cell(self, region: int, segment: int) -> list[int]:
        """Numbers of the territories of a region and segment, hardest first."""
        first = (region * len(SEGMENTS) + segment) * self.per_cell
        return list(range(first, first + self.per_cell))


def territories(hires: int, seed: int) -> Territories:
    """Three territories a region and segment, more in a larger company."""
    per_cell = max(TERRITORIES_A_CELL, round(TERRITORIES_A_CELL * (hires / 480) ** 0.5))
    random = stream(seed, "territories")
    names, regions, potentials = [], [], []
    for region in range(len(REGIONS)):
        for segment in range(len(SEGMENTS)):
            drawn = np.sort(random.normal(0, SPREAD, size=per_cell))
            order = random.permutation(per_cell)  # so that a number says nothing about potential
            for index in range(per_cell):
                names.append(f"{REGION_CODES[region]}-{SEGMENT_CODES[segment]}-{order[index] + 1:02d}")
                regions.append(region)
                potentials.append(round(float(drawn[index]), 4))
    return Territories(tuple(names), tuple(regions), tuple(potentials), per_cell)

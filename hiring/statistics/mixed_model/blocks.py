"""One block of random effects: its name, its labels and who belongs to which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy import sparse

from hiring.statistics.mixed_model.faults import UnfitDataError


@dataclass(frozen=True)
class Block:
    """Effects that share one variance: `design[h, l]` is what hire h takes from label l.

    In a multi-membership block (Browne, Goldstein & Rasbash 2001) a row holds a 1 for every member of
    the hire's panel, so the effects of the members add up; in a plain grouping a row holds a single 1;
    for a slope it holds the covariate. `design` is (hires, labels), sparse or dense; a label nobody
    belongs to is allowed and learns nothing. Raises `UnfitDataError` where labels and columns disagree or a
    weight is missing.
    """

    name: str
    labels: Sequence[str]
    design: Any = field(repr=False)

    def __post_init__(self) -> None:
        design = sparse.csc_array(self.design, dtype=float)
        if design.shape[1] != len(self.labels):
            raise UnfitDataError(
                f"Block {self.name} has {len(self.labels)} labels for {design.shape[1]} columns; give one each."
            )
        if not np.isfinite(design.data).all():
            raise UnfitDataError(
                f"Block {self.name} holds a missing or infinite weight; leave those rows out first."
            )
        object.__setattr__(self, "design", design)


def places_of(blocks: Sequence[Block]) -> dict[str, slice]:
    """Where each block's columns lie when all blocks stand side by side in their order."""
    places: dict[str, slice] = {}
    start = 0
    for block in blocks:
        if block.name in places:
            raise UnfitDataError(f"Two blocks are called {block.name}; give each its own name.")
        places[block.name] = slice(start, start + len(block.labels))
        start += len(block.labels)
    return places


def side_by_side(blocks: Sequence[Block], rows: int) -> Any:
    """All blocks' columns as one sparse array (rows, columns); raises `UnfitDataError` where rows disagree."""
    for block in blocks:
        if block.design.shape[0] != rows:
            raise UnfitDataError(
                f"Block {block.name} has {block.design.shape[0]} rows for {rows} outcomes; give one row an outcome."
            )
    if not blocks:
        return sparse.csc_array((rows, 0), dtype=float)
    return sparse.csc_array(sparse.hstack([block.design for block in blocks], format="csc"))

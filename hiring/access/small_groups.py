"""Which groups are too small to be told of, so that nobody can be picked out of them."""

from __future__ import annotations

import pandas as pd

from hiring.config import SMALLEST_GROUP


def too_small(sizes: pd.Series) -> pd.Series[bool]:
    """Which groups must not be seen, by their sizes.

    What is hidden must not come out as the total less the rest: as long as the hidden groups are one group, or together
    fewer than `SMALLEST_GROUP`, the next smallest goes with them. Groups of nobody hide nobody and stay.
    """
    hidden = (sizes > 0) & (sizes < SMALLEST_GROUP)
    while hidden.any() and (hidden.sum() == 1 or sizes[hidden].sum() < SMALLEST_GROUP):
        others = sizes[~hidden & (sizes > 0)]
        if others.empty:
            break
        hidden = hidden | (sizes.index == others.idxmin())
    return hidden

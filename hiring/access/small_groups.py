"""Which groups are too small to be told of, so that nobody can be picked out of them."""

from __future__ import annotations

import pandas as pd

from hiring.config import SMALLEST_GROUP


def too_small(sizes: pd.Series, smallest: int = SMALLEST_GROUP, first: str | None = None) -> pd.Series[bool]:
    """Which groups must not be seen, by their sizes.

    What is hidden must not come out as the total less the rest: as long as the hidden groups are one group, or together
    fewer than `smallest`, the next smallest goes with them, or the group called `first` where it is there and stays.
    Groups of nobody hide nobody and stay.
    """
    hidden = (sizes > 0) & (sizes < smallest)
    while hidden.any() and (hidden.sum() == 1 or sizes[hidden].sum() < smallest):
        others = sizes[~hidden & (sizes > 0)]
        if others.empty:
            break
        hidden = hidden | (sizes.index == (first if first in others.index else others.idxmin()))
    return hidden

"""Places side by side: two columns, two sides, small panels. On a phone they stand one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def two_columns(
    split: Literal["chart and note", "chart and bars", "two sides"] = "chart and note",
) -> Sequence[DeltaGenerator]:
    """Two columns: three fifths for a chart and two for words, two thirds and one, or two sides of equal width."""
    widths: dict[str, list[int]] = {"chart and note": [3, 2], "chart and bars": [2, 1]}
    return st.columns(widths.get(split, 2), gap="medium")


def sides(count: int, alone: Literal["wide", "chart and note"] = "wide") -> Sequence[DeltaGenerator]:
    """A place for each of up to two things to stand beside each other, and none for nothing.

    One alone has the whole width, or three fifths of it with nothing beside it.
    """
    if count == 1:
        return [st.container()] if alone == "wide" else two_columns()[:1]
    return two_columns("two sides") if count else []


def panels(count: int) -> Sequence[DeltaGenerator]:
    """Columns of equal width for small figures of one scale; four fit."""
    return st.columns(count, gap="medium")

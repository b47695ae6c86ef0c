"""Frames as they are sent: made once for the same content, letter by letter where they are shown as they are."""

from __future__ import annotations

import pandas as pd

from hiring.showing import tables


def test_a_table_does_not_change_its_frame_and_its_cells_show_letter_by_letter() -> None:
    frame = pd.DataFrame({"*x*": ["*a*", None], "n": [1, 2]})
    before = frame.copy(deep=True)
    shown = tables.escaped(frame)
    assert shown.to_pydict() == {r"\*x\*": [r"\*a\*", ""], "n": ["1", "2"]}
    pd.testing.assert_frame_equal(frame, before)


def test_a_packed_frame_holds_what_the_frame_holds() -> None:
    frame = pd.DataFrame(
        {"who": ["[x](y)", None], "day": pd.to_datetime(["2026-06-30", None]), "n": [1.5, 2]}
    )
    pd.testing.assert_frame_equal(tables.packed(frame).to_pandas(), frame)

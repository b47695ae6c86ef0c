"""Frames as Streamlit sends them: turned into Arrow once for the same content, not at every click."""

from __future__ import annotations

from typing import Any

import pandas as pd
from streamlit.dataframe_util import convert_pandas_df_to_arrow_table

from hiring.showing.text import literal


def packed(frame: pd.DataFrame) -> Any:
    """The frame as an Arrow table, as Streamlit would make it of the frame itself."""
    return convert_pandas_df_to_arrow_table(frame)


def escaped(frame: pd.DataFrame) -> Any:
    """An Arrow table of text whose headings and cells show letter by letter; what is missing is blank."""
    return convert_pandas_df_to_arrow_table(_letter_by_letter(frame))


def _letter_by_letter(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy whose headings and cells show letter by letter; what is missing is blank."""
    cells = {
        place: ["" if pd.isna(cell) else literal(cell) for cell in frame.iloc[:, place]]
        for place in range(frame.shape[1])
    }
    escaped = pd.DataFrame(cells, dtype=str)
    escaped.columns = pd.Index([literal(name) for name in frame.columns])
    return escaped

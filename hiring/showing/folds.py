"""The small print of a page, folded away: how its numbers were worked out, for whoever asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pandas as pd
import streamlit as st

from hiring.showing import lists, page

HOW = "How this is worked out"


@contextmanager
def worked_out(name: str = HOW) -> Iterator[None]:
    """What is drawn inside stands folded under "How this is worked out", or under another name."""
    with st.expander(page.literal(name)):
        yield


def remarks(said: Sequence[str], points: Sequence[tuple[str, str]] = ()) -> None:
    """Sentences and points folded away; no fold where there is nothing to say."""
    told = [one for one in dict.fromkeys(said) if one]
    if not told and not points:
        return
    with worked_out():
        for one in told:
            page.says("{remark}", remark=one)
        lists.points(points)


def table(frame: pd.DataFrame, title: str) -> None:
    """A table behind one fold under its title, however long it is: a long one folds by itself."""
    if len(frame) > page.TABLE_ROWS:
        return page.table(frame, title=title)
    with worked_out(title):
        return page.table(frame)

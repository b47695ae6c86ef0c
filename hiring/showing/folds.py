"""The small print of a page, folded away: how its numbers were worked out, for whoever asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

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

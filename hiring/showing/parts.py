"""Parts of a page that are drawn anew by themselves: each time it is asked first whether whoever looks still may."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from hiring.serving import session
from hiring.showing.failing import guarded

P = ParamSpec("P")


def part(draw: Callable[P, None]) -> Callable[P, None]:
    """The same drawing as a part of its own: what it was given once is not shown to who has no right to it any more."""

    @wraps(draw)
    def asked_first(*args: P.args, **kwargs: P.kwargs) -> None:
        with guarded("part"):
            session.viewer()
            draw(*args, **kwargs)

    again: Callable[P, None] = st.fragment(asked_first)
    return again

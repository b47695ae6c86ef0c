"""The address of a page: what a link names, read and written in one step of the browser's history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx


def named(names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What the address says under each of these names, as it stands there; nothing for one that it does not name."""
    return {name: tuple(st.query_params.get_all(name)) for name in names}


def every_name() -> tuple[str, ...]:
    """Every name that stands in the address, a filter's or a page's."""
    return tuple(st.query_params)


def write(wanted: Mapping[str, Sequence[str]]) -> None:
    """Make the address say this, and nothing under a name without a value; what others keep there stays."""
    now = named(tuple(wanted))
    changed = {name: list(values) for name, values in wanted.items() if tuple(values) != now[name]}
    if changed:
        st.query_params.update(changed)  # a name with no value is left out of the address


def is_step_back() -> bool:
    """Whether the reader came to this address by the browser's own step back or forth."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation

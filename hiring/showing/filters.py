"""The filters above every page: one popover whose label is the scope, every choice in the URL, kept on page switch.

What is chosen is kept here as the words a link would hold, and written into the URL and the widgets at every run:
the widgets alone would lose both, since the browser knows nothing of a widget in a popover that is closed.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date

import streamlit as st

from hiring.access.scope import LISTS, Choices, Scope, UsageError, everything, with_words
from hiring.config import WINDOWS
from hiring.findings.scope import LABELS, scope_in_words
from hiring.serving import session
from hiring.showing import page
from hiring.showing.choices import is_step_back

_DAYS = {"hired_from": "Hired from", "hired_to": "Hired to"}
_WINDOW = "outcome_window"
_NAMES = (*_DAYS, *LISTS, _WINDOW)
_KEPT = "_filters"

Words = Mapping[str, tuple[str, ...]]


def in_address() -> dict[str, tuple[str, ...]]:
    """The filters that the address of this page names, as they stand there."""
    return {name: tuple(st.query_params.get_all(name)) for name in _NAMES}


def _chosen_words() -> Words:
    """What was chosen so far; on a first visit, and on a step back to an address with filters, what that names."""
    named = in_address()
    if _KEPT not in st.session_state or (is_step_back() and any(named.values())):
        st.session_state[_KEPT] = named
    kept: Words = st.session_state[_KEPT]
    return kept


def _scope_of(chosen: Words, choices: Choices) -> Scope:
    """The scope in these words; what they name wrongly, or what is no longer there, is left out."""
    scope = everything(choices)
    for name in LISTS:
        named = tuple(value for value in dict.fromkeys(chosen[name]) if value in choices.values(name))
        scope = replace(scope, **{name: named})  # type: ignore[arg-type]
    for name in (*_DAYS, _WINDOW):
        for value in chosen[name][:1]:
            with suppress(UsageError):
                scope = with_words(scope, {name: value})
    return replace(
        scope, hired_from=_within(scope.hired_from, choices), hired_to=_within(scope.hired_to, choices)
    )


def _within(day: date, choices: Choices) -> date:
    return min(max(day, choices.first_day), choices.last_day)


def _words_of(scope: Scope) -> dict[str, tuple[str, ...]]:
    """The scope as the words of a link: what is as without a choice stays out."""
    default = everything(scope.choices)
    single = {
        name: () if getattr(scope, name) == getattr(default, name) else (str(getattr(scope, name)),)
        for name in (*_DAYS, _WINDOW)
    }
    return {**single, **{name: getattr(scope, name) for name in LISTS}}


def _write_into_url(scope: Scope) -> None:
    """Make the address name this scope, in one step of the browser's history; what pages keep there stays."""
    named, wanted = in_address(), _words_of(scope)
    for name in _NAMES:
        if named[name] and not wanted[name]:
            del st.query_params[name]
    changed = {name: list(values) for name, values in wanted.items() if values and values != named[name]}
    if changed:
        st.query_params.update(changed)


def _take(name: str) -> None:
    """Keep what was just chosen in a widget; an emptied day leaves all in."""
    value = st.session_state[name]
    several = value if isinstance(value, list | tuple) else [value]
    taken = tuple(str(one) for one in several if one is not None)
    st.session_state[_KEPT] = {**st.session_state[_KEPT], name: taken}


def _widgets(scope: Scope) -> None:
    """Every filter, showing this scope."""
    choices = scope.choices
    for name, label in _DAYS.items():
        st.session_state[name] = getattr(scope, name)
        st.date_input(
            label,
            min_value=choices.first_day,
            max_value=choices.last_day,
            key=name,
            format="YYYY-MM-DD",
            on_change=_take,
            args=(name,),
        )
    for name in LISTS:
        st.session_state[name] = list(getattr(scope, name))
        st.multiselect(
            LABELS[name], choices.values(name), key=name, placeholder="All", on_change=_take, args=(name,)
        )
    st.session_state[_WINDOW] = scope.outcome_window
    label = "Outcome window, months since the hire"
    st.selectbox(label, WINDOWS, key=_WINDOW, on_change=_take, args=(_WINDOW,))


def draw(*facts: str) -> Scope:
    """Draw the scope line with the filters inside; gives the scope that was chosen."""
    scope = _scope_of(_chosen_words(), session.choices())
    _write_into_url(scope)
    with page.scope_line(scope_in_words(scope), *facts):
        _widgets(scope)
    st.session_state["_scope"] = scope
    return scope


def current() -> Scope:
    """The scope chosen above this page; the front door draws it before any page runs."""
    scope: Scope = st.session_state["_scope"]
    return scope

"""The filters above every page: one popover whose label is the scope, every choice in the URL, kept on page switch."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

import streamlit as st

from hiring import page, session, words
from hiring.config import WINDOWS
from hiring.scope import LISTS, Choices, Scope, UsageError, everything, with_words

_LABELS = {"role_profiles": "Role profile", "regions": "Region", "segments": "Segment", "sources": "Source"}
_ALL = {"role_profiles": "all sales roles", "regions": "all regions", "segments": "", "sources": ""}


def _from_url(choices: Choices) -> Scope:
    """The scope a link names, for the first drawing; what a link names wrongly is left out."""
    scope = everything(choices)
    for name in LISTS:
        named = tuple(v for v in st.query_params.get_all(name) if v in choices.of(name))
        scope = replace(scope, **{name: named})  # type: ignore[arg-type]
    for name in ("hired_from", "hired_to", "outcome_window"):
        if name in st.query_params:
            with suppress(UsageError):
                scope = with_words(scope, {name: st.query_params[name]})
    return scope


def _before_drawing(choices: Choices) -> Scope:
    """The scope as it stands before the widgets are drawn, so that the popover's label can say it."""
    state = st.session_state
    start = _from_url(choices)
    lists = {
        name: tuple(v for v in state[name] if v in choices.of(name))
        if name in state
        else getattr(start, name)
        for name in LISTS
    }
    return Scope(
        choices,
        state.get("hired_from") or start.hired_from,
        state.get("hired_to") or start.hired_to,
        **lists,
        outcome_window=state.get("outcome_window") or start.outcome_window,
    )


def told(scope: Scope) -> str:
    """The scope in words, for the popover and every download: "Inside sales · hired 2023–2026 · all regions"."""
    parts = [_listed(scope, "role_profiles"), f"hired {_period(scope)}", _listed(scope, "regions")]
    parts += [_listed(scope, name) for name in ("segments", "sources") if getattr(scope, name)]
    text = " · ".join(part for part in parts if part)
    return text[0].upper() + text[1:]


def _listed(scope: Scope, name: str) -> str:
    chosen: tuple[str, ...] = getattr(scope, name)
    if not chosen:
        return _ALL[name]
    if len(chosen) <= 2:
        return ", ".join(chosen)
    return f"{len(chosen)} of {len(scope.choices.of(name))} {_LABELS[name].lower()}s"


def _period(scope: Scope) -> str:
    if (scope.hired_from, scope.hired_to) == (scope.choices.first_day, scope.choices.last_day):
        first, last = scope.hired_from.year, scope.hired_to.year
        return f"{first}" if first == last else f"{first}–{last}"
    return f"{words.day(scope.hired_from)} – {words.day(scope.hired_to)}"


def _list_filter(name: str, choices: Choices) -> tuple[str, ...]:
    options = list(choices.of(name))
    chosen = st.multiselect(
        _LABELS[name],
        options,
        key=name,
        placeholder="All",
        bind="query-params",
    )
    return tuple(chosen)


def _day_filter(label: str, name: str, default: date, choices: Choices) -> date:
    chosen: object = st.date_input(
        label,
        value=default,
        min_value=choices.first_day,
        max_value=choices.last_day,
        key=name,
        format="YYYY-MM-DD",
        bind="query-params",
    )
    return chosen if isinstance(chosen, date) else default  # an emptied day leaves all in


def draw(*facts: str) -> Scope:
    """Draw the scope line with the filters inside; gives the scope that was chosen."""
    choices = session.choices()
    before = _before_drawing(choices)
    with page.scope_line(told(before), *facts):
        hired_from = _day_filter("Hired from", "hired_from", choices.first_day, choices)
        hired_to = _day_filter("Hired to", "hired_to", choices.last_day, choices)
        lists = {name: _list_filter(name, choices) for name in LISTS}
        window = st.selectbox(
            "Outcome window, months since the hire",
            WINDOWS,
            index=WINDOWS.index(choices.outcome_window),
            key="outcome_window",
            bind="query-params",
        )
    scope = Scope(choices, hired_from, hired_to, **lists, outcome_window=int(window))
    st.session_state["_scope"] = scope
    return scope


def current() -> Scope:
    """The scope chosen above this page; the front door draws it before any page runs."""
    scope: Scope = st.session_state["_scope"]
    return scope

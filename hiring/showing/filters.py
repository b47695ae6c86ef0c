"""The filters above every page: one popover whose label is the scope, every choice in the URL, kept on page switch.

What is chosen is kept here as the words a link would hold, and written into the URL and the widgets at every run:
the widgets alone would lose both, since the browser knows nothing of a widget in a popover that is closed. They stand
in a form: whatever is set in it, nothing is asked or drawn before *Show*.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

import streamlit as st

from hiring.access import periods
from hiring.access.scope import (
    DAYS,
    LISTS,
    Choices,
    Scope,
    UsageError,
    everything,
    with_comparison,
    with_values,
    with_words,
)
from hiring.config import WINDOWS
from hiring.findings.scope import (
    COMPARED,
    LABELS,
    compared_in_words,
    not_followed,
    period_in_words,
    scope_in_words,
)
from hiring.serving import session
from hiring.showing import address, page

_WINDOW, _PERIOD, _COMPARE = "outcome_window", "period", "compare"
_NAMES = (*DAYS, _PERIOD, *LISTS, _WINDOW, _COMPARE)
_KEPT, _SHOWS = "_filters", "_filters_shown"
# What the address asked for in vain: told until other filters are set.
_NOT_FOLLOWED = "_filters_not_followed"
# What stands in the box of periods where no period by name is chosen: all of them, or days.
_ALL, _OWN = "", "days"
OWN_DAYS = "These two are the days of the period above; another day goes before it."
_WIDTH, _GAP = 320, 16  # pixels of a box, and between two of them

Words = Mapping[str, tuple[str, ...]]


def in_address() -> dict[str, tuple[str, ...]]:
    """The filters that the address of this page names, as they stand there."""
    return address.named(_NAMES)


def _chosen_words() -> Words:
    """What was chosen so far; on a first visit, and on a step back to an address with filters, what that names."""
    named = in_address()
    if _KEPT not in st.session_state or (address.is_step_back() and any(named.values())):
        st.session_state[_KEPT], st.session_state[_NOT_FOLLOWED] = named, None
    kept: Words = st.session_state[_KEPT]
    return kept


def _scope_of(chosen: Words, choices: Choices) -> Scope:
    """The scope in these words; what they name wrongly, or what is no longer there, is left out."""
    scope = everything(choices)
    for name in LISTS:
        offered = {*choices.values(name), *(group.name for group in choices.groups_of(name))}
        scope = with_values(scope, name, tuple(one for one in dict.fromkeys(chosen[name]) if one in offered))
    for name in (_PERIOD, *DAYS, _WINDOW):
        for value in chosen[name][:1]:
            with suppress(UsageError):
                day = (
                    str(_within(date.fromisoformat(value), choices))
                    if name in DAYS and _is_day(value)
                    else value
                )
                scope = with_words(scope, {name: day})
    for value in chosen[_COMPARE][:1]:
        with suppress(UsageError):
            scope = with_comparison(scope, value)
    return scope


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _within(day: date, choices: Choices) -> date:
    return min(max(day, choices.first_day), choices.last_day)


def _words_of(scope: Scope) -> dict[str, tuple[str, ...]]:
    """The scope as the words of a link: what is as without a choice stays out, days that a period names too."""
    default = everything(scope.choices)
    quick = scope.named_period()
    single = {
        name: () if getattr(scope, name) == getattr(default, name) else (str(getattr(scope, name)),)
        for name in (*DAYS, _WINDOW, _COMPARE)
    }
    if quick:
        single |= dict.fromkeys(DAYS, ())
    return {
        **single,
        _PERIOD: (quick.name,) if quick else (),
        **{name: scope.named(name) for name in LISTS},
    }


def _days_shown(scope: Scope) -> tuple[date, date]:
    """What stands in the two boxes of days: a quick period may begin before the data or end after them."""
    return _within(scope.hired_from, scope.choices), _within(scope.hired_to, scope.choices)


def _period_shown(scope: Scope) -> str:
    """What stands in the box of periods."""
    quick = scope.named_period()
    if quick:
        return quick.name
    every = everything(scope.choices)
    return _ALL if (scope.hired_from, scope.hired_to) == (every.hired_from, every.hired_to) else _OWN


def _take() -> None:
    """Keep what stands in the widgets now that *Show* was pressed; the popover closes."""
    state, scope = st.session_state, current()
    taken = {name: tuple(state[name]) for name in LISTS}
    # The second period has its box on some pages only; what was chosen there holds on the others.
    second = state.get(_COMPARE, scope.compare)
    taken |= {_WINDOW: (str(state[_WINDOW]),), _COMPARE: (second,) if second else ()}
    state[_KEPT] = {**dict.fromkeys(_NAMES, ()), **_time_taken(scope), **taken}
    state[_SHOWS], state[_NOT_FOLLOWED] = state.get(_SHOWS, 0) + 1, ""


def _time_taken(scope: Scope) -> Words:
    """The days or the period that were set: days that were changed go before a period, which shows its days."""
    period = st.session_state[_PERIOD]
    days = {name: st.session_state[name] for name in DAYS}
    own = (_days_of(period, scope.choices), _days_shown(scope))
    if tuple(days.values()) not in own or (period == _OWN and period != _period_shown(scope)):
        # An emptied day leaves all in.
        return {name: (str(day),) for name, day in days.items() if day is not None}
    if period != _OWN:
        return {_PERIOD: (period,)} if period else {}
    words = _words_of(scope)
    return {name: words[name] for name in DAYS}


def _reset() -> None:
    """Leave all in again."""
    st.session_state[_KEPT] = dict.fromkeys(_NAMES, ())
    st.session_state[_SHOWS], st.session_state[_NOT_FOLLOWED] = st.session_state.get(_SHOWS, 0) + 1, ""


def _days_of(period: str, choices: Choices) -> tuple[date, date] | None:
    """The days of what stands in the box of periods, as the boxes of days show them; None of days of one's own."""
    if period == _OWN:
        return None
    named = everything(choices) if period == _ALL else with_words(everything(choices), {_PERIOD: period})
    return _days_shown(named)


def _follow(choices: Choices) -> None:
    """The boxes of days show those of the period that was chosen."""
    for name, day in zip(DAYS, _days_of(st.session_state[_PERIOD], choices) or (), strict=False):
        st.session_state[name] = day


def _own() -> None:
    """A day that was changed is of no period."""
    st.session_state[_PERIOD] = _OWN


@st.fragment
def _time(scope: Scope) -> None:
    """When somebody was hired: a period by its name, or days; both follow each other and nothing is asked."""
    choices = scope.choices
    names = dict.fromkeys((_ALL, *periods.offered(choices.fiscal_year_starts_in), _period_shown(scope), _OWN))
    st.selectbox(
        "Hired",
        list(names),
        key=_PERIOD,
        format_func=lambda name: _period_label(name, choices),
        on_change=_follow,
        args=(choices,),
        width=2 * _WIDTH + _GAP,
    )
    with st.container(horizontal=True, gap="small", wrap=False, width=2 * _WIDTH + _GAP):
        for name, label in zip(DAYS, ("from", "to"), strict=True):
            st.date_input(
                f"Or by day, {label}",
                min_value=choices.first_day,
                max_value=choices.last_day,
                key=name,
                format="YYYY-MM-DD",
                help=OWN_DAYS,
                on_change=_own,
            )


def _period_label(name: str, choices: Choices) -> str:
    if name in (_ALL, _OWN):
        return "At any time" if name == _ALL else "On the days below"
    words = period_in_words(choices.period(name))
    return words[0].upper() + words[1:]


def _lists(scope: Scope) -> None:
    """Roles, regions, segments, sources: groups first, each with what it holds."""
    for name in LISTS:
        groups = scope.choices.groups_of(name)
        held = "  \n".join(
            f"{page.literal(one.name)}: {page.literal(', '.join(one.members))}" for one in groups
        )
        st.session_state[name] = list(scope.named(name))
        st.multiselect(
            LABELS[name],
            [*(group.name for group in groups), *scope.choices.values(name)],
            key=name,
            placeholder="All",
            help=held or None,
            width=_WIDTH,
        )


def _comparison(scope: Scope) -> None:
    """The second period, on a page that sets one beside the first."""
    st.session_state[_COMPARE] = scope.compare
    st.selectbox(
        "Compare with",
        ["", *periods.COMPARED],
        key=_COMPARE,
        format_func=lambda name: COMPARED.get(name, "nothing").capitalize(),
        width=_WIDTH,
    )


def _form(scope: Scope, *, can_compare: bool) -> None:
    """Every filter, showing this scope, and the two buttons that apply."""
    st.session_state[_PERIOD] = _period_shown(scope)
    for name, day in zip(DAYS, _days_shown(scope), strict=True):
        st.session_state[name] = day
    _time(scope)
    with st.form("filters", border=False):
        with st.container(horizontal=True, gap="small"):  # two in a row; on a phone they stand in a column
            _lists(scope)
            st.session_state[_WINDOW] = scope.outcome_window
            st.selectbox("Outcomes at month", WINDOWS, key=_WINDOW, width=_WIDTH)
            if can_compare:
                _comparison(scope)
        with st.container(horizontal=True, gap="small"):
            st.form_submit_button("Show", key="show", type="primary", on_click=_take)
            st.form_submit_button("Reset", key="reset", on_click=_reset)


def settled() -> Scope:
    """The scope that was chosen, which the address and the page then know; nothing is drawn."""
    scope = _scope_of(_chosen_words(), session.choices())
    if st.session_state.get(_NOT_FOLLOWED) is None:
        st.session_state[_NOT_FOLLOWED] = not_followed(in_address(), scope, address.every_name())
    address.write(_words_of(scope))
    st.session_state["_scope"] = scope
    return scope


def draw(*facts: str, can_compare: bool = False) -> Scope:
    """Draw the scope line with the filters inside; gives the scope that was chosen.

    `can_compare`: the page sets a second period beside the first, so that one may be chosen and is told.
    """
    scope = settled()
    told = [scope_in_words(scope), _window_in_words(scope), compared_in_words(scope) if can_compare else ""]
    label = " · ".join(part for part in told if part)
    with page.scope_line(label, *facts, key=f"scope_{st.session_state.get(_SHOWS, 0)}"):
        _form(scope, can_compare=can_compare)
    page.warned(st.session_state[_NOT_FOLLOWED], "")
    return scope


def _window_in_words(scope: Scope) -> str:
    """ "month 3", where outcomes are not seen at the usual month."""
    is_usual = scope.outcome_window == everything(scope.choices).outcome_window
    return "" if is_usual else f"month {scope.outcome_window}"


def current() -> Scope:
    """The scope chosen above this page; the front door draws it before any page runs."""
    scope: Scope = st.session_state["_scope"]
    return scope

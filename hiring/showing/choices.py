"""Choices that belong to one page: a link names them, and they are still there when the reader comes back to it.

Like the filters they are kept as the words of a link and written into the address at every run: a box by itself
forgets what was chosen in it as soon as another page is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import streamlit as st

from hiring.showing import address
from hiring.showing.page import small

_KEPT = "_choices"
MOST_DIGITS = 15  # of an amount
_ON = "true"  # what a link says of a switch that is on

Width = int | Literal["stretch"]
Labels = Literal["visible", "collapsed"]


@dataclass(frozen=True)
class Choice:
    """One of `offered`, under `key` in the address; `first` (else the first offered) stands until another is chosen.

    `says` is what a reader sees in place of an offered word, `help` what is said of the choice.
    """

    key: str
    label: str
    offered: Sequence[str]
    first: str = ""
    says: Mapping[str, str] = field(default_factory=dict)
    help: str | None = None

    @property
    def default(self) -> str:
        """What is chosen where nothing was."""
        return self.first or self.offered[0]


def choose(
    *choices: Choice,
    width: Width,
    between: str = "",
    labels: Labels = "visible",
) -> tuple[str, ...]:
    """Boxes side by side, with a word `between` them; what is chosen in each."""
    settled(*choices)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        return tuple(
            _box(choice, width, labels, before=between if index else "")
            for index, choice in enumerate(choices)
        )


def settled(*choices: Choice) -> tuple[str, ...]:
    """What is chosen in each, without its box; the address names it."""
    _settle(choices)
    return tuple(_value(choice) for choice in choices)


def switch(key: str, offered: Sequence[str]) -> str:
    """What is chosen of a few that stand side by side; the first until another is."""
    choice = Choice(key, key, offered)
    _settle((choice,))
    st.segmented_control(
        choice.label,
        offered,
        key=key,
        label_visibility="collapsed",
        required=True,
        on_change=_take,
        args=(key,),
    )
    return str(st.session_state[key])


def toggle(key: str, label: str) -> bool:
    """Whether a switch of its own is on; it is off until somebody turns it on."""
    choice = Choice(key, label, ("", _ON))
    is_on = _value(choice) == _ON
    st.session_state[f"{key} on"] = is_on
    address.write({key: (_ON,) if is_on else ()})
    return st.toggle(label, key=f"{key} on", on_change=_turn, args=(key,))


def amount(key: str, label: str, first: int, *, told: str, width: int) -> int:
    """A whole amount above zero that the reader writes; `first` stands until then."""
    wanted = named(key)
    value = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) <= MOST_DIGITS else 0
    st.session_state[f"{key} amount"] = value or first
    address.write({key: (str(value),) if value and value != first else ()})
    return int(
        st.number_input(
            label,
            min_value=1,
            max_value=10**MOST_DIGITS,
            step=10 ** max(len(str(first)) - 2, 0),
            key=f"{key} amount",
            on_change=_write,
            args=(key,),
            help=told,
            width=width,
        )
    )


def put(key: str, value: str) -> None:
    """Choose something under a key from elsewhere, such as by a click in a figure; heeded once it is drawn again."""
    st.session_state[_KEPT] = {**st.session_state.get(_KEPT, {}), key: value}


def _turn(key: str) -> None:
    put(key, _ON if st.session_state[f"{key} on"] else "")


def _write(key: str) -> None:
    put(key, str(st.session_state[f"{key} amount"]))


def _settle(choices: Sequence[Choice]) -> None:
    """Put into every box what was chosen last, or what the address names, and make the address name it."""
    values = {choice.key: _value(choice) for choice in choices}
    st.session_state.update(values)
    address.write(
        {
            choice.key: () if values[choice.key] == choice.default else (values[choice.key],)
            for choice in choices
        }
    )


def _value(choice: Choice) -> str:
    """What stands in a box; what is not offered here and now is not forgotten, and stands there again once it is."""
    wanted = named(choice.key)
    return wanted if wanted in choice.offered else choice.default


def named(key: str) -> str:
    """What was chosen last under a key, or what the address names, offered or not; "" for nothing."""
    kept: dict[str, str] = st.session_state.setdefault(_KEPT, {})
    in_address = st.query_params.get(key)
    if in_address is not None and (address.is_step_back() or key not in kept):
        kept[key] = in_address
    return kept.get(key, "")


def _box(choice: Choice, width: Width, labels: Labels, *, before: str) -> str:
    if before:
        small(before, width="content")
    return st.selectbox(
        choice.label,
        choice.offered,
        key=choice.key,
        width=width,
        label_visibility=labels,
        format_func=lambda one: choice.says.get(one, one),
        help=choice.help,
        on_change=_take,
        args=(choice.key,),
    )


def _take(key: str) -> None:
    put(key, st.session_state[key])

"""A review on a wall: one screen at a time, turned by arrow keys; its number stands in the address.

A screen is laid out as 1152 by 648 pixels and enlarged by its stylesheet until it fills the window, figures too: what
fits one window fits each of its shape.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from hiring import charts, metrics
from hiring.charts.drawn import Drawn
from hiring.findings.review.pack import Figure
from hiring.findings.review.screen import Part, Screen
from hiring.showing import address, lists, page, style

PLACE, FROZEN = "present", "pack"  # in the address: which screen, and of which frozen pack
#: Pixels of a screen before it is enlarged: its figure where all else is a line, and what each line more takes of it.
TALLEST, TITLE_LINE, LINE = 434, 34, 22
COMMENT_GAP = 24
SMALLEST, LARGEST = 6, 14  # tenths of its size to which a figure shrinks, and one beside another grows
CLOSEST = 0.93  # of the height that a figure has on its page
TITLE_LETTERS, LINE_LETTERS = 70, 150
MOST_DIGITS = 6
WRITE_DOWN = "Write a decision down"


def is_on() -> bool:
    """Whether the address asks for a screen."""
    return bool(_named(PLACE))


def frozen_id() -> str:
    """The frozen pack that is presented; "" for today's."""
    return _named(FROZEN) if is_on() else ""


def begin(pack_id: str = "") -> None:
    """Present from the first screen on, today's pack or a frozen one."""
    address.write({PLACE: ("1",), FROZEN: (pack_id,) if pack_id else ()})


def leave() -> None:
    """Back to the page as it was."""
    address.write({PLACE: (), FROZEN: ()})


def button(label: str, pack_id: str = "") -> None:
    """The way to the first screen."""
    st.button(label, key=f"present {pack_id}".strip(), on_click=begin, args=(pack_id,))


def show(of: str, screens: Sequence[Screen], foot: str) -> None:
    """The screen that the address names, of a review called `of`; another number gets the nearest there is."""
    place = _place(len(screens))
    address.write({PLACE: (str(place),)})
    screen = screens[place - 1]
    style.draw_wall()
    with st.container(key="stage"):
        with st.container(horizontal=True, horizontal_alignment="distribute", key="stage-head"):
            page.small(" · ".join(part for part in (of, screen.about) if part), width="content")
            st.markdown(f"**{place}** :gray[of {len(screens)}]", width="content")
        with st.container(gap="xsmall"):
            st.title(page.literal(screen.title), anchor=False)
            _standfirst(screen)
        with page.guarded("a screen"):
            _drawn(screen)
            if screen.address:
                page.way_to(screen.address, WRITE_DOWN)
        with st.container(key="stage-foot", gap="small"):
            if screen.comment:
                page.says("{comment}", comment=screen.comment)
            _foot(" · ".join(part for part in (screen.counted, foot) if part), place, len(screens))


def _named(name: str) -> str:
    return next(iter(address.named((name,))[name]), "")


def _place(count: int) -> int:
    """The screen's number, the nearest that there is; the first for what is no number."""
    told = _named(PLACE)
    if not (told.isascii() and told.isdigit()):
        return 1
    return min(max(int(told), 1), count) if len(told) <= MOST_DIGITS else count


def _standfirst(screen: Screen) -> None:
    if screen.standfirst or screen.has_sides:
        sides = "".join(page.SIDES.values()) if screen.has_sides else ""
        page.note(f"{sides}{{standfirst}}", standfirst=screen.standfirst)


def _drawn(screen: Screen) -> None:
    if screen.numbers:
        with st.container(key="stage-numbers"):
            _numbers(screen.numbers)
    if screen.parts:
        with st.container(key="stage-words-dense" if screen.is_dense else "stage-words"):
            _parts(screen.parts)
    if screen.figure and screen.beside:
        _two_figures(screen)
    elif screen.figure:
        high = _height(screen)
        fit = _fit(screen.figure["layout"]["height"], high)
        _figure(screen.figure, high, fit, f"stage-figure-{fit}", screen.title, screen.alt)


def _two_figures(screen: Screen) -> None:
    """Both as large as the taller of them can be."""
    both, high = (screen.figure, screen.beside), _height(screen)
    fit = _fit(max(one["layout"]["height"] for one in both), high, LARGEST)
    for place, (side, figure) in zip(page.sides(2), enumerate(both), strict=True):
        with place:
            _figure(
                figure, high, fit, f"stage-figure-{side}-of-two-{fit}", f"{screen.title} {side}", screen.alt
            )


def _figure(figure: Mapping[str, Any], high: int, fit: int, key: str, title: str, alt: str) -> None:
    layout = {**figure["layout"], "height": high * 10 / fit}
    with st.container(key=key, height=high, border=False):
        st.plotly_chart(
            Drawn(json.dumps({**figure, "layout": layout}, ensure_ascii=False)),
            key=f"screen {title}",
            config=charts.CONFIG,
            alt=alt,
        )


def _height(screen: Screen) -> int:
    """What the words around a figure leave of the screen for it."""
    titles = math.ceil(len(screen.title) / TITLE_LETTERS)
    words = [math.ceil(len(text) / LINE_LETTERS) for text in (screen.standfirst, screen.comment)]
    return TALLEST - (titles - 1) * TITLE_LINE - sum(words) * LINE - (COMMENT_GAP if screen.comment else 0)


def _fit(own: float, high: float, most: int = 10) -> int:
    """In how many tenths a figure is drawn: its rows first come closer, as far as they stay rows."""
    return min(most, max(SMALLEST, round(10 * high / (own * CLOSEST))))


def _numbers(numbers: Sequence[Figure]) -> None:
    for place, one in zip(page.panels(len(numbers)), numbers, strict=True):
        with place, st.container(gap="xxsmall"):
            help_ = metrics.short(one.card) if one.card else None
            st.metric(page.literal(one.label), page.literal(one.value), help=help_ and page.literal(help_))
            for words in one.note.split("; "):
                st.markdown(f":gray[{page.literal(words)}]")


def _parts(parts: Sequence[Part]) -> None:
    for place, part in zip(page.sides(len(parts)), parts, strict=True):
        with place:
            if part.title:
                page.finding(part.title)
            for sentence in (sentence for about, sentence in part.lines if not about):
                page.says("{sentence}", sentence=sentence)
            lists.points([line for line in part.lines if line[0]])


def _foot(told: str, place: int, count: int) -> None:
    with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
        page.small(told)
        with st.container(horizontal=True, wrap=False, width="content", gap="xsmall"):
            _turn("Back", "Left", place - 1, is_off=place == 1)
            _turn("Next", "Right", place + 1, is_off=place == count)
            st.button("Leave", shortcut="Esc", type="tertiary", key="present leave", on_click=leave)


def _turn(label: str, key: str, to: int, *, is_off: bool) -> None:
    st.button(
        label,
        shortcut=key,
        type="tertiary",
        key=f"present {label}",
        disabled=is_off,
        on_click=address.write,
        args=({PLACE: (str(to),)},),
    )

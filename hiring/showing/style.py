"""What Streamlit's own settings cannot say of how a page looks: a stylesheet, and figures that follow the theme.

Streamlit puts a theme's colours into a figure once, when it comes; who switches from light to dark would look at a
light figure on a dark page. So what a figure has of one theme's palette is written over with that of the theme at hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import streamlit as st

STYLESHEET = Path(__file__).with_name("style.css")
WALL = Path(__file__).with_name("presenting.css")
#: The colours of `.streamlit/config.toml` that figures are drawn in; each palette has its own in light and dark.
PALETTES = ("chartCategoricalColors", "chartSequentialColors", "chartDivergingColors", "backgroundColor")
FIGURE = '[data-testid="stPlotlyChart"]'


def draw() -> None:
    """Put the stylesheet beside the page; it takes no room in it."""
    st.html(STYLESHEET)
    st.html(_figures())


def draw_wall() -> None:
    """Put the stylesheet of a screen that is presented beside it."""
    st.html(WALL)


def _figures() -> str:
    """A rule for each colour of a figure: light where the page is light, dark where it is dark."""
    return f"<style>{' '.join(rule for light, dark in _pairs() for rule in _rules(light, dark))}</style>"


def _pairs() -> Iterator[tuple[str, str]]:
    """Each colour of the palettes as the browser writes it, in light and in dark."""
    for name in PALETTES:
        light, dark = (st.get_option(f"theme.{theme}.{name}") for theme in ("light", "dark"))
        both = zip(*([one] if isinstance(one, str) else one for one in (light, dark)), strict=True)
        yield from ((_rgb(one), _rgb(other)) for one, other in both)


def _rgb(written: str) -> str:
    red, green, blue = (int(written[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def _rules(light: str, dark: str) -> Iterator[str]:
    for what in ("fill", "stroke"):
        marks = ", ".join(f'{FIGURE} [style*="{what}: {color}"]' for color in (light, dark))
        yield f"{marks} {{ {what}: light-dark({light}, {dark}) !important; }}"
    grounds = chain(f'{FIGURE} [style*="background: {color}"]' for color in (light, dark))
    yield f"{', '.join(grounds)} {{ background: light-dark({light}, {dark}) !important; }}"

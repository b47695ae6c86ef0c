"""The ground of a figure: where values lie in pixels, gridlines and ticks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hiring.charts.paper import lettering
from hiring.charts.paper.colours import paint
from hiring.charts.paper.elements import Markup, UnknownError, element, known

# Pixels between a plot and its ticks besides what the figure tells, as browsers have them.
APART_BESIDE, APART_BELOW, APART_ABOVE = 3, 2, 0
ON_THE_EDGE = 1e-9  # a value that arithmetic moved off the end of an axis still lies on it
_AXIS = frozenset(
    {"range", "domain", "anchor", "side", "showgrid", "gridcolor", "gridwidth", "showticklabels", "tickmode"}
    | {"tickvals", "ticktext", "tickfont", "ticklabelstandoff", "tickangle", "ticks", "title"}
    | {"zeroline", "showline", "fixedrange", "automargin"}
)
_QUIET = {"zeroline": False, "showline": False, "ticks": "", "title": {"text": ""}, "tickangle": 0}


@dataclass(frozen=True)
class Axis:
    """One axis: `start` and `length` in pixels of the picture, `settings` as the figure tells them."""

    which: str
    start: float
    length: float
    settings: Mapping[str, Any]

    def fraction(self, value: float) -> float:
        """Where a value lies from 0 (left, bottom) to 1. Raises UnknownError where the axis has no range."""
        if "range" not in self.settings:
            raise UnknownError(f"the {self.which} axis has values and no range")
        low, high = self.settings["range"]
        return float((value - low) / (high - low))

    def at(self, value: float) -> float:
        """The pixel of a value."""
        return self.pixel(self.fraction(value))

    def pixel(self, fraction: float) -> float:
        """The pixel of a part of the axis."""
        return self.start + self.length * (fraction if self.which.startswith("x") else 1 - fraction)

    def holds(self, value: float) -> bool:
        """Whether a value lies on the axis."""
        return -ON_THE_EDGE <= self.fraction(value) <= 1 + ON_THE_EDGE

    def ticks(self) -> Iterator[tuple[float, str]]:
        """The ticks on the axis, each with its pixel and its label."""
        for value, label in zip(
            self.settings.get("tickvals", ()), self.settings.get("ticktext", ()), strict=True
        ):
            if self.holds(value):
                yield self.at(value), label


@dataclass(frozen=True)
class Plot:
    """The plot within its margins, in pixels, and its axes by name ("x", "x2", "y")."""

    left: float
    top: float
    width: float
    height: float
    axes: Mapping[str, Axis]

    def at(self, which: str, ref: str, value: float) -> float:
        """The pixel of a value of an axis, or of a part of the whole plot (`ref` is "paper")."""
        return self.part(which, value) if ref == "paper" else self.axis(ref).at(value)

    def part(self, which: str, fraction: float) -> float:
        """The pixel of a part of the whole plot, from the left or from the bottom."""
        if which == "x":
            return self.left + self.width * fraction
        return self.top + self.height * (1 - fraction)

    def axis(self, which: str) -> Axis:
        """The axis of that name; UnknownError where there is none."""
        if which not in self.axes:
            raise UnknownError(f"the figure has no axis {which}")
        return self.axes[which]


def plot_of(layout: Mapping[str, Any], width: float, above: float) -> Plot:
    """The plot of a layout in a picture of a width, with so many pixels above the figure."""
    margin = layout["margin"]
    known(margin, "the margin", frozenset("lrtb") | {"pad"})
    left, top = float(margin["l"]), above + margin["t"]
    wide, high = width - margin["l"] - margin["r"], layout["height"] - margin["t"] - margin["b"]
    axes = {}
    for name in (name for name in layout if "axis" in name):
        settings = layout[name]
        which = name.replace("axis", "")
        _check(settings, which)
        low, up = settings.get("domain", (0, 1))
        start, length = (left, wide) if which.startswith("x") else (top, high)
        axes[which] = Axis(which, start + length * low, length * (up - low), settings)
    return Plot(left, top, wide, high, axes)


def gridlines(plot: Plot) -> list[Markup]:
    """The lines across at the ticks, of the axes that show them."""
    lines = []
    for which, axis in plot.axes.items():
        if axis.settings.get("showgrid"):
            look = paint(axis.settings["gridcolor"], "stroke") | {"stroke_width": axis.settings["gridwidth"]}
            lines += [_across(plot, which, at, look) for at, _ in axis.ticks()]
    return lines


def tick_labels(plot: Plot) -> list[Markup]:
    """The words at the ticks."""
    return [
        _label(plot, axis, at, words)
        for axis in plot.axes.values()
        if axis.settings.get("showticklabels")
        for at, words in axis.ticks()
        if words
    ]


def _across(plot: Plot, which: str, at: float, look: dict[str, str | float]) -> Markup:
    if which.startswith("x"):
        return element("line", x1=at, x2=at, y1=plot.top, y2=plot.top + plot.height, **look)
    beside = plot.axis("x")
    return element("line", x1=beside.start, x2=beside.start + beside.length, y1=at, y2=at, **look)


def _label(plot: Plot, axis: Axis, at: float, words: str) -> Markup:
    size, slot = axis.settings["tickfont"]["size"], axis.settings["tickfont"]["color"]
    apart = axis.settings["ticklabelstandoff"]
    lines = lettering.lines_of(words)
    height = lettering.height_of(lines, size)
    if not axis.which.startswith("x"):
        x = plot.left - apart - APART_BESIDE
        return lettering.set_text(lines, x, at - height / 2, size=size, slot=slot, anchor="right")
    is_above = axis.settings.get("side") == "top"
    below = plot.top + plot.height + apart + APART_BELOW
    top = plot.top - apart - APART_ABOVE - height if is_above else below
    # At the picture's own edge half of the words would be cut off.
    at = max(at, lettering.width_of(lines, size) / 2)
    return lettering.set_text(lines, at, top, size=size, slot=slot, anchor="center")


def _check(settings: Mapping[str, Any], which: str) -> None:
    known(settings, f"the {which} axis", _AXIS)
    for name, quiet in _QUIET.items():
        if settings.get(name, quiet) != quiet:
            raise UnknownError(f"paper knows no {name} {settings[name]!r} of the {which} axis")
    if settings.get("tickmode", "array") != "array" or settings.get("anchor", "y") != "y":
        raise UnknownError(f"paper knows neither ticks that it chooses nor other sides of the {which} axis")

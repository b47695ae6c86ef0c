"""What stands on and around the marks: lines and rectangles, and words with their anchors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hiring.charts.paper import lettering
from hiring.charts.paper.colours import paint
from hiring.charts.paper.elements import Markup, UnknownError, element, known
from hiring.charts.paper.ground import Plot
from hiring.charts.paper.traces import stroke

Part = Mapping[str, Any]

_SHAPE = frozenset({"type", "x0", "x1", "y0", "y1", "xref", "yref", "line", "fillcolor", "layer"})
_SHAPE |= {"xsizemode", "ysizemode", "xanchor", "yanchor"}
_WORD = frozenset({"text", "x", "y", "xref", "yref", "xanchor", "yanchor", "xshift", "yshift"})
_WORD |= {"font", "bgcolor", "borderpad", "align", "showarrow"}
_BORDER = 1  # pixels that a browser keeps around a word besides its padding
# Where a word lies from its anchor: the part of its size that stands left of it, or above it.
_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0, "top": 0.0, "middle": 0.5, "bottom": 1.0}


def shapes(parts: Sequence[Part], plot: Plot, *, below: bool) -> list[Markup]:
    """The shapes below the marks, or those above."""
    return [_shape(one, plot) for one in parts if (one.get("layer") == "below") is below]


def words(annotations: Sequence[Part], plot: Plot) -> list[Markup]:
    """The words with their grounds; one whose value lies off its axis is left out, as a browser does."""
    return [mark for one in annotations if _is_seen(one, plot) for mark in _word(one, plot)]


def _shape(one: Part, plot: Plot) -> Markup:
    known(one, "a shape", _SHAPE)
    x0, x1 = (_end(one, plot, "x", end) for end in ("x0", "x1"))
    y0, y1 = (_end(one, plot, "y", end) for end in ("y0", "y1"))
    line = stroke(one["line"]) if one["line"]["width"] else {}
    if one["type"] == "line":
        return element("line", x1=x0, y1=y0, x2=x1, y2=y1, **line)
    if one["type"] != "rect":
        raise UnknownError(f"paper knows no shape {one['type']!r}")
    look = paint(one["fillcolor"]) | line
    return element("rect", x=min(x0, x1), y=min(y0, y1), width=abs(x1 - x0), height=abs(y1 - y0), **look)


def _end(one: Part, plot: Plot, which: str, end: str) -> float:
    """The pixel of one end of a shape: of a value, or so many pixels from its anchor."""
    ref = one.get(f"{which}ref", which)
    if one.get(f"{which}sizemode", "scaled") == "scaled":
        return plot.at(which, ref, one[end])
    away = one[end] if which == "x" else -one[end]
    return float(plot.at(which, ref, one[f"{which}anchor"]) + away)


def _is_seen(one: Part, plot: Plot) -> bool:
    known(one, "a word", _WORD)
    if one["showarrow"]:
        raise UnknownError("paper knows no arrows")
    refs = {which: one.get(f"{which}ref", which) for which in ("x", "y")}
    return all(ref == "paper" or plot.axis(ref).holds(one[which]) for which, ref in refs.items())


def _word(one: Part, plot: Plot) -> list[Markup]:
    lines = lettering.lines_of(one["text"])
    size, slot = one["font"]["size"], one["font"]["color"]
    edge = one.get("borderpad", 1) + _BORDER
    wide, high = lettering.width_of(lines, size), lettering.height_of(lines, size)
    across, down = _anchor(one, "x"), _anchor(one, "y")
    # The corner of the word without its edge.
    left = plot.at("x", one.get("xref", "x"), one["x"]) + one.get("xshift", 0)
    left += edge - (wide + 2 * edge) * _BEFORE[across]
    top = plot.at("y", one.get("yref", "y"), one["y"]) - one.get("yshift", 0)
    top += edge - (high + 2 * edge) * _BEFORE[down]
    # A single line hangs on its anchor, whatever a font makes of its width; several are told how they lie together.
    side = across if len(lines) == 1 else one.get("align", "center")
    x = left + wide * _BEFORE[side]
    found = [lettering.set_text(lines, x, top, size=size, slot=slot, anchor=side)]
    if "bgcolor" in one:
        pad = edge - _BORDER / 2
        ground = {"x": left - pad, "y": top - pad, "width": wide + 2 * pad, "height": high + 2 * pad}
        found.insert(0, element("rect", **ground, **paint(one["bgcolor"])))
    return found


def _anchor(one: Part, which: str) -> str:
    """The side a word hangs at; untold, it is in the middle unless it stands in an outer third of the plot."""
    anchor = one.get(f"{which}anchor", "auto")
    if anchor != "auto":
        return str(anchor)
    sides = ("left", "center", "right") if which == "x" else ("bottom", "middle", "top")
    if one.get(f"{which}ref", which) != "paper":
        return sides[1]
    return sides[0] if one[which] < 1 / 3 else sides[2] if one[which] > 2 / 3 else sides[1]

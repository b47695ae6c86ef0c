"""Marks on paper: lines, the bands between them, points and bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from hiring.charts.paper import lettering
from hiring.charts.paper.colours import paint
from hiring.charts.paper.elements import Markup, UnknownError, element, known, path
from hiring.charts.paper.ground import Axis, Plot

Part = Mapping[str, Any]
Point = tuple[float, float]

# What only a screen has use for.
_SCREEN = frozenset(
    {"type", "hovertext", "hovertemplate", "hoverinfo", "customdata", "selected", "unselected"}
)
_SCATTER = _SCREEN | {"x", "y", "mode", "line", "marker", "fill", "fillcolor", "xaxis", "connectgaps"}
_BAR = _SCREEN | {"x", "y", "base", "width", "orientation", "marker", "text", "textfont", "textposition"}
_BAR |= {"textangle", "constraintext", "insidetextanchor"}
_FEWEST_DASH = 3  # pixels of a dot and of the gap after it
# The corners of a symbol, in half its size; a circle has none.
_SYMBOLS: dict[str, tuple[Point, ...]] = {
    "circle": (),
    "line-ns": ((0, -1), (0, 1)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
}


def drawn(traces: Sequence[Part], plot: Plot, barmode: str) -> list[Markup]:
    """All bars and, above them, all lines and points, in the figure's order."""
    bars = [trace for trace in traces if trace["type"] == "bar"]
    scatters = [trace for trace in traces if trace["type"] == "scatter"]
    if len(bars) + len(scatters) != len(traces):
        raise UnknownError("paper knows no traces but scatter and bar")
    if barmode not in ("group", "overlay", "stack") or (barmode == "group" and len(bars) > 1):
        raise UnknownError(f"paper knows no several bars in barmode {barmode}")
    found = [mark for trace in _on_each_other(bars, barmode) for mark in _bars(trace, plot)]
    for index, trace in enumerate(scatters):
        found += _scatter(trace, scatters[index - 1] if index else None, plot)
    return found


def _scatter(trace: Part, before: Part | None, plot: Plot) -> list[Markup]:
    known(trace, "a scatter", _SCATTER)
    if trace["mode"] not in ("lines", "markers") or trace.get("connectgaps"):
        raise UnknownError(f"paper knows no scatter of mode {trace['mode']!r} or with connected gaps")
    if all(None in pair for pair in zip(trace["x"], trace["y"], strict=True)):
        return []  # a trace without points is there for the browser, which refuses a figure without any
    if trace["mode"] == "markers":
        return _markers(trace, plot)
    fill = trace.get("fill", "none")
    if fill not in ("none", "tonexty"):
        raise UnknownError(f"paper knows no fill {fill!r}")
    band = _band(trace, before, plot) if fill == "tonexty" and before is not None else []
    return band + _line(trace, plot)


def _line(trace: Part, plot: Plot) -> list[Markup]:
    line = trace["line"]
    known(line, "a line", frozenset({"color", "width", "dash", "shape"}))
    if not line["width"]:
        return []
    look = stroke(line) | {"fill": "none", "stroke_linejoin": "round"}
    return [element("path", d=path(run), **look) for run in _runs(trace, plot) if len(run) > 1]


def _band(trace: Part, before: Part, plot: Plot) -> list[Markup]:
    """The ground between a line and the one before it, wherever both are known; both stand at the same places."""
    if list(trace["x"]) != list(before["x"]):
        raise UnknownError("paper knows no band between lines of different places")
    both = [None not in pair for pair in zip(trace["y"], before["y"], strict=True)]
    edges = [_runs(edge, plot, both) for edge in (trace, before)]
    return [
        element("path", d=path([*there, *reversed(back)], closed=True), **paint(trace["fillcolor"]))
        for there, back in zip(*edges, strict=True)
    ]


def _runs(trace: Part, plot: Plot, is_kept: Sequence[bool] | None = None) -> list[list[Point]]:
    """The points in pixels from gap to gap: a gap is where a value is not known, or not among those kept."""
    x, y = plot.axis(trace.get("xaxis", "x")), plot.axis("y")
    pairs = list(zip(trace["x"], trace["y"], strict=True))
    there = [None not in pair for pair in pairs]
    if is_kept is not None:
        there = [both and known_one for both, known_one in zip(is_kept, there, strict=True)]
    shape = trace["line"].get("shape", "linear")
    if shape not in ("linear", "hv"):
        raise UnknownError(f"paper knows no line of shape {shape!r}")
    runs = []
    for is_there, run in groupby(zip(there, pairs, strict=True), key=lambda one: one[0]):
        if is_there:
            points = [(x.at(pair[0]), y.at(pair[1])) for _, pair in run]
            runs.append(_stepped(points) if shape == "hv" else points)
    return runs


def _stepped(points: Sequence[Point]) -> list[Point]:
    """Across to each next point, then up or down to it."""
    corners = [(there[0], here[1]) for here, there in pairwise(points)]
    return [points[0], *(one for pair in zip(corners, points[1:], strict=True) for one in pair)]


def _markers(trace: Part, plot: Plot) -> list[Markup]:
    marker = trace["marker"]
    known(marker, "a marker", frozenset({"size", "symbol", "color", "line", "opacity"}))
    x, y = plot.axis(trace.get("xaxis", "x")), plot.axis("y")
    edge = marker.get("line", {})
    found = []
    for index, (left, up) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if left is None or up is None:
            continue
        look = paint(each(marker["color"], index))
        if edge:
            look |= stroke({name: each(value, index) for name, value in edge.items()})
        found.append(_symbol(marker.get("symbol", "circle"), x.at(left), y.at(up), marker["size"] / 2, look))
    return found


def _symbol(name: str, x: float, y: float, half: float, look: dict[str, str | float]) -> Markup:
    if name not in _SYMBOLS:
        raise UnknownError(f"paper knows no marker {name!r}")
    corners = _SYMBOLS[name]
    if not corners:
        return element("circle", cx=x, cy=y, r=half, **look)
    return element("path", d=path(((x + half * a, y + half * b) for a, b in corners), closed=True), **look)


def _on_each_other(bars: Sequence[Part], barmode: str) -> list[Part]:
    """The bars with the base each begins at: where they are stacked, the end of the one before."""
    if barmode != "stack":
        return list(bars)
    stacked: list[Part] = []
    base = [0.0] * max((len(bar["y"]) for bar in bars), default=0)
    for bar in bars:
        stacked.append({**bar, "base": base})
        lengths = bar["x" if bar.get("orientation") == "h" else "y"]
        base = [at + length for at, length in zip(base, lengths, strict=True)]
    return stacked


def _bars(trace: Part, plot: Plot) -> list[Markup]:
    known(trace, "a bar", _BAR)
    marker = trace["marker"]
    known(marker, "a bar's marker", frozenset({"color", "line", "opacity"}))
    is_flat = trace.get("orientation") == "h"
    lengths, places = (trace["x"], trace["y"]) if is_flat else (trace["y"], trace["x"])
    along, across = (plot.axis("x"), plot.axis("y")) if is_flat else (plot.axis("y"), plot.axis("x"))
    found = []
    for index, (length, at) in enumerate(zip(lengths, places, strict=True)):
        base = each(trace.get("base", 0), index)
        one, other = _span(along, base, base + length), _span(across, at, at, trace["width"] / 2)
        x, y = (one, other) if is_flat else (other, one)
        look = paint(each(marker["color"], index))
        edge = {name: each(value, index) for name, value in marker.get("line", {}).items()}
        look |= stroke(edge) if edge.get("width") else {}
        found.append(element("rect", x=x[0], y=y[0], width=x[1] - x[0], height=y[1] - y[0], **look))
        if words := each(trace.get("text", ""), index):
            found.append(_within(trace, words, sum(x) / 2, sum(y) / 2))
    return found


def _span(axis: Axis, first: float, last: float, half: float = 0) -> tuple[float, float]:
    """The pixels from the first to the last, the smaller first."""
    low, high = sorted((axis.at(first - half), axis.at(last + half)))
    return low, high


def _within(trace: Part, words: str, x: float, y: float) -> Markup:
    where = (trace.get("textposition"), trace.get("insidetextanchor"), trace.get("textangle"))
    if where != ("inside", "middle", 0) or trace.get("constraintext") != "none":
        raise UnknownError("paper knows no words of bars but in their middle")
    font = trace["textfont"]
    lines = lettering.lines_of(words)
    top = y - lettering.height_of(lines, font["size"]) / 2
    return lettering.set_text(lines, x, top, size=font["size"], slot=font["color"], anchor="center")


def stroke(line: Part) -> dict[str, str | float]:
    """The attributes of a stroke as a figure tells it."""
    dash = line.get("dash", "solid")
    if dash not in ("solid", "dot"):
        raise UnknownError(f"paper knows no dash {dash!r}")
    length = max(line["width"], _FEWEST_DASH)
    dashed = {"stroke_dasharray": f"{length},{length}"} if dash == "dot" else {}
    return paint(line["color"], "stroke") | {"stroke_width": line["width"]} | dashed


def each(value: Any, index: int) -> Any:
    """A setting of all marks, or that of one where each has its own."""
    return value[index] if isinstance(value, list) else value

"""Curves: those who got there by a time, and how fast a role or a person ramps."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from textwrap import wrap

import pandas as pd

from hiring import words
from hiring.charts import ink, layout, marks, ramps
from hiring.charts.steps import INKS
from hiring.documents.review_pack.slides.forms.frame import GRID, Row
from hiring.documents.review_pack.slides.plot import (
    Dot,
    Drawing,
    Line,
    Plot,
    Points,
    Side,
    Word,
    segments,
    values,
)
from hiring.findings.exhibit import Marks

INNER = (0.085, 0.03, 0.80, 0.95)
BELOW = 0.22  # of the height
BAND = 1.25  # points of the lines that a band lies between
OWN = 3.0
End = tuple[float, float, str, str]  # of a curve: how high, at what time, its name and its slot
LETTERING, NAME_LETTERS = 0.1, 13  # a line of a name at the end of a curve, of the height; letters of it


def reached(given: Marks) -> list[Drawing]:
    """`steps`: at most three curves, each with its name at its end and its band as two thin lines."""
    told = marks.rows_of(given.rows, "group", "time", "share", "low", "high")
    longest = float(given.given.get("until") or max(float(row["time"]) for row in told))
    groups = list(dict.fromkeys(str(row["group"]) for row in told))
    series: list[Points] = []
    ends: list[End] = []
    for group, slot in zip(groups, INKS, strict=False):
        curve = [row for row in told if str(row["group"]) == group and row["time"] <= longest]
        series += [_stepped(f"{group}, {end}", curve, end, Line(slot, BAND, True)) for end in ("low", "high")]
        series.append(_stepped(group, curve, "share", Line(slot, OWN)))
        known = [row for row in curve if not pd.isna(row["share"])]
        ends += [(known[-1]["share"], known[-1]["time"], group, slot)] if known else []
    series += _named_ends(ends, 1.03)
    unit = str(given.given.get("unit", "days since start"))
    at = _months(longest) if "day" not in unit else _day_ticks(longest)
    ground = _axes(
        [0, 0.25, 0.5, 0.75, 1], [words.percent(one) for one in (0, 0.25, 0.5, 0.75, 1)], at, longest, 0.0
    )
    axis = _words("unit", [longest / 2], [-0.13], [Word(unit, ink.MUTE)], "b")
    plot = Plot((*ground, *series, axis), (0.0, longest), (-BELOW * 1.1, 1.03), INNER)
    return [Drawing(((0.0, 1.0, plot),), "Thin dotted lines: the likely range of each curve.")]


def ramp(given: Marks) -> list[Drawing]:
    """`ramp`: one role's middle hire by month, the middle half as two thin lines, the others thin."""
    role = str(given.given["role"])
    told = marks.rows_of(given.rows, "role", "month", "median", "low", "high", "n")
    others = sorted({str(row["role"]) for row in told if not pd.isna(row["role"])} - {role})
    context = [_joined(name, _months_of(told, name), "median", Line(ink.CONTEXT, 1.0)) for name in others]
    crossed = given.given.get("crossed")
    return _paced(
        _months_of(told, role), [(role, "median", Line(ink.CURVE, OWN))], crossed, "median", context
    )


def own_ramp(given: Marks) -> list[Drawing]:
    """`own_ramp`: one person's pace, their role's middle hire and middle half."""
    told = marks.rows_of(given.rows, "month", "own", "median", "low", "high", "n")
    curves = [
        (str(given.given.get("role", "role")), "median", Line(ink.MUTE, 1.5)),
        (str(given.given["name"]), "own", Line(ink.CURVE, OWN)),
    ]
    return _paced(told, curves, given.given.get("crossed"), "own")


def _paced(
    told: Sequence[Row],
    curves: Sequence[tuple[str, str, Line]],
    crossed: float | None,
    own: str,
    context: Sequence[Points] = (),
) -> list[Drawing]:
    last = max(float(row["month"]) for row in told)
    columns = ("high", *(column for _, column, _ in curves))
    heights = [marks.optional(row, column) for row in told for column in columns]
    top = max([ramps.LEAST_TOP, *(1.05 * float(one) for one in heights if one is not None)])
    series = [
        _joined(f"middle half, {end}", told, end, Line(ink.CURVE, BAND, True)) for end in ("low", "high")
    ]
    series += [_joined(name, told, column, line) for name, column, line in curves]
    reached = next((row for row in told if crossed is not None and row["month"] >= crossed), None)
    if reached is not None and marks.optional(reached, own) is not None:
        at, word = (
            float(reached[own]),
            Word(f"month {words.number(reached['month'])}", ink.CURVE, is_bold=True),
        )
        dot = Dot("circle", 12, ink.CURVE, ink.CURVE)
        series.append(Points("at pace", (float(reached["month"]),), (at,), dot, words=(word,), side="t"))
    ends: list[End] = []
    for name, column, line in curves:
        known = [row for row in told if marks.optional(row, column) is not None]
        ends += [(known[-1][column], known[-1]["month"], name, line.slot)] if known else []
    series += _named_ends(ends, top)
    ticks = layout.nice_ticks(0, top, 5)
    ground = _axes(ticks, [words.percent(one) for one in ticks], _month_ticks(last), last, 1.0)
    quota = Points("full quota", (1.0, last), (1.0, 1.0), joined=Line(ink.INK, 1.0, is_dotted=True))
    axis = _words("unit", [(1 + last) / 2], [-0.13 * top], [Word("month since the start", ink.MUTE)], "b")
    plot = Plot((*ground, quota, *context, *series, axis), (1.0, last), (-BELOW * 1.1 * top, top), INNER)
    return [
        Drawing(((0.0, 1.0, plot),), "Thin dotted lines: the middle half. Dotted across: full quota, 100 %.")
    ]


def _months_of(told: Sequence[Row], role: str) -> list[Row]:
    return sorted((row for row in told if row["role"] == role), key=lambda row: float(row["month"]))


def _axes(
    up: Sequence[float], written: Sequence[str], across: Sequence[float], longest: float, start: float
) -> list[Points]:
    """Gridlines with their words at the left, and the words under the curves."""
    texts = [Word(word, ink.MUTE) for word in written]
    grid = segments("gridlines", ((start, at, longest, at) for at in up), GRID)
    scale = _words("scale", [start] * len(up), up, texts, "l")
    foot = [Word(words.number(one), ink.MUTE) for one in across]
    return [grid, scale, _words("time", across, [-0.01] * len(across), foot, "b")]


def _named_ends(ends: Sequence[End], top: float) -> list[Points]:
    """Each curve's name at its end, kept apart where two would lie on each other and below the top."""
    found: list[Points] = []
    above, before = top, math.nan
    for height, at, name, slot in sorted(ends, reverse=True):
        name, above = _on_lines(name), above if at == before else top
        before = at
        half = LETTERING * top * (1 + name.count("\n")) / 2
        height = min(height, above - half)
        above = height - half
        word = Word(name, slot, is_bold=True)
        found.append(_words(f"name {len(found) + 1}", [at], [height], [word], "r"))
    return found


def _on_lines(name: str) -> str:
    return "\n".join(wrap(name, NAME_LETTERS, max_lines=2, placeholder="…"))


def _stepped(name: str, curve: Sequence[Row], column: str, line: Line) -> Points:
    """Across to each next point, then up or down to it."""
    known = [
        (float(row["time"]), float(row[column])) for row in curve if marks.optional(row, column) is not None
    ]
    corners = [(there[0], here[1]) for here, there in pairwise(known)]
    both = [one for pair in zip(corners, known[1:], strict=True) for one in pair]
    way = [*known[:1], *both]
    return Points(name, values(x for x, _ in way), values(y for _, y in way), joined=line)


def _joined(name: str, told: Sequence[Row], column: str, line: Line) -> Points:
    known = [row for row in told if marks.optional(row, column) is not None]
    return Points(
        name,
        values(row["month"] for row in known),
        values(row[column] for row in known),
        joined=line,
    )


def _words(name: str, x: Sequence[float], y: Sequence[float], texts: Sequence[Word], side: Side) -> Points:
    return Points(name, values(x), values(y), words=tuple(texts), side=side)


def _day_ticks(longest: float) -> list[float]:
    """Days are read in months and quarters: the smallest of these steps that gives at most six ticks."""
    step = next((days for days in (10, 30, 60, 90, 180, 365) if longest / days <= 6), 730)
    return [float(day) for day in range(0, int(longest) + 1, step)]


def _months(longest: float) -> list[float]:
    return layout.nice_ticks(0, longest, 6)


def _month_ticks(last: float) -> list[float]:
    return [float(month) for month in ramps.MONTHS_WRITTEN if month <= last]

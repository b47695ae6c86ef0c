"""Groups side by side, each with its range upright: cohorts in the order of time, buckets of a rating, shuffles."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from hiring import charts, words
from hiring.charts import cohorts, ink, marks, upright
from hiring.charts.layout import Show
from hiring.documents.review_pack.slides.forms import frame
from hiring.documents.review_pack.slides.forms.frame import GRID, THIN, Row, Scale
from hiring.documents.review_pack.slides.plot import Dot, Drawing, Line, Plot, Points, Word, segments, values
from hiring.findings.exhibit import Marks
from hiring.findings.marks import Reference

INNER = (0.085, 0.04, 0.79, 0.94)  # of the frame: beside it the ticks, and the reference's name
BELOW = 0.24  # of the height, for the words under the groups
ABOVE = 0.06  # of it, for the words over the highest range
DOT = 12
WIDE_BARS = 8.0  # points: a shuffle's bar is a thick line
HOLLOW = "Hollow: not all of them have been here long enough."


def over_time(given: Marks) -> list[Drawing]:
    """`dots_over_time`: one dot with its range for each cohort, the immature ones hollow."""
    told = marks.rows_of(given.rows, "period", "estimate", "low", "high", "n")
    ticks = [_period(row, alone=len(told) > cohorts.MOST_COHORTS) for row in told]
    if len(told) > cohorts.MOST_COHORTS:
        ticks = ["" if tick in ticks[:place] else tick for place, tick in enumerate(ticks)]
    drawing = _groups(given, told, ticks)
    counts = given.given.get("counts", "")
    has_young = any(not _is_mature(row) for row in told)
    strip = f"{counts} stand in the notes." if counts and "count" in given.rows else ""
    return [Drawing(drawing.charts, " ".join(part for part in (HOLLOW if has_young else "", strip) if part))]


def calibration(given: Marks) -> list[Drawing]:
    """`calibration_steps`: what came of each bucket, behind it the nearest values that never fall."""
    told = marks.rows_of(given.rows, "bucket", "estimate", "low", "high", "n")
    rising = [marks.optional(row, "rising") for row in told]
    steps = []
    if told and None not in rising:
        x = values(edge for place in range(len(told)) for edge in (place - 0.5, place + 0.5))
        steps = [
            Points(
                "rising", x, values(one for one in rising for _ in range(2)), joined=Line(ink.CONTEXT, 2.0)
            )
        ]
    return [_groups(given, told, [f"{row['bucket']}\n{_n(row)}" for row in told], steps)]


def luck(given: Marks) -> list[Drawing]:
    """`luck_bars`: what shuffles give, and where the company stands; bars as thick lines, so that values stay exact."""
    bars = next(one for one in charts.draw(given).to_dict()["data"] if one["type"] == "bar")
    company = float(given.given["company"])
    at, high = values(bars["x"]), values(bars["y"])
    known = [*at, *([company] if math.isfinite(company) else [])]
    low, top = min(known), max(known)
    room = 0.08 * ((top - low) or 1.0)
    one = frame.scale((low - room, top + room), given.given.get("show", words.signed))
    most = max(high) * 1.18
    foot = [Word(word, ink.MUTE) for word in one.written]
    series = [
        _series("scale", one.ticks, (0.0,) * len(one.ticks), GRID, (0.0,) * len(one.ticks), foot, "b"),
        _series("shuffles", at, (0.0,) * len(at), Line(ink.CONTEXT, WIDE_BARS), high),
        _words("measure", [sum(one.ends) / 2], [-0.14 * most], [Word(str(given.given["axis"]), ink.MUTE)]),
    ]
    if math.isfinite(company):
        name = Word(str(given.given.get("name", "your company")), is_bold=True)
        mark = _series(
            "your company", (company,), (0.0,), Line(ink.INK, 2.5), (most * 0.88,), (name,), "r", top=True
        )
        series += [mark]
    plot = Plot(tuple(series), one.ends, (-0.3 * most, most), (0.05, 0.02, 0.9, 0.96))
    return [
        Drawing(((0.0, 1.0, plot),), "Grey: how often shuffled data give each value. Line: your company.")
    ]


def _groups(
    given: Marks, told: Sequence[Row], ticks: Sequence[str], behind: Sequence[Points] = ()
) -> Drawing:
    show: Show = given.given.get("show", words.percent if given.form == "dots_over_time" else words.signed)
    reference: Reference | None = given.given.get("reference")
    shown = [(place, row) for place, row in enumerate(told) if marks.is_shown(row)]
    ends = given.given.get("extent") or upright.extent([row for _, row in shown], reference)
    one = frame.scale(ends, show)
    span = ends[1] - ends[0]
    bottom = ends[0] - 0.02 * span
    axis = str(given.given.get("axis", ""))
    across = (-0.6, len(told) - 0.4)
    series = [*_scale(one, across, reference, show), *behind, *_dots(shown)]
    series += [_words("groups", range(len(told)), [bottom] * len(told), [_tick(tick) for tick in ticks])]
    if len(told) <= cohorts.MOST_COHORTS:
        said = [Word(show(row["estimate"])) for _, row in shown]
        tops = [row["estimate"] + _range(row)[1] for _, row in shown]
        series += [_words("values", [place for place, _ in shown], tops, said, side="t")]
    few = [place for place, row in enumerate(told) if not marks.is_shown(row)]
    if few and len(told) <= cohorts.MOST_COHORTS:
        middle = [sum(ends) / 2] * len(few)
        series += [_words("too few", few, middle, [Word("too few", ink.MUTE)] * len(few), side="ctr")]
    if axis:
        series += [_words("measure", [sum(across) / 2], [bottom - 0.21 * span], [Word(axis, ink.MUTE)])]
    plot = Plot(tuple(series), across, (bottom - BELOW * 1.15 * span, ends[1] + ABOVE * span), INNER)
    return Drawing(((0.0, 1.0, plot),))


def _dots(shown: Sequence[tuple[int, Row]]) -> list[Points]:
    """The mature in ink, the immature hollow, each as a series."""
    found = []
    for name, is_mature in (("estimate", True), ("not all old enough", False)):
        kept = [(place, row) for place, row in shown if _is_mature(row) is is_mature]
        if kept:
            color = ink.INK if is_mature else ink.CANNOT_TELL
            ends = [_range(row) for _, row in kept]
            found.append(
                Points(
                    name,
                    values(place for place, _ in kept),
                    values(row["estimate"] for _, row in kept),
                    Dot("circle", DOT, color if is_mature else ink.BACKGROUND, color),
                    less=values(less for less, _ in ends),
                    more=values(more for _, more in ends),
                    along="y",
                    ranged=Line(color, 2.0, is_dotted=not is_mature),
                )
            )
    return found


def _scale(one: Scale, across: tuple[float, float], reference: Reference | None, show: Show) -> list[Points]:
    """Gridlines with their ticks' words at the left, the reference with its name at the right."""
    texts = [Word(word, ink.MUTE) for word in one.written]
    found = [
        segments("gridlines", ((across[0], tick, across[1], tick) for tick in one.ticks), GRID),
        _words("scale", [across[0]] * len(one.ticks), one.ticks, texts, side="l"),
    ]
    if reference is not None:
        name = Word(f"{reference.name}\n{show(reference.value)}", ink.MUTE)
        found += [
            segments(reference.name, [(across[0], reference.value, across[1], reference.value)], THIN),
            _words("reference", [across[1]], [reference.value], [name], side="r"),
        ]
    return found


def _range(row: Row) -> tuple[float, float]:
    low, high = (marks.optional(row, end) for end in ("low", "high"))
    value = float(row["estimate"])
    return (0.0, 0.0) if low is None or high is None else (value - float(low), float(high) - value)


def _series(
    name: str,
    x: Sequence[float],
    y: Sequence[float],
    line: Line,
    more: Sequence[float],
    texts: Sequence[Word] = (),
    side: Any = "b",
    *,
    top: bool = False,
) -> Points:
    """Upright lines from `y` up by `more`; with `top` the points stand at the upper ends."""
    up = tuple(float(one) for one in more)
    heights = values(a + b for a, b in zip(y, up, strict=True)) if top else values(y)
    none = (0.0,) * len(up)
    less, high = (up, none) if top else (none, up)
    return Points(
        name,
        values(x),
        heights,
        less=less,
        more=high,
        along="y",
        ranged=line,
        words=tuple(texts),
        side=side,
    )


def _words(
    name: str, x: Sequence[float], y: Sequence[float], texts: Sequence[Word | None], side: Any = "b"
) -> Points:
    return Points(name, values(x), values(y), words=tuple(texts), side=side)


def _tick(text: str) -> Word | None:
    return Word(text, ink.MUTE) if text else None


def _period(row: Row, *, alone: bool) -> str:
    """A cohort under its dot: "2024 / H1 / n 61"; where there are many, the year alone."""
    year, _, rest = str(row["period"]).partition(" ")
    return year if alone else "\n".join(part for part in (year, rest, _n(row)) if part)


def _n(row: Row) -> str:
    n = marks.optional(row, "n")
    return "" if n is None else f"n {words.number(n)}"


def _is_mature(row: Row) -> bool:
    is_mature = marks.optional(row, "is_mature")
    return is_mature is None or bool(is_mature)

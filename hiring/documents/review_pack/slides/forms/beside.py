"""Two measures of each name side by side, each on its own scale; and plain bars."""

from __future__ import annotations

from collections.abc import Sequence

from hiring import words
from hiring.charts import ink, layout, marks, rows, weights
from hiring.charts.layout import Show
from hiring.charts.scales import SIDES
from hiring.documents.review_pack.slides.forms import dots, frame
from hiring.documents.review_pack.slides.forms.frame import Named, Row, Scale
from hiring.documents.review_pack.slides.plot import (
    Bar,
    Bars,
    Drawing,
    Line,
    Plot,
    Points,
    Word,
    segments,
    values,
)
from hiring.findings.exhibit import Marks

HALF = 0.56  # of the slide, for the left measure with the names
#: Of each half, for the names and for what stands at the end of a row.
ROOM = ((0.42, 0.22), (0.04, 0.36))
BAR_NAMES = 0.26  # of the frame
TALLEST = 0.13  # of the frame, for one bar
MOST_BARS = 9


def two_scales(given: Marks) -> list[Drawing]:
    """Left one measure with its range, right another, in the same rows."""
    told = marks.rows_of(given.rows, "name", *SIDES)
    shows: tuple[Show, Show] = given.given.get("shows", (words.number, words.percent))
    heads: tuple[str, str] = given.given["heads"]
    sides = list(zip(SIDES, shows, heads, ROOM, strict=True))
    scales = [_from_nothing(told, side, show, head) for side, show, head, _ in sides]
    drawings = []
    for kept in _slides(told):
        plots = []
        for (side, _, _, room), one in zip(sides, scales, strict=True):
            named = [Named(str(row["name"]), str(marks.optional(row, f"{side}_words") or "")) for row in kept]
            lines = zip((_measured(row, side) for row in kept), frame.heights(named), strict=True)
            plain = marks.mark_for(None, 0.0)
            marked = dots.ranged((row, at, plain) for row, at in lines if marks.is_shown(row))
            plots.append(frame.plot(named, marked, one, left=room[0], right=room[1]))
        drawings.append(_halves(plots[0], plots[1]))
    return drawings


def weights_and_evidence(given: Marks) -> list[Drawing]:
    """Left the agreed weight as a line from nothing, right what the hires show with its range."""
    told = marks.rows_of(given.rows, "name", "weight", "estimate", "low", "high", "n")
    show: Show = given.given.get("show", words.signed)
    heads = given.given.get("heads", ("Agreed weight", "What the hires show"))
    unweighted = str(given.given.get("unweighted", "not in the profile"))
    shown = [row for row in told if marks.is_shown(row)]
    known = [float(row["weight"]) for row in told if marks.optional(row, "weight") is not None]
    heaviest = given.given.get("heaviest") or max(known, default=1.0)
    weighed = frame.scale((0.0, 1.1 * heaviest), words.percent, words=heads[0], most=3)
    extent = given.given.get("extent") or (rows.extent(shown, weights.NONE) if shown else (-1.0, 1.0))
    judged = frame.scale(extent, show, words=heads[1], most=3)
    drawings = []
    for kept in _slides(told):
        agreed = [_weighted(row, unweighted) for row in kept]
        lines = list(zip(kept, frame.heights(agreed), strict=True))
        left = frame.plot(agreed, [_weights(lines)], weighed, left=ROOM[0][0], right=ROOM[0][1])
        if not heads[1]:
            drawings.append(Drawing(((0.0, HALF, left),)))
            continue
        judging = [(row, at, rows.mark_of(row, weights.NONE)) for row, at in lines if marks.is_shown(row)]
        marked = dots.ranged(judging)
        slopes = [_slope(row, show) for row in kept]
        right = frame.plot(slopes, marked, judged, weights.NONE, left=ROOM[1][0], right=ROOM[1][1])
        drawings.append(_halves(left, right, dots.key_of(told)))
    return drawings


def funnel(given: Marks) -> list[Drawing]:
    """Steps of one way, each with how many came to it and what share went on."""
    told = marks.rows_of(given.rows, "stage", "n", "passed", "low", "high")
    lengths = values(row["n"] for row in told)
    said = tuple(Word(_passed(row)) for row in told)
    one = Bar(str(given.given.get("noun", "candidate")) + "s", lengths, ink.CONTEXT, said)
    bars = Bars(
        tuple(str(row["stage"]) for row in told), (one,), False, max(lengths) * 2.2, _inner(len(told), 0.02)
    )
    return [Drawing(((0.0, 1.0, bars),), "Beside each bar: how many came, and what share of those went on.")]


def stacked_share(given: Marks) -> list[Drawing]:
    """A part of each whole, file by file; what came in, what was set aside, what was skipped."""
    parts = (("loaded", ink.CONTEXT), ("set_aside", ink.INK), ("skipped", ink.GRID))
    told = marks.rows_of(given.rows, "name", *(column for column, _ in parts))
    drawings = []
    for start in range(0, len(told), MOST_BARS):
        kept = told[start : start + MOST_BARS]
        series = tuple(
            Bar(column.replace("_", " "), values(row[column] for row in kept), slot) for column, slot in parts
        )
        names = tuple(f"{row['name']}: {_came_in(row)}" for row in kept)
        drawings.append(Drawing(((0.0, 1.0, Bars(names, series, True, 1.0, _inner(len(kept), 0.02, 0.5))),)))
    return drawings


def _slides(told: Sequence[Row]) -> list[list[Row]]:
    heights = [Named(str(row["name"])).height for row in told]
    return [[told[place] for place in places] for places in frame.split(heights, [False] * len(told))]


def _halves(left: Plot, right: Plot, key: str = "") -> Drawing:
    return Drawing(((0.0, HALF, left), (HALF, 1.0, right)), key)


def _from_nothing(told: Sequence[Row], side: str, show: Show, head: str) -> Scale:
    ends = [marks.optional(row, name) for row in told for name in (side, f"{side}_high")]
    most = max((float(one) for one in ends if one is not None), default=0.0) or 1.0
    ticks = layout.nice_ticks(0.0, 1.06 * most, 3)
    step = ticks[1] - ticks[0] if len(ticks) > 1 else most
    # A value far beyond the last round one has the next to its right; a dot at nothing stays off its name.
    end = ticks[-1] + step if most > ticks[-1] + step / 2 else 1.06 * most
    return frame.scale((-0.05 * end, end), show, words=head, most=3)


def _measured(row: Row, side: str) -> Row:
    return {"estimate": row[side], "low": row.get(f"{side}_low"), "high": row.get(f"{side}_high")}


def _weighted(row: Row, unweighted: str) -> Named:
    weight = marks.optional(row, "weight")
    told = unweighted if weight is None else words.percent(weight)
    return Named(str(row["name"]), told, is_bold=bool(marks.optional(row, "flag")))


def _weights(lines: Sequence[tuple[Row, float]]) -> Points:
    known = [(float(row["weight"]), at) for row, at in lines if marks.optional(row, "weight") is not None]
    return segments("agreed weight", ((0.0, at, weight, at) for weight, at in known), Line(ink.CONTEXT, 10.0))


def _slope(row: Row, show: Show) -> Named:
    name = str(row["name"])
    if not marks.is_shown(row):
        return Named(name, str(marks.optional(row, "instead") or rows.TOO_FEW))
    said = (show(row["estimate"]), marks.optional(row, "flag") or frame.verdict_of(row))
    return Named(name, " · ".join(part for part in said if part))


def _passed(row: Row) -> str:
    n, passed, days = (marks.optional(row, name) for name in ("n", "passed", "days"))
    went = "" if passed is None else f"{words.with_interval(passed, row['low'], row['high'])} go on"
    return " · ".join(
        part for part in (words.number(n), went, words.short_days(days) if days else "") if part
    )


def _came_in(row: Row) -> str:
    return f"{words.number(row['loaded'])} rows, {words.number(row['set_aside'])} set aside"


def _inner(count: int, top: float, left: float = BAR_NAMES) -> tuple[float, float, float, float]:
    return (left, top, 0.97 - left, min(0.96, count * TALLEST))

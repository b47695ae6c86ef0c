"""What row charts share: names left of their lines, words right, one scale below, and how many fit on a slide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from hiring import words
from hiring.charts import ink, layout, marks
from hiring.charts.layout import Show
from hiring.documents.review_pack.slides.plot import Line, Plot, Points, Word, segments
from hiring.findings.marks import Reference

MOST_LINES = 10.0  # of 18 points that a chart has room for above its scale
LETTERS = 24  # of a name's line
BELOW = 1.1  # lines under the last row: the ticks, and below them in words what the scale is
TALLEST = 0.11  # of the frame's height, for one line: a few rows are not pulled apart
NAMES, RIGHT = 0.245, 0.30  # of the frame's width
LEAST = 0.1  # of it, under which no names stand there
INSET = 1e-4  # of the scale: what lies on its very end may be taken to lie outside
GRID, THIN = Line(ink.GRID, 1.0), Line(ink.CANNOT_TELL, 1.25)
NAME_LINES = 2

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Named:
    """A line of a chart: its name, what stands right of it, how heavy; a head has no mark."""

    name: str
    right: str = ""
    slot: str = ink.INK
    is_bold: bool = False
    most_lines: int = NAME_LINES
    letters: int = LETTERS

    @property
    def lines(self) -> list[str]:
        """The name as it is shown; a longer one keeps its beginning, and the notes have it whole."""
        return wrap(self.name, self.letters, max_lines=self.most_lines, placeholder="…") or [""]

    @property
    def height(self) -> float:
        """In lines."""
        return 0.25 + 0.75 * len(self.lines)

    @property
    def is_whole(self) -> bool:
        """Whether all of its letters are shown."""
        return "".join(self.lines).replace(" ", "") == self.name.replace(" ", "")


@dataclass(frozen=True)
class Scale:
    """The values' axis: its ends, the ticks with their words, what it measures in words."""

    ends: tuple[float, float]
    ticks: tuple[float, ...]
    written: tuple[str, ...]
    words: str = ""


def scale(ends: tuple[float, float], show: Show, *, words: str = "", most: int = 5) -> Scale:
    """Round ticks within the ends, written as the page writes them."""
    ticks, _ = layout.written_ticks(*ends, show, most)
    return Scale(ends, tuple(ticks), tuple(show(value) for value in ticks), words)


def heights(named: Sequence[Named]) -> list[float]:
    """Where each row lies, from the top down: negative, as the axis rises."""
    at, places = 0.0, []
    for one in named:
        places.append(-(at + one.height / 2))
        at += one.height
    return places


def split(heights_of: Sequence[float], is_head: Sequence[bool], most: float = MOST_LINES) -> list[list[int]]:
    """Rows by slide, in their order, about as many on each, and no head without what it heads."""
    fewest = _filled(heights_of, is_head, most)
    tighter = (most - step / 4 for step in range(int(4 * most)))
    even = [found for room in tighter if len(found := _filled(heights_of, is_head, room)) == len(fewest)]
    return even[-1]


def _filled(heights_of: Sequence[float], is_head: Sequence[bool], most: float) -> list[list[int]]:
    slides: list[list[int]] = [[]]
    used = 0.0
    for index, height in enumerate(heights_of):
        follows = heights_of[index + 1] if is_head[index] and index + 1 < len(heights_of) else 0.0
        if slides[-1] and used + height + follows > most:
            slides.append([])
            used = 0.0
        slides[-1].append(index)
        used += height
    return [one for one in slides if one]


def plot(
    named: Sequence[Named],
    marked: Sequence[Points],
    one: Scale,
    reference: Reference | None = None,
    *,
    left: float = NAMES,
    right: float = RIGHT,
) -> Plot:
    """The rows' names, words and ticks around their marks; `left` and `right` are room beside them, of 1.

    Where `left` has no room for names, they stand in the chart beside this one.
    """
    places = heights(named)
    bottom = -sum(row.height for row in named)
    low, high = one.ends
    inset = INSET * (high - low)
    below = BELOW + (1.0 if one.words else 0.0)
    series = [*_ground(one, bottom, reference), *marked]
    if one.words:
        series.append(_at("measure", [(low + high) / 2], [bottom - BELOW], [Word(one.words, ink.MUTE)], "b"))
    if left >= LEAST:
        texts = [Word("\n".join(row.lines), row.slot, row.is_bold) for row in named]
        series.append(_at("names", [low + inset] * len(named), places, texts, "l"))
    ends = [Word(row.right, ink.MUTE) if row.right else None for row in named]
    if any(ends):
        series.append(_at("counts", [high - inset] * len(named), places, ends, "r"))
    lines = below - bottom
    height = min(0.99, lines * TALLEST)
    inner = (left, 0.005, 1 - left - right, height)
    return Plot(tuple(series), one.ends, (bottom - below, 0.0), inner)


def _ground(one: Scale, bottom: float, reference: Reference | None) -> list[Points]:
    """Gridlines with their ticks' words, and the reference as a line of its own with its name at its foot."""
    low, high = one.ends
    near = (high - low) / 9
    kept = [
        index for index, tick in enumerate(one.ticks) if not reference or abs(tick - reference.value) > near
    ]
    at = [one.ticks[index] for index in kept]
    written = [Word(one.written[index], ink.MUTE) for index in kept]
    found = _upright("scale", at, bottom, written, GRID) if at else []
    if reference and low <= reference.value <= high:
        name = Word(reference.name, ink.MUTE)
        found += _upright(reference.name, [reference.value], bottom, [name], THIN)
    return found


def _upright(
    name: str, at: Sequence[float], bottom: float, written: Sequence[Word], line: Line
) -> list[Points]:
    lines = segments(f"line of {name}", ((x, bottom, x, 0.0) for x in at), line)
    return [lines, _at(name, at, [bottom] * len(at), written, "b")]


def _at(name: str, x: Sequence[float], y: Sequence[float], texts: Sequence[Word | None], side: Any) -> Points:
    return Points(name, tuple(map(float, x)), tuple(map(float, y)), words=tuple(texts), side=side)


def verdict_of(row: Row) -> str:
    """The label of a row in words, "" where nothing is claimed of it."""
    return str(marks.optional(row, "verdict") or "")


def counted(row: Row, noun: str = "") -> str:
    """What stands at a row's end: what its frame says, or its n; and behind it the label in words."""
    n = marks.optional(row, "n")
    count = "" if n is None else words.counted(n, noun) if noun else words.number(n)
    right = marks.optional(row, "right")
    told = str(right) if right is not None else count
    label = verdict_of(row)
    return " · ".join(part for part in (told, label if label.lower() not in told.lower() else "") if part)

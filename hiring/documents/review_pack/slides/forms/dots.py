"""Dots with their ranges, one row a name: what differs, what was counted and expected, two values of one name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from hiring import words
from hiring.charts import ink, marks, rows
from hiring.charts.layout import Show
from hiring.charts.marks import Mark
from hiring.documents.review_pack.slides.forms import frame
from hiring.documents.review_pack.slides.forms.frame import Named, Row
from hiring.documents.review_pack.slides.plot import Dot, Drawing, Line, Points, segments, values
from hiring.findings.exhibit import Marks
from hiring.findings.marks import HR_AND_SALES, End, Reference

DOT, SQUARE = 10, 15  # points
LONGEST_RIGHT = (
    34  # letters right of a row; a longer one gives way to the value and its n, its range is drawn
)
MOST_SHORT, LONG_LINE = 3, 34  # lines of a short name, and letters of each: all of it is shown
SECTIONS = 12.0  # lines of a slide whose sections stay whole
TICK = 0.32  # of a line, up and down
PLAIN = "estimate"
SYMBOLS: dict[str, Any] = {"circle": "circle", "diamond": "diamond"}
KEY_COUNTED = "Open square: counted. Upright line: expected. Dot with its range: what is left after luck."
KEY_SIDES = "Circle: HR. Diamond: Sales."
KEY_SURE = "Filled: Clear. Hollow: Leaning. Grey: Can't tell."


def estimates(given: Marks) -> list[Drawing]:
    """`dots_with_intervals`: an estimate with its range in each row."""
    told = marks.rows_of(given.rows, "name", "estimate", "low", "high", "n")
    show: Show = given.given.get("show", words.percent)
    reference: Reference | None = given.given.get("reference")
    shown = [row for row in told if marks.is_shown(row)]
    extent = given.given.get("extent") or (rows.extent(shown, reference) if shown else (0.0, 1.0))
    one = frame.scale(extent, show, words=_ways(given, reference))
    noun = str(given.given.get("noun", ""))
    named = [_named(row, show, rows.mark_of(row, reference), noun) for row in told]
    has_sides = any(marks.optional(row, "side") for row in told)
    key = " ".join((KEY_SIDES if has_sides else "", key_of(told))).strip()
    left = frame.NAMES * max(row.letters for row in named) / frame.LETTERS if named else frame.NAMES
    drawings = []
    for places in frame.split([row.height for row in named], [False] * len(named)):
        kept = [named[place] for place in places]
        lines = zip([told[place] for place in places], frame.heights(kept), strict=True)
        marked = ranged([(row, at, rows.mark_of(row, reference)) for row, at in lines if marks.is_shown(row)])
        drawings.append(Drawing(((0.0, 1.0, frame.plot(kept, marked, one, reference, left=left)),), key))
    return drawings


def counted_and_expected(given: Marks) -> list[Drawing]:
    """What was counted, what was to be expected, and what is left after luck, under the heads of sections."""
    told = marks.rows_of(given.rows, "section", "name", "counted", "expected", "n")
    show: Show = given.given.get("show", words.number)
    lines = _with_heads(told)
    named = [
        Named(str(row["section"]), is_bold=True) if is_head else _named_fact(row) for is_head, row in lines
    ]
    most = max([given.given.get("most") or 0.0, *(value for row in told for value in _facts(row))]) or 1.0
    one = frame.scale((0.0, 1.05 * most), show, words=given.given.get("axis", "in 100 of these hires"))
    drawings = []
    heights, heads = [row.height for row in named], [is_head for is_head, _ in lines]
    for rest in _by_section(heights, heads):
        places = _under_head(rest, heads)
        kept = [named[place] for place in places]
        at = zip([lines[place] for place in places], frame.heights(kept), strict=True)
        facts = [(row, height) for (is_head, row), height in at if not is_head and _facts(row)]
        drawings.append(Drawing(((0.0, 1.0, frame.plot(kept, _fact_marks(facts), one)),), _fact_key(told)))
    return drawings


def dumbbell(given: Marks) -> list[Drawing]:
    """Two marks in each row and what joins them."""
    ends: tuple[End, End] = given.given.get("ends", HR_AND_SALES)
    told = marks.rows_of(given.rows, "name", ends[0].column, ends[1].column, "n")
    show: Show = given.given.get("show", words.number)
    reference: Reference | None = given.given.get("reference")
    known = [row[end.column] for row in told for end in ends if _is_there(row, end)]
    both = [{"estimate": value, "low": value, "high": value} for value in known]
    if not known:
        return []
    one = frame.scale(given.given.get("extent") or rows.extent(both, reference), show)
    named = [_named_gap(row, given.given.get("show_gap", words.signed)) for row in told]
    key = f"{_looks(ends[0])}: {ends[0].name}. {_looks(ends[1])}: {ends[1].name}."
    drawings = []
    for places in frame.split([row.height for row in named], [False] * len(named)):
        kept = [named[place] for place in places]
        lines = list(zip([told[place] for place in places], frame.heights(kept), strict=True))
        marked = [_joins(ends, lines), *(_end(end, lines) for end in ends)]
        drawings.append(Drawing(((0.0, 1.0, frame.plot(kept, marked, one, reference)),), key))
    return drawings


def ranged(lines: Iterable[tuple[Row, float, Mark]]) -> list[Points]:
    """A series for each look, named by its verdict, so that a look can be edited as one."""
    looks: dict[Mark, list[tuple[Row, float]]] = {}
    for row, at, mark in lines:
        looks.setdefault(mark, []).append((row, at))
    return [_series(mark, found) for mark, found in looks.items()]


def dot_of(mark: Mark) -> Dot:
    """A mark's dot as slides draw it; a hollow one is filled with the ground."""
    return Dot(SYMBOLS[mark.symbol], DOT, mark.fill, mark.color)


def key_of(told: Sequence[Row]) -> str:
    """How sure each look is, where anything is claimed."""
    return KEY_SURE if any(frame.verdict_of(row) in (marks.CLEAR, marks.LEANING) for row in told) else ""


def _series(mark: Mark, found: Sequence[tuple[Row, float]]) -> Points:
    estimates_of = [float(row["estimate"]) for row, _ in found]
    ends = [_range(row) for row, _ in found]
    told = found[0][0]
    side = str(marks.optional(told, "side") or "")
    way = {ink.UP: "higher", ink.DOWN: "lower"}.get(mark.color, "")
    name = ", ".join(part for part in (side, frame.verdict_of(told) or PLAIN, way) if part)
    return Points(
        name,
        values(estimates_of),
        values(at for _, at in found),
        dot_of(mark),
        less=values(less for less, _ in ends),
        more=values(more for _, more in ends),
        ranged=Line(mark.color, mark.width),
    )


def _range(row: Row) -> tuple[float, float]:
    low, high = (marks.optional(row, end) for end in ("low", "high"))
    value = float(row["estimate"])
    return (0.0, 0.0) if low is None or high is None else (value - float(low), float(high) - value)


def _ways(given: Marks, reference: Reference | None) -> str:
    ends = given.given.get("ends")
    return f"← {ends[0]} · {ends[1]} →" if ends and reference else ""


def _named(row: Row, show: Show, mark: Mark, noun: str) -> Named:
    """A row's name, or the short one it brings, on as many lines as that takes, and what stands right of it."""
    short = marks.optional(row, "short")
    name, most = (str(row["name"]), frame.NAME_LINES) if short is None else (str(short), MOST_SHORT)
    letters = frame.LETTERS if short is None else LONG_LINE
    if not marks.is_shown(row):
        instead = marks.optional(row, "instead") or rows.TOO_FEW
        return Named(name, f"{frame.counted({**row, 'verdict': None})} · {instead}".strip(" ·"), ink.MUTE)
    likely = words.with_interval(row["estimate"], row["low"], row["high"], show)
    told = marks.optional(row, "right")
    right = frame.counted(row) if told is not None else f"{likely} · {frame.counted(row)}"
    if told is not None and len(right) > LONGEST_RIGHT:
        right = f"{show(row['estimate'])} · {frame.counted({**row, 'right': None}, noun)}"
    return Named(name, right, mark.text, mark.is_bold, most, letters)


def _with_heads(told: Sequence[Row]) -> list[tuple[bool, Row]]:
    found: list[tuple[bool, Row]] = []
    for index, row in enumerate(told):
        if row["section"] and (not index or row["section"] != told[index - 1]["section"]):
            found.append((True, row))
        found.append((False, row))
    return found


def _by_section(heights: Sequence[float], heads: Sequence[bool]) -> list[list[int]]:
    """Rows by slide, whole sections on each; where one is longer than a slide, row by row."""
    begins = [place for place, is_head in enumerate(heads) if is_head or not place]
    spans = [list(range(*ends)) for ends in zip(begins, [*begins[1:], len(heads)], strict=True)]
    tall = [sum(heights[place] for place in span) for span in spans]
    if max(tall, default=0.0) > SECTIONS:
        return frame.split(heights, heads, frame.MOST_LINES - 1)
    parts = frame.split(tall, [False] * len(tall), SECTIONS)
    return [[place for part in one for place in spans[part]] for one in parts]


def _under_head(places: list[int], heads: Sequence[bool]) -> list[int]:
    """The rows of a slide under the head of their section, which only the slide before may have."""
    before = [place for place in range(places[0] + 1) if heads[place]]
    return [*(before[-1:] if not heads[places[0]] else []), *places]


def _named_fact(row: Row) -> Named:
    verdict = frame.verdict_of(row)
    below = marks.optional(row, "below")
    name = f"{row['name']} ({below})" if below else str(row["name"])
    instead = marks.optional(row, "instead")
    right = f"{frame.counted({**row, 'verdict': None})} · {instead}" if instead else frame.counted(row)
    is_claimed = verdict in ("", marks.CLEAR, marks.LEANING)
    return Named(name, right.strip(" ·"), ink.INK if is_claimed else ink.MUTE, verdict == marks.CLEAR)


def _facts(row: Row) -> list[float]:
    if marks.optional(row, "counted") is None or marks.optional(row, "instead") is not None:
        return []
    columns = ("counted", "expected", *(("levelled", "low", "high") if _is_levelled(row) else ()))
    found = (marks.optional(row, column) for column in columns)
    return [float(value) for value in found if value is not None]


def _is_levelled(row: Row) -> bool:
    return marks.optional(row, "levelled") is not None and frame.verdict_of(row) not in marks.UNTOLD


def _fact_marks(facts: Sequence[tuple[Row, float]]) -> list[Points]:
    """The square first, as it is the largest, so that equal values can all be seen."""
    left = [(row, at) for row, at in facts if _is_levelled(row)]
    levelled = ranged(
        (
            {**row, "estimate": row["levelled"]},
            at,
            marks.mark_for(marks.optional(row, "verdict"), row["levelled"] - row["expected"]),
        )
        for row, at in left
    )
    told = [(row, at) for row, at in facts if marks.optional(row, "expected") is not None]
    expected = Points(
        "expected",
        values(row["expected"] for row, _ in told),
        values(at for _, at in told),
        less=(TICK,) * len(told),
        more=(TICK,) * len(told),
        along="y",
        ranged=Line(ink.INK, 2.5),
    )
    counted = Points(
        "counted",
        values(row["counted"] for row, _ in facts),
        values(at for _, at in facts),
        Dot("square", SQUARE, ink.BACKGROUND, ink.INK),
    )
    return [*([counted] if facts else []), *([expected] if told else []), *levelled]


def _fact_key(told: Sequence[Row]) -> str:
    dotted = list(dict.fromkeys(str(row["section"]) for row in told if _is_levelled(row)))
    key = KEY_COUNTED if dotted else KEY_COUNTED.split(" Dot")[0]
    if dotted and len(dotted) < len({str(row["section"]) for row in told}):
        key = key.replace(" Dot with its range", f" Dot with its range ({', '.join(dotted).lower()} alone)")
    return " ".join(part for part in (key, key_of(told)) if part)


def _is_there(row: Row, end: End) -> bool:
    return marks.optional(row, end.column) is not None and frame.verdict_of(row) != marks.TOO_FEW


def _named_gap(row: Row, show_gap: Show) -> Named:
    verdict = frame.verdict_of(row)
    gap = marks.optional(row, "gap")
    if marks.optional(row, "right") is not None or gap is None or verdict in marks.UNTOLD:
        right = frame.counted(row)
    else:
        right = (
            f"{words.with_interval(gap, row.get('low'), row.get('high'), show_gap)} · {frame.counted(row)}"
        )
    slot = ink.MUTE if verdict in (marks.CANNOT_TELL, *marks.UNTOLD) else ink.INK
    return Named(str(row["name"]), right, slot, verdict == marks.CLEAR)


def _joins(ends: tuple[End, End], lines: Sequence[tuple[Row, float]]) -> Points:
    """What lies between the two marks of each row that has both."""
    one, other = ends
    both = [(row, at) for row, at in lines if _is_there(row, one) and _is_there(row, other)]
    pieces = ((float(row[one.column]), at, float(row[other.column]), at) for row, at in both)
    return segments("between them", pieces, Line(ink.CONTEXT, 2.0))


def _end(end: End, lines: Sequence[tuple[Row, float]]) -> Points:
    there = [(row, at) for row, at in lines if _is_there(row, end)]
    color = ink.SIDES.get(end.looks, ink.CANNOT_TELL)
    fill = ink.BACKGROUND if end.looks == "hollow" else color
    return Points(
        end.name,
        values(row[end.column] for row, _ in there),
        values(at for _, at in there),
        Dot(SYMBOLS[ink.SYMBOLS.get(end.looks, "circle")], DOT, fill, color),
    )


def _looks(end: End) -> str:
    return {"HR": "Circle", "Sales": "Diamond", "hollow": "Hollow", "filled": "Filled"}[end.looks]

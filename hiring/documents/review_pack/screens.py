"""The pack as screens to present, one finding each: the decision page, what it says in words, each exhibit."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from hiring import charts
from hiring.documents.review_pack import said
from hiring.findings.exhibit import Exhibit
from hiring.findings.review import made
from hiring.findings.review.pack import Pack, Section
from hiring.findings.review.screen import Part, Screen

BOTH, TOGETHER = (
    "What changed, and what was decided",
    (made.CHANGED, made.DECIDED),
)  # side by side on one screen
#: Letters of a line across the screen and across half of it; lines of one screen, a gap counted in with each sentence.
WHOLE_LINE, HALF_LINE, MOST_LINES, GAP = 92, 44, 12.0, 0.4


def as_screens(pack: Pack) -> tuple[Screen, ...]:
    """Every screen in its order; the appendix is told at the foot of each."""
    return tuple(_screens(pack))


def _screens(pack: Pack) -> Iterator[Screen]:
    yield Screen("", pack.lead, pack.standfirst, numbers=pack.figures, counted=pack.counted)
    beside = [section for section in pack.sections if section.title in TOGETHER]
    if beside:
        yield from _side_by_side(pack, beside)
    for section in pack.sections:
        if section.title not in (*TOGETHER, made.APPENDIX):
            for place, lines in enumerate(parts := _cut(section, WHOLE_LINE)):
                title = said.numbered(section.title, place, len(parts))
                yield Screen("", title, parts=(Part("", lines),), counted=pack.counted)
            yield from (_exhibit(pack, section, one) for one in section.exhibits)


def _side_by_side(pack: Pack, sections: Sequence[Section]) -> Iterator[Screen]:
    """As many screens as the longest of them takes."""
    cut = [_cut(section, HALF_LINE) for section in sections]
    count = max(map(len, cut))
    for place in range(count):
        parts = tuple(
            Part(section.title, lines[place])
            for section, lines in zip(sections, cut, strict=True)
            if place < len(lines)
        )
        title = said.numbered(BOTH, place, count)
        yield Screen("", title, parts=parts, counted=pack.counted)


def _cut(section: Section, letters: int) -> list[tuple[tuple[str, str], ...]]:
    """The sentences of a section, screen by screen."""
    heights = [math.ceil(len(f"{about}: {words}") / letters) + GAP for about, words in section.lines]
    return [section.lines[start:end] for start, end in said.chunks(heights, MOST_LINES)]


def _exhibit(pack: Pack, section: Section, shown: Exhibit) -> Screen:
    return Screen(
        section.title,
        shown.lead,
        shown.standfirst,
        figure=charts.draw(shown.marks).to_dict() if shown.is_drawn else {},
        alt=shown.alt,
        has_sides=shown.has_sides,
        counted=said.sure(shown) or pack.counted,
        comment=pack.comments.get(shown.key, ""),
    )

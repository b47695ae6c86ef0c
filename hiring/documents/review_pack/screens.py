"""The pack as screens to present, one finding each: the decision page, what it says in words, each exhibit."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hiring import charts
from hiring.documents.review_pack import said
from hiring.documents.review_pack.slides import forms
from hiring.documents.review_pack.slides.forms.dots import KEY_SIDES
from hiring.findings.agreement.leads import NO_CONTEST
from hiring.findings.exhibit import Exhibit
from hiring.findings.review import made, promised
from hiring.findings.review.pack import Pack, Section
from hiring.findings.review.screen import Lines, Part, Screen

#: Letters of a line across the screen and across half of it; lines of it and, under a title, of half of it; the gap
#: after each sentence, in lines.
WHOLE_LINE, HALF_LINE, MOST_LINES, HALF_LINES, GAP = 92, 44, 13.5, 12.0, 0.4
#: So much more of letters and of lines has room in smaller type.
DENSER = 1.16
WRITE = (
    "Say in one sentence what can later be told done or not; whose it is (HR's, Sales' or both's) and who sees to it; "
    "by when; which number should move, and how far."
)
DECISIONS = "decisions"  # the page on which they are written down
TALLEST = 390  # pixels of a figure whose words are as large on a wall as any sentence
WAY = 1.5  # lines that the way to another page takes
MOST_ROWS = 7  # of a figure beside another


def as_screens(pack: Pack) -> tuple[Screen, ...]:
    """Every screen in its order; the appendix is told at the foot of each."""
    return tuple(_screens(pack))


def _screens(pack: Pack) -> Iterator[Screen]:
    figures = tuple(replace(one, note=one.brief) for one in pack.figures)
    yield Screen("", pack.lead, pack.standfirst, numbers=figures, counted=pack.counted)
    beside = [one for one in pack.sections if one.title in said.TOGETHER and _says_something(one)]
    if len(beside) > 1:
        yield from _side_by_side(pack, beside)
    for section in pack.sections:
        if section.title == made.APPENDIX or (section.title in said.TOGETHER and beside != [section]):
            continue
        yield from _exhibits(pack, section) if section.exhibits else _words(pack, section)
    for section in (one for one in pack.sections if one.title == made.DECIDED):
        so_far = section.lines if _says_something(section) else ()
        last = list(
            _words(
                pack, Section(made.TO_DECIDE, lines=(("", WRITE), *pack.proposals, *so_far)), MOST_LINES - WAY
            )
        )
        yield from (replace(one, address=DECISIONS) for one in last)


def _says_something(section: Section) -> bool:
    """Whether something changed, or was decided."""
    if section.title == made.CHANGED:
        return any(text != made.NO_PACK for _, text in section.lines)
    return any(about for about, _ in section.lines)


def _words(pack: Pack, section: Section, most: float = MOST_LINES) -> Iterator[Screen]:
    """Its sentences on one screen, in smaller type where that is enough, or on several."""
    parts = _cut(section, WHOLE_LINE, most)
    is_dense = len(parts) > 1 and len(_cut(section, WHOLE_LINE * DENSER, most * DENSER)) == 1
    for place, lines in enumerate([section.lines] if is_dense else parts):
        title = said.numbered(section.title, place, 1 if is_dense else len(parts))
        yield Screen("", title, parts=(Part("", lines),), counted=pack.counted, is_dense=is_dense)


def _side_by_side(pack: Pack, sections: Sequence[Section]) -> Iterator[Screen]:
    """As many screens as the longest of them takes."""
    cut = [_cut(section, HALF_LINE, HALF_LINES) for section in sections]
    count = max(map(len, cut))
    for place in range(count):
        parts = tuple(
            Part(section.title, lines[place])
            for section, lines in zip(sections, cut, strict=True)
            if place < len(lines)
        )
        title = said.numbered(said.BOTH, place, count)
        yield Screen("", title, parts=parts, counted=pack.counted)


def _cut(section: Section, letters: float, most: float) -> list[Lines]:
    """The sentences of a section, screen by screen, about as many on each."""
    heights = [math.ceil(len(f"{about}: {words}") / letters) + GAP for about, words in section.lines]
    fewest = said.chunks(heights, most)
    tighter = (most - step / 2 for step in range(int(2 * most)))
    even = [found for room in tighter if len(found := said.chunks(heights, room)) == len(fewest)]
    return [section.lines[start:end] for start, end in even[-1]]


def _exhibits(pack: Pack, section: Section) -> Iterator[Screen]:
    """Each on its own screen; both sides' promises side by side where they have room."""
    both = promised.pair(section.exhibits)
    is_together = all(one.is_drawn and len(one.marks.rows) <= MOST_ROWS for one in both)
    for shown in section.exhibits:
        if not is_together or all(shown is not one for one in both):
            yield _exhibit(pack, section, shown)
        elif shown is both[0]:
            yield _both(pack, section, both[0], both[1])


def _exhibit(pack: Pack, section: Section, shown: Exhibit) -> Screen:
    shown, rest = _fitting(shown)
    of_today = "" if shown.key.startswith(promised.KEYS) else " ".join(text for _, text in section.lines[:1])
    return Screen(
        section.title,
        shown.lead,
        said.joined(
            (one.removesuffix(".") for one in (shown.standfirst, of_today, rest, _legend(shown))), ". "
        ),
        figure=charts.draw(shown.marks).to_dict() if shown.is_drawn else {},
        alt=shown.alt,
        has_sides=shown.has_sides,
        counted=said.sure(shown) or pack.counted,
        comment=pack.comments.get(shown.key, ""),
    )


def _fitting(shown: Exhibit) -> tuple[Exhibit, str]:
    """The figure with as many of its first sections as the last row can read, and which are on the page alone."""
    every = shown.marks.rows
    if not shown.is_drawn or "section" not in every:
        return shown, ""
    sections = list(dict.fromkeys(every["section"]))
    for most in range(len(sections), 0, -1):
        rows = every[every["section"].isin(sections[:most])].reset_index(drop=True)
        kept = replace(shown, marks=replace(shown.marks, rows=rows))
        if most == 1 or charts.draw(kept.marks).to_dict()["layout"]["height"] <= TALLEST:
            break
    left = sections[most:]
    return kept, f"{' and '.join(left)}: on the page" if left else ""


def _both(pack: Pack, section: Section, left: Exhibit, right: Exhibit) -> Screen:
    """Two figures of the same form side by side, each row under what was promised alone."""
    one, other = (_exhibit(pack, section, promised.briefly(shown)) for shown in (left, right))
    return replace(
        one,
        title=said.joined((one.title, other.title), "; "),
        standfirst=f"{NO_CONTEST} {one.standfirst}",
        beside=other.figure,
        alt=said.joined((one.alt, other.alt), " "),
        counted=said.joined((one.counted, other.counted)),
        comment=said.joined((one.comment, other.comment)),
    )


def _legend(shown: Exhibit) -> str:
    """How its marks are read, as on slides; the marks of both sides are named already."""
    drawn = forms.drawings(shown)
    return drawn[0].key.removeprefix(KEY_SIDES).strip() if drawn else ""

"""The pack as slides: native charts that can be edited, tables where there is no such chart, notes for who speaks."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime

from hiring.charts import marks
from hiring.documents.review_pack import said
from hiring.documents.review_pack.package import timeless
from hiring.documents.review_pack.slides import forms, pages, table
from hiring.documents.review_pack.slides.forms.frame import Named
from hiring.documents.review_pack.slides.pages import Deck
from hiring.documents.review_pack.slides.template import BODY_TOP, FOOT_TOP
from hiring.findings.exhibit import Exhibit
from hiring.findings.review import made
from hiring.findings.review.pack import Pack, Section

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
NUMBERS, NOT_IN_IT, MADE_OF = "In numbers", "Not in this pack", "Made of"


def as_pptx(pack: Pack) -> bytes:
    """The slides; the same pack gives the same bytes, and their one date is the day of the data."""
    deck = Deck(pack)
    deck.opening()
    _figures(deck)
    together = [section for section in pack.sections if section.title in said.TOGETHER]
    for section in pack.sections:
        if section in together[:1]:
            deck.saying(said.BOTH, [line for one in together for line in _about(one)])
        elif section.title not in (*said.TOGETHER, made.APPENDIX):
            deck.saying(section.title, section.lines)
        for shown in section.exhibits:
            _exhibit(deck, shown)
    deck.saying(made.APPENDIX, [*_made_so(pack), ("", said.FOOTER)])
    _say_what_it_is(deck)
    written = io.BytesIO()
    deck.slides.save(written)
    return timeless(written.getvalue())


def _about(section: Section) -> list[tuple[str, str]]:
    """Its lines; what is about nothing of its own is about the section, told once, else as a line above them."""
    first = next((place for place, (about, _) in enumerate(section.lines) if not about), None)
    if first is None:
        return [(section.title, ""), *section.lines]
    return [
        (section.title if place == first else about, text)
        for place, (about, text) in enumerate(section.lines)
    ]


def _made_so(pack: Pack) -> list[tuple[str, str]]:
    """How it was made, what of, and what is left out of it: one slide, where it has room."""
    appendix = [line for section in pack.sections if section.title == made.APPENDIX for line in section.lines]
    left_out = said.joined(said.left_out(pack), "; ")
    return [*appendix, (MADE_OF, said.made_of(pack)), *([(NOT_IN_IT, left_out)] if left_out else [])]


def _figures(deck: Deck) -> None:
    """The numbers of the decision page, as a table."""
    pack = deck.pack
    if not pack.figures:
        return
    cells = [["Number", "", "Of what"]]
    cells += [[said.plain(one.label), said.plain(one.value), said.plain(one.note)] for one in pack.figures]
    told = [pack.lead, pack.standfirst, *(f"{a}: {b}, {c}" for a, b, c in cells[1:])]
    _table(deck, pack.lead, [], cells, told, f"{NUMBERS}: {pack.lead}")


def _exhibit(deck: Deck, shown: Exhibit) -> None:
    """Its charts or the table of its numbers, then the table below it."""
    pack = deck.pack
    told = [
        shown.lead,
        *(f"{head}: {words}" for head, words in said.told(pack, shown)),
        *_only_in_notes(shown),
    ]
    standfirst = said.kept(said.plain(shown.standfirst), pages.LONGEST_WORDS, pages.IN_NOTES)
    drawings = forms.drawings(shown)
    for place, drawing in enumerate(drawings):
        more = said.GOES_ON if place + 1 < len(drawings) else ""
        key = said.joined((said.sure(shown), drawing.key, more))
        title = said.numbered(shown.lead, place, len(drawings))
        slide, top = deck.finding(title, [standfirst, key], told)
        comment = "" if place else said.plain(pack.comments.get(shown.key, ""))
        bottom = pages.comment(slide, comment)
        pages.draw(slide, drawing, top, bottom, said.numbered(said.plain(shown.alt), place, len(drawings)))
    if not drawings and shown.is_drawn:
        key = said.joined((said.sure(shown), said.NO_CHART))
        cells = said.rows(shown.numbers(), shown.marks)
        _table(deck, shown.lead, [standfirst, key], cells, told, shown.alt)
    elif not drawings:
        deck.saying(shown.lead, [("", shown.standfirst)])
    if not shown.table.empty:
        cells = said.rows(shown.table)
        _table(deck, shown.lead, [said.TABLE], cells, told, f"{said.TABLE}: {shown.lead}")


def _table(
    deck: Deck, title: str, words: list[str], cells: list[list[str]], told: list[str], alt: str
) -> None:
    """A table on as many slides as it takes; each says which rows it has and that it goes on."""
    room = FOOT_TOP - BODY_TOP - pages.height([*words, said.GOES_ON]) - pages.AFTER - 0.15
    for part in table.parts(cells, room):
        more = "" if part.is_last else said.GOES_ON
        heading = said.joined((title, part.part.removesuffix(" …")))
        slide, top = deck.finding(heading, [*words, more], told)
        table.add(slide, part, top, said.joined((said.plain(alt), part.part.removesuffix(" …"))))


def _only_in_notes(shown: Exhibit) -> Iterator[str]:
    """What a slide has no room for: names that it shortens, the counts of a strip below a chart."""
    rows = shown.marks.rows
    if "name" in rows and shown.marks.form not in forms.TABLES:
        long = [str(name) for name in rows["name"] if not Named(str(name)).is_whole]
        if long:
            yield f"Names in full: {'; '.join(map(said.plain, long))}"
    counts = str(shown.marks.given.get("counts", ""))
    if counts and "count" in rows:
        known = [
            row for row in marks.rows_of(rows, "period", "count") if marks.optional(row, "count") is not None
        ]
        told = (f"{row['period']} {said.short(float(row['count']))}" for row in known)
        yield f"{said.plain(counts)}: {said.plain('; '.join(told))}"


def _say_what_it_is(deck: Deck) -> None:
    """The file's own properties: what it is, and as its one date the day of the data."""
    core, pack = deck.slides.core_properties, deck.pack
    day = datetime.combine(pack.as_of, datetime.min.time())
    core.title, core.subject = said.plain(pack.title), said.plain(pack.audience)
    core.author = core.last_modified_by = said.plain(pack.program)
    core.comments = said.made_of(pack)[:255]
    core.created = core.modified = day
    core.revision, core.keywords, core.category = 1, "", ""

"""One slide after the other: a title, what is said below it, what is drawn, its notes and its foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import Any

from pptx.slide import Slide
from pptx.util import Inches, Pt

from hiring import words
from hiring.documents.review_pack import said
from hiring.documents.review_pack.slides import template
from hiring.documents.review_pack.slides.native import KIND, Native
from hiring.documents.review_pack.slides.plot import Drawing
from hiring.documents.review_pack.slides.template import (
    ACROSS,
    BODY,
    BODY_TOP,
    FINDING,
    FOOT_TOP,
    LEFT,
    SAYING,
)
from hiring.findings.review.pack import Pack

LETTERS = 112  # of a line of the slide's words
LINE = 0.3  # inches of it
AFTER = 0.12
LONGEST_FOOT = 96
LONGEST_WORDS = 330  # letters of a standfirst; the notes have it whole
LONGEST_COMMENT = 215
SAYING_LINES = 16
#: Points of type of sentences: the largest in which they fit on one slide, set apart; else the smallest, not apart.
SAYING_SIZES = (28, 24, 21, template.SIZE)
SAYING_ROOM, BETWEEN = 17.5, 0.5  # lines of a slide, and between sentences
IN_NOTES = "whole in the notes"


class Deck:
    """The slides of one pack, as they are added."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.slides = template.blank()
        self._layouts = {layout.name: layout for layout in self.slides.slide_layouts}

    def opening(self) -> None:
        """The first slide: what the pack is, its answer, for whom and as of when; its notes say all it was made of."""
        slide = self.slides.slides.add_slide(self._layouts[template.OPENING])
        pack = self.pack
        _entitle(slide, pack.title)
        _fill(slide, BODY, [said.plain(pack.lead), *([said.plain(pack.company)] if pack.company else [])])
        _fill(slide, template.MORE, [f"For {pack.audience} · data as of {words.day(pack.as_of)}"])
        notes(slide, [said.plain(pack.lead), said.plain(pack.standfirst), said.made_of(pack), said.FOOTER])

    def saying(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Sentences, each with what it is about, on as many slides as they take."""
        told = [piece for line in lines for piece in _pieces(line)]
        size = next((one for one in SAYING_SIZES if _has_room(told, one)), 0)
        spans = said.chunks([_lines(about, text) for about, text in told], SAYING_LINES)
        for place, (start, end) in enumerate(spans):
            slide = self._slide(SAYING, said.numbered(title, place, len(spans)))
            frame = slide.placeholders[BODY].text_frame
            for index, (about, text) in enumerate(told[start:end]):
                paragraph = frame.paragraphs[0] if not index else frame.add_paragraph()
                _say(paragraph, about, text, size)
            if place + 1 < len(spans):
                frame.add_paragraph().add_run().text = said.GOES_ON
            notes(slide, [*(said.joined(one, ": ") for one in told[start:end]), said.made_of(self.pack)])

    def finding(self, title: str, below: Iterable[str], told: Sequence[str]) -> tuple[Slide, float]:
        """A slide with a finding and the words below it; also gives where in inches its drawing may begin."""
        slide = self._slide(FINDING, title)
        paragraphs = [text for text in below if text]
        _fill(slide, BODY, paragraphs)
        high = height(paragraphs)
        place = slide.placeholders[BODY]
        place.left, place.top = Inches(LEFT), Inches(BODY_TOP)
        place.width, place.height = Inches(ACROSS), Inches(high)
        notes(slide, [*told, said.made_of(self.pack)])
        return slide, BODY_TOP + high + AFTER

    def _slide(self, layout: str, title: str) -> Slide:
        slide: Slide = self.slides.slides.add_slide(self._layouts[layout])
        _entitle(slide, title)
        where = said.joined(said.plain(part) for part in (self.pack.quarter, self.pack.company))
        for shape in template.foot(said.kept(where, LONGEST_FOOT, "in the notes")):
            slide.shapes.element.append(shape)
        return slide


def _say(paragraph: Any, about: str, text: str, size: int) -> None:
    """A sentence with what it is about; in this size and apart from the next, where one is given."""
    if about:
        run = paragraph.add_run()
        run.text, run.font.bold = f"{about}: ", True
    paragraph.add_run().text = text
    if size:
        paragraph.space_after = Pt(BETWEEN * size)
        for run in paragraph.runs:
            run.font.size = Pt(size)


def height(paragraphs: Sequence[str]) -> float:
    """How many inches these words take below a title, or about that."""
    return LINE * sum(max(1, len(wrap(text, LETTERS))) for text in paragraphs) + 0.05


def draw(slide: Slide, drawing: Drawing, top: float, bottom: float, alt: str) -> None:
    """The charts of a drawing side by side, each with its alternative text."""
    sides = [""] if len(drawing.charts) == 1 else [", left part", ", right part"]
    for (start, end, chart), side in zip(drawing.charts, sides, strict=True):
        left, across = Inches(LEFT + ACROSS * start), Inches(ACROSS * (end - start))
        frame = slide.shapes.add_chart(KIND, left, Inches(top), across, Inches(bottom - top), Native(chart))
        frame.element.nvGraphicFramePr.cNvPr.set("descr", said.plain(alt + side))


def comment(slide: Slide, text: str) -> float:
    """What whoever prepared the pack wrote, above the foot; gives where in inches it begins."""
    if not text:
        return FOOT_TOP - 0.08
    shown = said.kept(f"Comment: {text}", LONGEST_COMMENT, IN_NOTES)
    high = LINE * len(wrap(shown, LETTERS)) + 0.05
    top = FOOT_TOP - 0.1 - high
    frame = slide.shapes.add_textbox(Inches(LEFT), Inches(top), Inches(ACROSS), Inches(high)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_top = frame.margin_right = frame.margin_bottom = 0
    run = frame.paragraphs[0].add_run()
    run.text, run.font.italic, run.font.size = shown, True, Pt(template.SIZE)
    return top - 0.05


def notes(slide: Slide, paragraphs: Iterable[str]) -> None:
    """What whoever speaks has before them."""
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = "\n".join(said.plain(text) for text in paragraphs if text)


def _entitle(slide: Slide, title: str) -> None:
    shape = slide.shapes.title
    if shape is not None:
        shape.text_frame.text = said.plain(title)


def _fill(slide: Slide, place: int, paragraphs: Sequence[str]) -> None:
    frame = slide.placeholders[place].text_frame
    for index, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if not index else frame.add_paragraph()
        paragraph.add_run().text = said.plain(text)


def _pieces(line: tuple[str, str]) -> list[tuple[str, str]]:
    """A sentence as it is, or, longer than a slide, in pieces."""
    about, text = (said.plain(part) for part in line)
    pieces = wrap(text, LETTERS * (SAYING_LINES - 2)) or [""]
    return [(about if not place else "", piece) for place, piece in enumerate(pieces)]


def _lines(about: str, text: str, letters: int = LETTERS) -> float:
    return len(wrap(said.joined((about, text), ": "), letters)) + 0.2


def _has_room(told: Sequence[tuple[str, str]], size: int) -> bool:
    """Whether all of it fits on one slide in type of this size, set apart."""
    larger = size / template.SIZE
    lines = sum(_lines(about, text, int(LETTERS / larger)) + BETWEEN for about, text in told)
    return lines * larger <= SAYING_ROOM

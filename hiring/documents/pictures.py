"""Figures as pictures, for slides and messages: an SVG of `charts.paper` painted by typst, and nothing fetched.

Words are set in the serif that typst brings, as in all our documents, so that a picture looks alike on every machine;
letters it does not have come from the machine's own fonts.
"""

from __future__ import annotations

from pathlib import Path

import typst

from hiring import charts
from hiring.charts import paper
from hiring.findings.exhibit import Exhibit
from hiring.words import seen

WIDTH = 1440  # pixels: twice the width of the figure, sharp on a slide
FONT = "Libertinus Serif"
MIME, MIME_OF_DRAWINGS = "image/png", "image/svg+xml"
SIDES = "● HR, ◆ Sales."
TEMPLATE = Path(__file__).with_name("picture.typ")
_POINTS = 720  # of the page that is painted: ten a pixel-per-inch


def as_svg(shown: Exhibit, caption: str) -> str:
    """The exhibit as an SVG that stands alone: its finding, the figure, its words, and the `caption` of where from."""
    said = (shown.standfirst, SIDES if shown.has_sides else "", shown.note)
    note = " ".join(_sentence(part) for part in said if part)
    return paper.as_svg(
        charts.draw(shown.marks), title=seen(shown.lead), note=seen(f"{note} {caption}".strip())
    )


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def as_png(svg: str, *, width: int = WIDTH) -> bytes:
    """The picture as a PNG of `width` pixels, as high as its sides tell; the same SVG gives the same bytes.

    Raises ValueError for what is no SVG.
    """
    try:
        return typst.compile(
            TEMPLATE,
            root=TEMPLATE.parent,
            format="png",
            ppi=width * 72 / _POINTS,
            sys_inputs={"svg": svg.replace(paper.FONTS, FONT, 1), "points": str(_POINTS)},
        )
    except typst.TypstError as error:
        raise ValueError(f"no picture can be made of it: {error}") from error

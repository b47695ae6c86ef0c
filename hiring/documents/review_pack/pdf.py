"""The pack on paper, set by typst with the fonts its wheel brings and figures that stay lines; nothing is fetched.

Words reach typst as JSON in an input value, so they are text to it: no markup, no path and no code.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from itertools import takewhile
from pathlib import Path
from typing import Any

import typst

from hiring import charts
from hiring.charts import paper
from hiring.documents.pictures import FONT
from hiring.documents.review_pack import said, xlsx
from hiring.findings.exhibit import Exhibit
from hiring.findings.review.pack import Pack

MIME = "application/pdf"
TEMPLATE = Path(__file__).with_name("pdf.typ")
TALLEST = 1.25  # a figure's height, in widths of the page's column: a taller one becomes narrower
LOWEST = 0.8  # a figure as low as that stands on one page with all that is told of it
LONGEST_WORD, PIECE = 22, 12  # letters of a word that stays whole; a longer one may be broken after so many
BREAK = "\N{ZERO WIDTH SPACE}"


def as_pdf(pack: Pack) -> bytes:
    """A4 pages, as many as it takes; the same pack gives the same bytes on one machine."""
    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        format="pdf",
        sys_inputs={"pack": json.dumps(_told(pack), ensure_ascii=False)},
        timestamp=datetime.combine(pack.as_of, time(), tzinfo=UTC),
    )


def _told(pack: Pack) -> dict[str, Any]:
    sheets = dict(zip((one.key for one in pack.exhibits()), xlsx.sheets(pack), strict=True))
    return {
        "title": said.plain(pack.title),
        "kicker": _text(said.joined((pack.company, pack.title))),
        "lead": _text(pack.lead),
        "standfirst": _text(pack.standfirst),
        "figures": [[_text(one.label), _text(one.value), _text(one.note)] for one in pack.figures],
        "made_of": _pairs(pack.made_of),
        "sections": [
            {
                "title": _text(section.title),
                "lines": _pairs(section.lines),
                "exhibits": [_exhibit(pack, one, sheets[one.key]) for one in section.exhibits],
            }
            for section in pack.sections
        ],
        "left_out": [_text(lead) for lead in said.left_out(pack)],
        "foot": _text(said.joined((pack.company, pack.title))),
        "footer": said.FOOTER,
    }


def _exhibit(pack: Pack, shown: Exhibit, sheet: str) -> dict[str, Any]:
    before = takewhile(lambda one: one is not shown, pack.exhibits())
    defined = {
        ("Definition", said.plain(pack.cards.get(name, name))) for one in before for name in one.definition
    }
    told = [
        pair
        for pair in said.told(pack, shown)
        if pair[0] not in ("What is shown", "Comment") and pair not in defined
    ]
    if shown.is_drawn:
        told.append(("All digits", f"in the workbook, sheet {sheet}"))
    comment = pack.comments.get(shown.key, "")
    drawn = charts.draw(shown.marks) if shown.is_drawn else None
    high = drawn.to_dict()["layout"]["height"] / paper.WIDTH if drawn else 0.0
    return {
        "lead": _text(shown.lead),
        "standfirst": _text(shown.standfirst),
        "comment": _text(f"Comment: {comment}") if comment else "",
        "svg": paper.as_svg(drawn).replace(paper.FONTS, FONT, 1) if drawn else "",
        "holds": high <= LOWEST,
        "share": min(1.0, TALLEST / high) if high else 1.0,
        "alt": said.plain(shown.alt or shown.lead),
        "told": _pairs(told),
        "table": [[_text(cell) for cell in row] for row in said.rows(shown.table)]
        if not shown.table.empty
        else [],
    }


def _pairs(pairs: Any) -> list[list[str]]:
    return [[_text(head), _text(words)] for head, words in pairs]


def _text(words: str) -> str:
    """Words on one line; long ones may be broken."""
    return " ".join(_breakable(word) for word in said.plain(words).split(" "))


def _breakable(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    return BREAK.join(word[start : start + PIECE] for start in range(0, len(word), PIECE))

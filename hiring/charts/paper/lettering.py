"""Words on paper: a figure's small markup taken apart, measured roughly, and set as text."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

from hiring.charts.paper.colours import paint
from hiring.charts.paper.elements import Markup, UnknownError, element, text

#: Fonts of which most machines have one; whoever sets a document may put its own in their place.
FONTS = "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif"
LINE = 1.3  # from one line to the next, in sizes of the type
BOX = 1.25  # the height of a line with what hangs below it
BASE = 0.34  # from the middle of a line down to its base
_TAG = re.compile(r"(<b>|</b>|<br>)")
# How wide letters are, in sizes of the type, in four groups: between Source Sans and Helvetica. No font is read.
_NARROW, _SLIM, _WIDE, _USUAL = 0.25, 0.31, 0.8, 0.5
_GROUPS = (
    ("iljI.,:;'|!\u202f·", _NARROW),
    ('frt()[]-/\\" \u00a0', _SLIM),
    ("mwMW%@—…←→", _WIDE),
)
_WIDTHS = {letter: width for letters, width in _GROUPS for letter in letters}
_CAPITAL, _HEAVIER, _WHOLE = 0.61, 1.06, 1.0
_FULL = 0.92  # of the width: a line of words ends before it, in whatever font it is set
ANCHORS = {"left": ("start", 0.0), "center": ("middle", 0.5), "right": ("end", 1.0)}


@dataclass(frozen=True)
class Run:
    """Letters in one weight."""

    letters: str
    is_bold: bool = False

    @property
    def width(self) -> float:
        """How wide, in sizes of the type, or about as wide."""
        return sum(map(_width, self.letters)) * (_HEAVIER if self.is_bold else 1.0)


Line = tuple[Run, ...]


def lines_of(markup: str) -> list[Line]:
    """The lines of a figure's word; other markup than bold letters and line ends raises UnknownError."""
    lines: list[list[Run]] = [[]]
    is_bold = False
    for piece in filter(None, _TAG.split(markup)):
        if piece == "<br>":
            lines.append([])
        elif piece in ("<b>", "</b>"):
            is_bold = piece == "<b>"
        elif "<" in piece:
            raise UnknownError(f"paper knows no markup {piece!r}")
        else:
            lines[-1].append(Run(html.unescape(piece), is_bold))
    return [tuple(line) for line in lines]


def wrapped(words: str, size: float, width: float, *, is_bold: bool = False) -> list[Line]:
    """Plain words in as many lines as it takes; a word that is too long for a line has one of its own."""
    lines: list[str] = []
    # Not at the narrow and fixed spaces, which hold a number and its unit together.
    for word in filter(None, words.replace("\n", " ").split(" ")):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and Run(longer, is_bold).width * size <= width * _FULL:
            lines[-1] = longer
        else:
            lines.append(word)
    return [(Run(line, is_bold),) for line in lines]


def width_of(lines: list[Line], size: float) -> float:
    """The longest line in pixels, or about that."""
    return max((sum(run.width for run in line) for line in lines), default=0.0) * size


def height_of(lines: list[Line], size: float) -> float:
    """All lines in pixels."""
    return (BOX + LINE * (len(lines) - 1)) * size


def set_text(
    lines: list[Line], x: float, top: float, *, size: float, slot: str, anchor: str = "left"
) -> Markup:
    """Lines one under the other from `top` down, at the left of, around or at the right of `x`."""
    first = top + (BOX / 2 + BASE) * size
    places = [first + index * LINE * size for index in range(len(lines))]
    look = {"font_size": size, "text_anchor": ANCHORS[anchor][0], **paint(slot)}
    if len(lines) == 1:
        return element("text", *_runs(lines[0]), x=x, y=places[0], **look)
    rows = (element("tspan", *_runs(line), x=x, y=y) for line, y in zip(lines, places, strict=True))
    return element("text", *rows, **look)


def _runs(line: Line) -> list[Markup]:
    return [
        element("tspan", text(run.letters), font_weight="bold") if run.is_bold else text(run.letters)
        for run in line
    ]


def _width(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _WHOLE
    return _CAPITAL if letter.isupper() else _USUAL

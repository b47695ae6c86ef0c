"""The role brief as one page of PDF, set by typst with the fonts its wheel brings; nothing is fetched.

Names and words of the files reach typst as JSON in an input value, so they are text to it: no markup, no path and
no code. What does not fit on one page is left out from the bottom of each list, and the page says how much.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Literal

import typst

from hiring import words
from hiring.documents.role_brief.content import FOOTER, SAME_FOR_ALL, Asked, RoleBrief
from hiring.words import seen

MIME = "application/pdf"
TEMPLATE = Path(__file__).with_name("template.typ")
LONGEST_WORD, PIECE = 22, 12  # letters of a word that stays whole; a longer one may be broken after so many
BREAK = "\N{ZERO WIDTH SPACE}"


@dataclass(frozen=True)
class _Room:
    """The size of the type in points, how much of each list is shown, and what share of its letters a text keeps."""

    points: float
    competencies: int
    sentences: int
    share: float = 1.0

    def cut(self, given: str, longest: int) -> str:
        """The text in so many letters, or fewer where room is short."""
        return text(given, round(longest * self.share))


#: Tried in this order until the brief is one page; the last one fits whatever the files hold (a test sees to it).
ROOMS = (
    _Room(10.2, 12, 12),
    _Room(9.2, 12, 12),
    _Room(9.2, 10, 8),
    _Room(9.2, 9, 5),
    _Room(9.2, 8, 3, 0.75),
    _Room(9.2, 6, 3, 0.65),
    _Room(9.2, 5, 2, 0.55),
    _Room(9.2, 3, 1, 0.45),
)
HEADINGS = {
    "look": "What to look for and ask",
    "competency": "Competency",
    "looks_like": "What good looks like",
    "question": "A question to ask",
    "supported": "What the evidence supports",
    "doubtful": "What it does not",
    "talk": "To talk about before the next opening",
    "outcomes": "How the role's hires fared",
}


def as_pdf(brief: RoleBrief) -> bytes:
    """One A4 page; the same brief always gives the same bytes on one machine."""
    return _set(brief, _fitting(brief), "pdf")


def as_picture(brief: RoleBrief, pixels_an_inch: int = 110) -> bytes:
    """The same page as a PNG, to look at before it is taken out."""
    return _set(brief, _fitting(brief), "png", pixels_an_inch)


def page_count(brief: RoleBrief, inputs: str | None = None) -> int:
    """How many pages the brief takes as it would be handed out (1), or with other inputs."""
    found = typst.query(
        TEMPLATE,
        "<pages>",
        field="value",
        one=True,
        root=TEMPLATE.parent,
        sys_inputs={"brief": inputs if inputs is not None else _fitting(brief)},
    )
    return int(json.loads(found))


def _set(
    brief: RoleBrief, inputs: str, form: Literal["pdf", "png"], pixels_an_inch: int | None = None
) -> bytes:
    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        format=form,
        ppi=pixels_an_inch,
        sys_inputs={"brief": inputs},
        timestamp=datetime.combine(brief.as_of, time(), tzinfo=UTC),
    )


def _fitting(brief: RoleBrief) -> str:
    """The inputs with as much of the brief as one page holds."""
    for room in ROOMS[:-1]:
        inputs = _inputs(brief, room)
        if page_count(brief, inputs) == 1:
            return inputs
    return _inputs(brief, ROOMS[-1])


def _inputs(brief: RoleBrief, room: _Room) -> str:
    """The brief as JSON for the template, lists and texts cut to the room."""
    asked = brief.asked[: room.competencies]
    given: dict[str, Any] = {
        "points": room.points,
        "title": f"Role brief: {room.cut(brief.role, 60)}",
        "company": room.cut(brief.company, 80),
        "profile": room.cut(brief.profile, 200),
        "remark": room.cut(brief.remark, 160),
        "same_for_all": SAME_FOR_ALL,
        "asked": [_competency(one, room) for one in asked],
        "asked_more": _more(len(brief.asked) - len(asked), "competency", "competencies"),
        "evidence": room.cut(brief.evidence, 300),
        "outcomes": room.cut(brief.outcomes, 260),
        "source": f"{text(brief.filters, 150)} · {text(brief.data, 90)}",
        "footer": FOOTER,
        "headings": HEADINGS,
    }
    for name in ("supported", "doubtful", "to_talk_about"):
        sentences: Sequence[str] = getattr(brief, name)
        given[name] = [room.cut(one, 220) for one in sentences[: room.sentences]]
        given[f"{name}_more"] = _more(len(sentences) - room.sentences, "sentence", "sentences")
    return json.dumps(given, ensure_ascii=False)


def _competency(one: Asked, room: _Room) -> dict[str, str]:
    facts = (one.weight, one.minimum, "must-have" if one.is_must_have else "")
    return {
        "competency": room.cut(one.competency, 60),
        "facts": text(" · ".join(filter(None, facts)), 60),
        "looks_like": room.cut(one.looks_like, 160),
        "question": room.cut(one.question, 160),
    }


def _more(count: int, noun: str, plural: str) -> str:
    """What was left out, in words; empty where nothing was."""
    return f"… and {words.counted(count, f'more {noun}', f'more {plural}')}" if count > 0 else ""


def text(given: str, longest: int) -> str:
    """The text on one line without what cannot be seen, cut with "…", long words made breakable."""
    drawn = "".join(one for one in seen(given) if unicodedata.category(one) not in ("Co", "Cn"))
    # Narrow and fixed spaces keep numbers and units together: only runs of plain ones are put together.
    short = " ".join(part for part in drawn.split(" ") if part)
    if len(short) > longest:
        short = short[: longest - 1].rstrip() + "…"
    return " ".join(_breakable(word) for word in short.split(" "))


def _breakable(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    return BREAK.join(word[start : start + PIECE] for start in range(0, len(word), PIECE))

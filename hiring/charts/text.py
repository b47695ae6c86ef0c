"""Text from files is data: what a figure shows is what the file said, letter by letter.

Plotly reads a small HTML, entities, `%{…}` templates and `$…$` formulas in every label and hover; Streamlit
replaces palette placeholders such as #000001 anywhere in a figure, text included. Entities are decoded
after all of these have been looked for, so the characters below are harmless as entities.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from textwrap import wrap

from hiring.words import straight

ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "%": "&#37;", "#": "&#35;"})
SPACES = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
ELLIPSIS = "…"


def _on_a_line(text: object) -> str:
    return straight(SPACES.sub(" ", str(text)))


def plain(text: object) -> str:
    """The text as a figure shows it literally; line ends and control characters become a space, bidi marks go."""
    return _on_a_line(text).translate(ENTITIES)


def shortened(text: object, longest: int) -> str:
    """The literal text cut to `longest` characters, for a label; the hover says it in full."""
    whole = _on_a_line(text).strip()
    return plain(whole if len(whole) <= longest else whole[: longest - 1].rstrip() + ELLIPSIS)


def wrapped(text: object, longest: int) -> str:
    """The literal text on as many lines of at most `longest` characters as it takes."""
    return lines(*(plain(line) for line in wrap(_on_a_line(text), longest)))


def short_names(names: Sequence[object], longest: int) -> list[str]:
    """People's names as a list writes them: whole if all fit, else an initial and the rest, "A. Okafor".

    Two people never come out alike: who would, keeps the whole name, as does one who has but one word. Not yet
    fit for a figure: `shortened` comes after.
    """
    whole = [_on_a_line(name).strip() for name in names]
    if all(len(name) <= longest for name in whole):
        return whole
    short = [_initialed(name) for name in whole]
    times = Counter(short)
    return [brief if times[brief] == 1 else name for brief, name in zip(short, whole, strict=True)]


def _initialed(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first[0]}. {rest.strip()}" if rest.strip() and "," not in first else name


def bold(markup: str) -> str:
    """Heavier letters; takes text that has been through `plain`."""
    return f"<b>{markup}</b>"


def lines(*parts: str) -> str:
    """Parts one under the other, the empty ones left out; takes text that has been through `plain`."""
    return "<br>".join(part for part in parts if part)

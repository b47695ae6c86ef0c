"""Text of somebody else's on one line of ours: nothing invisible, nothing endless."""

from __future__ import annotations

import re
import unicodedata

SHOWN_CHARACTERS = 80
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _visible(character: str) -> str:
    if character in _NAMED:
        return _NAMED[character]
    return character if character.isprintable() else f"\\u{{{ord(character):04x}}}"


def escaped(text: str) -> str:
    """`text` with everything invisible written out: line breaks, bidi marks, spaces that are none."""
    return text if text.isprintable() else "".join(map(_visible, text))


def shown(text: str, characters: int = SHOWN_CHARACTERS) -> str:
    """`text` escaped and cut for one line; at most `characters` long, the last one an ellipsis if cut."""
    visible = escaped(text[: characters + 1])
    return visible if len(visible) <= characters else visible[: characters - 1] + "…"


def told(value: object) -> str:
    """A value out of a settings file, as one would write it there, escaped and cut for one line."""
    try:
        return shown(repr(value))
    except ValueError:  # Python writes no number out that has more than some thousand digits
        return "a number of thousands of digits"


def straight(text: str) -> str:
    """`text` without the marks that turn the direction of what follows them: they could turn our own words too."""
    return _TURNS.sub("", text)


def seen(text: str) -> str:
    """`text` without anything invisible: control signs become spaces, marks, joiners and the like are left out."""
    if text.isprintable():
        return text
    spaced = (" " if unicodedata.category(one) in ("Cc", "Zl", "Zp") else one for one in text)
    return "".join(one for one in spaced if unicodedata.category(one) not in ("Cf", "Cs"))

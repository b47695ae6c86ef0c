"""Names of people in cells: several in one, last name first, with an id behind."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SUFFIX = re.compile(r"(?i)(jr|sr|ii|iii|iv|ph\.?d|m\.?d|d\.?d\.?s|mba|cpa|esq)\.?")
_SEPARATORS = re.compile(r"[;|\n\r]|(?<=\s)(?:/|&|and|und)(?=\s)")
_EMPTY = frozenset({"", "-", "n/a", "unassigned", "none"})


def names_in(cell: str) -> list[str]:
    """The people named in a cell, in order. `Last, First` is one person; `Ada Byron, Carl Gauss` are two."""
    found: list[str] = []
    for part in _SEPARATORS.split(cell.strip()):
        found += _by_commas(part.strip())
    return [name for name in dict.fromkeys(found) if name.casefold() not in _EMPTY]


def looks_like_names(cells: Sequence[str]) -> bool:
    """Whether most of the filled cells are names of people: two words or more, without digits, and no address."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    named = [cell for cell in filled if _is_name(cell)]
    return 2 * len(named) > len(filled)


def _is_name(cell: str) -> bool:
    parted = any(letter == "," or letter.isspace() for letter in cell[1:-1])
    return parted and not any(letter == "@" or letter.isdecimal() for letter in cell)


def _by_commas(text: str) -> list[str]:
    """Commas part people only where every piece is a whole name (two words or an e-mail), suffixes aside."""
    pieces: list[str] = []
    for piece in (piece.strip() for piece in text.split(",")):
        if pieces and _SUFFIX.fullmatch(piece):
            pieces[-1] += f", {piece}"
        elif piece:
            pieces.append(piece)
    whole = all(" " in piece.split(",")[0] or "@" in piece for piece in pieces)
    return pieces if len(pieces) > 1 and whole else [text]

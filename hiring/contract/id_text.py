"""What an id may hold: letters and digits of any language, those of one word in one script, and a keyboard's signs.

Nothing that cannot be seen, no accent as a sign of its own, no letter of one script among those of another: two ids
that look alike would be two ids.
"""

from __future__ import annotations

import re
import unicodedata

#: What nearly every id is; only another is looked at further.
PRINTABLE = "^[!-~]([ -~]*[!-~])?$"
_LATIN, _GREEK, _CYRILLIC = "À-ÖØ-öø-ʯḀ-ỿ", "Ͱ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼ", "Ѐ-ҁҊ-ԯ"
_SOUTH = (  # Armenian, Hebrew, Arabic, of India, Thai: written by number, for some run from right to left
    (0x531, 0x556),
    (0x561, 0x587),
    (0x5D0, 0x5EA),
    (0x620, 0x63F),
    (0x641, 0x64A),
    (0x660, 0x669),
    (0x671, 0x6D3),
    (0x6F0, 0x6F9),
    (0x900, 0xDFF),
    (0xE01, 0xE3A),
    (0xE40, 0xE59),
)
_EAST = "Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣№–’"  # and, behind them, signs of numbers and names
#: Letters of Latin, Greek and Cyrillic, whose shapes are taken for one another; with signs that no id may hold anyway.
_NEAR = "À-ԯḀ-῿"
#: Two letters of different scripts in one word, digits between them or not.
_MIXED = (
    "[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]",
    f"|[A-Za-z{_NEAR}][0-9]*[^ -~{_NEAR}№–’]|[^ -~{_NEAR}№–’][0-9]*[A-Za-z{_NEAR}]",
)
_SOUTH_SQL = [f"\\x{{{first:X}}}-\\x{{{last:X}}}" for first, last in _SOUTH]
_SOUTH_TEXT = "".join(f"{chr(first)}-{chr(last)}" for first, last in _SOUTH)


def fault_sql(cell: str) -> str:
    """The condition that a cell is no id, as SQL that RE2 and Java read alike."""
    allowed = (
        f"^[ -~{_LATIN}{_GREEK}{_CYRILLIC}",
        "".join(_SOUTH_SQL[:6]),
        "".join(_SOUTH_SQL[6:]),
        f"{_EAST}]+$",
    )
    lines = [
        f"not regexp_matches({cell}, '{PRINTABLE}')",
        "and (",
        *(f"    {line}" for line in _matches("not regexp_matches", cell, allowed)),
        *(f"    {line}" for line in _matches("or regexp_matches", cell, _MIXED)),
        ")",
    ]
    return "\n            ".join(lines)


def _matches(call: str, cell: str, parts: tuple[str, ...]) -> list[str]:
    """The call on the pattern of these parts, no line of it too long."""
    quoted = [f"    {'|| ' if number else ''}'{part}'" for number, part in enumerate(parts)]
    return [f"{call}(", f"    {cell},", *quoted, ")"]


_ALLOWED = re.compile(f"[ -~{_LATIN}{_GREEK}{_CYRILLIC}{_SOUTH_TEXT}{_EAST}]")
_TWO_SCRIPTS = re.compile("".join(_MIXED))


def trouble(text: str) -> str:
    """What of an id is in the way, with its place: often it cannot be seen; nothing where none is."""
    for index, character in enumerate(text, start=1):
        if not _ALLOWED.match(character):
            kind = "invisible " if unicodedata.category(character)[0] in "CZ" else ""
            return f"the {kind}character U+{ord(character):04X} at position {index}"
    if mixed := _TWO_SCRIPTS.search(text):
        first, last = mixed[0][0], mixed[0][-1]
        return f"letters of two scripts in one word, {_named(first)} and {_named(last)} at position {mixed.end()}"
    return ""


def _named(letter: str) -> str:
    """A letter by its script, as Unicode names it: U+0410 is a Cyrillic one."""
    script = unicodedata.name(letter, "another").split(" ")[0].capitalize()
    return f"{script} U+{ord(letter):04X}"

"""What an id may hold: letters and digits of any language, those of one word in one script, and a keyboard's signs.

Nothing that cannot be seen, no accent as a sign of its own, no letter of one script among those of another: two ids
that look alike would be two ids.
"""

from __future__ import annotations

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
_EAST = "Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№"  # and, behind them, signs of numbers and names
#: Letters of Latin, Greek and Cyrillic, whose shapes are taken for one another; with signs that no id may hold anyway.
_NEAR = "À-ԯḀ-῿"
#: Two letters of different scripts in one word, digits between them or not.
_MIXED = (
    "[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]",
    f"|[A-Za-z{_NEAR}][0-9]*[^ -~{_NEAR}№–’]|[^ -~{_NEAR}№–’][0-9]*[A-Za-z{_NEAR}]",
)
_SOUTH_SQL = [f"\\x{{{first:X}}}-\\x{{{last:X}}}" for first, last in _SOUTH]


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


def _spans(listed: str) -> tuple[tuple[int, int], ...]:
    """The first and last letter of each span of a class such as `a-zé`."""
    found: list[tuple[int, int]] = []
    signs = iter(listed)
    for sign in signs:
        if sign == "-":
            found[-1] = (found[-1][0], ord(next(signs)))
        else:
            found.append((ord(sign), ord(sign)))
    return tuple(found)


_SIGNS = "–’№"
_SCRIPTS = {
    "Latin": _spans(f"A-Za-z{_LATIN}"),
    "Greek": _spans(_GREEK),
    "Cyrillic": _spans(_CYRILLIC),
    "another": (*_SOUTH, *_spans(_EAST.removesuffix(_SIGNS))),
}


def _script_of(character: str) -> str:
    """The script of a letter; nothing of another sign."""
    code = ord(character)
    return next((name for name, spans in _SCRIPTS.items() if any(a <= code <= z for a, z in spans)), "")


def trouble(text: str) -> str:
    """What of an id is in the way, with its place: often it cannot be seen; nothing where none is."""
    for index, character in enumerate(text, start=1):
        if not (" " <= character <= "~" or character in _SIGNS or _script_of(character)):
            kind = "invisible " if unicodedata.category(character)[0] in "CZ" else ""
            return f"the {kind}character U+{ord(character):04X} at position {index}"
    before = ""
    for index, character in enumerate(text, start=1):
        script = _script_of(character)
        if before and script and script != _script_of(before):
            two = f"{_named(before)} and {_named(character)}"
            return f"letters of two scripts in one word, {two} at position {index}"
        before = character if script else before if "0" <= character <= "9" else ""
    return ""


def _named(letter: str) -> str:
    """A letter by its script, as Unicode names it: U+0410 is a Cyrillic one."""
    script = unicodedata.name(letter, "another").split(" ")[0].capitalize()
    return f"{script} U+{ord(letter):04X}"

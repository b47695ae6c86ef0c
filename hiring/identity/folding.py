"""One folding of names: what is the same name to a person is the same here, however a system writes it.

Case, width, ligatures and accents are folded (`JOSÉ`, `Jose\\u0301`, `Ｊosé` and `jose` are one), and what cannot be
seen goes. Letters of another script stay letters of that script. Everything that is no letter parts two words, and
no more is made of it: hyphens, apostrophes and spaces of every kind, underscores, full stops, digits.
"""

from __future__ import annotations

import html
import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from urllib.parse import unquote

from hiring.loading import forgetting

#: Marks that only dress a letter: accents, and the points of Hebrew and Arabic. Vowel signs of other scripts stay.
_MARKS: tuple[tuple[int, int], ...] = (
    (0x0300, 0x036F),
    (0x0483, 0x0487),
    (0x0591, 0x05BD),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE20, 0xFE2F),
)
#: What is no letter to a reader (Unicode's default ignorable code points, marks of direction, Arabic's long stroke).
_UNSEEN: tuple[tuple[int, int], ...] = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x0640, 0x0640),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE0FFF),
)
#: Letters that no decomposition takes apart.
_LETTERS = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ð": "d", "ŋ": "n", "ə": "e"}
#: Letters that Persian, Urdu and everyday Arabic write in another way.
_LETTERS |= {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ٱ": "ا"}
#: Letters to Unicode, apostrophes to everybody who writes O'Brien with one.
_APOSTROPHES = "\u02b9\u02bb\u02bc\u02c8\ua78b\ua78c"
_PAIRS = {"æ": "ae", "œ": "oe", "þ": "th"}
#: How German and the Nordic languages write a letter where a keyboard has none.
_WRITTEN_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}


def _points(ranges: tuple[tuple[int, int], ...]) -> frozenset[int]:
    return frozenset(point for first, last in ranges for point in range(first, last + 1))


_WITHOUT_UNSEEN = dict.fromkeys(_points(_UNSEEN))
_SPACED = dict.fromkeys(_points(_UNSEEN), " ")
_FOLDS: dict[int, str | None] = dict.fromkeys(_points(_MARKS))
for _letter, _fold in {**_LETTERS, **_PAIRS}.items():
    _FOLDS[ord(_letter)] = _fold
    _FOLDS[ord(_letter.upper())] = _fold.capitalize() if _letter != "ı" else "I"
_FOLDS |= dict.fromkeys(map(ord, _APOSTROPHES), "'")

#: Vowel signs and joined marks of the scripts of India, Thai, Tibetan, Burmese and Japanese: no letters by themselves.
_SIGNS = (
    r"\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962-\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u09d7"
    r"\u09e2-\u09e3\u09fe-\u0a03\u0a3c-\u0a51\u0a70-\u0a71\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0ae2-\u0ae3"
    r"\u0afa-\u0b03\u0b3c\u0b3e-\u0b57\u0b62-\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c\u0c3e-\u0c56"
    r"\u0c62-\u0c63\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0ce2-\u0ce3\u0d00-\u0d03\u0d3b-\u0d3c\u0d3e-\u0d4d\u0d57"
    r"\u0d62-\u0d63\u0d81-\u0d83\u0dca-\u0ddf\u0df2-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0f71-\u0f84"
    r"\u102b-\u103e\u3099-\u309a"
)
#: A word: letters, with the signs that its script needs.
_WORD = re.compile(r"(?:[^\W\d_]|[" + _SIGNS + r"])++")
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_TAG = re.compile(r"<[^<>]*+>")
_WRITTEN_SPACE = re.compile(r"\\[tnr]")
#: Sign → the byte Windows shows by it, or Latin-1 where Windows shows none.
_WINDOWS = {bytes([byte]).decode("latin-1"): byte for byte in range(0x80, 0x100)}
_WINDOWS |= {bytes([byte]).decode("cp1252", "replace"): byte for byte in range(0x80, 0xA0)}
_WINDOWS.pop("\ufffd")
#: The first byte of a letter in UTF-8 and one behind it, as Windows or Latin-1 shows them.
_MISREAD = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]")
_ESCAPE = re.compile(r"\\u\{?([0-9A-Fa-f]{4})\}?")


@dataclass(frozen=True)
class Word:
    """A word of a text: its `letters` folded, what stands between it and the word before, and after it.

    `is_capital`: its first letter is one. `is_hump`: a word only because a capital stands in the middle (`AdaByron`).
    """

    letters: str
    before: str
    after: str
    is_capital: bool
    is_hump: bool = False


def plain(text: str, *, parted: bool = False) -> str:
    """`text` without accents, widths, ligatures and what cannot be seen, its case kept.

    `parted`: what cannot be seen parts words, as a zero-width space does.
    """
    if text.isascii():
        return text
    seen = text.translate(_SPACED if parted else _WITHOUT_UNSEEN)
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", seen))
    return unicodedata.normalize("NFC", apart.translate(_FOLDS))


def folded(text: str) -> str:
    """`text` as it is compared: plain, and in small letters; signs and spaces stay."""
    small = plain(text).casefold()
    return (
        small
        if small.isascii()
        else unicodedata.normalize("NFC", unicodedata.normalize("NFD", small).translate(_FOLDS))
    )


def letters(text: str) -> str:
    """The folded letters of a text, nothing between them: `Byron, Ada` gives `byronada`."""
    return "".join(_WORD.findall(folded(text)))


class _Squeezing(dict[int, str]):
    """Sign → its folded letters, worked out once a sign: a text is squeezed in one pass over it."""

    def __missing__(self, point: int) -> str:
        self[point] = letters(chr(point))
        return self[point]


_SQUEEZED = _Squeezing()


def squeezed(text: str) -> str:
    """The letters of a text, sign by sign: quick, and near enough to `letters` to pass over texts that hold none."""
    # Korean and Japanese signs may come in pieces (a Mac's file names), which are other letters one by one.
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).translate(_SQUEEZED)


@forgetting.too
@lru_cache(maxsize=4096)
def _folded_word(word: str) -> str:
    return folded(word)


def words(text: str, *, humps: bool = False) -> list[Word]:
    """The words of a plain text in order; with `humps`, a capital after a small letter begins one."""
    found: list[Word] = []
    end, matches = 0, list(_WORD.finditer(text))
    for index, match in enumerate(matches):
        after = text[match.end() : matches[index + 1].start() if index + 1 < len(matches) else len(text)]
        pieces = _HUMP.split(match[0]) if humps else [match[0]]
        for turn, piece in enumerate(pieces):
            found.append(
                Word(
                    _folded_word(piece),
                    text[end : match.start()] if turn == 0 else "",
                    after if turn == len(pieces) - 1 else "",
                    piece[0].isupper(),
                    len(pieces) > 1,
                )
            )
        end = match.end()
    return found


def written_out(name: str) -> str:
    """`name` with umlauts as a keyboard without them writes them (`Jörg` → `Joerg`), else as it is."""
    small = unicodedata.normalize("NFC", name).casefold()
    return "".join(_WRITTEN_OUT.get(letter, letter) for letter in small)


def _as_utf_8(text: str) -> str:
    """`text` with UTF-8 read as such where somebody read it as Windows' letters (`JosÃ©`)."""
    pieces = []
    for is_byte, signs in groupby(text, _WINDOWS.__contains__):
        piece = "".join(signs)
        if is_byte:
            with suppress(UnicodeDecodeError):
                piece = bytes(_WINDOWS[sign] for sign in piece).decode()
        pieces.append(piece)
    return "".join(pieces)


def _otherwise(text: str) -> list[str]:
    others = []
    if "%" in text:
        others += [unquote(text, errors="replace"), unquote(text, encoding="latin-1")]
    if "\\u" in text:
        others.append(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text))
    if "\\" in text:
        others.append(_WRITTEN_SPACE.sub(" ", text))
    if "<" in text:
        others.append(_TAG.sub(" ", text))
    if "&" in text:
        others.append(html.unescape(text))
    if _MISREAD.search(text):
        others.append(_as_utf_8(text))
    return others


def decoded(text: str) -> list[str]:
    """Other readings: addresses' `%20`, JSON's `\\u00e9` and `\\t`, HTML's `&eacute;` and `<b>`, UTF-8 as Windows'.

    Each reading is read once more: what is handed on is often encoded twice.
    """
    once = dict.fromkeys(_otherwise(text))
    twice = dict.fromkeys(other for one in once if one != text for other in _otherwise(one))
    return [other for other in once | twice if other != text]

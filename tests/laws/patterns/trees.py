"""A regular expression as a tree: the part of the language that this project uses, and no more.

What a single letter of a pattern matches (a class, `\\d`, `.`, a letter under IGNORECASE) is asked of `re` itself,
so that only the shape around the letters is read here. Python's own parser is private to `re`.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass, replace
from functools import cache


class UnreadError(ValueError):
    """A pattern holds something that is not read here: a reference back, a condition, the verbose form."""


@dataclass(frozen=True)
class Letter:
    """One letter: the source of what it may be, and the flags that hold there."""

    source: str
    flags: int
    is_bytes: bool


@dataclass(frozen=True)
class Nothing:
    """A place, not a letter: `^`, `$`, `\\b`, a look behind. `is_start`: it holds at the start of the text only."""

    is_start: bool = False


@dataclass(frozen=True)
class Line:
    """Parts one after the other."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True)
class Either:
    branches: tuple[Tree, ...]


@dataclass(frozen=True)
class Ahead:
    """A look ahead: it is tried where it stands, and nothing of it is kept."""

    part: Tree


@dataclass(frozen=True)
class Repeat:
    """A quantifier: `most` is `None` without a bound; `keeps` (possessive) never gives back what it took."""

    part: Tree
    least: int
    most: int | None
    keeps: bool
    source: str
    is_group: bool


Tree = Letter | Nothing | Line | Either | Ahead | Repeat
_FLAGS = {"i": re.I, "m": re.M, "s": re.S, "a": re.A, "u": re.U}
_SIGNS: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
_COUNTED = re.compile(r"\{(\d*)(,?)(\d*)\}")
_ESCAPE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|0[0-7]{0,2}|[^0-9])", re.S
)
_PLACES = {r"\b": False, r"\B": False, r"\A": True, r"\Z": False}


class _Reader:
    """Reads one pattern from left to right."""

    def __init__(self, text: str, flags: int, is_bytes: bool) -> None:
        self.text, self.at, self.flags, self.is_bytes = text, 0, flags, is_bytes
        if flags & re.X:
            raise UnreadError("the verbose form")

    def either(self) -> Tree:
        branches = [self.line()]
        while self._take("|"):
            branches.append(self.line())
        return branches[0] if len(branches) == 1 else Either(tuple(branches))

    def line(self) -> Tree:
        parts: list[Tree] = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            began = self.at
            part = self._part()
            while (counts := self._counts()) is not None:
                is_group = self.text[began] == "("
                part = Repeat(part, *counts, source=self.text[began : self.at], is_group=is_group)
            parts.append(part)
        return Line(tuple(parts))

    def _take(self, word: str) -> bool:
        found = self.text.startswith(word, self.at)
        self.at += len(word) if found else 0
        return found

    def _counts(self) -> tuple[int, int | None, bool] | None:
        found = _COUNTED.match(self.text, self.at)
        if self.text[self.at : self.at + 1] in _SIGNS:
            least, most = _SIGNS[self.text[self.at]]
            self.at += 1
        elif found and (found[1] or found[3]):
            self.at = found.end()
            least = int(found[1] or 0)
            most = (int(found[3]) if found[3] else None) if found[2] else least
        else:
            return None
        keeps = self._take("+")
        self._take("?")
        return least, most, keeps

    def _part(self) -> Tree:
        sign = self.text[self.at]
        if sign == "(":
            return self._group()
        if sign in "^$":
            self.at += 1
            return Nothing(is_start=sign == "^" and not self.flags & re.M)
        if sign == "[":
            return self._letter(self._class_end())
        if sign != "\\":
            return self._letter(self.at + 1)
        found = _ESCAPE.match(self.text, self.at)
        if not found:
            raise UnreadError("a reference back")
        if found.group() in _PLACES:
            self.at = found.end()
            return Nothing(is_start=_PLACES[found.group()])
        return self._letter(found.end())

    def _letter(self, end: int) -> Letter:
        source, self.at = self.text[self.at : end], end
        return Letter(source, self.flags, self.is_bytes)

    def _class_end(self) -> int:
        at = self.at + 1
        at += self.text[at] == "^"
        at += 1 if self.text[at] == "]" else 0
        while self.text[at] != "]":
            at += 2 if self.text[at] == "\\" else 1
        return at + 1

    def _group(self) -> Tree:
        before = self.flags
        self.at += 1
        if not self._take("?"):
            return self._closed(before)
        if self._take(":"):
            return self._closed(before)
        if self._take(">"):
            return _kept(self._closed(before))
        if self._take("=") or self._take("!"):
            return Ahead(self._closed(before))
        if self._take("<=") or self._take("<!"):
            self._closed(before)  # of a bounded length: `re` takes no other
            return Nothing()
        if self._take("P<"):
            self.at = self.text.index(">", self.at) + 1
            return self._closed(before)
        return self._flagged(before)

    def _flagged(self, before: int) -> Tree:
        while self.text[self.at] in _FLAGS:
            self.flags |= _FLAGS[self.text[self.at]]
            self.at += 1
        if self._take(")"):
            return Nothing()  # for the whole pattern: `re` takes it at the start only
        if not self._take(":"):
            raise UnreadError(f"(?{self.text[self.at]}")
        return self._closed(before)

    def _closed(self, before: int) -> Tree:
        inside = self.either()
        if not self._take(")"):
            raise UnreadError("an open group")
        self.flags = before
        return inside


def _kept(inside: Tree) -> Tree:
    """An atomic group: `(?>a+)` is `a++`; of more than one part it is taken as a plain group, which is stricter."""
    while isinstance(inside, Line) and len(inside.parts) == 1:
        inside = inside.parts[0]
    return replace(inside, keeps=True) if isinstance(inside, Repeat) else inside


def tree_of(text: str, flags: int = 0, is_bytes: bool = False) -> Tree:
    """The tree of a pattern; bytes are given as the letters of their codes. Raises `UnreadError`, `re.error`."""
    re.compile(text.encode("latin-1") if is_bytes else text, flags)
    return _Reader(text, flags, is_bytes).either()


@cache
def _usual_letters() -> str:
    """Latin, Greek and general punctuation whole, every space, and some letters of each category of Unicode."""
    found = [chr(code) for code in (*range(0x400), *range(0x2000, 0x2070))]
    seen: dict[str, int] = {}
    for code in range(0x400, sys.maxunicode + 1):
        letter = chr(code)
        category = unicodedata.category(letter)
        seen[category] = seen.get(category, 0) + 1
        if seen[category] <= 4 or letter.isspace():
            found.append(letter)
    return "".join(dict.fromkeys(found))


def alphabet(text: str, is_bytes: bool = False) -> str:
    """The letters by which a pattern is judged: the usual ones and those it names itself, in each case."""
    if is_bytes:
        return "".join(map(chr, range(256)))
    return "".join(dict.fromkeys(_usual_letters() + text + text.lower() + text.upper()))


@cache
def letters_of(letter: Letter, among: str) -> int:
    """Which letters of an alphabet a letter of a pattern matches: a number with one bit for each."""
    if letter.is_bytes:
        found = re.compile(letter.source.encode("latin-1"), letter.flags).finditer(among.encode("latin-1"))
    else:
        found = re.compile(letter.source, letter.flags).finditer(among)
    bits = 0
    for one in found:
        bits |= 1 << one.start()
    return bits

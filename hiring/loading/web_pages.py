"""Whether a file is a web page: what a browser saves where a session has run out, named like an export."""

from __future__ import annotations

_SPACES = b" \t\n\r\f\v"
_BEGINNINGS = (b"html", b"head", b"body", b"script", b"table", b"div", b"meta")
_IN_WORDS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789_")


def is_web_page(start: bytes) -> bool:
    """Whether a file that starts with these bytes is HTML: a first tag, behind an XML line and comments, if any."""
    text = start.removeprefix(b"\xef\xbb\xbf").lower()
    at = _after_spaces(text, 0)
    if text.startswith(b"<?xml", at):
        at = _after(text, b">", at)
    while at >= 0 and text.startswith(b"<!--", at):
        at = _after(text, b"-->", at + 4)
    return at >= 0 and text.startswith(b"<", at) and _begins_page(text, at + 1)


def _begins_page(text: bytes, at: int) -> bool:
    if text.startswith(b"!doctype", at):
        named = _after_spaces(text, at + 8)
        return named > at + 8 and _is_word(text, b"html", named)
    return any(_is_word(text, word, at) for word in _BEGINNINGS)


def _is_word(text: bytes, word: bytes, at: int) -> bool:
    """Whether that word stands there, and no longer one."""
    end = at + len(word)
    return text.startswith(word, at) and (end >= len(text) or text[end] not in _IN_WORDS)


def _after_spaces(text: bytes, at: int) -> int:
    while at < len(text) and text[at] in _SPACES:
        at += 1
    return at


def _after(text: bytes, sign: bytes, at: int) -> int:
    """The place behind the next such sign and the spaces after it; -1 if there is none."""
    found = text.find(sign, at)
    return -1 if found < 0 else _after_spaces(text, found + len(sign))

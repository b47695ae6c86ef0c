"""Whether a file is a web page, named like an export: a sign-in page, or a table that a system wrote as HTML or XML."""

from __future__ import annotations

_SPACES = b" \t\n\r\f\v"
_BEGINNINGS = (b"html", b"head", b"body", b"script", b"table", b"div", b"meta")
_IN_WORDS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789_")


#: What only a page has on which somebody signs in, and what only a table has that a sheet is to show.
_SIGN_IN = (b'type="password"', b"type='password'", b"type=password", b"samlrequest", b"samlresponse")
_SIGN_IN_WORDS = (b"sign in", b"sign-in", b"signin", b"log in", b"login", b"anmelden", b"session expired")
_TABLE = (
    b"<table",
    b"<tr>",
    b"<tr ",
    b"schemas-microsoft-com:office:excel",
    b"mso-application",
    b"<workbook",
)
SIGN_IN, TABLE, SHEET, PAGE = (
    "a sign-in page",
    "a table written as a web page",
    "a sheet written as XML",
    "a web page",
)


def kind_of(start: bytes) -> str:
    """What kind of page a file is that starts with these bytes; nothing where it is none."""
    text = in_bytes(start).lower()
    if not is_web_page(text):
        is_sheet = text.lstrip(_SPACES).startswith(b"<?xml") and any(sign in text for sign in _TABLE[-2:])
        return SHEET if is_sheet else ""
    if any(sign in text for sign in _SIGN_IN):
        return SIGN_IN
    if any(sign in text for sign in _TABLE):
        return TABLE
    return SIGN_IN if any(words in text for words in _SIGN_IN_WORDS) else PAGE


def in_bytes(start: bytes) -> bytes:
    """The same in UTF-8 where it starts with the mark of UTF-16."""
    if not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.removeprefix(b"\xef\xbb\xbf")
    return start.decode("utf-16", errors="ignore").encode()


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

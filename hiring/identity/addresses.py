"""E-mail addresses as they are compared, and those that stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hiring.identity.folding import folded

_TAG = re.compile(r"\+.*")
_SIGNS = frozenset("._%+-'")
#: As many signs as an address may have before and behind its @.
_LONGEST_LOCAL, _LONGEST_DOMAIN = 64, 255


def address(text: str) -> str:
    """An e-mail address as it is compared: folded, what follows a + before the @ left out."""
    local, _, domain = folded(text.strip()).rpartition("@")
    return f"{_TAG.sub('', local)}@{domain}" if local else ""


def addresses_in(text: str) -> Iterator[tuple[str, str]]:
    """The e-mail addresses in a text: as written, and as they are compared."""
    at = text.find("@")
    while at >= 0:
        start, end = at, at + 1
        while start > 0 and at - start < _LONGEST_LOCAL and _is_of_address(text[start - 1]):
            start -= 1
        while end < len(text) and end - at < _LONGEST_DOMAIN and (text[end].isalnum() or text[end] in ".-"):
            end += 1
        written = text[start:end].rstrip(".-")
        if one := address(written):
            yield written, one
        at = text.find("@", at + 1)


def _is_of_address(sign: str) -> bool:
    return sign.isalnum() or sign in _SIGNS

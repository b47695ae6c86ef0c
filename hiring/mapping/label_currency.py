"""The currency that a label names: `Amount (EUR)`, `Value in USD`, `Valor (R$)`, `Importe €`."""

from __future__ import annotations

import re
from collections.abc import Collection

#: Signs of one currency alone, the longer first, and signs that several have, with those.
_SURE = {
    "R$": "BRL",
    "US$": "USD",
    "C$": "CAD",
    "A$": "AUD",
    "€": "EUR",
    "£": "GBP",
    "zł": "PLN",
    "₹": "INR",
    "₺": "TRY",
}
_SHARED = {
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"),
    "¥": ("JPY", "CNY"),
    "kr": ("SEK", "NOK", "DKK"),
}
_WORDS = re.compile(r"[^\W\d_]+|[$€£¥₹₺]")


def named(label: str, known: Collection[str]) -> str:
    """The one currency that a label names, by its code or by a sign that no other has; nothing where none or two do."""
    found = {word for word in _WORDS.findall(label) if word in known}
    return found.pop() if len(found) == 1 else "" if found else _by_sign(label)


def _by_sign(label: str) -> str:
    rest, found = label, set()
    for sign, code in _SURE.items():
        if _stands(sign, rest):
            found.add(code)
            rest = rest.replace(sign, " ")
    return found.pop() if len(found) == 1 and not any(_stands(sign, rest) for sign in _SHARED) else ""


def _stands(sign: str, label: str) -> bool:
    """Whether a sign stands in a label by itself, not as letters of a word."""
    at = label.find(sign)
    while at >= 0:
        before, after = label[:at][-1:], label[at + len(sign) :][:1]
        if not (sign[0].isalpha() and before.isalpha()) and not (sign[-1].isalpha() and after.isalpha()):
            return True
        at = label.find(sign, at + 1)
    return False


def speaks_against(label: str, code: str) -> bool:
    """Whether a label has the sign of other currencies than this one: amounts there are not to be taken for it."""
    signs = [*((sign, (one,)) for sign, one in _SURE.items()), *_SHARED.items()]
    there = [codes for sign, codes in signs if _stands(sign, label)]
    return bool(there) and not any(code in codes for codes in there)

"""What a label is at heart: `Nº de empleado` and `Personal-Nr.` are an id, `Date d'embauche` is a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from hiring.loading import forgetting
from hiring.mapping.month_names import plain

_ID_WORDS = (
    "id no nr num numero number nummer numer code codice codigo cod kod key ref referenz reference referencia"
)
_OF_IDS = frozenset(_ID_WORDS.split())
_DAY_WORDS = "date datum data fecha fec f day tag dia jour giorno dag dzien time timestamp hora"
_BEFORE_DAYS = "on at am em le op den dnia"
_OF_DAYS = frozenset(f"{_DAY_WORDS} {_BEFORE_DAYS}".split())
#: Words between others that say nothing: `Date of joining`, `Motif de départ`.
_SMALL_WORDS = "of the de du des d l del della dell di do da dos la le el il s"
BETWEEN = frozenset(_SMALL_WORDS.split())
_LEADING = ("van", "der", "von")  # after a word that was looked past: `Datum van sollicitatie`
_JOINED_IDS = ("nummer", "number", "nr", "id")
_JOINED_DAYS = ("datum", "date")
_LETTERS = str.maketrans(
    {"°": "o", "#": " no ", "№": " no ", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "&": " "}
)
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TOKENS = re.compile(r"[^\W_]+")
#: What hangs on a label without another meaning: a currency, how days are written, the other gender.
_HUNG_ON = re.compile(
    r"(?<=[\w ]) (?:in|i|en|em|w) (?:[A-Z]{3}|[A-Z]?[$€£])$|[(\[](?:in )?"
    r"(?:[A-Z]{3}|[A-Z]?[$€£]|zł|kr|[dmyjatDMYJAT]{2,4}(?:[-/. ][dmyjatDMYJAT]{2,4})*)[)\]]$"
)
_OTHER_GENDER = re.compile(r"(?:[/*:_]-?|\()(?:in|innen|e|a|r|trice|euse)\)?$")


@dataclass(frozen=True)
class Heart:
    """The words of a label in one, without accents; whether it says to be an id, or a day."""

    text: str
    is_id: bool = False
    is_day: bool = False


@forgetting.too
@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters without accents."""
    return tuple(_TOKENS.findall(plain(text.translate(_LETTERS).casefold())))


@forgetting.too
@lru_cache(maxsize=8192)
def heart(label: str) -> Heart:
    """What a label is at heart."""
    bare = _OTHER_GENDER.sub("", _HUNG_ON.sub("", label.strip()).strip())
    words = list(words_of(_HUMPS.sub(" ", bare)))
    words = [word for at, word in enumerate(words) if not 0 < at < len(words) - 1 or word not in BETWEEN]
    words, is_id = _without(words, _OF_IDS, _JOINED_IDS)
    words, is_day = _without(words, _OF_DAYS, _JOINED_DAYS)
    words = words[1:] if len(words) > 1 and (words[0] in BETWEEN or words[0] in _LEADING) else words
    return Heart("".join(words).rstrip("s"), is_id, is_day)


def _without(words: list[str], known: frozenset[str], joined: tuple[str, ...]) -> tuple[list[str], bool]:
    """The words without those at either end that only say what kind of thing it is, and whether there were any."""
    count = len(words)
    while len(words) > 1 and words[-1] in known:
        words = words[:-1]
    while len(words) > 1 and words[0] in known:
        words = words[1:]
    if words:
        ends = next((end for end in joined if words[-1].endswith(end) and len(words[-1]) >= len(end) + 4), "")
        if ends:
            return [*words[:-1], words[-1].removesuffix(ends)], True
    return words, len(words) < count

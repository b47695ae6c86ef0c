"""Text that shows letter by letter, whatever a file put into it, and the author's Markdown around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from hiring.loading import forgetting
from hiring.words import straight

SPACES = re.compile(r"[\x00-\x20\x7f\x85\u2028\u2029]+")
MARKUP = re.compile(r"[\\`*_{}\[\]<>#+|~$&]")
#: Streamlit makes links, icons, colours and arrows of these after it has read escapes, so an escape does not
#: stop them. A character in a span of its own does, and is still copied as what it is.
SPLIT = re.compile(r":(?! )|@|(?<=[wW]{3})\.|(?<=[<-])-|(?<=-)>|(?<=[<>~])=")


def literal(text: object) -> str:
    """Markdown that shows the text letter by letter: no link, picture, formula, icon, colour, HTML or turned line."""
    return _literal(str(text))


@forgetting.too
@lru_cache(maxsize=20_000)  # a page is drawn anew at every click, with the same words
def _literal(text: str) -> str:
    line = straight(SPACES.sub(" ", text)).strip(" ")
    split_at = {match.start() for match in SPLIT.finditer(line)}
    pieces = [
        f":color[{letter}]" if index in split_at else MARKUP.sub(r"\\\g<0>", letter)
        for index, letter in enumerate(line)
    ]
    return re.sub(r"^(\d*)([-=.)])", r"\1\\\2", "".join(pieces))


def filled(words: str, values: Mapping[str, object]) -> str:
    """The author's Markdown with each `{name}` replaced by its value, letter by letter."""
    return words.format_map({name: literal(value) for name, value in values.items()}) if values else words


def smaller(text: object) -> str:
    """Markdown of a small grey line that shows the text letter by letter."""
    return f":small[:gray[{literal(text)}]]"

"""Elements of an SVG as text: whatever comes from a file is escaped here, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NewType
from xml.sax.saxutils import escape

#: Text that is markup already.
Markup = NewType("Markup", str)

# XML holds none of these, not even escaped.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class UnknownError(ValueError):
    """A figure says something that paper was not taught."""


def element(name: str, *inside: Markup, **attributes: str | float | None) -> Markup:
    """One element; `stroke_width=2` becomes stroke-width="2", and what is None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>")


def text(letters: str) -> Markup:
    """Letters as they are: no markup among them works."""
    return Markup(escape(_NOT_IN_XML.sub("", letters)))


def path(points: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    """The way through points in pixels, as a path's `d`."""
    way = " L".join(f"{number(x)},{number(y)}" for x, y in points)
    return f"M{way}{'Z' if closed else ''}"


def number(value: float) -> str:
    """A length in pixels with two decimals at most."""
    digits = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def known(part: Mapping[str, Any], what: str, names: frozenset[str]) -> None:
    """Nothing, where all that `part` says is among `names`; else raises UnknownError with what is not."""
    strange = sorted(set(part) - names)
    if strange:
        raise UnknownError(f"paper knows no {', '.join(strange)} of {what}")


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return escape(_NOT_IN_XML.sub("", value), {'"': "&quot;"})
    return number(value)

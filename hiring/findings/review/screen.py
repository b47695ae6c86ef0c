"""One screen of a review as it is presented: a plain value, so that a frozen pack presents what it froze."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hiring.findings.review.pack import Figure

Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Part:
    """Sentences under a title, each with what it is about ("" where that is clear)."""

    title: str
    lines: Lines


@dataclass(frozen=True)
class Screen:
    """A finding alone: `about` is the part of the pack it stands in, `figure` the figure as it was drawn.

    `beside` is a second figure right of it. `counted` is what it rests on where that is not the whole pack's, `comment`
    what whoever prepared the pack wrote. `is_dense`: sentences that only just fill the screen.
    `address` is the page on which what the screen asks for is written down.
    """

    about: str
    title: str
    standfirst: str = ""
    numbers: tuple[Figure, ...] = ()
    parts: tuple[Part, ...] = ()
    figure: Mapping[str, Any] = field(default_factory=dict)
    alt: str = ""
    has_sides: bool = False
    counted: str = ""
    comment: str = ""
    beside: Mapping[str, Any] = field(default_factory=dict)
    is_dense: bool = False
    address: str = ""


def read(held: Mapping[str, Any]) -> Screen:
    """The screen of its JSON. Raises KeyError or TypeError for what is none."""
    numbers = tuple(Figure(**one) for one in held["numbers"])
    parts = tuple(
        Part(one["title"], tuple((str(about), str(said)) for about, said in one["lines"]))
        for one in held["parts"]
    )
    return Screen(**{**held, "numbers": numbers, "parts": parts})

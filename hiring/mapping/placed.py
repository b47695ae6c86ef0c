"""Values of a mapping file taken as what they have to be, each with its place in the file to say so when it is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hiring.words import as_written, one_line

_LONGEST_PLACE = 160


class MappingError(ValueError):
    """A mapping file that cannot be used; the text is one line for the person who wrote it."""


@dataclass(frozen=True)
class Place:
    """Where in a mapping file something stands."""

    file: str
    path: tuple[str, ...] = ()

    def at(self, key: str) -> Place:
        """The place of that key within this one."""
        return Place(self.file, (*self.path, key))

    def wrong(self, found: object, wanted: str) -> MappingError:
        """The error that says what stands here and what was wanted."""
        where = f" · {one_line('.'.join(self.path), _LONGEST_PLACE)}" if self.path else ""
        file = one_line(self.file, _LONGEST_PLACE)
        return MappingError(
            f"{file}{where} · found {as_written(found)} · wanted {wanted} · correct the mapping file"
        )


def text(place: Place, value: Any) -> str:
    """The value, which has to be a text."""
    if not isinstance(value, str):
        raise place.wrong(value, "a text")
    return value


def texts(place: Place, value: Any) -> tuple[str, ...]:
    """The value, which has to be a text, or a list of them."""
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise place.wrong(value, "a text or a list of texts")
    return tuple(value)


def one_of(place: Place, value: Any, wanted: tuple[str, ...]) -> str:
    """The value, which has to be one of those."""
    if value not in wanted:
        raise place.wrong(value, f"one of {', '.join(word or 'nothing' for word in wanted)}")
    return str(value)


def truth(place: Place, value: Any) -> bool:
    """The value, which has to be true or false."""
    if not isinstance(value, bool):
        raise place.wrong(value, "true or false")
    return value


def table(place: Place, value: Any) -> dict[str, Any]:
    """The value, which has to be a table."""
    if not isinstance(value, dict):
        raise place.wrong(value, "a table")
    return value


def items(place: Place, value: Any) -> list[Any]:
    """The value, which has to be a list."""
    if not isinstance(value, list):
        raise place.wrong(value, "a list")
    return value


def known(place: Place, keys: Iterable[str], wanted: frozenset[str]) -> None:
    """Raises where one of the keys is none of those."""
    for key in keys:
        if key not in wanted:
            raise place.at(key).wrong(key, f"one of {', '.join(sorted(wanted))}")

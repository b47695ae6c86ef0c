"""What is known of a value without running anything: the questions and statistics it was made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

#: A list longer than this is known only as a whole.
MOST_ITEMS = 40
NOBODY: frozenset[Any] = frozenset()


@dataclass(frozen=True)
class Value:
    """A value: `asked` and `judged` are what it rests on, `words` the texts it may be, `cards` whose label it has.

    `functions` are what it may be called as; `fields` and `items` are known of records and short lists.
    """

    asked: frozenset[str] = NOBODY
    judged: frozenset[str] = NOBODY
    words: frozenset[str] = NOBODY
    cards: frozenset[str] = NOBODY
    functions: frozenset[Any] = NOBODY
    kind: str = ""
    fields: tuple[tuple[str, Value], ...] = ()
    items: tuple[Value, ...] | None = None

    def parts(self) -> list[Value]:
        """What a record or a list is made of."""
        return [*(one for _, one in self.fields), *(self.items or ())]

    def whole(self) -> Value:
        """All of it as one, its parts not told apart."""
        if not self.fields and self.items is None:
            return self
        own = replace(self, fields=(), items=None, kind="")
        return _union([own, *(part.whole() for part in self.parts())])

    def field(self, name: str) -> Value | None:
        """The field of that name, where it is known."""
        return dict(self.fields).get(name)

    def each(self) -> tuple[Value, ...]:
        """Its items, or where none is known, one that stands for any."""
        return self.items or (self.any(),)

    def any(self) -> Value:
        """One that stands for any of its items."""
        return self if self.items is None else join(self.items)


NOTHING = Value()


def _union(values: Iterable[Value]) -> Value:
    every = list(values)
    return Value(
        frozenset().union(*(one.asked for one in every)),
        frozenset().union(*(one.judged for one in every)),
        frozenset().union(*(one.words for one in every)),
        frozenset().union(*(one.cards for one in every)),
        frozenset().union(*(one.functions for one in every)),
    )


def wholly(values: Iterable[Value]) -> Value:
    """What is made of all these in a way not told: it rests on all they rest on."""
    return _union(one.whole() for one in values)


def join(values: Iterable[Value]) -> Value:
    """What may be any of these; records of one kind field by field, lists of one length item by item."""
    every = list(dict.fromkeys(one for one in values if one != NOTHING))
    if len(every) <= 1:
        return every[0] if every else NOTHING
    first, names = every[0], [tuple(name for name, _ in one.fields) for one in every]
    own = _union(replace(one, fields=(), items=None) for one in every)
    if (
        all(one.kind == first.kind and one.items is None for one in every)
        and names[0]
        and len(set(names)) == 1
    ):
        fields = tuple((name, join(dict(one.fields)[name] for one in every)) for name in names[0])
        return replace(own, kind=first.kind, fields=fields)
    if any(names) or any(one.items is None for one in every):
        return wholly(every)
    columns = list(zip(*(one.items or () for one in every), strict=False))
    is_one_shape = len({len(one.items or ()) for one in every}) == 1
    if is_one_shape and all(len({part.whole().cards for part in column}) == 1 for column in columns):
        return replace(own, items=tuple(join(column) for column in columns))
    return replace(own, items=tuple(dict.fromkeys(part for one in every for part in one.items or ())))


def listed(items: Iterable[Value]) -> Value:
    """A list of these; one too long is known as a whole only."""
    every = tuple(items)
    return Value(items=every) if len(every) <= MOST_ITEMS else wholly(every)

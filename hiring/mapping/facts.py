"""What is known of a file before anybody has said what it means: its labels, some of its cells, its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hiring.mapping.labels import folded, keys_of
from hiring.mapping.rules import NO_COLUMNS, Feed, First, Plan, Text
from hiring.mapping.turning import FEWEST, Group, groups

#: So many different words of a column are asked about one by one; a column with more holds no list of words.
MOST_WORDS = 40

#: The words of a column, most frequent first, with the number of rows that hold each.
Words = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Facts:
    """A file as a person sees it: `cells` are some filled cells of each column by its key, of the first rows.

    `words` holds every word of a column that has at most `MOST_WORDS` of them. Of a large file only the first rows
    are looked at: then it `is_whole` no longer, and `count_rows` says how many they are.
    """

    file: str
    labels: tuple[str, ...]
    cells: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, Words] = field(default_factory=dict)
    count_rows: int = 0
    is_whole: bool = True

    @property
    def raw(self) -> Mapping[str, str]:
        """Key → label as the file has it."""
        return dict(zip(keys_of(self.labels), self.labels, strict=True))

    @property
    def columns(self) -> Mapping[str, str]:
        """Key → label of every column that can be named; of two labels alike the second is `Notes (2)`."""
        seen: Counter[str] = Counter()
        found = {}
        for key, label in zip(keys_of(self.labels), self.labels, strict=True):
            seen[folded(label)] += 1
            if key not in NO_COLUMNS:
                found[key] = label if seen[folded(label)] == 1 else f"{label} ({seen[folded(label)]})"
        return found

    @cached_property
    def turnable(self) -> tuple[Group, ...]:
        """The measures for which the file has a column for each of several periods."""
        return tuple(
            group
            for group in groups({key: self.raw[key] for key in self.columns})
            if len(group.keys) >= FEWEST
        )


def whole_plan(labels: Sequence[str]) -> Plan:
    """A plan that reads every column of a file and means nothing by any: to look at a file nobody knows."""
    keyed = tuple((key, label) for key, label in zip(keys_of(labels), labels, strict=True) if key)
    every = First(tuple(Text(key) for key, _ in keyed if key not in NO_COLUMNS))
    feed = Feed("touchpoints", (("hr_people", every),))
    return Plan("", "nothing yet", confirmed=True, feeds=(feed,), labels=keyed)

"""How a file would load by a mapping: what the page that draws it up, and the build that tries it, speak of."""

from __future__ import annotations

from dataclasses import dataclass

from hiring.loading.messages import Message
from hiring.mapping.asking import Ask


@dataclass(frozen=True)
class Preview:
    """How the file would load: some rows by our columns, counts of all rows looked at, and the rows set aside.

    `asks`: what its cells leave open. `trouble`: why it cannot be read at all. `lines`: the physical line of each
    row of `rows`, whose cells are texts, `None` for nothing. `table`: whose rows they are, `count` how many of it would
    load in all; `more`: the same of each further table that the file fills. `is_whole`: every row of the file was
    looked at, not only the first of a large one.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    lines: tuple[int, ...] = ()
    loaded: int = 0
    count_set_aside: int = 0
    skipped: int = 0
    set_aside: tuple[Message, ...] = ()
    notes: tuple[Message, ...] = ()
    asks: tuple[Ask, ...] = ()
    trouble: Message | None = None
    is_whole: bool = True
    table: str = ""
    count: int = 0
    more: tuple[Preview, ...] = ()

    @property
    def by_table(self) -> tuple[Preview, ...]:
        """One for each table that the file fills, none twice; only the first one where it fills no other."""
        return (self, *self.more)

    @property
    def told(self) -> tuple[Message, ...]:
        """What is remarked of the rows themselves: totals that contradict, cells left empty, headings not read."""
        return tuple(note for note in self.notes if note.line is not None or note.column)

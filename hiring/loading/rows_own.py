"""Whether a file's key is its rows' own: a list of contacts names owners as well, again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hiring.contract import Table
from hiring.loading.messages import counted
from hiring.loading.other_things import FEWEST_TO_TELL, named_things, own_key

#: The rows with a key that stands on rows of other content too, of all; with more of them it is no key of theirs.
MOST_REPEATED, MOST_REPEATED_IF_TOLD = 0.1, 0.5

#: Aggregates over the first rows of the file → their values.
Look = Callable[[Sequence[str]], Sequence[int]]


def not_own(
    table: Table, labels: Sequence[str], columns: Sequence[str | None], look: Look, named: bool
) -> str:
    """Why the rows are other things than the table's; nothing where the key is theirs.

    `columns`: ours by position, in the file as it is read; `named`: the file is called after the table. That settles
    which of two keys of the rows is theirs, and helps a key that repeats only where the file has no other columns.
    """
    places = {name: f"c{place}" for place, name in enumerate(columns) if name}
    keys = [places[name] for name in table.key if name in places]
    if table.system == "Ours" or not (keys and all(name.endswith("_id") for name in own_key(table))):
        return ""
    others = [place for place in named_things(labels, table) if len(labels) == len(columns)]
    key = _tuple(keys)
    rows, distinct, *found = look(
        [
            "count(*)",
            f"count(distinct {key})",
            *(f"count(distinct nullif(trim(c{place}), ''))" for place in others),
        ]
    )
    has_only_ours = len(labels) == sum(name is not None for name in columns)
    if distinct < rows and (why := _repeated(table, columns, key, look, named and has_only_ours)):
        return why
    if named and distinct == rows:
        return ""
    first = min(int(place[1:]) for place in keys)
    for place, count in zip(others, found, strict=True):
        if count == rows > 1 and place < first:
            return f"{labels[place]} is the key of its rows, and of another thing than {table.name}"
    return ""


def _repeated(table: Table, columns: Sequence[str | None], key: str, look: Look, named: bool) -> str:
    """Why a key that repeats is not the rows' own; copies of one row do not count."""
    every = _tuple([f"c{index}" for index in range(len(columns))])
    filled = f"filter (trim({key.strip('()').split(', ')[0]}) <> '')"
    versions, distinct = look([f"count(distinct {every}) {filled}", f"count(distinct {key}) {filled}"])
    is_sure = named or len(table.required_columns) - len(own_key(table)) >= FEWEST_TO_TELL
    most = MOST_REPEATED_IF_TOLD if is_sure else MOST_REPEATED
    if versions - distinct <= most * versions:
        return ""
    label = " and ".join(name for name in table.key if name in columns)
    repeats = f"{counted(distinct, 'key')} of {label} on {versions:,} different rows"
    return f"{repeats}, where one row per {table.one_row_per} is wanted"


def _tuple(places: Sequence[str]) -> str:
    return places[0] if len(places) == 1 else f"({', '.join(places)})"

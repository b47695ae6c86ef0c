"""What a file that nobody knows may hold: by its labels in nine languages *and* by its cells, and by its name.

A wrong guess is worse than none: what only the label or only the cells speak for is offered, but not chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hiring.contract import BY_NAME, TABLES, Column, Kind, Table
from hiring.loading import forgetting
from hiring.loading.other_things import key_of_others
from hiring.mapping import cell_looks, meanings
from hiring.mapping.facts import Facts
from hiring.mapping.labels import first_of, folded, keys_of
from hiring.mapping.nine_languages import lists
from hiring.mapping.nine_languages.folding import heart
from hiring.mapping.presets import ColumnSpec, Preset

#: From here on label and cells both speak for a column.
CHOSEN = 0.7
_BY_PRESET, _BY_LIST, _NEARLY, _BY_CELLS = 1.0, 0.95, 0.9, 0.5
_LEAST = 0.4  # of cells that alone look so; less is offered after all others
_DAYS = (Kind.DAY, Kind.MOMENT, Kind.MONTH)
_LONG = 7  # letters of a label that may have one wrong
#: What speaks for a table: its own key, a column a row cannot do without, any other, the file's name.
_KEY, _REQUIRED, _OTHER, _NAMED = 3, 2, 1, 3
_AHEAD = 2  # so much more must speak for the likely table than for the next


@dataclass(frozen=True)
class Suggestion:
    """A column of the file that may be meant, by its key; `score` from 0 to 1, and why; ranked within a score."""

    key: str
    label: str
    score: float
    why: str
    rank: int = 0


def _labels_of(spec: ColumnSpec) -> set[str]:
    # A part of a name is no whole name.
    aliases = spec.parts[0] if len(spec.parts) == 1 else ()
    found = {alias.removeprefix("~") for alias in aliases}
    return found | (_labels_of(spec.fallback) if spec.fallback else set())


@forgetting.too
@lru_cache(maxsize=1024)
def _known_names(presets: tuple[Preset, ...], table: str, column: str) -> frozenset[str]:
    found = {column}
    # The tables of sync tools have labels such as `id` and `name`, which say nothing by themselves.
    reports = [preset for preset in presets if not preset.export.endswith(" table (API)")]
    for feed in (feed for preset in reports for feed in preset.feeds if feed.table == table):
        found |= {name for own, spec in feed.columns if own == column for name in _labels_of(spec)}
    holder = BY_NAME[table]
    is_key = column in holder.key  # what one system calls a contact is another thing everywhere else
    kept = (name for name in found if not is_key or not key_of_others([name], holder, has_all=False))
    return frozenset(map(folded, kept))


def known_names(presets: Sequence[Preset], table: str, column: str) -> frozenset[str]:
    """Every folded label under which a canonical column is known, its own name among them."""
    return _known_names(tuple(presets), table, column)


def tables(presets: Sequence[Preset], labels: Sequence[str]) -> list[tuple[str, float]]:
    """Canonical tables a file may hold: name and the share of its required columns some label names; best first."""
    scores = []
    for table in TABLES:
        named = [
            column for column in table.columns if any(_named(presets, table, column, one) for one in labels)
        ]
        count = sum(column.required for column in named)
        if count:
            scores.append((table.name, count / len(table.required_columns), len(named)))
    return [(name, score) for name, score, _ in sorted(scores, key=lambda one: (-one[1], -one[2], one[0]))]


def likely_table(presets: Sequence[Preset], facts: Facts) -> str:
    """The table that labels, cells and the file's name speak for, well before any other; nothing where none is."""
    by_file = lists.named_by_file(facts.file)
    scores = {}
    for name, _ in tables(presets, facts.labels):
        table, found = BY_NAME[name], chosen(presets, name, facts)
        required = [column for column in table.required_columns if column in found]
        keys = [column for column in table.key if column in table.required_columns]
        if 2 * len(required) <= len(table.required_columns) or not all(key in found for key in keys):
            continue
        each = (_KEY if c in keys else _REQUIRED if c in required else _OTHER for c in found)
        scores[name] = sum(each) + _NAMED * (name in by_file)
    best = sorted(scores.values(), reverse=True)
    if not best or (len(best) > 1 and best[0] - best[1] < _AHEAD):
        return ""
    return next(name for name, score in scores.items() if score == best[0])


def columns(
    presets: Sequence[Preset], table: str, labels: Sequence[str], cells: Mapping[str, Sequence[str]]
) -> dict[str, list[Suggestion]]:
    """For each canonical column of a table, the file's columns that may be meant, the best first.

    `cells` holds some cells of each column by its key (`labels.keys_of`); empty ones say nothing.
    """
    keyed = [(key, label) for key, label in zip(keys_of(labels), labels, strict=True) if key]
    found: dict[str, list[Suggestion]] = {}
    for column in BY_NAME[table].columns:
        offers = [_weighed(presets, BY_NAME[table], column, key, label, cells) for key, label in keyed]
        kept = [offer for offer in offers if offer.score >= _LEAST]
        found[column.name] = sorted(kept, key=lambda offer: (-offer.score, offer.rank, offer.key))
    return found


def chosen(presets: Sequence[Preset], table: str, facts: Facts) -> dict[str, tuple[str, ...]]:
    """Canonical column → the columns of the file that label and cells speak for, each given to one column only.

    Where two speak for one column alike, neither is chosen.
    """
    offers = columns(presets, table, list(facts.labels), facts.cells)
    speaking = {
        name: [offer for offer in few if offer.score >= CHOSEN and offer.key in facts.columns]
        for name, few in offers.items()
    }
    found: dict[str, tuple[str, ...]] = {}
    if "full_name" in offers and not speaking["full_name"] and (parts := _first_and_last(facts)):
        found["full_name"] = parts
    for name, keys in _joined(presets, table, frozenset(facts.columns)).items():
        if not speaking.get(name):
            found.setdefault(name, keys)
    taken = {key for keys in found.values() for key in keys}
    ranked = sorted(
        ((offer, name) for name, few in speaking.items() for offer in few if not _is_tied(few)),
        key=lambda one: (-one[0].score, one[0].rank, list(offers).index(one[1])),
    )
    for offer, name in ranked:
        if name not in found and offer.key not in taken:
            found[name] = (offer.key,)
            taken.add(offer.key)
    return found


def _is_tied(offers: Sequence[Suggestion]) -> bool:
    first, *others = offers
    return bool(others) and (others[0].score, others[0].rank) == (first.score, first.rank)


def _first_and_last(facts: Facts) -> tuple[str, ...]:
    """The columns of first and last names, where the file has both."""
    found = []
    for known in lists.parts_of_names():
        ranks = {
            key: known.get(heart(label).text, -1) for key, label in facts.columns.items() if key not in found
        }
        named = [key for key, rank in ranks.items() if rank >= 0 and _is_words(facts.cells.get(key, ()))]
        found += [min(named, key=lambda key: ranks[key])] if named else []
    return tuple(found) if len(found) == 2 else ()


def _is_words(cells: Sequence[str]) -> bool:
    return not any(sign.isdigit() or sign == "@" for cell in cells for sign in cell)


def _joined(presets: Sequence[Preset], table: str, there: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Columns that some preset joins of several of the file's, such as first and last name."""
    found: dict[str, tuple[str, ...]] = {}
    for feed in (feed for preset in presets for feed in preset.feeds if feed.table == table):
        for name, spec in feed.columns:
            keys = tuple(first_of(aliases, there) for aliases in spec.parts)
            if len(keys) > 1 and all(keys):
                found.setdefault(name, keys)
    return found


def _named(
    presets: Sequence[Preset], table: Table, column: Column, label: str
) -> tuple[float, int, str] | None:
    """How surely a label names a column, its rank among such labels, and in words; `None` where it does not."""
    name, names = folded(label), known_names(presets, table.name, column.name)
    if name in names:
        return _BY_PRESET, 0 if name == folded(column.name) else 1, "its label"
    said, known = heart(label), lists.labels(table.name, column.name)
    is_other_kind = (said.is_day and column.kind not in _DAYS) or (said.is_id and column.kind is not Kind.ID)
    if said.text in known and not is_other_kind:
        is_bare = column.kind is Kind.ID and not said.is_id  # whose id it is, but not that it is one
        return _BY_LIST, known[said.text] + len(known) * is_bare, "its label"
    if not is_other_kind and any(_is_one_off(name, other) for other in names | known.keys()):
        return _NEARLY, 0, "a label much like its own"
    return None


def _weighed(
    presets: Sequence[Preset],
    table: Table,
    column: Column,
    key: str,
    label: str,
    cells: Mapping[str, Sequence[str]],
) -> Suggestion:
    """One column as a candidate for another: what its label says, held against what its cells look like."""
    named = _named(presets, table, column, label)
    if named is None and column.kind not in cell_looks.TELLING:
        return Suggestion(key, label, 0.0, "")
    known = meanings.known_words(presets, table.name, column.name)
    fits = cell_looks.fitting(
        table,
        column,
        cells.get(key, ()),
        lambda word: meanings.likely(table.name, column, word, known).ours,
        is_named_id=heart(label).is_id or folded(label) in known_names(presets, table.name, column.name),
    )
    if named is None:
        share = fits or 0.0
        return Suggestion(key, label, _BY_CELLS * share, f"{share:.0%} of its cells look like it")
    score, rank, why = named
    if fits is None:
        return Suggestion(key, label, score, f"{why}; its first cells are empty", rank)
    if fits < cell_looks.MOST:
        return Suggestion(key, label, 0.0, "its cells are of another kind")
    return Suggestion(key, label, score, f"{why} and its cells", rank)


def _is_one_off(one: str, other: str) -> bool:
    """Whether two long labels differ by one letter, of which none is a digit."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LONG or len(long) - len(short) > 1 or one == other:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest = short[at:] if len(long) > len(short) else short[at + 1 :]
    return rest == long[at + 1 :] and not any(map(str.isdigit, long[at] + short[at : at + 1]))

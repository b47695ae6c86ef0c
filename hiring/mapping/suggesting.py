"""What a file that nobody knows may hold: by its labels in nine languages *and* by its cells, and by its name.

A wrong guess is worse than none: what only the label or only the cells speak for is offered, but not chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from hiring.contract import BY_NAME, TABLES, Column, Kind, Table
from hiring.loading import forgetting
from hiring.loading.other_things import key_of_others
from hiring.mapping import cell_looks, meanings
from hiring.mapping.facts import Facts
from hiring.mapping.labels import first_of, folded, keys_of
from hiring.mapping.nine_languages import lists
from hiring.mapping.nine_languages.folding import heart
from hiring.mapping.people import looks_like_names
from hiring.mapping.presets import ColumnSpec, Preset

#: From here on label and cells both speak for a column.
LEAST_BY_LABEL = 0.7
_BY_PRESET, _BY_LIST, _NEARLY, _BY_CELLS = 1.0, 0.95, 0.9, 0.5
_LEAST = 0.4  # of cells that alone look so; less is offered after all others
_DAYS = (Kind.DAY, Kind.MOMENT, Kind.MONTH)
_LONG = 7  # letters of a label that may have one wrong
#: What speaks for a table: its own key, a column a row cannot do without, any other, the file's name.
_KEY, _REQUIRED, _OTHER, _NAMED = 3, 2, 1, 3
_TELLING = 2  # the least that labels must tell; nothing where the file's name speaks
_UNNAMED = (0.0, "", 0)
_BARE = "id"  # of whatever
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
    # A stage that says what is won is a stage all the same: its words are asked about there.
    stages = _known_names(presets, table, "stage") if column == "is_won" else frozenset()
    return frozenset(map(folded, kept)) - stages


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
    if lists.OTHERS in by_file:
        return ""
    scores = {}
    for name, _ in tables(presets, facts.labels):
        found = chosen(presets, name, facts)
        if _may_be(BY_NAME[name], facts, found, is_named=name in by_file):
            scores[name] = _NAMED * (name in by_file) + sum(
                _weight(BY_NAME[name], column) for column in found
            )
    best = sorted(scores.values(), reverse=True)
    if not best or (len(best) > 1 and best[0] - best[1] < _AHEAD):
        return ""
    return next(name for name, score in scores.items() if score == best[0])


def _weight(table: Table, column: str) -> int:
    if column not in table.required_columns:
        return _OTHER
    return _KEY if column in table.key else _REQUIRED


def _may_be(table: Table, facts: Facts, found: Mapping[str, tuple[str, ...]], *, is_named: bool) -> bool:
    """Whether a file with these columns found has what makes the table: its key, most of the rest, telling labels."""
    # The currency of an amount may stand in its label, or be asked.
    spared = Kind.CURRENCY if any(table.column(name).kind is Kind.MONEY for name in found) else None
    needed = [name for name in table.required_columns if table.column(name).kind is not spared]
    keys = [column for column in table.key if column in needed]
    if 3 * sum(name in found for name in needed) < 2 * len(needed) or not all(key in found for key in keys):
        return False
    labels = [facts.columns[key] for few in found.values() for key in few]
    is_told = sum(map(lists.tells, labels)) >= _TELLING and _BARE not in map(folded, labels)
    return (is_named or is_told) and not _has_another_key(table, facts, found)


def _has_another_key(table: Table, facts: Facts, found: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether rows begin with an id of their own, where those of the table have none: they are of another thing."""
    if len(table.key) < 2 or not facts.columns or table.name == "employees":
        return False
    first = next(iter(facts.columns))
    cells = facts.cells.get(first, ())
    is_id = heart(facts.columns[first]).is_id or folded(facts.columns[first]) == _BARE
    return is_id and (first,) not in found.values() and len(cells) > 1 and len(set(cells)) == len(cells)


def columns(
    presets: Sequence[Preset],
    table: str,
    labels: Sequence[str],
    cells: Mapping[str, Sequence[str]],
    *,
    by_cells: bool = True,
) -> dict[str, list[Suggestion]]:
    """For each canonical column of a table, the file's columns that may be meant, the best first.

    `cells` holds some cells of each column by its key (`labels.keys_of`); empty ones say nothing. `by_cells`: also
    those for which their cells alone speak.
    """
    keyed = [(key, label) for key, label in zip(keys_of(labels), labels, strict=True) if key]
    found: dict[str, list[Suggestion]] = {}
    for column in BY_NAME[table].columns:
        telling = by_cells and column.kind in cell_looks.TELLING
        pairs = [(key, label, _named(presets, BY_NAME[table], column, label)) for key, label in keyed]
        offers = [
            _weighed(
                presets,
                BY_NAME[table],
                column,
                Suggestion(key, label, *(named or _UNNAMED)),
                cells.get(key, ()),
            )
            for key, label, named in pairs
            if named or telling
        ]
        kept = [offer for offer in offers if offer.score >= _LEAST]
        found[column.name] = sorted(kept, key=lambda offer: (-offer.score, offer.rank, offer.key))
    return found


def chosen(presets: Sequence[Preset], table: str, facts: Facts) -> dict[str, tuple[str, ...]]:
    """Canonical column → the columns of the file that label and cells speak for, each given to one column only.

    Where two speak for one column alike, neither is chosen.
    """
    offers, there = columns(presets, table, facts.labels, facts.cells, by_cells=False), facts.columns
    speaking = {
        name: [offer for offer in few if offer.score >= LEAST_BY_LABEL and offer.key in there]
        for name, few in offers.items()
    }
    found: dict[str, tuple[str, ...]] = {}
    if "full_name" in offers and not speaking["full_name"] and (parts := _first_and_last(facts)):
        found["full_name"] = parts
    for name, keys in _joined(presets, table, frozenset(there)).items():
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
    if _are_of_other_ids(facts, found.get("manager_id", ()), found.get("employee_id", ())):
        del found["manager_id"]
    return found


def _are_of_other_ids(facts: Facts, managers: tuple[str, ...], people: tuple[str, ...]) -> bool:
    """Whether managers are ids that none of the people has: one of the two columns is another system's."""
    if not managers or not people:
        return False
    named, known = (set(facts.cells.get(keys[0], ())) for keys in (managers, people))
    others = [set(cells) for key, cells in facts.cells.items() if key not in (*managers, *people)]
    are_elsewhere = any(2 * len(named & other) > len(named) for other in others)
    return are_elsewhere and not named & known and not looks_like_names(tuple(named))


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
) -> tuple[float, str, int] | None:
    """How surely a label names a column, in words, and its rank among such labels; `None` where it does not."""
    name, names = folded(label), known_names(presets, table.name, column.name)
    said, known = heart(label), lists.labels(table.name, column.name)
    if name in names:
        rank = -1 if name == folded(column.name) else known.get(said.text, len(known))
        return _BY_PRESET, "its label", rank
    is_other_kind = (said.is_day and column.kind not in _DAYS) or (said.is_id and column.kind is not Kind.ID)
    if said.text in known and not is_other_kind:
        is_bare = column.kind is Kind.ID and not said.is_id  # whose id it is, but not that it is one
        return _BY_LIST, "its label", known[said.text] + len(known) * is_bare
    if column.kind is Kind.EMAIL and lists.is_email_of(column.name, label, table.name):
        return _NEARLY, "its label", len(known)
    rest = heart(lists.without_its_thing(table.name, label))
    if not is_other_kind and rest.text in known and not (rest.is_id and column.kind is not Kind.ID):
        return _NEARLY, "its label", len(known) + known[rest.text]
    if not is_other_kind and len(name) >= _LONG:
        alike = any(_is_one_off(name, other) for few in (names, known) for other in few)
        return (_NEARLY, "a label much like its own", 0) if alike else None
    return None


def _weighed(
    presets: Sequence[Preset], table: Table, column: Column, by_label: Suggestion, cells: Sequence[str]
) -> Suggestion:
    """What a label says of a column, held against what its cells look like."""
    known, label = meanings.known_words(presets, table.name, column.name), by_label.label
    fits = cell_looks.fitting(
        table,
        column,
        cells,
        lambda word: meanings.likely(table.name, column, word, known).ours,
        is_named_id=heart(label).is_id or folded(label) in known_names(presets, table.name, column.name),
    )
    if not by_label.score:
        share = fits or 0.0
        return replace(by_label, score=_BY_CELLS * share, why=f"{share:.0%} of its cells look like it")
    if fits is None:
        return replace(by_label, why=f"{by_label.why}; its first cells are empty")
    if fits < cell_looks.MOST:
        return replace(by_label, score=0.0, why="its cells are of another kind")
    return replace(by_label, why=f"{by_label.why} and its cells")


def _is_one_off(one: str, other: str) -> bool:
    """Whether two long labels differ by one letter, of which none is a digit."""
    if abs(len(one) - len(other)) > 1 or len(other) < _LONG or one == other:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest = short[at:] if len(long) > len(short) else short[at + 1 :]
    return rest == long[at + 1 :] and not any(map(str.isdigit, long[at] + short[at : at + 1]))

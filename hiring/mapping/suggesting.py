"""What the columns of an unknown file may mean: by their labels, as all presets know them, and by their cells."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hiring.contract import BY_NAME, TABLES, Kind
from hiring.mapping.facts import Facts
from hiring.mapping.labels import first_of, folded, keys_of
from hiring.mapping.presets import ColumnSpec, Preset

#: Below this a suggestion says more about our imagination than about the file.
LEAST = 0.5
#: What cells look like alone weighs no more than this.
LEAST_BY_LABEL = 0.61
_CLOSE = 0.8  # so alike must two labels be that are not the same
_DAY = re.compile(
    r" *(\d{4}[-/.]\d\d?[-/.]\d\d?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    r"|\d{1,2}(?:[.º°]|er)?[ -](?:de )?[^\W\d_]{3}|[A-Za-z]{3,9}[.]? \d{1,2},? \d{4})"
)
_NUMBER = re.compile(
    r"(?!\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[A-Za-z]{3} ?|[€£$¥₹] ?)?-?\d[\d.,'  \u202f]*+(?:[A-Za-z]{3}|[€£$¥₹%])?"
)
_SHAPES: Mapping[Kind, re.Pattern[str]] = {
    Kind.DAY: _DAY,
    Kind.MOMENT: _DAY,
    Kind.MONTH: _DAY,
    Kind.MONEY: _NUMBER,
    Kind.NUMBER: _NUMBER,
    Kind.WHOLE: re.compile(r" *-?\d{1,9} *"),
    Kind.EMAIL: re.compile(r"[^@\s]+@[^@\s]+"),
    Kind.CURRENCY: re.compile(r"[A-Za-z]{3}"),
    Kind.TRUTH: re.compile(r"(?i)true|false|yes|no|y|n|t|f|1|0"),
}


@dataclass(frozen=True)
class Suggestion:
    """A column of the file that may be meant, by its key; `score` from 0 to 1, and why."""

    key: str
    label: str
    score: float
    why: str


def _labels_of(spec: ColumnSpec) -> set[str]:
    found = {folded(alias.removeprefix("~")) for part in spec.parts for alias in part}
    return found | (_labels_of(spec.fallback) if spec.fallback else set())


def known_names(presets: Sequence[Preset], table: str, column: str) -> frozenset[str]:
    """Every folded label under which a canonical column is known, its own name among them."""
    found = {folded(column)}
    for feed in (feed for preset in presets for feed in preset.feeds if feed.table == table):
        found |= {name for own, spec in feed.columns if own == column for name in _labels_of(spec)}
    return frozenset(found)


def tables(presets: Sequence[Preset], labels: Sequence[str]) -> list[tuple[str, float]]:
    """Canonical tables a file may hold: name and the share of its required columns some label names; best first."""
    there = frozenset(map(folded, labels)) - {""}
    scores = []
    for table in TABLES:
        found = [bool(there & known_names(presets, table.name, name)) for name in table.required_columns]
        more = sum(bool(there & known_names(presets, table.name, column.name)) for column in table.columns)
        if any(found):
            scores.append((table.name, sum(found) / len(found), more))
    return [(name, score) for name, score, _ in sorted(scores, key=lambda one: (-one[1], -one[2], one[0]))]


def columns(
    presets: Sequence[Preset], table: str, labels: Sequence[str], cells: Mapping[str, Sequence[str]]
) -> dict[str, list[Suggestion]]:
    """For each canonical column of a table, the file's columns that may be meant, the best first.

    `cells` holds some cells of each column by its key (`labels.keys_of`); empty ones say nothing.
    """
    keyed = [(key, label) for key, label in zip(keys_of(labels), labels, strict=True) if key]
    found: dict[str, list[Suggestion]] = {}
    for column in BY_NAME[table].columns:
        names = known_names(presets, table, column.name)
        offers = [_weighed(column.kind, names, key, label, cells.get(key, ())) for key, label in keyed]
        kept = [offer for offer in offers if offer.score >= LEAST]
        found[column.name] = sorted(kept, key=lambda offer: (-offer.score, offer.key))
    return found


def chosen(presets: Sequence[Preset], table: str, facts: Facts) -> dict[str, tuple[str, ...]]:
    """Canonical column → the columns of the file that most speaks for, each given to one column only.

    What cells look like decides alone only where one column looks so, and nothing else has it.
    """
    offers = columns(presets, table, list(facts.labels), facts.cells)
    joined = _joined(presets, table, frozenset(facts.columns))
    found = {name: keys for name, keys in joined.items() if name in offers}
    taken = {key for keys in found.values() for key in keys}
    ranked = sorted(
        ((offer, name) for name, few in offers.items() for offer in few if offer.key in facts.columns),
        key=lambda one: (-one[0].score, list(offers).index(one[1])),
    )
    for offer, name in ranked:
        by_cells = offer.score < LEAST_BY_LABEL and len([o for o in offers[name] if o.key not in taken]) > 1
        if name not in found and offer.key not in taken and not by_cells:
            found[name] = (offer.key,)
            taken.add(offer.key)
    return found


def _joined(presets: Sequence[Preset], table: str, there: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Columns that some preset joins of several of the file's, such as first and last name."""
    found: dict[str, tuple[str, ...]] = {}
    for feed in (feed for preset in presets for feed in preset.feeds if feed.table == table):
        for name, spec in feed.columns:
            keys = tuple(first_of(aliases, there) for aliases in spec.parts)
            if len(keys) > 1 and all(keys):
                found.setdefault(name, keys)
    return found


def _weighed(kind: Kind, names: frozenset[str], key: str, label: str, cells: Sequence[str]) -> Suggestion:
    """One column as a candidate for another: what its label says, held against what its cells look like."""
    name = folded(label)
    if name in names:
        score, why = 1.0, "known by its label"
    else:
        near = max((_alike(name, other) for other in names), default=0.0)
        score, why = (near * 0.8, "a label much like it") if near >= _CLOSE else (0.0, "")
    fitting = _fitting(kind, cells)
    if fitting is None:
        return Suggestion(key, label, score, why)
    if score:
        looks = "" if fitting >= LEAST else ", but its cells look otherwise"
        return Suggestion(key, label, score * (0.4 + 0.6 * fitting), why + looks)
    return Suggestion(key, label, 0.6 * fitting, f"{fitting:.0%} of its cells look like it")


def _alike(one: str, other: str) -> float:
    """How alike two labels are, 0 to 1; 0 at once where their lengths alone keep them from being close."""
    if 2 * min(len(one), len(other)) < _CLOSE * (len(one) + len(other)):
        return 0.0
    return difflib.SequenceMatcher(None, one, other).ratio()


def _fitting(kind: Kind, cells: Sequence[str]) -> float | None:
    """The share of cells with the shape of a kind; `None` where a kind has no shape or no cell is filled."""
    shape, filled = _SHAPES.get(kind), [cell for cell in cells if cell.strip()]
    if shape is None or not filled:
        return None
    return sum(bool(shape.match(cell) if shape is _DAY else shape.fullmatch(cell)) for cell in filled) / len(
        filled
    )

"""From a header to the preset it fits, and from a preset to a plan for this very header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hiring.contract import BY_NAME, Column, Kind, Table
from hiring.mapping import closing, turning
from hiring.mapping import labels as label_keys
from hiring.mapping.knowing import known_keys
from hiring.mapping.labels import first_of
from hiring.mapping.presets import ColumnSpec, FeedSpec, Preset
from hiring.mapping.rules import (
    DAY_FIRST,
    LINKS,
    MONTH_FIRST,
    ONE_NAME,
    PERIOD_END,
    PERIOD_START,
    WIDE_CELL,
    WIDE_LABEL,
    Closing,
    CodeInCell,
    Constant,
    Day,
    Digest,
    Feed,
    First,
    Lookup,
    Name,
    Number,
    Plan,
    Rule,
    Spelled,
    Text,
    numbers,
)

#: Between the parts of a day whose order is declared: no cell of such a column is looked at before it is read.
_SEPARATORS = "/.-"
_DAYS = (Kind.DAY, Kind.MOMENT, Kind.MONTH)
_NUMBERS = (Kind.MONEY, Kind.NUMBER, Kind.WHOLE)
_PEOPLE = frozenset({"full_name", "owner_name", "interviewer_name"})
_SPECIAL = {"label": WIDE_LABEL, "cell": WIDE_CELL, "name": ONE_NAME} | {
    "period start": PERIOD_START,
    "period end": PERIOD_END,
}
_NO_PERIODS = "a column for each period"


@dataclass(frozen=True)
class Fit:
    """How a preset fits a header: its plan, the labels it still lacks, and how many of the header's it knows."""

    preset: Preset
    plan: Plan
    missing: tuple[str, ...]
    known: int
    count_told_by: int  # of the labels it is told by

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing

    @property
    def is_own(self) -> bool:
        """Whether it is a whole fit of a mapping that a person here made."""
        return self.is_whole and self.preset.headers == "own"


@dataclass(frozen=True)
class _Header:
    keys: tuple[str, ...]
    labels: tuple[str, ...]

    @cached_property
    def there(self) -> frozenset[str]:
        return frozenset(key for key in self.keys if key)

    @cached_property
    def named(self) -> dict[str, str]:
        return {key: label for key, label in zip(self.keys, self.labels, strict=True) if key}


def _rule(preset: Preset, header: _Header, column: Column, spec: ColumnSpec) -> Rule | None:
    """The rule of a spec for this header; `None` where the header has none of its labels."""
    own = _own_rule(preset, header, column, spec)
    other = _rule(preset, header, column, spec.fallback) if spec.fallback else None
    found = tuple(rule for rule in (own, other) if rule is not None)
    return First(found) if len(found) > 1 else found[0] if found else None


def _own_rule(preset: Preset, header: _Header, column: Column, spec: ColumnSpec) -> Rule | None:
    if spec.constant:
        return Constant(spec.constant)
    if spec.digest:
        parts = tuple(_rule(preset, header, _AS_TEXT if not p.day_only else _AS_DAY, p) for p in spec.digest)
        return Digest(tuple(part for part in parts if part is not None)) if parts[0] is not None else None
    there = header.there
    keys = tuple(first_of(aliases, there) for aliases in spec.parts)
    if spec.special in _SPECIAL:
        keys = (_SPECIAL[spec.special],)
    elif not keys or not all(keys):
        return None
    return _typed(preset, column, spec, keys)


_AS_TEXT, _AS_DAY = Column("part", Kind.TEXT), Column("part", Kind.DAY)


def _typed(preset: Preset, column: Column, spec: ColumnSpec, keys: tuple[str, ...]) -> Rule:
    source = keys[0]
    if spec.words:
        return Spelled(source, spec.words, spec.otherwise)
    if spec.special == "code in amount":
        return CodeInCell(source)
    if source in (PERIOD_START, PERIOD_END):
        return Text(source)
    if len(keys) > 1 or spec.person or column.name in _PEOPLE or source == ONE_NAME:
        return Name(keys)
    if column.kind in _DAYS:
        order = spec.order or preset.order
        day = Day(source, order, column.kind is Kind.MOMENT, nulls=preset.nulls, century=spec.century)
        is_declared = order in (DAY_FIRST, MONTH_FIRST)
        return replace(day, separators=_SEPARATORS, named_months=True, zoned=True) if is_declared else day
    if column.kind in _NUMBERS:
        unsaid = None if column.is_share else False
        percent = unsaid if spec.percent is None else spec.percent
        return Number(source, spec.decimal or preset.decimal, preset.nulls, percent)
    return Text(source, () if column.kind is Kind.NAME else preset.nulls)


def _twin(header: _Header, amounts: Sequence[Number], spec: ColumnSpec) -> Rule | None:
    """The currency column that belongs to the amounts: `<amount's label> Currency`, or one of the aliases."""
    own = [f"{amount.source} currency" for amount in amounts[:1]]
    named = first_of((*own, *(alias for part in spec.parts for alias in part)), header.there)
    return Text(named) if named and amounts else None


def _rules(preset: Preset, header: _Header, spec: FeedSpec) -> dict[str, Rule]:
    """Canonical column → its rule, for every column this header fills; those that lean on others last."""
    table = BY_NAME[spec.table]
    rules: dict[str, Rule] = {}
    leaning = []
    specs = dict(spec.columns)
    won = specs.get("is_won")
    state = closing.as_states(won) if won else None
    if won:
        specs["is_won"] = closing.as_truths(won)
    for name, column in specs.items():
        if column.lookup or column.special == "twin of amount":
            leaning.append((name, column))
        elif rule := _rule(preset, header, _kind(table, name, column), column):
            rules[name] = rule
    for name, column in leaning:
        found = (
            _lookup(header, rules, table.key[0], column)
            if column.lookup
            else _currency(preset, header, rules, column)
        )
        if found:
            rules[name] = found
    said = _rule(preset, header, _AS_TEXT, state) if state else None
    if said and "closed_on" in rules:
        rules["closed_on"] = Closing(rules["closed_on"], said)
    return rules


def _kind(table: Table, name: str, spec: ColumnSpec) -> Column:
    """The column of the contract; of a link, what it is read as."""
    return table.column(name) if name not in LINKS else _AS_DAY if spec.day_only else _AS_TEXT


def _lookup(header: _Header, rules: dict[str, Rule], key: str, spec: ColumnSpec) -> Rule | None:
    source = first_of(spec.parts[0], header.there)
    names, ids = rules.get(spec.lookup), rules.get(key)
    if source and isinstance(names, First):
        names = next((rule for rule in names.rules if isinstance(rule, Name)), None)
    return (
        Lookup(source, names, ids.source)
        if source and isinstance(names, Name) and isinstance(ids, Text)
        else None
    )


def _currency(preset: Preset, header: _Header, rules: dict[str, Rule], spec: ColumnSpec) -> Rule | None:
    """The currency of an amount: of its twin column, of its own cells, or the one the mapping declares."""
    amounts = numbers(rules.get("amount"))
    found: list[Rule | None] = [_twin(header, amounts, spec)]
    found += [CodeInCell(amount.source) for amount in amounts[:1]]
    if preset.currency:
        found.append(Constant(preset.currency))
    kept = tuple(rule for rule in found if rule is not None)
    return First(kept) if kept else None


def _every(aliases: Sequence[str], header: _Header) -> tuple[str, ...]:
    """The keys of all columns that an alias names, in the order of the file."""
    named = {key for alias in aliases for key in label_keys.matching(alias, header.there)}
    return tuple(key for key in header.keys if key in named)


def _feed(preset: Preset, header: _Header, spec: FeedSpec) -> Feed:
    rules = _rules(preset, header, spec)
    return Feed(
        table=spec.table,
        columns=tuple((c.name, rules[c.name]) for c in BY_NAME[spec.table].columns if c.name in rules)
        + tuple((link, rules[link]) for link in LINKS if link in rules),
        completes=spec.completes,
        alone=spec.alone,
        names=_every(spec.names, header),
        distinct=spec.distinct,
        filled=first_of(spec.filled, header.there),
        skips=tuple(
            (first_of(a, header.there), words) for a, words in spec.skips if first_of(a, header.there)
        ),
        latest=spec.latest if spec.latest in rules else "",
        repeats=spec.repeats,
        spare=spec.spare,
        merges=spec.merges,
    )


def _turned(header: _Header, spec: FeedSpec, feed: Feed) -> Feed:
    return feed if spec.periods is None else turning.turned(feed, header.named, spec.periods, spec.quarters)


def _missing(preset: Preset, header: _Header, feeds: Sequence[tuple[FeedSpec, Feed]]) -> tuple[str, ...]:
    """Labels that must be there and are not, each by its first alias."""
    absent = [aliases for aliases in preset.told_by if not first_of(aliases, header.there)]
    lacking = [aliases[0] for aliases in absent]
    named = {alias for aliases in absent for alias in aliases}
    for spec, feed in feeds:
        lacking += [_NO_PERIODS] if spec.periods is not None and not feed.is_turned else []
        table = BY_NAME[feed.table]
        required = feed.completes if feed.completes and not feed.alone else table.required_columns
        specs = dict(spec.columns)
        for name in required:
            # A required column the preset does not speak of comes from a file that completes this one.
            if feed.rule(name) is not None or name not in specs or specs[name].special == "twin of amount":
                continue
            parts = specs[name].parts or (specs[name].digest[0].parts if specs[name].digest else ())
            lacking += [
                part[0] for part in parts if not first_of(part, header.there) and not named & set(part)
            ]
    return tuple(dict.fromkeys(lacking))


def fit(preset: Preset, labels: Sequence[str]) -> Fit:
    """How a preset fits a header, with the plan as far as its columns are there."""
    header = _Header(label_keys.keys_of(labels), tuple(labels))
    there = header.there
    made = [
        (spec, _feed(preset, header, spec))
        for index, spec in enumerate(preset.feeds)
        if index == 0 or not spec.if_present or first_of(spec.if_present, there)
    ]
    known = known_keys(preset, there)
    rest = tuple(key for key in header.keys if key and key not in known)
    made = [(one, replace(feed, wide=rest) if one.wide else _turned(header, one, feed)) for one, feed in made]
    feeds = tuple(feed for spec, feed in made if not (spec.wide and not feed.wide))
    plan = Plan(
        preset=preset.name,
        title=preset.title,
        confirmed=preset.headers != "unconfirmed",
        feeds=feeds,
        labels=(*header.named.items(), *turning.label_of_cells(feeds, header.named)),
        clock_choice=preset.clock_choice,
    )
    count_told_by = sum(bool(first_of(aliases, there)) for aliases in preset.told_by)
    return Fit(preset, plan, _missing(preset, header, made), len(known), count_told_by)


def fits(presets: Sequence[Preset], labels: Sequence[str]) -> list[Fit]:
    """Every preset that may fit the header, the best first: whole ones, then by how many labels they know.

    A whole fit of somebody's own mapping leaves no other whole one: it was made for such files.
    """
    there = frozenset(label_keys.keys_of(labels))
    may = (one for one in presets if known_keys(one, there) and not first_of(one.never, there))
    found = [fit(preset, labels) for preset in may]
    if any(one.is_own for one in found):
        found = [one for one in found if one.is_own or not one.is_whole]
    return sorted(found, key=lambda one: (not one.is_whole, -one.known, one.preset.name))


def barred(presets: Sequence[Preset], labels: Sequence[str]) -> tuple[Fit, str] | None:
    """The preset that would fit the header whole but for a label such files never have, with that label."""
    keys = label_keys.keys_of(labels)
    there = frozenset(keys)
    found = []
    for preset in presets:
        key = first_of(preset.never, there)
        one = fit(preset, labels) if key else None
        if one and one.is_whole:
            found.append((one, labels[keys.index(key)]))
    return max(found, key=lambda pair: pair[0].known, default=None)

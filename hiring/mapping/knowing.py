"""Which labels of a header a preset knows what to do with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hiring.loading import forgetting
from hiring.mapping.labels import folded
from hiring.mapping.presets import ColumnSpec, Preset


def _aliases(spec: ColumnSpec) -> set[str]:
    found = {alias for aliases in spec.parts for alias in aliases}
    for part in (*spec.digest, *([spec.fallback] if spec.fallback else [])):
        found |= _aliases(part)
    return found


@forgetting.too
@lru_cache(maxsize=256)
def _all_aliases(preset: Preset) -> frozenset[str]:
    found = {alias for aliases in preset.told_by for alias in aliases} | set(preset.ignored)
    for feed in preset.feeds:
        found |= {*feed.names, *feed.filled, *(alias for aliases, _ in feed.skips for alias in aliases)}
        for _, spec in feed.columns:
            found |= _aliases(spec)
    return frozenset(found)


@dataclass(frozen=True)
class _Known:
    """The folded labels of a preset: `plain` ones, and those that a label need only hold."""

    plain: frozenset[str]
    held: tuple[str, ...]


@forgetting.too
@lru_cache(maxsize=256)
def _known(preset: Preset) -> _Known:
    every = _all_aliases(preset)
    plain = frozenset(folded(alias) for alias in every if not alias.startswith("~"))
    return _Known(plain, tuple(folded(alias.removeprefix("~")) for alias in every if alias.startswith("~")))


def _keys_known(known: _Known, keys: frozenset[str]) -> frozenset[str]:
    # The currency column that stands beside an amount is named after it.
    twins = {key for key in keys if key.endswith("currency") and key.removesuffix("currency") in known.plain}
    return (keys & known.plain) | twins | {key for key in keys if any(part in key for part in known.held)}


def known_keys(preset: Preset, keys: Iterable[str]) -> frozenset[str]:
    """Those of the keys that a preset knows what to do with."""
    return _keys_known(_known(preset), frozenset(keys) - {""})


@forgetting.too
@lru_cache(maxsize=8)
def _known_to_any(presets: tuple[Preset, ...]) -> tuple[_Known, tuple[_Known, ...]]:
    """What one preset or another knows, and what each does."""
    each = tuple(map(_known, presets))
    held = tuple({part for one in each for part in one.held})
    return _Known(frozenset().union(*(one.plain for one in each)), held), each


def known_labels(presets: Sequence[Preset], labels: Sequence[str]) -> int:
    """How many of the labels the best-knowing preset knows."""
    there = frozenset(map(folded, labels)) - {""}
    together, each = _known_to_any(tuple(presets))
    # Most rows of a file hold no label at all, and there are some dozens of presets.
    named = _keys_known(together, there)
    return max((len(_keys_known(one, named)) for one in each), default=0) if named else 0

"""Which labels of a header a preset knows what to do with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from hiring.loading import forgetting
from hiring.mapping.labels import folded, matching
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


@forgetting.too
@lru_cache(maxsize=256)
def _plain_aliases(preset: Preset) -> frozenset[str]:
    return frozenset(folded(alias) for alias in _all_aliases(preset) if not alias.startswith("~"))


def known_keys(preset: Preset, keys: Iterable[str]) -> frozenset[str]:
    """Those of the keys that a preset knows what to do with."""
    keys = frozenset(keys) - {""}
    loose = [alias for alias in _all_aliases(preset) if alias.startswith("~")]
    plain = _plain_aliases(preset)
    # The currency column that stands beside an amount is named after it.
    twins = {key for key in keys if key.endswith("currency") and key.removesuffix("currency") in plain}
    return (keys & plain) | twins | {key for alias in loose for key in matching(alias, keys)}


def known_labels(presets: Sequence[Preset], labels: Sequence[str]) -> int:
    """How many of the labels the best-knowing preset knows."""
    there = frozenset(map(folded, labels)) - {""}
    return max((len(known_keys(preset, there)) for preset in presets), default=0)

"""What went from a header, and what came, since somebody here mapped such files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hiring.mapping import labels as label_keys
from hiring.mapping import turning
from hiring.mapping.labels import first_of
from hiring.mapping.presets import Preset

OWN = "own"


@dataclass(frozen=True)
class Changed:
    """The `mapping` made for such a header; labels of then that `went`, and labels that `came` since."""

    mapping: str = ""
    went: tuple[str, ...] = ()
    came: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.went or self.came)


def changed(presets: Sequence[Preset], labels: Sequence[str]) -> Changed:
    """How a header differs from the one that the nearest mapping of one's own was made for; not at all, or unknown.

    A mapping drawn up here names every label of its file: those it reads, and those it passes over.
    """
    found = [one for preset in presets if preset.headers == OWN and (one := _since(preset, labels))]
    nearest = min(found, key=lambda one: (-one[0], len(one[1].went) + len(one[1].came)), default=None)
    return nearest[1] if nearest and nearest[1] else Changed()


def _since(preset: Preset, labels: Sequence[str]) -> tuple[int, Changed] | None:
    """How many labels are still there, and what changed; nothing where most went: then it is another file."""
    keys = label_keys.keys_of(labels)
    there = frozenset(key for key in keys if key)
    then = _named(preset)
    went = tuple(aliases[0].removeprefix("~") for aliases in then if not first_of(aliases, there))
    kept = len(then) - len(went)
    if 2 * kept <= len(then):
        return None
    known = {key for aliases in then for alias in aliases for key in label_keys.matching(alias, there)}
    came = tuple(
        label
        for key, label in zip(keys, labels, strict=True)
        if key and key not in known and not _is_twin(key, known)
    )
    # A sheet with a column for each period gets new ones every time.
    if any(feed.wide for feed in preset.feeds):
        came = ()
    if any(feed.periods is not None for feed in preset.feeds):
        went, came = (
            tuple(label for label in few if not turning.is_of_periods(label)) for few in (went, came)
        )
    return kept, Changed(preset.name, went, came)


def _is_twin(key: str, known: set[str]) -> bool:
    """Whether it is the currency column beside an amount that the mapping names."""
    return key.endswith("currency") and key.removesuffix("currency").strip() in known


def _named(preset: Preset) -> list[tuple[str, ...]]:
    """Every label the mapping names, each with its other spellings."""
    named = [*preset.told_by, *((label,) for label in preset.ignored)]
    for feed in preset.feeds:
        named += [part for _, spec in feed.columns for part in spec.parts] + [(name,) for name in feed.names]
    return list(dict.fromkeys(aliases for aliases in named if aliases))

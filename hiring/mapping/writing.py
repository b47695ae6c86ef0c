"""A mapping file out of what a person chose: text that `presets.preset_of` reads back as it was meant."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from hiring.contract import BY_NAME, Words
from hiring.mapping.presets import Preset, preset_of
from hiring.mapping.settling import PERCENT
from hiring.words import escaped


@dataclass(frozen=True)
class Chosen:
    """What a person chose for one canonical column: labels of the file (several are joined), or a constant.

    `percent`: `settling.PERCENT` or `SHARE`, where the cells could not tell. `lookup`: the canonical column whose names
    are looked up. `each`: every name in these columns has a row of its own.
    """

    labels: tuple[str, ...] = ()
    constant: str = ""
    date_order: str = ""
    century: str = ""
    decimal: str = ""
    percent: str = ""
    words: Words = ()
    otherwise: str = ""
    lookup: str = ""
    each: bool = False


@dataclass(frozen=True)
class Draft:
    """A mapping as a person made it: whose export it is, its table, and a choice for each column it fills."""

    vendor: str
    export: str
    table: str
    columns: tuple[tuple[str, Chosen], ...]
    nulls: tuple[str, ...] = ()
    currency: str = ""
    ignored: tuple[str, ...] = ()
    repeats: bool = False


def _text(value: str) -> str:
    # A JSON string is a TOML string, but for the delete character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(values: Sequence[str]) -> str:
    return "[" + ", ".join(map(_text, values)) + "]"


_SAID = ("constant", "date_order", "century", "decimal", "otherwise", "lookup")


def _column(chosen: Chosen) -> str:
    if chosen.each:
        return '{ special = "name" }'
    parts = []
    if len(chosen.labels) == 1:
        parts.append(f"from = {_list([_alias(chosen.labels[0])])}")
    elif chosen.labels:
        parts.append("join = [" + ", ".join(_list([_alias(label)]) for label in chosen.labels) + "]")
    said = {key: getattr(chosen, key) for key in _SAID}
    parts += [f"{key} = {_text(value)}" for key, value in said.items() if value]
    if chosen.percent:
        parts.append(f"percent = {'true' if chosen.percent == PERCENT else 'false'}")
    if chosen.words:
        words = ", ".join(f"{_text(word)} = {_list(spellings)}" for word, spellings in chosen.words)
        parts.append("words = {" + words + "}")
    return "{ " + ", ".join(parts) + " }"


def _has_amounts(draft: Draft) -> bool:
    """Whether the table has amounts with a currency beside them, and the draft fills them."""
    table = BY_NAME.get(draft.table)
    named = {column.name for column in table.columns} if table else set()
    return "currency" in named and "amount" in dict(draft.columns)


def _alias(label: str) -> str:
    """A label as a mapping file names it: only one that starts with a tilde would be taken for a part of a label."""
    return f"~{label}" if label.startswith("~") else label


def mapping_text(draft: Draft) -> str:
    """The text of the mapping file; raises `presets.MappingError` where it could not be read back."""
    used = dict.fromkeys(label for _, chosen in draft.columns for label in chosen.labels)
    names = [_alias(label) for _, chosen in draft.columns if chosen.each for label in chosen.labels]
    lines = [
        f"# {escaped(f'{draft.vendor}: {draft.export}')}, mapped by hand.",
        f"vendor = {_text(draft.vendor)}",
        f"export = {_text(draft.export)}",
        'headers = "own"',
        "told_by = [" + ", ".join(_list([_alias(label)]) for label in used) + "]",
        f"ignored = {_list(draft.ignored)}",
        f"nulls = {_list(draft.nulls)}",
        *([f"currency = {_text(draft.currency)}"] if draft.currency else []),
        "",
        "[[feeds]]",
        f"table = {_text(draft.table)}",
        *(["repeats = true"] if draft.repeats else []),
        *([f"names = {_list(names)}"] if names else []),
        "",
        "[feeds.columns]",
        *(f"{name} = {_column(chosen)}" for name, chosen in draft.columns),
    ]
    if "currency" not in dict(draft.columns) and _has_amounts(draft):
        lines.append('currency = { special = "twin of amount" }')
    text = "\n".join(lines) + "\n"
    preset_of("the mapping", text)
    return text


def preset_from(draft: Draft, name: str = "draft") -> Preset:
    """The preset that the mapping file would give: for a preview before anything is saved."""
    return preset_of(f"{name}.toml", mapping_text(draft))

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
    are looked up. `each`: every name in these columns has a row of its own. `made`: an id of these parts, each of which
    may stand in for another (`instead`). `special`: what of a period it is.
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
    made: tuple[Chosen, ...] = ()
    instead: Chosen | None = None
    special: str = ""
    person: bool = False
    day_only: bool = False


@dataclass(frozen=True)
class Part:
    """What one table of a mapping is filled by: a choice for each column.

    `merges`: rows of one key are one. `latest`: of those the latest by this column counts. `filled`: the label without
    whose cell there is no row. `periods`: the measure whose columns are periods.
    """

    table: str
    columns: tuple[tuple[str, Chosen], ...]
    repeats: bool = False
    merges: bool = False
    latest: str = ""
    filled: str = ""
    periods: str | None = None
    quarters: str = ""


@dataclass(frozen=True)
class Draft:
    """A mapping as a person made it: whose export it is, its table, and a choice for each column it fills.

    `parts`: where it fills several tables, or one in several ways, all of that; `table` and `columns` are the first's.
    `told_by`: further labels that such files have.
    """

    vendor: str
    export: str
    table: str
    columns: tuple[tuple[str, Chosen], ...]
    nulls: tuple[str, ...] = ()
    currency: str = ""
    ignored: tuple[str, ...] = ()
    repeats: bool = False
    parts: tuple[Part, ...] = ()
    told_by: tuple[str, ...] = ()

    @property
    def feeds(self) -> tuple[Part, ...]:
        """Each table with what fills it, the first one first."""
        return self.parts or (Part(self.table, self.columns, self.repeats),)


def _text(value: str) -> str:
    # A JSON string is a TOML string, but for the delete character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(values: Sequence[str]) -> str:
    return "[" + ", ".join(map(_text, values)) + "]"


_SAID = ("special", "constant", "date_order", "century", "decimal", "otherwise", "lookup")


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
    parts += [f"{key} = true" for key in ("person", "day_only") if getattr(chosen, key)]
    if chosen.percent:
        parts.append(f"percent = {'true' if chosen.percent == PERCENT else 'false'}")
    if chosen.words:
        words = ", ".join(f"{_text(word)} = {_list(spellings)}" for word, spellings in chosen.words)
        parts.append("words = {" + words + "}")
    if chosen.made:
        parts.append("digest = [" + ", ".join(map(_column, chosen.made)) + "]")
    if chosen.instead:
        parts.append(f"else = {_column(chosen.instead)}")
    return "{ " + ", ".join(parts) + " }"


def _wants_currency(part: Part) -> bool:
    """Whether the table has amounts with a currency beside them, and only the amounts are filled."""
    table = BY_NAME.get(part.table)
    named = {column.name for column in table.columns} if table else set()
    filled = dict(part.columns)
    return "currency" in named and "amount" in filled and "currency" not in filled


def _alias(label: str) -> str:
    """A label as a mapping file names it: only one that starts with a tilde would be taken for a part of a label."""
    return f"~{label}" if label.startswith("~") else label


def _labels(chosen: Chosen) -> list[str]:
    """The labels of the file that a column needs."""
    made = [label for part in chosen.made for label in _labels(part)]
    return [*chosen.labels, *made]


def _feed(part: Part) -> list[str]:
    """The lines of one table."""
    names = [_alias(label) for _, chosen in part.columns if chosen.each for label in chosen.labels]
    lines = [
        "",
        "[[feeds]]",
        f"table = {_text(part.table)}",
        *(f"{key} = true" for key in ("repeats", "merges") if getattr(part, key)),
        *([f"latest = {_text(part.latest)}"] if part.latest else []),
        *([f"filled = {_list([_alias(part.filled)])}"] if part.filled else []),
        *([f"periods = {_text(part.periods)}"] if part.periods is not None else []),
        *([f"quarters = {_text(part.quarters)}"] if part.quarters else []),
        *([f"names = {_list(names)}"] if names else []),
        "",
        "[feeds.columns]",
        *(f"{name} = {_column(chosen)}" for name, chosen in part.columns),
    ]
    return [*lines, *(['currency = { special = "twin of amount" }'] if _wants_currency(part) else [])]


def mapping_text(draft: Draft) -> str:
    """The text of the mapping file; raises `presets.MappingError` where it could not be read back."""
    used = dict.fromkeys(
        label for part in draft.feeds for _, chosen in part.columns for label in _labels(chosen)
    )
    lines = [
        f"# {escaped(f'{draft.vendor}: {draft.export}')}, mapped by hand.",
        f"vendor = {_text(draft.vendor)}",
        f"export = {_text(draft.export)}",
        'headers = "own"',
        "told_by = [" + ", ".join(_list([_alias(label)]) for label in (*used, *draft.told_by)) + "]",
        f"ignored = {_list(draft.ignored)}",
        f"nulls = {_list(draft.nulls)}",
        *([f"currency = {_text(draft.currency)}"] if draft.currency else []),
        *(line for part in draft.feeds for line in _feed(part)),
    ]
    text = "\n".join(lines) + "\n"
    preset_of("the mapping", text)
    return text


def preset_from(draft: Draft, name: str = "draft") -> Preset:
    """The preset that the mapping file would give: for a preview before anything is saved."""
    return preset_of(f"{name}.toml", mapping_text(draft))

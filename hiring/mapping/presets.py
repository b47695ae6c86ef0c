"""The mapping files: one TOML a vendor's export, read once, wrong ones told in one line."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from hiring import config, contract
from hiring.contract import Words
from hiring.mapping.labels import folded
from hiring.mapping.rules import AS_IT_IS, LINKS, ORDERS

#: Where a header is known from: a real export, a vendor's documents, or a person here who mapped a file of their own.
HEADERS = ("seen", "unconfirmed", "own")


class MappingError(ValueError):
    """A mapping file that cannot be used; the text is one line for the person who wrote it."""


@dataclass(frozen=True)
class ColumnSpec:
    """Where a canonical column comes from: labels with their aliases, and how its cells are to be read."""

    parts: tuple[tuple[str, ...], ...] = ()  # aliases of each label; several labels are joined
    words: Words = ()
    otherwise: str = AS_IT_IS
    constant: str = ""
    order: str = ""
    decimal: str = ""
    digest: tuple[ColumnSpec, ...] = ()
    lookup: str = ""  # the canonical column whose names are looked up, its table's ids given back
    special: str = ""  # "label", "cell", "name", "code in amount", "twin of amount"
    day_only: bool = False
    person: bool = False
    percent: bool | None = None  # of a share: nobody says, the cells tell
    fallback: ColumnSpec | None = None


@dataclass(frozen=True)
class FeedSpec:
    """One canonical table a preset feeds; see `rules.Feed`."""

    table: str
    columns: tuple[tuple[str, ColumnSpec], ...]
    completes: tuple[str, ...] = ()
    alone: bool = True
    names: tuple[str, ...] = ()
    wide: bool = False
    distinct: bool = False
    filled: tuple[str, ...] = ()
    if_present: tuple[str, ...] = ()  # feed only where one of these labels is there
    skips: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()  # (labels, words)
    latest: str = ""
    repeats: bool = False
    spare: bool = False


@dataclass(frozen=True, eq=False)
class Preset:
    """A vendor's export as a mapping file describes it. One is equal to itself only, so that it is a quick key."""

    name: str
    vendor: str
    export: str
    headers: str
    told_by: tuple[tuple[str, ...], ...]
    never: tuple[str, ...]
    ignored: tuple[str, ...]
    nulls: tuple[str, ...]
    order: str
    decimal: str
    currency: str
    clock_choice: bool
    feeds: tuple[FeedSpec, ...] = field(repr=False)

    @property
    def title(self) -> str:
        """The export in words."""
        return f"{self.vendor} {self.export}"


@dataclass(frozen=True)
class _Place:
    """Where in a mapping file something stands, to say so when it is wrong."""

    file: str
    path: tuple[str, ...] = ()

    def at(self, key: str) -> _Place:
        return _Place(self.file, (*self.path, key))

    def wrong(self, found: object, wanted: str) -> MappingError:
        where = f" · {'.'.join(self.path)}" if self.path else ""
        return MappingError(
            f"{self.file}{where} · found {found!r} · wanted {wanted} · correct the mapping file"
        )


def _text(place: _Place, value: Any) -> str:
    if not isinstance(value, str):
        raise place.wrong(value, "a text")
    return value


def _texts(place: _Place, value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise place.wrong(value, "a text or a list of texts")
    return tuple(value)


def _one_of(place: _Place, value: Any, wanted: tuple[str, ...]) -> str:
    if value not in wanted:
        raise place.wrong(value, f"one of {', '.join(word or 'nothing' for word in wanted)}")
    return str(value)


def _truth(place: _Place, value: Any) -> bool:
    if not isinstance(value, bool):
        raise place.wrong(value, "true or false")
    return value


def _known(place: _Place, table: Mapping[str, Any], keys: frozenset[str]) -> None:
    for key in table:
        if key not in keys:
            raise place.at(key).wrong(key, f"one of {', '.join(sorted(keys))}")


_SPECIAL = ("label", "cell", "name", "code in amount", "twin of amount")
_COLUMN_KEYS = frozenset(
    {"from", "join", "words", "otherwise", "constant", "date_order", "decimal", "digest", "lookup", "special"}
    | {"day_only", "person", "percent", "else"}
)


def _words(place: _Place, value: Any) -> Words:
    if not isinstance(value, dict):
        raise place.wrong(value, 'a table such as {won = ["Closed Won"]}')
    return tuple(
        (word, tuple(text.strip() for text in _texts(place.at(word), spellings)))
        for word, spellings in value.items()
    )


def _column(place: _Place, value: Any) -> ColumnSpec:
    """A column's spec from its TOML: a list of labels, or a table with more to say."""
    if isinstance(value, str | list):
        return ColumnSpec(parts=(_texts(place, value),))
    if not isinstance(value, dict):
        raise place.wrong(value, "labels, or a table")
    _known(place, value, _COLUMN_KEYS)
    parts: tuple[tuple[str, ...], ...] = (_texts(place.at("from"), value["from"]),) if "from" in value else ()
    if "join" in value:
        if not isinstance(value["join"], list):
            raise place.at("join").wrong(value["join"], "a list of labels")
        parts = tuple(_texts(place.at("join"), item) for item in value["join"])
    return ColumnSpec(
        parts=parts,
        words=_words(place.at("words"), value.get("words", {})),
        otherwise=_text(place.at("otherwise"), value.get("otherwise", AS_IT_IS)),
        constant=_text(place.at("constant"), value.get("constant", "")),
        order=_one_of(place.at("date_order"), value.get("date_order", ""), ("", *ORDERS)),
        decimal=_one_of(place.at("decimal"), value.get("decimal", ""), ("", ".", ",")),
        digest=tuple(_column(place.at("digest"), item) for item in value.get("digest", [])),
        lookup=_text(place.at("lookup"), value.get("lookup", "")),
        special=_one_of(place.at("special"), value.get("special", ""), ("", *_SPECIAL)),
        day_only=_truth(place.at("day_only"), value.get("day_only", False)),
        person=_truth(place.at("person"), value.get("person", False)),
        percent=_truth(place.at("percent"), value["percent"]) if "percent" in value else None,
        fallback=_column(place.at("else"), value["else"]) if "else" in value else None,
    )


_FEED_KEYS = frozenset(
    {"table", "columns", "completes", "alone", "names", "wide", "distinct", "filled", "if_present"}
    | {"skip", "latest", "repeats", "spare"}
)


def _feed(place: _Place, value: Any) -> FeedSpec:
    if not isinstance(value, dict) or "table" not in value:
        raise place.wrong(value, "a table of the contract and its columns")
    _known(place, value, _FEED_KEYS)
    table = contract.BY_NAME.get(_text(place.at("table"), value["table"]))
    if table is None:
        raise place.at("table").wrong(value["table"], f"one of {', '.join(contract.BY_NAME)}")
    names = frozenset(column.name for column in table.columns) | frozenset(LINKS)
    columns = value.get("columns", {})
    place = place.at(table.name)
    _known(place, columns, names)
    completes = _texts(place.at("completes"), value.get("completes", []))
    _known(place.at("completes"), dict.fromkeys(completes), names)
    return FeedSpec(
        table=table.name,
        columns=tuple((name, _column(place.at(name), spec)) for name, spec in columns.items()),
        completes=completes,
        alone=_truth(place.at("alone"), value.get("alone", not completes)),
        names=_texts(place.at("names"), value.get("names", [])),
        wide=_truth(place.at("wide"), value.get("wide", False)),
        distinct=_truth(place.at("distinct"), value.get("distinct", False)),
        filled=_texts(place.at("filled"), value.get("filled", [])),
        if_present=_texts(place.at("if_present"), value.get("if_present", [])),
        skips=tuple(_skip(place.at("skip"), item) for item in value.get("skip", [])),
        latest=_text(place.at("latest"), value.get("latest", "")),
        repeats=_truth(place.at("repeats"), value.get("repeats", False)),
        spare=_truth(place.at("spare"), value.get("spare", False)),
    )


def _skip(place: _Place, value: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not isinstance(value, dict) or set(value) != {"from", "words"}:
        raise place.wrong(value, 'tables such as {from = ["Status"], words = ["Deleted"]}')
    words = _texts(place.at("words"), value["words"])
    return _texts(place.at("from"), value["from"]), tuple(word.casefold().strip() for word in words)


_KEYS = frozenset(
    {"vendor", "export", "headers", "told_by", "never", "ignored", "nulls", "date_order", "decimal"}
    | {"currency", "asks_which_hire_date", "feeds"}
)


def _sound(place: _Place, preset: Preset) -> Preset:
    """The preset, unless a label that its files never have is one that they are told by: then it fits none."""
    told_by = {folded(alias) for aliases in preset.told_by for alias in aliases}
    for label in preset.never:
        if folded(label) in told_by:
            raise place.at("never").wrong(
                label, "a label that is none of told_by: labels are compared as words"
            )
    return preset


def preset_of(name: str, text: str) -> Preset:
    """The preset that a mapping file `name` with this text describes; raises `MappingError`."""
    place = _Place(name)
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise place.wrong(str(error).splitlines()[0], "TOML") from error
    _known(place, value, _KEYS)
    feeds = value.get("feeds", [])
    if not isinstance(feeds, list) or not feeds:
        raise place.at("feeds").wrong(feeds, "at least one [[feeds]]")
    told_by = value.get("told_by", [])
    if not isinstance(told_by, list) or not told_by:
        raise place.at("told_by").wrong(told_by, "labels that only this export has together")
    preset = Preset(
        name=Path(name).stem,
        vendor=_text(place.at("vendor"), value.get("vendor")),
        export=_text(place.at("export"), value.get("export")),
        headers=_one_of(place.at("headers"), value.get("headers"), HEADERS),
        told_by=tuple(_texts(place.at("told_by"), item) for item in told_by),
        never=_texts(place.at("never"), value.get("never", [])),
        ignored=_texts(place.at("ignored"), value.get("ignored", [])),
        nulls=_texts(place.at("nulls"), value.get("nulls", [])),
        order=_one_of(place.at("date_order"), value.get("date_order", ""), ("", *ORDERS)),
        decimal=_one_of(place.at("decimal"), value.get("decimal", ""), ("", ".", ",")),
        currency=_text(place.at("currency"), value.get("currency", "")),
        clock_choice=_truth(place.at("asks_which_hire_date"), value.get("asks_which_hire_date", False)),
        feeds=tuple(_feed(place.at("feeds"), feed) for feed in feeds),
    )
    return _sound(place, preset)


def presets_in(folder: Path) -> tuple[Preset, ...]:
    """Every mapping file of a folder, by name; raises `MappingError` at the first that is wrong."""
    if not folder.is_dir():
        return ()
    files = sorted(folder.glob("*.toml"))
    return _read(tuple((file, file.stat().st_mtime_ns) for file in files))


@lru_cache(maxsize=8)
def _read(files: tuple[tuple[Path, int], ...]) -> tuple[Preset, ...]:
    found = []
    for path, _ in files:
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise _Place(path.name).wrong(str(error).splitlines()[0], "a readable text in UTF-8") from error
        found.append(preset_of(path.name, text))
    return tuple(found)


def installed() -> tuple[Preset, ...]:
    """The presets that came with the dashboard; people's own mappings lie beside their exports, see `own`."""
    return presets_in(config.MAPPINGS)

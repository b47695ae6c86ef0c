"""The mapping files: one TOML a vendor's export, read once, wrong ones told in one line."""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from hiring import config, contract
from hiring.contract import Words
from hiring.loading import forgetting, plain_files, toml_files
from hiring.mapping import placed
from hiring.mapping.labels import folded
from hiring.mapping.periods import CALENDAR, FISCAL
from hiring.mapping.placed import MappingError, Place
from hiring.mapping.rules import AS_IT_IS, CENTURIES, LINKS, NO_CENTURY, ORDERS
from hiring.words import one_line

__all__ = [
    "HEADERS",
    "MOST_BYTES",
    "MOST_FILES",
    "ColumnSpec",
    "FeedSpec",
    "MappingError",
    "Preset",
    "installed",
    "preset_of",
    "presets_in",
]

#: Where a header is known from: a real export, a vendor's documents, or a person here who mapped a file of their own.
HEADERS = ("seen", "unconfirmed", "own")
#: A mapping for every report of every system a company has; each is held against every file.
MOST_FILES = 200
#: The longest that came with the dashboard has 4 kB; one with a word for each of a thousand stages has 50.
MOST_BYTES = 200_000


@dataclass(frozen=True)
class ColumnSpec:
    """Where a canonical column comes from: labels with their aliases, and how its cells are to be read."""

    parts: tuple[tuple[str, ...], ...] = ()  # aliases of each label; several labels are joined
    words: Words = ()
    otherwise: str = AS_IT_IS
    constant: str = ""
    order: str = ""
    century: str = ""  # of years of two digits
    decimal: str = ""
    digest: tuple[ColumnSpec, ...] = ()
    lookup: str = ""  # the canonical column whose names are looked up, its table's ids given back
    special: str = ""  # one of _SPECIAL
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
    merges: bool = False
    periods: str | None = None  # the words beside the periods of a sheet with a column for each
    quarters: str = ""


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


_SPECIAL = ("label", "cell", "name", "period start", "period end", "code in amount", "twin of amount")
_COLUMN_KEYS = frozenset(
    {"from", "join", "words", "otherwise", "constant", "date_order", "decimal", "digest", "lookup", "special"}
    | {"day_only", "person", "percent", "else", "century"}
)


def _words(place: Place, value: Any) -> Words:
    return tuple(
        (word, tuple(text.strip() for text in placed.texts(place.at(word), spellings)))
        for word, spellings in placed.table(place, value).items()
    )


def _column(place: Place, value: Any) -> ColumnSpec:
    """A column's spec from its TOML: a list of labels, or a table with more to say."""
    if isinstance(value, str | list):
        return ColumnSpec(parts=(placed.texts(place, value),))
    if not isinstance(value, dict):
        raise place.wrong(value, "labels, or a table")
    placed.known(place, value, _COLUMN_KEYS)
    parts: tuple[tuple[str, ...], ...] = (
        (placed.texts(place.at("from"), value["from"]),) if "from" in value else ()
    )
    if "join" in value:
        parts = tuple(
            placed.texts(place.at("join"), item) for item in placed.items(place.at("join"), value["join"])
        )
    return ColumnSpec(
        parts=parts,
        words=_words(place.at("words"), value.get("words", {})),
        otherwise=placed.text(place.at("otherwise"), value.get("otherwise", AS_IT_IS)),
        constant=placed.text(place.at("constant"), value.get("constant", "")),
        order=placed.one_of(place.at("date_order"), value.get("date_order", ""), ("", *ORDERS)),
        century=placed.one_of(place.at("century"), value.get("century", ""), ("", *CENTURIES, NO_CENTURY)),
        decimal=placed.one_of(place.at("decimal"), value.get("decimal", ""), ("", ".", ",")),
        digest=tuple(
            _column(place.at("digest"), item)
            for item in placed.items(place.at("digest"), value.get("digest", []))
        ),
        lookup=placed.text(place.at("lookup"), value.get("lookup", "")),
        special=placed.one_of(place.at("special"), value.get("special", ""), ("", *_SPECIAL)),
        day_only=placed.truth(place.at("day_only"), value.get("day_only", False)),
        person=placed.truth(place.at("person"), value.get("person", False)),
        percent=placed.truth(place.at("percent"), value["percent"]) if "percent" in value else None,
        fallback=_column(place.at("else"), value["else"]) if "else" in value else None,
    )


_FEED_KEYS = frozenset(
    {"table", "columns", "completes", "alone", "names", "wide", "distinct", "filled", "if_present"}
    | {"skip", "latest", "repeats", "spare", "merges", "periods", "quarters"}
)


def _feed(place: Place, value: Any) -> FeedSpec:
    if not isinstance(value, dict) or "table" not in value:
        raise place.wrong(value, "a table of the contract and its columns")
    placed.known(place, value, _FEED_KEYS)
    table = contract.BY_NAME.get(placed.text(place.at("table"), value["table"]))
    if table is None:
        raise place.at("table").wrong(value["table"], f"one of {', '.join(contract.BY_NAME)}")
    names = frozenset(column.name for column in table.columns) | frozenset(LINKS)
    place = place.at(table.name)
    columns = placed.table(place, value.get("columns", {}))
    placed.known(place, columns, names)
    completes = placed.texts(place.at("completes"), value.get("completes", []))
    placed.known(place.at("completes"), dict.fromkeys(completes), names)
    return FeedSpec(
        table=table.name,
        columns=tuple((name, _column(place.at(name), spec)) for name, spec in columns.items()),
        completes=completes,
        alone=placed.truth(place.at("alone"), value.get("alone", not completes)),
        names=placed.texts(place.at("names"), value.get("names", [])),
        wide=placed.truth(place.at("wide"), value.get("wide", False)),
        distinct=placed.truth(place.at("distinct"), value.get("distinct", False)),
        filled=placed.texts(place.at("filled"), value.get("filled", [])),
        if_present=placed.texts(place.at("if_present"), value.get("if_present", [])),
        skips=tuple(
            _skip(place.at("skip"), item) for item in placed.items(place.at("skip"), value.get("skip", []))
        ),
        latest=placed.text(place.at("latest"), value.get("latest", "")),
        repeats=placed.truth(place.at("repeats"), value.get("repeats", False)),
        spare=placed.truth(place.at("spare"), value.get("spare", False)),
        merges=placed.truth(place.at("merges"), value.get("merges", False)),
        periods=placed.text(place.at("periods"), value["periods"]) if "periods" in value else None,
        quarters=placed.one_of(place.at("quarters"), value.get("quarters", ""), ("", CALENDAR, FISCAL)),
    )


def _skip(place: Place, value: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not isinstance(value, dict) or set(value) != {"from", "words"}:
        raise place.wrong(value, 'tables such as {from = ["Status"], words = ["Deleted"]}')
    words = placed.texts(place.at("words"), value["words"])
    return placed.texts(place.at("from"), value["from"]), tuple(word.casefold().strip() for word in words)


_KEYS = frozenset(
    {"vendor", "export", "headers", "told_by", "never", "ignored", "nulls", "date_order", "decimal"}
    | {"currency", "asks_which_hire_date", "feeds"}
)


def _sound(place: Place, preset: Preset) -> Preset:
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
    place = Place(name)
    try:
        value = toml_files.parsed(text)
    except toml_files.TomlError as error:
        raise place.wrong(str(error), "TOML") from error
    placed.known(place, value, _KEYS)
    feeds = value.get("feeds", [])
    if not isinstance(feeds, list) or not feeds:
        raise place.at("feeds").wrong(feeds, "at least one [[feeds]]")
    told_by = value.get("told_by", [])
    if not isinstance(told_by, list) or not told_by:
        raise place.at("told_by").wrong(told_by, "labels that only this export has together")
    preset = Preset(
        name=Path(name).stem,
        vendor=placed.text(place.at("vendor"), value.get("vendor")),
        export=placed.text(place.at("export"), value.get("export")),
        headers=placed.one_of(place.at("headers"), value.get("headers"), HEADERS),
        told_by=tuple(placed.texts(place.at("told_by"), item) for item in told_by),
        never=placed.texts(place.at("never"), value.get("never", [])),
        ignored=placed.texts(place.at("ignored"), value.get("ignored", [])),
        nulls=placed.texts(place.at("nulls"), value.get("nulls", [])),
        order=placed.one_of(place.at("date_order"), value.get("date_order", ""), ("", *ORDERS)),
        decimal=placed.one_of(place.at("decimal"), value.get("decimal", ""), ("", ".", ",")),
        currency=placed.text(place.at("currency"), value.get("currency", "")),
        clock_choice=placed.truth(place.at("asks_which_hire_date"), value.get("asks_which_hire_date", False)),
        feeds=tuple(_feed(place.at("feeds"), feed) for feed in feeds),
    )
    return _sound(place, preset)


def presets_in(folder: Path) -> tuple[Preset, ...]:
    """Every mapping file of a folder, by name; raises `MappingError` at the first that is wrong."""
    try:
        mode = folder.lstat().st_mode
        if not stat.S_ISDIR(mode):
            raise plain_files.UnfitError(folder, plain_files.kind(mode), "a folder")
        files = [Path(one.path) for one in plain_files.entries(folder) if _is_mapping(one.name)]
        if len(files) > MOST_FILES:
            raise plain_files.UnfitError(folder, f"{len(files):,} mapping files", f"at most {MOST_FILES:,}")
        return _read(tuple((file, file.lstat().st_mtime_ns) for file in sorted(files)))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise _unfit(folder.name, error, "a folder that can be read") from error


def _is_mapping(name: str) -> bool:
    return name.endswith(".toml") and not name.startswith(".")


def _unfit(file: str, error: OSError, wanted: str) -> MappingError:
    if isinstance(error, plain_files.UnfitError):
        return MappingError(f"{one_line(file)} · found {error.found} · wanted {error.wanted} · take it away")
    return MappingError(f"{one_line(file)} · {error.strerror} · wanted {wanted} · look at its permissions")


@forgetting.too
@lru_cache(maxsize=8)
def _read(files: tuple[tuple[Path, int], ...]) -> tuple[Preset, ...]:
    found = []
    for path, _ in files:
        try:
            text = plain_files.text(path, MOST_BYTES)
        except OSError as error:
            raise _unfit(path.name, error, "a file that can be read") from error
        except UnicodeDecodeError as error:
            raise Place(path.name).wrong(str(error), "a text in UTF-8") from error
        found.append(preset_of(path.name, text))
    return tuple(found)


def installed() -> tuple[Preset, ...]:
    """The presets that came with the dashboard; people's own mappings lie beside their exports, see `own`."""
    return presets_in(config.MAPPINGS)

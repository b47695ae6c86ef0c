"""What the documents tell that the code knows: `python -m hiring.command_line.documents` writes it into them.

Each part stands between two marks; what a person wrote around it stays. The documents are committed, and a test
keeps every part equal to what the contract, the mappings, the settings and the parser say.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from hiring import contract
from hiring.command_line import verbs
from hiring.command_line.template import kind_or_words
from hiring.config import ROOT, CompanySettings, RoleSettings
from hiring.contract import LOOKS_LIKE, Kind, Table
from hiring.loading.settings import COMPANY, ROLE, Setting
from hiring.mapping import presets

COMMAND = "python -m hiring.command_line.documents"
#: What is said of a column, or of all of a table's, that is read for nothing.
UNREAD = "no page uses it yet"
_HEADERS = {"seen": "a real export", "unconfirmed": "the vendor's documents"}


def generated() -> dict[str, str]:
    """Document, from the top of the tree → its text with every part as the code says it."""
    return {
        document: _with_parts((ROOT / document).read_text(encoding="utf-8"), document, parts)
        for document, parts in PARTS.items()
    }


def _with_parts(text: str, document: str, parts: dict[str, Callable[[], str]]) -> str:
    for name, part in parts.items():
        starts, ends = f"<!-- {name}: made by {COMMAND} -->\n", f"<!-- end of {name} -->"
        before, start, rest = text.partition(starts)
        _, end, after = rest.partition(ends)
        if not start or not end:
            raise ValueError(f"{document}: {starts.strip()} … {ends} is not there; put both marks back")
        text = f"{before}{starts}{part()}{ends}{after}"
    return text


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


def _verbs_table() -> str:
    return _table(("`python -m hiring …`", "does"), [(f"`{usage}`", effect) for usage, effect in _verbs()])


def _verbs() -> list[tuple[str, str]]:
    """(verb with what it must be given, what it does) of every verb."""
    return [
        (" ".join([verb, *_must(parser)]), _marked(parser.description or ""))
        for verb, parser in verbs.each().items()
    ]


def _marked(text: str) -> str:
    """A help text with its options, what they take in capitals, and its folders marked as code."""
    words: list[str] = []
    for word in text.split():
        if words and words[-1].startswith("--") and word[0].isupper():
            words[-1] += f" {word}"
        else:
            words.append(word)
    return " ".join(_as_code(word) if word.startswith("--") or "/" in word else word for word in words)


def _as_code(word: str) -> str:
    bare = word.rstrip(",;.")
    return f"`{bare}`{word[len(bare) :]}"


def _must(parser: argparse.ArgumentParser) -> list[str]:
    """What a verb cannot be called without, and which of some words it may be, as its usage says it."""
    plain = re.sub(
        r"\x1b\[[0-9;]*m", "", parser.format_usage()
    )  # from Python 3.14 on a terminal has it in colours
    usage = " ".join(plain.split()).removeprefix(f"usage: {parser.prog}")
    usage = re.sub(r"\[\{([^{}]*)\}\]", r"(\1)", usage)  # one of these words, or none
    while "[" in usage:
        usage = re.sub(r"\[[^\[\]]*\]", "", usage)
    shown = usage.replace("{", "").replace("}", "").replace(",", "|").replace("(", "[").replace(")", "]")
    return shown.split()


def _exports_list() -> str:
    rows = [
        (f"`{table.name}`", table.one_row_per, table.kept_in, table.ask_for + _not_yet(table.is_unread))
        for table in contract.TABLES
    ]
    return _table(("file", "one row per", "from", "ask for it"), rows)


def _not_yet(is_unread: bool) -> str:
    return f" ({UNREAD})" if is_unread else ""


def _kinds_table() -> str:
    return _table(("kind", "a cell is"), [(str(kind), LOOKS_LIKE[kind]) for kind in Kind])


def _columns_lists() -> str:
    return "\n".join(map(_columns, contract.TABLES))


def _columns(table: Table) -> str:
    rows = [
        (
            f"`{column.name}`",
            kind_or_words(column),
            (column.filled_where or "yes") if column.required else "",
            column.means + _not_yet(column.unread and not table.is_unread),
            f"`{column.example}`",
            _exports(table.name, column.name),
        )
        for column in table.columns
    ]
    heads = (
        "column",
        "kind, or the words allowed",
        "must be filled",
        "what it means",
        "example",
        "known exports with it",
    )
    key = f" Told apart by {', '.join(f'`{name}`' for name in table.key)}." if table.key else ""
    unread = f" Read and checked; {UNREAD}." if table.is_unread else ""
    return f"### {table.name}\n\nOne row per {table.one_row_per}.{key}{unread}\n\n{_table(heads, rows)}"


def _exports(table: str, column: str) -> str:
    """The known exports that fill a column, by vendor."""
    found = [
        (preset.vendor, preset.export)
        for preset in presets.installed()
        if any(feed.table == table and column in dict(feed.columns) for feed in preset.feeds)
    ]
    by_vendor = groupby(sorted(found), key=lambda one: one[0])
    return "; ".join(f"{vendor}: {', '.join(export for _, export in some)}" for vendor, some in by_vendor)


def _exports_table() -> str:
    rows = [
        (
            preset.vendor,
            preset.export,
            ", ".join(f"`{name}`" for name in dict.fromkeys(feed.table for feed in preset.feeds)),
            _HEADERS[preset.headers],
            f"`{preset.name}.toml`",
        )
        for preset in presets.installed()
    ]
    return _table(("vendor", "export", "feeds", "headers known from", "mapping"), rows)


def _settings_table() -> str:
    top = _settings(COMPANY, CompanySettings())
    return f'{top}\nIn `[default_role]` and in each `[roles."…"]`:\n\n{_settings(ROLE, RoleSettings())}'


def _settings(settings: Iterable[Setting], defaults: CompanySettings | RoleSettings) -> str:
    rows = [
        (f"`{one.key}`", one.means, one.wanted, one.unset or f"`{_as_toml(getattr(defaults, one.key))}`")
        for one in settings
    ]
    return _table(("key", "what it means", "what may stand there", "without it"), rows)


def _as_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


PARTS: dict[str, dict[str, Callable[[], str]]] = {
    "README.md": {"verbs": _verbs_table},
    "data/README.md": {
        "tables": _exports_list,
        "kinds": _kinds_table,
        "columns": _columns_lists,
        "settings": _settings_table,
        "known exports": _exports_table,
    },
}

if __name__ == "__main__":
    for _document, _text in generated().items():
        (ROOT / _document).write_text(_text, encoding="utf-8")

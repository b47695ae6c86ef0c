"""Which canonical table a file holds, and which of its columns is which."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from hiring.contract import BY_NAME, TABLES, Table, normalised
from hiring.loading.messages import OF_SHEET, Message, shown
from hiring.loading.sums import sums
from hiring.mapping import knowing, matching, repeating
from hiring.mapping.asking import Ask
from hiring.mapping.labels import keys_of
from hiring.mapping.matching import Fit
from hiring.mapping.presets import Preset
from hiring.mapping.rules import Plan

Columns = tuple[str | None, ...]


@dataclass(frozen=True)
class Recognised:
    """A file's table (`None`: nobody knows it), its columns by position, and what is in the way.

    With a `plan` the columns are keys of the file's own columns, else canonical names. `ask` is the question
    which of `plans` is meant, one for each choice in order, or whether a file is to be left out.
    """

    table: Table | None
    columns: Columns = ()
    unknown_columns: tuple[str, ...] = ()
    refused: Message | None = None
    plan: Plan | None = None
    ask: Ask | None = None
    plans: tuple[Plan, ...] = ()

    @property
    def required_places(self) -> tuple[int, ...]:
        """Positions of the columns that a row cannot do without."""
        required = frozenset(self.table.required_columns if self.table else ())
        if self.plan:
            required = self.plan.required_sources
        return tuple(place for place, name in enumerate(self.columns) if name in required)


def _positions(table: Table, labels: Sequence[str]) -> Columns:
    """For each label the canonical column it names, `None` where the table has no such column."""
    known = {normalised(column.name): column.name for column in table.columns}
    return tuple(known.get(normalised(label)) for label in labels)


def _score(table: Table, labels: Sequence[str]) -> tuple[int, float]:
    """How well the labels fit: known columns less missing required ones, then the share of required."""
    found = {name for name in _positions(table, labels) if name}
    required = table.required_columns
    present = sum(name in found for name in required)
    return len(found) - (len(required) - present), present / len(required)


# What spreadsheet programs call a sheet that nobody named.
_UNNAMED_SHEET = re.compile(
    r"(?i)(?:work)?sheet ?1?|(?:tabelle|feuil|hoja|foglio|blad|planilha|arkusz) ?1|export|data"
)

# What may follow a table's name: a number or a date, perhaps as the number of a part.
_NUMBERED = re.compile(r"[\W_]*+(?:part)?+[\W_]*+\d[\d\W_]*+")


def _called(file: str) -> str:
    """The name that may tell a file's table; of a sheet its own, unless it has none worth the word."""
    workbook, _, sheet = file.partition(OF_SHEET)
    name = PurePath(workbook).name.split(".")[0].casefold().strip()
    return name if not sheet or _UNNAMED_SHEET.fullmatch(sheet) else sheet.casefold().strip()


def table_named(file: str) -> Table | None:
    """The table that a file is named after: `employees.csv`, `Employees-2024.csv`, `hr.xlsx › employees (1)`."""
    stem = _called(file)
    for table in TABLES:
        rest = _behind(stem, table.name.split("_"))
        if rest is not None and (not rest or _NUMBERED.fullmatch(rest)):
            return table
    return None


def _behind(stem: str, words: Sequence[str]) -> str | None:
    """What of a name comes after these words, which `_`, a space, `-` or nothing may part; `None` without them."""
    for place, word in enumerate(words):
        stem = stem[1:] if place and stem[:1] in ("_", " ", "-") else stem
        if not stem.startswith(word):
            return None
        stem = stem[len(word) :]
    return stem


def table_of(file: str, labels: Sequence[str]) -> Table | None:
    """The table of a file with that name and header; `None` if it is none of ours."""
    if named := table_named(file):
        return named
    fitting = [table for table in TABLES if _score(table, labels)[1] >= 0.5]
    return max(fitting, key=lambda table: _score(table, labels), default=None)


def known_labels(labels: Sequence[str], presets: Sequence[Preset] = ()) -> int:
    """How many of the labels the best-fitting table or preset knows."""
    folded = {normalised(label) for label in labels}
    return max(*(len(folded & names) for names in _NAMES), knowing.known_labels(presets, labels))


_NAMES = [frozenset(normalised(column.name) for column in table.columns) for table in TABLES]


def _repeated(labels: Sequence[str]) -> list[str]:
    counts = Counter(normalised(label) for label in labels if label)
    return [label for label in labels if label and counts[normalised(label)] > 1]


def _missing(table: Table, columns: Columns, unknown: Sequence[str]) -> str:
    """The missing required columns, the unexpected ones, and which may be meant; empty if complete."""
    missing = [name for name in table.required_columns if name not in columns]
    if not missing:
        return ""
    parts = [f"missing: {', '.join(missing)}"]
    if unknown:
        parts.append(f"unexpected: {', '.join(shown(label, 40) for label in unknown[:8])}")
    folded = {normalised(label): label for label in unknown}
    for name in missing:
        near = difflib.get_close_matches(normalised(name), list(folded), n=1, cutoff=0.5)
        near = near or (list(folded) if len(missing) == len(folded) == 1 else [])
        parts.extend(f"{shown(folded[label], 40)}: meant `{name}`?" for label in near)
    return "; ".join(parts)


LEFT_OUT = "leave it out"


def recognise(
    file: str, labels: Sequence[str], line: int | None, presets: Sequence[Preset] = ()
) -> Recognised:
    """Table and columns of a file with this header, or why it is refused or what must be asked.

    `labels` are the header's cells by position, `line` its physical line (for the message). A header in our own
    names is read as it is; any other by the preset that it fits.
    """
    table = table_of(file, labels)
    canonical = _canonical(file, table, labels, line)
    ours = sum(name is not None for name in canonical.columns)
    is_complete = canonical.table is not None and canonical.refused is None
    if is_complete and table_named(file):
        return canonical
    fitting = matching.fits(presets, labels)
    # A table with few required columns is soon complete: a preset that knows more of the header is nearer.
    whole = [fit for fit in fitting if fit.is_whole and (not is_complete or fit.known > ours)]
    if whole:
        best = [fit for fit in whole if fit.known == whole[0].known]
        return _chosen(file, labels, line, best[0]) if len(best) == 1 else _several(file, line, best)
    if is_complete:
        return canonical
    if refused := sums(file, labels, line, known_labels(labels, presets)):
        return Recognised(None, refused=refused)
    barred = matching.barred(presets, labels)
    if barred and barred[0].known > ours:
        return _barred(file, labels, line, *barred)
    near = next((fit for fit in fitting if _is_near(fit) and fit.known > ours), None)
    return _half_known(file, labels, line, near) if near else canonical


def _canonical(file: str, table: Table | None, labels: Sequence[str], line: int | None) -> Recognised:
    if table is None:
        return Recognised(None, (), tuple(label for label in labels if label))
    columns = _positions(table, labels)
    unknown = tuple(label for label, name in zip(labels, columns, strict=True) if name is None and label)
    return Recognised(table, columns, unknown, _refusal(file, table, labels, columns, unknown, line))


def planned(labels: Sequence[str], plan: Plan) -> Recognised:
    """A file read by a plan: the columns it needs, and those it passes over."""
    needed = frozenset(plan.sources)
    keys = keys_of(labels)
    columns = tuple(key if key in needed else None for key in keys)
    unknown = tuple(label for label, key in zip(labels, columns, strict=True) if key is None and label)
    return Recognised(BY_NAME[plan.main.table], columns, unknown, plan=plan)


def _chosen(file: str, labels: Sequence[str], line: int | None, fit: Fit) -> Recognised:
    """A file read by the one preset that fits; asked about where a label it reads stands above several columns."""
    known = knowing.known_keys(fit.preset, keys_of(labels))
    twins = repeating.repeated(fit.plan, known, labels)
    if not twins:
        return planned(labels, fit.plan)
    named = ", ".join(twins)
    plans = repeating.variants(fit.plan, twins)
    message = Message(
        "held",
        file,
        line,
        named,
        f"{max(map(len, twins.values()))} columns of this name",
        "the one that counts",
        "build held",
        "answer, or take the others out of the export",
    )
    choices = repeating.ORDINALS[: len(plans)]
    ask = Ask(f"which {named} counts in {fit.plan.title}", message, choices, binds=False)
    return Recognised(None, ask=ask, plans=plans)


def _is_near(fit: Fit) -> bool:
    """Whether a preset comes close enough to be named: half of the labels that tell it, three known at least."""
    return fit.told * 2 >= len(fit.preset.told_by) and fit.known >= 3


def _several(file: str, line: int | None, fits: Sequence[Fit]) -> Recognised:
    titles = tuple(fit.plan.title for fit in fits)
    message = Message(
        "held",
        file,
        line,
        found="a header that several exports have",
        wanted=f"one of {', '.join(titles)}",
        outcome="build held",
        todo="answer which it is",
    )
    ask = Ask(f"which export is {file}", message, (*titles, LEFT_OUT))
    return Recognised(None, ask=ask, plans=tuple(fit.plan for fit in fits))


def _barred(file: str, labels: Sequence[str], line: int | None, fit: Fit, label: str) -> Recognised:
    message = Message(
        "held",
        file,
        line,
        label,
        f"the header of {fit.plan.title}, but with {label}: such a file may repeat one thing on many rows",
        "one row for each",
        "build held",
        f"take {label} out of the report, or map the file; or answer that it is left out",
    )
    everything = tuple(label for label in labels if label)
    return Recognised(None, (), everything, ask=Ask(f"{label} in {file}", message, (LEFT_OUT,)))


def _half_known(file: str, labels: Sequence[str], line: int | None, fit: Fit) -> Recognised:
    known = knowing.known_keys(fit.preset, keys_of(labels))
    unknown = [
        label for label, key in zip(labels, keys_of(labels), strict=True) if label and key not in known
    ]
    message = Message(
        "held",
        file,
        line,
        found=f"a header near {fit.plan.title}" + (f", and also {', '.join(unknown[:6])}" if unknown else ""),
        wanted=f"the columns {', '.join(fit.missing)}",
        outcome="build held",
        todo="add them to the export, or map the file; or answer that it is left out",
    )
    everything = tuple(label for label in labels if label)
    return Recognised(None, (), everything, ask=Ask(f"missing columns in {file}", message, (LEFT_OUT,)))


def _refusal(
    file: str, table: Table, labels: Sequence[str], columns: Columns, unknown: Sequence[str], line: int | None
) -> Message | None:
    if twice := _repeated(labels):
        return Message(
            "refused",
            file,
            line,
            twice[0],
            ", ".join(twice),
            "each column name once",
            "file refused: the same column name twice",
            "rename or remove one of them and export again",
        )
    if missing := _missing(table, columns, unknown):
        return Message(
            "refused",
            file,
            line,
            None,
            "",
            f"the columns of {table.name}: {', '.join(table.required_columns)}",
            f"file refused: header differs; {missing}",
            "rename the column in the export, or map the file (page Map a file, or python -m hiring map)",
        )
    return None

"""What people decided about pairs, in two files beside the exports: `matches.csv` and `refused_matches.csv`.

A decision is one line more: what stands there already stays byte for byte, and a file is whole at every moment.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hiring import contract
from hiring.identity.evidence import SYSTEMS
from hiring.loading import plain_files, private_files
from hiring.loading.private_files import HeldError

MATCHES, REFUSED = "matches", "refused_matches"
#: Half a million decisions; they are all read before one is added.
MOST_BYTES = 50_000_000
LONGEST_NAME = 80
LOCK = ".decisions.lock"  # hidden, so no export
#: Seconds to wait for others who write: each takes some hundredths of one.
LONGEST_WAIT = 30.0


class DecisionError(ValueError):
    """A decision that cannot be written; the text is one line for the person who decided."""


@dataclass(frozen=True)
class Decision:
    """That a login is an employee (`is_same`) or is not; who says so, and on which day."""

    system: str
    system_id: str
    employee_id: str
    is_same: bool
    by: str
    on: date

    @property
    def file(self) -> str:
        """The file it is kept in."""
        return f"{MATCHES if self.is_same else REFUSED}.csv"


@dataclass(frozen=True)
class _Kept:
    """A file of decisions as it stands: its bytes, the columns of its header, its rows, how its lines end."""

    content: bytes
    columns: tuple[str, ...]
    rows: list[dict[str, str]]
    ending: str


def decided(exports: Path) -> list[Decision]:
    """All decisions kept beside the exports, confirmed ones first; an unreadable file is the next build's to report."""
    found = []
    for table in (MATCHES, REFUSED):
        try:
            kept = _read(exports / f"{table}.csv", table)
        except DecisionError:
            continue
        by, on = _signed(table)
        for row in kept.rows:
            known = (row.get("system", ""), row.get("system_id", ""), row.get("employee_id", ""))
            found.append(Decision(*known, table == MATCHES, row.get(by, ""), _day(row.get(on, ""))))
    return found


def append(exports: Path, decision: Decision) -> None:
    """Write a decision into its file. Raises `DecisionError` where it cannot stand there, `OSError` of the disk."""
    _, refused = append_all(exports, (decision,))
    if refused:
        raise DecisionError(refused[0])


def append_all(exports: Path, every: Sequence[Decision]) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    """Write decisions into their files, each file once; gives those written and, in a line each, why others are not.

    The exports are locked for it, not a warehouse: several warehouses may be built from them. Raises `DecisionError`
    where a file of them cannot be added to, and `OSError` of the disk.
    """
    fit, unfit = _kept_from(every, _check)
    if not fit:
        return (), unfit
    try:
        with private_files.held(
            exports / LOCK, LONGEST_WAIT, mode=0o666
        ):  # whoever may write exports may lock them
            written, refused = _append_all(exports, fit)
    except HeldError as error:
        raise DecisionError("others are writing decisions · nothing was written, decide again") from error
    return written, (*unfit, *refused)


def _append_all(exports: Path, every: Sequence[Decision]) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    before = defaultdict[tuple[str, str], list[Decision]](list)
    for one in decided(exports):
        before[one.system, one.system_id].append(one)

    def check(decision: Decision) -> None:
        mine = before[decision.system, decision.system_id]
        _not_decided_yet(decision, mine)
        mine.append(decision)

    written, refused = _kept_from(every, check)
    kept = {file: _read(exports / file, file.removesuffix(".csv")) for file in {one.file for one in written}}
    for file, standing in kept.items():
        plain_files.put(exports / file, _added(standing, [one for one in written if one.file == file]))
    return written, refused


def _kept_from(
    every: Sequence[Decision], check: Callable[[Decision], None]
) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    """The decisions that pass, and what is said of the others."""
    fit, said = [], []
    for one in every:
        try:
            check(one)
        except DecisionError as error:
            said.append(str(error))
        else:
            fit.append(one)
    return tuple(fit), tuple(said)


def _added(kept: _Kept, decisions: Sequence[Decision]) -> bytes:
    """What the file holds with a line more for each."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator=kept.ending)
    for one in decisions:
        values = _values(one, one.file.removesuffix(".csv"))
        writer.writerow([values.get(name, "") for name in kept.columns])
    is_open = bool(kept.content) and not kept.content.endswith(b"\n")
    return kept.content + (kept.ending.encode() if is_open else b"") + lines.getvalue().encode("utf-8")


def _check(decision: Decision) -> None:
    if decision.system not in SYSTEMS:
        raise DecisionError(f"{decision.system!r} is no system · wanted one of {', '.join(SYSTEMS)}")
    by = decision.by.strip()
    if not by or by == "your name" or len(by) > LONGEST_NAME or not by.isprintable():
        raise DecisionError(f"who decides? · wanted your name, up to {LONGEST_NAME} letters")
    for what, value in (("system_id", decision.system_id), ("employee_id", decision.employee_id)):
        if not value.strip() or not value.isprintable():
            raise DecisionError(f"{what} · found {value!r} · wanted the id as the system writes it")


def _not_decided_yet(decision: Decision, before: list[Decision]) -> None:
    for one in before:
        same_login = (one.system, one.system_id) == (decision.system, decision.system_id)
        same_pair = same_login and one.employee_id == decision.employee_id
        if same_pair or (same_login and one.is_same and decision.is_same):
            said = "is" if one.is_same else "is not"
            raise DecisionError(
                f"{one.file} says already that {one.system} {one.system_id} {said} {one.employee_id} "
                f"({one.by or 'nobody named'}) · take that line out first"
            )


def _signed(table: str) -> tuple[str, str]:
    """The columns that say who and when."""
    word = "confirmed" if table == MATCHES else "refused"
    return f"{word}_by", f"{word}_on"


def _values(decision: Decision, table: str) -> dict[str, str]:
    by, on = _signed(table)
    return {
        "system": decision.system,
        "system_id": decision.system_id,
        "employee_id": decision.employee_id,
        by: decision.by.strip(),
        on: decision.on.isoformat(),
    }


def _columns(table: str) -> tuple[str, ...]:
    return next(tuple(column.name for column in one.columns) for one in contract.TABLES if one.name == table)


def _read(path: Path, table: str) -> _Kept:
    """The file, or one with a header only where there is none."""
    columns = _columns(table)
    try:
        content = plain_files.content(path, MOST_BYTES)
    except FileNotFoundError:
        content = b""
    except plain_files.UnfitError as error:
        unfit = f"{path.name} · found {error.found} · wanted {error.wanted}"
        raise DecisionError(f"{unfit} · put the file itself there") from error
    if not content.strip():
        return _Kept((",".join(columns) + "\n").encode(), columns, [], "\n")
    wanted = f"wanted UTF-8, commas and the columns {', '.join(columns)} · put it in order, then decide again"
    try:
        header, *rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise DecisionError(f"{path.name} · cannot be read · {wanted}") from error
    names = {contract.normalised(name): name for name in columns}
    given = tuple(names.get(contract.normalised(label), label) for label in header)
    if not {"system", "system_id", "employee_id"} <= set(given) or len(set(given)) != len(given):
        raise DecisionError(f"{path.name} · found the columns {', '.join(header)[:120]} · {wanted}")
    ending = "\r\n" if content.split(b"\n", 1)[0].endswith(b"\r") else "\n"
    read = [dict(zip(given, (cell.strip() for cell in row), strict=False)) for row in rows if any(row)]
    return _Kept(content, given, read, ending)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min

"""What people decided about pairs, in two files beside the exports: `matches.csv` and `refused_matches.csv`.

A decision is one line more: what stands there already stays byte for byte, and a file is whole at every moment.
"""

from __future__ import annotations

import csv
import io
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
    """Write a decision into its file. Raises `DecisionError` where it cannot stand there, `OSError` of the disk.

    The exports are locked for it, not a warehouse: several warehouses may be built from them.
    """
    _check(decision)
    try:
        with private_files.held(
            exports / LOCK, LONGEST_WAIT, mode=0o666
        ):  # whoever may write exports may lock them
            _append(exports, decision)
    except HeldError as error:
        raise DecisionError("others are writing decisions · nothing was written, decide again") from error


def _append(exports: Path, decision: Decision) -> None:
    table = decision.file.removesuffix(".csv")
    kept = _read(exports / decision.file, table)
    _not_decided_yet(decision, decided(exports))
    values = _values(decision, table)
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator=kept.ending).writerow([values.get(name, "") for name in kept.columns])
    before = (
        kept.content
        if not kept.content or kept.content.endswith(b"\n")
        else kept.content + kept.ending.encode()
    )
    plain_files.put(exports / decision.file, before + line.getvalue().encode("utf-8"))


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

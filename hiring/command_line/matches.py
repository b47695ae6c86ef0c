"""The verb `matches`: who may be whom, and writing down what somebody decided."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from hiring import config
from hiring.access import audit
from hiring.access.scope import UsageError
from hiring.command_line.subparsers import Verbs
from hiring.identity import decisions, evidence, suggesting, sure
from hiring.identity.decisions import Decision, DecisionError
from hiring.identity.pending import pending
from hiring.identity.suggesting import Suggestion
from hiring.loading.settings import default_exports
from hiring.warehouse import bookkeeping
from hiring.warehouse.asking import Warehouse

COLUMNS = (
    "system",
    "system_id",
    "named",
    "revenue",
    "employee_id",
    "full_name",
    "score",
    "namesakes",
    "reasons",
)


def add(
    verbs: Verbs,
    reading: Callable[[argparse.ArgumentParser], None],
) -> None:
    """Add the verb to the command line; `reading` adds the options every verb that reads has."""
    about = "who may be whom, with reasons; --confirm or --refuse one, or --confirm-all, with --by your name"
    one = verbs.add_parser("matches", help=about, description=about)
    pair = ("SYSTEM", "SYSTEM_ID", "EMPLOYEE_ID")
    either = one.add_mutually_exclusive_group()
    either.add_argument(
        "--confirm", nargs=3, metavar=pair, help="write into matches.csv that they are one person"
    )
    either.add_argument(
        "--refuse", nargs=3, metavar=pair, help="write into refused_matches.csv that they are not"
    )
    either.add_argument(
        "--confirm-all",
        action="store_true",
        help="write into matches.csv every login with the whole name of one employee, which nobody else bears",
    )
    one.add_argument("--by", metavar="NAME", default="", help="who decides; needed to confirm or refuse")
    one.add_argument("--csv", action="store_true", help="print CSV")
    reading(one)
    one.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List what waits for a decision, or write one down; gives the exit code."""
    warehouse = Warehouse(arguments.warehouse)
    if arguments.confirm or arguments.refuse:
        return _decide(arguments, warehouse)
    if arguments.confirm_all:
        return _decide_all(arguments, warehouse)
    rows = _listed(_waiting(warehouse, _exports(arguments, warehouse)))
    audit.write_down(arguments.warehouse, warehouse.viewer(), "ask", "matches", len(rows))
    if arguments.json:
        print(rows.to_json(orient="records", force_ascii=False))
    elif arguments.csv:
        rows.to_csv(sys.stdout, index=False)
    else:
        print(rows.to_string(index=False) if len(rows) else "nobody to decide on")
    return 0


def _exports(arguments: argparse.Namespace, warehouse: Warehouse) -> Path | None:
    """The folder the warehouse was built from, if it is the one given or the usual one."""
    company = warehouse.ask("shared/company", warehouse.viewer(), {})
    folder: Path = arguments.exports or config.exports_named() or default_exports()
    return folder if bookkeeping.exports_mark(folder) == company["exports"].iloc[0] else None


def _waiting(warehouse: Warehouse, exports: Path | None) -> tuple[Suggestion, ...]:
    """Suggestions nobody decided on."""
    viewer = warehouse.viewer()
    unmatched = warehouse.ask("identity/unmatched", viewer, {})
    people = warehouse.ask("identity/employees", viewer, {})
    refused = warehouse.ask("identity/refused_pairs", viewer, {})
    kept = decisions.decided(exports) if exports else []
    held = pending(kept, unmatched, refused, evidence.employees(people))
    found = suggesting.suggestions(
        unmatched,
        people,
        warehouse.ask("identity/pairs_by_name", viewer, {}),
        warehouse.ask("identity/pairs_by_address_or_id", viewer, {}),
        held.refused(refused),
    )
    return held.without(found)


def _listed(found: tuple[Suggestion, ...]) -> pd.DataFrame:
    """One row a candidate."""
    rows = [
        (
            one.login.system,
            one.login.system_id,
            one.login.full_name,
            one.login.amount,
            candidate.employee.employee_id,
            candidate.employee.full_name,
            candidate.score,
            max(one.namesakes, candidate.namesakes),
            candidate.reasons,
        )
        for one in found
        for candidate in one.candidates
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _decide_all(arguments: argparse.Namespace, warehouse: Warehouse) -> int:
    """Write down every pair that the name alone tells."""
    exports, today = _of_this(arguments, warehouse), datetime.now(UTC).date()
    pairs = sure.pairs(_waiting(warehouse, exports))
    audit.ready(arguments.warehouse)
    every = [Decision(*one.ids, True, arguments.by, today) for one in pairs]
    try:
        written, refused = decisions.append_all(exports, every)
    except DecisionError as error:
        raise UsageError(str(error)) from error
    if refused and not written:
        raise UsageError(refused[0])
    for line in refused:
        print(line, file=sys.stderr)
    file = f"{decisions.MATCHES}.csv"
    if written:
        audit.write_down(arguments.warehouse, warehouse.viewer(), "decide", file, len(written))
    if arguments.json:
        print(
            json.dumps(
                {"file": file, "pairs": [(one.system, one.system_id, one.employee_id) for one in written]}
            )
        )
    else:
        print("\n".join(f"{one.system} {one.system_id} is {one.employee_id}" for one in written))
    print(
        f"{len(written)} written to {file} · the next build heeds them: python -m hiring build",
        file=sys.stderr,
    )
    return 0


def _of_this(arguments: argparse.Namespace, warehouse: Warehouse) -> Path:
    """The exports the warehouse was built from."""
    exports = _exports(arguments, warehouse)
    if exports is None:
        raise UsageError("the warehouse was built from another folder · name it with --exports DIR")
    return exports


def _decide(arguments: argparse.Namespace, warehouse: Warehouse) -> int:
    """Write one decision beside the exports the warehouse was built from."""
    exports, viewer = _of_this(arguments, warehouse), warehouse.viewer()
    system, system_id, employee_id = arguments.confirm or arguments.refuse
    known = warehouse.ask("identity/employees", viewer, {})["employee_id"].astype(str)
    if employee_id not in set(known):
        raise UsageError(f"{employee_id} · nobody in the HR file has this id · zeros in front count")
    decision = Decision(
        system, system_id, employee_id, bool(arguments.confirm), arguments.by, datetime.now(UTC).date()
    )
    audit.ready(arguments.warehouse)
    try:
        decisions.append(exports, decision)
    except DecisionError as error:
        raise UsageError(str(error)) from error
    print(f"written to {decision.file} · the next build heeds it: python -m hiring build", file=sys.stderr)
    audit.write_down(arguments.warehouse, viewer, "decide", decision.file, 1)
    if arguments.json:
        print(json.dumps({"file": decision.file, "system": system, "system_id": system_id}))
    return 0

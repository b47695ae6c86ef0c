"""The verbs `ask` and `evidence`: what a warehouse answers, as a table, CSV or JSON."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd

from hiring.access import scope
from hiring.access.audit import write_down
from hiring.access.scope import UsageError
from hiring.access.viewer import Viewer, to_be_shown
from hiring.command_line import filters
from hiring.command_line.subparsers import Verbs
from hiring.warehouse import sql_files
from hiring.warehouse.asking import Warehouse, rows_of
from hiring.warehouse.sql_files import Query


def add(
    verbs: Verbs,
    reading: Callable[[argparse.ArgumentParser], None],
) -> None:
    """Add both verbs to the command line; `reading` adds the options every verb that reads has."""
    about = "one question of queries/questions/ as a table, CSV or JSON"
    ask = verbs.add_parser("ask", help=about, description=about)
    ask.add_argument("question", metavar="QUESTION", help="for example overview/bar_by_half_year")
    ask.set_defaults(run=_run_ask)
    about = (
        "what can be said of interviewers, pairs, sources or profiles: n, estimate, range, label, next step; from all "
        "hires of the company, --role and --set choose rows; of nobody named, it is only worked out where it is missing"
    )
    evidence = verbs.add_parser("evidence", help=about, description=about)
    evidence.add_argument("about", nargs="?", choices=("interviewers", "pairs", "sources", "profiles"))
    evidence.add_argument("--role", metavar="R", help="hires of one role only")
    evidence.set_defaults(run=_run_evidence)
    for one in (ask, evidence):
        one.add_argument(
            "--set",
            action="append",
            default=[],
            metavar="name=value",
            help="a filter; lists by comma, groups by their name; period=last-year",
        )
        one.add_argument("--csv", action="store_true", help="print CSV")
        reading(one)


def _run_ask(arguments: argparse.Namespace) -> int:
    warehouse = Warehouse(arguments.warehouse)
    every = sql_files.questions()
    answered = [name for name, query in every.items() if _is_answered(name, query)]
    if arguments.question not in answered:
        names = "\n  ".join(answered)
        raise UsageError(f"no question {arguments.question!r}; there are:\n  {names}")
    viewer = warehouse.viewer()
    to_be_shown(viewer, rows_of(every[arguments.question]))
    parameters = filters.chosen(arguments.set, warehouse, viewer).parameters()
    frame = warehouse.ask(arguments.question, viewer, parameters)
    write_down(arguments.warehouse, viewer, "ask", arguments.question, len(frame))
    if arguments.json:
        print(frame.to_json(orient="records", date_format="iso", force_ascii=False))
    else:
        _print_frame(frame, as_csv=arguments.csv)
    return 0


def _is_answered(name: str, query: Query) -> bool:
    """Whether its rows may stand outside a page."""
    rows = rows_of(query)
    return not (name.endswith("_in_scope") or rows.for_estimates or rows.for_rights or rows.confined)


def _print_frame(frame: pd.DataFrame, *, as_csv: bool) -> None:
    if as_csv:
        frame.to_csv(sys.stdout, index=False, quoting=csv.QUOTE_MINIMAL)
    else:
        print(frame.to_string(index=False) if len(frame) else "no rows")


def _estimates(about: str, warehouse: Warehouse, viewer: Viewer, chosen: scope.Scope) -> dict[str, Any]:
    """The company's estimates, and of them what filters and rights choose."""
    from hiring.statistics.evidence import asked
    from hiring.warehouse.evidence import making

    picked, found = filters.picked(warehouse, viewer, chosen), making.made(warehouse)
    if about != asked.PROFILES:
        return asked.claims_as_json(about, found.panels, picked)
    every_role = replace(chosen, role_profiles=()).parameters()
    agreed = warehouse.ask("role_profiles/profiles", viewer, every_role)
    return asked.profile_claims_as_json(agreed, found.profiles, picked, chosen.chosen("role_profiles"))


def _run_evidence(arguments: argparse.Namespace) -> int:
    from hiring.statistics.evidence import table  # with scipy, which other verbs need not
    from hiring.warehouse.evidence import making

    warehouse = Warehouse(arguments.warehouse)
    if arguments.about is None:
        making.made(warehouse)
        return 0
    viewer = warehouse.viewer()
    chosen = filters.chosen(arguments.set, warehouse, viewer)
    if arguments.role:
        if arguments.role not in chosen.choices.role_profiles:
            roles = ", ".join(chosen.choices.role_profiles)
            raise UsageError(f"--role {arguments.role} · no such role · wanted one of {roles}")
        chosen = replace(chosen, role_profiles=(arguments.role,))
    frame = _estimates(arguments.about, warehouse, viewer, chosen)
    write_down(arguments.warehouse, viewer, "evidence", arguments.about, len(frame["rows"]))
    if arguments.json:
        print(json.dumps(frame, ensure_ascii=False))
    else:
        print(frame["who_can_say"], file=sys.stderr, flush=True)
        _print_frame(table.as_frame(frame["rows"]), as_csv=arguments.csv)
    return 0

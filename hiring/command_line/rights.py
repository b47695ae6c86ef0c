"""The verb `rights`: who sees what, by which rule; what is wrong with the file of rights, a line each."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from hiring import config
from hiring.access.audit import write_down
from hiring.access.rights import deciding, reading, seeing, told
from hiring.access.rights.claims import Identity
from hiring.access.rights.reading import RightsError
from hiring.access.rights.rules import Rights
from hiring.access.scope import UsageError
from hiring.command_line.subparsers import Verbs
from hiring.warehouse import rights_by
from hiring.warehouse.asking import NotBuiltError, Warehouse


def add(verbs: Verbs, reading_: Callable[[argparse.ArgumentParser], None]) -> None:
    """Put the verb among the others; `reading_` adds the options every verb that reads has."""
    about = (
        "who sees what where a team shares the server, by which rule; exit code 1 where the file has a fault"
    )
    rights = verbs.add_parser("rights", help=about, description=about)
    rights.add_argument(
        "--rights", type=Path, metavar="FILE", help="the file of rights (default: HIRING_RIGHTS)"
    )
    rights.add_argument(
        "--who",
        metavar="PERSON",
        help="one person: the provider's own word for them (sub), or a verified e-mail",
    )
    rights.add_argument(
        "--group", action="append", default=[], metavar="G", help="a group they are in; repeatable"
    )
    rights.add_argument(
        "--issuer", metavar="URL", help="who says so (default: the one the file's rules name)"
    )
    reading_(rights)
    rights.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    path = arguments.rights or (Path(config.rights_named() or "") if config.rights_named() else None)
    if path is None:
        raise UsageError(
            "one person: no file of rights is named, so nobody signs in · name one with --rights"
        )
    try:
        rights = reading.read(path)
    except RightsError as error:
        sys.stderr.write("\n".join(error.lines) + "\n")
        return 1
    company = _company(arguments.warehouse)
    remarks = seeing.remarks(rights, company) if company.regions else ()
    if arguments.who is None:
        _print(arguments, told.table(rights), [" · ".join(row.values()) for row in told.table(rights)])
    else:
        lines = told.person(deciding.granted(rights, who := _who(arguments, rights)), who, company)
        _print(arguments, [asdict(line) for line in lines], [f"{line.what}: {line.told}" for line in lines])
        _write_down(arguments)
    sys.stderr.write("".join(f"{line}\n" for line in remarks))
    return 1 if remarks else 0


def _write_down(arguments: argparse.Namespace) -> None:
    """Whoever looks up one person's rights stands in the log, where a warehouse has one."""
    warehouse = Warehouse(arguments.warehouse)
    try:
        viewer = warehouse.viewer()
    except NotBuiltError:
        return
    subject = "an e-mail" if "@" in arguments.who else arguments.who  # ids alone stand in the log
    write_down(arguments.warehouse, viewer, "rights", subject, 1)


def _company(warehouse: Path) -> seeing.Company:
    """What rights go by; nothing of it where no warehouse is built, so that a file can be tried before."""
    try:
        return rights_by.company(Warehouse(warehouse))
    except NotBuiltError:
        return seeing.Company()


def _who(arguments: argparse.Namespace, rights: Rights) -> Identity:
    """The person, as if they signed in now and their e-mail was verified."""
    issuers = sorted({rule.who.issuer for rule in rights.rules})
    if arguments.issuer is None and len(issuers) > 1:
        raise UsageError(f"--issuer · the rules name several · wanted one of {', '.join(issuers)}")
    now, who = datetime.now(UTC), arguments.who
    email = who.casefold() if "@" in who else ""
    return Identity(arguments.issuer or issuers[0], who, email, frozenset(arguments.group), now, now)


def _print(arguments: argparse.Namespace, rows: list[dict[str, str]], lines: list[str]) -> None:
    text = json.dumps(rows, ensure_ascii=False) if arguments.json else "\n".join(lines)
    sys.stdout.write(f"{text}\n")

"""The verb `audit`: whether the audit log is whole."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict

from hiring.access import audit
from hiring.command_line.subparsers import Verbs


def add(verbs: Verbs, reading: Callable[[argparse.ArgumentParser], None]) -> None:
    """Put the verb among the others; `reading` adds the options every verb that reads has."""
    about = "whether the audit log is whole: each line of a team's server tells the digest of the one before"
    one = verbs.add_parser("audit", help=about, description=about)
    one.add_argument("--verify", action="store_true", required=True, help="look at every line")
    held = "the digest of a line, as an earlier look told it, that must be there"
    one.add_argument("--holds", metavar="DIGEST", default="", help=held)
    reading(one)
    one.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    found = audit.verified(arguments.warehouse, arguments.holds)
    name = audit.log_path(arguments.warehouse).name
    is_whole = not found.faults and found.is_held
    if arguments.json:
        print(json.dumps({**asdict(found), "is_whole": is_whole}))
    else:
        links = (
            f"{found.count} lines, {found.links} of them links; the last one's digest: {found.last or 'none'}"
        )
        print(f"{name} is {'whole' if is_whole else 'not whole'}: {links}")
    for line, what in found.faults:
        sys.stderr.write(f"{name} · line {line} · found {what} · wanted the log as it was written\n")
    if not found.is_held:
        sys.stderr.write(
            f"{name} · found no line of that digest · wanted the log with the line an earlier look told\n"
        )
    return 0 if is_whole else 1

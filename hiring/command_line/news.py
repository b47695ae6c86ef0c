"""The verb `news`: what became clear or fell back since a day, promises broken, decisions due; for a scheduler."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from hiring.access.audit import write_down
from hiring.access.scope import Scope
from hiring.access.viewer import Viewer
from hiring.command_line import filters, reviewing
from hiring.command_line.subparsers import Verbs
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.decided import packs
from hiring.warehouse.decided.decisions import DECISIONS
from hiring.warehouse.decided.store import StoreError

if TYPE_CHECKING:
    from hiring.findings.review.news import Named, News

#: The exit code where there is something new; 0 says that there is nothing.
SOMETHING_NEW = 3


def add(verbs: Verbs, reading: Callable[[argparse.ArgumentParser], None]) -> None:
    """Put the verb among the others; `reading` adds the options every verb that reads has."""
    about = (
        "what became clear or fell back since a day, promises broken and decisions due; exit code 3 where there is "
        "something, 0 where there is nothing"
    )
    news = verbs.add_parser("news", help=about, description=about)
    news.add_argument("--since", metavar="DATE", type=_day, required=True, help="a day such as 2026-03-31")
    news.add_argument("--set", action="append", default=[], metavar="name=value", help="a filter, as for ask")
    reviewing.add_audience(news)
    reading(news)
    news.set_defaults(run=_run)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} · wanted a day such as 2026-03-31") from error


def _run(arguments: argparse.Namespace) -> int:
    from hiring.findings.review import (  # with plotly and scipy, which other verbs need not
        made,
        news,
        quarter,
    )
    from hiring.warehouse.evidence import names

    warehouse = Warehouse(arguments.warehouse)
    viewer = warehouse.viewer()
    chosen = filters.chosen(arguments.set, warehouse, viewer)
    # Only the meeting's packs are frozen: what became clear is told against them, for either audience.
    meeting = reviewing.source_of(warehouse, viewer, chosen, made.MEETING)
    of = quarter.latest(chosen.choices.last_day, chosen.choices.fiscal_year_starts_in)
    pack = made.pack(meeting, of, names.program())
    source = reviewing.source_of(warehouse, viewer, chosen, arguments.audience)
    named = _named(warehouse, viewer, chosen) if source.sees_names else None
    found = DECISIONS.every(arguments.warehouse)
    decided = pd.DataFrame(map(asdict, found.rows))
    before, trouble = _frozen_by(arguments)
    troubles = "\n".join(filter(None, (found.trouble, trouble)))
    told = news.since(arguments.since, source, pack, before, decided, troubles, named)
    subject = f"since {arguments.since} {arguments.audience}"
    write_down(arguments.warehouse, viewer, "news", subject, len(told.lines))
    _print(arguments, told)
    return SOMETHING_NEW if told.lines else 0


def _print(arguments: argparse.Namespace, told: News) -> None:
    if arguments.json:
        print(json.dumps(asdict(told), ensure_ascii=False))
    else:
        print(
            "\n".join(f"{about}: {said}" for about, said in told.lines)
            or f"nothing new since {arguments.since}"
        )
        print("\n".join(told.remarks))


def _named(warehouse: Warehouse, viewer: Viewer, chosen: Scope) -> Named:
    """Who is who, and who owes what is owed now."""
    from hiring.findings.review.news import Named

    people = warehouse.ask("identity/employees", viewer, {})
    owners = warehouse.ask("agreement/owners", viewer, chosen.parameters())
    return Named(dict(zip(people["employee_id"], people["full_name"], strict=True)), owners)


def _frozen_by(arguments: argparse.Namespace) -> tuple[str, str]:
    """The content of the last pack frozen up to that day ("" where there is none), and why it is not to be used."""
    day = str(arguments.since)
    earlier = [one for one in packs.every(arguments.warehouse).rows if one.frozen_at[:10] <= day]
    try:
        found = packs.get(arguments.warehouse, earlier[0].pack_id) if earlier else None
    except StoreError as error:
        return "", str(error)
    return ("" if found is None else found.content), ""

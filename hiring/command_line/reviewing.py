"""The verb `review`: the pack of one quarter as slides, print, workbook and web page."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from hiring.access.audit import write_down
from hiring.access.scope import Scope, UsageError
from hiring.access.viewer import Viewer
from hiring.command_line import filters
from hiring.command_line.subparsers import Verbs
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.decided import preparations
from hiring.warehouse.decided.decisions import DECISIONS
from hiring.warehouse.decided.promises import PROMISES

if TYPE_CHECKING:
    from hiring.findings.review import decided
    from hiring.findings.review.exhibits import Source
    from hiring.findings.review.pack import Pack
    from hiring.findings.review.quarter import Quarter

FORMATS = ("pptx", "pdf", "xlsx", "html")


def add(verbs: Verbs, reading: Callable[[argparse.ArgumentParser], None]) -> None:
    """Put the verb among the others; `reading` adds the options every verb that reads has."""
    about = "the pack of a quarter for both departments: slides, PDF, workbook and one web page"
    review = verbs.add_parser("review", help=about, description=about)
    review.add_argument(
        "--quarter",
        metavar="Q",
        default="",
        help="2026Q3, or FY2026Q3 of the fiscal year that ends in 2026 (default: the last that is over)",
    )
    review.add_argument("--out", type=Path, metavar="DIR", required=True)
    review.add_argument(
        "--format",
        choices=FORMATS,
        action="append",
        help="one of the four; may be given again (default: all)",
    )
    add_audience(review)
    review.add_argument(
        "--set", action="append", default=[], metavar="name=value", help="a filter, as for ask"
    )
    reading(review)
    review.set_defaults(run=_run)


def add_audience(verb: argparse.ArgumentParser) -> None:
    """Add for whom it is told."""
    verb.add_argument(
        "--for",
        dest="audience",
        choices=("meeting", "names"),
        default="meeting",
        help="the meeting: no names of hires, no small group; or who may see names (default: meeting)",
    )


def _run(arguments: argparse.Namespace) -> int:
    from hiring.findings.review import made, quarter  # with plotly and scipy, which other verbs need not
    from hiring.warehouse.evidence import names

    warehouse = Warehouse(arguments.warehouse)
    viewer = warehouse.viewer()
    chosen = filters.chosen(arguments.set, warehouse, viewer)
    starts_in = chosen.choices.fiscal_year_starts_in
    of = (
        quarter.quarter(arguments.quarter, starts_in)
        if arguments.quarter
        else quarter.latest(chosen.choices.last_day, starts_in)
    )
    made.refuse(of, chosen.choices.first_day, chosen.choices.last_day)
    _say(f"{of.told} for {made.AUDIENCES[arguments.audience]}")
    source = source_of(warehouse, viewer, chosen, arguments.audience)
    pack = made.pack(source, of, names.program(), arguments.audience, _written_down(arguments.warehouse))
    pack = _prepared(pack, of, arguments)
    formats = tuple(dict.fromkeys(arguments.format or FORMATS))
    write_down(arguments.warehouse, viewer, "review", f"{of.key} {arguments.audience}", len(formats))
    written = [_written(pack, ending, arguments.out) for ending in formats]
    if arguments.json:
        print(
            json.dumps({"quarter": of.key, "files": [str(path) for path in written], "digest": pack.digest})
        )
    return 0


def _prepared(pack: Pack, of: Quarter, arguments: argparse.Namespace) -> Pack:
    """The pack as it was prepared on the page; what cannot be read of that is said."""
    from hiring.findings.review import made

    found = preparations.of(arguments.warehouse, of.key, arguments.audience)
    if found.trouble:
        _say(f"{found.trouble} · the pack is as nobody prepared it")
    left_out, comments = preparations.kept(found.rows)
    if found.rows:
        _say(f"as prepared: {len(left_out)} left out, {len(comments)} commented")
    return made.prepared(pack, left_out, comments)


def _written_down(warehouse: Path) -> decided.Written:
    """What was decided and promised in meetings; what cannot be read is said."""
    from hiring.findings.review.decided import Written

    found = DECISIONS.every(warehouse), PROMISES.every(warehouse)
    for trouble in dict.fromkeys(one.trouble for one in found if one.trouble):
        _say(f"{trouble} · what could be read of it is in the pack")
    return Written(*(pd.DataFrame(map(asdict, one.rows), dtype=object) for one in found))


def source_of(warehouse: Warehouse, viewer: Viewer, chosen: Scope, audience: str) -> Source:
    """Where the pack's answers come from; for the meeting nobody is named and no small group is told."""
    from hiring.findings.review.exhibits import Source
    from hiring.findings.review.made import MEETING
    from hiring.warehouse.evidence import making

    seen = replace(viewer, sees_names=viewer.sees_names and audience != MEETING)

    def ask(question: str, within: Scope | None = None) -> pd.DataFrame:
        return warehouse.ask(question, seen, within.parameters() if within else {})

    return Source(
        ask,
        lambda within: filters.picked(warehouse, seen, within),
        lambda frame: warehouse.disguised(frame, seen),
        making.made(warehouse),
        chosen,
        seen.sees_names,
        warehouse.sees_everyone(seen),
    )


def _written(pack: Pack, ending: str, folder: Path) -> Path:
    """The file in the folder, whole or not at all; one of an earlier review is written over, nothing else is."""
    from hiring.documents import review_pack

    path = folder / f"{pack.file_stem}.{ending}"
    content: bytes = getattr(review_pack, f"as_{ending}")(pack)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".review-", delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
    except OSError as error:
        raise UsageError(f"{path} · cannot be written · {error.strerror or 'it failed'}") from error
    _say(f"{path} · {len(content) / 1000:,.0f} kB")
    return path


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)

"""Files that are not loaded: named, with the reason and the way to map them; the build goes on without them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hiring.contract import TABLES
from hiring.loading.messages import note
from hiring.loading.our_tables import way_to_map
from hiring.loading.read_file import ReadFile
from hiring.loading.recognise import Recognised

_UNKNOWN = "its header is none of the known tables'"


def left_out(file: str, recognised: Recognised, rows_seen: int = 0) -> ReadFile:
    """The file as one that is not loaded: nobody knows it, or a person answered so."""
    answered = recognised.ask is not None
    unknown = note(
        file,
        f"not loaded: {'as answered' if answered else recognised.why or _UNKNOWN}",
        found=", ".join(recognised.unknown_columns)[:200],
        todo="" if answered else way_to_map(file),
    )
    near = recognised.near.name if recognised.near else None
    columns = recognised.unknown_columns
    return ReadFile(file, None, notes=(unknown,), unknown_columns=columns, near=near, rows_seen=rows_seen)


def unasked(files: Sequence[ReadFile]) -> list[ReadFile]:
    """The files; of one that only comes near an export nothing is asked, unless no build can do without its table.

    A list of trainings has half of the columns of a list of people, one of contacts those of a list of logins: they
    are to stop no build.
    """
    loaded = {file.table for file in files if file.path is not None}
    wanted = {table.name for table in TABLES if table.needed} - loaded
    return [
        replace(file, asks=()) if file.asks and file.near and file.near not in wanted else file
        for file in files
    ]

"""Addresses that join nobody: a mailbox of several people, a placeholder; said, so that somebody says who is whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message, note
from hiring.warehouse.engine import Engine

#: So many addresses are named; more would not be read.
MOST_NAMED = 3
WHO_IS_WHOM = "say who is whom: page Identity match, or python -m hiring matches"

_GIVEN = """
with given as (
    select file_id, work_email as address from staging.employees
    union
    select file_id, email as address from staging.crm_users
    union
    select file_id, email as address from staging.ats_users
)
select given.file_id, nobodys.address, nobodys.count_names
from given inner join staging.addresses_of_nobody as nobodys using (address)
order by given.file_id, nobodys.count_names desc, nobodys.address
"""


def warned(engine: Engine, files: list[ReadFile]) -> list[ReadFile]:
    """The files, each with one warning that names the addresses in it that join nobody."""
    found: dict[int, list[str]] = defaultdict(list)
    for file_id, address, count in engine.query_rows(_GIVEN):
        found[file_id].append(f"{address} ({count:,} names)" if count > 1 else address)
    return [
        replace(file, notes=(*file.notes, _warning(file.file, found[number]))) if number in found else file
        for number, file in enumerate(files)
    ]


def _warning(file: str, addresses: list[str]) -> Message:
    named = ", ".join(addresses[:MOST_NAMED])
    more = len(addresses) - MOST_NAMED
    names = f"{named}, and {more:,} more" if more > 0 else named
    return note(
        file,
        "an address of several people, or of nobody in particular, joins nobody",
        found=names,
        todo=WHO_IS_WHOM,
    )

"""An erased person stays erased: their rows are dropped before anything is judged, and nothing of them is kept.

One person is found through every id and e-mail the exports link to the one named in `erased_people`. Rows about
them go; in rows about others, the cells that name them, however it is spelt, are emptied (a deal stays, credited to
nobody).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from hiring import contract
from hiring.loading.ingest import ReadFile
from hiring.warehouse import emptying, erased_list, linking, spelt, unsaid
from hiring.warehouse.engine import Engine
from hiring.warehouse.spelt import Kept
from hiring.warehouse.unsaid import Erased

#: The columns whose person a row is about: when they are erased, the row goes.
ABOUT = {
    "employees": ("employee_id",),
    "job_changes": ("employee_id",),
    "absences": ("employee_id",),
    "check_ins": ("employee_id",),
    "performance_reviews": ("employee_id",),
    "employment_costs": ("employee_id",),
    "candidates": ("candidate_id",),
    "applications": ("application_id",),
    "ats_users": ("ats_user_id",),
    "interviews": ("application_id",),
    "ratings": ("interview_id",),
    "candidate_surveys": ("application_id",),
    "crm_users": ("owner_id",),
    "quotas": ("owner_id",),
    "matches": ("employee_id",),
    "refused_matches": ("employee_id",),
}


def _is_erased(column: str, *kinds: str) -> str:
    every = list(kinds or linking.kinds_of(column))
    return f"exists (select 1 from staging.erased where list_contains({every}, kind) and value = rows_read.{column})"


def _names_erased() -> dict[str, str]:
    """The tests that a row is about an erased person though no id of its own says so, by table.

    An id or an address that says who it is wins over a name.
    """
    theirs = _is_erased("interviewer_email")
    called = _is_erased("interviewer_name", "called")
    interviews = (
        f"{_is_erased('interviewer_id')} or (not {emptying.says_another('interviewer_name')} "
        f"and ({theirs} or {called}))"
    )
    stays = "coalesce(employee_id in (select value from staging.staying where kind = 'employee'), false)"
    matches = f"not {stays} and {_is_erased('system_id', *linking.kinds_of('system_id'), 'matched')}"
    return {"interviews": interviews, "matches": matches, "refused_matches": matches}


def _drop(
    engine: Engine, table: contract.Table, files: list[ReadFile], dropped: Counter[tuple[str, str]]
) -> None:
    tests = [_is_erased(column) for column in ABOUT.get(table.name, ())]
    if table.name in _names_erased():
        tests.append(f"({_names_erased()[table.name]})")
    if not tests:
        return
    conditions = " or ".join(tests)
    where = f"from staging.read_{table.name} as rows_read where {conditions}"
    for file_id, count in engine.query_rows(f"select file_id, count(*) {where} group by file_id"):
        dropped[files[file_id].file, table.name] += count
    # Marked, not deleted yet: a row's number is its place in the file until the rows are judged.
    engine.query_rows(f"create table staging.gone_{table.name} as select rowid as row_id {where}")


def erased_rows(count: int) -> str:
    """How many rows went, in words."""
    return f"{count:,} {'row' if count == 1 else 'rows'} of erased people"


def who(
    engine: Engine, files: list[ReadFile], former_names: Mapping[str, str] = MappingProxyType({})
) -> tuple[Erased, Kept]:
    """Everybody the files say is to be forgotten, and those who are called alike and stay; nothing is dropped yet.

    `former_names`, by employee id, are what a former warehouse knows of people whose own file cannot be read.
    """
    linking.collect(engine)
    gone = engine.query_rows("select value from staging.erased where kind = 'employee'")
    named = [("name", former_names[value]) for (value,) in gone if value in former_names]
    engine.insert("staging.erased", list(named))
    spellings, kept = spelt.spellings_of(engine)
    words = engine.query_rows("select distinct value from staging.erased order by value")
    erased = Erased(words=tuple(str(value) for (value,) in words), spellings=spellings)
    return replace(erased, files=unsaid.named_files((file.file for file in files), erased)), kept


def erase(engine: Engine, files: list[ReadFile]) -> Erased:
    """Mark the rows of erased people as gone and empty the cells that name them elsewhere."""
    if engine.query_rows("select count(*) from staging.read_erased_people")[0][0] == 0:
        return Erased()
    erased_list.refuse_unclear(engine, files)
    named, kept = who(engine, files)
    notes = erased_list.of_nobody(engine, files)
    spelt.add_spelt(engine, named.spellings, kept)
    linking.take_along(engine)
    notes += erased_list.of_addresses(engine, files)
    linking.staying(engine)
    dropped: Counter[tuple[str, str]] = Counter()
    for file_id, rows in erased_list.said_twice(engine):
        dropped[files[file_id].file, erased_list.LIST] += rows
    for table in contract.TABLES:
        _drop(engine, table, files, dropped)
        if table.name == "interviews":
            linking.interviews_gone(engine)
    count = emptying.empty(engine, ABOUT, named.spellings, kept)
    count += spelt.rename_ids(engine, named.spellings, kept)
    words = engine.query_rows("select distinct value from staging.erased order by value")
    employees = engine.query_rows("select value from staging.erased where kind = 'employee'")
    return Erased(
        {(named.file(file), table): rows for (file, table), rows in dropped.items()},
        frozenset({*ABOUT, erased_list.LIST}),
        tuple(str(value) for (value,) in words),
        count,
        named.spellings,
        named.files,
        notes=notes,
        employees=frozenset(str(value) for (value,) in employees),
    )

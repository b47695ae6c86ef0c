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
from hiring.contract import Kind
from hiring.engine import Engine
from hiring.identity.spellings import Spellings
from hiring.loading.ingest import ReadFile
from hiring.warehouse import linking, spelt, unsaid
from hiring.warehouse.spelt import Kept
from hiring.warehouse.unsaid import Erased

#: The columns whose person a row is about: when they are erased, the row goes.
ABOUT = {
    "employees": ("employee_id",),
    "job_changes": ("employee_id",),
    "absences": ("employee_id",),
    "performance_reviews": ("employee_id",),
    "employment_costs": ("employee_id",),
    "candidates": ("candidate_id",),
    "applications": ("application_id",),
    "ats_users": ("ats_user_id",),
    "interviews": ("application_id", "interviewer_id", "interviewer_email", "interviewer_name"),
    "ratings": ("interview_id",),
    "candidate_surveys": ("application_id",),
    "crm_users": ("owner_id",),
    "quotas": ("owner_id",),
    "matches": ("employee_id", "system_id"),
    "refused_matches": ("employee_id", "system_id"),
}
#: Tables of people in which a name may be a namesake's: there a row is looked at, not only its cell.
_LOGINS = ("crm_users", "ats_users", "candidates")


def _drop(
    engine: Engine, table: contract.Table, files: list[ReadFile], dropped: Counter[tuple[str, str]]
) -> None:
    conditions = " or ".join(
        f"exists (select 1 from staging.erased where list_contains({list(linking.kinds_of(c))}, kind) "
        f"and value = rows_read.{c})"
        for c in ABOUT.get(table.name, ())
    )
    if not conditions:
        return
    where = f"from staging.read_{table.name} as rows_read where {conditions}"
    for file_id, count in engine.query_rows(f"select file_id, count(*) {where} group by file_id"):
        dropped[files[file_id].file, table.name] += count
    # Marked, not deleted yet: a row's number is its place in the file until the rows are judged.
    engine.query_rows(f"create table staging.gone_{table.name} as select rowid as row_id {where}")


def _empty_cells(engine: Engine, table: contract.Table, spellings: Spellings, kept: Kept) -> int:
    """In rows about others: no id, no e-mail and no name of an erased person stays. Gives how many cells held one."""
    about = ABOUT.get(table.name, ())
    count = 0
    for column in (column for column in table.columns if not column.only_compared):
        if column.name in linking.IDENTIFIERS and column.name not in about:
            count += _empty_ids(engine, table, column)
        elif table.name in _LOGINS and column.name == "full_name":
            count += _empty_namesake(engine, table, column, spellings, kept)
        elif column.name not in about and (column.kind is Kind.TEXT or column.free):
            count += _empty_words(engine, table, column, spellings)
    return count


def _empty_ids(engine: Engine, table: contract.Table, column: contract.Column) -> int:
    # Numbered, so that two erased sellers who shared a deal do not look like one who is there twice.
    blank = "'erased ' || cast(numbered.place as varchar)" if column.required else "null"
    return _updated(
        engine,
        f"update staging.read_{table.name} set {column.name} = {blank} from "
        "(select value, row_number() over (order by value) as place from "
        "(select distinct value from staging.erased where list_contains(?, kind)) as mine) as numbered "
        f"where {column.name} = numbered.value",
        [list(linking.kinds_of(column.name))],
    )


def _empty_words(engine: Engine, table: contract.Table, column: contract.Column, spellings: Spellings) -> int:
    name = f"{column.name}_given" if column.free else column.name
    blank = "'erased'" if column.required else "null"
    found = spelt.held(engine, table.name, name, spellings)
    if not found:
        return 0
    return _updated(
        engine,
        f"update staging.read_{table.name} set {name} = {blank} where {name} in (select unnest(?))",
        [found],
    )


def _empty_namesake(
    engine: Engine, table: contract.Table, column: contract.Column, spellings: Spellings, kept: Kept
) -> int:
    """A login of the same name that belongs to no other employee is taken for the person's own."""
    found = [
        name for name in spelt.held(engine, table.name, column.name, spellings) if not spellings.is_kept(name)
    ]
    own = next(column for place, column in linking.OWN.values() if place == table.name)
    blank = "'erased'" if column.required else "null"
    return _updated(
        engine,
        f"update staging.read_{table.name} set {column.name} = {blank} "
        f"where {column.name} in (select unnest(?)) and coalesce({own}, '') not in (select unnest(?))",
        [found, sorted(kept.ids)],
    )


def _updated(engine: Engine, statement: str, values: object = None) -> int:
    """How many rows an update changed."""
    return int(engine.query_rows(statement, values)[0][0])


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
    linking.unknown_systems(engine, files)
    named, kept = who(engine, files)
    spelt.add_spelt(engine, named.spellings, kept)
    linking.take_along(engine)
    dropped: Counter[tuple[str, str]] = Counter()
    for table in contract.TABLES:
        _drop(engine, table, files, dropped)
    count = sum(_empty_cells(engine, table, named.spellings, kept) for table in contract.TABLES)
    count += spelt.rename_ids(engine, named.spellings)
    words = engine.query_rows("select distinct value from staging.erased order by value")
    return Erased(
        {(named.file(file), table): rows for (file, table), rows in dropped.items()},
        frozenset(ABOUT),
        tuple(str(value) for (value,) in words),
        count,
        named.spellings,
        named.files,
    )

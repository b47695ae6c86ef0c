"""An erased person stays erased: their rows are dropped before anything is judged, and nothing of them is kept.

One person is found through every id and e-mail the exports link to the one named in `erased_people`. Rows about
them go; in rows about others, the cells that name them are emptied (a deal stays, credited to nobody).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from hiring import contract
from hiring.contract import Kind
from hiring.engine import Engine
from hiring.loading.ingest import ReadFile

#: What kind of identifier stands in a column; other columns of a person's own tables carry none.
IDENTIFIERS = {
    "employee_id": "employee",
    "manager_id": "employee",
    "reviewer_id": "employee",
    "hiring_manager_id": "employee",
    "recruiter_id": "employee",
    "work_email": "email",
    "email": "email",
    "owner_email": "email",
    "interviewer_email": "email",
    "owner_id": "owner",
    "ats_user_id": "ats_user",
    "candidate_id": "candidate",
    "application_id": "application",
    "interview_id": "interview",
    "owner_name": "name",
    "interviewer_name": "name",
}
#: The columns whose person a row is about: when they are erased, the row goes.
ABOUT = {
    "employees": ("employee_id",),
    "job_changes": ("employee_id",),
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
}
_LINKS = (
    ("employees", "employee_id", "employee", "work_email", "email"),
    ("employees", "employee_id", "employee", "full_name", "name"),
    ("crm_users", "owner_id", "owner", "employee_id", "employee"),
    ("crm_users", "owner_id", "owner", "email", "email"),
    ("crm_users", "owner_id", "owner", "full_name", "name"),
    ("ats_users", "ats_user_id", "ats_user", "employee_id", "employee"),
    ("ats_users", "ats_user_id", "ats_user", "email", "email"),
    ("ats_users", "ats_user_id", "ats_user", "full_name", "name"),
    ("candidates", "candidate_id", "candidate", "email", "email"),
    ("candidates", "candidate_id", "candidate", "full_name", "name"),
    ("applications", "candidate_id", "candidate", "employee_id", "employee"),
    ("applications", "application_id", "application", "candidate_id", "candidate"),
    ("interviews", "interview_id", "interview", "application_id", "application"),
)
#: A name alone never leads from one record to another: two people may share it.
_ONE_WAY = {"name"}
_STARTS = {
    "employee": ("hris", "hr", "employee", "employees"),
    "owner": ("crm", "crm_user"),
    "candidate": ("ats", "ats_candidate", "candidate"),
    "ats_user": ("ats_user", "ats"),
    "application": ("ats_application",),
}


def _collect(engine: Engine) -> None:
    """Fill `staging.erased` (kind, value) by following links until nothing new is found."""
    engine.query_rows("create table staging.erased (kind varchar, value varchar)")
    for kind, systems in _STARTS.items():
        engine.query_rows(
            "insert into staging.erased select distinct ?, person_id from staging.read_erased_people "
            "where list_contains(?, lower(system)) and person_id is not null",
            [kind, list(systems)],
        )
    while True:
        before = engine.query_rows("select count(*) from staging.erased")[0][0]
        for table, own, own_kind, other, other_kind in _LINKS:
            _follow(engine, table, (own, own_kind), (other, other_kind))
            if other_kind not in _ONE_WAY:
                _follow(engine, table, (other, other_kind), (own, own_kind))
        if engine.query_rows("select count(*) from staging.erased")[0][0] == before:
            return


def _follow(engine: Engine, table: str, known: tuple[str, str], found: tuple[str, str]) -> None:
    engine.query_rows(
        f"insert into staging.erased select distinct ?, rows_read.{found[0]} from staging.read_{table} as rows_read "
        f"inner join staging.erased on erased.kind = ? and erased.value = rows_read.{known[0]} "
        f"where rows_read.{found[0]} is not null "
        f"and not exists (select 1 from staging.erased as e where e.kind = ? and e.value = rows_read.{found[0]})",
        [found[1], known[1], found[1]],
    )


def _kinds(column: str) -> tuple[str, ...]:
    if column == "interviewer_id":
        return ("employee", "ats_user")
    if column in ("system_id", "person_id"):
        return tuple(_STARTS)
    return (IDENTIFIERS[column],)


def _drop(engine: Engine, table: contract.Table, files: list[ReadFile], dropped: Counter[str]) -> None:
    conditions = " or ".join(
        f"exists (select 1 from staging.erased where list_contains({list(_kinds(c))}, kind) "
        f"and value = rows_read.{c})"
        for c in ABOUT.get(table.name, ())
    )
    if not conditions:
        return
    where = f"from staging.read_{table.name} as rows_read where {conditions}"
    for file_id, count in engine.query_rows(f"select file_id, count(*) {where} group by file_id"):
        dropped[files[file_id].file] += count
    # Marked, not deleted yet: a row's number is its place in the file until the rows are judged.
    engine.query_rows(f"create table staging.gone_{table.name} as select rowid as row_id {where}")


def _empty_cells(engine: Engine, table: contract.Table) -> None:
    about = ABOUT.get(table.name, ())
    for column in table.columns:
        if column.name in about:
            continue
        if column.name in IDENTIFIERS or column.name == "interviewer_id":
            blank = "'erased'" if column.required else "null"
            engine.query_rows(
                f"update staging.read_{table.name} set {column.name} = {blank} where {column.name} in "
                f"(select value from staging.erased where list_contains(?, kind))",
                [list(_kinds(column.name))],
            )
        elif column.kind is Kind.TEXT:
            engine.query_rows(
                f"update staging.read_{table.name} set {column.name} = null where exists (select 1 from staging.erased "
                f"where kind in ('name', 'email') and contains(lower({column.name}), lower(value)))"
            )


@dataclass(frozen=True)
class Erased:
    """Rows dropped, by shown file name; tables with a list `staging.gone_<table>`; the words that must not be kept."""

    dropped: dict[str, int]
    tables: frozenset[str]
    words: tuple[str, ...]

    def scrubbed(self, text: str) -> str:
        """`text`, or a note in its place where it holds a word of an erased person."""
        return "(of an erased person)" if any(word.lower() in text.lower() for word in self.words) else text


def erase(engine: Engine, files: list[ReadFile]) -> Erased:
    """Mark the rows of erased people as gone and empty the cells that name them elsewhere."""
    if engine.query_rows("select count(*) from staging.read_erased_people")[0][0] == 0:
        return Erased({}, frozenset(), ())
    _collect(engine)
    dropped: Counter[str] = Counter()
    for table in contract.TABLES:
        _drop(engine, table, files, dropped)
        _empty_cells(engine, table)
    words = engine.query_rows("select distinct value from staging.erased order by value")
    return Erased(dict(dropped), frozenset(ABOUT), tuple(str(value) for (value,) in words))

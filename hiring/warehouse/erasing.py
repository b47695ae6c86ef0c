"""An erased person stays erased: their rows are dropped before anything is judged, and nothing of them is kept.

One person is found through every id and e-mail the exports link to the one named in `erased_people`. Rows about
them go; in rows about others, the cells that name them are emptied (a deal stays, credited to nobody).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from hiring import contract
from hiring.contract import Kind
from hiring.engine import Engine
from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message
from hiring.warehouse.request import RefusedError

#: What kind of identifier stands in a column; other columns of a person's own tables carry none.
IDENTIFIERS = {
    "employee_id": "employee",
    "manager_id": "employee",
    "reviewer_id": "staff",
    "hiring_manager_id": "staff",
    "recruiter_id": "staff",
    "interviewer_id": "staff",
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
#: A name within a text, not within a longer word: forgetting Ada leaves Canada where it is.
_WHOLE_WORDS = r"(^|[^\pL\pN])(%s)($|[^\pL\pN])"
#: A name alone never leads from one record to another: two people may share it.
_ONE_WAY = {"name"}
_STARTS = {
    "employee": ("hris", "hr", "employee", "employees"),
    "owner": ("crm", "crm_user"),
    "candidate": ("ats", "ats_candidate", "candidate"),
    "ats_user": ("ats_user", "ats"),
    "application": ("ats_application",),
}
#: What a confirmed match may name a person by, by its system: an id there, or what stands in for one.
_MATCHED = {
    "crm": ("owner", "email", "name"),
    "ats_user": ("ats_user", "email", "name"),
    "ats_application": ("application",),
}


def _unknown_systems(engine: Engine, files: list[ReadFile]) -> None:
    """Refuse a person to forget in a system nobody knows: passing over the row would keep the person."""
    known = sorted({word for words in _STARTS.values() for word in words})
    rows = engine.query_rows(
        "select file_id, system from staging.read_erased_people "
        "where system is not null and not list_contains(?, lower(system)) order by rowid limit 1",
        [known],
    )
    for file_id, system in rows:
        raise RefusedError(
            Message(
                "refused",
                files[file_id].file,
                column="system",
                found=system,
                wanted=f"one of {', '.join(known)}",
                outcome="build refused: a person to forget would be kept",
                todo="name the system the id is from",
            )
        )


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
        for system, kinds in _MATCHED.items():
            for kind in kinds:
                if kind not in _ONE_WAY:
                    _follow(engine, "matches", ("system_id", kind), ("employee_id", "employee"), system)
                _follow(engine, "matches", ("employee_id", "employee"), ("system_id", kind), system)
        for table, own, own_kind, other, other_kind in _LINKS:
            _follow(engine, table, (own, own_kind), (other, other_kind))
            if other_kind not in _ONE_WAY:
                _follow(engine, table, (other, other_kind), (own, own_kind))
        if engine.query_rows("select count(*) from staging.erased")[0][0] == before:
            break
    _take_along(engine)


def _take_along(engine: Engine) -> None:
    """Add what goes with the people found and leads no further: interviews they held, deals under their own id."""
    engine.query_rows(
        "insert into staging.erased select 'owner', value from staging.erased where kind = 'employee' "
        "and value not in (select owner_id from staging.read_crm_users where owner_id is not null)"
    )
    for column, kinds in (
        ("interviewer_id", ["employee", "ats_user"]),
        ("interviewer_email", ["email"]),
        ("interviewer_name", ["name"]),
    ):
        engine.query_rows(
            "insert into staging.erased select distinct 'interview', mine.interview_id "
            "from staging.read_interviews as mine "
            f"inner join staging.erased on list_contains(?, erased.kind) and erased.value = mine.{column} "
            "where mine.interview_id is not null",
            [kinds],
        )


def _follow(
    engine: Engine, table: str, known: tuple[str, str], found: tuple[str, str], system: str = ""
) -> None:
    """Add the values of one column in rows whose other column is known; of matches, those of one system."""
    of_system = "and rows_read.system = ? " if system else ""
    engine.query_rows(
        f"insert into staging.erased select distinct ?, rows_read.{found[0]} from staging.read_{table} as rows_read "
        f"inner join staging.erased on erased.kind = ? and erased.value = rows_read.{known[0]} "
        f"where rows_read.{found[0]} is not null {of_system}"
        f"and not exists (select 1 from staging.erased as e where e.kind = ? and e.value = rows_read.{found[0]})",
        [found[1], known[1], *([system] if system else []), found[1]],
    )


def _kinds(column: str) -> tuple[str, ...]:
    if column == "system_id":
        return (*_STARTS, "email", "name")
    if column == "person_id":
        return tuple(_STARTS)
    kind = IDENTIFIERS[column]
    return ("employee", "ats_user") if kind == "staff" else (kind,)


def _drop(
    engine: Engine, table: contract.Table, files: list[ReadFile], dropped: Counter[tuple[str, str]]
) -> None:
    conditions = " or ".join(
        f"exists (select 1 from staging.erased where list_contains({list(_kinds(c))}, kind) "
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


def _empty_cells(engine: Engine, table: contract.Table) -> None:
    """In rows about others: no id, no e-mail and no name of an erased person stays."""
    about = ABOUT.get(table.name, ())
    for column in (column for column in table.columns if not column.only_compared):
        if column.name in IDENTIFIERS and column.name not in about:
            _empty_ids(engine, table, column)
        elif column.kind is Kind.TEXT or column.free:
            _empty_words(engine, table, column)
        elif column.kind is Kind.NAME and table.name in ("crm_users", "ats_users"):
            _empty_namesake(engine, table, column)


def _empty_ids(engine: Engine, table: contract.Table, column: contract.Column) -> None:
    # Numbered, so that two erased sellers who shared a deal do not look like one who is there twice.
    blank = "'erased ' || cast(numbered.place as varchar)" if column.required else "null"
    engine.query_rows(
        f"update staging.read_{table.name} set {column.name} = {blank} from "
        "(select value, row_number() over (order by value) as place from "
        "(select distinct value from staging.erased where list_contains(?, kind)) as mine) as numbered "
        f"where {column.name} = numbered.value",
        [list(_kinds(column.name))],
    )


def _empty_words(engine: Engine, table: contract.Table, column: contract.Column) -> None:
    name = f"{column.name}_given" if column.free else column.name
    blank = "'erased'" if column.required else "null"
    escaped = engine.query_rows(
        "select string_agg(distinct regexp_escape(lower(value)), '|') from staging.erased "
        "where kind in ('name', 'email')"
    )[0][0]
    if not escaped:
        return
    # A text is looked at once, however many rows hold it: of the key itself, DuckDB would ask before it groups.
    # One pattern of all words, made once: a pattern a row would be read anew at every row.
    found = engine.query_rows(
        f"select {name} from staging.read_{table.name} group by {name} "
        f"having regexp_matches(lower(any_value({name})), ?)",
        [_WHOLE_WORDS % escaped],
    )
    if found:
        engine.query_rows(
            f"update staging.read_{table.name} set {name} = {blank} where {name} in (select unnest(?))",
            [[given for (given,) in found]],
        )


def _empty_namesake(engine: Engine, table: contract.Table, column: contract.Column) -> None:
    """A login of the same name that belongs to no other employee is taken for the person's own."""
    engine.query_rows(
        f"update staging.read_{table.name} set {column.name} = 'erased' where employee_id is null "
        f"and lower({column.name}) in (select lower(value) from staging.erased where kind = 'name') "
        "and (email is null or email not in "
        "(select work_email from staging.read_employees where work_email is not null))"
    )


@dataclass(frozen=True)
class Erased:
    """Rows dropped by file and table; tables with a list `staging.gone_<table>`; the words that must not be kept."""

    dropped: dict[tuple[str, str], int]
    tables: frozenset[str]
    words: tuple[str, ...]

    def scrubbed(self, text: str) -> str:
        """`text`, or a note in its place where it holds a word of an erased person."""
        folded = text.lower()
        found = any(word in folded and _holds_word(folded, word) for word in map(str.lower, self.words))
        return "(of an erased person)" if found else text


def _holds_word(text: str, word: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text) is not None


def erased_rows(count: int) -> str:
    """How many rows went, in words."""
    return f"{count:,} {'row' if count == 1 else 'rows'} of erased people"


def erase(engine: Engine, files: list[ReadFile]) -> Erased:
    """Mark the rows of erased people as gone and empty the cells that name them elsewhere."""
    if engine.query_rows("select count(*) from staging.read_erased_people")[0][0] == 0:
        return Erased({}, frozenset(), ())
    _unknown_systems(engine, files)
    _collect(engine)
    dropped: Counter[tuple[str, str]] = Counter()
    for table in contract.TABLES:
        _drop(engine, table, files, dropped)
        _empty_cells(engine, table)
    words = engine.query_rows("select distinct value from staging.erased order by value")
    return Erased(dict(dropped), frozenset(ABOUT), tuple(str(value) for (value,) in words))

"""Who is meant by `erased_people`: every id, e-mail and name the exports link to the ids named there."""

from __future__ import annotations

from hiring.identity.name_forms import may_be_one
from hiring.warehouse.engine import Engine

#: What kind of identifier stands in a column; other columns of a person's own tables carry none.
IDENTIFIERS = {
    "employee_id": "employee",
    "manager_id": "employee",
    "reviewer_id": "staff",
    "hiring_manager_id": "staff",
    "recruiter_id": "staff",
    "interviewer_id": "staff",
    "held_by_id": "staff",
    "explained_by_id": "staff",
    "read_by_id": "staff",
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
STARTS = {
    "employee": ("hris", "hr", "employee", "employees"),
    "owner": ("crm", "crm_user"),
    "candidate": ("ats", "ats_candidate", "candidate"),
    "ats_user": ("ats_user", "ats"),
    "application": ("ats_application",),
}
#: Where each kind of id is its row's own.
OWN = {
    "employee": ("employees", "employee_id"),
    "owner": ("crm_users", "owner_id"),
    "candidate": ("candidates", "candidate_id"),
    "ats_user": ("ats_users", "ats_user_id"),
    "application": ("applications", "application_id"),
}
_EMAILS = {"employee": "work_email", "owner": "email", "ats_user": "email", "candidate": "email"}
#: What a confirmed match may name a person by, by its system: an id there, or what stands in for one.
_MATCHED = {
    "crm": ("owner", "email", "name"),
    "ats_user": ("ats_user", "email", "name"),
    "ats_application": ("application",),
}
#: Whose address is whose: the kind of the id, the id, the address and the name beside it.
_ADDRESSES = " union all ".join(
    f"select '{kind}' as kind, {OWN[kind][1]} as own, {mail} as mail, full_name as name "
    f"from staging.read_{OWN[kind][0]} where {mail} is not null and full_name is not null"
    for kind, mail in _EMAILS.items()
)


def collect(engine: Engine) -> None:
    """Fill `staging.erased` (kind, value) by following links until nothing new is found."""
    engine.query_rows("create table staging.erased (kind varchar, value varchar)")
    for kind, systems in STARTS.items():
        engine.query_rows(
            "insert into staging.erased select distinct ?, person_id from staging.read_erased_people "
            "where list_contains(?, lower(system)) and person_id is not null",
            [kind, list(systems)],
        )
    _in_other_letters(engine)
    _shared_addresses(engine)
    while True:
        before = _count(engine)
        for system, kinds in _MATCHED.items():
            for kind in kinds:
                if kind not in _ONE_WAY:
                    _follow(engine, "matches", ("system_id", kind), ("employee_id", "employee"), system)
                _follow(engine, "matches", ("employee_id", "employee"), ("system_id", kind), system)
        for table, own, own_kind, other, other_kind in _LINKS:
            _follow(engine, table, (own, own_kind), (other, other_kind))
            if other_kind not in _ONE_WAY:
                _follow(engine, table, (other, other_kind), (own, own_kind))
        if _count(engine) == before:
            break


def _count(engine: Engine) -> int:
    return int(engine.query_rows("select count(*) from staging.erased")[0][0])


def _in_other_letters(engine: Engine) -> None:
    """Of an id that nobody has as it is written, take the one that differs in capitals alone: better that than kept."""
    for kind, (table, column) in OWN.items():
        engine.query_rows(
            f"insert into staging.erased select distinct ?, theirs.{column} from staging.read_{table} as theirs "
            f"inner join staging.read_erased_people as named on lower(named.person_id) = lower(theirs.{column}) "
            f"where list_contains(?, lower(named.system)) and named.person_id <> theirs.{column} "
            f"and named.person_id not in (select {column} from staging.read_{table} where {column} is not null)",
            [kind, list(STARTS[kind])],
        )


def kinds_of(column: str) -> tuple[str, ...]:
    """What kinds of identifier a column may hold."""
    if column == "system_id":
        return (*STARTS, "email", "name")
    if column == "person_id":
        return tuple(STARTS)
    kind = IDENTIFIERS[column]
    return ("employee", "ats_user") if kind == "staff" else (kind,)


def take_along(engine: Engine) -> None:
    """Add what goes with the people found and leads no further: deals under their own id."""
    engine.query_rows(
        "insert into staging.erased select 'owner', value from staging.erased where kind = 'employee' "
        "and value not in (select owner_id from staging.read_crm_users where owner_id is not null)"
    )


def interviews_gone(engine: Engine) -> None:
    """Add the interviews that nobody else held, or one person: their ratings go, or they would become that one's."""
    gone = "(select row_id from staging.gone_interviews)"
    engine.query_rows(
        "insert into staging.erased select distinct 'interview', interview_id from staging.read_interviews "
        f"where rowid in {gone} and interview_id is not null and interview_id not in ("
        "select interview_id from staging.read_interviews "
        f"where rowid not in {gone} and interview_id is not null group by interview_id having count(*) > 1)"
    )


def staying(engine: Engine) -> None:
    """Fill `staging.staying` (kind, value): the ids and addresses of those who are known and not erased."""
    engine.query_rows("create table staging.staying (kind varchar, value varchar)")
    for kind, email in (("employee", "work_email"), ("owner", "email"), ("ats_user", "email")):
        table, own = OWN[kind]
        for found, column in ((kind, own), ("email", email)):
            engine.query_rows(
                f"insert into staging.staying select distinct ?, {column} from staging.read_{table} "
                f"where {column} is not null and coalesce({own}, '') not in "
                "(select value from staging.erased where kind = ?) "
                f"and {column} not in (select value from staging.erased where kind = ?)",
                [found, kind, found],
            )


def _shared_addresses(engine: Engine) -> None:
    """Fill `staging.shared_addresses`: those of people who are called differently lead to neither."""
    rows = engine.query_rows(
        f"select mail, list(distinct (kind, own, name)) from ({_ADDRESSES}) as people group by mail "
        "having count(distinct lower(name)) > 1"
    )
    shared: list[tuple[object, ...]] = [(mail,) for mail, called in rows if _are_several(called)]
    engine.query_rows("create table staging.shared_addresses (value varchar)")
    engine.insert("staging.shared_addresses", shared)


def addresses_that_stay(engine: Engine) -> int:
    """How many addresses of erased people stay, as somebody who is called differently and not erased has them too."""
    ((count,),) = engine.query_rows(
        "select count(*) from (select people.mail, bool_or(erased.value is null) as stays, "
        f"bool_or(erased.value is not null) as is_theirs from ({_ADDRESSES}) as people "
        "inner join staging.shared_addresses as shared on people.mail = shared.value "
        "left join staging.erased on people.kind = erased.kind and people.own = erased.value "
        "group by people.mail) as found where stays and is_theirs"
    )
    return int(count)


def _are_several(called: list[tuple[str, str, str]]) -> bool:
    """Whether people of one address, each with table, id and name, must be two."""
    return any(
        not may_be_one(name, other, is_strict=table == its and own != its_own)
        for index, (table, own, name) in enumerate(called)
        for its, its_own, other in called[:index]
    )


def _follow(
    engine: Engine, table: str, known: tuple[str, str], found: tuple[str, str], system: str = ""
) -> None:
    """Add the values of one column in rows whose other column is known; of matches, those of one system."""
    mail = next((column for column, kind in (known, found) if kind == "email"), "")
    not_shared = f"and rows_read.{mail} not in (select value from staging.shared_addresses) " if mail else ""
    of_system = "and rows_read.system = ? " if system else ""
    engine.query_rows(
        f"insert into staging.erased select distinct ?, rows_read.{found[0]} from staging.read_{table} as rows_read "
        f"inner join staging.erased on erased.kind = ? and erased.value = rows_read.{known[0]} "
        f"where rows_read.{found[0]} is not null {of_system}{not_shared}"
        f"and not exists (select 1 from staging.erased as e where e.kind = ? and e.value = rows_read.{found[0]})",
        [found[1], known[1], *([system] if system else []), found[1]],
    )

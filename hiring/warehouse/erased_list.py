"""What `erased_people` itself says: rows in a system nobody knows, by an id of two people, of nobody, or said twice."""

from __future__ import annotations

from hiring import contract
from hiring.identity.name_forms import same_name
from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message, note
from hiring.warehouse import linking
from hiring.warehouse.engine import Engine
from hiring.warehouse.request import RefusedError

LIST = "erased_people"
_ROWS = (
    "select file_id, rowid - min(rowid) over (partition by file_id) as place, system, person_id, fault "
    "from staging.read_erased_people"
)


def refuse_unclear(engine: Engine, files: list[ReadFile]) -> None:
    """Refuse a person to forget in a system nobody knows, or by an id that two people have."""
    known = sorted({word for words in linking.STARTS.values() for word in words})
    rows = engine.query_rows(
        f"select file_id, place, system from ({_ROWS}) as named "
        "where system is not null and not list_contains(?, lower(system)) order by file_id, place limit 1",
        [known],
    )
    for file_id, row_number, system in rows:
        wanted = f"one of {', '.join(known)}"
        outcome = "build refused: a person to forget would be kept"
        raise _refused(files[file_id], row_number, system, wanted, outcome, "name the system the id is from")
    _refuse_of_two(engine, files)


def _refuse_of_two(engine: Engine, files: list[ReadFile]) -> None:
    both = sorted(set(linking.STARTS["candidate"]) & set(linking.STARTS["ats_user"]))
    rows = engine.query_rows(
        "select named.file_id, named.place, named.system, candidates.full_name, users.full_name, "
        f"candidates.email = users.email from ({_ROWS}) as named "
        "inner join staging.read_candidates as candidates on named.person_id = candidates.candidate_id "
        "inner join staging.read_ats_users as users on named.person_id = users.ats_user_id "
        "where list_contains(?, lower(named.system)) order by named.file_id, named.place",
        [both],
    )
    for file_id, row_number, system, one, other, is_one_address in rows:
        if not (is_one_address or same_name(one or "", other or "")):
            outcome = "build refused: a candidate and a login have this id"
            todo = "say which of them is to be forgotten"
            raise _refused(files[file_id], row_number, system, "candidate or ats_user", outcome, todo)


def _refused(
    file: ReadFile, row_number: int, system: str, wanted: str, outcome: str, todo: str
) -> RefusedError:
    line = file.line_of(row_number)
    return RefusedError(Message("refused", file.file, line, "system", system, wanted, outcome, todo))


def said_twice(engine: Engine) -> list[tuple[int, int]]:
    """Mark rows that name a person named before as gone: it is the same erasure. Gives (file id, count of rows)."""
    engine.query_rows(
        f"create table staging.gone_{LIST} as select rowid as row_id, file_id from staging.read_{LIST} "
        "where fault is null qualify row_number() over ("
        "partition by lower(system), person_id order by erased_on, rowid) > 1"
    )
    return engine.query_rows(f"select file_id, count(*) from staging.gone_{LIST} group by file_id")


def of_nobody(engine: Engine, files: list[ReadFile]) -> tuple[Message, ...]:
    """What is said of the rows whose id no file has in that system; the id is not repeated, it may be a name."""
    rows = engine.query_rows(
        f"select file_id, place, lower(system), lower(person_id) from ({_ROWS}) as named "
        "where fault is null and system is not null and person_id is not null order by file_id, place"
    )
    seen = _seen(engine, sorted({person for *_, person in rows}))
    return tuple(
        Message(
            "note",
            files[file_id].file,
            files[file_id].line_of(row_number),
            "person_id",
            f"an id of {system} that no file has",
            "",
            "nobody is forgotten by this row",
            "write system and id as they are exported; if the exports hold this person no more, nothing is to do",
        )
        for file_id, row_number, system, person in rows
        if not any((kind, person) in seen for kind, systems in linking.STARTS.items() if system in systems)
    )


def of_addresses(engine: Engine, files: list[ReadFile]) -> tuple[Message, ...]:
    """What is said where an address stays: after a change of name its login may be theirs. No name, no address."""
    count = linking.addresses_that_stay(engine)
    if not count:
        return ()
    found = "an address of an erased person" if count == 1 else f"{count:,} addresses of erased people"
    outcome = f"{'it stays' if count == 1 else 'they stay'} with a login or an employee under another name"
    todo = "name that id too if it is theirs, as after a change of name"
    return (note(next(file.file for file in files if file.table == LIST), outcome, found=found, todo=todo),)


def _seen(engine: Engine, named: list[str]) -> set[tuple[str, str]]:
    """Which of these ids, in small letters, stand in which kind's columns."""
    found: set[tuple[str, str]] = set()
    for table in contract.TABLES if named else ():
        for column in (column.name for column in table.columns if table.name != LIST):
            if column not in linking.IDENTIFIERS and column != "system_id":
                continue
            kinds = [kind for kind in linking.kinds_of(column) if kind in linking.STARTS]
            if kinds:
                rows = engine.query_rows(
                    f"select distinct lower({column}) from staging.read_{table.name} "
                    f"where lower({column}) in (select unnest(?))",
                    [named],
                )
                found |= {(kind, str(value)) for (value,) in rows for kind in kinds}
    return found

"""In rows about others: no id, no address and no name of an erased person stays.

What a row cannot be without is numbered, the same text the same everywhere, so that two do not become one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hiring import contract
from hiring.contract import Kind
from hiring.identity.name_forms import name_words
from hiring.identity.spellings import Spellings
from hiring.warehouse import linking, spelt
from hiring.warehouse.engine import Engine
from hiring.warehouse.spelt import Kept

#: Tables of people in which a name may be a namesake's: there a row is looked at, not only its cell.
_LOGINS = ("crm_users", "ats_users", "candidates")
#: What tells rows of some table apart, and joins those of others: numbered there too.
_KEYS = frozenset({"role_profile"}) | {
    column.name
    for table in contract.TABLES
    for column in table.columns
    if column.kind is Kind.TEXT and column.required and column.name in table.key
}
#: Columns that name whom a row is of, where no id does: what else says so in the row.
NAMED = {
    "interviewer_name": ("interviewer_id", "staff", "interviewer_email"),
    "owner_name": ("owner_id", "owner", "owner_email"),
}


@dataclass(frozen=True)
class _Place:
    """A column of a table, the texts of it to be emptied, and a condition on its rows (with its values)."""

    table: str
    column: str
    texts: list[str]
    is_numbered: bool = False
    condition: str = "true"
    values: tuple[object, ...] = ()


def says_another(column: str) -> str:
    """The test that a row's id, or its address where it has no erased id, is that of somebody who stays."""
    own, kind, email = NAMED[column]
    kinds = ["employee", "ats_user"] if kind == "staff" else ["owner", "employee"]
    return (
        f"(coalesce({own} in (select value from staging.staying where list_contains({kinds}, kind)), false) or ("
        f"coalesce({own} not in (select value from staging.erased where list_contains({kinds}, kind)), true) and "
        f"coalesce({email} in (select value from staging.staying where kind = 'email'), false)))"
    )


def empty(engine: Engine, about: Mapping[str, tuple[str, ...]], spellings: Spellings, kept: Kept) -> int:
    """Empty every cell that names them in rows that stay; gives how many cells held one."""
    count, places = 0, []
    for table in contract.TABLES:
        if table.name == "erased_people":
            continue
        for column in (column for column in table.columns if not column.only_compared):
            if (
                column.name in about.get(table.name, ()) or column.name == "system_id"
            ):  # written anew as ids are
                continue
            if linking.IDENTIFIERS.get(column.name, "name") != "name":
                count += _empty_ids(engine, table, column)
            elif column.kind is Kind.TEXT or column.free or column.name == "full_name":
                places += _places(engine, table, column, spellings, kept)
    return count + _fill(engine, [place for place in places if place.texts])


def _places(
    engine: Engine, table: contract.Table, column: contract.Column, spellings: Spellings, kept: Kept
) -> list[_Place]:
    if column.name in NAMED:
        return _names(engine, table, column, spellings, kept)
    if column.name == "full_name":
        return [_namesakes(engine, table, column, spellings, kept)] if table.name in _LOGINS else []
    name = f"{column.name}_given" if column.free else column.name
    found = spelt.held(engine, table.name, name, spellings)
    return [_Place(table.name, name, found, column.required or column.name in _KEYS)]


def _names(
    engine: Engine, table: contract.Table, column: contract.Column, spellings: Spellings, kept: Kept
) -> list[_Place]:
    """Names of interviewers and owners: a namesake's stays where the row says by an id or address that it is theirs."""
    found = [
        name
        for name in spelt.held(engine, table.name, column.name, spellings, is_name=True)
        if spelt.is_theirs(name, spellings) and not spellings.is_kept(name)
    ]
    namesakes = set(map(name_words, kept.names))
    shared = [name for name in found if name_words(name) in namesakes]
    own = [name for name in found if name not in set(shared)]
    # An interview must name somebody, else it would be set aside.
    is_needed = column.name == "interviewer_name"
    return [
        _Place(table.name, column.name, own, is_needed),
        _Place(table.name, column.name, shared, is_needed, f"not {says_another(column.name)}"),
    ]


def _namesakes(
    engine: Engine, table: contract.Table, column: contract.Column, spellings: Spellings, kept: Kept
) -> _Place:
    """A login of the same name that belongs to no other employee is taken for the person's own."""
    texts = spelt.held(engine, table.name, column.name, spellings, is_name=True)
    found = [name for name in texts if not spellings.is_kept(name)]
    own = next(column for place, column in linking.OWN.values() if place == table.name)
    condition = f"coalesce({own}, '') not in (select unnest(?))"
    return _Place(table.name, column.name, found, column.required, condition, (sorted(kept.ids),))


def _empty_ids(engine: Engine, table: contract.Table, column: contract.Column) -> int:
    # Numbered, so that two erased sellers who shared a deal do not look like one who is there twice.
    blank = "'erased ' || cast(numbered.place as varchar)"
    changed = f"{column.name} = {blank if column.required else 'null'}"
    if column.name == "interviewer_email":  # an interview must name somebody, else it would be set aside
        place = "'erased address ' || cast(numbered.place as varchar)"
        changed += f", interviewer_name = coalesce(interviewer_name, case when interviewer_id is null then {place} end)"
    return _updated(
        engine,
        f"update staging.read_{table.name} set {changed} from "
        "(select value, row_number() over (order by value) as place from "
        "(select distinct value from staging.erased where list_contains(?, kind)) as mine) as numbered "
        f"where {column.name} = numbered.value",
        [[*linking.kinds_of(column.name), *(["email_spelt"] if column.kind is Kind.EMAIL else [])]],
    )


def _fill(engine: Engine, places: list[_Place]) -> int:
    every = sorted({text for place in places if place.is_numbered for text in place.texts})
    engine.query_rows(
        "create table staging.words_emptied as select former, row_number() over () as place "
        "from (select unnest(?::varchar[]) as former)",
        [every],
    )
    return sum(_emptied(engine, place) for place in places)


def _emptied(engine: Engine, place: _Place) -> int:
    if not place.is_numbered:
        statement = f"update staging.read_{place.table} set {place.column} = null where true"
    else:
        statement = (
            f"update staging.read_{place.table} set {place.column} = 'erased ' || cast(emptied.place as varchar) "
            f"from staging.words_emptied as emptied where {place.column} = emptied.former"
        )
    statement += f" and {place.column} in (select unnest(?)) and {place.condition}"
    return _updated(engine, statement, [place.texts, *place.values])


def _updated(engine: Engine, statement: str, values: object = None) -> int:
    """How many rows an update changed."""
    return int(engine.query_rows(statement, values)[0][0])

"""Where the files spell the name or address of an erased person in another way: cells that hold one, and ids."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hiring import contract
from hiring.contract import Kind
from hiring.identity.addresses import address
from hiring.identity.folding import decoded
from hiring.identity.name_forms import looks_like_a_name, name_words
from hiring.identity.spellings import Spellings
from hiring.warehouse import linking
from hiring.warehouse.engine import Engine

#: Pieces of names in one pattern; of many in one that heeds what may stand between letters, DuckDB takes long.
_FEW, _MOST_FEW, _MANY = 30, 90, 500
_ENCODED = r"%(?:25)*[89A-Fa-f][0-9A-Fa-f]|%26|\\u|&[a-zA-Z#]"
#: What may stand behind a name in a cell that is about that person all the same: `Ada Byron (left)`.
_REMARK = re.compile(r"[(\[;|/]| [-–—] ")
#: Tables whose rows are people: own id, name, e-mail, and the select's test that an employee who stays is that row.
_PEOPLE = (
    ("employees", "employee", "full_name", "work_email", "true"),
    ("crm_users", "owner", "full_name", "email", "employee_id is not null"),
    ("ats_users", "ats_user", "full_name", "email", "employee_id is not null"),
    (
        "candidates",
        "candidate",
        "full_name",
        "email",
        "candidate_id in (select candidate_id from staging.read_applications where employee_id is not null)",
    ),
)


@dataclass(frozen=True)
class Sieve:
    """A quick test in SQL that every text passes which holds a name, and few others do."""

    spellings: Spellings

    def condition(self, column: str) -> tuple[str, list[object]]:
        """A condition on a column of text and its parameters; other letters than ASCII always pass."""
        pieces = [anchor for anchor in self.spellings.anchors if anchor.isascii()]
        is_few = len(pieces) <= _MOST_FEW
        size = _FEW if is_few else _MANY
        # With few pieces a text is read once, whatever stands between their letters; else it is squeezed before.
        low = f"lower({column})" if is_few else f"regexp_replace(lower({column}), '[^a-z]+', '', 'g')"
        parts = [f"strlen({column}) <> length({column})"]
        values: list[object] = []
        for start in range(0, len(pieces), size):
            some = pieces[start : start + size]
            values.append("|".join("[^a-z]*".join(one) if is_few else one for one in some))
            parts.append(f"regexp_matches({low}, ?)")
        if not self.spellings.is_ascii:
            values.append(_ENCODED)
            parts.append(f"regexp_matches({column}, ?)")
        return f"({' or '.join(parts)})", values


def held(
    engine: Engine,
    table: str,
    column: str,
    spellings: Spellings,
    *,
    is_key: bool = False,
    is_name: bool = False,
) -> list[str]:
    """The distinct texts of a column that hold a name or an address; `is_key`: most of them differ anyway.

    `is_name`: it is a column of names, in which a name of one word counts.
    """
    # A text is looked at once, however many rows hold it: of the key itself, DuckDB would ask before it groups.
    condition, values = Sieve(spellings).condition(column if is_key else f"any_value({column})")
    clause = f"where {condition} group by {column}" if is_key else f"group by {column} having {condition}"
    rows = engine.query_rows(f"select {column} from staging.read_{table} {clause}", values)
    texts = [text for (text,) in rows if text is not None]
    return [text for text in texts if spellings.holds(text) or (is_name and is_theirs(text, spellings))]


@dataclass(frozen=True)
class Kept:
    """Those who stay and are called alike: their names and addresses, and the ids of those known as employees.

    `alike`: which of those ids belong to somebody whose name holds an erased one, so that the id may spell their own.
    """

    names: frozenset[str]
    addresses: frozenset[str]
    ids: frozenset[str]
    alike: frozenset[str]


def spellings_of(engine: Engine) -> tuple[Spellings, Kept]:
    """How everybody in `staging.erased` may be written, beside those who stay."""
    names = _names(engine)
    addresses = [
        value for (value,) in engine.query_rows("select value from staging.erased where kind = 'email'")
    ]
    bare = Spellings(names, addresses)
    kept = _kept(engine, bare)
    return Spellings(names, addresses, kept.names, kept.addresses), kept


def _names(engine: Engine) -> list[str]:
    """The names of those erased; what only a match calls them counts where it is of several words, without digits."""
    own = " union ".join(
        f"select {name} as name from staging.read_{table} where {name} is not null"
        for table, _, name, _, _ in _PEOPLE
    )
    rows = engine.query_rows(
        "select distinct value, value in (select name from ("
        + own
        + ")) from staging.erased where kind = 'name'"
    )
    return [
        name for name, is_own in rows if is_own or (" " in name.strip() and not re.search(r"[\d@]", name))
    ]


def is_theirs(name: str, spellings: Spellings) -> bool:
    """Whether a cell of a name is an erased person's, whatever is remarked and whoever is named beside it.

    It is not where theirs is a part of a longer name: `Ada Byron-Kaya`, `Clara Ada Byron`.
    """
    for reading in (name, *decoded(name)):
        if spellings.is_all_of(reading) or any(map(spellings.is_all_of, _REMARK.split(reading))):
            return True
        people = reading.split(",")
        # Of one person it would be `Last, First`: one word on one of the sides.
        if all(len(name_words(one)) > 1 for one in people) and any(map(spellings.is_all_of, people)):
            return True
    return spellings.holds(name) and not looks_like_a_name(name)


def _is_of_another(name: str, mail: str, bare: Spellings) -> bool:
    return looks_like_a_name(name) and not is_theirs(name, bare) and not bare.has_address(mail)


def _kept(engine: Engine, bare: Spellings) -> Kept:
    names: set[str] = set()
    addresses: set[str] = set()
    ids: set[str] = set()
    alike: set[str] = set()
    for table, kind, name, email, is_known in _PEOPLE:
        own = linking.OWN[kind][1]
        tests = [Sieve(bare).condition(column) for column in (name, email, own)]
        rows = engine.query_rows(
            f"select distinct {own}, {name}, {email}, ({is_known}) or coalesce({email} in (select work_email from "
            "staging.read_employees where employee_id not in (select value from staging.erased "
            f"where kind = 'employee')), false) from staging.read_{table} "
            f"where ({' or '.join(test for test, _ in tests)}) and coalesce({own}, '') not in "
            "(select value from staging.erased where kind = ?)",
            [value for _, values in tests for value in values] + [kind],
        )
        for own_id, full_name, mail, is_employee in rows:
            if is_employee:
                ids.add(own_id or "")
                alike |= {own_id or ""} if bare.holds(full_name or "") else set()
            if full_name and (is_employee or not is_theirs(full_name, bare)):
                names.add(full_name)
            if mail and (is_employee or not bare.holds(mail)):
                addresses.add(mail)
    for table, name, email in _PAIRS:
        test, values = Sieve(bare).condition(email)
        rows = engine.query_rows(
            f"select distinct {name}, {email} from staging.read_{table} where {name} is not null and {test}",
            values,
        )
        addresses |= {mail for full_name, mail in rows if _is_of_another(full_name, mail, bare)}
    return Kept(frozenset(names), frozenset(addresses), frozenset(ids), frozenset(alike))


#: Ids of rows that are no people: one that spells a name is written anew, the same everywhere.
_NEUTRAL = ("application_id", "interview_id")


#: Where somebody is named who is neither erased nor in a table of people: their address is not for others.
_PAIRS = (
    ("interviews", "interviewer_name", "interviewer_email"),
    ("opportunities", "owner_name", "owner_email"),
)


def add_spelt(engine: Engine, spellings: Spellings, kept: Kept) -> None:
    """Add to `staging.erased` what names them otherwise: `called` (their whole names in rows that name nobody else),
    `matched` (what a match names a login by) and `email_spelt` (addresses that spell their name)."""
    addresses = set(map(address, kept.addresses))
    namesakes = set(map(name_words, kept.names))
    for table in contract.TABLES:
        for column in (column.name for column in table.columns):
            kind = "system" if column == "system_id" else linking.IDENTIFIERS.get(column, "")
            if kind not in ("system", "name", "email"):
                continue
            found = [
                text
                for text in held(engine, table.name, column, spellings, is_name=kind != "email")
                if text not in kept.ids and address(text) not in addresses and not spellings.is_kept(text)
            ]
            if kind == "name":
                found = [
                    text for text in found if spellings.is_exactly(text) and name_words(text) not in namesakes
                ]
            if found:
                spelt_kind = {"system": "matched", "name": "called", "email": "email_spelt"}[kind]
                engine.query_rows("insert into staging.erased select ?, unnest(?)", [spelt_kind, found])


def rename_ids(engine: Engine, spellings: Spellings, kept: Kept) -> int:
    """Write ids that spell a name anew, the same everywhere; gives in how many columns there were any.

    Ids of the erased themselves are gone by now, and those of employees who stay and are called alike are theirs. A
    login handed on to somebody else is not: it spells who had it before.
    """
    places = [
        (table.name, column.name)
        for table in contract.TABLES
        for column in table.columns
        if (column.kind is Kind.ID or column.name == "system_id") and table.name != "erased_people"
    ]
    found = {
        place: [text for text in held(engine, *place, spellings, is_key=True) if text not in kept.alike]
        for place in places
    }
    every = sorted({text for texts in found.values() for text in texts})
    if not every:
        return 0
    engine.query_rows(
        "create table staging.ids_renamed as select former, row_number() over (order by former) as place "
        "from (select unnest(?) as former)",
        [every],
    )
    for (table, column), texts in found.items():
        if texts:
            engine.query_rows(
                f"update staging.read_{table} set {column} = 'erased id ' || cast(renamed.place as varchar) "
                f"from staging.ids_renamed as renamed where {column} = renamed.former"
            )
    return sum(map(bool, found.values()))

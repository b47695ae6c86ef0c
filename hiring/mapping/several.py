"""One file that fills several tables: which further ones, what they share, and ids made where a file has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hiring.contract import BY_NAME
from hiring.mapping import suggesting
from hiring.mapping.facts import Facts
from hiring.mapping.form import ALSO, MADE, Answers, Choice, Question
from hiring.mapping.nine_languages import lists
from hiring.mapping.presets import Preset

#: Tables that one flat report may fill together, the one with the most rows first: each later one repeats in it.
GRAINS = (
    ("interviews", "applications", "requisitions", "candidates"),
    ("opportunities", "crm_users"),
    ("job_changes", "employees"),
)
#: Tables whose rows a report of applicants repeats: it holds more than these.
COARSE = ("requisitions", "candidates")
#: Columns that mean another thing in each table.
_OWN = frozenset({"status", "comment", "closed_on", "stage"})
#: Columns of a further table that are filled by others of a first one: the first of them that the file has.
_FROM = {
    ("crm_users", "owner_id"): ("owner_id", "owner_email", "owner_name"),
    ("crm_users", "full_name"): ("owner_name",),
    ("crm_users", "email"): ("owner_email",),
}
#: The column without which a record has no row for a further table.
_MARK = {
    "interviews": "scheduled_for",
    "applications": "application_id",
    "requisitions": "requisition_id",
    "candidates": "candidate_id",
    "crm_users": "owner_id",
    "job_changes": "effective_on",
    "employees": "employee_id",
}
#: What an id is made of, as (table, column): of a list in a list the first that is there; `True`: it must be.
_RECIPES = {
    "candidate_id": ((("candidates", "email"), ("candidates", "full_name")),),
    "application_id": (
        (("applications", "candidate_id"),),
        (("applications", "requisition_id"), ("applications", "role_profile")),
        (("applications", "applied_on"),),
    ),
    "interview_id": (
        (("interviews", "application_id"),),
        (("interviews", "stage"),),
        (("interviews", "scheduled_for"),),
    ),
}


def group_of(table: str) -> tuple[str, ...]:
    """The tables that a file of this one may fill together, itself among them; none where it stands alone."""
    return next((group for group in GRAINS if table in group), ())


def tables_of(answers: Answers) -> tuple[str, ...]:
    """The tables that a file fills by these answers, the one it was said to hold first."""
    return (answers.table, *answers.also)


def repeats(answers: Answers, table: str) -> bool:
    """Whether rows of that table repeat in the file, as another with more rows is filled by it."""
    group = group_of(table)
    finest = next((name for name in group if name in tables_of(answers)), table)
    return finest != table


def mark(answers: Answers, table: str) -> tuple[str, ...]:
    """The keys of the column without which a record has no row for that table; none where every record has one."""
    is_alone = not answers.also or (table == answers.table and repeats(answers, table))
    return () if is_alone else part(answers, table).columns.get(_MARK.get(table, ""), ())[:1]


def inherited(answers: Answers, table: str) -> dict[str, tuple[str, ...]]:
    """The columns of a further table that were said of another table of the same file already."""
    found: dict[str, tuple[str, ...]] = {}
    before = [answers, *(one for name, one in answers.also.items() if name != table)]
    for column in BY_NAME[table].columns:
        names = _FROM.get((table, column.name), () if column.name in _OWN else (column.name,))
        keys = (keys for name in names for one in before if (keys := one.columns.get(name)))
        if first := next(keys, None):
            found[column.name] = first
    return found


def part(answers: Answers, table: str) -> Answers:
    """All that is said of one of the tables, by itself or with the others."""
    if table == answers.table:
        return replace(answers, also={})
    mine = answers.also.get(table, Answers(table))
    known = inherited(answers, table)
    shared = {name: word for name, word in answers.constants.items() if name in _names(table) - _OWN}
    return replace(
        answers,
        table=table,
        columns={**known, **mine.columns},
        constants={**shared, **mine.constants},
        meanings={
            **{said: word for said, word in answers.meanings.items() if said[0] in known},
            **mine.meanings,
        },
        people={**{name: how for name, how in answers.people.items() if name in known}, **mine.people},
        turned=(),
        also={},
    )


def _names(table: str) -> set[str]:
    return {column.name for column in BY_NAME[table].columns}


def question(presets: Sequence[Preset], facts: Facts, answers: Answers) -> Question | None:
    """Which further tables the file fills, likely those its labels speak for; `None` of a table that none joins."""
    others = [table for table in group_of(answers.table) if table != answers.table]
    if not others:
        return None
    if not answers.columns:  # as most speaks for, until it is said
        answers = replace(answers, columns=suggesting.chosen(presets, answers.table, facts))
    found = {table: _found(presets, facts, answers, table) for table in others}
    likely = tuple(table for table in others if found[table])
    choices = (Choice(table, f"{table}: {_reads(facts, table, found[table])}") for table in others)
    return Question(
        ALSO,
        "",
        "Which further tables do its rows fill?",
        tuple(choices),
        next(iter(likely), ""),
        "rows that repeat are one",
        must=False,
        several=True,
        joined=likely,
    )


def flat_report(presets: Sequence[Preset], facts: Facts) -> str:
    """The table that a report of applicants fills first, whose ids may be made: by whom, when and how it ended.

    Nothing where less speaks for it: a person, and two of what an application cannot do without, and one thing more.
    """
    table = "applications"
    found = suggesting.chosen(presets, table, facts)
    people = suggesting.chosen(presets, "candidates", facts)
    of_interviews = suggesting.chosen(presets, "interviews", facts)
    wanted = [name for name in BY_NAME[table].required_columns if name not in _RECIPES]
    more = {name for name in (*found, *of_interviews) if name not in (*wanted, "candidate_id")}
    is_other = lists.OTHERS in lists.named_by_file(facts.file)
    is_person = "full_name" in people or "email" in people
    count = sum(name in found for name in wanted)
    return table if is_person and more and count >= len(wanted) - 1 and not is_other else ""


def _reads(facts: Facts, table: str, found: dict[str, tuple[str, ...]]) -> str:
    labels = dict.fromkeys(
        facts.columns[key] for keys in found.values() for key in keys if key in facts.columns
    )
    by = f", by {', '.join(list(labels)[:3])}" if labels else ""
    return f"one row per {BY_NAME[table].one_row_per}{by}"


def _found(
    presets: Sequence[Preset], facts: Facts, answers: Answers, table: str
) -> dict[str, tuple[str, ...]]:
    """What the file has for a further table alone, by its labels; nothing where that makes no row of it."""
    known = inherited(answers, table)
    alone = likely(presets, facts, answers, table)
    lacking = [
        column.name
        for column in BY_NAME[table].columns
        if column.required and column.name not in known and column.name not in alone
    ]
    tolerated = {name for name in lacking if name in _RECIPES or _has_words(table, name)}
    is_owner = table == "crm_users" and "owner_id" in known and "full_name" in known
    marked = _MARK[table] in alone or (_MARK[table] in {*known, *tolerated} and bool(alone))
    if set(lacking) - tolerated or not (marked or is_owner):
        return {}
    return alone or {name: known[name] for name in ("full_name",) if name in known}


def _has_words(table: str, name: str) -> bool:
    return bool(BY_NAME[table].column(name).words)


def likely(
    presets: Sequence[Preset], facts: Facts, answers: Answers, table: str
) -> dict[str, tuple[str, ...]]:
    """The columns of the file that their labels speak for, of a further table: each that no other table has."""
    known = inherited(answers, table)
    said = [answers, *(one for name, one in answers.also.items() if name != table)]
    taken = {key for one in said for keys in one.columns.values() for key in keys}
    chosen = suggesting.chosen(presets, table, facts)
    offers = suggesting.columns(presets, table, list(facts.labels), facts.cells)
    sure = {
        name: {offer.key for offer in few if offer.score >= suggesting.LEAST_BY_LABEL}
        for name, few in offers.items()
    }
    return {
        name: keys
        for name, keys in chosen.items()
        if name not in known and not taken & set(keys) and (len(keys) > 1 or keys[0] in sure[name])
    }


def may_be_made(answers: Answers, table: str, column: str) -> bool:
    """Whether an id that the file has none of may be made of other columns, as a report of people would have it."""
    return column in _RECIPES and table in GRAINS[0] and "candidates" in tables_of(answers)


def is_made(answers: Answers, column: str) -> bool:
    """Whether an id is made of other columns."""
    return any(one.columns.get(column) == (MADE,) for one in (answers, *answers.also.values()))


def recipe(answers: Answers, column: str) -> list[list[tuple[str, str]]]:
    """What an id is made of: for each part, the (table, column)s that fill it, one in place of another."""
    made: list[list[tuple[str, str]]] = []
    for alternatives in _RECIPES[column]:
        there = [one for one in alternatives if part_has(answers, *one)]
        nested = next((name for _, name in there if is_made(answers, name)), "")
        if nested:
            made += recipe(answers, nested)
        elif there:
            made.append(there if column == "candidate_id" else there[:1])
    return made


def unused(facts: Facts, answers: Answers) -> tuple[str, ...]:
    """The labels of the file's columns that fill nothing of ours by these answers, in their order."""
    parts = [part(answers, table) for table in tables_of(answers)]
    used = {key for one in parts for keys in one.columns.values() for key in keys}
    turned = [group for group in facts.turnable if group.measure in answers.turned]
    used |= {key for group in turned for key in (*group.labels, *group.totals)}
    return tuple(label for key, label in facts.columns.items() if key not in used)


def part_has(answers: Answers, table: str, column: str) -> bool:
    """Whether the file fills that column of one of its tables."""
    return table in tables_of(answers) and bool(part(answers, table).columns.get(column))

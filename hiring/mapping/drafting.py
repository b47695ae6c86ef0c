"""The mapping that a person's answers make so far: values in, a draft out that `writing` turns into a file."""

from __future__ import annotations

from dataclasses import replace

from hiring.contract import BY_NAME, Column, Kind, Table
from hiring.mapping import meanings, naming, settling, several, turned_form, turning, year_meant
from hiring.mapping.facts import Facts
from hiring.mapping.form import MADE
from hiring.mapping.rules import AS_IT_IS, EMPTY
from hiring.mapping.turning import Group
from hiring.mapping.wizard import Answers, columns_of_words, word_column
from hiring.mapping.writing import Chosen, Draft, Part

#: What is chosen of a column → the question that may have been answered about it.
_ASKED = {
    "date_order": settling.order_key,
    "century": settling.century_key,
    "decimal": settling.decimal_key,
    "percent": settling.percent_key,
}


def draft(facts: Facts, answers: Answers, name: str = "") -> Draft:
    """The mapping that the answers so far make; raises `KeyError` without a table."""
    parts = tuple(part for table in several.tables_of(answers) for part in _parts(facts, answers, table))
    main = parts[0]
    used = {label for part in parts for _, chosen in part.columns for label in chosen.labels}
    turned = {label for group in turned_form.chosen(facts, answers) for label in group.labels.values()}
    ignored = tuple(label for label in facts.columns.values() if label not in used | turned)
    return Draft(
        vendor="Own export",
        export=name or facts.file,
        table=main.table,
        columns=main.columns,
        nulls=answers.nulls,
        currency=_currency(facts, answers, BY_NAME[main.table]),
        ignored=ignored,
        parts=() if parts == (Part(main.table, main.columns),) else parts,
        # A sheet of one name and periods may hold anything: it is told by what stands beside them, too.
        told_by=tuple(label for label in ignored if not turning.is_of_periods(label)) if turned else (),
    )


def _parts(facts: Facts, answers: Answers, table: str) -> list[Part]:
    """What fills one of the tables; of a sheet with periods once for each measure."""
    said = several.part(answers, table)
    columns = tuple(
        (column.name, chosen)
        for column in BY_NAME[table].columns
        if (chosen := _of_column(facts, answers, said, column))
    )
    if groups := turned_form.chosen(facts, answers):
        return [_turned(facts, answers, group, columns) for group in groups]
    repeats = several.repeats(answers, table)
    since = _since(facts, answers, table)
    latest = (("link_a", replace(since, day_only=True)),) if since else ()
    filled = [facts.columns[key] for key in several.mark(answers, table) if key in facts.columns]
    return [
        Part(
            table,
            columns + latest,
            merges=repeats,
            latest="link_a" if latest else "",
            filled=next(iter(filled), ""),
        )
    ]


def _since(facts: Facts, answers: Answers, table: str) -> Chosen | None:
    """The day by which the latest of a person's rows counts, where the file is a history of them."""
    if table != "employees" or "job_changes" not in several.tables_of(answers):
        return None
    changes = several.part(answers, "job_changes")
    return _chosen(facts, changes, BY_NAME["job_changes"].column("effective_on"))


def _of_column(facts: Facts, answers: Answers, said: Answers, column: Column) -> Chosen | None:
    if said.columns.get(column.name) == (MADE,):
        made = tuple(
            _made(facts, answers, alternatives) for alternatives in several.recipe(answers, column.name)
        )
        return Chosen(made=made) if made else None
    return _chosen(facts, said, column)


def _made(facts: Facts, answers: Answers, alternatives: list[tuple[str, str]]) -> Chosen:
    """One part of an id that is made: the first of these columns, the next where it is empty."""
    (table, name), *others = alternatives
    said = several.part(answers, table)
    column = BY_NAME[table].column(name)
    chosen = _chosen(facts, said, column) or Chosen()
    return replace(
        chosen,
        words=(),
        otherwise="",
        person=column.name == "full_name" and len(chosen.labels) == 1,
        day_only=column.kind in (Kind.DAY, Kind.MOMENT),
        instead=_made(facts, answers, others) if others else None,
    )


def _turned(facts: Facts, answers: Answers, group: Group, columns: tuple[tuple[str, Chosen], ...]) -> Part:
    """The rows of one measure: a row a person and period."""
    table = BY_NAME[answers.table]
    decimal = answers.by_ask.get(settling.decimal_key(group.title, facts.file), "")
    told = {
        name: Chosen(special=special, decimal=decimal if special == "cell" else "")
        for name, special in turned_form.specials(table).items()
    }
    kept = {
        name: replace(chosen, person=_are_people(facts, answers, name))
        for name, chosen in columns
        if name not in told
    }
    words = [word.upper() for word in group.measure.split()]
    code = next((word for word in words if word in settling.CURRENCIES), "")
    if code and "currency" not in kept and any(column.name == "currency" for column in table.columns):
        told["currency"] = Chosen(constant=code)
    filled = {**kept, **told}
    ordered = tuple((column.name, filled[column.name]) for column in table.columns if column.name in filled)
    quarters = answers.by_ask.get(year_meant.quarters_key(group.title, facts.file), "")
    return Part(table.name, ordered, periods=group.measure, quarters=quarters)


def _are_people(facts: Facts, answers: Answers, name: str) -> bool:
    """Whether names of people stand in the one column that should hold ids: `Last, First` is turned round then."""
    keys = answers.columns.get(name, ())
    return name == "owner_id" and len(keys) == 1 and turned_form.holds_names(facts, keys[0])


def _chosen(facts: Facts, answers: Answers, column: Column) -> Chosen | None:
    if word := answers.constants.get(column.name):
        return Chosen(constant=word)
    keys = answers.columns.get(column.name, ())
    is_told_by_stage = not keys and column.name == "is_won"
    keys = keys or ((word_column(answers, column),) if is_told_by_stage else ())
    labels = tuple(facts.columns[key] for key in keys if key in facts.columns)
    words = _words(facts, answers, column)
    if not labels or (is_told_by_stage and not words):
        return None
    order, century, decimal, percent = (_answer(facts, answers, keys[0], what) for what in _ASKED)
    said = answers.people.get(column.name, "")
    otherwise = EMPTY if is_told_by_stage else AS_IT_IS
    return Chosen(
        labels,
        words=words,
        otherwise=otherwise if words else "",
        lookup=naming.LOOKED_UP if said == naming.NAMES else "",
        each=said == naming.EACH,
        date_order=order,
        century=century,
        decimal=decimal,
        percent=percent,
    )


def _answer(facts: Facts, answers: Answers, key: str, what: str) -> str:
    """What a person gave for a column where its cells left it open."""
    return answers.by_ask.get(_ASKED[what](facts.raw[key], facts.file), "")


def _currency(facts: Facts, answers: Answers, table: Table) -> str:
    if all(column.name != "currency" for column in table.columns):
        return ""
    labels = [facts.raw.get(key, "") for key in answers.columns.get("amount", ())[:1]]
    labels += [group.title for group in turned_form.chosen(facts, answers)]
    given = (answers.by_ask.get(settling.currency_key(label, facts.file), "") for label in labels)
    return next((code for code in given if code), "")


def _words(facts: Facts, answers: Answers, column: Column) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Our words with the words of the file that mean them, of those the file's column really holds."""
    if column.name not in {one.name for one, _ in columns_of_words(facts, answers)}:
        return ()
    there = [word for word, _ in facts.words.get(word_column(answers, column), ())]
    grouped: dict[str, list[str]] = {}
    for word in there:
        if (ours := answers.meanings.get((column.name, word), "")) and meanings.can_be_named(word):
            grouped.setdefault(ours, []).append(word)
    return tuple((ours, tuple(words)) for ours, words in sorted(grouped.items()))

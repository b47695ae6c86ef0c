"""From a plan to SQL: the select that gives a table's columns as text, read by one strict pass over the file."""

from __future__ import annotations

from collections.abc import Mapping

from hiring.contract import Table
from hiring.mapping.day_sql import day_sql
from hiring.mapping.rules import (
    AS_IT_IS,
    EMPTY,
    FILLED,
    LINKS,
    OPEN,
    Closing,
    CodeInCell,
    Constant,
    Day,
    Digest,
    Feed,
    First,
    Lookup,
    Name,
    Number,
    Rule,
    Spelled,
    Text,
)

Places = Mapping[str, str]  # key of a source column → its name in SQL
_NONE = "cast(null as varchar)"
_NAME = "[^, ]|[^, ][^,]*[^, ]"
_SUFFIX = "(?i), *(jr|sr|ii|iii|iv|ph[.]?d|m[.]?d|d[.]?d[.]?s|mba|cpa|esq)[.]? *$"


def quoted(text: str) -> str:
    """A text of a mapping file as SQL."""
    return "'" + text.replace("'", "''") + "'"


#: Texts that start with a sign, a quote or a space sort before this: one look at them leaves all others alone.
_AFTER_SIGNS = "'.'"


def _plain(cell: str, nulls: tuple[str, ...] = (), guarded: bool = True) -> str:
    """The cell without the apostrophe that guards a sheet against a formula (`'+33 6`); null where it says so in words.

    Words are compared as they are written, in capitals and in small letters.
    """
    written = dict.fromkeys(text for word in nulls for text in (word, word.upper(), word.lower()))
    signs = [word for word in written if word < _AFTER_SIGNS.strip("'")]
    branches = [f"when trim({cell}) = {quoted(word)} then null" for word in signs]
    if guarded:
        branches.append(f"when regexp_matches({cell}, '^''[-+=@]') then substr({cell}, 2)")
    first = f"when {cell} < {_AFTER_SIGNS} then case {' '.join(branches)} else {cell} end" if branches else ""
    words = [f"when {cell} = {quoted(word)} then null" for word in written if word not in signs]
    if not first and not words:
        return cell
    return f"case {' '.join([first, *words])} else {cell} end"


def _number(rule: Number, places: Places) -> str:
    cell = _plain(places[rule.source], rule.nulls, guarded=False)
    spaced = f"regexp_matches({cell}, '[0-9][ \u00a0\u202f''’][0-9]{{3}}')"
    closed = f"regexp_replace({cell}, '([0-9])[ \u00a0\u202f''’]([0-9]{{3}})', '\\1\\2', 'g')"
    if rule.decimal == ",":
        grouped = (
            f"not regexp_matches({cell}, '[.][0-9]{{0,2}}([^0-9]|$)|[.][0-9]{{4}}|,[^.,]*[.,]|[A-Za-z]{{4}}')"
        )
        plain = f"replace(replace({closed}, '.', ''), ',', '.')"
        return f"case when {cell} is not null and {grouped} then {plain} else {cell} end"
    grouped = f"not regexp_matches({cell}, ',[0-9]{{0,2}}([^0-9]|$)|,[0-9]{{4}}|[.][^.,]*,|[A-Za-z]{{4}}')"
    plain = f"replace({cell}, ',', '')"
    branches = [f"when contains({cell}, ',') then case when {grouped} then {plain} else {cell} end"]
    branches.append(f"when {spaced} then {closed}" if rule.decimal == "." else "")
    return f"case {' '.join(branches)} else {_plain(cell)} end"


def _percent(number: str) -> str:
    """Hundredths as a share: `70.00%` is 0.7."""
    bare = f"regexp_replace({number}, '([^ \u00a0\u202f])[ \u00a0\u202f]*%[ \u00a0\u202f]*$', '\\1')"
    shape = f"regexp_matches({bare}, '^-?[0-9]{{1,6}}([.][0-9]{{1,15}})?$')"
    share = f"cast(cast({bare} as double) / 100 as decimal(18, 6))"
    return f"case when {shape} then cast({share} as varchar) else {number} end"


def _name(rule: Name, places: Places) -> str:
    cells = [places[part] for part in rule.parts]
    if len(cells) > 1:
        joined = ", ".join(f"nullif(trim({cell}), '')" for cell in cells)
        return f"nullif(concat_ws(' ', {joined}), '')"
    cell = cells[0]
    with_id = f"rtrim(regexp_replace({cell}, '[(][A-Za-z-]*[0-9][0-9A-Za-z-]*[)]$', ''))"
    bare = f"case when {cell} like '%)' then {with_id} else {cell} end"
    turned = f"regexp_replace({bare}, '^ *({_NAME}) *, *({_NAME}) *$', '\\2 \\1')"
    suffixed = f"regexp_matches({cell}, {quoted(_SUFFIX)})"
    return f"case when contains({cell}, ',') and not {suffixed} then {turned} else {bare} end"


def _spelled(rule: Spelled, places: Places) -> str:
    cell = places[rule.source]
    other = {AS_IT_IS: cell, EMPTY: "null"}.get(rule.otherwise, quoted(rule.otherwise))
    folded = f"lower(trim({cell}))"
    spelled = [(word, spelling) for word, spellings in rule.words for spelling in spellings]
    # As it is written first: in most rows nothing further is looked at.
    exact = [(word, spelling) for word, spelling in spelled if spelling != FILLED and "*" not in spelling]
    branches = [f"when {cell} = {quoted(spelling)} then {quoted(word)}" for word, spelling in exact]
    branches += [
        f"when {_is_spelled(cell, folded, spelling)} then {quoted(word)}" for word, spelling in spelled
    ]
    if rule.otherwise not in (AS_IT_IS, EMPTY):
        branches.append(f"when {cell} is null then null")
    return f"case {' '.join(branches)} else {other} end"


def _is_spelled(cell: str, folded: str, spelling: str) -> str:
    if spelling == FILLED:
        return f"trim({cell}) <> ''"
    if "*" in spelling:
        return f"{folded} like {quoted(spelling.casefold().replace('*', '%'))}"
    return f"{folded} = {quoted(spelling.casefold())}"


def _code(rule: CodeInCell, places: Places) -> str:
    cell = places[rule.source]
    found = f"regexp_extract({cell}, '(^|[^A-Za-z])([A-Z]{{3}})([^A-Za-z]|$)', 2)"
    return (
        f"case when regexp_matches({cell}, '^[-0-9.,]*$') then null when contains({cell}, '€') then 'EUR' "
        f"when contains({cell}, '£') then 'GBP' else nullif({found}, '') end"
    )


def _closing(rule: Closing, places: Places) -> str:
    """What cannot be read as a day stays, so that the row is set aside whatever becomes of the deal."""
    day, state = expression(rule.day, places), expression(rule.state, places)
    # As an argument the day is worked out once; within the branches of a case it would be twice.
    return f"nullif({day}, case when {state} = '{OPEN}' and {day} like '____-__-__%' then {day} end)"


def expression(rule: Rule, places: Places) -> str:  # noqa: C901 (one branch a kind of rule)
    """The SQL of one rule over the named columns of a source: a text, null where there is nothing."""
    match rule:
        case Text():
            return _plain(places[rule.source], rule.nulls)
        case Name():
            return _name(rule, places)
        case Day():
            return day_sql(rule, _plain(places[rule.source], rule.nulls, guarded=False))
        case Number():
            return _percent(_number(rule, places)) if rule.percent else _number(rule, places)
        case Spelled():
            return _spelled(rule, places)
        case Constant():
            return quoted(rule.text)
        case CodeInCell():
            return _code(rule, places)
        case Digest():
            parts = ", ".join(f"coalesce({_digested(part, places)}, '')" for part in rule.parts)
            return f"substr(md5(concat_ws('|', {parts})), 1, 20)"
        case Lookup():
            return f"found_{places[rule.source]}.found_id"
        case Closing():
            return _closing(rule, places)
        case First():
            return "coalesce(" + ", ".join(expression(part, places) for part in rule.rules) + ")"


def _digested(rule: Rule, places: Places) -> str:
    text = expression(rule, places)
    return f"substr({text}, 1, 10)" if isinstance(rule, Day) else f"lower(trim({text}))"


def _lookups(feed: Feed, places: Places) -> str:
    """A join for each name that is looked up in the file itself; names of several people find nobody."""
    joins = []
    for rule in (rule for _, rule in feed.columns if isinstance(rule, Lookup)):
        names, cell = expression(rule.names, places), places[rule.source]
        looked = expression(Name((rule.source,)), places)
        joins.append(
            f"left join (select lower({names}) as found_name, min({places[rule.ids]}) as found_id "
            f"from numbered group by lower({names}) having count(distinct {places[rule.ids]}) = 1) as found_{cell} "
            f"on found_{cell}.found_name = lower({looked})"
        )
    return "\n".join(joins)


def skipped(feed: Feed, places: Places) -> str:
    """Whether a record is none of ours, by the words in its own columns."""
    conditions = [
        f"lower(trim({places[source]})) = {quoted(word)}" for source, words in feed.skips for word in words
    ]
    return f"coalesce({' or '.join(conditions)}, false)" if conditions else "false"


def feed_select(feed: Feed, table: Table, source: str, places: Places, *, arranged: bool = False) -> str:
    """A select of every canonical column of the table as text, in contract order, over `source`.

    Rows keep the order of the file. `arranged`: with the links and `is_skipped` behind them.
    """
    chosen = []
    for column in table.columns:
        rule = feed.rule(column.name)
        chosen.append(f"    {expression(rule, places) if rule else _NONE} as {column.name}")
    if arranged:
        for link in LINKS:
            rule = feed.rule(link)
            chosen.append(f"    {expression(rule, places) if rule else _NONE} as {link}")
        chosen.append(f"    {skipped(feed, places)} as is_skipped")
    listed = ",\n".join(chosen)
    if not any(isinstance(rule, Lookup) for _, rule in feed.columns):
        return f"select\n{listed}\nfrom {source}"
    numbered = f"with numbered as materialized (select *, row_number() over () as row_in_file from {source})"
    return f"{numbered}\nselect\n{listed}\nfrom numbered\n{_lookups(feed, places)}\norder by numbered.row_in_file"

"""Which layer of `queries/` may read which, and what every select looks like."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from helpers.portable_sql import portable_faults
from laws.reading import ROOT, Query, keep, modules, queries, written

SCOPE = (
    *("hires_in_scope", "applications_in_scope", "openings_in_scope", "people_in_scope", "logins_in_scope"),
    "hire_in_scope",
)
LAYERS = ("staging", "marts", "questions", "checks")
LONGEST = {"staging": 60, "marts": 120, "questions": 60, "checks": 60}
# Compiled from the contract, as long as their table is wide.
COMPILED = re.compile(r"queries/staging/(stg|set_aside)_((?!__).)*[.]sql")


def _may_read(query: Query) -> tuple[str, ...]:
    if query.layer == "staging":
        return ("raw",) if query.path.name.startswith("stg_") else ("raw", "staging")
    return {"marts": ("staging", "marts"), "questions": ("marts",), "checks": ("staging", "marts")}[
        query.layer
    ]


def each_layer_reads_the_one_below(root: Path) -> list[str]:
    faults = []
    for query in queries(root):
        may = _may_read(query)
        for schema, table in query.reads():
            if query.layer == "questions" and not schema and table in SCOPE:
                continue
            if schema not in may:
                shown = f"{schema}.{table}" if schema else f"{table}, which has no schema and is no CTE"
                faults.append(f"{query.where}: reads {shown}; may read {', '.join(may)}")
    return faults


def every_query_lies_in_a_layer(root: Path) -> list[str]:
    return [
        f"{q.where}: lies in no layer"
        for q in queries(root)
        if len(q.path.parts) < 3 or q.layer not in LAYERS
    ]


def a_file_is_one_select(root: Path) -> list[str]:
    faults = []
    for query in queries(root):
        try:
            statements = query.statements()
        except SqlglotError as error:
            faults.append(f"{query.where}: cannot be read as SQL: {str(error).splitlines()[0]}")
            continue
        if len(statements) != 1 or not isinstance(statements[0], exp.Query):
            faults.append(f"{query.where}: holds something else than one select")
    return faults


def a_file_opens_with_a_sentence(root: Path) -> list[str]:
    faults = []
    for query in queries(root):
        header = query.header
        if not header or not header[0][:1].isupper() or not header[0].endswith((".", "?")):
            faults.append(f"{query.where}: line 1 is no sentence (-- What it returns.)")
        elif query.layer == "marts" and not header[0].startswith("One row per "):
            faults.append(f"{query.where}: a mart's line 1 says -- One row per …")
    return faults


def time_comes_in_as_a_parameter(root: Path) -> list[str]:
    clocks = (exp.CurrentDate, exp.CurrentTime, exp.CurrentTimestamp, exp.CurrentDatetime)
    names = {
        "now",
        "today",
        "get_current_timestamp",
        "get_current_time",
        "transaction_timestamp",
        "localtimestamp",
    }
    return [
        f"{query.where}: asks the clock ({node.sql('duckdb')}); write $as_of"
        for query in queries(root)
        for statement in query.statements()
        if statement
        for node in statement.find_all(*clocks, exp.Anonymous)
        if not isinstance(node, exp.Anonymous) or node.name.lower() in names
    ]


def values_come_in_by_name(root: Path) -> list[str]:
    return [
        f"{query.where}: a parameter without a name; write $name"
        for query in queries(root)
        for statement in query.statements()
        if statement
        for node in statement.find_all(exp.Placeholder, exp.Parameter)
        if not node.this or node.name.isdigit()
    ]


def groups_and_orders_name_their_columns(root: Path) -> list[str]:
    faults = []
    for query in queries(root):
        for statement in filter(None, query.statements()):
            groups = [g for g in statement.find_all(exp.Group) if g.args.get("all")]
            keys = [key for group in statement.find_all(exp.Group) for key in group.expressions]
            keys += [ordered.this for ordered in statement.find_all(exp.Ordered)]
            if groups or any(isinstance(key, exp.Var) or key.is_int for key in keys):
                faults.append(f"{query.where}: groups or orders by all or by a number; name the columns")
    return faults


def questions_end_in_an_order(root: Path) -> list[str]:
    return [
        f"{query.where}: a question ends in order by"
        for query in queries(root)
        if query.layer == "questions" and query.path.stem not in SCOPE
        for statement in query.statements()
        if statement and not statement.args.get("order")
    ]


def the_heavy_half_is_portable(root: Path) -> list[str]:
    return [
        f"{query.where}: {fault}"
        for query in queries(root)
        if query.layer in ("staging", "marts")
        for fault in dict.fromkeys(portable_faults(query.text))
    ]


def no_cast_stands_alone_over_a_file(root: Path) -> list[str]:
    """DuckDB 2.0.0 hands a `try_cast` that is all a select wants of a cell to the reader, which then refuses the file.

    `tests/warehouse/test_engine.py` shows it. The views of `raw` are spared by the file's number beside each row, which
    no select should have to know of; what `hiring/loading` and `hiring/mapping` write is read over the bare file.
    """
    over_files = [
        (query.where, statement)
        for query in queries(root)
        if any(schema == "raw" or table == "read_csv" for schema, table in query.reads())
        or "read_csv" in query.text
        for statement in query.statements()
        if statement
    ]
    return [
        f"{where}: {cast.sql('duckdb')}: the file's reader makes it an error; write case when … then try_cast(…) end"
        for where, tree in (*over_files, *_written_in_python(root))
        for cast in tree.find_all(exp.TryCast)
        if not _is_tested(cast)
    ]


def _is_tested(cast: exp.TryCast) -> bool:
    """Whether the cast stands in a case that asks something, or is of what a function made of the cell."""
    inner = [
        node for node in cast.this.walk() if isinstance(node, exp.Func) and not isinstance(node, exp.Cast)
    ]
    branch = cast.find_ancestor(exp.If)
    asks = branch is not None and not isinstance(branch.this, exp.Boolean | exp.Literal)
    return asks or any(not isinstance(node, exp.Concat | exp.Coalesce) for node in inner)


def _written_in_python(root: Path) -> Iterator[tuple[str, exp.Expression]]:
    """What casts in texts of the rooms that read files, what a text is filled with standing as a name."""
    for module in modules(root):
        if module.where.startswith(("hiring/loading/", "hiring/mapping/")):
            parts = {
                id(part)
                for node in ast.walk(module.tree)
                if isinstance(node, ast.JoinedStr)
                for part in node.values
            }
            for node in ast.walk(module.tree):
                text = "" if id(node) in parts else _text_of(node)
                if "try_cast(" in text:
                    begins = "" if re.match(r"\s*(select|with)\b", text) else "select "
                    yield f"{module.where}:{node.lineno}", sqlglot.parse_one(begins + text, dialect="duckdb")


def _text_of(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    values = node.values if isinstance(node, ast.JoinedStr) else []
    return "".join(part.value if isinstance(part, ast.Constant) else "filled" for part in values)


def a_file_is_short(root: Path) -> list[str]:
    return [
        f"{query.where}: {lines} lines; split it at {LONGEST[query.layer]}"
        for query in queries(root)
        if (lines := len(query.text.splitlines())) > LONGEST.get(query.layer, 0)
        and not COMPILED.fullmatch(query.where)
    ]


LAWS = (
    every_query_lies_in_a_layer,
    each_layer_reads_the_one_below,
    a_file_is_one_select,
    a_file_opens_with_a_sentence,
    time_comes_in_as_a_parameter,
    values_come_in_by_name,
    groups_and_orders_name_their_columns,
    questions_end_in_an_order,
    the_heavy_half_is_portable,
    no_cast_stands_alone_over_a_file,
    a_file_is_short,
)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_project_keeps(law) -> None:
    keep(law(ROOT))


HEAD = "-- One row per hire.\n"
STAGING, MART, CHECK = "queries/staging/stg_a.sql", "queries/marts/a.sql", "queries/checks/a_holds.sql"
QUESTION = "queries/questions/overview/a_by_b.sql"
LOADING = "hiring/loading/desk.py"
BROKEN = [
    (every_query_lies_in_a_layer, "queries/other/a.sql", HEAD + "select 1"),
    (every_query_lies_in_a_layer, "queries/a.sql", HEAD + "select 1"),
    (each_layer_reads_the_one_below, STAGING, HEAD + "select a from staging.stg_b"),
    (each_layer_reads_the_one_below, "queries/staging/set_aside_a.sql", HEAD + "select a from marts.b"),
    (each_layer_reads_the_one_below, MART, HEAD + "select a from raw.b"),
    (each_layer_reads_the_one_below, MART, HEAD + "with c as (select a from marts.b) select a from d"),
    (each_layer_reads_the_one_below, MART, HEAD + "select a from hires_in_scope"),
    (each_layer_reads_the_one_below, QUESTION, HEAD + "select a from staging.stg_b order by a"),
    (each_layer_reads_the_one_below, CHECK, HEAD + "select a from raw.b"),
    (a_file_is_one_select, MART, HEAD + "select a from marts.b; select b from marts.b"),
    (a_file_is_one_select, MART, HEAD + "create table c as select a from marts.b"),
    (a_file_is_one_select, MART, HEAD + "select from where"),
    (a_file_opens_with_a_sentence, CHECK, "select a from marts.b"),
    (a_file_opens_with_a_sentence, CHECK, "-- nothing\nselect a from marts.b"),
    (a_file_opens_with_a_sentence, MART, "-- Every hire.\nselect a from marts.b"),
    (
        time_comes_in_as_a_parameter,
        QUESTION,
        HEAD + "select a from marts.b where c < current_date order by a",
    ),
    (time_comes_in_as_a_parameter, QUESTION, HEAD + "select now() as a from marts.b order by a"),
    (values_come_in_by_name, QUESTION, HEAD + "select a from marts.b where a = ? order by a"),
    (values_come_in_by_name, QUESTION, HEAD + "select a from marts.b where a = $1 order by a"),
    (groups_and_orders_name_their_columns, QUESTION, HEAD + "select a from marts.b group by all order by a"),
    (groups_and_orders_name_their_columns, QUESTION, HEAD + "select a from marts.b order by 1"),
    (
        questions_end_in_an_order,
        QUESTION,
        HEAD + "with c as (select a from marts.b order by a) select a from c",
    ),
    (the_heavy_half_is_portable, MART, HEAD + "select median(a) as a from marts.b"),
    (no_cast_stands_alone_over_a_file, STAGING, HEAD + "select try_cast(a as date) as a from raw.b"),
    (no_cast_stands_alone_over_a_file, STAGING, HEAD + "select try_cast(a || '' as date) as a from raw.b"),
    (
        no_cast_stands_alone_over_a_file,
        STAGING,
        HEAD + "select case when true then try_cast(a as date) end as a from raw.b",
    ),
    (
        no_cast_stands_alone_over_a_file,
        CHECK,
        HEAD + "select try_cast(a as date) as a from read_csv('b.csv')",
    ),
    (no_cast_stands_alone_over_a_file, LOADING, 'LOW = f"min(try_cast({cell} as double)) {of_form}"\n'),
    (
        no_cast_stands_alone_over_a_file,
        "hiring/mapping/evidence.py",
        'ALL = "select try_cast(CELL as double) from (select * from SOURCE)"\n',
    ),
    (a_file_is_short, QUESTION, HEAD + "select\n" + "    a,\n" * 60 + "from marts.b order by a"),
    (
        a_file_is_short,
        "queries/staging/set_aside_a__b.sql",
        HEAD + "select\n" + "    a,\n" * 60 + "from raw.b",
    ),
]


@pytest.mark.parametrize(("law", "name", "text"), BROKEN)
def test_a_broken_sql_law_is_seen(law, name: str, text: str, tmp_path: Path) -> None:
    assert len(law(written(tmp_path, {name: text}))) == 1


def test_a_sound_query_in_each_layer_breaks_no_law(tmp_path: Path) -> None:
    root = written(
        tmp_path,
        {
            STAGING: HEAD + "select a from raw.b",
            "queries/staging/set_aside_b.sql": "-- Rows to set aside.\nselect a from staging.stg_b",
            MART: HEAD + "with c as (select a from staging.stg_b) select c.a, d.b from c cross join marts.d",
            QUESTION: "-- How many?\nselect a, count(*) as n from hires_in_scope group by a order by a",
            "queries/staging/stg_c.sql": HEAD
            + "select case when a like '____-__-__' then try_cast(a as date) end as a, trim(b) as b from raw.c",
            LOADING: 'LOW = f"min(case when {is_so} then try_cast({cell} as double) end)"\n'
            "FIRST = \"count(*) filter (try_cast(regexp_extract(CELL, '[0-9]+') as integer) > 12)\"\n",
            CHECK: "-- A is never what is asked.\nselect a from marts.a where a = $a",
        },
    )
    assert [fault for law in LAWS for fault in law(root)] == []

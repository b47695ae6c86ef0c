"""Where a build's SQL runs: the order its parser finds, the views over sources, what goes in as a value."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from hiring.warehouse.engine import Engine, Step, in_order, literal, tables_read


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    one = Engine(tmp_path / "new.duckdb", tmp_path)
    yield one
    one.close()


def test_the_parser_says_which_tables_a_select_reads_wherever_they_stand() -> None:
    sql = """with a as (select * from staging.x) select *, (select max(b) from marts.y) from a
    left join staging.z on a.k = z.k where a.k in (select k from marts.w) union all select * from marts.v"""
    assert tables_read(sql) == {"staging.x", "marts.y", "staging.z", "marts.w", "marts.v"}


@pytest.mark.parametrize("sql", ["selec 1", "create table a as select 1", "drop table x"])
def test_what_is_no_select_is_refused(sql: str) -> None:
    with pytest.raises(ValueError, match="not one readable select"):
        tables_read(sql)


def _steps(**selects: str) -> list[Step]:
    return [Step(f"marts.{name}", select) for name, select in selects.items()]


def test_each_select_is_made_after_those_it_reads(engine: Engine) -> None:
    steps = _steps(
        a="select one + 1 as two from marts.c",
        b="select 1 as one",
        c="select b.one from marts.b cross join marts.d",
        d="select $day as day",
    )
    engine.make([*steps, Step("marts.e", "select two from marts.a", is_view=True)], {"day": "2026-01-01"})
    assert engine.query_rows("select two from marts.e") == [(2,)]


def test_a_select_may_read_itself_but_two_may_not_read_each_other() -> None:
    assert in_order(_steps(a="select * from marts.a")).get_ready() == ("marts.a",)
    with pytest.raises(ValueError, match=r"read each other: \['marts.a', 'marts.b'\]"):
        in_order(_steps(a="select * from marts.b", b="select * from marts.a"))


def test_what_reads_a_select_that_fails_is_not_made(engine: Engine) -> None:
    steps = _steps(a="select error('no') as one", b="select one from marts.a", c="select 1 as one")
    with pytest.raises(duckdb.InvalidInputException, match="no"):
        engine.make(steps, {})
    assert ("b",) not in engine.query_rows("select table_name from duckdb_tables()")


def test_joins_kept_as_written_leave_the_next_select_its_freedom(engine: Engine) -> None:
    setting = "select current_setting('disabled_optimizers') as off"
    engine.make(
        [
            Step("marts.a", setting, joins_as_written=True),
            Step("marts.b", f"{setting} from marts.a"),
        ],
        {},
    )
    assert "join_order" in engine.query_rows("select off from marts.a")[0][0]
    assert engine.query_rows("select off from marts.b") == [("",)]


@pytest.mark.parametrize(("value", "text"), [(3, "3"), ("it's", "'it''s'"), ("a?b", "'a?b'"), (True, "True")])
def test_our_own_values_as_text(value: object, text: str) -> None:
    assert literal(value) == text


def test_sources_are_united_in_their_order_with_their_number(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "what's ? this.csv"
    path.write_text("a\n1\n2\n")
    read = (
        "select * from read_csv(?, skip = ?, header = false, all_varchar = true, columns = {'a': 'varchar'})"
    )
    engine.register("deals", [(0, read, [str(path), 1]), (7, "select '3' as a", [])])
    assert engine.query_rows("select file_id, a from raw.deals") == [(0, "1"), (0, "2"), (7, "3")]


def test_a_table_is_made_with_the_parameters_its_select_wants(engine: Engine) -> None:
    engine.materialize("marts.one", "select $as_of as day", {"as_of": "2026-01-01", "other": 1})
    assert engine.query_rows("select day from marts.one") == [("2026-01-01",)]
    with pytest.raises(KeyError):
        engine.materialize("marts.two", "select $missing as a", {})


def test_rows_go_in_as_values(engine: Engine) -> None:
    engine.query_rows("create table marts.words (word varchar)")
    engine.insert("marts.words", [("'; drop table marts.words; --",), ("?",)])
    engine.insert("marts.words", [])
    assert engine.query_rows("select count(*) from marts.words") == [(2,)]


def test_what_is_not_a_mart_stays_out_of_the_new_warehouse(tmp_path: Path) -> None:
    engine = Engine(tmp_path / "new.duckdb", tmp_path)
    engine.query_rows("create table staging.secret as select 'Zarathustra' as name")
    engine.materialize("marts.hires", "select 1 as a", {})
    engine.close()
    with duckdb.connect(str(tmp_path / "new.duckdb"), read_only=True) as connection:
        assert connection.execute("select schema_name, table_name from duckdb_tables()").fetchall() == [
            ("marts", "hires")
        ]
    assert b"Zarathustra" not in (tmp_path / "new.duckdb").read_bytes()
    assert not (tmp_path / "new.duckdb.wal").exists()


def test_rows_are_put_into_a_table_all_or_none(engine: Engine) -> None:
    engine.query_rows("create table marts.numbers (number integer)")
    with pytest.raises(duckdb.ConversionException):
        engine.insert("marts.numbers", [(1,), ("many",)])
    assert engine.query_rows("select * from marts.numbers") == []
    engine.insert("marts.numbers", [(1,), (2,)])
    assert engine.query_rows("select * from marts.numbers") == [(1,), (2,)]


# A cast that stands alone over a file

ALONE = [
    "select try_cast(n as integer) as m from raw.t",
    "select try_cast(day as date) as m from raw.t",
    "select try_cast(n || '' as integer) as m from raw.t",
    "select case when true then try_cast(n as integer) end as m from raw.t",
    "select m from (select try_cast(n as integer) as m from raw.t)",
    "select min(try_cast(n as integer)) as m, max(try_cast(n as integer)) as n from raw.t",
]
TESTED_FIRST = [
    ("select case when n <> '' then try_cast(n as integer) end as m from raw.t", [(1,), (None,), (None,)]),
    (
        "select case when day like '____-__-__' then try_cast(n as integer) end as m from raw.t",
        [(1,), (None,), (None,)],
    ),
    ("select n, try_cast(n as integer) as m from raw.t", [("1", 1), ("x", None), (None, None)]),
    ("select min(case when n <> '' then try_cast(n as integer) end) as m from raw.t", [(1,)]),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file whose second row is neither a day nor a number."""
    path = tmp_path / "t.csv"
    path.write_text("day,n\n2024-01-05,1\nno day,x\n2024-01-07,\n", encoding="utf-8")
    return path


@pytest.fixture
def over_a_file(engine: Engine, path: Path) -> Engine:
    """The engine with `raw.t`, a bare view over that file, all of it text."""
    engine.view("raw.t", f"select day, n from read_csv({literal(path)}, all_varchar = true, header = true)")
    return engine


@pytest.mark.parametrize("sql", ALONE)
def test_a_cast_that_stands_alone_over_a_file_is_taken_over_by_its_reader_and_refuses_the_file(
    over_a_file: Engine, sql: str
) -> None:
    """DuckDB 2.0.0 reads such a column as that type at once, strictly: a law keeps our SQL from it.

    Where this fails, `try_cast` gives null here too, as it should, and the law can go.
    """
    with pytest.raises(duckdb.ConversionException, match="CSV Error on Line: 3"):
        over_a_file.query_rows(sql)


@pytest.mark.parametrize(("sql", "rows"), TESTED_FIRST)
def test_a_cast_in_a_case_gives_null_for_what_is_none(
    over_a_file: Engine, sql: str, rows: list[tuple[object, ...]]
) -> None:
    assert over_a_file.query_rows(sql) == rows


def test_a_cast_over_a_table_gives_null(over_a_file: Engine) -> None:
    over_a_file.materialize("marts.t", "select n from raw.t", {})
    assert over_a_file.query_rows("select try_cast(n as integer) from marts.t") == [(1,), (None,), (None,)]


def test_the_number_of_its_file_beside_each_row_keeps_a_source_from_it(engine: Engine, path: Path) -> None:
    select = "select day, n from read_csv(?, all_varchar = true, header = true)"
    engine.register("numbered", [(0, select, [str(path)])])
    assert engine.query_rows("select try_cast(n as integer) from raw.numbered") == [(1,), (None,), (None,)]


@pytest.mark.parametrize(("rows", "alone"), [(0, True), (49_999, True), (50_000, False), (10_000_000, False)])
def test_selects_over_few_rows_run_on_one_thread(tmp_path: Path, rows: int, alone: bool) -> None:
    machine = duckdb.connect().execute("select current_setting('threads')").fetchall()
    engine = Engine(tmp_path / "new.duckdb", tmp_path, rows)
    try:
        assert engine.query_rows("select current_setting('threads')") == ([(1,)] if alone else machine)
    finally:
        engine.close()


def test_the_columns_of_every_table_of_a_schema_come_in_their_order(engine: Engine) -> None:
    engine.query_rows("create table marts.pairs (second_id int, first_id int)")
    engine.query_rows("create table marts.days (day date)")
    engine.query_rows("create table staging.pairs (other int)")
    assert engine.columns("marts") == {"pairs": ("second_id", "first_id"), "days": ("day",)}

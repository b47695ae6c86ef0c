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

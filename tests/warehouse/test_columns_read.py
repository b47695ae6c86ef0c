"""Which columns a select names, of which table: by the names it gives, and never a guess between two."""

from __future__ import annotations

import pytest

from hiring.warehouse.columns_read import columns_read

QUOTAS, PEOPLE = "staging.quotas", "staging.employees"
NAMED = [
    ("select amount from staging.quotas where owner_id = 1", {(QUOTAS, "amount"), (QUOTAS, "owner_id")}),
    ("select q.amount from staging.quotas as q", {(QUOTAS, "amount")}),
    (
        "select q.amount, e.employee_id from staging.quotas as q "
        "join staging.employees as e on q.owner_id = e.work_email",
        {(QUOTAS, "amount"), (QUOTAS, "owner_id"), (PEOPLE, "employee_id"), (PEOPLE, "work_email")},
    ),
    # Of two tables a bare name is either's: it is told of neither.
    ("select amount from staging.quotas cross join staging.employees", set()),
    # A select within another is its own: what is named outside is not the table's inside.
    ("with a as (select amount as b from staging.quotas) select b from a", {(QUOTAS, "amount")}),
    ("select b from (select amount as b from staging.quotas) as a", {(QUOTAS, "amount")}),
    ("select * from staging.quotas", {(QUOTAS, "*")}),
    (
        "select q.*, e.region from staging.quotas as q cross join staging.employees as e",
        {(QUOTAS, "*"), (PEOPLE, "region")},
    ),
    ("select count(*) as n from staging.quotas", set()),
    (
        "select a from staging.quotas as q "
        "where exists (select 1 from staging.employees as e where e.region = q.owner_id)",
        {(QUOTAS, "a"), (PEOPLE, "region")},
    ),
]


@pytest.mark.parametrize(("sql", "named"), NAMED)
def test_a_column_is_told_of_the_table_the_select_says(sql: str, named: set[tuple[str, str]]) -> None:
    assert columns_read(sql) == named


def test_what_is_no_select_is_refused() -> None:
    with pytest.raises(ValueError, match="not one readable select"):
        columns_read("select from where")

"""Times of which the CRM's file lacks what was won, and who is not judged by them: worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import duckdb
import pytest

from helpers.small_company import Built, built
from hiring.warehouse import sql_files

LAST = date(2025, 12, 31)
BEGIN, END = date(1, 1, 1), date(9999, 12, 31)


def found(*rows: tuple[str, str, bool, int, int, int]) -> list[tuple[str, str]]:
    """First and last day of what the rule finds in `sales_gaps`: from, to, is last, days worked in and outside, won."""
    engine = duckdb.connect()
    engine.execute("create schema marts")
    engine.execute("create table marts.company as select cast(null as date) as first_opportunity_on")
    engine.execute(
        "create table marts.sales_gaps (from_on date, to_on date, is_last boolean, count_hires bigint, "
        "days_worked bigint, days_worked_outside bigint, count_won bigint, count_won_by_all bigint, days_of_all bigint)"
    )
    for first, last, is_last, *worked in rows:
        engine.execute(
            "insert into marts.sales_gaps values (?, ?, ?, 9, ?, ?, ?, 20, 100)",
            [first, last, is_last, *worked],
        )
    statement = sql_files.layer("marts")["unknown_sales"].statement
    told = engine.execute(f"select from_on, to_on from ({statement}) order by 1").fetchall()
    return [(first.isoformat(), last.isoformat()) for first, last in told]


def begun(*rows: tuple[str, str, bool, int, int, int]) -> list[str]:
    return [first for first, _ in found(*rows)]


def test_ten_deals_expected_and_none_won_is_no_chance() -> None:
    assert found(("2024-03-01", "2024-05-01", False, 100, 1000, 100)) == [("2024-03-02", "2024-04-30")]
    assert found(("2024-03-01", "2024-05-01", False, 99, 1000, 100)) == []
    assert found() == []


def test_a_file_that_ends_holds_nothing_from_then_on() -> None:
    assert found(("2024-03-01", "2024-05-01", True, 100, 1000, 100)) == [("2024-03-02", "9999-12-31")]


def test_a_drought_of_who_has_won_few_deals_is_one() -> None:
    assert begun(("2024-03-01", "2025-05-01", False, 1000, 200, 2)) == []  # ten expected, of two
    assert begun(("2024-03-01", "2025-05-01", False, 6500, 200, 2)) == ["2024-03-02"]
    assert begun(("2024-03-01", "2025-05-01", False, 900, 400, 5)) == []
    assert begun(("2024-03-01", "2025-05-01", False, 1300, 400, 5)) == ["2024-03-02"]
    assert begun(("2026-03-28", "2026-06-29", True, 800, 0, 5)) == []  # how often is not known


def test_where_no_hire_has_won_anything_the_end_is_told_by_the_pace_of_all() -> None:
    assert begun(("2026-01-01", "2026-02-19", True, 800, 4000, 0)) == []
    assert begun(("2026-01-01", "2026-02-20", True, 800, 4000, 0)) == ["2026-01-02"]  # fifty days: ten deals
    assert begun(("2020-01-01", "2026-06-29", False, 800, 4000, 0)) == []  # then nothing can be said of it


def test_what_comes_again_a_year_on_is_a_season() -> None:
    years = [(f"{year}-01-02", f"{year}-08-30", False, 500, 1000, 100) for year in (2023, 2024, 2025)]
    assert begun(*years, ("2025-12-29", "2026-06-30", True, 500, 1000, 100)) == []
    assert begun(years[0], years[2]) == ["2023-01-03", "2025-01-03"]


def test_what_lasts_a_year_is_no_season_though_it_comes_twice() -> None:
    years = [(f"{year}-01-02", f"{year}-12-30", False, 500, 1000, 100) for year in (2023, 2024)]
    assert begun(*years) == ["2023-01-03", "2024-01-03"]


def test_times_that_touch_are_one() -> None:
    rows = [
        ("2022-01-01", "2022-06-01", False, 500, 1000, 100),
        ("2023-01-01", "2024-01-01", False, 500, 1000, 100),
        ("2024-01-01", "2025-02-01", False, 500, 1000, 100),
    ]
    assert found(*rows) == [("2022-01-02", "2022-05-31"), ("2023-01-02", "2025-01-31")]


HOLE = (date(2024, 3, 2), date(2024, 9, 30))
#: Whoever is named by a letter is a case; the others sell all the time, so that a hole is told from a drought.
HIRED = {
    "A": ("2022-06-01", ""),  # over before the hole at month 12 and 18, and not at 24
    "B": ("2023-06-15", ""),  # in it from month 9 on
    "C": (
        "2023-06-15",
        "2024-01-31",
    ),  # who had left by then, the same: else only who stayed would be missing
    "D": ("2024-05-01", ""),  # starts in it
    "E": ("2024-09-05", ""),  # starts in it, by less than a month
    "F": ("2024-10-01", ""),  # after it
    "G": ("2023-03-02", ""),  # a year to the day before it begins
    "H": ("2023-03-03", ""),
}
COLUMNS = "employee_id,full_name,department,role_profile,region,segment,hire_date,termination_date"


def _tables(hole: tuple[date, date] | None) -> dict[str, str]:
    employees = [f"{who},{who}{who},Sales,Inside,North,S,{a},{b}" for who, (a, b) in HIRED.items()]
    employees += [f"X{n},X{n},Sales,Inside,North,S,2022-01-01," for n in range(8)]
    deals, number = [], 0

    def deal(who: str, day: date) -> None:
        nonlocal number
        number += 1
        if hole is None or not hole[0] <= day <= hole[1]:
            deals.append(f"O{number},{who},Won,true,1000,EUR,{day - timedelta(days=2)},{day}")

    for n in range(8):
        for week in range(0, 204, 4):
            deal(f"X{n}", date(2022, 2, 1) + timedelta(days=7 * week))
    deal("X0", date(2024, 3, 1))
    deal("X0", date(2024, 10, 1))
    for who, day in (("A", date(2022, 7, 1)), ("B", date(2024, 5, 2)), ("B", date(2024, 10, 5))):
        deal(who, day)
    for who in ("G", "H"):
        for months in range(3):
            deal(who, date(2024, 11, 1) + timedelta(days=30 * months))
    owners = [*HIRED, *(f"X{n}" for n in range(8))]
    quotas = [
        f"{who},{year}-{month:02}-01,{year}-{month:02}-28,900,EUR"
        for who in owners
        for year in (2022, 2023, 2024, 2025)
        for month in range(1, 13)
    ]
    opened = "Z,X0,Lost,false,1,EUR,2022-01-01,2022-01-01"
    return {
        "employees": "\n".join([COLUMNS, *employees]),
        "crm_users": "",
        "quotas": "\n".join(["owner_id,period_start_on,period_end_on,amount,currency", *quotas]),
        "opportunities": "\n".join(
            ["opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on", opened, *deals]
        ),
    }


@pytest.fixture(scope="module")
def holed(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The company with the hole."""
    return built(
        tmp_path_factory.mktemp("holed"),
        _tables(HOLE),
        base={},
        as_of=LAST,
        config_toml='base_currency = "EUR"\n',
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same company without it."""
    return built(
        tmp_path_factory.mktemp("whole"),
        _tables(None),
        base={},
        as_of=LAST,
        config_toml='base_currency = "EUR"\n',
    )


@pytest.mark.proof
def test_a_hole_lies_between_the_deals_around_it_and_the_files_begin_is_one_too(
    holed: Built, whole: Built
) -> None:
    rows = "select from_on, to_on, is_begin from marts.unknown_sales order by 1"
    assert whole.rows(rows) == [(BEGIN, date(2021, 12, 31), True)]
    assert holed.rows(rows) == [(BEGIN, date(2021, 12, 31), True), (*HOLE, False)]


def _counted(made: Built) -> dict[str, list[int]]:
    """The windows each hire counts at."""
    rows = made.rows(
        "select employee_id, outcome_window from marts.hire_windows where is_counted and employee_id < 'X' "
        "order by 1, 2"
    )
    return {who: [window for name, window in rows if name == who] for who in HIRED}


def test_windows_that_reach_into_a_hole_do_not_count(holed: Built, whole: Built) -> None:
    assert _counted(whole) == {
        "A": [3, 6, 9, 12, 18, 24],
        **{who: [3, 6, 9, 12, 18, 24] for who in "BCGH"},
        "D": [3, 6, 9, 12, 18],
        "E": [3, 6, 9, 12],
        "F": [3, 6, 9, 12],
    }
    assert _counted(holed) == {
        "A": [3, 6, 9, 12, 18],
        "B": [3, 6],
        "C": [3, 6],
        "D": [],
        "E": [3, 6, 9, 12],
        "F": [3, 6, 9, 12],
        "G": [3, 6, 9, 12],
        "H": [3, 6, 9],
    }


def test_who_starts_in_a_hole_is_not_observed_unless_it_ends_within_a_month(holed: Built) -> None:
    rows = holed.rows("select employee_id from marts.hires where not is_start_observed")
    assert rows == [("D",)]
    assert holed.rows("select count(*) from marts.hires where is_before_crm") == [(0,)]


def test_months_in_a_hole_are_no_months_and_those_after_it_are(holed: Built) -> None:
    rows = holed.rows(
        "select tenure_month from marts.hire_months where employee_id = 'B' and not is_sales_known order by 1"
    )
    assert [month for (month,) in rows] == [9, 10, 11, 12, 13, 14, 15, 16]  # 15 Feb to 14 Oct
    rows = holed.rows(
        "select max(tenure_month) from marts.hire_months where employee_id = 'B' and is_sales_known_so_far"
    )
    assert rows == [(8,)]


def _milestones(made: Built, who: str) -> tuple[object, ...]:
    (row,) = made.rows(
        "select days_to_first_deal, has_first_deal, days_to_quota, has_reached_quota, months_to_ramp, has_ramped "
        f"from marts.hire_milestones where employee_id = '{who}'"
    )
    return tuple(row)


def test_what_is_sold_after_a_hole_need_not_be_the_first_and_is_followed_up_to_it(
    holed: Built, whole: Built
) -> None:
    to_hole = (date(2024, 3, 1) - date(2023, 6, 15)).days
    assert _milestones(whole, "B")[:4] == (322, True, 348, True)
    assert _milestones(holed, "B") == (to_hole, False, to_hole, False, 8, False)
    assert _milestones(whole, "A")[:2] == _milestones(holed, "A")[:2] == (30, True)
    assert _milestones(whole, "G")[5]
    assert _milestones(holed, "G")[4:] == (12, False)
    gone = (date(2024, 1, 31) - date(2023, 6, 15)).days
    assert _milestones(holed, "C")[:4] == _milestones(whole, "C")[:4] == (gone, False, gone, False)


def test_the_best_share_is_one_of_those_who_count(holed: Built) -> None:
    rows = holed.rows(
        "select distinct is_counted from marts.hire_windows where role_number = 1 and is_high_performer is not null"
    )
    assert rows == [(True,)]

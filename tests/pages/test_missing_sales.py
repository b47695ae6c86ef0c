"""Above every page: are won deals missing from the CRM's file? Of companies that sell often, seldom, by season."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import each_built_once
from helpers.unseen_companies import Row, Tables, hires, tables

SETTINGS = 'company_name = "Kestrel (invented)"\nbase_currency = "EUR"\n'
NARROW = "\N{NO-BREAK SPACE}"
LAST = date(2026, 6, 20)
PEOPLE = hires(12, hired=date(2022, 3, 4), sold=None, quota=None)
#: Somebody outside of Sales who left on the last day: the HR file reaches up to now.
LEFT = ("L", "Lena Left", "lena@firm.example", "HR", "Clerk", "", "", "North", "", "2020-01-01", LAST)
PLANNED = (
    "P",
    "Pia Planned",
    "pia@firm.example",
    "HR",
    "Clerk",
    "",
    "",
    "North",
    "",
    "2021-01-01",
    "2027-01-31",
)
OTHERS = [
    (f"N{place}", f"Nora {chr(65 + place)}mann", "", "HR", "Clerk", "", "", "North", "", "2020-01-01", "")
    for place in range(10)
]


def _deal(number: int, place: int, closed: date, *, is_won: bool = True) -> Row:
    stage, won = ("Won", "true") if is_won else ("Lost", "false")
    return (
        f"O{number:04}",
        f"U{place:03}",
        stage,
        won,
        1000,
        "EUR",
        closed - timedelta(days=20),
        closed,
    )


def _sold(every: int = 30, where: Callable[[int, date], bool] = lambda _place, _day: True) -> Iterator[Row]:
    """What each hire closes every so many days: all but each fourth won, as far as it stands in the file."""
    number = 0
    for place, hire in enumerate(PEOPLE):
        day = hire.hired + timedelta(days=60 + 7 * place)
        while day <= LAST:
            number += 1
            if where(place, day):
                yield _deal(number, place, day, is_won=number % 4 > 0)
            day += timedelta(days=every)


def _company(deals: Iterator[Row], *more: Row, left: bool = True) -> Tables:
    employees = [*more, LEFT] if left else [*more]
    return tables(PEOPLE, opportunities=[*deals], employees=employees)


def _old(place: int) -> Row:
    return ("OLD", f"U{place:03}", "Proposal", "false", 1000, "EUR", "2020-02-03", "")


def _of_former_sellers() -> Iterator[Row]:
    """Larger sums of long ago, won by people who are in no HR file any more."""
    for month in range(1, 13):
        yield (
            f"X{month}",
            "GONE",
            "Won",
            "true",
            900_000,
            "EUR",
            f"2019-{month:02}-01",
            f"2019-{month:02}-15",
        )


def _few() -> Iterator[Row]:
    """Two deals won a year, the last of them ten months ago, and the rest lost."""
    kept = {"2023-03", "2023-10", "2024-02", "2024-11", "2025-03", "2025-08"}
    for row in _sold():
        month = str(row[7])[:7]
        is_won = month in kept and row[2] == "Won"
        kept -= {month} if is_won else set()
        yield row if is_won else (*row[:2], "Lost", "false", *row[4:])


COMPANIES: Mapping[str, Callable[[], Tables]] = {
    "whole": lambda: _company(_sold()),
    "with a hole": lambda: _company(
        _sold(where=lambda _, day: not date(2024, 7, 1) <= day < date(2025, 7, 1))
    ),
    "of one old opportunity": lambda: _company(
        iter([_old(0), *_sold(where=lambda _, day: day >= date(2025, 1, 1))])
    ),
    "two months short": lambda: _company(_sold(where=lambda _, day: day <= date(2026, 4, 15))),
    "with a hole up to its last day": lambda: _company(
        iter([*_sold(where=lambda _, day: day < date(2025, 7, 1)), _deal(9999, 0, LAST)])
    ),
    "of one season": lambda: _company(_sold(where=lambda _, day: day.month >= 9)),
    "of few deals": lambda: _company(_few()),
    "of another CRM for half": lambda: _company(_sold(where=lambda place, _: place % 2 == 0)),
    "of which only the won are in the file": lambda: _company(
        row for row in _sold(where=lambda place, _: place % 2 == 0) if row[2] == "Won"
    ),
    "whose former sellers are gone": lambda: _company(iter([*_of_former_sellers(), *_sold()])),
    "whose CRM ends before the hires": lambda: _company(_of_former_sellers()),
    "whose HR file is old but for a planned exit": lambda: _company(_sold(), PLANNED, *OTHERS, left=False),
}


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The warehouse of one of them, built once."""
    return each_built_once(tmp_path_factory, COMPANIES, SETTINGS)


@pytest.fixture
def warned(app, company) -> Callable[[str], list[str]]:
    """What stands above the page of a company, but for nobody having left it."""

    def of(name: str) -> list[str]:
        at = app("outcomes", warehouse=company(name))
        assert not at.exception
        assert not at.error
        return [one.value.replace("\\", "").replace(NARROW, " ") for one in at.warning]

    return of


@pytest.mark.parametrize(
    "name", ["whole", *breadth.proof("of one season", "of few deals", "whose former sellers are gone")]
)
def test_nothing_is_said_where_nothing_is_missing(warned, name: str) -> None:
    assert warned(name) == []


def test_a_year_without_a_won_deal_is_missing_where_somebody_sells_every_month(warned) -> None:
    (told,) = warned("with a hole")
    assert told.startswith(
        "**The CRM's file holds no deal won between 28 Jun 2024 and 3 Jul 2025, when 12 hires"
    )
    assert told.endswith("is in no figure of sales. Export the deals won in it too.")


@pytest.mark.proof
def test_a_hole_up_to_the_last_day_is_one_and_no_early_end(warned) -> None:
    (told,) = warned("with a hole up to its last day")
    assert told.startswith(
        "**The CRM's file holds no deal won between 30 Jun 2025 and 20 Jun 2026, when 12 hires"
    )


@pytest.mark.proof
def test_one_old_opportunity_does_not_make_the_history_of_a_crm(warned) -> None:
    (told,) = warned("of one old opportunity")
    assert told.startswith("**The CRM's file holds no deal won between 3 Feb 2020 and ")


def test_two_missing_months_are_told_where_somebody_sells_every_week(warned) -> None:
    (told,) = warned("two months short")
    assert told.startswith("**The CRM's file holds no deal won after ")
    assert told.endswith("can have all data end that day: -:color[-]as-of 2026-04-15.")


def test_half_of_the_hires_without_any_opportunity_sell_somewhere_else(warned) -> None:
    (told,) = warned("of another CRM for half")
    assert told.startswith("**6 of 11 hires who stayed half a year own no opportunity in the CRM's file:")
    assert "export its opportunities too" in told


@pytest.mark.proof
def test_where_only_won_deals_came_who_owns_none_may_have_won_none(warned) -> None:
    assert warned("of which only the won are in the file") == []


@pytest.mark.proof
def test_a_crm_that_ends_before_the_hires_is_not_to_be_built_as_of_a_day_without_hires(warned) -> None:
    (told,) = warned("whose CRM ends before the hires")
    assert told.startswith("**The CRM's file holds no deal won after 15 Dec 2019,")
    assert told.endswith("Where deals were won since, export them too.")


@pytest.mark.proof
def test_a_planned_exit_does_not_make_an_old_hr_file_new(warned) -> None:
    none, told = warned("whose HR file is old but for a planned exit")
    assert none.startswith("**The HR file has 25 spells of employment, and nobody in it has left.**")
    assert told.startswith("**In the HR file nobody was hired or left after 28 Jan 2023,")

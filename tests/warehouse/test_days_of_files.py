"""Days as companies write them, through the whole build: read where there is one reading, else asked or set aside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import CLOCK, Built, built, write_exports
from helpers.vendor_exports import answer, said
from hiring.mapping import own
from hiring.mapping.writing import Chosen, Draft, mapping_text
from hiring.warehouse.build import Request, build

DEALS = """
opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on
O1,P1,Won,true,100.00,EUR,2024-01-05,2024-02-10
"""
HIRED = "select employee_id, hire_date, termination_date from marts.spells order by 1"


def people(*dates: str, label: str = "Hire Date") -> str:
    """Sellers with our labels and these dates of hire."""
    rows = [f"P{n},Person {n},Sales,AE,{day}" for n, day in enumerate(dates, start=1)]
    return "\n".join([f"Employee ID,Full Name,Department,Job Title,{label}", *rows])


def hired(folder: Path, *dates: str, label: str = "Hire Date", **files: str) -> Built:
    """A company of these hires and one deal."""
    return built(folder, base={"employees": people(*dates, label=label), "opportunities": DEALS}, **files)


@pytest.mark.proof
def test_our_own_header_with_dates_of_another_order_is_read_by_what_the_column_tells(tmp_path: Path) -> None:
    staff = """
Employee ID,Full Name,Department,Job Title,Hire Date,Termination Date
P1,Ida Berg,Sales,AE,23-10-2023,
P2,Ole Dahl,Sales,AE,05-02-2023,31-03-2024
"""
    company = built(tmp_path, base={"employees": staff, "opportunities": DEALS})
    assert company.rows(HIRED) == [
        ("P1", date(2023, 10, 23), None),
        ("P2", date(2023, 2, 5), date(2024, 3, 31)),
    ]
    assert any(
        "Hire Date, Termination Date: days not written as 2026-03-31" in line for line in said(company)
    )


def test_our_own_header_with_dates_that_cannot_be_told_asks_once_a_column(tmp_path: Path) -> None:
    held = hired(tmp_path, "05/02/2023", "03/04/2023")
    assert held.result.outcome == "held"
    assert [question.key for question in held.result.questions] == [
        "date order of Hire Date in employees.csv"
    ]
    line = answer("date order of Hire Date in employees.csv", "mdy", held.result.questions[0].digest)
    company = hired(tmp_path, "05/02/2023", "03/04/2023", answers_toml=line)
    assert [row[1] for row in company.rows(HIRED)] == [date(2023, 5, 2), date(2023, 3, 4)]


@pytest.mark.parametrize(
    "cell",
    breadth.first(
        1, ["20231031", "2023/10/31", "31.10.2023", *breadth.proof("2023-10-31", "2023.10.31", "31/10/2023")]
    ),
)
def test_one_reading_needs_no_question_whatever_the_form(tmp_path: Path, cell: str) -> None:
    company = hired(tmp_path, cell, "2023-1-5")
    assert [row[1] for row in company.rows(HIRED)] == [date(2023, 10, 31), date(2023, 1, 5)]


@pytest.mark.proof
def test_a_month_that_is_none_is_set_aside_and_the_rest_read(tmp_path: Path) -> None:
    company = hired(tmp_path, "20211301", *["20210101"] * 12)
    assert company.account("employees") == (13, 12, 1, 0)


def test_a_spreadsheets_days_are_read_in_a_column_called_a_date(tmp_path: Path) -> None:
    company = hired(tmp_path, "45231", "44931.0")
    assert [row[1] for row in company.rows(HIRED)] == [date(2023, 11, 1), date(2023, 1, 5)]


@pytest.mark.proof
def test_milliseconds_are_days_by_the_companys_zone(tmp_path: Path) -> None:
    config = 'time_zone = "Asia/Tokyo"\n'
    company = hired(tmp_path, "1698710400000", "1698796799000", config_toml=config)
    assert [row[1] for row in company.rows(HIRED)] == [date(2023, 10, 31), date(2023, 11, 1)]


def test_numbers_beyond_our_time_are_asked_about(tmp_path: Path) -> None:
    held = hired(tmp_path, "45231", "48990")
    assert held.result.outcome == "held"
    assert "as days they would be 2023-11-01 to 2034-02-15" in said(held)[0]


def test_two_orders_in_one_column_are_asked_about(tmp_path: Path) -> None:
    held = hired(tmp_path, "31/10/2023", "10/31/2023")
    assert (held.result.outcome, held.result.questions[0].choices) == ("held", ("dmy", "mdy"))
    assert "days above 12 on both places" in said(held)[0]


@pytest.mark.proof
def test_a_mapping_a_person_made_goes_before_our_own_header(tmp_path: Path) -> None:
    exports = write_exports(tmp_path / "exports", {"employees": people("05-02-2023"), "opportunities": DEALS})
    ours = {"employee_id": "Employee ID", "full_name": "Full Name", "job_title": "Job Title"}
    columns = [(name, Chosen((label,))) for name, label in ours.items()]
    columns += [
        ("department", Chosen(("Department",))),
        ("hire_date", Chosen(("Hire Date",), date_order="dmy")),
    ]
    own.save(exports, "staff", mapping_text(Draft("Own export", "staff", "employees", tuple(columns))))
    company = Built(build(Request(exports, tmp_path / "w", clock=CLOCK, wait=lambda _: None)), tmp_path / "w")
    assert company.rows(HIRED) == [("P1", date(2023, 2, 5), None)]
    assert any("read as Own export staff" in line for line in said(company))


def test_months_by_name_in_several_languages_need_no_question(tmp_path: Path) -> None:
    company = hired(tmp_path, "31. Okt 2023", "5 mars 2024", "20 sept. 2019", "2 października 2022")
    assert [row[1] for row in company.rows(HIRED)] == [
        date(2023, 10, 31),
        date(2024, 3, 5),
        date(2019, 9, 20),
        date(2022, 10, 2),
    ]


def test_a_moment_with_a_zone_is_the_day_in_the_companys_zone(tmp_path: Path) -> None:
    cells = ("2023-10-31 23:30:00 -0500", "2023-10-31 08:00:00 UTC", "2023-10-31")
    company = hired(tmp_path / "ours", *cells, config_toml='time_zone = "Asia/Tokyo"\n')
    assert [row[1] for row in company.rows(HIRED)] == [
        date(2023, 11, 1),
        date(2023, 10, 31),
        date(2023, 10, 31),
    ]
    cells = ("31/10/2023 23:30 -05:00", "31/10/2023 08:00 UTC", "31/10/2023")
    company = hired(tmp_path / "parted", *cells, config_toml='time_zone = "Asia/Tokyo"\n')
    assert [row[1] for row in company.rows(HIRED)] == [
        date(2023, 11, 1),
        date(2023, 10, 31),
        date(2023, 10, 31),
    ]


def test_a_century_is_asked_once_a_column_and_then_read(tmp_path: Path) -> None:
    held = hired(tmp_path, "10/31/23", "20-Sep-19", "2/1/98")
    assert [question.key for question in held.result.questions] == ["century of Hire Date in employees.csv"]
    line = answer("century of Hire Date in employees.csv", "1950", held.result.questions[0].digest)
    company = hired(tmp_path, "10/31/23", "20-Sep-19", "2/1/98", answers_toml=line)
    assert [row[1] for row in company.rows(HIRED)] == [
        date(2023, 10, 31),
        date(2019, 9, 20),
        date(1998, 2, 1),
    ]


@pytest.mark.parametrize(
    "odd", breadth.first(1, ["99999999", "2023-13-45", "29 Feb 2023", "\u200f5 mars 2024"])
)
def test_one_odd_cell_is_set_aside_and_the_rest_of_its_column_read(tmp_path: Path, odd: str) -> None:
    company = hired(tmp_path, odd, *["31. Okt 2023"] * 12)
    assert company.account("employees") == (13, 12, 1, 0)
    assert company.rows("select distinct hire_date from marts.spells") == [(date(2023, 10, 31),)]

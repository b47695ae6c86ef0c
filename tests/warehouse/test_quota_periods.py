"""Quotas of one seller for the same days are asked about or set aside, and never added."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import Built, built
from helpers.standing import standing
from warehouse.fates import built_from

HEAD = "owner_id,period_start_on,period_end_on,amount,currency\n"
LONGER, SHORTER, NONE = "the longer periods count", "the shorter periods count", "none of them counts"
YEAR_AND_QUARTERS = HEAD + (
    "E1,2023-01-01,2023-12-31,120000,EUR\nE1,2023-04-01,2023-06-30,30000,EUR\n"
    "E1,2023-07-01,2023-09-30,30000,EUR\nE1,2023-10-01,2023-12-31,30000,EUR\n"
)
EMPLOYEES = """
employee_id,full_name,work_email,department,role_profile,hire_date,termination_date
E1,Ada Tansel,ada@tarn.example,Sales,Account executive,2023-01-02,
E2,Bo Marrek,bo@tarn.example,Sales,Account executive,2023-03-15,2024-06-30
"""
EUROS = 'base_currency = "EUR"\n'
DEALS = """
opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on
O1,E1,Closed Won,true,1000.00,EUR,2023-01-10,2023-02-10
O2,E2,Closed Won,true,2000.00,EUR,2023-04-10,2024-08-01
"""


def exported(quotas: str, logins: str = "") -> dict[str, str]:
    return {"employees": EMPLOYEES, "crm_users": logins, "opportunities": DEALS, "quotas": quotas}


def company(folder: Path, quotas: str, logins: str = "") -> Built:
    return built(folder, exported(quotas, logins), config_toml=EUROS)


def asked(folder: Path) -> Built:
    """The company whose year lies beside its quarters, and which waits for an answer."""
    return standing(folder, exported(YEAR_AND_QUARTERS), config_toml=EUROS)


def answered(folder: Path, held: Built, choice: str) -> Built:
    lines = []
    for question in held.result.questions:
        said = choice if choice in question.choices else question.choices[0]
        line = question.line(date(2026, 7, 1)).replace("your name", "Hana")
        lines.append(line.replace(f'"{question.choices[0]}"', f'"{said}"', 1))
    (folder / "exports" / "answers.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return built_from(folder / "exports", folder / "warehouse")


def aside(warehouse: Built) -> list[tuple[int | None, str, str]]:
    return [(row.line, row.reason, row.found) for row in warehouse.result.set_aside]


def test_a_year_beside_its_quarters_holds_the_build_and_asks_which_of_them_count(tmp_path: Path) -> None:
    held = asked(tmp_path)
    assert held.result.outcome == "held"
    (question,) = held.result.questions
    assert question.choices == (LONGER, SHORTER, NONE)
    assert str(question.message) == (
        "quotas.csv · line 2 · column period_start_on · "
        "found E1 2023-01-01 to 2023-12-31 and 2023-04-01 to 2023-06-30 · "
        "wanted one quota for each seller and day; so it is with 1 owner · build held · "
        "answer which periods count (the others are set aside, none are added), or correct the export"
    )


@pytest.mark.parametrize(
    ("choice", "lines", "quota"),
    breadth.first(
        1, [(LONGER, [3, 4, 5], 120000 * 364 / 365), (SHORTER, [2], 90000), (NONE, [2, 3, 4, 5], None)]
    ),
)
def test_the_answer_says_which_periods_count_and_the_others_are_set_aside(
    tmp_path: Path, choice: str, lines: list[int], quota: float | None
) -> None:
    served = answered(tmp_path, asked(tmp_path), choice)
    assert served.result.outcome == "served"
    assert [row[0] for row in aside(served)] == lines
    assert {row[1] for row in aside(served)} == {"other_periods_count"}
    assert aside(served)[0][2].startswith("2023-0")
    found = served.one("select quota from marts.hires where employee_id = 'E1'")
    assert found == (None if quota is None else pytest.approx(quota, abs=1e-5))


@pytest.mark.proof
def test_a_quarter_that_starts_with_its_year_is_no_other_version_of_it(tmp_path: Path) -> None:
    first = "E1,2023-01-01,2023-03-31,30000,EUR\n"
    served = answered(tmp_path, company(tmp_path, YEAR_AND_QUARTERS + first), SHORTER)
    assert [row[0] for row in aside(served)] == [2]
    assert served.one("select quota from marts.hires where employee_id = 'E1'") == pytest.approx(
        120000 - 30000 / 90, abs=1e-5
    )


def test_the_answer_holds_for_later_exports(tmp_path: Path) -> None:
    answered(tmp_path, asked(tmp_path), LONGER)
    later = company(tmp_path, YEAR_AND_QUARTERS + "E2,2023-01-01,2024-12-31,10,EUR\n")
    assert later.result.outcome == "served"


MANY = HEAD + "".join(f"E2,{year}-01-01,{year}-12-31,10,EUR\n" for year in range(1990, 2023))


@pytest.mark.proof
def test_periods_of_like_length_that_overlap_are_both_set_aside_without_a_question(tmp_path: Path) -> None:
    half = "E1,2023-01-15,2023-02-14,100,EUR\nE1,2023-02-01,2023-02-28,200,EUR\nE1,2023-03-01,2023-03-31,300,EUR\n"
    served = company(tmp_path, MANY + half)
    assert aside(served) == [
        (35, "overlaps_another", "2023-01-15 to 2023-02-14 with 2023-02-01 to 2023-02-28"),
        (36, "overlaps_another", "2023-02-01 to 2023-02-28 with 2023-01-15 to 2023-02-14"),
    ]
    assert served.one("select quota from marts.hires where employee_id = 'E1'") == 300


@pytest.mark.proof
def test_a_period_that_ends_on_the_day_the_next_begins_is_no_overlap(tmp_path: Path) -> None:
    quotas = HEAD + "E1,2023-01-02,2023-02-02,320,EUR\nE1,2023-02-02,2023-03-02,290,EUR\n"
    served = company(tmp_path, quotas)
    assert not aside(served)
    assert served.one("select quota from marts.hires where employee_id = 'E1'") == 610


def test_two_versions_of_one_quota_are_both_set_aside_and_a_copy_is_loaded_once(tmp_path: Path) -> None:
    rows = "E1,2023-02-01,2023-02-28,200,EUR\nE1,2023-02-01,2023-02-28,210,EUR\n"
    copies = "E1,2023-03-01,2023-03-31,300,EUR\n" * 2
    served = company(tmp_path, MANY + rows + copies)
    assert [(line, reason) for line, reason, _ in aside(served)] == [
        (35, "same_key_other_values"),
        (36, "same_key_other_values"),
        (38, "exact_duplicate"),
    ]
    assert served.one("select quota from marts.hires where employee_id = 'E1'") == 300


LOGINS = "owner_id,full_name,email,employee_id\nU1,Ada Tansel,,E1\nU2,Ada Tansel,ADA@tarn.example,\n"


@pytest.mark.proof
def test_two_logins_of_one_person_are_one_seller(tmp_path: Path) -> None:
    rows = "U1,2023-02-01,2023-02-28,200,EUR\nU2,2023-02-01,2023-02-28,200,EUR\nU1,2023-03-01,2023-03-31,300,EUR\n"
    served = company(tmp_path, MANY + rows, LOGINS)
    assert aside(served) == [
        (35, "overlaps_another", "2023-02-01 to 2023-02-28 with U2 2023-02-01 to 2023-02-28"),
        (36, "overlaps_another", "2023-02-01 to 2023-02-28 with U1 2023-02-01 to 2023-02-28"),
    ]
    assert served.one("select quota from marts.hires where employee_id = 'E1'") == 300


@pytest.mark.proof
def test_two_people_with_quotas_for_the_same_days_do_not_overlap(tmp_path: Path) -> None:
    quotas = HEAD + "E1,2023-01-01,2023-12-31,100,EUR\nE2,2023-04-01,2023-06-30,30,EUR\n"
    assert not aside(company(tmp_path, quotas))


@pytest.mark.proof
def test_the_same_period_in_two_currencies_is_not_added(tmp_path: Path) -> None:
    rates = "month,currency,rate\n2023-02-01,USD,2\n"
    rows = "E1,2023-02-01,2023-02-28,200,EUR\nE1,2023-02-01,2023-02-28,200,USD\n"
    tables = {"employees": EMPLOYEES, "crm_users": "", "opportunities": DEALS, "exchange_rates": rates}
    served = built(tmp_path, {**tables, "quotas": MANY + rows}, config_toml='base_currency = "EUR"\n')
    assert [row[1] for row in aside(served)] == ["same_key_other_values"] * 2

"""One flat report fills several tables, and a turned sheet a row a person and period: through a build to the marts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from helpers import flat_reports
from helpers.small_company import CLOCK, Built
from hiring.config import CompanySettings
from hiring.warehouse.build import Request, build


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("flat") / "exports"
    for name in flat_reports.FILES:
        flat_reports.put(folder, name)
    for name in flat_reports.FILES:
        flat_reports.mapped(folder, name)
    request = Request(folder, folder.parent / "warehouse", clock=CLOCK, wait=lambda _path: None)
    return Built(build(request), folder.parent)


def messages(company: Built) -> list[str]:
    return [str(message) for message in company.result.messages]


def test_every_record_is_accounted_for_once(company: Built) -> None:
    found = {
        file["file"]: tuple(file[count] for count in ("read", "loaded", "quarantined", "skipped"))
        for file in company.result.files
    }
    assert found == {
        "candidats.csv": (5, 5, 0, 0),
        "deals report.csv": (5, 5, 0, 0),
        "Personalliste.csv": (3, 3, 0, 0),
        "Quoten.csv": (6, 2, 0, 4),
    }


def test_an_applicant_report_gives_each_application_and_interview_once(company: Built) -> None:
    rows = company.rows("select source, status, applied_on from marts.applications order by applied_on")
    assert rows == [
        ("LinkedIn", "hired", date(2023, 10, 3)),
        ("Referral", "rejected", date(2023, 10, 5)),
        ("Referral", "rejected", date(2023, 10, 25)),
        ("Agence", "rejected", date(2023, 10, 26)),
    ]
    assert company.one("select count(*) from marts.interviews") == 3


def test_a_cell_that_contradicts_another_is_left_empty_and_told_in_one_line(company: Built) -> None:
    (said,) = [line for line in messages(company) if "Années" in line]
    assert said == (
        "candidats.csv · line 5 · column Années · found 4, and 2 on line 4 · wanted one years_in_sales for each "
        "person · left empty: neither is taken · correct the one that is wrong at the source and export again"
    )


def test_deals_owned_by_name_and_mail_find_the_sellers_whose_history_the_list_tells(company: Built) -> None:
    rows = company.rows(
        "select full_name, role_profile, sales_start_on, role_ended_on, credited_revenue from marts.hires "
        "order by full_name, sales_start_on"
    )
    assert rows[0] == ("Ada First", "Inside sales", date(2024, 1, 10), date(2025, 1, 31), Decimal("1500.5"))
    assert rows[-1][:3] == ("Ben Second", "Inside sales", date(2024, 3, 1))
    assert company.one("select count(*) from marts.crm_logins") == 2


def test_quotas_of_a_turned_sheet_are_the_sum_of_its_cells(company: Built) -> None:
    rows = company.rows(
        "select person_id, period_start_on, period_end_on, amount from marts.quotas order by 1, 2"
    )
    assert rows[0] == ("A", date(2024, 1, 1), date(2024, 3, 31), Decimal(1000))
    assert [(person, int(amount)) for person, _, _, amount in rows] == [
        *(("A", amount) for amount in (1000, 1000, 1200, 1200)),
        *(("B", amount) for amount in (500, 600, 700)),
    ]


def test_a_total_that_contradicts_its_parts_is_told_and_a_true_one_is_not(company: Built) -> None:
    said = [line for line in messages(company) if "contradicts its parts" in line]
    assert [line.split(" · ")[1:5] for line in said] == [
        ["line 6", "column Gesamt", "found 1.900,00", "wanted 1,800, the sum of Q1 2024 … Q4 2024"],
        ["line 8", "column Gesamt", "found 6.200,00", "wanted 6,300, the sum of the rows above"],
    ]


def test_an_application_with_two_sources_is_set_aside_once(tmp_path: Path) -> None:
    text = flat_reports.APPLICANTS.rstrip("\n")
    text += "\nCy Dee;cy@mail.example;Field sales;LinkedIn;26/10/2023;Refusée;;;;;1\n"
    flat_reports.put(tmp_path, "candidats.csv", text)
    found = flat_reports.seen(tmp_path, "candidats.csv")
    assert [(one.table, one.count) for one in found.by_table] == [
        ("applications", 3),
        ("candidates", 3),
        ("interviews", 3),
    ]
    assert [str(message).split(" · ")[1:5] for message in found.set_aside] == [
        [
            "line 7",
            "column Source",
            "found LinkedIn, and Agence on line 6",
            "wanted one source for each candidate and requisition",
        ]
    ]


def test_a_word_for_an_amount_is_told_by_its_own_heading_and_the_other_cells_load(tmp_path: Path) -> None:
    flat_reports.put(
        tmp_path, "Quoten.csv", flat_reports.QUOTAS.replace("600,00", "offen").replace("Q4;", "Q5;")
    )
    answers = flat_reports.QUOTA_ANSWERS.replace("Q4 2024", "Q3 2024")
    found = flat_reports.seen(tmp_path, "Quoten.csv", answers)
    assert found.count == 4
    assert [str(one).split(" · ")[1:4] for one in found.set_aside] == [
        ["line 6", "column Q3 2024", "found offen"]
    ]
    (unread,) = [one for one in found.told if one.column == "Q5"]
    assert unread.found == "a heading that is no period"


def test_quarters_that_may_be_fiscal_are_asked_about_and_then_read_so(tmp_path: Path) -> None:
    flat_reports.put(tmp_path, "Quoten.csv")
    settings = CompanySettings(fiscal_year_starts_in=4)
    asked = flat_reports.seen(tmp_path, "Quoten.csv", settings=settings)
    assert [(ask.key, ask.choices) for ask in asked.asks] == [
        ("year of Q1 2024 … Q4 2024 in Quoten.csv", ("calendar", "fiscal"))
    ]
    said = 'year = "fiscal"\n' + flat_reports.QUOTA_ANSWERS
    told = flat_reports.seen(tmp_path, "Quoten.csv", said, settings)
    assert (told.asks, told.rows[0][1:3]) == ((), ("2023-04-01", "2023-06-30"))

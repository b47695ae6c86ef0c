"""One sales clock: it starts with the hire or the move into Sales, and a change of role ends the first window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers.small_company import Built, built
from hiring.warehouse import sql_files

HEAD = (
    "employee_id,full_name,department,job_title,role_profile,region,manager_id,hire_date,termination_date\n"
)
CHANGES = "employee_id,effective_on,job_title,role_profile,region,manager_id,leads_people\n"
DEALS = "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on\n"
QUOTAS = "owner_id,period_start_on,period_end_on,amount,currency\n"
FIRST = "Z,A,Lost,false,1,EUR,2019-12-01,2022-02-01\n"
AS_OF = date(2024, 12, 31)
SETTINGS = "[default_role]\nramp_months = 0\nbar = 1.0\n"


def company(
    folder: Path,
    employees: str,
    changes: str = "",
    *,
    deals: str = "",
    quotas: str = "",
    settings: str = SETTINGS,
    **tables: str,
) -> Built:
    given = {
        "employees": HEAD + employees,
        "crm_users": "",
        "opportunities": DEALS + FIRST + deals,
        "job_changes": CHANGES + changes if changes else "",
        "quotas": QUOTAS + quotas if quotas else "",
        **tables,
    }
    return built(folder, given, as_of=AS_OF, config_toml='base_currency = "EUR"\n' + settings)


def hires(company: Built, columns: str, who: str = "P") -> list[tuple]:
    return company.rows(f"select {columns} from marts.hires where employee_id = '{who}'")


def stints(company: Built, who: str = "P") -> list[tuple]:
    return company.rows(
        "select role_profile, starts_on::varchar, ends_on::varchar from marts.role_stints "
        f"where employee_id = '{who}' order by role_number"
    )


OTHER = "A,Ada,Sales,AE,AE,North,,2020-01-01,\n"

# The case of a transfer into Sales, with the application of each start.
DAN = "P,Dan Transfer,Sales,AE,AE,North,,2020-01-06,\n"
INTO_SALES = "P,2020-01-06,Support agent,Support,,,false\nP,2023-06-01,AE,AE,,,false\n"
APPLICATIONS = (
    "application_id,candidate_id,role_profile,source,applied_on,status,accepted_on,employee_id\n"
    "AP1,C4,AE,Referral,2019-11-05,hired,2019-12-15,P\nAP2,C4,AE,Internal,2023-04-01,hired,2023-05-05,P\n"
)
INTERVIEWS = (
    "interview_id,application_id,stage,interviewer_name,scheduled_for,status,recommendation\n"
    "I1,AP1,Onsite,Rex One,2019-12-01,held,3\nI2,AP2,Onsite,Sue Two,2023-04-20,held,3\n"
)
ATS = {"applications": APPLICATIONS, "interviews": INTERVIEWS}
DAN_SOLD = "D1,P,Won,true,9000,EUR,2023-06-10,2023-08-01\nD2,P,Won,true,70,EUR,2021-06-10,2021-08-01\n"


def test_a_move_into_sales_starts_the_clock_and_the_last_application_before_it_led_to_the_hire(
    tmp_path: Path,
) -> None:
    moved = company(tmp_path, OTHER + DAN, INTO_SALES, deals=DAN_SOLD, **ATS)
    assert hires(
        moved, "hire_date, sales_start_on, source, application_id, months_since_hire, credited_revenue"
    ) == [(date(2020, 1, 6), date(2023, 6, 1), "Internal", "AP2", 18, 9000.0)]
    assert moved.rows("select employee_id, full_name from marts.panel_seats") == [("P", "Sue Two")]
    assert moved.rows("select timing, is_of_hire from marts.credits where opportunity_id = 'D2'") == [
        ("before hire", False)
    ]
    assert moved.one("select min(starts_on) from marts.hire_months where employee_id = 'P'") == date(
        2023, 6, 1
    )


def test_without_job_changes_the_clock_is_the_hire_and_a_later_application_leads_to_nobody(
    tmp_path: Path,
) -> None:
    unmoved = company(tmp_path, OTHER + DAN, deals=DAN_SOLD, **ATS)
    assert hires(unmoved, "sales_start_on, source, application_id, credited_revenue") == [
        (date(2020, 1, 6), "Referral", "AP1", 9070.0)
    ]
    assert unmoved.rows("select employee_id, full_name from marts.panel_seats") == [("P", "Rex One")]
    assert unmoved.rows(
        "select employee_id, is_person_known from marts.applications where application_id = 'AP2'"
    ) == [(None, True)]
    counts = "select count_found from marts.match_counts where count_name like 'hired_or%'"
    assert unmoved.one(counts) == 2  # the two interviewers, and no application


@pytest.mark.proof
def test_an_interview_after_the_start_of_the_clock_is_no_seat(tmp_path: Path) -> None:
    late = (
        INTERVIEWS + "I3,AP2,Onsite,Tim Three,2023-06-01,held,3\nI4,AP2,Onsite,Uli Four,2023-06-02,held,3\n"
    )
    moved = company(tmp_path, OTHER + DAN, INTO_SALES, applications=APPLICATIONS, interviews=late)
    assert moved.rows("select full_name from marts.panel_seats order by 1") == [("Sue Two",), ("Tim Three",)]


# A move from one selling role to another.
SDRS = "S,Sam,Sales,SDR,SDR,North,,2022-01-01,\n"
EVE = "P,Eve Mover,Sales,AE,AE,South,M2,2022-01-10,\n"
UP = "P,2022-01-10,SDR,SDR,North,M1,false\nP,2023-02-01,AE,AE,South,M2,false\n"
EVE_SOLD = "D1,P,Won,true,100,EUR,2022-02-01,2022-08-01\nD2,P,Won,true,500,EUR,2023-01-15,2023-03-01\n"
EVE_OWED = "P,2022-01-10,2023-01-31,387,EUR\nP,2023-02-01,2023-12-31,3340,EUR\n"


def test_a_hire_keeps_the_first_role_with_its_region_and_manager_whatever_the_list_says_today(
    tmp_path: Path,
) -> None:
    moved = company(tmp_path, OTHER + SDRS + EVE, UP)
    assert hires(moved, "role_profile, region, manager_id, role_ended_on::varchar") == [
        ("SDR", "North", "M1", "2023-01-31")
    ]
    assert stints(moved) == [("SDR", "2022-01-10", "2023-01-31"), ("AE", "2023-02-01", None)]


def test_each_role_has_its_own_months_windows_sales_and_quota(tmp_path: Path) -> None:
    moved = company(tmp_path, OTHER + SDRS + EVE, UP, deals=EVE_SOLD, quotas=EVE_OWED)
    rows = moved.rows(
        "select role_number, role_profile, revenue, quota, is_mature, is_counted, is_ended_by_move, met_bar "
        "from marts.hire_windows where employee_id = 'P' and outcome_window = 12 order by 1"
    )
    # 365 of the 387 days of the SDR's quota fall into the first twelve months; the AE's quota ends in month eleven.
    assert rows == [
        (1, "SDR", 100.0, pytest.approx(365.0), True, True, False, False),
        (2, "AE", 500.0, pytest.approx(3340.0), True, True, False, False),
    ]
    assert hires(moved, "credited_revenue, count_deals") == [(600.0, 2)]


def test_a_window_ended_by_a_move_before_its_month_is_not_observed_and_is_counted_apart(
    tmp_path: Path,
) -> None:
    moved = company(tmp_path, OTHER + SDRS + EVE, UP, deals=EVE_SOLD, quotas=EVE_OWED)
    rows = moved.rows(
        "select outcome_window, is_counted, is_ended_by_move from marts.hire_windows "
        "where employee_id = 'P' and role_number = 1 and outcome_window in (12, 18) order by 1"
    )
    assert rows == [(12, True, False), (18, False, True)]
    assert (
        moved.one(
            "select count(*) from marts.hire_windows where is_high_performer is not null and is_ended_by_move"
        )
        == 0
    )


@pytest.mark.proof
def test_a_role_that_ends_on_the_last_day_of_a_window_is_observed_in_it(tmp_path: Path) -> None:
    for day, is_counted in (("2023-01-10", True), ("2023-01-09", False)):
        moved = company(tmp_path / day, OTHER + SDRS + EVE, UP.replace("2023-02-01", day))
        assert (
            moved.one(
                "select is_counted from marts.hire_windows "
                "where employee_id = 'P' and role_number = 1 and outcome_window = 12"
            )
            is is_counted
        )


def test_days_to_the_first_deal_are_followed_to_the_move_and_the_exit_to_the_end(tmp_path: Path) -> None:
    late = EVE_SOLD.splitlines(keepends=True)[1]
    moved = company(tmp_path, OTHER + SDRS + EVE, UP, deals=late)
    days = (date(2023, 1, 31) - date(2022, 1, 10)).days
    assert moved.rows(
        "select days_to_first_deal, has_first_deal, days_to_exit, has_left from marts.hire_milestones "
        "where employee_id = 'P'"
    ) == [(days, False, (AS_OF - date(2022, 1, 10)).days, False)]


# What the list says, and what the changes say.


@pytest.mark.proof
def test_a_list_of_the_day_of_the_hire_is_believed_where_the_changes_begin_later(tmp_path: Path) -> None:
    listed = EVE.replace("AE,AE,South,M2", "SDR,SDR,North,M1")
    moved = company(tmp_path, OTHER + SDRS + listed, UP.splitlines(keepends=True)[1])
    assert stints(moved) == [("SDR", "2022-01-10", "2023-01-31"), ("AE", "2023-02-01", None)]
    assert hires(moved, "region, manager_id") == [("North", "M1")]


@pytest.mark.proof
def test_a_change_of_manager_or_title_within_the_role_ends_nothing(tmp_path: Path) -> None:
    lead = "P,2023-02-01,Lead AE,AE,South,M2,true\n"
    unmoved = company(tmp_path, OTHER + EVE, lead)
    assert stints(unmoved) == [("AE", "2022-01-10", None)]
    assert hires(unmoved, "region, manager_id") == [("South", "M2")]


@pytest.mark.proof
def test_a_list_of_today_tells_nothing_older_than_the_first_change(tmp_path: Path) -> None:
    twice = "P,2022-09-01,SDR,SDR,North,M1,false\nP,2023-02-01,AE,AE,South,M2,false\n"
    moved = company(tmp_path, OTHER + SDRS + EVE, twice)
    assert stints(moved) == [("SDR", "2022-01-10", "2023-01-31"), ("AE", "2023-02-01", None)]
    assert hires(moved, "region, manager_id") == [("North", "M1")]


def test_who_moved_out_of_sales_stays_a_hire_though_the_list_shows_another_department_today(
    tmp_path: Path,
) -> None:
    gone = "P,Eve Mover,Marketing,Writer,,South,,2022-01-10,\n"
    out = "P,2022-01-10,AE,AE,North,,false\nP,2023-02-01,Writer,,South,,false\n"
    moved = company(tmp_path, OTHER + gone, out)
    assert stints(moved) == [("AE", "2022-01-10", "2023-01-31")]
    assert hires(moved, "role_profile, region, has_left") == [("AE", "North", False)]


@pytest.mark.proof
def test_changes_without_any_role_profile_say_nothing_of_roles_but_by_a_known_title(tmp_path: Path) -> None:
    titles = "P,2022-05-01,New title,,North,,false\nP,2022-09-01,SDR,,North,,false\nP,2023-02-01,AE,,South,,false\n"
    moved = company(tmp_path, OTHER + SDRS + EVE, titles)
    assert stints(moved) == [("SDR", "2022-01-10", "2023-01-31"), ("AE", "2023-02-01", None)]


@pytest.mark.proof
def test_a_selling_role_that_nobody_holds_any_more_is_told_by_its_name_or_by_the_settings(
    tmp_path: Path,
) -> None:
    named = UP.replace("SDR,SDR", "Sales development,Development")
    assert stints(company(tmp_path / "named", OTHER + EVE, named))[0][:2] == ("Development", "2022-01-10")
    unknown = company(tmp_path / "unknown", OTHER + EVE, UP)
    assert stints(unknown) == [("AE", "2023-02-01", None)]
    said = [str(message) for message in unknown.result.messages if "SDR" in str(message)]
    assert said == [
        "job_changes.csv · line 2 · role SDR is held by nobody in Sales today: taken as outside Sales · "
        'if it sells, add [roles."SDR"] to config.toml; if it is an older name of a role of today, write '
        "today's name in job_changes"
    ]
    set_apart = company(tmp_path / "set", OTHER + EVE, UP, settings=SETTINGS + '[roles."SDR"]\nbar = 0.8\n')
    assert stints(set_apart)[0] == ("SDR", "2022-01-10", "2023-01-31")
    assert not [message for message in set_apart.result.messages if "SDR" in str(message)]


@pytest.mark.proof
def test_a_rehire_begins_in_the_role_of_the_list_and_not_in_that_of_years_ago(tmp_path: Path) -> None:
    twice = "P,Eve,Sales,SDR,SDR,North,,2020-01-10,2021-06-30\nP,Eve,Sales,AE,AE,South,,2023-01-10,\n"
    back = company(tmp_path, OTHER + SDRS + twice, "P,2020-01-10,SDR,SDR,North,,false\n")
    rows = back.rows(
        "select hire_date::varchar, role_profile from marts.hires where employee_id = 'P' order by 1"
    )
    assert rows == [("2020-01-10", "SDR"), ("2023-01-10", "AE")]


@pytest.mark.proof
def test_a_change_that_has_not_come_yet_changes_nothing(tmp_path: Path) -> None:
    later = company(
        tmp_path, OTHER + SDRS + EVE.replace("AE,AE", "SDR,SDR"), "P,2025-02-01,AE,AE,South,M2,false\n"
    )
    assert stints(later) == [("SDR", "2022-01-10", None)]


@pytest.mark.proof
def test_a_move_into_sales_that_has_not_come_yet_is_no_hire(tmp_path: Path) -> None:
    support = "P,Eve,Support,Agent,,North,,2022-01-10,\n"
    later = company(tmp_path, OTHER + support, "P,2025-02-01,AE,AE,South,M2,false\n")
    assert hires(later, "employee_id") == []


# Absences.

AWAY = "employee_id,from_on,to_on\n"


def test_a_longer_absence_pauses_clock_and_quota_and_is_no_month_without_sales(tmp_path: Path) -> None:
    """Away from day 32 to day 91: the second month of the clock begins on the second day back."""
    listed = "P,Eve,Sales,AE,AE,South,,2023-01-01,\n"
    deals = "D1,P,Won,true,50,EUR,2023-01-05,2023-02-15\nD2,P,Won,true,70,EUR,2023-01-05,2023-04-20\n"
    owed = "P,2023-01-01,2023-12-31,3650,EUR\n"
    away = AWAY + "P,2023-01-31,2023-03-31\n"
    paused = company(tmp_path, OTHER + listed, deals=deals, quotas=owed, absences=away)
    rows = paused.rows(
        "select tenure_month, revenue, quota from marts.hire_months "
        "where employee_id = 'P' and tenure_month < 4 order by 1"
    )
    # January has one day away, made up for on 1 April; what closed while away counts where the clock stands.
    assert [tuple(map(float, row)) for row in rows] == [(1, 50.0, 310.0), (2, 70.0, 280.0), (3, 0.0, 310.0)]
    assert hires(paused, "months_since_hire, quota") == [(22, pytest.approx(3650.0 - 60 * 10))]
    unpaused = company(tmp_path / "never away", OTHER + listed, deals=deals, quotas=owed)
    assert hires(unpaused, "months_since_hire, quota") == [(23, 3650.0)]


@pytest.mark.proof
def test_what_closes_while_somebody_is_away_from_the_first_day_on_counts_in_the_first_month(
    tmp_path: Path,
) -> None:
    """Away from the day before the move until the day before the return: the clock waits at its first day."""
    listed = "P,Eve,Sales,SDR,SDR,South,,2022-01-10,\n"
    moves = "P,2022-01-10,SDR,SDR,South,,false\nP,2023-01-10,AE,AE,South,,false\n"
    deals = "D1,P,Won,true,50,EUR,2022-05-05,2023-01-20\nD2,P,Won,true,70,EUR,2022-05-05,2023-04-20\n"
    away = AWAY + "P,2023-01-09,2023-03-31\n"
    paused = company(tmp_path, OTHER + listed, moves, deals=deals, absences=away)
    rows = paused.rows(
        "select tenure_month, revenue from marts.hire_months "
        "where employee_id = 'P' and role_number = 2 and revenue <> 0 order by 1"
    )
    assert [tuple(map(float, row)) for row in rows] == [(1, 120.0)]


@pytest.mark.proof
def test_absences_that_overlap_count_once_and_one_without_an_end_lasts(tmp_path: Path) -> None:
    listed = "P,Eve,Sales,AE,AE,South,,2023-01-01,\n"
    away = AWAY + "P,2023-02-01,2023-03-31\nP,2023-03-01,2023-04-30\nP,2023-05-01,2023-05-31\nP,2024-07-01,\n"
    paused = company(tmp_path, OTHER + listed, absences=away)
    assert paused.rows("select from_on::varchar, to_on::varchar from marts.stint_absences order by 1") == [
        ("2023-02-01", "2023-05-31"),
        ("2024-07-01", "2024-12-31"),
    ]
    assert hires(paused, "months_since_hire") == [(14,)]  # to 30 June 2024, less four months


def test_no_row_of_an_absence_is_shown_not_even_one_set_aside(tmp_path: Path) -> None:
    away = AWAY + "A,2023-02-01,2023-01-31\n" + "".join(f"A,2022-{month:02}-01,\n" for month in range(1, 13))
    paused = company(tmp_path, OTHER, absences=away)
    (row,) = paused.result.set_aside
    assert (row.table, row.line, row.column, row.found) == ("absences", 2, "to_on", "not shown")
    assert not [name for name, query in sql_files.questions().items() if "absences" in query.statement]

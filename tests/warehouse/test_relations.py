"""Rows against rows: repeated keys, people who are two or one, references, days in the wrong order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import BASE, CRM_USERS, EMPLOYEES, OPPORTUNITIES, Built, built, write_exports
from warehouse.fates import DEALS, built_from, deal, deals, fates, padded

APPLICATIONS = (
    "application_id,candidate_id,source,applied_on,status,ended_on,offered_on,accepted_on,employee_id"
)
INTERVIEWS = "interview_id,application_id,stage,interviewer_id,scheduled_for,status,recommendation"
SPELLS = "employee_id,full_name,work_email,department,role_profile,hire_date,termination_date"


def _person(number: int) -> str:
    return f"P{number},Person {number},p{number}@firm.example,Sales,Inside sales,2024-01-01,"


# Keys


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Repeated keys of every sort, in one file and across two."""
    folder = tmp_path_factory.mktemp("keys")
    rows = [
        deal("SAME"),  # line 2
        deal("OTHER", amount="1.00"),  # 3
        deal("SAME"),  # 4: the second of two copies
        deal("OTHER", amount="2.00"),  # 5
        deal("FAULT", amount="1.00"),  # 6
        deal("FAULT", amount="?"),  # 7
        deal(" SAME "),  # 8: the same once trimmed
        deal("THREE", amount="1.00"),  # 9
        deal("THREE", amount="1.00"),  # 10
        deal("THREE", amount="3.00"),  # 11
        deal("ACROSS"),  # 12
    ]
    exports = write_exports(
        folder / "exports", {**BASE, "opportunities": deals(rows), "requirement_changes": CHANGES}
    )
    across = [deal("ACROSS"), *(deal(f"Z{n}") for n in range(12))]
    (exports / "opportunities_2.csv").write_text("\n".join([DEALS, *across]) + "\n")
    return built_from(exports, folder / "warehouse")


CHANGES = padded(
    "requisition_id,changed_on,raised_by,what,detail",
    ["R1,2024-01-01,client,more,x", "R1,2024-01-01,client,more,x", "R1,2024-01-01,client,more,y"],
    lambda n: f"R{n},2024-02-01,hr,other,",
)


def test_the_second_of_two_exact_copies_is_set_aside(keys: Built) -> None:
    found = fates(keys, "opportunities")
    assert {line: found[line].reason for line in (4, 8)} == {4: "exact_duplicate", 8: "exact_duplicate"}
    assert found[4].todo == "nothing: the first copy is loaded"
    assert keys.one("select count(*) from marts.credits where opportunity_id = 'SAME'") == 1


def test_of_rows_with_one_key_and_other_values_none_is_chosen(keys: Built) -> None:
    rows = keys.rows(
        "select file, line, column_name, reason from marts.rows_set_aside where found in ('OTHER', 'THREE') order by 2"
    )
    assert rows == [
        ("opportunities.csv", line, "opportunity_id", "same_key_other_values") for line in (3, 5, 9, 10, 11)
    ]
    assert keys.rows("select * from marts.credits where opportunity_id in ('OTHER', 'THREE')") == []


def test_a_row_nobody_can_read_is_another_value_too(keys: Built) -> None:
    found = fates(keys, "opportunities")
    assert (found[6].reason, found[7].reason) == ("same_key_other_values", "not_a_number")


def test_a_copy_in_a_second_file_is_set_aside_there(keys: Built) -> None:
    rows = keys.rows("select file, line, reason from marts.rows_set_aside where found = 'ACROSS'")
    assert rows == [("opportunities_2.csv", 2, "exact_duplicate")]


def test_where_a_table_has_no_key_only_whole_rows_are_copies(keys: Built) -> None:
    assert {line: fate.reason for line, fate in fates(keys, "requirement_changes").items()} == {
        3: "exact_duplicate"
    }


# People


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Spells that overlap, touch or follow each other."""
    rows = [
        "X1,Xi One,clash@firm.example,Sales,Inside sales,2024-01-01,",  # 2
        "X2,Xi One,Clash@Firm.example,Sales,Inside sales,2024-06-01,",  # 3: two at once under one e-mail
        "Y1,Yo One,again@firm.example,Sales,Inside sales,2024-01-01,2024-03-31",  # 4
        "Y2,Yo One, AGAIN@firm.example,Sales,Inside sales,2024-04-01,",  # 5: one after the other, a rehire
        "Z,Zed,z@firm.example,Sales,Inside sales,2024-01-01,2024-05-31",  # 6
        "Z,Zed,z@firm.example,Sales,Inside sales,2024-05-01,",  # 7: one id, two spells at once
        "W,Wim,w@firm.example,Sales,Inside sales,2024-05-01,2024-04-30",  # 8: left before coming
        "V,Vic,v@firm.example,Sales,Inside sales,2024-05-01,2024-05-01",  # 9: one day
        "A,Ada First,ada@firm.example,Sales,Inside sales,2024-01-01,",
    ]
    users = CRM_USERS.rstrip() + "\nU-Y1,Yo,,Y1\nU-Y2,Yo,,Y2\nU-Y3,Yo,again@firm.example,\n"
    owned = [deal(f"L{n}", owner=f"U-Y{n}", closed_on="2024-06-01") for n in (1, 2, 3)]
    tables = {
        "employees": padded(SPELLS, rows, _person),
        "crm_users": users,
        "opportunities": deals([*owned, deal("NOBODY", owner="U-GONE", amount="5.00")]),
    }
    return built(tmp_path_factory.mktemp("people"), tables)


def test_two_ids_with_one_email_at_one_time_are_both_set_aside(people: Built) -> None:
    found = fates(people, "employees")
    assert {line: (found[line].reason, found[line].found) for line in (2, 3)} == {
        2: ("spells_overlap", "X1 with X2"),
        3: ("spells_overlap", "X2 with X1"),
    }


def test_two_ids_with_one_email_one_after_the_other_are_a_rehire(people: Built) -> None:
    rows = people.rows(
        "select employee_id, person_id from marts.people where employee_id in ('Y1', 'Y2') order by 1"
    )
    assert rows == [("Y1", "Y1"), ("Y2", "Y1")]


def test_two_spells_of_one_id_at_one_time_are_both_set_aside(people: Built) -> None:
    assert {line: fate.reason for line, fate in fates(people, "employees").items() if line in (6, 7)} == {
        6: "spells_overlap",
        7: "spells_overlap",
    }


def test_an_exit_before_the_hire_is_set_aside_and_one_on_its_day_is_not(people: Built) -> None:
    found = fates(people, "employees")
    assert (found[8].column, found[8].found, found[8].reason) == (
        "termination_date",
        "2024-04-30",
        "exit_before_hire",
    )
    assert 9 not in found


def test_every_login_of_one_person_is_credited_to_them(people: Built) -> None:
    rows = people.rows("select employee_id, count_deals from marts.hires where person_id = 'Y1' order by 1")
    assert rows == [("Y1", 0), ("Y2", 3)]


def test_revenue_of_an_unknown_login_is_loaded_and_credited_to_nobody(people: Built) -> None:
    assert people.one("select timing from marts.credits where opportunity_id = 'NOBODY'") == "nobody"
    assert people.one("select revenue_of_nobody from marts.revenue_totals") == 5.0


@pytest.mark.parametrize(
    ("managers", "line"),
    breadth.first(
        1, [({"A": "A"}, 4), ({"M1": "A", "A": "B", "B": "M1"}, 4), *breadth.proof(({"A": "B", "B": "A"}, 4))]
    ),
    ids=["their own manager", "a ring of three", "each other's manager"],
)
def test_a_circle_of_managers_refuses_the_build_and_the_old_tree_stays(
    managers: dict[str, str], line: int, tmp_path: Path
) -> None:
    served = built(tmp_path).result.warehouse
    header, *rows = EMPLOYEES.strip().splitlines()
    led = [f"{row},{managers.get(row.split(',')[0], '')}" for row in rows]
    company = built(tmp_path, {"employees": "\n".join([f"{header},manager_id", *led])})
    assert company.result.outcome == "refused"
    (message,) = company.result.messages
    assert (message.file, message.column) == ("employees.csv", "manager_id")
    assert message.line == line
    assert served is not None
    assert served.is_file()
    assert company.folder.joinpath("current").read_text().strip() == served.name


# References, order of days


@pytest.fixture(scope="module")
def relations(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Applications, interviews and deals with days in the wrong order, missing rates and unknown references."""
    applications = padded(
        APPLICATIONS,
        [
            "HIRED,C1,Board,2023-12-01,hired,,2023-12-20,2023-12-22,A",  # 2
            "AGAIN,C1,Talks,2024-02-01,hired,,2024-02-10,2024-02-12,B",  # 3: one candidate hired twice
            "BACK,C2,Board,2024-02-01,rejected,2024-01-01,,,",  # 4
            "OFFER,C3,Board,2024-02-01,hired,,2024-01-31,,",  # 5
            "HIRE?,C4,Board,2024-02-01,Hired?,,,,",  # 6
            "CASE,C5,Board,2024-02-01,WITHDRAWN,,,,",  # 7
        ],
        lambda n: f"P{n},C{n},Board,2024-01-01,rejected,2024-02-01,,,",
    )
    interviews = padded(
        INTERVIEWS,
        [
            "I1,HIRED,screen,M1,2024-01-09 09:00,held,4",  # 2: the day before the start
            "I1,HIRED,screen,H1,2024-01-09 09:00,held,3",  # 3: two interviewers, one interview
            "I2,HIRED,final,M1,2024-01-11 09:00,held,4",  # 4: after the hire of 2024-01-10
            "I3,HIRED,final,M1,2024-01-11 09:00,cancelled,",  # 5
            "I4,P1,final,M1,2024-01-11 09:00,held,5",  # 6
            "I5,P1,final,,2024-01-11 09:00,held,3",  # 7
            "I6,NONE,final,M1,2024-01-11 09:00,held,3",  # 8
            "I7,P1,final,M1,soon,held,3",  # 9
        ],
        lambda n: f"J{n},P{n % 50},final,M1,2024-01-11,held,3",
    )
    rows = [
        deal("TOMORROW", closed_on="2026-07-02"),  # 2
        deal("TODAY", closed_on="2026-07-01"),  # 3
        deal("LATER", stage="Open", is_won="false", closed_on="2027-01-01"),  # 4
        deal("NODAY", closed_on=""),  # 5
        deal("RATED", currency="USD", closed_on="2024-03-31"),  # 6
        deal("UNRATED", currency="usd", closed_on="2024-04-01"),  # 7
        deal("LOST", stage="Lost", is_won="false", currency="CHF", closed_on="2024-04-01"),  # 8
        deal("MINUS", amount="-3.00"),  # 9
        deal(
            "NIGHT", closed_on="2024-04-01T06:30:00Z", currency="USD"
        ),  # 10: 31 March 23:30 in San Francisco
    ]
    tables = {
        "applications": applications,
        "interviews": interviews,
        "opportunities": deals(rows),
        "opportunity_splits": padded(
            "opportunity_id,owner_id,share",
            ["G0,U-A,1.1", "G0,U-B,-0.1", "NONE,U-A,1"],
            lambda n: f"G{n + 1},U-A,1",
        ),
        "exchange_rates": "month,currency,rate\n2024-03-01,USD,0.5\n"
        + "".join(f"{year}-{month:02d}-01,GBP,1.1\n" for year in (2024, 2025) for month in range(1, 13))
        + "2024-05-01,USD,0\n",
        "quotas": padded(
            "owner_id,period_start_on,period_end_on,amount,currency",
            ["U-A,2024-02-01,2024-01-31,5,EUR"],
            lambda n: f"U-B,{2020 + n}-01-01,{2020 + n}-12-31,5,EUR",
            times=10,
        ),
        "requisitions": padded(
            "requisition_id,role_profile,opened_on,closed_on",
            ["R1,Inside sales,2024-02-01,2024-01-31"],
            lambda n: f"Q{n},Inside sales,2024-01-01,",
        ),
    }
    folder = tmp_path_factory.mktemp("relations")
    return built(folder, tables, config_toml='time_zone = "America/Los_Angeles"\nbase_currency = "EUR"\n')


def test_rows_with_days_in_the_wrong_order_are_set_aside(relations: Built) -> None:
    rows = relations.rows(
        "select table_name, line, column_name, found, reason from marts.rows_set_aside where reason in "
        "('before_the_application', 'after_the_hire', 'ends_before_it_starts', 'closed_before_opened') order by 1, 2"
    )
    assert rows == [
        ("applications", 4, "ended_on", "2024-01-01", "before_the_application"),
        ("applications", 5, "offered_on", "2024-01-31", "before_the_application"),
        ("interviews", 4, "scheduled_for", "2024-01-11 09:00:00", "after_the_hire"),
        ("quotas", 2, "period_end_on", "2024-01-31", "ends_before_it_starts"),
        ("requisitions", 2, "closed_on", "2024-01-31", "closed_before_opened"),
    ]


def test_a_won_deal_of_tomorrow_is_set_aside_and_an_open_one_is_not(relations: Built) -> None:
    found = fates(relations, "opportunities")
    assert (found[2].column, found[2].found, found[2].reason) == (
        "closed_on",
        "2026-07-02",
        "after_the_build",
    )
    assert (found[5].column, found[5].reason) == ("closed_on", "won_without_a_close")
    assert {3, 4, 8, 9}.isdisjoint(found)


def test_only_a_won_deal_needs_an_amount_and_its_currency(tmp_path: Path) -> None:
    deals = """
opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on
D1,P1,Won,true,100.00,EUR,2024-01-05,2024-02-10
D2,P1,Won,true,,EUR,2024-01-05,2024-02-11
D3,P1,Won,true,50,,2024-01-05,2024-02-12
D4,P1,Lost,false,,,2024-01-05,2024-02-13
D5,P1,Open,false,,,2024-01-05,
D7,P1,Lost,false,1e400,EUR,2024-01-05,2024-02-13
"""
    others = [f"Z{n},P1,Won,true,1.00,EUR,2024-01-05,2024-03-01" for n in range(40)]
    company = built(tmp_path, {"opportunities": "\n".join([deals.strip(), *others])})
    rows = "select line, column_name, reason from marts.rows_set_aside where table_name = 'opportunities' order by 1"
    assert company.rows(rows) == [
        (3, "amount", "empty"),
        (4, "currency", "empty"),
        (7, "amount", "not_a_number"),
    ]
    assert company.rows("select base_currency from marts.company") == [("EUR",)]
    assert company.one("select won_revenue from marts.revenue_totals") == 140


def test_only_a_won_deal_needs_a_rate_that_of_the_month_it_closed_where_the_company_is(
    relations: Built,
) -> None:
    found = fates(relations, "opportunities")
    assert (found[7].column, found[7].found, found[7].reason) == (
        "currency",
        "usd 2024-04",
        "no_rate_for_month",
    )
    amounts = relations.rows(
        "select opportunity_id, closed_on, amount::double from marts.credits "
        "where opportunity_id in ('RATED', 'NIGHT') order by 1"
    )
    assert amounts == [("NIGHT", date(2024, 3, 31), 5.0), ("RATED", date(2024, 3, 31), 5.0)]


def test_a_rate_is_above_zero(relations: Built) -> None:
    assert [(f.column, f.found, f.reason) for f in fates(relations, "exchange_rates").values()] == [
        ("rate", "0", "not_positive")
    ]


def test_negative_amounts_are_kept(relations: Built) -> None:
    assert relations.one("select amount::double from marts.credits where opportunity_id = 'MINUS'") == -3.0


def test_an_interview_of_no_application_is_set_aside_and_one_of_two_interviewers_stays(
    relations: Built,
) -> None:
    found = fates(relations, "interviews")
    assert {line: (fate.column, fate.found, fate.reason) for line, fate in found.items() if line != 4} == {
        6: ("recommendation", "5", "off_the_scale"),
        7: ("interviewer_id", "", "empty"),
        8: ("application_id", "NONE", "not_in_applications"),
        9: ("scheduled_for", "soon", "not_a_moment"),
    }
    assert found[8].wanted == "application_id found in applications"
    seats = relations.rows("select interviewer_id from marts.panel_seats where employee_id = 'A' order by 1")
    assert seats == [("H1",), ("M1",)]


def test_a_word_outside_its_list_is_set_aside_with_the_list_and_case_is_no_matter(relations: Built) -> None:
    found = fates(relations, "applications")
    assert (found[6].column, found[6].found, found[6].reason) == ("status", "Hired?", "not_in_list")
    assert found[6].wanted == "one of active, hired, rejected, withdrawn, offer_declined"
    assert 7 not in found


def test_a_candidate_hired_twice_is_two_hires_each_with_its_own_application(relations: Built) -> None:
    rows = relations.rows("select employee_id, application_id from marts.hires order by 1")
    assert rows == [("A", "HIRED"), ("B", "AGAIN")]


def test_shares_lie_between_nothing_and_the_whole(relations: Built) -> None:
    assert [(f.column, f.found, f.reason) for f in fates(relations, "opportunity_splits").values()] == [
        ("share", "1.1", "off_the_scale"),
        ("share", "-0.1", "off_the_scale"),
        ("opportunity_id", "NONE", "not_in_opportunities"),
    ]


def test_a_reference_into_a_table_that_was_not_exported_is_no_fault(tmp_path: Path) -> None:
    interviews = f"{INTERVIEWS}\nI1,P1,screen,M1,2024-01-04,held,3\n"
    company = built(tmp_path, {"interviews": interviews})
    assert (company.result.outcome, company.account("interviews")) == ("served", (1, 1, 0, 0))


@pytest.mark.proof
def test_people_without_a_manager_are_no_fault(tmp_path: Path) -> None:
    assert built(tmp_path, {"opportunities": OPPORTUNITIES}).account("employees") == (4, 4, 0, 0)

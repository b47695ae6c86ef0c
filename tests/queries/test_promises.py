"""What a promise is owed for, and when its clock begins and ends: worked out by hand over a few rows."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.small_company import BASE, Built
from helpers.standing import seen
from hiring.access import scope
from hiring.warehouse.asking import Warehouse

OPENINGS = """
requisition_id,role_profile,opened_on,intake_on,closed_on
R1,Inside sales,2024-01-08,2024-01-10,2024-04-01
R2,Inside sales,2024-05-06,,
"""
APPLICATIONS = """
application_id,candidate_id,requisition_id,source,applied_on,status,ended_on,ended_by,offered_on,accepted_on
A1,C1,R1,Referral,2024-01-15,hired,2024-02-20,,2024-02-15,2024-02-20
A2,C2,R1,Referral,2024-01-16,rejected,2024-02-02,sales,,
A3,C3,R1,Agency,2024-01-17,withdrawn,2024-01-31,candidate,,
A4,C4,R2,Agency,2024-06-20,active,,,,
"""
INTERVIEWS = """
interview_id,application_id,stage,interviewer_id,scheduled_for,status,submitted_on
I1,A1,screen,H1,2024-01-18 10:00,held,2024-01-18 12:00
I2,A1,panel,M1,2024-01-30 10:00,held,2024-02-05 09:00
I3,A2,screen,H1,2024-01-22 10:00,held,2024-01-29 12:00
I4,A2,panel,M1,2024-01-31 10:00,no_show,
I5,A3,screen,H1,2024-01-24 10:00,held,
I6,A4,screen,H1,2024-06-27 10:00,held,
"""
AGREEMENT = """
promise_id,promise,owed_by,starts_at,ends_at,within_days,effective_on
P1,Sales holds the intake,sales,requisition_opened,intake_held,5,
P2,HR screens,hr,applied,screen_held,4,
P2,HR screens,hr,applied,screen_held,2,2024-06-01
P3,Sales meets them,sales,screen_held,interview_held,8,
P4,HR writes it down,hr,screen_held,scorecard_submitted,1,
P5,Sales writes it down,sales,interview_held,scorecard_submitted,2,
P6,HR makes the offer,hr,scorecard_submitted,offer_made,6,
P7,HR tells them,hr,scorecard_submitted,candidate_told,4,
"""
AS_OF = date(2024, 6, 28)


def company(agreement: str = AGREEMENT) -> Built:
    tables = {
        **BASE,
        "requisitions": OPENINGS,
        "applications": APPLICATIONS,
        "interviews": INTERVIEWS,
        "working_agreement": agreement,
    }
    return seen(tables, as_of=AS_OF)


def told(company: Built, promise: str) -> list[tuple[object, ...]]:
    return company.rows(
        "select coalesce(application_id, requisition_id), within_days, strftime(started_on, '%m-%d'), "
        "strftime(kept_on, '%m-%d'), strftime(stopped_on, '%m-%d'), stopped_by from marts.promise_cases "
        f"where promise_id = '{promise}' order by all"
    )


def test_each_promise_is_owed_for_its_own_things() -> None:
    found = company()
    assert told(found, "P1") == [
        ("R1", 5, "01-08", "01-10", None, None),
        ("R2", 5, "05-06", None, None, None),
    ]
    assert told(found, "P2") == [
        ("A1", 4, "01-15", "01-18", None, None),
        ("A2", 4, "01-16", "01-22", None, None),
        ("A3", 4, "01-17", "01-24", None, None),
        ("A4", 2, "06-20", "06-27", None, None),  # by the version in force on the day
    ]
    assert told(found, "P3") == [
        ("A1", 8, "01-18", "01-30", None, None),
        ("A2", 8, "01-22", None, "02-02", "Sales"),  # who did not come was not met
        ("A3", 8, "01-24", None, "01-31", None),
        ("A4", 8, "06-27", None, None, None),
    ]
    assert told(found, "P4") == [
        ("A1", 1, "01-18", "01-18", None, None),
        ("A2", 1, "01-22", "01-29", None, None),
        ("A3", 1, "01-24", None, None, None),
        ("A4", 1, "06-27", None, None, None),
    ]
    assert told(found, "P5") == [("A1", 2, "01-30", "02-05", None, None)]
    assert told(found, "P6") == [("A1", 6, "02-05", "02-15", None, None)]  # an offer is owed to who got one
    assert told(found, "P7") == [
        ("A1", 4, "02-05", "02-15", None, None),
        ("A2", 4, "01-29", "02-02", None, None),
    ]


@pytest.mark.proof
def test_what_begins_with_an_opening_may_be_kept_by_the_first_of_its_applicants() -> None:
    head = "promise_id,promise,owed_by,starts_at,ends_at,within_days\n"
    first = f"{head}P9,Soon,hr,requisition_opened,interview_held,20\n"
    found = company(first)
    assert told(found, "P9") == [
        ("R1", 20, "01-08", "01-30", None, None),
        ("R2", 20, "05-06", None, None, None),
    ]


def test_without_the_agreement_nothing_is_owed() -> None:
    found = seen({**BASE, "requisitions": OPENINGS, "applications": APPLICATIONS}, as_of=AS_OF)
    assert found.one("select count(*) from marts.promise_cases") == 0


def test_the_last_day_of_each_kind_of_thing_is_known_of_an_application() -> None:
    found = company().rows(
        "select application_id, strftime(last_held, '%m-%d'), strftime(last_submitted, '%m-%d') "
        "from marts.application_moments order by 1"
    )
    assert found == [
        ("A1", "01-30", "02-05"),
        ("A2", "01-22", "01-29"),  # who did not come was not met
        ("A3", "01-24", None),
        ("A4", "06-27", None),
    ]


OWNED = """
requisition_id,role_profile,opened_on,intake_on,closed_on,hiring_manager_id,recruiter_id
R1,Inside sales,2024-01-08,2024-01-10,2024-04-01,M1,H1
R2,Inside sales,2024-05-06,,,M1,H1
"""


def test_who_owes_what_is_owed_now_is_told_by_name() -> None:
    """The manager the intake and the meeting of A4, the interviewer the scorecard."""
    tables = {**BASE, "requisitions": OWNED, "applications": APPLICATIONS, "interviews": INTERVIEWS}
    made = seen({**tables, "working_agreement": AGREEMENT}, as_of=AS_OF)
    warehouse = Warehouse(made.folder)
    viewer = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", viewer, {}), warehouse.ask("shared/company", viewer, {})
    )
    owners = warehouse.ask("agreement/owners", viewer, scope.everything(choices).parameters())
    assert list(owners.itertuples(index=False, name=None)) == [
        ("P1", "R2", "Mona Manager"),
        ("P3", "A4", "Mona Manager"),
        ("P4", "I6 H1", "Hana Recruiter"),
    ]

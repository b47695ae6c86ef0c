"""One hire by hand: who may be seen, what counts, and that a month left out says no more than that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from helpers.small_company import Built, built
from hiring.access.viewer import NotAllowedError, Viewer
from hiring.warehouse.asking import Warehouse

AS_OF = date(2026, 6, 30)
# P is away for half a year, from the 15th month on; Q never, and has a quota that cannot be read in the last quarters.
EMPLOYEES = """
employee_id,full_name,work_email,department,role_profile,manager_id,region,segment,hire_date,termination_date
M1,Mona Manager,mona@firm.example,Sales,,,North,,2015-01-01,
H1,Hana Recruiter,hana@firm.example,People team,,,North,,2016-01-01,
P,Pia Paused,pia@firm.example,Sales,Inside sales,M1,North,SMB,2024-01-01,
Q,Quin Quotaless,quin@firm.example,Sales,Inside sales,M1,North,SMB,2024-01-01,
L,Lou Leaver,lou@firm.example,Sales,Inside sales,M1,South,SMB,2024-01-01,2024-08-10
R,Rae Rehired,rae@firm.example,Sales,Inside sales,M1,North,SMB,2024-02-01,2024-06-30
R,Rae Rehired,rae@firm.example,Sales,Inside sales,M1,North,SMB,2025-09-01,
"""
DEALS = "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on\n" + "\n".join(
    ["O0,M1,Lost,false,1,EUR,2023-01-01,2026-06-30"]
    + [
        f"{who}{n},{who},Won,true,{amount},EUR,2024-01-05,{day}"
        for who in ("P", "Q")
        for n, (amount, day) in enumerate(
            [(300, "2024-02-01"), (100, "2024-05-01"), (50, "2025-01-10"), (70, "2026-06-01")]
        )
    ]
    + ["P9,P,Won,true,40,EUR,2023-12-01,2024-01-20", "L1,L,Won,true,900,EUR,2024-01-05,2024-03-01"]
)
UNREADABLE = ("2025-10", "2026-01", "2026-04")
QUOTAS = "owner_id,period_start_on,period_end_on,amount,currency\n" + "\n".join(
    f"{who},{first:%Y-%m-%d},{first + pd.offsets.MonthEnd(0):%Y-%m-%d},"
    f"{'x' if who == 'Q' and f'{first:%Y-%m}' in UNREADABLE else 100},EUR"
    for who in ("P", "Q", "L", "R")
    for first in pd.date_range("2024-01-01", "2026-06-01", freq="MS")
    if not (who == "R" and first >= pd.Timestamp("2026-03-01"))
)
TABLES = {
    "employees": EMPLOYEES,
    "crm_users": "",
    "opportunities": DEALS,
    "quotas": QUOTAS,
    "absences": "employee_id,from_on,to_on\nP,2025-03-01,2025-08-31\n",
    "requisitions": "requisition_id,role_profile,opened_on,region,segment\nRQ,Inside sales,2023-09-01,North,SMB\n",
    "role_profiles": "role_profile,version,effective_on,competency,weight,agreed_by_sales_on,agreed_by_hr_on\n"
    "Inside sales,1,2023-01-01,Discovery,1,2022-12-01,2022-12-01\n"
    "Inside sales,2,2023-11-01,Discovery,1,2023-10-01,2023-10-01\n",
    "applications": "application_id,candidate_id,requisition_id,source,applied_on,status,offered_on,accepted_on,"
    "employee_id\nAP,CP,RQ,Referral,2023-10-15,hired,2023-12-01,2023-12-04,P\n"
    "AX,CX,RQ,Referral,2023-10-16,rejected,,,\n",
    "interviews": "interview_id,application_id,stage,interviewer_id,scheduled_for,status,submitted_on,"
    "recommendation\nI1,AP,screen,H1,2023-10-20 09:00,held,2023-10-20 12:00,4\n"
    "I2,AP,final,M1,2023-11-20 09:00,held,,\nI3,AP,final,M1,2023-11-21 09:00,cancelled,,\n",
    "ratings": "interview_id,competency,score,scale_max\nI1,Discovery,4,5\nI1,Closing,6,10\n",
    "job_changes": "employee_id,effective_on,job_title,role_profile,manager_id,region,segment\n"
    "Q,2025-02-01,Seller,Inside sales,H1,South,SMB\n",
}
SETTINGS = "[default_role]\nramp_months = 3\nbar = 1.0\nhigh_performer_share = 0.2\n"
VIEWER = Viewer("v", "hr", ("North", "South", "Not given"), ("Inside sales", "Not given"), sees_names=True)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Built:
    made = built(tmp_path_factory.mktemp("one"), TABLES, as_of=AS_OF, config_toml=SETTINGS)
    assert made.result.is_good, "\n".join(map(str, made.result.messages))
    return made


def _asked(
    company: Built, question: str, hire: str, viewer: Viewer = VIEWER, window: int = 12
) -> pd.DataFrame:
    return Warehouse(company.folder).ask(question, viewer, {"hire": hire, "outcome_window": window})


def test_a_hire_is_found_with_the_application_the_offer_and_the_profile_asked_for(company: Built) -> None:
    (row,) = _asked(company, "hire/person", "P.2024-01-01").to_dict("records")
    assert (row["full_name"], row["manager_name"], row["source"]) == (
        "Pia Paused",
        "Mona Manager",
        "Referral",
    )
    days = [str(row[name].date()) for name in ("applied_on", "offered_on", "accepted_on", "sales_start_on")]
    assert days == ["2023-10-15", "2023-12-01", "2023-12-04", "2024-01-01"]
    assert row["count_applications"] == 2
    assert str(row["profile_version"]) == "1"  # the second came into force after the day of applying


def test_the_deals_are_counted_and_summed_and_the_inherited_one_stands_beside(company: Built) -> None:
    (row,) = _asked(company, "hire/deals", "P.2024-01-01").to_dict("records")
    assert row == {"count_own_deals": 4, "own_revenue": 520.0, "inherited_revenue": 40.0}


def test_the_place_is_among_those_counted_in_the_role(company: Built) -> None:
    places = {
        who: _asked(company, "hire/outcome", f"{who}.2024-01-01").iloc[0][["place", "count_placed"]].tolist()
        for who in ("P", "Q", "L")
    }
    # L sold 900 in the first year, P and Q 400 each of the same quota; R's first employment counts too, with nothing.
    assert places == {"L": [1, 4], "P": [2, 4], "Q": [2, 4]}


def test_each_interview_held_has_its_ratings_on_five_and_one_not_written_down_none(company: Built) -> None:
    frame = _asked(company, "hire/interviews", "P.2024-01-01")
    found = frame[["full_name", "department", "stage", "competency", "score", "is_handed_in"]].astype(object)
    assert found.where(frame.notna(), None).values.tolist() == [
        ["Hana Recruiter", "HR", "screen", "Closing", 3.0, True],
        ["Hana Recruiter", "HR", "screen", "Discovery", 4.0, True],
        ["Mona Manager", "Sales", "final", None, None, False],
    ]


def test_a_change_of_the_job_names_the_new_manager(company: Built) -> None:
    (row,) = _asked(company, "hire/changes", "Q.2024-01-01").to_dict("records")
    assert (str(row["starts_on"].date()), row["region"], row["manager_name"]) == (
        "2025-02-01",
        "South",
        "Hana Recruiter",
    )


def test_a_pause_and_a_quota_set_aside_leave_the_very_same_rows(company: Built) -> None:
    paused, quotaless = (_asked(company, "hire/months", f"{who}.2024-01-01") for who in "PQ")
    assert list(paused["tenure_month"]) == list(range(1, 31))  # as the calendar has, pause or not
    assert paused.groupby("tenure_quarter")["is_counted"].all().tolist() == [True] * 7 + [False] * 3
    # A quota is a part of a calendar month by days, so the clock of a pause moves it, and a pace, a little.
    apart = ["quota", "pace"]
    pd.testing.assert_frame_equal(paused.drop(columns=apart), quotaless.drop(columns=apart))
    pd.testing.assert_frame_equal(paused[apart].notna(), quotaless[apart].notna())
    assert (
        paused.loc[~paused["is_counted"], ["count_deals", "revenue", "quota", "pace"]].isna().all(axis=None)
    )


def test_figures_of_the_second_year_do_not_tell_a_pause_from_a_quota_set_aside(company: Built) -> None:
    for window in (12, 24):
        paused, quotaless = (
            _asked(company, "hire/outcome", f"{who}.2024-01-01", window=window)[
                ["ends_on", "is_counted", "is_ended_by_move"]
            ]
            for who in "PQ"
        )
        pd.testing.assert_frame_equal(paused, quotaless)


def test_a_leaver_has_the_quarters_up_to_the_exit(
    company: Built,
) -> None:
    months = _asked(company, "hire/months", "L.2024-01-01")
    assert months["tenure_month"].max() == 8
    assert months.groupby("tenure_quarter")["is_counted"].all().tolist() == [True, True, True]


def test_a_quarter_without_a_quota_is_not_counted(company: Built) -> None:
    months = _asked(company, "hire/months", "R.2025-09-01")
    assert months.groupby("tenure_quarter")["is_counted"].all().tolist() == [True, True, False, False]


def test_who_was_hired_twice_is_found_by_day_and_by_id_with_both_employments(company: Built) -> None:
    for hire in ("R.2024-02-01", "R.2025-09-01", "R"):
        found = _asked(company, "hire/person", hire)["hire"].tolist()
        assert found == ["R.2025-09-01", "R.2024-02-01"]
    assert len(_asked(company, "hire/outcome", "R.2025-09-01")) == 1
    assert _asked(company, "hire/outcome", "R").empty  # of which one it is asked must be said


@pytest.mark.parametrize("question", ["person", "outcome", "deals", "months", "interviews", "changes"])
@pytest.mark.parametrize(
    "hire",
    ["", "nobody", "X.2024-01-01", "P.2024-01-02", "' or 1=1 --", "P.2024-01-01'; select 1; --", "$hire"],
)
def test_an_address_that_leads_to_nobody_gives_no_row(company: Built, question: str, hire: str) -> None:
    assert _asked(company, f"hire/{question}", hire).empty


@pytest.mark.parametrize("question", ["person", "outcome", "deals", "months", "interviews", "changes"])
def test_who_is_not_the_viewers_is_nobody_and_names_are_needed(company: Built, question: str) -> None:
    south = replace(VIEWER, regions=("South",))
    assert _asked(company, f"hire/{question}", "P.2024-01-01", south).empty
    with pytest.raises(NotAllowedError, match="names people"):
        _asked(company, f"hire/{question}", "P.2024-01-01", replace(VIEWER, sees_names=False))

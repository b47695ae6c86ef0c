"""What the page "Outcomes and ramp" says of frames worked out by hand: its answer, its tiles, curves and ramps."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from hiring.access.scope import Choices, Scope
from hiring.findings import clock
from hiring.findings.outcomes import answer, events, ramps
from hiring.findings.outcomes import curves as hire_curves
from hiring.findings.outcomes.answer import Standing
from hiring.findings.outcomes.events import EXIT, FIRST_DEAL, FIRST_QUOTA, PACE
from hiring.words import DASH, FIXED, THIN

AS_OF = date(2026, 6, 30)
SCOPE = Scope(
    Choices((), (), (), (), date(2021, 1, 1), AS_OF, 12), date(2021, 1, 1), AS_OF, outcome_window=12
)
ALL_WELL = Standing("", 40, 40, 3, 0)
COMPANY = pd.Series({"first_opportunity_on": pd.Timestamp("2021-04-06"), "tables_loaded": "employees,quotas"})


def hires(role: str, months: list[int], *, days: list[int] | None = None, **changes: object) -> pd.DataFrame:
    """Hires of a role who were at pace after these months and had a deal after these days; all still here."""
    frame = pd.DataFrame(
        {
            "role_profile": role,
            "is_start_observed": True,
            "has_quota": True,
            "months_to_ramp": months,
            "has_ramped": True,
            "days_to_first_deal": days or [30 * month for month in months],
            "has_first_deal": True,
            "days_to_quota": [31 * month for month in months],
            "has_reached_quota": True,
            "days_to_exit": 800,
            "has_left": False,
            "termination_type": None,
        }
    )
    return frame.assign(**changes)


def two_roles() -> pd.DataFrame:
    return pd.concat(
        [hires("Field", [10, 11, 12, 12, 13] * 4), hires("Desk", [5, 5, 6, 6, 7] * 4)], ignore_index=True
    )


def counted(**changes: int) -> pd.DataFrame:
    known = {
        "count_hires": 40,
        "count_not_observed": 0,
        "count_started_unseen": 0,
        "count_without_login": 0,
        "count_unseen": 0,
        "count_left": 3,
        "count_too_new": 0,
        "count_moved": 0,
    }
    return pd.DataFrame([known | changes])


@pytest.mark.parametrize(
    ("counts", "state"),
    [
        ({}, ""),
        ({"count_hires": 0}, "empty"),
        ({"count_hires": 4}, "too few"),
        ({"count_hires": 5}, ""),
        ({"count_not_observed": 40}, "not observed"),
        ({"count_not_observed": 36}, "not observed"),
        ({"count_not_observed": 35}, ""),
        ({"count_not_observed": 34, "count_started_unseen": 2}, "not seen"),
        ({"count_not_observed": 34, "count_without_login": 2}, "not seen"),
        ({"count_not_observed": 33, "count_started_unseen": 2}, ""),
    ],
)
def test_what_can_be_said_depends_on_how_many_there_are_and_can_be_seen(counts: dict, state: str) -> None:
    assert answer.standing(counted(**counts)).state == state


def test_a_row_hidden_for_its_size_counts_as_too_few() -> None:
    assert answer.standing(counted().head(0)).state == "too few"


def test_roles_that_clearly_differ_are_the_answer_with_both_medians() -> None:
    bars = pd.DataFrame({"role_profile": ["Desk", "Field", "Other"], "ramp_months": [3, 10, 5]})
    lead = answer.lead(two_roles(), ALL_WELL, COMPANY, bars=bars)
    assert lead.sentence == "Half of all hires are at quota pace by month 7: Desk by 6, Field by 12"
    assert (
        "half of 20 Field hires are at quota pace by month 12, half of 20 Desk hires by month 6"
        in lead.standfirst
    )
    assert lead.standfirst.startswith("Field hires take likely ")
    # Said of the slower role, whichever comes first.
    assert " months longer than Desk (clear); half of 20 Field" in lead.standfirst
    assert "half of 20 Desk hires by month 6; their quotas ramp for 10 months and 3. All" in lead.standfirst
    without = answer.lead(two_roles(), ALL_WELL, COMPANY).standfirst
    assert "half of 20 Desk hires by month 6. All in all" in without
    assert "40 hires, of whom 3 have left" in lead.standfirst
    assert lead.compared == ["Desk", "Field"]
    assert lead.ramp_title == "Half of Desk are at quota pace by month 6, half of Field by month 12"


def test_what_half_have_on_the_day_they_start_is_there_by_the_first_day() -> None:
    away = pd.concat([hires("Desk", [5] * 9, days=[0] * 9), hires("Field", [9] * 9)], ignore_index=True)
    curves = events.curves_of(away, FIRST_DEAL)
    told = events.half_sentence(curves, ["Desk", "Field"])
    assert told == "Half of Desk have a first deal by the first day, half of Field by day 270"


def test_roles_that_do_not_differ_are_not_told_apart() -> None:
    same = pd.concat([hires("Field", [5, 6, 7, 8] * 5), hires("Desk", [5, 6, 7, 8] * 5)], ignore_index=True)
    lead = answer.lead(same, ALL_WELL, COMPANY)
    assert lead.sentence == "Half of all hires are at quota pace by month 6"
    assert (
        "Half of Desk are at quota pace by month 6, half of Field by month 6; no two roles can be told apart"
        in lead.standfirst
    )
    assert "no role can be told apart" in lead.ramp_title
    assert lead.compared == ["Desk", "Field"]


def test_one_role_alone_is_told_by_its_median() -> None:
    lead = answer.lead(hires("Field", [4, 5, 6, 7, 8]), ALL_WELL, COMPANY)
    assert lead.sentence == "Half of Field are at quota pace by month 6"
    assert lead.roles == ["Field"]


def test_without_quotas_the_answer_goes_by_first_deals() -> None:
    lead = answer.lead(two_roles().assign(has_quota=False), ALL_WELL, COMPANY)
    assert lead.sentence == "Half of all hires have a first deal by day 210: Desk by 180, Field by 360"
    assert "ramp" not in lead.standfirst
    assert not lead.has_quotas
    assert lead.events == (FIRST_DEAL,)
    assert "ramp curves" not in lead.standfirst


def test_where_no_start_can_be_seen_the_page_says_when_the_crm_begins() -> None:
    frame = two_roles().assign(is_start_observed=False)
    lead = answer.lead(frame, Standing("not observed", 40, 0, 3, 0), COMPANY)
    assert lead.sentence == "What these hires sold first is not in the CRM's file"
    assert f"6{FIXED}Apr{FIXED}2021" in lead.standfirst
    assert lead.events == ()
    assert lead.roles == ["Desk", "Field"]  # who stays can still be compared


def test_hires_whose_start_is_not_seen_count_only_where_staying_is_told() -> None:
    unseen = hires("Desk", [1] * 30, is_start_observed=False)
    frame = pd.concat([hires("Desk", [6] * 10), unseen], ignore_index=True)
    assert events.curves_of(frame, FIRST_DEAL).everyone.n == 10
    assert events.curves_of(frame, EXIT).everyone.n == 40


def test_hires_without_a_quota_cannot_be_late_for_it() -> None:
    frame = pd.concat([hires("Desk", [6] * 10), hires("Desk", [60] * 10, has_quota=False)], ignore_index=True)
    assert events.curves_of(frame, PACE).everyone.n == 10
    assert events.curves_of(frame, FIRST_QUOTA).everyone.n == 10
    assert events.curves_of(frame, FIRST_DEAL).everyone.n == 20


def test_a_role_with_fewer_than_five_hires_has_no_curve() -> None:
    frame = pd.concat([hires("Desk", [6] * 10), hires("Field", [9] * 4)], ignore_index=True)
    assert list(events.curves_of(frame, PACE).roles) == ["Desk"]


def test_roles_come_with_the_most_hires_first() -> None:
    frame = pd.concat(
        [hires("Desk", [6] * 5), hires("Field", [9] * 8), hires("Aim", [9] * 5)], ignore_index=True
    )
    assert list(events.curves_of(frame, PACE).roles) == ["Field", "Aim", "Desk"]


def test_who_left_before_the_event_counts_up_to_the_last_day() -> None:
    # Ten have a deal on day 100; ten left on day 50 without one: half of those followed have one on day 100.
    frame = pd.concat(
        [
            hires("Desk", [3] * 10, days=[100] * 10),
            hires("Desk", [3] * 10, days=[50] * 10, has_first_deal=False),
        ],
        ignore_index=True,
    )
    assert events.curves_of(frame, FIRST_DEAL).everyone.median.time == 100


def test_a_median_not_reached_is_not_made_up() -> None:
    frame = hires("Desk", [3] * 4 + [9] * 6).assign(has_ramped=[True] * 4 + [False] * 6)
    attained = attainments([1.0] * 10)
    numbers = {one.title(SCOPE): one for one in answer.numbers(attained, frame)}
    assert numbers["At pace, median"].value == "not yet half"
    assert answer.lead(frame, ALL_WELL, COMPANY).sentence == "Fewer than half of Desk are at quota pace yet"


def test_a_range_whose_end_is_not_reached_is_left_open() -> None:
    frame = hires("Desk", [3, 4, 5, 6] + [9] * 3).assign(has_ramped=[True] * 4 + [False] * 3)
    median = events.curves_of(frame, PACE).everyone.median
    assert events.interval_words(PACE, median) == "3 or later"


def test_a_range_of_one_month_is_one_number() -> None:
    median = events.curves_of(hires("Desk", [6] * 30).assign(has_ramped=True), PACE).everyone.median
    assert events.interval_words(PACE, median) == "6"


def attainments(shares: list[float], *, counted: bool = True) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "role_profile": "Desk",
            "hire_year": 2024,
            "hire_half": 1,
            "is_counted": counted,
            "is_mature": counted,
            "met_bar": pd.array([share >= 1 for share in shares], dtype="boolean"),
            "window_ramped_attainment": shares,
            "window_attainment": [share / 2 for share in shares],
        }
    )


def test_the_tiles_hold_values_ranges_counts_and_definitions() -> None:
    shares = [0.5] * 6 + [1.2] * 4
    numbers = {one.title(SCOPE): one for one in answer.numbers(attainments(shares), hires("Desk", [6] * 10))}
    assert list(numbers) == [
        "Meet bar at month 12",
        "Ramped attainment",
        "At pace, median",
        "First deal, median",
        "Full quota, median",
        "Stayed a year",
    ]
    bar = numbers["Meet bar at month 12"]
    assert (bar.value, bar.note) == (f"40{THIN}%", f"17{DASH}69{THIN}% · 10 hires")  # Wilson, 4 of 10
    assert numbers["Ramped attainment"].value == f"50{THIN}%"
    assert numbers["First deal, median"].value == "180 days"
    assert numbers["Stayed a year"].value == f"100{THIN}%"
    assert all(one.definition(SCOPE) for one in numbers.values())


def test_four_judged_hires_are_too_early_to_tell() -> None:
    numbers = answer.numbers(attainments([1.0] * 4), hires("Desk", [6] * 10))
    assert (numbers[0].value, numbers[0].note) == ("too early", "4 hires so far")


def test_the_footer_counts_who_is_left_out_and_why() -> None:
    remarks = " ".join(answer.remarks(Standing("", 44, 40, 3, 9, 2), COMPANY, SCOPE, counted(count_unseen=7)))
    assert "2 hires moved to another role before month 12 and are in no figure of it." in remarks
    assert "4 hires started before the CRM's file begins" in remarks
    assert "9 hires are too new for month 12" in remarks
    assert "7 hires reached month 12, but the CRM's file lacks deals of that time: they are in no" in remarks
    told = COMPANY.replace(COMPANY["tables_loaded"], COMPANY["tables_loaded"] + ",job_changes,absences")
    assert answer.remarks(ALL_WELL, told, SCOPE, counted()) == [
        answer.LEAVERS,
        "Deals opened before the hire's start are left out.",
    ]


def test_without_job_changes_the_page_says_what_it_counts_from() -> None:
    said = " ".join(answer.remarks(ALL_WELL, COMPANY, SCOPE, counted()))
    assert clock.NO_CHANGES in said
    assert clock.NO_ABSENCES in said


def test_only_a_quota_file_that_did_not_come_is_asked_for() -> None:
    assert answer.quota_file_missing(COMPANY) == ""
    assert answer.quota_file_missing(pd.Series({"tables_loaded": "employees"})) == "quotas.csv"


def test_the_curves_end_where_fewer_than_five_are_followed_and_small_counts_are_hidden() -> None:
    days = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
    steps = hire_curves.steps_of(hires("Desk", [3] * 10, days=days), FIRST_DEAL, ["Desk"])
    assert steps.marks.rows["time"].max() == 60  # five are followed just before day 60
    assert steps.marks.rows["share"].tolist() == pytest.approx([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
    assert list(steps.table.columns) == ["Without a deal yet", "day 0", "day 10", "day 20", "day 30"]
    assert steps.table.iloc[0].tolist() == ["Desk", "10", "10", "9", "8"]
    assert steps.lead == "Half of Desk have a first deal by day 50"


def test_fewer_than_five_still_followed_are_not_counted_out() -> None:
    late = hires("Field", [3] * 20, days=[200] * 20)
    early = hires("Desk", [3] * 10, days=[10] * 8 + [100] * 2)
    steps = hire_curves.steps_of(pd.concat([early, late]), FIRST_DEAL, ["Desk", "Field"])
    assert steps.table.loc[0, "day 60"] == f"<{THIN}5"
    assert steps.table.loc[1, "day 60"] == "20"


def test_a_curve_of_staying_falls() -> None:
    frame = hires("Desk", [3] * 10).assign(
        has_left=[True] * 2 + [False] * 8, days_to_exit=[100] * 2 + [800] * 8
    )
    steps = hire_curves.steps_of(frame, EXIT, ["Desk"])
    assert steps.marks.rows["share"].iloc[-1] == pytest.approx(0.8)
    assert steps.marks.given["until"] == 365
    assert steps.lead == f"80{THIN}% of Desk stayed a year"


def paces(role: str, months: int, count: int, middle: float) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "role_profile": role,
            "tenure_month": range(1, months + 1),
            "count_hires": count,
            "low": 0.0,
            "middle": middle,
            "high": np.linspace(0.5, 1.5, months),
        }
    )


def test_the_ramps_show_the_largest_roles_the_soonest_first() -> None:
    roles = ["a", "b", "c", "d", "e", "f", "g"]
    frame = ramps.ramp_frame(
        pd.concat([paces(role, 24, 10 + place, 0.5) for place, role in enumerate(roles)]), 12
    )
    assert set(frame["role"]) == set("bcdefg")  # six fit, the smallest goes
    assert frame["month"].max() == 18
    curves = events.curves_of(pd.concat([hires("c", [9] * 10), hires("g", [4] * 10)]), PACE)
    found = ramps.ramps(frame, curves)
    assert [one.role for one in found][:2] == ["g", "c"]
    assert (found[0].crossed, found[0].counted) == (4.0, "16 hires of 6+ months")
    assert [len(row) for row in ramps.in_rows(found)] == [3, 3]
    more = events.curves_of(hires("g", [4] * 20), PACE)
    assert ramps.ramps(frame, more)[0].counted == "16 of 20 hires"


def test_months_of_fewer_than_five_hires_are_left_out_of_a_ramp() -> None:
    frame = ramps.ramp_frame(pd.concat([paces("a", 6, 9, 0.5), paces("b", 6, 4, 0.5)]), 12)
    assert set(frame["role"]) == {"a"}


def test_of_how_few_it_is_known_who_stayed_is_not_said_in_a_heading() -> None:
    few = pd.concat([hires("Desk", [3] * 4), hires("Desk", [3] * 6, days_to_exit=100)])
    steps = hire_curves.steps_of(few, EXIT, ["Desk"])
    assert steps.lead == "Too few have been followed for a year yet"


def test_a_longer_window_shows_a_longer_ramp() -> None:
    assert ramps.ramp_frame(paces("a", 24, 9, 0.5), 24)["month"].max() == 24

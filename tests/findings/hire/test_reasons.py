"""Why each figure counts: every reason that is told, and one word for all that are not."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hiring.findings.hire import reasons


def _told(row: dict[str, Any], interviews: pd.DataFrame, months: pd.DataFrame) -> dict[str, tuple[bool, str]]:
    found = reasons.reasons(row, interviews, months)
    return {one.about: (one.counts, one.told.replace("\xa0", " ")) for one in found}


def test_each_figure_says_that_it_counts_or_why_not(row, interviews, months) -> None:
    assert _told(row, interviews, months) == {
        "High performer": (
            True,
            "month 12 is over, and by ramped attainment it is place 1 of 93 in Mid-market.",
        ),
        "Interviewers": (True, "3 people: 1 HR, 2 Sales."),
        "First deal, pace": (True, "the start lies within the CRM's history."),
        "Quarters": (True, "5 of 7 quarters since the start are counted; the last is not over."),
        "Month 24": (False, "not over, and not before 18 Oct 2026."),
        "EUR\xa050k inherited": (False, "from an earlier owner stay out of every figure."),
    }


def test_who_is_none_of_the_best_has_a_place_that_counts(row, interviews, months) -> None:
    told = _told(row | {"is_high_performer": False, "place": 40}, interviews, months)
    assert "High performer" not in told
    assert told["First year"] == (
        True,
        "month 12 is over and counts: place 40 of 93 in Mid-market, no high performer.",
    )


def test_facts_of_the_calendar_and_the_company_are_named(row, interviews, months) -> None:
    before = _told(row | {"is_start_observed": False, "is_before_crm": True}, interviews, months)
    assert "before the CRM's history" in before["High performer"][1]
    moved = row | {"is_ended_by_move": True, "role_ended_on": pd.Timestamp("2025-05-01")}
    told = _told(moved, interviews, months)
    assert told["High performer"] == (False, "moved to another role before month 12 was over.")
    assert "Month 24" not in told
    assert told["Another role"][1].endswith("end with the first one, on 1 May 2025.")
    young = _told(row | {"ends_on": pd.Timestamp("2026-10-18")}, interviews, months)
    assert young["High performer"][1] == "month 12 is not over, and not before 18 Oct 2026."


def test_of_a_leaver_no_later_month_is_over_or_not_over(row, interviews, months) -> None:
    left = row | {"has_left": True, "termination_date": pd.Timestamp("2025-09-01")}
    left |= {"last_day": pd.Timestamp("2025-09-01")}
    told = _told(left, interviews, months)["Month 24"]
    assert told == (
        False,
        "left before it; counted with nothing sold after the exit, not before 18 Oct 2026.",
    )
    old = left | {"second_year_ends_on": pd.Timestamp("2026-05-01"), "is_second_year_counted": True}
    told = _told(old, interviews, months)["Month 24"]
    assert told == (True, "left before it; counted with nothing sold after the exit.")
    unknown = old | {"is_second_year_counted": False}
    assert _told(unknown, interviews, months)["Month 24"] == (False, "left before it; not counted.")
    assert "not over" not in _told(left, interviews, months)["Quarters"][1]


def test_all_other_reasons_are_one_and_have_no_day(row, interviews, months) -> None:
    late = {"is_counted": False, "place": None, "second_year_ends_on": pd.Timestamp("2026-01-01")}
    told = _told(row | late, interviews, months)
    assert told["High performer"] == (False, "the first year is not counted.")
    assert told["Month 24"] == (False, "not counted.")


def test_seats_that_belong_to_nobody_known_are_counted(row, interviews, months) -> None:
    unknown = interviews.assign(department=["HR", "HR", None, "Other"])
    assert _told(row, unknown, months)["Interviewers"][1] == (
        "3 people: 1 HR, 1 of another department, 1 not matched."
    )
    assert _told(row, interviews.head(0), months)["Interviewers"][0] is False
    assert _told(row | {"applied_on": pd.NaT}, interviews.head(0), months)["Interviewers"] == (
        False,
        "no application is on file.",
    )


def test_whom_no_login_is_matched_to_has_no_figure_of_sales_that_counts(row, interviews, months) -> None:
    lost = {"is_login_missing": True, "is_start_observed": False, "is_counted": False}
    told = _told(row | lost, interviews, months)
    assert not any(told[about][0] for about in ("High performer", "First deal, pace", "Quarters", "Month 24"))
    assert told["First deal, pace"][1] == "not known: no CRM login is matched."

"""Who stays, how people leave and who pays back, of frames worked out by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.findings.outcomes import staying
from hiring.words import DASH, THIN


def stays(
    role: str, left: int, stayed: int, *, days: int = 100, kind: str | None = "voluntary"
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "role_profile": role,
            "days_to_exit": [days] * left + [800] * stayed,
            "has_left": [True] * left + [False] * stayed,
            "termination_type": [kind] * left + [None] * stayed,
        }
    )


def test_staying_is_compared_after_a_year() -> None:
    found = staying.stay_by_role(pd.concat([stays("Desk", 2, 38), stays("Field", 25, 15)]))
    assert found.frame["group"].tolist() == ["Desk", "Field"]
    assert found.frame["estimate"].tolist() == pytest.approx([0.95, 0.375])
    assert found.exhibit.lead == (
        "Desk hires more often stay a year than the others; Field hires more often leave within a year than the others"
    )
    assert not found.is_at_window


def test_hires_of_last_month_are_no_proof_of_staying() -> None:
    new = stays("Desk", 0, 20).assign(days_to_exit=30)
    found = staying.stay_by_role(new)
    assert found.exhibit.lead == "Nobody has been followed for a year yet"
    assert found.frame["estimate"].isna().all()


def test_those_who_left_within_the_year_are_told_apart_by_how() -> None:
    young = stays("Desk", 0, 6, days=800).assign(days_to_exit=100)
    frame = pd.concat(
        [
            young,
            stays("Desk", 5, 30),
            stays("Desk", 3, 0, kind="involuntary"),
            stays("Desk", 1, 0, kind=None),
            stays("Desk", 9, 0, days=366),  # a whole year
        ]
    )
    assert staying.stay_by_role(frame).exhibit.note == (
        "Of 54 hires 39 stayed a year, 9 left in it (5 by their own choice, 3 by the company's, 1 with no reason "
        "recorded) and 6 are still in it. (39 of 48 is 81\u202f%; the share also counts the days of those still in "
        "it.)"
    )


def test_who_left_on_day_365_left_within_the_year_by_the_curve_and_by_the_count() -> None:
    for days, share, count in ((365, 0.75, 10), (366, 1.0, 0)):
        found = staying.stay_by_role(stays("Desk", 10, 30, days=days))
        assert found.frame["estimate"].tolist() == pytest.approx([share])
        assert found.exhibit.note.startswith(f"Of 40 hires {40 - count} stayed a year, {count} left in it")


def test_who_is_here_on_the_last_day_of_the_year_has_stayed_it_by_the_curve_and_by_the_count() -> None:
    found = staying.stay_by_role(stays("Desk", 0, 30).assign(days_to_exit=[365] * 10 + [800] * 20))
    assert found.frame["n"].tolist() == [30]
    assert found.exhibit.note == "Of 30 hires 30 stayed a year, 0 left in it."


def test_how_four_people_left_is_not_said() -> None:
    assert staying.stay_by_role(stays("Desk", 4, 30)).exhibit.note == (
        "Of 34 hires 30 stayed a year, 4 left in it."
    )


def paybacks(role: str, *, back: int, early: int, here: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "role_profile": role,
            "has_left": [True] * back + [True] * early + [False] * here,
            "has_paid_back": [True] * back + [False] * early + [False] * here,
        }
    )


def test_who_left_before_paying_back_is_counted_with_an_interval() -> None:
    frame = pd.concat([paybacks("Desk", back=6, early=2, here=2), paybacks("Field", back=2, early=1, here=1)])
    assert staying.payback_title(frame) == "Of 11 leavers whose cost is known 3 left before paying it back"
    table = staying.payback_table(frame)
    assert table.iloc[0].tolist() == ["Desk", f"2 · 20{THIN}% (6{DASH}51)", "6", "2", "10"]
    assert table.iloc[1].tolist() == ["Field", "too few", "too few", "too few", "4"]
    assert table.iloc[2].tolist()[0] == "All"


def test_without_costs_the_missing_files_are_named() -> None:
    assert staying.payback_title(paybacks("Desk", back=0, early=0, here=0)) == (
        "Who left before paying back is not known"
    )
    loaded = pd.Series({"tables_loaded": "employees,applications"})
    assert staying.cost_files_missing(loaded) == "employment_costs.csv and sourcing_costs.csv"
    every = pd.Series({"tables_loaded": "employment_costs,sourcing_costs,applications"})
    assert staying.cost_files_missing(every) == ""


def test_no_role_is_said_to_stand_out_or_not_where_each_is_too_small_to_tell() -> None:
    few = staying.stay_by_role(pd.concat([stays("Desk", 1, 3), stays("Field", 1, 3)]))
    assert (few.exhibit.lead, few.is_drawn) == (f"75{THIN}% of hires stayed a year", False)
    assert few.exhibit.alt == f"75{THIN}% of hires stayed a year."
    assert few.why_not == "Fewer than 5 hires in every role."
    found = staying.stay_by_role(pd.concat([stays("Desk", 1, 6), stays("Field", 2, 5)]))
    assert found.exhibit.lead == f"79{THIN}% of hires stayed a year"
    assert found.frame["verdict"].tolist() == [None, None]  # shown, as in every table, and not compared
    assert found.exhibit.note.startswith("Of 14 hires 11 stayed a year, 3 left in it")
    enough = staying.stay_by_role(pd.concat([stays("Desk", 2, 18), stays("Field", 3, 17)]))
    assert enough.exhibit.lead.endswith("; no role stands out")

"""Outcomes at equal tenure, by time of hire and by role, of frames worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from hiring.findings.outcomes import windows
from hiring.findings.outcomes.windows import ATTAINMENT, BAR
from hiring.words import DASH, THIN


def hires(role: str, year: int, met: int, missed: int, *, new: int = 0, half: int = 1) -> pd.DataFrame:
    """Hires of a role and half-year: some met the bar, some missed it, some are too new for the window."""
    count = met + missed + new
    is_over = [True] * (met + missed) + [False] * new
    reached = [1.2] * met + [0.4] * missed + [0.1] * new
    return pd.DataFrame(
        {
            "role_profile": role,
            "hire_year": year,
            "hire_half": half,
            "is_counted": is_over,
            "is_mature": is_over,
            "met_bar": pd.array([True] * met + [False] * (count - met), dtype="boolean"),
            "window_ramped_attainment": reached,
            "window_attainment": [share / 2 for share in reached],
        }
    )


def test_a_role_that_clearly_differs_is_named_and_drawn_as_clear() -> None:
    frame = pd.concat([hires("Desk", 2024, 36, 4), hires("Field", 2024, 10, 30)])
    found = windows.by_role(frame, BAR, 12)
    assert found.exhibit.lead == (
        "Desk hires met the bar more often than the others; Field hires met the bar less often than the others"
    )
    first = found.frame.iloc[0]
    assert (first["group"], first["n"], first["verdict"], first["direction"]) == (
        "Desk",
        40,
        "Clear",
        "higher",
    )
    assert first["estimate"] == pytest.approx(0.9)
    assert found.exhibit.marks.given["reference"].value == pytest.approx(46 / 80)
    assert f"Desk 90{THIN}% (77{DASH}96) of 40" in found.exhibit.alt


def test_roles_alike_do_not_stand_out() -> None:
    frame = pd.concat([hires("Desk", 2024, 20, 20), hires("Field", 2024, 20, 20)])
    found = windows.by_role(frame, BAR, 12)
    assert found.exhibit.lead == "No role stands out in meeting the bar at month 12"
    assert set(found.frame["verdict"]) == {"Can't tell"}


def test_a_role_of_few_hires_comes_last_in_words_only() -> None:
    frame = pd.concat([hires("Aim", 2024, 4, 0), hires("Desk", 2024, 20, 20), hires("Field", 2024, 20, 20)])
    found = windows.by_role(frame, BAR, 12)
    assert found.frame["group"].tolist()[-1] == "Aim"
    assert found.frame["verdict"].tolist()[-1] == "Too few hires"
    assert "Aim" not in found.exhibit.alt


def test_medians_are_compared_as_medians() -> None:
    frame = pd.concat([hires("Desk", 2024, 36, 4), hires("Field", 2024, 4, 36)])
    found = windows.by_role(frame, ATTAINMENT, 12).frame.set_index("group")
    assert found.loc["Desk", "estimate"] == pytest.approx(1.2)
    assert found.loc["Field", "estimate"] == pytest.approx(0.4)
    assert found.loc["Desk", "verdict"] == "Clear"


def test_a_cohort_with_hires_still_to_come_is_not_mature_and_the_note_counts_them() -> None:
    frame = pd.concat(
        [hires("Desk", 2024, 10, 10), hires("Desk", 2025, 8, 8, new=4), hires("Desk", 2026, 0, 0, new=7)]
    )
    found = windows.by_cohort(frame, BAR, 12)
    assert found.frame["group"].tolist() == ["2024 H1", "2025 H1", "2026 H1"]
    assert found.frame["is_mature"].tolist() == [True, False, False]
    assert found.frame["n"].tolist() == [20, 16, 0]
    assert found.exhibit.note == (
        "Dotted: 4 of 20 hires of 2025 H1 are not at month 12 yet; of 2026 H1 nobody is."
    )


def test_too_new_hires_are_in_no_share() -> None:
    frame = pd.concat([hires("Desk", 2024, 10, 10), hires("Desk", 2025, 10, 10, new=50)])
    assert windows.by_cohort(frame, BAR, 12).frame["estimate"].tolist() == [0.5, 0.5]


def test_more_than_eight_half_years_become_years() -> None:
    def cohorts(years: int) -> list[str]:
        frames = [hires("Desk", 2019 + year, 5, 5, half=half) for year in range(years) for half in (1, 2)]
        return windows.by_cohort(pd.concat(frames), BAR, 12).frame["group"].tolist()

    assert cohorts(4)[:2] == ["2019 H1", "2019 H2"]
    assert cohorts(5) == ["2019", "2020", "2021", "2022", "2023"]


def test_one_group_alone_is_told_by_its_value() -> None:
    found = windows.by_role(hires("Desk", 2024, 10, 10), BAR, 12)
    assert found.exhibit.lead == f"50{THIN}% met the bar at month 12"
    assert found.frame["verdict"].isna().all()  # drawn, though there is nobody to compare with
    assert windows.comparisons(hires("Desk", 2024, 1, 1)) == [windows.by_cohort]


@pytest.mark.parametrize(("judged", "are_enough"), [(4, False), (5, True)])
def test_outcomes_are_told_from_five_hires_on(judged: int, are_enough: bool) -> None:
    assert windows.are_enough(hires("Desk", 2024, judged, 0, new=30)) is are_enough


def test_long_names_stand_above_their_lines() -> None:
    def labels(name: str) -> str:
        frame = pd.concat([hires(name, 2024, 10, 10), hires("Desk", 2024, 10, 10)])
        return windows.by_role(frame, BAR, 12).exhibit.marks.given["labels"]

    assert labels("Customer growth") == "beside"
    assert labels("Customer growths") == "above"


def test_the_table_holds_share_medians_intervals_and_counts_and_hides_few() -> None:
    frame = pd.concat([hires("Desk", 2024, 4, 6, new=5), hires("Field", 2024, 2, 2)])
    table = windows.role_table(frame, 12)
    assert table.iloc[0].tolist() == [
        "Desk",
        f"40{THIN}% (17{DASH}69)",
        f"40{THIN}% (40{DASH}120)",
        f"20{THIN}% (20{DASH}60)",
        "10",
    ]
    assert table.iloc[1].tolist() == ["Field", "too few", "too few", "too few", "4"]


def test_where_no_group_has_five_nothing_is_drawn_and_no_note_tells_of_a_drawing() -> None:
    frame = pd.concat([hires("Desk", 2024, 2, 2), hires("Field", 2025, 3, 1, new=3)])
    for found in (windows.by_role(frame, BAR, 12), windows.by_cohort(frame, ATTAINMENT, 12)):
        assert not found.is_drawn
        assert found.exhibit.note == ""
    assert windows.by_role(frame, BAR, 12).why_not == "Fewer than 5 hires in every role."
    assert windows.by_cohort(frame, BAR, 12).why_not == "Fewer than 5 hires in every half-year."
    nine = pd.concat([hires("Desk", 2024, 5, 4), hires("Field", 2025, 9, 9)])
    of = windows.by_role(nine, BAR, 12).frame.set_index("group")
    assert of.loc["Desk", "verdict"] is None  # shown, as in the table of roles, and not compared
    assert (of.loc["Desk", "estimate"], of.loc["Desk", "n"]) == (5 / 9, 9)
    many = pd.concat([hires("Desk", 2024, 9, 9), hires("Field", 2025, 9, 9, new=3)])
    assert windows.by_cohort(many, BAR, 12).is_drawn
    assert windows.by_cohort(many, BAR, 12).exhibit.note.startswith("Dotted: 3 of 21 hires of 2025 H1")


def test_years_and_half_years_are_called_what_they_are() -> None:
    halves = pd.concat([hires("Desk", 2024, 20, 20, half=half) for half in (1, 2)])
    assert (
        windows.by_cohort(halves, BAR, 12).exhibit.lead
        == "No half-year stands out in meeting the bar at month 12"
    )
    years = pd.concat(
        [hires("Desk", year, 20, 20, half=half) for year in range(2020, 2025) for half in (1, 2)]
    )
    assert (
        windows.by_cohort(years, BAR, 12).exhibit.lead == "No year stands out in meeting the bar at month 12"
    )
    better = pd.concat(
        [
            hires("Desk", year, 38 if year == 2022 else 15, 22, half=half)
            for year in range(2020, 2025)
            for half in (1, 2)
        ]
    )
    assert (
        windows.by_cohort(better, BAR, 12).exhibit.lead
        == "Hires of 2022 met the bar more often than the others"
    )


def test_figures_in_which_nothing_clearly_stands_out_have_one_heading_together() -> None:
    frame = pd.concat([hires("Desk", 2024, 20, 20), hires("Field", 2023, 20, 20)])
    found = [[windows.by_cohort(frame, BAR, 12)], [windows.by_role(frame, BAR, 12)]]
    assert not any(one.tells for row in found for one in row)
    assert windows.quiet(found, 12).startswith("No half-year and no role stands out at month 12")
    leaning = replace(found[0][0], exhibit=replace(found[0][0].exhibit, label="Leaning"))
    assert windows.quiet([[leaning]], 12).startswith("No half-year clearly stands out at month 12")
    clear = windows.by_role(pd.concat([hires("Desk", 2024, 40, 2), hires("Field", 2024, 2, 40)]), BAR, 12)
    assert clear.tells

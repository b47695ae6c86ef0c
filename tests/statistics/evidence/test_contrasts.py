"""Panels against panels: how they are told apart, and what the difference is."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from helpers.invented.hires import DAY, company
from hiring.findings.sentences import finding_sentence
from hiring.statistics.evidence.contrasts import (
    HOURS_AN_INTERVIEW,
    MIXED,
    ONLY_HR,
    ONLY_SALES,
    contrasted,
    panels,
    selling_hours,
)
from hiring.statistics.evidence.designs import designed
from hiring.statistics.outcomes import measured


def seats(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    columns = ["employee_id", "interviewer_id", "department", "stage"]
    return pd.DataFrame(rows, columns=columns).assign(hire_date=DAY)


def test_a_panel_is_read_off_its_seats() -> None:
    hires = pd.DataFrame({"employee_id": list("ABCDE"), "hire_date": DAY})
    made = panels(
        hires,
        seats(
            ("A", "I1", "HR", "screen"),
            ("A", "I2", "Sales", "final"),
            ("B", "I1", "HR", "final"),
            ("C", "I2", "Sales", "first"),
            ("D", "I3", "Other", "final"),
        ),
    )
    assert made["size"].tolist() == [2, 1, 1, 1, 0]
    assert made["mix"].tolist() == [MIXED, ONLY_HR, ONLY_SALES, "", ""]
    assert made["final"].tolist() == [True, False, None, False, None]


def test_selling_hours_are_the_interviews_of_sales_at_an_assumed_length() -> None:
    interviews = pd.DataFrame(
        {
            "stage": ["final", "first", "final"],
            "department": ["Sales", "Sales", "HR"],
            "count_interviews": [4, 6, 9],
            "count_interviewers": [3, 5, 2],
        }
    )
    found = selling_hours(interviews)
    assert (found.count_interviews, found.count_final) == (10, 4)
    assert found.count_final_sellers == 3
    assert (found.hours, found.final_hours) == (10 * HOURS_AN_INTERVIEW, 4 * HOURS_AN_INTERVIEW)
    assert selling_hours(interviews.iloc[:0]).hours == 0


@pytest.fixture
def made():
    one = company(count=300, seed=3)
    return one, designed(measured(one.hires, one.months), one.seats)


def test_a_planted_difference_of_mixed_panels_is_found_and_told_with_both_counts(made) -> None:
    one, design = made
    by_hire = panels(design.hires, one.seats)
    better = design.score + 1.0 * (by_hire["mix"] == MIXED).to_numpy(float)
    lifted = type(design)(**{**vars(design), "hires": design.hires.assign(score=better)})
    first = contrasted(lifted, one.seats)[0]
    assert first.comparison.group == f"hires of {MIXED}"
    assert first.verdict.estimate == pytest.approx(1.0, abs=0.35)
    assert first.verdict.low > 0
    assert f"({first.verdict.n} hires against {first.verdict.n_against})" in finding_sentence(first)


def test_all_contrasts_are_judged_together_and_none_is_made_up(made) -> None:
    one, design = made
    found = contrasted(design, one.seats)
    groups = [finding.comparison.group for finding in found]
    # Every panel has three seats: no contrast of size. A seller in the last stage there is for some.
    assert not any("more than" in group for group in groups)
    assert all(np.isfinite(finding.verdict.estimate) for finding in found)
    only_sales = one.seats.assign(department="Sales", stage="first")
    assert contrasted(design, only_sales) == ()


def with_mix(one, in_region_0: list[str], elsewhere: list[str]) -> pd.DataFrame:
    """The seats with these departments in turn: panels of the first office, panels of the others."""
    north = set(one.hires.loc[one.hires["region"] == "Region 0", "employee_id"])
    place = one.seats.groupby("employee_id").cumcount().to_numpy()
    chosen = [
        (in_region_0 if who in north else elsewhere)[at % len(in_region_0)]
        for who, at in zip(one.seats["employee_id"], place, strict=True)
    ]
    return one.seats.assign(department=chosen, stage="screen")


def test_a_contrast_the_office_explains_is_none(made) -> None:
    one, design = made
    rows = with_mix(one, ["HR", "Sales"], ["Sales", "Sales"])
    assert contrasted(design, rows) == ()


def test_an_office_that_sells_more_does_not_make_its_kind_of_panel_better(made) -> None:
    one, design = made
    rows = with_mix(one, ["HR", "Sales"], ["Sales", "Sales"])
    first = rows.groupby("employee_id").cumcount() == 0
    few = rows["employee_id"].isin(design.hires["employee_id"][::5])
    rows = rows.assign(department=np.where(few & first, "HR", rows["department"]))
    office = (design.hires["region"] == "Region 0").to_numpy(float)
    lifted = type(design)(**{**vars(design), "hires": design.hires.assign(score=design.score + 2.0 * office)})
    (found,) = contrasted(lifted, rows)
    assert found.comparison.difference.first - found.comparison.difference.second > 0.8
    assert abs(found.verdict.estimate) < 0.4

"""How two roles' hires fared, side by side: the figures of the page of outcomes."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.findings.outcomes.pairs import no_filter
from hiring.findings.role_profiles.fared import fared, fared_apart, fared_table
from hiring.statistics.verdicts import Label


def milestones(**roles: tuple[int, int]) -> pd.DataFrame:
    """Role → hires and the month they all came to pace; a fifth left on day 100, the others stayed 400 days."""
    rows = []
    for role, (count, pace) in roles.items():
        rows += [
            {
                "role_profile": role,
                "is_start_observed": True,
                "has_quota": True,
                "months_to_ramp": float(pace + n % 2),
                "has_ramped": True,
                "days_to_exit": 100.0 if n % 5 == 0 else 400.0,
                "has_left": n % 5 == 0,
            }
            for n in range(count)
        ]
    return pd.DataFrame(rows)


def attained(**roles: tuple[int, int]) -> pd.DataFrame:
    """Role → hires, and how many of them met the bar; one more of each is not judged."""
    rows = []
    for role, (count, met) in roles.items():
        rows += [{"role_profile": role, "is_counted": True, "met_bar": n < met} for n in range(count)]
        rows += [{"role_profile": role, "is_counted": False, "met_bar": None}]
    return pd.DataFrame(rows)


FAST, SLOW = (60, 5), (60, 10)


def test_a_role_is_told_by_pace_bar_and_leaving() -> None:
    found = fared("Inside", milestones(Inside=FAST), attained(Inside=(50, 30)))
    assert found.count == 60
    assert found.pace is not None
    assert found.pace.time == 5
    assert found.met_bar is not None
    assert (found.met_bar.estimate, found.met_bar.n) == (0.6, 50)
    assert found.left is not None
    assert found.left.estimate == pytest.approx(0.2)


def test_two_roles_stand_side_by_side_with_intervals() -> None:
    table = fared_table(
        ["Inside", "Major"],
        milestones(Inside=FAST, Major=SLOW),
        attained(Inside=(50, 30), Major=(50, 25)),
    )
    assert list(table.columns) == ["Measure", "Inside", "Major"]
    assert [plain.replace("\u202f", " ") for plain in table["Measure"]] == [
        "Months to 80 % of quota, of hires with a quota",
        "Hires it is followed in",
    ]
    assert table["Inside"][0].startswith("5 (")
    assert table["Major"][0].startswith("10 (")
    assert table["Inside"][0].endswith(" · 60")
    assert table["Inside"][1] == "60"


def test_they_are_told_apart_only_where_the_hires_allow_it() -> None:
    pace, bar, left = fared_apart(
        "Inside",
        "Major",
        no_filter(milestones(Inside=FAST, Major=SLOW)),
        no_filter(attained(Inside=(50, 27), Major=(50, 25))),
        12,
    )
    assert pace.verdict.label is Label.CLEAR
    assert bar.verdict.label is Label.CANNOT_TELL
    assert left.verdict.label is Label.CANNOT_TELL


def test_a_role_of_three_hires_and_one_of_none_show_no_figure() -> None:
    small = fared("Small", milestones(Small=(3, 5)), attained(Small=(3, 2)))
    assert (small.count, small.pace, small.met_bar, small.left) == (3, None, None, None)
    table = fared_table(["Small", "None"], milestones(Small=(3, 5)), attained(Small=(3, 2)))
    assert list(table["None"]) == ["too few", "0"]


def test_without_quotas_hires_are_not_called_too_few() -> None:
    none = milestones(Inside=FAST, Small=(3, 5)).assign(has_quota=False)
    table = fared_table(["Inside", "Small"], none, attained(Inside=(0, 0), Small=(0, 0)))
    assert table["Inside"][0] == table["Small"][0] == "no quota known"

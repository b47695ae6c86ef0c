"""A second company, whose fiscal year starts in April: the sample's people, cut into other years."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
from streamlit.testing.v1 import AppTest


def said(at: AppTest) -> str:
    assert not at.exception
    assert not at.error
    return " ".join(one.value for one in (*at.title, *at.header, *at.markdown)).replace("\u00a0", " ")


def test_the_overview_cuts_half_years_by_the_fiscal_year(app, altered_warehouse: Path) -> None:
    at = app("overview", warehouse=altered_warehouse, has_evidence=False)
    told = said(at)
    assert "Quarter 1 of fiscal 2027" in told
    # The last half-year of which all hires have reached month 12 by 30 June 2026 ends with March 2025.
    charts = "".join(one.proto.alt for one in at.get("plotly_chart"))
    assert "FY2025 H2" in charts
    assert "2025 H2" not in charts.replace("FY2025 H2", "")


def test_outcomes_group_hires_by_fiscal_years_and_the_list_behind_them_too(
    app, altered_warehouse: Path
) -> None:
    at = app("outcomes", {"grid_cohort": "FY2024"}, warehouse=altered_warehouse, has_evidence=False)
    said(at)
    assert at.selectbox(key="grid_cohort").value == "FY2024"
    assert all(name == "All" or name.startswith("FY20") for name in at.selectbox(key="grid_cohort").options)
    listed = next(one.value for one in at.dataframe if "Start" in one.value or "Hired" in one.value)
    column = "Start" if "Start" in listed else "Hired"
    started = pd.to_datetime(listed[column])
    assert len(started)
    assert started.between("2023-04-01", "2024-03-31").all()


def test_quick_periods_are_fiscal_and_told_by_the_year_they_end_in(app, altered_warehouse: Path) -> None:
    at = app("definitions", {"period": "last-fiscal-year"}, warehouse=altered_warehouse, has_evidence=False)
    told = said(at)
    scope = at.session_state["_scope"]
    assert (scope.hired_from, scope.hired_to) == (date(2025, 4, 1), date(2026, 3, 31))
    assert "FY2026 ends with March 2026" in told
    options = at.selectbox(key="period").options
    assert [one for one in options if "FY" in one] == [
        "This fiscal year (FY2027)",
        "Last fiscal year (FY2026)",
    ]


def test_agreement_cuts_quarters_by_the_fiscal_year(app, altered_warehouse: Path) -> None:
    at = app("agreement", warehouse=altered_warehouse, has_evidence=False)
    said(at)
    trends = [one.proto.alt for one in at.get("plotly_chart") if "in the last four quarters" in one.proto.alt]
    assert len(trends) == 2
    assert all(" in FY2022 Q1, " in alt and alt.endswith(" in FY2027 Q1.") for alt in trends)

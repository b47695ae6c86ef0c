"""Profiles, ratings and backgrounds on a few rows: the version in force, held meetings, whose score it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from helpers.small_company import Built, built
from hiring.access import scope
from hiring.warehouse.asking import Warehouse

PROFILES = """
role_profile,version,effective_on,competency,weight,minimum_score,looks_like,must_have,agreed_by_sales_on,agreed_by_hr_on
Inside sales,1,2023-01-01,Closing,60,3,,true,2022-12-01,2022-12-02
Inside sales,1,2023-01-01,Listening,40,,Hears the no,false,2022-12-01,2022-12-02
Inside sales,2,2024-02-01,Closing,50,3,,true,2024-01-20,2024-01-21
Inside sales,2,2024-02-01,Listening,50,2.5,,,2024-01-20,
Inside sales,3,2026-01-01,Closing,100,3,,true,,
Channel,1,2027-01-01,Closing,100,3,,true,,
"""
APPLICATIONS = """
application_id,candidate_id,source,applied_on,status,ended_on,accepted_on,employee_id,role_profile
PA,CA,Board,2023-12-01,hired,2023-12-20,2023-12-20,A,Inside sales
P2,C2,Board,2024-01-03,rejected,2024-01-20,,,Inside sales
"""
CANDIDATES = """
candidate_id,full_name,email,years_in_sales,previous_industry,gender,ethnicity,age_band
CA,Ada First,,4.5,Telecoms,female,group A,30 to 44
C2,Zoe Other,,2,Retail,male,group B,under 30
"""
INTERVIEWS = """
interview_id,application_id,stage,interviewer_id,scheduled_for,status
I1,PA,screen,H1,2023-12-02 09:00,held
I2,PA,final,M1,2023-12-10 09:00,held
I2,PA,final,H1,2023-12-10 09:00,held
I3,P2,screen,M1,2024-01-05 09:00,held
I4,P2,final,M1,2024-01-09 09:00,cancelled
I5,P2,final,M1,2025-06-09 09:00,held
"""
RATINGS = """
interview_id,competency,score,scale_max
I1,Closing,4,5
I2,Closing,3,4
I3,Closing,2,
I4,Closing,1,5
I5,Closing,1,5
"""


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Built:
    tables = {
        "role_profiles": PROFILES,
        "applications": APPLICATIONS,
        "candidates": CANDIDATES,
        "interviews": INTERVIEWS,
        "ratings": RATINGS,
    }
    return built(tmp_path_factory.mktemp("profiles"), tables, as_of=date(2025, 1, 31))


def ask(company: Built, question: str, **filters: Any) -> pd.DataFrame:
    warehouse = Warehouse(company.folder)
    viewer = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", viewer, {}), warehouse.ask("shared/company", viewer, {})
    )
    return warehouse.ask(question, viewer, replace(scope.everything(choices), **filters).parameters())


def rows(company: Built, question: str) -> pd.DataFrame:
    """Rows for estimates, which heed neither filters nor the viewer."""
    warehouse = Warehouse(company.folder)
    return warehouse.for_estimates(question, warehouse.viewer())


def test_the_latest_version_that_has_come_into_force_is_current(company: Built) -> None:
    found = ask(company, "role_profiles/profiles")
    assert list(found["version"].unique()) == ["2", "1"]  # the third comes next year
    assert set(found.loc[found["is_current"], "version"]) == {"2"}
    assert list(found.loc[found["is_current"], "weight"]) == [50.0, 50.0]
    assert company.rows("select distinct version from marts.role_profiles where is_current") == [("2",)]


def test_a_side_has_agreed_only_when_it_agreed_to_every_line(company: Built) -> None:
    now = ask(company, "role_profiles/profiles").query("is_current")
    assert now["agreed_by_hr_on"].isna().all()
    assert set(now["agreed_by_sales_on"]) == {pd.Timestamp("2024-01-20")}
    assert list(now.sort_values("competency")["is_must_have"]) == [True, False]


def test_a_role_whose_first_version_lies_ahead_has_none(company: Built) -> None:
    assert "Channel" not in set(ask(company, "role_profiles/profiles")["role_profile"])


def test_scores_of_held_meetings_count_on_one_scale_with_who_gave_them(company: Built) -> None:
    found = rows(company, "role_profiles/ratings")
    told = [tuple(row) for row in found[["application_id", "interviewer_id", "score", "employee_id"]].values]
    assert [(a, None if pd.isna(i) else i, s, None if pd.isna(e) else e) for a, i, s, e in told] == [
        ("P2", "M1", 2.0, None),  # a scale that is not given ends at five
        ("PA", "H1", 4.0, "A"),
        ("PA", None, 3.75, "A"),  # two people share the scorecard: whose score it is is not known
    ]


def test_backgrounds_hold_nothing_of_the_fairness_page(company: Built) -> None:
    found = rows(company, "role_profiles/backgrounds")
    assert list(found.columns) == [
        "employee_id",
        "hire_date",
        "role_profile",
        "years_in_sales",
        "previous_industry",
    ]
    known = found.set_index("employee_id")
    assert (known.loc["A", "years_in_sales"], known.loc["A", "previous_industry"]) == (4.5, "Telecoms")
    assert pd.isna(known.loc["B", "years_in_sales"])


def test_a_score_comes_with_its_meeting_its_candidate_and_the_role_they_applied_for(company: Built) -> None:
    found = rows(company, "role_profiles/ratings").set_index("interview_id")
    columns = ["candidate_id", "role_profile", "scale_max"]
    assert tuple(found.loc["I3", columns]) == ("C2", "Inside sales", 5.0)
    assert found.loc["I2", "scale_max"] == 4.0


def test_without_the_files_the_answers_are_empty(tmp_path: Path) -> None:
    bare = built(tmp_path, as_of=date(2025, 1, 31))
    assert ask(bare, "role_profiles/profiles").empty
    assert rows(bare, "role_profiles/ratings").empty
    assert rows(bare, "role_profiles/backgrounds")["years_in_sales"].isna().all()

"""Leadership and placement as a reader meets it: the sample's counts by hand, files missing, no names."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from helpers.pages_read import alts, said, sound, table
from helpers.sample import sellers

PAGE = "leadership"
MONTH = 365.25 / 12
ROLES = ("Channel", "Customer growth", "Inside sales", "Major accounts", "Mid-market")


def followed() -> pd.DataFrame:
    """The sample's hires with the day of the first job change that says they lead people, within that employment."""
    found = sellers.hires().copy()
    changes = sellers.file("job_changes").drop_duplicates()
    changes = changes[changes["leads_people"] == "true"]
    changes = changes.assign(day=pd.to_datetime(changes["effective_on"]))
    both = found.merge(changes[["employee_id", "day"]], on="employee_id")
    both = both[(both["day"] >= both["hired"]) & (both["day"] <= both["last"])]
    first = both.groupby(["employee_id", "hired"])["day"].min().rename("leads")
    found = found.merge(first.reset_index(), on=["employee_id", "hired"], how="left")
    days = (found["leads"].fillna(found["last"]) - found["hired"]).dt.days
    return found.assign(came=found["leads"].notna(), months=days / MONTH)


def hazard(found: pd.DataFrame) -> pd.Series:
    """What one pace for all gives each hire: the sum of events over those still followed, up to their own last day."""
    months, came = found["months"].to_numpy(), found["came"].to_numpy()
    times = np.unique(months[came])
    steps = np.array([(came & (months == t)).sum() / (months >= t).sum() for t in times])
    return pd.Series([steps[times <= m].sum() for m in months], index=found.index)


def test_the_lead_counts_who_came_to_lead_as_the_files_do(app) -> None:
    found = followed()
    left, months, came = 1.0, found["months"].to_numpy(), found["came"].to_numpy()
    for time in np.unique(months[came & (months <= 36)]):
        left *= 1 - (came & (months == time)).sum() / (months >= time).sum()
    at = sound(app(PAGE))
    assert at.title[0].value == (
        "Of 20 teams none lost its lead, 2 have over 10 sellers to each lead; 73 could be asked"
    )
    assert (
        f"{came.sum()} of {len(found)} hires came to lead people; of 100 who stay three years, "
        f"{100 * (1 - left):.0f} do"
    ) in said(at)
    assert (
        "talk first to the managers in Nordics and Benelux (14 sellers in teams in need, 14 who could be asked)."
        in said(at)
    )
    half = int(np.median(months[came]) + 0.5)
    assert f"Half of the {came.sum()} did within {half} months of their start in Sales" in said(at)
    assert [one.label for one in at.metric][:3] == [
        "Came to lead",
        "Lead in three years",
        "Lead people today",
    ]
    assert all(one.help for one in at.metric)


def test_every_role_stands_beside_what_one_pace_for_all_would_give(app) -> None:
    found = followed().assign(expected=lambda f: hazard(f))
    assert found["expected"].sum() == pytest.approx(found["came"].sum())
    told = next(one for one in alts(sound(app(PAGE))) if "expected" in one)
    for role, mine in found.groupby("role_profile"):
        expected = int(mine["expected"].sum() + 0.5)
        assert f"{role} {mine['came'].sum()} of {len(mine)}, expected {expected}" in told


def test_sellers_of_today_and_their_leads_are_those_of_the_files(app) -> None:
    """Nobody in the sample moved out of Sales; who leads by their last change and has not left leads today."""
    found = followed()
    here = found[found["left"].isna() & (found["last"] == sellers.AS_OF)]
    shown = next(one.value for one in sound(app(PAGE)).table if "Could be asked" in one.value.columns)
    assert shown["Sellers"].astype(int).sum() == len(here)
    last = sellers.file("job_changes").drop_duplicates().sort_values("effective_on")
    last = last.drop_duplicates("employee_id", keep="last").set_index("employee_id")["leads_people"]
    assert shown["Lead people"].astype(int).sum() == (here["employee_id"].map(last) == "true").sum()


def test_ratings_lead_with_assertiveness_which_the_sample_picks_leads_by(app) -> None:
    assert "No single rating marks who came to lead" in said(sound(app(PAGE)))


def test_who_may_see_names_gets_who_came_who_may_be_asked_and_who_moved(app) -> None:
    at = sound(app(PAGE))
    came = table(at, "Leads since", "Interviewed by")
    assert len(came) == followed()["came"].sum()
    assert came["Leads since"].is_monotonic_decreasing
    asked = next(one.value for one in at.dataframe if one.value.columns[1] == "In Sales since")
    assert asked["In Sales since"].is_monotonic_increasing
    assert ((asked["Met the bar"] == "yes") | (asked["High performer"] == "yes")).all()
    assert len(table(at, "From", "To")) == 19


def need(at) -> pd.DataFrame:
    """The table of who may be asked and where somebody is needed."""
    return next(one.value for one in at.table if "Could be asked" in one.value.columns)


def test_no_choice_tells_a_total_beside_a_region_that_is_kept_back(app) -> None:
    """The sample's 27 in teams in need stand in no tile: two regions of them are not shown."""
    tiles = {
        "Lead people": "Lead people today",
        "In teams in need": "In teams in need",
        "Could be asked": "Could be asked",
    }
    for chosen in ({}, *({"role_profiles": [role]} for role in ROLES)):
        at = sound(app(PAGE, chosen))
        told, labels = need(at), [one.label for one in at.metric]
        assert len(told) > 1
        for column, label in tiles.items():
            assert "not shown" not in set(told[column]) or label not in labels, (chosen, column)
    assert need(sound(app(PAGE)))["In teams in need"].tolist() == ["not shown", "14", "0", "not shown"]


def test_a_region_chosen_means_what_the_region_in_the_table_means(app) -> None:
    """Where they work today: a seller hired elsewhere who moved there is in both, one who moved away in neither."""
    every = need(sound(app(PAGE))).set_index("Region")
    only = need(sound(app(PAGE, {"regions": ["North America"]}))).set_index("Region")
    assert only.index.tolist() == ["North America"]
    assert only.loc["North America", "Sellers"] == every.loc["North America", "Sellers"]
    cells = [cell for frame in (every, only) for cell in frame.to_numpy().flatten()]
    assert not {"1", "2", "3", "4"} & set(cells)


def test_who_may_not_see_names_gets_the_counts_alone(app, without_names) -> None:
    at = sound(app(PAGE))
    assert not [one for one in at.dataframe if "Name" in one.value.columns]
    assert "51 of 480 hires came to lead people" in said(at)
    assert "19 moves to another role; of the 15 at least 12 months old 10 met the bar" in said(at)


def test_without_job_changes_one_line_names_the_file_and_the_rest_stands(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("job_changes")))
    assert at.title[0].value == "0 of 480 hires lead people today; since when is not known"
    assert said(at).count("`job_changes.csv`") == 1
    assert "to a lead" in said(at)


def test_without_interviews_and_applications_the_rest_stands(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("applications", "interviews", "ratings")))
    assert "51 of 480 hires came to lead people" in said(at)
    assert "No rating of these hires is known" in said(at)


def test_a_filter_that_leaves_hardly_anybody_says_so(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2026-06-30", "role_profiles": ["Channel"]}))
    assert at.title[0].value == "Too few hires match these filters to say who came to lead"
    assert "take a filter off" in said(at)

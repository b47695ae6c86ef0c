"""Intake as a reader meets it: the sample's counts by hand, files missing, nothing opened, no names."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from helpers.pages_read import alts, said, sound, table
from helpers.sample import sellers

PAGE = "intake"


def openings() -> pd.DataFrame:
    """The openings of the files with the day as many had accepted as they ask for, and the changes up to then."""
    found = sellers.file("requisitions").drop_duplicates("requisition_id")
    found["opened_on"] = pd.to_datetime(found["opened_on"], errors="coerce")
    found = found[found["opened_on"].notna() & found["role_profile"].notna()]
    taken = sellers.file("applications").drop_duplicates("application_id")
    taken = taken[taken["status"] == "hired"].assign(day=lambda f: pd.to_datetime(f["accepted_on"]))
    days = taken.sort_values("day").groupby("requisition_id")["day"].apply(list)
    wanted = found["openings"].fillna("1").astype(int)
    found["filled_on"] = [
        accepted[n - 1] if isinstance(accepted, list) and len(accepted) >= n else pd.NaT
        for accepted, n in zip(found["requisition_id"].map(days), wanted, strict=True)
    ]
    return found


def kaplan_meier_half(days: np.ndarray, came: np.ndarray) -> float:
    """The first day on which half or fewer still wait, by the product of the days' shares."""
    left = 1.0
    for day in np.unique(days[came]):
        left *= 1 - (came & (days == day)).sum() / (days >= day).sum()
        if left <= 0.5:
            return float(day)
    raise AssertionError("never half")


def test_the_lead_counts_changed_openings_and_their_days_as_the_files_do(app) -> None:
    found = openings()
    changes = sellers.file("requirement_changes").drop_duplicates()
    changes = changes.merge(found, on="requisition_id")
    early = changes[~(pd.to_datetime(changes["changed_on"]) > changes["filled_on"])]
    closed = pd.to_datetime(found["closed_on"]).fillna(sellers.AS_OF)
    days = (found["filled_on"].fillna(closed) - found["opened_on"]).dt.days.to_numpy()
    came = found["filled_on"].notna().to_numpy()
    times = found["requisition_id"].map(early["requisition_id"].value_counts()).fillna(0).to_numpy()
    most, none = times >= 3, times == 0
    few = ~most & ~none
    took = kaplan_meier_half(days[most], came[most])
    at = sound(app(PAGE))
    assert at.title[0].value == (
        f"{(~none).sum()} of {len(found)} openings changed: {few.sum()} no clearly longer than unchanged ones, "
        f"{most.sum()} took {took:.0f} days"
    )
    text = said(at)
    talks = pd.to_datetime(found["intake_on"], errors="coerce").notna().sum()
    assert f"No intake talk is on file for {len(found) - talks} of {len(found)}." in text
    gone = len(found) - came.sum() - (found["filled_on"].isna() & found["closed_on"].isna()).sum()
    assert f"{came.sum()} filled, {len(found) - came.sum() - gone} open, {gone} closed without a hire" in text
    assert "HR wanted" not in text
    assert "Sales owns the openings, so most changes are its to make" in text
    assert "Explaining a brief is not the intake talk" in text
    step = text.split("What you can do next:** ")[1].split(".")[0].replace("\\", "")
    assert step.startswith("hold the intake talk of R-00")
    named = [
        one.split(", ")
        for one in step.removeprefix("hold the intake talk of ").split("; explain the brief of ")
    ]
    assert [len(ids) for ids in named] == [2, 4]
    assert (
        "No clearly longer than the unchanged (77 days): changed once, 77 days; changed twice, 80 days."
        in text
    )
    assert (
        "No profile asks for 27 % of HR's, 35 % of Sales' known reasons; without one, 64 % and 35 %"
        in text.replace("\u202f", " ")
    )


def test_both_sides_stand_in_the_same_order_whoever_wanted_more(app) -> None:
    at = sound(app(PAGE))
    sides = next(one.value for one in at.table if "Wanted by" in one.value.columns)
    assert sides["Wanted by"].tolist() == ["HR", "Sales", "A client"]
    assert sides["Changes"].tolist() == ["16", "75", "57"]
    assert [one.label for one in at.metric] == [
        "Talk after opening",
        "Openings changed",
        "Days to fill",
        "Brief explained",
    ]
    assert all(one.help for one in at.metric)
    assert len(alts(at)) == 2


def test_reasons_of_each_side_are_those_of_the_file(app) -> None:
    """Every profile of the sample asks for the three competencies of config.toml; the first are of April 2021."""
    rejected = sellers.file("applications").drop_duplicates("application_id", keep=False)
    rejected = rejected[(rejected["status"] == "rejected") & rejected["role_profile"].notna()]
    found = openings()
    profiled = found.loc[found["opened_on"] >= "2021-04-01", "requisition_id"]
    is_day = pd.to_datetime(rejected["applied_on"], errors="coerce").notna()
    rejected = rejected[is_day & ~rejected["candidate_id"].isin(["C006385"])]  # a person to be forgotten
    asked = {"application did not show the must-haves", "communication", "discovery skills", "negotiation"}
    other = {"fit with the team", "seemed too dominant", "no evidence of results"}
    table_ = next(one.value for one in sound(app(PAGE)).table if "Not asked for" in one.value.columns)
    for side, row in zip(("hr", "sales"), table_.to_dict("records"), strict=True):
        mine = rejected[rejected["ended_by"] == side]
        known = mine[mine["requisition_id"].isin(profiled)]
        inside, outside = known["reason"].isin(asked).sum(), known["reason"].isin(other).sum()
        assert row["Applications"] == f"{len(mine):,}"
        assert row["Not asked for"].endswith(f" · {outside:,} of {inside + outside:,}")
        assert row["Not known"] == f"{len(mine) - inside - outside:,}"


def test_hires_of_changed_openings_stand_beside_what_was_expected(app) -> None:
    at = sound(app(PAGE))
    fact = "22 of 104 hires of openings that changed became high performers, expected 22"
    assert fact in [one.label for one in at.expander]


def test_every_open_opening_has_its_brief(app) -> None:
    at = sound(app(PAGE))
    frames = [one.value for one in at.table if "What it asks for" in one.value.columns]
    still = openings()
    still = still[still["filled_on"].isna() & still["closed_on"].isna()]
    ids = [cell.split(" · ")[0] for frame in frames for cell in frame["Opening"]]
    assert sorted(one.replace("\\", "") for one in ids) == sorted(still["requisition_id"])


@pytest.mark.parametrize(
    ("file", "lead"),
    [
        ("requisitions", "What was opened when is not known"),
        ("requirement_changes", "326 openings; what changed in them later is not known"),
        (
            "role_profiles",
            "98 of 326 openings changed: 87 no clearly longer than unchanged ones, 11 took 117 days",
        ),
    ],
)
def test_without_a_file_the_page_names_it(app, warehouse_without, file: str, lead: str) -> None:
    gone = {file}
    if file == "requisitions":
        gone |= {"requirement_changes", "requisition_requirements", "role_briefs_read"}
    at = sound(app(PAGE, warehouse=warehouse_without(*gone)))
    assert at.title[0].value == lead
    assert f"`{file}.csv`" in said(at)


def test_without_applications_openings_and_changes_are_told_all_the_same(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("applications", "interviews", "ratings")))
    assert "changed after opening" in at.title[0].value
    assert "Whether reasons to turn somebody down are agreed is not known." in said(at)


def test_a_filter_that_leaves_nothing_opened_says_so(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2026-06-30", "role_profiles": ["Channel"]}))
    assert at.title[0].value == "Nothing was opened within what the filters leave"
    assert "take a filter off" in said(at)


def test_who_may_not_see_names_gets_no_single_change_and_nobody_who_explained(app, without_names) -> None:
    at = sound(app(PAGE))
    assert not [frame for frame in at.dataframe if "Hiring manager" in frame.value.columns]
    briefs = next(one.value for one in at.table if "What it asks for" in one.value.columns)
    assert not briefs["Explained and read"].str.contains(" to | by ").any()
    assert at.title[0].value.startswith("98 of 326 openings changed")


def test_who_may_see_names_gets_the_changes_one_by_one(app) -> None:
    listed = table(sound(app(PAGE)), "Hiring manager", "Wanted by")
    assert len(listed) == 148
    assert listed["Hiring manager"].notna().all()

"""Agreement as a reader meets it: both sides, the sample's counts by hand, files missing, nothing owed, no names."""

from __future__ import annotations

import tomllib

import numpy as np
import pytest

from helpers.pages_read import alts, said, sound, table
from helpers.sample import sellers

PAGE = "agreement"


def test_the_page_leads_with_what_waits_and_tells_what_each_side_keeps_best_and_least(app) -> None:
    at = sound(app(PAGE))
    assert "past the last day" in at.title[0].value
    text = said(at)
    assert (
        "HR keeps best: “HR makes the offer once the last scorecard is in”, 631 of 646; least: “HR looks at"
        in text
    )
    assert (
        "Sales keeps best: “Sales answers HR on applications they flagged”, 5,458 of 6,265; least: " in text
    )
    assert "“Sales meets everyone HR passes on”, 1,434 of 2,796." in text
    assert "no match between them" in text
    assert "no proof of what lateness costs" in text
    assert [one.label for one in at.metric] == [
        "HR kept",
        "Sales kept",
        "HR: overdue now",
        "Sales: overdue now",
    ]
    assert all(one.help for one in at.metric)
    assert len(alts(at)) == 4
    assert all(alts(at))


def test_intake_talks_held_in_time_are_those_of_the_file(app) -> None:
    """Counted by numpy: five working days from the day of opening, without the company's holidays."""
    settings = tomllib.loads((sellers.SAMPLE / "config.toml").read_text(encoding="utf-8"))
    off = np.array([str(day) for day in settings["holidays"]], dtype="datetime64[D]")
    openings = sellers.file("requisitions").drop_duplicates("requisition_id")
    openings = openings[openings["role_profile"].notna() & (openings["opened_on"] >= "2021-04-01")]
    opened, held = (openings[name].to_numpy("datetime64[D]") for name in ("opened_on", "intake_on"))
    due = np.busday_offset(opened, 5, roll="forward", holidays=off)
    kept = int((held <= due).sum())  # not a time is no day
    promises = table(sound(app(PAGE)), "Promise", "Kept").set_index("Promise")["Kept"]
    told = promises["Sales holds the intake talk soon after opening a requisition"]
    assert told == f"{kept} of {len(openings)}"


@pytest.mark.parametrize("file", ["working_agreement", "applications"])
def test_without_a_file_the_page_names_it(app, warehouse_without, file: str) -> None:
    gone = {file, "interviews", "ratings"} if file == "applications" else {file}
    at = sound(app(PAGE, warehouse=warehouse_without(*gone)))
    assert "is not known" in at.title[0].value
    assert f"`{file}.csv`" in said(at)
    assert not alts(at)


def test_a_filter_that_leaves_nothing_owed_says_so(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2026-06-30", "role_profiles": ["Channel"], "sources": ["Campus"]}))
    assert at.title[0].value == "Nothing was promised for what the filters leave"
    assert "take a filter off" in said(at)


def test_who_may_not_see_names_sees_both_sides_and_no_single_wait(app, without_names) -> None:
    at = sound(app(PAGE))
    text = said(at)
    assert "HR keeps best" in text
    assert "What is overdue now" not in text
    assert not [frame for frame in at.table if "About" in frame.value.columns]

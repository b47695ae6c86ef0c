"""Agreement as a reader meets it: both sides, the sample's counts by hand, files missing, nothing owed, no names."""

from __future__ import annotations

import tomllib

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from helpers.pages_read import alts, said, sound, table
from helpers.sample import sellers
from hiring import words

PAGE = "agreement"


def listed(at: AppTest, column: str) -> pd.DataFrame:
    """The table that stands open on the page and has this column."""
    return next(one.value for one in at.table if column in one.value.columns)


def past(at: AppTest, side: str) -> int:
    """How many applications that wait for the side are past a day promised, by the table of silences."""
    rows = listed(at, "Of them past a day promised").set_index("Waits for")
    return int(rows.loc[side, "Of them past a day promised"])


def late_applications(at: AppTest) -> set[str]:
    """The applications that Sales is overdue on, by the list of overdue promises."""
    rows = listed(at, "Working days over")
    mine = rows.loc[rows["Promise"].str.startswith("Sales"), "Promise"]
    mine = mine.str.split(": ").str[-1].str.split(" · ").str[0]
    return set(mine[mine.str.startswith("A")])


def test_the_page_leads_with_what_both_keep_and_sets_each_side_beside_its_own_past(app) -> None:
    at = sound(app(PAGE))
    assert at.title[0].value.replace("\u202f", " ") == (
        "HR keeps 92 % of what it promised, Sales 66 %; a year before 92 % and 68 %"
    )
    text = said(at)
    assert (
        "HR 3,340 of 3,640, Sales 2,215 of 3,363 in the last four quarters; a year before 2,725 of 2,970 and 2,021 of "
        "2,970. Years from before 15 Jan 2024 had other limits and are not set beside these. No contest: each side"
    ) in text.replace("\u00a0", " ")
    assert "Of 100 promises missed, in 12 the candidate later withdrew; of 100 kept, in 5" in text
    assert [one.value.replace("\u202f", " ") for one in at.metric][:2] == ["87 %", "45 %"]
    assert "291 of 648 · Sales meets everyone HR passes on" in text
    assert "no proof of what lateness costs" in text
    assert [one.label for one in at.metric] == [
        "HR: kept least",
        "Sales: kept least",
        "HR: overdue now",
        "Sales: overdue now",
    ]
    assert all(one.help for one in at.metric)
    assert "84 % of what Sales missed is on two of its 4 promises" in text
    assert "“Sales meets everyone HR passes on” (45 %)" in text
    assert "the application or the opening ended first" in text
    assert "Names, for those who must act: not for the meeting" in [one.label for one in at.expander]
    assert (
        "What you can do next:** talk about the promises kept least: “HR looks at every application" in text
    )
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
    told = promises["Sales holds the intake talk soon after opening a requisition within 5 working days"]
    assert told == f"{kept} of {len(openings)}"


def test_the_trend_of_each_side_is_a_sentence_with_its_counts_and_the_terms_that_changed(app) -> None:
    text = said(sound(app(PAGE))).replace("\u202f", " ").replace("\u00a0", " ")
    assert "HR kept 92 % in the last four quarters, 92 % a year before" in text
    assert "Sales kept 66 % in the last four quarters, 68 % a year before" in text
    assert "2,215 of 3,363, 2,021 of 2,970; by the quarter" in text
    assert (
        "Since 15 Jan 2024 “Sales writes the scorecard after an interview” allows 1 working day, before 2: of the last "
        "four quarters 54 % are kept, by the days of before 73 %." in text
    )


def test_incidents_and_how_they_ended_are_those_of_the_file(app) -> None:
    """Counted by pandas and numpy from the file; none of the sample is open on the day of the data."""
    off = np.array(
        [str(day) for day in tomllib.loads((sellers.SAMPLE / "config.toml").read_text("utf-8"))["holidays"]],
        dtype="datetime64[D]",
    )
    file = sellers.file("incidents")
    of_kind = file[file["kind"] == "client_change"]
    opened, resolved = (of_kind[name].to_numpy("datetime64[D]") for name in ("opened_on", "resolved_on"))
    days = np.busday_count(opened, resolved, holidays=off)
    at = sound(app(PAGE))
    told = listed(at, "What came up").set_index("What came up")
    assert told.loc["All", "How often"] == str(len(file))
    changes = told.loc["A client changed its mind"]
    assert changes["How often"] == str(len(of_kind))
    assert changes["Working days until decided"].startswith(f"{np.median(days):.0f} (")
    assert changes["Working days until decided"].endswith(f"the longest {days.max()}")
    ours, theirs = ((of_kind["decision"] == of_kind[f"option_{side}"]).sum() for side in ("hr", "sales"))
    assert f"Since {words.day(pd.Timestamp(file['opened_on'].min()))}, from a list kept by hand".replace(
        "\u00a0", " "
    ) in said(at)
    ended = listed(at, "How it ended").set_index("What came up")
    assert (
        ended.loc["A client changed its mind", "How it ended"]
        == f"{ours} as HR proposed, {theirs} as Sales proposed"
    )


def test_the_longest_silence_is_that_of_the_files(app) -> None:
    """By pandas: of each active application the last day it came, was met, was rated or had an offer."""
    applied = sellers.file("applications").drop_duplicates("application_id").set_index("application_id")
    active = applied[applied["status"] == "active"]
    held = sellers.file("interviews").drop_duplicates()
    held = held[held["status"] == "held"]
    days = pd.concat(
        [
            active["applied_on"].str[:10],
            active["offered_on"].str[:10],
            *(held.set_index("application_id")[name].str[:10] for name in ("scheduled_for", "submitted_on")),
        ]
    ).dropna()
    last = days[days <= "2026-06-30"].groupby(level=0).max().reindex(active.index).dropna()
    silent = np.busday_count(last.to_numpy("datetime64[D]"), np.datetime64("2026-06-30"))
    at = sound(app(PAGE))
    text = said(at)
    assert (
        f"Longest without any event: {silent.max()} working days; {len(active)} applications running" in text
    )
    assert past(at, "Sales") == len(late_applications(at))
    rows = listed(at, "The longest of each role")
    assert rows["Nothing has happened for"].iloc[0].startswith(f"{silent.max()} working days, since ")
    assert rows["The longest of each role"].iloc[0].split(" · ")[0] == last.index[silent.argmax()]


@pytest.mark.proof
def test_without_incidents_one_line_names_the_file_and_the_rest_stands(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("incidents")))
    assert "`incidents.csv`" in said(at)
    assert "HR kept 92" in said(at)


@pytest.mark.parametrize("file", ["working_agreement", "applications"])
def test_without_a_file_the_page_names_it(app, warehouse_without, file: str) -> None:
    gone = {file, "interviews", "ratings"} if file == "applications" else {file}
    at = sound(app(PAGE, warehouse=warehouse_without(*gone)))
    assert "is not known" in at.title[0].value
    assert f"`{file}.csv`" in said(at)
    assert not alts(at)


def test_a_period_of_hiring_leaves_the_last_four_quarters_of_promises_whole(app) -> None:
    whole, chosen = sound(app(PAGE)), sound(app(PAGE, {"period": "last-year-that-can-be-judged"}))
    assert chosen.title[0].value == whole.title[0].value
    assert "The period chosen does not apply here" in said(chosen)
    assert "The period chosen does not apply here" not in said(whole)


def test_a_filter_that_leaves_nothing_owed_says_so(app) -> None:
    at = sound(
        app(PAGE, {"regions": ["DACH"], "role_profiles": ["Major accounts"], "segments": ["Mid-size"]})
    )
    assert at.title[0].value == "Nothing was promised for what the filters leave"
    assert "take a filter off" in said(at)


def test_who_may_not_see_names_sees_both_sides_and_no_single_wait(app, without_names) -> None:
    at = sound(app(PAGE))
    text = said(at)
    assert "HR kept 92" in text
    assert "are overdue now" in text
    assert "Longest without any event" in text
    assert not [one for one in at.table if {"Owed by", "The longest of each role"} & {*one.value.columns}]

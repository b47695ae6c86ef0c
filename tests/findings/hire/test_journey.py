"""The way line by line: days before the start, the clock after it, never one beside the other."""

from __future__ import annotations

import pandas as pd

from hiring.findings.hire import journey


def _lines(row, interviews, changes) -> list[tuple[str, str, str]]:
    rows = journey.journey(row, interviews, changes).marks.rows
    told = zip(rows["section"], rows["when"], rows["what"], strict=True)
    return [(section, when.replace("\xa0", " "), what) for section, when, what in told]


def test_the_whole_way_stands_in_order(row, interviews, changes) -> None:
    until, since, job = journey.BEFORE, journey.SINCE, journey.OF_THE_CALENDAR
    assert _lines(row, interviews, changes) == [
        (until, "30 Jun 2024", "Applied"),
        (until, "", "Profile asked for"),
        (until, "4 Jul 2024", "Hana Hr"),
        (until, "12 Jul 2024", "Sol Sales"),
        (until, "13 Jul 2024", "Sam Seller"),
        (until, "16 Aug 2024", "Offer"),
        (until, "18 Oct 2024", "Start"),
        (since, "day 46", "First deal"),
        (since, "month 3", "At pace"),
        (since, "month 12", "First year"),
        (job, "30 Jun 2026", "Day of the data"),
    ]


def test_after_the_start_no_line_of_the_clock_has_a_day_of_the_calendar(row, interviews, changes) -> None:
    later = [when for section, when, _ in _lines(row, interviews, changes) if section == journey.SINCE]
    assert all(when.split()[0] in ("day", "month") for when in later)


def test_an_interview_says_side_stage_recommendation_and_each_rating(row, interviews, changes) -> None:
    rows = journey.journey(row, interviews, changes).marks.rows.set_index("what")
    first, missing = rows.loc["Hana Hr"], rows.loc["Sam Seller"]
    assert (first["detail"], first["side"], first["recommends"]) == ("HR · screen", "HR", "strong yes")
    assert (first["scores"], first["ratings"]) == ((3.0, 5.0), "Closing 3 · Discovery 5")
    assert (missing["scores"], missing["recommends"]) == ((), "no scorecard handed in")


def test_the_title_counts_weeks_and_who_said_yes(row, interviews) -> None:
    assert (
        journey.way_title(row, interviews)
        == "From applying to the start in 15 weeks; 1 of 2 who recommended said yes"
    )
    agreed = interviews.assign(recommendation=[4, 4, 4, None])
    assert journey.way_title(row, agreed).endswith("all 2 who recommended said strong yes")
    nobody = journey.way_title(row | {"applied_on": pd.NaT}, interviews.head(0))
    assert nobody == "No application is on file; no recommendation is on file"


def test_a_change_of_job_tells_only_what_changed(row, interviews, changes) -> None:
    new = pd.DataFrame(
        [
            (pd.Timestamp("2025-05-01"), "Mid-market", "Iberia", "Mid-size", "Olufemo Aldergrove"),
            (pd.Timestamp("2025-08-01"), "Channel", "Iberia", None, None),
            (pd.Timestamp("2025-09-01"), "Channel", "Iberia", None, None),
        ],
        columns=changes.columns,
    )
    rows = journey.journey(row, interviews, new).marks.rows
    told = rows.loc[rows["what"] == "Job change", "detail"].tolist()
    assert told == ["region Iberia", "role Channel"]  # what changes nothing that is told is not told


def test_a_first_year_that_ended_with_the_exit_stands_beside_it_and_not_before(
    row, interviews, changes
) -> None:
    left = row | {"has_left": True, "termination_date": pd.Timestamp("2025-05-20")}
    told = _lines(left, interviews, changes)
    assert ("Since the start", "month 12", "First year") not in told
    last = journey.journey(left, interviews, changes).marks.rows.iloc[-1]
    assert last["what"] == "Left"
    assert last["detail"].endswith("; first year, nothing sold after: 2.4M against 525k ramped quota")


def test_a_leaver_ends_with_the_exit_and_without_files_the_start_still_stands(row, changes) -> None:
    bare = row | {
        "has_left": True,
        "termination_date": pd.Timestamp("2026-01-31"),
        **dict.fromkeys(("applied_on", "offered_on", "accepted_on", "profile_version", "manager_name")),
        "is_start_observed": False,
    }
    empty = pd.DataFrame(
        columns=[
            *("interview_id", "interviewer_id", "full_name", "department", "stage", "held_on"),
            *("is_handed_in", "recommendation", "competency", "score"),
        ]
    )
    assert [line[1:] for line in _lines(bare, empty, changes)] == [
        ("18 Oct 2024", "Start"),
        ("31 Jan 2026", "Left"),
    ]


def test_whom_no_login_is_matched_to_left_with_sales_not_known(row, interviews, changes) -> None:
    left = row | {
        "is_login_missing": True,
        "is_start_observed": False,
        "has_left": True,
        "termination_date": pd.Timestamp("2026-01-31"),
    }
    rows = journey.journey(left, interviews, changes).marks.rows
    assert journey.SINCE not in set(rows["section"])
    assert rows["detail"].iloc[-1] == "sales not known: no CRM login is matched"


def test_of_all_who_said_yes_it_says_how_many_said_so_strongly(row, interviews) -> None:
    one = interviews.iloc[[0]]
    said = [one.assign(interview_id=f"I{n}", recommendation=vote) for n, vote in enumerate((3, 4, 4, 4))]
    told = journey.way_title(row, pd.concat(said))
    assert told.endswith("; all 4 who recommended said yes, 3 strong yes")
    assert len(told) <= 90

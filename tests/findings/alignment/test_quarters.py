"""The gap by quarter, meetings and events: counted a second time by pandas from the exports themselves."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.invented import both_sides
from helpers.invented.scorecards import cards_of
from hiring.findings.alignment.quarters import Quarters, carried, meetings, quarters
from hiring.statistics.ratings import scorecards
from hiring.statistics.ratings.scorecards import Rated

AS_OF = pd.Timestamp(both_sides.AS_OF)
EVENTS = pd.DataFrame(
    [
        ("2022-06-01", "tool", "Before all", None, None),
        ("2023-05-02", "comp_plan", "New plan", None, None),
        ("2023-06-30", "territory", None, "South", "Desk"),
        ("2024-02-01", "other", "Office [moved]", None, None),
    ],
    columns=["happened_on", "kind", "title", "region", "role_profile"],
)


def told(ask, events: pd.DataFrame = EVENTS) -> Quarters:
    found = scorecards.rated(ask("craft/scorecards"), ask("craft/ratings"))
    assert isinstance(found, Rated)
    return quarters(found, ask("alignment/touchpoints_over_time"), events, AS_OF)


def by_hand(exports) -> pd.DataFrame:
    """Mean gap and n by quarter of the last interview."""
    scores = exports["ratings"].merge(exports["interviews"], on="interview_id")
    side = scores["interviewer_id"].str[0]
    means = scores.groupby(["application_id", "competency", side])["score"].mean().unstack().dropna()
    gap = (means["H"] - means["S"]).groupby("application_id").mean()
    days = pd.to_datetime(exports["interviews"]["scheduled_for"])
    last = days.groupby(exports["interviews"]["application_id"]).max().reindex(gap.index)
    named = last.dt.year.astype(str) + " Q" + ((last.dt.month + 2) // 3).astype(str)
    return gap.groupby(named).agg(["mean", "size"])


def test_each_quarter_holds_the_gap_and_candidates_of_the_files(ask, exports) -> None:
    rows = told(ask).exhibit.marks.rows.set_index("period")
    mine = by_hand(exports)
    mine = mine[mine["size"] >= 10]
    assert len(mine) >= 6
    assert rows.loc[mine.index, "estimate"].tolist() == pytest.approx(mine["mean"].tolist())
    assert rows.loc[mine.index, "n"].astype(int).tolist() == mine["size"].tolist()
    assert (rows["low"] < rows["estimate"]).all()


def test_the_whole_is_told_beside_what_is_left_without_the_competency_that_carries_most_of_it() -> None:
    """Sales 2 higher on drive, HR 0.5 higher on care, on as many candidates: together Sales is 0.75 higher."""
    rows = []
    for place in range(12):
        rows.append((f"C{place}", "Desk", "screen", "HR", "H1", {"Drive": 2, "Care": 3.5}))
        rows.append((f"C{place}", "Desk", "first", "Sales", "S1", {"Drive": 4, "Care": 3}))
    assert carried(cards_of(*rows), -0.75) == "; without drive HR 0.50 higher"
    alike = [(*row[:5], {"Drive": row[5]["Drive"], "Care": row[5]["Drive"]}) for row in rows]
    assert carried(cards_of(*alike), -2.0) == ""


def test_below_each_quarter_stand_its_meetings_and_over_it_what_else_happened(ask) -> None:
    found = told(ask)
    rows = found.exhibit.marks.rows.set_index("period")
    held = both_sides.TOUCHPOINTS[both_sides.TOUCHPOINTS["held_on"] <= str(both_sides.AS_OF)]["held_on"]
    quarter = held.str[:4] + " Q" + ((held.str[5:7].astype(int) + 2) // 3).astype(str)
    counts = quarter.value_counts()
    assert rows["count"].dropna().astype(int).to_dict() == counts[counts.index.isin(rows.index)].to_dict()
    assert rows["mark"].dropna().to_dict() == {"2023 Q2": "A B", "2024 Q1": "C"}
    assert found.events.replace("\u00a0", " ") == (
        "A 2 May 2023: New plan · B 30 Jun 2023: territories (South, Desk) · C 1 Feb 2024: Office [moved]"
    )


def test_meetings_of_the_last_four_quarters_are_counted_by_what_for(ask) -> None:
    """The one of 2023 is over, what is planned for 2025 is not there yet; from 2024 Q3 on two are left."""
    held = ask("alignment/touchpoints_over_time")
    assert meetings(held, AS_OF) == (
        "Whole company, whatever is chosen above: the two departments met 5 times in the last four quarters: "
        "2 calibration, 2 sit-down, 1 social."
    )
    assert meetings(held, pd.Timestamp("2025-05-31")).startswith(
        "Whole company, whatever is chosen above: the two departments met 2 times in the last"
    )
    assert (
        meetings(held, pd.Timestamp("2026-05-31"))
        == "Whole company, whatever is chosen above: the two departments did not meet in the last four quarters."
    )
    assert meetings(pd.DataFrame(columns=["month", "kind", "count_meetings"]), AS_OF) == ""


def test_without_meetings_and_events_the_gap_stands_alone(ask) -> None:
    found = scorecards.rated(ask("craft/scorecards"), ask("craft/ratings"))
    none = pd.DataFrame(columns=["month", "kind", "count_meetings"])
    alone = quarters(found, none, EVENTS.iloc[:0], AS_OF)
    assert (alone.meetings, alone.events) == ("", "")
    assert "meetings" not in alone.exhibit.standfirst
    assert "letters" not in alone.exhibit.standfirst
    assert alone.exhibit.is_drawn


def test_quarters_are_those_of_the_fiscal_year(ask, exports) -> None:
    """A year that starts in April: January to March of 2024 is the last quarter of fiscal 2024."""
    found = scorecards.rated(ask("craft/scorecards"), ask("craft/ratings"))
    assert isinstance(found, Rated)
    fiscal = quarters(found, ask("alignment/touchpoints_over_time"), EVENTS, AS_OF, 4)
    rows = fiscal.exhibit.marks.rows.set_index("period")
    calendar = by_hand(exports)
    assert rows.loc[["FY2024 Q4", "FY2025 Q1"], "n"].astype(int).tolist() == (
        calendar.loc[["2024 Q1", "2024 Q2"], "size"].tolist()
    )
    assert rows["mark"].dropna().to_dict() == {"FY2024 Q1": "A B", "FY2024 Q4": "C"}
    held = pd.to_datetime(both_sides.TOUCHPOINTS["held_on"])
    assert rows.loc["FY2024 Q4", "count"] == held.between("2024-01-01", "2024-03-31").sum()


def test_the_last_four_quarters_of_a_year_from_february_end_in_april(ask) -> None:
    """On the last of April 2025 the four began in May 2024: August and November; what was planned is not there yet."""
    held = ask("alignment/touchpoints_over_time")
    assert meetings(held, pd.Timestamp("2025-04-30"), 2).startswith(
        "Whole company, whatever is chosen above: the two departments met 2 times"
    )
    assert meetings(held, pd.Timestamp("2024-12-31"), 3).startswith(
        "Whole company, whatever is chosen above: the two departments met 2 times"
    )

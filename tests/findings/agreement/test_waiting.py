"""What is overdue, and for whom applications wait in silence: as sentences and rows, counted by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers.invented import both_sides
from hiring import words
from hiring.findings.agreement import answer, waiting
from hiring.statistics.silence import CANDIDATE, NOBODY

AS_OF = pd.Timestamp(both_sides.AS_OF)
NO_HOLIDAYS = pd.DataFrame({"holiday_on": pd.to_datetime([])})


def due_day(cases: pd.DataFrame) -> str:
    """The last day of the first that began: three working days after."""
    due = np.busday_offset(np.datetime64(cases["started_on"].min(), "D"), 3, roll="forward")
    return words.day(pd.Timestamp(due), year=False)


def test_what_is_overdue_is_counted_by_side_and_listed_by_the_day_due_with_who_owes_it(ask) -> None:
    """As if nothing had come of the first twelve."""
    cases = ask("agreement/promise_cases").head(12)
    cases = cases.assign(kept_on=pd.NaT, stopped_on=pd.NaT, is_running=True, role_profile="Desk")
    found = answer.agreement(cases, NO_HOLIDAYS, AS_OF)
    assert found is not None
    side = cases["department"].value_counts()
    said = " and ".join(f"{side[one]} of {one}" for one in ("HR", "Sales") if one in side)
    assert waiting.overdue_lead(found.rows) == f"12 promises are overdue now: {said}"
    owners = cases[["promise_id", "case_id"]].head(1).assign(full_name="Hana 1")
    listed = waiting.overdue(found.cases, owners)
    over = listed["Working days over"].str.split(",").str[0].astype(int)
    assert over.is_monotonic_decreasing
    assert listed["Working days over"].iloc[0].endswith(f", due {due_day(cases)}")
    assert " within 3 working days: " in listed["Promise"].iloc[0]
    openings = found.cases.assign(application_id=None)
    assert waiting.overdue_lead(found.rows, openings).startswith("12 promises are overdue now: ")
    assert f" of HR ({side.get('HR', 0)} about openings)" in waiting.overdue_lead(found.rows, openings)
    due = np.busday_offset(np.datetime64(cases["started_on"].min(), "D"), 3, roll="forward")
    assert over.iloc[0] == np.busday_count(due, np.datetime64(AS_OF, "D"))
    first = listed[listed["Promise"].str.endswith(f": {cases['application_id'].iloc[0]} · Desk")]
    assert first["Owed by"].tolist() == ["Hana 1"]
    assert set(listed["Owed by"].drop(first.index)) == set(cases["department"].iloc[1:])


def test_one_overdue_promise_is_one_and_none_is_none() -> None:
    rows = pd.DataFrame({"department": ["HR", "Sales"], "count_waiting": [0, 1]})
    assert waiting.overdue_lead(rows) == "1 promise is overdue now: 1 of Sales"
    assert waiting.overdue_lead(rows.assign(count_waiting=0)) == waiting.NOTHING_LATE


def silences() -> pd.DataFrame:
    sides = ["Sales"] * 5 + ["HR"] * 6 + [CANDIDATE]
    return pd.DataFrame(
        {
            "application_id": [f"A{n}" for n in range(12)],
            "role_profile": ["Desk", "Field"] * 6,
            "waits_for": sides,
            "silent_for": [20.0, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1, 0],
            "is_overdue": [True, *[False] * 11],
            "last": ["last_held", "applied", *["last_submitted"] * 10],
            "last_on": pd.to_datetime(["2024-12-03", "2024-12-18", *["2024-12-20"] * 10]),
        }
    )


def test_silence_is_told_of_both_sides_and_of_a_few_nothing_but_how_many() -> None:
    assert (
        waiting.silence_lead(silences())
        == "Longest without any event: 20 working days; 12 applications running"
    )
    assert waiting.by_side(silences()).to_numpy().tolist() == [
        ["HR", "6", "half at most 3, the longest 5 days", "0"],
        ["Sales", "5", "half at most 8, the longest 20 days", "1"],
        ["the candidate, who has an offer", "1", "too few to show", "nothing is due"],
    ]
    assert NOBODY in waiting.FOR
    assert waiting.silence_lead(silences().iloc[:0]) == "No application is running"


def test_of_each_role_stands_the_application_that_waits_longest() -> None:
    listed = waiting.longest_by_role(silences()).replace("\u00a0", " ", regex=True)
    assert listed.to_numpy().tolist() == [
        ["A0 · Desk", "6", "20 working days, since a meeting of 3 Dec", "Sales, past a day promised"],
        ["A1 · Field", "6", "9 working days, since the application of 18 Dec", "Sales"],
    ]

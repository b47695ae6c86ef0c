"""What both sides promised up to a quarter's end: what came or ended later had not; what never came beside overdue."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.review import promised
from hiring.findings.review.promised import in_columns, upto

NO_HOLIDAYS = pd.DataFrame({"holiday_on": pd.to_datetime([])})


def cases(rows: list[tuple[str, str | None, str | None, bool]], side: str = "HR") -> pd.DataFrame:
    """Cases as (begun, came, ended, goes on) of one promise within 5 working days."""
    begun, came, ended, runs = zip(*rows, strict=True)
    return pd.DataFrame(
        {
            "promise_id": f"{side}-1",
            "promise": f"{side} answers",
            "department": side,
            "within_days": 5,
            "in_force_from": pd.NaT,
            "case_id": [f"{side}{place}" for place in range(len(rows))],
            "application_id": [f"{side}{place}" for place in range(len(rows))],
            "requisition_id": None,
            "owed_for": "application",
            "started_on": pd.to_datetime(list(begun)),
            "kept_on": pd.to_datetime(list(came)),
            "stopped_on": pd.to_datetime(list(ended)),
            "stopped_by": None,
            "is_running": list(runs),
            "is_withdrawn": False,
        }
    )


#: Of what was begun in March 2024: kept, missed and come later, ended without it, still owed, come after the quarter.
MARCH = [
    *[("2024-03-01", "2024-03-05", None, False)] * 6,
    *[("2024-03-01", "2024-03-20", None, False)] * 3,
    *[("2024-03-01", None, "2024-03-25", False)] * 2,
    ("2024-03-01", None, None, True),
    ("2024-03-01", "2024-05-02", None, False),
    ("2024-03-01", None, "2024-04-09", False),
]


def test_what_came_or_ended_after_the_day_had_neither_come_nor_ended_and_what_began_later_is_not_there() -> (
    None
):
    known = upto(cases([*MARCH, ("2024-04-01", None, None, True)]), pd.Timestamp("2024-03-31"))
    assert len(known) == len(MARCH)
    assert known[["kept_on", "stopped_on"]].iloc[-2:].isna().all(axis=None)
    assert known["is_running"].tolist()[-3:] == [True, True, True]
    assert known["stopped_on"].notna().sum() == 2


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (
            "2024-03-31",
            "3 promises were overdue on 31 Mar 2024: 3 of HR. 2 of HR in the four quarters to 31 Mar 2024 never came: "
            "the application or the opening ended first.",
        ),
        (
            "2024-06-30",
            "1 promise is overdue now: 1 of HR. 3 of HR in the last four quarters never came: the application or the "
            "opening ended first.",
        ),
    ],
)
def test_what_is_overdue_stands_beside_what_never_came_on_the_day(until: str, said: str) -> None:
    day = pd.Timestamp(until)
    found = promised.promised(cases(MARCH), NO_HOLIDAYS, pd.Timestamp("2024-06-30"), 1, day)
    assert found is not None
    assert found.overdue.replace("\xa0", " ") == said


def test_its_exhibits_are_titled_by_what_was_kept_and_say_up_to_when() -> None:
    found = promised.promised(
        cases(MARCH), NO_HOLIDAYS, pd.Timestamp("2024-06-30"), 1, pd.Timestamp("2024-03-31")
    )
    (shown,) = promised.exhibits(found)
    assert shown.lead == "HR kept 43\u202f% of what it promised"
    assert shown.marks.rows["short"].tolist() == ["5 working days: answers"]
    named = "HR answers within 5 working days: 3 late, 2 never, 3 overdue then"
    assert shown.marks.rows["name"].str.replace("\xa0", " ").tolist() == [named]
    assert shown.marks.rows["promise"].str.replace("\xa0", " ").tolist() == [named.partition(":")[0]]
    assert "overdue now" not in shown.alt
    assert "in the four quarters to 31\xa0Mar\xa02024" in shown.standfirst
    (row,) = promised.table(found).to_dict("records")
    assert (row["Kept, n"], row["Came later, n"], row["Never came, n"], row["Overdue, n"], row["n"]) == (
        6,
        3,
        2,
        3,
        14,
    )
    assert row["Kept"] == 6 / 14


def test_both_sides_promises_stand_side_by_side_below_columns_about_as_long_as_each_other() -> None:
    keys = ["a", "b", "c", "agreement_hr", "agreement_sales"]
    a, b, c, hr, sales = (Exhibit(key, key, "", Marks(""), "") for key in keys)
    heights = {"a": 700.0, "b": 270.0, "c": 270.0, "agreement_hr": 400.0, "agreement_sales": 420.0}

    def laid(*shown: Exhibit) -> list[tuple[list[str], list[str]]]:
        rows = in_columns(shown, lambda one: heights[one.key])
        return [([one.key for one in left], [one.key for one in right]) for left, right in rows]

    both = (["agreement_hr"], ["agreement_sales"])
    assert laid(a, b, c, hr, sales) == [(["a"], ["b", "c"]), both]
    assert laid(b, a, c, hr, sales) == [(["b", "c"], ["a"]), both]
    assert laid(hr, sales) == [both]
    assert laid(b, c, hr) == [(["b", "c"], ["agreement_hr"])]
    assert laid() == []


def test_both_sides_promises_fill_the_hole_that_one_long_exhibit_leaves() -> None:
    shown = [Exhibit(key, key, "", Marks(""), "") for key in ("a", "agreement_hr", "agreement_sales")]
    heights = {"a": 900.0, "agreement_hr": 400.0, "agreement_sales": 420.0}
    ((left, right),) = in_columns(shown, lambda one: heights[one.key])
    assert [one.key for one in left] == ["a"]
    assert [one.key for one in right] == ["agreement_hr", "agreement_sales"]

"""What the page "Intake" says of few openings, of sides kept back, of ranges without an end: made by hand."""

from __future__ import annotations

import pandas as pd

from hiring.findings.intake import answer, briefs, profile
from hiring.words import THIN

COLUMNS = [
    "requisition_id",
    "days_open",
    "is_filled",
    "count_changes",
    "days_to_intake",
    "is_open",
    "explained_on",
]
DAY = pd.Timestamp("2026-06-30")


def openings(*groups: tuple[int, int, int, bool]) -> pd.DataFrame:
    """So many openings, open for so many days, changed so often, filled or not."""
    rows = [(days, filled, times) for count, days, times, filled in groups for _ in range(count)]
    made = [(f"R{place}", *row, 3, not row[1], pd.NaT) for place, row in enumerate(rows)]
    return pd.DataFrame(made, columns=COLUMNS)


def changes(**wanted: int) -> pd.DataFrame:
    rows = [(side or None, f"R{place}") for side, count in wanted.items() for place in range(count)]
    frame = pd.DataFrame(rows, columns=["raised_by", "requisition_id"])
    return frame.assign(what="travel", days_after=10, lost_days=None).replace({"raised_by": {"nobody": None}})


def found(rows: pd.DataFrame, wanted: pd.DataFrame, *, are_known: bool = True) -> answer.Intake:
    told = answer.answer(rows, wanted, are_known=are_known)
    assert told is not None
    return told


def test_days_are_said_where_ten_openings_stand_on_each_side() -> None:
    told = found(openings((10, 40, 1, True), (12, 30, 0, True)), changes(hr=5, sales=5))
    assert told.lead.replace(THIN, " ") == (
        "45 % of 22 openings changed; with one change 40 days to fill, with none 30"
    )
    assert told.standfirst.startswith(
        "10 of 22 changed after opening. By these days half were filled: of the 10 "
    )
    assert (
        "HR" not in told.standfirst
    )  # who wanted how many stands in the table, beside who owns the openings
    few = found(openings((9, 40, 1, True), (12, 30, 0, True)), changes(hr=9))
    assert few.lead.replace(THIN, " ") == "43 % of 21 openings changed after opening"
    assert few.standfirst == "9 of 21 changed after opening."


def test_the_most_changed_of_whom_there_are_enough_lead_with_what_luck_can_make() -> None:
    """Ten with three changes took 90 days, all alike; twenty with none 30: the ranges do not meet."""
    rows = openings((10, 90, 3, True), (8, 31, 1, True), (20, 30, 0, True))
    told = found(rows, changes(hr=18))
    assert told.lead.replace(THIN, " ") == (
        "47 % of 38 openings changed; with three changes or more 90 days to fill, with none 30"
    )
    assert (
        "of the 20 with none (likely 30 to 30); their ranges do not meet, but an opening" in told.standfirst
    )
    assert told.standfirst.endswith(" All that changed took 90 days.")
    assert told.fill.lead == "Days to fill by changes: none 30, one 31, three or more 90"
    near = found(openings((10, 30, 3, True), (20, 30, 0, True)), changes(hr=10))
    assert "luck can make that much" in near.standfirst
    spread = found(openings((6, 90, 3, True), (6, 80, 1, True), (20, 30, 0, True)), changes(hr=12))
    assert "; with any change 80 days to fill, with none 30" in spread.lead


def test_where_half_are_not_filled_yet_no_days_are_said() -> None:
    told = found(openings((10, 40, 1, False), (12, 30, 0, True)), changes(hr=10))
    assert told.lead.replace(THIN, " ") == "45 % of 22 openings changed after opening"
    assert not told.fill.is_drawn


def test_without_a_file_of_changes_nothing_is_said_to_be_unchanged() -> None:
    told = found(openings((12, 30, 0, True)), changes(), are_known=False)
    assert told.lead == "12 openings; what changed in them later is not known"
    assert not told.fill.is_drawn
    assert [one.card for one in told.numbers] == ["days_to_intake", "time_to_fill"]


def test_a_side_kept_back_is_not_told_as_none() -> None:
    told = found(openings((12, 30, 1, True)), changes(sales=8, nobody=3))
    assert told.sides["Changes"].tolist() == ["too few to show", "8", "too few to show"]


def test_an_upper_end_that_is_not_reached_is_open() -> None:
    rows = openings((5, 10, 1, True), (4, 90, 1, False), (10, 30, 0, True))
    figure = found(rows, changes(hr=9)).fill
    assert "10 days (10 or later) · 5 of 9 filled" in figure.alt
    assert figure.marks.rows["high"].tolist()[-1] == 90


def test_of_fewer_than_five_hires_nothing_is_counted() -> None:
    rows = pd.DataFrame({"is_changed": [False, True], "n": [8, 4], "count": [2, 1], "expected": [1.6, 0.8]})
    assert answer.hires(rows)["High performers"].tolist() == ["2", "too few to show"]
    assert answer.hires_lead(rows) == "What became of the hires"


def rejections(*rows: tuple[str, object, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["department", "is_asked_for", "count_rejections"])
    return frame.assign(reason="x", is_asked_for=frame["is_asked_for"].astype("boolean"))


def test_unknown_reasons_are_counted_beside_and_in_no_share() -> None:
    told = profile.rejections(
        rejections(("HR", True, 6), ("HR", False, 2), ("HR", None, 9), ("Sales", True, 3))
    )
    assert told["Applicants"].tolist() == ["17", "3"]
    assert told["Asked for"].tolist() == ["6 of 8", "too few to show"]
    assert told["Not known"].tolist() == ["9", "0"]
    assert profile.rejections(rejections(("HR", None, 9))).empty


def test_a_profile_without_a_second_version_draws_nothing() -> None:
    columns = ["competency", "n_before", "n_after", "before", "after", "difference", "low", "high"]
    assert not profile.room(pd.DataFrame([("A", 9, 40, 1.0, 1.0, 0.0, -1.0, 1.0)], columns=columns)).is_drawn


def test_a_brief_says_what_is_asked_and_to_who_may_see_names_who_told_whom() -> None:
    day = pd.Timestamp("2026-06-20")
    head = {
        "requisition_id": "R1",
        "role_profile": "Desk",
        "region": "North",
        "opened_on": day,
        "intake_on": None,
    }
    asked = pd.DataFrame(
        [
            head | {"profile_version": "2", "competency": "Discovery", "is_must_have": True, "minimum_score": 3.5}
            | {"is_own": False, "note": None},
            head | {"profile_version": None, "competency": "Tenders", "is_must_have": False, "minimum_score": None}
            | {"is_own": True, "note": "of the state"},
        ]
    )  # fmt: skip
    rows = openings((2, 10, 0, False)).assign(explained_on=[DAY, day])
    read = pd.DataFrame(
        {"requisition_id": ["R1"], "happened_on": [day], "explained_by": ["Mona"], "read_by": ["Hana"]}
    )
    [told] = briefs.briefs(asked, rows, read, DAY).to_dict("records")
    assert told["Open for"] == "10 days; no talk yet"
    said = "Version 2 of the profile; must-have: Discovery, at least 3.5; here too: Tenders (of the state)"
    assert told["What it asks for"] == said
    assert told["Explained and read"].replace("\u00a0", " ") == "Mona to Hana, 20 Jun"
    [told] = briefs.briefs(asked, rows, None, DAY).to_dict("records")
    assert told["Explained and read"].replace("\u00a0", " ") == "20 Jun"

"""What the page "Intake" says of few openings, of sides kept back, of ranges without an end: made by hand."""

from __future__ import annotations

import pandas as pd

from hiring.findings.intake import answer, briefs, profile

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


def test_median_days_stand_by_how_often_an_opening_changed() -> None:
    told = found(openings((10, 40, 1, True), (12, 30, 0, True)), changes(hr=5, sales=5))
    assert told.lead == "10 of 22 openings changed after opening"
    assert told.standfirst == answer.LONGER  # 40 days are longer than 30
    alike = found(openings((10, 30, 1, True), (12, 30, 0, True)), changes(hr=5, sales=5))
    assert alike.standfirst == (
        f"No clearly longer than the unchanged (30 days): changed once, 30 days. {answer.LONGER}"
    )
    few = found(openings((4, 40, 1, True), (12, 30, 0, True)), changes(hr=4))
    assert (few.lead, few.standfirst) == ("4 of 16 openings changed after opening", "")


def test_those_that_changed_most_lead_where_ten_took_longer_than_the_range_of_the_unchanged() -> None:
    """Ten with three changes took 90 days, twenty with one 31, twenty without 30."""
    told = found(openings((10, 90, 3, True), (20, 31, 1, True), (20, 30, 0, True)), changes(hr=50))
    assert told.lead == "30 of 50 openings changed; the 10 that changed most took 90 days, the unchanged 30"
    assert told.fill.lead == "Days to fill, by how often the opening changed"
    for count, days in ((10, 30), (9, 90)):  # no longer; too few
        near = found(openings((count, days, 3, True), (20, 30, 0, True)), changes(hr=10))
        assert near.lead == f"{count} of {20 + count} openings changed after opening"


def test_talks_to_hold_and_briefs_to_explain_of_what_is_open_can_be_done_next() -> None:
    rows = openings((12, 30, 0, True), (3, 40, 0, False))
    rows.loc[rows.index[-1], "days_to_intake"] = None
    rows.loc[rows.index[-2:], "explained_on"] = DAY
    assert found(rows, changes()).next_step == "hold the intake talk of R14; explain the brief of R12."
    assert found(rows[rows["is_filled"]], changes()).next_step == ""
    many = found(openings((7, 40, 0, False)), changes())
    assert many.next_step == "explain the brief of 7 openings."


def test_openings_without_a_talk_and_those_closed_without_a_hire_are_said() -> None:
    rows = openings((12, 30, 0, True), (3, 40, 0, False))
    rows.loc[:1, "days_to_intake"] = None
    rows.loc[rows.index[-1], "is_open"] = False
    told = found(rows, changes())
    assert told.standfirst == "No intake talk is on file for 2 of 15."
    assert next(one for one in told.numbers if one.card == "time_to_fill").note.endswith(
        "12 filled, 2 open, 1 closed without a hire"
    )


def test_where_half_are_not_filled_yet_no_days_are_said() -> None:
    told = found(openings((10, 40, 1, False), (12, 30, 0, True)), changes(hr=10))
    assert told.lead == "10 of 22 openings changed after opening"
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
    return frame.assign(
        reason="x", is_asked_for=frame["is_asked_for"].astype("boolean"), is_asked_by_name=False
    )


def test_unknown_reasons_are_counted_beside_and_in_no_share() -> None:
    lead, told = profile.rejections(
        rejections(("HR", True, 6), ("HR", False, 2), ("HR", None, 9), ("Sales", True, 3))
    )
    assert lead == "No profile asks for 25\u202f% of HR's known reasons"  # of Sales too few are known
    assert told["Applications"].tolist() == ["17", "3"]
    assert [cell.split(" · ")[-1] for cell in told["Not asked for"]] == ["2 of 8", "too few to show"]
    assert told["Not known"].tolist() == ["9", "0"]
    assert profile.rejections(rejections(("HR", None, 9)))[1].empty


def test_reasons_asked_for_by_name_are_left_out_of_a_second_share_of_both_sides() -> None:
    rows = rejections(
        ("HR", True, 60), ("HR", True, 10), ("HR", False, 30), ("Sales", True, 20), ("Sales", False, 20)
    )
    named = rows.assign(is_asked_by_name=[True, *[False] * 4], reason=["the must-haves", *"abcd"])
    lead, told = profile.rejections(named)
    assert lead == (
        "No profile asks for 30\u202f% of HR's, 50\u202f% of Sales' known reasons; without one, 75\u202f% and "
        "50\u202f%"
    )
    assert [cell.split(" · ")[1] for cell in told[profile.WITHOUT]] == ["30 of 40", "20 of 40"]
    assert "asks for “the must-haves” by its very words" in profile.reasons_of(named)
    assert profile.reasons_of(rows) == profile.REASONS


def test_a_profile_without_a_second_version_draws_nothing() -> None:
    columns = ["competency", "n_before", "n_after", "before", "after", "difference", "low", "high"]
    assert not profile.room(pd.DataFrame([("A", 9, 40, 1.0, 1.0, 0.0, -1.0, 1.0)], columns=columns)).is_drawn
    drawn = profile.room(pd.DataFrame([("A", 30, 40, 1.0, 1.2, 0.2, -0.1, 0.5)], columns=columns))
    assert len(drawn.lead) <= 90
    assert (
        drawn.lead
        == "No clear difference in how far two raters are apart under the new profile: 1.00, then 1.20"
    )
    low, high = drawn.marks.given["extent"]
    assert -low == high > 0.5
    sure = pd.DataFrame([(name, 30, 40, 1.0, 1.2, 0.2, 0.1, 0.5) for name in "AB"], columns=columns)
    assert profile.room(sure).lead == (
        "Two raters were 1.00 points apart under the profile before, 1.20 under the new one"
    )
    assert drawn.marks.rows["estimate"].tolist() == [0.2]
    assert drawn.marks.rows["right"].tolist() == ["+0.20 (\u22120.10 to +0.50) · 30 and 40"]


def test_the_lead_tells_of_all_that_changed_and_not_of_those_alone_that_took_longest() -> None:
    rows = openings((30, 30, 0, True), (20, 30, 1, True), (15, 30, 2, True), (12, 90, 3, True))
    assert found(rows, changes(hr=5)).lead == (
        "47 of 77 openings changed: 35 no clearly longer than unchanged ones, 12 took 90 days"
    )


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
    other = asked.assign(
        requisition_id="R0", intake_on=DAY
    )  # talked over and explained: it waits for nothing
    both = briefs.briefs(pd.concat([other, asked]), rows, read, DAY)
    assert [cell[:2] for cell in both["Opening"]] == ["R1", "R0"]
    [told] = briefs.briefs(asked, rows, read, DAY).to_dict("records")
    assert told["Opening"] == "R1 · Desk, North; open 10 days, no talk yet"
    said = "Version 2 of the profile; must-have: Discovery, at least 3.5; here too: Tenders (of the state)"
    assert told["What it asks for"] == said
    assert told["Explained and read"].replace("\u00a0", " ") == "Mona to Hana, 20 Jun"
    [told] = briefs.briefs(asked, rows, read.assign(explained_by=None), DAY).to_dict("records")
    assert told["Explained and read"].replace("\u00a0", " ") == "not explained yet, read 20 Jun"
    [told] = briefs.briefs(asked, rows, None, DAY).to_dict("records")
    assert told["Explained and read"].replace("\u00a0", " ") == "20 Jun"

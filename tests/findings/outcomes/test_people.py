"""The grid of one role's people, and the lists behind the figures."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.findings.outcomes import people as hire_people
from hiring.findings.outcomes import windows
from hiring.findings.outcomes.windows import BAR


def quarters(
    person: str,
    shares: list[float | None],
    *,
    hired: str = "2024-01-15",
    left: bool = False,
    last_is_over: bool = True,
) -> pd.DataFrame:
    """One person's quarters since start; the last one is that of the exit where they left."""
    count = len(shares)
    return pd.DataFrame(
        {
            "employee_id": person,
            "full_name": f"Ada {person}",
            "role_profile": "Desk",
            "hire_date": pd.Timestamp(hired),
            "has_left": left,
            "tenure_quarter": range(1, count + 1),
            "revenue": [0.0 if share is None else share * 100 for share in shares],
            "quota": [float("nan") if share is None else 100.0 for share in shares],
            "is_complete": [True] * (count - 1) + [last_is_over],
            "is_sales_known": True,
            "is_employed": True,
            "is_quarter_of_exit": [False] * (count - 1) + [left],
        }
    )


def hires(*people: str, hired: str = "2024-01-15", **changes: object) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "employee_id": list(people),
            "full_name": [f"Ada {person}" for person in people],
            "role_profile": "Desk",
            "region": "North",
            "source": "Referral",
            "hire_date": pd.Timestamp(hired),
            "sales_start_on": pd.Timestamp(hired),
            "hire_year": pd.Timestamp(hired).year,
            "hire_half": (pd.Timestamp(hired).month > 6) + 1,
            "termination_date": pd.NaT,
            "window_ramped_attainment": 0.874,
            "met_bar": pd.array([False] * len(people), dtype="boolean"),
            "is_high_performer": pd.array([True] * len(people), dtype="boolean"),
            "is_counted": True,
            "is_start_observed": True,
            "is_before_crm": False,
            "is_login_missing": False,
            "days_to_first_deal": 61,
            "has_first_deal": True,
            "months_to_ramp": 5,
            "has_ramped": True,
            "has_left": False,
        }
    )
    return frame.assign(**changes)


def test_a_leaver_keeps_the_quarter_they_left_in_and_is_marked_after_it() -> None:
    frame = pd.concat(
        [quarters("A", [0.5, 1.3, 0.9]), quarters("B", [0.2, 0.1], left=True, last_is_over=False)]
    )
    grid = hire_people.grid(frame, hires("A", "B"), "Desk", is_unfolded=False)
    drawn = grid.exhibit.marks.rows.groupby("employee_id")
    assert drawn["quarter"].max().to_dict() == {"A": 3, "B": 2}
    assert grid.exhibit.marks.rows.loc[
        grid.exhibit.marks.rows["employee_id"] == "B", "left_after"
    ].tolist() == [2, 2]
    assert (
        grid.exhibit.marks.rows.loc[grid.exhibit.marks.rows["employee_id"] == "A", "left_after"].isna().all()
    )
    assert grid.exhibit.marks.rows["attainment"].tolist() == pytest.approx([0.5, 1.3, 0.9, 0.2, 0.1])
    assert grid.exhibit.lead == "Of 2 Desk hires 1 has left, 1 within a year"


def test_a_quarter_that_is_not_over_is_not_drawn_and_who_has_none_is_counted() -> None:
    frame = pd.concat(
        [quarters("A", [0.5, 0.1], last_is_over=False), quarters("B", [0.3], last_is_over=False)]
    )
    grid = hire_people.grid(frame, hires("A", "B"), "Desk", is_unfolded=False)
    assert grid.exhibit.marks.rows["quarter"].tolist() == [1]
    assert grid.exhibit.note == "1 hire not shown: no quarter is over yet."
    assert grid.exhibit.lead == "Of 1 Desk hire nobody has left"


def test_a_quarter_without_quota_has_no_attainment() -> None:
    grid = hire_people.grid(quarters("A", [None, 0.5]), hires("A"), "Desk", is_unfolded=False)
    assert grid.exhibit.marks.rows["attainment"].isna().tolist() == [True, False]
    assert grid.exhibit.note == "Outlined: no quota is known."


def test_a_long_grid_shows_the_latest_twenty_oldest_first_until_unfolded() -> None:
    people = [f"P{place:02}" for place in range(25)]
    frame = pd.concat(
        [quarters(person, [0.5], hired=f"2024-01-{place + 1:02}") for place, person in enumerate(people)]
    )
    everyone = pd.concat(
        [hires(person, hired=f"2024-01-{place + 1:02}") for place, person in enumerate(people)]
    )
    folded = hire_people.grid(frame, everyone, "Desk", is_unfolded=False)
    assert folded.exhibit.marks.rows["employee_id"].tolist() == people[5:]
    assert folded.exhibit.note == "The latest 20 of 25."
    assert (
        hire_people.grid(frame, everyone, "Desk", is_unfolded=True).exhibit.marks.rows["employee_id"].tolist()
        == people
    )


def test_somebody_hired_twice_is_two_rows_of_the_grid() -> None:
    frame = pd.concat([quarters("A", [0.5], left=True), quarters("A", [0.7], hired="2025-02-01")])
    both = pd.concat([hires("A"), hires("A", hired="2025-02-01")])
    assert (
        hire_people.grid(frame, both, "Desk", is_unfolded=False).exhibit.marks.rows["person_id"].nunique()
        == 2
    )


def test_names_beside_the_grid_are_an_initial_and_the_rest_or_the_id() -> None:
    frame = quarters("A", [0.5]).assign(full_name="Ada van Berg")
    nameless = quarters("B", [0.5]).assign(full_name=None)
    grid = hire_people.grid(pd.concat([frame, nameless]), hires("A", "B"), "Desk", is_unfolded=False)
    assert grid.exhibit.marks.rows["person"].tolist() == ["A. van Berg", "B"]


def test_the_hires_behind_a_dot_are_as_many_as_its_n() -> None:
    people = pd.concat(
        [
            hires("A", "B", "C"),
            hires("D", is_counted=False),
            hires("E", met_bar=pd.array([pd.NA], dtype="boolean")),
            hires("F", hired="2023-02-01"),
            hires("G", is_start_observed=False),
        ]
    )
    attained = people[people["is_start_observed"]].assign(is_mature=lambda f: f["is_counted"])
    found = windows.by_cohort(attained, BAR, 12)
    place = found.frame["group"].tolist().index("2024 H1")
    behind = hire_people.behind(people, found, [place])
    assert behind["employee_id"].tolist() == ["A", "B", "C"]
    assert len(behind) == found.frame["n"].iloc[place]
    assert (
        hire_people.behind_title(found, [place], 3, 12) == "The 3 hires of 2024 H1 who have reached month 12"
    )


def test_a_chosen_cell_lists_its_person() -> None:
    grid = hire_people.grid(
        pd.concat([quarters("A", [0.5, 0.6]), quarters("B", [0.7])]),
        hires("A", "B"),
        "Desk",
        is_unfolded=False,
    )
    assert hire_people.of_people(hires("A", "B"), grid.exhibit.marks.rows, [2])["employee_id"].tolist() == [
        "B"
    ]


def test_the_list_is_narrowed_by_role_and_cohort() -> None:
    people = pd.concat([hires("A"), hires("B", hired="2023-08-01"), hires("C", role_profile="Field")])
    assert hire_people.roles_of(people) == ["Desk", "Field"]
    assert hire_people.cohorts_of(people, "Desk") == ["2024 H1", "2023 H2"]
    assert hire_people.narrowed(people, "Desk", None)["employee_id"].tolist() == ["A", "B"]
    assert hire_people.narrowed(people, "Desk", "2023 H2")["employee_id"].tolist() == ["B"]
    assert len(hire_people.narrowed(people, None, None)) == len(people)
    assert hire_people.list_title(people, None, None).endswith(" hires, one by one")
    assert hire_people.list_title(people.head(1), "Desk", "2024 H1") == "1 Desk hire of 2024 H1, one by one"


def test_the_list_says_nothing_of_a_window_that_is_not_over() -> None:
    people = pd.concat(
        [
            hires("A", termination_date=pd.Timestamp("2025-03-01"), has_left=True),
            hires("B", is_counted=False, has_first_deal=False, has_ramped=False),
            hires(
                "C",
                met_bar=pd.array([pd.NA], dtype="boolean"),
                window_ramped_attainment=float("nan"),
                full_name=None,
            ),
        ],
        ignore_index=True,
    )
    shown = hire_people.listed(people)
    assert shown.columns.tolist() == [
        "Name",
        "Attainment, %",
        "Met the bar",
        "High performer",
        "First deal, days",
        "At pace, months",
        "Today",
        "Role",
        "Region",
        "Source",
        "Hired",
        "Left",
        "In Sales since",
        "Employee",
    ]
    assert shown["At pace, months"].tolist() == [5, pd.NA, 5]
    assert shown["Today"].tolist() == ["left", "here", "here"]
    assert shown["Attainment, %"].tolist() == [87, pd.NA, pd.NA]
    assert shown["Met the bar"].tolist() == ["no", "", ""]
    assert shown["High performer"].tolist() == ["yes", "", "yes"]
    assert shown["First deal, days"].tolist() == [61, pd.NA, 61]
    assert shown["Name"].tolist() == ["Ada A", "Ada B", "C"]
    assert str(shown["Left"].iloc[0]) == "2025-03-01"


def test_the_best_come_first_and_who_cannot_be_told_yet_last() -> None:
    people = pd.concat(
        [
            hires("A", window_ramped_attainment=0.4),
            hires("B", window_ramped_attainment=3.0, is_counted=False),
            hires("C", window_ramped_attainment=1.2),
            hires("D", window_ramped_attainment=float("nan")),
        ],
        ignore_index=True,
    )
    assert hire_people.best_first(people)["employee_id"].tolist() == ["C", "A", "B", "D"]


def test_the_frames_handed_over_stay_as_they_were() -> None:
    people, frame = hires("A", "B"), quarters("A", [0.5])
    before = people.copy(), frame.copy()
    hire_people.grid(frame, people, "Desk", is_unfolded=False)
    hire_people.listed(people)
    hire_people.narrowed(people, "Desk", None)
    pd.testing.assert_frame_equal(people, before[0])
    pd.testing.assert_frame_equal(frame, before[1])


def test_who_started_before_the_crms_file_has_no_attainment_in_the_grid_and_no_first_deal_in_the_list() -> (
    None
):
    frame = pd.concat([quarters("A", [0.0, 0.9]), quarters("B", [0.5, None], left=True)])
    people = pd.concat([hires("A", is_start_observed=False, is_before_crm=True), hires("B")])
    grid = hire_people.grid(frame, people, "Desk", is_unfolded=False)
    assert grid.exhibit.marks.rows["attainment"].isna().tolist() == [True, True, False, True]
    assert grid.exhibit.lead == "Of 2 Desk hires 1 has left, 1 within a year"
    assert (
        grid.exhibit.note == "Outlined: no quota is known, or the hire started before the CRM's file begins."
    )
    only = hire_people.grid(quarters("A", [0.0, 0.9]), people[:1], "Desk", is_unfolded=False)
    assert only.exhibit.note == "Outlined: the hire started before the CRM's file begins."
    assert hire_people.listed(people)["First deal, days"].isna().tolist() == [True, False]


def test_quarters_of_which_the_crms_file_lacks_deals_are_outlined_and_no_quarters_without_sales() -> None:
    frame = quarters("A", [0.5, 0.9, 0.0]).assign(is_sales_known=[True, True, False])
    found = hire_people.grid(frame, hires("A"), "Desk", is_unfolded=False)
    assert found.exhibit.marks.rows["attainment"].isna().tolist() == [False, False, True]
    assert found.exhibit.note == "Outlined: the CRM's file lacks deals of the quarter."


def test_whom_no_login_is_matched_to_has_sales_not_known_in_grid_and_list() -> None:
    people = pd.concat(
        [hires("A", is_login_missing=True, is_start_observed=False, is_counted=False), hires("B")]
    )
    frame = pd.concat([quarters("A", [0.0, 0.0]), quarters("B", [0.5, 0.5])])
    grid = hire_people.grid(frame, people, "Desk", is_unfolded=False).exhibit
    assert grid.marks.rows["attainment"].isna().tolist() == [True, True, False, False]
    assert grid.note == "Outlined: no CRM login is matched."
    first, second = hire_people.listed(people).to_dict("records")
    assert (first["Met the bar"], first["High performer"]) == ("not known", "")
    told = hire_people.without_login(people).replace("\xa0", " ")
    assert told == "Of 1 hire sales are not known: no CRM login is matched."
    assert pd.isna(first["Attainment, %"])
    assert not pd.isna(second["Attainment, %"])
    assert hire_people.best_first(people)["employee_id"].tolist() == ["B", "A"]

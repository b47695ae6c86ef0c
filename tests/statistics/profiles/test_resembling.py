"""Whose ratings resemble stronger hires of another role: only between large roles, only of hires, seldom."""

from __future__ import annotations

import numpy as np

from helpers.invented.profiles import COMPETENCIES, company, ratings_frame
from hiring.statistics.profiles.gates import SAID_FROM
from hiring.statistics.profiles.resembling import resembling

APART = {"Field": [0.9, 0.0, 0.0, 0.0], "Inside": [0.0, 0.0, 0.0, 0.9]}


def test_between_roles_that_want_different_people_some_hires_resemble_the_other() -> None:
    outcomes, ratings = company(APART, 160)
    found = resembling(outcomes, ratings)
    assert found.roles == ("Field", "Inside")
    assert 20 < len(found.rows) < 200
    assert (found.rows["probability"] >= SAID_FROM).all()
    traits = ratings.groupby(["employee_id", "competency"])["score"].mean().unstack()
    field = found.rows[found.rows["role"] == "Field"]["employee_id"]
    planning = (traits.loc[field, "Planning"] - traits.loc[field, "Closing"]).to_numpy()
    assert (planning > 0).all()  # those whom the other role's strength distinguishes
    assert found.counts["count_said"].sum() == len(found.rows)
    assert set(found.counts["count_hires"]) == {160}


def test_what_is_said_is_true_nine_times_in_ten() -> None:
    random = np.random.default_rng(4)
    said = right = 0
    for seed in range(6):
        slopes = {role: random.normal(0.08, 0.2, 4) for role in ("A", "B", "C")}
        outcomes, ratings = company(slopes, 150, seed=seed)
        traits = ratings.groupby(["employee_id", "competency"])["score"].mean().unstack()[list(COMPETENCIES)]
        z = (traits - 3) / 0.5
        for row in resembling(outcomes, ratings).rows.itertuples():
            gap = np.array(slopes[row.other_role]) - np.array(slopes[row.role])
            said += 1
            right += float(z.loc[row.employee_id].to_numpy() @ gap) > 0.2
    assert said > 50
    assert right >= 0.88 * said


def test_roles_alike_leave_next_to_nobody_resembling_another() -> None:
    found = resembling(*company({"Field": [0.3, 0, 0, 0], "Inside": [0.3, 0, 0, 0]}, 150))
    assert found.is_asked
    assert len(found.rows) <= 3


def test_below_150_hires_in_each_of_two_roles_nothing_is_asked() -> None:
    found = resembling(*company(APART, {"Field": 150, "Inside": 149}))
    assert found.roles == ("Field",)
    assert not found.is_asked
    assert found.rows.empty


def test_a_candidate_who_was_not_hired_is_never_in_it() -> None:
    outcomes, ratings = company(APART, 150, candidates=100)
    found = resembling(outcomes, ratings)
    assert set(found.rows["employee_id"]) <= set(outcomes["employee_id"])
    assert len(found.rows) == found.rows["employee_id"].nunique()


def test_without_ratings_nothing_is_said() -> None:
    outcomes, _ = company(APART, 150)
    assert resembling(outcomes, ratings_frame([])).rows.empty


def test_where_roles_do_not_differ_by_more_than_luck_nobody_is_held_against_another_role() -> None:
    found = resembling(*company(APART, 160), roles_differ=False)
    assert found.roles == ("Field", "Inside")
    assert not found.is_asked
    assert found.rows.empty
    assert found.counts.empty

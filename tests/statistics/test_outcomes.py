"""The outcome of a hire, worked out by hand on two or three hires."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
import pandas as pd
import pytest

from helpers.invented.hires import hire, months
from hiring.statistics.outcomes import Leavers, Outcomes, Switches, blom, measured

Rows = list[dict[str, object]]
FROM_ONE_MONTH = Switches(fewest_months=1)


def made(hires: Rows, sold: Sequence[Rows], switches: Switches = FROM_ONE_MONTH) -> Outcomes:
    return measured(pd.DataFrame(hires), pd.DataFrame([row for rows in sold for row in rows]), switches)


def attainments(outcomes: Outcomes) -> dict[str, float]:
    return dict(zip(outcomes.hires["employee_id"], outcomes.hires["attainment"], strict=True))


def test_attainment_is_what_was_sold_over_what_the_role_sells_in_as_many_months() -> None:
    outcomes = made(
        [hire("A", tenure=2), hire("B", tenure=2), hire("C", tenure=1)],
        [months("A", [10, 50]), months("B", [20, 150]), months("C", [30])],
    )
    # Month 1: (10 + 20 + 30) / 3 = 20; month 2: (50 + 150) / 2 = 100. The curve is 20, 120.
    assert outcomes.curves["expected"].tolist() == [20, 120]
    assert outcomes.curves["count_hires"].tolist() == [3, 2]
    assert attainments(outcomes) == pytest.approx({"A": 60 / 120, "B": 170 / 120, "C": 30 / 20})


def test_each_role_has_its_own_curve() -> None:
    outcomes = made(
        [hire("A", tenure=1), hire("B", tenure=1, role="Major accounts")],
        [months("A", [10]), months("B", [1000])],
    )
    assert attainments(outcomes) == {"A": 1.0, "B": 1.0}


def test_a_leavers_later_months_count_as_zero_unless_only_months_in_the_job_count() -> None:
    hires = [hire("A", tenure=2), hire("B", tenure=2, has_left=True)]
    sold = [months("A", [10, 30]), months("B", [30, 0], employed=1)]
    assert attainments(made(hires, sold)) == pytest.approx({"A": 40 / 35, "B": 30 / 35})
    in_the_job = made(hires, sold, Switches(leavers=Leavers.WHILE_EMPLOYED, fewest_months=1))
    assert attainments(in_the_job) == pytest.approx({"A": 40 / 50, "B": 30 / 20})
    assert in_the_job.hires["months"].tolist() == [2, 1]


def test_sums_that_differ_in_their_last_digit_are_a_tie() -> None:
    parts = [[0.1, 0.2, 0.3], [0.3, 0.2, 0.1], [0.6, 0.0, 0.0]]
    assert len({float(np.sum(part)) for part in parts}) > 1
    hires = [hire(who, tenure=3) for who in "ABC"]
    outcomes = made(hires, [months(who, part) for who, part in zip("ABC", parts, strict=True)])
    assert outcomes.hires["score"].nunique() == 1


def test_months_beyond_the_longest_do_not_count() -> None:
    outcomes = made(
        [hire("A", tenure=3), hire("B", tenure=3)],
        [months("A", [10, 0, 900]), months("B", [30, 0, 0])],
        Switches(longest_months=2, fewest_months=1),
    )
    assert attainments(outcomes) == pytest.approx({"A": 0.5, "B": 1.5})


def test_half_a_year_since_the_start_counts_whether_or_not_they_stayed() -> None:
    outcomes = made(
        [hire("A", tenure=6, has_left=True), hire("B", tenure=5), hire("C", tenure=6)],
        [months("A", [9] + [0] * 5, employed=1), months("B", [9] * 5), months("C", [9] * 6)],
        Switches(),
    )
    assert outcomes.hires["employee_id"].tolist() == ["A", "C"]
    assert (outcomes.count_given, outcomes.count_too_new, outcomes.count_not_observed) == (3, 1, 0)


def test_who_started_before_the_crms_history_is_left_out_and_counted() -> None:
    outcomes = made(
        [hire("A", tenure=1), hire("B", tenure=1, is_start_observed=False, is_before_crm=True)],
        [months("A", [10]), months("B", [90])],
    )
    assert attainments(outcomes) == {"A": 1.0}
    assert outcomes.count_not_observed == 1


def test_the_same_revenue_on_a_double_quota_is_half_the_attainment() -> None:
    outcomes = made(
        [hire("A", tenure=1), hire("B", tenure=1)],
        [months("A", [10], quota=100), months("B", [10], quota=200)],
    )
    assert outcomes.hires["quota_factor"].tolist() == pytest.approx([100 / 150, 200 / 150])
    assert attainments(outcomes) == pytest.approx({"A": 1.5, "B": 0.75})


def test_quotas_that_ramp_up_do_not_favour_who_is_new() -> None:
    outcomes = made(
        [hire("A", tenure=2), hire("B", tenure=1)],
        [months("A", [10, 10], quota=[50, 100]), months("B", [10], quota=[50])],
    )
    assert outcomes.hires["quota_factor"].tolist() == pytest.approx([1.0, 1.0])


def test_a_quota_known_of_some_months_is_held_against_the_usual_one_of_these_months() -> None:
    late = months("B", [10, 10], quota=[0, 100])
    late[0]["has_quota"] = False
    outcomes = made([hire("A", tenure=2), hire("B", tenure=2)], [months("A", [10, 10], quota=100), late])
    assert outcomes.hires["quota_factor"].tolist() == pytest.approx([1.0, 1.0])


def test_a_role_with_too_few_quotas_is_measured_without_and_named() -> None:
    hires = [hire(name, tenure=1) for name in "ABCD"] + [hire("E", tenure=1, role="Channel")]
    sold = [months("A", [10], quota=100)] + [months(name, [10]) for name in "BCD"]
    outcomes = made(hires, [*sold, months("E", [5], quota=7)])
    assert outcomes.roles_without_quota == ("Inside sales",)
    assert outcomes.has_quota
    assert set(attainments(outcomes).values()) == {1.0}


def test_one_hire_without_a_quota_among_many_counts_as_having_the_usual_one() -> None:
    hires = [hire(name, tenure=1) for name in "ABCDE"]
    sold = [months(name, [10], quota=100 if name < "C" else 200) for name in "ABCD"] + [months("E", [10])]
    outcomes = made(hires, sold)
    assert outcomes.roles_without_quota == ()
    assert attainments(outcomes)["E"] == pytest.approx(1.0)


def test_a_company_without_quotas_says_so() -> None:
    outcomes = made([hire("A", tenure=1), hire("B", tenure=1)], [months("A", [10]), months("B", [20])])
    assert not outcomes.has_quota
    assert outcomes.roles_without_quota == ("Inside sales",)


def test_scores_are_normal_quantiles_of_ranks_within_the_role_and_ties_share_the_middle_rank() -> None:
    scores = blom(pd.Series([5.0, 1.0, 1.0, 9.0]), pd.Series(["a", "a", "a", "b"]))
    z = NormalDist().inv_cdf
    # Ranks 3, 1.5, 1.5 of 3; the only one of b stands in the middle.
    expected = [z((3 - 3 / 8) / 3.25), z((1.5 - 3 / 8) / 3.25), z((1.5 - 3 / 8) / 3.25), 0.0]
    assert scores.tolist() == pytest.approx(expected)


def test_where_nobody_sold_anything_there_is_no_spread() -> None:
    outcomes = made([hire("A", tenure=1), hire("B", tenure=1)], [months("A", [0]), months("B", [0])])
    assert outcomes.hires["score"].tolist() == pytest.approx([0.0, 0.0])
    assert not outcomes.has_spread


def test_no_hire_at_all_is_an_answer_too() -> None:
    empty = pd.DataFrame([hire("A")]).iloc[:0]
    outcomes = measured(empty, pd.DataFrame(months("A", [1.0])).iloc[:0])
    assert (len(outcomes.hires), len(outcomes.curves), outcomes.count_given) == (0, 0, 0)
    assert not outcomes.has_spread
    assert not outcomes.has_quota


def test_the_territory_before_the_hire_is_a_months_mean_and_unknown_where_too_few_months_are() -> None:
    outcomes = made(
        [
            hire("A", tenure=1, odd_revenue=60, even_revenue=30, odd_months=6, even_months=3),
            hire("B", tenure=1, odd_revenue=60, even_revenue=30, odd_months=6, even_months=2),
        ],
        [months("A", [1]), months("B", [1])],
    )
    row = outcomes.hires.iloc[0]
    assert (row["odd_before"], row["even_before"], row["territory_before"]) == (10, 10, 10)
    assert np.isnan(outcomes.hires.loc[1, ["odd_before", "territory_before"]].to_numpy(float)).all()


def test_the_frames_given_stay_as_they_were() -> None:
    hires, sold = pd.DataFrame([hire("A", tenure=1)]), pd.DataFrame(months("A", [1.0]))
    before = hires.copy(), sold.copy()
    measured(hires, sold)
    pd.testing.assert_frame_equal(hires, before[0])
    pd.testing.assert_frame_equal(sold, before[1])


def test_who_moved_to_another_role_within_six_months_is_left_out_and_counted() -> None:
    rows = [
        hire("A", tenure=12),
        hire("B", tenure=12, months_in_role=4),
        hire("C", tenure=12, months_in_role=7),
    ]
    sold = [months("A", [10.0] * 12), months("B", [10.0] * 4), months("C", [10.0] * 7)]
    outcomes = made(rows, sold, Switches())
    assert outcomes.hires["employee_id"].tolist() == ["A", "C"]
    assert outcomes.hires["months"].tolist() == [12, 7]
    assert (outcomes.count_moved, outcomes.count_too_new) == (1, 0)


def test_who_is_known_for_less_than_six_months_is_left_out_and_counted_and_the_rest_as_far_as_known() -> None:
    rows = [
        hire("A", tenure=12),
        hire("B", tenure=12, months_known=5),
        hire("C", tenure=12, months_known=7),
        hire("D", tenure=12, months_known=0, is_start_observed=False),
        hire("E", tenure=4, months_known=0),
    ]
    sold = [months("A", [10.0] * 12), months("B", [10.0] * 5), months("C", [10.0] * 7)]
    outcomes = made(rows, sold, Switches())
    assert outcomes.hires["employee_id"].tolist() == ["A", "C"]
    assert outcomes.hires["months"].tolist() == [12, 7]
    assert (outcomes.count_unseen, outcomes.count_not_observed, outcomes.count_too_new) == (2, 0, 1)

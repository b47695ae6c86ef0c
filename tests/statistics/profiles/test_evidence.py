"""What is said of each competency in each role, and the designed silences."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from helpers.invented.profiles import COMPETENCIES, company, ratings_frame
from hiring.statistics.profiles.evidence import Silence, State, evidence
from hiring.statistics.profiles.gates import hires_needed, label_of
from hiring.statistics.verdicts import Direction, Label

STRONG = {"Field": [0.8, 0.0, 0.0, 0.0], "Inside": [0.7, 0.0, 0.0, -0.7]}


def test_a_strong_slope_is_clear_and_its_interval_excludes_zero() -> None:
    found = evidence(*company(STRONG, 90))
    closing = found.slope("Field", "closing")
    assert closing is not None
    assert (closing.label, closing.direction, closing.state) == (Label.CLEAR, Direction.HIGHER, State.TOLD)
    assert 0.4 < closing.low < closing.estimate < closing.high < 1.2
    assert closing.n == 90
    assert closing.n_needed == 0
    planning = found.slope("Inside", "Planning")
    assert planning is not None
    assert (planning.label, planning.direction) == (Label.CLEAR, Direction.LOWER)
    assert planning.high < 0


def test_every_label_agrees_with_its_interval() -> None:
    for seed in range(3):
        weak = {"Field": [0.25, 0.1, 0.0, 0.1], "Inside": [0.1, 0.2, 0.0, -0.2]}
        for slope in evidence(*company(weak, 80, seed=seed)).slopes:
            is_apart = slope.low > 0 or slope.high < 0
            sure = max(slope.probability, 1 - slope.probability)
            assert (slope.label is Label.CLEAR) == (is_apart and sure >= 0.99)


def test_a_role_of_three_hires_has_no_evidence_yet_and_says_how_many_it_needs() -> None:
    found = evidence(
        *company({**STRONG, "Channel": [0.5, 0, 0, 0]}, {"Field": 90, "Inside": 90, "Channel": 3})
    )
    small = found.slopes_of("Channel")
    assert [one.state for one in small] == [State.TOO_FEW] * 4
    assert {one.label for one in small} == {Label.TOO_FEW}
    assert {one.direction for one in small} == {Direction.NONE}
    assert {one.n_needed for one in small} == {57}
    assert all(math.isfinite(one.estimate) for one in small)  # borrowed from the other roles, and not told
    assert not found.has_evidence("Channel")
    assert found.has_evidence("Field")


def test_a_competency_few_were_rated_in_has_no_evidence_yet_though_the_role_is_large() -> None:
    outcomes, ratings = company(STRONG, 90)
    first_fifty = {f"E{n}" for n in range(1, 51)}
    kept = (ratings["competency"] != "Planning") | ~ratings["employee_id"].isin(first_fifty)
    found = evidence(outcomes, ratings[kept])
    planning = found.slope("Field", "Planning")
    assert planning is not None
    assert (planning.n, planning.state, planning.n_needed) == (40, State.TOO_FEW, 20)


def test_a_company_below_120_hires_says_nothing_of_anything() -> None:
    found = evidence(*company(STRONG, 59))
    assert found.silence is Silence.SMALL_COMPANY
    assert (found.count_hires, found.n_needed) == (118, 2)
    assert {one.state for one in found.slopes} == {State.TOO_FEW}
    assert all(math.isnan(one.estimate) for one in found.slopes)


def test_one_role_only_is_told_by_itself() -> None:
    found = evidence(*company({"Field": [0.8, 0, 0, 0]}, 130))
    assert found.silence is Silence.NONE
    assert {one.role for one in found.slopes} == {"Field"}
    assert found.slopes[0].label is Label.CLEAR


def test_a_competency_in_which_all_got_the_same_score_is_said_to_be_so() -> None:
    outcomes, ratings = company(STRONG, 90)
    level = ratings.assign(score=ratings["score"].where(ratings["competency"] != "Planning", 3.0))
    found = evidence(outcomes, level)
    planning = found.slope("Inside", "Planning")
    assert planning is not None
    assert planning.state is State.RATED_ALIKE
    assert planning.n_needed is None
    assert found.slope("Inside", "Closing").state is State.TOLD  # type: ignore[union-attr]


def test_all_scores_the_same_leaves_nothing_to_tell() -> None:
    outcomes, ratings = company(STRONG, 90)
    found = evidence(outcomes, ratings.assign(score=3.0))
    assert {one.state for one in found.slopes} == {State.RATED_ALIKE}
    assert len(found.slopes) == 2 * len(COMPETENCIES)


def test_all_outcomes_the_same_leave_nothing_to_tell() -> None:
    outcomes, ratings = company(STRONG, 90)
    found = evidence(outcomes.assign(score=0.0), ratings)
    assert found.silence is Silence.SAME_OUTCOME
    assert {one.label for one in found.slopes} == {Label.TOO_FEW}


def test_no_ratings_and_no_hires_are_told_apart() -> None:
    outcomes, ratings = company(STRONG, 90)
    assert evidence(outcomes, ratings_frame([])).silence is Silence.NO_RATINGS
    strangers = ratings.assign(employee_id=None)
    assert evidence(outcomes, strangers).silence is Silence.NO_RATINGS
    assert evidence(outcomes.head(0), ratings).silence is Silence.NO_HIRES


def test_where_a_control_flags_nothing_is_more_than_leaning() -> None:
    found = evidence(*company(STRONG, 90), is_capped=True)
    assert Label.CLEAR not in {one.label for one in found.slopes}
    assert found.slope("Field", "Closing").label is Label.LEANING  # type: ignore[union-attr]


def test_the_raw_slope_is_the_plain_line_of_the_role_alone() -> None:
    outcomes, ratings = company(STRONG, 90)
    found = evidence(outcomes, ratings).slope("Field", "Closing")
    mine = outcomes[outcomes["role_profile"] == "Field"].set_index("employee_id")["score"]
    means = ratings[ratings["competency"] == "Closing"].groupby("employee_id")["score"].mean()
    z = ((means - means.mean()) / means.std(ddof=1))[mine.index]
    line = ((z - z.mean()) * mine).sum() / ((z - z.mean()) ** 2).sum()
    assert found is not None
    assert found.raw == pytest.approx(line)
    assert abs(found.estimate) < abs(found.raw) + 0.2


def test_a_lenient_interviewer_on_some_panels_is_taken_off_before() -> None:
    outcomes, ratings = company({"Field": [0.9, 0, 0, 0], "Inside": [0.9, 0, 0, 0]}, 80)
    kind = ratings["application_id"].str.endswith(("1", "3", "5", "7", "9"))
    skewed = ratings.assign(
        interviewer_id=ratings["interviewer_id"].where(~kind, "Kind"),
        score=ratings["score"] + kind * 1.5,
    )
    level = evidence(outcomes, skewed, {"Kind": 1.5}).slope("Field", "Closing")
    blurred = evidence(outcomes, skewed).slope("Field", "Closing")
    plain = evidence(outcomes, ratings).slope("Field", "Closing")
    assert level is not None
    assert blurred is not None
    assert plain is not None
    assert level.estimate == pytest.approx(plain.estimate)
    assert blurred.raw < 0.7 * plain.raw


def test_hires_are_compared_within_their_groups() -> None:
    outcomes, ratings = company({"Field": [0, 0, 0, 0], "Inside": [0, 0, 0, 0]}, 100, seed=3)
    means = ratings[ratings["competency"] == "Closing"].groupby("employee_id")["score"].mean()
    good_years = outcomes["employee_id"].map(means) > 3
    confounded = outcomes.assign(
        score=outcomes["score"] + 1.2 * good_years, year=good_years.map({True: "2024", False: "2023"})
    )
    fooled = evidence(confounded, ratings).slope("Field", "Closing")
    adjusted = evidence(confounded, ratings, None, ("year",)).slope("Field", "Closing")
    assert fooled is not None
    assert adjusted is not None
    assert fooled.label is Label.CLEAR
    assert adjusted.label is not Label.CLEAR


def test_the_label_needs_both_the_probability_and_the_interval() -> None:
    assert label_of(0.991, 0.01, 0.4) is Label.CLEAR
    assert label_of(0.991, -0.01, 0.4) is Label.LEANING
    assert label_of(0.009, -0.4, -0.01) is Label.CLEAR
    assert label_of(0.989, 0.01, 0.4) is Label.LEANING
    assert label_of(0.91, -0.1, 0.4) is Label.LEANING
    assert label_of(0.89, -0.1, 0.4) is Label.CANNOT_TELL
    assert label_of(0.995, 0.1, 0.4, is_capped=True) is Label.LEANING


def test_how_many_hires_a_slope_needs_grows_with_its_doubt() -> None:
    # 400 for a 95 % interval, 2.33² ÷ 1.96² of that to be Clear
    assert hires_needed(100, 0.2, -0.2, 0.6) == 564
    assert hires_needed(100, 0.2, 0.1, 0.3) == 100
    assert hires_needed(100, 0.01, -0.4, 0.42) is None
    assert hires_needed(0, 0.2, -0.2, 0.6) is None


def test_the_frames_given_are_left_as_they_were() -> None:
    outcomes, ratings = company(STRONG, 70)
    before = outcomes.copy(deep=True), ratings.copy(deep=True)
    evidence(outcomes, ratings)
    pd.testing.assert_frame_equal(outcomes, before[0])
    pd.testing.assert_frame_equal(ratings, before[1])


SAME = {"Field": [0.6, 0.0, 0.0, 0.0], "Inside": [0.6, 0.0, 0.0, 0.0]}


def test_where_roles_do_not_differ_each_has_the_numbers_of_all_roles_together() -> None:
    found = evidence(*company(SAME, 120))
    assert not found.roles_differ
    for name in COMPETENCIES:
        field, inside = (found.slope(role, name) for role in SAME)
        (across,) = [one for one in found.across if one.competency == name]
        assert field is not None
        assert inside is not None
        assert field.estimate == inside.estimate == across.estimate
        assert (field.n, across.n) == (120, 240)
        assert field.raw != inside.raw


def test_where_roles_differ_each_has_its_own() -> None:
    found = evidence(*company(STRONG, 120))
    assert found.roles_differ
    field, inside = found.slope("Field", "Planning"), found.slope("Inside", "Planning")
    assert field is not None
    assert inside is not None
    assert field.estimate - inside.estimate > 0.2


def test_ratings_that_all_go_with_results_alike_are_one_claim_and_no_contrast() -> None:
    level = {"Field": [0.3] * 4, "Inside": [0.3] * 4}
    found = evidence(*company(level, 120))
    assert found.whole is not None
    assert (found.whole.label, found.whole.direction, found.whole.n) == (Label.CLEAR, Direction.HIGHER, 240)
    assert Label.CLEAR not in {one.label for one in found.across}


def test_a_competency_that_one_interviewer_alone_rates_is_not_told_from_the_others() -> None:
    outcomes, ratings = company(STRONG, 90)
    once = ratings[(ratings["competency"] != "Closing") | (ratings["interviewer_id"] == "I1")]
    closing = evidence(outcomes, once).slope("Field", "Closing")
    assert closing is not None
    assert (closing.state, closing.label, closing.n_needed) == (State.SEEN_BY_ONE, Label.TOO_FEW, None)


def test_a_competency_about_which_interviewers_disagree_is_not_told_from_the_others() -> None:
    outcomes, ratings = company(STRONG, 90)
    noise = np.random.default_rng(7).standard_normal(len(ratings))
    blurred = ratings.assign(score=ratings["score"].where(ratings["competency"] != "Closing", 3 + noise))
    found = evidence(outcomes, blurred)
    closing = found.slope("Field", "Closing")
    assert closing is not None
    assert (closing.state, closing.label) == (State.SEEN_DIFFERENTLY, Label.TOO_FEW)
    assert found.reliability["Closing"] < 0.2


def test_a_single_competency_has_nothing_to_be_compared_with() -> None:
    outcomes, ratings = company(STRONG, 90)
    found = evidence(outcomes, ratings[ratings["competency"] == "Closing"])
    assert {one.state for one in found.slopes} == {State.ALONE}
    assert found.across == ()
    assert found.whole is not None
    assert found.whole.label is Label.CLEAR

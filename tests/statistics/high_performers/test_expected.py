"""What is expected of a group's hires is told by the others alone, and never by the factor that the row stands for."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.special import expit

from hiring.statistics.high_performers import logit
from hiring.statistics.high_performers.expected import (
    HIGH_PERFORMER,
    MET_BAR,
    OUTCOMES,
    HighPerformers,
    compared,
    high_performers,
    outcome_of,
)
from hiring.statistics.high_performers.groups import Factor


def group_of(kept: HighPerformers, factor: Factor, level: str) -> int:
    mine = kept.groups[(kept.groups["factor"] == factor) & (kept.groups["level"] == level)]
    return int(mine["group"].iloc[0])


def members_of(kept: HighPerformers, factor: Factor, level: str) -> pd.DataFrame:
    return kept.expected[kept.expected["group"] == group_of(kept, factor, level)]


@pytest.mark.parametrize("level", ["Referral", "Agency"])
def test_it_is_the_fit_of_the_hires_who_are_not_in_the_row(kept: HighPerformers, level: str) -> None:
    others = kept.hires[kept.hires["source"] != level].reset_index(drop=True)
    known, successes = outcome_of(others, MET_BAR)
    everybody = compared(kept.hires)
    penalty = everybody.penalty(kept.penalties[MET_BAR])
    cell_of_others = everybody.of[(kept.hires["source"] != level).to_numpy(bool)]
    sums = [np.bincount(cell_of_others, weights=one, minlength=everybody.count) for one in (known, successes)]
    found = logit.fitted(
        everybody.design, sums[0][None], sums[1][None], penalty, np.zeros((1, everybody.design.shape[1]))
    )[0]
    mine = members_of(kept, Factor.SOURCE, level)
    wanted = expit(everybody.design @ found)[everybody.of[mine["hire"]]]
    assert mine[MET_BAR].to_numpy(float) == pytest.approx(wanted, abs=1e-6)


def test_what_a_row_s_own_hires_did_does_not_change_what_was_expected_of_them(
    outcomes: pd.DataFrame, seats: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The penalties are the company's; here they are held, so that nothing but the hires themselves could speak.
    held = {"role_profile": 8.0, "region": 1.0, "start_year": 8.0}
    monkeypatch.setattr(logit, "chosen_penalties", lambda *_: held)
    before = high_performers(outcomes, seats)
    of_one = seats.loc[seats["interviewer_id"] == "I3", "employee_id"]
    turned = outcomes["is_high_performer"] ^ outcomes["employee_id"].isin(of_one)
    after = high_performers(outcomes.assign(is_high_performer=turned), seats)
    for factor, level, is_same in ((Factor.INTERVIEWER, "I3", True), (Factor.INTERVIEWER, "I4", False)):
        first, second = (
            members_of(one, factor, level)[HIGH_PERFORMER].to_numpy(float) for one in (before, after)
        )
        assert np.allclose(first, second, atol=1e-5) is is_same


@pytest.mark.parametrize("factor", [Factor.ROLE, Factor.REGION, Factor.START_YEAR])
def test_a_row_is_not_levelled_by_what_it_stands_for(kept: HighPerformers, factor: Factor) -> None:
    left = [name for name in ("role_profile", "region", "start_year") if name != factor]
    joined = kept.expected.merge(kept.groups, on="group").join(kept.hires[left], on="hire")
    mine = joined[joined["factor"] == factor]
    # Of one group, hires that are alike in the two other factors have one chance.
    assert mine.groupby(["group", *left])[HIGH_PERFORMER].agg(np.ptp).max() == pytest.approx(0, abs=1e-12)
    assert compared(kept.hires, factor).factors.count(factor) == 0


def test_a_region_that_does_well_is_expected_to_do_as_the_others_do(kept: HighPerformers) -> None:
    south = members_of(kept, Factor.REGION, "South")
    others = kept.hires.loc[kept.hires["region"] != "South", HIGH_PERFORMER].mean()
    assert south[HIGH_PERFORMER].mean() == pytest.approx(others, abs=0.03)


def test_where_nobody_else_is_left_nothing_is_expected(kept: HighPerformers) -> None:
    assert (
        members_of(kept, Factor.SEGMENT, "SMB")[list(OUTCOMES)].isna().all(axis=None)
    )  # all are of this segment


def test_the_baseline_is_told_by_all_hires_and_comes_to_as_many_as_were_counted(kept: HighPerformers) -> None:
    assert kept.hires["baseline"].sum() == pytest.approx(kept.hires[HIGH_PERFORMER].sum(), abs=0.1)


def test_a_company_without_a_hire_has_nothing_of_it(outcomes: pd.DataFrame, seats: pd.DataFrame) -> None:
    nobody = high_performers(outcomes.iloc[:0], seats)
    assert nobody.groups.empty
    assert nobody.expected.empty


def test_no_frame_given_is_changed(outcomes: pd.DataFrame, seats: pd.DataFrame) -> None:
    before = outcomes.copy(), seats.copy()
    high_performers(outcomes, seats)
    pd.testing.assert_frame_equal(outcomes, before[0])
    pd.testing.assert_frame_equal(seats, before[1])


def test_any_hires_are_told_by_all_but_them_as_a_row_of_the_same_hires_is(kept: HighPerformers) -> None:
    mine = members_of(kept, Factor.SOURCE, "Referral")
    which = (kept.hires["source"] == "Referral").to_numpy(bool)
    found = kept.told_by_others(which)
    assert found[mine["hire"]] == pytest.approx(mine[HIGH_PERFORMER].to_numpy(float), abs=1e-6)
    assert np.isnan(found[~which]).all()
    assert np.isnan(kept.told_by_others(np.zeros(len(kept.hires), dtype=bool))).all()

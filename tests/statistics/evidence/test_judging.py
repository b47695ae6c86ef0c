"""The whole way: every thin or bad input has a state of its own, and what is planted is found."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from helpers.invented.hires import Made, company
from hiring.statistics.evidence import judging, telling
from hiring.statistics.evidence.claims import Cap
from hiring.statistics.evidence.gates import State
from hiring.statistics.evidence.judging import Evidence, LuckChecks, whole
from hiring.statistics.evidence.luck import NOBODY
from hiring.statistics.outcomes import Leavers, Switches
from hiring.statistics.verdicts import Label


def judged_whole(made: Made, **changed: pd.DataFrame) -> Evidence:
    frames = {"hires": made.hires, "months": made.months, "seats": made.seats, **changed}
    return whole(frames["hires"], frames["months"], frames["seats"])


def is_silent(found: Evidence) -> bool:
    return found.interviewers.empty and found.pairs.empty and found.sources.empty and not found.contrasts


def test_an_empty_choice_is_a_state_of_its_own() -> None:
    made = company(count=130)
    found = judged_whole(
        made, hires=made.hires.iloc[:0], months=made.months.iloc[:0], seats=made.seats.iloc[:0]
    )
    assert (found.gate.state, is_silent(found)) == (State.NOBODY, True)


def test_under_120_mature_hires_nobody_is_ranked_and_it_is_told_how_many_are_missing() -> None:
    made = company(count=119, spread=3.0)
    found = judged_whole(made)
    assert (found.gate.state, found.gate.count_mature, found.gate.more_to_rank) == (State.TOO_FEW, 119, 1)
    assert is_silent(found)
    young = made.hires.assign(months_since_hire=[5] * 60 + [12] * 59)
    assert judged_whole(company(count=119), hires=young).gate.more_to_rank == 61


def test_from_120_on_interviewers_are_ranked_but_what_a_pair_adds_only_from_300() -> None:
    found = judged_whole(company(count=120, spread=0.5, panel=2))
    assert (found.gate.state, found.gate.may_speak_of_combinations) == (State.TOTALS, False)
    assert len(found.interviewers)
    assert set(found.pairs["combination"]) == {""}
    assert found.luck.combinations.count_pairs == 0
    assert judged_whole(company(count=300)).gate.state is State.ALL


def test_where_nobody_sold_anything_nothing_is_ranked() -> None:
    made = company(count=130)
    found = judged_whole(made, months=made.months.assign(revenue=0.0))
    assert (found.gate.state, is_silent(found)) == (State.NOTHING_SOLD, True)


def test_where_nobody_stands_above_another_of_their_role_it_is_not_said_that_nobody_sold() -> None:
    made = company(count=130)
    alone = made.hires.assign(role_profile=[f"Role {place}" for place in range(len(made.hires))])
    found = judged_whole(made, hires=alone)
    assert (found.gate.state, is_silent(found)) == (State.NO_SPREAD, True)
    assert "sold" not in telling.who_can_say(found)


def test_without_panels_sources_are_still_judged() -> None:
    made = company(count=200, source_spread=0.5)
    found = judged_whole(made, seats=made.seats.iloc[:0])
    assert found.gate.state is State.NO_PANELS
    assert found.interviewers.empty
    assert found.pairs.empty
    assert len(found.sources) == 5


def test_with_panels_for_a_few_hires_only_interviewers_wait() -> None:
    made = company(count=200)
    few = made.seats[made.seats["employee_id"] < "H0100"]
    found = judged_whole(made, seats=few)
    assert (found.gate.state, found.gate.count_with_panel) == (State.NO_PANELS, 100)


def test_without_quotas_it_works_and_says_so() -> None:
    made = company(count=150)
    found = judged_whole(made, months=made.months.assign(has_quota=False, quota=0.0))
    assert not found.outcomes.has_quota
    assert found.gate.state is State.TOTALS
    assert len(found.interviewers)


def test_an_interviewer_in_every_panel_cannot_be_told_from_the_company() -> None:
    made = company(count=200, spread=0.5)
    always = made.seats.drop_duplicates("employee_id").assign(interviewer_id="ALL")
    found = judged_whole(made, seats=pd.concat([made.seats, always]))
    row = found.interviewers.set_index("id").loc["ALL"]
    assert (row["n"], row["label"], np.isnan(row["needed"])) == (200, Label.NO_COMPARISON, True)
    assert row["estimate"] == pytest.approx(0.0, abs=1e-9)


def test_an_interviewer_who_always_sits_alone_is_in_no_pair() -> None:
    made = company(count=200, panel=2)
    alone = made.seats.assign(interviewer_id=np.where(made.seats["stage"] == "screen", "SOLO", None))
    alone = alone[(alone["employee_id"] < "H0060") & alone["interviewer_id"].notna()]
    others = made.seats[made.seats["employee_id"] >= "H0060"]
    found = judged_whole(made, seats=pd.concat([alone, others]))
    assert "SOLO" in set(found.interviewers["id"])
    assert "SOLO" not in set(found.pairs["first_id"]) | set(found.pairs["second_id"])


def test_panels_of_one_leave_no_pairs_and_no_word_on_them() -> None:
    found = judged_whole(company(count=320, panel=1, spread=0.5))
    assert found.pairs.empty
    assert len(found.interviewers)
    assert found.luck.combinations.count_pairs == 0


def test_a_role_with_three_hires_counts_along() -> None:
    made = company(count=150, spread=0.5)
    rare = made.hires.assign(role_profile=["Rare"] * 3 + made.hires["role_profile"].tolist()[3:])
    found = judged_whole(made, hires=rare)
    assert found.gate.count_mature == 150
    assert len(found.interviewers)


def test_effects_that_cannot_be_told_apart_are_no_fault() -> None:
    """Two people who always sit together, in an office nobody else of which interviews."""
    made = company(count=200, spread=0.5)
    twin = made.seats[made.seats["interviewer_id"] == "I00"].assign(interviewer_id="TWIN")
    found = judged_whole(made, seats=pd.concat([made.seats, twin]))
    rows = found.interviewers.set_index("id")
    assert rows.loc["I00", "estimate"] == pytest.approx(rows.loc["TWIN", "estimate"], abs=1e-6)
    assert len(found.pairs)


def test_one_region_one_role_and_one_source_leave_only_the_years() -> None:
    made = company(count=150, spread=0.5)
    plain = made.hires.assign(region="North", role_profile="Seller", source="Referral")
    found = judged_whole(made, hires=plain)
    assert len(found.interviewers)
    assert found.sources["label"].tolist() == [Label.NO_COMPARISON]


def test_what_is_planted_is_found_in_order_and_never_with_the_wrong_sign(judged) -> None:
    made, found = judged(count=900, interviewers=45, spread=0.5, panel=3, seed=3)
    rows = found.interviewers
    truth = rows["id"].map(made.interviewers)
    assert rows["estimate"].rank().corr(truth.rank()) > 0.6
    clear = rows["label"] == Label.CLEAR
    assert clear.sum() >= 2
    assert (np.sign(rows.loc[clear, "estimate"]) == np.sign(truth[clear])).all()
    assert rows["estimate"].rank().corr(truth.rank()) > rows["raw_mean"].rank().corr(truth.rank())


@pytest.mark.parametrize("seed", range(6))
def test_where_nothing_is_true_nothing_is_clear(seed: int) -> None:
    found = judged_whole(company(count=300, seed=100 + seed))
    for frame in (found.interviewers, found.pairs, found.sources):
        assert Label.CLEAR not in set(frame["label"])
    assert set(found.pairs["combination"]) <= {""}


@pytest.mark.parametrize(
    ("interviewers", "pairs", "is_clear"), [(0.2, 0.2, False), (0.2, 0.05, True), (0.05, 0.2, True)]
)
def test_nothing_is_clear_where_luck_alone_would_show_as_much(
    monkeypatch: pytest.MonkeyPatch, interviewers: float, pairs: float, is_clear: bool
) -> None:
    made = company(count=400, spread=0.8)
    freely = judged_whole(made).interviewers
    assert (freely["label"] == Label.CLEAR).any()
    shown = replace(
        NOBODY,
        best="I1",
        count_groups=2,
        p_best=1.0,
    )
    checks = LuckChecks(replace(shown, p_any=interviewers), replace(shown, p_any=pairs), shown)
    monkeypatch.setattr(judging, "_luck", lambda *_: checks)
    found = judged_whole(made).interviewers
    was = freely.set_index("id")["label"] == Label.CLEAR
    after = found.set_index("id").loc[was[was].index]
    assert (after["label"] == (Label.CLEAR if is_clear else Label.LEANING)).all()
    assert (after["capped_by"] == (Cap.NONE if is_clear else Cap.LUCK)).all()


def test_the_switch_of_the_outcome_is_kept_and_the_top_is_compared(judged) -> None:
    made, full = judged(count=900, interviewers=45, spread=0.5, panel=3, seed=3)
    # Nobody leaves in this company: both outcomes are the same, and so is the top.
    assert (full.other_outcome.count_top, full.other_outcome.count_stay) == (5, 5)
    switched = whole(made.hires, made.months, made.seats, Switches(leavers=Leavers.WHILE_EMPLOYED))
    assert switched.outcomes.switches.leavers is Leavers.WHILE_EMPLOYED
    assert switched.interviewers["estimate"].tolist() == pytest.approx(full.interviewers["estimate"].tolist())


def test_departments_are_those_interviewers_sat_in_for(judged) -> None:
    made, found = judged(count=900, interviewers=45, spread=0.5, panel=3, seed=3)
    wanted = made.seats.drop_duplicates("interviewer_id").set_index("interviewer_id")["department"]
    rows = found.interviewers.set_index("id")["department"]
    assert rows.to_dict() == wanted.loc[rows.index].to_dict()


def test_the_same_answers_give_the_same_evidence_and_stay_as_they_were() -> None:
    made = company(count=150, spread=0.5)
    before = made.hires.copy(), made.months.copy(), made.seats.copy()
    first, second = judged_whole(made), judged_whole(made)
    pd.testing.assert_frame_equal(first.interviewers, second.interviewers)
    pd.testing.assert_frame_equal(first.pairs, second.pairs)
    assert first.luck == second.luck
    for one, other in zip((made.hires, made.months, made.seats), before, strict=True):
        pd.testing.assert_frame_equal(one, other)

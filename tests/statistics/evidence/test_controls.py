"""Equal hands: the flag goes up where territories follow interviewers, and not where they do not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from helpers.invented.hires import company
from hiring.statistics.evidence.controls import QUOTA, TERRITORY, Subject, controlled, levelled
from hiring.statistics.evidence.judging import whole
from hiring.statistics.verdicts import Label


def without_territories(made):
    hires = made.hires.assign(odd_months=np.nan, even_months=np.nan)
    return replace(made, hires=hires)


def test_territories_that_follow_interviewers_raise_the_flag_and_clear_once_levelled(design) -> None:
    control = controlled(design(count=300, territory=0.5, seed=4))
    flagged = [(check.name, check.subject) for check in control.checks if check.is_flagged]
    assert flagged == [(TERRITORY, Subject.INTERVIEWERS)]
    assert control.is_flagged(Subject.INTERVIEWERS)
    assert not control.is_flagged(Subject.SOURCES)
    assert list(control.covariates) == [TERRITORY]
    assert not control.caps(Subject.INTERVIEWERS)


def test_a_flag_that_does_not_clear_caps_every_claim() -> None:
    made = company(count=600, interviewers=18, panel=2, territory=1.0, seed=4)
    noisy = made.hires.assign(even_revenue=np.random.default_rng(1).permutation(made.hires["even_revenue"]))
    found = whole(noisy, made.months, made.seats)
    assert found.control.caps(Subject.INTERVIEWERS)
    assert Label.CLEAR not in set(found.interviewers["label"])
    assert Label.CLEAR not in set(found.pairs["label"])
    assert "unequal territories" in set(found.interviewers["capped_by"])


def test_without_the_control_unequal_territories_make_false_claims_and_with_it_none() -> None:
    made = company(count=600, interviewers=18, panel=2, territory=1.0, seed=4)
    bare = whole(made.hires, made.months, made.seats, with_control=False)
    level = whole(made.hires, made.months, made.seats)
    assert (bare.interviewers["label"] == Label.CLEAR).sum() >= 2
    assert (level.interviewers["label"] == Label.CLEAR).sum() == 0


def test_a_fact_only_some_hires_have_gets_a_column_for_those_without(design) -> None:
    made = design(count=300, territory=0.5, seed=4)
    hires = made.hires.copy()
    hires.loc[:9, ["territory_before", "odd_before", "even_before"]] = np.nan
    control = controlled(replace(made, hires=hires))
    assert list(control.covariates) == [TERRITORY, f"{TERRITORY} not known"]
    assert control.covariates[f"{TERRITORY} not known"].sum() == 10
    assert control.covariates[TERRITORY][:10].tolist() == [0.0] * 10
    assert levelled(made, control).fixed.shape[1] == made.fixed.shape[1] + 2


def test_equal_hands_raise_no_flag_and_change_nothing(design) -> None:
    made = design(count=300, spread=0.5, seed=5)
    control = controlled(made)
    assert control.is_possible
    assert not any(check.is_flagged for check in control.checks)
    assert levelled(made, control) is made


@pytest.mark.proof
def test_equal_hands_are_flagged_in_at_most_about_one_company_of_twenty(design) -> None:
    flags = [
        controlled(design(count=150, seed=200 + seed)).is_flagged(Subject.INTERVIEWERS) for seed in range(30)
    ]
    assert sum(flags) <= 4


def test_facts_that_all_are_equal_or_unknown_are_no_check(design) -> None:
    made = design(count=130)
    hires = made.hires.assign(territory_before=np.nan, quota_factor=1.0)
    control = controlled(replace(made, hires=hires))
    assert (control.checks, control.is_possible, control.caps(Subject.INTERVIEWERS)) == ((), False, False)


def test_a_flag_on_quotas_clears_once_they_are_levelled(design) -> None:
    made = design(count=300, territory=0.5, seed=4)
    hires = made.hires.assign(quota_factor=made.hires["territory_before"], territory_before=np.nan)
    control = controlled(replace(made, hires=hires))
    assert [check.name for check in control.checks if check.is_flagged] == [QUOTA]
    assert list(control.covariates) == [QUOTA]
    assert not control.caps(Subject.INTERVIEWERS)


def test_quotas_whose_rank_says_little_of_their_size_do_not_clear(design) -> None:
    made = design(count=300, territory=0.5, seed=4)
    size = made.hires["territory_before"] / made.hires["territory_before"].mean()
    theirs = (
        made.interviewers.design[:, [0]].toarray().ravel() > 0
    )  # one person's hires have three times as much
    hires = made.hires.assign(quota_factor=size**0.2 * np.where(theirs, 20.0, 1.0), territory_before=np.nan)
    control = controlled(replace(made, hires=hires))
    assert control.is_flagged(Subject.INTERVIEWERS)
    assert control.caps(Subject.INTERVIEWERS)


def test_territory_and_quota_flagged_together_clear_together(design) -> None:
    made = design(count=300, territory=0.5, seed=4)
    control = controlled(
        replace(made, hires=made.hires.assign(quota_factor=made.hires["even_before"] ** 1.5))
    )
    assert {check.name for check in control.checks if check.is_flagged} == {TERRITORY, QUOTA}
    assert not control.caps(Subject.INTERVIEWERS)


def test_a_fact_that_hardly_varies_is_no_check(design) -> None:
    made = design(count=300, territory=0.5, seed=4)
    size = made.hires["territory_before"]
    for reach, is_check in ((0.02, False), (0.2, True)):
        nearly = 1 + reach * (size - size.mean()) / size.std()
        control = controlled(
            replace(made, hires=made.hires.assign(quota_factor=nearly, territory_before=np.nan))
        )
        assert control.is_possible is is_check
        assert control.is_flagged(Subject.INTERVIEWERS) is is_check


@pytest.mark.parametrize("seed", range(3))
def test_sources_sent_to_poorer_territories_are_flagged_too(design, seed: int) -> None:
    made = design(count=300, seed=seed)
    poorer = np.where(made.hires["source"] == "Source A", 0.5, 1.0)
    columns = {name: made.hires[name] * poorer for name in ("territory_before", "odd_before", "even_before")}
    control = controlled(replace(made, hires=made.hires.assign(**columns)))
    assert control.is_flagged(Subject.SOURCES)
    assert not control.is_flagged(Subject.INTERVIEWERS)

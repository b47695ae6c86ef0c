"""How two roles' hires fared, in sentences: only what sets them apart, and what cannot be told without quotas."""

from __future__ import annotations

import pandas as pd

from hiring.findings.outcomes.pairs import no_filter
from hiring.findings.role_profiles import outcomes


def milestones(role: str, count: int, months: int, *, has_quota: bool = True) -> pd.DataFrame:
    """Hires who all came to quota pace in that month and are still there."""
    return pd.DataFrame(
        {
            "role_profile": [role] * count,
            "is_start_observed": True,
            "has_quota": has_quota,
            "months_to_ramp": [float(months + place % 3 - 1) for place in range(count)],
            "has_ramped": True,
            "days_to_exit": 500,
            "has_left": False,
        }
    )


def attained(role: str, count: int, met: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "role_profile": [role] * count,
            "is_counted": True,
            "met_bar": [place < met for place in range(count)],
        }
    )


def test_only_what_sets_the_roles_apart_is_told() -> None:
    fast, slow = milestones("Inside", 60, 5), milestones("Major", 60, 10)
    same = pd.concat([attained("Inside", 60, 30), attained("Major", 60, 30)])
    said = outcomes.sentences(("Inside", "Major"), no_filter(pd.concat([fast, slow])), no_filter(same), 12)
    assert len(said) == 1
    assert said[0].startswith("Clear: ")
    assert "quota pace" in said[0]


def test_roles_nobody_can_tell_apart_are_told_so() -> None:
    both = pd.concat([milestones("Inside", 30, 6), milestones("Major", 30, 6)])
    same = pd.concat([attained("Inside", 30, 15), attained("Major", 30, 15)])
    assert outcomes.sentences(("Inside", "Major"), no_filter(both), no_filter(same), 12) == (
        outcomes.NOTHING_APART,
    )


def test_few_hires_are_not_compared_and_one_role_has_nothing_to_compare() -> None:
    few = pd.concat([milestones("Inside", 3, 6), milestones("Major", 30, 6)])
    same = pd.concat([attained("Inside", 3, 1), attained("Major", 30, 15)])
    (said,) = outcomes.sentences(("Inside", "Major"), no_filter(few), no_filter(same), 12)
    assert said.startswith("Too few hires")
    assert outcomes.sentences(("Inside",), no_filter(few), no_filter(same), 12) == ()


def test_what_needs_a_quota_is_said_to_be_missing() -> None:
    without = milestones("Inside", 30, 6, has_quota=False)
    assert outcomes.missing(without, ("Inside",)) == outcomes.NO_QUOTAS
    assert outcomes.missing(milestones("Inside", 30, 6), ("Inside",)) == ""
    assert outcomes.missing(without.head(3), ("Inside",)) == ""

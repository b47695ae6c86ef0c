"""The profile in force: shares of the weight, who agreed, and weights that are none."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from helpers.invented.profiles import profile_rows
from hiring.statistics.profiles.agreed import NO_WEIGHTS, NOT_ABOVE_ZERO, history, profile_of, profiles_of

EMPTY = profile_rows("Channel", {"Closing": 1}).head(0)


def test_weights_become_shares_whatever_unit_they_came_in() -> None:
    (percents,) = profiles_of(profile_rows("Channel", {"Closing": 50, "Listening": 30}))
    (shares,) = profiles_of(profile_rows("Channel", {"Closing": 0.5, "Listening": 0.3}))
    assert [one.weight for one in percents.current.wanted] == pytest.approx([0.625, 0.375])
    assert percents.current.wanted[0].competency == "Closing"
    assert [one.weight for one in shares.current.wanted] == pytest.approx([0.625, 0.375])
    assert shares.current.remark == ""


def test_a_weight_below_zero_counts_as_none_and_is_told() -> None:
    (found,) = profiles_of(profile_rows("Channel", {"Closing": -2, "Listening": 0, "Planning": 4}))
    assert {one.competency: one.weight for one in found.current.wanted} == {
        "Planning": 1.0,
        "Closing": 0.0,
        "Listening": 0.0,
    }
    assert found.current.remark == NOT_ABOVE_ZERO


def test_a_profile_without_any_weight_is_still_a_profile() -> None:
    (found,) = profiles_of(profile_rows("Channel", {"Closing": 0, "Listening": 0}))
    assert [one.weight for one in found.current.wanted] == [0.0, 0.0]
    assert found.current.remark == NO_WEIGHTS


def test_only_the_current_version_is_in_force_and_earlier_ones_are_its_history() -> None:
    old = profile_rows("Channel", {"Closing": 1, "Listening": 1}, version="1", is_current=False)
    new = profile_rows("Channel", {"Closing": 3, "Planning": 1}, version="2", effective_on="2026-01-01")
    (found,) = profiles_of(pd.concat([new, old], ignore_index=True))
    assert (found.current.name, found.current.effective_on) == ("2", date(2026, 1, 1))
    assert [one.name for one in found.earlier] == ["1"]
    told = history(found)
    assert list(told["version"]) == ["2", "1"]
    assert told["moved"][0] == (("Listening", -0.5), ("Closing", 0.25), ("Planning", 0.25))
    assert told["moved"][1] == ()


def test_a_side_that_did_not_sign_is_named() -> None:
    (found,) = profiles_of(profile_rows("Channel", {"Closing": 1}, agreed_by_sales_on=None))
    now = found.current
    assert now.not_agreed_by == ("Sales",)
    assert not now.is_agreed
    assert now.agreed_on is None
    (both,) = profiles_of(profile_rows("Channel", {"Closing": 1}))
    assert both.current.is_agreed
    assert both.current.agreed_on == date(2024, 12, 5)


def test_a_competency_spelled_two_ways_in_one_profile_counts_once() -> None:
    (found,) = profiles_of(profile_rows("Channel", {"Closing": 3, "closing": 5, "Planning": 1}))
    assert [(one.competency, one.weight) for one in found.current.wanted] == [
        ("Closing", 0.75),
        ("Planning", 0.25),
    ]


def test_without_a_file_there_are_no_profiles() -> None:
    assert profiles_of(EMPTY) == ()
    assert profile_of((), "Channel") is None


def test_a_role_of_which_no_version_holds_has_no_profile() -> None:
    assert profiles_of(profile_rows("Channel", {"Closing": 1}, is_current=False)) == ()


def test_the_frame_given_is_left_as_it_was() -> None:
    frame = profile_rows("Channel", {"Closing": 3, "Planning": 1})
    before = frame.copy(deep=True)
    profiles_of(frame)
    pd.testing.assert_frame_equal(frame, before)

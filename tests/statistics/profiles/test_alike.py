"""How alike profiles are: evenness, directions and kinds, worked out by hand."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd
import pytest

from helpers.invented.profiles import profile_rows
from hiring.statistics.profiles.agreed import Profile, profiles_of
from hiring.statistics.profiles.alike import alikeness


def profiles(weights: Mapping[str, Mapping[str, float]]) -> tuple[Profile, ...]:
    return profiles_of(
        pd.concat([profile_rows(role, of_role) for role, of_role in weights.items()], ignore_index=True)
    )


def test_equal_weights_are_even_and_one_that_weighs_most_is_not() -> None:
    found = alikeness(
        profiles({"Even": {"a": 1, "b": 1, "c": 1, "d": 1}, "Sharp": {"a": 7, "b": 1, "c": 1, "d": 1}})
    )
    assert found.evenness["Even"] == pytest.approx(1.0)
    entropy = -(0.7 * math.log(0.7) + 3 * 0.1 * math.log(0.1))
    assert found.evenness["Sharp"] == pytest.approx(math.exp(entropy) / 4)
    assert found.even_roles == ("Even",)


def test_two_of_eight_that_weigh_double_stand_out_and_one_does_not() -> None:
    names = "abcdefgh"
    two = {name: 2 if name in "ab" else 1 for name in names}
    one = {name: 2 if name == "a" else 1 for name in names}
    found = alikeness(profiles({"Two": two, "One": one}))
    assert found.even_roles == ("One",)


def test_profiles_that_differ_only_in_size_point_the_same_way() -> None:
    found = alikeness(profiles({"A": {"a": 5, "b": 3, "c": 1}, "B": {"a": 4, "b": 3, "c": 2}}))
    assert found.pair("A", "B") == pytest.approx(1.0)
    assert found.are_alike
    assert found.kinds == pytest.approx(1.0)
    assert found.is_all_encompassing


def test_opposite_profiles_are_not_alike_though_all_weights_are_above_zero() -> None:
    found = alikeness(profiles({"A": {"a": 5, "b": 3, "c": 1}, "B": {"a": 1, "b": 3, "c": 5}}))
    assert found.pair("A", "B") == pytest.approx(-1.0)
    assert not found.is_all_encompassing


def test_as_many_kinds_as_roles_where_profiles_have_nothing_in_common() -> None:
    corners = {
        "A": {"a": 3, "b": 3, "c": 1, "d": 1},
        "B": {"a": 3, "b": 1, "c": 3, "d": 1},
        "C": {"a": 3, "b": 1, "c": 1, "d": 3},
    }
    found = alikeness(profiles(corners))
    assert found.mean_alike == pytest.approx(0.0, abs=1e-12)
    assert found.kinds == pytest.approx(3.0)
    assert not found.are_few_kinds


def test_five_roles_of_two_kinds_are_few_kinds() -> None:
    one, other = {"a": 5, "b": 3, "c": 1}, {"a": 1, "b": 3, "c": 5}
    found = alikeness(profiles({"A": one, "B": one, "C": one, "D": other, "E": other}))
    assert found.kinds < 2.5
    assert found.are_few_kinds


def test_two_flat_profiles_are_alike_and_a_flat_one_is_like_no_other() -> None:
    flat = {"a": 1, "b": 1, "c": 1}
    found = alikeness(profiles({"A": flat, "B": flat, "C": {"a": 5, "b": 3, "c": 1}}))
    assert found.pair("A", "B") == 1.0
    assert found.pair("A", "C") == 0.0


def test_a_competency_only_one_profile_names_weighs_nothing_in_the_other() -> None:
    found = alikeness(profiles({"A": {"a": 1, "b": 1}, "B": {"c": 1, "d": 1}}))
    assert found.pair("A", "B") == pytest.approx(-1.0)
    assert found.evenness == {}  # of two competencies evenness says nothing


def test_one_role_is_not_compared() -> None:
    found = alikeness(profiles({"A": {"a": 5, "b": 3, "c": 1}}))
    assert found.mean_alike is None
    assert found.pair("A", "B") is None
    assert not found.is_all_encompassing


def test_without_weights_nothing_is_said() -> None:
    found = alikeness(profiles({"A": {"a": 0, "b": 0, "c": 0}}))
    assert found.roles == ()
    assert found.kinds == 0
    assert not found.is_all_encompassing
    assert not alikeness(()).is_all_encompassing

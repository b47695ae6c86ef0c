"""Agreed weights beside what the hires show: which flags go up, and which stay down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import pytest

from helpers.invented.profiles import company, profile_rows, ratings_frame
from hiring.statistics.profiles.agreed import Profile, profiles_of
from hiring.statistics.profiles.compared import Flag, RoleView, Size, is_heavy, is_light, role_view, roles_of
from hiring.statistics.profiles.evidence import Evidence, Slope, State, evidence
from hiring.statistics.verdicts import Label


def profile(weights: Mapping[str, float], role: str = "Field", must: str = "") -> Profile:
    rows = profile_rows(role, weights)
    (found,) = profiles_of(rows.assign(is_must_have=rows["competency"] == must))
    return found


def slope(name: str, above: float, estimate: float = 0.1, label: Label = Label.CANNOT_TELL, **given) -> Slope:
    low, high = (0.02, 0.3) if label is Label.CLEAR else (-0.1, 0.3)
    made = Slope("Field", name, 80, estimate, low, high, 0.8, above, estimate, label, State.TOLD)
    return replace(made, **given)


def view(weights: Mapping[str, float], *slopes: Slope, must: str = "") -> RoleView:
    found = Evidence(slopes, {"Field": 80}, competencies=tuple(one.competency for one in slopes))
    return role_view("Field", (profile(weights, must=must),), found)


WEIGHTS = {"a": 30, "b": 20, "c": 15, "d": 15, "e": 12, "f": 8}


def test_a_heavy_weight_that_hardly_goes_with_results_is_over_weighted() -> None:
    found = view(WEIGHTS, slope("a", 0.05), slope("b", 0.5), slope("f", 0.05))
    assert [line.competency for line in found.flagged(Flag.OVER_WEIGHTED)] == ["a"]


def test_a_light_weight_that_surely_goes_with_results_is_under_weighted() -> None:
    found = view(WEIGHTS, slope("a", 0.95), slope("e", 0.95), slope("f", 0.85))
    assert [line.competency for line in found.flagged(Flag.UNDER_WEIGHTED)] == ["e"]


def test_what_is_rated_and_surely_goes_with_results_but_is_not_wanted_is_missing() -> None:
    found = view(WEIGHTS, slope("x", 0.95), slope("y", 0.5))
    assert [line.competency for line in found.lines[-2:]] == ["x", "y"]
    assert [line.flags for line in found.lines[-2:]] == [(Flag.MISSING,), (Flag.NOT_IN_PROFILE,)]
    assert found.lines[-1].weight == 0


def test_a_must_have_is_flagged_only_where_it_tells_less_than_the_others() -> None:
    for label in (Label.CLEAR, Label.LEANING, Label.CANNOT_TELL):
        found = view(WEIGHTS, slope("a", 0.5, label=label), must="a")
        assert not found.flagged(Flag.MUST_HAVE_BELOW)
    down = view(WEIGHTS, slope("a", 0.05, -0.2, Label.LEANING, low=-0.4, high=0.01), must="a")
    assert down.lines[0].flags == (Flag.OVER_WEIGHTED, Flag.MUST_HAVE_BELOW)


def test_without_evidence_there_is_no_flag_at_all() -> None:
    small = slope("a", 0.01, label=Label.TOO_FEW, state=State.TOO_FEW)
    alike = slope("f", float("nan"), label=Label.TOO_FEW, state=State.RATED_ALIKE)
    found = view(WEIGHTS, small, alike, slope("b", 0.5), must="a")
    assert [line.flags for line in found.lines if line.competency in "abf"] == [(), (), ()]


def test_a_competency_never_rated_is_flagged_once_there_are_ratings_of_others() -> None:
    found = view({"a": 1, "b": 1}, slope("a", 0.5))
    never = found.lines[1]
    assert (never.competency, never.flags, never.state) == ("b", (Flag.NEVER_RATED,), State.NEVER_RATED)
    assert not never.is_supported
    silent = view({"a": 1, "b": 1})
    assert [line.flags for line in silent.lines] == [(), ()]


def test_of_equal_weights_none_is_heavy_and_none_light() -> None:
    even = profile({"a": 1, "b": 1, "c": 1, "d": 1}).current
    assert not any(is_heavy(one, even) or is_light(one, even) for one in even.wanted)
    zero = profile({"a": 0, "b": 0}).current
    assert not any(is_heavy(one, zero) or is_light(one, zero) for one in zero.wanted)


def test_the_heaviest_three_are_heavy_and_the_bottom_third_is_light() -> None:
    version = profile(WEIGHTS).current
    assert [one.competency for one in version.wanted if is_heavy(one, version)] == ["a", "b"]  # c ties with d
    assert [one.competency for one in version.wanted if is_light(one, version)] == ["e", "f"]


def test_a_role_without_a_profile_shows_its_evidence_without_flags() -> None:
    found = role_view("Field", (), Evidence((slope("a", 0.95),), {"Field": 80}, competencies=("a",)))
    assert found.profile is None
    assert [(line.competency, line.wanted, line.flags) for line in found.lines] == [("a", None, ())]


def test_a_profile_without_hires_shows_what_was_agreed() -> None:
    found = role_view("Field", (profile(WEIGHTS),), Evidence((), {}))
    assert found.size == Size(0, 0)
    assert [line.slope for line in found.lines] == [None] * 6


def test_roles_stand_by_number_of_hires_and_one_with_a_profile_only_comes_last() -> None:
    profiles = (profile(WEIGHTS, "New"), profile(WEIGHTS, "Field"))
    assert roles_of(profiles, Evidence((), {"Field": 5, "Inside": 9})) == ("Inside", "Field", "New")


def test_the_whole_way_from_ratings_to_flags() -> None:
    frames = company({"Field": [0.9, 0.0, 0.0, 0.0], "Inside": [0.9, 0.0, 0.0, 0.0]}, 100)
    rows = profile_rows("Field", {"Listening": 70, "Discovery": 20, "Planning": 10, "Charm": 1})
    found = role_view("Field", profiles_of(rows), evidence(*frames))
    flags = {line.competency: line.flags for line in found.lines}
    assert Flag.MISSING in flags["Closing"]
    assert flags["Charm"] == (Flag.NEVER_RATED,)
    assert [line.competency for line in found.supported] == ["Closing"]
    assert sum(line.weight for line in found.lines) == pytest.approx(1.0)
    silent = role_view("Field", profiles_of(rows), evidence(frames[0], ratings_frame([])))
    assert {line.flags for line in silent.lines} == {()}


def test_a_frame_of_no_profiles_is_no_profile() -> None:
    empty = profile_rows("Field", {"a": 1}).head(0)
    assert isinstance(empty, pd.DataFrame)
    assert role_view("Field", profiles_of(empty), Evidence((), {"Field": 3})).profile is None

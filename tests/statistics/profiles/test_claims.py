"""Rows of one shape with the other kinds of evidence, each with a next step that names no person."""

from __future__ import annotations

import math

from helpers.invented.profiles import company, profile_rows
from hiring.statistics.profiles.agreed import profiles_of
from hiring.statistics.profiles.claims import claims
from hiring.statistics.profiles.evidence import evidence
from hiring.statistics.verdicts import Label

KEYS = ["who", "names", "n", "estimate", "low", "high", "probability", "label", "next_step"]
STRONG = {"Field": [0.8, 0.0, 0.0, 0.0], "Inside": [0.7, 0.0, 0.0, -0.7], "New": [0.7, 0, 0, 0]}


def test_rows_have_one_shape_and_the_surest_comes_first() -> None:
    found = evidence(*company(STRONG, {"Field": 90, "Inside": 90, "New": 20}))
    rows = claims(found)
    assert found.roles_differ
    assert len(rows) == 1 + 4 + 12
    assert ["All roles", "Ratings as a whole"] in [row["who"] for row in rows]
    assert all(list(row) == KEYS for row in rows)
    assert rows[0]["label"] == "Clear"
    labels = [list(Label).index(Label(row["label"])) for row in rows]
    assert labels == sorted(labels)
    assert all(
        math.isfinite(row[name]) for row in rows for name in ("estimate", "low", "high", "probability")
    )
    assert {row["who"][0] for row in rows if row["label"] == "Too few hires"} == {"New"}
    assert rows[0]["who"] == rows[0]["names"]


def test_every_row_says_what_to_do_next() -> None:
    profile = profile_rows("Field", {"Listening": 60, "Discovery": 30, "Planning": 10})
    found = evidence(*company(STRONG, {"Field": 90, "Inside": 90, "New": 20}))
    steps = {tuple(row["who"]): row["next_step"] for row in claims(found, profiles_of(profile))}
    assert all(steps.values())
    assert "into the profile" in steps["Field", "Closing"]
    assert steps["New", "Closing"].startswith("Wait for 40 more rated hires")
    assert "less than the others" in steps["Inside", "Planning"]
    assert "Keep asking" in steps["Inside", "Closing"]
    assert "for it" not in steps["All roles", "Ratings as a whole"]


def test_where_roles_do_not_differ_no_row_is_of_a_role() -> None:
    same = {"Field": [0.8, 0.0, 0.0, 0.0], "Inside": [0.8, 0.0, 0.0, 0.0]}
    found = evidence(*company(same, 90))
    rows = claims(found)
    assert not found.roles_differ
    assert {row["who"][0] for row in rows} == {"All roles"}
    assert len(rows) == 1 + 4
    assert rows[0]["label"] == "Clear"
    assert [found.slope(role, "Closing").estimate for role in same] == [  # type: ignore[union-attr]
        next(one.estimate for one in found.across if one.competency == "Closing")
    ] * 2


def test_where_nothing_could_be_fitted_there_is_no_row() -> None:
    assert claims(evidence(*company(STRONG, 30))) == []

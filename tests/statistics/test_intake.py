"""Times to fill by changes, hires beside expected, raters before and after a version, who moved: by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hiring.statistics import intake
from hiring.statistics.ratings.scorecards import Rated


def openings(*rows: tuple[int, int, bool]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["count_changes", "days_open", "is_filled"])


def test_openings_are_grouped_by_how_often_they_changed_and_open_ones_wait() -> None:
    found = intake.by_changes(
        openings((0, 10, True), (0, 20, True), (0, 30, False), (1, 40, True), (3, 50, True), (5, 70, False))
    )
    assert found["changes"].tolist() == ["Never changed", "Changed once", "Changed three times or more"]
    assert found["n"].tolist() == [3, 1, 2]
    assert found["count_filled"].tolist() == [2, 1, 1]
    assert found["days"].tolist()[:2] == [20, 40]  # of three, two by day 20: half are filled there


def test_a_median_that_is_not_reached_is_none() -> None:
    found = intake.time_to_fill(openings((0, 10, True), (0, 20, False), (0, 30, False)))
    assert found.time is None


def test_hires_of_changed_openings_stand_beside_what_was_expected_of_them() -> None:
    key = {"hire_date": pd.Timestamp("2024-01-01")}
    hires = pd.DataFrame(
        [{"employee_id": who, **key, "count_changes": n} for who, n in zip("ABCD", (0, 0, 1, 2), strict=True)]
    )
    told = [("A", True, 0.2), ("B", False, 0.3), ("C", True, 0.25), ("D", None, 0.9)]
    known = pd.DataFrame(
        [{"employee_id": w, **key, "is_high_performer": h, "baseline": b} for w, h, b in told]
    )
    found = intake.outcomes(hires, known)
    assert found["is_changed"].tolist() == [False, True]
    assert found["n"].tolist() == [2, 1]  # who has no full first year is not judged
    assert found["count"].tolist() == [1, 1]
    assert found["expected"].tolist() == [0.5, 0.25]


def cards(*rows: tuple[str, str, str, float]) -> Rated:
    frame = pd.DataFrame(rows, columns=["application_id", "interviewer_id", "scheduled_for", "score"])
    frame["scheduled_for"] = pd.to_datetime(frame["scheduled_for"])
    frame["role_profile"] = "Desk"
    scores = pd.DataFrame({"card": frame.index, "competency": "Discovery", "score": frame["score"]})
    return Rated(frame, scores, 1.0, 5.0, True, 0)


VERSIONS = pd.DataFrame(
    [
        ("Desk", "1", "2023-01-01", False),
        ("Desk", "2", "2024-01-01", False),
        ("Desk", "3", "2025-01-01", True),
    ],
    columns=["role_profile", "version", "effective_on", "is_current"],
)


def test_raters_of_one_candidate_are_compared_within_a_version() -> None:
    rated = cards(
        ("A1", "X", "2024-02-01", 3), ("A1", "Y", "2024-02-02", 5), ("A1", "Z", "2024-02-03", 4),
        ("A2", "X", "2024-03-01", 3), ("A2", "Y", "2024-03-02", 3),
        ("A3", "X", "2025-01-01", 2), ("A3", "Y", "2025-01-02", 3),
        ("A4", "X", "2023-06-01", 1), ("A4", "Y", "2023-06-02", 5),  # two versions ago
        ("A5", "X", "2024-12-31", 1), ("A5", "Y", "2025-01-01", 5),  # on both sides of the change
        ("A6", "X", "2025-02-01", 1),  # met by one
    )  # fmt: skip
    [row] = intake.room(rated, VERSIONS).to_dict("records")
    assert row["competency"] == "Discovery"
    assert (row["n_before"], row["n_after"]) == (2, 1)
    assert row["before"] == pytest.approx(((2 + 1 + 1) / 3 + 0) / 2)
    assert row["after"] == pytest.approx(1)


def test_mean_gap_of_all_pairs_is_that_of_numpy() -> None:
    random = np.random.default_rng(7)
    scores = random.integers(1, 6, 6).astype(float)
    rated = cards(
        *[("A1", f"I{index}", "2024-02-01", score) for index, score in enumerate(scores)],
        ("A2", "X", "2025-02-01", 3),
        ("A2", "Y", "2025-02-01", 3),
    )
    [row] = intake.room(rated, VERSIONS).to_dict("records")
    pairs = np.abs(scores[:, None] - scores[None, :])[np.triu_indices(6, 1)]
    assert row["before"] == pytest.approx(pairs.mean())


def test_a_role_with_one_version_has_no_before() -> None:
    rated = cards(("A1", "X", "2025-02-01", 3), ("A1", "Y", "2025-02-02", 5))
    assert intake.room(rated, VERSIONS.iloc[2:]).empty


def test_movers_are_held_against_the_outsiders_of_their_own_role() -> None:
    rows = [("Desk", False, True)] * 3 + [("Desk", False, False)] + [("Field", False, False)] * 2
    rows += [
        ("Desk", True, True),
        ("Desk", True, False),
        ("Field", True, True),
        ("Nobody's", True, True),
        ("Own", False, True),
    ]
    begun = pd.DataFrame(rows, columns=["role_profile", "is_internal", "met_bar"]).assign(is_still_there=True)
    found = intake.within(begun)
    assert found["is_internal"].tolist() == [False, True]
    assert found["n"].tolist() == [6, 3]  # nobody came from outside into the fourth mover's role
    assert found["count_met"].tolist() == [3, 2]
    assert found["expected"].tolist()[1] == pytest.approx(2 * 0.75)
    assert found["count_there"].tolist() == [6, 3]


def test_where_nobody_moved_within_there_is_nothing_to_expect() -> None:
    begun = pd.DataFrame(
        {"role_profile": ["Desk"] * 3, "is_internal": False, "met_bar": True, "is_still_there": True}
    )
    found = intake.within(begun)
    assert found[["n", "count_met", "expected"]].to_numpy().tolist() == [[0, 0, 0.0], [0, 0, 0.0]]

"""What managers say of their hires, of frames worked out by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.findings.outcomes import reviews
from hiring.statistics.rates import wilson


def said(
    role: str, again: int, not_again: int, *, silent: int = 0, score: float = 4.0, managers: int = 1000
) -> pd.DataFrame:
    """So many a manager would hire again, or not, or of whom nobody was asked; each with a manager of their own."""
    n = again + not_again + silent
    return pd.DataFrame(
        {
            "role_profile": role,
            "has_review": [True] * (again + not_again) + [False] * silent,
            "reviewer_id": [f"{role}{place % managers}" for place in range(again + not_again)]
            + [None] * silent,
            "score_of_five": [score] * (again + not_again) + [None] * silent,
            "would_hire_again": pd.array(
                [True] * again + [False] * not_again + [None] * silent, dtype=object
            ),
            "is_old_enough": [True] * n,
        }
    )


def test_roles_are_compared_the_highest_first_with_range_and_n() -> None:
    found = reviews.by_role(pd.concat([said("Desk", 20, 20), said("Field", 30, 10), said("New", 3, 1)]))
    rows = found.marks.rows
    assert rows["name"].tolist() == ["Field", "Desk", "New"]
    assert rows["n"].tolist() == [40, 40, 4]
    assert rows["estimate"].tolist()[:2] == pytest.approx([0.75, 0.5])
    assert rows["low"].iloc[0] == pytest.approx(wilson(30, 40).low)
    assert rows["verdict"].tolist() == ["Leaning", "Leaning", "Too few hires"]
    assert found.lead == "Managers would hire 63\u202f% again; no role stands out"
    assert "New" not in found.alt


def test_a_role_that_stands_out_is_named() -> None:
    found = reviews.by_role(pd.concat([said("Desk", 55, 5), said("Field", 20, 40)]))
    assert found.lead == (
        "Desk hires would be taken again more often than the others; "
        "Field hires would be taken again less often than the others"
    )
    assert found.label == "Clear"


def test_where_each_role_has_one_manager_nothing_stands_out() -> None:
    one_each = pd.concat([said("Desk", 55, 5, managers=1), said("Field", 20, 40, managers=1)])
    found = reviews.by_role(one_each)
    assert set(found.marks.rows["verdict"]) == {"Can't tell"}
    assert found.marks.rows["n"].tolist() == [60, 60]


def test_the_note_holds_the_mean_score_and_how_many_were_reviewed() -> None:
    frame = pd.concat([said("Desk", 20, 20, score=3.0), said("Field", 30, 10, silent=20, score=5.0)])
    assert reviews.by_role(frame).note.startswith(
        "Mean score 4.0 of five (likely 3.8–4.2, 80 reviews). Reviewed: 80\u202f% (71–87) of 100 hires who were a year "
        "or more in the role. It is one manager's view, closer to mood than to sales"
    )


def test_a_review_without_an_answer_counts_for_the_score_and_the_response_alone() -> None:
    frame = said("Desk", 12, 0).assign(would_hire_again=None)
    found = reviews.by_role(frame)
    assert not found.is_drawn
    assert found.lead == reviews.NOT_KNOWN
    assert "Mean score 4.0 of five" in found.note


def test_fewer_than_five_are_told_of_in_no_word() -> None:
    found = reviews.by_role(said("Desk", 3, 1))
    assert not found.is_drawn
    assert found.note == reviews.CAVEAT
    assert not reviews.is_any(said("Desk", 0, 0, silent=4))


def test_one_role_alone_is_told_and_compared_with_nobody() -> None:
    found = reviews.by_role(said("Desk", 20, 20))
    assert found.lead == "Managers would hire 50\u202f% again"
    assert found.is_drawn

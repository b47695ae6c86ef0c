"""What scorecards rate of what the profile asks for, on invented rows."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.statistics.ratings import candour
from hiring.statistics.ratings.candour import COVERED, WHOLE_SCALE, WORDS, Known
from hiring.statistics.ratings.coverage import NO_PROFILES, Coverage, coverage
from hiring.statistics.ratings.not_known import NO_INTERVIEWS, NO_RATINGS, NO_SUBMITTED, NotKnown
from hiring.statistics.ratings.spread import Spread

PROFILES = pd.DataFrame(
    [
        ("Inside", "1", "2024-01-01", "Discovery"),
        ("Inside", "1", "2024-01-01", "Coaching"),
        ("Inside", "2", "2024-03-01", "Discovery"),
        ("Inside", "2", "2024-03-01", "Grit"),
    ],
    columns=["role_profile", "version", "effective_on", "competency"],
).assign(effective_on=lambda frame: pd.to_datetime(frame["effective_on"]))
CARDS = pd.DataFrame(
    [
        ("I1", "H1", "A1", "HR", "screen", "2024-02-29 09:00", "2024-02-29", True),
        ("I2", "S1", "A1", "Sales", "first", "2024-03-01 09:00", "2024-03-01", False),
        ("I3", "S2", "A2", "Sales", "first", "2024-04-01 09:00", "2024-04-02", True),
        ("I4", "S2", "A3", "Sales", "first", "2024-04-01 11:00", None, False),
        ("I5", "S1", "A3", "Sales", "first", "2023-12-31 11:00", "2024-01-02", False),
    ],
    columns=[
        *("interview_id", "interviewer_id", "application_id", "department", "stage", "scheduled_for"),
        *("submitted_on", "has_words"),
    ],
).assign(role_profile="Inside", candidate_id=None)
RATINGS = pd.DataFrame(
    {
        "interview_id": ["I1", "I2", "I3", "I3"],
        "competency": ["Discovery", "Coaching", "Discovery", "Charm"],
    }
)


def told() -> Coverage:
    found = coverage(CARDS, RATINGS, PROFILES)
    assert isinstance(found, Coverage)
    return found


def test_what_is_asked_is_the_version_in_force_on_the_day_of_the_interview() -> None:
    # I1: Discovery of Discovery and Coaching. I2 falls under version 2, which asks for no Coaching: none of two.
    rows = told().by_department.set_index("department")
    assert rows.loc["HR", ["count_cards", "count_asked", "count_rated", "rate"]].tolist() == [1, 2, 1, 0.5]
    assert rows.loc["Sales", ["count_cards", "count_asked", "count_rated", "rate"]].tolist() == [
        2,
        4,
        1,
        0.25,
    ]
    assert rows.loc["Sales", "count_people"] == 2


def test_a_scorecard_that_never_came_or_is_of_a_day_without_a_profile_is_left_out() -> None:
    assert told().by_stage["count_cards"].sum() == 3
    assert told().count_without == 1


def test_a_competency_is_rated_for_a_candidate_if_anybody_scored_it_and_the_least_rated_comes_first() -> None:
    rows = told().by_competency
    assert rows["competency"].tolist() == ["Coaching", "Grit", "Discovery"]
    counts = rows.set_index("competency")[["count_candidates", "count_rated"]]
    # Of two candidates only the first has a scorecard of either side; where nobody has both, all count.
    assert counts.loc["Discovery"].tolist() == [1, 1]
    assert counts.loc["Grit"].tolist() == [1, 0]
    of_one = coverage(CARDS.assign(department="HR"), RATINGS, PROFILES)
    assert not isinstance(of_one, NotKnown)
    all_count = of_one.by_competency.set_index("competency")[["count_candidates", "count_rated"]]
    assert all_count.loc["Discovery"].tolist() == [2, 2]
    assert rows.set_index("competency").loc["Discovery", "Sales"] == pytest.approx(0.5)


def test_what_cannot_be_known_says_which_file_it_needs() -> None:
    assert coverage(CARDS.iloc[:0], RATINGS, PROFILES) is NO_INTERVIEWS
    assert coverage(CARDS, RATINGS.iloc[:0], PROFILES) is NO_RATINGS
    assert coverage(CARDS, RATINGS, PROFILES.iloc[:0]) is NO_PROFILES
    silent = CARDS.assign(submitted_on=None)
    assert coverage(silent, RATINGS.assign(interview_id="elsewhere"), PROFILES) is NO_SUBMITTED


def shares(cards: pd.DataFrame = CARDS) -> pd.DataFrame:
    people = pd.DataFrame(
        {
            "department": ["HR", "Sales", "Sales", "Sales"],
            "count_scorecards": [9, 8, 8, 7],
            "count_grades": [5, 5, 4, 5],
        }
    )
    nothing = NotKnown("", "", "")
    known = Known(nothing, nothing, Spread(people, 1.0, 2.0), told(), 5)
    return candour.shares(cards, known).set_index(["card", "department"])


def test_each_side_has_its_shares_with_counts() -> None:
    found = shares()
    assert found.loc[(WORDS, "HR"), ["count", "n"]].tolist() == [1, 1]
    assert found.loc[(WORDS, "Sales"), ["count", "n"]].tolist() == [1, 3]
    # One of two with eight scorecards; who has seven is not asked.
    assert found.loc[(WHOLE_SCALE, "Sales"), ["count", "n", "rate"]].tolist() == [1, 2, 0.5]
    assert found.loc[(COVERED, "Sales"), ["count", "n", "rate"]].tolist() == [1, 4, 0.25]


def test_where_no_scorecard_has_words_the_file_has_none_and_nothing_is_said() -> None:
    assert WORDS not in shares(CARDS.assign(has_words=False)).index.get_level_values("card")

"""Panel means as z over all candidates, with lenient interviewers brought level."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from helpers.invented.profiles import ratings_frame
from hiring.statistics.profiles.panel_means import of_hires, panel_means


def score(
    application: str, interviewer: str, value: float, employee: str | None = None, name: str = "Closing"
):
    return {
        "application_id": application,
        "interviewer_id": interviewer,
        "competency": name,
        "score": value,
        "employee_id": employee,
    }


def test_a_hire_stands_where_all_candidates_put_them_not_only_the_hired() -> None:
    rows = [score("A1", "I", 5, "E1"), score("A2", "I", 4, "E2"), score("A3", "I", 3), score("A4", "I", 2)]
    found = panel_means(ratings_frame(rows))
    spread = np.std([5, 4, 3, 2], ddof=1)
    assert list(found.frame["Closing"]) == pytest.approx([1.5 / spread, 0.5 / spread])
    assert found.count_candidates == 4


def test_a_panel_counts_as_its_mean_and_leniency_is_taken_off() -> None:
    rows = [
        score("A1", "Kind", 5, "E1"),
        score("A1", "Level", 4, "E1"),
        score("A2", "Level", 4, "E2"),
        score("A3", "Level", 2),
    ]
    plain = panel_means(ratings_frame(rows)).frame.set_index("employee_id")["Closing"]
    assert plain["E1"] > plain["E2"]
    level = panel_means(ratings_frame(rows), {"Kind": 1.0}).frame.set_index("employee_id")["Closing"]
    assert level["E1"] == pytest.approx(level["E2"])


def test_a_competency_in_which_everybody_got_the_same_is_set_apart() -> None:
    rows = [score(f"A{n}", "I", 3, f"E{n}") for n in range(4)]
    rows += [score(f"A{n}", "I", n, f"E{n}", "Planning") for n in range(4)]
    found = panel_means(ratings_frame(rows))
    assert found.rated_alike == ("Closing",)
    assert found.differing == ("Planning",)


def test_one_candidate_alone_tells_of_nothing() -> None:
    assert panel_means(ratings_frame([score("A1", "I", 3, "E1")])).rated_alike == ("Closing",)


def test_two_spellings_are_one_competency_under_the_commoner() -> None:
    rows = [score("A1", "I", 3, "E1", "closing "), score("A1", "J", 5, "E1"), score("A2", "I", 2, "E2")]
    found = panel_means(ratings_frame(rows))
    assert found.competencies == ("Closing",)
    assert len(found.frame) == 2


def test_no_ratings_are_no_competencies() -> None:
    found = panel_means(ratings_frame([]))
    assert found.competencies == ()
    assert found.count_candidates == 0


def test_hires_are_found_by_spell_and_gaps_stay_gaps() -> None:
    days = pd.to_datetime(["2024-01-01", "2025-01-01"])
    rows = [score(f"A{n}", "I", n, "E1") | {"hire_date": days[n]} for n in (0, 1)]
    rows += [score("A2", "I", 4)]
    found = panel_means(ratings_frame(rows))
    outcomes = pd.DataFrame({"employee_id": ["E1", "E1", "E9"], "hire_date": [days[1], days[0], days[0]]})
    values, known = of_hires(found, outcomes)
    assert values[0, 0] > values[1, 0]
    assert known[:, 0].tolist() == [True, True, False]
    assert np.isnan(values[2, 0])

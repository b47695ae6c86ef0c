"""HR and Sales competency by competency: judged together, told in words, one number with its range."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest

from benchmarks.scorecards import Invented, invented
from hiring.findings.alignment import departments
from hiring.statistics.rates import Interval
from hiring.statistics.ratings.departments import department_agreement
from hiring.statistics.ratings.not_known import NotKnown
from hiring.statistics.ratings.scorecards import rated
from hiring.statistics.verdicts import Finding


@cache
def company() -> Invented:
    return invented(4, hires=300, share=0.25, interviewers=20)


@pytest.mark.parametrize(
    ("value", "far"),
    [
        (-0.1, "no more than chance would"),
        (0.1, "hardly more than chance would"),
        (0.3, "about a third of the way from chance to full"),
        (0.51, "about half of the way from chance to full"),
        (0.7, "about two thirds of the way from chance to full"),
        (0.9, "nearly in full"),
    ],
)
def test_how_far_two_agree_is_said_in_a_plain_sentence(value: float, far: str) -> None:
    assert departments.how_far(value) == far


def test_agreement_on_ratings_and_on_recommendations_stands_with_its_own_number() -> None:
    made = department_agreement(rated(company().scorecards, company().ratings))
    assert not isinstance(made, NotKnown)
    both = replace(made, alpha=Interval(0.62, 0.6, 0.64, 2354), kappa=Interval(0.08, 0.04, 0.12, 2612))
    assert departments.agreed(both) == (
        "On their mean ratings of a candidate HR and Sales agree about two thirds of the way from chance to full "
        "(0.62 of 1; "
        "2,354 candidates); on whether to hire, hardly more than chance would (0.08 of 1; 2,612 candidates)."
    )
    assert departments.agreed(replace(both, kappa=None)).endswith("(0.62 of 1; 2,354 candidates).")


def test_gaps_between_departments_are_judged_together_and_lead_over_kappa() -> None:
    made = company()
    shifted = made.ratings.merge(made.scorecards[["interview_id", "department"]], on="interview_id")
    hard = shifted.assign(
        competency="Assertiveness",
        score=shifted["score"] + np.where(shifted["department"] == "Sales", 1.5, 0.0),
    )
    both = pd.concat([shifted, hard], ignore_index=True).drop(columns="department")
    agreement = department_agreement(rated(made.scorecards, both))
    assert not isinstance(agreement, NotKnown)
    found = departments.gaps_exhibit(agreement)
    assert found.lead == "2 of the 2 both rate clearly differ: Sales rates assertiveness higher, HR discovery"
    assert found.note.startswith("Bold and filled: clear. Hollow: leaning, luck could explain it.")
    tiles = departments.gap_numbers(agreement)
    assert [(one.title(), one.note.split(" · ")[0]) for one in tiles] == [
        ("Sales clearly higher", "assertiveness"),
        ("HR clearly higher", "discovery, a small gap"),
    ]
    by_hand = agreement.competencies.set_index("competency").loc["Assertiveness"]
    assert tiles[0].value == f"{-by_hand['difference']:.2f} points"
    assert tiles[0].note.endswith(f"{by_hand['count_candidates']:,.0f} candidates")
    first = found.marks.rows.iloc[0]
    assert (first["name"], first["verdict"], first["side"]) == ("Assertiveness", "Clear", "Sales")
    assert first["estimate"] < -1
    assert [about for about, _said in departments.agreement_sentences(agreement)][:2] == [
        "On average",
        "For one candidate",
    ]
    assert departments.agreed(agreement).startswith(
        "On their mean ratings of a candidate HR and Sales agree "
    )
    assert departments.agreement_sentences(agreement)[-1][0] == "Recommendations"


def judged(*rows: tuple[str, float, int]) -> list[Finding]:
    """Gaps with a range of 0.05 to either side, over so many candidates."""
    frame = pd.DataFrame(rows, columns=["competency", "difference", "count_candidates"])
    return departments._judged(frame.assign(low=frame["difference"] - 0.05, high=frame["difference"] + 0.05))


def test_the_lead_names_the_widest_clear_gap_either_way_and_counts_only_what_is_shown() -> None:
    both = (
        ("Assertiveness", -0.46, 900),
        ("Drive", -0.3, 400),
        ("Communication", 0.2, 900),
        ("Tact", 0.0, 80),
    )
    assert departments._title(judged(*both)) == (
        "3 of the 4 both rate clearly differ: Sales rates assertiveness higher, HR communication"
    )
    few = (("Assertiveness", -0.46, 82), ("Coaching", 0.01, 37), ("Tact", 0.0, 33), ("Drive", -0.5, 5))
    assert departments._title(judged(*few)) == (
        "HR and Sales clearly differ on 1 of the 3 both rate: Sales rates assertiveness higher"
    )
    long = departments._title(judged(("X" * 80, -0.46, 900), ("Tact", 0.0, 80)))
    assert long == "HR and Sales clearly differ on 1 of the 2 competencies both rate"
    assert departments._title(judged(("Tact", 0.9, 4))).startswith("On too few candidates")


def test_an_agreement_no_better_than_chance_has_no_number_to_read_aloud() -> None:
    made = department_agreement(rated(company().scorecards, company().ratings))
    assert not isinstance(made, NotKnown)
    by_chance = replace(made, kappa=Interval(-0.03, -0.1, 0.04, 86))
    assert departments.agreed(by_chance).endswith(
        "on whether to hire, no more than chance would (86 candidates)."
    )


def test_departments_that_agree_are_not_said_to_differ() -> None:
    alike = pd.DataFrame(
        {
            "competency": ["A", "B"],
            "count_candidates": [80, 90],
            "difference": [0.01, -0.02],
            "low": -0.2,
            "high": 0.2,
        }
    )
    findings = departments._judged(alike)
    made = department_agreement(rated(company().scorecards, company().ratings))
    assert not isinstance(made, NotKnown)
    assert departments.gap_numbers(replace(made, competencies=alike)) == ()
    assert (
        departments._title(findings) == "HR and Sales clearly differ on none of the 2 competencies both rate"
    )

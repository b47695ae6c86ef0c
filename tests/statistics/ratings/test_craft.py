"""Spread, load, calibration and the two departments: what is counted, and what is said where it cannot be."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from benchmarks.scorecards import Invented, invented
from hiring.statistics.ratings.calibration import Calibration, Seats, calibration, rising, seats
from hiring.statistics.ratings.departments import (
    DepartmentAgreement,
    department_agreement,
    interviewer_agreement,
)
from hiring.statistics.ratings.load import Load, load
from hiring.statistics.ratings.not_known import NO_INTERVIEWS, NotKnown, Standing, standing
from hiring.statistics.ratings.scorecards import Rated, rated
from hiring.statistics.ratings.spread import spread


def _rated(company: Invented) -> Rated:
    found = rated(company.scorecards, company.ratings)
    assert isinstance(found, Rated)
    return found


def _fair(company: Invented) -> pd.DataFrame:
    cards = _rated(company).cards
    return cards.assign(fair_rating=cards["rating"])


def test_who_gives_everybody_nearly_the_same_has_the_narrowest_spread() -> None:
    company = invented(1, hires=200, share=0.25)
    mine = (company.scorecards["interviewer_id"] == "I004").to_numpy()
    squeezed = company.ratings["score"].mask(mine, 3 + 0.3 * (company.ratings["score"] - 3))
    found = rated(company.scorecards, company.ratings.assign(score=squeezed))
    assert isinstance(found, Rated)
    told = spread(found)
    narrowest = told.interviewers.iloc[0]
    assert (narrowest["interviewer_id"], narrowest["label"]) == ("I004", "Clear")
    assert narrowest["raw"] < narrowest["spread"] < told.typical
    assert narrowest["low"] < 0.3 < narrowest["high"] + 0.1
    assert told.widest == 2.5  # some scores lie below one: the scale runs from none to five
    assert narrowest["share_of_scale"] == pytest.approx(narrowest["spread"] / 2.5)


def test_equal_spreads_are_told_apart_for_hardly_anybody() -> None:
    told = spread(_rated(invented(2, hires=300, share=0.25))).interviewers
    assert (told["label"] == "Clear").mean() <= 0.1
    assert ((told["low"] <= 1) & (told["high"] >= 1)).mean() >= 0.9


def test_scores_that_hang_together_in_a_card_count_as_one() -> None:
    held = []
    for seed in range(4):
        company = invented(seed, hires=100, share=0.5)
        copies = pd.concat([company.ratings.assign(competency=f"C{place}") for place in range(4)])
        found = rated(company.scorecards, copies)
        assert isinstance(found, Rated)
        told = spread(found).interviewers
        held.append(((told["low"] <= 1) & (told["high"] >= 1)).mean())
    assert np.mean(held) >= 0.9


def test_the_grades_given_are_counted_and_the_few_have_no_spread() -> None:
    cards = invented(2, hires=20, share=0.5, interviewers=3, panel=2).scorecards.iloc[:10]
    first = cards["interviewer_id"].iloc[0]
    scores = pd.DataFrame(
        {"interview_id": cards["interview_id"], "competency": "Discovery", "score": 3.0, "scale_max": 5.0}
    )
    told = spread(rated(cards, scores)).interviewers.set_index("interviewer_id").loc[first]
    assert (told["count_grades"], told["most_given"], told["most_given_share"]) == (1, 3.0, 1.0)
    assert pd.isna(told["spread"])
    assert told["label"] == "Too few"


def test_the_spread_of_each_is_that_of_their_own_scores_and_cards_alone() -> None:
    found = _rated(invented(3, hires=60, share=0.5))
    told = spread(found).interviewers.set_index("interviewer_id")
    assert len(told) > 2
    for who, own in found.scores.groupby("interviewer_id"):
        apart = own["score"] - own.groupby("competency")["score"].transform("mean")
        free = len(own) - own["competency"].nunique()
        row = told.loc[str(who)]
        assert (row["count_scorecards"], row["count_scores"]) == (own["card"].nunique(), len(own))
        assert row["raw"] == pytest.approx(np.sqrt((apart**2).sum() / free))


def test_of_two_grades_given_as_often_the_one_given_first_is_told() -> None:
    cards = invented(2, hires=20, share=0.5, interviewers=3, panel=2).scorecards
    own = cards[cards["interviewer_id"] == cards["interviewer_id"].iloc[0]].iloc[:4]
    scores = pd.DataFrame(
        {"interview_id": own["interview_id"], "competency": "Discovery", "scale_max": 5.0}
    ).assign(score=[4.0, 2.0, 2.0, 4.0])
    told = spread(rated(own, scores)).interviewers.iloc[0]
    assert (told["count_grades"], told["most_given"], told["most_given_share"]) == (2, 4.0, 0.5)


def _held(*rows: tuple[str, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["interviewer_id", "department", "scheduled_for"])
    return frame.assign(
        full_name=frame["interviewer_id"], scheduled_for=pd.to_datetime(frame["scheduled_for"])
    )


def test_load_counts_thirteen_weeks_back_from_the_day_of_the_data() -> None:
    found = load(
        _held(
            ("S", "Sales", "2024-04-01 09:00"),  # the first of the 91 days that end on 30 June
            ("S", "Sales", "2024-06-25 09:00"),
            ("S", "Sales", "2024-06-30 17:00"),
            ("S", "Sales", "2024-03-31 09:00"),
            ("H", "HR", "2024-06-25 09:00"),
        ),
        pd.Timestamp("2024-06-30"),
    )
    assert isinstance(found, Load)
    busiest = found.interviewers.iloc[0]
    assert (busiest["interviewer_id"], busiest["count_held"], busiest["count_recent"]) == ("S", 4, 3)
    assert busiest["a_week"] == pytest.approx(3 / 13)
    assert (busiest["busiest_week"], busiest["selling_hours"]) == (2, 4.5)
    assert found.interviewers.iloc[1]["selling_hours"] == 0
    assert (found.since, found.count_recent, found.selling_hours) == (pd.Timestamp("2024-04-01"), 4, 4.5)


def test_months_of_load_leave_out_one_that_is_not_over_and_count_none_as_none() -> None:
    rows = _held(
        ("S", "Sales", "2024-05-02 09:00"), ("H", "HR", "2024-04-02 09:00"), ("H", "HR", "2024-06-02 09:00")
    )
    found = load(rows, pd.Timestamp("2024-06-29"))
    assert isinstance(found, Load)
    told = [(m.month.month, m.department, m.count_held) for m in found.months.itertuples()]
    assert told == [(4, "HR", 1), (4, "Sales", 0), (5, "HR", 0), (5, "Sales", 1)]
    assert load(rows.iloc[:0], pd.Timestamp("2024-06-29")) == NO_INTERVIEWS


def test_five_bins_of_hires_rise_with_the_rating() -> None:
    company = invented(1, hires=400, share=0.6, validity=(0.6, 0.02))
    found = calibration(_fair(company), company.outcomes)
    assert isinstance(found, Calibration)
    assert found.bins["count_hires"].tolist() == [80] * 5
    assert found.bins["outcome"].iloc[-1] - found.bins["outcome"].iloc[0] > 0.8
    assert (np.diff(found.bins["rising"]) >= 0).all()
    assert found.slope.low > 0


@pytest.mark.parametrize(("hires", "bins"), [(39, 0), (40, 2), (65, 3), (100, 5), (400, 5)])
def test_a_bin_has_twenty_hires_at_least(hires: int, bins: int) -> None:
    company = invented(1, hires=hires, share=0.5)
    found = calibration(_fair(company), company.outcomes)
    if not bins:
        assert found == NotKnown(
            "39 hires were rated and can be judged; 40 are needed.",
            "",
            "Widen the hire period, or wait for more hires.",
        )
        return
    assert isinstance(found, Calibration)
    assert len(found.bins) == bins
    assert found.bins["count_hires"].min() >= 20


def test_hires_all_rated_the_same_cannot_be_put_in_bins() -> None:
    company = invented(1, hires=100, share=0.5)
    assert isinstance(calibration(_fair(company).assign(fair_rating=3.0), company.outcomes), NotKnown)


def test_values_that_fall_are_made_one_level() -> None:
    assert rising(np.array([1.0, 3.0, 2.0, 4.0]), np.array([1.0, 1.0, 3.0, 1.0])) == pytest.approx(
        [1, 2.25, 2.25, 4]
    )
    assert rising(np.array([3.0, 2.0, 1.0]), np.ones(3)) == pytest.approx([2, 2, 2])


def two_seats(seed: int, candidates: int, share: float) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One HR and one Sales rating a candidate, the best of their sum hired; slopes .17 and .34 in the whole."""
    random = np.random.default_rng(seed)
    quality = random.normal(size=candidates)
    hr = 0.27 * quality + np.sqrt(1 - 0.27**2) * random.normal(size=candidates)
    noise = np.sqrt(1 - 0.39**2) * random.normal(size=candidates)
    sales = 0.39 * quality + noise
    hired = hr + sales >= np.quantile(hr + sales, 1 - share)
    cards = pd.DataFrame(
        {
            "application_id": np.repeat([f"A{c}" for c in range(candidates)], 2),
            "employee_id": np.repeat([f"E{c}" if is_in else None for c, is_in in enumerate(hired)], 2),
            "hire_date": pd.Timestamp("2024-01-01"),
            "department": np.tile(["HR", "Sales"], candidates),
            "fair_rating": np.column_stack([hr, sales]).ravel(),
        }
    )
    chosen = np.flatnonzero(hired)
    outcomes = pd.DataFrame(
        {
            "employee_id": [f"E{c}" for c in chosen],
            "hire_date": pd.Timestamp("2024-01-01"),
            "score": quality[chosen],
        }
    )
    return cards, outcomes


def test_slopes_of_the_two_seats_stay_true_where_correlations_are_bent() -> None:
    found = [seats(*two_seats(seed, 1200, 0.25)) for seed in range(25)]
    assert all(isinstance(one, Seats) and one.count_hires == 300 for one in found)
    # In the whole: (.27 − .39 × .1053)/(1 − .1053²) and the like, with .27 × .39 between the two ratings.
    between = 0.27 * 0.39
    hr, sales = ((a - b * between) / (1 - between**2) for a, b in ((0.27, 0.39), (0.39, 0.27)))
    assert np.mean([one.hr.estimate for one in found]) == pytest.approx(hr, abs=0.04)
    assert np.mean([one.sales.estimate for one in found]) == pytest.approx(sales, abs=0.04)
    alone = np.sqrt(np.mean([one.hr_alone for one in found]))
    assert alone < hr / 2  # what a correlation among hires would make of HR
    assert np.mean([one.sales.low <= sales <= one.sales.high for one in found]) >= 0.85
    assert np.mean([one.added_by_sales for one in found]) > np.mean([one.added_by_hr for one in found]) > 0


def test_two_seats_need_both_departments_sixty_hires_and_ratings_that_differ() -> None:
    cards, outcomes = two_seats(1, 400, 0.25)
    assert seats(cards[cards["department"] == "HR"], outcomes) == NotKnown(
        "Nobody of Sales wrote a rating.", "", "Both departments must rate candidates."
    )
    few = seats(cards, outcomes.iloc[:59])
    assert isinstance(few, NotKnown)
    assert few.fact.startswith("59 hires were rated by HR and by Sales")
    assert isinstance(seats(cards.assign(fair_rating=3.0), outcomes), NotKnown)


def test_a_department_that_is_stricter_on_one_competency_is_seen_there_only() -> None:
    company = invented(6, hires=100, share=0.5, lenient=0.0)
    by_hr = (company.scorecards["department"] == "HR").to_numpy()
    wary = company.ratings.assign(
        competency="Assertiveness", score=company.ratings["score"] - np.where(by_hr, 0.8, 0.0)
    )
    found = rated(company.scorecards, pd.concat([company.ratings, wary]))
    assert isinstance(found, Rated)
    told = department_agreement(found)
    assert isinstance(told, DepartmentAgreement)
    assert told.competencies["competency"].tolist() == ["Assertiveness", "Discovery"]
    gap, none = told.competencies.to_dict("records")
    assert gap["low"] < -0.8 < gap["high"]
    assert none["low"] < 0 < none["high"]
    assert told.limits.bias.estimate == pytest.approx(-0.4, abs=0.2)
    assert told.people["difference"].abs().is_monotonic_decreasing
    assert told.kappa is not None


def test_departments_need_thirty_candidates_whom_both_rated_on_the_same() -> None:
    company = invented(6, hires=100, share=0.5)
    by_hr = (company.scorecards["department"] == "HR").to_numpy()
    apart = company.ratings.assign(competency=np.where(by_hr, "Coachability", "Discovery"))
    found = rated(company.scorecards, apart)
    assert isinstance(found, Rated)
    told = department_agreement(found)
    assert isinstance(told, NotKnown)
    assert told.fact.startswith("0 candidates were rated by HR and by Sales")


def test_agreement_of_all_interviewers_is_the_share_that_is_the_candidates() -> None:
    company = invented(4, hires=400, share=0.5, lenient=0.0, validity=(0.5, 0.0))
    found = interviewer_agreement(_rated(company))
    # Two ratings of one candidate share validity² and the halo: .25 + .25 of a variance of one.
    assert found.low < 0.5 < found.high


@pytest.mark.parametrize(
    ("probability", "n", "reliability", "label"),
    [
        (0.98, 8, 1.0, Standing.CLEAR),
        (0.02, 8, 1.0, Standing.CLEAR),
        (0.95, 8, 1.0, Standing.LEANING),
        (0.6, 8, 1.0, Standing.CANNOT_TELL),
        (0.99, 7, 1.0, Standing.TOO_FEW),
        (0.99, 8, 0.29, Standing.TOO_FEW),
    ],
)
def test_the_label_of_an_interviewers_value(probability, n, reliability, label) -> None:
    assert standing(probability, n, reliability) == label


def test_nobody_is_clear_where_luck_has_interviewers_differ_as_much() -> None:
    assert standing(0.999, 40, p_alike=0.001) == Standing.CLEAR
    assert standing(0.999, 40, p_alike=0.0011) == Standing.LEANING
    assert standing(0.6, 40, p_alike=0.5) == Standing.CANNOT_TELL

"""All evidence on profiles together: whose ratings are lenient, what is levelled out, when nothing is called Clear."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from helpers.invented.profiles import COMPETENCIES
from hiring.statistics.profiles.evidence import Silence
from hiring.statistics.profiles.judged import Judged, judged, points_above_colleagues
from hiring.statistics.verdicts import Label

ROLES = ("Field", "Inside")
COUNT = 120  # hires of each role
MONTHS = 12


def answers(
    slope: float = 0.6, tilt: float = 0.0, seed: int = 4, tied: float = 0.0
) -> tuple[pd.DataFrame, ...]:
    """Hires of two roles as the questions answer; `slope`: what Closing carries in both roles.

    Interviewer I1 gives a point more than the others to whomever they meet; those are hires of territories richer by
    `tilt`. `tied`: what a rich territory carries; whoever gets one is rated high in Planning.
    """
    random = np.random.default_rng(seed)
    hires, months, seats, ratings = [], [], [], []
    for number in range(COUNT * len(ROLES)):
        who, role = f"E{number}", ROLES[number % len(ROLES)]
        traits = random.standard_normal(len(COMPETENCIES))
        met = f"I{1 + number // 2 % 6}", f"I{1 + (number // 2 + 1 + number // 12 % 4) % 6}"
        before = np.exp(0.3 * random.standard_normal() + tilt * ("I1" in met))
        richness = np.log(before) / 0.3
        traits[3] = 0.7 * (richness + traits[3]) if tied else traits[3]
        sold = np.exp(slope * traits[0] + tied * richness + random.standard_normal())
        halves = 6 * before * np.exp(0.1 * random.standard_normal(2))
        hires.append(_hire(who, role, number, halves))
        months += [_month(who, number, month, sold) for month in range(1, MONTHS + 1)]
        seats += [_seat(who, number, one) for one in met]
        ratings += _scores(who, role, number, traits, met)
    backgrounds = pd.DataFrame(hires)[["employee_id", "hire_date", "role_profile"]]
    backgrounds = backgrounds.assign(years_in_sales=random.integers(0, 12, len(hires)).astype(float))
    frames = [pd.DataFrame(one) for one in (hires, months, seats, ratings)]
    return (*frames, backgrounds.assign(previous_industry=None))


def _day(number: int) -> pd.Timestamp:
    return pd.Timestamp(2023 + number % 3 // 2, 1 + number % 5, 1)


def _hire(who: str, role: str, number: int, halves: np.ndarray) -> dict[str, object]:
    return {
        "employee_id": who,
        "hire_date": _day(number),
        "sales_start_on": _day(number),
        "role_profile": role,
        "region": ("North", "South")[number // 4 % 2],
        "segment": "SMB",
        "source": "Board",
        "months_since_hire": MONTHS,
        "months_in_role": MONTHS,
        "has_left": False,
        "is_start_observed": True,
        "is_before_crm": False,
        "months_known": MONTHS,
        "territory": f"T{number}",
        "odd_revenue": halves[0],
        "even_revenue": halves[1],
        "odd_months": 6,
        "even_months": 6,
    }


def _month(who: str, number: int, month: int, sold: float) -> dict[str, object]:
    return {
        "employee_id": who,
        "hire_date": _day(number),
        "tenure_month": month,
        "revenue": 1000.0 * sold,
        "quota": 1000.0,
        "has_quota": True,
        "is_employed": True,
    }


def _seat(who: str, number: int, interviewer: str) -> dict[str, object]:
    return {
        "employee_id": who,
        "hire_date": _day(number),
        "interviewer_id": interviewer,
        "department": "Sales",
        "stage": "final",
    }


def _scores(
    who: str, role: str, number: int, traits: np.ndarray, met: tuple[str, ...]
) -> list[dict[str, object]]:
    return [
        {
            "interview_id": f"M{number}-{interviewer}",
            "application_id": f"A{number}",
            "candidate_id": f"C{number}",
            "role_profile": role,
            "interviewer_id": interviewer,
            "competency": competency,
            "score": 3 + 0.4 * float(trait) + (1.0 if interviewer == "I1" else 0.0),
            "scale_max": 5.0,
            "employee_id": who,
            "hire_date": _day(number),
        }
        for competency, trait in zip(COMPETENCIES, traits, strict=True)
        for interviewer in met
    ]


@pytest.fixture(scope="module")
def found() -> Judged:
    return judged(*answers())


def test_a_lenient_interviewer_is_known_without_any_name() -> None:
    points = points_above_colleagues(answers()[3])
    assert points is not None
    others = np.mean([points[f"I{n}"] for n in range(2, 7)])
    assert points["I1"] - others == pytest.approx(1.0, abs=0.05)


def test_where_nobody_met_the_same_candidates_no_leniency_is_known() -> None:
    alone = answers()[3].drop_duplicates(["application_id", "competency"])
    assert points_above_colleagues(alone) is None
    assert points_above_colleagues(alone.iloc[:0]) is None


def test_what_carries_is_clear_in_each_role_and_told_from_luck(found: Judged) -> None:
    for role in ROLES:
        slope = found.evidence.slope(role, "Closing")
        assert slope is not None
        assert slope.label is Label.CLEAR
        assert slope.n == COUNT
    assert found.luck.competency == "Closing"
    assert found.luck.count == len(ROLES) * len(COMPETENCIES)
    assert found.luck.strongest > found.luck.luckiest
    assert found.luck.p_any < 0.01
    assert found.knows_leniency


def test_where_hires_started_from_equal_ground_nothing_is_levelled(found: Judged) -> None:
    assert found.unequal == ()
    assert not found.control.covariates
    assert not found.evidence.is_capped


def test_unequal_territories_are_levelled_out_of_the_slopes() -> None:
    found = judged(*answers(tilt=0.3))
    assert "territory revenue before the hire" in found.control.covariates
    assert found.unequal == ()  # the even months level the odd ones
    slope = found.evidence.slope("Field", "Closing")
    assert slope is not None
    assert slope.label is Label.CLEAR


def test_what_a_rich_territory_carries_is_not_told_of_a_rating_that_goes_with_it() -> None:
    found = judged(*answers(tilt=0.3, tied=0.8))
    assert found.control.covariates
    slope = found.evidence.slope("Field", "Planning")
    assert slope is not None
    assert slope.raw > 0.4
    assert slope.estimate < 0.25


def led(*, known: bool) -> Judged:
    """A company in which only managers differ: in what their hires sell, and in how their panels score Planning."""
    hires, months, seats, ratings, backgrounds = answers(slope=0.0)
    manager = pd.Series([f"M{number // 2 % 12}" for number in range(len(hires))], index=hires["employee_id"])
    lead = pd.Series(np.random.default_rng(6).standard_normal(12), index=[f"M{n}" for n in range(12)])
    mine = manager.map(lead)
    months = months.assign(revenue=months["revenue"] * np.exp(months["employee_id"].map(mine)))
    is_planning = (ratings["competency"] == COMPETENCIES[3]).to_numpy()
    score = ratings["score"].to_numpy() + 0.4 * is_planning * ratings["employee_id"].map(mine).to_numpy()
    given = hires["employee_id"].map(manager) if known else None
    return judged(hires.assign(manager_id=given), months, seats, ratings.assign(score=score), backgrounds)


def test_what_a_manager_carries_is_not_told_of_a_rating_the_managers_panels_give() -> None:
    name = COMPETENCIES[3]
    by_known = {one: led(known=one).evidence for one in (False, True)}
    not_held, held = ({slope.competency: slope for slope in one.across}[name] for one in by_known.values())
    assert not_held.label is Label.CLEAR
    assert held.label is Label.CANNOT_TELL
    assert held.estimate < not_held.estimate / 3


def test_where_no_manager_is_known_nothing_is_held(found: Judged) -> None:
    hires, *others = answers()
    unknown = judged(hires.assign(manager_id=None), *others)
    assert repr(unknown.evidence) == repr(found.evidence)  # numbers that are not there are not equal


def test_territories_that_cannot_be_levelled_leave_nothing_clear() -> None:
    hires, *others = answers(tilt=0.6)
    random = np.random.default_rng(2)
    rich = hires["even_revenue"].to_numpy() > 9
    both = {
        half: np.where(rich, 20.0, 6.0) * np.exp(random.standard_normal(len(hires)))
        for half in ("odd_revenue", "even_revenue")
    }
    found = judged(hires.assign(**both), *others)
    assert found.unequal == ("territory revenue before the hire",)
    assert found.evidence.is_capped
    labels = {slope.label for slope in found.evidence.slopes}
    assert Label.CLEAR not in labels
    assert Label.LEANING in labels
    assert {one.label for one in found.backgrounds} <= {Label.LEANING, Label.CANNOT_TELL}


def test_a_small_company_is_asked_nothing() -> None:
    hires, months, seats, ratings, backgrounds = answers()
    found = judged(hires.iloc[:100], months, seats, ratings, backgrounds)
    assert found.evidence.silence is Silence.SMALL_COMPANY
    assert found.luck.count == 0
    assert not found.control.checks
    assert not found.resembling.is_asked


def test_one_interviewer_in_every_panel_leaves_the_slopes_standing() -> None:
    hires, months, seats, ratings, backgrounds = answers()
    alone = ratings.drop_duplicates(["application_id", "competency"]).assign(interviewer_id="I1")
    found = judged(hires, months, seats.assign(interviewer_id="I1"), alone, backgrounds)
    assert not found.knows_leniency
    assert found.unequal == ()
    slope = found.evidence.slope("Field", "Closing")
    assert slope is not None
    assert slope.n == COUNT


def test_where_nobody_sold_anything_nothing_is_said_and_nothing_breaks() -> None:
    hires, months, seats, ratings, backgrounds = answers()
    found = judged(hires, months.assign(revenue=0.0), seats, ratings, backgrounds)
    assert found.evidence.silence is Silence.SAME_OUTCOME
    assert (found.luck.count, found.backgrounds, found.control.checks) == (0, (), ())


def test_one_role_in_one_region_of_one_year_is_judged_by_itself() -> None:
    hires, months, seats, ratings, backgrounds = answers()
    same = {"role_profile": "Field", "region": "North"}
    found = judged(hires.assign(**same), months, seats, ratings, backgrounds.assign(role_profile="Field"))
    slope = found.evidence.slope("Field", "Closing")
    assert slope is not None
    assert slope.label is Label.CLEAR
    assert slope.n == COUNT * len(ROLES)


def test_without_quotas_and_seats_competencies_are_judged_all_the_same() -> None:
    hires, months, seats, ratings, backgrounds = answers()
    bare = months.assign(has_quota=False)
    found = judged(hires, bare, seats.iloc[:0], ratings, backgrounds)
    assert found.outcomes.roles_without_quota == ROLES
    slope = found.evidence.slope("Inside", "Closing")
    assert slope is not None
    assert slope.label is Label.CLEAR


def test_nobody_and_nothing_at_all_is_an_empty_answer() -> None:
    found = judged(*(frame.iloc[:0] for frame in answers()))
    assert found.evidence.silence is Silence.NO_HIRES
    assert not found.knows_leniency
    assert found.backgrounds == ()

"""The sample's shares are plausible, and its true stories can be seen in the exported rows."""

from __future__ import annotations

import json
from collections import defaultdict
from statistics import mean, median

import pytest

from helpers.sample.rows import Row, day, hires_of, person_by_owner

YEAR = 365


@pytest.fixture(scope="module")
def hires(written) -> list[Row]:
    return hires_of(written.rows("employees"))


@pytest.fixture(scope="module")
def applications(written) -> list[Row]:
    return written.rows("applications")


@pytest.fixture(scope="module")
def attainments(written, hires) -> dict[str, float]:
    """First-year sales over a year's ramped quota for hires of a year or more, leavers at what they sold.

    Splits, second logins' quotas and exchange rates between periods are left out: close enough for shares.
    """
    rates = {(row["month"], row["currency"]): float(row["rate"]) for row in written.rows("exchange_rates")}
    owners = person_by_owner(written.rows("crm_users"), written.rows("employees"))
    starts = {row["employee_id"]: day(row["hire_date"]) for row in of_a_year(hires)}
    sold: dict[str, float] = defaultdict(float)
    for row in written.rows("opportunities"):
        start = starts.get(owners.get(row["owner_id"], ""))
        if row["is_won"] == "true" and start and 0 <= (day(row["closed_on"]) - start).days < YEAR:
            rate = rates.get((f"{row['closed_on'][:7]}-01", row["currency"]), 1.0)
            sold[owners[row["owner_id"]]] += float(row["amount"]) * rate
    quota = _yearly_quota(written, owners, rates)
    roles = {row["employee_id"]: row["role_profile"] for row in hires}
    # A straight ramp of n months takes (n + 1) / 2 of them away from the year.
    share = {role: 1 - (months + 1) / 24 for role, months in written.truth["ramp_months"].items()}
    return {who: sold[who] / (quota[who] * share[roles[who]]) for who in starts if who in quota}


def of_a_year(hires: list[Row]) -> list[Row]:
    """The hires the CRM's history covers whose first year is over."""
    return [row for row in hires if "2021-05" < row["hire_date"] <= "2025-06-30"]


def days_stayed(row: Row) -> int:
    """Days from hire to exit; a lifetime for who is still there."""
    return (day(row["termination_date"]) - day(row["hire_date"])).days if row["termination_date"] else 99_999


def _yearly_quota(written, owners, rates) -> dict[str, float]:
    monthly = defaultdict(list)
    for row in written.rows("quotas"):
        if row["owner_id"] not in owners:
            continue
        months = round(((day(row["period_end_on"]) - day(row["period_start_on"])).days + 1) / 30.4)
        euros = float(row["amount"]) * rates.get(
            (f"{row['period_start_on'][:4]}-01-01", row["currency"]), 1.0
        )
        monthly[owners[row["owner_id"]]].append(euros / months)
    return {person: 12 * median(values) for person, values in monthly.items()}


def test_the_median_hire_is_near_the_ramped_quota_and_about_half_meet_it(attainments):
    assert len(attainments) > 300
    assert 0.9 < median(attainments.values()) < 1.2
    assert 0.45 < mean(value >= 1 for value in attainments.values()) < 0.65


def test_15_to_20_of_100_leave_in_their_first_year(hires):
    gone = [row for row in of_a_year(hires) if days_stayed(row) <= YEAR]
    assert 0.15 < len(gone) / len(of_a_year(hires)) < 0.20
    assert {row["termination_type"] for row in gone} == {"voluntary", "involuntary", "other"}


def test_about_seven_of_ten_offers_are_accepted(applications):
    answered = [row for row in applications if row["offered_on"] and row["status"] != "active"]
    assert 0.65 < mean(row["status"] == "hired" for row in answered) < 0.75
    assert all(row["accepted_on"] for row in answered if row["status"] == "hired")


def test_about_six_of_a_hundred_interviews_are_missed(written):
    rows = written.rows("interviews")
    assert 0.05 < mean(row["status"] == "no_show" for row in rows) < 0.07


def test_eight_to_fifteen_applications_come_for_each_hire(applications):
    hired = sum(row["status"] == "hired" for row in applications)
    assert 8 < len(applications) / hired < 15
    assert {row["status"] for row in applications} == {
        "active",
        "hired",
        "rejected",
        "withdrawn",
        "offer_declined",
    }
    open_ends = [row for row in applications if (row["status"] == "active") != (row["ended_on"] == "")]
    assert open_ends == []


def test_referrals_do_best_and_agency_only_looks_worst(written, applications, attainments):
    source = {row["employee_id"]: row["source"] for row in applications if row["employee_id"]}
    met = defaultdict(list)
    for person, attainment in attainments.items():
        met[source.get(person, "")].append(attainment >= 1)
    assert mean(met["Referral"]) > mean(met["Job board"]) + 0.1
    assert mean(met["Agency"]) < mean(met["Careers page"]) - 0.1
    assert written.truth["sources"]["Agency"] == 0


def _assertiveness(written, stage: str) -> dict[str, float]:
    of = {
        row["interview_id"]: row["application_id"]
        for row in written.rows("interviews")
        if row["stage"] == stage
    }
    return {
        of[row["interview_id"]]: float(row["score"])
        for row in written.rows("ratings")
        if row["competency"] == "Assertiveness" and row["interview_id"] in of
    }


def test_those_turned_down_at_the_screen_were_rated_more_assertive(written, applications):
    scores = _assertiveness(written, "screen")
    at_the_screen = [row for row in applications if row["ended_stage"] == "screen"]
    turned_down = {row["application_id"] for row in at_the_screen if row["status"] == "rejected"}
    out = mean(score for application, score in scores.items() if application in turned_down)
    on = mean(score for application, score in scores.items() if application not in turned_down)
    assert out > on + 0.25


def test_hr_gives_the_same_people_less_for_assertiveness_than_sales_does(written):
    screen, first = _assertiveness(written, "screen"), _assertiveness(written, "first")
    both = screen.keys() & first.keys()
    assert len(both) > 1000
    assert mean(first[person] - screen[person] for person in both) > 0.3


def test_sales_hands_in_scorecards_days_later_than_hr(written):
    waits = defaultdict(list)
    for row in written.rows("interviews"):
        if row["submitted_on"] and row["stage"] in ("screen", "first"):
            waits[row["stage"]].append((day(row["submitted_on"]) - day(row["scheduled_for"])).days)
    assert mean(waits["first"]) > mean(waits["screen"]) + 1


def test_one_client_changes_its_wishes_more_than_all_others_together(written):
    asked = [row for row in written.rows("requirement_changes") if row["raised_by"] == "client"]
    changes = [row["detail"].split(":")[0] for row in asked]
    assert changes.count("Halvermere Freight") > 0.6 * len(changes)


def test_long_waits_go_with_lower_answers_and_sources_do_not(written, applications):
    """Of who was rejected after an interview; the widest gap of sources is less than that of waits."""
    answers = {row["application_id"]: row["recommend_score"] for row in written.rows("candidate_surveys")}
    met = {row["application_id"] for row in written.rows("interviews") if row["status"] == "held"}
    waits, sources = {True: [], False: []}, {}
    for row in applications:
        given = answers.get(row["application_id"], "")
        if not given.isdigit() or row["status"] != "rejected" or row["application_id"] not in met:
            continue
        days = (day(row["ended_on"]) - day(row["applied_on"])).days
        if days > 28:
            waits[days > 42].append(int(given))
        sources.setdefault(row["source"], []).append(int(given))
    means = [sum(given) / len(given) for given in sources.values()]
    gap = sum(waits[False]) / len(waits[False]) - sum(waits[True]) / len(waits[True])
    assert gap > 0.7
    assert max(means) - min(means) < gap


def test_the_truth_tells_effects_and_both_kinds_of_stories(written):
    truth = written.truth
    assert {story["true"] for story in truth["stories"]} == {True, False}
    assert sorted(truth["slopes"]) == sorted(truth["ramp_months"])
    strong = [one for one in truth["interviewers"] if abs(one["effect"]) >= 0.5]
    assert len(strong) == 4
    assert all(one["hires"] >= 20 for one in strong)
    assert {pair["effect"] for pair in truth["pairs"]} == {0.6, -0.5}
    assert truth["lucky_pair"]["mean_luck"] > 0.3
    json.dumps(truth)


def test_the_parts_of_a_hires_quality_add_up_in_the_truth(written):
    effects = {one["employee_id"]: one["effect"] for one in written.truth["interviewers"]}
    assert len(effects) >= 60
    for one in written.truth["qualities"]:
        parts = sum(one[name] for name in ("source", "interviewers", "pairs", "competencies", "luck"))
        assert parts == pytest.approx(one["total"], abs=0.001)

"""Hiring plan as a reader meets it: the sample's answer, other targets, files missing, nobody, no names."""

from __future__ import annotations

import re

import pytest

from helpers.pages_read import alts, said, sound
from helpers.sample import sellers
from hiring.words import FIXED

PAGE = "hiring-plan"
ONE_NUMBER = re.compile(
    r"To reach EUR 354M in 2027 in 9 of 10 simulated years, hire (\d+) sellers by Mar 2027"
)


def lead(at) -> str:
    return at.title[0].value.replace("\\", "").replace(FIXED, " ")


def test_the_sample_is_answered_with_a_count_of_its_own_past(app) -> None:
    at = sound(app(PAGE))
    assert ONE_NUMBER.fullmatch(lead(at))
    assert "The target is 10 % above the EUR 322M of the last twelve months." in said(at)
    assert "of 10 role-years they held " in said(at)
    labels = [
        "Sellers to hire",
        "Sold by those here",
        "Offers to make",
        "Interview hours",
        "Finding them",
    ]
    assert [one.label for one in at.metric] == labels
    assert len(alts(at)) == 3
    assert re.search(
        r"Without hires it is a coin toss \(5\d of 100\); \d+ hires make it 9 of 10, "
        r"or \d+ with 5 fewer of 100 leaving a year\. The",
        said(at),
    )
    assert re.search(r"write down what you decide: \d+ hires by Mar 2027", said(at).replace(FIXED, " "))


def test_hours_of_the_sides_add_up_and_are_those_of_the_levers(app) -> None:
    at = sound(app(PAGE))
    tile = next(one for one in at.metric if one.label == "Interview hours")
    sides = [
        int(one.replace(",", ""))
        for one in re.search(r"HR ([\d,]+) \+ Sales ([\d,]+) \+ Other (\d+)", said(at)).groups()
    ]
    assert sum(sides) == int(tile.value.replace(",", ""))
    assert f"{tile.value} hours" in next(one for one in alts(at) if "As planned" in one)


def test_more_hires_reach_the_target_more_often_and_those_told_nine_times_of_ten(app) -> None:
    at = sound(app(PAGE))
    frame = next(one.value for one in at.table if "Hires by" in one.value.columns[0])
    hires, chances = ([int(one.split()[0]) for one in frame.iloc[:, place]] for place in (0, 1))
    assert hires[0] == 0
    assert hires == sorted(hires)
    assert chances == sorted(chances)
    told = int(ONE_NUMBER.fullmatch(lead(at))[1])
    assert 90 <= chances[hires.index(told)] <= 91


def test_a_target_far_beyond_what_ever_started_says_so_first(app) -> None:
    at = sound(app(PAGE, {"plan_target": "900000000"}))
    assert re.search(r" by Mar 2027: [\d.]+ times the most ever in 5 months$", lead(at))
    assert "; as many make it 0 of 100." in said(at)


def test_those_here_are_the_sellers_that_the_files_have(app) -> None:
    here = int(sellers.hires()["left"].isna().sum())
    told = int(re.findall(r"M · (\d+) sellers", said(sound(app(PAGE))))[0])
    # Who moved out of Sales is no seller any more; who moved into it is one.
    assert abs(told - here) <= 15


def test_a_higher_target_takes_sellers_by_a_month_and_the_address_says_so(app) -> None:
    at = sound(app(PAGE, {"plan_target": "400000000", "plan_by": "2027-06", "plan_mix": "Mid-market"}))
    assert "EUR 400M in 2027" in lead(at)
    assert " by Jun 2027" in lead(at)
    assert "of all roles" in said(at)
    assert "Only Channel" in " ".join(alts(at))
    frame = next(one.value for one in at.table if "To hire" in one.value.columns)
    assert frame["Role"].tolist() == ["Mid-market"]


@pytest.mark.parametrize("wrong", ["none", "-5", "0", "9" * 30])
def test_a_target_that_is_none_is_not_heeded(app, wrong: str) -> None:
    assert "EUR 354M" in lead(sound(app(PAGE, {"plan_target": wrong})))


@pytest.mark.parametrize(
    ("file", "gone"),
    [("quotas", 0), ("applications", 3), ("sourcing_costs", 1), ("requisitions", 0)],
)
def test_without_a_file_the_rest_stands(app, warehouse_without, file: str, gone: int) -> None:
    missing = {file, *(("interviews", "ratings") if file == "applications" else ())}
    at = sound(app(PAGE, warehouse=warehouse_without(*missing)))
    assert lead(at).startswith("To reach EUR 354M in 2027 in 9 of 10 simulated years, hire ")
    assert len(at.metric) == 5 - gone


def test_a_filter_that_leaves_nobody_says_so(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2026-06-30", "role_profiles": ["Channel"]}))
    assert at.title[0].value == "How many sellers a target takes is not known yet"
    assert "No hire is within what the filters leave" in said(at)


def test_too_few_of_every_role_are_not_planned(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2026-01-01"}))
    assert at.title[0].value == "How many sellers a target takes is not known yet"
    assert "No role has 10 sellers with 6 months of sales on file" in said(at)


def test_a_region_alone_is_planned_from_its_own(app) -> None:
    at = sound(app(PAGE, {"regions": ["DACH"]}))
    assert "EUR 354M" not in lead(at)
    assert len(alts(at)) >= 2


def test_who_may_not_see_names_gets_the_same_answer(app, without_names) -> None:
    assert ONE_NUMBER.fullmatch(lead(sound(app(PAGE))))

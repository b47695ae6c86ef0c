"""Craft without names: what holds of interviewers as a whole, and nothing of a group as small as a person."""

from __future__ import annotations

import json
from functools import cache

import pandas as pd

from benchmarks.scorecards import Invented, invented
from hiring.findings.craft.answer import Craft, craft, named
from hiring.findings.craft.figures import Figure
from hiring.findings.craft.summed import LEFT_OUT, ONE_BY_ONE, SMALL_DEPARTMENT, Summed, craft_of_all

AS_OF = pd.Timestamp("2024-03-29")
PROFILES = pd.DataFrame(
    {
        "role_profile": "Inside sales",
        "version": "1",
        "effective_on": pd.Timestamp("2023-01-01"),
        "competency": ["Discovery", "Negotiation"],
    }
)
HOLIDAYS = pd.DataFrame({"holiday_on": pd.to_datetime([])})
PROMISES = pd.DataFrame(
    {
        "promise_id": ["P1", "P2", "P3"],
        "promise": ["Sales writes", "HR writes", "Others write"],
        "department": ["Sales", "HR", "Other"],
        "starts_at": "interview_held",
        "within_days": [2, 1, 1],
        "in_force_from": pd.to_datetime(["2021-01-01"] * 3),
        "in_force_to": pd.to_datetime([None] * 3),
    }
)
NAMELESS = ("leniency", "spread", "load", "people")


@cache
def company() -> Invented:
    return invented(4, hires=130, share=0.5, interviewers=12)


def cards(**people: int) -> pd.DataFrame:
    """The invented scorecards, so many of the twelve interviewers in each department."""
    made = company().scorecards.drop(columns="full_name")
    ids = sorted(made["interviewer_id"].unique())
    departments = [name for name, count in people.items() for _ in range(count)]
    assert len(departments) == len(ids)
    return made.assign(department=made["interviewer_id"].map(dict(zip(ids, departments, strict=True))))


def summed(made: pd.DataFrame) -> Summed:
    kept = company().ratings[company().ratings["interview_id"].isin(made["interview_id"])]
    return craft_of_all(made, kept, PROMISES, HOLIDAYS, company().outcomes, PROFILES, AS_OF)


def told(made: pd.DataFrame) -> Craft:
    found = summed(made).craft
    assert found is not None
    return found


def numbers(found: Craft) -> dict[str, tuple[str, str]]:
    return {one.card: (one.value, one.note) for one in found.numbers}


def words_of(found: Craft) -> str:
    return json.dumps([str(value) for value in vars(found).values()])


def test_no_figure_and_no_table_tells_a_person_from_another() -> None:
    made = cards(HR=6, Sales=6)
    found = told(made)
    for name in NAMELESS:
        figure: Figure = getattr(found, name)
        assert figure.missing is not None
        assert figure.exhibit.marks.rows.empty
    assert found.load.missing == ONE_BY_ONE
    for table in (found.scales_table, found.times_table, found.load_table, found.validity_table):
        assert table.empty
    assert not [who for who in made["interviewer_id"].unique() if f"'{who}'" in words_of(found)]


def test_the_tiles_and_titles_are_those_of_whoever_sees_names() -> None:
    made = cards(HR=6, Sales=6)
    people = made[["interviewer_id"]].drop_duplicates().assign(full_name="Ada")
    whole = craft(
        named(made, people), company().ratings, PROMISES, HOLIDAYS, company().outcomes, PROFILES, AS_OF
    )
    found = told(made)
    assert found.numbers == whole.numbers
    assert [found.leniency.exhibit.lead, found.on_time.exhibit.lead] == [
        whole.leniency.exhibit.lead,
        whole.on_time.exhibit.lead,
    ]
    assert found.on_time.exhibit.marks.rows["name"].tolist() == ["HR", "Sales"]
    assert found.independent.exhibit.marks.rows["name"].tolist() == ["HR", "Sales"]
    assert found.on_time.exhibit.marks.rows["n"].sum() == len(made)


def test_a_department_as_small_as_a_person_is_neither_shown_nor_left_over_of_the_whole() -> None:
    made = cards(HR=6, Sales=5, Other=1)
    found = told(made)
    assert found.on_time.exhibit.marks.rows["name"].tolist() == ["HR", "Sales"]
    shown = int(made["department"].isin(["HR", "Sales"]).sum())
    assert numbers(found)["scorecards_independent"][1].endswith(f"{shown} scorecards")
    assert found.standfirst.endswith(LEFT_OUT)
    assert LEFT_OUT not in told(cards(HR=6, Sales=6)).standfirst
    assert list(found.company.exhibit.marks.rows["name"]) == [
        "All interviewers",
        "HR, 6 interviewers",
        "Sales, 5 interviewers",
    ]


def test_with_few_interviewers_of_hr_or_sales_the_two_are_not_compared() -> None:
    found = told(cards(HR=2, Sales=10))
    assert found.load.missing == SMALL_DEPARTMENT
    assert numbers(found)["selling_hours"] == ("not known", "")
    assert "HR" not in found.on_time.exhibit.lead


def test_a_department_of_which_few_wrote_lately_is_told_of_as_little_as_a_small_one() -> None:
    """Of HR's six four had nothing due in the last four quarters: their two are as good as named."""
    made = cards(HR=6, Sales=6)
    held = pd.to_datetime(made["scheduled_for"])
    hr = sorted(made.loc[made["department"] == "HR", "interviewer_id"].unique())
    is_gone = made["interviewer_id"].isin(hr[2:])
    long_ago = held.where(~is_gone, held - pd.Timedelta("1100D"))
    found = told(made.assign(scheduled_for=long_ago))
    assert "HR" not in found.due
    assert found.on_time.exhibit.marks.rows["name"].tolist() == ["Sales"]


def test_four_interviewers_are_as_good_as_named() -> None:
    made = cards(HR=6, Sales=6)
    few = made[made["interviewer_id"].isin(sorted(made["interviewer_id"].unique())[:4])]
    assert summed(few) == Summed(None, 4)
    assert summed(made.iloc[:0]).craft is not None

"""What is said of interviewers as a whole is true whoever looks: of all, of some who lean, of none that is compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from hiring.findings.interviewers import answer
from hiring.findings.interviewers.luck import spread
from hiring.statistics.evidence.frames import Chosen
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.shown import shown
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.evidence import making


@pytest.fixture(scope="module")
def company(sample_warehouse: Path) -> Evidence:
    return making.made(Warehouse(sample_warehouse)).panels


def said(company: Evidence) -> str:
    keys = company.outcomes.hires[["employee_id", "hire_date"]]
    return spread(shown(company, Chosen(keys, keys, None)))


def labelled(company: Evidence, *labels: str) -> Evidence:
    people = company.interviewers.copy()
    told = people.index[people["label"] == "Can't tell"]
    people.loc[told[: len(labels)], "label"] = labels
    return replace(company, interviewers=people)


def by_more_than_luck(company: Evidence) -> Evidence:
    luck = company.luck
    return replace(company, luck=replace(luck, interviewers=replace(luck.interviewers, p_any=0.0005)))


def test_of_a_part_it_is_said_whose_interviewers_are_counted(company: Evidence) -> None:
    every = company.outcomes.hires[["employee_id", "hire_date"]]

    def of_part(judged: Evidence) -> str:
        return spread(shown(judged, Chosen(every.head(100), every, None)))

    assert (
        of_part(company)
        == "Of the company's 42 interviewers who can be compared nobody stands out further than luck"
    )
    assert of_part(labelled(company, "Leaning")).startswith(
        "Of the company's 42 interviewers who can be compared 1 leans;"
    )
    assert of_part(by_more_than_luck(company)) == (
        "The company's 65 interviewers differ by more than luck, and nobody by enough to be named"
    )


def test_a_lead_that_grows_too_long_drops_the_pairs_that_lean(company: Evidence) -> None:
    every = company.outcomes.hires[["employee_id", "hire_date"]]
    pairs = company.pairs.copy()
    pairs.loc[pairs.index[:3], "label"] = "Leaning"
    leaning = by_more_than_luck(replace(company, pairs=pairs))
    whole, part = (
        answer.lead(shown(leaning, Chosen(of, every, None)), None) for of in (every, every.head(400))
    )
    assert whole.endswith("nobody by enough to be named; 3 pairs lean")
    assert part.endswith("nobody by enough to be named")


def test_where_nobody_stands_apart_it_is_said_of_all(company: Evidence) -> None:
    assert (
        said(company) == "Among the 42 interviewers who can be compared nobody stands out further than luck"
    )


@pytest.mark.parametrize(
    ("labels", "sentence"),
    [
        (("Leaning",), "Of the 42 interviewers who can be compared 1 leans; luck could explain it"),
        (("Leaning", "Clear"), "Of the 42 interviewers who can be compared 2 lean; luck could explain it"),
    ],
)
def test_who_leans_is_counted_though_nobody_is_named(
    company: Evidence, labels: tuple[str, ...], sentence: str
) -> None:
    assert said(labelled(company, *labels)) == sentence


def test_where_they_differ_by_more_than_luck_that_is_said_with_how_many_stand_apart(
    company: Evidence,
) -> None:
    assert (
        said(by_more_than_luck(labelled(company, "Clear")))
        == "65 interviewers differ by more than luck, and 1 of them stands apart"
    )
    assert (
        said(by_more_than_luck(company))
        == "65 interviewers differ by more than luck, and nobody by enough to be named"
    )


def test_where_nobody_is_compared_the_reason_stands_instead(company: Evidence) -> None:
    none = replace(company, interviewers=pd.DataFrame(columns=company.interviewers.columns))
    assert "Among 0" not in said(none)

"""Shared result as a reader meets it: the sample's answer, files missing, nobody, no names, the overview."""

from __future__ import annotations

import pytest

from helpers.pages_read import alts, said, sound
from helpers.sample import sellers
from hiring import words

PAGE = "shared-result"
NUMBER = (
    f"For every EUR{words.FIXED}1 spent on finding and paying the hires of 2024, EUR{words.FIXED}4.8 of margin came "
    "back within 12 months"
)


def test_the_sample_is_answered_in_one_sentence_and_one_number(app) -> None:
    at = sound(app(PAGE))
    assert at.title[0].value == "Half of the hires of 2024 and 2025 had brought back their cost by month 4"
    assert NUMBER.replace(words.FIXED, " ") in said(at)
    assert "Likely month 4 to 5 for both years" in said(at)
    assert "Both departments own it" in said(at)
    assert "Of 109 hired in 2024, 107 can be followed" in said(at)
    assert "Margin is 70 % of the revenue they won, which is assumed." in said(at).replace("\u202f", " ")
    assert (
        "say whether 58 % renewed of 925 accounts is what you want, and who calls an account a year on."
        in said(at).replace("\u202f", " ")
    )
    labels = ["Back per 1 spent", "Payback, median", "Cost per hire", "Accounts renewed"]
    assert [one.label for one in at.metric] == labels
    assert all(one.help for one in at.metric)
    assert len(alts(at)) == 2


def test_a_year_of_few_hires_is_no_row_and_every_other_is_counted_as_the_files_do(app) -> None:
    frame = next(one.value for one in sound(app(PAGE)).table if "Hired in" in one.value.columns)
    by_year = sellers.hires()["hired"].dt.year.value_counts().sort_index()
    enough = by_year[by_year >= 5]
    assert (
        frame["Hires"].astype(int).sum() >= enough.sum() - 5
    )  # who moved into Sales started later than their hire
    assert frame["Hired in"].tolist() == [str(year) for year in enough.index]
    assert not frame.isin(["EUR 0"]).any(axis=None)


def test_the_overview_leads_here_with_the_same_number(app) -> None:
    at = sound(app("overview"))
    assert "EUR 4.8 back for EUR 1, hires of 2024." in said(at).replace(words.FIXED, " ")
    assert "shared-result" in [one.proto.page for one in at.get("page_link")]


@pytest.mark.parametrize("file", ["sourcing_costs", "employment_costs", "applications"])
def test_without_costs_one_line_names_the_file_and_the_rest_stands(app, warehouse_without, file: str) -> None:
    gone = {file, *(("interviews", "ratings") if file == "applications" else ())}
    at = sound(app(PAGE, warehouse=warehouse_without(*gone)))
    assert at.title[0].value == "When hires bring back what they cost is not known yet"
    assert f"`{file}.csv`" in said(at)
    frame = next(one.value for one in at.table if "Hired in" in one.value.columns)
    lacking = "pay not known" if file == "employment_costs" else "finding not known"
    assert frame["Cost so far"].str.contains(lacking).all()
    assert "that hires won first were renewed about a year later" in said(at)


def test_a_filter_that_leaves_nobody_says_so(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2026-06-30", "role_profiles": ["Channel"]}))
    assert at.title[0].value == "Nobody was hired within what the filters leave"


def test_few_hires_get_no_pay_and_no_number(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2024-01-01", "hired_to": "2024-02-15", "regions": ["DACH"]}))
    assert "too few" in said(at) or not [one for one in at.table if "Hired in" in one.value.columns]
    assert at.metric[0].value == "not known"


def test_who_may_not_see_names_gets_the_same_answer(app, without_names) -> None:
    at = sound(app(PAGE))
    assert at.title[0].value == "Half of the hires of 2024 and 2025 had brought back their cost by month 4"
    assert len(alts(at)) == 2

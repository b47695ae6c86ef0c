"""Panels as a reader meets it: the sample's counts by hand, the switch, files missing, nobody left, no names."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from helpers import breadth
from helpers.pages_read import alts, said, sound, table
from helpers.sample import sellers
from hiring.access import scope
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.evidence import making

PAGE = "panels"


def test_the_sample_tells_of_sellers_size_vote_and_offers(app) -> None:
    at = sound(app(PAGE))
    text = said(at)
    for part in (
        "48 of 211 hires who met a seller in the last stage became high performers",
        "Nobody drew lots for who gets which panel",
        "47 of 360 hires were made with a vote below yes on the mean, 10 of them with more no than yes",
        "1.5 hours an interview (an assumption)",
        "nobody drew lots for who interviews whom",
    ):
        assert part in text, part
    # Kinds of panel, offers, and the contrasts that are folded away.
    assert len(alts(at)) == 3
    assert all(alts(at))
    assert all(one.help for one in at.metric)
    assert [one.label for one in at.metric] == [
        "Hours in last stages",
        "Hours per acceptance",
        "Seller in last stage",
        "Met a seller",
        "Offers, with seller",
        "Vote below yes",
    ]
    assert "Hired on a vote below yes, best first: 47 hires" in text


def test_offers_with_a_seller_in_the_last_stage_are_those_of_the_marts(app, sample_warehouse: Path) -> None:
    """Counted by pandas over single rows, each interview beside its application."""
    warehouse = Warehouse(sample_warehouse)
    who = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", who, {}), warehouse.ask("shared/company", who, {})
    )
    cards = warehouse.ask("craft/scorecards", who, scope.everything(choices).parameters())
    finals = cards[cards["stage"] == "final"]
    with_seller = set(finals.loc[finals["department"] == "Sales", "application_id"])
    offers = sellers.file("applications").drop_duplicates("application_id")
    answered = offers[
        offers["application_id"].isin(with_seller) & offers["status"].isin(["hired", "offer_declined"])
    ]
    accepted = int((answered["status"] == "hired").sum())
    assert f"With a seller {accepted} of {len(answered)} offers were accepted" in said(sound(app(PAGE)))


def test_every_kind_of_panel_stands_in_the_table_with_its_range(app) -> None:
    found = table(sound(app(PAGE)), "Group", "Hires", "Expected", "Difference in 100, looked at alone")
    told = found.set_index("Group")
    assert told.loc["Last stage · Seller in last stage", ["Hires", "Counted"]].tolist() == [211, 48]
    assert told.loc["The panel's vote · Vote below yes", ["Hires", "Counted"]].tolist() == [47, 9]
    assert found["Difference in 100, looked at alone"].str.contains(r"\(.* to .*\)").all()
    assert "Label" not in found  # nothing here is labelled


@pytest.mark.parametrize(
    ("outcome", "word"), [("Met the bar", "met the bar"), ("There at month 12", "were there at month 12")]
)
def test_the_switch_tells_another_outcome_of_the_same_hires(app, outcome: str, word: str) -> None:
    text = said(sound(app(PAGE, {"outcome": outcome})))
    assert f"of 211 hires who met a seller in the last stage {word}" in text


@pytest.mark.parametrize("table", ["interviews", *breadth.proof("applications")])
def test_without_a_file_the_page_names_it(app, warehouse_without, table: str) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without(*{table, "ratings"})))
    assert f"no {table} are loaded" in at.title[0].value
    assert f"`{table}.csv`" in said(at)
    assert not alts(at)
    assert not at.metric


def test_a_filter_that_leaves_nobody_says_so(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2026-06-30", "role_profiles": ["Channel"]}))
    assert at.title[0].value == "No hire matches these filters"
    assert "take a filter off" in said(at)
    assert len(alts(at)) == 1  # the company's contrasts, folded away


@pytest.mark.proof
def test_until_the_evidence_is_there_the_page_says_that_it_comes(
    app, a_warehouse_without_evidence: Path
) -> None:
    at = app(PAGE, warehouse=a_warehouse_without_evidence, has_evidence=False)
    assert "This page goes on by itself" in said(at)
    making.made(Warehouse(a_warehouse_without_evidence))
    at.run()
    assert "This page goes on by itself" not in said(sound(at))


def test_who_may_not_see_names_sees_the_same_kinds_and_no_person(app, without_names) -> None:
    at = sound(app(PAGE))
    text = said(at)
    assert "48 of 211 hires who met a seller in the last stage became high performers" in text
    drawn = text + json.dumps([json.loads(one.proto.spec) for one in at.get("plotly_chart")])
    people = sellers.file("employees")
    assert "Hired against their panel's vote" not in text
    assert not [name for name in people["full_name"].dropna() if name in drawn]


def test_who_may_not_see_names_gets_no_group_of_fewer_than_five(app, without_names) -> None:
    narrow = {"role_profiles": "Channel", "hired_from": "2023-01-01", "hired_to": "2023-12-31"}
    at = app(PAGE, narrow)
    assert not at.exception
    found = [one.value for one in at.dataframe if "Hires" in one.value.columns]
    assert all((frame["Hires"] >= 5).all() for frame in found if isinstance(frame, pd.DataFrame))

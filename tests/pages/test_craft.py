"""Interviewing craft as a reader meets it: the sample, each view, files missing, nobody left, no names."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from helpers import breadth
from helpers.pages_read import alts, said, sound
from helpers.sample import by_hand, sellers
from hiring.access import scope
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.evidence import making

PAGE = "craft"


def test_the_sample_begins_with_how_the_two_share_the_work(app, tiles_without_a_card) -> None:
    at = sound(app(PAGE))
    text = said(at).replace("\u00a0", " ")
    assert text.startswith(
        "5 of 8 competencies rest on one side; each is rated for 94 % of candidates or more"
    )
    assert (
        "Last four quarters, scorecards in time: HR within 1 working day after a screen, 1,145 of 1,193; "
        "Sales within 1 working day after an interview, 701 of 1,305."
    ) in text
    agreement = " ".join(alts(sound(app("agreement"))))
    assert "1,145 of 1,193" in agreement
    assert "701 of 1,305" in agreement
    assert "say in the profiles who rates what: 5 of 8 competencies rest on one side" in text
    assert "nobody drew lots for who interviews whom" in text
    assert len(alts(at)) == 3
    assert all(alts(at))
    assert [one.label for one in at.metric] == [
        "Independent cards",
        "Any two interviewers",
        "Ratings as a whole",
        "Hours, HR and Sales",
    ]
    assert tiles_without_a_card(at) == []


def test_strict_and_mild_have_no_colour_of_better_or_worse(app) -> None:
    at = sound(app(PAGE, {"craft": "Leniency and spread"}))
    drawn = " ".join(str(one.proto.spec) for one in at.get("plotly_chart"))
    assert "#000003" not in drawn
    assert "#000004" not in drawn


@pytest.mark.proof
def test_until_the_evidence_is_there_the_page_says_that_it_comes(
    app, a_warehouse_without_evidence: Path
) -> None:
    at = app(PAGE, warehouse=a_warehouse_without_evidence, has_evidence=False)
    assert "This page goes on by itself" in said(at)
    making.made(Warehouse(a_warehouse_without_evidence))
    at.run()
    assert "This page goes on by itself" not in said(sound(at))


@pytest.mark.parametrize(
    ("view", "words", "charts"),
    [
        ("Leniency and spread", "strict is no fault", 1),
        ("Independence and time", "not judged, as nobody promised a scorecard", 3),
        ("Load", "hours are assumed at 1.5 an interview", 0),
        ("Ratings and later results", "usually too low as hires were chosen by these ratings", 3),
    ],
)
def test_each_view_of_the_craft_can_be_chosen_and_opened_by_a_link(
    app, view: str, words: str, charts: int
) -> None:
    chosen = sound(app(PAGE))
    chosen.segmented_control(key="craft").set_value(view).run()
    linked = app(PAGE, {"craft": view})
    for at in (chosen, linked):
        sound(at)
        assert words in said(at).lower()
        assert len(alts(at)) == charts


def test_a_link_with_a_view_nobody_knows_opens_the_first(app) -> None:
    at = sound(app(PAGE, {"craft": "<b>gossip</b>"}))
    assert "gossip" not in said(at)
    assert at.segmented_control(key="craft").value == "Independence and time"


@pytest.mark.parametrize("table", ["interviews", *breadth.proof("applications")])
def test_without_a_file_the_page_names_it(app, warehouse_without, table: str) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without(*{table, "ratings"})))
    assert at.title[0].value == f"How interviewers rate is not known: no {table} are loaded"
    assert f"`{table}.csv`" in said(at)
    assert not alts(at)
    assert not at.metric


def test_without_ratings_everything_but_scores_is_told(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("ratings")))
    assert "the recommendation stands for them" in said(at)
    assert len(at.metric) == 4


def test_without_the_agreement_nobody_is_late(app, warehouse_without) -> None:
    at = sound(app(PAGE, {"craft": "Independence and time"}, warehouse_without("working_agreement")))
    assert "`working_agreement.csv`" in said(at)
    assert at.title[0].value == (
        "5 of 8 competencies rest on one side; each is rated for 94\u202f% of candidates or more"
    )


def test_a_filter_that_leaves_nobody_says_so(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2026-06-30", "role_profiles": ["Channel"]}))
    assert at.title[0].value == "No interview was held with candidates of these filters"
    assert not alts(at)
    assert not at.metric


def test_a_choice_of_few_scorecards_says_that_they_are_too_few(app) -> None:
    few = {"role_profiles": "Channel", "regions": "North America", "hired_from": "2023-01-01"}
    at = sound(app(PAGE, {**few, "hired_to": "2023-06-30", "craft": "Leniency and spread"}))
    assert "These scorecards are too few to tell who is strict from whom they met." in said(at)


@pytest.mark.parametrize(
    ("view", "words", "charts"),
    [
        ("Leniency and spread", "55 of 75 interviewers clearly rate higher or lower", 0),
        ("Independence and time", "Scorecards of HR", 1),
        ("Load", "of them by Sales: about", 0),
        ("Ratings and later results", "usually too low as hires were chosen by these ratings", 2),
    ],
)
def test_craft_without_names_tells_what_holds_of_interviewers_as_a_whole(
    app, without_names, view: str, words: str, charts: int
) -> None:
    at = sound(app(PAGE, {"craft": view}))
    assert len([one.value for one in at.metric if one.value != "not known"]) == 4
    assert words in said(at)
    assert len(alts(at)) == charts
    drawn = said(at) + json.dumps([json.loads(one.proto.spec) for one in at.get("plotly_chart")])
    people = sellers.file("employees")
    assert not [who for who in people["full_name"].dropna() if who in drawn]
    assert not [who for who in people["employee_id"] if f'"{who}"' in drawn or f"{who} " in said(at)]
    assert not at.dataframe


def test_words_and_what_is_rated_of_what_is_asked_are_those_of_the_files(app, sample_warehouse: Path) -> None:
    """Who held which interview is the warehouse's; comments, scores and profiles are read from their files."""
    warehouse = Warehouse(sample_warehouse)
    who = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", who, {}), warehouse.ask("shared/company", who, {})
    )
    cards = warehouse.ask("craft/scorecards", who, scope.everything(choices).parameters())
    hr = cards[(cards["department"] == "HR") & cards["submitted_on"].notna()]
    files = by_hand.read("interviews").set_index("interview_id")
    assert not hr["interview_id"].duplicated().any()
    spoken = int((files.loc[hr["interview_id"], "comment"].str.strip() != "").sum())
    first, second = [one.value for one in sound(app(PAGE)).table][:2]
    told = first.set_index("Of HR")["Count"]
    assert told["Scorecards with a written comment"] == f"{spoken:,} of {len(hr):,}"
    # Every version of the sample asks for the same eight competencies, since before its first interview.
    asked = set(by_hand.read("role_profiles")["competency"])
    scores = by_hand.read("ratings")
    scores = scores[
        pd.to_numeric(scores["score"], errors="coerce").notna() & scores["competency"].isin(asked)
    ]
    rated = int(scores["interview_id"].isin(hr["interview_id"]).sum())
    assert told["Competencies asked for that one scorecard rates"] == f"{rated:,} of {len(asked) * len(hr):,}"
    assert list(second.columns) == ["Of Sales", "Share", "Count"]


def test_the_pull_of_the_one_before_is_a_fact_beside_shuffled_orders(app) -> None:
    text = said(sound(app(PAGE)))
    assert "After a candidate others rated a point higher, the next got 0.06 points more" in text
    assert (
        "Shuffling the order of candidates gives −0.01 to +0.07 points in 95 of 100: this is within what another "
        "order gives. 2,252 interviews of 74 interviewers"
    ) in text
    assert "5 of 8 competencies rest on one side; each is rated for 94 % of candidates or more" in text


def test_without_a_profile_of_the_role_the_file_is_named_and_the_rest_stands(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("role_profiles")))
    assert "`role_profiles.csv`" in said(at)
    assert len(alts(at)) == 3

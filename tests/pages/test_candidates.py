"""Candidates as a reader meets it: the sample's counts by hand, files missing, nobody left, no names."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from helpers.pages_read import alts, said, sound
from helpers.sample import sellers

PAGE = "candidates"


def _shown(at, column: str):
    return next(one.value for one in at.table if column in one.value.columns)


@pytest.fixture(scope="module")
def ended() -> pd.DataFrame:
    """The sample's applications that ended, of who is not erased, with the one readable answer of each."""
    applications = sellers.file("applications").drop_duplicates("application_id")
    gone = set(sellers.file("erased_people").query("system == 'ats'")["person_id"])
    days = applications["applied_on"].str.fullmatch(r"\d{4}-\d\d-\d\d")
    done = applications[
        days & (applications["status"] != "active") & ~applications["candidate_id"].isin(gone)
    ]
    given = sellers.file("candidate_surveys")
    given = given[given["recommend_score"].str.fullmatch("[0-9]+")].set_index("application_id")
    return done.assign(score=done["application_id"].map(given["recommend_score"].astype(int)))


def test_the_page_leads_with_declined_offers_and_below_says_who_would_recommend(app) -> None:
    at = sound(app(PAGE))
    lead = at.title[0].value.replace("\\", "").replace("\u202f", " ")
    assert (
        lead == "29 % of offers declined: “process too slow” 36 %, “salary” 35 %, “took another offer” 29 %"
    )
    text = said(at)
    assert "Of those rejected who answered 9 % would recommend us, of those hired 64 %." in text.replace(
        "\u202f", " "
    )
    assert "1,027 of 5,525 rejected answered, " in text
    assert "; 312 of 485 hired, 201 of them." in text
    assert (
        "agree what to do, and whose it is: “did not come”, 228 of 620 who withdrew; “process too slow”, 72 of 199 "
        "who declined."
    ) in text
    assert [one.label for one in at.metric] == [
        "Candidate NPS",
        "NPS of rejected",
        "NPS of hired",
        "Answered",
        "Withdrew",
        "Declined the offer",
    ]
    assert all(one.help for one in at.metric)
    assert len(alts(at)) == 7
    assert all(alts(at))
    by = "by source, by role, by region, by wait for an interview"
    assert f"No clear difference {by}: the ranges of lowest and highest meet" in [
        one.label for one in at.expander
    ]


def test_scores_and_reasons_are_those_of_the_files(app, ended) -> None:
    at = sound(app(PAGE))
    tiles = {one.label: one.value.replace("\\", "") for one in at.metric}
    for label, status in (("NPS of rejected", "rejected"), ("NPS of hired", "hired")):
        score = ended.loc[ended["status"] == status, "score"].dropna()
        value = round(100 * ((score >= 9).sum() - (score <= 6).sum()) / len(score))
        assert tiles[label].replace("−", "-") == f"{value:+d}"
    for status in ("withdrawn", "offer_declined"):
        by_hand = ended.loc[ended["status"] == status, "reason"].value_counts().to_dict()
        tables = [one.value for one in at.table if "Reason" in one.value.columns]
        told = [dict(zip(one["Reason"], one["Applications"].astype(int), strict=True)) for one in tables]
        assert by_hand in told


def test_sources_do_not_differ_and_waiting_long_goes_with_a_lower_score(app) -> None:
    """The one is planted to mislead, the other is true in the sample."""
    at = sound(app(PAGE))
    source = next(one for one in alts(at) if "by source" in one)
    assert "by source: lowest Campus −29, highest Agency −21; ranges meet" in source
    decision = next(one for one in alts(at) if "by wait for the decision" in one)
    assert "no steady pattern" in decision
    assert "Over 6 weeks: −61 · 84 of 374" in decision.replace("\u202f", " ")


def test_without_surveys_the_page_says_so_and_still_tells_why_candidates_left(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("candidate_surveys")))
    assert at.title[0].value == "Whether candidates would recommend us is not known"
    text = said(at)
    assert "`candidate_surveys.csv`" in text
    assert not alts(at)
    assert "Why 620 withdrew" in text
    assert "At the screen 11 % of those rated yes or above leave, 6 % of the others" in text


def test_without_applications_the_page_names_the_file(app, warehouse_without) -> None:
    at = sound(
        app(PAGE, warehouse=warehouse_without("applications", "interviews", "ratings", "candidate_surveys"))
    )
    assert "`applications.csv`" in said(at)
    assert not alts(at)


def test_without_interviews_where_strong_candidates_leave_is_not_known(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("interviews", "ratings")))
    assert "no interviewer's recommendation is loaded" in said(at)
    assert "would recommend us" in said(at)


def test_a_filter_that_leaves_nobody_says_so(app) -> None:
    at = sound(app(PAGE, {"hired_from": "1990-01-01", "hired_to": "1990-12-31"}))
    assert at.title[0].value == "No application of these filters has ended"
    assert not alts(at)


def test_who_may_not_see_names_sees_the_same_counts(app, without_names) -> None:
    at = sound(app(PAGE))
    assert at.title[0].value.startswith("29")
    assert len(alts(at)) == 7
    assert _shown(at, "Reason")["Applications"].tolist()[0] == "228"
    people = sellers.file("candidates")["full_name"].dropna().unique()
    assert not [who for who in people if who in said(at)]


def test_where_a_split_of_few_hides_one_it_hides_so_many_that_nobody_comes_out_of_the_rest(
    app, ended
) -> None:
    """Two of Campus had answered, and four of those who left: all answers less the other groups would be theirs."""
    at = sound(app(PAGE, {"role_profiles": ["Channel"], "regions": ["UK and Ireland"]}))
    openings = sellers.file("requisitions").drop_duplicates("requisition_id").set_index("requisition_id")
    region = ended["requisition_id"].map(openings["region"])
    few = ended[(ended["role_profile"] == "Channel") & (region == "UK and Ireland")]
    answered = int(few["score"].notna().sum())
    by_source = few.groupby("source")["score"].count()
    assert (answered, by_source["Campus"]) == (61, 2)
    rests = {}
    for alt in alts(at):
        shown = re.findall(r"· ([0-9,]+) of ", alt)
        rests[alt.split(".")[0]] = answered - sum(int(n.replace(",", "")) for n in shown)
    assert [rest for rest in rests.values() if 0 < rest < 5] == []
    source = next(one for one in alts(at) if "by source" in one)
    assert "Campus" not in source
    assert by_source.drop("Campus").idxmin() not in source
    assert "Not shown: where fewer than 5 answered" in said(at)


def test_two_choices_a_day_apart_tell_the_same_so_that_nobodys_answer_comes_out(app) -> None:
    one, other = (
        sound(app(PAGE, {"hired_from": first, "hired_to": last}))
        for first, last in (("2024-02-10", "2025-05-19"), ("2024-02-11", "2025-05-20"))
    )
    assert said(one) == said(other)
    assert [tile.value for tile in one.metric] == [tile.value for tile in other.metric]
    assert "Applications from 1 Jan 2024 to 30 Jun 2025: on this page days count by whole quarters" in said(
        one
    )
    assert "days count by whole quarters" not in said(sound(app(PAGE)))

"""Interviewers and combinations by the hires they saw, on the sample: in what order, who is compared, who is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from hiring.findings.high_performers.interviewers import Interviewed, interviewed
from hiring.findings.high_performers.outcomes import HIGH_PERFORMERS, MET_THE_BAR, Outcome
from hiring.statistics.company import CompanyEvidence
from hiring.statistics.evidence.frames import Chosen
from hiring.statistics.evidence.shown import shown
from hiring.statistics.outcomes import KEY
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.evidence import making

UNTOLD = ("Too few hires", "No comparison")


@pytest.fixture(scope="module")
def company(sample_warehouse: Path) -> CompanyEvidence:
    return making.made(Warehouse(sample_warehouse))


def _of(
    company: CompanyEvidence,
    chosen: pd.DataFrame,
    names: dict[str, str] | None = None,
    outcome: Outcome = HIGH_PERFORMERS,
) -> Interviewed:
    who = names or {
        one: f"{one} Person{one}" for one in company.panels.seats["interviewer_id"].astype(str).unique()
    }
    people = pd.DataFrame({"interviewer_id": list(who), "full_name": list(who.values())})
    every = company.panels.outcomes.hires[KEY]
    seen = shown(company.panels, Chosen(chosen[KEY], every, people))
    return interviewed(company.high_performers, seen, chosen[KEY], outcome)


def test_of_few_chosen_hires_nobody_is_drawn_or_ranked_and_the_label_says_so(
    company: CompanyEvidence,
) -> None:
    hires = company.high_performers.hires
    found = _of(company, hires[hires["region"] == "DACH"].head(30))
    frame = found.frame
    few = (frame["n"] < 8) & (frame["section"] == "Interviewer") | (frame["n"] < 5) & (
        frame["section"] == "Combination"
    )
    assert few.sum() > 50
    assert set(frame.loc[few, "label"]) == {"Too few hires"}
    assert frame.loc[few, ["levelled", "top_third"]].isna().all(axis=None)
    assert set(frame.loc[few, "why"]) == {"fewer than 8 of these hires", "fewer than 5 of these hires"}
    drawn = found.exhibit.marks.rows if found.exhibit.is_drawn else pd.DataFrame({"id": []})
    assert not set(drawn["id"].dropna()) & set(frame.loc[few, "id"])
    assert len(found.table) == len(frame)
    for _, mine in frame.groupby("section"):
        assert mine["label"].isin(UNTOLD).is_monotonic_increasing  # whoever is compared comes first


def test_where_nobody_saw_enough_nothing_is_drawn_and_the_list_stands(company: CompanyEvidence) -> None:
    found = _of(company, company.high_performers.hires.head(4))
    assert not found.exhibit.is_drawn
    assert found.exhibit.lead == "Nobody saw enough of these hires to be compared"
    assert len(found.table) == len(found.frame) > 0


def test_the_reason_stands_beside_a_label_that_tells_nothing(company: CompanyEvidence) -> None:
    frame = _of(company, company.high_performers.hires).frame
    untold = frame["label"].isin(UNTOLD)
    assert untold.any()
    assert (frame.loc[untold, "why"] == "their hires tell less than a third of what it takes").any()
    assert (frame.loc[untold, "why"] != "").all()


def test_pairs_are_named_as_their_people_are_so_that_nobody_else_can_be_meant(
    company: CompanyEvidence,
) -> None:
    hires = company.high_performers.hires
    first = _of(company, hires).frame.query("section == 'Combination'")["id"].iloc[0].split(" + ")
    others = [one for one in _of(company, hires).frame["id"] if one not in first and " + " not in one]
    names = {one: f"{one} Person{one}" for one in company.panels.seats["interviewer_id"].astype(str).unique()}
    names |= {first[0]: "Tadeusz Woodhaven", first[1]: "Priya Aldergrove"}
    names |= {others[0]: "Fay Woodhaven", others[1]: "Paul Aldergrove"}
    frame = _of(company, hires, names).frame.set_index("id")
    # Two people are "P. Aldergrove", so each keeps the whole name, in the pair as well.
    assert frame.loc[" + ".join(first), "name"] == "T. Woodhaven + Priya Aldergrove"
    assert frame.loc[others[0], "name"] == "F. Woodhaven"


def test_two_people_of_one_name_are_two_rows(company: CompanyEvidence) -> None:
    names = dict.fromkeys(company.panels.seats["interviewer_id"].astype(str).unique(), "Ada Okafor")
    frame = _of(company, company.high_performers.hires, names).frame
    assert set(frame.query("section == 'Interviewer'")["name"]) == {"A. Okafor"}


def test_who_leans_is_told_why_it_is_no_more(company: CompanyEvidence) -> None:
    people = company.panels.interviewers.copy()
    top = people.index[people["label"] == "Can't tell"][0]
    people.loc[top, "label"] = "Leaning"
    leaning = replace(company, panels=replace(company.panels, interviewers=people))
    (saying,) = _of(leaning, company.high_performers.hires).sayings
    assert (
        "It leans and is not clear: judged by all that these hires sold, there may still be no difference."
        in saying[3]
    )


def test_where_nobody_is_told_from_luck_whoever_saw_most_hires_comes_first_and_is_drawn(
    company: CompanyEvidence,
) -> None:
    found = _of(company, company.high_performers.hires)
    told = found.frame[~found.frame["label"].isin(UNTOLD)]
    people = told["section"] == "Interviewer"
    for is_theirs in (people, ~people):
        assert told.loc[is_theirs, "n"].is_monotonic_decreasing
        assert not told.loc[is_theirs, "left"].is_monotonic_decreasing
    drawn = found.exhibit.marks.rows.query("section == 'Interviewer'")["id"].dropna()
    assert list(drawn) == list(told.loc[people, "id"].head(12))
    assert not found.exhibit.has_sides


def test_where_one_leans_whoever_is_left_furthest_above_after_luck_comes_first_and_is_drawn(
    company: CompanyEvidence,
) -> None:
    people = company.panels.interviewers.copy()
    people.loc[people.index[people["label"] == "Can't tell"][0], "label"] = "Leaning"
    leaning = replace(company, panels=replace(company.panels, interviewers=people))
    found = _of(leaning, company.high_performers.hires)
    told = found.frame[~found.frame["label"].isin(UNTOLD) & (found.frame["section"] == "Interviewer")]
    left = told["levelled"] - told["expected"]
    assert left.is_monotonic_decreasing
    assert not told["difference"].is_monotonic_decreasing  # luck would order them otherwise
    furthest = left.nlargest(6).index.union(left.nsmallest(6).index)
    drawn = found.exhibit.marks.rows.query("section == 'Interviewer'")["id"].dropna()
    assert set(drawn) == set(told.loc[furthest, "id"])
    # Of other outcomes nothing is known after luck, so counted less expected is all there is.
    bar = _of(leaning, company.high_performers.hires, outcome=MET_THE_BAR).frame
    is_told = ~bar["label"].isin(UNTOLD) & (bar["section"] == "Interviewer")
    assert bar.loc[is_told, "difference"].is_monotonic_decreasing


def test_of_who_cannot_be_told_luck_is_enough_or_their_hires_did_differ(
    company: CompanyEvidence,
) -> None:
    frame = _of(company, company.high_performers.hires).frame
    grey = frame[(frame["label"] == "Can't tell") & ~frame["why"].str.startswith("by all they sold")]
    assert len(grey) > 50
    for row in grey[grey["section"] == "Interviewer"].to_dict("records"):
        did = {1: "better than expected", -1: "worse than expected"}.get(_missing(row))
        through = f"{did}; through them: not known" if did else ""
        assert row["why"] == (through or "luck is enough")
    assert {_missing(row) for row in grey.to_dict("records")} == {0, 1}  # on the sample none lies below


def _missing(row: Mapping[Any, Any]) -> int:
    """On which side of the tick the line lies, as both are written; 0 where it crosses."""
    low, high, tick = (round(row[name]) for name in ("levelled_low", "levelled_high", "expected"))
    return (low > tick) - (high < tick)


def test_where_the_dot_and_the_square_lie_on_two_sides_of_the_tick_it_is_said_why(
    company: CompanyEvidence,
) -> None:
    found = _of(company, company.high_performers.hires)
    frame = found.frame.set_index("id")
    counted, expected, levelled = (frame[name].round() for name in ("counted", "expected", "levelled"))
    below, above = (counted < expected) & (expected < levelled), (counted > expected) & (expected > levelled)
    assert below.sum() > 5
    assert above.sum() > 5
    assert set(frame.loc[below, "why"]) == {"by all they sold in two years, not below expected"}
    assert set(frame.loc[above, "why"]) == {"by all they sold in two years, not above expected"}
    assert not frame.loc[~below & ~above, "why"].str.startswith("by all they sold").any()
    one = frame[below].iloc[0]
    assert one["detail"].endswith("; by all they sold in two years, not below expected")
    assert "two years" not in one["side"]
    row = found.table.set_index("Who").loc[one["who"]]
    assert (row["Side"], row["Why"]) == (one["side"], one["why"])
    drawn = found.exhibit.marks.rows
    crosses = drawn["id"].isin(frame.index[below | above])
    assert ("lie on two sides of the tick" in found.exhibit.note) == crosses.any()


def test_where_a_line_misses_its_tick_the_list_says_so_and_the_figure_names_nobody(
    company: CompanyEvidence,
) -> None:
    found = _of(company, company.high_performers.hires)
    told = found.frame[found.frame["label"] == "Can't tell"].query("section == 'Interviewer'")
    above = [row["id"] for row in told.to_dict("records") if _missing(row) > 0]
    assert len(above) == 2
    assert found.exhibit.lead == found.spread  # one verdict over the figure
    assert len(found.exhibit.lead) <= 90
    # In the figure nobody bears a word that others do not; in the list these two do.
    assert "below" not in found.exhibit.marks.rows
    did = found.frame["why"] == "better than expected; through them: not known"
    assert list(found.frame.loc[did, "id"]) == above
    assert found.exhibit.standfirst.startswith("A count of few hires is mostly luck: no verdict on a person.")

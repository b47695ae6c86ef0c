"""The quarterly review as both sides meet it: the sample's quarter, other quarters, names, files missing, freezing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from helpers.pages_read import alts, said, sound
from hiring.warehouse.decided.promises import PROMISES, Promise

PAGE = "review"
LABELS = ["Met the bar", "Offers accepted", "Days to fill, median", "Left in year one", "Openings"]


def test_the_last_quarter_that_is_over_is_told_in_five_numbers_beside_a_year_before(app) -> None:
    at = sound(app(PAGE))
    assert [one.label for one in at.metric] == LABELS
    assert all(one.help for one in at.metric)
    assert at.title[0].value.startswith("In the four quarters to 2026 Q2 ")
    assert len(at.title[0].value) <= 90
    text = said(at)
    assert "2026 Q2 (Apr–Jun 2026) · for the meeting: no names of hires, no group of fewer than five" in text
    assert "No pack of an earlier quarter was frozen" in text
    assert 5 <= len(alts(at)) <= 8


def test_the_meetings_pack_names_nobody_and_that_of_who_may_see_names_the_interviewers(app) -> None:
    meeting, named = sound(app(PAGE)), sound(app(PAGE, {"for": "names"}))
    assert "for who may see names" in said(named)
    assert len(alts(named)) == len(alts(meeting)) + 1


@pytest.mark.parametrize("quarter", ["2031Q1", "1999Q1", "nonsense"])
def test_an_address_of_a_quarter_there_is_not_says_so_beside_the_last_one_that_is_over(
    app, quarter: str
) -> None:
    at = sound(app(PAGE, {"quarter": quarter}))
    assert at.title[0].value.startswith("In the four quarters to 2026 Q2 ")
    told = "is no quarter of which the data say anything: this is 2026 Q2 (Apr–Jun 2026)."
    assert f"{quarter} {told}" in said(at)


@pytest.mark.proof
def test_an_address_may_name_an_older_quarter_than_those_offered(app) -> None:
    at = sound(app(PAGE, {"quarter": "2022Q1"}))
    assert "Quarterly review · 2022 Q1 (Jan–Mar 2022)" in said(at)
    assert "is no quarter" not in said(at)


@pytest.mark.proof
def test_an_earlier_quarter_is_told_as_the_data_know_it_today(app) -> None:
    at = sound(app(PAGE, {"quarter": "2025Q4"}))
    assert "2025 Q4 (Oct–Dec 2025)" in said(at)
    assert "not as they were known then" in said(at)


def test_of_an_earlier_quarter_nothing_later_is_told_without_its_day(app) -> None:
    text = said(sound(app(PAGE, {"quarter": "2023Q3"}))).replace("\xa0", " ")
    assert "13 promises were overdue on 30 Sep 2023: 1 of HR and 12 of Sales (1 about an opening)." in text
    assert "overdue now" not in text
    assert "in the four quarters to 30 Sep 2023" in text
    # Above the exhibits, above what cannot be known yet, and at each rating of the agenda.
    assert text.count("As of 30 Jun 2026, not of 2023 Q3.") == 3
    latest = said(sound(app(PAGE))).replace("\xa0", " ")
    assert "10 promises are overdue now: 2 of HR and 8 of Sales (2 about openings)." in latest
    assert "not of 2026 Q2" not in latest


def test_the_agenda_counts_promises_as_the_exhibits_do(app) -> None:
    text = said(sound(app(PAGE))).replace("\u202f", " ")
    assert "HR kept “HR looks at every application and holds the first call” in 87 % of 1,239" in text
    assert "Sales kept “Sales meets everyone HR passes on” in 45 % of 648" in text
    assert "90 % of 5,150" not in text
    assert "78 of HR and 136 of Sales in the last four quarters never came" in text


@pytest.mark.parametrize("file", ["quotas", "requisitions", "working_agreement", "interviews"])
def test_without_a_file_its_number_names_it_and_the_rest_stands(app, warehouse_without, file: str) -> None:
    gone = {file, *(("ratings",) if file == "interviews" else ())}
    at = sound(app(PAGE, warehouse=warehouse_without(*gone)))
    assert [one.label for one in at.metric] == LABELS
    if file in ("quotas", "requisitions"):
        assert f"needs {file}.csv, which is not loaded" in said(at)


@pytest.fixture
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HIRING_DECISIONS", str(tmp_path / "decisions.sqlite"))
    monkeypatch.setenv("HIRING_AUDIT", str(tmp_path / "audit.jsonl"))
    return tmp_path / "audit.jsonl"


def freeze(at) -> str:
    next(one for one in at.button if one.label == "Freeze this pack").click().run()
    return said(sound(at))


def test_a_pack_that_is_frozen_stands_beside_todays_data_with_its_hour(app, own_store: Path) -> None:
    text = freeze(sound(app(PAGE)))
    assert "2026 Q2 (Apr–Jun 2026) is frozen." in text
    assert "Today's data say the same of this quarter." in text
    # A draft of the same quarter is nothing to compare with.
    assert "No pack of an earlier quarter was frozen" in text
    frozen = next(one for one in sound(app(PAGE)).selectbox if one.label == "Frozen pack")
    assert re.fullmatch(r"2026Q2, frozen \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC", frozen.options[0])


def test_the_next_quarters_pack_says_what_became_clear_since_that_of_an_earlier_one(
    app, own_store: Path
) -> None:
    freeze(sound(app(PAGE, {"quarter": "2026Q1"})))
    text = said(sound(app(PAGE)))
    assert "Since the pack of 2026 Q1 (Jan–Mar 2026), frozen " in text
    assert "nothing became clear, and nothing that was clear fell back" in text


def test_how_a_pack_is_prepared_is_there_in_the_next_visit_of_its_quarter_and_audience(
    app, own_store: Path
) -> None:
    at = sound(app(PAGE))
    box = next(one for one in at.text_input if one.label.startswith("Comment: HR kept"))
    box.set_value("Ask HR in July").run()
    at.multiselect[-1].set_value(["sources_value"]).run()
    again = sound(app(PAGE))
    assert "Ask HR in July" in [one.value for one in again.text_input]
    assert again.multiselect[-1].value == ["sources_value"]
    assert re.search(
        r"Saved \d{4}-\d\d-\d\d \d\d:\d\d UTC, for everybody", said(again).replace(":color[:]", ":")
    )
    assert "Ask HR in July" not in [one.value for one in sound(app(PAGE, {"quarter": "2026Q1"})).text_input]
    told = [json.loads(line) for line in own_store.read_text().splitlines()]
    assert [one["subject"] for one in told if one["action"] == "prepare"] == [
        "review 2026Q2 meeting agreement_hr",
        "review 2026Q2 meeting sources_value",
    ]


def test_what_a_meeting_promised_stands_in_the_pack_of_its_quarter_and_later_ones(
    app, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_warehouse: Path
) -> None:
    monkeypatch.setenv("HIRING_DECISIONS", str(tmp_path / "decisions.sqlite"))
    monkeypatch.setenv("HIRING_AUDIT", str(tmp_path / "audit.jsonl"))
    terms = ("p1", 1, "three slots a week", "Sales", 5, "2026-07-01", "010001", "010002")
    PROMISES.put(sample_warehouse, Promise(*terms, "2026-07-01T10:00:00+00:00", "local"))
    text = said(sound(app(PAGE))).replace("\xa0", " ")
    assert (
        "**“three slots a week” (promised by Sales):** within 5 working days, from 1 Jul 2026; both" in text
    )
    assert "both sides say: open." in text
    assert "three slots" not in said(sound(app(PAGE, {"quarter": "2025Q4"})))

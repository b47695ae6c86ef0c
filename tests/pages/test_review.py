"""The quarterly review as both sides meet it: the sample's quarter, other quarters, names, files missing, freezing."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.pages_read import alts, said, sound

PAGE = "review"
LABELS = ["Met the bar", "Offers accepted", "Days to fill, median", "Left in year one", "Openings"]


def test_the_last_quarter_that_is_over_is_told_in_five_numbers_beside_a_year_before(app) -> None:
    at = sound(app(PAGE))
    assert [one.label for one in at.metric] == LABELS
    assert all(one.help for one in at.metric)
    assert at.title[0].value.startswith("In 2026 Q2 ")
    assert len(at.title[0].value) <= 90
    text = said(at)
    assert "2026 Q2 (Apr–Jun 2026) · for the meeting: no names of hires, no group of fewer than five" in text
    assert "No pack was frozen before" in text
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
    assert at.title[0].value.startswith("In 2026 Q2 ")
    told = "is no quarter of which the data say anything: this is 2026 Q2 (Apr–Jun 2026)."
    assert f"{quarter} {told}" in said(at)


def test_an_address_may_name_an_older_quarter_than_those_offered(app) -> None:
    at = sound(app(PAGE, {"quarter": "2022Q1"}))
    assert "Quarterly review · 2022 Q1 (Jan–Mar 2022)" in said(at)
    assert "is no quarter" not in said(at)


def test_an_earlier_quarter_is_told_as_the_data_know_it_today(app) -> None:
    at = sound(app(PAGE, {"quarter": "2025Q4"}))
    assert "2025 Q4 (Oct–Dec 2025)" in said(at)
    assert "not as they were known then" in said(at)


@pytest.mark.parametrize("file", ["quotas", "requisitions", "working_agreement", "interviews"])
def test_without_a_file_its_number_names_it_and_the_rest_stands(app, warehouse_without, file: str) -> None:
    gone = {file, *(("ratings",) if file == "interviews" else ())}
    at = sound(app(PAGE, warehouse=warehouse_without(*gone)))
    assert [one.label for one in at.metric] == LABELS
    if file in ("quotas", "requisitions"):
        assert f"needs {file}.csv, which is not loaded" in said(at)


def test_a_pack_that_is_frozen_stands_beside_todays_data_and_the_next_says_what_came_since(
    app, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIRING_DECISIONS", str(tmp_path / "decisions.sqlite"))
    monkeypatch.setenv("HIRING_AUDIT", str(tmp_path / "audit.jsonl"))
    at = sound(app(PAGE))
    next(one for one in at.button if one.label == "Freeze this pack").click().run()
    text = said(sound(at))
    assert "2026 Q2 (Apr–Jun 2026) is frozen." in text
    assert "Today's data say the same of this quarter." in text
    assert "nothing became clear, and nothing that was clear fell back" in text

"""The page of methods as a reader meets it: measured or not yet, a company of its own size, and one too small."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from helpers import breadth
from helpers.invented.figures import measurement
from hiring.findings.methods import answer, proof, scale

PAGE = "methods"


def _text(at: AppTest) -> str:
    written = "\n".join(element.value for element in (*at.title, *at.header, *at.markdown))
    return re.sub(r"\\(.)", r"\1", written)


def _alts(at: AppTest) -> list[str]:
    return [re.sub(r"\\(.)", r"\1", chart.proto.alt) for chart in at.get("plotly_chart")]


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "kept", measurement)


@pytest.mark.usefixtures("measured")
def test_the_proof_leads_and_every_chapter_is_there(app: Callable[..., AppTest]) -> None:
    at = app(PAGE)
    assert not at.exception
    assert not at.error
    assert at.title[0].value == "In 300 invented companies where nothing was true, it claimed nothing"
    headings = [heading.value for heading in at.header]
    assert headings == [
        "What this cannot say",
        "How sure each label is",
        "How often each page is wrong where nothing is true",
        "Every aim was met",
        "How a claim is made",
        "How near the truth is what is left after luck?",
    ]
    assert {f"#{anchor}" for _, anchor in answer.CONTENTS} == set(re.findall(r"\((#\w+)\)", _text(at)))
    # two of labels, two of ranges, two of the proof, one of the pull of the one before, one of hiring plans
    assert len(at.table) == 8
    assert "Where nothing pulls, 24 of 400 lay outside" in _text(at)
    assert len(_alts(at)) == 4
    assert [fold.label for fold in at.expander] == [
        "When exactly each label is given",
        "Claim by claim",
        "How an outcome is made",
        "Who is compared with whom",
        "What every claim has to stand",
        "How many ranges hold the truth",
        "Why estimates are pulled towards the average",
        "How much of the truth it finds, aim by aim",
        "Its ranges, kind by kind",
    ]
    assert "22\u00a0Nov\u00a02026" in _text(at)


@pytest.mark.usefixtures("measured")
def test_the_companys_own_numbers_stand_in_the_picture(app: Callable[..., AppTest]) -> None:
    at = app(PAGE)
    text = _text(at)
    assert "414 hires of at least six months." in text
    assert "65 interviewers: 42 Can't tell, 23 Too few hires." in text
    assert any(alt.startswith("Highest plain average of an interviewer here: ") for alt in _alts(at))
    assert "Working out" not in text


def test_what_was_not_measured_yet_is_said_and_the_rest_stands(
    app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof, "kept", lambda: None)
    monkeypatch.setattr(scale, "kept", lambda: None)
    at = app(PAGE)
    assert not at.error
    assert at.title[0].value == "How a pattern is told from luck here, and what is never said"
    assert _text(at).count("Not measured yet.") == 2
    assert len(at.table) == 2  # of labels
    assert len(_alts(at)) == 1


@pytest.mark.usefixtures("measured")
def test_too_few_hires_leave_words_instead_of_the_picture(
    app: Callable[..., AppTest], early_warehouse: Path
) -> None:
    at = app(PAGE, warehouse=early_warehouse)
    assert not at.exception
    assert not at.error
    assert "nobody is compared below 120" in _text(at)
    assert len(_alts(at)) == 3  # of the scale and the proof


@pytest.mark.usefixtures("measured")
def test_the_company_s_own_numbers_are_the_same_under_every_filter(app: Callable[..., AppTest]) -> None:
    whole = app(PAGE)
    for query in ({"role_profiles": ["Channel"]}, {"hired_from": "2020-10-01", "hired_to": "2020-10-03"}):
        at = app(PAGE, query)
        assert _alts(at) == _alts(whole)
        assert [one.value for one in at.title] == [one.value for one in whole.title]


@pytest.mark.parametrize(
    "table", ["quotas", *breadth.proof("applications", "interviews", "territory_revenue")]
)
def test_files_that_did_not_come_leave_the_methods_standing(
    app: Callable[..., AppTest], warehouse_without: Callable[..., Path], table: str
) -> None:
    at = app(PAGE, warehouse=warehouse_without(table))
    assert not at.exception
    assert not at.error
    assert "Counted here" in _text(at)


def test_pages_with_evidence_and_the_definitions_lead_to_the_methods(app: Callable[..., AppTest]) -> None:
    for page in ("sources", "interviewers", "definitions"):
        links = [link.proto.label for link in app(page).get("page_link")]
        assert "How hires are compared, and how sure one can be" in links, page

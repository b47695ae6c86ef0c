"""Companies nobody planned for, page by page: nothing fails, a lead stands and is true; every question is answered."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import each_built_once
from helpers.unseen_companies import COMPANIES
from hiring.__main__ import main
from hiring.warehouse import sql_files

PAGES = (
    "overview",
    "high-performers",
    "outcomes",
    "role-profiles",
    "leadership",
    "sources",
    "interviewers",
    "data-health",
    "identity",
)
SETTINGS = 'company_name = "Kestrel (invented)"\nbase_currency = "EUR"\n'

#: Those that differ most: hardly anybody, nobody, and as many as are judged, each alone in a role.
ASKED = ("one hire", "a manager alone", "a role a hire")

#: One of each kind: too few to say anything, nobody to judge, nothing to judge by.
KINDS = ("one hire", "hires to come only", "quotas of nothing")

#: What each company's pages say first, where it could be said wrongly.
LEADS: Mapping[str, Mapping[str, str]] = {
    "one hire": {
        "overview": "No hire here has reached month 12 yet",
        "outcomes": "Too few hires to say anything of",
        "role-profiles": "1 hire is too few to say what goes with results",
        "sources": "All hires here came from one source, so there is nothing to compare",
        "interviewers": "Too few hires to compare anybody: 1 of at least 120",
    },
    "the CRM begins after every start": {
        "overview": "Nobody's first sales are on record, so nobody can be judged",
        "outcomes": "What these hires sold first is not in the CRM's file",
        "interviewers": "Every hire started before the CRM's history, so nobody can be compared",
    },
    "everybody left on the first day": {"outcomes": "Fewer than half of Inside sales have a first deal yet"},
    "hires to come only": {"overview": "No hire is known", "outcomes": "No hire is known"},
    "no role anywhere": {"outcomes": "Too few hires to say anything of"},
    "revenue below nothing": {"outcomes": "Fewer than half of Inside sales are at quota pace yet"},
    "no deal won": {"outcomes": "Fewer than half of Inside sales are at quota pace yet"},
    "quotas of nothing": {
        "overview": "None of these hires has a quota, so none can be held against the bar",
        "outcomes": "Half of Inside sales have a first deal by day 60",
    },
    "a role a hire": {
        "outcomes": "Too few hires in any one role to say how soon they reach quota pace",
        "sources": "No hire here stands above another of the same role, so no source differs",
        "interviewers": "No hire here stands above another of the same role",
    },
    "names of 300 letters": {"outcomes": f"Half of {'R' * 300} are at quota pace by month 3"},
    "always away": {
        "overview": "No hire here has reached month 12 yet",
        "outcomes": "Half of Inside sales have a first deal by the first day",
    },
    "job changes on the first day": {"outcomes": "Half of Inside sales are at quota pace by month 3"},
    "out of Sales on the first day": {"outcomes": "Fewer than half of Inside sales have a first deal yet"},
    "a manager alone": {
        "overview": "Without quotas nobody can be held against the bar",
        "outcomes": "Too few hires to say anything of",
    },
}


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The warehouse of one of them, built once."""
    return each_built_once(tmp_path_factory, COMPANIES, SETTINGS)


@pytest.mark.parametrize("name", breadth.always(KINDS, COMPANIES))
def test_every_page_of_it_stands_with_a_lead_that_is_true(app, company, name: str) -> None:
    for page in PAGES:
        at = app(page, warehouse=company(name))
        assert not at.exception, page
        assert not at.error, page
        (lead,) = (title.value for title in at.title)
        assert lead == LEADS[name].get(page, lead)


@pytest.mark.proof
@pytest.mark.parametrize("name", breadth.always(ASKED[:1], ASKED))
def test_every_question_about_it_is_answered(company, name: str, capsys) -> None:
    warehouse = str(company(name))
    for about in ("interviewers", "pairs", "sources", "profiles"):
        assert main(["evidence", about, "--json", "--warehouse", warehouse]) == 0
        assert json.loads(capsys.readouterr().out)["who_can_say"]
    for question, query in sql_files.questions().items():
        if not question.endswith("_in_scope") and not (
            any(map(query.header, ("estimates", "rights", "confined")))
        ):
            assert main(["ask", question, "--json", "--warehouse", warehouse]) == 0, question
            assert isinstance(json.loads(capsys.readouterr().out), list)

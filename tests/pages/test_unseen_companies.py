"""Companies nobody planned for, page by page: nothing fails, a lead stands and is true; every question is answered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hiring import sql_files
from hiring.__main__ import main
from small_company import built
from unseen_companies import COMPANIES

PAGES = (
    "overview",
    "hire-quality",
    "role-profiles",
    "sources",
    "interviewers",
    "data",
    "identity",
    "mapping",
    "definitions",
    "methods",
)
SETTINGS = 'company_name = "Kestrel (invented)"\nbase_currency = "EUR"\n'


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The warehouse of one of them, built once."""
    made: dict[str, Path] = {}

    def of(name: str) -> Path:
        if name not in made:
            done = built(tmp_path_factory.mktemp("company"), COMPANIES[name](), base={}, config_toml=SETTINGS)
            assert done.result.is_good, "\n".join(map(str, done.result.messages))
            made[name] = done.folder
        return made[name]

    return of


@pytest.mark.parametrize("name", COMPANIES)
def test_every_page_of_it_stands(app, company, name: str) -> None:
    faults = {}
    for page in PAGES:
        at = app(page, warehouse=company(name))
        print("LEAD", name, "|", page, "|", [t.value for t in at.title])
        if at.exception or at.error or len(at.title) != 1:
            faults[page] = [*(e.value for e in at.error), *(e.message for e in at.exception)]
    assert not faults


@pytest.mark.parametrize("name", COMPANIES)
def test_every_question_about_it_is_answered(company, name: str, capsys) -> None:
    warehouse = str(company(name))
    for about in ("interviewers", "pairs", "sources", "profiles"):
        assert main(["evidence", about, "--json", "--warehouse", warehouse]) == 0
    for question in sql_files.questions():
        if not question.endswith("_in_scope"):
            assert main(["ask", question, "--json", "--warehouse", warehouse]) == 0, question
    said = capsys.readouterr()
    assert "Traceback" not in said.err

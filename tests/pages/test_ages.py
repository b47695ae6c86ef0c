"""Files that begin or end at another time than the rest: every page says so, and none blames the age of a hire."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from helpers.small_company import built
from helpers.unseen_companies import OLD, Tables, hires, tables

SETTINGS = 'company_name = "Kestrel (invented)"\nbase_currency = "EUR"\n'


def _kept(made: Tables, keep: Callable[[Mapping[str, str]], bool]) -> Tables:
    """The company's files, with those deals alone that are kept."""
    rows = [row for row in csv.DictReader(io.StringIO(made["opportunities"])) if keep(row)]
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return {**made, "opportunities": out.getvalue()}


COMPANIES: Mapping[str, Callable[[], Tables]] = {
    "begins late": lambda: _kept(tables(hires(16)), lambda row: row["created_on"] >= "2025-05-01"),
    "ends early": lambda: _kept(
        tables(hires(16), opportunities=OLD), lambda row: row["closed_on"] < "2024-07-01"
    ),
    "whole": lambda: tables(hires(16), opportunities=OLD),
}


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The warehouse of one of them, built once."""
    made: dict[str, Path] = {}

    def of(name: str) -> Path:
        if name not in made:
            done = built(tmp_path_factory.mktemp("ages"), COMPANIES[name](), base={}, config_toml=SETTINGS)
            assert done.result.is_good, "\n".join(map(str, done.result.messages))
            made[name] = done.folder
        return made[name]

    return of


def _plain(text: str) -> str:
    return text.replace("\\", "").replace("\N{NO-BREAK SPACE}", " ")


def _text(at: AppTest) -> str:
    assert not at.exception
    assert not at.error
    return "\n".join(_plain(one.value) for one in (*at.title, *at.header, *at.markdown))


PAGES = ("overview", "outcomes", "role-profiles", "sources", "interviewers", "panels", "craft", "methods")


@pytest.mark.parametrize("page", PAGES)
def test_a_crms_file_that_begins_after_the_hires_is_the_reason_and_not_their_age(app, company, page) -> None:
    at = app(page, warehouse=company("begins late"))
    (warning,) = at.warning
    assert _plain(warning.value).startswith("**16 of 16 hires started before the CRM's file begins (")
    assert "Export the older opportunities too." in warning.value
    text = _text(at)
    assert "old enough" not in text
    assert "0 hires of at least six months in" not in text
    assert "0 hires of at least six months:" not in text


def test_role_profiles_says_which_hires_are_left_out_instead_of_none_being_old_enough(app, company) -> None:
    at = app("role-profiles", warehouse=company("begins late"))
    assert "very hire started before the CRM's history" in at.title[0].value
    assert "16 who started before the CRM's history" in _text(at)


@pytest.mark.parametrize("page", PAGES)
def test_a_crms_file_that_ends_years_early_is_named_above_every_page(app, company, page) -> None:
    (warning,) = app(page, warehouse=company("ends early")).warning
    assert _plain(warning.value).startswith("**The CRM's file holds no deal won after ")
    assert "What was sold since is not known" in warning.value


@pytest.mark.proof
def test_a_company_whose_files_end_together_is_not_warned(app, company) -> None:
    assert [one.value for one in app("overview", warehouse=company("whole")).warning] == []


def test_where_no_hires_first_sales_are_on_file_no_page_waits_for_more_hires(app, company) -> None:
    for page in ("sources", "interviewers"):
        at = app(page, warehouse=company("begins late"))
        assert at.title[0].value.startswith("Every hire started before the CRM's history, so no")
        text = _text(at)
        assert "of 120" not in text
        assert "120 more" not in text
        assert "0 hires of at least" not in text
    text = _text(app("sources", warehouse=company("begins late")))
    assert "Their first sales are on no file: export the older opportunities." in text
    assert "A shorter outcome window counts more of them." not in text


def test_role_profiles_does_not_miss_quotas_that_came(app, company) -> None:
    at = app("role-profiles", warehouse=company("begins late"))
    text = _text(at)
    assert "No quota is known for these hires" not in text
    assert "The first sales of these hires are on no file, so neither pace nor the bar can be told." in text
    assert "No profile in force · no hire to judge" in text
    assert "Bars: weight" not in text
    assert "in each of two roles, with their first sales on file; there are 0 in Inside sales." in text


def test_what_the_notice_says_is_not_said_again_below_the_lead(app, company) -> None:
    for page in ("overview", "outcomes"):
        at = app(page, warehouse=company("begins late"))
        assert "8 May 2025" in _plain(at.warning[0].value)
        assert "8 May 2025" not in _text(at), page
        assert _text(at).lower().count("older") <= 1, page


def test_one_hire_who_is_too_new_is_one(app, company) -> None:
    text = _text(app("outcomes", warehouse=company("begins late")))
    assert "1 hire is too new for month 12 and in no figure of it." in text


def test_a_crms_file_that_ends_early_makes_nobody_worse(app, company) -> None:
    at = app("overview", warehouse=company("ends early"))
    assert "met the bar against" not in _text(at)
    text = _text(app("outcomes", warehouse=company("ends early")))
    assert (
        "8 hires started at a time of which the CRM's file lacks deals, so their first sales are in no"
        in text
    )
    assert "Outlined: the CRM's file lacks deals of the quarter" in text

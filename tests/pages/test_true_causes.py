"""What stands where nothing can be shown is true: of a viewer's access, small groups, age, or a missing column."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from helpers import breadth
from helpers.small_company import built
from helpers.unseen_companies import Hire, Tables, hires, tables

SETTINGS = 'company_name = "Kestrel (invented)"\nbase_currency = "EUR"\n'
WIDEN, NOT_YOURS = "Widen the hire period", "No hire is of your regions and roles"
PROFILE = "role_profile,version,effective_on,competency,weight\nElsewhere,1,2024-01-01,Discovery,1\n"


def _from(sources: Sequence[str]) -> list[Hire]:
    alike = hires(len(sources))
    return [replace(hire, source=source) for hire, source in zip(alike, sources, strict=True)]


def _without(made: Tables, table: str, column: str) -> Tables:
    """The company's files, one of them without a column."""
    rows = [
        {name: cell for name, cell in row.items() if name != column}
        for row in csv.DictReader(io.StringIO(made[table]))
    ]
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return {**made, table: out.getvalue()}


def _undated(made: Tables, hired: int, declined: int) -> Tables:
    """The company's files, so many of its hires' offers without their day, and so many declined offers more."""
    rows = list(csv.DictReader(io.StringIO(made["applications"])))
    for row in rows[:hired]:
        row["offered_on"] = ""
    for place in range(declined):
        rows.append(
            {
                **rows[0],
                "application_id": f"D{place}",
                "status": "offer_declined",
                "accepted_on": "",
                "employee_id": "",
            }
        )
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return {**made, "applications": out.getvalue()}


COMPANIES: Mapping[str, Callable[[], Tables]] = {
    "whole": lambda: tables(hires(12)),
    "of deals without owners": lambda: _without(tables(hires(12)), "opportunities", "owner_id"),
    "of offers without days": lambda: _undated(tables(hires(12)), hired=4, declined=2),
    "of hires from nowhere": lambda: _without(
        _without(tables(hires(12)), "applications", "employee_id"), "candidates", "email"
    ),
    "of no won deal": lambda: tables(hires(12, sold=0)),
    "of three": lambda: tables(hires(3)),
    "of small sources": lambda: tables(_from(["A", "B"] * 8 + [*"CDEFGHIJ"])),
    "without interviews' days": lambda: _without(tables(hires(12)), "interviews", "submitted_on"),
    "with another role's profile": lambda: {**tables(hires(12)), "role_profiles": PROFILE},
    "of new hires": lambda: {
        **tables(hires(5)),
        "role_profiles": PROFILE.replace("Elsewhere", "Inside sales"),
    },
}
#: The day the data of one of them speak of, where it is not their last.
AS_OF = {"of new hires": date(2024, 8, 1)}


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The warehouse of one of them, built once."""
    made: dict[str, Path] = {}

    def of(name: str) -> Path:
        if name not in made:
            folder, as_of = tmp_path_factory.mktemp("company"), AS_OF.get(name)
            done = built(folder, COMPANIES[name](), as_of=as_of, base={}, config_toml=SETTINGS)
            assert done.result.is_good, "\n".join(map(str, done.result.messages))
            made[name] = done.folder
        return made[name]

    return of


def _text(at: AppTest) -> str:
    assert not at.exception
    assert not at.error, [one.value for one in at.error]
    spans = (re.sub(r":(?:color|small|gray)\[(.)\]", r"\1", one.value) for one in at.markdown)
    return "\n".join(re.sub(r"\\(.)", r"\1", one) for one in spans)


@pytest.mark.parametrize(
    "scope", [{"regions": ()}, *breadth.proof({"role_profiles": ("Nothing",)})], ids=["region", "role"]
)
def test_who_may_see_no_hire_is_told_so_and_sent_to_no_filter(app, company, seen_by, scope) -> None:
    seen_by(**scope)
    for page in (
        "overview",
        "outcomes",
        "role-profiles",
        "sources",
        "interviewers",
        "panels",
        "craft",
        "second-look",
        "methods",
    ):
        at = app(page, warehouse=company("whole"))
        assert WIDEN not in _text(at), page
        assert page == "methods" or at.title[0].value == NOT_YOURS
        (warning,) = at.warning
        assert warning.value.startswith(f"**{NOT_YOURS}, so no filter will show one")
        assert "not part of your access" in warning.value


def test_who_may_see_no_hire_is_not_told_that_nobody_is_left_over_anywhere(app, company, seen_by) -> None:
    assert "Nobody is left over in any system." in _text(app("identity", warehouse=company("whole")))
    seen_by(regions=())
    text = _text(app("identity", warehouse=company("whole")))
    assert "Nobody of your regions and roles is left over." in text
    assert "in any system" not in text


@pytest.mark.proof
def test_without_names_a_company_of_three_is_too_small_and_not_empty(app, company, without_names) -> None:
    leads = {
        "overview": "Too few hires to say anything of",
        "sources": "No source here has enough hires to be shown",
    }
    for page, lead in leads.items():
        at = app(page, warehouse=company("of three"))
        assert at.title[0].value == lead
        assert "Groups of fewer than 5 stay hidden" in _text(at)


def test_without_names_the_hires_of_small_sources_are_counted_as_kept_back(app, company, request) -> None:
    kept = "8 hires of small sources are in no total here"
    at = app("sources", warehouse=company("of small sources"))
    assert kept not in _text(at)
    assert "15 hires" not in _text(at)
    request.getfixturevalue("without_names")
    at = app("sources", warehouse=company("of small sources"))
    assert kept in _text(at)
    assert "15 hires" in _text(at)  # followed for a year


def test_a_company_that_nobody_ever_left_is_warned_about_above_every_page(app, company) -> None:
    (warning,) = app("outcomes", warehouse=company("of small sources")).warning
    assert warning.value.startswith("**The HR file has 26 spells of employment, and nobody in it has left.**")
    assert not app("outcomes", warehouse=company("whole")).warning  # twelve hires are no wonder


def test_deals_without_an_owner_ask_for_the_owner_and_for_no_match(app, company) -> None:
    (warning,) = app("overview", warehouse=company("of deals without owners")).warning
    assert "of the revenue won since the first hire is anybody's" in warning.value
    assert "export the owner of each opportunity (owner\\_id)" in warning.value
    assert "Identity match" not in warning.value


def test_where_nothing_is_won_every_page_says_that_this_makes_the_zeros(app, company) -> None:
    (warning,) = app("outcomes", warehouse=company("of no won deal")).warning
    assert warning.value.startswith("**The CRM's file holds no won revenue by the day the data speak of.**")
    assert "everybody's sales and attainment are zero" in warning.value


def test_hires_too_new_are_the_reason_and_no_small_group(app, company) -> None:
    text = _text(app("overview", warehouse=company("of new hires")))
    assert "No hire here has reached month 12 yet." in text
    assert "Too few hires to show" not in text
    at = app("role-profiles", warehouse=company("of new hires"))
    assert at.title[0].value.endswith("very hire is too new or from before the CRM's history")
    assert "has ever rated" not in _text(at)


@pytest.mark.proof
def test_scorecards_without_their_days_ask_for_the_column_and_not_for_the_file(app, company) -> None:
    view = {"craft": "Independence and time"}
    text = _text(app("craft", view, warehouse=company("without interviews' days")))
    assert "No scorecard says when it was submitted." in text
    assert "Of the interviews, export the column submitted_on" in text
    assert "Add `interviews.csv`" not in text


@pytest.mark.proof
def test_profiles_of_other_roles_and_candidates_without_a_past_ask_for_no_file(app, company) -> None:
    text = _text(app("role-profiles", warehouse=company("with another role's profile")))
    assert "do both files call a role the same?" in text
    assert "export years_in_sales and previous_industry" in text
    assert "role_profiles.csv" not in text


@pytest.mark.proof
def test_offers_without_their_day_are_counted_where_the_share_of_offers_accepted_stands(app, company) -> None:
    told = "6 more offers were answered (4 accepted, 2 not), but the day of the offer is missing, so no share counts "
    for page in ("sources", "overview"):
        assert told + "them: export offered_on of each." in _text(
            app(page, warehouse=company("of offers without days"))
        )
        assert "but the day of the offer is missing" not in _text(app(page, warehouse=company("whole")))


def test_ratings_of_applications_that_lead_to_nobody_wait_for_no_more_hires(app, company) -> None:
    at = app("craft", {"craft": "Ratings and later results"}, warehouse=company("of hires from nowhere"))
    text = _text(at)
    assert "12 applications came in marked hired, but none leads to anybody in the HR file." in text
    assert WIDEN not in text


def test_a_region_that_no_application_has_is_asked_of_the_openings_and_no_filter_is_widened(
    app, company
) -> None:
    for page in ("sources", "craft"):
        text = _text(app(page, {"regions": ["North"]}, warehouse=company("of small sources")))
        assert "No application has a region, so none is left where one is chosen." in text
        assert "export requisitions.csv with them" in text


def test_an_accepted_offer_without_its_day_came_to_the_stage_of_the_offer(app, company) -> None:
    at = app("sources", warehouse=company("of offers without days"))
    (stages,) = [table.value for table in at.table if "Came to it" in table.value]
    assert stages.set_index("Stage")["Came to it"].loc[["Offer", "Offer accepted"]].tolist() == ["14", "12"]

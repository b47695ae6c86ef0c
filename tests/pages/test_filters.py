"""The filters above every page: set as many as one likes, taken together at Show, and named by the address."""

from __future__ import annotations

from datetime import date
from typing import Any

from streamlit.testing.v1 import AppTest

from hiring.access.scope import Scope
from hiring.findings.scope import scope_in_words

PAGE = "definitions"
EMEA = ("DACH", "Nordics and Benelux", "UK and Ireland")


def scope(at: AppTest) -> Scope:
    assert not at.exception
    found: Scope = at.session_state["_scope"]
    return found


def named(at: AppTest) -> dict[str, list[str]]:
    """What the address says, without the names it says nothing under."""
    said: dict[str, Any] = {name: value for name, value in at.query_params.items() if value}
    return {name: [value] if isinstance(value, str) else list(value) for name, value in said.items()}


def test_several_filters_are_taken_together_at_show_and_none_before(app) -> None:
    at = app(PAGE)
    at.multiselect(key="regions").set_value(["EMEA"])
    at.multiselect(key="role_profiles").set_value(["Mid-market"])
    at.selectbox(key="period").set_value("last-year")
    assert (scope(at).regions, named(at)) == ((), {})
    at.button(key="show").click().run()
    assert named(at) == {"regions": ["EMEA"], "role_profiles": ["Mid-market"], "period": ["last-year"]}
    taken = scope(at)
    assert (taken.regions, taken.role_profiles) == (EMEA, ("Mid-market",))
    assert (taken.hired_from, taken.hired_to) == (date(2025, 1, 1), date(2025, 12, 31))
    at.button(key="reset").click().run()
    assert (scope(at).regions, named(at)) == ((), {})
    assert at.multiselect(key="regions").value == []


def test_what_is_set_and_not_shown_is_gone_once_the_page_is_drawn_again(app) -> None:
    at = app(PAGE)
    at.multiselect(key="regions").set_value(["EMEA"])
    at.run()
    assert (scope(at).regions, at.multiselect(key="regions").value) == ((), [])


def test_an_address_names_groups_and_periods_and_keeps_them(app) -> None:
    query = {
        "regions": ["EMEA", "North America"],
        "role_profiles": "New business",
        "period": "last-four-quarters",
    }
    at = app(PAGE, query)
    found = scope(at)
    assert set(found.regions) == {*EMEA, "North America"}
    assert found.role_profiles == ("Inside sales", "Mid-market", "Major accounts")
    assert (found.hired_from, found.hired_to) == (date(2025, 7, 1), date(2026, 6, 30))
    assert at.multiselect(key="regions").value == ["EMEA", "North America"]
    assert named(at)["period"] == ["last-four-quarters"]


def test_days_that_are_changed_go_before_the_period_and_a_period_chosen_later_before_them(app) -> None:
    at = app(PAGE, {"period": "last-year"})
    assert at.date_input(key="hired_from").value == date(2025, 1, 1)
    at.date_input(key="hired_from").set_value(date(2025, 4, 1))
    at.button(key="show").click().run()
    assert named(at) == {"hired_from": ["2025-04-01"], "hired_to": ["2025-12-31"]}
    assert at.selectbox(key="period").value == "days"
    at.multiselect(key="regions").set_value(["DACH"])
    at.button(key="show").click().run()
    assert named(at)["hired_from"] == ["2025-04-01"]
    at.selectbox(key="period").set_value("last-four-quarters")
    at.button(key="show").click().run()
    assert named(at) == {"period": ["last-four-quarters"], "regions": ["DACH"]}
    at.selectbox(key="period").set_value("")
    at.button(key="show").click().run()
    assert named(at) == {"regions": ["DACH"]}


def test_regions_picked_singly_are_named_as_their_group_or_as_all_but_one(app) -> None:
    at = app(PAGE, {"regions": ["DACH", "Nordics and Benelux", "UK and Ireland"]})
    assert scope_in_words(scope(at)).endswith(" · EMEA")
    roles = app(PAGE, {"role_profiles": ["Channel", "Customer growth", "Inside sales", "Mid-market"]})
    assert scope_in_words(scope(roles)).startswith("All role profiles but Major accounts · ")


def test_a_link_s_last_fiscal_year_is_last_year_where_both_are_one(app) -> None:
    at = app(PAGE, {"period": "last-fiscal-year"})
    assert scope(at).hired_from == date(2025, 1, 1)
    assert at.selectbox(key="period").value == "last-fiscal-year"


def test_a_period_or_group_that_is_none_is_left_out(app) -> None:
    at = app(PAGE, {"period": "last-century", "regions": "Atlantis", "compare": "nobody"})
    assert (scope(at).parameters(), named(at)) == (scope(app(PAGE)).parameters(), {})


def test_what_an_address_asks_for_in_vain_is_told_letter_by_letter_until_filters_are_set(app) -> None:
    at = app(PAGE, {"regions": "Atlantis", "role_profiles": "<b>x</b>", "month": "-4"})
    (told,) = [one.value for one in at.warning if "Atlantis" in one.value]
    assert "all regions are shown" in told
    assert "<b>" not in told
    assert "month is no filter here, outcome\\_window is" in told
    at.run()
    assert [one.value for one in at.warning if "Atlantis" in one.value] == [told]
    at.button(key="show").click().run()
    assert not [one for one in at.warning if "Atlantis" in one.value]
    assert not [one for one in app(PAGE, {"regions": "DACH"}).warning if "here" in one.value]


def test_a_group_holds_only_what_the_viewer_may_see_and_says_so(app, seen_by) -> None:
    seen_by(regions=("DACH", "North America"))
    at = app(PAGE, {"regions": "EMEA"})
    assert scope(at).parameters()["regions"] == ["DACH"]
    assert scope_in_words(scope(at)).endswith("EMEA (as far as you may see)")


def test_what_is_chosen_on_a_page_outlives_show(app) -> None:
    at = app("data-health", {"file_set_aside": "opportunities.csv"})
    at.multiselect(key="regions").set_value(["EMEA"])
    at.button(key="show").click().run()
    assert not at.exception
    assert at.selectbox(key="file_set_aside").value == "opportunities.csv"
    assert named(at)["file_set_aside"] == ["opportunities.csv"]


def test_a_second_period_stays_in_the_address_on_pages_that_set_none_beside_the_first(app) -> None:
    at = app(PAGE, {"compare": "year-before", "period": "last-year"})
    beside = scope(at).compared()
    assert beside is not None
    assert (beside.hired_from, beside.hired_to) == (date(2024, 1, 1), date(2024, 12, 31))
    at.multiselect(key="regions").set_value(["EMEA"])
    at.button(key="show").click().run()
    assert named(at)["compare"] == ["year-before"]

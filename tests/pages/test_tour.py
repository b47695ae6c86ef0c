"""The tour of the invented company: a line on each of its pages, the list on Start, and nothing for anybody else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from hiring.findings import tour
from hiring.serving import leads, matches
from hiring.showing.tour import UNSAID
from pages.conftest import App
from pages.test_mapping import button, text_of

LEAVE = "Leave the tour"


@pytest.fixture(autouse=True)
def at_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a browser at this machine asked: a drawn page has no request."""
    monkeypatch.setattr(matches, "serves_this_machine", lambda _address, _headers: True)


@pytest.fixture
def nothing_said_yet() -> None:
    """As on a server that drew no page so far."""
    leads._leads().forget()


def ways(at: AppTest) -> dict[str, str]:
    """The links of a drawn page: label → page and query."""
    links = [one.proto for one in at.get("page_link")]
    return {one.label: f"{one.page}?{one.query_string}" for one in links}


def test_a_stop_says_where_one_is_and_leads_to_the_next(app: App) -> None:
    at = app("sources", {"tour": "3"})
    assert "Tour, stop 3 of 7: Which sources, and where might the next 10 % come from?" in text_of(at)
    assert ways(at)["Next stop: Alignment"] == "alignment?tour=4"
    assert at.query_params["tour"] in ("3", ["3"])


@pytest.mark.parametrize("told", ["7", "0", "-1", "x", "9" * 30])
def test_the_number_in_the_address_is_that_of_the_page(app: App, told: str) -> None:
    at = app("sources", {"tour": told})
    assert at.query_params["tour"] in ("3", ["3"])


def test_leaving_ends_it_and_the_page_stays(app: App) -> None:
    at = app("sources", {"tour": "3", "source": "Referral"})
    button(at, LEAVE).click().run()
    assert "Tour, stop" not in text_of(at)
    assert "tour" not in at.query_params


def test_the_overview_offers_it_once(app: App) -> None:
    at = app()
    assert ways(at)[tour.NAME] == "overview?tour=1"
    at.query_params["tour"] = "1"
    at.run()
    assert "Tour, stop 1 of 7" in text_of(at)
    button(at, LEAVE).click().run()
    assert tour.NAME not in ways(at)


def test_a_page_that_is_no_stop_says_nothing_of_it(app: App) -> None:
    at = app("definitions", {"tour": "3"})
    assert "Tour, stop" not in text_of(at)
    assert tour.NAME not in ways(at)


def test_start_lists_each_stop_with_what_its_page_says_today(app: App, nothing_said_yet: None) -> None:
    sentence = app("sources").title[0].value
    other = app("methods").title[0].value
    at = app("start")
    said = [one.value for one in at.markdown]
    assert sentence in said
    assert other in said
    assert "sample-by-hand" in text_of(at)
    assert ways(at)["Sources"] == "sources?tour=3"
    assert ways(at)["Quarterly review"] == "review?tour=5"


def test_what_filters_made_of_a_page_is_not_told_of_the_whole(app: App, nothing_said_yet: None) -> None:
    app("sources", {"role_profiles": "Channel"})
    at = app("start")
    asked = [one.value for one in at.markdown]
    assert (
        asked[asked.index("**Which sources, and where might the next 10 % come from?**") + 1]
        == f":gray[{UNSAID}]"
    )


def test_nobody_elses_pages_offer_it(app: App, warehouse_without: Callable[..., Path]) -> None:
    for page, query in (("overview", {}), ("sources", {"tour": "3"}), ("start", {"tour": "7"})):
        at = app(page, query, warehouse=warehouse_without("quotas"))
        assert "Tour, stop" not in text_of(at)
        assert tour.NAME not in ways(at)
        assert tour.NAME not in text_of(at)

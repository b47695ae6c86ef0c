"""The definitions page shows every card whole, with an anchor, and the company's own settings."""

from __future__ import annotations

import re
import tomllib
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from hiring import metrics
from hiring.showing.glossary import anchor_of
from hiring.showing.page import literal
from hiring.words import FIXED, THIN

SETTINGS = tomllib.loads((Path(__file__).parents[2] / "data" / "sample" / "config.toml").read_text("utf-8"))
ENTRY = (
    r'<details class="entry"><summary><h3 data-anchor="(\w+)">(.*?)</h3></summary>'
    r"<p>(.*?)</p><dl>(.*?)</dl></details>"
)
FACT = r"<dt>(.*?)</dt><dd>(.*?)</dd>"


@pytest.fixture(scope="module")
def pages() -> dict[str, AppTest]:
    """Pages already drawn in this module: they are only read."""
    return {}


@pytest.fixture
def definitions(app, pages) -> AppTest:
    if "whole" not in pages:
        pages["whole"] = app("definitions", {"outcome_window": "9"})
    return pages["whole"]


def _text(at: AppTest) -> str:
    words = "\n".join(element.value for element in at.markdown)
    return words.replace(THIN, " ").replace(FIXED, " ")


def _entries(at: AppTest) -> dict[str, tuple[str, str, list[tuple[str, str]]]]:
    """By anchor the name, the meaning and the pairs folded behind it, in the order of the page."""
    told = "".join(element.value for element in at.markdown if "<details" in element.value)
    found = re.findall(ENTRY, told)
    return {
        anchor: (
            unescape(name),
            unescape(meaning),
            [(unescape(a), unescape(b)) for a, b in re.findall(FACT, facts)],
        )
        for anchor, name, meaning, facts in found
    }


@pytest.mark.parametrize(
    ("sought", "card"),
    [
        ("late", "scorecards_on_time"),
        ("lenient", "leniency"),
        ("harsh", "leniency"),
        ("parental leave", "sales_clock"),
        ("attrition", "first_year_retention"),
    ],
)
def test_a_measure_is_found_by_what_people_call_it(app, sought: str, card: str) -> None:
    found = _entries(app("definitions", {"find": sought}))
    assert card in found
    assert len(found) <= 12


def test_only_cards_have_other_names() -> None:
    assert set(metrics.ALSO) <= {one.name for one in metrics.CARDS}


def test_every_card_is_there_in_order_with_its_definition_and_every_field(definitions) -> None:
    assert not definitions.exception
    scope = definitions.session_state["_scope"]
    assert scope.outcome_window == 9
    entries = _entries(definitions)
    assert list(entries) == [card.name for _, cards in metrics.groups() for card in cards]
    for card in metrics.CARDS:
        title, meaning, facts = card.title(scope), card.defined(scope), list(card.facts(scope))
        assert entries[card.name] == (title, meaning, facts)


def test_the_contents_lead_to_every_group_and_to_the_settings(definitions) -> None:
    anchors = [anchor for heading in definitions.header if (anchor := heading.proto.anchor)]
    assert len(anchors) == len(set(anchors))
    leads = re.findall(r"\]\(#([\w-]+)\)", _text(definitions))
    assert leads == [*(anchor_of(group) for group, _ in metrics.groups()), "settings", "how-sure"]
    assert set(leads) <= set(anchors)


def test_the_companys_own_settings_stand_on_the_page(definitions) -> None:
    text = _text(definitions)
    for words in (
        "30 Jun 2026",
        SETTINGS["base_currency"],
        literal(SETTINGS["time_zone"]),
        "starts in January",
        "9 months chosen now; 12 months unless chosen otherwise",
        "begins on 6 Apr 2021",
        "High performers: the top 20 % in every role",
    ):
        assert words in text, words


def test_each_roles_bar_ramp_and_top_share_are_those_of_the_settings(definitions) -> None:
    table = definitions.table[0].value
    shown = {
        row[0]: tuple(cell.replace(THIN, " ") for cell in row[1:]) for row in table.itertuples(index=False)
    }
    assert shown == {
        role: (
            f"{own['bar'] * 100:.0f} %",
            f"{own['ramp_months']} months",
            f"top {own['high_performer_share'] * 100:.0f} %",
        )
        for role, own in SETTINGS["roles"].items()
    }


def test_the_words_for_certainty_are_explained(definitions) -> None:
    text = _text(definitions)
    for word in ("Clear", "Leaning", "Can't tell", "Too few", "Likely"):
        assert f"**{word}" in text, word


def test_only_the_roles_chosen_are_listed(app) -> None:
    at = app("definitions", {"role_profiles": ["Channel"]})
    assert list(at.table[0].value.iloc[:, 0]) == ["Channel"]
    assert "at least 100 % of ramped quota in Channel" in _text(at)


@pytest.mark.parametrize("missing", ["quotas", "applications"])
def test_definitions_need_no_optional_file(app, warehouse_without, missing: str) -> None:
    at = app("definitions", warehouse=warehouse_without(missing))
    assert not at.exception
    assert len(_entries(at)) == len(metrics.CARDS)


def test_they_stand_even_where_the_filters_leave_nobody(app) -> None:
    at = app("definitions", {"hired_from": "2020-09-10", "hired_to": "2020-09-20"})
    assert not at.exception
    assert len(_entries(at)) == len(metrics.CARDS)


def test_a_word_looked_for_leaves_the_cards_that_say_it_and_stands_in_the_address(app) -> None:
    at = app("definitions", {"find": "QUOTA ramped"})
    assert not at.exception
    found = _entries(at)
    assert 0 < len(found) < len(metrics.CARDS)
    assert "attainment_ramped" in found
    assert f"{len(found)} of {len(metrics.CARDS)} measures speak of “QUOTA ramped”." in _text(at)
    assert "](#met_bar)" not in _text(at)  # no contents beside what was found
    at.text_input(key="find").set_value("").run()
    assert len(_entries(at)) == len(metrics.CARDS)


def test_what_no_card_says_is_told_letter_by_letter(app) -> None:
    at = app("definitions", {"find": "<b>zebra</b>"})
    assert not at.exception
    assert not _entries(at)
    assert "No measure speaks of" in _text(at)
    assert "<b>zebra" not in _text(at)


def test_no_footer_stands_where_it_would_say_nothing(definitions) -> None:
    assert "patterns among the people who were hired" not in _text(definitions)

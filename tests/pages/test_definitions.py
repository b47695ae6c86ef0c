"""The definitions page shows every card whole, with an anchor, and the company's own settings."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from hiring import metrics
from hiring.page import literal
from hiring.words import FIXED, THIN

SETTINGS = tomllib.loads((Path(__file__).parents[2] / "data" / "sample" / "config.toml").read_text("utf-8"))


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


def test_every_card_is_there_with_its_definition_and_every_field(definitions) -> None:
    assert not definitions.exception
    scope = definitions.session_state["_scope"]
    assert scope.outcome_window == 9
    below = {
        entry.proto.anchor: entry.value.partition("\n")[2].split("\n\n") for entry in definitions.subheader
    }
    for card in metrics.CARDS:
        meaning, facts = below[card.name]
        assert meaning == literal(card.defined(scope)), card.name
        for heading, fact in card.facts(scope):
            assert f":small[**{literal(heading)}** :gray[{literal(fact)}]]" in facts, (card.name, heading)


def test_every_card_has_a_heading_with_an_anchor_that_the_contents_lead_to(definitions) -> None:
    scope = definitions.session_state["_scope"]
    anchors = {entry.proto.anchor: entry.value.partition("\n")[0] for entry in definitions.subheader}
    links = _text(definitions)
    for card in metrics.CARDS:
        assert anchors[card.name] == literal(card.title(scope)), card.name
        assert f"](#{card.name})" in links, card.name
    assert len(anchors) == len(metrics.CARDS)


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
    assert "of ramped quota 100 % in Channel" in _text(at)


@pytest.mark.parametrize("missing", ["quotas", "applications"])
def test_definitions_need_no_optional_file(app, warehouse_without, missing: str) -> None:
    at = app("definitions", warehouse=warehouse_without(missing))
    assert not at.exception
    assert len(at.subheader) == len(metrics.CARDS)


def test_they_stand_even_where_the_filters_leave_nobody(app) -> None:
    at = app("definitions", {"hired_from": "2020-09-10", "hired_to": "2020-09-20"})
    assert not at.exception
    assert len(at.subheader) == len(metrics.CARDS)

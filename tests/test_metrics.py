"""Every measured word has one card, whole, true to a select that exists, and short enough for a tile."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from hiring import metrics
from hiring.access.scope import Choices, Scope
from hiring.config import WINDOWS
from hiring.showing import page

ROOT = Path(__file__).parents[1]
ONE_A_CARD = pytest.mark.parametrize("metric", metrics.CARDS, ids=lambda metric: metric.name)


def _scope(window: int) -> Scope:
    from datetime import date

    day = date(2026, 6, 30)
    return Scope(Choices((), (), (), (), day, day, 12), day, day, outcome_window=window)


@ONE_A_CARD
def test_a_card_leaves_no_field_empty(metric: metrics.Metric) -> None:
    for field in dataclasses.fields(metric):
        assert str(getattr(metric, field.name)).strip(), field.name


@ONE_A_CARD
@pytest.mark.parametrize("window", WINDOWS)
def test_a_label_fits_its_tile_at_every_window(metric: metrics.Metric, window: int) -> None:
    title = metric.title(_scope(window))
    assert len(title) <= page.LONGEST_LABEL
    assert metrics.labelled(title) is metric


@ONE_A_CARD
def test_a_card_names_a_select_that_is_there(metric: metrics.Metric) -> None:
    assert (ROOT / metric.source).is_file()


@ONE_A_CARD
def test_a_card_is_written_in_sentences_and_claims_no_cause(metric: metrics.Metric) -> None:
    words = [metric.definition, *(text for heading, text in metric.facts() if heading != "Worked out in")]
    for field in (
        "definition",
        "clock_start",
        "clock_end",
        "population",
        "maturity",
        "censoring",
        "smallest_n",
        "caveat",
    ):
        assert getattr(metric, field).endswith("."), field
    for text in words:
        assert not any(
            word in text.lower() for word in ("because of", "causes", "proven", "best interviewer")
        )


def test_no_two_cards_share_a_name_or_a_label() -> None:
    assert len({metric.name for metric in metrics.CARDS}) == len(metrics.CARDS)
    assert len({metric.label for metric in metrics.CARDS}) == len(metrics.CARDS)


def test_the_window_chosen_stands_in_the_words() -> None:
    card = metrics.card("met_bar")
    assert card.title(_scope(9)) == "Meet bar at month 9"
    assert "month 9 ended" in card.short(_scope(9))
    assert card.title() == "Meet bar at month 12"
    assert "{" not in " ".join(words for metric in metrics.CARDS for _, words in metric.facts(_scope(6)))


def test_a_word_without_a_card_is_no_card() -> None:
    assert metrics.labelled("Potential") is None
    with pytest.raises(KeyError):
        metrics.card("potential")


def test_every_card_is_in_one_group() -> None:
    assert [metric for _, cards in metrics.groups() for metric in cards] == list(metrics.CARDS)


def test_cards_of_comparisons_hold_the_bounds_of_the_evidence() -> None:
    from hiring.metrics import comparing
    from hiring.statistics.evidence import needed

    assert comparing.WORTH_ACTING_ON == needed.WORTH_ACTING_ON

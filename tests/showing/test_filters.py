"""What is chosen above a page, as the words of a link: there and back, whatever a link holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hiring.access.scope import Choices, Scope, everything
from hiring.showing import filters

CHOICES = Choices(
    role_profiles=("Inside sales", "Mid-market", "Channel"),
    regions=("North", "South"),
    segments=(),
    sources=("Referral",),
    first_day=date(2023, 5, 1),
    last_day=date(2026, 6, 30),
    outcome_window=12,
)
NOTHING: dict[str, tuple[str, ...]] = dict.fromkeys(filters._NAMES, ())


@pytest.mark.parametrize(
    "scope",
    [
        everything(CHOICES),
        replace(everything(CHOICES), role_profiles=("Mid-market", "Channel"), outcome_window=6),
        replace(everything(CHOICES), hired_from=date(2024, 1, 1), regions=("South",), sources=("Referral",)),
    ],
)
def test_a_scope_comes_back_from_its_words_as_it_was(scope: Scope) -> None:
    assert filters._scope_of(filters._words_of(scope), CHOICES) == scope


def test_what_is_as_without_a_choice_is_not_in_the_words() -> None:
    assert filters._words_of(everything(CHOICES)) == NOTHING
    one = replace(everything(CHOICES), outcome_window=6)
    assert filters._words_of(one) == {**NOTHING, "outcome_window": ("6",)}


def test_another_outcome_window_than_the_usual_is_said_on_the_button() -> None:
    assert filters._window_in_words(everything(CHOICES)) == ""
    assert filters._window_in_words(replace(everything(CHOICES), outcome_window=3)) == "month 3"


@pytest.mark.parametrize(
    "wrong",
    [
        {"role_profiles": ("Nobody", "")},
        {"hired_from": ("soon",)},
        {"hired_from": ("1999-01-01",)},
        {"hired_to": ("2099-01-01", "2024-01-01")},
        {"outcome_window": ("7",)},
        {"outcome_window": ("",)},
    ],
)
def test_what_a_link_names_wrongly_is_left_out(wrong: dict[str, tuple[str, ...]]) -> None:
    assert filters._scope_of({**NOTHING, **wrong}, CHOICES) == everything(CHOICES)


def test_a_value_named_twice_is_chosen_once_and_in_the_link_s_order() -> None:
    named = {**NOTHING, "role_profiles": ("Channel", "Mid-market", "Channel")}
    assert filters._scope_of(named, CHOICES).role_profiles == ("Channel", "Mid-market")

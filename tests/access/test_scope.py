"""The scope: groups stand for their members, periods for their days, and words are refused in one line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from hiring.access.scope import (
    Choices,
    Group,
    UsageError,
    choices_from,
    everything,
    with_comparison,
    with_values,
    with_words,
)

EMEA = Group("regions", "EMEA", ("DACH", "UK"))
CHOICES = Choices(
    role_profiles=("Inside sales", "Mid-market", "Channel"),
    regions=("DACH", "North America", "UK"),
    segments=(),
    sources=("Referral",),
    first_day=date(2023, 5, 1),
    last_day=date(2026, 6, 30),
    outcome_window=12,
    groups=(EMEA, Group("role_profiles", "New business", ("Inside sales", "Mid-market"))),
    fiscal_year_starts_in=4,
)
ALL = everything(CHOICES)


def test_a_group_chooses_its_members_and_keeps_its_name() -> None:
    scope = with_words(ALL, {"regions": "EMEA", "role_profiles": "New business"})
    assert scope.parameters()["regions"] == ["DACH", "UK"]
    assert scope.parameters()["role_profiles"] == ["Inside sales", "Mid-market"]
    assert (scope.named("regions"), scope.named("role_profiles")) == (("EMEA",), ("New business",))


def test_a_group_and_a_value_are_chosen_together_each_once() -> None:
    scope = with_values(ALL, "regions", ("North America", "EMEA", "DACH"))
    assert sorted(scope.chosen("regions")) == ["DACH", "North America", "UK"]
    assert scope.named("regions") == ("EMEA", "North America")


def test_a_group_is_not_named_where_its_members_were_chosen_away_or_one_by_one() -> None:
    scope = with_values(ALL, "regions", ("EMEA",))
    assert replace(scope, regions=("DACH",)).named("regions") == ("DACH",)
    assert with_values(scope, "regions", ("DACH", "UK")).named("regions") == ("DACH", "UK")
    assert with_values(scope, "regions", ()) == ALL


def test_two_filters_may_each_have_a_group_of_one_name() -> None:
    both = replace(CHOICES, groups=(EMEA, Group("role_profiles", "EMEA", ("Channel",))))
    scope = with_words(everything(both), {"regions": "EMEA"})
    assert (scope.named("regions"), scope.role_profiles) == (("EMEA",), ())


def test_a_period_s_name_holds_while_the_days_are_its_days() -> None:
    scope = with_words(ALL, {"period": "last-fiscal-year"})
    assert (scope.hired_from, scope.hired_to) == (date(2025, 4, 1), date(2026, 3, 31))
    assert scope.named_period() == CHOICES.period("last-fiscal-year")
    assert replace(scope, hired_to=date(2026, 1, 1)).named_period() is None
    later = replace(CHOICES, last_day=date(2027, 6, 30))
    assert with_words(everything(later), {"period": "last-fiscal-year"}).hired_from == date(2026, 4, 1)


def test_a_day_goes_before_the_period_whichever_is_said_first() -> None:
    words = {"hired_to": "2025-12-31", "period": "last-fiscal-year"}
    for said in (words, dict(reversed(words.items()))):
        scope = with_words(ALL, said)
        assert (scope.hired_from, scope.hired_to) == (date(2025, 4, 1), date(2025, 12, 31))
        assert scope.named_period() is None


def test_the_scope_beside_one_has_its_filters_and_the_second_period() -> None:
    scope = with_comparison(with_words(ALL, {"period": "last-fiscal-year", "regions": "EMEA"}), "year-before")
    beside = scope.compared()
    assert beside is not None
    assert (beside.hired_from, beside.hired_to) == (date(2024, 4, 1), date(2025, 3, 31))
    assert (beside.named("regions"), beside.compare, beside.compared()) == (("EMEA",), "", None)
    assert with_comparison(scope, "").compared() is None
    assert with_comparison(ALL, "all-earlier").compared() is None


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("regions", "EMAE", "regions · found 'EMAE' · wanted one of EMEA, DACH, North America, UK"),
        (
            "period",
            "yesteryear",
            "period · found 'yesteryear' · wanted one of last-year, last-four-quarters, ",
        ),
        ("hired_from", "soon", "hired_from · found 'soon' · wanted a day such as 2026-06-30"),
        ("outcome_window", "7", "outcome_window · found '7' · wanted one of 3, 6, "),
        (
            "office",
            "x",
            "'office' is no filter · wanted one of hired_from, hired_to, period, outcome_window, ",
        ),
    ],
)
def test_a_word_that_is_no_filter_s_is_refused_in_one_line(name: str, value: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        with_words(ALL, {name: value})
    assert str(caught.value).startswith(told)


def test_only_the_two_second_periods_may_be_named() -> None:
    with pytest.raises(UsageError, match="wanted one of year-before, all-earlier"):
        with_comparison(ALL, "last-year")


def test_a_group_holds_what_the_viewer_may_choose_and_tells_whether_that_is_all() -> None:
    values = pd.DataFrame(
        [("regions", "DACH"), ("regions", "UK"), ("role_profiles", "Channel")],
        columns=["filter_name", "filter_value"],
    )
    company = pd.DataFrame(
        {
            "as_of": [pd.Timestamp("2026-06-30")],
            "first_hire_on": [pd.Timestamp("2023-01-01")],
            "first_application_on": [pd.NaT],
            "first_opening_on": [pd.Timestamp("2022-11-30")],
            "outcome_window": [12],
            "fiscal_year_starts_in": [4],
        }
    )
    groups = pd.DataFrame(
        [
            ("regions", "Rest", "Japan", 1),
            ("regions", "EMEA", "DACH", 3),
            ("regions", "EMEA", "UK", 3),
            ("regions", "Islands", "UK", 1),
        ],
        columns=["filter_name", "group_name", "filter_value", "count_values"],
    )
    found = choices_from(values, company, groups)
    assert found.groups == (
        Group("regions", "EMEA", ("DACH", "UK"), is_whole=False),
        Group("regions", "Islands", ("UK",)),
    )
    assert found.fiscal_year_starts_in == 4
    # An opening comes before who applies to it: days to fill it are of the first period too.
    assert found.first_day == date(2022, 11, 30)
    assert choices_from(values, company).groups == ()

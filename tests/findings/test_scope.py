"""What is chosen, as the front door and every file taken out say it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hiring.access.scope import Choices, Group, everything, with_comparison, with_words
from hiring.findings.scope import compared_in_words, not_followed, scope_in_words

CHOICES = Choices(
    role_profiles=("Inside sales", "Mid-market", "Channel"),
    regions=("North", "South"),
    segments=(),
    sources=("Referral",),
    first_day=date(2023, 5, 1),
    last_day=date(2026, 6, 30),
    outcome_window=12,
)


def test_a_scope_is_told_in_words() -> None:
    scope = replace(everything(CHOICES), role_profiles=("Channel",), hired_from=date(2024, 1, 1))
    assert scope_in_words(everything(CHOICES)) == "All sales roles · hired 2023–2026 · all regions"
    assert (
        scope_in_words(scope).replace("\u00a0", " ")
        == "Channel · hired 1 Jan 2024 – 30 Jun 2026 · all regions"
    )


GROUPS = (
    Group("regions", "Both", ("North", "South")),
    Group("role_profiles", "Some", ("Channel",), is_whole=False),
)
GROUPED = replace(CHOICES, groups=GROUPS, fiscal_year_starts_in=4)


def told(*, choices: Choices = GROUPED, **words: str) -> str:
    return scope_in_words(with_words(everything(choices), words)).replace("\u00a0", " ")


def test_a_group_is_told_by_its_name_and_one_seen_in_part_says_so() -> None:
    assert told(regions="Both") == "All sales roles · hired 2023–2026 · Both"
    assert told(role_profiles="Some").startswith("Some (as far as you may see) · hired")


@pytest.mark.parametrize(
    ("period", "starts_in", "words"),
    [
        ("last-year", 4, "hired last year (2025)"),
        (
            "last-year-that-can-be-judged",
            1,
            "hired in the last year that can be judged (Jul 2024 – Jun 2025)",
        ),
        ("last-four-quarters", 4, "hired in the last four quarters (Jul 2025 – Jun 2026)"),
        ("this-fiscal-year", 4, "hired this fiscal year (FY2027)"),
        ("last-fiscal-year", 4, "hired last fiscal year (FY2026)"),
        ("this-fiscal-year", 1, "hired this year (2026)"),
        ("last-fiscal-year", 1, "hired last year (2025)"),
    ],
)
def test_a_period_is_told_by_its_name_and_its_days(period: str, starts_in: int, words: str) -> None:
    choices = replace(GROUPED, fiscal_year_starts_in=starts_in)
    assert told(choices=choices, period=period) == f"All sales roles · {words} · all regions"


def test_the_second_period_is_told_with_its_days_and_where_there_is_none_that_is_said() -> None:
    scope = with_words(everything(GROUPED), {"period": "last-year"})
    assert compared_in_words(scope) == ""
    assert compared_in_words(with_comparison(scope, "year-before")).replace("\u00a0", " ") == (
        "compared with the year before (hired 1 Jan 2024 – 31 Dec 2024)"
    )
    every = with_comparison(everything(GROUPED), "all-earlier")
    assert compared_in_words(every).replace("\u00a0", " ") == (
        "nothing earlier to compare with: the data begin on 1 May 2023"
    )


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({"regions": ("Atlantis",)}, "Atlantis is no region here: all regions are shown."),
        ({"regions": ("Atlantis", "Both", "Atlantis")}, "Atlantis is no region here: it is left out."),
        ({"period": ("2025",)}, "2025 is no period here: hires of any time are shown."),
        ({"hired_from": ("soon",)}, "soon is no day here: hires from the first day on are shown."),
        ({"outcome_window": ("-4",)}, "-4 is no outcome window here: outcomes at month 12 are shown."),
        ({"compare": ("nobody",)}, "nobody is no period to compare with here: nothing is compared."),
        ({"regions": ("South",), "period": ("last-year",), "compare": (), "hired_to": ("2024-01-31",)}, ""),
    ],
)
def test_what_an_address_asks_for_in_vain_is_said(named: dict[str, tuple[str, ...]], said: str) -> None:
    scope = everything(GROUPED)
    if "Both" in named.get("regions", ()):
        scope = with_words(scope, {"regions": "Both"})
    assert not_followed(named, scope, ()) == said


def test_a_name_that_is_meant_for_a_filter_is_said_to_be_none() -> None:
    said = not_followed({}, everything(GROUPED), ("region", "role", "grid_role"))
    assert said == "region is no filter here, regions is: it chooses nothing."

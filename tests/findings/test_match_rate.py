"""What is said of won revenue and of hires that lead nowhere in the CRM's file."""

from __future__ import annotations

import pandas as pd

from hiring.findings import match_rate

WHOLE = {
    "credited_revenue": 900.0,
    "matched_revenue": 100.0,
    "credited_since": 100.0,
    "matched_since": 90.0,
    "ownerless_since": 0.0,
    "count_settled": 60,
    "count_without_opportunity": 3,
    "has_opportunities_not_won": True,
}


def said(**changed: object) -> tuple[str, str]:
    return match_rate.warning(pd.DataFrame([{**WHOLE, **changed}]))


def test_what_was_won_before_the_first_hire_may_be_nobodys() -> None:
    assert said() == ("", "")
    fact, cause = said(matched_since=49.0)
    assert fact.startswith("Only 49")
    assert "won since the first hire" in fact
    assert "Identity match" in cause


def test_a_tenth_of_the_hires_without_an_opportunity_is_a_team_that_is_missing() -> None:
    fact, cause = said(count_without_opportunity=6)
    assert fact.startswith("6 of 60 hires who stayed half a year own no opportunity")
    assert "They count as hires who sold nothing." in cause
    assert said(count_without_opportunity=5) == ("", "")
    assert said(count_settled=20, count_without_opportunity=4) == ("", "")  # four may be odd ones


def test_where_only_won_deals_came_who_owns_none_may_have_won_none() -> None:
    assert said(count_without_opportunity=30, has_opportunities_not_won=False) == ("", "")

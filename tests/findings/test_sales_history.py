"""A CRM's file that begins after the hires did, and files that end long before the day the data speak of."""

from __future__ import annotations

import pandas as pd

from hiring.findings import sales_history

NARROW = "\N{NO-BREAK SPACE}"
WHOLE = {
    "as_of": pd.Timestamp("2026-06-30"),
    "first_opportunity_on": pd.Timestamp("2021-04-06"),
    "last_won_on": pd.Timestamp("2026-06-29"),
    "count_spells": 60,
    "last_change_on": pd.Timestamp("2026-06-01"),
    "count_hires": 48,
    "count_not_observed": 4,
    "count_hires_by_then": 48,
}
NO_GAP = pd.DataFrame(columns=["from_on", "to_on", "is_end", "count_hires", "count_won"])


def gap(first: str, last: str | None = None, *, won: int = 0) -> pd.DataFrame:
    """One time of missing deals, between the days of the deals before and after it; without `last` the end."""
    ends = [pd.Timestamp(first), pd.Timestamp(last)]
    return pd.DataFrame([[*ends, last is None, 9, won]], columns=NO_GAP.columns)


def said(gaps: pd.DataFrame = NO_GAP, **changed: object) -> list[tuple[str, str]]:
    told = sales_history.warnings(pd.DataFrame([{**WHOLE, **changed}]), gaps)
    return [(fact.replace(NARROW, " "), cause) for fact, cause in told]


def test_where_the_files_reach_from_the_hires_to_the_day_nothing_is_said() -> None:
    assert said() == []
    assert said(count_not_observed=24) == []  # half of them is no majority
    assert (
        said(last_won_on=pd.NaT, first_opportunity_on=pd.NaT) == []
    )  # that nothing is won is said elsewhere
    assert said(count_hires=0, count_not_observed=0, last_won_on=pd.Timestamp("2020-01-01")) == []


def test_hires_from_before_the_crms_file_are_counted_with_the_day_it_begins() -> None:
    ((fact, cause),) = said(count_not_observed=25, first_opportunity_on=pd.Timestamp("2026-04-01"))
    assert fact == "25 of 48 hires started before the CRM's file begins (1 Apr 2026)."
    assert cause.endswith("Export the older opportunities too.")


def test_a_crms_file_that_ends_early_makes_the_late_hires_look_worst() -> None:
    late = gap("2026-03-29")
    ((fact, cause),) = said(late, last_won_on=pd.Timestamp("2026-03-29"))
    assert fact == "The CRM's file holds no deal won after 29 Mar 2026, though the data run to 30 Jun 2026."
    assert cause.startswith(
        "What was sold since is not known, so whoever was to be judged by it is in no figure"
    )
    assert cause.endswith("can have all data end that day: --as-of 2026-03-29.")


def test_no_day_is_named_to_build_as_of_by_which_nobody_was_hired() -> None:
    late = gap("2020-03-29")
    ((_, cause),) = said(late, last_won_on=pd.Timestamp("2020-03-29"), count_hires_by_then=0)
    assert cause.endswith("export them too.")


def test_of_several_holes_the_longest_is_told_with_the_way_out() -> None:
    holes = pd.concat([gap("2023-01-01", "2023-04-01"), gap("2024-01-01", "2025-02-01")])
    ((fact, cause),) = said(holes)
    assert (
        fact
        == "The CRM's file holds no deal won between 1 Jan 2024 and 1 Feb 2025, when 9 hires were at work."
    )
    assert cause.endswith("is in no figure of sales. Export the deals won in it too.")


def test_a_deal_within_a_hole_is_told() -> None:
    ((fact, _),) = said(gap("2023-01-01", "2025-02-01", won=1))
    assert fact.startswith("The CRM's file holds only 1 deal won between 1 Jan 2023 and 1 Feb 2025,")


def test_an_hr_file_that_ends_early_is_told_but_not_of_a_company_of_a_few() -> None:
    ((fact, cause),) = said(last_change_on=pd.Timestamp("2025-06-29"))
    assert fact.startswith("In the HR file nobody was hired or left after 29 Jun 2025,")
    assert "looks as if they stayed" in cause
    assert said(last_change_on=pd.Timestamp("2025-06-29"), count_spells=19) == []


def test_what_is_told_above_every_page_is_known_to_the_pages() -> None:
    few, most = (pd.DataFrame([{**WHOLE, "count_not_observed": count}]) for count in (4, 25))
    assert not sales_history.is_begin_late(few)
    assert sales_history.is_begin_late(most)


def test_who_is_left_out_for_want_of_their_sales_is_counted_with_the_reason() -> None:
    def told(count: int, begun: int = 0, without: int = 0) -> str:
        counts = {
            "count_unseen": [count],
            "count_started_unseen": [begun],
            "count_without_login": [without],
        }
        return sales_history.left_out(pd.DataFrame(counts), 12)

    assert told(0) == sales_history.left_out(pd.DataFrame(), 12) == ""
    assert told(0, 8) == (
        "8 hires started at a time of which the CRM's file lacks deals, so their first sales are in no figure."
    )
    assert told(1).endswith("the CRM's file lacks deals of that time: that hire is in no figure of it.")
    assert told(23) == (
        "23 hires reached month 12, but the CRM's file lacks deals of that time: they are in no figure of it."
    )
    assert told(0, 0, 2).replace("\xa0", " ") == (
        "2 hires have no matched CRM login, while deals of owners nobody is found for may be theirs: they are in no "
        "figure of sales. Data health lists the owners."
    )
    assert told(0, 0, 1).replace("\xa0", " ").startswith("1 hire has no matched CRM login")
    assert "that hire is in no figure" in told(0, 0, 1)


def test_what_helps_where_nobodys_first_sales_are_on_file() -> None:
    def told(before: int, within: int, without: int = 0) -> str:
        counts = {
            "count_hires": [9],
            "count_not_observed": [before],
            "count_started_unseen": [within],
            "count_without_login": [without],
        }
        return sales_history.unobserved(pd.DataFrame(counts))

    assert told(9, 0).endswith("export the older opportunities.")
    assert told(4, 5).endswith("export the missing deals.")
    assert told(4, 4) == ""
    assert told(4, 2, 3) == "No CRM login is matched to them: see Data health."
    assert told(0, 8, 1).endswith("export the missing deals.")

"""What came up unforeseen, in words: counts, days and how it ended, the same of both sides."""

from __future__ import annotations

import pandas as pd

from hiring.findings.agreement import unforeseen
from hiring.statistics import incidents

AS_OF = pd.Timestamp("2024-06-28")
NO_HOLIDAYS = pd.DataFrame({"holiday_on": pd.to_datetime([])})


def rows(count: int, kind: str, resolved: str | None, ended: str) -> pd.DataFrame:
    """So many alike, come up on Monday, 3 June 2024."""
    return pd.DataFrame(
        {
            "kind": [kind] * count,
            "opened_on": pd.Timestamp("2024-06-03"),
            "resolved_on": pd.to_datetime([resolved] * count),
            "has_option_hr": True,
            "has_option_sales": ended != "HR",
            "ended": ended,
        }
    )


def test_each_kind_is_told_with_its_days_and_how_it_ended() -> None:
    given = pd.concat(
        [
            rows(6, "no_show", "2024-06-05", "HR"),
            rows(3, "no_show", "2024-06-10", "Sales"),
            rows(2, "client_change", None, "open"),
        ],
        ignore_index=True,
    )
    found = incidents.by_kind(given, NO_HOLIDAYS, AS_OF)
    assert unforeseen.lead(found) == "11 things came up unforeseen; half were decided within 2 working days"
    told = unforeseen.table(found)
    assert told["What came up"].tolist() == ["A candidate did not come", "A client changed its mind", "All"]
    assert told["How often"].tolist() == ["9", "2", "11"]
    assert told["Both sides' options written"].tolist() == ["3 of 9", "2 of 2", "5 of 11"]
    assert (
        unforeseen.since(found)
        .replace("\u00a0", " ")
        .startswith("Since 3 Jun 2024, from a list kept by hand")
    )
    assert told["How it ended"].tolist() == [
        "6 as HR proposed, 3 as Sales proposed",
        "0 as HR proposed, 0 as Sales proposed, 2 still open",
        "6 as HR proposed, 3 as Sales proposed, 2 still open",
    ]
    all_written = incidents.by_kind(
        rows(6, "no_show", "2024-06-05", "HR").assign(has_option_sales=True), NO_HOLIDAYS, AS_OF
    )
    assert "Both sides' options written" not in unforeseen.table(all_written)
    days = told["Working days until decided"]
    assert days[0].startswith("2 (2")
    assert days[0].endswith("; the longest 5")
    assert days[1] == "too few to show"


def test_where_half_are_still_open_no_median_is_told() -> None:
    found = incidents.by_kind(rows(6, "other", None, "open"), NO_HOLIDAYS, AS_OF)
    assert unforeseen.lead(found) == "6 things came up unforeseen"
    assert unforeseen.table(found)["Working days until decided"].tolist() == (
        ["half are not decided yet; the longest 19"] * 2
    )


def test_where_nothing_came_up_the_title_stands() -> None:
    found = incidents.by_kind(rows(0, "other", None, "open"), NO_HOLIDAYS, AS_OF)
    assert unforeseen.lead(found) == unforeseen.TITLE
    assert unforeseen.table(found).empty
    assert unforeseen.since(found) == ""

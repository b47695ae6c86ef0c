"""Which of the causes holds where nobody stands on a page: nobody there, too few, not long enough, not on file."""

from __future__ import annotations

import pandas as pd

from hiring.findings import nobody
from hiring.findings.links import WIDEN
from hiring.findings.sentences import NOBODY_CHOSEN

AS_OF = pd.Timestamp("2026-06-30")


def started(*days: str) -> pd.DataFrame:
    return pd.DataFrame({"sales_start_on": pd.to_datetime(list(days))})


def test_where_no_hire_matches_nobody_is_said_to_be_too_new() -> None:
    assert nobody.with_full_year(started(), 0, AS_OF) == (NOBODY_CHOSEN, WIDEN)


def test_where_all_are_too_new_the_day_is_named_on_which_the_first_will_not_be() -> None:
    fact, remedy = nobody.with_full_year(started("2026-03-02", "2025-09-15"), 0, AS_OF)
    assert fact == nobody.NONE_YET
    assert remedy.replace("\u00a0", " ") == f"The first will have one on 15 Sep 2026. {WIDEN}"


def test_where_a_year_is_over_and_on_no_file_nobody_is_told_to_wait() -> None:
    assert nobody.with_full_year(started("2021-01-04"), 0, AS_OF) == (nobody.NONE_ON_FILE, WIDEN)
    assert "wait" not in WIDEN


def test_of_four_hires_it_is_said_that_they_are_few() -> None:
    fact, remedy = nobody.with_full_year(started("2021-01-04"), 4, AS_OF)
    assert fact == nobody.TOO_FEW_YET
    assert remedy.startswith("Groups of fewer than 5 stay hidden")

"""What cannot be known yet, and what would make it known: files not loaded, starts not observed, no quota."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from hiring import words
from hiring.findings import sales_history
from hiring.findings.overview.answer import Facts
from hiring.findings.overview.half_years import Pairs

NOT_LOADED = "which is not loaded."
MOST_FILES = 4  # missing files that get a line of their own
OURS = "Ours"  # lists the company keeps by hand; without them nothing is missing
ONLY_WHERE_THERE_ARE_SOME = ("exchange_rates", "opportunity_splits")  # not every company has any


def gaps(known: Facts) -> Pairs:
    """Hires the page leaves out for good, with the reason."""
    pairs = []
    if known.count_not_observed and not known.is_nobody_observed:
        pairs.append(
            (
                "First sales",
                f"{words.counted(known.count_not_observed, 'hire')} started before the CRM's history and "
                f"{_verb(known.count_not_observed)} left out.",
            )
        )
    if known.count_started_unseen:
        count = known.count_started_unseen
        pairs.append(("First sales", f"{sales_history.started_unseen(count)} and {_verb(count)} left out."))
    if known.count_without_login:
        pairs.append(("Sales", sales_history.without_login(known.count_without_login)))
    if known.count_unseen:
        count = known.count_unseen
        pairs.append(
            (
                "The bar",
                f"{words.counted(count, 'hire')} reached {known.tenure}, but the CRM's file lacks deals of that time: "
                f"{'that hire is' if count == 1 else 'they are'} left out of it.",
            )
        )
    return (*pairs, *_of_the_bar(known))


def _of_the_bar(known: Facts) -> Pairs:
    """Hires of whom first sales are known, and the bar is not."""
    pairs = []
    if known.count_moved:
        moved = words.counted(known.count_moved, "hire")
        pairs.append(
            (
                "The bar",
                f"{moved} moved to another role before {known.tenure} and {_verb(known.count_moved)} left out of it.",
            )
        )
    if known.count_without_quota and "quotas" in known.tables_loaded:
        count = known.count_without_quota
        pairs.append(
            (
                "The bar",
                f"{words.counted(count, 'hire')} without a quota of that time {_verb(count)} left out of it.",
            )
        )
    return tuple(pairs)


def missing_files(tables: pd.DataFrame, why: Callable[[str], str] = lambda _: NOT_LOADED) -> Pairs:
    """What each file that did not come would light up, from rows of `data_health/tables_expected`; `why` of a table."""
    absent = tables[
        (tables["count_rows"] == 0)
        & (tables["lights_up"] != "")  # no page uses it yet
        & (tables["system"] != OURS)
        & ~tables["table_name"].isin(ONLY_WHERE_THERE_ARE_SOME)
    ].to_dict("records")
    pairs = [
        (_upper(str(row["lights_up"])), f"needs {row['table_name']}.csv, {why(str(row['table_name']))}")
        for row in absent[:MOST_FILES]
    ]
    if len(absent) > MOST_FILES:
        rest = ", ".join(f"{row['table_name']}.csv" for row in absent[MOST_FILES:])
        pairs.append(("Also not loaded", f"{rest}."))
    return tuple(pairs)


def _verb(count: int) -> str:
    return "is" if count == 1 else "are"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]

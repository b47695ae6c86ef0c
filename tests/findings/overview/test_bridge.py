"""Why figures stand on different numbers of hires, on frames counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd

from hiring.access.scope import Choices, Scope
from hiring.findings.overview import bridge
from hiring.findings.overview.answer import Facts

FIRST, LAST = date(2021, 1, 1), date(2026, 6, 30)
KNOWN = Facts(
    Scope(Choices((), (), (), (), FIRST, LAST, 12), FIRST, LAST, outcome_window=12),
    LAST,
    date(2021, 4, 6),
    count_hires=10,
    count_counted=5,
    count_judged=4,
    count_too_new=3,
    count_not_observed=1,
    count_moved=1,
    count_without_quota=1,
    tables_loaded=frozenset({"employees", "applications"}),
)


def _bases(applications: pd.DataFrame | None) -> bridge.Bases:
    counted = pd.DataFrame({"count_with_application": [8], "count_with_panel": [7]})
    milestones = pd.DataFrame(
        {"is_start_observed": [True] * 9 + [False], "has_quota": [True] * 7 + [False] * 2 + [True]}
    )
    return bridge.bases(counted, milestones, pd.DataFrame({"role_profile": ["A"] * 6}), applications)


def _rows(known: Facts, found: bridge.Bases) -> dict[str, tuple[str, str]]:
    told = {about: said.split(" – ", 1) for about, said in bridge.lines(known, found)}
    return {about: (count, lack) for about, (count, lack) in told.items()}


def test_each_kind_of_figure_names_its_hires_and_who_is_not_among_them() -> None:
    found = _bases(pd.DataFrame({"count_accepted": [6, 5]}))
    assert _rows(KNOWN, found) == {
        "Hires; who stayed a year": ("10", "nobody; the year not over yet counts up to today"),
        "Offers accepted; selling hours": (
            "11",
            "told by the day of applying; 8 of the 10 hires have an application",
        ),
        "Panels and ratings": ("7", "3: no interview on file"),
        "First deal": ("9", "1: first sales in no file"),
        "Quota pace, first full quota": ("7", "2 of the line above: no quota"),
        "Payback": ("6", "3 of First deal: costs not all known"),
        "High performers, month 12": (
            "5",
            "3 too new; 1 started before the CRM's history; 1 moved to another role before",
        ),
        "The bar and attainment, month 12": ("4", "1 of the line above: no quota of that time"),
    }


def test_without_applications_there_is_no_line_of_offers_or_panels() -> None:
    rows = _rows(KNOWN, _bases(None))
    assert not {"Offers accepted; selling hours", "Panels and ratings"} & set(rows)


def test_who_is_left_out_for_two_reasons_is_said_to_be() -> None:
    rows = _rows(replace(KNOWN, count_not_observed=2), _bases(None))
    assert rows["High performers, month 12"][1].endswith("(some for two reasons)")


def test_nobody_left_out_is_said_so() -> None:
    known = replace(
        KNOWN, count_counted=10, count_judged=10, count_too_new=0, count_not_observed=0, count_moved=0
    )
    rows = _rows(known, replace(_bases(None), observed=10, with_quota=10, with_cost=10))
    assert [rows[about][1] for about in ("First deal", "Payback", "High performers, month 12")] == [
        "nobody",
        "nobody of First deal",
        "nobody",
    ]

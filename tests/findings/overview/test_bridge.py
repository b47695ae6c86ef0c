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
    costs = pd.DataFrame(
        {
            "source": "Campus",
            "has_login": [True] * 8 + [False],
            "has_recruiting_cost": True,
            "has_pay": True,
            "months_to_payback": 4,
            "has_paid_back": True,
        }
    )
    return bridge.bases(counted, milestones, pd.DataFrame({"role_profile": ["A"] * 6}), costs, applications)


def test_each_kind_of_figure_names_its_hires_and_who_is_not_among_them() -> None:
    told = bridge.lines(KNOWN, _bases(pd.DataFrame({"count_accepted": [6, 5]})))
    assert told == (
        (
            "Hires, who stayed a year",
            "10 hires; nobody left out: who is still in the year counts up to today",
        ),
        (
            "Offers accepted, selling hours",
            "11 hires; by the day of applying; 8 of the 10 hires have an application",
        ),
        (
            "Panels, ratings",
            "7 hires; without 3: here under half a year, no CRM login or no interview on file",
        ),
        ("First deal", "9 hires; without 1: first sales in no file or without a CRM login"),
        ("Quota pace, first full quota", "7 hires; of the line before without 2: no quota"),
        (
            "Paid back or not, by role",
            "6 hires; of first deal without 3: what they cost is not known for every month",
        ),
        (
            "Payback, by source",
            "8 hires; of first deal without 1: source not known, no cost booked for it or no pay on file from the "
            "start",
        ),
        (
            "High performers, month 12",
            "5 hires; without 3 too new, 1 started before the CRM's history, 1 moved to another role before",
        ),
        ("The bar, attainment, month 12", "4 hires; of the line before without 1: no quota"),
    )


def test_without_applications_there_is_no_line_of_offers_or_panels() -> None:
    told = dict(bridge.lines(KNOWN, _bases(None)))
    assert not {"Offers accepted, selling hours", "Panels, ratings"} & set(told)


def test_who_is_left_out_for_two_reasons_is_said_to_be() -> None:
    told = dict(bridge.lines(replace(KNOWN, count_not_observed=2), _bases(None)))
    assert told["High performers, month 12"].endswith("(some for two reasons)")


def test_nobody_left_out_is_said_so() -> None:
    known = replace(
        KNOWN, count_counted=10, count_judged=10, count_too_new=0, count_not_observed=0, count_moved=0
    )
    told = dict(bridge.lines(known, replace(_bases(None), observed=10, with_quota=10, with_cost=10)))
    assert [
        told[about] for about in ("First deal", "Paid back or not, by role", "High performers, month 12")
    ] == [
        "10 hires; nobody left out",
        "10 hires; of first deal nobody left out",
        "10 hires; nobody left out",
    ]

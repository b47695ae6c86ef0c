"""How panels were put together, what their contrasts say, and the selling hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pandas as pd

from helpers.invented.hires import Made, all_shown, company
from hiring.findings.panels.answer import NO_LOT
from hiring.findings.panels.composition import ASSIGNED, composition, hours, years_of
from hiring.statistics.evidence.judging import Evidence, whole


@cache
def made() -> Made:
    return company(count=900, interviewers=45, spread=0.5, seed=3)


@cache
def judged() -> Evidence:
    return whole(made().hires, made().months, made().seats)


def test_panels_are_counted_and_their_contrasts_carry_both_counts() -> None:
    found = composition(all_shown(judged()))
    seats = made().seats
    mixes = seats.groupby("employee_id")["department"].agg(set)
    mixed = int((mixes == {"HR", "Sales"}).sum())
    only_hr, only_sales = int((mixes == {"HR"}).sum()), int((mixes == {"Sales"}).sum())
    told = f"Panels of 900 hires: {mixed} HR and Sales, {only_hr} HR only, {only_sales} Sales only; 3 people"
    assert told in found.counted
    first = judged().contrasts[0].verdict
    assert found.exhibit.marks.rows["right"].iloc[0] == f"{first.n} against {first.n_against} hires"
    assert found.exhibit.marks.rows["name"].iloc[0].startswith("HR and Sales, against ")


def test_panels_of_one_kind_are_not_compared_and_it_is_said_why() -> None:
    small = company(count=200, panel=1)
    seats = small.seats.assign(department="Sales")
    found = composition(all_shown(whole(small.hires, small.months, seats)))
    assert not found.is_drawn
    assert "no hire here was seen by HR and Sales or by HR only" in found.missing
    assert "0 HR and Sales, 0 HR only, 200 Sales only; 1 person" in found.counted


def test_selling_hours_are_told_with_the_assumption() -> None:
    interviews = pd.DataFrame(
        {
            "stage": ["final", "panel", "final"],
            "department": ["Sales", "Sales", "HR"],
            "count_interviews": [4, 6, 9],
            "count_interviewers": [3, 5, 2],
        }
    )
    assert hours(interviews, 5) == (
        "Sales held 10 interviews on the applications chosen, 4 of them in the last stage. At 1.5 hours an interview "
        "(an assumption) that is about 15 selling hours, 3 for each of the 5 accepted offers; the last stage took 6, 2 "
        "for each of its 3 sellers. Candidates who were not hired are counted too."
    )
    assert "for each of the" not in hours(interviews, 0)
    assert hours(interviews.iloc[:0], 5) == ""


def test_what_counts_and_contrasts_take_into_account_is_said_of_each() -> None:
    assert "These counts do not take into account who sat in the panel" in NO_LOT
    assert ASSIGNED.startswith(
        "This figure takes into account who sat in the panel, which the counts above do not"
    )


def test_where_seats_are_missing_it_is_said_of_panels() -> None:
    some = replace(judged(), recorded=0.64)
    told = "About 36 of 100 seats seem to be missing: who sat in a panel, and how many, is known only as far as it is "
    assert composition(all_shown(some)).missing.startswith(f"{told}recorded.")
    assert "missing" not in composition(all_shown(judged())).missing


def test_hours_say_the_years_they_are_of() -> None:
    assert years_of(date(2021, 1, 4), date(2026, 6, 30)) == "2021\u20132026"
    assert years_of(date(2025, 1, 1), date(2025, 12, 31)) == "2025"

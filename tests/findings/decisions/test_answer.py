"""Decisions in words, worked out by hand: then and now with n and range, overdue first, too few, erased, figures."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from hiring import charts
from hiring.findings.decisions import answer, figures
from hiring.findings.decisions.answer import told
from hiring.findings.review.measures import Asked, Measure
from hiring.findings.review.quarter import Quarter, quarter
from hiring.statistics.rates import Interval
from hiring.statistics.verdicts import DAYS
from hiring.warehouse.decided.decisions import Decision
from hiring.warehouse.decided.promises import Promise
from hiring.words import FIXED, THIN

AT = "2026-01-12T10:00:00+00:00"
TALK = Decision(
    *("d1", 1, "2025Q4", "halve the days to the talk", "both", "E7", "2026-03-31", "days-to-intake"),
    *(4.5, 9.0, 7.0, 12.0, 24, "open", AT, "local"),
)
OFFERS = Decision(
    *("d2", 1, "2025Q4", "win more offers", "HR", "", "2026-09-30", "offers-accepted"),
    *(0.8, 0.7, 0.6, 0.8, 90, "open", AT, "local"),
)
AS_OF, LAST = date(2026, 6, 30), quarter("2026Q2", 1)
NAMES = {"E7": "Mona Manager"}


def _measure(card: str, label: str, noun: str, now: Interval, **more: Any) -> Measure:
    return Measure(card, label, "x", noun, "in it", now, now, None, **more)


NOW = {
    "days-to-intake": _measure(
        *("days_to_intake", "Days to the talk, median", "opening", Interval(6, 4, 8, 22)),
        unit=DAYS,
        is_more_better=False,
    ),
    "offers-accepted": _measure(
        "offer_acceptance", "Offers accepted", "offer", Interval(0.75, 0.6, 0.86, 40)
    ),
}


def _frame(*rows: Decision | Promise) -> pd.DataFrame:
    return pd.DataFrame([asdict(row) for row in rows], dtype=object)


def _told(
    *rows: Decision, now: Any = NOW, last: Quarter = LAST, names: Any = NAMES
) -> tuple[answer.Told, ...]:
    return told(_frame(*rows), now, last, AS_OF, 1, names)


def _said(*rows: Decision, **given: Any) -> str:
    return _told(*rows, **given)[0].said.replace(FIXED, " ").replace(THIN, " ")


def test_a_decision_is_told_with_then_and_now_their_n_and_range_and_what_became_of_it() -> None:
    assert _said(replace(TALK, wanted=None, status="kept")) == (
        "days to the talk, median, then 9 (of 24 openings), now 6, likely 4–8 of 22; due 31 Mar 2026, kept"
    )
    assert _said(OFFERS) == (
        "offers accepted, then 70 % (of 90 offers), wanted 80 %, now 75 %, likely 60–86 % of 40; "
        "due 30 Sep 2026, open"
    )


def test_one_that_is_open_past_its_day_is_overdue_and_one_carried_on_tells_its_first_day() -> None:
    assert _said(TALK).endswith("wanted 4.5, now 6, likely 4–8 of 22; due 31 Mar 2026, open, 91 days overdue")
    later = replace(TALK, version=2, due_on="2026-06-30")
    assert _said(TALK, later).endswith(
        "; due 30 Jun 2026 (first 31 Mar 2026), open"
    )  # on the very day it is not late


def test_too_few_unknown_and_not_yet_over_are_said_in_words() -> None:
    few = {"days-to-intake": replace(NOW["days-to-intake"], now=Interval(6, 2, 9, 4))}
    assert "now too few to tell (4 openings); due" in _said(TALK, now=few)
    unranged = {
        "days-to-intake": replace(NOW["days-to-intake"], now=Interval(6.5, float("nan"), float("nan"), 5))
    }
    assert "wanted 4.5, now 6.5 of 5; due" in _said(TALK, now=unranged)
    assert "then too few to tell (3 openings), wanted" in _said(replace(TALK, then_n=3))
    assert "wanted 4.5, no later quarter is over; due" in _said(TALK, last=quarter("2025Q4", 1))
    assert _said(replace(TALK, measure="")) == "due 31 Mar 2026, open, 91 days overdue"
    assert "then" not in _said(TALK, now=None)


def test_overdue_come_first_then_open_missed_kept_and_dropped_each_by_its_day() -> None:
    rows = [
        replace(TALK, decision_id=key, status=status, due_on=due)
        for key, status, due in (
            ("a", "dropped", "2026-01-01"),
            ("b", "kept", "2026-01-01"),
            ("c", "open", "2026-12-31"),
            ("d", "open", "2026-06-29"),
            ("e", "open", "2026-02-01"),
            ("f", "missed", "2026-01-01"),
        )
    ]
    found = _told(*rows)
    assert [one.row["decision_id"] for one in found] == ["e", "d", "c", "f", "b", "a"]
    assert answer.lead(found) == (
        "3 decisions are open, 2 of them overdue",
        "Of 6 decisions so far: 1 kept, 1 missed, 1 dropped.",
    )
    assert answer.lead(found[2:3]) == ("1 decision is open", "Of 1 decision so far: none has ended.")
    assert answer.lead(found[4:5])[0] == "No decision is open"
    assert answer.lead(())[0] == answer.NOTHING


def test_owners_are_named_from_the_people_of_today_and_to_nobody_without_names() -> None:
    text = "“halve the days to the talk”"
    assert _told(TALK)[0].about == f"{text} (2025 Q4, both sides, Mona Manager)"
    assert _told(replace(TALK, owner_id="erased"))[0].about == f"{text} (2025 Q4, both sides, erased)"
    gone = _told(replace(TALK, owner_id="gone", side="HR"))[0].about
    assert gone == f"{text} (2025 Q4, HR, somebody not in the HR file now)"
    assert _told(TALK, names=None)[0].about == f"{text} (2025 Q4, both sides)"
    assert "Owner" not in answer.history(_frame(TALK), None)
    assert list(answer.history(_frame(TALK), NAMES)["Owner"]) == ["Mona Manager"]


@pytest.mark.parametrize(
    ("measure", "wanted", "then", "is_told"),
    [
        ("offers-accepted", 0.65, 0.68, True),
        ("offers-accepted", 0.7, 0.68, False),
        ("offers-accepted", 0.68, 0.68, False),
        ("days-to-intake", 10.0, 9.0, True),
        ("days-to-intake", 4.5, 9.0, False),
        ("days-to-intake", None, 9.0, False),
        ("days-to-intake", 4.5, None, False),
    ],
)
def test_a_goal_worse_than_what_it_was_is_told_in_the_measures_good_direction(
    measure: str, wanted: float | None, then: float | None, is_told: bool
) -> None:
    assert bool(answer.against_its_measure(wanted, then, NOW[measure])) is is_told


def test_promises_stand_with_their_versions_and_who_agreed_to_each() -> None:
    first = Promise("p1", 1, "tell why", "HR", 5, "2026-01-01", "E7", "erased", AT, "local")
    both = _frame(first, replace(first, version=2, within_days=1, status="kept"))
    assert list(answer.promised(both, NAMES)["Promise"]) == ["tell why"]
    assert [(about, one.replace(FIXED, " ")) for about, one in answer.agreed_promises(both)] == [
        ("“tell why” (promised by HR)", "within 1 working day, from 1 Jan 2026; both sides say: kept")
    ]
    assert answer.agreed_promises(_frame(first, replace(first, version=2, status="dropped"))) == ()
    table = answer.promised(both, NAMES, is_every=True)
    assert list(table["Promise"]) == ["tell why (version 2)", "tell why (version 1)"]
    assert [one.replace(FIXED, " ") for one in table["Within"]] == [
        "1 working day, from 1 Jan 2026",
        "5 working days, from 1 Jan 2026",
    ]
    assert list(table["Both sides say"]) == ["kept", "open"]
    assert list(table["Agreed by"]) == ["Mona Manager (HR), erased (Sales)"] * 2
    assert "Agreed by" not in answer.promised(_frame(first), None)
    assert answer.promised(_frame(first).head(0), NAMES).empty


def test_what_is_kept_of_then_is_the_measure_of_the_decisions_own_quarter() -> None:
    days = pd.to_datetime(["2025-10-01"] * 7 + ["2026-04-01"])
    openings = pd.DataFrame(
        {"opened_on": days, "intake_on": days + pd.to_timedelta([3, 4, 5, 6, 7, 8, 9, 1], "D")}
    )
    empty = pd.DataFrame()
    asked = Asked(empty, empty, openings, empty, empty, frozenset({"requisitions"}), 12)
    kept = answer.then(asked, "days-to-intake", quarter("2025Q4", 1))
    assert kept == {"then_value": 6.0, "then_low": 3.0, "then_high": 9.0, "then_n": 7}
    nothing = {"then_value": None, "then_low": None, "then_high": None, "then_n": 0}
    assert answer.then(asked, "", quarter("2025Q4", 1)) == nothing
    assert answer.then(asked, "days-to-intake", quarter("2024Q4", 1)) == nothing


# Figures


def test_shares_and_days_have_a_figure_each_with_then_agreed_and_now() -> None:
    shares, days = figures.exhibits(_told(TALK, OFFERS))
    assert (shares.key, shares.definition) == ("decisions_shares", ("offer_acceptance",))
    assert shares.lead == "Shares: 0 of 1 now where both sides wanted them, or beyond"
    row = shares.numbers().iloc[0]
    assert [row[name] for name in ("then", "agreed", "now", "low", "high")] == pytest.approx(
        [70, 80, 75, 60, 86]
    )
    assert any(one.text == "then 70 in 100" for one in charts.draw(shares.marks).layout.annotations)
    row = days.numbers().iloc[0]
    assert (row["then"], row["agreed"], row["now"], row["low"], row["high"], row["n"]) == (
        9,
        4.5,
        6,
        4,
        8,
        22,
    )
    texts = [one.text or "" for one in charts.draw(days.marks).layout.annotations]
    assert {"overdue", "halve the days to the talk"} & {text.replace("<br>", " ") for text in texts}
    assert any(text.startswith("then 9") for text in texts)
    assert not any("in 100" in text or "after luck" in text for text in texts)


@pytest.mark.parametrize(
    ("wanted", "now", "reached"), [(4.5, 4.5, 1), (4.5, 5, 0), (12.0, 13, 0), (12.0, 11, 1)]
)
def test_what_was_wanted_is_reached_in_the_good_direction_of_its_measure(
    wanted: float, now: float, reached: int
) -> None:
    measures = {"days-to-intake": replace(NOW["days-to-intake"], now=Interval(now, 1, 20, 22))}
    (days,) = figures.exhibits(_told(replace(TALK, wanted=wanted), now=measures))
    assert days.lead.startswith(f"Days: {reached} of 1 now")


def test_nothing_is_drawn_of_too_few_of_dropped_ones_or_without_a_later_quarter() -> None:
    assert figures.exhibits(_told(replace(TALK, then_n=4))) == ()
    assert figures.exhibits(_told(replace(TALK, status="dropped"))) == ()
    assert figures.exhibits(_told(TALK, last=quarter("2025Q4", 1))) == ()
    assert figures.exhibits(_told(replace(TALK, then_value=None))) == ()
    assert figures.exhibits(_told(TALK, now=None)) == ()
    (days,) = figures.exhibits(_told(replace(TALK, wanted=None)))
    assert days.lead == "What became of the days that decisions should move"
    assert "agreed" not in days.numbers()

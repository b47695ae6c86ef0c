"""Whom a manager's team is made of, by the day of each thing."""

from __future__ import annotations

from datetime import date

import pandas as pd

from hiring.access.rights.lines import Line, Lines, Seen, lines_from, seen_from
from hiring.access.viewer import Interviewers

EARLY, CHANGE, LATER, TODAY = date(2024, 1, 1), date(2025, 1, 1), date(2025, 6, 1), date(2026, 6, 30)
END = date(9999, 12, 31)
#: cy sold under bo, then under di; both under ann.
LINES = Lines(
    (
        Line("cy", "bo", EARLY, date(2024, 12, 31)),
        Line("cy", "di", CHANGE, END),
        Line("ed", "di", EARLY, END),
        Line("bo", "ann", EARLY, END),
        Line("di", "ann", EARLY, END),
    )
)


def test_above_somebody_are_managers_of_managers_on_that_day() -> None:
    assert LINES.above("cy", EARLY) == {"bo", "ann"}
    assert LINES.above("cy", CHANGE) == {"di", "ann"}
    assert LINES.above("ann", TODAY) == set()


def test_lines_that_run_in_a_circle_end() -> None:
    circle = Lines(Line(one, other, EARLY, END) for one, other in (("a", "b"), ("b", "c"), ("c", "a")))
    assert circle.above("a", TODAY) == {"b", "c"}


def test_a_hire_is_seen_by_who_led_on_the_day_it_began_and_an_opening_by_its_manager_too() -> None:
    seen = (
        Seen(True, "cy.2024-06-01", "cy", date(2024, 6, 1)),
        Seen(True, "ed.2025-06-01", "ed", LATER),
        Seen(False, "R1", "bo", LATER),
        Seen(True, "bo.2024-01-01", "bo", EARLY),
    )
    bo, di, ann = (LINES.team(one, seen, TODAY) for one in ("bo", "di", "ann"))
    assert (bo.hires, bo.openings, bo.people) == (("cy.2024-06-01",), ("R1",), ("bo",))
    assert (di.hires, di.openings, di.people) == (("ed.2025-06-01",), (), ("cy", "di", "ed"))
    assert ann.hires == ("bo.2024-01-01", "cy.2024-06-01", "ed.2025-06-01")
    assert ann.openings == ("R1",)
    assert LINES.team("cy", seen, TODAY).hires == ()


def test_others_are_all_but_ones_managers_and_peers_of_today() -> None:
    others = LINES.others("cy", TODAY)
    assert others == Interviewers(("ann", "di", "ed"))
    assert list(others.may_be_named(pd.Series(["bo", "di", "ed", "cy", None]))) == [
        True,
        False,
        False,
        True,
        True,
    ]


def test_days_of_frames_are_read_also_where_they_are_beyond_what_those_hold() -> None:
    rows = pd.DataFrame(
        {
            "person_id": ["cy"],
            "manager_id": ["bo"],
            "starts_on": pd.to_datetime(["2024-01-01"]),
            "ends_on": pd.Series([date(9999, 12, 31)], dtype=object),
        }
    )
    assert lines_from(rows).above("cy", TODAY) == {"bo"}
    kinds = pd.DataFrame({"kind": ["hire"], "key": ["k"], "person_id": ["cy"], "seen_on": ["2024-01-01"]})
    assert seen_from(kinds) == (Seen(True, "k", "cy", EARLY),)

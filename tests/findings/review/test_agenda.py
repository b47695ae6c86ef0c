"""What both sides should talk about: first what was kept, ratings that are clear before those that lean."""

from __future__ import annotations

import pandas as pd

from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.review.agenda import NOTHING, agenda
from hiring.findings.review.measures import Measure
from hiring.statistics.rates import wilson


def kept(now: tuple[int, int], before: tuple[int, int]) -> Measure:
    return Measure("promises_kept", "", "", "promise", "", wilson(*now), wilson(*before), None)


def gaps(*rows: tuple[str, float, str]) -> Exhibit:
    frame = pd.DataFrame(rows, columns=["name", "estimate", "verdict"]).assign(n=300)
    return Exhibit("alignment_gaps", "", "", Marks("dots_with_intervals", frame), "")


def test_the_first_line_is_what_each_side_kept_of_what_was_due_in_the_quarter() -> None:
    sides = {"HR": kept((9, 10), (3, 4)), "Sales": kept((8, 16), (15, 20))}
    (line,) = agenda(None, sides, "2026 Q2", (), "")
    assert [one.replace("\u202f", " ") for one in line] == [
        "Promises kept",
        "Of what was due in 2026 Q2: HR 90 % of 10; Sales 50 % of 16 (a year before 75 % of 20). No contest: promises "
        "differ.",
    ]


def test_clear_ratings_come_before_wider_ones_that_lean_and_each_says_how_sure() -> None:
    found = gaps(
        ("Focus", 0.4, "Leaning"),
        ("Calm", -0.1, "Clear"),
        ("Drive", 0.9, "Can't tell"),
        ("Tact", 0.2, "Clear"),
    )
    said = [one for _, one in agenda(None, {}, "2023 Q3", (found,), "As of today.")]
    assert said == [
        "Tact: HR rates the same candidates 0.20 points higher (300 candidates; clear); Calm: Sales rates the same "
        "candidates 0.10 points higher, a small gap (300 candidates; clear): what does each side mean by that? As of "
        "today.",
    ]
    alone = agenda(None, {}, "2026 Q2", (gaps(("Focus", 0.4, "Leaning")),), "")
    assert "300 candidates; leaning" in alone[0][1]


def test_where_nothing_stands_out_it_says_so() -> None:
    assert agenda(None, {}, "2026 Q2", (), "") == (("", NOTHING),)

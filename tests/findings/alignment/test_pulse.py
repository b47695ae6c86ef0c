"""What each side answers about the other: shares by hand, its best first, sums of shown quarters only."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from hiring.findings.alignment import pulse
from hiring.words import THIN

AS_OF = pd.Timestamp("2026-06-30")
COLUMNS = ["department", "question", "quarter_start", "count_answers", "count_favourable"]
ROWS = (
    ("hr", "works_well_together", "2026-04-01", 6, 3),
    ("hr", "works_well_together", "2025-07-01", 6, 5),
    ("hr", "works_well_together", "2025-04-01", 8, 2),
    ("hr", "Quick to answer", "2026-01-01", 10, 9),
    ("sales", "understood_the_role", "2025-01-01", 20, 5),
)


def told(
    as_of: pd.Timestamp = AS_OF, starts_in: int = 1, rows: Sequence[tuple[object, ...]] = ROWS
) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return pulse.quarters(
        frame.assign(quarter_start=pd.to_datetime(frame["quarter_start"])), as_of, starts_in
    )


def plain(table: pd.DataFrame) -> list[list[str]]:
    return table.map(lambda cell: cell.replace(THIN, "")).to_numpy().tolist()


def test_the_last_four_quarters_stand_beside_the_four_before_the_best_first() -> None:
    assert plain(pulse.table(told(), "HR")) == [
        ["Quick to answer", "90% (60–98) · 9 of 10", "not shown"],
        ["The two work well together", "67% (39–86) · 8 of 12", "25% (7–59) · 2 of 8"],
    ]
    assert plain(pulse.table(told(), "Sales")) == [
        ["The other side understands the role", "not shown", "25% (11–47) · 5 of 20"]
    ]


def test_a_quarter_that_still_runs_moves_no_year() -> None:
    """On 29 June the quarter from April still runs: the four whole ones before it end with March."""
    found = told(pd.Timestamp("2026-06-29")).set_index("quarter_start")["years_ago"]
    assert found.loc["2025-04-01"].tolist() == 0
    assert told().set_index("quarter_start")["years_ago"].loc["2025-04-01"] == 1


def test_half_years_stand_the_latest_first_from_ten_answers_on_in_both_halves_of_the_four_quarters() -> None:
    rows = [
        ("hr", "Quick", "2026-04-01", 6, 3), ("hr", "Quick", "2026-01-01", 5, 4), ("hr", "Quick", "2025-07-01", 12, 6),
        ("hr", "Quick", "2025-04-01", 30, 9), ("hr", "Quick", "2024-10-01", 5, 1),
        ("hr", "Slow", "2026-04-01", 9, 3),
    ]  # fmt: skip
    found = pulse.by_half_year(told(rows=rows), "HR")
    assert found.columns.tolist() == ["Half-year", "Quick", "Slow"]
    assert [row[:2] for row in plain(found)] == [
        ["2026 Q1–Q2", "64% (35–85) · 7 of 11"],
        ["2025 Q3–Q4", "50% (25–75) · 6 of 12"],
        ["2025 Q1–Q2", "not shown"],
        ["2024 Q3–Q4", "not shown"],
    ]
    assert set(found["Slow"]) == {"not shown"}  # 9 answers
    late = pulse.by_half_year(told(pd.Timestamp("2026-03-31"), rows=rows[1:-1]), "HR")
    assert late["Half-year"].tolist()[0] == "2025 Q4–2026 Q1"
    assert pulse.by_half_year(told(starts_in=4), "HR")["Half-year"].tolist()[0] == "FY2026 Q4–FY2027 Q1"


def test_a_side_of_which_no_quarter_is_told_has_no_row() -> None:
    only = told()
    only = only[only["department"] == "hr"]
    assert pulse.table(only, "Sales").empty
    assert pulse.by_half_year(only, "Sales").empty


def test_the_answer_that_moved_furthest_is_the_headline_where_luck_hardly_moves_one_so_far() -> None:
    rows = [
        ("sales", "understood_the_role", "2026-04-01", 61, 32),
        ("sales", "understood_the_role", "2025-04-01", 53, 40),
        ("hr", "understood_the_role", "2026-04-01", 15, 10),
        ("hr", "understood_the_role", "2025-04-01", 16, 7),
    ]
    assert pulse.title(told(rows=rows)).replace(THIN, "") == (
        "“The other side understands the role”: HR 67% (44% before), Sales 52% (75%)"
    )
    assert pulse.title(told(rows=rows[2:])) == pulse.TITLE
    long = [(side, "X" * 80, *rest) for side, _asked, *rest in rows]
    assert pulse.title(told(rows=long)) == pulse.TITLE

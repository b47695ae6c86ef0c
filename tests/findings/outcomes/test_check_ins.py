"""Check-ins beside interviews, and what became of the doubted: by hand, small groups withheld."""

from __future__ import annotations

import pandas as pd

from hiring.findings.outcomes import check_ins
from hiring.words import THIN

DAY = pd.Timestamp("2024-01-01")


def rows(*made: tuple[str, str, float, float | None, bool | None]) -> pd.DataFrame:
    columns = ["employee_id", "competency", "score", "interview_score", "would_hire_again"]
    return pd.DataFrame(made, columns=columns).assign(hire_date=DAY)


def became(*made: tuple[str, int, int, int, float]) -> pd.DataFrame:
    frame = pd.DataFrame(made, columns=["group", "n_hires", "n", "count", "expected"])
    return frame.assign(count_stayed=0)


def test_a_talk_doubts_where_one_row_does_and_means_what_interviews_gave() -> None:
    found = check_ins.talks(
        rows(
            ("A", "Discovery", 4, 3.0, True),
            ("A", "Closing", 2, 4.0, True),
            ("B", "Discovery", 4, None, True),
            ("B", "Closing", 4, 2.0, False),
            ("C", "Closing", 4, 2.0, None),
        )
    )
    assert found[["employee_id", "said", "interview"]].to_numpy().tolist() == [
        ["A", "again", 3.5],
        ["B", "doubted", 2.0],
    ]


def test_the_doubted_stand_beside_what_was_expected_and_what_interviews_had_said() -> None:
    told = pd.DataFrame(
        {"said": ["again"] * 5 + ["doubted"] * 5, "interview": [4, 4, 4, 3, 5, 3, 3, 3, 2, None]}
    )
    found = became(("again", 30, 20, 6, 4.0), ("doubted", 9, 8, 1, 1.6))
    said = check_ins.lead(found).replace("\xa0", " ")
    assert said == "Of 8 hires doubted at check-ins 1 became a high performer, expected 2; no verdict"
    assert check_ins.table(found, told).map(lambda cell: cell.replace(THIN, "")).to_numpy().tolist() == [
        ["Would be hired again", "30", "6 of 20 (15–52%), expected 4", "4.00 (3.12–4.88)"],
        ["Would not", "9", "1 of 8 (2–47%), expected 2", "too few to show"],
    ]


def test_where_few_are_doubted_neither_group_is_told() -> None:
    found = became(("again", 30, 20, 6, 4.0), ("doubted", 5, 4, 1, 1.6))
    told = pd.DataFrame({"said": ["again"] * 5, "interview": [4.0] * 5})
    assert check_ins.lead(found) == check_ins.TITLE
    assert check_ins.table(found, told)["High performers"].tolist() == ["too few to show"] * 2
    assert check_ins.lead(became(("again", 30, 20, 6, 4.0))) == check_ins.TITLE


def test_a_competency_is_compared_over_the_hires_scored_both_times() -> None:
    made = [
        (f"H{place}", "Closing", score, before, True)
        for place, (score, before) in enumerate(((3, 4.0), (3, 3.0), (4, 4.0), (2, 4.0), (3, 5.0), (5, None)))
    ]
    made += [(f"H{place}", "Discovery", 4, 4.0, True) for place in range(4)]
    assert check_ins.competencies(rows(*made)).to_numpy().tolist() == [
        ["Closing", "3.00", "4.00", "−1.00 (−2.24 to +0.24)", "5"]
    ]

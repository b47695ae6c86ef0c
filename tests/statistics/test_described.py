"""What became of groups of hires beside what was expected: by hand."""

from __future__ import annotations

import pandas as pd

from hiring.statistics import described

DAY = {"hire_date": pd.Timestamp("2024-01-01")}
KNOWN = pd.DataFrame(
    [
        {"employee_id": who, **DAY, "is_high_performer": high, "has_stayed": stayed, "baseline": chance}
        for who, high, stayed, chance in (
            ("A", True, True, 0.2),
            ("B", False, True, 0.3),
            ("C", True, False, 0.25),
            ("D", None, None, 0.9),
        )
    ]
)


def hires(**groups: str) -> pd.DataFrame:
    return pd.DataFrame([{"employee_id": who, **DAY, "said": said} for who, said in groups.items()])


def test_hires_are_counted_beside_expected_and_who_has_no_full_year_is_a_hire_only() -> None:
    found = described.became(hires(A="x", B="x", C="y", D="y", E="y"), "said", ("y", "x", "z"), KNOWN)
    assert found["group"].tolist() == ["y", "x"]  # in the order asked for; a group of nobody has no row
    assert found["n_hires"].tolist() == [3, 2]
    assert found["n"].tolist() == [1, 2]
    assert found["count"].tolist() == [1, 1]
    assert found["expected"].tolist() == [0.25, 0.5]
    assert found["count_stayed"].tolist() == [0, 2]


def test_without_evidence_or_hires_nobody_is_judged() -> None:
    found = described.became(hires(A="x"), "said", ("x",), KNOWN.iloc[:0])
    assert found[["n_hires", "n", "count"]].to_numpy().tolist() == [[1, 0, 0]]
    none = pd.DataFrame(columns=["employee_id", "hire_date", "said"])
    assert described.became(none, "said", ("x",), KNOWN).empty

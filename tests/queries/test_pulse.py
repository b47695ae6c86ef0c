"""Answers of the pulse by quarter: by hand; nothing from which one answer could be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers.small_company import built

HEAD = "response_id,answered_on,department,question,score\n"


def found(
    tmp_path: Path, *groups: tuple[str, str, str, tuple[int, ...]], as_of: date, settings: str = ""
) -> list:
    rows, number = [], 0
    for day, department, question, scores in groups:
        for score in scores:
            number += 1
            rows.append(f"U{number},{day},{department},{question},{score}")
    company = built(tmp_path, {"pulse": HEAD + "\n".join(rows)}, as_of=as_of, config_toml=settings)
    return company.rows(
        "select department, question, quarter_start, count_answers, count_favourable "
        "from marts.pulse_quarters order by all"
    )


def test_answers_of_seven_and_more_are_favourable_by_side_question_and_quarter(tmp_path: Path) -> None:
    told = found(
        tmp_path,
        ("2024-01-05", "hr", "works", (6, 7, 8, 0, 10)),
        ("2024-03-31", "hr", "works", (1,)),
        ("2024-04-01", "sales", "works", (7, 2, 3, 4, 5)),
        as_of=date(2024, 6, 30),
    )
    assert told == [("hr", "works", date(2024, 1, 1), 6, 3), ("sales", "works", date(2024, 4, 1), 5, 1)]


def test_few_answers_answers_all_alike_and_a_quarter_that_runs_are_nowhere(tmp_path: Path) -> None:
    told = found(
        tmp_path,
        ("2024-01-05", "hr", "four", (6, 7, 8, 0)),
        ("2024-01-05", "hr", "all", (7, 8, 9, 10, 7)),
        ("2024-01-05", "sales", "none", (1, 2, 3, 4, 5)),
        ("2024-04-05", "sales", "works", (7, 2, 3, 4, 5)),
        as_of=date(2024, 6, 29),
    )
    assert told == []


@pytest.mark.proof
def test_quarters_are_those_of_the_companys_fiscal_year(tmp_path: Path) -> None:
    told = found(
        tmp_path,
        ("2024-01-31", "hr", "works", (6, 7, 8, 0, 10)),
        ("2024-02-01", "hr", "works", (6, 7, 8, 0, 1)),
        as_of=date(2024, 4, 30),
        settings="fiscal_year_starts_in = 2\n",
    )
    assert told == [("hr", "works", date(2023, 11, 1), 5, 3), ("hr", "works", date(2024, 2, 1), 5, 2)]

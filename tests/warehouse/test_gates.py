"""The third promise: nothing is guessed silently. A held build asks, prints one line, and heeds it once signed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import BASE, CLOCK, EMPLOYEES, OPPORTUNITIES, Built, built
from helpers.standing import standing
from warehouse.fates import DEALS, built_from, deal, deals, padded

UNKNOWN_STAGES = OPPORTUNITIES.replace("O6,U-A,Lost,false", "O6,U-A,Parked,").replace(
    "O1,U-A,Won,true", 'O1,U-A,"Won ""big""\u202e 🙂",'
)


def _answer(company: Built, folder: Path, by: str = "Hana Recruiter", choice: str = "") -> Built:
    """Paste every line the build printed, signed, and build again."""
    lines = [question.line(date(2026, 7, 1)) for question in company.result.questions]
    signed = [line.replace("your name", by) for line in lines]
    if choice:
        first = company.result.questions[0].choices[0]
        signed = [line.replace(f'answer = "{first}"', f'answer = "{choice}"') for line in signed]
    (folder / "exports" / "answers.toml").write_text("\n".join(signed) + "\n", encoding="utf-8")
    return built_from(folder / "exports", folder / "warehouse")


def _of_answers(company: Built) -> list[str]:
    return [str(one) for one in company.result.messages if one.file == "answers.toml"]


def _asked(company: Built) -> list[str]:
    return [question.key for question in company.result.questions]


# Stages


def test_a_stage_without_a_meaning_holds_the_build_and_names_file_and_column(tmp_path: Path) -> None:
    company = standing(tmp_path, {"opportunities": UNKNOWN_STAGES})
    assert company.result.outcome == "held"
    assert [(m.file, m.column) for m in company.result.messages] == [("opportunities.csv", "stage")] * 2
    assert "Parked, on 1 deals with is_won empty" in company.result.messages[0].found
    assert not list(company.folder.glob("hiring-*"))


def test_the_printed_line_works_when_pasted_with_a_name_even_for_a_strange_stage(tmp_path: Path) -> None:
    company = standing(tmp_path, {"opportunities": UNKNOWN_STAGES})
    answered = _answer(company, tmp_path)
    assert answered.result.outcome == "served"
    won = {row[0] for row in answered.rows("select opportunity_id from marts.credits")}
    assert won == {"O1", "O2", "O3", "O4", "O5", "O6"}


@pytest.mark.proof
def test_a_printed_line_pasted_below_a_heading_of_the_file_is_an_answer_all_the_same(tmp_path: Path) -> None:
    company = standing(tmp_path, {"opportunities": UNKNOWN_STAGES})
    lines = [
        question.line(date(2026, 7, 1)).replace("your name", "Hana") for question in company.result.questions
    ]
    text = "\n".join(["[stages]", *(f"  {line}" for line in lines)])
    (tmp_path / "exports" / "answers.toml").write_text(text, encoding="utf-8")
    assert built_from(tmp_path / "exports", tmp_path / "warehouse").result.outcome == "served"
    unsigned = text.replace("Hana", "your name")
    (tmp_path / "exports" / "answers.toml").write_text(unsigned, encoding="utf-8")
    held = built_from(tmp_path / "exports", tmp_path / "other")
    assert [one.split(" · ")[-1] for one in _of_answers(held)] == ['put your own name after "by"'] * 2


def test_the_printed_line_says_who_when_and_which_file(tmp_path: Path) -> None:
    company = standing(tmp_path, {"opportunities": UNKNOWN_STAGES})
    line = company.result.questions[0].line(date(2026, 7, 1))
    (entry,) = tomllib.loads(line).values()
    assert entry.keys() == {"answer", "by", "on", "file"}
    assert (entry["on"], len(entry["file"])) == (date(2026, 7, 1), 64)
    assert line.isprintable()


@pytest.mark.parametrize("by", ["your name", "", "  "])
def test_a_line_pasted_without_a_name_answers_nothing(by: str, tmp_path: Path) -> None:
    company = standing(tmp_path, {"opportunities": UNKNOWN_STAGES})
    answered = _answer(company, tmp_path, by=by)
    assert (answered.result.outcome, len(answered.result.questions)) == ("held", 2)
    assert _of_answers(answered) == [
        f"answers.toml · line {line} · found an answer without a name · it is not taken, and the question stands · "
        'put your own name after "by"'
        for line in (1, 2)
    ]


def test_an_answer_that_is_no_choice_answers_nothing_and_it_is_said(tmp_path: Path) -> None:
    company = standing(tmp_path, {"opportunities": UNKNOWN_STAGES})
    answered = _answer(company, tmp_path, choice="wonn")
    assert answered.result.outcome == "held"
    assert [one.split(" · ")[2] for one in _of_answers(answered)] == [
        "found no answer of those asked for"
    ] * 2


@pytest.mark.proof
def test_an_answer_about_a_file_that_has_changed_since_is_said_to_be_of_another(tmp_path: Path) -> None:
    bad = [*(deal(f"X{n}", amount="?") for n in range(2)), *(deal(f"G{n}") for n in range(15))]
    held = built(tmp_path, {"opportunities": "\n".join([DEALS, *bad])})
    assert (held.result.outcome, _of_answers(held)) == ("held", [])
    _answer(held, tmp_path)
    later = built(tmp_path, {"opportunities": "\n".join([DEALS, *bad, deal("X9", amount="?")])})
    (line,) = _of_answers(later)
    assert line.startswith("answers.toml · line 1 · found an answer about another export · it is not taken")


@pytest.mark.proof
def test_a_stage_answered_as_lost_or_open_is_not_won_and_holds_for_later_exports(tmp_path: Path) -> None:
    company = standing(tmp_path, {"opportunities": UNKNOWN_STAGES})
    answered = _answer(company, tmp_path, choice="open")
    assert answered.one("select count(distinct opportunity_id) from marts.credits") == 4
    later = built(tmp_path, {"opportunities": UNKNOWN_STAGES.replace("700.00", "701.00")})
    assert later.result.outcome == "served"
    assert later.one("select count(distinct opportunity_id) from marts.credits") == 4


@pytest.mark.parametrize(
    ("choice", "last"), breadth.first(1, [("lost", date(2026, 5, 1)), ("open", date(2025, 3, 1))])
)
def test_the_close_date_of_a_stage_answered_as_open_is_not_the_latest_day_of_the_exports(
    tmp_path: Path, choice: str, last: date
) -> None:
    late = deal("O9", stage="Parked", is_won="", closed_on="2026-05-01")
    deals = "\n".join([DEALS, deal("O1", closed_on="2025-03-01"), late])
    answered = _answer(built(tmp_path, {"opportunities": deals}), tmp_path, choice=choice)
    assert answered.one("select as_of from marts.company") == last


# More than a tenth set aside


def test_a_tenth_of_a_file_may_be_set_aside_and_not_one_row_more(tmp_path: Path) -> None:
    rows = [deal(f"X{n}", amount="?") for n in range(2)]
    good = [deal(f"G{n}") for n in range(18)]
    kept = built(tmp_path / "a", {"opportunities": "\n".join([DEALS, *rows, *good])})
    assert (kept.result.outcome, kept.account("opportunities")) == ("served", (20, 18, 2, 0))
    held = built(tmp_path / "b", {"opportunities": "\n".join([DEALS, *rows, *good[1:], "", ""])})
    assert held.result.outcome == "held"
    (message,) = held.result.messages
    assert (message.file, message.column) == ("opportunities.csv", "amount")
    assert message.found == "2 of 19 rows set aside, such as ?"


def test_blank_lines_make_no_file_look_better(tmp_path: Path) -> None:
    rows = [DEALS, deal("X1", amount="?"), *[""] * 50, *(deal(f"G{n}") for n in range(5))]
    assert built(tmp_path, {"opportunities": "\n".join(rows)}).result.outcome == "held"


@pytest.mark.proof
def test_an_answer_for_a_file_holds_for_its_very_bytes_only(tmp_path: Path) -> None:
    bad = deals([deal("X1", amount="?")], times=5)
    company = built(tmp_path, {"opportunities": bad})
    answered = _answer(company, tmp_path)
    assert (answered.result.outcome, answered.account("opportunities")) == ("served", (6, 5, 1, 0))
    again = built(tmp_path, {"opportunities": bad.replace("G4", "G5")})
    assert _asked(again) == ["set aside in opportunities.csv"]


def test_a_column_in_another_order_of_dates_holds_the_build_and_is_named(tmp_path: Path) -> None:
    rows = [deal(f"X{n}", closed_on="03/04/2024") for n in range(9)]
    company = built(tmp_path, {"opportunities": deals(rows, times=3)})
    assert company.result.outcome == "held"
    assert company.result.messages[0].column == "closed_on"
    assert company.result.messages[0].found == "03/04/2024, and no day above 12 in the whole column"


# A fall by more than a fifth


def _many(count: int) -> Mapping[str, str]:
    return {"opportunities": "\n".join([DEALS, *(deal(f"G{n}") for n in range(count))])}


@pytest.mark.proof
def test_the_first_build_of_a_folder_asks_nothing_about_counts(tmp_path: Path) -> None:
    assert standing(tmp_path, _many(3)).result.outcome == "served"


def test_a_fall_by_a_fifth_passes_and_one_row_more_is_held(tmp_path: Path) -> None:
    assert standing(tmp_path, _many(20)).result.outcome == "served"
    held = built(tmp_path, _many(15))
    assert _asked(held) == ["fewer rows in opportunities"]
    assert held.result.messages[0].file == "opportunities.csv"
    assert held.result.messages[0].found == "15 rows of opportunities, 20 last time"
    assert built(tmp_path, _many(16)).result.outcome == "served"


def test_a_fall_that_is_right_is_answered_once_and_not_for_the_next_fall(tmp_path: Path) -> None:
    standing(tmp_path, _many(20))
    held = built(tmp_path, _many(10))
    assert _answer(held, tmp_path).result.outcome == "served"
    assert _asked(built(tmp_path, _many(5))) == ["fewer rows in opportunities"]


def test_a_table_that_is_gone_is_a_fall_and_its_answer_holds_against_that_build_only(tmp_path: Path) -> None:
    standing(tmp_path)
    held = built(tmp_path, {"crm_users": ""})
    assert _asked(held) == ["fewer rows in crm_users"]
    assert held.result.messages[0].file == "crm_users.csv"
    assert _answer(held, tmp_path).result.outcome == "served"
    assert built(tmp_path).result.outcome == "served"
    changed = built(tmp_path, {"opportunities": OPPORTUNITIES.replace("700.00", "701.00")})
    assert changed.result.outcome == "served"
    assert _asked(built(tmp_path, {"crm_users": ""})) == ["fewer rows in crm_users"]


@pytest.mark.proof
def test_only_builds_of_the_same_folder_are_compared(tmp_path: Path) -> None:
    standing(tmp_path, _many(20))
    other = tmp_path / "another"
    other.mkdir()
    for path in (tmp_path / "exports").iterdir():
        (other / path.name).write_bytes(path.read_bytes())
    (other / "opportunities.csv").write_text(_many(3)["opportunities"])
    assert built_from(other, tmp_path / "warehouse").result.outcome == "served"


# Another scale, swapped columns


def _ratings(scores: list[str]) -> str:
    return "interview_id,competency,score,scale_max\n" + "".join(
        f"I{n},Drive,{score}\n" for n, score in enumerate(scores)
    )


ONE_TO_FIVE = [f"{1 + n % 5},10" for n in range(80)]


@pytest.mark.proof
def test_another_scale_is_held(tmp_path: Path) -> None:
    assert standing(tmp_path, {"ratings": _ratings(ONE_TO_FIVE)}).result.outcome == "served"
    doubled = [f"{2 + 2 * (n % 5)},10" for n in range(80)]
    held = built(tmp_path, {"ratings": _ratings(doubled)})
    assert _asked(held) == ["another scale in ratings.score"]
    assert held.result.messages[0].file == "ratings.csv"
    assert held.result.messages[0].column == "score"
    assert _answer(held, tmp_path).result.outcome == "served"
    # The answer was for those bytes: the way back is asked about again.
    assert _asked(built(tmp_path, {"ratings": _ratings(ONE_TO_FIVE)})) == ["another scale in ratings.score"]


def test_another_scale_in_one_quarter_of_many_is_held(tmp_path: Path) -> None:
    standing(tmp_path, {"ratings": _ratings(ONE_TO_FIVE)})
    one_quarter = ONE_TO_FIVE[:72] + [f"{10 - n % 5},10" for n in range(8)]
    assert _asked(built(tmp_path, {"ratings": _ratings(one_quarter)})) == ["another scale in ratings.score"]


def test_amounts_in_cents_are_held(tmp_path: Path) -> None:
    def amounts(unit: int) -> dict[str, str]:
        return {
            "opportunities": "\n".join([DEALS, *(deal(n, amount=str((n + 1) * unit)) for n in range(40))])
        }

    built(tmp_path, amounts(1))
    assert _asked(built(tmp_path, amounts(100))) == ["another scale in opportunities.amount"]


def test_two_swapped_columns_are_held_on_the_first_build_too(tmp_path: Path) -> None:
    reviews = padded(
        "employee_id,period_end_on,scale_max,score",  # the names swapped, not the values
        [],
        lambda n: f"A,2024-{1 + n:02d}-28,3.{n % 9},5",
    )
    held = built(tmp_path, {"performance_reviews": reviews})
    assert held.result.outcome == "held"
    assert (held.result.messages[0].file, held.result.messages[0].column) == (
        "performance_reviews.csv",
        "score",
    )


@pytest.mark.proof
def test_years_of_sales_beyond_a_working_life_are_set_aside(tmp_path: Path) -> None:
    candidates = padded("candidate_id,years_in_sales", ["X1,61", "X2,-1"], lambda n: f"C{n},{n}")
    company = built(tmp_path, {"candidates": candidates})
    rows = company.rows("select line, column_name, found, reason from marts.rows_set_aside order by line")
    assert rows == [
        (2, "years_in_sales", "61", "off_the_scale"),
        (3, "years_in_sales", "-1", "off_the_scale"),
    ]


# An id given to somebody else


def test_an_id_with_another_name_and_another_hire_date_is_held(tmp_path: Path) -> None:
    standing(tmp_path)
    other = EMPLOYEES.replace(
        "A,Ada First,ada@firm.example,Sales,Inside sales,North,SMB,2024-01-10",
        "A,Zoe New,zoe@firm.example,Sales,Inside sales,North,SMB,2025-02-01",
    )
    held = built(tmp_path, {"employees": other})
    assert _asked(held) == ["another person under A"]
    (message,) = held.result.messages
    assert (message.file, message.column) == ("employees.csv", "employee_id")
    assert "Zoe New" in message.found
    assert "Ada First" in message.wanted
    assert _answer(held, tmp_path).result.outcome == "served"


@pytest.mark.parametrize(
    ("old", "new"),
    breadth.first(
        1,
        [
            ("Ada First", "Ada Married"),
            ("2024-01-10", "2024-01-15"),
            ("ada@firm.example", "ada2@firm.example"),
        ],
    ),
)
def test_a_new_name_or_a_corrected_date_alone_is_the_same_person(old: str, new: str, tmp_path: Path) -> None:
    standing(tmp_path)
    assert built(tmp_path, {"employees": EMPLOYEES.replace(old, new)}).result.outcome == "served"


# The answers file itself


@pytest.mark.parametrize(
    "text", ["this is no toml", '"stage Parked" = {answer = "won"\n', "\x00", "a = 1\na = 2\n"]
)
def test_an_answers_file_that_cannot_be_read_refuses_the_build_in_one_line(text: str, tmp_path: Path) -> None:
    company = built(tmp_path, answers_toml=text)
    assert company.result.outcome == "refused"
    (message,) = company.result.messages
    assert message.file == "answers.toml"
    assert "\n" not in str(message)


@pytest.mark.parametrize(
    "text",
    breadth.first(
        1, ["\ufeff", '"stage Parked" = "won"\n', *breadth.proof("", "x = 1\n", "[stages]\nParked = 1\n")]
    ),
)
def test_an_answers_file_without_an_answer_is_no_obstacle(text: str, tmp_path: Path) -> None:
    assert built(tmp_path, answers_toml=text).result.outcome == "served"


# The clock


def test_a_clock_behind_the_last_build_publishes_nothing(tmp_path: Path) -> None:
    served = standing(tmp_path).result.warehouse
    late = built(tmp_path, {"opportunities": OPPORTUNITIES.replace("700", "701")}, clock=date(2025, 7, 1))
    assert late.result.outcome == "refused"
    assert "2026-07-01" in str(late.result.messages[0])
    assert served is not None
    assert served.is_file()


def test_as_of_may_be_tomorrow_at_most(tmp_path: Path) -> None:
    assert built(tmp_path / "a", as_of=date(2026, 7, 2)).result.outcome == "served"
    late = built(tmp_path / "b", as_of=date(2026, 7, 3))
    assert late.result.outcome == "refused"
    assert "--as-of" in str(late.result.messages[0])


@pytest.mark.proof
def test_a_warehouse_that_waits_for_a_day_to_come_is_built_anew_when_it_may_have_come(tmp_path: Path) -> None:
    employees = EMPLOYEES.rstrip() + "\nC,Cy Third,,Sales,Inside sales,North,SMB,2026-07-02,\n"
    first = built(tmp_path, {"employees": employees}, clock=CLOCK)
    assert first.one("select count(*) from marts.hires") == 2
    assert built(tmp_path, {"employees": employees}, clock=CLOCK).result.outcome == "unchanged"
    next_day = built(tmp_path, {"employees": employees}, clock=date(2026, 7, 2))
    assert next_day.result.outcome == "served"
    assert next_day.one("select count(*) from marts.hires") == 3
    assert built(tmp_path / "b", BASE, clock=CLOCK).result.outcome == "served"


@pytest.mark.proof
def test_a_hire_to_come_does_not_hide_the_hires_there_are_from_as_of(tmp_path: Path) -> None:
    opportunities = "\n".join([DEALS, deal("O1", created_on="2023-12-01", closed_on="2024-02-01")])
    employees = EMPLOYEES.rstrip() + (
        "\nC,Cy Third,,Sales,Inside sales,North,SMB,2026-06-15,"
        "\nD,Di Fourth,,Sales,Inside sales,North,SMB,2026-08-01,\n"
    )
    company = built(tmp_path, {"employees": employees, "opportunities": opportunities})
    assert company.one("select as_of from marts.company") == date(2026, 6, 15)

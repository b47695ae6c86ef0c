"""The tables of the page Start, by value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from findings.start.test_steps import DEALS, STAFF, UNKNOWN, asked, standing
from hiring.contract import BY_NAME
from hiring.findings.start import steps, tables
from hiring.warehouse.taken_for import Waiting


def test_every_file_has_a_line_known_or_not_those_that_wait_first() -> None:
    staff = replace(
        STAFF,
        period=(date(2021, 1, 1), date(2021, 1, 1)),
        set_aside=2,
        waiting=(Waiting("department", "X", 3),),
    )
    frame = tables.files(standing(UNKNOWN, DEALS, staff))
    assert list(frame["File"]) == ["staff.csv", "a.csv", "deals.csv"]
    assert frame["Taken for"][0] == "employees · 12 rows, 2 set aside, 3 waiting · 1\u00a0Jan\u00a02021"
    assert list(frame["Waits for, or lacks"]) == [
        'words not said yet: 3 rows wait for what "X" means',
        "say what it holds, if it belongs here",
        "nothing",
    ]
    assert frame["Taken for"][1] == "not loaded: its header is none of the known tables' · 3 rows"
    lacks = tables.files(standing(replace(STAFF, lacks=("employees.manager_id",))))
    assert lacks["Waits for, or lacks"][0] == "lacks: manager_id would give hires by manager"
    likely = tables.files(standing(UNKNOWN, likely={"a.csv": "quotas"}))
    assert likely["Taken for"][0] == "not known; its columns look like quotas · 3 rows"


def test_what_is_missing_says_what_it_would_show_and_where_it_is_kept() -> None:
    frame = tables.missing(standing(STAFF))
    assert list(frame.iloc[0]) == ["What the hires sold", "opportunities, from the CRM"]


def test_the_first_three_files_are_asked_for_in_the_words_of_their_systems() -> None:
    frame = tables.to_export([BY_NAME[name] for name in steps.FIRST])
    assert list(frame["From"]) == ["HR system", "CRM", "CRM"]
    assert frame["Export"][0] == "people report with hire and exit dates, leavers included"


def test_a_question_comes_with_its_place_and_the_files_own_example() -> None:
    said = tables.asked("staff.csv", "Eintritt", "05/02/2015", "the day first or the month first")
    assert said == "staff.csv · column Eintritt: found 05/02/2015; wanted the day first or the month first."


def test_how_many_questions_wait_behind_the_next_is_said() -> None:
    now = standing(
        STAFF, DEALS, asked=[asked("staff.csv", "s"), asked("deals.csv", "d"), asked("deals.csv", "e")]
    )
    assert tables.other_questions(now, steps.step(now)) == "After that 2 questions wait."
    assert tables.other_questions(standing(STAFF), steps.step(standing(STAFF))) == ""

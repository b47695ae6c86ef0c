"""A line a file: each part by value, and nothing a file holds can change the words around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hiring.contract import BY_NAME
from hiring.findings.start import lines
from hiring.mapping.changed import Changed
from hiring.warehouse.taken_for import Taken, Waiting

STAFF = Taken(
    "staff.csv",
    "employees",
    "loaded",
    "Own export staff",
    12,
    tables=("employees",),
    period=(date(2021, 1, 1), date(2024, 12, 9)),
    day="hire_date",
)


def told(file: Taken) -> tuple[str, ...]:
    return tuple(part.replace("\u00a0", " ") for part in lines.line(file).parts)


def test_a_file_is_told_with_its_rows_and_its_days() -> None:
    assert told(STAFF) == ("taken for Own export staff", "12 rows", "hire_date 1 Jan 2021 to 9 Dec 2024")
    one_day = replace(STAFF, period=(date(2024, 1, 1), date(2024, 1, 1)))
    assert told(one_day)[2] == "hire_date 1 Jan 2024"
    assert told(replace(STAFF, period=None, rows=0)) == ("taken for Own export staff",)


@pytest.mark.parametrize(
    ("waiting", "said"),
    [
        ([("Zusage", 14)], 'words not said yet: 14 rows wait for what "Zusage" means'),
        ([("Zusage", 1)], 'words not said yet: 1 row waits for what "Zusage" means'),
        (
            [(word, 9 - n) for n, word in enumerate("abcdef")],
            'words not said yet: 9 rows wait for what "a" means, 8 for "b", 7 for "c", 6 for "d", and 2 words more',
        ),
    ],
)
def test_rows_wait_for_what_their_words_mean(waiting: list[tuple[str, int]], said: str) -> None:
    words = tuple(Waiting("status", word, rows) for word, rows in waiting)
    assert told(replace(STAFF, waiting=words))[-1] == said


def test_a_changed_header_is_told_by_the_names_that_went_and_came() -> None:
    changed = Changed("staff", ("Eintritt", "Abt"), ("Beginn",))
    assert told(replace(STAFF, changed=changed))[-1] == (
        "its header changed since the mapping staff was made (gone: Eintritt, Abt; new: Beginn)"
    )
    many = Changed("staff", (), tuple("abcdef"))
    assert told(replace(STAFF, changed=many))[-1].endswith("(new: a, b, c, d and 2 more)")


def test_of_what_a_file_lacks_only_that_is_told_which_a_page_would_show() -> None:
    lacks = ("employees.segment", "employees.manager_id", "employees.termination_date", "employees.region")
    assert lines.line(replace(STAFF, lacks=lacks)).lacking == (
        "manager_id would give hires by manager; termination_date would give who left, and when"
    )
    assert lines.line(replace(STAFF, lacks=("employees.role_profile",))).lacking == ""
    both = replace(STAFF, lacks=("employees.job_title", "employees.role_profile"))
    assert lines.line(both).lacking == "role_profile would give hires compared within their role"


def test_every_column_that_gives_something_is_one_that_is_read() -> None:
    for name in [*lines.GIVES, *lines.INSTEAD.values()]:
        table, _, column = name.partition(".")
        assert not BY_NAME[table].column(column).unread
        assert not BY_NAME[table].column(column).required


def test_what_a_file_holds_stays_on_its_line() -> None:
    hostile = replace(
        STAFF,
        file="a\nb\u202e.csv",
        holds="Own export\n" + "x" * 200,
        asked=("stage\n" + "y" * 300,),
        waiting=(Waiting("status", "w\n" * 50, 2),),
        changed=Changed("m\n", ("g\u202e",), ()),
    )
    line = lines.line(hostile)
    every = " · ".join((line.file, *line.parts))
    assert "\n" not in every
    assert "\u202e" not in every
    assert len(every) < 700

"""The one next step of the whole, the most valuable first; what stands above it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiring.contract import BY_NAME, TABLES
from hiring.findings import match_rate
from hiring.findings.start import steps
from hiring.findings.start.steps import Standing
from hiring.warehouse.attempts import Asked
from hiring.warehouse.taken_for import Taken, missing

STAFF = Taken("staff.csv", "employees", "loaded", "employees", 12, tables=("employees",))
DEALS = Taken("deals.csv", "opportunities", "loaded", "opportunities", 40, tables=("opportunities",))
PANEL = Taken("panel.csv", "interviews", "loaded", "interviews", 40, tables=("interviews",))
UNKNOWN = Taken("a.csv", None, "unknown", rows=3, why="its header is none of the known tables'")
PIVOT = Taken("sheet.csv", None, "refused", why="a pivot", todo="export the list of rows")


def standing(*files: Taken, **others: object) -> Standing:
    return Standing(files, missing=missing(files), **others)  # type: ignore[arg-type]


def asked(file: str, key: str) -> Asked:
    return Asked(key, "", ("a",), file)


@pytest.mark.parametrize(
    ("now", "kind", "about"),
    [
        (standing(), steps.SEND, ""),
        (standing(trouble=("no room",)), steps.AGAIN, ""),
        (standing(STAFF), steps.SEND, ""),
        (standing(STAFF, UNKNOWN), steps.MAP, "a.csv"),
        (standing(UNKNOWN, DEALS), steps.MAP, "a.csv"),
        (standing(replace(UNKNOWN, file="answers-map.toml"), STAFF), steps.SEND, ""),
        (standing(replace(UNKNOWN, file="answers-map.toml"), UNKNOWN, STAFF), steps.MAP, "a.csv"),
        (standing(STAFF, UNKNOWN, likely={"a.csv": "quotas"}), steps.SEND, ""),
        (standing(STAFF, UNKNOWN, likely={"a.csv": "opportunities"}), steps.MAP, "a.csv"),
        (standing(STAFF, replace(UNKNOWN, near="opportunities")), steps.MAP, "a.csv"),
        (standing(PIVOT, STAFF), steps.SEND, ""),
        (standing(PIVOT, STAFF, DEALS), steps.MEND, "sheet.csv"),
        (standing(replace(PIVOT, near="employees"), UNKNOWN), steps.MEND, "sheet.csv"),
        (standing(STAFF, DEALS), steps.BUILD, ""),
        (standing(STAFF, DEALS, UNKNOWN), steps.BUILD, ""),
        (standing(STAFF, DEALS, trouble=("read-only",)), steps.AGAIN, ""),
        (standing(STAFF, DEALS, is_shown=True), steps.OPEN, ""),
        (standing(STAFF, DEALS, is_shown=True, nobody=("No hire is known.", "…")), steps.MAP, "staff.csv"),
        (standing(STAFF, DEALS, is_shown=True, unmatched=("3 %.", match_rate.WHO_IS_WHOM)), steps.MATCH, ""),
        (standing(STAFF, DEALS, is_shown=True, unmatched=match_rate.NOTHING_WON), steps.MAP, "deals.csv"),
    ],
)
def test_the_next_step_is_the_one_that_gives_most(now: Standing, kind: str, about: str) -> None:
    step = steps.step(now)
    assert (step.kind, step.file) == (kind, about)


def test_a_file_that_is_still_being_written_is_looked_at_again() -> None:
    growing = replace(PIVOT, why="it is still being written", todo="build again when the export has finished")
    step = steps.step(standing(STAFF, DEALS, growing))
    assert step.kind == steps.AGAIN
    assert step.sentence == "sheet.csv is still being written: look again when the export has finished."


def test_questions_are_asked_of_hires_then_sales_then_interviews() -> None:
    questions = [
        asked("panel.csv", "p"),
        asked("deals.csv", "d"),
        asked("staff.csv", "s"),
        asked("quotas", "q"),
    ]
    now = standing(PANEL, DEALS, STAFF, asked=questions)
    assert [one.key for one in steps.questions(now)] == ["s", "d", "q", "p"]
    assert (steps.step(now).kind, steps.step(now).key) == (steps.ANSWER, "s")


def test_a_question_that_a_mapping_settles_leads_to_the_mapping() -> None:
    todo = "add them to the export, or map the file; or answer that it is left out"
    columns = replace(asked("staff.csv", "missing columns in staff.csv"), todo=todo)
    step = steps.step(standing(STAFF, DEALS, asked=[columns]))
    assert (step.kind, step.sentence) == (steps.ANSWER, "Say what staff.csv holds.")
    words = replace(
        columns, column="status", todo="say what they mean: page Map a file, or python -m hiring map"
    )
    step = steps.step(standing(STAFF, DEALS, asked=[words]))
    assert step.sentence == "Say what the words of status in staff.csv mean."
    assert not steps.is_mapped(asked("staff.csv", "stage Parked"))


def test_a_question_of_sales_waits_for_the_hires_that_nobody_has_told_of() -> None:
    now = standing(DEALS, UNKNOWN, asked=[asked("deals.csv", "d")])
    assert (steps.step(now).kind, steps.step(now).file) == (steps.MAP, "a.csv")


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (standing(), "Three files make the first chart"),
        (standing(trouble=("no room",)), "There is nothing to show yet"),
        (standing(PIVOT), "1 file here, and none can be read yet"),
        (standing(UNKNOWN), "The file is not understood yet"),
        (standing(STAFF), "The file is understood"),
        (standing(STAFF, PANEL), "All 2 files are understood"),
        (standing(STAFF, UNKNOWN), "1 of 2 files is understood"),
        (standing(STAFF, DEALS), "All 2 files are ready to build"),
        (standing(STAFF, DEALS, UNKNOWN), "2 of 3 files are ready to build"),
        (standing(STAFF, DEALS, is_shown=True), "All 2 files are read, and every page shows them"),
        (standing(STAFF, DEALS, is_shown=True, nobody=("No hire is known.", "")), "No hire is known"),
    ],
)
def test_the_page_says_how_far_the_files_are(now: Standing, sentence: str) -> None:
    assert steps.lead(now).sentence == sentence
    assert len(sentence) <= 90


def test_what_is_missing_is_told_with_the_most_valuable_first() -> None:
    now = standing(STAFF)
    assert [table.name for table in steps.most_missing(now)][:2] == ["opportunities", "crm_users"]
    assert steps.missing_line(now).startswith(
        "not there, and what each would light up: opportunities (what the hires sold); crm_users ("
    )
    every = Taken("all.xlsx", "employees", "loaded", tables=tuple(table.name for table in TABLES))
    assert steps.missing_line(standing(every)) == ""


def test_the_order_and_the_first_three_are_tables_of_ours() -> None:
    assert {*steps.ORDER, *steps.FIRST} <= set(BY_NAME)
    assert len(set(steps.ORDER)) == len(steps.ORDER)

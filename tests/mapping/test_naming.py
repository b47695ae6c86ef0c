"""People in a file mapped by hand: when it is asked who stands in a cell, and the rows that come of the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiring.mapping import wizard
from hiring.mapping.drafting import draft
from hiring.mapping.facts import Facts
from hiring.mapping.matching import fits
from hiring.mapping.naming import unsure
from hiring.mapping.presets import installed
from hiring.mapping.rules import ONE_NAME, Feed, Lookup, Name, Text
from hiring.mapping.wizard import Answers
from hiring.mapping.writing import preset_from

PANEL = Facts("g.csv", ("Nr", "Wer", "Auch"), {"wer": ("Ada Byron; Carl Gauss",), "auch": ("Hana",)})
SEATS = Answers("interviews", {"interview_id": ("nr",), "interviewer_name": ("wer",)})
STAFF = Facts("p.csv", ("Nr", "Name", "Chef"), {"nr": ("1", "2"), "chef": ("Manager, Mona",)})
PEOPLE = Answers("employees", {"employee_id": ("nr",), "full_name": ("name",), "manager_id": ("chef",)})


def main_of(facts: Facts, answers: Answers) -> Feed:
    return fits((preset_from(draft(facts, answers)),), facts.labels)[0].plan.main


@pytest.mark.parametrize(
    ("cells", "columns", "asked"),
    [
        ({"wer": ("Ada Byron", "Ada Byron, Carl Gauss")}, {"interviewer_name": ("wer",)}, True),
        ({"wer": ("Byron, Ada",)}, {"interviewer_name": ("wer",)}, False),
        ({"wer": ("A B; C D",)}, {"interviewer_name": ("wer",), "interviewer_id": ("nr",)}, False),
        ({"wer": ("Ada",), "auch": ("Byron",)}, {"interviewer_name": ("wer", "auch")}, False),
        ({"wer": ("Ada Byron",), "auch": ("C D",)}, {"interviewer_name": ("wer", "auch")}, True),
        ({}, {"interviewer_name": ("wer",)}, False),
    ],
)
def test_several_people_in_a_place_are_asked_about(cells, columns, asked) -> None:
    assert bool(unsure("interviews", columns, cells)) == asked


@pytest.mark.parametrize(
    ("table", "held", "columns", "asked"),
    [
        ("employees", "Mona Manager", {}, True),
        ("employees", "E-01", {}, False),
        ("employees", "Mona Manager", {"full_name": ()}, False),
        ("job_changes", "Mona Manager", {}, False),
    ],
)
def test_a_name_where_an_id_is_wanted_is_asked_about(table, held, columns, asked) -> None:
    assert bool(unsure(table, {**PEOPLE.columns, **columns}, {"chef": (held,)})) == asked


def test_the_question_names_the_column_an_example_and_the_likely_answer() -> None:
    [question] = wizard.people_questions(PANEL, SEATS)
    assert (question.text, question.why) == ("Who stands in Wer?", "such as Ada Byron; Carl Gauss")
    assert (question.likely, [choice.answer for choice in question.choices]) == ("each", ["each", "one"])
    still = [one.about for one in wizard.open_questions(installed(), PANEL, SEATS)]
    assert "interviewer_name" in still
    answered = wizard.answered(SEATS, question, "one")
    assert "interviewer_name" not in [
        one.about for one in wizard.open_questions(installed(), PANEL, answered)
    ]


def test_each_of_several_people_has_a_row_and_else_a_cell_is_one_person() -> None:
    each = main_of(PANEL, replace(SEATS, people={"interviewer_name": "each"}))
    assert (each.names, each.rule("interviewer_name")) == (("wer",), Name((ONE_NAME,)))
    one = main_of(PANEL, replace(SEATS, people={"interviewer_name": "one"}))
    assert (one.names, one.rule("interviewer_name")) == ((), Name(("wer",)))


def test_a_manager_by_name_is_looked_up_among_the_names_of_the_file() -> None:
    by_name = main_of(STAFF, replace(PEOPLE, people={"manager_id": "names"}))
    assert by_name.rule("manager_id") == Lookup("chef", Name(("name",)), "nr")
    assert main_of(STAFF, replace(PEOPLE, people={"manager_id": "ids"})).rule("manager_id") == Text("chef")

"""Mapping by hand: what is asked, in which order, what is offered, and when nothing is left to ask."""

from __future__ import annotations

from dataclasses import replace

import pytest

from helpers.strange_deals import ANSWERS, COLUMNS, FACTS, FILE
from hiring.loading.messages import Message
from hiring.mapping import wizard
from hiring.mapping.asking import Ask
from hiring.mapping.drafting import draft
from hiring.mapping.facts import MOST_WORDS, Facts
from hiring.mapping.matching import fits
from hiring.mapping.presets import installed
from hiring.mapping.rules import Closing, Constant, Name, Spelled
from hiring.mapping.wizard import Answers
from hiring.mapping.writing import mapping_text, preset_from

PEOPLE = Facts(
    "people.csv",
    ("Personalnummer", "Vorname", "Nachname", "Eintritt", "Abteilung"),
    {"eintritt": ("2024-01-10",)},
    {"abteilung": (("Vertrieb Nord", 3), ("Sales EMEA", 2), ("People & Culture", 1))},
    6,
)


def asked(facts: Facts, answers: Answers, asks: tuple[Ask, ...] = ()) -> list[tuple[str, str]]:
    found = wizard.open_questions(installed(), facts, answers, asks)
    return [(question.kind, question.word or question.about) for question in found]


def test_the_first_question_is_what_the_file_holds() -> None:
    assert asked(FACTS, Answers()) == [("table", "")]
    question = wizard.table_question(installed(), FACTS)
    assert "opportunities: one row per opportunity" in [choice.reads for choice in question.choices]
    assert (question.likely, question.why) == ("opportunities", "a guess by its column names and cells")


def test_a_file_whose_labels_speak_is_offered_its_likely_table_and_columns() -> None:
    facts = Facts("x.csv", ("Employee Number", "First Name", "Last Name", "Hire Date", "Shoe size"))
    start = wizard.started(installed(), facts)
    assert start.table == "employees"
    assert start.columns["employee_id"] == ("employeenumber",)
    assert start.columns["full_name"] == ("firstname", "lastname")
    assert "shoesize" not in {key for keys in start.columns.values() for key in keys}


def test_then_each_column_a_row_cannot_do_without_then_words_then_what_cells_leave_open() -> None:
    answers = Answers("opportunities", {"stage": ("phase",)})
    order = Ask("date order of Angelegt in " + FILE, Message("held", FILE, column="Angelegt"), ("dmy", "mdy"))
    assert asked(FACTS, answers, (order,)) == [
        ("column", "opportunity_id"),
        ("column", "amount"),
        ("column", "created_on"),
        ("meaning", "Gewonnen"),
        ("meaning", "Closed Lost"),
        ("meaning", "Angebot"),
        ("told", order.key),
    ]


def test_nothing_is_asked_twice() -> None:
    told = {"a question": "dmy"}
    meant = {("is_won", word): "won" for word in ("Gewonnen", "Closed Lost", "Angebot")}
    order = Ask("a question", Message("held", FILE), ("dmy", "mdy"))
    assert asked(FACTS, Answers("opportunities", COLUMNS, {}, meant, told), (order,)) == []


def test_a_word_of_a_vendor_or_of_a_language_is_offered_with_its_meaning_and_the_guess_says_so() -> None:
    answers = Answers("opportunities", COLUMNS)
    offered = {q.word: (q.likely, q.why) for q in wizard.word_questions(installed(), FACTS, answers)}
    assert offered == {
        "Gewonnen": ("won", "a guess by the word"),
        "Closed Lost": ("lost", ""),
        "Angebot": ("open", "a guess by the word"),
    }


def test_a_guess_at_a_word_is_never_taken_for_an_answer() -> None:
    answers = wizard.with_likely_meanings(installed(), FACTS, Answers("opportunities", COLUMNS))
    assert answers.meanings == {("is_won", "Closed Lost"): "lost"}
    assert ("meaning", "Angebot") in asked(FACTS, answers)


def test_the_words_of_a_large_file_are_said_to_be_those_of_its_first_rows() -> None:
    facts = replace(FACTS, is_whole=False)
    first = wizard.word_questions(installed(), facts, Answers("opportunities", COLUMNS))[0]
    assert first.text == "What does Gewonnen mean, in 5 of the first 7 rows of Phase?"


def test_departments_are_offered_by_their_words_and_one_that_says_nothing_is_asked() -> None:
    people = replace(
        PEOPLE, words={"abteilung": (*PEOPLE.words["abteilung"], ("Einkauf", 1), ("Team Blau", 1))}
    )
    answers = Answers("employees", {"department": ("abteilung",)})
    offered = {q.word: q.likely for q in wizard.word_questions(installed(), people, answers)}
    assert offered == {
        "Vertrieb Nord": "Sales",
        "Sales EMEA": "Sales",
        "People & Culture": "HR",
        "Einkauf": "Other",
        "Team Blau": "",
    }


def test_a_column_with_too_many_words_is_not_asked_word_by_word() -> None:
    facts = replace(FACTS, words={})
    assert wizard.word_questions(installed(), facts, Answers("opportunities", COLUMNS)) == ()
    assert MOST_WORDS >= 20


def test_a_column_of_true_and_false_is_asked_nothing() -> None:
    facts = replace(FACTS, words={"notiz": (("ja", 1), ("true", 1))})
    answers = Answers("opportunities", {**COLUMNS, "is_won": ("notiz",)})
    assert [q.word for q in wizard.word_questions(installed(), facts, answers)] == ["ja", "true"]
    plain = replace(FACTS, words={"notiz": (("TRUE", 1), ("no", 1))})
    assert wizard.word_questions(installed(), plain, answers) == ()


def test_the_mapping_says_what_was_answered() -> None:
    facts = replace(FACTS, words={"phase": (("Gewonnen", 5), ("Verloren", 1), ("Angebot", 1))})
    plan = fits((*installed(), preset_from(draft(facts, ANSWERS))), FACTS.labels)[0].plan
    won = plan.main.rule("is_won")
    assert isinstance(won, Spelled)
    assert won.words == (("false", ("Verloren", "Angebot")), ("true", ("Gewonnen",)))
    assert won.otherwise == "empty"
    closed = plan.main.rule("closed_on")
    assert isinstance(closed, Closing)
    assert (plan.main.rule("created_on").order, closed.day.order) == ("dmy", "dmy")
    assert closed.state == Spelled(
        "phase", (("closed", ("Gewonnen", "Verloren")), ("open", ("Angebot",))), "empty"
    )
    assert plan.title == f"Own export {FILE}"


def test_a_word_for_every_row_and_a_name_in_two_columns_are_kept() -> None:
    answers = Answers("employees", {"full_name": ("vorname", "nachname")})
    question = next(
        q for q in wizard.column_questions(installed(), PEOPLE, "employees") if q.about == "department"
    )
    answers = wizard.answered(answers, question, wizard.EVERY_ROW + "Sales")
    main = fits((preset_from(draft(PEOPLE, answers)),), PEOPLE.labels)[0].plan.main
    assert main.rule("department") == Constant("Sales")
    assert main.rule("full_name") == Name(("vorname", "nachname"))
    assert "department" not in wizard.answered(answers, question, wizard.NOT_THERE).constants


def test_the_file_keeps_lost_and_open_in_the_words_that_were_said() -> None:
    facts = replace(FACTS, words={"phase": (("Gewonnen", 5), ("Verloren", 1), ("Angebot", 1))})
    text = mapping_text(draft(facts, ANSWERS))
    assert 'words = {"lost" = ["Verloren"], "open" = ["Angebot"], "won" = ["Gewonnen"]}' in text


def test_another_table_starts_afresh() -> None:
    question = wizard.table_question(installed(), FACTS)
    assert wizard.answered(ANSWERS, question, "opportunities") is ANSWERS
    assert wizard.answered(ANSWERS, question, "quotas") == Answers("quotas")


def test_two_columns_of_one_label_can_be_told_apart() -> None:
    facts = Facts("x.csv", ("Id", "Notes", "Notes"))
    assert facts.columns == {"id": "Id", "notes": "Notes", "notes(2)": "Notes (2)"}
    answers = Answers("candidate_surveys", {"application_id": ("id",), "comment": ("notes(2)",)})
    plan = fits((preset_from(draft(facts, answers)),), facts.labels)[0].plan
    assert plan.main.sources == ("id", "notes(2)")


@pytest.mark.parametrize(
    "label", ["~Wert", "<name>", "a = [1]\n[x]", '"a"', "a*", "[x](https://evil.example)"]
)
def test_any_label_is_only_a_label(label: str) -> None:
    facts = Facts("x.csv", ("Id", label))
    named = dict(facts.columns)
    named.pop("id")
    for key in named:
        plan = fits((preset_from(draft(facts, Answers("opportunities", {"stage": (key,)}))),), facts.labels)[
            0
        ].plan
        assert plan.main.sources == (key,)
    assert bool(named) == (label != "<name>")


def test_a_label_with_a_tilde_is_no_part_of_another() -> None:
    facts = Facts("x.csv", ("Id", "Abwert", "~Wert"))
    answers = Answers("opportunities", {"stage": ("~wert",)})
    plan = fits((preset_from(draft(facts, answers)),), facts.labels)[0].plan
    assert plan.main.sources == ("~wert",)

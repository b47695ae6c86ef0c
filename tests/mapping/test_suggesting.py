"""What is suggested for an unknown file: labels first, cells as a check, and nothing that fits neither."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiring.mapping.facts import Facts
from hiring.mapping.labels import keys_of
from hiring.mapping.presets import installed
from hiring.mapping.suggesting import chosen, columns, known_names, likely_table, tables

LABELS = ["Geschäft", "Deal Owner", "Abschluss", "Wert", "Wiedervorlage", "Währung", "Phase"]
CELLS = dict(
    zip(
        keys_of(LABELS),
        [
            ["G-1", "G-2"],
            ["Ada Byron", "Carl Gauss"],
            ["31.12.2024", ""],
            ["1.234,50", "12,00"],
            ["01.02.2024", "03.02.2024"],
            ["EUR", "USD"],
            ["Gewonnen", "Offen"],
        ],
        strict=True,
    )
)


def test_a_label_that_any_preset_knows_is_the_best_suggestion() -> None:
    best = columns(installed(), "opportunities", LABELS, CELLS)["owner_name"][0]
    assert (best.label, best.score) == ("Deal Owner", 1.0)
    assert best.why == "its label and its cells"
    assert columns(installed(), "opportunities", LABELS, CELLS)["currency"][0].label == "Währung"


def test_cells_alone_are_offered_and_never_chosen() -> None:
    found = columns(installed(), "opportunities", LABELS, CELLS)
    assert [offer.label for offer in found["closed_on"]] == ["Abschluss", "Wiedervorlage"]
    assert found["closed_on"][1].why == "100% of its cells look like it"
    facts = Facts("x.csv", ("Alpha", "Beta"), {"alpha": ("2024-01-01",), "beta": ("EUR",)})
    assert chosen(installed(), "opportunities", facts) == {}


def test_a_label_alone_is_chosen_only_where_its_first_cells_are_empty() -> None:
    there = Facts(
        "x.csv", ("Austritt", "Eintritt"), {"austritt": ("ja", "nein"), "eintritt": ("2024-01-01",)}
    )
    assert chosen(installed(), "employees", there) == {"hire_date": ("eintritt",)}
    empty = Facts("x.csv", ("Austritt", "Eintritt"), {"austritt": (), "eintritt": ("2024-01-01",)})
    assert chosen(installed(), "employees", empty)["termination_date"] == ("austritt",)


def test_of_two_columns_that_say_the_same_neither_is_chosen() -> None:
    cells = {"startdatum": ("2024-01-01",), "startdate": ("2024-02-01",), "start": ("2024-02-01",)}
    assert chosen(installed(), "employees", Facts("x.csv", ("Startdatum", "Start"), cells)) == {}
    # What a vendor's mapping knows goes before.
    assert chosen(installed(), "employees", Facts("x.csv", ("Start Date", "Start"), cells)) == {
        "hire_date": ("startdate",)
    }


def test_an_id_of_a_person_is_no_name_and_a_name_no_id() -> None:
    labels = ("Mitarbeiter", "Mitarbeiter-Nr.", "Abteilungscode", "Abteilung")
    cells = dict(zip(keys_of(labels), (("Ada Byron",), ("17",), ("V1",), ("Vertrieb",)), strict=True))
    assert chosen(installed(), "employees", Facts("x.csv", labels, cells)) == {
        "full_name": ("mitarbeiter",),
        "employee_id": ("mitarbeiternr.",),
        "department": ("abteilung",),
    }


def test_managers_whose_ids_nobody_in_the_file_has_are_not_chosen() -> None:
    labels = ("EMPID", "USERID", "MANAGER")
    people = {"empid": ("E1", "E2"), "userid": ("1", "2"), "manager": ("2", "2")}
    assert chosen(installed(), "employees", Facts("x.csv", labels, people)) == {"employee_id": ("empid",)}
    named = Facts("x.csv", labels, {**people, "manager": ("Ada Byron",)})
    assert chosen(installed(), "employees", named)["manager_id"] == ("manager",)
    own = Facts("x.csv", labels, {**people, "manager": ("E2", "E2")})
    assert chosen(installed(), "employees", own)["manager_id"] == ("manager",)


def test_an_own_key_that_repeats_is_not_chosen() -> None:
    twice = Facts("x.csv", ("Opportunity ID",), {"opportunityid": ("1", "1", "2", "2")})
    assert chosen(installed(), "opportunities", twice) == {}


def test_a_column_of_few_words_is_chosen_where_most_of_them_are_known() -> None:
    labels = ("Status",)
    for words, is_chosen in ((("Eingestellt", "Abgelehnt"), True), (("Priorität A", "Priorität B"), False)):
        facts = Facts("x.csv", labels, {"status": words})
        assert ("status" in chosen(installed(), "applications", facts)) == is_chosen


def test_a_known_label_over_cells_of_another_kind_is_weighed_down() -> None:
    cells = {"amount": ["n/a", "later"], "closedate": ["2024-01-01"]}
    found = columns(installed(), "opportunities", ["Amount", "Close Date"], cells)
    assert found["amount"] == []
    assert found["closed_on"][0].score == 1.0


def test_a_label_misspelt_is_still_suggested() -> None:
    found = columns(installed(), "employees", ["Employe ID", "Hire Dat"], {})
    assert found["hire_date"][0].label == "Hire Dat"
    assert found["hire_date"][0].why == "a label much like its own; its first cells are empty"


def test_tables_are_suggested_by_the_columns_they_require() -> None:
    names = tables(installed(), ["Deal ID", "Deal Stage", "Amount", "Currency", "Create Date"])
    assert names[0] == ("opportunities", 1.0)
    assert tables(installed(), ["colour", "shape"]) == []


def test_a_table_is_likely_only_well_before_the_next_and_the_files_name_may_decide() -> None:
    cells = {
        "userid": ("U1", "U2"),
        "name": ("Ada Byron", "Carl Gauss"),
        "email": ("a@x.example", "c@x.example"),
    }
    logins = Facts("export.csv", ("User ID", "Name", "Email"), cells)
    assert likely_table(installed(), logins) == ""
    assert likely_table(installed(), replace(logins, file="Salesforce users.csv")) == "crm_users"
    assert likely_table(installed(), replace(logins, file="greenhouse_users.csv")) == "ats_users"


def test_a_canonical_name_is_always_known() -> None:
    assert "closedon" in known_names((), "opportunities", "closed_on")


@pytest.mark.parametrize(
    "cell",
    ["31. Okt 2023", "5 mars 2024", "1er août 2023", "5 de março de 2024", "Oct 31, 2023", "2023/10/31"],
)
def test_cells_with_a_months_name_look_like_days(cell: str) -> None:
    found = columns(installed(), "opportunities", ["Abschluss"], {"abschluss": [cell, cell]})
    assert [offer.label for offer in found["closed_on"]] == ["Abschluss"]


@pytest.mark.parametrize(
    ("table", "column", "label", "cells"),
    [
        ("candidates", "email", "E-Mail Bewerber", ("ada@mail.example",)),
        ("opportunities", "owner_email", "Assigned To E-mail", ("ada@firm.example",)),
        ("interviews", "stage", "Fase de entrevista", ("Final", "final interview")),
        ("interviews", "status", "Attendance", ("held", "no show")),
        ("opportunities", "kind", "Deal Kind", ("New business", "Renewal")),
        ("employees", "termination_date", "F. baja", ("03/02/2025", "31/03/2025")),
        ("employees", "employee_id", "Cód. empleado", ("T1", "T2")),
        ("opportunities", "amount", "Value in EUR", ("12.50", "3")),
        ("exchange_rates", "rate", "Kurs i SEK", ("11.2", "11.3")),
    ],
)
def test_a_label_beside_a_word_for_whose_it_is_is_told(table: str, column: str, label: str, cells) -> None:
    facts = Facts("x.csv", (label,), {keys_of((label,))[0]: cells})
    assert chosen(installed(), table, facts) == {column: keys_of((label,))}


@pytest.mark.parametrize(
    ("table", "label", "cells"),
    [
        ("applications", "Interview status", ("hired", "rejected")),
        ("opportunities", "Customer E-mail", ("ada@firm.example",)),
        ("candidates", "Recruiter E-mail", ("ada@firm.example",)),
    ],
)
def test_a_label_of_somebody_or_something_else_is_not(table: str, label: str, cells) -> None:
    assert chosen(installed(), table, Facts("x.csv", (label,), {keys_of((label,))[0]: cells})) == {}


def test_the_id_of_an_application_is_told_where_its_rows_repeat_for_each_interview() -> None:
    facts = Facts("x.csv", ("Bewerbungs-Nr.",), {"bewerbungsnr.": ("B1", "B1", "B2", "B2")})
    assert chosen(installed(), "applications", facts) == {"application_id": ("bewerbungsnr.",)}


def test_a_list_of_people_with_a_start_is_no_list_of_quotas() -> None:
    labels = ("Mitarbeiternummer", "Vorname", "Name", "Abteilung", "Beginn")
    cells = dict(
        zip(
            keys_of(labels),
            (("1", "2"), ("Ada", "Bo"), ("Ek", "Om"), ("IT", "IT"), ("01.02.2024",)),
            strict=True,
        )
    )
    assert likely_table(installed(), Facts("Aktive Mitarbeiter.csv", labels, cells)) == ""

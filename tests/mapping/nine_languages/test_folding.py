"""What a label is at heart: spellings of one thing fold into one, other things stay apart."""

from __future__ import annotations

import pytest

from hiring.mapping.nine_languages.folding import Heart, heart


@pytest.mark.parametrize(
    ("labels", "text", "is_id", "is_day"),
    [
        (["Nº de empleado", "Empleado ID", "Código empleado", "empleado_id"], "empleado", True, False),
        (["Personal-Nr.", "Personalnummer", "PersonalNr"], "personal", True, False),
        (["Date d'embauche", "embauche"], "embauche", None, None),
        (["Eintrittsdatum", "Datum Eintritt", "Eintritts-Datum"], "eintritt", False, True),
        (["Deal Size (USD)", "Deal Size [€]", "DealSize"], "dealsize", False, False),
        (["Vorgesetzte/r", "Vorgesetzte", "Vorgesetzte (r)"], "vorgesetzte", False, False),
        (["Właściciel", "wlasciciel"], "wlasciciel", False, False),
    ],
)
def test_spellings_of_one_thing_are_one(labels, text, is_id, is_day) -> None:
    found = [heart(label) for label in labels]
    assert {one.text for one in found} == {text}
    assert is_id is None or {(one.is_id, one.is_day) for one in found} == {(is_id, is_day)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Department", "Department ID"),
        ("Stage", "Stage Date"),
        ("E-Mail", "E-Mail (privat)"),
        ("Name", "Vorname"),
    ],
)
def test_other_things_stay_apart(one: str, other: str) -> None:
    assert heart(one) != heart(other)


@pytest.mark.parametrize("label", ["", " ", "#", "№", "(", "---", "日付", "Date", "ID"])
def test_a_label_of_nothing_much_folds_without_trouble(label: str) -> None:
    assert isinstance(heart(label), Heart)

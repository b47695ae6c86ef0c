"""What is suggested for an unknown file: labels first, cells as a check, and nothing that fits neither."""

from __future__ import annotations

import pytest

from hiring.mapping.labels import keys_of
from hiring.mapping.presets import installed
from hiring.mapping.suggesting import columns, known_names, tables

LABELS = ["Geschäft", "Deal Owner", "Abschluss", "Wert", "Wann angelegt", "Währung", "Phase"]
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
    assert (best.label, best.score, best.why) == ("Deal Owner", 1.0, "known by its label")
    assert columns(installed(), "opportunities", LABELS, CELLS)["currency"][0].label == "Währung"


def test_columns_without_a_known_label_are_suggested_by_their_cells() -> None:
    found = columns(installed(), "opportunities", LABELS, CELLS)
    assert {offer.label for offer in found["closed_on"]} == {"Abschluss", "Wann angelegt"}
    assert [offer.label for offer in found["amount"]] == ["Wert"]
    assert found["amount"][0].why == "100% of its cells look like it"


def test_a_known_label_over_cells_of_another_kind_is_weighed_down() -> None:
    cells = {"amount": ["n/a", "later"], "closedate": ["2024-01-01"]}
    found = columns(installed(), "opportunities", ["Amount", "Close Date"], cells)
    assert found["amount"] == []
    assert found["closed_on"][0].score == 1.0


def test_a_label_misspelt_is_still_suggested() -> None:
    found = columns(installed(), "employees", ["Employe ID", "Hire Dat"], {})
    assert found["hire_date"][0].label == "Hire Dat"
    assert found["hire_date"][0].why == "a label much like it"


def test_tables_are_suggested_by_the_columns_they_require() -> None:
    names = tables(installed(), ["Deal ID", "Deal Stage", "Amount", "Currency", "Create Date"])
    assert names[0] == ("opportunities", 1.0)
    assert tables(installed(), ["colour", "shape"]) == []


def test_a_canonical_name_is_always_known() -> None:
    assert "closedon" in known_names((), "opportunities", "closed_on")


@pytest.mark.parametrize(
    "cell",
    ["31. Okt 2023", "5 mars 2024", "1er août 2023", "5 de março de 2024", "Oct 31, 2023", "2023/10/31"],
)
def test_cells_with_a_months_name_look_like_days(cell: str) -> None:
    found = columns(installed(), "opportunities", ["Abschluss"], {"abschluss": [cell, cell]})
    assert [offer.label for offer in found["closed_on"]] == ["Abschluss"]

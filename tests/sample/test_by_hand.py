"""The lists as people keep them: what lies in `data/sample-by-hand` is what is made of the canonical sample."""

from __future__ import annotations

import csv
from pathlib import Path

from hiring.config import SAMPLE
from hiring.sample.vendors import by_hand

KEPT = SAMPLE.parent / "sample-by-hand"


def rows(file: str) -> list[dict[str, str]]:
    with (KEPT / file).open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened, delimiter=";"))


def test_the_files_are_what_is_made_of_the_canonical_sample(tmp_path: Path) -> None:
    counts = by_hand.write_by_hand(SAMPLE, tmp_path)
    made, kept = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in (tmp_path, KEPT))
    assert made.keys() == kept.keys()
    assert [name for name in made if made[name] != kept[name]] == []
    assert counts == {"Personalliste.csv": 631, "Quoten je Quartal.csv": 291, "quotas.csv": 5364}


def test_a_row_of_the_sheet_holds_a_login_with_its_quarters_and_their_sum() -> None:
    first = rows(by_hand.SHEET)[0]
    assert (first["CRM-Login"], first["Verkäufer"], first["Währung"]) == (
        "U001000",
        "Ebunola Rabanelli",
        "EUR",
    )
    assert (first["Q2 2021"], first["Q2 2026"], first["Summe"]) == (
        "354.000,00",
        "410.400,00",
        "7.984.400,00",
    )
    assert [label for label in first if label.startswith("Q")][:3] == ["Q2 2021", "Q3 2021", "Q4 2021"]


def test_days_departments_and_grounds_stand_as_a_german_list_has_them() -> None:
    second = rows(by_hand.PEOPLE)[1]
    assert (second["Org.-Einheit"], second["Eintritt"], second["Austritt"]) == ("Vertrieb", "07.01.2014", "")
    assert {row["Austrittsgrund"] for row in rows(by_hand.PEOPLE)} == {"", *by_hand.GROUNDS.values()}

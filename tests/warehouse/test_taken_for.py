"""Every file of a build on a line of its own: what it was taken for, its rows, what is asked, the next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_company import BASE, CLOCK, Built, built
from helpers.vendor_exports import SALESFORCE_REPORT
from hiring.warehouse import saying
from hiring.warehouse.build import BuildResult, Request, build

PEOPLE = "Nr,Wer,Abt\nE1,Ada,Vertrieb\nE2,Bo,Vertrieb\n"
MAP = "next: if it belongs here, say what it holds: page Map a file, or python -m hiring map"
APPLICATIONS = """
application_id,candidate_id,source,applied_on,status
A1,C1,Referral,2024-01-05,Eingestellt
A2,C2,Referral,2024-01-05,Abgesagt
A3,C3,Referral,2024-01-05,active
"""


def told(result: BuildResult) -> dict[str, str]:
    """What is said of each file, by its name, without the spaces of the table."""
    lines = [" ".join(line.split()) for line in saying.account(result)]
    return {line.split(" ")[0]: line for line in lines[1:]}


def of(folder: Path, files: dict[str, str]) -> BuildResult:
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text.lstrip("\n"), encoding="utf-8")
    return build(Request(folder, folder.parent / "w", clock=CLOCK, only_check=True, wait=lambda _: None))


def test_an_unknown_file_alone_is_named_with_its_rows_and_the_way_to_map_it(tmp_path: Path) -> None:
    result = of(tmp_path / "exports", {"staff list.csv": PEOPLE})
    (line,) = list(saying.account(result))[1:]
    assert line == (
        "staff list.csv  not loaded: its header is none of the known tables' · 2 rows · "
        f"{MAP} 'staff list.csv'"
    )


def test_of_a_build_that_cannot_go_on_every_file_is_named_known_or_not(tmp_path: Path) -> None:
    html = "<html><body>Please sign in</body></html>"
    files = {"people.csv": PEOPLE, "report.csv": SALESFORCE_REPORT, "deals.csv": html}
    said = told(of(tmp_path / "exports", files))
    assert list(said) == ["deals.csv", "people.csv", "report.csv"]
    assert said["deals.csv"].startswith("deals.csv refused: ")
    assert "next: " in said["deals.csv"]
    assert said["people.csv"].endswith(f"2 rows · {MAP} people.csv")
    assert said["report.csv"] == "report.csv taken for Salesforce opportunity report · 4 rows"


def test_what_is_asked_of_a_file_stands_in_its_line(tmp_path: Path) -> None:
    days = BASE["employees"].replace("2015-01-01", "05/02/2015").replace("2016-01-01", "05/02/2016")
    days = days.replace("2024-01-10", "05/02/2024").replace("2024-03-01", "06/02/2024")
    result = of(tmp_path / "exports", {**named(BASE), "employees.csv": days, "people.csv": PEOPLE})
    said = told(result)
    assert result.outcome == "held"
    assert said["employees.csv"] == (
        "employees.csv taken for employees, in our own columns · 4 rows · "
        "asked: date order of hire_date in employees.csv · next: answer, with the line below"
    )
    assert said["crm_users.csv"] == "crm_users.csv taken for crm_users, in our own columns · 3 rows"
    assert said["people.csv"].startswith("people.csv not loaded: ")


def named(tables: dict[str, str]) -> dict[str, str]:
    return {f"{name}.csv": text for name, text in tables.items()}


def test_an_unknown_file_stops_no_build_and_is_named_beside_the_counts(tmp_path: Path) -> None:
    result = of(tmp_path / "exports", {**named(BASE), "people.csv": PEOPLE})
    said = told(result)
    assert result.outcome == "checked"
    assert said["employees.csv"] == "employees.csv 4 = 4 + 0 + 0 taken for employees, in our own columns"
    assert said["people.csv"].endswith(f"2 rows · {MAP} people.csv") or said["people.csv"].endswith(
        f"{MAP} people.csv"
    )


def test_rows_whose_words_nobody_has_said_are_asked_about_and_not_called_wrong(tmp_path: Path) -> None:
    result = of(tmp_path / "exports", {**named(BASE), "applications.csv": APPLICATIONS})
    (message,) = result.messages
    assert result.outcome == "held"
    assert message.found == (
        "words that nobody has said the meaning of, in 2 of 3 rows: Eingestellt, Abgesagt"
    )
    assert message.wanted.startswith("one of active, hired")
    assert message.todo.startswith("say what they mean: page Map a file, or python -m hiring map")
    assert "asked: set aside in applications.csv" in told(result)["applications.csv"]


def test_a_file_named_after_an_erased_person_is_named_otherwise_there_too(tmp_path: Path) -> None:
    gone = "system,person_id,erased_on\nhris,B,2025-01-01\n"
    files = {**named(BASE), "erased_people.csv": gone, "Ben Second.csv": PEOPLE}
    good = of(tmp_path / "good", files)
    assert good.outcome == "checked"
    assert not [line for line in saying.account(good) if "Ben" in line or "Second" in line]
    held = of(tmp_path / "held", {**files, "applications.csv": APPLICATIONS})
    assert held.outcome == "held"
    assert not [line for line in saying.account(held) if "Ben" in line or "Second" in line]
    refused = of(tmp_path / "refused", {**files, "deals.csv": "<html></html>"})
    assert refused.outcome == "refused"
    assert not [line for line in saying.account(refused) if "Ben" in line or "Second" in line]


@pytest.mark.proof
def test_of_the_same_exports_again_the_last_account_is_told(tmp_path: Path) -> None:
    company: Built = built(tmp_path)
    again = build(Request(tmp_path / "exports", company.folder, clock=CLOCK, wait=lambda _: None))
    assert (again.outcome, again.taken) == ("unchanged", ())
    assert told(again)["employees.csv"] == "employees.csv 4 = 4 + 0 + 0"

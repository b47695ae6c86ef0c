"""Every file of a build on a line of its own: what it was taken for, its rows, what is asked, the next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_company import BASE, CLOCK, Built, built
from helpers.vendor_exports import SALESFORCE_REPORT
from hiring.findings.start import terminal
from hiring.mapping import own
from hiring.mapping.changed import Changed
from hiring.mapping.writing import Chosen, Draft, mapping_text
from hiring.warehouse import attempts, saying
from hiring.warehouse.build import BuildResult, Request, build
from hiring.warehouse.taken_for import Waiting

PEOPLE = "Nr,Wer,Abt\nE1,Ada,Vertrieb\nE2,Bo,Vertrieb\n"
MAP = "next: if it belongs here, say what it holds: page Map a file, or python -m hiring map"
APPLICATIONS = """
application_id,candidate_id,source,applied_on,status
A1,C1,Referral,2024-01-05,Eingestellt
A2,C2,Referral,2024-01-05,Abgesagt
A3,C3,Referral,2024-01-05,active
"""


def account(result: BuildResult) -> list[str]:
    return list(terminal.account(result.taken, result.files, prints_answers=bool(result.questions)))


#: One row of 22 waits for a word, one is wrong.
FEW_UNSAID = "application_id,candidate_id,source,applied_on,status\n" + "".join(
    f"A{n},C{n},Referral,{day},{word}\n"
    for n, (day, word) in enumerate(
        [*[("2024-01-05", "active")] * 20, ("2024-01-05", "Zusage"), ("gestern", "active")], 1
    )
)


def told(result: BuildResult) -> dict[str, str]:
    """What is said of each file, by its name, without the spaces of the table."""
    lines = [" ".join(line.split()) for line in account(result)]
    return {line.split(" ")[0]: line for line in lines[1:]}


def folder_of(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def of(folder: Path, files: dict[str, str]) -> BuildResult:
    folder_of(folder)
    for name, text in files.items():
        (folder / name).write_text(text.lstrip("\n"), encoding="utf-8")
    return build(Request(folder, folder.parent / "w", clock=CLOCK, only_check=True, wait=lambda _: None))


def test_an_unknown_file_alone_is_named_with_its_rows_and_the_way_to_map_it(tmp_path: Path) -> None:
    result = of(tmp_path / "exports", {"staff list.csv": PEOPLE})
    (line,) = account(result)[1:]
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
    assert said["report.csv"] == (
        "report.csv taken for Salesforce opportunity report · 4 rows · created_on 5 Mar 2024 to 24 Mar 2024"
    )


def test_what_is_asked_of_a_file_stands_in_its_line(tmp_path: Path) -> None:
    days = BASE["employees"].replace("2015-01-01", "05/02/2015").replace("2016-01-01", "05/02/2016")
    days = days.replace("2024-01-10", "05/02/2024").replace("2024-03-01", "06/02/2024")
    result = of(tmp_path / "exports", {**named(BASE), "employees.csv": days, "people.csv": PEOPLE})
    said = told(result)
    assert result.outcome == "held"
    assert said["employees.csv"] == (
        "employees.csv taken for employees, in our own columns · 4 rows · "
        "asked: date order of hire_date in employees.csv · lacks: manager_id would give hires by manager · "
        "next: answer, with the line below"
    )
    assert said["crm_users.csv"] == "crm_users.csv taken for crm_users, in our own columns · 3 rows"
    assert said["people.csv"].startswith("people.csv not loaded: ")


def named(tables: dict[str, str]) -> dict[str, str]:
    return {f"{name}.csv": text for name, text in tables.items()}


def test_an_unknown_file_stops_no_build_and_is_named_beside_the_counts(tmp_path: Path) -> None:
    result = of(tmp_path / "exports", {**named(BASE), "people.csv": PEOPLE})
    said = told(result)
    assert result.outcome == "checked"
    assert said["employees.csv"] == (
        "employees.csv 4 = 4 + 0 + 0 taken for employees, in our own columns · hire_date 1 Jan 2015 to 1 Mar 2024"
        " · lacks: manager_id would give hires by manager"
    )
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
    assert "asked: words not said in applications.csv" in told(result)["applications.csv"]


def test_a_row_that_waits_for_what_its_word_means_is_not_counted_as_set_aside(tmp_path: Path) -> None:
    result = of(tmp_path / "exports", {**named(BASE), "applications.csv": FEW_UNSAID})
    (file,) = (one for one in result.taken if one.file == "applications.csv")
    assert (file.loaded, file.set_aside, file.skipped) == (20, 1, 0)
    assert file.waiting == (Waiting("status", "Zusage", 1),)
    heads = account(result)[0].split()
    assert heads == ["file", "read", "=", "loaded", "+", "set", "aside", "+", "skipped", "+", "waiting"]
    said = told(result)["applications.csv"]
    assert said.startswith("applications.csv 22 = 20 + 1 + 0 + 1 taken for applications, in our own columns")
    assert 'words not said yet: 1 row waits for what "Zusage" means' in said
    listed = list(saying.messages(result, CLOCK))
    assert [line for line in listed if "gestern" in line]
    assert not [line for line in listed if "Zusage" in line]


def test_a_file_whose_columns_changed_since_it_was_mapped_says_which_went_and_which_came(
    tmp_path: Path,
) -> None:
    columns = (("employee_id", "Nr"), ("full_name", "Wer"), ("department", "Abt"), ("hire_date", "Eintritt"))
    chosen = tuple((ours, Chosen((label,))) for ours, label in columns)
    draft = Draft("Own export", "staff", "employees", chosen, ignored=("Telefon",))
    staff = "Nr,Wer,Abt,Eintritt,{}\nE1,Ada First,Sales,2024-01-10,1\nE2,Bo Two,Sales,2024-02-10,2\n"
    folder = tmp_path / "exports"
    own.save(folder_of(folder), "staff", mapping_text(draft))
    same = of(folder, {"staff.csv": staff.format("Telefon")})
    assert not same.taken[0].changed
    assert "header" not in told(same)["staff.csv"]
    passed_over = of(folder, {"staff.csv": staff.format("Mobil")})
    assert passed_over.taken[0].changed == Changed("staff", ("Telefon",), ("Mobil",))
    needed = staff.replace("Eintritt", "Beginn").format("Telefon")
    (lost,) = of(folder, {"staff.csv": needed}).taken
    assert (lost.state, lost.changed) == ("asked", Changed("staff", ("Eintritt",), ("Beginn",)))
    said = told(of(folder, {"staff.csv": needed}))["staff.csv"]
    assert "its header changed since the mapping staff was made (gone: Eintritt; new: Beginn)" in said


def test_a_file_named_after_an_erased_person_is_named_otherwise_there_too(tmp_path: Path) -> None:
    gone = "system,person_id,erased_on\nhris,B,2025-01-01\n"
    files = {**named(BASE), "erased_people.csv": gone, "Ben Second.csv": PEOPLE}
    good = of(tmp_path / "good", files)
    assert good.outcome == "checked"
    assert not [line for line in account(good) if "Ben" in line or "Second" in line]
    held = of(tmp_path / "held", {**files, "applications.csv": APPLICATIONS})
    assert held.outcome == "held"
    assert not [line for line in account(held) if "Ben" in line or "Second" in line]
    refused = of(tmp_path / "refused", {**files, "deals.csv": "<html></html>"})
    assert refused.outcome == "refused"
    assert not [line for line in account(refused) if "Ben" in line or "Second" in line]


@pytest.mark.proof
def test_of_the_same_exports_again_the_last_account_is_told(tmp_path: Path) -> None:
    company: Built = built(tmp_path)
    again = build(Request(tmp_path / "exports", company.folder, clock=CLOCK, wait=lambda _: None))
    assert (again.outcome, again.taken) == ("unchanged", company.result.taken)
    assert told(again) == told(company.result)


def test_after_a_build_that_was_refused_the_account_of_the_one_served_is_told_again(tmp_path: Path) -> None:
    company: Built = built(tmp_path, {"applications": FEW_UNSAID})
    page = tmp_path / "exports" / "deals.csv"
    page.write_text("<html></html>")
    request = Request(tmp_path / "exports", company.folder, clock=CLOCK, wait=lambda _: None)
    assert build(request).outcome == "refused"
    page.unlink()
    again = build(request)
    assert (again.outcome, again.taken) == ("unchanged", company.result.taken)
    assert told(again)["applications.csv"].startswith("applications.csv 22 = 20 + 1 + 0 + 1 taken for")


def test_of_somebody_to_forget_nothing_is_told_again_that_the_account_does_not_know(tmp_path: Path) -> None:
    gone = "system,person_id,erased_on\nhris,B,2025-01-01\n"
    company: Built = built(tmp_path, {"erased_people": gone})
    (company.folder / attempts.NAME).unlink()
    again = build(Request(tmp_path / "exports", company.folder, clock=CLOCK, wait=lambda _: None))
    assert (again.outcome, again.taken) == ("unchanged", ())
    assert told(again)["employees.csv"] == "employees.csv 4 = 3 + 0 + 1"

"""The Identity match page, drawn: who is suggested, who may decide, what is written, and its empty states."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from helpers import breadth
from helpers.small_company import CRM_USERS, EMPLOYEES, OPPORTUNITIES, Built, built
from helpers.standing import standing
from hiring.access import audit
from hiring.access.audit import AuditError, log_path
from hiring.serving import matches, session
from hiring.warehouse import pointer

ADDRESS = "identity"
HOSTILE = "<img src=x onerror=alert(1)> [x](https://evil) $a$ :material/delete: =1+1"
TABLES = {
    "crm_users": CRM_USERS.replace("U-X,Xena Unknown,xena@other.example,", 'U-X,"Second, Bén",,'),
    "employees": EMPLOYEES.replace("B,Ben Second,ben@firm.example", "B,Ben Second,"),
    "opportunities": OPPORTUNITIES,
}


def plain(markdown: str) -> str:
    """Markdown of ours as a reader sees it."""
    spans = re.sub(r":(?:color|small|gray)\[(.)\]", r"\1", markdown)
    return re.sub(r"\\(.)", r"\1", spans)


def text_of(at: AppTest) -> str:
    return "\n".join(plain(element.value) for element in [*at.title, *at.header, *at.markdown])


def labels(at: AppTest) -> list[str]:
    return [button.label for button in at.button if button.label not in ("Show", "Reset")]  # the filters' own


@pytest.fixture
def company(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    """A company with two logins that are one employee by name, whose exports the dashboard knows."""
    monkeypatch.setenv("HIRING_EXPORTS", str(tmp_path / "exports"))
    return standing(tmp_path, TABLES)


@pytest.fixture
def at_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a browser at this machine asked: a drawn page has no request."""
    monkeypatch.setattr(matches, "serves_this_machine", lambda _address, _headers: True)


def pressed(at: AppTest, label: str) -> AppTest:
    return next(button for button in at.button if button.label == label).click().run()


def test_the_sample_shows_its_suggestions_and_lets_nobody_change_it(app, at_this_machine) -> None:
    at = app(ADDRESS)
    assert not at.exception
    assert plain(at.title[0].value) == "7 names may be somebody in the HR file: you decide"
    text = text_of(at)
    assert "7 logins have exactly one employee's name" in text
    rows = at.dataframe[0].value.set_index("Named")
    assert rows.loc["Malvina Tidewater", "In the HR file"].startswith("Malvina Tidewater · employee 010097")
    reasons = rows.loc["Malvina Tidewater", "What speaks for and against"]
    assert reasons.startswith("same name, first deal within a year of being hired")
    assert "This is the invented company, and it stays as it is" in text
    assert labels(at) == []


def test_tiles_answer_and_lists_count_the_same_names(app, request) -> None:
    at = app(ADDRESS)
    # Two logins of the applicant system never interviewed anybody: they are listed, and they count.
    assert [(tile.label, tile.value) for tile in at.metric][2:] == [
        ("CRM names to match", "7"),
        ("ATS names to match", "16"),
    ]
    headings = [plain(one.value) for one in at.header]
    assert headings[:2] == [
        "7 logins have exactly one employee's name",
        "16 names like nobody in the HR file",
    ]
    request.getfixturevalue("without_names")
    assert plain(app(ADDRESS).title[0].value) == "23 names belong to nobody in the HR file"


@pytest.mark.proof
def test_a_login_that_did_nothing_and_an_owner_named_in_two_ways_count_once_each(app, tmp_path) -> None:
    head, *deals = OPPORTUNITIES.strip().splitlines()
    by_address = "X1,,Won,true,5,EUR,2024-02-01,2024-06-01,xena@other.example"
    tables = {
        "crm_users": CRM_USERS.rstrip() + "\nU-idle,Idle Desk,idle@other.example,\n",
        "opportunities": "\n".join([f"{head},owner_email", *(f"{one}," for one in deals), by_address]),
    }
    at = app(ADDRESS, warehouse=built(tmp_path, tables).folder)
    assert plain(at.title[0].value) == "2 names belong to nobody in the HR file"
    assert at.metric[2].value == "2"


def test_the_tiles_are_defined_by_their_cards(app, tiles_without_a_card) -> None:
    assert tiles_without_a_card(app(ADDRESS)) == []


def test_without_a_request_of_this_machine_nothing_can_be_decided(app, company) -> None:
    at = app(ADDRESS, warehouse=company.folder)
    assert "Decisions are made only at the machine the exports lie on" in text_of(at)
    assert labels(at) == []
    assert not at.text_input


@pytest.mark.usefixtures("at_this_machine")
def test_a_confirmed_pair_is_written_told_and_waits_for_the_build(app, company, tmp_path) -> None:
    at = app(ADDRESS, warehouse=company.folder)
    assert "Second, Bén" in text_of(at)
    at.text_input(key="decided_by").set_value("Hana Recruiter").run()
    at = pressed(at, "Same person")
    lines = (tmp_path / "exports" / "matches.csv").read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"crm,(U-B|U-X),B,Hana Recruiter,\d{4}-\d\d-\d\d", lines[1])
    text = text_of(at)
    assert "Written to matches.csv." in text
    assert "1 decision waits for the next build" in text
    folders = f"--exports {tmp_path / 'exports'} --warehouse {company.folder}"
    assert [code.value for code in at.code] == [f"python -m hiring build {folders}"]
    line = json.loads(log_path(company.folder).read_text(encoding="utf-8").splitlines()[-1])
    assert (line["action"], line["subject"]) == ("decide", "matches.csv")
    kept = {"matches": (tmp_path / "exports" / "matches.csv").read_text(encoding="utf-8")}
    joined = built(tmp_path, {**TABLES, **kept})
    assert joined.one("select count(*) from marts.crm_logins where matched_by = 'confirmed'") == 1


@pytest.mark.usefixtures("at_this_machine")
def test_a_refused_pair_is_not_asked_about_again(app, company, tmp_path) -> None:
    at = app(ADDRESS, warehouse=company.folder)
    before = labels(at).count("Not the same")
    at.text_input(key="decided_by").set_value("Hana").run()
    assert before == 2
    at = pressed(at, "Not the same")
    assert labels(at).count("Not the same") == 0  # nobody else bears the name of the one that is left
    assert "Confirm it and build" in labels(at)
    assert (tmp_path / "exports" / "refused_matches.csv").exists()
    assert "Written to refused_matches.csv." in text_of(at)


ONE_OF_THE_NAME = {
    "employees": f"{EMPLOYEES}X,Xena Unknown,x@firm.example,Sales,Inside sales,South,SMB,2024-02-01,\n"
    "C,Cleo Third,,Sales,Inside sales,North,SMB,2024-02-01,\n",
    "crm_users": f'{CRM_USERS}U-C,"Third, Cleo",,\n',
    "opportunities": f"{OPPORTUNITIES}O7,U-C,Won,true,89.00,EUR,2024-03-01,2024-06-01\n",
}


@pytest.fixture
def one_of_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    """Two logins, each with the name of one employee."""
    monkeypatch.setenv("HIRING_EXPORTS", str(tmp_path / "exports"))
    return standing(tmp_path, ONE_OF_THE_NAME)


@pytest.mark.usefixtures("at_this_machine")
def test_all_with_one_employees_name_are_confirmed_at_once_and_built(app, one_of_the_name, tmp_path) -> None:
    at = app(ADDRESS, warehouse=one_of_the_name.folder)
    at.text_input(key="decided_by").set_value("Hana").run()
    at = pressed(at, "Confirm all 2 and build")
    assert not at.exception
    lines = (tmp_path / "exports" / "matches.csv").read_text(encoding="utf-8").splitlines()
    assert sorted(line.rpartition(",")[0] for line in lines[1:]) == ["crm,U-C,C,Hana", "crm,U-X,X,Hana"]
    text = text_of(at)
    # 2,270.50 of 2,370.50 before: U-X won 11, U-C 89.
    assert "100 % of won revenue is somebody's in the HR file now, 96 % before" in text.replace("\u202f", " ")
    assert "EUR\xa0100 more found its owner" in text
    assert plain(at.title[0].value) == "Everybody is found in the HR file"
    line = json.loads(log_path(one_of_the_name.folder).read_text(encoding="utf-8").splitlines()[-1])
    assert (line["action"], line["subject"], line["rows"]) == ("decide", "matches.csv", 2)


@pytest.mark.usefixtures("at_this_machine")
def test_one_of_them_is_refused_by_the_same_press(app, one_of_the_name, tmp_path) -> None:
    at = app(ADDRESS, warehouse=one_of_the_name.folder)
    at.text_input(key="decided_by").set_value("Hana").run()
    at.multiselect(key="not_the_same").set_value(["Xena Unknown · CRM U-X"]).run()
    at = pressed(at, "Confirm 1, refuse 1 and build")
    assert (tmp_path / "exports" / "matches.csv").read_text(encoding="utf-8").count("\n") == 2
    refused = (tmp_path / "exports" / "refused_matches.csv").read_text(encoding="utf-8")
    assert "crm,U-X,X,Hana" in refused
    assert plain(at.title[0].value) == "1 name belongs to nobody in the HR file"


@pytest.mark.usefixtures("at_this_machine")
def test_without_a_name_under_it_none_is_written_and_nothing_is_built(app, one_of_the_name, tmp_path) -> None:
    served = pointer.named(one_of_the_name.folder)
    at = pressed(app(ADDRESS, warehouse=one_of_the_name.folder), "Confirm all 2 and build")
    assert text_of(at).count("who decides? · wanted your name") == 1
    assert not (tmp_path / "exports" / "matches.csv").exists()
    assert pointer.named(one_of_the_name.folder) == served


@pytest.mark.usefixtures("at_this_machine")
def test_a_decision_without_a_name_is_not_written(app, company, tmp_path) -> None:
    at = pressed(app(ADDRESS, warehouse=company.folder), "Same person")
    assert "who decides? · wanted your name" in text_of(at)
    assert not (tmp_path / "exports" / "matches.csv").exists()


@pytest.mark.usefixtures("at_this_machine")
def test_somebody_no_suggestion_names_can_be_chosen_by_hand(app, company, tmp_path) -> None:
    at = app(ADDRESS, warehouse=company.folder)
    at.text_input(key="decided_by").set_value("Hana").run()
    at.selectbox(key="login_by_hand").select_index(0).run()
    who = next(o for o in at.selectbox(key="employee_by_hand").options if o.startswith("Mona Manager"))
    at.selectbox(key="employee_by_hand").select(who).run()
    at = pressed(at, "They are the same person")
    assert ",M1,Hana," in (tmp_path / "exports" / "matches.csv").read_text(encoding="utf-8")


@pytest.mark.usefixtures("at_this_machine")
def test_a_warehouse_of_another_folder_is_not_decided_on(app, company, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("HIRING_EXPORTS", str(tmp_path))
    at = app(ADDRESS, warehouse=company.folder)
    assert "built from a folder the dashboard does not know" in text_of(at)
    assert labels(at) == []


@pytest.mark.proof
@pytest.mark.usefixtures("at_this_machine")
def test_with_everybody_found_the_page_says_so(app, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("HIRING_EXPORTS", str(tmp_path / "exports"))
    known = {"crm_users": CRM_USERS.replace("xena@other.example,", "xena@other.example,M1")}
    at = app(ADDRESS, warehouse=built(tmp_path, known).folder)
    assert plain(at.title[0].value) == "Everybody is found in the HR file"
    assert "Nobody is left over in any system." in text_of(at)
    assert labels(at) == []


def test_with_nobody_suggested_the_page_says_so(app, tmp_path) -> None:
    at = app(ADDRESS, warehouse=standing(tmp_path).folder)
    assert plain(at.title[0].value) == "1 name belongs to nobody in the HR file"
    text = text_of(at)
    assert "No employee's name is alike enough." in text
    assert "1 name like nobody in the HR file" in text


def test_who_may_see_no_names_sees_counts_alone(app, company, monkeypatch) -> None:
    def without_names() -> Any:
        return replace(session.warehouse().viewer(), sees_names=False)

    monkeypatch.setattr(session, "viewer", without_names)
    monkeypatch.setattr(session, "_viewer_of", lambda _version: without_names())
    at = app(ADDRESS, warehouse=company.folder)
    assert not at.exception
    text = text_of(at)
    assert "Who they are is shown only to those who may see names." in text
    assert "Second" not in text
    assert "Xena" not in text


def test_two_people_of_one_name_are_asked_about_and_none_is_chosen_before(app, tmp_path, monkeypatch) -> None:
    twins = TABLES["employees"] + "C,Ben Second,other@firm.example,Sales,Inside sales,South,SMB,2024-04-01,\n"
    at = app(ADDRESS, warehouse=built(tmp_path, {**TABLES, "employees": twins}).folder)
    assert "2 employees have this name" in text_of(at)
    assert not at.radio
    assert not at.checkbox


def test_hostile_names_are_letters(app, tmp_path) -> None:
    quoted = '"' + HOSTILE + '"'
    tables = {
        "crm_users": CRM_USERS.replace("Xena Unknown,xena@other.example", f"{quoted},"),
        "employees": EMPLOYEES + f"Z,{quoted},z@firm.example,Sales,Inside sales,South,SMB,2025-01-01,\n",
    }
    at = app(ADDRESS, warehouse=built(tmp_path, tables).folder)
    assert not at.exception
    assert list(at.dataframe[0].value["Named"]) == [HOSTILE]
    assert not [element for element in at.markdown if element.proto.allow_html]


@pytest.mark.parametrize(
    "page", ["overview", "definitions", *breadth.proof("sources", "data-health", "identity")]
)
def test_the_match_rate_stands_under_every_page(app, page: str) -> None:
    assert (
        "Found in the HR file: 99\u202f% of won revenue and 98\u202f% of owners, interviewers and hired candidates."
        in text_of(app(page))
    )


@pytest.mark.usefixtures("at_this_machine")
def test_without_a_place_for_its_line_in_the_audit_log_no_decision_is_written(app, company, tmp_path) -> None:
    log_path(company.folder).mkdir(parents=True)
    at = app(ADDRESS, warehouse=company.folder)
    at.text_input(key="decided_by").set_value("Hana").run()
    at = pressed(at, "Same person")
    assert not at.exception
    assert "the audit log cannot be written: a folder, wanted a plain file · take it away" in text_of(at)
    assert not (tmp_path / "exports" / "matches.csv").exists()


@pytest.mark.usefixtures("at_this_machine")
def test_a_decision_is_written_beside_a_build_and_a_line_that_then_fails_is_told(
    app, company, tmp_path, monkeypatch
) -> None:
    def full(*_values: object) -> None:
        raise AuditError("the audit log cannot be written: No space left on device")

    monkeypatch.setattr(audit, "write_down", full)
    at = app(ADDRESS, warehouse=company.folder)
    at.text_input(key="decided_by").set_value("Hana").run()
    with pointer.alone(company.folder):
        at = pressed(at, "Same person")
    assert not at.exception
    told = "Written to matches.csv. But the audit log cannot be written: No space left on device."
    assert told in text_of(at)
    assert (tmp_path / "exports" / "matches.csv").exists()


@pytest.mark.parametrize(
    "page", ["overview", *breadth.proof("data-health", "sources", "definitions", "identity")]
)
def test_less_than_half_matched_stands_above_every_page_with_the_next_step(app, tmp_path, page: str) -> None:
    nobodys = built(tmp_path, {"crm_users": ""})
    told = [plain(warning.value) for warning in app(page, warehouse=nobodys.folder).warning]
    (first,) = [line for line in told if "revenue won" in line]
    assert first.startswith(
        "**Only 0\u202f% of the revenue won since the first hire is anybody's in the HR file.**"
    )
    assert "Say who is whom on the page Identity match" in first
    (line,) = [str(message) for message in nobodys.result.messages if message.file == "the exports"]
    assert line == str(nobodys.result.messages[0])  # said first
    assert (
        "found 0 of 2,282 EUR · only 0% of the revenue won since the first hire is anybody's in the HR file"
        in line
    )
    assert "python -m hiring matches" in line


@pytest.mark.proof
def test_half_matched_is_not_said_above_a_page(app, tmp_path) -> None:
    half = OPPORTUNITIES.replace("O5,U-X,Won,true,11.00", "O5,U-X,Won,true,2270.50")
    company = built(tmp_path, {"opportunities": half})
    assert not [message for message in company.result.messages if message.file == "the exports"]
    assert not app("overview", warehouse=company.folder).warning

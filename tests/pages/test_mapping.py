"""The page Map a file, drawn: which files wait, what is asked, how it would load, who may save and send files."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from helpers import flat_reports
from helpers.hostile_entries import in_time
from helpers.small_company import Built, built
from helpers.strange_deals import (
    COLUMNS,
    FILE,
    MEANINGS,
    PANEL_COLUMNS,
    PANEL_FILE,
    PERCENT_KEY,
    SPLIT_COLUMNS,
    SPLITS_FILE,
    STAFF_FILE,
    TOLD,
    strange_exports,
    strange_people,
    strange_splits,
)
from hiring.access.audit import log_path
from hiring.loading import files, first_rows
from hiring.serving import mapping, matches

ADDRESS = "mapping"


def plain(markdown: str) -> str:
    """Markdown of ours as a reader sees it."""
    spans = re.sub(r":(?:color|small|gray)\[(.)\]", r"\1", markdown)
    return re.sub(r"\\(.)", r"\1", spans)


def text_of(at: AppTest) -> str:
    return "\n".join(plain(element.value) for element in [*at.title, *at.header, *at.markdown])


def cells_of(at: AppTest) -> list[str]:
    return [plain(str(cell)) for table in at.table for cell in table.value.to_numpy().ravel()]


def button(at: AppTest, label: str):
    return next((one for one in at.button if one.label == label), None)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    """The folder of a company, built once with a file of shapes that nobody knows; its deals came after that."""
    folder = tmp_path_factory.mktemp("company")
    return folder, built(folder, {"shapes": "colour,shape\nred,round"})


@pytest.fixture
def exports(once, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Its exports as every test finds them: the deals as a file nobody knows, no mapping saved."""
    folder = once[0] / "exports"
    shutil.rmtree(folder)
    monkeypatch.setenv("HIRING_EXPORTS", str(folder))
    return strange_exports(folder, {"shapes": "colour,shape\nred,round"})


@pytest.fixture
def company(once, exports) -> Built:
    """The company as it was built before the deals came."""
    assert exports.is_dir()
    return once[1]


@pytest.fixture
def at_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a browser at this machine asked: a drawn page has no request."""
    monkeypatch.setattr(matches, "serves_this_machine", lambda _address, _headers: True)


def with_columns(at: AppTest) -> AppTest:
    """The page once somebody said what the file holds and which column is which."""
    at = at.selectbox(key=f"table of {FILE}").set_value("opportunities").run()
    for ours, (key,) in COLUMNS.items():
        at.selectbox(key=f"column {ours} of opportunities in {FILE}").set_value(key)
    return at.run()


def test_without_a_request_of_this_machine_nothing_can_be_mapped_or_sent(app, company) -> None:
    at = app(ADDRESS, warehouse=company.folder)
    assert plain(at.title[0].value) == "Files are mapped at the machine they lie on"
    assert "only at the machine the exports lie on, by one person" in text_of(at)
    assert [box.key for box in at.selectbox] == ["period", "outcome_window"]
    assert not at.get("file_uploader")
    assert FILE not in text_of(at) + " ".join(cells_of(at))


@pytest.mark.usefixtures("at_this_machine")
def test_a_file_nobody_knows_is_mapped_saved_built_and_told(app, company, exports) -> None:
    at = app(ADDRESS, warehouse=company.folder)
    assert at.selectbox(key=f"table of {FILE}").value == "opportunities"
    assert "a guess by its column names and cells" in text_of(at)
    at = with_columns(at)
    assert not at.exception
    assert "Columns of the file that are not used: " in plain(text_of(at))
    assert plain(at.title[0].value) == "3 answers are still missing"
    assert "Still to say: how 3 columns are written." in text_of(at)
    assert "it does not help them to their bar. Such as 2025-04-06." in text_of(at)
    assert "a guess by its label and its cells; holds 01/12/2023" in text_of(at)
    assert [
        at.selectbox(key=f"word {word} for {about} of opportunities in {FILE}").value
        for about, word in MEANINGS
    ] == [*MEANINGS.values()]
    assert text_of(at).count("a guess by the word") == 3
    assert "The close date of an open deal is only hoped for: it is left out" in text_of(at)
    assert button(at, "Save this mapping").disabled
    for (about, word), meaning in MEANINGS.items():
        at.selectbox(key=f"word {word} for {about} of opportunities in {FILE}").set_value(meaning)
    for key, order in TOLD.items():
        at.radio(key=f"told {key}").set_value(order)
    at.selectbox(key=f"told currency of Wert in {FILE}").set_value("EUR")
    at = at.run()
    assert plain(at.title[0].value) == "6 of 7 rows would load"
    cells = cells_of(at)
    assert {"O1", "1000", "2023-12-01", "EUR", "true"} <= set(cells)
    assert f"{FILE} · line 8 · Wert" in cells
    at = button(at, "Save this mapping").click().run()
    assert "Saved as mappings/geschafte-q3.toml beside the exports." in text_of(at)
    assert "[[feeds]]" in (exports / "mappings" / "geschafte-q3.toml").read_text(encoding="utf-8")
    line = json.loads(log_path(company.folder).read_text(encoding="utf-8").splitlines()[-1])
    assert (line["action"], line["subject"]) == ("map", "geschafte-q3.toml")
    at = button(at, "Build now").click().run()
    assert f"The build waits for an answer, and the last good one stays: {FILE}" in text_of(at)


@pytest.mark.usefixtures("at_this_machine")
def test_shares_that_may_be_percent_are_asked_about_and_previewed_as_answered(app, company, exports) -> None:
    shutil.rmtree(exports)
    strange_splits(exports)
    at = app(ADDRESS, warehouse=company.folder)
    at = at.selectbox(key=f"table of {SPLITS_FILE}").set_value("opportunity_splits").run()
    for ours, (key,) in SPLIT_COLUMNS.items():
        at.selectbox(key=f"column {ours} of opportunity_splits in {SPLITS_FILE}").set_value(key)
    at = at.run()
    assert plain(at.title[0].value) == "1 answer is still missing"
    asked = at.radio(key=f"told {PERCENT_KEY}")
    assert asked.options == ["percent: 50 is one half", "a share of one: 0.5 is one half"]
    at = asked.set_value("percent").run()
    assert plain(at.title[0].value) == "All 3 rows would load"
    assert {"0.50", "0.125"} <= set(cells_of(at))
    at = button(at, "Save this mapping").click().run()
    assert "percent = true" in (exports / "mappings" / "aufteilung.toml").read_text(encoding="utf-8")


@pytest.mark.proof
@pytest.mark.usefixtures("at_this_machine")
def test_several_people_in_a_cell_are_asked_about_and_previewed_as_answered(app, company, exports) -> None:
    shutil.rmtree(exports)
    strange_people(exports)
    (exports / STAFF_FILE).unlink()
    at = app(ADDRESS, warehouse=company.folder)
    at = at.selectbox(key=f"table of {PANEL_FILE}").set_value("interviews").run()
    for ours, keys in PANEL_COLUMNS.items():
        key = f"column {ours} of interviews in {PANEL_FILE}"
        if ours == "interviewer_name":
            at.multiselect(key=key).set_value(list(keys))
        else:
            at.selectbox(key=key).set_value(keys[0])
    at = at.run()
    assert not at.exception
    asked = at.radio(key=f"people interviewer_name of interviews in {PANEL_FILE}")
    assert (plain(asked.label), asked.value) == ("Who stands in Wer?", "each")
    assert "such as Ada Byron; Carl Gauss" in text_of(at)
    assert {"Ada Byron", "Carl Gauss", "Mona Manager"} <= set(cells_of(at))
    at = asked.set_value("one").run()
    assert "Ada Byron; Carl Gauss" in cells_of(at)


@pytest.mark.proof
@pytest.mark.usefixtures("at_this_machine")
def test_of_a_large_file_the_page_says_that_it_speaks_of_the_first_rows(app, company, monkeypatch) -> None:
    monkeypatch.setattr(first_rows, "MOST_ROWS", 6)
    at = with_columns(app(ADDRESS, warehouse=company.folder))
    assert not at.exception
    assert "A large file: all that stands here is from the first 6 rows." in text_of(at)
    assert "Still to say: how 3 columns are written" in text_of(at)
    for key, answer in {**TOLD, **MEANINGS}.items():
        if key in TOLD:
            at.radio(key=f"told {key}").set_value(answer)
        elif key[1] != "Angebot":
            at.selectbox(key=f"word {key[1]} for is_won of opportunities in {FILE}").set_value(answer)
    at.selectbox(key=f"told currency of Wert in {FILE}").set_value("EUR")
    at = at.run()
    assert plain(at.title[0].value) == "All of the first 6 rows would load"


@pytest.mark.usefixtures("at_this_machine")
def test_hostile_cells_are_letters(app, company) -> None:
    at = with_columns(app(ADDRESS, warehouse=company.folder))
    at = at.selectbox(key=f"column account of opportunities in {FILE}").set_value("notiz").run()
    assert not at.exception
    assert "<img src=x onerror=alert(1)>" in text_of(at) + " ".join(cells_of(at))
    drawn = [str(cell) for table in at.table for cell in table.value.to_numpy().ravel()]
    assert not [cell for cell in drawn if re.search(r"(?<!\\)[<\[`$*]", cell.replace(":color[", ""))]
    assert not [element for element in at.markdown if element.proto.allow_html]


@pytest.mark.usefixtures("at_this_machine")
def test_a_file_that_cannot_be_read_and_a_wrong_mapping_are_told(app, company, exports) -> None:
    (exports / "mappings").mkdir()
    (exports / "mappings" / "x.toml").write_text("vendor = 1")
    at = app(ADDRESS, warehouse=company.folder)
    assert not at.exception
    assert "A mapping file cannot be read" in text_of(at)
    assert "x.toml · feeds · found [] · wanted at least one [[feeds]]" in text_of(at)


@pytest.mark.usefixtures("at_this_machine")
def test_a_folder_of_more_files_than_are_read_is_told(app, company, monkeypatch) -> None:
    monkeypatch.setattr(files, "MOST_FILES", 3)
    at = app(ADDRESS, warehouse=company.folder)
    assert not at.exception
    assert plain(at.title[0].value) == "The exports folder holds too many files"
    assert "The exports folder holds 4 files, and at most 3 are read: keep only the latest there" in text_of(
        at
    )


@pytest.mark.usefixtures("at_this_machine")
def test_entries_that_are_no_files_are_told_and_not_waited_for(app, company, exports) -> None:
    for name in ("config.toml", "answers.toml", "pipe.csv"):
        os.mkfifo(exports / name)
    (exports / "mappings").mkdir()
    os.mkfifo(exports / "mappings" / "deals.toml")
    with in_time():
        at = app(ADDRESS, warehouse=company.folder)
    assert not at.exception
    assert "deals.toml · found a pipe · wanted a plain file · take it away" in text_of(at)


@pytest.mark.usefixtures("at_this_machine")
def test_a_web_page_among_the_exports_is_told_on_the_page_before_a_build_refuses_it(
    app, company, exports
) -> None:
    (exports / FILE).unlink()
    (exports / "shapes.csv").write_text("<!DOCTYPE html><html>Sign in</html>", encoding="utf-8")
    at = app(ADDRESS, warehouse=company.folder)
    assert plain(at.title[0].value) == "1 file of 3 cannot be read"
    assert "shapes.csv · found a sign-in page" in text_of(at)


@pytest.mark.usefixtures("at_this_machine")
def test_with_every_file_known_the_page_says_so(app, company, exports) -> None:
    (exports / FILE).unlink()
    (exports / "shapes.csv").unlink()
    at = app(ADDRESS, warehouse=company.folder)
    assert plain(at.title[0].value) == "All 2 files are known"
    assert at.get("file_uploader")


@pytest.mark.usefixtures("at_this_machine")
def test_the_samples_visitor_sends_files_into_the_own_exports_folder(app, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("HIRING_EXPORTS", str(tmp_path / "own"))
    at = app(ADDRESS)
    assert plain(at.title[0].value) == "No file is here to be mapped"
    assert mapping.folder() == tmp_path / "own"


def test_the_data_page_leads_from_an_unknown_file_to_the_page_that_maps_it(app, company) -> None:
    links = [
        plain(link.proto.label) for link in app("data-health", warehouse=company.folder).get("page_link")
    ]
    assert "Map shapes.csv" in links


@pytest.mark.usefixtures("at_this_machine")
def test_a_turned_sheet_is_previewed_row_by_row_with_the_totals_that_contradict_it(
    app, company, exports
) -> None:
    shutil.rmtree(exports)
    flat_reports.put(exports, "Quoten.csv")
    at = app(ADDRESS, warehouse=company.folder)
    assert at.selectbox(key="table of Quoten.csv").value == "quotas"
    assert at.multiselect(key="column owner_id of quotas in Quoten.csv").value == ["verkäufer"]
    at = at.selectbox(key="told currency of Q1 2024 … Q4 2024 in Quoten.csv").set_value("EUR").run()
    assert plain(at.title[0].value) == "All 2 rows would load"
    assert "7 rows of quotas" in text_of(at)
    assert {"Ada First", "2024-01-01", "2024-03-31"} <= set(cells_of(at))
    assert "1,800, the sum of Q1 2024 … Q4 2024" in cells_of(at)
    at = button(at, "Save this mapping").click().run()
    assert 'periods = ""' in (exports / "mappings" / "quoten.toml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("at_this_machine")
def test_further_tables_are_asked_about_in_the_same_form(app, company, exports) -> None:
    shutil.rmtree(exports)
    flat_reports.put(exports, "deals report.csv")
    at = app(ADDRESS, warehouse=company.folder)
    at = at.selectbox(key="table of deals report.csv").set_value("opportunities").run()
    at = at.multiselect(key="also of opportunities in deals report.csv").set_value(["crm_users"]).run()
    for ours, key in (("opportunity_id", "dealno"), ("owner_email", "ownermail"), ("stage", "stage")):
        at.selectbox(key=f"column {ours} of opportunities in deals report.csv").set_value(key)
    for ours, key in (("amount", "amount"), ("created_on", "created"), ("closed_on", "closed")):
        at.selectbox(key=f"column {ours} of opportunities in deals report.csv").set_value(key)
    at.multiselect(key="column owner_name of opportunities in deals report.csv").set_value(["owner"])
    at = at.run()
    for word, meaning in (("Won", "won"), ("Open", "open")):
        at.selectbox(key=f"word {word} for is_won of opportunities in deals report.csv").set_value(meaning)
    at = at.run()
    assert not [box.key for box in at.selectbox if "of crm_users" in str(box.key)][1:]
    assert "2 rows of crm_users" in text_of(at)
    at = button(at, "Save this mapping").click().run()
    saved = (exports / "mappings" / "deals-report.toml").read_text(encoding="utf-8")
    assert saved.count("[[feeds]]") == 2

"""The page Start, drawn: a line a file, the one next step, an answer given there, files sent, and its states."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from helpers.small_company import BASE, CLOCK, Built, built, write_exports
from hiring.access.audit import log_path
from hiring.loading import files
from hiring.serving import matches, session
from hiring.warehouse.build import Request, build
from pages.test_mapping import button, cells_of, text_of

ROOT = Path(__file__).parents[2]
UNSAID = "application_id,candidate_id,source,applied_on,status\n" + "".join(
    f"A{n},C{n},Referral,2024-01-05,{'active' if n < 7 else 'Zusage'}\n" for n in range(1, 10)
)


@pytest.fixture(autouse=True)
def at_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a browser at this machine asked: a drawn page has no request."""
    monkeypatch.setattr(matches, "serves_this_machine", lambda _address, _headers: True)


@pytest.fixture
def front_door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The front door of somebody whose exports lie in the folder `exports`, empty so far."""
    (tmp_path / "exports").mkdir()
    monkeypatch.setenv("HIRING_EXPORTS", str(tmp_path / "exports"))
    monkeypatch.setenv("HIRING_WAREHOUSE", str(tmp_path / "warehouse"))
    monkeypatch.setattr(files, "rest", lambda _path: None)
    session.warehouse.clear()
    session._troubles().forget()
    yield AppTest.from_file(ROOT / "streamlit_app.py", default_timeout=60)
    session.warehouse.clear()
    session._troubles().forget()


def next_of(at: AppTest) -> str:
    return next(line for line in text_of(at).splitlines() if line.startswith("**Next:**"))


def lines_of(at: AppTest) -> dict[str, list[str]]:
    """The line of each file, by its name."""
    frame = next(table.value for table in at.table if "Taken for" in table.value.columns)
    rows = frame.to_dict("records")
    return {str(row["File"]).replace("\\", ""): list(map(str, row.values()))[1:] for row in rows}


def test_with_an_empty_folder_it_says_what_to_export_from_which_system(front_door: AppTest) -> None:
    at = front_door.run()
    assert not at.exception
    assert at.title[0].value == "Three files make the first chart"
    assert "HR system" in cells_of(at)
    assert "people report with hire and exit dates, leavers included" in cells_of(at)
    assert "build refused" not in text_of(at)
    assert at.get("file_uploader")


def test_from_the_first_file_to_the_first_build_there_is_always_one_next_step(
    front_door: AppTest, tmp_path: Path
) -> None:
    exports = tmp_path / "exports"
    write_exports(exports, {"employees": BASE["employees"]})
    at = front_door.run()
    assert at.title[0].value == "The file is understood"
    assert "Export opportunities from the CRM" in next_of(at)
    days = BASE["opportunities"].replace("O6,U-A,Lost,false", "O6,U-A,Parked,")
    write_exports(exports, {"opportunities": days, "crm_users": BASE["crm_users"]})
    (exports / "shapes.csv").write_text("colour,shape\nred,round\n")
    at = at.run()
    assert "Answer one question: stage Parked" in next_of(at)
    assert lines_of(at)["shapes.csv"][1] == "say what it holds, if it belongs here"
    (choice,) = at.radio
    assert list(choice.options) == ["won", "lost", "open"]
    choice.set_value("lost")
    at.text_input(key="who_answers").set_value("Hana Recruiter")
    at = button(at, "Answer").click().run()
    assert not at.exception
    assert 'answer = "lost", by = "Hana Recruiter"' in (exports / "answers.toml").read_text(encoding="utf-8")
    assert session.version_served() is not None
    assert '"action": "decide"' in log_path(tmp_path / "warehouse").read_text(encoding="utf-8")


def test_the_way_to_a_file_is_not_held_up_by_the_one_looked_at_last(
    front_door: AppTest, tmp_path: Path
) -> None:
    (tmp_path / "exports" / "shapes.csv").write_text("colour,shape\nred,round\n")
    front_door.session_state["file_to_map"] = "another.csv"
    at = front_door.run()
    assert "shapes.csv" in text_of(at)
    assert "file_to_map" not in at.session_state


def test_an_answer_without_a_name_or_a_choice_is_not_written(front_door: AppTest, tmp_path: Path) -> None:
    deals = BASE["opportunities"].replace("O6,U-A,Lost,false", "O6,U-A,Parked,")
    write_exports(tmp_path / "exports", {**BASE, "opportunities": deals})
    at = button(front_door.run(), "Answer").click().run()
    assert "Choose an answer first." in text_of(at)
    at.radio[0].set_value("won")
    at = button(at, "Answer").click().run()
    assert "an answer needs the name of who gives it" in text_of(at)
    assert not (tmp_path / "exports" / "answers.toml").exists()


def test_rows_that_wait_for_a_word_are_no_rows_set_aside(front_door: AppTest, tmp_path: Path) -> None:
    write_exports(tmp_path / "exports", {**BASE, "applications": UNSAID})
    at = front_door.run()
    assert "own columns · 9 rows, 3 waiting · 5" in lines_of(at)["applications.csv"][0]
    assert 'words not said yet: 3 rows wait for what "Zusage" means' in lines_of(at)["applications.csv"][1]
    assert "Say what the words of status in applications.csv mean." in next_of(at)
    assert "set aside" not in text_of(at) + " ".join(cells_of(at))


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    folder = tmp_path_factory.mktemp("company")
    return folder, built(folder)


@pytest.fixture
def company(once: tuple[Path, Built], monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Built]]:
    """A company that is built, as every test finds it."""
    exports = once[0] / "exports"
    monkeypatch.setenv("HIRING_EXPORTS", str(exports))
    kept = {path: path.read_bytes() for path in exports.iterdir()}
    times = {path: path.stat() for path in exports.iterdir()}
    yield exports, once[1]
    for path in [path for path in exports.iterdir() if path not in kept]:
        path.unlink()
    for path, content in kept.items():
        path.write_bytes(content)
        os.utime(path, ns=(times[path].st_atime_ns, times[path].st_mtime_ns))


def test_once_all_is_loaded_it_leads_on_and_says_what_more_would_light_up(app, company) -> None:
    at = app("start", warehouse=company[1].folder)
    assert not at.exception
    assert at.title[0].value == "All 3 files are read, and every page shows them"
    assert next_of(at) == "**Next:** See what they say."
    assert "Who interviewed whom, no-shows and interviewer combinations" in cells_of(at)
    assert lines_of(at)["employees.csv"][0].endswith(
        "own columns · 4 rows · 1\u00a0Jan\u00a02015 to 1\u00a0Mar\u00a02024"
    )


def test_a_file_that_came_since_is_told_before_it_is_built(app, company) -> None:
    write_exports(company[0], {"applications": UNSAID.replace("Zusage", "active")})
    at = app("start", warehouse=company[1].folder)
    assert at.title[0].value == "All 4 files are ready to build"
    assert "Nothing is in the way: build" in next_of(at)
    assert button(at, "Build now") is not None


def test_a_page_that_cannot_be_read_is_told_while_the_last_build_is_shown(app, company) -> None:
    (company[0] / "deals.csv").write_text("<html><body>Sign in</body></html>")
    at = app("start", warehouse=company[1].folder)
    assert "deals.csv cannot be read" in next_of(at)
    assert "It stops every build while it lies there." in next_of(at)
    assert lines_of(at)["deals.csv"][0].startswith("refused: ")
    assert button(at, "Look again") is not None


def test_who_is_not_at_this_machine_sees_no_file(app, company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matches, "serves_this_machine", lambda _address, _headers: False)
    at = app("start", warehouse=company[1].folder)
    assert at.title[0].value == "Files are loaded at the machine they lie on"
    assert not at.get("file_uploader")
    assert "employees.csv" not in text_of(at) + " ".join(cells_of(at))


def test_several_files_are_put_into_the_folder_and_what_is_there_is_replaced_only_if_wanted(
    app, company
) -> None:
    def shown() -> None:
        from hiring.serving import start
        from hiring.serving.start import Sent

        start.send(
            [Sent("new one.csv", b"a,b\n1,2\n"), Sent("page.csv", b"<html>"), Sent("x.exe", b"1")],
            replaces=False,
        )

    monkey = AppTest.from_function(shown)
    session.warehouse.clear()
    os.environ["HIRING_WAREHOUSE"] = str(company[1].folder)
    try:
        at = monkey.run()
    finally:
        del os.environ["HIRING_WAREHOUSE"]
        session.warehouse.clear()
    assert not at.exception
    told = at.session_state["_told_of_start"]
    assert told[0] == "new one.csv lies in the exports folder now."
    assert "wanted a file that ends in csv" in told[2]
    assert (company[0] / "new one.csv").read_bytes() == b"a,b\n1,2\n"
    assert not (company[0] / "page.csv").exists()


def test_a_store_that_is_read_only_is_told_with_the_files_as_they_are(
    front_door: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_request: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), "warehouse")

    write_exports(tmp_path / "exports", BASE)
    monkeypatch.setattr(session, "build", locked)
    at = front_door.run()
    assert not at.exception
    assert at.title[0].value == "3 files here, and the build came to nothing"
    assert next_of(at) == "**Next:** Read-only file system: warehouse"
    assert len(lines_of(at)) == 3
    assert button(at, "Look again") is not None


def test_a_file_that_is_being_written_is_looked_at_again(
    front_door: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_exports(tmp_path / "exports", BASE)
    deals = tmp_path / "exports" / "opportunities.csv"

    def grows(_path: Path) -> None:
        with deals.open("a") as file:
            file.write("O9,U-A,Won,true,1.00,EUR,2024-04-01,2024-07-01\n")

    monkeypatch.setattr(files, "rest", grows)
    at = front_door.run()
    assert "opportunities.csv is still being written: look again" in next_of(at)
    assert button(at, "Look again") is not None


def test_once_what_stopped_a_build_is_gone_the_files_are_as_the_build_served_found_them(app, company) -> None:
    folder, done = company
    page = folder / "deals.csv"
    page.write_text("<html><body>Sign in</body></html>")
    request = Request(folder, done.folder, clock=CLOCK, wait=lambda _path: None)
    assert build(request).outcome == "refused"
    page.unlink()
    at = app("start", warehouse=done.folder)
    assert at.title[0].value == "All 3 files are read, and every page shows them"

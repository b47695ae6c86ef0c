"""The command line: exit codes, JSON and nothing else on stdout, one line and no stack trace for every mistake."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import breadth
from helpers.hostile_entries import KINDS, in_time
from helpers.small_company import BASE, OPPORTUNITIES, write_exports
from hiring import contract
from hiring.__main__ import main
from hiring.access.audit import log_path
from hiring.config import ROOT
from hiring.warehouse import sql_files
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.folder import MARK

NO_MEANING = OPPORTUNITIES.replace("O6,U-A,Lost,false", "O6,U-A,Parked,")


def old(folder: Path) -> Path:
    """The folder with files that look long finished: a fresh one is waited for."""
    for path in folder.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return folder


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Exports, and the folder of a warehouse built from them by the command line."""
    folder = tmp_path_factory.mktemp("company")
    exports = old(write_exports(folder / "exports", BASE))
    assert main(["build", "--exports", str(exports), "--warehouse", str(folder / "warehouse")]) == 0
    return exports, folder / "warehouse"


class Heard:
    """What one call said."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def lines(self) -> list[str]:
        return self.err.strip().splitlines()


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Iterator[object]:
    """Runs one verb; gives its exit code and what it said."""

    def run(*words: object) -> Heard:
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as stop:  # argparse leaves this way
            code = int(stop.code or 0)
        heard = capsys.readouterr()
        assert "Traceback" not in heard.out + heard.err
        return Heard(code, heard.out, heard.err)

    return run  # type: ignore[return-value]


# build and check


def test_a_build_ends_with_0_and_prints_the_account_of_every_file(call, folders, tmp_path: Path) -> None:
    heard = call("build", "--exports", folders[0], "--warehouse", tmp_path / "new")
    assert (heard.code, heard.out) == (0, "")
    assert any(
        "employees.csv" in line and "4 =          4 +         0 +        0" in line for line in heard.lines
    )
    assert heard.lines[-1] == "built and served"


def test_the_json_of_a_build_has_the_promised_shape_and_is_all_there_is_on_stdout(call, folders) -> None:
    heard = call("build", "--exports", folders[0], "--warehouse", folders[1], "--json")
    told = json.loads(heard.out)
    assert heard.code == 0
    assert told["files"][0].keys() == {"file", "table", "read", "loaded", "quarantined", "skipped"}
    assert [file["file"] for file in told["files"]] == ["crm_users.csv", "employees.csv", "opportunities.csv"]
    assert len(told["digest"]) == 64
    assert Path(told["warehouse"]).is_file()
    assert told["outcome"] == "unchanged"
    assert "nothing new" in heard.err


def test_a_held_build_ends_with_1_prints_the_line_to_paste_and_names_what_is_still_served(
    call, folders, tmp_path: Path
) -> None:
    exports = old(write_exports(tmp_path / "exports", {**BASE, "opportunities": NO_MEANING}))
    served = (folders[1] / "current").read_text().strip()
    heard = call("build", "--exports", exports, "--warehouse", folders[1], "--json")
    told = json.loads(heard.out)
    assert (heard.code, told["outcome"], Path(told["warehouse"]).name) == (1, "held", served)
    assert "held" in heard.lines[-1]
    (line,) = told["answers_wanted"]
    assert f"  {line}" in heard.err.splitlines()
    (exports / "answers.toml").write_text(line.replace("your name", "Hana") + "\n", encoding="utf-8")
    old(exports)
    assert call("check", "--exports", exports, "--warehouse", tmp_path / "other").code == 0


def test_a_refused_build_ends_with_1_and_the_old_one_is_served(call, folders, tmp_path: Path) -> None:
    exports = old(write_exports(tmp_path / "exports", {**BASE, "employees": "<html>sign in</html>"}))
    served = (folders[1] / "current").read_text()
    heard = call("build", "--exports", exports, "--warehouse", folders[1])
    assert (heard.code, heard.out) == (1, "")
    assert [line.split()[0] for line in heard.lines[:4]] == [
        "file",
        *(f"{name}.csv" for name in sorted(BASE)),
    ]
    assert heard.lines[4].startswith("employees.csv · ")
    assert heard.lines[-1] == "refused: nothing was swapped in, the last good warehouse stays"
    assert (folders[1] / "current").read_text() == served


def test_a_check_serves_nothing(call, folders, tmp_path: Path) -> None:
    heard = call("check", "--exports", folders[0], "--warehouse", tmp_path / "new", "--json")
    told = json.loads(heard.out)
    assert (heard.code, told["outcome"], told["warehouse"]) == (0, "checked", None)
    assert not list((tmp_path / "new").glob("hiring-*"))


@pytest.mark.proof
def test_rows_set_aside_are_told_and_the_rest_is_served(call, tmp_path: Path) -> None:
    rows = OPPORTUNITIES + "".join(f"\nG{n},U-A,Won,true,1,EUR,2024-02-01,2024-06-01" for n in range(220))
    rows += "".join(f"\nX{n},U-A,Won,true,?,EUR,2024-02-01,2024-06-01" for n in range(22))
    exports = old(write_exports(tmp_path / "exports", {**BASE, "opportunities": rows.replace("\n\n", "\n")}))
    heard = call("build", "--exports", exports, "--warehouse", tmp_path / "warehouse")
    assert heard.code == 0
    told = [line for line in heard.lines if " · row set aside · " in line]
    assert len(told) == 20
    assert told[0].startswith(
        "opportunities.csv · line 228 · column amount · found ? · wanted a plain number"
    )
    assert any("and 2 more rows set aside" in line for line in heard.lines)


# ask


def test_an_answer_in_json_is_a_list_of_rows(call, folders) -> None:
    heard = call("ask", "shared/hires_counted", "--warehouse", folders[1], "--json")
    (row,) = json.loads(heard.out)
    assert (heard.code, row["count_hires"], heard.err) == (0, 2, "")


def test_an_answer_is_a_table_or_csv(call, folders) -> None:
    table = call("ask", "outcomes/hires_listed", "--warehouse", folders[1])
    text = call("ask", "outcomes/hires_listed", "--warehouse", folders[1], "--csv")
    assert "Ada First" in table.out
    assert len(text.out.splitlines()) == 3
    assert "Ada First" in text.out


def test_filters_are_set_by_name(call, folders) -> None:
    heard = call(
        "ask", "shared/hires_counted", "--warehouse", folders[1], "--json", "--set", "regions=South",
        "--set", "hired_from=2024-01-01", "--set", "outcome_window=3",
    )  # fmt: skip
    assert json.loads(heard.out)[0]["count_hires"] == 1


def test_a_period_is_set_by_its_name(call, folders) -> None:
    asked = ("ask", "shared/hires_counted", "--warehouse", folders[1], "--json", "--set")
    assert json.loads(call(*asked, "period=last-year").out)[0]["count_hires"] == 2
    heard = call(*asked, "period=yesteryear")
    assert (heard.code, len(heard.err.splitlines())) == (2, 1)
    assert "wanted one of last-year, last-four-quarters, this-fiscal-year, last-fiscal-year" in heard.err


def test_every_question_can_be_asked_on_the_command_line(call, folders) -> None:
    from hiring.warehouse import sql_files

    for name, query in sql_files.questions().items():
        heard = call("ask", name, "--warehouse", folders[1], "--json")
        if (
            name.endswith("_in_scope")
            or query.header("estimates")
            or query.header("rights")
            or query.header("confined")
        ):
            assert heard.code == 2, name
            assert f"no question '{name}'; there are:" in heard.err
            assert f"  {name}\n" not in heard.err
        else:
            assert heard.code == 0, (name, heard.err)
            assert isinstance(json.loads(heard.out), list)


@pytest.fixture
def nameless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever types may see everybody, and no name."""
    local = Warehouse.viewer
    monkeypatch.setattr(Warehouse, "viewer", lambda warehouse: replace(local(warehouse), sees_names=False))


def test_without_names_no_question_lists_single_people_on_the_command_line(call, folders, nameless) -> None:
    _, warehouse = folders
    asked = {name: query for name, query in sql_files.questions().items() if not name.endswith("_in_scope")}
    # Who is refused costs nothing; of those that are answered, each fourth.
    few = {*[name for name, query in asked.items() if query.header("counts")][::4]}
    for name, query in asked.items():
        if breadth.EVERY_CASE or name in few or not query.header("counts"):
            heard = call("ask", name, "--warehouse", warehouse, "--csv")
            is_hidden = bool(query.header("people") or query.header("each"))
            is_refused = is_hidden or bool(any(map(query.header, ("estimates", "rights", "confined"))))
            assert (heard.code, bool(heard.out)) == ((2, False) if is_refused else (0, True)), name
            assert ("your access does not include names" in heard.err) == is_hidden
            assert not [one for one in ("Ada", "Ben Second", "Xena", "@firm.example") if one in heard.out], (
                name
            )


def test_without_names_nobody_is_listed_to_be_matched(call, folders, nameless) -> None:
    heard = call("matches", "--warehouse", folders[1], "--exports", folders[0])
    assert (heard.code, heard.out) == (2, "")
    assert "names people" in heard.err


def test_an_ask_is_written_into_the_audit_log(call, folders) -> None:
    call("ask", "shared/company", "--warehouse", folders[1])
    line = json.loads(log_path(folders[1]).read_text().splitlines()[-1])
    assert (line["action"], line["subject"], line["rows"], line["viewer"]) == (
        "ask",
        "shared/company",
        1,
        "local",
    )


# evidence


@pytest.mark.parametrize("about", ["interviewers", "pairs", "sources", "profiles"])
def test_evidence_of_a_company_too_small_is_no_row_and_the_reason(call, folders, about: str) -> None:
    heard = call("evidence", about, "--warehouse", folders[1], "--json")
    told = json.loads(heard.out)
    assert (heard.code, heard.err, told["rows"], set(told)) == (0, "", [], {"who_can_say", "rows", "checks"})
    assert "120" in told["who_can_say"] or "hires of at least six months" in told["who_can_say"]


def test_evidence_as_a_table_says_first_what_can_be_said(call, folders) -> None:
    heard = call("evidence", "pairs", "--warehouse", folders[1])
    assert (heard.code, heard.out) == (0, "no rows\n")
    assert "nobody is ranked below 120" in heard.err


@pytest.mark.parametrize("words", [(), ("--set", "regions=South"), ("--role", "Inside sales")])
def test_whether_evidence_is_enough_is_the_company_s_whatever_is_chosen(call, folders, words) -> None:
    heard = call("evidence", "sources", "--warehouse", folders[1], "--json", *words)
    said = json.loads(heard.out)["who_can_say"]
    assert said.startswith("2 hires of at least six months: nobody is ranked below 120")
    assert "Estimates rest on" not in said


def test_evidence_is_written_into_the_audit_log(call, folders) -> None:
    call("evidence", "pairs", "--warehouse", folders[1])
    line = json.loads(log_path(folders[1]).read_text().splitlines()[-1])
    assert (line["action"], line["subject"], line["rows"]) == ("evidence", "pairs", 0)


def test_a_build_ends_when_figures_and_evidence_stand_and_after_the_figures_where_that_is_wanted(
    call, folders, tmp_path: Path
) -> None:
    figures = call("build", "--exports", folders[0], "--warehouse", tmp_path / "w", "--figures-only")
    assert (figures.code, list((tmp_path / "w").glob("evidence-*.duckdb"))) == (0, [])
    both = call("build", "--exports", folders[0], "--warehouse", tmp_path / "w")
    assert both.code == 0
    assert "nothing new" in both.err
    assert len(list((tmp_path / "w").glob("evidence-*.duckdb"))) == 1


@pytest.mark.proof
def test_evidence_of_nobody_named_is_worked_out_and_says_nothing(call, folders, tmp_path: Path) -> None:
    call("build", "--exports", folders[0], "--warehouse", tmp_path / "w", "--figures-only")
    heard = call("evidence", "--warehouse", tmp_path / "w")
    assert (heard.code, heard.out, heard.err) == (0, "", "")
    assert len(list((tmp_path / "w").glob("evidence-*.duckdb"))) == 1
    assert not log_path(tmp_path / "w").exists()


@pytest.mark.proof
def test_where_the_evidence_cannot_be_kept_the_figures_are_served_and_one_line_says_so(
    call, folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hiring.warehouse.evidence.file.write", full)
    heard = call("build", "--exports", folders[0], "--warehouse", tmp_path / "w")
    assert heard.code == 1
    assert heard.err.splitlines()[-1] == (
        "the figures are served; working out the evidence came to nothing, it could not be kept: No space left on "
        "device · make room, then: python -m hiring evidence"
    )
    assert call("ask", "shared/company", "--warehouse", tmp_path / "w").code == 0


@pytest.mark.proof
def test_a_build_that_is_stopped_after_its_figures_does_not_say_that_nothing_was_served(
    call, folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hiring.warehouse.evidence.file.write", stopped)
    heard = call("build", "--exports", folders[0], "--warehouse", tmp_path / "w")
    assert heard.code == 2
    assert heard.err.splitlines()[-1] == (
        "the figures are served; working out the evidence was stopped · to go on: python -m hiring evidence"
    )
    assert "nothing was swapped in" not in heard.err
    assert call("ask", "shared/company", "--warehouse", tmp_path / "w").code == 0


# sample and template


def test_the_template_is_every_table_with_its_header_and_is_never_written_over(call, tmp_path: Path) -> None:
    heard = call("template", "--out", tmp_path / "t", "--json")
    assert heard.code == 0
    files = [f"{table.name}.csv" for table in contract.TABLES]
    assert sorted(json.loads(heard.out)) == sorted([*files, "README-columns.md"])
    for table in contract.TABLES:
        header = (tmp_path / "t" / f"{table.name}.csv").read_text()
        assert header == ",".join(column.name for column in table.columns) + "\n"
    again = call("template", "--out", tmp_path / "t")
    assert (again.code, len(again.lines)) == (2, 1)


def test_a_sample_is_written_and_never_over_somebodys_own_files(call, folders, tmp_path: Path) -> None:
    words = ("sample", "--hires", 12, "--opportunities", 1000, "--seed", 3)
    heard = call(*words, "--out", tmp_path / "s", "--json", "--truth", tmp_path / "truth.json")
    assert heard.code == 0
    assert json.loads(heard.out)["opportunities.csv"] == 1000
    assert isinstance(json.loads((tmp_path / "truth.json").read_text()), dict)
    assert call(*words, "--out", tmp_path / "s").code == 0
    mine = (folders[0] / "employees.csv").read_bytes()
    refused = call(*words, "--out", folders[0])
    assert (refused.code, len(refused.lines)) == (2, 1)
    assert (folders[0] / "employees.csv").read_bytes() == mine


@pytest.mark.parametrize("shape", ["canonical", "vendors"])
@pytest.mark.parametrize("name", ["README.md", "config.toml", "answers.toml"])
def test_a_sample_is_not_written_over_somebodys_own_words_either(
    name: str, shape: str, call, tmp_path: Path
) -> None:
    (tmp_path / name).write_text("# mine\n", encoding="utf-8")
    heard = call("sample", "--hires", 12, "--opportunities", 1000, "--shape", shape, "--out", tmp_path)
    assert (heard.code, len(heard.lines)) == (2, 1)
    assert f"holds files that are no sample ({name})" in heard.lines[0]
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [
        (name, "# mine\n")
    ]


@pytest.mark.parametrize("make", [make for make, found in KINDS if found != "a folder"])
def test_the_truth_is_not_written_through_a_link_or_into_a_pipe(make, call, tmp_path: Path) -> None:
    make(tmp_path / "truth.json")
    with in_time():
        heard = call("sample", "--hires", 12, "--out", tmp_path / "s", "--truth", tmp_path / "truth.json")
    assert (heard.code, len(heard.lines), (tmp_path / "s").exists()) == (2, 1, False)
    assert all(path.read_bytes() == b"" for path in tmp_path.glob("elsewhere.txt"))


@pytest.mark.parametrize("make", [make for make, found in KINDS if found != "a folder"])
def test_neither_is_written_through_a_link_or_into_a_pipe(make, call, tmp_path: Path) -> None:
    for name, words in {"config.toml": ("sample", "--hires", 12), "employees.csv": ("template",)}.items():
        out = tmp_path / words[0]
        out.mkdir()
        make(out / name)
        with in_time():
            heard = call(*words, "--out", out)
        assert (heard.code, len(heard.lines)) == (2, 1)
        assert name in heard.lines[0]
        assert [path.name for path in out.iterdir()] == [name]
    assert all(path.read_bytes() == b"" for path in tmp_path.glob("elsewhere.txt"))


@pytest.mark.parametrize(("make", "found"), KINDS, ids=lambda one: getattr(one, "__name__", ""))
def test_a_lock_that_is_no_plain_file_is_one_line(make, found: str, call, folders, tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / MARK).touch()
    make(tmp_path / "w" / "lock")
    with in_time():
        heard = call("build", "--exports", folders[0], "--warehouse", tmp_path / "w")
    place = tmp_path / "w" / "lock"
    assert heard.lines == [
        f"{found}, wanted a plain file · take it away: {place} · the last good warehouse stays"
    ]
    assert heard.code == 2


# mistakes


@pytest.mark.parametrize("verb", ["build", "check", "ask", "evidence", "sample", "template"])
def test_every_verb_has_help(verb: str, call) -> None:
    heard = call(verb, "--help")
    assert (heard.code, heard.out.startswith("usage: python -m hiring")) == (0, True)


MISTAKES = {
    "no verb": [],
    "an unknown verb": ["bild"],
    "an unknown option": ["build", "--force"],
    "no day": ["build", "--as-of", "soon"],
    "a day that is not": ["build", "--as-of", "2026-02-30"],
    "a folder that is not": ["build", "--exports", "{tmp}/none"],
    "a file for a folder": ["build", "--exports", "{tmp}/file"],
    "a file for the warehouse": ["build", "--exports", "{exports}", "--warehouse", "{tmp}/file"],
    "no question": ["ask"],
    "an unknown question": ["ask", "who/is_best", "--warehouse", "{warehouse}"],
    "a path for a question": ["ask", "../marts/hires", "--warehouse", "{warehouse}"],
    "a scope for a question": ["ask", "shared/hires_in_scope", "--warehouse", "{warehouse}"],
    "SQL for a question": ["ask", "select 1", "--warehouse", "{warehouse}"],
    "evidence of something else": ["evidence", "managers", "--warehouse", "{warehouse}"],
    "a role that is not": ["evidence", "pairs", "--warehouse", "{warehouse}", "--role", "Pilot"],
    "half a filter": ["ask", "shared/company", "--warehouse", "{warehouse}", "--set", "regions"],
    "an unknown filter": ["ask", "shared/company", "--warehouse", "{warehouse}", "--set", "who=me"],
    "the viewer as a filter": [
        "ask",
        "shared/company",
        "--warehouse",
        "{warehouse}",
        "--set",
        "viewer_regions=x",
    ],
    "an unknown value": ["ask", "shared/company", "--warehouse", "{warehouse}", "--set", "regions=Mars"],
    "a window in words": ["ask", "shared/company", "--warehouse", "{warehouse}", "--set", "outcome_window=²"],
    "a day in words": ["ask", "shared/company", "--warehouse", "{warehouse}", "--set", "hired_from=soon"],
    "too few hires": ["sample", "--out", "{tmp}/s", "--hires", "9"],
    "hires in words": ["sample", "--out", "{tmp}/s", "--hires", "many"],
    "a seed below zero": ["sample", "--out", "{tmp}/s", "--seed", "-1"],
    "a sample into a file": ["sample", "--out", "{tmp}/file"],
    "a template into a file": ["template", "--out", "{tmp}/file"],
    "a template without a place": ["template"],
}


@pytest.mark.parametrize("words", MISTAKES.values(), ids=MISTAKES)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(
    words: list[str], call, folders, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    places = {"{tmp}": tmp_path, "{exports}": folders[0], "{warehouse}": folders[1]}
    filled = list(words)
    for mark, path in places.items():
        filled = [word.replace(mark, str(path)) for word in filled]
    heard = call(*filled)
    assert (heard.code, heard.out) == (2, "")
    assert heard.lines
    assert "our own fault" not in heard.err


def test_asking_where_nothing_is_built_says_what_to_run(call, tmp_path: Path) -> None:
    heard = call("ask", "shared/company", "--warehouse", tmp_path / "none")
    assert (heard.code, heard.lines) == (1, ["no warehouse is built yet · run: python -m hiring build"])


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("config.toml", "this is no toml"),
        ("config.toml", "outcome_windw = 6\n"),
        ("config.toml", "outcome_window = 7\n"),
        ("config.toml", '[roles."Inside sales"]\nbar = "high"\n'),
        ("answers.toml", '"stage X" = \n'),
    ],
)
def test_settings_that_cannot_be_used_refuse_the_build_in_one_line(
    file: str, text: str, call, tmp_path: Path
) -> None:
    exports = write_exports(tmp_path / "exports", BASE)
    (exports / file).write_text(text)
    heard = call("build", "--exports", old(exports), "--warehouse", tmp_path / "warehouse")
    assert (heard.code, len(heard.lines)) == (1, 2)
    assert heard.lines[0].startswith(f"{file} · ")


def test_an_empty_folder_of_exports_is_refused_with_what_is_wanted(call, tmp_path: Path) -> None:
    (tmp_path / "exports").mkdir()
    heard = call("build", "--exports", tmp_path / "exports", "--warehouse", tmp_path / "warehouse")
    assert heard.code == 1
    assert ["employees · wanted a file with the columns" in heard.lines[0], len(heard.lines)] == [True, 3]


def test_a_fault_of_our_own_is_one_line_and_2(
    call, folders, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fails(_: object) -> None:
        raise ZeroDivisionError("first line\nsecond line")

    monkeypatch.setattr("hiring.command_line.building.build", fails)
    heard = call("build", "--exports", folders[0], "--warehouse", tmp_path / "w")
    assert (heard.code, heard.lines) == (2, ["our own fault, not yours: ZeroDivisionError: first line"])


def test_a_reader_who_stops_reading_is_no_error(folders) -> None:
    words = [
        sys.executable,
        "-m",
        "hiring",
        "ask",
        "data_health/tables_expected",
        "--warehouse",
        str(folders[1]),
    ]
    running = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    assert running.stderr.read() == ""
    assert running.wait() == 0

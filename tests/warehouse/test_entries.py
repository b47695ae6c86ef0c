"""Whatever lies in place of a file a build reads: one line, nothing waited for, the last good warehouse stays."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import breadth
from helpers.hostile_entries import KINDS, dangling, in_time, pipe
from helpers.small_company import BASE, CLOCK, built, write_exports
from hiring.access.audit import AuditError, log_path, write_down
from hiring.access.viewer import local_viewer
from hiring.config import ROOT
from hiring.loading import files, plain_files
from hiring.loading.plain_files import UnfitError
from hiring.warehouse import attempts, pointer
from hiring.warehouse.answers import answers_in
from hiring.warehouse.build import Request, build
from hiring.warehouse.folder import MARK

#: Two stand for all kinds here: how each is told apart has tests of its own.
NAMED = [pytest.param(*one, id=one[0].__name__) for one in KINDS if one[0] in (pipe, dangling)]


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folders of a company, built once."""
    folder = tmp_path_factory.mktemp("company")
    assert built(folder).result.outcome == "served"
    return folder


@pytest.fixture
def company(once: Path, tmp_path: Path) -> Path:
    """The same folders for one test: `exports` and `warehouse`."""
    return shutil.copytree(once, tmp_path / "company")


def _again(company: Path) -> list[str]:
    """What the next build says that is not a good one; what was served before is served after it."""
    (served,) = (company / "warehouse").glob("hiring-*.duckdb")
    with in_time():
        result = build(_request(company))
        assert pointer.served(company / "warehouse") == served
    assert result.outcome == "refused"
    return [str(message) for message in result.messages]


def _request(company: Path) -> Request:
    return Request(company / "exports", company / "warehouse", clock=CLOCK, wait=lambda _path: None)


@pytest.mark.parametrize(("make", "found"), NAMED)
@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "config.toml",
            "config.toml · build refused: found {} · wanted a plain file of settings · put the file itself there",
        ),
        (
            "answers.toml",
            "answers.toml · found {} · wanted a plain file of answers · no answer was read · "
            "put the file itself there",
        ),
        ("mappings/deals.toml", "deals.toml · build refused: found {} · wanted a plain file · take it away"),
        (
            "matches.csv",
            "matches.csv · found {} · wanted a CSV file · file refused: not a regular file · put the file itself here",
        ),
    ],
)
def test_an_entry_that_is_no_plain_file_refuses_the_build(make, found, name, said, company: Path) -> None:
    place = company / "exports" / name
    place.parent.mkdir(exist_ok=True)
    make(place)
    assert _again(company) == [said.format(found)]


@pytest.mark.parametrize(("make", "found"), NAMED)
def test_mappings_that_are_no_folder_refuse_the_build(make, found: str, company: Path) -> None:
    make(company / "exports" / "mappings")
    assert _again(company) == [f"mappings · build refused: found {found} · wanted a folder · take it away"]


@pytest.mark.parametrize(("make", "found"), NAMED)
def test_a_pointer_that_is_no_plain_file_serves_the_last_good_one_and_refuses_the_build(
    make, found: str, company: Path
) -> None:
    (company / "warehouse" / "current").unlink()
    make(company / "warehouse" / "current")
    assert _again(company) == [
        f"current · found {found} · wanted the file that says which warehouse is served · build refused · "
        "take it out of the warehouse folder"
    ]


@pytest.mark.parametrize(("make", "_found"), NAMED)
def test_only_a_plain_file_is_served(make, _found: str, company: Path) -> None:
    served = pointer.served(company / "warehouse")
    make(company / "warehouse" / "hiring-zzz.duckdb")
    os.utime(company / "warehouse" / "hiring-zzz.duckdb", (2e9, 2e9), follow_symlinks=False)
    for named in ("hiring-zzz.duckdb", "", "x" * 10_000):
        (company / "warehouse" / "current").write_text(named, encoding="utf-8")
        with in_time():
            assert pointer.served(company / "warehouse") == served


@pytest.mark.parametrize(("make", "found"), NAMED)
def test_a_lock_and_a_log_that_are_no_plain_files_are_told_and_not_waited_for(
    make, found: str, tmp_path: Path
) -> None:
    warehouse = tmp_path / "warehouse"
    warehouse.mkdir()
    (warehouse / MARK).touch()
    log_path(warehouse).parent.mkdir()
    for entry in (warehouse / "lock", log_path(warehouse)):
        make(entry)
    with in_time():
        with pytest.raises(UnfitError, match=f"lock · found {found} · wanted a plain file"):
            build(Request(write_exports(tmp_path / "exports", BASE), warehouse, clock=CLOCK))
        with pytest.raises(
            AuditError, match=f"the audit log cannot be written: {found}, wanted a plain file"
        ):
            write_down(warehouse, local_viewer((), ()), "ask", "x", 1)


@pytest.mark.parametrize(("make", "_found"), breadth.first(1, NAMED))
def test_a_record_of_the_last_build_that_is_no_plain_file_is_none(make, _found: str, company: Path) -> None:
    for name in ("last_attempt.json", "last_attempt.json.new"):
        (company / "warehouse" / name).unlink(missing_ok=True)
        make(company / "warehouse" / name)
    with in_time():
        assert attempts.last_attempt(company / "warehouse") is None
        assert build(_request(company)).outcome == "served"
        after = attempts.last_attempt(company / "warehouse")
    assert after is not None
    assert after.outcome == "served"
    assert not (company / "warehouse" / "nowhere").exists()


@pytest.mark.parametrize(
    "content",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"format": 1, "count_messages": 1e400}',
        '{"format": ' + "9" * 10_000 + "}",
        "null",
        "[1]",
        "\udc80",
    ],
    ids=lambda content: content[:12],
)
def test_a_hostile_record_of_the_last_build_is_none(content: str, company: Path) -> None:
    record = json.loads((company / "warehouse" / attempts.NAME).read_text(encoding="utf-8"))
    if "count_messages" in content:
        content = json.dumps(record | {"count_messages": float("inf")})
    (company / "warehouse" / attempts.NAME).write_bytes(content.encode("utf-8", "surrogateescape"))
    with in_time():
        assert attempts.last_attempt(company / "warehouse") is None


@pytest.mark.parametrize(
    ("text", "found", "wanted"),
    [
        ("a = " + "[" * 100_000, "line 1 is nested more than 20 levels deep", "TOML"),
        ("a = " + "9" * 10_000, "a number of thousands of digits", "TOML"),
        ("#" * 1_000_001, "1,000,001 bytes", "at most 1,000,000 bytes of answers"),
    ],
    ids=["too deep", "huge", "too large"],
)
def test_hostile_answers_refuse_the_build_in_one_line(
    text: str, found: str, wanted: str, tmp_path: Path
) -> None:
    (tmp_path / "answers.toml").write_text(text, encoding="utf-8")
    with in_time():
        fault = answers_in(tmp_path).fault
    assert fault is not None
    assert (fault.found, fault.wanted) == (found, wanted)


def test_an_answer_of_any_kind_is_read_or_passed_over(tmp_path: Path) -> None:
    values = ("1", "nan", "[]", "{}", '"won"', "[[]]", "2026-01-01")
    lines = [
        f'"stage {n}" = {{answer = {one}, by = {two}}}' for n, one in enumerate(values) for two in values[:1]
    ]
    lines += [f'"other {n}" = {one}' for n, one in enumerate(values)]
    (tmp_path / "answers.toml").write_text("\n".join(lines), encoding="utf-8")
    assert answers_in(tmp_path).stage_meanings() == {"4": "won"}


@pytest.mark.proof
def test_an_exports_folder_behind_a_link_is_read(tmp_path: Path) -> None:
    write_exports(tmp_path / "elsewhere", BASE)
    (tmp_path / "exports").symlink_to(tmp_path / "elsewhere")
    request = Request(tmp_path / "exports", tmp_path / "warehouse", clock=CLOCK, wait=lambda _path: None)
    assert build(request).outcome == "served"


def test_more_files_than_are_read_refuse_the_build_and_hidden_ones_do_not_count(
    company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_FILES", 3)
    for number in range(10):
        (company / "exports" / f".{number}").touch()
    assert build(_request(company)).outcome == "served"
    (company / "exports" / "more.csv").touch()
    assert _again(company)[0] == (
        "exports · found 4 files · wanted at most 3 · build refused · "
        "keep only the latest exports there, older ones in another folder"
    )


@pytest.mark.parametrize("name", breadth.first(1, ["Config.toml", "ANSWERS.TOML"]))
def test_settings_that_nobody_would_find_are_not_passed_over(name: str, company: Path) -> None:
    (company / "exports" / name).write_text("", encoding="utf-8")
    meant = name.casefold()
    assert _again(company) == [
        f"{name} · found capital letters in the name · wanted {meant} · build refused · rename the file"
    ]
    (company / "exports" / meant).write_text("", encoding="utf-8")
    assert build(_request(company)).outcome in ("served", "unchanged")


def test_a_folder_without_end_refuses_the_build(company: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        plain_files, "MOST_ENTRIES", 100
    )  # more than the mappings that came with the dashboard
    for number in range(101):
        (company / "exports" / f".{number}").touch()
    (said,) = _again(company)
    assert said.startswith("exports · found more than 100 entries · wanted at most 100 · build refused")


def test_the_command_line_ends_by_itself_whatever_lies_there(tmp_path: Path) -> None:
    """In a process of its own: whatever waits there for a pipe is ended, and the test fails."""
    for name in ("config.toml", "mappings", "current"):
        exports = write_exports(tmp_path / name / "exports", BASE)
        place = tmp_path / name / "warehouse" if name == "current" else exports
        place.mkdir(exist_ok=True)
        if place != exports:
            (place / MARK).touch()
        (place / name).unlink(missing_ok=True)
        os.mkfifo(place / name)
        words = ["build", "--exports", str(exports), "--warehouse", str(tmp_path / name / "warehouse")]
        done = subprocess.run(
            [sys.executable, "-m", "hiring", *words], cwd=ROOT, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 1
        assert name in done.stderr
        assert "found a pipe" in done.stderr
        assert "Traceback" not in done.stderr

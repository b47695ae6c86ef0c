"""After a build that forgot somebody a running server begins anew, once, in its own place; open pages find it again."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from benchmarks.visitor import Visitor
from browser.serving import ROOT, Server, served
from helpers.forgotten_login import FORGOTTEN, KNOWN, NAME
from helpers.small_company import built
from hiring.serving import restarting


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of a company that knows the person."""
    company = built(tmp_path, KNOWN)
    assert company.result.outcome == "served", list(map(str, company.result.messages))
    with served(ROOT / "streamlit_app.py", {"HIRING_WAREHOUSE": str(company.folder)}) as running:
        yield running


def visit(server: Server) -> Visitor:
    """Somebody with a page of logins open."""
    return Visitor(int(server.url.rpartition(":")[2]), "identity")


def page(visitor: Visitor) -> bytes:
    """All that the page says."""
    return b"".join(visitor.messages())


@pytest.mark.skipif(not restarting.is_possible(), reason="processes are not replaced here")
def test_a_running_server_begins_anew_once_and_says_no_name_any_more(server: Server, tmp_path: Path) -> None:
    open_page = visit(server)
    assert NAME.encode() in page(open_page)

    assert built(tmp_path, FORGOTTEN).result.outcome == "served"
    server.until(restarting.SAID)
    server.until("URL:", times=2)  # the same process has started anew: who listens to it listens still

    with pytest.raises(ConnectionClosed):
        page(open_page)
    for _ in range(2):
        again = visit(server)
        assert NAME.encode() not in page(again)
        again.close()
    os.kill(server.pid, 0)
    assert sum(restarting.SAID in line for line in server.printed) == 1
    assert not any(NAME in line for line in server.printed)


@pytest.fixture
def replaced(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str], str]]:
    """What would be run in place of this process."""
    found: list[tuple[str, list[str], str]] = []

    def instead(program: str, command: list[str], environment: dict[str, str]) -> None:
        found.append((program, command, environment["STREAMLIT_SERVER_PORT"]))

    monkeypatch.setattr(os, "execve", instead)
    return found


def test_the_same_command_runs_again_on_the_port_that_open_pages_know(
    replaced: list[tuple[str, list[str], str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restarting, "is_possible", lambda: True)
    monkeypatch.setattr(sys, "orig_argv", ["python3", "-m", "streamlit", "run", "streamlit_app.py"])
    monkeypatch.setattr(restarting.st, "get_option", {"server.port": 8503}.get)
    restarting.begin_anew()
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py"]
    assert replaced == [(sys.executable, command, "8503")]


def test_no_open_file_or_socket_is_handed_on(
    replaced: list[tuple[str, list[str], str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(restarting, "is_possible", lambda: True)
    with (tmp_path / "open").open("w") as handle:
        os.set_inheritable(handle.fileno(), True)
        restarting.begin_anew()
        assert not os.get_inheritable(handle.fileno())
    assert len(replaced) == 1


@pytest.mark.parametrize("name", ["nt", "posix"])
def test_where_a_process_cannot_be_replaced_the_one_who_runs_it_is_told(
    name: str,
    replaced: list[tuple[str, list[str], str]],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """On Windows, and in a worker of another process."""
    is_worker = name == "posix"
    monkeypatch.setattr(restarting, "SYSTEM", name)
    monkeypatch.setattr(restarting.multiprocessing, "parent_process", lambda: object() if is_worker else None)
    with caplog.at_level(logging.WARNING):
        restarting.begin_anew()
    assert replaced == []
    assert restarting.BY_HAND in caplog.text


def test_a_program_that_is_not_there_any_more_leaves_the_server_running_and_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def gone(*_: object) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(restarting, "is_possible", lambda: True)
    monkeypatch.setattr(os, "execve", gone)
    with caplog.at_level(logging.WARNING):
        restarting.begin_anew()
    assert f"{restarting.BY_HAND} (No such file or directory)" in caplog.text

"""The button that takes a file out: its bytes and the line of the audit log come together, and nothing is rerun."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st

from helpers.standing import standing
from hiring.access.audit import log_path
from hiring.access.viewer import local_viewer
from hiring.loading import forgetting
from hiring.serving import session
from hiring.serving.downloads import Download, download
from hiring.serving.pending import NotServedError
from hiring.showing.downloads import download_button, of_rows_set_aside
from hiring.warehouse.asking import Warehouse


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The audit log of a small company whose dashboard this is."""
    folder = standing(tmp_path).folder
    monkeypatch.setattr(session, "warehouse", lambda: Warehouse(folder))
    return log_path(folder)


def table() -> Download:
    return download("sellers", pd.DataFrame({"Seller": ["Ada"]}), "all", as_of=date(2025, 3, 1), digest="d")


def test_each_taking_hands_over_the_file_and_leaves_a_line(log: Path) -> None:
    content = session.written_down(table())
    assert not log.exists()
    assert content() == content() == table().content()
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [(line["action"], line["subject"], line["rows"]) for line in lines] == [
        ("download", "sellers", 1)
    ] * 2


@pytest.mark.parametrize("began_before", [False, True])
def test_a_file_is_there_as_long_as_the_warehouse_its_page_began_with_is_served(
    log: Path, monkeypatch: pytest.MonkeyPatch, began_before: bool
) -> None:
    served = [session.warehouse().version()]
    monkeypatch.setattr(Warehouse, "version", lambda _: served[-1])
    monkeypatch.setattr(session, "viewer", lambda: local_viewer((), ()))
    with session.serving():
        if began_before:  # and a build put another warehouse in place while it was being drawn
            served.append("hiring-of-tomorrow.duckdb")
        content = session.written_down(table())
    forgetting.everything()
    if began_before:
        with pytest.raises(NotServedError):
            content()
        return
    assert content() == table().content()
    served.append("hiring-of-tomorrow.duckdb")
    forgetting.everything()
    with pytest.raises(NotServedError):
        content()


def test_a_file_that_cannot_be_made_was_not_taken_out(log: Path) -> None:
    def broken() -> bytes:
        raise ValueError("no such role")

    with pytest.raises(ValueError, match="no such role"):
        session.written_down(Download("a.csv", "sellers", 1, broken))()
    assert not log.exists()


def test_a_click_reruns_nothing_or_the_file_asked_for_would_be_forgotten(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[dict[str, object]] = []
    monkeypatch.setattr(st, "download_button", lambda *_values, **named: drawn.append(named))
    download_button("Download", table(), "sellers")
    assert [one["on_click"] for one in drawn] == ["ignore"]


def test_the_download_holds_whole_values_under_readable_headings() -> None:
    names = ["file", "table_name", "line", "column_name", "found", "wanted", "reason", "todo"]
    rows = pd.DataFrame(
        [("a.csv", "quotas", 3, "amount", "=1" + "x" * 300, "w", "empty", "d")], columns=names
    )
    company = pd.Series({"as_of": pd.Timestamp("2026-06-30"), "digest": "abc"})
    file = of_rows_set_aside(rows, "a.csv", 9, company)
    first, heading, row = file.content().decode("utf-8-sig").splitlines()
    assert (file.name, file.rows) == ("hiring-rows-set-aside-2026-06-30.csv", 1)
    assert first == "# rows set aside · a.csv · data as of 2026-06-30 · the first 1 of 9 rows · digest abc"
    assert heading == "File,Table,Line,Column,Found,Wanted,Why set aside,What to do"
    assert row == f"a.csv,quotas,3,amount,'=1{'x' * 300},w,nothing in it,d"

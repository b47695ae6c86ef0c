"""Every exhibit of every page can be taken out, and what leaves names nobody to a viewer who sees no names."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from helpers import breadth
from helpers.sample import sellers
from hiring.access.audit import log_path
from hiring.findings.exhibit import Exhibit
from hiring.showing import taking

PAGES = (
    "overview",
    "outcomes",
    "role-profiles",
    "sources",
    "interviewers",
    "panels",
    "craft",
    "second-look",
    "data-health",
    "methods",
)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Exhibit]:
    """The exhibits that pages drew, in their order."""
    found: list[Exhibit] = []
    monkeypatch.setattr(taking, "offer", found.append)
    return found


def test_the_three_files_of_a_figure_are_made_when_asked_for_and_each_taking_is_written_down(
    app, sample_warehouse: Path, tmp_path: Path, offered: dict[str, Callable[[], bytes]]
) -> None:
    folder = shutil.copytree(sample_warehouse, tmp_path / "warehouse")
    at: AppTest = app("sources", warehouse=folder)
    assert not offered
    at.session_state["take sources_staying"] = True
    at.run()
    assert not at.exception
    table, drawing, picture = (
        offered[f"take figure sources_staying as {one}"] for one in ("CSV", "SVG", "PNG")
    )
    assert not log_path(folder).exists()
    lines = table().decode("utf-8-sig").splitlines()
    assert (
        "All sales roles · hired 2020–2026 · all regions · data as of 2026-06-30 · 6 rows · digest"
        in lines[0]
    )
    assert lines[1] == "name,estimate,low,high,n,verdict"
    assert all(len(line.split(",")[1]) > 8 for line in lines[2:])
    said = " ".join(" ".join(ET.fromstring(drawing().decode()).itertext()).split())
    assert "All sales roles · hired 2020–2026 · all regions · data as of" in said
    assert picture().startswith(b"\x89PNG")
    written = [json.loads(line) for line in log_path(folder).read_text(encoding="utf-8").splitlines()]
    assert [(line["action"], line["subject"], line["rows"]) for line in written] == [
        ("download", f"figure sources_staying as {one}", 6) for one in ("CSV", "SVG", "PNG")
    ]


@pytest.mark.parametrize("page", PAGES)
def test_every_exhibit_of_a_page_can_be_taken_out_and_no_two_share_a_key(
    app, shown: list[Exhibit], page: str
) -> None:
    app(page)
    assert shown
    assert len({one.key for one in shown}) == len(shown)
    for one in shown:
        numbers = one.numbers()
        assert len(numbers) == one.marks.count() > 0, one.key
        assert not {"id", "person_id", "employee_id", "first_id", "second_id"} & set(numbers.columns), one.key
        (_, _, table), (_, _, drawing), _ = taking.files(one, "all", pd.Timestamp("2026-06-30"), "abc")
        assert table.content()
        ET.fromstring(drawing.content().decode())


@pytest.mark.parametrize("page", breadth.always(("interviewers", "craft", "data-health"), PAGES))
def test_no_exhibit_names_anybody_to_a_viewer_without_names(
    app, without_names: None, shown: list[Exhibit], page: str
) -> None:
    app(page)
    told = "\n".join(f"{one.key} {one.lead} {one.note} {one.numbers().to_csv()}" for one in shown)
    names = sellers.file("employees")["full_name"].dropna()
    assert not [name for name in names if name in told or f"{name[0]}. {name.partition(' ')[2]}" in told]

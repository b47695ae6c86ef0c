"""Every page for a viewer who sees no names: nothing fails, nobody is named, no tile says another number."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from helpers import breadth
from helpers.sample import sellers
from hiring.findings.data_health import blocks
from hiring.findings.sources import answer

PAGES = (
    *(
        "overview",
        "high-performers",
        "outcomes",
        "role-profiles",
        "sources",
        "interviewers",
        "panels",
        "craft",
        "second-look",
    ),
    *("data-health", "start", "mapping", "identity", "definitions", "methods", "hire"),
)


def _tiles(at: AppTest) -> list[tuple[str, str]]:
    return [(tile.label, tile.value) for tile in at.metric]


def _drawn(at: AppTest) -> str:
    """Every word, table and figure of the page."""
    words = [element.value for element in (*at.title, *at.header, *at.markdown)]
    tables = [table.value.to_csv() for table in (*at.table, *at.dataframe)]
    figures = [json.dumps(json.loads(one.proto.spec)) for one in at.get("plotly_chart")]
    return "\n".join([*words, *tables, *figures])


@pytest.mark.parametrize("page", breadth.always(("overview", "sources", "interviewers", "hire"), PAGES))
def test_a_page_fails_nowhere_names_nobody_and_says_the_same_numbers(
    app, request: pytest.FixtureRequest, page: str
) -> None:
    open_to_all = _tiles(app(page))
    request.getfixturevalue("without_names")
    at = app(page)
    assert not at.exception
    assert not at.error
    assert _tiles(at) == open_to_all
    drawn = _drawn(at)
    assert not [name for name in sellers.file("employees")["full_name"].dropna() if name in drawn]


@pytest.mark.parametrize("since", ["2025-07-01", *breadth.proof("2026-01-01", "2026-05-15")])
def test_no_table_of_sources_tells_of_a_group_of_fewer_than_five(app, request, since: str) -> None:
    query = {"hired_from": since}
    assert _small_cells(app("sources", query)), "nothing here would have to be kept back"
    request.getfixturevalue("without_names")
    at = app("sources", query)
    assert not at.exception
    assert not at.error
    assert _small_cells(at) == []
    assert answer.KEPT_BACK in _drawn(at)
    assert since != "2025-07-01" or answer.NOT_SHOWN in _drawn(at)


def _small_cells(at: AppTest) -> list[str]:
    """Cells of sources that tell of fewer than five: "2 of 4" offers, and shares of "<5" judged."""
    cells = [
        (str(row["Source"]), name, str(cell).replace("\\", ""))
        for frame in (table.value for table in (*at.table, *at.dataframe))
        for row in frame.to_dict("records")
        if "Source" in row
        for name, cell in row.items()
    ]
    offers = [(source, cell.split(" of ")[-1]) for source, name, cell in cells if name == "Offers it covers"]
    hires = [(source, cell) for source, name, cell in cells if name == "Hires"]
    return [f"{source} {size}" for source, size in offers + hires if size.isdigit() and 0 < int(size) < 5]


def test_data_health_tells_counts_and_neither_rows_nor_lists_of_people(app, without_names) -> None:
    at = app("data-health")
    assert blocks.ROWS_WITHHELD in _drawn(at)
    assert blocks.NOT_NAMED in _drawn(at)
    headings = [heading.value for heading in at.header]
    assert any(heading.endswith("rows were set aside") for heading in headings)
    assert "Where the systems do not meet" in [fold.label for fold in at.expander]
    assert "Row by row" not in headings
    assert not [one for one in (*at.table, *at.dataframe) if {"Found", "Owner", "Hire"} & set(one.value)]
    assert not at.get("download_button")


def test_the_offers_of_sources_are_as_many_as_without_the_small_months(app, request) -> None:
    def said(at: AppTest) -> list[str]:
        return [text.value for text in at.markdown if "offers against" in text.value]

    open_to_all = said(app("sources"))
    request.getfixturevalue("without_names")
    assert len(open_to_all) == 1
    assert said(app("sources")) == open_to_all

"""A file that came and was not recognised, or holds no row, is not asked for: it is said what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from helpers import breadth
from helpers.small_company import built
from helpers.unseen_companies import OLD, hires, tables

SETTINGS = 'company_name = "Kestrel (invented)"\nbase_currency = "EUR"\n'
UNKNOWN = "came with the exports and was not recognised"


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """The warehouse of a company of which one file has headings nobody knows, or no row; built once each."""
    made: dict[tuple[str, str], Path] = {}

    def of(table: str, how: str) -> Path:
        if (table, how) not in made:
            whole = tables(hires(12), opportunities=OLD)
            head, rest = whole[table].split("\n", 1)
            unknown = ",".join(f"zz{place}" for place, _ in enumerate(head.split(",")))
            text = f"{unknown}\n{rest}" if how == "unknown" else f"{head}\n"
            done = built(
                tmp_path_factory.mktemp("lost"), {**whole, table: text}, base={}, config_toml=SETTINGS
            )
            assert done.result.is_good, "\n".join(map(str, done.result.messages))
            made[table, how] = done.folder
        return made[table, how]

    return of


def _text(at: AppTest) -> str:
    assert not at.exception
    assert not at.error
    return "\n".join(one.value.replace("\\", "") for one in (*at.title, *at.header, *at.markdown))


@pytest.mark.parametrize(
    ("page", "table"),
    [
        ("overview", "quotas"),
        *breadth.proof(
            ("role-profiles", "ratings"),
            ("sources", "applications"),
            ("interviewers", "interviews"),
            ("role-profiles", "candidates"),
            ("outcomes", "quotas"),
            ("sources", "quotas"),
            ("sources", "interviews"),
            ("interviewers", "applications"),
            ("panels", "interviews"),
        ),
        ("craft", "interviews"),
        ("second-look", "ratings"),
    ],
)
def test_a_file_that_nobody_knew_is_said_to_be_there(app, company, page: str, table: str) -> None:
    text = _text(app(page, warehouse=company(table, "unknown")))
    assert f"{table}.csv {UNKNOWN}" in text
    assert f"Add `{table}.csv`" not in text


def test_a_file_without_a_row_is_said_to_hold_none(app, company) -> None:
    text = _text(app("outcomes", warehouse=company("quotas", "empty")))
    assert "quotas.csv came with the exports and holds no row" in text
    assert "Add `quotas.csv`" not in text


def test_who_may_not_see_what_files_are_called_is_told_that_one_may_be_it(
    app, company, without_names
) -> None:
    text = _text(app("outcomes", warehouse=company("quotas", "unknown")))
    assert "Where the file that was not recognised holds it, map that" in text


def test_data_health_marks_the_file_to_add_that_came(app, company) -> None:
    at = app("data-health", warehouse=company("ratings", "unknown"))
    added = [
        frame for frame in (table.value for table in (*at.table, *at.dataframe)) if "File to add" in frame
    ]
    named = [name.replace("\\", "") for frame in added for name in frame["File to add"]]
    assert "ratings.csv (it came, see above)" in named
    assert "job_changes.csv" in named


def test_without_applications_nobody_is_told_that_none_is_marked_hired(app, company) -> None:
    for page in ("role-profiles", "methods"):
        assert "No application is marked hired" not in _text(
            app(page, warehouse=company("applications", "unknown"))
        )


def test_the_overview_says_the_way_out_once(app, company) -> None:
    text = _text(app("overview", warehouse=company("quotas", "unknown")))
    assert text.count("on the page Map a file") == 1
    assert "Who meets the bar needs quotas.csv" not in text


def test_what_the_file_would_tell_is_told_of_the_file_and_of_no_page(app, company) -> None:
    text = _text(app("sources", warehouse=company("applications", "unknown")))
    assert "on the page Map a file. The file names each application's source" in text

"""An empty page names the link that is broken: owners nobody knows, applications that lead to nobody, nothing held."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from helpers import breadth
from hiring import config, sample
from hiring.warehouse.build import Request, build

CLOCK = date(2026, 7, 1)
Row = dict[str, str]
WIDEN = "Widen the hire period"


def _unknown(column: str) -> Callable[[Row], Row]:
    return lambda row: {**row, column: f"ZZ{row[column]}"}


def _set(**cells: str) -> Callable[[Row], Row]:
    return lambda row: {**row, **cells}


BROKEN: Mapping[str, Mapping[str, Callable[[Row], Row]]] = {
    "quotas": {"quotas": _unknown("owner_id")},
    "hired": {"applications": _set(employee_id=""), "candidates": _set(email="")},
    "held": {"interviews": _set(status="no_show")},
    # Nor does anybody move into a selling role: that would start a sales clock, whatever the department.
    "sales": {
        "employees": _set(department="Marketing"),
        "job_changes": _set(role_profile="", job_title="Buyer"),
    },
    "offers": {"applications": _set(offered_on="", accepted_on="")},
}


def _edited(path: Path, edit: Callable[[Row], Row]) -> None:
    with path.open(encoding="utf-8", newline="") as handle:
        rows = [edit(row) for row in csv.DictReader(handle)]
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The warehouse of an invented company, small where that will do, with one link broken; each is built once."""
    built: dict[str, Path] = {}

    def of(link: str) -> Path:
        if link not in built:
            folder = tmp_path_factory.mktemp(link)
            if link in ("hired", "held"):  # of fewer hires, pages say that they are too few
                shutil.copytree(config.SAMPLE, folder / "exports")
            else:
                sample.write(folder / "exports", hires=60, seed=5)
            for table, edit in BROKEN[link].items():
                _edited(folder / "exports" / f"{table}.csv", edit)
            result = build(Request(folder / "exports", folder / "w", clock=CLOCK, wait=lambda _path: None))
            assert result.is_good, "\n".join(map(str, result.messages))
            built[link] = folder / "w"
        return built[link]

    return of


def _text(at: AppTest) -> str:
    assert not at.exception
    spans = (re.sub(r":(?:color|small|gray)\[(.)\]", r"\1", one.value) for one in at.markdown)
    return "\n".join(re.sub(r"\\(.)", r"\1", one) for one in spans)


@pytest.mark.parametrize("page", ["overview", *breadth.proof("outcomes", "sources")])
def test_quotas_of_unknown_owners_are_the_reason_and_no_filter(app, broken, page: str) -> None:
    text = _text(app(page, warehouse=broken("quotas")))
    assert "quotas came in, but their owners are nobody in the HR file." in text
    assert "Say who is whom on the page Identity match" in text


@pytest.mark.parametrize("page", breadth.proof("interviewers", "role-profiles", "sources"))
def test_hired_applications_that_lead_to_nobody_are_the_reason_and_no_filter(app, broken, page: str) -> None:
    text = _text(app(page, warehouse=broken("hired")))
    assert "applications came in marked hired, but none leads to anybody in the HR file." in text
    assert WIDEN not in text


@pytest.mark.parametrize("page", breadth.proof("interviewers", "role-profiles"))
def test_interviews_of_which_none_was_held_are_the_reason_and_no_filter(app, broken, page: str) -> None:
    at = app(page, warehouse=broken("held"))
    text = "\n".join([at.title[0].value, _text(at)])
    assert "No interview is marked held" in text
    assert WIDEN not in text
    assert page != "interviewers" or "Too few hires with a recorded panel to compare anybody: 0 of" in text


@pytest.mark.parametrize(
    "page",
    ["overview", *breadth.proof("sources", "outcomes", "interviewers", "role-profiles", "methods")],
)
def test_a_company_without_anybody_in_sales_says_so_and_names_no_filter(app, broken, page: str) -> None:
    at = app(page, warehouse=broken("sales"))
    assert page == "role-profiles" or "and no department that is read as Sales" in _text(at)
    assert "has ever rated" not in _text(at)
    assert WIDEN not in _text(at)
    assert page in ("role-profiles", "methods") or at.title[0].value == "No hire is known"
    (warning,) = at.warning
    assert warning.value.startswith("**No hire is known, so no filter will show one")


def test_offers_without_their_days_are_the_reason(app, broken) -> None:
    assert "No application has a day of its offer" in _text(app("sources", warehouse=broken("offers")))


def test_an_unbroken_sample_names_no_link(app) -> None:
    for page in ("overview", "sources", "interviewers"):
        assert "came in, but" not in _text(app(page))

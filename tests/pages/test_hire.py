"""The page of one hire: found by its address, for those who may see names, whole or with files missing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from helpers.sample import sellers
from helpers.small_company import built
from hiring.findings.hire import selling
from pages import hire

#: The best of Mid-market in the first year.
BEST = "010291.2024-10-18"
LEAD = "Malvina Silverthorn sold 4.5 times the ramped quota in the first year"
SMALL = """
employee_id,full_name,work_email,department,role_profile,manager_id,region,segment,hire_date,termination_date
M1,Mona Manager,mona@firm.example,Sales,,,North,,2015-01-01,
P,Pia <b>Paused</b>,pia@firm.example,Sales,Inside sales,M1,North,SMB,2024-01-01,
R,Rae Rehired,rae@firm.example,Sales,Inside sales,M1,North,SMB,2024-02-01,2024-06-30
R,Rae Rehired,rae@firm.example,Sales,Inside sales,M1,North,SMB,2025-09-01,
"""


def _text(at: AppTest) -> str:
    """Every word, table and figure of the page."""
    words = [one.value for one in (*at.title, *at.header, *at.markdown, *at.metric)]
    tables = [table.value.to_csv() for table in (*at.table, *at.dataframe)]
    figures = [one.proto.spec for one in at.get("plotly_chart")]
    links = [json.dumps([one.proto.label, one.proto.query_string]) for one in at.get("page_link")]
    return "\n".join([*words, *tables, *figures, *links]).replace("\u202f", " ").replace("\xa0", " ")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody away for half a year, somebody hired twice."""
    months = pd.date_range("2024-01-01", "2026-06-01", freq="MS")
    tables = {
        "employees": SMALL,
        "crm_users": "",
        "opportunities": "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on\n"
        "O0,M1,Lost,false,1,EUR,2023-01-01,2026-06-30\nO1,P,Won,true,4000,EUR,2024-01-05,2024-02-01\n",
        "quotas": "owner_id,period_start_on,period_end_on,amount,currency\n"
        + "".join(
            f"{who},{day:%Y-%m-%d},{day + pd.offsets.MonthEnd(0):%Y-%m-%d},100,EUR\n"
            for who in "PR"
            for day in months
        ),
        "absences": "employee_id,from_on,to_on\nP,2025-03-03,2025-08-29\n",
    }
    done = built(tmp_path_factory.mktemp("small"), tables)
    assert done.result.is_good, "\n".join(map(str, done.result.messages))
    return done.folder


def test_one_hire_is_told_from_the_first_message_to_today(app) -> None:
    at = app("hire", {"hire": BEST})
    assert not at.exception
    assert not at.error
    assert [title.value.replace("\\", "") for title in at.title] == [LEAD]
    assert len(at.metric) == 6
    assert len(at.get("plotly_chart")) == 2
    told = _text(at)
    for word in ("What of this hire is counted", "Tadeusz Woodhaven", "no scorecard handed in", "strong yes"):
        assert word in told
    (table,) = (one.value for one in at.table)
    assert list(table["Of full quota"])[-1] == "not over"


def test_the_figures_are_those_of_the_files(app) -> None:
    sales = sellers.own_sales()
    own = sales[sales["employee_id"] == "010291"]
    deals = next(one for one in app("hire", {"hire": BEST}).metric if one.label.startswith("Deals"))
    assert int(deals.value) == len(own)
    year = own.loc[own["closed"] < pd.Timestamp("2025-10-18"), "value"].sum()
    assert year == pytest.approx(2_355_749, abs=1)


def test_without_a_name_in_the_address_there_is_a_box_of_everybody_within_the_filters(app) -> None:
    at = app("hire", {"role_profiles": ["Mid-market"]})
    assert not at.error
    (box,) = (one for one in at.selectbox if one.label == "Choose a hire")
    nobody, *options = box.options
    assert nobody.endswith("hires within the filters")
    assert all("Mid-market" in option for option in options)
    box.set_value(BEST).run()
    assert at.title[0].value.replace("\\", "") == LEAD
    assert at.query_params["hire"] == BEST


@pytest.mark.parametrize(
    "named", ["nobody", "010291.2020-01-01", "' or 1=1 --", "<script>", "000099", "x" * 5000]
)
def test_an_address_that_leads_to_nobody_is_a_calm_state(app, named: str) -> None:
    at = app("hire", {"hire": named})
    assert not at.exception
    assert not at.error
    assert _text(at).count(hire.NOBODY) == 1
    assert not at.metric


def test_an_id_without_its_day_leads_to_the_hire_too(app) -> None:
    assert app("hire", {"hire": "010291"}).title[0].value == app("hire", {"hire": BEST}).title[0].value


def test_filters_that_leave_the_hire_out_do_not_hide_it(app) -> None:
    at = app("hire", {"hire": BEST, "role_profiles": ["Channel"]})
    assert at.title[0].value == app("hire", {"hire": BEST}).title[0].value


def test_who_may_not_see_names_sees_nothing_of_the_person(app, without_names) -> None:
    at = app("hire", {"hire": BEST})
    assert not at.exception
    assert not at.error
    assert hire.NO_NAMES in _text(at)
    assert not at.metric
    assert not at.selectbox or all(one.label != "Choose a hire" for one in at.selectbox)
    told = _text(at)
    assert not [word for word in ("Silverthorn", "Mid-market", "448", "18 Oct 2024") if word in told]


def test_who_is_not_the_viewers_is_nobody(app, seen_by) -> None:
    seen_by(regions=("North America",))
    assert hire.NOBODY in _text(app("hire", {"hire": BEST}))


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ("quotas", "`quotas.csv`"),
        ("applications", "No application is on file"),
        ("interviews", "no recommendation is on file"),
        ("ratings", "0 ratings"),
        ("role_profiles", "Malvina"),
        ("job_changes", "Malvina"),
        ("requisitions", "Malvina"),
    ],
)
def test_a_missing_file_takes_only_its_own_part(
    app, warehouse_without: Callable[..., Path], missing: str, told: str
) -> None:
    at = app("hire", {"hire": BEST}, warehouse=warehouse_without(missing), has_evidence=False)
    assert not at.exception
    assert not at.error
    assert told in _text(at)


def test_a_pause_is_nowhere_only_not_counted(app, small: Path) -> None:
    at = app("hire", {"hire": "P.2024-01-01"}, warehouse=small, has_evidence=False)
    assert not at.error
    told = _text(at)
    assert told.count("not counted") >= 2
    for word in (
        "absence",
        "absent",
        "leave ",
        "paused",
        "2025-03",
        "2025-08",
        "Mar 2025",
        "Aug 2025",
        "180",
    ):
        assert word not in told.replace("Paused", "")
    figures: list[dict[str, Any]] = [json.loads(one.proto.spec) for one in at.get("plotly_chart")]
    assert figures
    assert selling.NO_QUARTER not in told


def test_markup_in_a_name_is_shown_letter_by_letter(app, small: Path) -> None:
    at = app("hire", {"hire": "P.2024-01-01"}, warehouse=small, has_evidence=False)
    assert "\\<b\\>" in at.title[0].value


def test_who_was_hired_twice_has_a_page_for_each_with_the_way_to_the_other(app, small: Path) -> None:
    later = app("hire", {"hire": "R.2025-09-01"}, warehouse=small, has_evidence=False)
    assert "Started 1 Sep 2025" in _text(later)
    assert "R.2024-02-01" in _text(later)
    first = app("hire", {"hire": "R.2024-02-01"}, warehouse=small, has_evidence=False)
    assert "left after" in first.title[0].value
    assert "R.2025-09-01" in _text(first)


def test_every_name_in_the_list_of_outcomes_leads_to_the_hire(app) -> None:
    names = next(one.value for one in app("outcomes").dataframe if "Name" in one.value)
    assert all("/../hire?hire=" in link for link in names["Name"])

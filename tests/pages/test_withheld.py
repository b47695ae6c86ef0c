"""Every page, drawn for viewers who may not see everything: whom it names, and what it says of what is left out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pandas as pd
import pytest
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from helpers import breadth
from helpers.sample import sellers
from helpers.small_company import EMPLOYEES, built
from helpers.standing import standing
from hiring.findings import identity
from hiring.findings.data_health import blocks
from hiring.serving import session

PAGES = (
    "overview",
    "high-performers",
    "outcomes",
    "role-profiles",
    "leadership",
    "sources",
    "interviewers",
    "panels",
    "craft",
    "second-look",
    "data-health",
    "mapping",
    "start",
    "identity",
    "definitions",
    "methods",
)
REGION = "Nordics and Benelux"
Offered = dict[str, Callable[[], bytes]]


def drawn(at: AppTest, offered: Offered) -> str:
    """All text of a page: of elements, figures, tables and of the files it hands out."""
    assert not at.exception
    assert not at.error, [one.value for one in at.error]
    protos = (getattr(one, "proto", None) for one in at.main)
    parts = [json.dumps(MessageToDict(one), ensure_ascii=False) for one in protos if one is not None]
    parts += [table.value.to_csv() for table in (*at.table, *at.dataframe)]
    parts += [content().decode("utf-8", "ignore") for key, content in offered.items() if "PDF" not in key]
    return "\n".join(parts)


def people(table: str, names: str, mails: str) -> pd.DataFrame:
    """Who stands in a file of the sample: `name` and `mail`, with its other columns."""
    rows = sellers.file(table)
    return rows.assign(name=rows[names], mail=rows[mails])


def everybody() -> pd.DataFrame:
    told = [("employees", "full_name", "work_email"), ("candidates", "full_name", "email")]
    told += [("crm_users", "full_name", "email"), ("interviews", "interviewer_name", "interviewer_email")]
    return pd.concat([people(*one) for one in told])


def words_of(rows: pd.DataFrame) -> set[str]:
    """The names of two words and more, and the addresses, in these rows."""
    told = {*rows["name"].dropna(), *rows["mail"].dropna()}
    return {one for one in told if " " in one or "@" in one}


@pytest.mark.parametrize("page", PAGES)
def test_without_names_no_page_and_no_file_of_it_names_anybody(
    page: str, app, seen_by, offered: Offered
) -> None:
    seen_by(sees_names=False)
    text = drawn(app(page), offered)
    assert not [one for one in words_of(everybody()) if one in text]


def words_of_others(panels: set[str]) -> set[str]:
    """Names and addresses of whom neither work nor an application nor a seat in a panel ties to the region."""
    staff = people("employees", "full_name", "work_email")
    jobs = sellers.file("requisitions").set_index("requisition_id")["region"]
    applied = sellers.file("applications")
    applied["region"] = applied["requisition_id"].map(jobs)
    candidates = people("candidates", "full_name", "email").merge(applied[["candidate_id", "region"]])
    is_here = (staff["region"] == REGION) | staff["name"].isin(panels)
    here = pd.concat([staff[is_here], candidates[candidates["region"] == REGION]])
    there = pd.concat([staff[~is_here], candidates[candidates["region"] != REGION]])
    return words_of(there) - words_of(here)


@pytest.mark.parametrize("page", PAGES)
def test_a_viewer_of_one_region_meets_nobody_of_another_on_any_page(
    page: str, app, seen_by, offered: Offered
) -> None:
    seen_by(regions=(REGION,))
    at = app(page)
    panels = session.warehouse().ask(
        "craft/people", session._viewer_of(""), at.session_state["_scope"].parameters()
    )
    others = words_of_others({*panels["full_name"].dropna()})
    assert len(others) > 200
    text = drawn(at, offered)
    assert not [one for one in others if one in text]


@pytest.mark.parametrize(
    "page", ["craft", *breadth.proof("outcomes", "interviewers", "data-health", "identity")]
)
def test_who_may_see_everything_meets_people_there(page: str, app, offered: Offered) -> None:
    text = drawn(app(page), offered)
    assert len([one for one in words_of(everybody()) if one in text]) > 3


def interviewers_of(at: AppTest) -> pd.DataFrame:
    frames = (
        one.value
        for one in at.dataframe
        if "Interviewer" in one.value.columns and "Next" in one.value.columns
    )
    return next(frames).set_index("Interviewer")


def test_two_viewers_at_one_table_read_the_same_estimates_and_labels(app, seen_by) -> None:
    whole = interviewers_of(app("interviewers"))
    seen_by(regions=(REGION,))
    mine = interviewers_of(app("interviewers"))
    assert 8 < len(mine) < len(whole)
    told = ["Against comparable hires, SD", "What may be said", "Held back because"]
    pd.testing.assert_frame_equal(mine[told], whole.loc[mine.index, told])
    assert (mine["In this selection"] <= whole.loc[mine.index, "In this selection"]).all()


# What is left out is said


def said(at: AppTest) -> str:
    """Headings and paragraphs, as they are read."""
    told = "\n".join(one.value for one in (*at.title, *at.header, *at.markdown))
    return re.sub(r"\\(.)", r"\1", re.sub(r":(?:color|small|gray)\[(.)\]", r"\1", told))


def test_data_health_says_what_it_withholds_from_a_viewer_without_names(app, seen_by) -> None:
    seen_by(sees_names=False)
    at = app("data-health")
    text = said(at)
    for sentence in (blocks.ROWS_WITHHELD, blocks.FILES_WITHHELD, blocks.NOT_NAMED):
        assert text.count(sentence) == 1
    assert blocks.ONLY_YOURS not in text
    assert not at.selectbox(key="outcome_window").disabled
    assert [one.key for one in at.selectbox] == ["period", "outcome_window"]
    assert not at.get("download_button")


def test_data_health_gives_a_viewer_of_one_region_their_own_owners_and_every_count(app, seen_by) -> None:
    local = app("data-health")
    seen_by(regions=(REGION, "Not given"))
    at = app("data-health")
    text = said(at)
    for sentence in (blocks.ROWS_WITHHELD, blocks.FILES_WITHHELD, blocks.ONLY_YOURS):
        assert text.count(sentence) == 1
    assert [one.value for one in at.metric] == [one.value for one in local.metric]
    whole, own = (
        next(t for t in re.findall(r"(\d+) owners? in the CRM without", said(one))) for one in (local, at)
    )
    assert 0 < int(own) < int(whole)


def test_identity_match_says_whom_it_lists_to_a_viewer_of_one_region(app, seen_by) -> None:
    assert identity.ONLY_YOURS not in said(app("identity"))
    seen_by(regions=(REGION,))
    assert identity.ONLY_YOURS in said(app("identity"))


def test_the_last_build_is_told_without_its_cells_to_a_viewer_of_one_region(app, seen_by, tmp_path) -> None:
    company = standing(tmp_path)
    bad = EMPLOYEES.replace("2024-01-10", "day of Ada")
    assert not built(tmp_path, {"employees": bad}).result.is_good
    assert "day of Ada" in drawn(app("data-health", warehouse=company.folder), {})
    seen_by(regions=("South", "Not given"))
    at = app("data-health", warehouse=company.folder)
    assert at.title[0].value.startswith("The last build waits")
    assert "day of Ada" not in drawn(at, {})

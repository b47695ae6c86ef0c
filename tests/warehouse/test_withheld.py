"""Every question, asked for viewers who may not see everything: names planted wherever a file can hold one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from helpers.small_company import Built, built
from hiring.access.scope import choices_from, everything
from hiring.access.viewer import NotAllowedError, Viewer
from hiring.warehouse import sql_files
from hiring.warehouse.asking import Warehouse

#: In every name and address of the north, and in every name, address and id of the south.
NORTH, SOUTH = "northerling", "southerling"
QUESTIONS = sorted(name for name in sql_files.questions() if not name.endswith("_in_scope"))


def _region(region: str, who: str) -> dict[str, str]:
    """Rows of one region, by table: sellers, a login and two interviewers of nobody, candidates, what is wrong."""
    key = f"{who}-" if who == SOUTH else "n-"
    mail = f"@{who}.example"
    people = f"{key}boss,Bo Boss {who},boss{mail},Sales,,{region},,2015-01-01,\n"
    deals, quotas, applied, met, rated, costs, candidates, looked_at = ("",) * 8
    # One of them has an address for an id.
    for number, one in enumerate(("ann" + mail, *(f"{key}{n}" for n in range(1, 8)))):
        day = f"2024-{1 + number:02d}-10"
        left = "2025-03-31" if number == 6 else ""
        people += (
            f"{one},Ann {number} {who},seller{number}{mail},Sales,Inside sales,{region},SMB,{day},{left}\n"
        )
        deals += f"{key}d{number},{one},,,Won,true,{1000 + number},EUR,2024-09-01,2025-02-20,{region} land\n"
        quotas += f"{one},2024-01-01,2024-12-31,900,EUR\n"
        applied += f"{key}p{number},{key}c{number},{key}r,Board,2023-12-10,hired,{day},{day},{one},,\n"
        candidates += f"{key}c{number},Ann {number} {who},private{number}{mail}\n"
        met += f"{key}i{number},{key}p{number},final,{key}boss,,,2023-12-20 09:00,held,3\n"
        met += f"{key}j{number},{key}p{number},screen,,stranger{mail},,2023-12-19 09:00,held,3\n"
        met += f"{key}k{number},{key}p{number},debrief,,,Odd One {who},2023-12-21 09:00,held,2\n"
        rated += f"{key}i{number},Discovery,4\n{key}j{number},Discovery,3\n"
        costs += f"{one},2025-01-01,400,EUR\n"
        looked_at += f"{one},2024-{2 + number:02d}-10,Discovery,4\n"
    people += "".join(f"{key}f{n},Fay {n} {who},f{n}{mail},HR,,{region},,2015-01-01,\n" for n in range(20))
    people += f"{key}idle,Ida Idle {who},idle{mail},Sales,Inside sales,{region},SMB,2024-05-05,\n"
    people += f"{key}team,Tom Team {who},team{mail},Team of {who},,{region},,2016-01-01,\n"
    people += f"{key}bad,Bad Row {who},bad{mail},Sales,Inside sales,{region},SMB,day of {who},\n"
    people += f"{key}torn,Torn Row {who},torn{mail},Sales,Inside sales,{region},SMB,2024-01-01,,too,much\n"
    deals += f"{key}x1,{key}x,,,Won,true,77,EUR,2024-09-01,2025-02-20,{region} land\n"
    deals += f"{key}x2,,gone{mail},,Won,true,78,EUR,2024-09-01,2025-02-20,{region} land\n"
    deals += f"{key}x3,,,Gone {who},Won,true,79,EUR,2024-09-01,2025-02-20,{region} land\n"
    deals += f"{key}x4,,seller2{mail},,Won,true,80,EUR,2024-09-01,2025-02-20,{region} land\n"
    applied += f"{key}u,{key}cu,{key}r,Board,2023-12-11,hired,2024-01-02,2024-01-03,,,\n"
    applied += f"{key}q,{key}cq,{key}r,Board,2023-12-11,rejected,,,,,2026-06-01\n"
    applied += f"{key}w,{key}cw,{key}r,Board,2023-12-12,withdrawn,,,,Told {who} no,\n"
    candidates += f"{key}cu,Ida Idle {who}x,other{mail}\n{key}cq,No Body {who},no{mail}\n"
    return {
        "employees": people,
        "crm_users": f"{key}x,Ann 1 {who}s,seller1@else.{who}.example,\n",
        "opportunities": deals,
        "quotas": quotas,
        "requisitions": f"{key}r,Inside sales,2023-12-01,{region},SMB\n",
        "applications": applied,
        "candidates": candidates,
        "interviews": met,
        "ratings": rated,
        "employment_costs": costs,
        "check_ins": looked_at,
        "candidate_surveys": f"{key}q,2024-02-01,3\n",
        "refused_matches": f"ats_application,{key}u,{key}idle,Boss {who},2024-02-01\n",
        f"list of {who}": f"1,2\n3,{who}\n",
    }


HEADERS = {
    "employees": "employee_id,full_name,work_email,department,role_profile,region,segment,hire_date,"
    "termination_date\n",
    "crm_users": "owner_id,full_name,email,employee_id\n",
    "opportunities": "opportunity_id,owner_id,owner_email,owner_name,stage,is_won,amount,currency,created_on,"
    "closed_on,territory\n",
    "quotas": "owner_id,period_start_on,period_end_on,amount,currency\n",
    "requisitions": "requisition_id,role_profile,opened_on,region,segment\n",
    "applications": "application_id,candidate_id,requisition_id,source,applied_on,status,offered_on,accepted_on,"
    "employee_id,reason,ended_on\n",
    "candidates": "candidate_id,full_name,email\n",
    "interviews": "interview_id,application_id,stage,interviewer_id,interviewer_email,interviewer_name,"
    "scheduled_for,status,recommendation\n",
    "ratings": f"interview_id,competency,score,seen by {NORTH},seen by {SOUTH}\n",
    "employment_costs": "employee_id,month,amount,currency\n",
    "check_ins": "employee_id,held_on,competency,score\n",
    "candidate_surveys": "application_id,answered_on,recommend_score\n",
    "refused_matches": "system,system_id,employee_id,refused_by,refused_on\n",
    f"list of {NORTH}": "nobody,knows\n",
    f"list of {SOUTH}": "nobody,knows\n",
}
ELSEWHERE = {
    "sourcing_costs": "source,month,amount,currency\nBoard,2024-01-01,50,EUR\n",
    "events": f"event_id,happened_on,kind,title\nE1,2024-02-01,other,{NORTH} and {SOUTH} left\n",
}


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Built:
    north, south = _region("North", NORTH), _region("South", SOUTH)
    south["ratings"] = "".join(f"{line},,x\n" for line in south["ratings"].splitlines())
    north["ratings"] = "".join(f"{line},x,\n" for line in north["ratings"].splitlines())
    tables = {
        name: header + north.get(name, "") + south.get(name, "") for name, header in HEADERS.items()
    } | ELSEWHERE
    company = built(
        tmp_path_factory.mktemp("withheld"),
        tables,
        base={},
        as_of=date(2026, 6, 30),
        config_toml="second_look_list = true\n",
    )
    assert company.result.is_good, "\n".join(map(str, company.result.messages))
    return company


@pytest.fixture
def warehouse(company: Built) -> Warehouse:
    return Warehouse(company.folder)


def _parameters(warehouse: Warehouse) -> dict[str, Any]:
    local = warehouse.viewer()
    values, told = (warehouse.ask(f"shared/{name}", local, {}) for name in ("filter_values", "company"))
    return everything(choices_from(values, told)).parameters()


def _of_the_north(warehouse: Warehouse) -> Viewer:
    """A viewer of every role in one region, who may see names."""
    return replace(warehouse.viewer(), viewer_id="n", role="sales", regions=("North",))


def _without_names(warehouse: Warehouse) -> Viewer:
    """A viewer of everybody, who may see no names."""
    return replace(warehouse.viewer(), viewer_id="h", role="review", sees_names=False)


def _told(warehouse: Warehouse, question: str, viewer: Viewer) -> str:
    """Every cell of the answer, in small letters; nothing where it is refused."""
    try:
        return warehouse.ask(question, viewer, _parameters(warehouse)).to_csv().lower()
    except NotAllowedError:
        return ""


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_viewer_of_one_region_gets_no_name_address_or_id_of_another(question: str, warehouse) -> None:
    assert SOUTH not in _told(warehouse, question, _of_the_north(warehouse))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_viewer_without_names_gets_no_name_or_address(question: str, warehouse) -> None:
    told = _told(warehouse, question, _without_names(warehouse))
    assert NORTH not in told
    assert SOUTH not in told


#: Questions that hold a name, an address or an id of somebody, asked by who may see everything.
NAMING = {
    "data_health/columns_not_loaded",
    "data_health/files_read",
    "data_health/notes",
    "data_health/rows_set_aside",
    "data_health/unmatched_owners",
    "data_health/unmatched_sellers",
    "data_health/words_read",
    "evidence/people",
    "high_performers/interviewers_by_hire",
    "high_performers/ratings_by_hire",
    "high_performers/recommendations_by_hire",
    "outcomes/attainment_by_tenure_quarter",
    "outcomes/check_ins_by_hire",
    "outcomes/hires_listed",
    "identity/employees",
    "intake/hires",
    "intake/openings",
    "leadership/hires",
    "identity/pairs_by_address_or_id",
    "identity/pairs_by_name",
    "identity/refused_pairs",
    "identity/unmatched",
    "alignment/applications_decided",
    "review/final_stage",
    "review/openings",
    "alignment/at_pace",
    "alignment/candidates",
    "alignment/events",
    "candidates/applications_by_reason",
    "candidates/applications_ended",
    "craft/ratings",
    "craft/scorecards",
    "craft/people",
    "second_look/ratings",
    "second_look/turned_down",
    "sources/referrers_by_hire",
}


def test_what_was_planted_is_there_for_who_may_see_everything(warehouse) -> None:
    local = warehouse.viewer()
    assert {name for name in QUESTIONS if SOUTH in _told(warehouse, name, local)} == NAMING


def test_the_viewer_of_one_region_still_gets_their_own(warehouse) -> None:
    north = _of_the_north(warehouse)
    kept = {name for name in QUESTIONS if NORTH in _told(warehouse, name, north)}
    raw = {name for name in QUESTIONS if sql_files.questions()[name].header("raw")}
    # Ids of the north are no names, except for the one who has an address for an id.
    ids_alone = {
        *("craft/ratings", "identity/pairs_by_address_or_id", "identity/refused_pairs"),
        *("alignment/candidates", "candidates/applications_ended", "review/final_stage"),
        *("high_performers/ratings_by_hire", "high_performers/recommendations_by_hire"),
        *("intake/openings", "review/openings"),
    }
    assert kept == NAMING - raw - ids_alone
    unmatched = warehouse.ask("data_health/unmatched_owners", north, {})
    assert sorted(unmatched["full_name"]) == [f"Ann 1 {NORTH}s", f"Gone {NORTH}", f"gone@{NORTH}.example"]


# What is left of a list without its raw cells


def test_who_may_not_see_the_files_cells_still_gets_every_row_and_count(warehouse) -> None:
    for question in (name for name in QUESTIONS if sql_files.questions()[name].header("raw")):
        whole = warehouse.ask(question, warehouse.viewer(), _parameters(warehouse))
        raw = list(sql_files.questions()[question].names("raw"))
        assert len(whole)
        for viewer in (_of_the_north(warehouse), _without_names(warehouse)):
            cut = warehouse.ask(question, viewer, _parameters(warehouse))
            assert cut[raw].isna().all(axis=None)
            pd.testing.assert_frame_equal(cut.drop(columns=raw), whole.drop(columns=raw))


def test_everyone_is_every_region_and_every_role_those_not_given_among_them(warehouse) -> None:
    local = warehouse.viewer()
    assert warehouse.sees_everyone(local)
    assert warehouse.sees_everyone(replace(local, regions=(*local.regions, "West")))
    for name in ("regions", "role_profiles"):
        for value in getattr(local, name):
            rest = tuple(one for one in getattr(local, name) if one != value)
            assert not warehouse.sees_everyone(replace(local, **{name: rest}))
    swapped = replace(local, regions=local.role_profiles, role_profiles=local.regions)
    assert not warehouse.sees_everyone(swapped)


# Ids without names


def test_other_ids_are_the_same_in_every_answer_and_lead_to_the_same_people(warehouse) -> None:
    nameless, parameters = _without_names(warehouse), _parameters(warehouse)
    seats, hires = (
        warehouse.disguised(warehouse.for_estimates(f"evidence/{one}", nameless), nameless)
        for one in ("seats", "hires")
    )
    local = warehouse.for_estimates("evidence/seats", warehouse.viewer())
    assert set(seats["employee_id"]) <= set(hires["employee_id"])
    assert len(seats) == len(local)
    for name in ("employee_id", "interviewer_id"):
        assert seats[name].nunique() == local[name].nunique()
        assert not set(seats[name]) & set(local[name])
        pairs = pd.DataFrame({"theirs": seats[name], "ours": local[name]}).drop_duplicates()
        assert len(pairs) == local[name].nunique()
    scorecards = warehouse.ask("craft/scorecards", nameless, parameters)
    assert set(seats["interviewer_id"]) <= set(scorecards["interviewer_id"])


def test_a_missing_id_stays_missing(warehouse) -> None:
    scorecards = warehouse.ask("craft/scorecards", _without_names(warehouse), _parameters(warehouse))
    local = warehouse.ask("craft/scorecards", warehouse.viewer(), _parameters(warehouse))
    assert scorecards["employee_id"].isna().tolist() == local["employee_id"].isna().tolist()


# Small groups that keep their row


def test_a_small_way_of_matching_keeps_its_count_and_loses_its_money(warehouse) -> None:
    whole = warehouse.ask("data_health/matches_by_way", warehouse.viewer(), {})
    cut = warehouse.ask("data_health/matches_by_way", _without_names(warehouse), {})
    assert cut["count_owners"].tolist() == whole["count_owners"].tolist()
    assert whole["amount"].notna().all()
    assert dict(zip(whole["matched_by"], whole["count_owners"], strict=True)) == {
        "e-mail": 2,
        "id": 16,
        "not matched": 6,
    }
    # Two owners alone would be the total less the rest: the next smallest way goes with them.
    assert cut.loc[cut["amount"].notna(), "matched_by"].tolist() == ["id"]


def test_filters_offer_what_the_viewer_may_see_and_nothing_is_missing_without_names(warehouse) -> None:
    def offered(viewer: Viewer) -> dict[str, list[str]]:
        values = warehouse.ask("shared/filter_values", viewer, {})
        return values.groupby("filter_name")["filter_value"].agg(sorted).to_dict()

    local = offered(warehouse.viewer())
    assert local["regions"] == ["North", "South"]
    assert offered(_without_names(warehouse)) == local
    assert offered(_of_the_north(warehouse)) == {**local, "regions": ["North"]}
    assert offered(replace(warehouse.viewer(), regions=())) == {}

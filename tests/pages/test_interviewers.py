"""Interviewers and combinations as a reader meets it: the sample, thin companies, files missing, no names, a choice."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from helpers.pages_read import alts, said, sound, table
from helpers.sample import sellers
from helpers.small_company import built
from hiring.access import scope
from hiring.findings.interviewers import answer
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.evidence import making

PAGE, BOX = "interviewers", "seen_by"


@pytest.fixture(scope="module")
def seats(sample_warehouse: Path) -> pd.DataFrame:
    """Who sat in the panels of hires six months before the end of the data: hire, interviewer_id, full_name."""
    warehouse = Warehouse(sample_warehouse)
    who = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", who, {}), warehouse.ask("shared/company", who, {})
    )
    every = scope.everything(choices).parameters()
    hires, sat = (warehouse.for_estimates(f"evidence/{name}", who) for name in ("hires", "seats"))
    people = warehouse.ask("evidence/people", who, every)
    old = hires[(hires["months_since_hire"] >= 6) & hires["is_start_observed"]]
    columns = ["employee_id", "hire_date", "sales_start_on", "role_profile", "region"]
    mine = sat.merge(old[columns]).merge(people, on="interviewer_id")
    # Who came back was hired twice.
    return mine.assign(hire=mine["employee_id"] + " " + mine["hire_date"].astype(str))


def seen_by(seats: pd.DataFrame, names: list[str]) -> set[str]:
    """The hires all of these people saw."""
    return set.intersection(*(set(seats.loc[seats["full_name"] == name, "hire"]) for name in names))


def test_the_sample_gets_every_part_of_the_answer(app, tiles_without_a_card) -> None:
    at = sound(app(PAGE))
    assert (
        at.title[0].value
        == "Among the 42 interviewers who can be compared nobody stands out further than luck"
    )
    text = said(at)
    for part in (
        "mix who sits with whom. In the company the two most often together sat so at ",
        "Dealt out at random, interviewers would differ as much in 23 of 100 tries",
        "would still look like",
        "42 of 65 interviewers and 217 of 256 combinations can be compared; the others saw too few",
        "Compared: 42 interviewers and 217 combinations.",
        "A count of few hires is mostly luck: no verdict on a person.",
        "**Nobody's number here decides about pay, promotion or discipline.**",
        "How to read a row",
        "What was checked before anything is called clear",
        "nobody drew lots for who interviews whom",
    ):
        assert part in text, part
    # The rows; folded away: luck of interviewers and of pairs, differences in SD, triangle. Plain means of pairs would
    # rank by luck where nobody is told apart.
    assert len(alts(at)) == 5
    assert all(alts(at))
    assert tiles_without_a_card(at) == []
    assert not any(word in text.lower() for word in ("because of", "proven", "best interviewer in"))


def test_interviewers_and_pairs_saw_as_many_hires_as_there_were_seats(app, seats: pd.DataFrame) -> None:
    at = sound(app(PAGE))
    people, pairs = table(at, "Interviewer", "Hires"), table(at, "Pair", "Hires together")
    assert (len(people), len(pairs)) == (65, 256)
    told = {**people.set_index("Interviewer")["Hires"], **pairs.set_index("Pair")["Hires together"]}
    assert {who: len(seen_by(seats, who.split(" + "))) for who in told} == told
    few = seats.groupby("full_name")["hire"].nunique()
    assert set(people["Interviewer"]) == set(few[few >= 8].index)
    # Nobody is told apart from luck: no order by estimates, in no table.
    assert list(people["Hires"]) == sorted(people["Hires"], reverse=True)
    assert list(pairs["Hires together"]) == sorted(pairs["Hires together"], reverse=True)
    # What mixing would change: how often the two who sat together most did so. Nobody is named in the box.
    most = pairs.iloc[0]
    first, second = most["Pair"].split(" + ")
    fewer = people.set_index("Interviewer")["Hires"][[first, second]].min()
    told = f"sat so at {most['Hires together']} of {fewer} hires that one of them saw."
    assert told in said(at)


def test_until_the_evidence_is_there_the_page_says_that_it_comes_and_then_stands(
    app, a_warehouse_without_evidence: Path
) -> None:
    at = app(PAGE, warehouse=a_warehouse_without_evidence, has_evidence=False)
    assert [title.value for title in at.title] == ["Who stands out is being worked out anew from this build"]
    assert "This page goes on by itself" in said(at)
    making.made(Warehouse(a_warehouse_without_evidence))
    at.run()
    assert "This page goes on by itself" not in said(sound(at))
    assert [title.value for title in at.title] == [title.value for title in app(PAGE).title]


COLUMNS = [
    "Hires",
    "Plain mean, SD",
    "Against comparable hires, SD",
    "What may be said",
    "Held back because",
    "Next",
]
CHOICES = (
    {"role_profiles": ["Inside sales", "Mid-market"]},
    {"regions": ["DACH"], "hired_from": "2024-01-01"},
    {"hired_from": "2025-06-01"},
)


@pytest.mark.parametrize("query", CHOICES)
def test_filters_choose_whose_rows_are_shown_and_change_no_number(
    app, seats: pd.DataFrame, query: dict[str, str | list[str]]
) -> None:
    whole = table(sound(app(PAGE)), "Interviewer", "Hires").set_index("Interviewer")
    at = sound(app(PAGE, query))
    mine = table(at, "Interviewer", "Hires").set_index("Interviewer")
    assert 8 < len(mine) <= len(whole)
    pd.testing.assert_frame_equal(mine[COLUMNS], whole.loc[mine.index, COLUMNS])
    chosen = chosen_by_hand(seats, query)
    here = chosen.groupby("full_name")["hire"].nunique()
    assert mine["In this selection"].to_dict() == {who: here[who] for who in whole.index if who in here}
    sentence = "Estimates rest on all 414 such hires of the company; the filters choose whose rows are shown"
    assert said(at).count(sentence) == 1
    assert sentence not in said(app(PAGE))


def chosen_by_hand(seats: pd.DataFrame, query: dict[str, str | list[str]]) -> pd.DataFrame:
    """The seats of hires that these filters leave, by the files' own columns as the marts have them."""
    roles, regions = query.get("role_profiles"), query.get("regions")
    kept = pd.to_datetime(seats["sales_start_on"]) >= pd.Timestamp(str(query.get("hired_from", "2000-01-01")))
    kept &= seats["role_profile"].isin(roles) if roles else True
    kept &= seats["region"].isin(regions) if regions else True
    return seats[kept]


def test_the_list_counts_high_performers_of_everybody(app, seats: pd.DataFrame) -> None:
    """Each row beside the hires of the list of high performers whom the person saw."""
    hires = table(sound(app("high-performers")), "Name", "Employee")
    best = set(hires["Employee"] + " " + hires["Hired"].astype(str))
    found = table(sound(app(PAGE)), "Who", "Counted", "Expected")
    told = found[~found["Who"].str.contains(" + ", regex=False)].set_index("Who")
    for who in told.index[:10]:
        mine = set(seats.loc[seats["full_name"] == who, "hire"])
        assert told.loc[who, "Counted"] == len(mine & best), who
    assert found["Counted"].le(found["Hires"]).all()
    assert not found["Label"].isin(["Clear", "Leaning"]).any()


@pytest.mark.parametrize("heading", [("Pair", "Hires together"), ("Interviewer", "Hires")])
def test_a_choice_in_the_select_box_lists_the_hires_who_were_seen(
    app, seats: pd.DataFrame, heading: tuple[str, str]
) -> None:
    at = sound(app(PAGE))
    assert at.selectbox(key=BOX).options[0] == "Nobody chosen"
    names = table(at, *heading)[heading[0]].iloc[0].split(" + ")
    ids = sorted(id_of(seats, name) for name in names)
    at.selectbox(key=BOX).set_value(" + ".join(ids)).run()
    sound(at)
    seen = seen_by(seats, names)
    listed = table(at, "Name", "Employee")
    assert set(listed["Employee"] + " " + listed["Hired"].astype(str)) == seen
    short = (f"{name[0]}. {name.partition(' ')[2]}" for name in names)
    assert f"{len(seen)} hires seen by {' and '.join(short)}" in said(at)
    listed = table(at, "Name", "High performer")
    count = (listed["High performer"] == "yes").sum()
    full = (listed["High performer"] != "").sum()
    assert f"{count} of the {full} hires with a full first year became high performers" in said(at)
    assert len(at.get("download_button")) == 1


def id_of(seats: pd.DataFrame, name: str) -> str:
    return str(seats.loc[seats["full_name"] == name, "interviewer_id"].iloc[0])


def test_a_chosen_person_whom_the_filters_take_away_does_no_harm(app, seats: pd.DataFrame) -> None:
    at = sound(app(PAGE))
    name = table(at, "Interviewer", "Hires")["Interviewer"].iloc[0]
    at.selectbox(key=BOX).set_value(id_of(seats, name)).run()
    assert at.get("download_button")
    at.multiselect(key="role_profiles").set_value(["Channel", "Inside sales"])
    at.button(key="show").click().run()
    sound(at)
    at.date_input(key="hired_from").set_value(pd.Timestamp("2026-06-01").date())
    at.button(key="show").click().run()
    sound(at)
    assert not at.get("download_button")


def test_without_interviews_the_page_names_the_file(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("interviews", "ratings")))
    assert at.title[0].value == "Who interviewed whom is not known: no interviews are loaded"
    assert "`interviews.csv`" in said(at)
    assert not alts(at)
    assert not at.metric


@pytest.mark.proof
def test_without_applications_the_page_names_that_file_and_no_filter(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("applications")))
    assert at.title[0].value == "Who interviewed which hire is not known: no applications are loaded"
    assert "`applications.csv`" in said(at)
    assert "take a filter off" not in said(at)
    assert not alts(at)


def test_without_quotas_hires_are_compared_and_the_footer_says_without(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("quotas")))
    assert "no quotas are known" in said(at)
    assert len(alts(at)) == 5


def test_a_filter_that_leaves_nobody_says_so(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2026-06-30", "role_profiles": ["Channel"]}))
    assert at.title[0].value == "No hire matches these filters"
    assert "Widen the hire period or take a filter off" in said(at)
    assert not alts(at)
    assert not at.metric


def test_a_company_under_120_hires_has_counts_and_no_ranking(app, tmp_path: Path) -> None:
    few = thin_company(tmp_path, sold=True, panel=("M1", "M2"), count=60)
    at = sound(app(PAGE, warehouse=few))
    assert at.title[0].value == "Too few hires to compare anybody: 60 of at least 120"
    assert "before anybody is ranked" in said(at)
    assert "take a filter off" not in said(at)
    assert "2 interviewers saw 60 hires" in said(at)
    assert not [one for one in alts(at) if "average" in one]


def test_a_choice_of_two_hires_says_what_is_of_them_and_what_of_the_company(app) -> None:
    few = {"role_profiles": "Channel", "regions": "North America", "hired_from": "2023-01-01"}
    text = said(sound(app(PAGE, {**few, "hired_to": "2023-06-30"})))
    assert "(2 of them are in this selection)" in text
    assert text.count("12 of 48 hires: the estimate is from 48 hires") == 1
    assert "The whole company: the checks are made once, whatever is shown." in text


def test_who_may_not_see_names_sees_what_holds_of_all_and_no_person(app, without_names) -> None:
    at = sound(app(PAGE))
    text = said(at)
    assert "Names are not part of your access." in text
    assert "The company's highest interviewer, not told apart from luck" in text
    assert "Of 65 interviewers: 42 Can't tell, 23 Too few hires." in text
    assert len(alts(at)) == 2  # the two luck checks
    assert not at.dataframe
    assert {one.key for one in at.selectbox} == {"outcome_window", "period"}
    drawn = text + json.dumps([json.loads(one.proto.spec) for one in at.get("plotly_chart")])
    people = sellers.file("employees")
    assert not [name for name in people["full_name"].dropna() if name in drawn]
    assert not [who for who in people["employee_id"] if f"{who} " in text]


def thin_company(folder: Path, *, sold: bool, panel: tuple[str, ...], count: int = 130) -> Path:
    """So many hires of one role, each with a deal a month (or none), all seen by the same panel."""
    people = "\n".join(
        f"E{n},Eva {n},e{n}@firm.example,Sales,Inside sales,North,SMB,2024-01-10," for n in range(count)
    )
    heads = "\n".join(f"{who},Ina {who},{who}@firm.example,Sales,,North,,2015-01-01," for who in panel)
    users = "\n".join(f"U{n},Eva {n},,E{n}" for n in range(count))
    deals = "\n".join(
        f"O{n}x{month},U{n},Won,true,{100 + 7 * (n * 31 % 53) if sold else 0},EUR,2024-02-01,2024-{month:02}-20"
        for n in range(count)
        for month in range(3, 9)
    )
    came = "\n".join(f"P{n},C{n},Board,2023-12-01,hired,E{n},Inside sales" for n in range(count))
    met = "\n".join(
        f"V{n}{who},P{n},panel,{who},2023-12-03 09:00,held" for n in range(count) for who in panel
    )
    head = (
        "employee_id,full_name,work_email,department,role_profile,region,segment,hire_date,termination_date\n"
    )
    made = built(
        folder,
        {
            "employees": f"{head}{heads}\n{people}",
            "crm_users": f"owner_id,full_name,email,employee_id\n{users}",
            "opportunities": "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on\n"
            "O0,U0,Won,true,1,EUR,2023-11-01,2023-12-01\n" + deals,
            "applications": "application_id,candidate_id,source,applied_on,status,employee_id,role_profile\n"
            + came,
            "interviews": "interview_id,application_id,stage,interviewer_id,scheduled_for,status\n" + met,
        },
    )
    assert made.result.is_good, "\n".join(map(str, made.result.messages))
    return made.folder


@pytest.mark.proof
def test_one_interviewer_in_every_panel_is_compared_with_nobody_and_has_no_pair(app, tmp_path: Path) -> None:
    at = sound(app(PAGE, warehouse=thin_company(tmp_path, sold=True, panel=("M1",))))
    assert at.title[0].value.startswith("These hires leave hardly anybody to compare with")
    assert "Nobody saw enough of these hires to be compared" in said(at)
    forest = next(
        one.proto.spec for one in at.get("plotly_chart") if one.proto.alt.startswith("No interviewer")
    )
    assert "in every panel: nobody to compare with" in forest
    assert "no quotas are known" in said(at)


def test_two_who_sit_in_every_panel_together_are_told_apart_from_nobody(app, tmp_path: Path) -> None:
    at = sound(app(PAGE, warehouse=thin_company(tmp_path, sold=True, panel=("M1", "M2"))))
    assert "hardly anybody to compare with" in at.title[0].value
    assert "Nobody saw enough of these hires to be compared" in said(at)


@pytest.mark.proof
def test_where_nobody_sold_anything_there_is_no_difference_to_explain(app, tmp_path: Path) -> None:
    at = sound(app(PAGE, warehouse=thin_company(tmp_path, sold=False, panel=("M1", "M2"))))
    assert at.title[0].value == "None of these hires has sold anything yet"
    assert "there is no difference to explain" in said(at)
    assert answer.KICKER in said(at)

"""Alignment as a reader meets it: the sample's votes by hand, files missing, nobody left, no names."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers import breadth
from helpers.pages_read import alts, said, sound
from helpers.sample import sellers

PAGE = "alignment"


def _shown(at, column: str):
    return next(one.value for one in at.table if column in one.value.columns)


def test_the_page_leads_with_the_gaps_and_tells_both_sides_in_one_table(app) -> None:
    at = sound(app(PAGE))
    assert (
        at.title[0].value
        == "2 of the 7 both rate clearly differ: Sales rates assertiveness higher, HR communication"
    )
    text = said(at)
    assert "(0.69 of 1; 2,354 candidates)" in text
    assert "recommended differently on 1,340 of 2,481 applications." in text
    assert "What you can do next:** talk about what each side means by assertiveness" in text
    assert (
        "Whole company, whatever is chosen above: the two departments met 79 times in the last four quarters"
        in text
    )
    assert [one.label for one in at.metric] == [
        "Sales clearly higher",
        "HR clearly higher",
        "Votes apart",
    ]
    assert all(one.help for one in at.metric)
    assert len(alts(at)) == 4
    assert all(alts(at))
    assert list(_shown(at, "Hires who").columns) == [
        "Hires who",
        "HR rated them higher by",
        "Sales rated them higher by",
        "Who did, who did not",
    ]


def test_votes_are_those_of_the_files(app) -> None:
    """Counted by pandas over the files: interviewers by employee id, login, address or name."""
    held = sellers.file("interviews")
    held = held[(held["status"] == "held") & held["recommendation"].isin(["1", "2", "3", "4"])]
    staff = sellers.file("employees").drop_duplicates("employee_id")
    mails = staff.assign(mail=staff["work_email"].str.lower()).set_index("mail")["employee_id"]
    users = sellers.file("ats_users")
    users["employee_id"] = users["employee_id"].fillna(users["email"].str.lower().map(mails))
    ways = (
        ("interviewer_id", pd.Series(staff["employee_id"].to_numpy(), staff["employee_id"])),
        ("interviewer_id", users.set_index("ats_user_id")["employee_id"]),
        ("interviewer_email", mails),
        (
            "interviewer_name",
            users.drop_duplicates("full_name", keep=False).set_index("full_name")["employee_id"],
        ),
    )
    who = pd.Series(None, index=held.index, dtype=object)
    for column, known in ways:
        key = held[column].str.lower() if column == "interviewer_email" else held[column]
        who = who.fillna(key.map(known[known.index.notna() & ~known.index.duplicated()]))
    department = who.map(staff.set_index("employee_id")["department"])
    sides = {"HR": "hr", "People": "hr", "Sales": "sales", "Account Management": "sales"}
    side = department.map({**sides, "Business Development": "sales"})
    points = held.assign(side=side, points=held["recommendation"].astype(float))
    both = points.groupby(["application_id", "side"])["points"].mean().unstack().dropna() >= 3
    told = _shown(sound(app(PAGE)), "Recommended").set_index("Recommended")["Applications"]
    told = told.str.replace(",", "").astype(int)
    assert told["Both for the candidate"] == int((both["hr"] & both["sales"]).sum())
    assert told["HR for, Sales not"] == int((both["hr"] & ~both["sales"]).sum())
    assert told["Sales for, HR not"] == int((~both["hr"] & both["sales"]).sum())


@pytest.mark.parametrize("file", ["interviews", *breadth.proof("applications")])
def test_without_a_file_the_page_names_it(app, warehouse_without, file: str) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without(*{file, "ratings"})))
    assert f"`{file}.csv`" in said(at)
    assert not alts(at)


def test_a_filter_that_leaves_too_few_says_so(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2026-06-01", "role_profiles": ["Channel"]}))
    assert at.title[0].value == "How far HR and Sales agree on candidates is not known"
    assert not alts(at)


def test_hire_days_before_all_data_are_the_cause_and_no_file_is_asked_for(app) -> None:
    at = sound(app(PAGE, {"hired_from": "1990-01-01", "hired_to": "1990-12-31"}))
    text = said(at)
    assert "interviews.csv" not in text
    assert "No candidate applied within these filters." in text


def test_of_few_candidates_neither_vote_nor_count_of_competencies_is_told(app) -> None:
    """Of 6 competencies 3 have too few candidates; the 4 whom Sales alone was for were all parted on less HR's."""
    at = sound(app(PAGE, {"role_profiles": ["Channel"], "regions": ["UK and Ireland"]}))
    assert (
        at.title[0].value
        == "HR and Sales clearly differ on 1 of the 3 both rate: Sales rates assertiveness higher"
    )
    ways = _shown(at, "Recommended").set_index("Recommended")["Applications"]
    assert ways.to_dict() == {
        "Both for the candidate": "27",
        "Only one of the two for": "54",
        "Neither for": "5",
    }
    assert [one.label for one in at.metric] == ["Sales clearly higher", "Votes apart"]


def test_events_and_meetings_stand_on_the_line(app) -> None:
    text = said(sound(app(PAGE)))
    assert "A 10 Jan 2022: New commission plan" in text
    assert "C 3 Apr 2023: Territories redrawn (DACH)" in text
    assert "What came before a change is not its cause" in text


def test_sellers_stand_beside_their_managers_and_pairs_who_met_beside_those_who_did_not(app) -> None:
    at = sound(app(PAGE))
    text = said(at)
    assert "Sellers and own managers are far apart on 9 % of scores, others of Sales on 11 %" in text
    assert "178 of 912 pairs of HR and Sales who hire for the same role met at a meeting on file" in text
    assert "Pairs who had met are far apart on 13 % of scores, pairs who had not on 12 %" in text
    assert len(_shown(at, "Seller")) == 6
    assert len(_shown(at, "Of HR")) == 6


@pytest.mark.parametrize(
    "file", ["touchpoints", *breadth.proof("events", "pulse", "working_agreement", "requisitions")]
)
def test_without_a_file_that_it_can_do_without_the_page_still_tells_the_rest(
    app, warehouse_without, file: str
) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without(file)))
    assert at.title[0].value.startswith("2 of the 7 both rate clearly differ")
    text = said(at)
    assert ("the two departments met" in text) == (file != "touchpoints")
    assert ("New commission plan" in text) == (file != "events")
    assert ("“The other side understands the role”: HR 67 % (44 % before), Sales 52 % (75 %)" in text) == (
        file != "pulse"
    )


def test_the_pulse_is_that_of_the_file_and_counts_no_quarter_of_fewer_than_five(app) -> None:
    """Summed by pandas over quarters in which five or more answered, neither all nor none of them 7 or more."""
    told = sellers.file("pulse").query("department in ('hr', 'sales')")
    told = told.assign(
        quarter=pd.to_datetime(told["answered_on"]).dt.to_period("Q"),
        is_so=pd.to_numeric(told["score"]) >= 7,
    )
    by = told.groupby(["department", "question", "quarter"])["is_so"].agg(["sum", "size"]).reset_index()
    shown = by[(by["size"] >= 5) & by["sum"].between(1, by["size"] - 1) & (by["quarter"] >= "2025Q3")]
    assert len(shown) < len(by[by["quarter"] >= "2025Q3"])  # some are withheld
    at = sound(app(PAGE))
    tables = [one.value for one in at.table if "What was asked" in one.value.columns]
    assert [len(one) for one in tables] == [2, 2]
    names = {
        "The other side understands the role": "understood_the_role",
        "The two work well together": "works_well_together",
    }
    for side, table in zip(("hr", "sales"), tables, strict=True):
        for asked, cell in zip(table["What was asked"], table["Last four quarters"], strict=True):
            mine = shown[(shown["department"] == side) & (shown["question"] == names[asked])]
            assert cell.endswith(f" · {mine['sum'].sum()} of {mine['size'].sum()}")


def test_no_filter_moves_the_pulse(app) -> None:
    whole, part = (sound(app(PAGE, query)) for query in ({}, {"role_profiles": ["Channel"]}))
    assert _shown(whole, "What was asked").equals(_shown(part, "What was asked"))


def test_without_scores_the_recommendation_stands_for_them(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("ratings")))
    assert "recommendation" in at.title[0].value
    assert len(_shown(at, "Recommended")) == 4


def test_who_may_not_see_names_sees_the_counts_and_no_candidate(app, without_names) -> None:
    at = sound(app(PAGE))
    for column in ("Seller", "Of HR"):
        assert not [one for one in at.table if column in one.value.columns]
    assert "178 of 912 pairs" in said(at)
    people = sellers.file("employees")["full_name"].dropna().unique()
    assert not [who for who in people if who in said(at)]
    assert "Whom the two rate most apart" not in said(at)
    assert _shown(at, "Recommended")["Applications"].tolist()[0] == "913"
    assert not [one for one in at.table if "Candidate" in one.value.columns]

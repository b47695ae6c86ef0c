"""Second look as a reader meets it: the sample's counts by hand, the list and its reason, files missing, no names."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from helpers.pages_read import alts, said, sound, table
from helpers.sample import sellers

PAGE = "second-look"
SAMPLE = Path(__file__).parents[2] / "data" / "sample"
REASON = "Filling the Channel opening"


@pytest.fixture(scope="module")
def applications() -> pd.DataFrame:
    """The sample's applications that are loaded: of two with one id none, none without a day, none of the erased."""
    rows = sellers.file("applications").drop_duplicates("application_id", keep=False)
    gone = set(sellers.file("erased_people").query("system == 'ats'")["person_id"])
    days = pd.to_datetime(rows["applied_on"], format="%Y-%m-%d", errors="coerce")
    return rows[days.notna() & ~rows["candidate_id"].isin(gone)].set_index("application_id")


def _who(met: pd.DataFrame) -> pd.Series:
    """The employee behind each interviewer: by id, by the login's id or address, by the address itself."""
    people = sellers.file("employees")
    by_address = dict(zip(people["work_email"].str.casefold(), people["employee_id"], strict=True))
    users = sellers.file("ats_users")
    known = users["employee_id"].fillna(users["email"].str.strip().str.casefold().map(by_address))
    by_login = dict(zip(users["ats_user_id"], known, strict=True))
    given = met["interviewer_id"].map(lambda one: by_login.get(one, one))
    return given.fillna(met["interviewer_email"].str.strip().str.casefold().map(by_address))


@pytest.fixture(scope="module")
def screened(applications) -> pd.DataFrame:
    """A row an application: what HR gave for assertiveness at the screen, whether anybody met the candidate later."""
    met = sellers.file("interviews").query("status == 'held'")
    person = _who(met)
    hr = set(sellers.file("employees").query("department in ('HR', 'People')")["employee_id"])
    given = sellers.file("ratings").query("competency == 'Assertiveness'")
    given = given.assign(score=pd.to_numeric(given["score"], errors="coerce")).dropna(subset=["score"])
    screens = met[(met["stage"] == "screen") & person.isin(hr)].merge(given, on="interview_id")
    screens = (
        screens[["application_id", "score"]].drop_duplicates("application_id").set_index("application_id")
    )
    further = set(met.loc[met["stage"] != "screen", "application_id"])
    rows = screens.join(applications["status"], how="inner")
    return rows.assign(went_on=rows.index.isin(further), is_down=rows["status"] == "rejected")


def test_the_page_leads_with_how_hires_did_and_below_stands_who_went_on_with_each_side(app) -> None:
    """Planted as true: HR's screen turns the assertive away."""
    at = sound(app(PAGE))
    lead = at.title[0].value.replace("\\", "").replace("\u202f", " ")
    assert lead == "Among hires no difference by Assertiveness can be told; of others nobody knows"
    assert len(lead) <= 90
    text = said(at).replace("\u202f", " ")
    assert "HR's screen lets on 35 % of those rated 4–5 and 68 % of those rated 1–2" in text
    assert (
        "Sales' first interview, of those who are left, lets on 90 % of those rated 4–5 and 37 % of" in text
    )
    assert "or are no longer used: HR “fit with the team” 410 and “seemed too d" in text
    tiles = {one.label: one.value.replace("\\", "") for one in at.metric}
    assert tiles["Hires, HR 4–5"] == "18 of 75"
    assert list(tiles) == ["Screen, HR 4–5", "First, Sales 4–5", "Hires, HR 4–5", "Hires, Sales 4–5"]
    assert len(alts(at)) == 3
    assert all(alts(at))


def test_the_counts_are_those_of_the_files(app, screened) -> None:
    text = alts(sound(app(PAGE)))[0]
    for band, low, high in (("1–2", 0, 2), ("3", 3, 3), ("4–5", 4, 5)):
        mine = screened[screened["score"].between(low, high)]
        decided = mine[mine["went_on"] | mine["is_down"]]
        wanted = f"Screen, {band} {decided['went_on'].sum():,} of {len(decided):,}"
        assert wanted in text


def test_reasons_of_both_sides_stand_beside_each_other(app, applications) -> None:
    at = sound(app(PAGE))
    known = applications.query("status == 'rejected'")
    told = [
        dict(
            zip(one.value["Reason"], one.value["Applications"].str.replace(",", "").astype(int), strict=True)
        )
        for one in at.table
        if "Reason" in one.value.columns
    ]
    assert told == [
        known.loc[known["ended_by"] == side, "reason"].value_counts().to_dict() for side in ("hr", "sales")
    ]


def test_another_competency_is_in_the_address_and_leads(app) -> None:
    at = sound(app(PAGE, {"competency": "Discovery"}))
    assert at.title[0].value.startswith("Among hires no difference by Discovery")
    assert "HR's panel interview lets on 92 % of those" in said(at).replace("\u202f", " ")
    assert "Sales' first interview lets on 85 % of those" in said(at).replace("\u202f", " ")


@pytest.fixture
def log(app, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HIRING_AUDIT", str(tmp_path / "audit.jsonl"))
    return tmp_path / "audit.jsonl"


def _lines(log: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []


def _send(at, reason: str):
    at.text_input(key="second look reason").set_value(reason)
    next(one for one in at.button if "show the list" in one.label).click()
    return at.run()


def test_nobody_is_named_before_a_reason_stands_in_the_log(app, log) -> None:
    at = sound(app(PAGE))
    people = sellers.file("candidates")["full_name"].dropna().unique()
    assert not [who for who in people if who in said(at)]
    assert not at.dataframe
    at = sound(_send(at, "   "))
    assert "Type a reason first" in said(at)
    assert not _lines(log)
    at = sound(_send(at, f" {REASON} "))
    listed = table(at, "Person", "Turned down", "Ratings")
    (line,) = _lines(log)
    assert {key: line[key] for key in ("viewer", "action", "subject", "rows", "reason")} == {
        "viewer": "local",
        "action": "look",
        "subject": "second look",
        "rows": len(listed),
        "reason": REASON,
    }
    assert not at.text_input
    assert set(listed["Person"]) <= set(people)
    assert list(listed) == ["Person", "Role", "Turned down", "Reason", "Ratings"]


def test_the_list_is_of_the_last_half_year_the_newest_first_and_a_filter_is_written_down_anew(
    app, log
) -> None:
    at = sound(_send(sound(app(PAGE)), REASON))
    listed = table(at, "Person")
    days = pd.to_datetime(listed["Turned down"].str.split(",").str[0].str.replace("\u00a0", " "))
    assert days.is_monotonic_decreasing
    assert (pd.Timestamp("2026-06-30") - days).dt.days.between(0, 180).all()
    assert f"{len(listed)} of 672 turned down in the 180 days to 30 Jun 2026 are listed" in said(at)
    at.run()
    assert len(_lines(log)) == 1


def test_where_the_log_cannot_be_written_the_list_is_not_shown(app, log) -> None:
    log.mkdir()
    at = sound(_send(sound(app(PAGE)), REASON))
    assert "could not be written down" in said(at)
    assert not at.dataframe


def test_nothing_of_the_list_can_be_taken_out(app, log, offered) -> None:
    at = sound(_send(sound(app(PAGE)), REASON))
    assert len(table(at, "Person"))
    assert not [key for key in offered if "second look" in key]


def test_without_the_setting_the_page_says_how_the_list_is_turned_on(app, altered_warehouse: Path) -> None:
    at = sound(app(PAGE, warehouse=altered_warehouse))
    assert "second_look_list = true" in said(at)
    assert not at.text_input
    assert at.title[0].value.startswith("Among hires no difference by Assertiveness")


def test_who_may_see_no_names_sees_the_same_counts_and_is_asked_for_no_reason(app, without_names) -> None:
    at = sound(app(PAGE))
    assert at.title[0].value.startswith("Among hires no difference by Assertiveness")
    assert len(alts(at)) == 3
    assert not at.text_input
    assert "your access does not include names" in said(at)
    people = sellers.file("candidates")["full_name"].dropna().unique()
    assert not [who for who in people if who in said(at)]


@pytest.mark.parametrize(
    ("missing", "file"),
    [
        (("ratings",), "ratings.csv"),
        (("interviews", "ratings"), "interviews.csv"),
        (("applications", "interviews", "ratings", "candidate_surveys"), "applications.csv"),
    ],
)
def test_without_a_file_the_page_names_it(
    app, warehouse_without, missing: tuple[str, ...], file: str
) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without(*missing)))
    assert at.title[0].value == "Who is turned down with which ratings is not known"
    assert f"`{file}`" in said(at)
    assert not alts(at)


def test_filters_that_leave_nobody_say_so(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2026-06-30", "role_profiles": ["Channel"], "sources": ["Campus"]}))
    assert at.title[0].value == "No application of these filters has a rating by HR or Sales"
    assert "Widen the hire period" in said(at)
    assert not alts(at)


def test_a_company_with_too_few_hires_lists_nobody_and_says_how_many_are_missing(
    app, log, early_warehouse
) -> None:
    at = sound(app(PAGE, warehouse=early_warehouse))
    assert alts(at)
    at = sound(_send(at, REASON))
    assert "more are needed before anybody is listed" in said(at)
    assert not at.dataframe

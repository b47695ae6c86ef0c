"""Outcomes and ramp as a reader meets it: the sample, files missing, filters that leave few or nobody, no names."""

from __future__ import annotations

import json

import pandas as pd
from streamlit.testing.v1 import AppTest

from helpers.sample import by_hand, sellers
from hiring import words

PAGE = "outcomes"


def tile(at: AppTest, label: str) -> str:
    return next(one.value for one in at.metric if one.label == label)


def said(at: AppTest) -> str:
    """All words of the page."""
    parts = [*at.title, *at.header, *at.subheader, *at.markdown]
    return "\n".join(str(part.value) for part in parts)


def charts(at: AppTest) -> list[dict]:
    return [json.loads(one.proto.spec) for one in at.get("plotly_chart")]


def sound(at: AppTest) -> AppTest:
    assert not at.exception
    assert not at.error, [one.value for one in at.error]
    assert len(at.title) == 1
    return at


def test_the_sample_gets_a_finding_six_tiles_and_every_figure(app) -> None:
    at = sound(app(PAGE))
    assert at.title[0].value.startswith(
        "Half of all hires are at quota pace by month 6: Customer growth by 4, "
    )
    assert "; their quotas ramp for 10 months and 3. All in all 480 hires" in said(at)
    assert len(at.metric) == 6
    # Five roles ramping, two measures by cohort and by role, three curves, staying and reviews by role, the grid.
    assert len(charts(at)) == 5 + 4 + 3 + 2 + 1
    assert len(at.dataframe) == 1
    assert all(one.proto.alt for one in at.get("plotly_chart"))


def test_the_same_two_roles_bear_the_same_verdict_on_both_pages_and_under_a_filter(app) -> None:
    two = {"role_profiles": ["Customer growth", "Major accounts"]}
    for at in (sound(app(PAGE)), sound(app(PAGE, two))):
        assert "Major accounts hires take likely 3 to 5 months longer than Customer growth (clear)" in said(
            at
        )
    (pace,) = [
        line for line in said(sound(app("role-profiles", two))).splitlines() if "quota pace among" in line
    ]
    assert "[Clear: " in pace
    assert "likely 3 to 5 months sooner (84 hires against 72)" in pace


def test_the_share_meeting_the_bar_is_what_the_files_say(app) -> None:
    at = sound(app(PAGE, {"role_profiles": ["Channel"]}))
    met, judged = sellers.met_the_bar("Channel", 12)
    assert tile(at, "Meet bar at month 12") == words.percent(met / judged)
    assert f"· {judged} hires" in said(at)


def test_the_median_days_to_a_first_deal_are_what_the_files_say(app) -> None:
    at = sound(app(PAGE, {"role_profiles": ["Mid-market"], "outcome_window": "6"}))
    days, count = sellers.median_days_to_first_deal("Mid-market")
    assert tile(at, "First deal, median") == words.days(days)
    assert f"Half of Mid-market have a first deal by day {days:.0f}" in said(at)
    assert f"· {count} hires" in said(at)
    assert any(one.label == "Meet bar at month 6" for one in at.metric)


def test_without_quotas_the_page_names_the_file_and_tells_first_deals_and_staying(
    app, warehouse_without
) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("quotas")))
    assert "`quotas.csv`" in said(at)
    assert [one.label for one in at.metric] == ["First deal, median", "Stayed a year"]
    assert at.title[0].value.startswith("Half of all hires have a first deal by day ")
    assert "stayed a year" in said(at)
    assert len(charts(at)) == 1 + 1 + 2 + 1  # first deal, staying, staying and reviews by role, the grid


def test_without_applications_everything_but_payback_is_told(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("applications")))
    assert len(at.metric) == 6
    assert "Who left before paying back is not known" in said(at)
    assert "applications.csv" in said(at)


def test_whom_managers_would_hire_again_is_what_the_files_say(app) -> None:
    at = sound(
        app(PAGE, {"role_profiles": ["Channel"], "hired_from": "2022-01-01", "hired_to": "2023-12-31"})
    )
    again, answered = sellers.would_hire_again("Channel", "2022-01-01", "2023-12-31")
    assert f"Managers would hire {words.percent(again / answered)} again" in said(at)
    assert "It is one manager's view, closer to mood than to sales" in said(at)


def test_without_reviews_the_file_is_named_and_what_it_would_show(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("performance_reviews")))
    assert "Whether their managers would hire them again is not known" in said(at)
    assert "Add `performance_reviews.csv` to the exports" in said(at)
    assert "whose manager would hire them again, the mean score, and how many were reviewed" in said(at)
    assert "stayed a year" in said(at)


def test_whom_check_ins_doubted_is_what_the_files_say(app) -> None:
    """By pandas: the last talk of the first 200 days of who was hired into a role, up to the exit or a move."""
    rows = by_hand.read("check_ins").merge(by_hand.hires(), on="employee_id")
    held = by_hand.day(rows["held_on"])
    last = rows[["left", "moved"]].min(axis=1).fillna(by_hand.AS_OF)
    within = held.gt(rows["hired"]) & held.le(rows["hired"] + pd.Timedelta(days=200)) & held.le(last)
    talks = rows[within & (rows["score"] != "good")].assign(held=held)
    talks = talks[talks["held"] == talks.groupby(["employee_id", "hired"])["held"].transform("max")]
    again = talks.drop_duplicates(["employee_id", "hired"])["would_hire_again"].value_counts()
    at = sound(app(PAGE))
    table = next(one.value for one in at.table if "At the check-in" in one.value.columns[:1])
    assert table["Hires"].tolist() == [str(again["true"]), str(again["false"])]
    label = next(one.label for one in at.expander if "check-ins" in one.label)
    assert "doubted at check-ins" in label


def test_without_check_ins_nothing_is_drawn_of_them(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("check_ins")))
    assert not [one for one in at.expander if "check-ins" in one.label]
    assert "Managers would hire" in said(at)


def test_hires_of_whom_none_is_reviewed_yet_are_told_so_and_no_file_is_asked_for(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2026-05-01"}))
    assert "No review of these hires is known." in said(at) or "Too few" in said(at)
    assert "performance_reviews.csv" not in said(at)


def test_the_hires_one_by_one_are_folded_until_the_address_names_whom_to_show(app) -> None:
    def folded(at: AppTest) -> dict[str, bool]:
        return {one.label: not one.proto.expanded for one in at.expander}

    assert folded(app(PAGE))["The hires one by one"]
    assert not folded(app(PAGE, {"grid_role": "Channel"}))["The hires one by one"]


def test_a_filter_that_leaves_nobody_says_so(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2026-06-30", "role_profiles": ["Channel"]}))
    assert at.title[0].value == "No hire matches these filters"
    assert not charts(at)
    assert not at.metric


def test_fewer_than_five_hires_are_not_shown(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2020-09-01", "hired_to": "2021-01-31"}))
    assert "Too few hires" in at.title[0].value
    assert not charts(at)
    assert not at.dataframe


def test_new_hires_have_no_outcome_yet_and_the_page_says_which_window_to_choose(app) -> None:
    at = sound(app(PAGE, {"hired_from": "2026-01-01"}))
    assert "Too few of these hires have reached month 12" in said(at)
    assert tile(at, "Meet bar at month 12") == "too early"
    assert "shorter outcome window" in said(at)


def test_a_role_and_a_time_of_hire_list_their_people(app) -> None:
    at = sound(app(PAGE))
    at.selectbox(key="grid_role").set_value("Channel").run()
    at.selectbox(key="grid_cohort").set_value("2023").run()
    sound(at)
    people = sellers.hires()
    wanted = people[(people["role_profile"] == "Channel") & (people["hired"].dt.year == 2023)]
    shown = at.dataframe[0].value
    assert list(shown)[:6] == [
        *("Name", "Attainment, %", "Met the bar", "High performer", "First deal, days", "At pace, months")
    ]
    assert shown["Attainment, %"].dropna().is_monotonic_decreasing
    assert sorted(shown["Employee"]) == sorted(wanted["employee_id"])
    assert f"{len(wanted)} Channel hires of 2023, one by one" in said(at)


def test_a_link_opens_with_the_roles_and_people_it_names(app) -> None:
    at = sound(app(PAGE, {"compare_0": "Channel", "grid_role": "Mid-market", "grid_cohort": "2023"}))
    assert "Half of Channel have a first deal by day" in said(at)
    assert "Mid-market hires of 2023, one by one" in said(at)


def test_a_link_with_an_unknown_role_opens_as_without(app) -> None:
    at = sound(app(PAGE, {"compare_0": "<b>nobody</b>", "grid_role": "nobody"}))
    assert "nobody</b>" not in said(at)


def test_a_choice_that_a_filter_takes_away_does_no_harm(app) -> None:
    at = sound(app(PAGE))
    at.selectbox(key="compare_0").set_value("Channel").run()
    at.selectbox(key="grid_role").set_value("Channel").run()
    at.multiselect(key="role_profiles").set_value(["Inside sales", "Mid-market"])
    at.button(key="show").click().run()
    sound(at)
    assert "Channel" not in "".join(one.value for one in at.header)


def test_who_may_not_see_names_sees_every_figure_and_no_person(app, without_names) -> None:
    at = sound(app(PAGE))
    assert "Names are not part of your access." in said(at)
    assert len(charts(at)) == 14
    assert not at.dataframe
    drawn = said(at) + json.dumps(charts(at))
    names = set(sellers.file("employees")["full_name"].dropna())
    assert not [name for name in names if name in drawn or f". {name.partition(' ')[2]}" in drawn]

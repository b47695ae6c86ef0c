"""Which link between the files is broken, told from counts; nothing where one hire is reached."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd

from hiring.access.scope import Choices, Scope
from hiring.findings import links

WHOLE = {
    "count_spells": 40, "count_in_sales": 12, "count_with_role": 9, "count_exits": 5, "count_hires": 8,
    "is_any_hire_seen": 1, "count_hires_with_region": 8, "count_backgrounds": 6,
    "count_offers": 9, "count_sources": 4,
    "count_quotas": 10, "count_quotas_matched": 8, "count_hires_with_quota": 5,
    "count_applications": 90, "count_applications_with_role": 90, "count_applications_with_region": 80,
    "count_applications_with_segment": 80, "count_hires_with_territory": 8, "count_hired": 7, "count_hired_matched": 6,
    "count_held": 30, "count_in_a_stage": 20, "count_seats": 20,
}  # fmt: skip


def known(**counts: int) -> pd.DataFrame:
    return pd.DataFrame([{**WHOLE, **counts}])


def test_where_the_files_lead_to_hires_nothing_is_broken() -> None:
    looks = (links.hires, links.quotas, links.applications, links.interviews, links.offers, links.sources)
    more = (links.fact, links.offices, links.backgrounds, links.stages)
    assert [look(known()) for look in (*looks, *more)] == [""] * 10
    assert links.warning(known()) == ("", "")


def test_nobody_is_a_hire_for_want_of_a_department_of_a_role_or_of_a_day() -> None:
    nobody = known(count_in_sales=0, count_with_role=0, count_hires=0, is_any_hire_seen=0)
    assert links.hires(nobody).startswith(
        "The HR file has 40 spells of employment, and no department that is read"
    )
    assert "12 of them in Sales, and none with a role" in links.hires(
        known(count_with_role=0, count_hires=0, is_any_hire_seen=0)
    )
    assert "hired by the day the data speak of" in links.hires(known(count_hires=0, is_any_hire_seen=0))
    assert (
        links.warning(nobody)[1]
        == links.hires(nobody)
        == links.interviews(nobody)
        == links.applications(nobody)
    )


def test_offers_without_days_and_one_source_for_all_are_named() -> None:
    assert "offered_on" in links.offers(known(count_offers=0))
    assert "names the same source" in links.sources(known(count_sources=1))


def test_quotas_reach_nobody_by_their_owners_or_by_their_time() -> None:
    assert "owners are nobody" in links.quotas(known(count_quotas_matched=0, count_hires_with_quota=0))
    assert "none lies within the time of a hire" in links.quotas(known(count_hires_with_quota=0))
    assert links.quotas(known(count_quotas=0, count_hires_with_quota=0)) == ""  # then the file is the reason


def test_applications_are_not_hired_or_lead_to_nobody() -> None:
    assert links.applications(known(count_hired=0, count_hired_matched=0)).startswith(
        "No application is marked"
    )
    assert "7 applications came in marked hired, but none" in links.applications(known(count_hired_matched=0))


def test_interviews_are_not_held_or_of_applications_that_led_nowhere() -> None:
    assert "No interview is marked held" in links.interviews(known(count_held=0, count_seats=0))
    assert "none leads to anybody" in links.interviews(known(count_seats=0, count_hired_matched=0))
    assert "the same application ids" in links.interviews(known(count_seats=0))


def test_hires_of_others_are_no_reason_to_look_at_the_files() -> None:
    others = known(is_any_hire_seen=0)
    assert links.fact(others) == links.answer(others, "Anything") == links.NOT_YOURS
    assert (
        links.hires(others) == links.interviews(others) == links.backgrounds(others) == links.ASK_FOR_ACCESS
    )
    assert links.warning(others)[0] == f"{links.NOT_YOURS}, so no filter will show one."


def test_columns_that_are_empty_throughout_are_named() -> None:
    assert "hires of all offices are compared" in links.offices(known(count_hires_with_region=0))
    assert "years_in_sales and previous_industry" in links.backgrounds(known(count_backgrounds=0))
    assert links.stages(known(count_in_a_stage=0)).startswith(
        "30 held interviews came in, and what their stage is"
    )
    assert links.stages(known(count_held=0, count_in_a_stage=0)) == links.NONE_HELD


def test_nobody_has_left_is_a_wonder_from_twenty_people_on() -> None:
    assert "nobody in it has left" in links.warning(known(count_exits=0))[0]
    assert links.warning(known(count_exits=0, count_spells=19)) == ("", "")


def test_territories_that_no_deal_of_a_hire_names_are_asked_for() -> None:
    assert links.ground(known()) == ""
    assert links.ground(known(count_hires_with_territory=0)) == (
        "No hire's territory is known, so whether some were dealt richer ones is neither checked nor levelled out. "
        "Export the territory of each opportunity."
    )


def test_territories_and_regions_of_few_hires_are_told_with_their_count() -> None:
    few = known(count_hires=20, count_hires_with_territory=9, count_hires_with_region=9)
    assert links.ground(few) == (
        "The region of only 9 of 20 hires is recorded, so all others are compared with each other as if of one office. "
        "Export the region of each. The territory of only 9 of 20 hires is known, so whether the others were dealt "
        "richer ones is neither checked nor levelled out. Export the territory of each opportunity."
    )
    half = known(count_hires=20, count_hires_with_territory=10, count_hires_with_region=10)
    assert links.ground(half) == ""  # who came last has won nothing yet, so has no territory


def test_a_chosen_region_that_no_application_has_is_the_openings_to_tell() -> None:
    every = Scope(
        Choices((), (), (), (), date(2024, 1, 1), date(2026, 6, 30), 12), date(2024, 1, 1), date(2026, 6, 30)
    )
    north = replace(every, regions=("North",), segments=("SMB",))
    assert links.openings(known(count_applications_with_region=0), every) == ""
    assert links.openings(known(), north) == ""
    told = links.openings(known(count_applications_with_region=0), north)
    assert told.startswith("No application has a region, so none is left where one is chosen.")
    bare = known(count_applications_with_region=0, count_applications_with_segment=0)
    assert "a region or a segment" in links.openings(bare, north)

"""What the overview says of frames worked out by hand: the answer, the tiles, the changes, the half-years, the gaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from hiring.access.scope import Choices, Scope
from hiring.findings import bars
from hiring.findings.overview import answer, changes, cohorts, half_years, not_knowable, questions, recent
from hiring.findings.overview.answer import Facts
from hiring.findings.overview.recent import Reading, Recent
from hiring.statistics.rates import Interval, difference, wilson
from hiring.statistics.verdicts import Label
from hiring.words import FIXED, THIN

AS_OF = date(2026, 6, 30)
FIRST = date(2021, 1, 1)


def scope(window: int = 12, hired_to: date = AS_OF) -> Scope:
    return Scope(Choices((), (), (), (), FIRST, AS_OF, 12), FIRST, hired_to, outcome_window=window)


def facts(**changes: object) -> Facts:
    known = Facts(
        scope(),
        AS_OF,
        date(2021, 4, 6),
        count_hires=480,
        count_counted=370,
        count_judged=368,
        count_too_new=106,
        count_not_observed=4,
        count_moved=0,
        count_without_quota=2,
        tables_loaded=frozenset({"employees", "opportunities", "quotas", "applications"}),
    )
    return replace(known, **changes)  # type: ignore[arg-type]


def hires(met: int, of: int, on: str, role: str = "Inside sales", deal_day: int = 60) -> pd.DataFrame:
    """Hires of one day, all old enough, who closed a first deal at `deal_day` and never left."""
    return pd.DataFrame(
        {
            "sales_start_on": pd.Timestamp(on),
            "role_profile": role,
            "is_counted": True,
            "is_mature": True,
            "is_start_observed": True,
            "met_bar": pd.array([True] * met + [False] * (of - met), dtype="boolean"),
            "days_to_first_deal": deal_day + np.arange(of) % 7,
            "has_first_deal": True,
            "days_to_exit": 500,
            "has_left": False,
        }
    )


def offers(accepted: int, decided: int, month: str, role: str = "Inside sales") -> pd.DataFrame:
    return pd.DataFrame(
        {
            "role_profile": [role],
            "offer_month": [pd.Timestamp(month)],
            "count_offers": [decided],
            "count_accepted": [accepted],
            "count_decided": [decided],
        }
    )


def half(year: int, of_year: int, met: int, judged: int, too_new: int = 0, last: str = "2025-06-20") -> dict:
    return {
        "hire_year": year,
        "hire_half": of_year,
        "count_hires": judged + too_new,
        "count_judged": judged,
        "count_met_bar": met,
        "count_too_new": too_new,
        "last_hire_on": pd.Timestamp(last),
        "half_ends_on": pd.Timestamp(f"{year}-06-30" if of_year == 1 else f"{year}-12-31"),
    }


def plain(text: str) -> str:
    return text.replace(THIN, " ").replace(FIXED, " ")


NO_OFFERS = offers(0, 0, "2026-01-01").iloc[:0]


def readings_of(
    outcomes: pd.DataFrame, made: pd.DataFrame = NO_OFFERS, window: int = 12, when: Recent | None = None
) -> tuple[Reading, ...]:
    return recent.readings(outcomes, made, when or Recent.at(AS_OF, AS_OF, window), window)


@pytest.mark.parametrize(
    ("as_of", "hired_to", "window", "hires_from", "hires_to", "offers_from"),
    [
        (AS_OF, AS_OF, 12, date(2024, 7, 1), date(2025, 6, 30), date(2025, 7, 1)),
        (AS_OF, AS_OF, 3, date(2025, 3, 31), date(2026, 3, 30), date(2025, 7, 1)),
        (AS_OF, date(2024, 12, 31), 12, date(2024, 1, 1), date(2024, 12, 31), date(2024, 1, 1)),
        (date(2026, 2, 28), date(2026, 2, 28), 6, date(2024, 8, 29), date(2025, 8, 28), date(2025, 3, 1)),
    ],
)
def test_recent_are_the_latest_twelve_months_that_are_old_enough(
    as_of: date, hired_to: date, window: int, hires_from: date, hires_to: date, offers_from: date
) -> None:
    assert Recent.at(as_of, hired_to, window) == Recent(hires_from, hires_to, offers_from)


def test_hires_fall_on_their_side_of_the_day_and_the_immature_on_neither() -> None:
    young = hires(5, 5, "2026-01-10").assign(is_counted=False)
    without_quota = hires(0, 3, "2024-08-01").assign(met_bar=pd.array([None] * 3, dtype="boolean"))
    outcomes = pd.concat([hires(6, 12, "2024-07-01"), hires(5, 20, "2024-06-30"), young, without_quota])
    bar = readings_of(outcomes)[0]
    assert (bar.now.estimate, bar.now.n) == (0.5, 12)
    assert (bar.before.estimate, bar.before.n) == (0.25, 20)
    assert bar.difference == difference(6, 12, 5, 20)


def test_each_measure_is_read_in_both_groups_and_in_each_role() -> None:
    left = hires(0, 4, "2024-09-01").assign(days_to_exit=100, has_left=True)
    outcomes = pd.concat(
        [
            hires(8, 12, "2024-08-01", deal_day=40),
            left,
            hires(10, 20, "2023-01-01", deal_day=80),
            hires(9, 15, "2023-01-01", role="Channel"),
        ]
    )
    made = pd.concat(
        [offers(7, 10, "2026-01-01"), offers(30, 60, "2024-01-01"), offers(3, 4, "2025-07-01", "Channel")]
    )
    found = {(reading.measure.card, reading.role): reading for reading in readings_of(outcomes, made)}
    assert len(found) == 4 * 3
    assert found["first_year_attrition", ""].now.estimate == pytest.approx(4 / 16)
    assert found["first_year_attrition", ""].before.estimate == 0
    assert (
        found["first_deal", "Inside sales"].before.estimate == 83
    )  # the middle of 80 to 86, each of them there
    assert found["offer_acceptance", ""].now == wilson(10, 14)
    assert found["offer_acceptance", "Channel"].now == wilson(3, 4)
    assert found["met_bar", "Channel"].now.n == 0


def test_one_role_alone_is_not_compared_twice() -> None:
    assert [reading.role for reading in readings_of(hires(5, 10, "2024-08-01"))] == ["", "", ""]


def test_what_nobody_is_in_is_not_compared_but_for_the_bar_itself() -> None:
    without_quota = hires(0, 12, "2024-08-01").assign(met_bar=pd.array([None] * 12, dtype="boolean"))
    found = readings_of(pd.concat([without_quota, without_quota.assign(role_profile="Channel")]))
    assert (found[0].measure.card, found[0].now.n) == ("met_bar", 0)
    assert {reading.measure.card for reading in found[1:]} == {"first_deal", "first_year_attrition"}


def test_the_answer_names_both_shares_and_who_is_recent() -> None:
    outcomes = pd.concat([hires(90, 100, "2024-08-01"), hires(50, 100, "2023-08-01")])
    said = answer.answer(facts(), readings_of(outcomes))
    assert plain(said.lead) == "Recent hires are better at month 12: 90 % met the bar against 50 %"
    assert plain(said.standfirst).endswith("Recent: hired 1 Jul 2024 to 30 Jun 2025; earlier: all before.")


@pytest.mark.parametrize(
    ("changes", "lead"),
    [
        ({"count_hires": 0}, "No hire matches these filters"),
        ({"count_not_observed": 480}, "Nobody's first sales are on record, so nobody can be judged"),
        ({"count_counted": 0, "count_too_new": 480}, "No hire here has reached month 12 yet"),
        ({"count_counted": 0, "count_moved": 370}, "No hire here can be judged at month 12"),
        (
            {"count_judged": 0, "tables_loaded": frozenset({"employees"})},
            "Without quotas nobody can be held against the bar",
        ),
        ({"count_judged": 0}, "None of these hires has a quota, so none can be held against the bar"),
        ({"count_without_quota": 0}, "Too few earlier hires have reached month 12 to compare"),
        ({}, "Too few earlier hires with a quota have reached month 12 to compare"),
    ],
)
def test_where_there_is_no_answer_the_page_says_why(changes: dict[str, object], lead: str) -> None:
    said = answer.answer(facts(**changes), readings_of(hires(3, 4, "2024-08-01")))
    assert said.lead == lead
    assert len(said.lead) <= 90


def test_a_tile_is_named_by_its_hires_and_under_five_shows_no_share() -> None:
    tiles = cohorts.cohorts(
        facts(), readings_of(pd.concat([hires(3, 4, "2024-08-01"), hires(3, 9, "2023-08-01")]))
    )
    assert [(tile.label, plain(tile.value)) for tile in tiles] == [
        ("Hired Jul 24–Jun 25", "too few"),
        ("Hired Jul 23–Jun 24", "33 %"),
        ("Hired since Jul 25", "106"),
    ]
    assert tiles[0].note == "4 hires, 10 needed to compare"
    assert tiles[1].note.endswith(" · 9 hires")
    assert tiles[-1].note == "too new to judge, of 480 hires"
    assert all(len(tile.label) <= 20 for tile in tiles)


def test_a_tile_holds_its_measure_its_range_and_its_count() -> None:
    tile = cohorts.cohorts(facts(), readings_of(hires(20, 40, "2024-08-01")))[0]
    assert (plain(tile.value), plain(tile.note)) == ("50 %", "meet bar · 35–65 % · 40 hires")


def test_the_tile_beside_the_latest_year_is_of_the_hires_that_the_lead_names() -> None:
    close = pd.concat([hires(6, 10, "2024-08-01"), hires(5, 10, "2023-07-01"), hires(4, 10, "2023-06-30")])
    assert _beside(close) == ("Hired Jul 23–Jun 24", "50 %")
    told = pd.concat([hires(90, 100, "2024-08-01"), hires(5, 10, "2023-07-01"), hires(10, 90, "2023-06-30")])
    assert "against 15 %" in plain(answer.answer(facts(), readings_of(told)).lead)
    assert _beside(told) == ("Hired before Jul 24", "15 %")
    few = pd.concat([hires(6, 10, "2024-08-01"), hires(3, 9, "2023-07-01"), hires(5, 11, "2023-06-30")])
    assert _beside(few) == ("Hired before Jul 24", "40 %")


def _beside(outcomes: pd.DataFrame) -> tuple[str, str]:
    tile = cohorts.cohorts(facts(), readings_of(outcomes))[1]
    return tile.label, plain(tile.value)


def test_the_tiles_are_of_all_roles_together() -> None:
    outcomes = pd.concat([hires(5, 10, "2024-08-01"), hires(9, 10, "2024-08-01", role="Channel")])
    assert plain(cohorts.cohorts(facts(), readings_of(outcomes))[0].value) == "70 %"


def test_without_a_bar_the_tiles_hold_the_next_measure_that_is_known() -> None:
    waiting = hires(0, 12, "2024-08-01").assign(
        has_first_deal=False, met_bar=pd.array([None] * 12, dtype="boolean")
    )
    tile = cohorts.cohorts(facts(), readings_of(waiting))[0]
    assert (tile.card, tile.value, tile.note) == ("first_deal", "not known", "first deal, median · 12 hires")


def test_where_nobody_is_too_new_no_tile_counts_them() -> None:
    assert len(cohorts.cohorts(facts(count_too_new=0), readings_of(hires(20, 40, "2024-08-01")))) == 2


def test_what_cannot_be_told_says_so_and_what_is_possible() -> None:
    outcomes = pd.concat([hires(52, 100, "2024-08-01"), hires(48, 100, "2022-08-01")])
    said = answer.answer(facts(), readings_of(outcomes))
    assert plain(said.lead) == "52 % of recent hires met the bar and 48 % of earlier ones: can't tell"
    assert plain(said.standfirst).startswith(
        "Anything from 17 points better to 10 worse is still possible: 100 recent"
    )


def test_the_latest_year_stands_beside_the_year_before_with_one_range_where_neither_is_ahead() -> None:
    older = hires(10, 40, "2022-08-01")
    outcomes = pd.concat([hires(52, 100, "2024-08-01"), hires(58, 100, "2023-08-01"), older])
    said = answer.answer(facts(), readings_of(outcomes))
    assert plain(said.lead) == (
        "52 % of those hired Jul 24–Jun 25 met the bar, 58 % a year earlier: too close to call"
    )
    assert plain(said.standfirst) == (
        "100 hires of 1 Jul 2024 to 30 Jun 2025 against 100 of the year before, all seen at month 12: likely −19 to +8 "
        "points."
    )
    apart = pd.concat(
        [hires(48, 100, "2024-08-01"), hires(66, 100, "2023-08-01"), hires(10, 60, "2022-08-01")]
    )
    assert "too close" not in answer.answer(facts(), readings_of(apart)).lead


def test_sooner_and_fewer_are_for_the_better_and_the_answer_itself_is_not_told_again() -> None:
    outcomes = pd.concat(
        [hires(95, 100, "2024-08-01", deal_day=30), hires(40, 100, "2023-08-01", deal_day=90)]
    )
    made = pd.concat([offers(20, 80, "2026-01-01"), offers(70, 80, "2024-01-01")])
    told = changes.changed(readings_of(outcomes, made))
    clear = {
        one.sentence.split(" against")[0].split(" ", 1)[1]: one for one in told if one.label == Label.CLEAR
    }
    assert len(clear) == 2
    deal = next(one for name, one in clear.items() if "first deal" in name)
    offer = next(one for name, one in clear.items() if "offers" in name)
    assert deal.is_better is True
    assert offer.is_better is False
    assert "sooner (100 hires against 100)." in deal.sentence
    assert plain(offer.sentence).startswith("25 % of offers accepted against 88 %; likely ")
    assert all("met their role's bar" not in one.sentence for one in told)
    assert changes.changed_title(told) == "What changed: two things clearly"


def test_where_nothing_is_clear_the_list_says_so_and_claims_nothing() -> None:
    outcomes = pd.concat([hires(50, 100, "2024-08-01"), hires(50, 100, "2023-08-01")])
    made = pd.concat([offers(40, 80, "2026-01-01"), offers(41, 80, "2024-01-01")])
    told = changes.changed(readings_of(outcomes, made))
    assert {one.label for one in told} == {Label.CANNOT_TELL}
    assert {one.is_better for one in told} == {None}
    assert changes.changed_title(told) == "Nothing changed that luck would not explain"
    assert changes.changed_title(()) == "Too few to tell what changed"


def test_the_table_sets_every_measure_beside_the_year_before_and_says_what_days_it_is_of() -> None:
    outcomes = pd.concat(
        [hires(95, 100, "2024-08-01", deal_day=30), hires(40, 100, "2023-08-01", deal_day=90)]
    )
    made = pd.concat([offers(4, 8, "2026-01-01"), offers(70, 80, "2024-01-01")])
    table = changes.table(scope(), readings_of(outcomes, made), Recent.at(AS_OF, AS_OF, 12))
    assert list(table["Measure"]) == [
        "Meet bar at month 12, hired Jul 24–Jun 25",
        "First deal, median, hired Jul 24–Jun 25",
        "Left in first year, hired Jul 24–Jun 25",
        "Offers accepted, Jul 25–Jun 26",
    ]
    assert plain(table.iloc[0]["Now (likely) · n"]) == "95 % (89–98) · 100"
    assert list(table["The year before · n"])[1] == "93 days · 100"
    assert list(table["Difference, likely"])[:2] == ["+43 to +64 points", "−61 to −59 days"]
    assert table["Difference, likely"].iloc[3] == "not known"  # eight offers


def test_half_years_are_read_against_all_of_them_and_no_handful_is_a_line() -> None:
    drawn = half_years.reference(pd.DataFrame([half(2024, 1, 30, 60), half(2024, 2, 3, 40)]))
    assert (drawn.value, drawn.name) == (0.33, "all")
    assert half_years.reference(pd.DataFrame([half(2024, 1, 2, 4)])) is None


def test_the_quarter_is_the_companys() -> None:
    def company(starts_in: int) -> pd.DataFrame:
        return pd.DataFrame({"as_of": [pd.Timestamp(AS_OF)], "fiscal_year_starts_in": [starts_in]})

    assert answer.quarter(company(1)) == "Quarter 2, 2026"
    assert answer.quarter(company(4)) == "Quarter 1 of fiscal 2027"
    assert answer.quarter(company(7)) == "Quarter 4 of fiscal 2026"


def test_half_years_carry_counts_and_wilson_bounds_and_the_open_one_is_not_mature() -> None:
    cohorts = pd.DataFrame(
        [half(2024, 1, 30, 60), half(2024, 2, 3, 4), half(2025, 1, 10, 20, 5), half(2025, 2, 0, 0, 9)]
    )
    frame = half_years.chart_frame(cohorts)
    assert list(frame["period"]) == ["2024 H1", "2024 H2", "2025 H1"]
    expected = wilson(30, 60)
    assert tuple(frame.loc[0, ["estimate", "low", "high", "n"]]) == (
        0.5,
        pytest.approx(expected.low),
        pytest.approx(expected.high),
        60,
    )
    assert list(frame["is_mature"]) == [True, True, False]
    assert frame["verdict"].isna().tolist() == [True, False, True]


def test_only_the_latest_eight_half_years_are_drawn_and_the_rest_are_counted() -> None:
    cohorts = pd.DataFrame([half(2016 + place // 2, 1 + place % 2, 10, 20) for place in range(11)])
    assert len(half_years.chart_frame(cohorts)) == 8
    assert half_years.chart_frame(cohorts)["period"].iloc[-1] == "2021 H1"
    assert half_years.notes(cohorts, 12) == "Earlier half-years (60 hires) are not drawn."


@pytest.mark.parametrize(
    ("met", "title"),
    [
        ((25, 25, 25), "No half-year stands out from the others"),
        ((25, 25, 25, 25, 8), "2026 H1 stands out: its hires met the bar less often than others"),
        ((3, 25, 48), "2 half-years stand out from the others: 2024 H1 and 2025 H1"),
        ((25, 25, 34), "2025 H1 may stand out, but luck could explain it"),
        (
            (25, 25, 34, 16),
            "No whole year stands out; 2025 H1 and 2025 H2 may stand out, but luck could explain it",
        ),
    ],
)
def test_the_chart_is_titled_by_what_stands_out(met: tuple[int, ...], title: str) -> None:
    names = ((2024, 1), (2024, 2), (2025, 1), (2025, 2), (2026, 1))[: len(met)]
    cohorts = pd.DataFrame([half(*name, count, 50) for name, count in zip(names, met, strict=True)])
    assert half_years.title(cohorts) == title


def test_an_open_half_year_is_no_evidence_that_it_stands_out() -> None:
    cohorts = pd.DataFrame([half(2024, 1, 25, 50), half(2024, 2, 25, 50), half(2025, 1, 0, 50, 3)])
    assert half_years.title(cohorts) == "No half-year stands out from the others"
    assert half_years.title(cohorts.iloc[:1]) == "Too few half-years to compare"


def test_an_open_half_year_is_final_when_its_last_hire_is_old_enough() -> None:
    cohorts = pd.DataFrame(
        [half(2025, 1, 10, 20), half(2025, 2, 0, 0, 46, "2025-12-29"), half(2026, 1, 0, 0, 7, "2026-03-02")]
    )
    found = [(about, plain(told)) for about, told in half_years.not_yet_final(cohorts, date(2026, 4, 15), 12)]
    assert found == [
        (
            "Hires of 2025 H2",
            "46 of 46 too new; final on 29 Dec 2026, when the last of them reaches month 12.",
        ),
        (
            "Hires of 2026 H1",
            "7 of 7 too new; final by 30 Jun 2027 at the latest, when the last of them reaches month 12.",
        ),
    ]


def test_half_years_beyond_the_third_open_one_are_summed_up() -> None:
    cohorts = pd.DataFrame([half(2024 + place // 2, 1 + place % 2, 0, 0, 10) for place in range(5)])
    found = half_years.not_yet_final(cohorts, AS_OF, 24)
    assert len(found) == 4
    assert found[-1] == ("Later half-years", "20 hires, to be judged in turn.")


def test_the_chart_in_words_holds_each_half_year_and_no_hidden_one() -> None:
    frame = half_years.chart_frame(pd.DataFrame([half(2024, 1, 30, 60), half(2024, 2, 3, 4)]))
    assert (
        plain(half_years.in_words(frame, "A title")) == "A title. 2024 H1 50 %, likely 38 to 62 %, 60 hires."
    )


def test_missing_files_are_named_with_what_they_would_show_and_ours_are_not() -> None:
    names = ["quotas", "ratings", "a", "b", "c", "d", "matches", "exchange_rates", "applications"]
    tables = pd.DataFrame(
        {
            "table_name": names,
            "system": ["CRM", "ATS", "ATS", "ATS", "ATS", "ATS", "Ours", "CRM", "ATS"],
            "lights_up": [f"what {name} shows" for name in names],
            "count_rows": [0, 0, 0, 0, 0, 0, 0, 0, 12],
        }
    )
    found = not_knowable.missing_files(tables)
    assert found[0] == ("What quotas shows", "needs quotas.csv, which is not loaded.")
    assert [about for about, _ in found] == [
        *(f"What {name} shows" for name in ("quotas", "ratings", "a", "b")),
        "Also not loaded",
    ]
    assert found[-1][1] == "c.csv, d.csv."


def test_a_missing_file_that_no_page_uses_yet_is_not_asked_for() -> None:
    tables = pd.DataFrame(
        {
            "table_name": ["quotas", "touchpoints"],
            "system": ["CRM", "Agreed"],
            "lights_up": ["what quotas show", ""],
            "count_rows": [0, 0],
        }
    )
    assert not_knowable.missing_files(tables) == (
        ("What quotas show", "needs quotas.csv, which is not loaded."),
    )


def test_hires_left_out_for_good_are_counted_with_the_reason() -> None:
    assert not_knowable.gaps(facts(count_not_observed=1)) == (
        ("First sales", "1 hire started before the CRM's history and is left out."),
        ("The bar", "2 hires without a quota of that time are left out of it."),
    )
    assert not_knowable.gaps(facts(count_not_observed=0, count_without_quota=0)) == ()
    assert not_knowable.gaps(facts(count_not_observed=0, count_without_quota=0, count_moved=1)) == (
        ("The bar", "1 hire moved to another role before month 12 and is left out of it."),
    )
    unseen = facts(count_not_observed=0, count_without_quota=0, count_unseen=9, count_started_unseen=1)
    assert not_knowable.gaps(unseen) == (
        ("First sales", "1 hire started at a time of which the CRM's file lacks deals and is left out."),
        (
            "The bar",
            "9 hires reached month 12, but the CRM's file lacks deals of that time: they are left out of it.",
        ),
    )


def test_the_bar_is_said_once_where_it_is_the_same_and_by_role_where_it_differs() -> None:
    same = pd.DataFrame(
        {
            "role_profile": ["A", "B"],
            "bar": [1.0, 1.0],
            "ramp_months": [6, 6],
            "high_performer_share": [0.2, 0.2],
        }
    )
    assert plain(bars.bar_in_words(same, 9)) == (
        "The bar at month 9: still employed, with at least 100 % of ramped quota in every role."
    )
    differing = same.assign(bar=[1.0, 0.9], ramp_months=[5, 10], high_performer_share=[0.2, 0.1])
    assert plain(bars.bar_in_words(differing, 12)).endswith(
        "with at least 90 % of ramped quota in B, 100 % in A."
    )
    assert bars.ramp_in_words(differing) == "The ramp takes 5 months in A; 10 months in B."
    assert plain(bars.high_performers_in_words(differing, 12)).startswith(
        "High performers: the top 10 % in B, 20 % in A"
    )
    assert bars.bar_in_words(same.iloc[:0], 12) == ""


def test_frames_are_left_as_they_were() -> None:
    outcomes = pd.concat([hires(5, 10, "2024-08-01"), hires(5, 10, "2023-08-01")])
    cohorts = pd.DataFrame([half(2024, 1, 30, 60), half(2025, 1, 3, 40)])
    copies = outcomes.copy(), cohorts.copy()
    readings_of(outcomes)
    half_years.chart_frame(cohorts)
    half_years.title(cohorts)
    pd.testing.assert_frame_equal(outcomes, copies[0])
    pd.testing.assert_frame_equal(cohorts, copies[1])


def test_a_value_of_few_is_never_in_the_table() -> None:
    cell = changes.cell(Interval(0.75, 0.3, 0.95, 4), readings_of(hires(5, 10, "2024-08-01"))[0])
    assert cell == "too few"


def test_hires_enough_of_whom_not_half_have_a_deal_are_not_called_too_few() -> None:
    waiting = pd.concat([hires(5, 20, day) for day in ("2024-08-01", "2023-08-01")]).assign(
        has_first_deal=False
    )
    table = changes.table(scope(), readings_of(waiting), Recent.at(AS_OF, AS_OF, 12))
    assert tuple(table.iloc[1])[1:] == ("not known yet · 20", "not known yet · 20", "not known")


def test_one_comparison_is_not_judged_together_with_others() -> None:
    few = pd.concat([hires(3, 6, "2024-08-01"), hires(5, 20, "2023-08-01")])
    made = pd.concat([offers(8, 12, "2026-01-01"), offers(30, 44, "2024-01-01")])
    assert changes.changed_in_words(readings_of(few, made)) == (
        "Against all earlier hires: 1 comparison; 2 more cannot be judged yet"
    )


def test_a_chosen_year_is_compared_with_the_hires_before_it_under_the_other_filters() -> None:
    year = facts(scope=replace(scope(), hired_from=date(2025, 1, 1)))
    assert year.compared == replace(year.scope, hired_from=year.scope.choices.first_day)
    assert (year.recent.hires_from, year.recent.offers_from) == (date(2025, 1, 1), date(2025, 7, 1))
    outcomes = pd.concat(
        [hires(20, 40, "2025-02-01"), hires(30, 50, "2024-03-01"), hires(21, 50, "2022-03-01")]
    )
    read = readings_of(outcomes, when=year.recent)
    said = answer.answer(year, read)
    assert plain(said.lead) == "50 % of these hires met the bar, 60 % of the year before's"
    assert plain(said.standfirst).startswith(
        "40 hires of 1 Jan 2025 to 30 Jun 2025 against 50 of the year before, under your other filters, all seen at "
    )
    tiles = {tile.label: tile.value for tile in cohorts.cohorts(year, read)}
    assert list(tiles)[:2] == ["Hired Jan 25–Jun 25", "Hired Jan 24–Dec 24"]
    assert plain(tiles["Hired Jan 24–Dec 24"]) == "60 %"


def test_of_days_that_somebody_chose_nothing_is_judged_however_far_apart_the_hires_are() -> None:
    year = facts(scope=replace(scope(), hired_from=date(2025, 1, 1)))
    outcomes = pd.concat(
        [hires(38, 40, "2025-02-01"), hires(15, 50, "2024-03-01"), hires(14, 50, "2022-03-01", deal_day=200)]
    )
    judged = readings_of(outcomes, when=replace(year.recent, is_chosen=False))
    assert {one.label for one in changes.changed(judged)} & {Label.CLEAR, Label.LEANING}
    read = readings_of(outcomes, when=year.recent)
    said = answer.answer(year, read)
    assert plain(said.lead) == "95 % of these hires met the bar, 30 % of the year before's"
    assert "No verdict: whoever tries days enough finds some that differ." in said.standfirst
    assert {one.label for one in changes.changed(read)} <= {Label.CANNOT_TELL}
    assert plain(questions.trend(read[0], year).said) == (
        "95 % met the bar, 30 % the year before: likely +47 to +76 points; no verdict on days you chose."
    )
    assert changes.changed_title(changes.changed(read), year.recent) == "The days you chose beside all before"


def test_a_filter_that_begins_with_the_data_or_keeps_some_earlier_hires_leaves_none_out() -> None:
    assert not facts().is_earlier_left_out
    assert not facts(scope=replace(scope(), hired_from=date(2024, 6, 30))).is_earlier_left_out
    assert facts(scope=replace(scope(), hired_from=date(2024, 7, 1))).is_earlier_left_out
    assert facts().compared == facts().scope

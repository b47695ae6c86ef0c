"""Interviewing craft: each figure says what `ratings` worked out, beside it what stands in its way where it cannot."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest
from scipy.stats import norm

from benchmarks.scorecards import START, Invented, invented
from helpers.invented.judged import CLEAR, whole
from hiring.findings.craft import answer, scales, times
from hiring.findings.craft import validity as interviewer_validity
from hiring.findings.craft.answer import Craft, craft
from hiring.findings.role_profiles import as_a_whole
from hiring.statistics.rates import Interval
from hiring.statistics.ratings.calibration import seats
from hiring.statistics.ratings.leniency import Leniency, leniency, without_leniency
from hiring.statistics.ratings.not_known import NotKnown
from hiring.statistics.ratings.scorecards import Rated, rated
from hiring.statistics.ratings.spread import spread
from hiring.statistics.ratings.timeliness import Timeliness, timeliness
from hiring.statistics.ratings.validity import validity

AS_OF = pd.Timestamp("2024-03-29")
PROFILES = pd.DataFrame(
    {
        "role_profile": "Inside sales",
        "version": "1",
        "effective_on": pd.Timestamp("2023-01-01"),
        "competency": ["Discovery", "Negotiation"],
    }
)
HOLIDAYS = pd.DataFrame({"holiday_on": pd.to_datetime(["2024-01-02"])})
PROMISES = pd.DataFrame(
    {
        "promise_id": ["P1", "P2"],
        "promise": ["Sales writes", "HR writes"],
        "department": ["Sales", "HR"],
        "starts_at": ["interview_held", "screen_held"],
        "within_days": [2, 1],
        "in_force_from": pd.to_datetime(["2021-01-01", "2021-01-01"]),
        "in_force_to": pd.to_datetime([None, None]),
    }
)


@cache
def company() -> Invented:
    return invented(4, hires=300, share=0.25, interviewers=20)


@cache
def told() -> Craft:
    made = company()
    return craft(made.scorecards, made.ratings, PROMISES, HOLIDAYS, made.outcomes, PROFILES, AS_OF)


@cache
def cards() -> Rated:
    found = rated(company().scorecards, company().ratings)
    assert isinstance(found, Rated)
    return found


def test_who_rates_higher_than_colleagues_is_counted_and_drawn_with_department_and_n() -> None:
    found = leniency(cards())
    assert not isinstance(found, NotKnown)
    clear = int((found.interviewers["label"] == "Clear").sum())
    figure = scales.leniency_figure(found)
    assert figure.exhibit.lead.startswith(f"{clear} of 20 interviewers clearly rate higher or lower")
    assert len(figure.exhibit.marks.rows) == 12
    assert figure.exhibit.marks.rows["n"].is_monotonic_decreasing
    assert set(figure.exhibit.marks.rows["verdict"]) <= {"Clear", "Leaning", "Can't tell", "Too few hires"}


def test_the_three_shares_of_a_rating_stand_in_the_note() -> None:
    found = leniency(cards())
    assert not isinstance(found, NotKnown)
    share = f"{found.candidate_share * 100:.0f}"
    assert f"{share}\u202f% is the candidate" in scales.leniency_figure(found).exhibit.note


def test_a_scale_of_spread_does_not_magnify_what_hardly_differs() -> None:
    known = spread(cards())
    assert not isinstance(known, NotKnown)
    figure = scales.spread_figure(replace(known, interviewers=known.interviewers.assign(label="Clear")))
    low, high = figure.exhibit.marks.given["extent"]
    assert high - low >= 0.7
    assert low <= figure.exhibit.marks.rows["low"].min()


def test_where_nobody_is_told_apart_nobody_is_named_and_how_wide_they_lie_leads() -> None:
    level, used = leniency(cards()), spread(cards())
    assert isinstance(level, Leniency)
    assert not isinstance(used, NotKnown)
    alike = scales.leniency_figure(replace(level, interviewers=level.interviewers.assign(label="Can't tell")))
    far = level.interviewers["leniency"]
    assert alike.exhibit.lead == (
        f"All interviewers' levels lie within {far.max() - far.min():.2f} points; nobody is clearly apart"
    )
    assert alike.exhibit.standfirst == "Of 20 interviewers with 8 scorecards or more, after luck"
    assert not alike.exhibit.is_drawn
    # Twenty who use the scale alike: nobody is at least Leaning there.
    assert set(used.interviewers["label"]) <= {"Can't tell", "Too few"}
    assert told().spread.exhibit.lead.startswith("All interviewers' spreads lie within 0.")
    assert not told().spread.exhibit.is_drawn
    leaning = level.interviewers.assign(label=["Leaning", *["Can't tell"] * 19])
    assert not scales.leniency_figure(replace(level, interviewers=leaning)).exhibit.is_drawn
    one = level.interviewers.assign(label=["Clear", *["Can't tell"] * 19])
    assert len(scales.leniency_figure(replace(level, interviewers=one)).exhibit.marks.rows) == 12


def test_the_table_sets_plain_values_beside_those_drawn_in() -> None:
    table = told().scales_table
    assert {"Plain difference", "Leniency", "Plain spread", "Spread"} <= set(table.columns)
    assert len(table) == 20
    only = scales.scales_table(NotKnown("", "", ""), NotKnown("", "", ""))
    assert only.empty


def test_in_time_is_told_by_department_and_what_nobody_promised_is_said() -> None:
    figure = told().on_time
    # Every card came three hours after a panel: Sales promised two days after any interview, HR only after a screen.
    assert figure.exhibit.lead == "Scorecards in time: Sales 100\u202f%"
    count = int((company().scorecards["department"] == "HR").sum())
    assert f"nobody promised a scorecard for that interview: {count:,} of HR" in figure.exhibit.note
    assert (
        "Promised: HR within 1 working day after a screen; Sales within 2 working days" in figure.exhibit.note
    )
    assert set(figure.exhibit.marks.rows["side"]) == {"Sales"}
    assert list(figure.exhibit.marks.rows["name"]) == sorted(figure.exhibit.marks.rows["name"])


def test_an_agreement_without_a_promise_names_the_file() -> None:
    made = company()
    found = timeliness(made.scorecards, PROMISES.iloc[:0], HOLIDAYS, AS_OF)
    figure = times.on_time_figure(found, PROMISES.iloc[:0])
    assert figure.missing is not None
    assert figure.missing.file == "working_agreement.csv"


def test_other_people_have_neither_departments_colour() -> None:
    made = company()
    other = made.scorecards.assign(department="Other")
    found = craft(
        other, made.ratings, PROMISES.assign(department="Other"), HOLIDAYS, made.outcomes, PROFILES, AS_OF
    )
    assert found.on_time.exhibit.marks.rows["side"].isna().all()
    assert found.on_time.exhibit.lead == "Scorecards in time"


def test_of_too_few_scorecards_the_counts_stand_all_the_same() -> None:
    rows = pd.DataFrame(
        {
            "department": ["HR", "Sales"],
            "rate": [1.0, 0.5],
            "low": [0.34, 0.15],
            "high": [1.0, 0.85],
            "count_on_time": [2, 2],
            "count_due": [2, 4],
            "count_not_promised": [3, 0],
            "count_open": [1, 1],
        }
    )
    few = Timeliness(pd.DataFrame(), rows)
    assert times.due(few, PROMISES) == (
        "Since the data begin, scorecards in time: HR within 1 working day after a screen, 2 of 2; Sales within "
        "2 working days after an interview, 2 of 4."
    )


def test_the_days_promised_before_are_said_beside_those_of_today() -> None:
    earlier = PROMISES.iloc[[0]].assign(within_days=3, in_force_to=pd.Timestamp("2023-12-31"))
    later = PROMISES.assign(in_force_from=pd.Timestamp("2024-01-01"))
    said = times.promised(pd.concat([earlier, later], ignore_index=True))
    assert said.replace("\u00a0", " ").endswith(
        "Sales within 2 working days after an interview (before 1 Jan 2024 within 3)."
    )


def test_those_with_most_scorecards_are_drawn_in_that_order_and_not_by_how_strict_they_are() -> None:
    made = leniency(cards())
    assert not isinstance(made, NotKnown)
    figure = told().leniency.exhibit
    rows = figure.marks.rows
    counts = made.interviewers["count_scorecards"]
    assert list(rows["n"]) == sorted(counts, reverse=True)[:12]
    assert not rows["estimate"].is_monotonic_decreasing
    assert figure.standfirst.startswith("Shown: the 12 of 20 with most scorecards. Strict is no fault: ")
    for _, row in rows.iterrows():
        far = "higher" if row["estimate"] > 0 else "lower"
        assert str(row["right"]).startswith(f"{abs(row['estimate']):.1f} {far} · ")


def test_load_says_the_hours_and_that_they_are_assumed() -> None:
    figure = told().load
    made = company().scorecards
    held = len(made)
    sales = int((made["department"] == "Sales").sum())
    assert figure.exhibit.lead == (
        f"{held:,} interviews in 13 weeks, {sales:,} of them by Sales: about {sales * 1.5:,.0f} selling hours"
    )
    assert figure.exhibit.note.startswith("Shown: the 12 of 20 with most interviews. Since ")
    assert "Hours are assumed at 1.5 an interview" in figure.exhibit.note
    assert len(figure.exhibit.table) == 12
    assert len(told().load_table) == 20
    assert figure.exhibit.table.shape[1] == 5


def test_no_interview_of_late_is_said() -> None:
    made = company()
    later = craft(
        made.scorecards,
        made.ratings,
        PROMISES,
        HOLIDAYS,
        made.outcomes,
        PROFILES,
        AS_OF + pd.Timedelta("500D"),
    )
    assert later.load.exhibit.lead == "No interview was held in the latest 13 weeks"
    assert later.load.exhibit.table.empty


def test_raw_validity_never_stands_without_the_estimate_for_all_candidates() -> None:
    fair = without_leniency(cards(), leniency(cards()))
    found = validity(fair, company().outcomes)
    assert not isinstance(found, NotKnown)
    figure = interviewer_validity.company_figure(found)
    first = figure.exhibit.marks.rows.iloc[0]
    by_hand = [100 * norm.cdf(norm.ppf(0.2) + one.estimate) - 20 for one in (found.raw, found.corrected)]
    assert [first["raw"], first["corrected"]] == pytest.approx(by_hand)
    assert first["corrected"] > first["raw"]
    assert list(figure.exhibit.marks.rows["name"]) == [
        "All interviewers",
        "HR, 10 interviewers",
        "Sales, 10 interviewers",
    ]
    for frame in (figure.exhibit.marks.rows, told().people.exhibit.marks.rows):
        assert frame[["raw", "corrected"]].notna().all().all()
    assert {"Among hires, in 100", "All candidates, in 100"} <= set(told().validity_table.columns)
    assert "too low as hires were chosen by these ratings" in figure.exhibit.standfirst


def test_outcomes_by_rating_rise_and_the_slope_stands_below() -> None:
    figure = told().calibration
    assert figure.exhibit.lead == "Hires rated higher by their panel went on to attain more"
    assert figure.exhibit.marks.rows["n"].sum() == 300
    assert figure.exhibit.marks.rows["rising"].is_monotonic_increasing
    assert figure.exhibit.note.startswith("One point of rating goes with ")
    assert " instead of 20 high performers in 100 (likely " in figure.exhibit.note


def test_what_each_department_adds_is_told_with_intervals_and_no_winner() -> None:
    found = seats(without_leniency(cards(), leniency(cards())), company().outcomes)
    said = interviewer_validity.seats_sentence(found)
    assert not isinstance(found, NotKnown)
    assert f"Among {found.count_hires} hires rated by both" in said
    assert "of 100 whom HR rated a step higher and Sales alike, " in said
    assert " SD" not in said
    assert "Which is ahead is not tested." in said
    assert interviewer_validity.seats_sentence(NotKnown("Too few.", "", "Wait.")) == "Too few. Wait."


def test_tiles_hold_value_interval_and_n() -> None:
    tiles = {one.card: one for one in told().numbers}
    assert list(tiles) == [
        "scorecards_independent",
        "rating_agreement",
        "ratings_as_a_whole",
        "selling_hours",
    ]
    assert tiles["ratings_as_a_whole"].value == "not known"  # nobody said what ratings foretell
    assert tiles["rating_agreement"].title() == "Any two interviewers"
    assert re.fullmatch(
        r"0.% is chance, 100.% always alike; likely .* · [\d,]+ candidates",
        tiles["rating_agreement"].note,
    )
    assert tiles["rating_agreement"].value.endswith("\u202f%")
    assert "assumed at 1.5 h each" in tiles["selling_hours"].note


def test_what_ratings_foretell_is_the_very_number_of_role_profiles() -> None:
    slope = whole(**CLEAR, n=412)
    made = company()
    given = (made.scorecards, made.ratings, PROMISES, HOLIDAYS, made.outcomes, PROFILES, AS_OF)
    found = craft(*given, slope)
    tile = next(one for one in found.numbers if one.card == "ratings_as_a_whole")
    assert (tile.value, tile.note) == as_a_whole.quoted(slope)
    assert tile.value in as_a_whole.lead(slope) == found.results
    assert craft(*given).results == "Hires can't tell yet what goes with results"


def test_without_competency_scores_the_recommendation_stands_for_them_and_it_is_said() -> None:
    made = company()
    varied = made.scorecards.assign(recommendation=1 + made.scorecards.index % 4)
    found = craft(varied, made.ratings.iloc[:0], PROMISES, HOLIDAYS, made.outcomes, PROFILES, AS_OF)
    assert "the recommendation stands for them" in found.standfirst
    assert not found.is_of_competencies
    assert found.leniency.missing is None


def test_without_any_rating_times_and_load_still_stand() -> None:
    made = company()
    silent = made.scorecards.assign(recommendation=np.nan)
    found = craft(silent, made.ratings.iloc[:0], PROMISES, HOLIDAYS, made.outcomes, PROFILES, AS_OF)
    for figure in (found.leniency, found.spread, found.company, found.calibration):
        assert figure.missing is not None
        assert figure.missing.file == "ratings.csv"
    assert found.on_time.missing is None
    assert {one.value for one in found.numbers} >= {"not known"}


def test_without_interviews_there_is_nothing_and_no_standfirst() -> None:
    made = company()
    none = craft(
        made.scorecards.iloc[:0], made.ratings.iloc[:0], PROMISES, HOLIDAYS, made.outcomes, PROFILES, AS_OF
    )
    assert none.standfirst == ""
    assert {one.value for one in none.numbers} == {"not known"}


def test_too_few_hires_to_set_ratings_against_are_told_with_their_number() -> None:
    made = company()
    found = craft(made.scorecards, made.ratings, PROMISES, HOLIDAYS, made.outcomes.head(30), PROFILES, AS_OF)
    assert found.company.missing is not None
    assert found.company.missing.fact.startswith("30 hires were rated")
    assert found.leniency.missing is None


@pytest.mark.parametrize(
    ("reach", "said"),
    [
        (0.17, "Of 100 candidates rated a step higher 29 instead of 20 would be high performers"),
        (0.2, "Ratings may go with results, but luck could explain it"),
        (0.6, "Whether ratings go with results cannot be told"),
    ],
)
def test_ratings_are_said_to_go_with_outcomes_only_where_luck_would_rarely_have_it(
    reach: float, said: str
) -> None:
    fair = without_leniency(cards(), leniency(cards()))
    found = validity(fair, company().outcomes)
    assert not isinstance(found, NotKnown)
    changed = replace(found, corrected=Interval(0.3, 0.3 - reach, 0.3 + reach, 300))
    assert interviewer_validity.company_figure(changed).exhibit.lead == said
    below = replace(found, corrected=Interval(-0.3, -0.3 - reach, -0.3 + reach, 300))
    assert "cannot be told" in interviewer_validity.company_figure(below).exhibit.lead
    assert answer.TITLE == "Interviewing craft"
    assert START < AS_OF


def test_where_nobody_has_scorecards_enough_no_interviewer_is_said_to_be_like_the_others() -> None:
    found = spread(cards())
    few = replace(found, interviewers=found.interviewers.assign(count_scorecards=7))
    figure = scales.spread_figure(few)
    assert figure.exhibit.lead == "How much of the scale each uses is not known"
    assert figure.missing is not None
    assert figure.missing.fact == "Nobody here has the 8 scorecards that it takes."
    known = leniency(cards())
    assert isinstance(known, Leniency)
    strict = replace(known, interviewers=known.interviewers.assign(count_scorecards=7))
    assert scales.leniency_figure(strict).exhibit.lead == "How strictly each rates is not known"


def test_a_table_of_spread_alone_says_whom_each_row_is_about() -> None:
    alone = scales.scales_table(NotKnown("x", "", ""), spread(cards()))
    assert list(alone.columns)[:4] == ["Interviewer", "Department", "Scorecards", "Plain spread"]
    assert alone["Interviewer"].notna().all()
    assert "interviewer_id" not in alone.columns
    both = scales.scales_table(leniency(cards()), spread(cards()))
    assert list(both.columns).count("Interviewer") == 1


def test_names_stand_in_the_order_in_which_they_are_printed() -> None:
    printed = ["A. Vinterberg", "K. Osterhagen", "B. Adler", "Okafor, Ada"]
    assert sorted(printed, key=times._surname) == [
        *("B. Adler", "Okafor, Ada", "K. Osterhagen", "A. Vinterberg")
    ]


def test_whoever_has_too_few_scorecards_is_not_among_those_furthest_out() -> None:
    found = leniency(cards())
    assert isinstance(found, Leniency)
    people = found.interviewers
    first = people.index == 0
    few = people.assign(
        count_scorecards=people["count_scorecards"].mask(first, 7),
        label=people["label"].mask(first, "Too few"),
    )
    figure = scales.leniency_figure(replace(found, interviewers=few)).exhibit
    assert people["leniency"].iloc[0] not in set(figure.marks.rows["estimate"])
    assert figure.standfirst.startswith("Shown: the 12 of 19 with most scorecards. ")
    assert " of 19 interviewers clearly rate" in figure.lead

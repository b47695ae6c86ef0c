"""Sentences, tiles and figures of a hiring plan, of companies made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from hiring import words
from hiring.findings.hiring_plan import answer, exhibits
from hiring.findings.hiring_plan.answer import Asked, Made
from hiring.findings.hiring_plan.known import Hiring, Known, Year, hiring_of, known_of, years
from hiring.findings.sources.costs import Cost, Costs
from hiring.statistics.planning.history import History
from hiring.statistics.planning.plan import MOST, Plan, Range
from hiring.statistics.rates import Interval

ROLES = ("Field", "Inside")
NOW = date(2026, 7, 1)
YEAR = Year("2027", date(2027, 1, 1), 6)
ASKED = Asked(YEAR, 40e6, 4, 8, (0.5, 0.5))
HIRING = Hiring(70.0, 30.0, 40, 0.8, 50, (("HR", 10.0), ("Sales", 6.0)), 5000.0, (("Field", 90.0),))


def known(rare: int = 0) -> Known:
    """Twenty sellers of two roles in the seat for two years, a million a year each; so many of a third role."""
    count = 20 + rare
    role = np.concatenate([np.arange(20) % 2, np.full(rare, 2)])
    names = (*ROLES, *(("Rare",) if rare else ()))
    revenue = np.full((count, 24), 1e6 / 12)
    return Known(History(names, role, np.zeros(count, int), np.full(count, 24), revenue), NOW)


def made(low: float, middle: float, high: float, short: float = 0.9) -> Made:
    part = Range(14e6, 15e6, 16e6)
    each = Range(0.4e6, 0.5e6, 0.6e6)
    plan = Plan((part, part), Range(28e6, 30e6, 32e6), (each, each), Range(low, middle, high), short)
    sooner = replace(plan, needed=Range(low - 1, middle - 1, high - 1))
    return Made(plan, sooner, replace(plan, needed=Range(low - 2, middle - 2, high - 2)), 0.15)


def plain(text: str) -> str:
    return text.replace(words.FIXED, " ").replace(words.THIN, " ")


def test_the_lead_is_a_number_with_its_range_that_can_be_read_aloud() -> None:
    said = plain(answer.lead(made(11, 14, 18), ASKED, known(), "EUR"))
    assert said == "To sell EUR 40M in 2027, hire 14 sellers by Mar 2027: likely 11–18"
    assert (
        len(plain(answer.lead(made(1100, 1400, 1800), replace(ASKED, target=1.234e9), known(), "EUR"))) <= 90
    )


def test_where_nobody_is_needed_as_often_as_not_the_lead_says_how_often_it_is_reached() -> None:
    found = made(0, 0, 12, short=0.42)
    assert plain(answer.lead(found, ASKED, known(), "EUR")) == (
        "Those here today reach EUR 40M in 2027 in 58 of 100 simulated years"
    )
    assert "In 90 of 100 it takes at most 12 hires by Mar 2027." in plain(
        answer.standfirst(found, ASKED, known(), "EUR", (7, 9))
    )
    assert found.count == 12


def test_a_target_beyond_reach_is_said_to_be() -> None:
    found = made(300, MOST, MOST)
    assert plain(answer.lead(found, ASKED, known(), "EUR")) == (
        "No number of hires by Mar 2027 reaches EUR 40M in 2027"
    )
    assert answer.span(found.plan.needed) == "300 or more"
    assert exhibits.roles(found, ASKED, known(), HIRING, "EUR").empty
    assert not exhibits.levers(found, HIRING).is_drawn


def test_the_standfirst_says_what_the_target_is_and_how_its_ranges_held() -> None:
    said = plain(answer.standfirst(made(11, 14, 18), ASKED, known(), "EUR", (7, 9)))
    assert said.startswith("The target is 100 % above the EUR 20M of the last twelve months.")
    assert said.endswith("Tried on your own past, data cut before each year: of 9 role-years they held 7.")
    assert answer.tried((0, 0)) == "Your own past is too short to try them on."


def test_the_target_to_begin_with_is_a_tenth_more_in_three_figures() -> None:
    assert known().last_year == pytest.approx(20e6)
    assert answer.first_target(known()) == 22_000_000


def test_offers_hours_and_days_to_open_are_plain_arithmetic() -> None:
    assert answer.offers(14, HIRING) == 18  # 17.5
    assert answer.offers(14, HIRING, 0.1) == 16  # 15.6
    assert answer.hours(14, HIRING) == 14 * 16 * 1.5
    assert answer.hours(14, HIRING, 0.1) == pytest.approx(14 * 16 * 1.5 * 0.8 / 0.9)
    assert answer.offers(14, replace(HIRING, acceptance=None)) is None
    assert answer.hours(14, replace(HIRING, interviews=())) is None
    assert answer.opened(known(), HIRING, "Inside", 4) == date(2026, 7, 24)
    assert answer.opened(known(), HIRING, "Field", 4) == date(2026, 8, 3)
    assert answer.opened(known(), HIRING, "Field", 1) == NOW  # never before the data end
    assert HIRING.months == 4
    assert replace(HIRING, days_to_accept=None).months == 1


def test_tiles_leave_out_what_is_not_known() -> None:
    titles = [one.title() for one in answer.numbers(made(11, 14, 18), ASKED, known(), HIRING, "EUR")]
    assert titles == [
        "Sellers to hire",
        "Sold by those here",
        "Offers to make",
        "HR hours",
        "Sales hours",
        "Finding them",
    ]
    bare = Hiring(None, None, 0, None, 0, (), None)
    assert len(answer.numbers(made(11, 14, 18), ASKED, known(), bare, "EUR")) == 2
    assert answer.hours_told(bare) == ""
    assert "not known" in answer.way(bare)


def test_those_here_stand_by_role_and_together_beside_the_target() -> None:
    shown = exhibits.here(made(11, 14, 18), ASKED, known(), "EUR")
    assert plain(shown.lead) == "Those here today bring EUR 30M in 2027: EUR 10M short of EUR 40M"
    assert shown.numbers()["name"].tolist() == ["Field", "Inside", "Together"]
    assert shown.numbers()["estimate"].tolist() == [15e6, 15e6, 30e6]
    assert shown.n == 20


def test_a_role_of_few_is_in_no_figure_and_is_named() -> None:
    few = known(rare=4)
    assert answer.planned(few) == list(ROLES)
    assert answer.not_planned(few).startswith("Not planned, and in no figure here: Rare.")
    assert few.last_year == pytest.approx(20e6)
    assert few.mix == (0.5, 0.5, 0.0)
    assert answer.mix_of(few, "Inside") == (0.0, 1.0, 0.0)
    assert answer.mix_of(few, "Rare") == few.mix


def test_hires_by_month_rise_evenly_to_the_number_needed() -> None:
    rows = exhibits.by_month(made(10, 15, 20), ASKED, known()).numbers()
    assert rows["period"].tolist() == ["Nov 2026", "Dec 2026", "Jan 2027", "Feb 2027", "Mar 2027"]
    assert rows["estimate"].tolist() == [3, 6, 9, 12, 15]
    assert rows["high"].tolist() == [4, 8, 12, 16, 20]
    assert not exhibits.by_month(made(0, 0, 0), ASKED, known()).is_drawn


def test_levers_stand_side_by_side_and_more_acceptance_changes_the_hours_alone() -> None:
    rows = exhibits.levers(made(11, 14, 18), HIRING).marks.rows
    assert rows["left"].tolist() == [14, 13, 12, 14]
    assert rows["right"].tolist() == pytest.approx([336, 312, 288, 336 * 0.8 / 0.9])
    assert "would" not in exhibits.LEVERS
    assert "Arithmetic" in exhibits.LEVERS


def test_roles_are_split_by_the_mix_and_opened_in_time() -> None:
    table = exhibits.roles(made(11, 14, 18), ASKED, known(), HIRING, "EUR")
    assert table["To hire"].tolist() == ["7", "7"]
    assert [plain(one) for one in table["Open from"]] == ["3 Aug 2026", "24 Jul 2026"]
    assert [plain(one) for one in table["Open until"]] == ["1 Dec 2026", "21 Nov 2026"]


def test_months_sold_become_columns_from_the_first_whole_month_of_the_crm() -> None:
    company = pd.Series(
        {"as_of": pd.Timestamp("2024-06-15"), "first_opportunity_on": pd.Timestamp("2023-01-10")}
    )
    months = pd.DataFrame(
        {
            "seller": [1, 1, 2, 3],
            "role_profile": ["Field", "Field", "Inside", "Field"],
            "sales_start_on": pd.to_datetime(["2022-11-01", "2022-11-01", "2023-03-05", "2024-06-03"]),
            "seat_ended_on": pd.to_datetime([None, None, "2023-05-31", None]),
            "month": pd.to_datetime(["2023-01-01", "2023-02-01", "2023-04-01", None]),
            "revenue": [9.0, 5.0, 7.0, 0.0],
        }
    )
    gaps = pd.DataFrame({"from_on": pd.to_datetime(["2023-09-10"]), "to_on": pd.to_datetime(["2023-10-20"])})
    found = known_of(months, company, gaps)
    assert found is not None
    history = found.history
    assert (found.now, history.months, history.roles) == (date(2024, 6, 1), 16, ("Field", "Inside"))
    assert history.start.tolist() == [-3, 1, 16]
    assert history.end.tolist() == [16, 3, 16]
    assert history.revenue[0, :3].tolist() == [5.0, 0.0, 0.0]  # January is of before the first whole month
    assert np.isnan(history.revenue[0, 7:9]).all()
    assert history.revenue[1, 1:4].tolist() == [0.0, 7.0, 0.0]
    assert np.isnan(history.revenue[1, [0, 4]]).all()
    assert np.isnan(history.revenue[2]).all()
    assert history.is_here.tolist() == [True, False, True]
    late = company.replace(pd.Timestamp("2023-01-10"), pd.Timestamp("2024-01-10"))
    assert known_of(months, late, gaps) is None


@pytest.mark.parametrize(
    ("starts_in", "names", "lead"), [(1, ("2027", "2028"), 6), (4, ("FY2028", "FY2029"), 9)]
)
def test_the_next_fiscal_year_is_planned_first(starts_in: int, names: tuple[str, ...], lead: int) -> None:
    found = years(known(), pd.Series({"fiscal_year_starts_in": starts_in}))
    assert tuple(one.name for one in found) == names
    assert found[0].lead == lead


def test_how_hiring_went_is_told_of_enough_offers_only() -> None:
    nothing = Costs({}, Cost(0.0, Interval(float("nan"), 0.0, 1.0, 0), 0, None, None))
    days = pd.DataFrame(
        {"role_profile": ["Field"] * 12, "days_to_accept": [60] * 12, "days_to_start": [30.0] * 11 + [None]}
    )
    offers = pd.DataFrame({"count_accepted": [8, 4], "count_decided": [10, 5]})
    seats = pd.DataFrame({"department": ["HR", "Sales", "Sales"], "count_interviews": [60, 24, 12]})
    found = hiring_of(days, offers, seats, nothing)
    assert (found.days, found.acceptance, found.cost) == (90.0, 0.8, None)
    assert found.interviews == (("HR", 5.0), ("Sales", 3.0))
    assert found.hours == 12.0
    assert found.days_by_role == (("Field", 90.0),)
    few = hiring_of(days[:9], offers[1:], seats, nothing)
    assert (few.days, few.acceptance, few.days_by_role) == (None, None, ())

"""Sentences, tiles and figures of a hiring plan, of companies made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from hiring import words
from hiring.findings.hiring_plan import answer, exhibits, plans
from hiring.findings.hiring_plan.known import Hiring, Known, Year, hiring_of, known_of, years
from hiring.findings.hiring_plan.plans import Asked, Lever, Made
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


def made(*needs: int) -> Made:
    """Ten years, of which each takes so many hires: the ninth is planned for."""
    part = Range(14e6, 15e6, 16e6)
    each = Range(0.4e6, 0.5e6, 0.6e6)
    plan = Plan((part, part), Range(28e6, 30e6, 32e6), (each, each), tuple(needs))
    later = Lever("Last start Jun 2027", MOST)
    return Made(plan, (later, Lever("Ramp", plan.count - 1), Lever("Acceptance", plan.count, 0.1)))


FOURTEEN = (0, 0, 0, 2, 7, 9, 11, 12, 14, 18)


def plain(text: str) -> str:
    return text.replace(words.FIXED, " ").replace(words.THIN, " ")


def test_the_lead_is_one_number_for_one_chance_that_can_be_read_aloud() -> None:
    said = plain(answer.lead(made(*FOURTEEN), ASKED, known(), "EUR"))
    assert said == "To reach EUR 40M in 2027 in 9 of 10 simulated years, hire 14 sellers by Mar 2027"
    large = replace(ASKED, target=1.234e9, year=replace(YEAR, name="FY2027"))
    for found, here in ((made(*[1400] * 10), known()), (made(*[1400] * 10), started(20))):
        assert len(plain(answer.lead(found, large, here, "EUR"))) <= 90


def started(count: int) -> Known:
    """Twenty sellers of whom so many began in the last five months and two more some months before."""
    here = known()
    start = np.where(np.arange(20) < count, 20, 0)
    return replace(here, history=replace(here.history, start=start))


def test_more_than_twice_as_many_as_ever_started_stands_in_the_lead() -> None:
    few = started(4)  # the other 16 began with the file, within its first five months
    assert plans.pace(few, ASKED) == (4, 16)
    assert plans.pace(few, replace(ASKED, mix=(1.0, 0.0))) == (2, 8)
    assert plans.pace(few, replace(ASKED, last=4)) == (0, 16)  # in the last month alone nobody
    assert answer.beyond(made(*[31] * 10), ASKED, few) == ""
    found = made(*[40] * 10)
    assert plain(answer.lead(found, ASKED, few, "EUR")) == (
        "EUR 40M in 2027 takes 40 hires by Mar 2027: 2.5 times the most ever in 5 months"
    )
    said = plain(answer.standfirst(found, ASKED, few, "EUR", (7, 9)))
    assert said.startswith("Without hires it is 0 of 100; 40 hires make it 9 of 10. ")
    assert "In the last 5 months 4 started, at most 16 in any 5 months; as many make it 0 of 100." in said


def test_the_usual_pace_stands_beside_the_number_and_more_than_ever_is_said() -> None:
    paced = plain(answer.paced(made(*[17] * 10), ASKED, started(4)))
    assert paced == (
        "17 hires in 5 months is more than ever: in the last 5 months 4 started, at most 16 in any 5 months; "
        "as many make it 0 of 100."
    )
    of_one = replace(ASKED, mix=(1.0, 0.0))
    assert plain(answer.paced(made(*[3] * 10), of_one, started(20))) == (
        "In the last 5 months 10 of the role started, the most so far."
    )


def test_where_those_here_reach_it_nine_times_of_ten_the_lead_says_how_often() -> None:
    found = made(*[0] * 9, 3)
    assert (found.count, found.is_planned) == (0, False)
    assert plain(answer.lead(found, ASKED, known(), "EUR")) == (
        "Those here today reach EUR 40M in 2027 in 90 of 100 simulated years"
    )
    assert "nobody hired" not in answer.standfirst(found, ASKED, known(), "EUR", (7, 9))
    assert len(answer.numbers(found, ASKED, known(), HIRING, "EUR")) == 2


def test_a_target_beyond_reach_is_said_to_be() -> None:
    found = made(0, 0, 0, 0, 0, 0, 0, 0, MOST, MOST)
    assert not found.is_planned
    assert plain(answer.lead(found, ASKED, known(), "EUR")) == (
        "No number of hires by Mar 2027 reaches EUR 40M in 2027 in 9 of 10 simulated years"
    )
    assert "Without hires it is 80 of 100." in answer.standfirst(found, ASKED, known(), "EUR", (7, 9))
    assert answer.numbers(found, ASKED, known(), HIRING, "EUR")[0].value == words.UNKNOWN


def test_the_standfirst_says_what_the_target_is_and_how_its_ranges_held() -> None:
    said = plain(answer.standfirst(made(*FOURTEEN), ASKED, known(), "EUR", (7, 9)))
    assert said.startswith(
        "Without hires it is 30 of 100; 14 hires make it 9 of 10. "
        "The target is 100 % above the EUR 20M of the last twelve months."
    )
    assert said.endswith(
        "Ranges tried on your own past, data cut before each year: of 9 role-years they held 7."
    )
    assert answer.tried((0, 0)) == "Your own past is too short to try ranges on."


def test_nobody_hired_is_a_coin_toss_where_it_is_about_one_and_the_most_so_far_stands_beside_it() -> None:
    toss = made(*[0] * 5, 3, 15, 18, 20, 30)
    said = "Without hires it is a coin toss (50 of 100); 20 hires make it 9 of 10"
    assert plain(answer.without(toss)) == said
    assert "as many" not in answer.paced(toss, ASKED, known())  # twenty is the most who ever started
    assert plain(answer.paced(toss, ASKED, started(4))).endswith("any 5 months; as many make it 70 of 100.")
    counts = exhibits.chances(toss, ASKED, started(4), HIRING, "EUR").iloc[:, :2].to_numpy().tolist()
    assert ["16 (most so far)", "70 of 100"] in [[plain(cell) for cell in row] for row in counts]


def test_the_next_step_is_to_write_down_the_number_where_there_is_one() -> None:
    assert plain(answer.to_write_down(made(*FOURTEEN), ASKED, known())) == (
        "write down what you decide: 14 hires by Mar 2027, or another number."
    )
    assert answer.to_write_down(made(*[0] * 10), ASKED, known()) == ""


def test_a_chance_is_rounded_down() -> None:
    found = made(*[0] * 299, *[5] * 101)
    assert answer.chance(found, 0) == "74 of 100"
    assert answer.chance(found, 5) == "100 of 100"


def test_the_target_to_begin_with_is_a_tenth_more_in_three_figures() -> None:
    assert known().last_year == pytest.approx(20e6)
    assert plans.first_target(known()) == 22_000_000


def test_offers_hours_and_days_to_open_are_plain_arithmetic() -> None:
    assert answer.offers(14, HIRING) == 18  # 17.5
    assert answer.offers(14, HIRING, 0.1) == 16  # 15.6
    assert answer.hours(14, HIRING) == {"HR": 210, "Sales": 126}
    assert answer.hours(14, HIRING, 0.1) == {"HR": 187, "Sales": 112}  # 186.7
    assert answer.offers(14, replace(HIRING, acceptance=None)) is None
    assert answer.hours(14, replace(HIRING, acceptance=None), 0.1) == {}
    assert answer.hours(14, replace(HIRING, interviews=())) == {}
    assert answer.opened(known(), HIRING, "Inside", 4) == date(2026, 7, 24)
    assert answer.opened(known(), HIRING, "Field", 4) == date(2026, 8, 3)
    assert answer.opened(known(), HIRING, "Field", 1) == NOW  # never before the data end
    assert HIRING.months == 4
    assert replace(HIRING, days_to_accept=None).months == 1


def test_tiles_are_all_of_the_number_in_the_lead_and_hours_add_up() -> None:
    hiring = replace(HIRING, interviews=(("HR", 10.3), ("Sales", 6.1), ("Other", 0.7)))
    tiles = answer.numbers(made(*FOURTEEN), ASKED, known(), hiring, "EUR")
    told = [(one.title(), plain(one.value), plain(one.note)) for one in tiles]
    assert told == [
        ("Sellers to hire", "14", "for 9 of 10 years · by Mar 2027 · most ever 20"),
        ("Sold by those here", "EUR 30M", "middle of EUR 28–32M · 20 sellers"),
        ("Offers to make", "18", "80 % of 50 accepted"),
        ("Interview hours", "359", "HR 216 + Sales 128 + Other 15"),
        ("Finding them", "EUR 70k", "without pay · EUR 5k each"),
    ]
    without_pay = answer.numbers(made(*FOURTEEN), ASKED, known(), replace(hiring, has_pay=False), "EUR")
    assert plain(without_pay[-1].note) == "pay is not in these files · EUR 5k each"


def test_rates_of_all_roles_are_said_to_be_where_one_role_is_planned() -> None:
    of_one = replace(ASKED, mix=(1.0, 0.0))
    notes = [one.note for one in answer.numbers(made(*FOURTEEN), of_one, known(), HIRING, "EUR")[2:]]
    assert [note.endswith(", of all roles") for note in notes] == [True] * 3
    assert answer.of_whom(ASKED) == ""
    assert answer.of_whom(replace(ASKED, mix=(1.0,))) == ""  # there is no other


def test_tiles_leave_out_what_is_not_known() -> None:
    bare = Hiring(None, None, 0, None, 0, (), None)
    assert len(answer.numbers(made(*FOURTEEN), ASKED, known(), bare, "EUR")) == 2
    assert exhibits.chances(made(*FOURTEEN), ASKED, known(), bare, "EUR").shape[1] == 2
    assert answer.hours_told(bare) == ""
    assert "not known" in answer.way(bare)


def test_who_is_hired_for_what_is_open_now_is_not_in_the_plan_and_fewer_who_leave_stand_beside_it() -> None:
    found = made(*FOURTEEN)
    open_now = plain(answer.open_now(found, known(), ASKED, replace(HIRING, count_open=13)))
    assert (
        open_now == "The 13 openings open now are not in the 14: whoever starts before Nov 2026 comes on top."
    )
    assert answer.open_now(found, known(), ASKED, HIRING) == ""
    staying = replace(found, levers=(*found.levers, Lever("Exits", 9, is_of_leaving=True)))
    assert answer.fewer_leaving(found) == ""
    assert plain(answer.without(staying)).endswith(
        "14 hires make it 9 of 10, or 9 with 5 fewer of 100 leaving a year"
    )


def test_middles_that_do_not_add_up_are_said_not_to() -> None:
    assert exhibits.here(made(*FOURTEEN), ASKED, known(), "EUR").note == ""
    plan = replace(made(*FOURTEEN).plan, together=Range(28e6, 31e6, 33e6))
    note = exhibits.here(replace(made(*FOURTEEN), plan=plan), ASKED, known(), "EUR").note
    assert note == exhibits.DO_NOT_ADD


def test_those_here_stand_by_role_and_together_over_the_target() -> None:
    shown = exhibits.here(made(*FOURTEEN), ASKED, known(), "EUR")
    assert plain(shown.lead) == (
        "Those here today bring EUR 28–32M in 2027, the middle EUR 10M short of EUR 40M"
    )
    assert shown.numbers()["name"].tolist() == ["Field", "Inside", "Together", "Target"]
    assert shown.numbers()["estimate"].tolist() == [15e6, 15e6, 30e6, 40e6]
    assert "reference" not in shown.marks.given
    assert shown.n == 20


def test_a_role_of_few_is_in_no_figure_and_is_named() -> None:
    few = known(rare=4)
    assert plans.planned(few) == list(ROLES)
    assert answer.not_planned(few).startswith("Not planned, and in no figure here: Rare.")
    assert few.last_year == pytest.approx(20e6)
    assert few.mix == (0.5, 0.5, 0.0)
    assert plans.mix_of(few, "Inside") == (0.0, 1.0, 0.0)
    assert plans.mix_of(few, "Rare") == few.mix


def test_hires_by_month_rise_evenly_to_the_number_planned_beside_the_most_ever() -> None:
    shown = exhibits.by_month(made(*[15] * 10), ASKED, started(4))
    assert plain(shown.lead) == "15 hires from Nov 2026 to Mar 2027; 16 is the most in any 5 months"
    rows = shown.numbers()
    assert rows["period"].tolist() == ["Nov 2026", "Dec 2026", "Jan 2027", "Feb 2027", "Mar 2027"]
    assert rows["estimate"].tolist() == [3, 6, 9, 12, 15]
    assert list(rows.columns) == ["period", "estimate"]
    assert shown.marks.given["reference"].value == 16


def test_levers_stand_fewest_hires_first_and_more_acceptance_changes_the_hours_alone() -> None:
    shown = exhibits.levers(made(*FOURTEEN), HIRING)
    assert shown.numbers()["name"].tolist() == [
        *("As planned", "Ramp", "Acceptance: fewer hours", "Last start Jun 2027")
    ]
    assert shown.numbers()["estimate"].tolist()[:3] == [14, 13, 14]
    assert shown.marks.rows["right"].tolist()[:3] == [
        "14 hires · 336 hours",
        "13 hires · 312 hours",
        "14 hires · 299 hours",
    ]
    assert shown.marks.rows["instead"].tolist()[3] == "no number of hires reaches it"
    bare = exhibits.levers(made(*FOURTEEN), replace(HIRING, acceptance=None))
    assert "Acceptance" not in bare.numbers()["name"].tolist()  # nothing is known of it to be changed
    assert "would" not in exhibits.LEVERS
    assert "arithmetic" in exhibits.LEVERS


def test_a_few_round_numbers_of_hires_stand_with_chance_offers_hours_and_cost() -> None:
    found = made(*FOURTEEN)
    frame = exhibits.chances(found, ASKED, known(), HIRING, "EUR")
    assert [plain(one) for one in frame.columns] == [
        "Hires by Mar 2027",
        "Years with EUR 40M",
        "Offers to make",
        "Hours: HR + Sales",
        "Finding them, without pay",
    ]
    assert [[plain(cell) for cell in row] for row in frame.to_numpy()] == [
        ["0", "30 of 100", "0", "0 + 0", "EUR 0"],
        ["5", "40 of 100", "7", "75 + 45", "EUR 25k"],
        ["10", "60 of 100", "13", "150 + 90", "EUR 50k"],
        ["14", "90 of 100", "18", "210 + 126", "EUR 70k"],
        ["20 (most so far)", "100 of 100", "25", "300 + 180", "EUR 100k"],
    ]
    assert plain(exhibits.reached(found, ASKED, "EUR")) == (
        "EUR 40M is reached in 30 of 100 years with nobody hired, with 14 hires in 90 of 100"
    )


def test_levers_are_of_the_same_chance_and_name_each_role_and_the_months_around() -> None:
    found = plans.made(known(), replace(ASKED, target=60e6))
    assert found.is_planned
    names = [plain(one.name) for one in found.levers]
    assert names == [
        "Ramp \N{MINUS SIGN}1 month",
        "Exits \N{MINUS SIGN}5 points a year",
        "Acceptance +10 points",
        "Last start Dec 2026",
        "Last start Jun 2027",
        "Only Field",
        "Only Inside",
    ]
    by_name = dict(zip(names, found.levers, strict=True))
    assert by_name["Last start Dec 2026"].count < found.count < by_name["Last start Jun 2027"].count
    assert by_name["Acceptance +10 points"].count == found.count
    only = plans.made(known(), replace(ASKED, target=60e6, mix=(1.0, 0.0)))
    assert only.count == by_name["Only Field"].count
    assert [one.name for one in only.levers][-2:] == ["Roles as hired", "Only Inside"]
    at_once = plans.made(known(), replace(ASKED, first=0, last=2))
    assert not any("Nov 2026" in plain(one.name) or "Jun 2026" in plain(one.name) for one in at_once.levers)


def test_roles_are_split_by_the_mix_and_opened_in_time() -> None:
    table = exhibits.roles(made(*FOURTEEN), ASKED, known(), HIRING, "EUR")
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
    assert found.days_by_role == (("Field", 90.0),)
    few = hiring_of(days[:9], offers[1:], seats, nothing)
    assert (few.days, few.acceptance, few.days_by_role) == (None, None, ())

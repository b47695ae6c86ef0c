"""What a hire cost beside how many became high performers, against figures worked out by hand."""

from __future__ import annotations

import math
from dataclasses import replace

import pandas as pd
import pytest

from hiring.findings.sources import value
from hiring.findings.sources.answer import Source, Sources
from hiring.findings.sources.costs import Cost, Costs, Paybacks
from hiring.statistics.rates import Interval, wilson
from hiring.statistics.survival import Median
from hiring.words import FIXED

NOBODY = Interval(math.nan, math.nan, math.nan, 0)
UNKNOWN = Median(None, None, None, 0, 0)


def source(name: str, high: int, of: int) -> Source:
    share = wilson(high, of)
    return Source(name, of, NOBODY, share, NOBODY, None, None)  # type: ignore[arg-type]


def sources(*told: tuple[str, int, int]) -> Sources:
    every = wilson(sum(high for _, high, _ in told), sum(of for *_, of in told))
    return Sources(tuple(source(*one) for one in told), 0, every.n, NOBODY, every, NOBODY, 12)


def costs(**by_source: tuple[float, float, float, int]) -> Costs:
    made = {
        name.replace("_", " "): Cost(given[0] * given[3], Interval(*given), given[3], None, None)
        for name, given in by_source.items()
    }
    return Costs(made, Cost(0, Interval(4700, 4200, 5300, 472), 472, None, None))


def paybacks(**months: float) -> Paybacks:
    made = {name: Median(time, time - 1, time + 1, 72, 60) for name, time in months.items()}
    return Paybacks(made, Median(4, 4, 5, 458, 60), ())


THREE = sources(("Agency", 5, 49), ("Referral", 20, 62), ("Careers page", 13, 84))
MONEY = costs(
    Agency=(17_000, 16_000, 18_000, 74), Referral=(3000, 2600, 3100, 79), Careers_page=(3300, 2500, 4300, 76)
)


def test_the_dearest_source_leads_where_its_range_lies_outside_all_others() -> None:
    apart = value.apart(THREE, MONEY)
    assert value.lead(apart, "EUR").replace(FIXED, " ") == (
        "A hire through Agency cost EUR 17k; through any other source about EUR 3.3k or less"
    )
    assert value.standfirst(apart, THREE, paybacks(Agency=7)) == (
        "Half of Agency hires had paid back after 7 months, half of all hires after 4 months; "
        "5 of the 49 Agency hires with a full first year became high performers, 38 of all 195."
    )


def test_a_source_of_few_offers_is_no_source_that_others_stay_below() -> None:
    four = sources(("Agency", 5, 49), ("Referral", 20, 62), ("Careers page", 13, 84), ("Campus", 1, 4))
    near = replace(MONEY, sources={**MONEY.sources, **costs(Campus=(3600, 800, 15_000, 5)).sources})
    assert value.lead(value.apart(four, near), "EUR").replace(FIXED, " ") == (
        "A hire through Agency cost EUR 17k; through any other source about EUR 3.6k or less"
    )
    for few in (
        (3600, 800, 16_500, 5),
        (3600, math.nan, math.nan, 5),
    ):  # it may cost as much: nobody is apart
        wide = replace(MONEY, sources={**MONEY.sources, **costs(Campus=few).sources})
        assert value.apart(four, wide) is None
    dear = replace(MONEY, sources={**MONEY.sources, **costs(Campus=(90_000, 80_000, 99_000, 5)).sources})
    assert value.apart(four, dear) is None  # of so few nothing is said first


def test_where_costs_are_of_more_than_the_hires_they_say_so_and_are_not_divided_by_these() -> None:
    wide = replace(MONEY, is_company_wide=True)
    assert value.lead(value.apart(THREE, wide), "EUR", is_company_wide=True).replace(FIXED, " ") == (
        "Company-wide, a hire through Agency cost EUR 17k; any other source about EUR 3.3k or less"
    )
    told = value.number(THREE, wide, "EUR")
    assert (told.value, told.note) == ("not known", "costs are booked company-wide")
    assert list(value.table(THREE, wide, paybacks(), "EUR").columns) == [
        "Source",
        "Payback, median months",
        "Stayed a year",
    ]
    shown = value.exhibit(THREE, wide, "EUR")
    assert shown.numbers().columns[1] == "Cost per hire, EUR, company-wide"
    assert shown.standfirst.startswith(
        "Costs are the whole company's: they are booked by source and month alone"
    )


def test_of_five_to_nine_hires_the_count_is_told_and_no_share() -> None:
    row = value.exhibit(sources(("Agency", 4, 7), ("Referral", 20, 62)), MONEY, "EUR").marks.rows.iloc[1]
    assert (row["right_words"], math.isnan(row["right"])) == ("4 of 7", True)


def test_a_cheap_source_leads_where_it_is_further_out() -> None:
    cheap = costs(
        Agency=(3500, 3000, 4000, 74), Referral=(3000, 2600, 3100, 79), Careers_page=(500, 400, 600, 76)
    )
    assert value.lead(value.apart(THREE, cheap), "EUR").replace(FIXED, " ") == (
        "A hire through Careers page cost EUR 500; through any other source about EUR 3k or more"
    )


@pytest.mark.parametrize(
    "given",
    [
        costs(),
        costs(Agency=(17_000, 16_000, 18_000, 74)),
        costs(Agency=(17_000, 2900, 98_000, 74), Referral=(3000, 2600, 3100, 79)),
        costs(Agency=(17_000, math.nan, math.nan, 3), Referral=(3000, 2600, 3100, 79)),
    ],
    ids=["nothing booked", "one source alone", "ranges that overlap", "too few to know a range"],
)
def test_where_no_cost_stands_apart_money_leads_nothing(given: Costs) -> None:
    assert value.lead(value.apart(THREE, given), "EUR") == ""


def test_where_a_cost_is_not_known_the_lead_speaks_of_those_that_are() -> None:
    two = costs(Agency=(17_000, 16_000, 18_000, 74), Referral=(3000, 2600, 3100, 79))
    assert "through any other of known cost" in value.lead(value.apart(THREE, two), "EUR")


def test_a_name_without_end_leaves_the_lead_readable() -> None:
    name = "The agency of a name that nobody would ever say aloud in any meeting"
    told = costs(Referral=(3000, 2600, 3100, 79), **{name: (17_000, 16_000, 18_000, 74)})
    said = value.lead(value.apart(sources((name, 5, 49), ("Referral", 20, 62)), told), "EUR")
    assert len(said) <= 90
    assert said.startswith("Hires of one source cost")
    assert (
        len(
            value.lead(
                value.apart(sources((name, 5, 49), ("Referral", 20, 62)), told), "EUR", is_company_wide=True
            )
        )
        <= 90
    )


def test_the_figure_has_the_cheapest_first_and_what_is_not_known_in_words() -> None:
    few = sources(("Agency", 5, 49), ("Referral", 20, 62), ("Fair", 1, 4))
    shown = value.exhibit(few, MONEY, "EUR")
    rows = shown.marks.rows
    assert list(rows["name"]) == ["Referral", "Agency", "Fair"]
    assert list(rows["left_words"].str.replace(FIXED, " ")) == ["EUR 3k", "EUR 17k", "not known"]
    assert list(rows["right_words"].str.replace("\N{NARROW NO-BREAK SPACE}", "")) == [
        "20 of 62",
        "5 of 49",
        "too few: <5",
    ]
    assert rows["right"].isna().tolist() == [False, False, True]
    assert rows["right"][0] == pytest.approx(100 * 20 / 62)
    assert list(shown.numbers().columns[:3]) == ["name", "Cost per hire, EUR", "Cost per hire, EUR, low"]
    assert not value.exhibit(sources(), MONEY, "EUR").is_drawn


def test_where_most_sources_cannot_be_drawn_the_same_stands_in_a_table() -> None:
    few = sources(("Agency", 5, 49), ("Referral", 4, 7), ("Careers page", 2, 7))
    shown = value.exhibit(few, MONEY, "EUR")
    assert not shown.is_drawn
    assert shown.standfirst == "Most of these sources have too few hires to be drawn"
    told = shown.table.set_index("Source")
    assert list(told.index)[-1] == "Agency"  # the cheapest first
    assert told.loc["Agency", "High performers"] == "5 of 49"
    assert value.exhibit(THREE, MONEY, "EUR").table.empty


def test_the_advice_names_what_a_high_performer_of_the_dearest_source_cost() -> None:
    apart = value.apart(THREE, MONEY)
    told = value.advice(apart, THREE, MONEY, paybacks(Agency=7), "EUR").replace(FIXED, " ")
    # EUR 17k a hire by 49 hires for each 5 high performers: 9.8 hires each.
    assert told == (
        "Dearest: Agency, EUR 167k for each high performer, likely EUR 78–384k: it rests on 5 of 49; half paid back "
        "after 7 months."
    )
    assert value.advice(None, THREE, MONEY, paybacks(Agency=7), "EUR") == ""
    assert "paid back" not in value.advice(apart, THREE, MONEY, paybacks(), "EUR")


def test_a_high_performer_costs_the_cost_of_a_hire_over_the_share_of_them() -> None:
    table = value.table(THREE, MONEY, paybacks(Agency=7), "EUR").set_index("Source")
    cell = table["Cost per high performer"].str.replace(FIXED, " ")
    assert list(table.index) == ["Referral", "Careers page", "Agency", "All sources"]
    assert cell["Referral"].startswith("EUR 9.3k (")  # 3000 / (20 / 62)
    assert cell["Agency"].startswith("EUR 167k (")  # 17000 / (5 / 49)
    assert cell["Agency"].endswith(") · 5 of 49")
    assert table.loc["Agency", "Payback, median months"].startswith("7 (")


def test_hires_without_a_source_are_said_where_rows_do_not_add_up() -> None:
    assert value.without_source(THREE) == ""
    more = replace(THREE, high_performers=wilson(40, 199), stayed=wilson(150, 201))
    found = replace(more, sources=tuple(replace(one, stayed=wilson(9, 65)) for one in more.sources))
    assert value.without_source(found) == (
        "In “All sources” alone, without a recorded source: 4 of the 199 with a full first year and 6 of the 201 who "
        "left or stayed a year."
    )


def test_without_a_cost_or_a_high_performer_there_is_no_cost_of_one_and_never_a_zero() -> None:
    table = value.table(
        sources(("Agency", 0, 49), ("Fair", 1, 4)), costs(Agency=(17_000, 1, 2, 74)), paybacks(), "EUR"
    )
    cells = list(table["Cost per high performer"].str.replace("\N{NARROW NO-BREAK SPACE}", ""))
    assert cells[:2] == ["none among 49", "too few: <5"]
    assert (
        list(value.table(THREE, costs(), paybacks(), "EUR")["Cost per high performer"][:3])
        == ["not known"] * 3
    )


@pytest.mark.parametrize(
    ("found", "given", "told"),
    [
        (THREE, costs(), "EUR 24k"),  # 4700 / (38 / 195)
        (sources(("Agency", 1, 4)), costs(), "not known"),
        (sources(("Agency", 0, 49)), costs(), "not known"),
        (THREE, Costs({}, Cost(0, NOBODY, 0, None, None)), "not known"),
    ],
)
def test_the_tile_of_all_sources(found: Sources, given: Costs, told: str) -> None:
    assert value.number(found, given, "EUR").value.replace(FIXED, " ") == told


def test_frames_are_left_as_they_were() -> None:
    first = value.exhibit(THREE, MONEY, "EUR").marks.rows
    pd.testing.assert_frame_equal(first, value.exhibit(THREE, MONEY, "EUR").marks.rows)

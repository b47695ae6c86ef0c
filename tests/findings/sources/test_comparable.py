"""High performers of each source beside those of comparable hires: who is named, and the next tenth of the hires."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.findings.high_performers.groups import Groups
from hiring.findings.sources import comparable, next_hires
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.rates import Interval
from hiring.words import FIXED


def rows(*told: tuple[str, int, int, float, float, str | None]) -> pd.DataFrame:
    """(source, high performers, hires, expected and levelled in a hundred, label)."""
    return pd.DataFrame(
        [
            {
                "factor": Factor.SOURCE,
                "section": "Source",
                "name": name,
                "n": n,
                "count": count,
                "counted": 100 * count / n,
                "expected": expected,
                "levelled": levelled,
                "low": levelled - 7,
                "high": levelled + 11,
                "verdict": label,
            }
            for name, count, n, expected, levelled, label in told
        ]
    )


REFERRAL = ("Referral", 20, 62, 17.6, 23.3, "Leaning")
AGENCY = ("Agency", 5, 49, 22.0, 21.0, "Can't tell")


def starts(*days: str, source: str = "Referral") -> pd.DataFrame:
    return pd.DataFrame({"source": source, "sales_start_on": pd.to_datetime(list(days))})


def test_only_named_sources_have_rows() -> None:
    unnamed = rows(REFERRAL, AGENCY, ("Not recorded", 1, 8, 20, 20, None))
    every = pd.concat([unnamed, rows(REFERRAL).assign(factor="region")])
    found = comparable.rows_of(Groups("", (), every, (), every))
    assert list(found["name"]) == ["Referral", "Agency"]
    assert set(found["section"]) == {""}


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ((REFERRAL, AGENCY), "Not clear: Referral leans above comparable hires"),
        ((("Referral", 30, 62, 17, 40, "Clear"), AGENCY), "Referral clearly above comparable hires"),
        ((AGENCY,), comparable.NOBODY),
        ((("Agency", 5, 49, 22, 20, None),), comparable.TITLE),
        (
            (REFERRAL, ("Agency", 5, 49, 22, 14, "Leaning")),
            "Not clear: Referral leans above, Agency leans below comparable hires",
        ),
    ],
)
def test_the_title_names_who_stands_apart_as_far_as_the_label_goes(
    told: tuple[tuple, ...], title: str
) -> None:
    assert comparable.title(rows(*told)) == title


def test_what_may_be_said_is_counted_expected_and_what_luck_leaves() -> None:
    said = comparable.sayings(rows(REFERRAL, AGENCY))
    assert said[0][1] == (
        "Referral: 20 of 62, expected 11; after luck 23 in 100, likely 16 to 34. "
        "It leans and is not clear: judged by all that these hires sold, there may still be no difference."
    )
    assert said[1][1] == "Agency: luck is enough to explain how their hires differ from comparable ones."


def test_the_figure_tells_those_who_do_not_see_it() -> None:
    shown = comparable.exhibit(rows(REFERRAL, AGENCY))
    assert shown.alt.endswith("Referral: 20 of 62, expected 11; Agency: 5 of 49, expected 11.")
    assert (shown.n, shown.label) == (111, "Leaning")
    assert not comparable.exhibit(pd.DataFrame()).is_drawn


def test_something_may_always_be_said_of_every_source() -> None:
    few = comparable.sayings(rows(("Campus", 4, 7, 22, 20, None), ("Agency", 1, 6, 22, 20, "Too few")))
    assert few == (
        (":gray[**Too few**]", "Campus (4 of 7, expected 2) and Agency (1 of 6, expected 1): too few."),
    )
    assert comparable.sayings(pd.DataFrame()) == ((":gray[**Too few**]", f"{comparable.TOO_FEW}."),)


@pytest.mark.parametrize(
    ("told", "lead"),
    [
        (rows(REFERRAL, AGENCY), "Not clear: Referral leans above comparable hires"),
        (rows(("Agency", 1, 6, 22, 20, "Too few")), comparable.TOO_FEW),
        (rows(("Agency", 1, 6, 22, 20, None)), comparable.TOO_FEW),
        (pd.DataFrame(), comparable.TOO_FEW),
    ],
)
def test_the_lead_says_what_the_figure_does(told: pd.DataFrame, lead: str) -> None:
    assert comparable.lead(told) == lead


CAREERS = ("Careers page", 13, 84, 18.0, 17.0, "Can't tell")
SPENT = {"Careers page": Interval(572, 500, 640, 76), "Referral": Interval(2960, 2700, 3200, 79)}


def next_said(told: pd.DataFrame, by_hire: pd.DataFrame, **given: object) -> list[str]:
    said = next_hires.sentences(told, by_hire, SPENT, "EUR", until=pd.Timestamp("2024-12-31"), **given)
    return [one.replace(FIXED, " ") for one in said]


def test_no_move_is_told_where_no_source_leans_above_comparable_hires() -> None:
    below = ("Agency", 5, 49, 22, 12, "Clear")
    for told in (rows(AGENCY), rows(below)):
        assert next_said(told, starts("2024-01-01")) == [next_hires.NO_MOVE]
    assert next_said(pd.DataFrame(), starts("2024-01-01")) == [f"{comparable.TOO_FEW}."]


def test_what_costs_less_but_is_not_told_apart_is_named_with_its_cost() -> None:
    cheap = (
        "Careers page cost less for each high performer, EUR 3.7k, likely EUR 2.3–6.2k, but we can't tell its "
        "hires from comparable ones: 13 of 84 became high performers, expected 15."
    )
    told = next_said(
        rows(REFERRAL, CAREERS, AGENCY),
        pd.concat([starts(*["2024-01-01"] * 26), starts(*["2024-01-01"] * 454, source="Agency")]),
    )
    assert told == [
        "If anything, Referral: of the next 26 hires 6 would become high performers if they came as its own did, "
        "likely 2 to 11; elsewhere 5; may be luck.",
        "A tenth of the 480 hires of the latest twelve months is 48; Referral has brought 26 at most in a year, so for "
        "the other 22 no source is better supported than another. Referral hires cost EUR 3k each, EUR 9.2k "
        "for each high performer.",
        cheap,
    ]
    none = next_said(rows(CAREERS, AGENCY), starts("2024-01-01", source="Careers page"))
    assert none == [next_hires.NO_MOVE, cheap.replace("less for", "least for")]
    wide = next_said(rows(REFERRAL, CAREERS), starts(*["2024-01-01"] * 60), is_company_wide=True)
    assert wide[-1].endswith("Company-wide, Referral hires cost EUR 3k each.")


def test_two_sources_that_lean_above_are_both_told() -> None:
    both = rows(REFERRAL, ("Careers page", 30, 84, 18.0, 27.0, "Leaning"))
    by_hire = pd.concat([starts(*["2024-01-01"] * 30), starts(*["2024-01-01"] * 70, source="Careers page")])
    told = next_said(both, by_hire)
    assert [one.rpartition(" would")[0].rpartition(" ")[0] for one in told if one.startswith("If")] == [
        "If anything, Careers page: of the next 10 hires",
        "If anything, Referral: of the next 10 hires",
    ]
    assert len(told) == 4


def test_the_next_hires_are_a_tenth_of_all_but_no_more_than_the_source_ever_brought_in_a_year() -> None:
    many = starts(*[f"2024-{month:02d}-{day:02d}" for month in range(1, 11) for day in (3, 17)])
    others = starts(*["2024-05-01"] * 380, source="Agency")
    told = next_said(rows(AGENCY, REFERRAL), pd.concat([many, others]))
    assert told[0].startswith(
        "If anything, Referral: of the next 20 hires 5 would become high performers if they came as its own did"
    )
    assert told[1].startswith(
        "A tenth of the 400 hires of the latest twelve months is 40; Referral has brought 20 at most in a year, so for "
        "the other 20 no source"
    )
    few = pd.concat([many.head(3), others])
    assert next_said(rows(REFERRAL), few)[0].endswith(
        "never brought more than 3 hires within twelve months: too few to say what the next would bring."
    )
    short = next_said(rows(REFERRAL), pd.concat([many, others.head(40)]))
    assert short[0].startswith(
        "If anything, Referral: of the next 6 hires 1 would become a high performer if they came as its own did"
    )
    assert short[0].endswith("elsewhere 1; may be luck. No gain is to be seen.")
    assert "No gain" not in told[0]
    assert short[1].startswith("A tenth of the 60 hires of the latest twelve months is 6.")


def test_of_few_hires_in_the_latest_year_nothing_is_said_of_a_tenth() -> None:
    old = starts(*["2021-05-01"] * 380, source="Agency")
    told = next_said(rows(REFERRAL), pd.concat([starts(*["2024-01-01"] * 26), old]))
    assert told[0].startswith(
        "If anything, Referral: of the next 5 hires 1 would become a high performer if they came as its own did"
    )
    assert told[1].startswith(
        "In the latest twelve months 26 hires started; of fewer than 5 nothing is said."
    )


def test_the_most_in_a_year_are_those_within_any_twelve_months() -> None:
    days = pd.to_datetime(
        pd.Series(["2022-12-30", "2023-01-05", "2023-12-29", "2023-12-30", "2024-01-05", None])
    )
    assert next_hires.most_in_a_year(days) == 3
    assert next_hires.most_in_a_year(days.iloc[:0]) == 0


def test_where_none_of_the_chosen_leans_above_it_says_who_does_without_filters() -> None:
    told = next_hires.elsewhere(rows(REFERRAL, AGENCY))
    assert told == ["Without filters Referral leans above comparable hires (20 of 62, expected 11)."]
    assert next_hires.elsewhere(rows(AGENCY)) == next_hires.elsewhere(pd.DataFrame()) == []


def test_the_latest_year_ends_with_the_day_of_the_data_as_on_the_overview() -> None:
    days = pd.Series(pd.to_datetime(["2025-06-25", "2025-07-01", "2026-06-22"]))
    assert next_hires.latest_year(days, pd.Timestamp("2026-06-30")) == 2

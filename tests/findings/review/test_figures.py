"""The five numbers of a quarter, worked out by hand: who is counted, beside the year before, what changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from hiring.findings.review.figures import NO_CHANGE, five
from hiring.findings.review.measures import MEASURES, Asked
from hiring.findings.review.quarter import quarter
from hiring.statistics.rates import wilson

Q2 = quarter("2026Q2", 1)
EVERY = frozenset({"employees", "quotas", "applications", "requisitions", "working_agreement"})


def days(*text: str | None) -> pd.Series:
    return pd.Series(pd.to_datetime(list(text)))


def hires(start: str, met: int, n: int, left: int = 0) -> pd.DataFrame:
    """So many hires of one start, of whom `met` met the bar and `left` left after 100 days."""
    return pd.DataFrame(
        {
            "sales_start_on": pd.Timestamp(start),
            "is_counted": True,
            "met_bar": pd.array([place < met for place in range(n)], dtype="boolean"),
            "has_left": [place < left for place in range(n)],
            "days_to_exit": [100 if place < left else 400 for place in range(n)],
        }
    )


def openings(*rows: tuple[str, str | None, str | None]) -> pd.DataFrame:
    """Openings as (opened, filled, ended)."""
    opened, filled, ended = zip(*rows, strict=True)
    return pd.DataFrame(
        {
            "opened_on": days(*opened),
            "intake_on": days(*opened),
            "filled_on": days(*filled),
            "ended_on": days(*ended),
        }
    )


@pytest.fixture
def asked() -> Asked:
    outcomes = pd.concat(
        [
            hires("2025-04-01", 9, 20, left=5),  # month 12 ends on the quarter's first day
            hires("2025-06-30", 0, 0),
            hires("2025-03-31", 9, 9),  # a day too early
            hires("2025-07-01", 9, 9),  # a day too late
            hires("2024-05-15", 4, 16, left=2),
        ],
        ignore_index=True,
    )
    offers = pd.DataFrame(
        {
            "offer_month": days("2026-04-01", "2026-06-01", "2026-07-01", "2025-05-01"),
            "count_accepted": [6, 4, 9, 5],
            "count_decided": [8, 6, 9, 12],
        }
    )
    filled = [("2026-03-01", f"2026-05-{day:02}", f"2026-05-{day:02}") for day in (1, 2, 3, 4, 31)]
    still = [("2026-06-30", None, None), ("2026-07-01", None, None), ("2026-01-01", None, "2026-07-05")]
    closed = [("2026-01-01", None, "2026-06-30"), ("2025-01-01", None, "2025-07-01")]
    final = pd.DataFrame(
        {
            "entered_on": days("2026-06-30", "2026-05-01", "2026-06-01", "2026-07-01", "2025-06-01"),
            "ended_on": days(None, "2026-06-30", "2026-07-02", None, None),
            "is_end_unknown": [False, False, False, False, True],
        }
    )
    promises = pd.DataFrame(
        {
            "department": ["HR"] * 6 + ["Sales"] * 3,
            "due_on": days(*["2026-05-01"] * 5, "2026-07-01", *["2026-04-30"] * 3),
            "state": ["kept"] * 3 + ["missed", "open", "kept", "kept", "missed", "not owed"],
        }
    )
    return Asked(outcomes, offers, openings(*filled, *still, *closed), final, promises, EVERY, 12)


def test_each_number_counts_those_of_the_quarter_beside_those_of_a_year_before(asked: Asked) -> None:
    told = {
        one.title(): (one.value, one.note.replace("\u202f", " ").replace("\xa0", " "))
        for one in five(asked, Q2).numbers
    }
    span = wilson(9, 20)
    assert told["Met the bar"] == (
        "45\u202f%",
        f"{100 * span.low:.0f}–{100 * span.high:.0f} % · 20 hires whose month 12 ended in it; "
        f"a year before 25 %, 16 hires: {NO_CHANGE} (52 points would be)",
    )
    assert told["Offers accepted"][0] == "71\u202f%"
    assert "14 offers made in it and answered; a year before 42 %, 12 offers" in told["Offers accepted"][1]
    assert told["Left in year one"][0] == "25\u202f%"
    assert (
        "20 hires whose first year ended in it; a year before 13 %, 16 hires" in told["Left in year one"][1]
    )
    # 61, 62, 63, 64 and 91 days.
    assert told["Days to fill, median"][0] == "63"
    assert "5 openings filled in it; too few a year before to compare" in told["Days to fill, median"][1]
    # Opened on the last day, and the one that was closed five days later; what was closed on the day is not open.
    assert told["Openings"] == (
        "2",
        "on 30 Jun 2026; 1 a year before; 2 candidates in the final stage, 0 a year before",
    )


def test_a_change_beyond_luck_is_told_with_both_counts_and_one_within_it_is_none(asked: Asked) -> None:
    assert five(asked, Q2).changed == ()
    far = pd.concat([hires("2025-05-01", 57, 60), hires("2024-05-15", 12, 60)], ignore_index=True)
    found = five(replace(asked, outcomes=far), Q2)
    assert [one.replace("\u202f", " ") for one in found.changed] == [
        "Met the bar: 95 % of 60 in 2026 Q2, 20 % of 60 a year before (clear)."
    ]
    assert found.numbers[0].note.endswith("higher than a year before, clear")


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (
            (9, 20),
            (4, 16),
            "In the four quarters to 2026 Q2 45 % of hires met the bar, 25 % in the four before",
        ),
        ((9, 20), (2, 4), "In 2026 Q2 45 % of hires met the bar; too few a year before to compare"),
        ((400, 800), (400, 800), "In 2026 Q2 50 % of hires met the bar; no number changed by more than luck"),
        ((2, 4), (4, 16), ""),
    ],
)
def test_that_no_number_changed_is_said_only_where_a_change_of_ten_points_would_have_been_told(
    asked: Asked, now: tuple[int, int], before: tuple[int, int], said: str
) -> None:
    outcomes = pd.concat([hires("2025-05-01", *now), hires("2024-05-15", *before)], ignore_index=True)
    assert five(replace(asked, outcomes=outcomes), Q2).unchanged.replace("\u202f", " ") == said


def test_a_number_without_its_file_says_which_and_one_of_few_that_they_are_few(asked: Asked) -> None:
    found = five(replace(asked, loaded=EVERY - {"quotas", "requisitions"}), Q2)
    notes = {one.title(): one.note for one in found.numbers}
    assert notes["Met the bar"] == "needs quotas.csv, which is not loaded"
    assert notes["Days to fill, median"] == "needs requisitions.csv, which is not loaded"
    assert notes["Openings"] == "needs requisitions.csv, which is not loaded"
    few = five(replace(asked, outcomes=hires("2025-05-01", 2, 4)), Q2).numbers[0]
    assert (few.value, few.note.replace("\xa0", " ")) == (
        "–",
        "4 hires whose month 12 ended in it: too few to tell",
    )


def test_who_does_not_count_is_in_no_share_and_unknown_bars_are_not_missed_ones(asked: Asked) -> None:
    some = hires("2025-05-01", 6, 12)
    some.loc[[0, 11], "is_counted"] = False
    some.loc[10, "met_bar"] = pd.NA
    found = MEASURES["met-bar"](replace(asked, outcomes=some), Q2)
    assert (found.now.estimate, found.now.n) == (5 / 9, 9)
    assert MEASURES["left-in-year-one"](replace(asked, outcomes=some), Q2).now.n == 12


def test_promises_are_those_due_in_the_quarter_and_decided(asked: Asked) -> None:
    hr, sales = (MEASURES[f"promises-{side}"](asked, Q2).now for side in ("hr", "sales"))
    assert (hr.estimate, hr.n) == (3 / 4, 4)
    assert (sales.estimate, sales.n) == (1 / 2, 2)


def test_days_to_the_talk_are_those_of_talks_held_in_the_quarter(asked: Asked) -> None:
    talks = asked.openings.assign(opened_on=pd.Timestamp("2026-04-01"), intake_on=pd.Timestamp("2026-04-11"))
    assert MEASURES["days-to-intake"](replace(asked, openings=talks), Q2).now.estimate == 10


def test_every_measure_a_decision_may_name_has_a_card_and_takes_a_quarter_of_nobody(asked: Asked) -> None:
    from hiring import metrics

    empty = replace(
        asked,
        **{name: getattr(asked, name).head(0) for name in ("outcomes", "offers", "openings", "promises")},
    )
    for measure in MEASURES.values():
        found = measure(empty, quarter(f"{date(2026, 1, 1).year}Q1", 1))
        assert (found.now.n, found.difference) == (0, None)
        assert metrics.card(found.card).label


def test_where_nothing_changes_hardly_any_quarter_is_told_to_have_changed(asked: Asked) -> None:
    draw = np.random.default_rng(20260630)

    def quarter_of_nothing() -> Asked:
        outcomes = pd.concat(
            [
                hires(start, int(draw.binomial(n, 0.5)), n, left=int(draw.binomial(n, 0.2)))
                for start, n in (("2025-05-01", 28), ("2024-05-01", 21))
            ],
            ignore_index=True,
        )
        months = pd.to_datetime(["2026-05-01", "2025-05-01"])
        offers = pd.DataFrame({"offer_month": months, "count_decided": [39, 33]})
        offers = offers.assign(count_accepted=draw.binomial(offers["count_decided"], 0.7))
        filled = pd.Series(pd.to_datetime(["2026-05-15"] * 22 + ["2025-05-15"] * 17))
        lasted = pd.to_timedelta(draw.lognormal(4.3, 0.4, len(filled)).round(), unit="D")
        opened = filled - lasted
        each = pd.DataFrame(
            {"opened_on": opened, "intake_on": opened, "filled_on": filled, "ended_on": filled}
        )
        return replace(asked, outcomes=outcomes, offers=offers, openings=each)

    # benchmarks.reviews: 2 of 2,000 such quarters are told to have changed.
    assert sum(bool(five(quarter_of_nothing(), Q2).changed) for _ in range(50)) == 0

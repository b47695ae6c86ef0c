"""Agreement as found, counted a second time by numpy and pandas from the exports themselves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest

from helpers.invented import both_sides
from hiring import words
from hiring.findings.agreement import answer
from hiring.findings.agreement.answer import Agreement

AS_OF = pd.Timestamp(both_sides.AS_OF)
NO_HOLIDAYS = pd.DataFrame({"holiday_on": pd.to_datetime([])})


@dataclass(frozen=True)
class ByHand:
    """Of every application: the day each promise began, and whether it was kept; all of them came in the end."""

    screened: pd.Series
    met: pd.Series
    is_screened_in_time: np.ndarray
    is_met_in_time: np.ndarray
    withdrew: np.ndarray


@pytest.fixture(scope="session")
def by_hand(exports) -> ByHand:
    held = exports["interviews"].assign(day=exports["interviews"]["scheduled_for"].str[:10])
    first = held.pivot_table(index="application_id", columns="stage", values="day", aggfunc="min")
    applied = exports["applications"].set_index("application_id")
    first = first.loc[applied.index]
    day = {name: first[name].to_numpy("datetime64[D]") for name in ("screen", "first")}
    began = applied["applied_on"].astype(str).to_numpy("datetime64[D]")

    def due(start: np.ndarray, days: int) -> np.ndarray:
        """So many working days after: what begins on a weekend begins on the Monday after."""
        return np.busday_offset(start, days, roll="forward")

    return ByHand(
        pd.Series(began),
        pd.Series(day["screen"]),
        day["screen"] <= due(began, 3),
        day["first"] <= due(day["screen"], 5),
        (applied["status"] == "withdrawn").to_numpy(),
    )


def told(ask) -> Agreement:
    found = answer.agreement(ask("agreement/promise_cases"), NO_HOLIDAYS, AS_OF)
    assert found is not None
    return found


def test_each_sides_promise_is_kept_as_often_as_the_files_say(ask, by_hand: ByHand) -> None:
    found = told(ask)
    rows = found.rows.set_index("promise_id")
    for promise, kept in (("P1", by_hand.is_screened_in_time), ("P2", by_hand.is_met_in_time)):
        assert rows.loc[promise, ["count_kept", "n"]].tolist() == [kept.sum(), len(kept)]
        assert 0 < kept.sum() < len(kept)
    late = by_hand.screened.dt.year.to_numpy() == 2024
    now = by_hand.is_screened_in_time[late]
    tiles = {one.label: (one.value, one.note) for one in found.numbers}
    assert tiles["HR: kept least"] == (
        words.percent(now.mean()),
        f"{now.sum()} of {late.sum()} · HR screens who applied",
    )
    assert tiles["Sales: overdue now"] == ("0", "nothing waits too long")
    shown = found.sides[0].marks.rows
    assert shown["right"].tolist() == [f"{words.percent(now.mean())} · {now.sum()} of {late.sum()}"]
    assert shown["name"].tolist() == [
        f"HR screens who applied within 3 working days: {(~now).sum()} late (half ≤ 2 days)"
    ]
    assert "in the last four quarters" in found.sides[0].standfirst


def promised(side: str, kept: list[int], waiting: int) -> pd.DataFrame:
    """Promises of a side, each due 100 times, of which half of what was missed came later and some wait now."""
    late = [(100 - one) // 2 for one in kept]
    return pd.DataFrame(
        {
            "promise_id": [f"{side}{place}" for place in range(len(kept))],
            "promise": [f"{side} keeps {place}" for place in range(len(kept))],
            "named": [f"{side} keeps {place} within 2 working days" for place in range(len(kept))],
            "department": side,
            "n": 100,
            "count_kept": kept,
            "count_late": late,
            "count_waiting": waiting,
            "median_over": 3.0,
            "rate": [one / 100 for one in kept],
            "low": 0.0,
            "high": 1.0,
        }
    )


def test_a_side_is_told_which_two_promises_hold_most_of_what_it_missed() -> None:
    """Of 10, 60 and 30 missed the two hold 90 of 100; what waits now is told apart from what never came."""
    shown = answer._side(promised("Sales", [90, 40, 70], waiting=2), "Sales", "")
    assert shown.lead == "90\u202f% of what Sales missed is on two of its 3 promises"
    assert shown.standfirst.startswith(
        "“Sales keeps 1” (40\u202f%) and “Sales keeps 2” (70\u202f%). Kept within the days promised"
    )
    assert shown.marks.rows["name"].tolist()[1] == (
        "Sales keeps 1 within 2 working days: 30 late (half ≤ 3 days), 28 never, 2 overdue now"
    )
    assert shown.note == answer.NEVER
    assert answer._side(promised("HR", [90, 40], waiting=0), "HR", "").lead == "What HR promised"
    assert answer._side(promised("HR", [99, 99, 98], waiting=0), "HR", "").lead == "What HR promised"


def test_what_can_be_done_next_is_to_talk_about_the_promise_that_each_side_keeps_least() -> None:
    both = pd.concat([promised("HR", [90, 80], waiting=0), promised("Sales", [45, 70], waiting=0)])
    assert answer._next(both) == (
        "talk about the promises kept least: “HR keeps 1”, 80\u202f% in time and “Sales keeps 0”, 45\u202f% in time."
    )
    assert answer._next(both.iloc[:0]) == ""


def test_by_quarter_stands_the_share_of_the_clocks_that_began_in_it(ask, by_hand: ByHand) -> None:
    hr, sales = told(ask).trends
    for shown, began, kept in (
        (hr, by_hand.screened, by_hand.is_screened_in_time),
        (sales, by_hand.met, by_hand.is_met_in_time),
    ):
        named = began.dt.year.astype(str) + " Q" + ((began.dt.month + 2) // 3).astype(str)
        mine = pd.Series(kept).groupby(named).agg(["mean", "size"])
        mine = mine[mine["size"] >= 5]
        rows = shown.marks.rows.set_index("period")
        assert rows.index.tolist() == mine.index.tolist()
        assert rows["estimate"].tolist() == pytest.approx(mine["mean"].tolist())
        assert rows["n"].tolist() == mine["size"].tolist()
    assert hr.marks.given["extent"] == sales.marks.given["extent"]


def test_who_withdrew_behind_promises_kept_and_missed_are_those_of_the_files(ask, by_hand: ByHand) -> None:
    kept = np.concatenate([by_hand.is_screened_in_time, by_hand.is_met_in_time])
    withdrew = np.concatenate([by_hand.withdrew, by_hand.withdrew])
    behind = {
        is_kept: (int(withdrew[kept == is_kept].sum()), int((kept == is_kept).sum()))
        for is_kept in (True, False)
    }
    (missed, late), (in_time, all_kept) = behind[False], behind[True]
    lead, counts = told(ask).withdrew
    assert lead == (
        f"Of 100 promises missed, in {words.number(100 * missed / late)} the candidate later withdrew; "
        f"of 100 kept, in {words.number(100 * in_time / all_kept)}"
    )
    assert counts.startswith(f"{missed} of {late} missed and {in_time} of {all_kept} kept, since ")
    assert counts.endswith("no proof of what lateness costs.")


def test_how_much_both_kept_leads_with_the_year_before(ask, by_hand: ByHand) -> None:
    """Of clocks that began in 2024, beside those of 2023: two years before nothing was promised; no sum of both."""
    sides = ((by_hand.is_screened_in_time, by_hand.screened), (by_hand.is_met_in_time, by_hand.met))
    (hr, hr_then), (sales, sales_then) = (
        [kept[began.dt.year.to_numpy() == year] for year in (2024, 2023)] for kept, began in sides
    )
    found = told(ask)
    rates = [words.percent(one.mean()) for one in (hr, sales, hr_then, sales_then)]
    assert found.lead == (
        f"HR keeps {rates[0]} of what it promised, Sales {rates[1]}; a year before {rates[2]} and {rates[3]}"
    )
    counts = [f"{one.sum()} of {len(one)}" for one in (hr, sales, hr_then, sales_then)]
    assert found.standfirst == (
        f"HR {counts[0]}, Sales {counts[1]} in the last four quarters; a year before {counts[2]} and {counts[3]}. "
        "No contest: each side promised other things, each with its own limit of days."
    )
    for side, began, mine in (
        ("HR", by_hand.screened, by_hand.is_screened_in_time),
        ("Sales", by_hand.met, by_hand.is_met_in_time),
    ):
        late, early = (mine[began.dt.year.to_numpy() == one] for one in (2024, 2023))
        exhibit = next(one for one in found.trends if one.lead.startswith(side))
        assert exhibit.lead == (
            f"{side} kept {words.percent(late.mean())} in the last four quarters, "
            f"{words.percent(early.mean())} a year before"
        )
        assert exhibit.standfirst.startswith(
            f"{late.sum()} of {len(late)}, {early.sum()} of {len(early)}; by the quarter"
        )


def test_quarters_bear_the_names_of_the_fiscal_year(ask) -> None:
    calendar, april = (
        answer.agreement(ask("agreement/promise_cases"), NO_HOLIDAYS, AS_OF, month) for month in (1, 4)
    )
    assert calendar is not None
    assert april is not None
    rows = [one.trends[0].marks.rows.set_index("period") for one in (calendar, april)]
    assert rows[0].index[0] == "2023 Q1"
    assert rows[1].index[0] == "FY2023 Q4"
    assert rows[0]["n"].tolist() == rows[1]["n"].tolist()


def test_terms_that_changed_are_said_below_the_trend_of_their_side(ask) -> None:
    cases = ask("agreement/promise_cases")
    tighter = cases["started_on"] >= pd.Timestamp("2024-03-01")
    day = pd.Timestamp("2024-03-01")
    changed = cases.assign(
        within_days=cases["within_days"].mask((cases["promise_id"] == "P1") & tighter, 2),
        in_force_from=cases["in_force_from"].mask(tighter, day),  # P2 was only written anew
    )
    found = answer.agreement(changed, NO_HOLIDAYS, AS_OF)
    assert found is not None
    assert [one.note.replace("\u00a0", " ").replace("\u202f", " ") for one in found.trends] == [
        "Since 1 Mar 2024 “HR screens who applied” allows 2 working days, before 3: of the last four quarters 46 % are "
        "kept, by the days of before 54 %.",  # as they were by three days
        "",
    ]
    assert "a year before" not in found.lead  # which had other limits
    assert "Years from before 1\u00a0Mar\u00a02024 had other limits" in found.standfirst
    names = [name.replace("\u00a0", " ") for name in found.rows["named"]]
    assert names == [
        "HR screens who applied within 3 working days (2 since 1 Mar 2024)",
        "Sales meets who was screened within 5 working days",
    ]


def test_the_table_of_all_the_time_counts_what_came_later(ask, by_hand: ByHand) -> None:
    """All came in the end, so whatever was not kept came later."""
    late = (~by_hand.is_screened_in_time).sum()
    assert told(ask).table["Came later"].tolist() == [late, (~by_hand.is_met_in_time).sum()]
    assert told(ask).since == by_hand.screened.min()


def test_where_nothing_was_owed_or_too_little_no_share_leads(ask) -> None:
    cases = ask("agreement/promise_cases")
    assert answer.agreement(cases.iloc[:0], NO_HOLIDAYS, AS_OF) is None
    few = answer.agreement(cases.head(4), NO_HOLIDAYS, AS_OF)
    assert few is not None
    assert few.lead == "Too few promises are due to say how they are kept"
    assert (few.withdrew, few.trends[0].is_drawn) == (("", ""), False)

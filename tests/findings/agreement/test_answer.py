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
    rows = told(ask).rows.set_index("promise_id")
    for promise, kept in (("P1", by_hand.is_screened_in_time), ("P2", by_hand.is_met_in_time)):
        assert rows.loc[promise, ["count_kept", "n"]].tolist() == [kept.sum(), len(kept)]
        assert 0 < kept.sum() < len(kept)
    tiles = {one.label: (one.value, one.note) for one in told(ask).numbers}
    assert tiles["HR kept"][0] == words.percent(by_hand.is_screened_in_time.mean())
    assert tiles["HR kept"][1].endswith(f" · {len(by_hand.withdrew)} due")
    assert tiles["Sales: overdue now"] == ("0", "nothing waits too long")


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
    assert (
        f"behind {behind[False][0]} of {behind[False][1]} promises missed "
        f"({words.percent(behind[False][0] / behind[False][1])}) and behind {behind[True][0]} of {behind[True][1]} kept"
    ) in told(ask).withdrew
    assert told(ask).withdrew.endswith("no proof of what lateness costs.")


def test_what_waits_past_its_day_leads_and_is_listed_longest_first(ask) -> None:
    """As if nothing had come of the first twelve."""
    cases = ask("agreement/promise_cases").head(12)
    waiting = cases.assign(kept_on=pd.NaT, stopped_on=pd.NaT, is_running=True)
    found = answer.agreement(waiting, NO_HOLIDAYS, AS_OF)
    assert found is not None
    side = waiting["department"].value_counts()
    said = " and ".join(f"{side.get(one, 0)} of {one}" for one in ("HR", "Sales"))
    assert found.lead == f"12 promises now wait past the last day: {said}"
    listed = answer.waiting(waiting.assign(role_profile="Desk"), NO_HOLIDAYS, AS_OF)
    assert listed["Days over"].is_monotonic_decreasing
    began = waiting["started_on"].min()
    due = np.busday_offset(np.datetime64(began, "D"), int(waiting["within_days"].iloc[0]), roll="forward")
    assert listed["Days over"].iloc[0] == np.busday_count(due, np.datetime64(AS_OF, "D"))
    assert answer.of_waits(listed, 10) == "12 waits past the last day; the longest 10 are shown."


def test_where_nothing_was_owed_or_too_little_no_share_leads(ask) -> None:
    cases = ask("agreement/promise_cases")
    assert answer.agreement(cases.iloc[:0], NO_HOLIDAYS, AS_OF) is None
    few = answer.agreement(cases.head(4), NO_HOLIDAYS, AS_OF)
    assert few is not None
    assert few.lead == "Too few promises are due to say how they are kept"
    assert (few.withdrew, few.trends[0].is_drawn) == ("", False)

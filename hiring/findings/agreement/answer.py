"""The answer of the page "Agreement": how much of what was promised is kept, what each side keeps best and least."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from hiring import words
from hiring.access.scope import Scope
from hiring.findings.agreement import leads, naming, trend
from hiring.findings.agreement.trend import SIDES
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.statistics import promises
from hiring.statistics.verdicts import SMALLEST_JUDGED

KICKER = "Agreement"
NEEDED = {
    "working_agreement": (
        "What HR and Sales promised each other is not known",
        "The file says who owes what to whom, within how many working days.",
        "working_agreement.csv",
    ),
    "applications": (
        "What became of the promises is not known",
        "The file says when applications came, and what became of them.",
        "applications.csv",
    ),
}
NOTHING_OWED = "Nothing was promised for what the filters leave"
STANDFIRST = "{most}Kept within the days promised, of those whose days are over{when}; likely range"
MOST_MISSED = "{share} of what {side} missed is on two of its {n} promises"
READING = (
    "The clock runs in working days of the company's calendar. What is open past its last day is missed, whether or "
    "not it still comes. What ended before its time was over was not owed any more; nor what the other side ended. An "
    "offer is owed to those alone who got one; what begins with the last scorecard, to those whose application is "
    "decided: one that goes on may wait for its next meeting."
)
NEVER = (
    "Late: it came after its last day, half of these within so many working days. Never: the application or the "
    "opening ended first."
)
OWN_CLOCK = "The period chosen does not apply here: promises are told by the time in which they were due."
TALK = "talk about the promises kept least: {what}."
TOO_FEW_DECIDED = "Too few promises are decided to set withdrawals beside them."
WITHDREW = "Of 100 promises missed, in {missed} the candidate later withdrew; of 100 kept, in {kept}"
WITHDREW_OF = (
    "{missed} of {late} missed and {kept} of {in_time} kept, since {day}. Who waits longer has more time to change "
    "their mind: no proof of what lateness costs."
)


def own_clock(chosen: Scope) -> str:
    """What is said where somebody chose a period of hiring; empty where all of it is chosen."""
    whole = chosen.choices
    return OWN_CLOCK if (chosen.hired_from, chosen.hired_to) != (whole.first_day, whole.last_day) else ""


@dataclass(frozen=True)
class Number:
    """One number of a side: its label, value and note, and its card."""

    label: str
    value: str
    note: str
    card: str


@dataclass(frozen=True)
class Agreement:
    """The whole answer: `rows` of `promises.by_promise`, the words, and `cases` of `promises.judged`.

    `told`: rows of the time that exhibits tell of, `when` that in words ("" where it is all there is).
    """

    rows: pd.DataFrame
    told: pd.DataFrame
    when: str
    lead: str
    standfirst: str
    numbers: tuple[Number, ...]
    sides: tuple[Exhibit, ...]
    trends: tuple[Exhibit, ...]
    table: pd.DataFrame
    withdrew: tuple[str, str]
    next: str
    since: pd.Timestamp
    cases: pd.DataFrame


def agreement(
    cases: pd.DataFrame, holidays: pd.DataFrame, as_of: pd.Timestamp, starts_in: int = 1
) -> Agreement | None:
    """The answer for rows of `agreement/promise_cases`; nothing where no promise was owed.

    Fiscal years start in the month given.
    """
    if cases.empty:
        return None
    found = promises.judged(cases, holidays, as_of)
    rows = promises.by_promise(found)
    rows = rows.assign(named=naming.named(rows, found))
    since = pd.Timestamp(pd.to_datetime(found["started_on"]).min())
    changed = pd.to_datetime(naming.changes(found)["in_force_from"])
    terms_from = changed.max() if len(changed) else None
    years = promises.by_year(found, as_of, starts_in, terms_from)
    lately, told, when = promises.of_last_year(found, as_of, starts_in), rows, ""
    if len(lately) >= SMALLEST_JUDGED:
        late = promises.by_promise(lately)
        told, when = late.assign(named=naming.named(late, lately)), leads.LATELY
    return Agreement(
        rows,
        told,
        when,
        *leads.lead(rows, years, terms_from),
        numbers(rows, told),
        tuple(_side(told, side, when and f", {when}") for side in SIDES),
        trend.trends(promises.by_quarter(found, starts_in), years, trend.terms(found, lately)),
        _table(rows),
        _withdrew(rows, since),
        _next(told),
        since,
        found,
    )


def best_first(rows: pd.DataFrame, side: str) -> pd.DataFrame:
    """The promises of one side that are due often enough to be told, the best kept first."""
    mine = rows[(rows["department"] == side) & (rows["n"] >= SMALLEST_JUDGED)]
    return mine.sort_values(["rate", "promise_id"], ascending=[False, True])


def numbers(rows: pd.DataFrame, told: pd.DataFrame) -> tuple[Number, ...]:
    """Of each side: the promise kept least of those `told`, and what waits past its last day now."""
    made = []
    for side in SIDES:
        for one in best_first(told, side).tail(1).to_dict("records"):
            note = f"{_of(one['count_kept'], one['n'])} · {one['promise']}"
            made.append(Number(f"{side}: kept least", words.percent(one["rate"]), note, "promises_kept"))
    for side in SIDES:
        mine = rows[rows["department"] == side]
        count = int(mine["count_waiting"].sum())
        most = words.counted(int(mine["most_over"].max()), "working day") if count else ""
        note = f"the longest {most} over" if count else "nothing waits too long"
        made.append(Number(f"{side}: overdue now", words.number(count), note, "promises_overdue"))
    return tuple(made)


def _of(count: int, n: int) -> str:
    return f"{words.number(count)} of {words.number(n)}"


def _side(rows: pd.DataFrame, side: str, when: str) -> Exhibit:
    """The promises of one side in the order of the agreement, on the same scale as the other's."""
    mine = rows[rows["department"] == side]
    key = f"agreement_{side.lower()}"
    if mine.empty:
        return undrawn(key, f"{side} promised nothing that can be told")
    title, most = _most_missed(mine, side)
    drawn = pd.DataFrame(
        {
            "name": [_name(row) for row in mine.to_dict("records")],
            "estimate": mine["rate"],
            "low": mine["low"],
            "high": mine["high"],
            "n": mine["n"],
            "side": side,
            "verdict": None,
            "right": [
                f"{words.percent(rate)} · {_of(kept, n)}"
                for rate, kept, n in zip(mine["rate"], mine["count_kept"], mine["n"], strict=True)
            ],
        }
    )
    facts = "; ".join(f"{name}: {right}" for name, right in zip(drawn["name"], drawn["right"], strict=True))
    return Exhibit(
        key=key,
        lead=title,
        standfirst=STANDFIRST.format(most=most, when=when),
        marks=Marks(
            "dots_with_intervals", drawn, {"labels": "wrapped", "noun": "case", "extent": (0.0, 1.06)}
        ),
        alt=f"{title}. {facts}.",
        n=int(mine["n"].sum()),
        definition=("promises_kept",),
        note=NEVER,
    )


def _most_missed(mine: pd.DataFrame, side: str) -> tuple[str, str]:
    """That two promises hold most of what a side missed, and which; of few promises or few misses its name alone."""
    missed = (mine["n"] - mine["count_kept"]).sort_values(ascending=False, kind="stable")
    if len(mine) <= 2 or missed.sum() < SMALLEST_JUDGED:
        return f"What {side} promised", ""
    most = mine.loc[missed.index[:2]]
    said = " and ".join(
        f"“{row['promise']}” ({words.percent(row['rate'])})" for row in most.to_dict("records")
    )
    share = words.percent(missed.iloc[:2].sum() / missed.sum())
    return MOST_MISSED.format(side=side, n=words.number(len(mine)), share=share), f"{said}. "


def _next(told: pd.DataFrame) -> str:
    """What both could talk about: of each side the promise kept least."""
    least = [mine.iloc[-1] for mine in (best_first(told, side) for side in SIDES) if len(mine)]
    said = " and ".join(f"“{one['promise']}”, {words.percent(one['rate'])} in time" for one in least)
    return TALK.format(what=said) if said else ""


def _name(row: Mapping[Hashable, Any]) -> str:
    """ "Sales meets everyone within 8 working days: 1,315 late, 47 never, 2 overdue now" """
    gone = row["n"] - row["count_kept"] - row["count_late"] - row["count_waiting"]
    told = {"late": row["count_late"], "never": gone, "overdue now": row["count_waiting"]}
    over = f" (half ≤ {words.days(row['median_over'])})" if row["count_late"] >= SMALLEST_JUDGED else ""
    said = ", ".join(
        f"{words.number(count)} {what}{over if what == 'late' else ''}"
        for what, count in told.items()
        if count
    )
    return ": ".join(filter(None, (row["named"], said)))


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    """Every promise in figures."""
    return pd.DataFrame(
        {
            "Promise": rows["named"],
            "Owed by": rows["department"],
            "Kept": [
                f"{words.number(kept)} of {words.number(n)}"
                for kept, n in zip(rows["count_kept"], rows["n"], strict=True)
            ],
            "Share": [
                words.with_interval(*one) for one in zip(rows["rate"], rows["low"], rows["high"], strict=True)
            ],
            "Came later": rows["count_late"],
            "Median days": [words.number(value, 0) for value in rows["median_days"]],
            "Not over yet": rows["count_open"],
            "Overdue now": rows["count_waiting"],
            "Not owed any more": rows["count_not_owed"],
        }
    )


def _withdrew(rows: pd.DataFrame, since: pd.Timestamp) -> tuple[str, str]:
    """How many withdrew after promises missed and kept, in 100 and counted; empty where there are too few of either."""
    missed, kept = int((rows["n"] - rows["count_kept"]).sum()), int(rows["count_kept"].sum())
    if min(missed, kept) < SMALLEST_JUDGED:
        return "", ""
    behind = [int(rows[one].sum()) for one in ("withdrew_missed", "withdrew_kept")]
    shares = [words.number(100 * one / n) for one, n in zip(behind, (missed, kept), strict=True)]
    counts = [words.number(one) for one in (*behind, missed, kept)]
    return (
        WITHDREW.format(missed=shares[0], kept=shares[1]),
        WITHDREW_OF.format(
            missed=counts[0], kept=counts[1], late=counts[2], in_time=counts[3], day=words.day(since)
        ),
    )

"""What the hires of each year cost, what they brought back in as many months, and when half had paid back.

The rule of payback is that of the page "Sources"; here its hires stand by year of start. Frames in, words out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd

from hiring import words
from hiring.access.scope import GROSS_MARGIN
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.marks import Reference
from hiring.findings.numbers import Number
from hiring.findings.sources.costs import followed_of, median_of, range_of
from hiring.statistics.rates import Interval
from hiring.statistics.ratios import ratio_of_sums
from hiring.statistics.survival import Median
from hiring.statistics.verdicts import SMALLEST_JUDGED

KICKER = "Shared result"
NOT_KNOWN = "When hires bring back what they cost is not known yet"
NOBODY = "Nobody was hired within what the filters leave"
NO_YEAR = f"No year of start alone has {SMALLEST_JUDGED} hires to follow."
OURS = "Both departments own it: who comes and what that costs, and how soon they sell."
BACK = "{currency} of margin for every {one} spent on finding and paying them, to month {window}; line: likely range"
ASSUMED = f"Margin is {words.percent(GROSS_MARGIN)} of the revenue they won, which is assumed."
HOLLOW = "Hollow: some are not through these months yet; n counts those who are."
READING = (
    f"Margin is {words.percent(GROSS_MARGIN)} of what hires won themselves, an assumed gross margin; inherited deals "
    "stand apart and pay nothing back. Every year is held to as many months since the start, so that young hires are "
    "not set against old ones; who left stays in, with what they cost and sold until then. The range says how far the "
    "figure would move with other hires like these. Quotas, prices and territories change from year to year: a "
    "difference between years is no one's doing alone."
)


@dataclass(frozen=True)
class Cohort:
    """The hires of one year whose payback can be followed.

    `back`: margin for every unit spent by the end of the window, of the n hires through it whose sales and pay are
    known to there; `waiting` are not through it yet, `cut` are and have no figure. `count_left` left unpaid.
    """

    name: str
    back: Interval
    waiting: int
    cut: int
    median: Median
    count_paid_back: int
    count_left: int


def cohorts_of(by_hire: pd.DataFrame) -> tuple[Cohort, ...]:
    """The cohorts of rows of `sources/payback_by_hire`, the oldest first."""
    followed, _ = followed_of(by_hire)
    return tuple(_cohort(str(year), rows) for year, rows in followed.groupby("start_year"))


def _cohort(name: str, rows: pd.DataFrame) -> Cohort:
    is_through = rows["is_mature"].astype(bool)
    known = rows[is_through & rows["window_revenue"].notna() & rows["window_cost"].notna()]
    margin = GROSS_MARGIN * known["window_revenue"].to_numpy(float)
    back = ratio_of_sums(margin, known["window_cost"].to_numpy(float))
    has_paid = rows["has_paid_back"].astype(bool)
    return Cohort(
        name,
        replace(back, n=len(known)),
        int((~is_through).sum()),
        int(is_through.sum()) - len(known),
        median_of(rows),
        int(has_paid.sum()),
        int((rows["has_left"].astype(bool) & ~has_paid).sum()),
    )


def lead(cohorts: Sequence[Cohort], everyone: Median | None = None) -> str:
    """By which month half of the two latest years' hires had brought back their cost.

    `everyone`: the hires of all years together, of whom it is told where no year has enough.
    """
    known = [one for one in cohorts if one.median.n >= SMALLEST_JUDGED]
    halves = [(one.name, words.number(one.median.time)) for one in known if one.median.reached][-2:]
    if not halves:
        if known:
            return f"Fewer than half of the hires of {known[-1].name} have brought back their cost yet"
        return _of_everyone(everyone)
    *before, (name, month) = halves
    same = "".join(f"{other} and " for other, theirs in before if theirs == month)
    differing = "".join(f", of {other} by month {theirs}" for other, theirs in before if theirs != month)
    return f"Half of the hires of {same}{name} had brought back their cost by month {month}{differing}"


def _of_everyone(everyone: Median | None) -> str:
    """The lead of hires of all years together, as their tile has it; not known of too few."""
    if everyone is None or everyone.n < SMALLEST_JUDGED:
        return NOT_KNOWN
    if everyone.time is None:
        return f"Fewer than half of the {_of(everyone.n)} we can follow have brought back their cost yet"
    month = words.number(everyone.time)
    return f"Half of the {_of(everyone.n)} we can follow had brought back their cost by month {month}"


def standfirst(cohorts: Sequence[Cohort], window: int, currency: str, everyone: Median | None = None) -> str:
    """The likely months of the lead, the one number, and whose it is."""
    if _of_everyone(everyone) == lead(cohorts, everyone) != NOT_KNOWN and everyone is not None:
        return f"Likely month {_months(everyone)}. {NO_YEAR}"
    known = [one for one in cohorts if one.median.n >= SMALLEST_JUDGED and one.median.reached][-2:]
    parts = [f"month {_months(one.median)} for those of {one.name} ({_of(one.median.n)})" for one in known]
    if len(known) > 1 and len({range_of(one.median) for one in known}) == 1:
        parts = [f"month {_months(known[0].median)} for both years"]
    possible = f"Likely {', '.join(parts)}." if parts else ""
    number = one_number(cohorts, window, currency)
    return " ".join(filter(None, (possible, f"{number}. {ASSUMED} {OURS}" if number else "")))


def _months(median: Median) -> str:
    """ "4 to 5", as it is read aloud; "4" where both ends are."""
    return " to ".join(dict.fromkeys(range_of(median).split(words.DASH)))


def told(cohorts: Sequence[Cohort]) -> Cohort | None:
    """The year the one number is of: the latest all through the window, else the latest with enough who are."""
    known = [one for one in cohorts if one.back.n >= SMALLEST_JUDGED and words.is_known(one.back.estimate)]
    return next((one for one in reversed(known) if not one.waiting), known[-1] if known else None)


def one_number(cohorts: Sequence[Cohort], window: int, currency: str) -> str:
    """What came back of every unit of money spent on a year's hires, in words; "" where it is not known."""
    one = told(cohorts)
    if one is None:
        return ""
    every = one.back.n + one.waiting
    so_far = f" (so far: {words.number(one.back.n)} of {_of(every)})" if one.waiting else ""
    return (
        f"For every {unit(1, currency, 0)} spent on finding and paying the hires of {one.name}, "
        f"{unit(one.back.estimate, currency)} of margin came back within {words.months(window)}{so_far}"
    )


def in_short(cohorts: Sequence[Cohort], currency: str) -> str:
    """The one number in the words of a link, which a phone does not cut; "" where it is not known."""
    one = told(cohorts)
    if one is None:
        return ""
    so_far = " so far" if one.waiting else ""
    return f"{unit(one.back.estimate, currency)} back for {unit(1, currency, 0)}, hires of {one.name}{so_far}"


def numbers(cohorts: Sequence[Cohort], window: int, currency: str) -> Number:
    """The tile of the one number."""
    one = told(cohorts)
    if one is None:
        return Number(
            "margin_for_one", words.UNKNOWN, f"fewer than {SMALLEST_JUDGED} hires through {window} months"
        )
    show = partial(unit, currency=currency)
    span = words.span(one.back.low, one.back.high, show)
    parts = [*([span] if span != words.UNKNOWN else []), f"{_of(one.back.n)} of {one.name}"]
    return Number("margin_for_one", show(one.back.estimate), " · ".join(parts))


def back(cohorts: Sequence[Cohort], window: int, currency: str) -> Exhibit:
    """What came back for every unit spent, by year of start; rounded as it is shown, for pay is in it."""
    shown = [one for one in cohorts if one.back.n >= SMALLEST_JUDGED and words.is_known(one.back.low)]
    title = f"What came back of every {unit(1, currency, 0)} spent, by year of start"
    frame = pd.DataFrame(
        [
            {
                "period": one.name,
                **{end: round(getattr(one.back, end), 1) for end in ("estimate", "low", "high")},
                "n": one.back.n,
                "is_mature": not one.waiting,
            }
            for one in shown
        ]
    )
    if frame.empty:
        return undrawn("margin_for_one", title)
    show = partial(words.number, places=1)
    return Exhibit(
        key="margin_for_one",
        lead=title,
        standfirst=BACK.format(currency=currency, one=unit(1, currency, 0), window=window),
        marks=Marks("dots_over_time", frame, {"show": show, "reference": Reference(1.0, "spent")}),
        alt=f"{title}: {_listed(frame, show)}.",
        n=int(frame["n"].sum()),
        definition=("margin_for_one",),
        note=HOLLOW if not frame["is_mature"].all() else "",
    )


def unit(amount: float, currency: str, places: int = 1) -> str:
    """What one unit of money is set against: "EUR 4.8"."""
    return f"{currency}{words.FIXED}{words.number(amount, places)}"


def _listed(frame: pd.DataFrame, show: words.Show) -> str:
    return "; ".join(
        f"{row['period']} {words.with_interval(row['estimate'], row['low'], row['high'], show)}"
        for row in frame.to_dict("records")
    )


def _of(count: int) -> str:
    return words.counted(count, "hire")

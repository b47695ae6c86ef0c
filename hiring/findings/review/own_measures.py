"""Measures that a company's own files name: each promise, what both rate apart, why candidates leave, who started.

Their words are made of what the files call them, so that a decision finds its measure again.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator, Mapping

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.alignment.departments import SCALE_POINTS
from hiring.findings.review.measures import DECIDED, MEASURES, Asked, Measure, shares
from hiring.findings.review.quarter import Quarter
from hiring.statistics import promises, rates
from hiring.statistics.rates import Interval
from hiring.statistics.verdicts import SMALLEST_JUDGED, Unit

Made = Callable[[Asked, Quarter], Measure]
SELLERS = Unit("sellers")
GAP = "apart"  # the first part of the word of a measure of two who rate apart
LETTERS, LONGEST = 10, 60  # of the digest in a word; of what a file calls it in a label
MOST_REASONS, MOST_GAPS = 3, 4
#: Of whom a reason is told: how the application ended, in the words of a label, of which ends.
LEFT = {
    "offer_declined": ("Offers declined", "offer", ("hired", "offer_declined")),
    "withdrawn": ("Withdrew", "application", ()),
}


def every(asked: Asked) -> Mapping[str, Made]:
    """What a decision may name, by the word it is kept under: what every company has, then what this one names."""
    own = (*_promises(asked), *_reasons(asked), *_gaps(asked))
    return {**MEASURES, "sellers-started": started, **dict(own)}


def _word(kind: str, text: str) -> str:
    return f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:LETTERS]}"


def started(asked: Asked, quarter: Quarter) -> Measure:
    """Hires who started in Sales in the quarter: a count, so without a range."""

    def count(of: Quarter) -> Interval:
        n = int(of.holds(asked.outcomes["sales_start_on"]).sum())
        return Interval(float(n), math.nan, math.nan, n)

    return Measure(
        *("sellers_needed", "Sellers started", "employees", "hire", "who started in it"),
        count(quarter),
        count(quarter.year_before),
        None,
        SELLERS,
        show=words.number,
    )


def _promises(asked: Asked) -> Iterator[tuple[str, Made]]:
    """Of each promise the share kept, of what was due in the quarter."""
    if "promise_id" not in asked.promises:
        return
    for key, promise in asked.promises.groupby("promise_id")["promise"].last().items():
        yield _word("promise", str(key)), _kept(str(key), str(promise))


def _kept(key: str, promise: str) -> Made:
    def made(asked: Asked, quarter: Quarter) -> Measure:
        def counts(of: Quarter) -> tuple[int, int]:
            due = asked.promises[asked.promises["promise_id"].astype(str) == key]
            due = due[of.holds(due["due_on"])]
            return int((due["state"] == promises.KEPT).sum()), int(due["state"].isin(DECIDED).sum())

        label = f"Kept: {words.one_line(promise, LONGEST)}"
        return Measure(
            "promises_kept", label, "working_agreement", "promise", "due in it", *shares(counts, quarter)
        )

    return made


def _reasons(asked: Asked) -> Iterator[tuple[str, Made]]:
    """Of the most frequent reasons to decline an offer or to withdraw: how many gave it, of those who could."""
    if asked.ends.empty:
        return
    spelt = asked.ends["reason"].astype("string").str.strip().str.casefold()
    for status in LEFT:
        counts = spelt[asked.ends["status"] == status].value_counts()
        counts = counts[counts >= SMALLEST_JUDGED].sort_index().sort_values(ascending=False, kind="stable")
        for reason in counts.head(MOST_REASONS).index:
            yield _word(status.replace("_", "-"), str(reason)), _left(status, str(reason))


def _left(status: str, reason: str) -> Made:
    what, noun, beside = LEFT[status]

    def made(asked: Asked, quarter: Quarter) -> Measure:
        spelt = asked.ends["reason"].astype("string").str.strip().str.casefold().fillna("")
        is_it = (asked.ends["status"] == status) & (spelt == reason)

        def counts(of: Quarter) -> tuple[int, int]:
            of_those = asked.ends["status"].isin(beside) if beside else True
            mine = of.holds(asked.ends["ended_on"]) & of_those
            return int((mine & is_it).sum()), int(mine.sum())

        label = f"{what} as “{words.one_line(reason, LONGEST)}”"
        now, before, _ = shares(counts, quarter)
        return Measure(
            *("own_decision", label, "applications", noun, "that ended in it"),
            _told(now),
            _told(before),
            None,
            is_more_better=False,
        )

    return made


def _told(share: Interval) -> Interval:
    """The share; of one to four who gave a reason none is told, as on the page "Candidates"."""
    is_few = share.n > 0 and 0 < round(share.estimate * share.n) < SMALLEST_GROUP
    return Interval(math.nan, math.nan, math.nan, share.n) if is_few else share


def _gaps(asked: Asked) -> Iterator[tuple[str, Made]]:
    """How far HR and Sales rate the same candidates apart, on the competencies furthest apart so far."""
    if asked.gaps.empty:
        return
    means = asked.gaps.groupby("competency")["difference"].agg(["mean", "size"])
    means = means[means["size"] >= SMALLEST_JUDGED]
    for name in means["mean"].abs().sort_values(ascending=False, kind="stable").head(MOST_GAPS).index:
        yield _word(GAP, str(name)), _apart(str(name))


def _apart(competency: str) -> Made:
    def made(asked: Asked, quarter: Quarter) -> Measure:
        mine = asked.gaps[asked.gaps["competency"] == competency]

        def gap(of: Quarter) -> Interval:
            told = mine.loc[of.holds(mine["last"]), "difference"].to_numpy(float)
            if len(told) < SMALLEST_GROUP:
                return Interval(math.nan, math.nan, math.nan, len(told))
            found = rates.mean_interval(told)
            if found.estimate >= 0:
                return found
            return Interval(-found.estimate, -found.high, -found.low, found.n)

        return Measure(
            "departments_apart",
            f"HR and Sales apart on {words.one_line(competency, LONGEST)}, points",
            *("ratings", "candidate", "both met last in it"),
            gap(quarter),
            gap(quarter.year_before),
            None,
            SCALE_POINTS,
            show=_points,
            is_more_better=False,
        )

    return made


def _points(value: float | None) -> str:
    return words.number(value, 2)

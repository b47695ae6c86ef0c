"""Who says yes to an offer: in all, by month, and in the last twelve months against the time before.

Answers in, words and the exhibit out. An offer without an answer is in no share.
"""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks, strongest
from hiring.findings.marks import Reference
from hiring.findings.numbers import Number
from hiring.findings.sentences import likely
from hiring.findings.sources.answer import LINE
from hiring.findings.sources.tables import share_number
from hiring.statistics.rates import Interval, difference, wilson
from hiring.statistics.verdicts import POINTS, Label, Verdict, judge

RECENT_MONTHS = 12
SUBTITLE = f"Accepted of all answered offers, by quarter of the offer; {LINE}; hollow: some still open"
NO_CHANGE = "No clear change in how many offers are accepted"


def exhibit(offers: pd.DataFrame, by_quarter: pd.DataFrame, undated: str) -> Exhibit:
    """How many answered offers are accepted, by quarter, before the share of all; `undated` ends the note."""
    title, overall = acceptance_title(offers), acceptance(offers)
    change = acceptance_change(offers)
    return Exhibit(
        key="sources_offers",
        lead=title,
        standfirst=SUBTITLE,
        marks=Marks(
            "dots_over_time",
            quarters_of(by_quarter),
            {"reference": Reference(overall.estimate, "overall"), "noun": "offer", "height": 240},
        ),
        alt=f"{title}.",
        n=overall.n,
        label="" if change is None else strongest([change.label]),
        definition=("offer_acceptance",),
        note=f"{acceptance_note(offers)} {undated}".strip(),
    )


def number(offers: pd.DataFrame) -> Number:
    """The tile of acceptance: the share of answered offers that were accepted."""
    share = acceptance(offers)
    if not share.n:
        # Not "no offers": those of people who applied at another time may stand beside it, in the cost of a hire.
        return Number("offer_acceptance", words.UNKNOWN, "no answered one whose day is known")
    return share_number("offer_acceptance", share, "offer")


def quarters_of(offers: pd.DataFrame) -> pd.DataFrame:
    """The answer to `sources/offers_by_quarter` as rows of `dots_over_time`, quarters without an offer among them.

    Offers without an answer are in no share: a quarter that has some is not mature, one with nothing else has none.
    """
    if offers.empty:
        return pd.DataFrame(columns=["period", "estimate", "low", "high", "n", "is_mature", "detail"])
    by_quarter = offers.set_index(pd.DatetimeIndex(offers["offer_quarter"]))
    every = pd.date_range(by_quarter.index.min(), by_quarter.index.max(), freq="QS")
    filled = by_quarter.drop(columns="offer_quarter").reindex(every, fill_value=0)
    rows = []
    for first, row in zip(every, filled.to_dict("records"), strict=True):
        share = wilson(int(row["count_accepted"]), int(row["count_decided"]))
        pending = int(row["count_pending"])
        detail = f"{words.number(pending)} still open" if pending else ""
        name = f"{first.year} Q{first.quarter}"
        rows.append((name, share.estimate, share.low, share.high, share.n, pending == 0, detail))
    return pd.DataFrame(rows, columns=["period", "estimate", "low", "high", "n", "is_mature", "detail"])


def acceptance(offers: pd.DataFrame) -> Interval:
    """Accepted of all answered offers, from rows with counts such as `shared/offers_by_role_and_month`'s.

    Those still open are in neither count.
    """
    return wilson(int(offers["count_accepted"].sum()), int(offers["count_decided"].sum()))


def acceptance_change(offers: pd.DataFrame) -> Verdict | None:
    """The latest twelve months of offers against all before them; None without any offer."""
    if offers.empty:
        return None
    latest = pd.Timestamp(offers["offer_month"].max())
    is_recent = pd.to_datetime(offers["offer_month"]) > latest - pd.DateOffset(months=RECENT_MONTHS)
    recent, before = acceptance(offers[is_recent]), acceptance(offers[~is_recent])
    hits = [int(offers.loc[part, "count_accepted"].sum()) for part in (is_recent, ~is_recent)]
    return judge(difference(hits[0], recent.n, hits[1], before.n), POINTS)


def acceptance_title(offers: pd.DataFrame) -> str:
    """The heading over acceptance by quarter: whether the last year clearly differs from the time before."""
    change = acceptance_change(offers)
    if change is None or change.label == Label.TOO_FEW:
        return "Too few offers yet to see a change in how many are accepted"
    if change.label == Label.CLEAR:
        way = "more" if change.estimate > 0 else "less"
        return f"Offers were accepted {way} often in the last twelve months than before"
    return NO_CHANGE


def without_a_day(offers: pd.DataFrame) -> str:
    """How many offers are in no share for want of their day (`shared/offers_without_a_day`); empty where none is."""
    count = int(offers["count_offers"].sum())
    if not count:
        return ""
    accepted = int(offers["count_accepted"].sum())
    offers_were = "offer was" if count == 1 else "offers were"
    it, each = ("it", "it") if count == 1 else ("them", "each")
    return (
        f"{words.number(count)} more {offers_were} answered ({words.number(accepted)} accepted, "
        f"{words.number(count - accepted)} not), but the day of the offer is missing, so no share counts {it}: "
        f"export offered_on of {each}."
    )


def acceptance_note(offers: pd.DataFrame) -> str:
    """Below acceptance by quarter: the last year against before in figures, and the offers still open."""
    change, still = acceptance_change(offers), int(offers["count_pending"].sum())
    waiting = (
        f"{words.counted(still, 'offer')} {'is' if still == 1 else 'are'} still open and not counted."
        if still
        else "Every offer has an answer."
    )
    if change is None or change.label == Label.TOO_FEW:
        return waiting
    apart = likely(change, ("higher", "lower"))
    counts = f"{words.counted(change.n, 'offer')} against {words.number(change.n_against)}"
    return f"Last twelve months against before: {apart} ({counts}). {waiting}"

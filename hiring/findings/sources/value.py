"""What hires of each source cost beside how many of them became high performers: the lead, the figure and the table.

Frames in, words out; no streamlit. Money is a fact of the books: it is said where the ranges leave no doubt, and of
quality nothing is claimed here. How quality stands against comparable hires is in `comparable`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.numbers import Number
from hiring.findings.sources import tables
from hiring.findings.sources.answer import LONGEST_LEAD, Source, Sources
from hiring.findings.sources.costs import Costs, Paybacks, payback_cell
from hiring.findings.sources.tables import ALL, few, share_cell
from hiring.statistics.rates import Interval
from hiring.statistics.ratios import one_for_another
from hiring.statistics.verdicts import SMALLEST_JUDGED

KEY = "sources_value"
PER_HIGH = "Cost per high performer"
HIGH = "High performers in 100"
TITLE = "What a hire cost, and how many became high performers"
STANDFIRST = "Each source's own hires, as counted; line: likely range; cheapest first"
TOO_FEW_DRAWN = "Most of these sources have too few hires to be drawn"
NO_COST = "not known"
COMPANY = ", company-wide"
WHOSE_COST = "Costs are the whole company's: they are booked by source and month alone."


@dataclass(frozen=True)
class Apart:
    """A source whose cost lies outside the ranges of all others, and the nearest of these."""

    name: str
    cost: float
    nearest: float
    is_dearer: bool
    are_all_known: bool


def apart(found: Sources, costs: Costs) -> Apart | None:
    """The source whose cost per hire lies furthest outside all others' ranges, as a ratio; None where none does."""
    known = {
        source.name: cost
        for source in found.sources
        if words.is_known((cost := _cost(costs, source.name)).estimate)
    }
    every = len(known) == len(found.sources)
    outside = []
    for name, cost in known.items():
        others = [other for place, other in known.items() if place != name]
        if not others or cost.n < SMALLEST_JUDGED:
            continue
        if all(cost.low > other.high for other in others):  # a range that is not known may reach anywhere
            nearest = max(other.estimate for other in others)
            outside.append((cost.estimate / nearest, Apart(name, cost.estimate, nearest, True, every)))
        elif all(cost.high < other.low for other in others):
            nearest = min(other.estimate for other in others)
            outside.append((nearest / cost.estimate, Apart(name, cost.estimate, nearest, False, every)))
    return max(outside, key=lambda one: one[0])[1] if outside else None


def lead(found: Apart | None, currency: str, *, is_company_wide: bool = False) -> str:
    """ "A hire through Agency cost EUR 17k; through any other source about EUR 3.3k or less", or nothing.

    `is_company_wide`: costs are of more hires than those chosen, which is said first.
    """
    if found is None:
        return ""
    amount, nearest = (words.money(value, currency) for value in (found.cost, found.nearest))
    nearest, end = f"about {nearest}", "or less" if found.is_dearer else "or more"
    other = "any other source" if found.are_all_known else "any other of known cost"
    head, through = ("Company-wide, a", "") if is_company_wide else ("A", "through ")
    sentence = f"{head} hire through {found.name} cost {amount}; {through}{other} {nearest} {end}"
    if len(sentence) <= LONGEST_LEAD:
        return sentence
    hires = "Company-wide, one source's hires cost" if is_company_wide else "Hires of one source cost"
    return f"{hires} {amount} each; {'' if is_company_wide else 'of '}{other} {nearest} {end}"


def standfirst(of: Apart, found: Sources, paybacks: Paybacks) -> str:
    """What else is known of the source in the lead: its payback and its high performers, beside those of all."""
    source = next(one for one in found.sources if one.name == of.name)
    own, every = paybacks.sources.get(of.name), paybacks.everyone
    parts = []
    if own is not None and own.time is not None and own.n >= SMALLEST_JUDGED and every.time is not None:
        parts.append(
            f"half of {of.name} hires had paid back after {words.months(own.time)}, half of all hires after "
            f"{words.months(every.time)}"
        )
    if source.high_performers.n >= SMALLEST_JUDGED:
        (n, high), (n_all, high_all) = map(_counts, (source.high_performers, found.high_performers))
        became = f"{high} of the {n} {of.name} hires with a full first year became high performers"
        parts.append(f"{became}, {high_all} of all {n_all}")
    said = "; ".join(parts)
    return f"{said[0].upper()}{said[1:]}." if said else ""


def advice(of: Apart | None, found: Sources, costs: Costs, paybacks: Paybacks, currency: str) -> str:
    """What a high performer of the source that is clearly dearer cost, and when it paid back; else nothing."""
    source = next((one for one in found.sources if of is not None and one.name == of.name), None)
    if of is None or source is None or not of.is_dearer or costs.is_company_wide:
        return ""
    share = source.high_performers
    ratio = one_for_another(_cost(costs, of.name), share)
    if share.n < SMALLEST_JUDGED or not words.is_known(ratio.estimate):
        return ""
    own = paybacks.sources.get(of.name)
    is_known = own is not None and own.time is not None and own.n >= SMALLEST_JUDGED
    back = f"; half paid back after {words.months(own.time)}" if own is not None and is_known else ""
    each = words.money(ratio.estimate, currency)
    span = words.span(ratio.low, ratio.high, lambda value: words.money(value, currency))
    return (
        f"Dearest: {of.name}, {each} for each high performer, likely {span}: it rests on {_of(share)}{back}."
    )


def exhibit(found: Sources, costs: Costs, currency: str) -> Exhibit:
    """Each source's cost per hire beside how many of its hires became high performers, the cheapest first.

    Where fewer than half of the sources have high performers to be drawn, the same stands in its table.
    """
    rows = [_row(source, _cost(costs, source.name), currency) for source in found.sources]
    frame = pd.DataFrame(rows)
    if frame.empty or frame[["left", "right"]].isna().all(axis=None):
        return undrawn(KEY, TITLE)
    frame = frame.sort_values("left", kind="stable", na_position="last", ignore_index=True)
    if 2 * frame["right"].notna().sum() < len(frame) and found.high_performers.n:
        cost = f"Cost per hire{COMPANY if costs.is_company_wide else ''}"
        columns = {"name": "Source", "left_words": cost, "right_words": "High performers"}
        return replace(
            undrawn(KEY, TITLE, f"{WHOSE_COST} {TOO_FEW_DRAWN}" if costs.is_company_wide else TOO_FEW_DRAWN),
            table=frame[[*columns]].rename(columns=columns),
        )
    heads = (f"Cost per hire, {currency}{COMPANY if costs.is_company_wide else ''}", HIGH)
    told = "; ".join(
        f"{row['name']} {row['left_words']}, {row['right_words']} high performers"
        for row in frame.to_dict("records")
    )
    return Exhibit(
        key=KEY,
        lead=TITLE,
        standfirst=f"{WHOSE_COST} {STANDFIRST}" if costs.is_company_wide else STANDFIRST,
        marks=Marks("two_scales", frame, {"heads": heads, "shows": (words.money, words.number)}),
        alt=f"{TITLE}. {told}.",
        n=found.high_performers.n,
        definition=("cost_per_hire", "high_performer"),
    )


def number(found: Sources, costs: Costs, currency: str) -> Number:
    """The tile of the cost of one high performer over all sources with booked costs."""
    card, cost = "cost_per_high_performer", costs.everyone.per_hire
    if costs.is_company_wide:
        return Number(card, words.UNKNOWN, "costs are booked company-wide")
    if not words.is_known(cost.estimate):
        return Number(card, words.UNKNOWN, "no cost per hire is known")
    if found.high_performers.n < SMALLEST_JUDGED:
        return Number(card, words.UNKNOWN, "too few hires to judge")
    ratio = one_for_another(cost, found.high_performers)
    if math.isnan(ratio.estimate):
        return Number(card, words.UNKNOWN, f"none among {words.counted(ratio.n, 'hire')}")

    def show(amount: float) -> str:
        return words.money(amount, currency)

    span = words.span(ratio.low, ratio.high, show)
    parts = [*([span] if span != words.UNKNOWN else []), _of(found.high_performers)]
    return Number(card, show(ratio.estimate), " · ".join(parts))


def table(found: Sources, costs: Costs, paybacks: Paybacks, currency: str) -> pd.DataFrame:
    """One row a source, the cheapest first, and one for all: what a high performer cost, payback, who stayed.

    Without the cost of a high performer where costs are of more hires than these.
    """
    order = sorted(found.sources, key=lambda one: _last_if_unknown(_cost(costs, one.name).estimate))
    rows = [
        (one.name, _cost(costs, one.name), one.high_performers, paybacks.sources.get(one.name), one.stayed)
        for one in order
    ]
    rows.append((ALL, costs.everyone.per_hire, found.high_performers, paybacks.everyone, found.stayed))
    made = pd.DataFrame(
        [
            {
                "Source": name,
                PER_HIGH: _ratio_cell(cost, share, currency),
                "Payback, median months": payback_cell(median),
                "Stayed a year": share_cell(stayed),
            }
            for name, cost, share, median, stayed in rows
        ]
    )
    return made.drop(columns=PER_HIGH) if costs.is_company_wide else made


def without_source(found: Sources) -> str:
    """By how many hires the row of all sources is more than the rows above it; empty where they add up."""
    missing = [
        (every.n - sum(own.n for own in each), every.n, what)
        for every, each, what in (
            (
                found.high_performers,
                [one.high_performers for one in found.sources],
                "with a full first year",
            ),
            (found.stayed, [one.stayed for one in found.sources], "who left or stayed a year"),
        )
    ]
    told = " and ".join(
        f"{words.number(count)} of the {words.number(of)} {what}" for count, of, what in missing if count > 0
    )
    return f"In “{ALL}” alone, without a recorded source: {told}." if told else ""


def table_title(costs: Costs) -> str:
    """What the table tells: without the cost of a high performer where costs are of more hires than these."""
    return "Payback, and who stayed a year" if costs.is_company_wide else "What a high performer cost"


def _cost(costs: Costs, name: str) -> Interval:
    cost = costs.sources.get(name)
    return Interval(math.nan, math.nan, math.nan, 0) if cost is None else cost.per_hire


def _last_if_unknown(value: float) -> float:
    return value if words.is_known(value) else math.inf


def _row(source: Source, cost: Interval, currency: str) -> dict[str, object]:
    share = source.high_performers
    is_told = share.n >= SMALLEST_JUDGED
    unjudged = tables.count_cell(share) if share.n else words.UNKNOWN
    return {
        "name": source.name,
        "left": cost.estimate,
        "left_low": cost.low,
        "left_high": cost.high,
        "left_words": words.money(cost.estimate, currency) if words.is_known(cost.estimate) else NO_COST,
        "right": 100 * share.estimate if is_told else math.nan,
        "right_low": 100 * share.low if is_told else math.nan,
        "right_high": 100 * share.high if is_told else math.nan,
        "right_words": _of(share) if is_told else unjudged,
    }


def _ratio_cell(cost: Interval, share: Interval, currency: str) -> str:
    if share.n < SMALLEST_JUDGED:
        return f"too few: {few(share.n)}" if share.n else words.UNKNOWN
    ratio = one_for_another(cost, share)
    if not words.is_known(cost.estimate):
        return NO_COST
    if math.isnan(ratio.estimate):
        return f"none among {words.number(ratio.n)}"
    told = words.with_interval(
        ratio.estimate, ratio.low, ratio.high, lambda value: words.money(value, currency)
    )
    return f"{told} · {_of(share)}"


def _of(share: Interval) -> str:
    """ "20 of 62" """
    n, count = _counts(share)
    return f"{count} of {n}"


def _counts(share: Interval) -> tuple[str, str]:
    """How many there are, and how many of them succeeded."""
    return words.number(share.n), words.number(share.estimate * share.n)

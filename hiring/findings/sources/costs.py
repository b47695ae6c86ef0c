"""What hires of each source cost, and when what they sell has covered it.

Frames in, words and frames out; no streamlit. A cost nobody booked is not known, and never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from hiring import words
from hiring.access.scope import GROSS_MARGIN
from hiring.config import SMALLEST_GROUP
from hiring.findings.numbers import Number
from hiring.findings.sources.answer import KEPT_BACK, NOT_SHOWN
from hiring.findings.sources.tables import ALL, few
from hiring.statistics.rates import Interval
from hiring.statistics.ratios import ratio_of_sums
from hiring.statistics.survival import Median, kaplan_meier
from hiring.statistics.verdicts import SMALLEST_JUDGED

COST_RULE = (
    "Cost per hire: all that was booked for a source in the months of the hire period, divided by the offers accepted "
    "through it in those months, whatever their role or region, because costs are booked for the whole company. Money "
    "is often spent months before the hire it leads to: over years that evens out, over a few months it does not. From "
    "a source's first booked month to its last, a month without a booking counts as nothing spent. Before and after, "
    "the cost is not known, which is not zero, so offers accepted then are left out. The range says how far the figure "
    "would move in other months like these."
)
PAYBACK_RULE = (
    f"Payback: the first month since the hire in which {words.percent(GROSS_MARGIN)} of what they sold themselves so "
    "far (an assumed gross margin) covers their pay so far and their source's cost of one hire over all its booked "
    "months. Who left before that has not paid back and never will, and stays in the count."
)
COST_SUBTITLE = (
    "What an accepted offer cost, and the months until half of the hires have covered what they cost"
)
KEPT_BACK_BY_SOURCE = f"{KEPT_BACK} Small sources are in the figures of all, and have none of their own."
#: What the exports may lack, and what it would tell.
MISSING = {
    "sourcing_costs": (
        "No sourcing costs are loaded.",
        "Without them neither cost per hire nor payback is known.",
    ),
    "employment_costs": ("No pay is loaded.", "Without what employing a hire costs, payback is not known."),
}
TOO_FEW_TO_FOLLOW = f"fewer than {SMALLEST_GROUP} hires to follow"
COMPANY_COST = "Cost, company-wide"
NOT_BOOKED = "not known: nothing booked"
#: Why a hire's payback cannot be known; who lacks several things is counted under the first.
REASONS = {
    "has_login": "whom no CRM login leads to",
    "has_recruiting_cost": "whose source is not known or had no cost booked when they accepted",
    "has_pay": "without pay on file from the start",
}


@dataclass(frozen=True)
class Cost:
    """What one accepted offer cost in the booked months, and how many offers there were in and outside of them.

    `per_hire.n` offers lie in the booked months, `first_month` to `last_month`; None where nothing is booked.
    """

    booked: float
    per_hire: Interval
    count_accepted: int
    first_month: date | None
    last_month: date | None


@dataclass(frozen=True)
class Costs:
    """The cost of each source by name, and of all sources with booked costs together, those kept back among them.

    `is_company_wide`: only some roles, regions or segments are chosen, and costs are the whole company's.
    """

    sources: Mapping[str, Cost]
    everyone: Cost
    are_some_kept_back: bool = False
    is_company_wide: bool = False


@dataclass(frozen=True)
class Paybacks:
    """Months until payback by source and of all hires, and how many cannot be followed, with the reason."""

    sources: Mapping[str, Median]
    everyone: Median
    left_out: tuple[tuple[int, str], ...]
    are_some_kept_back: bool = False


def costs_of(by_month: pd.DataFrame, *, is_company_wide: bool = False) -> Costs:
    """The answer to `cost_by_month`, summed up by source and over all of them."""
    sources = {str(name): _cost(group) for name, group in by_month.groupby("source")}
    hidden = bool(by_month["source"].isna().any())
    return Costs(sources, _cost(by_month), hidden, is_company_wide)


def paybacks_of(by_hire: pd.DataFrame) -> Paybacks:
    """The answer to `payback_by_hire` as Kaplan–Meier medians; who cannot be followed is counted by reason."""
    followed, left_out = followed_of(by_hire)
    sources = {str(name): median_of(group) for name, group in followed.groupby("source")}
    return Paybacks(sources, median_of(followed), left_out, bool(by_hire["source"].isna().any()))


def followed_of(by_hire: pd.DataFrame) -> tuple[pd.DataFrame, tuple[tuple[int, str], ...]]:
    """The hires whose payback can be followed, and how many cannot, by reason."""
    left_out, followed = [], by_hire
    for column, reason in REASONS.items():
        is_known = followed[column].astype(bool)
        left_out.append((int((~is_known).sum()), reason))
        followed = followed[is_known]
    return followed, tuple(pair for pair in left_out if pair[0])


def cost_numbers(costs: Costs, paybacks: Paybacks, currency: str) -> tuple[Number, Number]:
    """The tiles of money: what a hire cost, and when half have paid back."""
    return cost_number(costs, currency), payback_number(paybacks)


def cost_number(costs: Costs, currency: str) -> Number:
    """The tile of the cost per hire over all sources with booked costs."""
    per_hire = costs.everyone.per_hire
    if not costs.sources and not costs.everyone.count_accepted:
        return Number("cost_per_hire", words.UNKNOWN, f"fewer than {SMALLEST_GROUP} offers")
    if costs.everyone.first_month is None:
        return Number("cost_per_hire", words.UNKNOWN, "no cost is booked")
    if per_hire.n == 0:
        others = costs.everyone.count_accepted
        note = f"booked for none of {words.counted(others, 'offer')}" if others else "no offer accepted"
        return Number("cost_per_hire", words.UNKNOWN, note)
    span = words.span(per_hire.low, per_hire.high, _money(currency))
    known = [span] if span != words.UNKNOWN else []
    note = " · ".join([*known, f"{words.number(per_hire.n)} offers accepted in the booked months"])
    label = COMPANY_COST if costs.is_company_wide else ""
    return Number("cost_per_hire", words.money(per_hire.estimate, currency), note, label)


def payback_number(paybacks: Paybacks) -> Number:
    """The tile of the months until half of all hires have paid back."""
    median = paybacks.everyone
    if median.n < SMALLEST_JUDGED:
        nobody = "nobody to follow" if paybacks.left_out else TOO_FEW_TO_FOLLOW
        note = f"too few: {few(median.n, 'hire')}" if median.n else nobody
        return Number("payback", words.UNKNOWN, note)
    unit = "" if median.high is None else " months"
    note = f"{range_of(median)}{unit} · {words.counted(median.n, 'hire')}"
    if median.time is None:
        return Number("payback", "not reached", note)
    return Number("payback", words.months(median.time), note)


def cost_table(costs: Costs, paybacks: Paybacks, names: list[str], currency: str) -> pd.DataFrame:
    """One row a source, in the order of `names` with sources only the cost file knows after them, and one for all."""
    order = [*names, *(name for name in costs.sources if name not in names)]
    rows = [(name, costs.sources.get(name), paybacks.sources.get(name)) for name in order]
    rows.append((ALL, costs.everyone, paybacks.everyone))
    return pd.DataFrame(
        [
            {
                "Source": name,
                **_cost_cells(cost, currency, is_kept_back=cost is None and costs.are_some_kept_back),
                "Payback, median months": NOT_SHOWN
                if median is None and paybacks.are_some_kept_back
                else payback_cell(median),
            }
            for name, cost, median in rows
        ]
    )


def _cost_cells(cost: Cost | None, currency: str, *, is_kept_back: bool) -> dict[str, str]:
    cells = (cost_cell(cost, currency), _covered(cost), _booked(cost))
    shown = (NOT_SHOWN,) * 3 if is_kept_back else cells
    return dict(zip(("Cost per hire", "Offers it covers", "Booked"), shown, strict=True))


def cost_title(costs: Costs, currency: str) -> str:
    """The heading over the costs: the cheapest and the dearest source of those with booked costs."""
    booked = {n: c.per_hire for n, c in costs.sources.items() if words.is_known(c.per_hire.estimate)}
    known = {name: cost.estimate for name, cost in booked.items() if cost.n >= SMALLEST_JUDGED}
    if len(known) < 2:
        return "What a hire costs, and when it has paid back"
    low, high = min(known, key=known.__getitem__), max(known, key=known.__getitem__)
    amounts = [words.money(known[name], currency) for name in (low, high)]
    of = f"Among sources of {SMALLEST_JUDGED} offers or more, a" if len(known) < len(booked) else "A"
    return f"{of} hire cost from {amounts[0]} ({low}) to {amounts[1]} ({high})"


def left_out(costs: Costs, paybacks: Paybacks) -> str:
    """Who is missing from the paybacks, and that small sources are named nowhere; empty where all are there."""
    hidden = KEPT_BACK_BY_SOURCE if costs.are_some_kept_back or paybacks.are_some_kept_back else ""
    return f"{not_followed(paybacks)} {hidden}".strip()


def not_followed(paybacks: Paybacks) -> str:
    """Who is missing from the paybacks and why, as one sentence; empty where nobody is."""
    if not paybacks.left_out:
        return ""
    parts = [f"{words.counted(count, 'hire')} {reason}" for count, reason in paybacks.left_out]
    followed = paybacks.everyone.n
    every = words.counted(followed + sum(count for count, _ in paybacks.left_out), "hire")
    return f"Of {every} {words.number(followed)} are followed to payback; left out: {'; '.join(parts)}."


def cost_cell(cost: Cost | None, currency: str) -> str:
    """A cost per hire with its interval, or in words why there is none."""
    if cost is None or cost.first_month is None:
        return NOT_BOOKED
    if cost.per_hire.n == 0:
        return f"{words.money(cost.booked, currency)} spent, no offer accepted"
    low, high = cost.per_hire.low, cost.per_hire.high
    return words.with_interval(cost.per_hire.estimate, low, high, _money(currency))


def payback_cell(median: Median | None) -> str:
    """A median with its interval and n, "4 (4–5) · 114"; beyond the follow-up it says how far that went."""
    if median is None or median.n == 0:
        return words.UNKNOWN
    if median.n < SMALLEST_JUDGED:
        return f"too few: {few(median.n)}"
    if median.time is None:
        return f"not by month {words.number(median.followed_until)} · {words.number(median.n)}"
    return f"{words.number(median.time)} ({range_of(median)}) · {words.number(median.n)}"


def _cost(rows: pd.DataFrame) -> Cost:
    known = rows[rows["is_cost_known"].astype(bool)]
    months = known.groupby("month")[["cost", "count_hires"]].sum()
    days = [pd.Timestamp(month).date() for month in known["month"]]
    per_hire = ratio_of_sums(months["cost"].to_numpy(float), months["count_hires"].to_numpy(float))
    return Cost(
        float(known["cost"].sum()),
        per_hire,
        int(rows["count_hires"].sum()),
        min(days, default=None),
        max(days, default=None),
    )


def median_of(rows: pd.DataFrame) -> Median:
    """The months until half of hires who can be followed had paid back."""
    return kaplan_meier(
        rows["months_to_payback"].to_numpy(float), rows["has_paid_back"].to_numpy(bool)
    ).median


def _money(currency: str) -> words.Show:
    return lambda amount: words.money(amount, currency)


def range_of(median: Median) -> str:
    """The interval of a median; an end the follow-up does not reach is said in words."""
    if median.low is None:
        return f"later than month {words.number(median.followed_until)}"
    if median.high is None:
        return f"{words.number(median.low)} or more"
    return f"{words.number(median.low)}{words.DASH}{words.number(median.high)}"


def _covered(cost: Cost | None) -> str:
    if cost is None:
        return "0"
    return f"{words.number(cost.per_hire.n)} of {words.number(cost.count_accepted)}"


def _booked(cost: Cost | None) -> str:
    if cost is None or cost.first_month is None or cost.last_month is None:
        return "nothing"
    return f"{words.month(cost.first_month)} {words.DASH} {words.month(cost.last_month)}"

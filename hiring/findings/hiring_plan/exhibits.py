"""The figures of a hiring plan: what those here bring, hires by month, levers side by side; and roles in a table."""

from __future__ import annotations

from functools import partial
from math import floor, log10
from typing import Any

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.hiring_plan import answer, plans
from hiring.findings.hiring_plan.known import Hiring, Known
from hiring.findings.hiring_plan.plans import Asked, Lever, Made
from hiring.findings.marks import Reference
from hiring.statistics.planning.plan import MOST, Range, split

HERE = (
    "What sellers in the seat today bring by role, exits and ramp as they went so far; line: 80 of 100 draws"
)
BY_MONTH = (
    "Sellers who have started by the end of the month; line: the most who ever started in as many months"
)
LEVERS = "Sellers for 9 of 10 years, interview hours; one thing changed at a time: arithmetic, no cause; without pay"
DO_NOT_ADD = "The roles do not add up to it: each figure is the middle of its own range."
CHANCES = "Simulated years; offers, hours and cost at what a hire took so far"
MOST_MONTHS = 8  # drawn; of more every second or third
TOGETHER, TARGET, PLANNED = "Together", "Target", "As planned"
BEYOND_REACH = "no number of hires reaches it"
SO_FAR = " (most so far)"
STEPS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5)  # of the hires planned, in the table of chances
ARITHMETIC = (
    "Ramp: sellers still to be hired sell in each month what others sold a month later in their tenure. Attrition: "
    "exits of everybody from now on, so many points a year lower. Acceptance: as many interviews for each offer, and "
    "fewer offers for each hire. Last start: as many each month until then. Only a role: everybody hired is of it."
)


def here(made: Made, asked: Asked, known: Known, currency: str) -> Exhibit:
    """Revenue of the year by role of those here, all together beside the target."""
    show = partial(words.money, currency=currency)
    history = known.history
    can, plan = history.can_be_planned(), made.plan
    counts = [int((history.is_here & (history.role == role)).sum()) for role in range(len(history.roles))]
    every = sum(count for count, is_planned in zip(counts, can, strict=True) if is_planned)
    by_role = zip(history.roles, plan.here, counts, can, strict=True)
    told = [(name, likely, count) for name, likely, count, is_planned in by_role if is_planned and count]
    told.append((TOGETHER, plan.together, every))
    rows = [
        {"name": name, "estimate": one.middle, "low": one.low, "high": one.high, "n": count}
        for name, one, count in told
    ]
    short = asked.target - plan.together.middle
    missing = (
        f", the middle {show(short)} short of {show(asked.target)}"
        if short > 0
        else f": {show(asked.target)} or more in {answer.chance(made, 0)} years"
    )
    likely = words.span(plan.together.low, plan.together.high, show)
    title = f"Those here today bring {likely} in {asked.year.name}{missing}"
    said = "; ".join(f"{name} {_range(likely, show)}" for name, likely, _ in told)
    added = sum(likely.middle for _, likely, _ in told[:-1])
    apart = DO_NOT_ADD if show(added) != show(plan.together.middle) else ""
    rows.append({"name": TARGET, "estimate": asked.target, "right": show(asked.target)})
    return Exhibit(
        key="hiring_plan_here",
        lead=title,
        standfirst=HERE,
        marks=Marks(
            "dots_with_intervals",
            pd.DataFrame(rows),
            {"show": show, "noun": "seller", "labels": "above"},
        ),
        alt=f"{title}. {said}.",
        n=every,
        definition=("year_foretold",),
        note=" ".join(filter(None, (apart, answer.not_planned(known)))),
    )


def by_month(made: Made, asked: Asked, known: Known) -> Exhibit:
    """How many should have started by the end of each month, beside the most who ever did in as many months."""
    months, count = asked.wanted.starts, made.count
    step = -(-len(months) // MOST_MONTHS)
    places = [place for place in range(len(months)) if (len(months) - 1 - place) % step == 0]
    rows = [
        {
            "period": plans.month(known, months[place]).replace(words.FIXED, " "),
            "estimate": round(count * (place + 1) / len(months)),
        }
        for place in places
    ]
    _, most = plans.pace(known, asked)
    first, last = (plans.month(known, month) for month in (months[0], months[-1]))
    beside = f"{words.number(most)} is the most in any {words.months(len(months))}"
    title = f"{words.counted(count, 'hire')} from {first} to {last}; {beside}"
    said = "; ".join(f"{row['period']} {words.number(float(str(row['estimate'])))}" for row in rows)
    return Exhibit(
        key="hiring_plan_by_month",
        lead=title,
        standfirst=BY_MONTH,
        marks=Marks(
            "dots_over_time",
            pd.DataFrame(rows).reindex(columns=["period", "estimate", "low", "high", "n"]),
            {
                "show": words.number,
                "height": 340,
                "noun": "seller",
                "reference": Reference(most, "so far"),
                "extent": (0.0, 1.1 * max(count, most)),
            },
        ),
        alt=f"{title}. {said}.",
        definition=("sellers_needed",),
    )


def levers(made: Made, hiring: Hiring) -> Exhibit:
    """The same plan with one thing changed, fewest hires first: hires for the same chance, hours of interviews."""
    title = "What the same target takes with one thing changed"
    changed = sorted(made.levers, key=lambda one: one.count)
    kept = [one for one in changed if not one.more or hiring.acceptance is not None]
    rows = [_lever(one, hiring) for one in (Lever(PLANNED, made.count), *kept)]
    said = "; ".join(f"{row['name']}: {row['right'] or row['instead']}" for row in rows)
    return Exhibit(
        key="hiring_plan_levers",
        lead=title,
        standfirst=LEVERS,
        marks=Marks(
            "dots_with_intervals",
            pd.DataFrame(rows).reindex(columns=[*rows[0], "low", "high", "n"]),
            {
                "show": words.number,
                "noun": "seller",
                "reference": Reference(made.count, "as planned"),
                "extent": (0.0, 1.06 * max(one["estimate"] or 0 for one in rows)),
                "labels": "above",
            },
        ),
        alt=f"{title}. {said}.",
        definition=("sellers_needed", "hiring_load"),
        note=ARITHMETIC,
    )


def chances(made: Made, asked: Asked, known: Known, hiring: Hiring, currency: str) -> pd.DataFrame:
    """A few numbers of hires: in how many years each reaches the target, and what finding as many takes."""
    sides = " + ".join(side for side, _ in hiring.interviews)
    rows = []
    _, most = plans.pace(known, asked)
    for count in sorted({*(_rounded(step * made.count, made.count) for step in STEPS), most}):
        offers, cost = answer.offers(count, hiring), hiring.cost
        row = {
            f"Hires by {answer.by(known, asked)}": f"{words.number(count)}{SO_FAR if count == most else ''}",
            f"Years with {words.money(asked.target, currency)}": answer.chance(made, count),
            "Offers to make": None if offers is None else words.number(offers),
            f"Hours: {sides}": " + ".join(words.number(one) for one in answer.hours(count, hiring).values()),
            "Finding them, without pay": None if cost is None else words.money(count * cost, currency),
        }
        rows.append({name: told for name, told in row.items() if told})
    return pd.DataFrame(rows)


def reached(made: Made, asked: Asked, currency: str) -> str:
    """What the table of chances shows, in a sentence."""
    target, hires = words.money(asked.target, currency), words.counted(made.count, "hire")
    often = answer.chance(made, made.count)
    return f"{target} is reached in {answer.chance(made, 0)} years with nobody hired, with {hires} in {often}"


def _rounded(count: float, planned: int) -> int:
    """A number of hires that is easily said, beside those planned, which stay as they are."""
    if count == planned:
        return planned
    unit = max(int(10 ** floor(log10(planned))) // 2, 1)
    return round(count / unit) * unit


def roles(made: Made, asked: Asked, known: Known, hiring: Hiring, currency: str) -> pd.DataFrame:
    """Each role of the mix: hires, what one of them brings in the year, when to open for it."""
    counts = split(made.count, asked.mix)
    show = partial(words.money, currency=currency)
    rows = [
        {
            "Role": name,
            "To hire": words.number(counts[role]),
            f"Each brings in {asked.year.name}": _range(made.plan.each[role], show),
            "Open from": _open(known, hiring, name, asked.wanted.starts[0]),
            "Open until": _open(known, hiring, name, asked.wanted.starts[-1]),
        }
        for role, name in enumerate(known.history.roles)
        if counts[role]
    ]
    return pd.DataFrame(rows)


def _open(known: Known, hiring: Hiring, role: str, months: int) -> str:
    day = answer.opened(known, hiring, role, months)
    return words.UNKNOWN if day is None else words.day(day)


def _lever(one: Lever, hiring: Hiring) -> dict[str, Any]:
    if one.count >= MOST:
        return {"name": one.name, "estimate": None, "right": None, "instead": BEYOND_REACH}
    hours = sum(answer.hours(one.count, hiring, one.more).values())
    told = f" · {words.counted(hours, 'hour')}" if hours else ""
    right = f"{words.counted(one.count, 'hire')}{told}"
    fewer = f": fewer {'hours' if hours else 'offers'}" if one.more else ""
    return {"name": f"{one.name}{fewer}", "estimate": one.count, "right": right, "instead": None}


def _range(likely: Range, show: words.Show) -> str:
    return words.with_interval(likely.middle, likely.low, likely.high, show)

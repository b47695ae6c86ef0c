"""The figures of a hiring plan: what those here bring, hires by month, levers side by side; and roles in a table."""

from __future__ import annotations

from functools import partial

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.hiring_plan import answer
from hiring.findings.hiring_plan.answer import ACCEPTED, POINTS, Asked, Made
from hiring.findings.hiring_plan.known import Hiring, Known
from hiring.findings.marks import Reference
from hiring.statistics.planning.plan import MOST, Range, split

HERE = (
    "What sellers in the seat today bring by role, exits and ramp as they went so far; line: 80 of 100 draws"
)
BY_MONTH = "Sellers who have started by the end of the month, as many each month; line: 80 of 100 draws"
LEVERS = "Arithmetic on the same draws, one thing changed at a time: nothing here says how it could be had"
MOST_MONTHS = 8  # drawn; of more every second or third
TOGETHER = "Together"
ARITHMETIC = (
    "Ramp: sellers still to be hired sell in each month what others sold a month later in their tenure. Attrition: "
    "exits of everybody from now on, so many points a year lower. Acceptance: as many interviews for each offer, and "
    "fewer offers for each hire."
)


def here(made: Made, asked: Asked, known: Known, currency: str) -> Exhibit:
    """Revenue of the year by role of those here, all together beside the target."""
    show = partial(words.money, currency=currency)
    history = known.history
    can, plan = history.can_be_planned(), made.plan
    counts = [int((history.is_here & (history.role == role)).sum()) for role in range(len(history.roles))]
    rows = [
        _row(name, plan.here[role], counts[role])
        for role, name in enumerate(history.roles)
        if can[role] and counts[role]
    ]
    every = sum(count for count, is_planned in zip(counts, can, strict=True) if is_planned)
    rows.append(_row(TOGETHER, plan.together, every))
    short = asked.target - plan.together.middle
    missing = (
        f"{show(short)} short of {show(asked.target)}" if short > 0 else f"the target is {show(asked.target)}"
    )
    title = f"Those here today bring {show(plan.together.middle)} in {asked.year.name}: {missing}"
    said = "; ".join(f"{row['name']} {_likely(row, show)}" for row in rows)
    return Exhibit(
        key="hiring_plan_here",
        lead=title,
        standfirst=HERE,
        marks=Marks(
            "dots_with_intervals",
            pd.DataFrame(rows),
            {
                "show": show,
                "noun": "seller",
                "reference": Reference(asked.target, "target"),
                "labels": "above",
            },
        ),
        alt=f"{title}. {said}.",
        n=every,
        definition=("year_foretold",),
        note=answer.not_planned(known),
    )


def by_month(made: Made, asked: Asked, known: Known) -> Exhibit:
    """How many should have started by the end of each month."""
    months, needed = asked.wanted.starts, made.plan.needed
    if not made.count or needed.high >= MOST:
        return undrawn(
            "hiring_plan_by_month", "By when they start" if made.count else "Nobody has to be hired for it"
        )
    step = -(-len(months) // MOST_MONTHS)
    places = [place for place in range(len(months)) if (len(months) - 1 - place) % step == 0]
    rows = [
        {
            "period": words.month(known.day(months[place])).replace(words.FIXED, " "),
            **{end: round(getattr(needed, name) * (place + 1) / len(months)) for end, name in ENDS.items()},
            "n": len(known.history.role),
        }
        for place in places
    ]
    first, last = (words.month(known.day(month)) for month in (months[0], months[-1]))
    title = f"{words.counted(needed.middle, 'hire')} from {first} to {last}"
    if not needed.middle:
        title = f"Nobody as often as not; up to {words.counted(needed.high, 'hire')} by {last}"
    said = "; ".join(f"{row['period']} {_likely(row, words.number)}" for row in rows)
    return Exhibit(
        key="hiring_plan_by_month",
        lead=title,
        standfirst=BY_MONTH,
        marks=Marks(
            "dots_over_time",
            pd.DataFrame(rows),
            {"show": words.number, "height": 260, "noun": "seller"},
        ),
        alt=f"{title}. {said}.",
        definition=("sellers_needed",),
    )


ENDS = {"estimate": "middle", "low": "low", "high": "high"}


def levers(made: Made, hiring: Hiring) -> Exhibit:
    """The same plan with one thing changed: hires needed, and hours of interviews for them."""
    lower = words.number(100 * POINTS)
    changed = (
        ("As it went so far", made.plan.needed, 0.0),
        (f"Ramp {words.MINUS}1 month", made.sooner.needed, 0.0),
        (f"Exits {words.MINUS}{lower} points", made.staying.needed, 0.0),
        (f"Acceptance +{words.number(100 * ACCEPTED)}", made.plan.needed, ACCEPTED),
    )
    rows = [_lever(name, needed, more, hiring) for name, needed, more in changed]
    title = "What the same target takes with one thing changed"
    if not made.count or made.plan.needed.high >= MOST:
        return undrawn("hiring_plan_levers", title)
    said = "; ".join(f"{row['name']}: {row['left_words']}, {row['right_words']}" for row in rows)
    return Exhibit(
        key="hiring_plan_levers",
        lead=title,
        standfirst=LEVERS,
        marks=Marks(
            "two_scales",
            pd.DataFrame(rows),
            {"heads": ("Sellers to hire", "Interview hours"), "shows": (words.number, words.number)},
        ),
        alt=f"{title}. {said}.",
        definition=("sellers_needed", "hiring_load"),
        note=ARITHMETIC,
    )


def roles(made: Made, asked: Asked, known: Known, hiring: Hiring, currency: str) -> pd.DataFrame:
    """Each role of the mix: hires, what one of them brings in the year, when to open for it."""
    if not made.count or made.count >= MOST:
        return pd.DataFrame()
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


def _lever(name: str, needed: Range, more: float, hiring: Hiring) -> dict[str, object]:
    ends = {end: getattr(needed, end) for end in ("low", "middle", "high")}
    taken = {end: answer.hours(count, hiring, more) for end, count in ends.items()}
    told = f"{words.number(taken['middle'])} ({words.number(taken['low'])}{words.DASH}{words.number(taken['high'])})"
    return {
        "name": name,
        "left": ends["middle"],
        "left_low": ends["low"],
        "left_high": ends["high"],
        "left_words": f"{words.number(ends['middle'])} ({answer.span(needed)})",
        "right": taken["middle"],
        "right_low": taken["low"],
        "right_high": taken["high"],
        "right_words": words.UNKNOWN if taken["middle"] is None else told,
    }


def _range(likely: Range, show: words.Show) -> str:
    return words.with_interval(likely.middle, likely.low, likely.high, show)


def _row(name: str, likely: Range, count: int) -> dict[str, object]:
    return {"name": name, "estimate": likely.middle, "low": likely.low, "high": likely.high, "n": count}


def _likely(row: dict[str, object], show: words.Show) -> str:
    return words.with_interval(
        float(str(row["estimate"])), float(str(row["low"])), float(str(row["high"])), show
    )

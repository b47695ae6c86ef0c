"""What a hiring plan answers in words: the lead, what it rests on, the tiles. Values in, words out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

import numpy as np

from hiring import words
from hiring.findings.hiring_plan.known import Hiring, Known, Year, starts
from hiring.findings.numbers import Number
from hiring.statistics.evidence.contrasts import HOURS_AN_INTERVIEW
from hiring.statistics.planning import plan as planning
from hiring.statistics.planning.backtest import cuts, role_years
from hiring.statistics.planning.drawing import AS_IT_WAS, Change
from hiring.statistics.planning.history import FEWEST_SELLERS, LEAST_MONTHS
from hiring.statistics.planning.plan import MOST, Plan, Range, Wanted
from hiring.statistics.planning.sellers import sellers

KICKER = "Hiring plan"
NOT_KNOWN = "How many sellers a target takes is not known yet"
NO_DEALS = "No year of won deals is on file."
TOO_FEW = f"No role has {FEWEST_SELLERS} sellers with {LEAST_MONTHS} months of sales on file."
GROWTH = 0.1  # of the target to begin with, over the last twelve months
POINTS = 0.05  # fewer exits, of the lever
ACCEPTED = 0.1  # more offers accepted, of the lever
SIGNIFICANT = 3
RANGE = "Ranges hold 80 of 100 years drawn from these sellers' own months."


@dataclass(frozen=True)
class Asked:
    """What is planned: the year, its target, from and to which month from now hires start, each role's share."""

    year: Year
    target: float
    first: int
    last: int
    mix: tuple[float, ...]

    @property
    def wanted(self) -> Wanted:
        """The same for the statistics."""
        return Wanted(self.year.lead, self.target, starts(self.first, self.last), self.mix)


@dataclass(frozen=True)
class Made:
    """The plan as hiring went so far, with a month less to ramp, and with fewer who leave; exits a year as they are."""

    plan: Plan
    sooner: Plan
    staying: Plan
    leaving: float

    @property
    def count(self) -> int:
        """Sellers planned for: the middle of the draws; where that is none, what it takes in nine of ten."""
        return int(self.plan.needed.middle or self.plan.needed.high)


def made(known: Known, asked: Asked) -> Made:
    """The plan and its levers, on the same draws."""
    of = sellers(known.history)
    changes = (AS_IT_WAS, Change(months_shorter=1), planning.fewer_leaving(of, POINTS))
    plan, sooner, staying = (planning.plan(of, asked.wanted, one) for one in changes)
    return Made(plan, sooner, staying, planning.leaving_a_year(of))


def held(known: Known, lead: int) -> tuple[int, int]:
    """Of how many past role-years a range drawn from the time before held what came, and of how many in all."""
    found = [one for cut in cuts(known.history, lead) for one in role_years(known.history, cut, lead)]
    return sum(one.is_held for one in found), len(found)


def first_target(known: Known) -> int:
    """The target to begin with: the last twelve months and a tenth more, in three figures."""
    wanted = known.last_year * (1 + GROWTH)
    unit = 10 ** max(floor(log10(wanted)) - SIGNIFICANT + 1, 0) if wanted >= 1 else 1
    return max(round(wanted / unit) * unit, 1)


def lead(made: Made, asked: Asked, known: Known, currency: str) -> str:
    """Sellers to hire for the target, with the range; where those here reach it as often as not, how often."""
    target = words.money(asked.target, currency)
    needed = made.plan.needed
    if not needed.middle:
        reached = words.number(100 * (1 - made.plan.short))
        return f"Those here today reach {target} in {asked.year.name} in {reached} of 100 simulated years"
    if needed.middle >= MOST:
        return f"No number of hires by {by(known, asked)} reaches {target} in {asked.year.name}"
    hire = words.counted(needed.middle, "seller")
    return f"To sell {target} in {asked.year.name}, hire {hire} by {by(known, asked)}: likely {span(needed)}"


def standfirst(made: Made, asked: Asked, known: Known, currency: str, past: tuple[int, int]) -> str:
    """What the target is beside last year, how wide and how tried the ranges are."""
    grown = asked.target / known.last_year - 1 if known.last_year else 0.0
    beside = f"{words.percent(abs(grown))} {'above' if grown >= 0 else 'below'}"
    more = (
        f" In 90 of 100 it takes at most {words.counted(made.plan.needed.high, 'hire')} by {by(known, asked)}."
        if not made.plan.needed.middle and made.count % MOST
        else ""
    )
    return (
        f"The target is {beside} the {words.money(known.last_year, currency)} of the last twelve months.{more} {RANGE} "
        f"{tried(past)}"
    )


def tried(past: tuple[int, int]) -> str:
    """How far such ranges held in the company's own past, as a count."""
    count, every = past
    if not every:
        return "Your own past is too short to try them on."
    years = words.counted(every, "role-year")
    return f"Tried on your own past, data cut before each year: of {years} they held {words.number(count)}."


def by(known: Known, asked: Asked) -> str:
    """The month in which the last hires start."""
    return words.month(known.day(asked.wanted.starts[-1]))


def span(needed: Range) -> str:
    """ "11–18", "11 or more"."""
    low = words.number(needed.low)
    return f"{low} or more" if needed.high >= MOST else f"{low}{words.DASH}{words.number(needed.high)}"


def offers(count: float, hiring: Hiring, more: float = 0.0) -> float | None:
    """Offers to make for so many hires, at the share accepted so far or so much more of it."""
    return None if hiring.acceptance is None else ceil(count / min(hiring.acceptance + more, 1.0) - 1e-9)


def hours(count: float, hiring: Hiring, more: float = 0.0) -> float | None:
    """Hours of interviews for so many hires; as many an offer, so fewer a hire where more offers are accepted."""
    if hiring.hours is None or (more and hiring.acceptance is None):
        return None
    share = (
        1.0
        if not more or hiring.acceptance is None
        else hiring.acceptance / min(hiring.acceptance + more, 1.0)
    )
    return count * hiring.hours * share


def opened(known: Known, hiring: Hiring, role: str, months: int) -> date | None:
    """The day to open for a start so many months from now; None where the way from opening to start is not known.

    At the role's own days where enough offers of it were accepted; never before the data end.
    """
    days = dict(hiring.days_by_role).get(role, hiring.days)
    return None if days is None else max(known.day(months) - timedelta(days=round(days)), known.now)


def numbers(made: Made, asked: Asked, known: Known, hiring: Hiring, currency: str) -> list[Number]:
    """The tiles: sellers to hire, what those here bring, then for as many hires offers, hours of each side, cost."""
    plan, count = made.plan, made.count
    here = int(known.history.is_here.sum())
    together = plan.together
    likely = words.span(together.low, together.high, lambda one: words.money(one, currency))
    tiles = [
        Number(
            "sellers_needed", words.number(plan.needed.middle), f"{span(plan.needed)} · by {by(known, asked)}"
        ),
        Number(
            "year_foretold",
            words.money(together.middle, currency),
            f"{likely} · {words.counted(here, 'seller')}",
        ),
    ]
    if not count or count >= MOST:
        return tiles
    of = f"for {words.counted(count, 'hire')}"
    made_offers = offers(count, hiring)
    if made_offers is not None:
        share = f"{words.percent(hiring.acceptance)} of {words.number(hiring.count_answered)} accepted"
        tiles.append(Number("hiring_load", words.number(made_offers), f"{of} · {share}", "Offers to make"))
    for side, each in hiring.interviews[:2]:
        total = words.number(count * each * HOURS_AN_INTERVIEW)
        tiles.append(
            Number("hiring_load", total, f"{of} · {words.number(each, 1)} interviews each", f"{side} hours")
        )
    if hiring.cost is not None:
        each_cost = f"{words.money(hiring.cost, currency)} each"
        tiles.append(
            Number(
                "hiring_load",
                words.money(count * hiring.cost, currency),
                f"{of} · {each_cost}",
                "Finding them",
            )
        )
    return tiles


def planned(known: Known) -> Sequence[str]:
    """The roles that can be planned."""
    return [
        name for name, can in zip(known.history.roles, known.history.can_be_planned(), strict=True) if can
    ]


def not_planned(known: Known) -> str:
    """Which roles cannot be planned, and why; "" for none."""
    names = sorted({*known.history.roles} - {*planned(known)})
    if not names:
        return ""
    return (
        f"Not planned, and in no figure here: {', '.join(names)}. Fewer than {FEWEST_SELLERS} sellers with "
        f"{LEAST_MONTHS} months of sales on file."
    )


def mix_of(known: Known, role: str) -> tuple[float, ...]:
    """All of one role, or the mix of the last two years where none of them is named."""
    if role not in planned(known):
        return (
            known.mix
            if sum(known.mix)
            else tuple(np.eye(len(known.history.roles))[known.history.can_be_planned()][0])
        )
    return tuple(float(name == role) for name in known.history.roles)


def month(known: Known, months: int) -> str:
    """The month so many from now, in words."""
    return words.month(known.day(months))


def taken(made: Made) -> str:
    """For how many hires the table is, and why for as many."""
    hires = words.counted(made.count, "hire")
    why = "" if made.plan.needed.middle else ", as 90 of 100 simulated years take no more"
    return f"What {hires} would be{why}"


def way(hiring: Hiring) -> str:
    """How long it takes from opening to start, of how many."""
    if hiring.days_to_accept is None:
        return "How long it takes from opening to start is not known: hires start from the second month on"
    start = "" if hiring.days_to_start is None else f" and {words.days(hiring.days_to_start)} on to the start"
    return (
        f"Opened in time to start: {words.days(hiring.days_to_accept)} to an accepted offer{start}, the middle of "
        f"{words.counted(hiring.count_timed, 'accepted offer')}"
    )


def hours_told(hiring: Hiring) -> str:
    """What an hour of interviews stands for; "" where none is known."""
    if hiring.hours is None:
        return ""
    sides = ", ".join(f"{side} {words.number(each, 1)}" for side, each in hiring.interviews)
    return (
        f"Held interviews for each accepted offer, of all candidates: {sides}; each takes {HOURS_AN_INTERVIEW:g} "
        "hours, which is assumed."
    )


REMARKS = (
    "Who is here sells on as sellers of the role did from the same month of tenure, whole paths at a time, leavers' "
    "among them; who is hired begins at the first month. Exits are drawn by role and tenure. How good a year is, all "
    "share: it moves from the last years known as far as those moved. Every won deal credited to a seller while "
    "employed is in, inherited ones too; the role is that of the start. Seasons are not "
    "drawn: a whole year has them all.",
    "Nothing of the time after a cut is used but how many began in which month. How often such ranges hold where the "
    "truth is known stands on the page Methods.",
    "The plan is of the hires the filters leave. Costs are of finding them, not of pay.",
)

"""What a hiring plan answers in words: the lead, what it rests on, the tiles. Values in, words out."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil, floor

from hiring import words
from hiring.findings.hiring_plan.known import Hiring, Known
from hiring.findings.hiring_plan.plans import POINTS, Asked, Made, month, pace, planned
from hiring.findings.numbers import Number
from hiring.statistics.evidence.contrasts import HOURS_AN_INTERVIEW
from hiring.statistics.planning.history import FEWEST_SELLERS, LEAST_MONTHS
from hiring.statistics.planning.plan import MOST

KICKER = "Hiring plan"
NOT_KNOWN = "How many sellers a target takes is not known yet"
NO_DEALS = "No year of won deals is on file."
TOO_FEW = f"No role has {FEWEST_SELLERS} sellers with {LEAST_MONTHS} months of sales on file."
BEYOND = 2  # times the most who ever started in as many months: said in the lead
COIN = (0.4, 0.6)  # a share of years that is called a coin toss
OFTEN = "9 of 10 simulated years"


def lead(made: Made, asked: Asked, known: Known, currency: str) -> str:
    """Sellers to hire for the target in nine of ten years; where those here reach it so often, how often they do."""
    target, until = f"{words.money(asked.target, currency)} in {asked.year.name}", by(known, asked)
    if not made.count:
        return f"Those here today reach {target} in {chance(made, 0)} simulated years"
    if made.count >= MOST:
        return f"No number of hires by {until} reaches {target} in {OFTEN}"
    if times := beyond(made, asked, known):
        return f"{target} takes {words.counted(made.count, 'hire')} by {until}: {times}"
    return f"To reach {target} in {OFTEN}, hire {words.counted(made.count, 'seller')} by {until}"


def standfirst(made: Made, asked: Asked, known: Known, currency: str, past: tuple[int, int]) -> str:
    """What it is with nobody hired, what the target is beside last year, how fast hires came, how tried ranges are."""
    grown = asked.target / known.last_year - 1 if known.last_year else 0.0
    none = f"{without(made)}. " if made.count else ""
    beside = f"{words.percent(abs(grown))} {'above' if grown >= 0 else 'below'}"
    return (
        f"{none}The target is {beside} the {words.money(known.last_year, currency)} of the last twelve months. "
        f"{paced(made, asked, known)} {tried(past)}"
    )


def without(made: Made) -> str:
    """How often the year reaches the target with nobody hired, and how many hires make it nine years of ten."""
    often = chance(made, 0)
    is_even = COIN[0] <= made.plan.chance(0) <= COIN[1]
    enough = (
        f"; {words.counted(made.count, 'hire')} make it 9 of 10{fewer_leaving(made)}"
        if made.is_planned
        else ""
    )
    return f"Without hires it is {f'a coin toss ({often})' if is_even else often}{enough}"


def fewer_leaving(made: Made) -> str:
    """ ", or 51 with 5 fewer of 100 leaving a year": the lever that is not hiring; "" where it is none."""
    count = next((one.count for one in made.levers if one.is_of_leaving and one.count < made.count), None)
    points = words.number(100 * POINTS)
    return "" if count is None else f", or {words.number(count)} with {points} fewer of 100 leaving a year"


def open_now(made: Made, known: Known, asked: Asked, hiring: Hiring) -> str:
    """Whether those who are hired for what is open now are among the hires planned; "" where nothing is open."""
    if not hiring.count_open or not made.is_planned:
        return ""
    count = words.counted(hiring.count_open, "opening")
    is_one = hiring.count_open == 1
    return (
        f"The {count} open now {'is' if is_one else 'are'} not in the {words.number(made.count)}: whoever starts "
        f"before {month(known, asked.first)} comes on top."
    )


def paced(made: Made, asked: Asked, known: Known) -> str:
    """How many such hires started in as many months as the plan has, how often as many suffice, if it takes more."""
    last, most = pace(known, asked)
    months = words.months(len(asked.wanted.starts))
    so_far = "the most so far" if last == most else f"at most {words.number(most)} in any {months}"
    of_role = " of the role" if is_of_one(asked) else ""
    as_many = f"; as many make it {chance(made, most)}" if made.is_planned and 0 < most < made.count else ""
    started = f"n the last {months} {words.number(last)}{of_role} started, {so_far}{as_many}."
    if made.is_planned and most < made.count and not beyond(made, asked, known):
        return f"{words.counted(made.count, 'hire')} in {months} is more than ever: i{started}"
    return f"I{started}"


def beyond(made: Made, asked: Asked, known: Known) -> str:
    """ "3.6 times the most ever in 5 months": how much more it takes than ever started; "" where less than twice."""
    _, most = pace(known, asked)
    if not made.is_planned or not most or made.count < BEYOND * most:
        return ""
    return f"{words.number(made.count / most, 1)} times the most ever in {words.months(len(asked.wanted.starts))}"


def chance(made: Made, count: int) -> str:
    """ "54 of 100": in how many years so many hires reach the target, rounded down."""
    return f"{words.number(floor(100 * made.plan.chance(count) + 1e-9))} of 100"


def tried(past: tuple[int, int]) -> str:
    """How far such ranges held in the company's own past, as a count."""
    count, every = past
    if not every:
        return "Your own past is too short to try ranges on."
    years = words.counted(every, "role-year")
    return f"Ranges tried on your own past, data cut before each year: of {years} they held {words.number(count)}."


def by(known: Known, asked: Asked) -> str:
    """The month in which the last hires start."""
    return month(known, asked.wanted.starts[-1])


def offers(count: float, hiring: Hiring, more: float = 0.0) -> float | None:
    """Offers to make for so many hires, at the share accepted so far or so much more of it."""
    return None if hiring.acceptance is None else ceil(count / min(hiring.acceptance + more, 1.0) - 1e-9)


def hours(count: float, hiring: Hiring, more: float = 0.0) -> dict[str, int]:
    """Whole hours of interviews for so many hires by side; fewer a hire where more offers are accepted."""
    if more and hiring.acceptance is None:
        return {}
    share = hiring.acceptance / min(hiring.acceptance + more, 1.0) if more and hiring.acceptance else 1.0
    return {side: round(count * each * share * HOURS_AN_INTERVIEW) for side, each in hiring.interviews}


def opened(known: Known, hiring: Hiring, role: str, months: int) -> date | None:
    """The day to open for a start so many months from now; None where the way from opening to start is not known.

    At the role's own days where enough offers of it were accepted; never before the data end.
    """
    days = dict(hiring.days_by_role).get(role, hiring.days)
    return None if days is None else max(known.day(months) - timedelta(days=round(days)), known.now)


def to_write_down(made: Made, asked: Asked, known: Known) -> str:
    """What whoever plans does next; nothing where nobody has to be hired, or hiring does not reach it."""
    if not made.is_planned:
        return ""
    return f"write down what you decide: {words.counted(made.count, 'hire')} by {by(known, asked)}, or another number."


def numbers(made: Made, asked: Asked, known: Known, hiring: Hiring, currency: str) -> list[Number]:
    """The tiles: sellers to hire, what those here bring, then for as many hires offers, hours and cost."""
    count, together = made.count, made.plan.together
    likely = words.span(together.low, together.high, lambda one: words.money(one, currency))
    here = int(known.history.is_here.sum())
    hires = words.number(count) if count < MOST else words.UNKNOWN
    sold = f"middle of {likely} · {words.counted(here, 'seller')}"
    most = f" · most ever {words.number(pace(known, asked)[1])}" if made.is_planned else ""
    tiles = [
        Number("sellers_needed", hires, f"for 9 of 10 years · by {by(known, asked)}{most}"),
        Number("year_foretold", words.money(together.middle, currency), sold),
    ]
    if not made.is_planned:
        return tiles
    made_offers, taken, whose = offers(count, hiring), hours(count, hiring), of_whom(asked)
    if made_offers is not None:
        share = f"{words.percent(hiring.acceptance)} of {words.number(hiring.count_answered)} accepted{whose}"
        tiles.append(Number("hiring_load", words.number(made_offers), share, "Offers to make"))
    if taken:
        sides = " + ".join(f"{side} {words.number(each)}" for side, each in taken.items())
        total = words.number(sum(taken.values()))
        tiles.append(Number("hiring_load", total, f"{sides}{whose}", "Interview hours"))
    if hiring.cost is not None:
        pay = "without pay" if hiring.has_pay else "pay is not in these files"
        each_cost = f"{pay} · {words.money(hiring.cost, currency)} each{whose}"
        cost = words.money(count * hiring.cost, currency)
        tiles.append(Number("hiring_load", cost, each_cost, "Finding them"))
    return tiles


def is_of_one(asked: Asked) -> bool:
    """Whether one of several roles is planned."""
    return len(asked.mix) > 1 and sum(map(bool, asked.mix)) == 1


def of_whom(asked: Asked) -> str:
    """That rates of hiring are of all roles, where one of several is planned."""
    return ", of all roles" if is_of_one(asked) else ""


def not_planned(known: Known) -> str:
    """Which roles cannot be planned, and why; "" for none."""
    names = sorted({*known.history.roles} - {*planned(known)})
    if not names:
        return ""
    return (
        f"Not planned, and in no figure here: {', '.join(names)}. Fewer than {FEWEST_SELLERS} sellers with "
        f"{LEAST_MONTHS} months of sales on file."
    )


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
    if not hiring.interviews:
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
    "The plan is of the hires the filters leave; so are offers and interviews, which the roles chosen do not narrow. "
    "What finding a hire cost is the whole company's: it is not booked by role.",
)

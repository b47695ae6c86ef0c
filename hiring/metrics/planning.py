"""Cards of the hiring plan: what a year is likely to bring, sellers it takes, what hiring them asks of both sides."""

from __future__ import annotations

from hiring.metrics.metric import Days, Metric
from hiring.statistics.evidence.contrasts import HOURS_AN_INTERVIEW
from hiring.statistics.planning.history import FEWEST_SELLERS, LEAST_MONTHS

GROUP = "Hiring plan"
SELLERS = "Hires of the filters in a role that can be planned; without those whose CRM login nobody knows."
FEWEST = f"{FEWEST_SELLERS} sellers of the role with {LEAST_MONTHS} months of sales on file."
DRAWN = "Who left stays in with the months until then; months whose sales are not on file are left out."

PLANNING: tuple[Metric, ...] = (
    Metric(
        name="year_foretold",
        group=GROUP,
        label="Sold by those here",
        unit="Money in the base currency",
        definition=(
            "What sellers in the seat today would sell in the year planned: the middle of 400 years drawn from "
            "sellers' own months, with exits by tenure and a level of the year that all share."
        ),
        clock_start="The first month of the year planned.",
        clock_end="Its last month.",
        days=Days.CALENDAR_MONTHS,
        population=SELLERS,
        maturity="From the first month on.",
        censoring=DRAWN,
        smallest_n=FEWEST,
        caveat="It takes for granted that years move as they moved; a new product or a lost market is in no draw.",
        source="hiring/statistics/planning/drawing.py",
    ),
    Metric(
        name="sellers_needed",
        group=GROUP,
        label="Sellers to hire",
        unit="Sellers",
        definition=(
            "What the target lacks beyond those here, divided by what one seller hired in the months chosen and in the "
            "mix chosen would sell in the year, rounded up, draw by draw: as many as suffice in 360 of 400."
        ),
        clock_start="The first month in which somebody opened for now could start.",
        clock_end="The month chosen.",
        days=Days.CALENDAR_MONTHS,
        population=SELLERS,
        maturity="None.",
        censoring=DRAWN,
        smallest_n=FEWEST,
        caveat="More sellers may find smaller territories: that each would sell as those before is taken for granted.",
        source="hiring/statistics/planning/plan.py",
        version=2,
    ),
    Metric(
        name="hiring_load",
        group=GROUP,
        label="To hire them",
        unit="Offers, hours, or money in the base currency",
        definition=(
            "Offers at the share accepted so far; hours of interviews at as many held ones for each accepted offer, "
            f"{HOURS_AN_INTERVIEW:g} hours each; the cost per hire of finding them, without pay."
        ),
        clock_start="The first day of the filters.",
        clock_end="The day of the data.",
        days=Days.NONE,
        population="Applications received in the period of the filters, of candidates not hired too.",
        maturity="The offer has an answer.",
        censoring="Offers still open are left out.",
        smallest_n="10 offers with an answer.",
        caveat="The hours of an interview are assumed; reading applications and writing scorecards is not in them.",
        source="hiring/findings/hiring_plan/known.py",
    ),
)

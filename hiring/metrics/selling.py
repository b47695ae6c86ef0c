"""Cards of what hires sell, and how soon."""

from __future__ import annotations

from hiring.config import RAMPED_AT
from hiring.metrics.metric import Days, Metric
from hiring.statistics.verdicts import SMALLEST_JUDGED
from hiring.words import percent

GROUP = "What hires sell, and how soon"
HIRE_DATE = "The start in Sales: the hire date, or the day of the move into Sales."
END_OF_WINDOW = "The last day of month {window} since then."
JUDGED = (
    "Hires old enough for the window, whose start the CRM's history covers, and who have a quota; the quotas of their "
    "role speak of all of the window, give or take a month at either end, and none of their own was set aside in it."
)
OBSERVED = (
    "Hires whose start the CRM's history covers; without those to whom no CRM login is matched while deals of owners "
    "whom nobody is found for may be theirs."
)
OLD_ENOUGH = "{window} months have passed from then to the day the data speak of, employed or not."
ANY_AGE = "From the first day on: those it has not come to yet are counted as far as they have come."
LEAVERS_AS_NOTHING = (
    "No leaver drops out. Who left sold nothing in the months after, against the quota they would have had; who moved "
    "to another role before the window ended is not observed."
)
COMPARED = (
    f"Two groups are compared from {SMALLEST_JUDGED} hires in each; below that the number of hires "
    "still missing is said instead."
)
A_PERSON_AND_A_PLACE = "Territory, manager and market are in it, not the person alone."

SELLING = (
    Metric(
        name="met_bar",
        group=GROUP,
        label="Meet bar at month {window}",
        unit="Share of hires, 0 to 100 %",
        definition=(
            "Hires still employed when month {window} ended whose own sales until then came to at least "
            "their role's bar, a share of ramped quota that Sales and HR set for each role. To half a cent: who "
            "sold exactly that much met it."
        ),
        clock_start=HIRE_DATE,
        clock_end=END_OF_WINDOW,
        days=Days.MONTHS,
        population=JUDGED,
        maturity=OLD_ENOUGH,
        censoring=(
            "Who left before month {window} ended has not met the bar, however much they had sold; who moved to "
            "another role before that is not observed."
        ),
        smallest_n=COMPARED,
        caveat=A_PERSON_AND_A_PLACE,
        source="queries/marts/hire_windows.sql",
        version=2,
    ),
    Metric(
        name="high_performer",
        group=GROUP,
        label="High performers",
        unit="Hires",
        definition=(
            "The top of each role by ramped attainment at month {window}: a share of the role's hires, "
            "rounded up, that is set for each role. Ties go to who sold more; who equals the last of them "
            "in both is one of them, who sold nothing is none."
        ),
        clock_start=HIRE_DATE,
        clock_end=END_OF_WINDOW,
        days=Days.MONTHS,
        population=(
            "Hires old enough for the window whose start the CRM's history covers, and whose quotas are known "
            "for all of it; of a role in which nobody's are, all, by what they sold. Ranked in the whole "
            "company, whatever the filters show."
        ),
        maturity=OLD_ENOUGH,
        censoring=LEAVERS_AS_NOTHING,
        smallest_n=COMPARED,
        caveat="A fixed share of each role is always on top, in a good year as in a bad one.",
        source="queries/marts/hire_windows.sql",
        version=3,
    ),
    Metric(
        name="place_in_role",
        group=GROUP,
        label="Place in role",
        unit="A place, and of how many",
        definition=(
            "Where one hire stands among the hires of the same role by ramped attainment at month {window}, the "
            "highest first; ties go to who sold more, and who equals another in both has the same place."
        ),
        clock_start=HIRE_DATE,
        clock_end=END_OF_WINDOW,
        days=Days.MONTHS,
        population=(
            "Hires old enough for the window whose start the CRM's history covers; without a quota one stands at the "
            "end, and is told no place. Ranked in the whole company, whatever the filters show."
        ),
        maturity=OLD_ENOUGH,
        censoring=LEAVERS_AS_NOTHING,
        smallest_n="None: it is said of one hire.",
        caveat=A_PERSON_AND_A_PLACE,
        source="queries/questions/hire/person.sql",
    ),
    Metric(
        name="own_deals",
        group=GROUP,
        label="Deals so far",
        unit="Deals, and an amount in the company's currency",
        definition=(
            "Won deals credited to one hire, opened on or after the start in Sales and closed while employed, in "
            "whatever role; a part of a deal that is split counts as a deal, with its part of the amount."
        ),
        clock_start=HIRE_DATE,
        clock_end="The last day employed, or of the data.",
        days=Days.NONE,
        population="One hire.",
        maturity="None: it counts up to today.",
        censoring="Deals opened before the start are inherited, and stand beside it.",
        smallest_n="None: it is said of one hire.",
        caveat="Whoever has been here longer has more.",
        source="queries/questions/hire/person.sql",
    ),
    Metric(
        name="attainment_ramped",
        group=GROUP,
        label="Ramped attainment",
        unit="Share of ramped quota; the middle hire",
        definition=(
            "What a hire sold in the first {window} months divided by the ramped quota of those months. In a "
            "ramp of R months, month 1 owes one part in R + 1 of full quota, month 2 two parts, and so on."
        ),
        clock_start=HIRE_DATE,
        clock_end=END_OF_WINDOW,
        days=Days.MONTHS,
        population=JUDGED,
        maturity=OLD_ENOUGH,
        censoring=LEAVERS_AS_NOTHING,
        smallest_n=COMPARED,
        caveat="Where quotas arrive with the ramp already in them, set the role's ramp to 0 months.",
        source="queries/marts/hire_windows.sql",
        version=2,
    ),
    Metric(
        name="attainment_full",
        group=GROUP,
        label="Full attainment",
        unit="Share of full quota; the middle hire",
        definition=(
            "What a hire sold in the first {window} months divided by the quota given for those months, by "
            "days, without allowance for a ramp."
        ),
        clock_start=HIRE_DATE,
        clock_end=END_OF_WINDOW,
        days=Days.MONTHS,
        population=JUDGED,
        maturity=OLD_ENOUGH,
        censoring=LEAVERS_AS_NOTHING,
        smallest_n=COMPARED,
        caveat="Low in the first months by nature: compare only at the same month since the hire.",
        source="queries/marts/hire_windows.sql",
        version=2,
    ),
    Metric(
        name="monthly_attainment",
        group=GROUP,
        label="Attainment by month",
        unit="Share of full quota; the middle hire and the middle half of hires",
        definition="What a hire sold in one month since the hire divided by the full quota of that month.",
        clock_start="The first day of the month since the hire.",
        clock_end="The last day of that month.",
        days=Days.MONTHS,
        population="Hires of at least six months ago with a quota whose start the CRM's history covers.",
        maturity="The month since the hire is over.",
        censoring=LEAVERS_AS_NOTHING,
        smallest_n=COMPARED,
        caveat="One large deal makes one month: read the curve, not a point of it.",
        source="queries/marts/hire_months.sql",
    ),
    Metric(
        name="first_deal",
        group=GROUP,
        label="First deal, median",
        unit="Days",
        definition=(
            "Days until half of the hires have closed a first deal of their own: won, with an amount above "
            "zero, opened on or after the start in Sales and closed while in the first role."
        ),
        clock_start=HIRE_DATE,
        clock_end="The close date of the first such deal.",
        days=Days.CALENDAR,
        population=OBSERVED,
        maturity=ANY_AGE,
        censoring="Without a deal so far: counted as waiting until the last day employed or of the data.",
        smallest_n=COMPARED,
        caveat="Deals taken over from someone else do not count, so it says nothing of account growth.",
        source="queries/marts/hire_milestones.sql",
        version=3,
    ),
    Metric(
        name="ramp_time",
        group=GROUP,
        label="At pace, median",
        unit="Months",
        definition=(
            f"Months until half of the hires have had three months on end that together brought at least "
            f"{percent(RAMPED_AT)} of the full quota of those months."
        ),
        clock_start=HIRE_DATE,
        clock_end="The last of the first three such months; month 3 at the earliest.",
        days=Days.MONTHS,
        population=OBSERVED,
        maturity=ANY_AGE,
        censoring="Not there so far: counted as waiting until their last whole month employed.",
        smallest_n=COMPARED,
        caveat="A sustained pace, not a first good month; an easy quota shortens it.",
        source="queries/marts/hire_milestones.sql",
        version=3,
    ),
    Metric(
        name="time_to_quota",
        group=GROUP,
        label="Full quota, median",
        unit="Days",
        definition=(
            "Days until half of the hires have come to the end of a first whole quota period (as the quota "
            "file cuts them) in which their own sales were at least its quota."
        ),
        clock_start=HIRE_DATE,
        clock_end="The last day of that quota period.",
        days=Days.CALENDAR,
        population=OBSERVED,
        maturity=ANY_AGE,
        censoring="Not there so far: counted as waiting until the last day employed or of the data.",
        smallest_n=COMPARED,
        caveat="The longer the quota periods, the later the first one can be met.",
        source="queries/marts/hire_milestones.sql",
        version=3,
    ),
    Metric(
        name="credited_revenue",
        group=GROUP,
        label="Credited revenue",
        unit="Money in the base currency",
        definition=(
            "Won deals credited to the hire, each by its share where the CRM splits it, at the exchange rate "
            "of the month in which it closed."
        ),
        clock_start=HIRE_DATE,
        clock_end="The day of the data, or the day before the same person's next spell of employment.",
        days=Days.NONE,
        population="Every hire; no deal at all is zero.",
        maturity="None: older hires have had more time to sell.",
        censoring=(
            "Deals taken over, and deals that close after the hire has left, are in it and are told apart."
        ),
        smallest_n="None: it is a sum.",
        caveat="Bookings, not margin and not payments. Never to be compared between hires of different age.",
        source="queries/marts/credits.sql",
        version=2,
    ),
    Metric(
        name="quota",
        group=GROUP,
        label="Quota",
        unit="Money in the base currency",
        definition="Quota given to the hire, each period by the share of its days that the hire was employed.",
        clock_start="The start in Sales, or the start of the quota period if later.",
        clock_end="The end of the period, the last day employed or the day of the data, whichever is first.",
        days=Days.CALENDAR,
        population="Hires with a quota in the quota file.",
        maturity="None.",
        censoring="It ends with the employment; only within an outcome window does it run on for leavers.",
        smallest_n="None: it is a sum.",
        caveat="A quota is a plan: who was given an easy one attains more.",
        source="queries/marts/quotas.sql",
    ),
)

"""Cards of how people are found, what it costs and when it pays."""

from __future__ import annotations

from hiring.access.scope import GROSS_MARGIN
from hiring.metrics.metric import Days, Metric
from hiring.metrics.selling import HIRE_DATE
from hiring.statistics.verdicts import SMALLEST_JUDGED
from hiring.words import percent

GROUP = "How hires are found"
APPLIED = "Applications received in the period of the filters."
COMPARED = f"Two groups are compared from {SMALLEST_JUDGED} in each."

RECRUITING = (
    Metric(
        name="applications",
        group=GROUP,
        label="Applications",
        unit="Applications",
        definition="Candidates put forward for an opening, one for each opening.",
        clock_start="The day of applying.",
        clock_end="The day of the data.",
        days=Days.NONE,
        population=APPLIED,
        maturity="None.",
        censoring="Applications still under way are counted.",
        smallest_n="None: it is a count.",
        caveat="A person who applies for two openings counts twice.",
        source="queries/marts/applications.sql",
    ),
    Metric(
        name="offers",
        group=GROUP,
        label="Offers made",
        unit="Offers",
        definition="Applications to which an offer was extended.",
        clock_start="The day the offer was extended.",
        clock_end="The day of the data.",
        days=Days.NONE,
        population=APPLIED,
        maturity="None.",
        censoring="Offers without an answer are counted and told apart.",
        smallest_n="None: it is a count.",
        caveat="An offer made by word of mouth and refused before it was written down is in no file.",
        source="queries/marts/applications.sql",
    ),
    Metric(
        name="offer_acceptance",
        group=GROUP,
        label="Offers accepted",
        unit="Share of answered offers, 0 to 100 %",
        definition="Offers that led to a hire, of those that have an answer, by the month they were extended.",
        clock_start="The day the offer was extended.",
        clock_end="The day of the answer; no limit.",
        days=Days.CALENDAR_MONTHS,
        population="Offers on applications received in the period of the filters.",
        maturity="The offer has an answer.",
        censoring="Offers still open are left out of the share and counted beside it, and so are those without a day.",
        smallest_n=COMPARED,
        caveat="It says nothing of candidates who withdrew before the offer.",
        source="queries/questions/shared/offers_by_role_and_month.sql",
    ),
    Metric(
        name="pass_through",
        group=GROUP,
        label="Pass-through",
        unit="Share of applications, 0 to 100 %",
        definition="Applications that went on to a later stage, of those that reached this one.",
        clock_start="The day a stage was entered: of applying, of its first held interview, of the offer.",
        clock_end="The day a later stage was entered.",
        days=Days.NONE,
        population="Applications received in the period of the filters that were in the stage.",
        maturity="The application no longer waits in the stage.",
        censoring="Applications that still wait in a stage are counted beside it.",
        smallest_n=COMPARED,
        caveat="Not every role has every stage: who skipped one is not counted in it.",
        source="queries/marts/funnel_stages.sql",
    ),
    Metric(
        name="time_in_stage",
        group=GROUP,
        label="Days in stage",
        unit="Days; the middle application",
        definition="Days from entering a stage to entering the next one, or to the end of the application.",
        clock_start="The day the stage was entered.",
        clock_end="The day of the next stage, or of the rejection or withdrawal.",
        days=Days.CALENDAR,
        population="Applications received in the period of the filters that were in the stage.",
        maturity="From the first day in the stage.",
        censoring="Applications that still wait are counted for the days they have waited so far.",
        smallest_n=COMPARED,
        caveat="Stages are dated by their first held interview; one without it, or without its last day, has no days.",
        source="queries/marts/funnel_stages.sql",
    ),
    Metric(
        name="cost_per_hire",
        group=GROUP,
        label="Cost per hire",
        unit="Money in the base currency",
        definition=(
            "What was booked for a source in the months of the filters, divided by the offers accepted through it "
            "in those months."
        ),
        clock_start="The month of the first day of the filters.",
        clock_end="The month of the last day of the filters.",
        days=Days.CALENDAR_MONTHS,
        population="Months from a source's first booking to its last; the whole company, whatever its roles.",
        maturity="None: money is often spent months before the hire it leads to.",
        censoring=(
            "Between the first and the last booking no booking means nothing spent; outside of them the cost is "
            "not known, which is not zero."
        ),
        smallest_n="A source without an accepted offer has no cost per hire.",
        caveat="Only what the cost file holds: working hours of one's own people only if they are booked there.",
        source="queries/marts/source_months.sql",
    ),
    Metric(
        name="cost_per_high_performer",
        group=GROUP,
        label="Per high performer",
        unit="Money in the base currency",
        definition="The cost per hire, divided by the share of hires that became high performers at month {window}.",
        clock_start="The month of the first day of the filters for the cost; the start in Sales for the hires.",
        clock_end="The month of the last day of the filters; month {window} of the hire.",
        days=Days.CALENDAR_MONTHS,
        population="Offers of the booked months for the cost; hires with a known month {window} for the share.",
        maturity="The hire has reached month {window}.",
        censoring="Hires too new for the share are in the cost all the same: both are rates, not the same people.",
        smallest_n=f"A source needs {SMALLEST_JUDGED} hires to be judged, and a high performer among them.",
        caveat="Few high performers make a wide range, and it is not what one more of them would cost.",
        source="hiring/statistics/ratios.py",
    ),
    Metric(
        name="next_hires",
        group=GROUP,
        label="The next 10 %",
        unit="High performers among the next hires",
        definition=(
            "High performers among the next hires of a source, a tenth of those of the latest twelve months, if they "
            "came as its hires did so far after luck, beside what comparable hires would give."
        ),
        clock_start=HIRE_DATE,
        clock_end="Month 12 of the hire.",
        days=Days.MONTHS,
        population="A source at least Leaning above comparable hires; no more hires than it brought in any 12 months.",
        maturity="The source's hires have a full first year.",
        censoring="Leavers count as zero, as in high performers.",
        smallest_n="Nothing is said of a source that never brought five hires within twelve months.",
        caveat=(
            "The range holds what is not known of the source and the luck of so few hires. It takes for granted that "
            "more of the same would come: a source pushed further may bring others."
        ),
        source="hiring/statistics/high_performers/next_hires.py",
    ),
    Metric(
        name="payback",
        group=GROUP,
        label="Payback, median",
        unit="Months",
        definition=(
            f"Months until half of the hires have covered what they cost: {percent(GROSS_MARGIN)} of their own "
            "sales so far against their pay so far and their source's cost of one hire."
        ),
        clock_start=HIRE_DATE,
        clock_end="The end of the first month since the hire in which the one covers the other.",
        days=Days.MONTHS,
        population=(
            "Hires whose pay and source's cost are booked and whose start the CRM's history covers; without those to "
            "whom no CRM login is matched while deals of owners whom nobody is found for may be theirs."
        ),
        maturity="From the first month on: those not there yet are counted as far as they have come.",
        censoring="Who leaves before is followed on without selling: payback never comes. It ends with the pay booked.",
        smallest_n=COMPARED,
        caveat=f"{percent(GROSS_MARGIN)} is an assumed gross margin, and bookings are not payments.",
        source="queries/questions/sources/payback_by_hire.sql",
        version=2,
    ),
    Metric(
        name="referred_by",
        group=GROUP,
        label="Referred by",
        unit="Hires who became high performers, or were there at month 12",
        definition=(
            "Hires by what the colleague who referred them had shown by the day of applying: a first year among the "
            "best of those of the role that were over by then, another one, none that was over, or no selling role."
        ),
        clock_start="The day of applying.",
        clock_end="The end of the hire's first year.",
        days=Days.CALENDAR,
        population="Hires of the filters; outcomes of those with a full first year.",
        maturity="The hire's first year is over; the colleague's was over before the hire applied.",
        censoring="A colleague of whose role fewer than five first years were over counts as not known by then.",
        smallest_n="Five hires; a smaller group is never withheld alone.",
        caveat="Who refers knows people like themselves, in their own role and region: that may be all.",
        source="queries/marts/hire_referrers.sql",
    ),
)

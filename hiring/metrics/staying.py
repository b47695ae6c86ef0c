"""Cards of who stays and who leaves."""

from __future__ import annotations

from hiring.metrics.metric import Days, Metric
from hiring.metrics.selling import ANY_AGE, COMPARED, HIRE_DATE

GROUP = "Who stays"
STILL_THERE = "Still employed: counted for the days they have been here so far."
BOTH_KINDS = "Resignations and dismissals together, unless they are told apart."

STAYING = (
    Metric(
        name="first_year_attrition",
        group=GROUP,
        label="Left in first year",
        unit="Share of hires, 0 to 100 %",
        definition="Hires whose employment ended within 365 days of the start in Sales, by the Kaplan–Meier method.",
        clock_start=HIRE_DATE,
        clock_end="The last day employed.",
        days=Days.CALENDAR,
        population="Every hire in the group, however new.",
        maturity=ANY_AGE,
        censoring=STILL_THERE,
        smallest_n=COMPARED,
        caveat=BOTH_KINDS,
        source="queries/marts/hires.sql",
    ),
    Metric(
        name="first_year_retention",
        group=GROUP,
        label="Stayed a year",
        unit="Share of hires, 0 to 100 %",
        definition="Hires employed for more than 365 days from the start in Sales, by the Kaplan–Meier method.",
        clock_start=HIRE_DATE,
        clock_end="The last day employed.",
        days=Days.CALENDAR,
        population="Every hire in the group, however new.",
        maturity=ANY_AGE,
        censoring=STILL_THERE,
        smallest_n=COMPARED,
        caveat="Staying is not selling: read it beside the bar.",
        source="queries/marts/hires.sql",
    ),
    Metric(
        name="there_at_month_12",
        group=GROUP,
        label="There at month 12",
        unit="Share of hires, 0 to 100 %, and as many in 100",
        definition="Hires still employed in Sales when month 12 ended, as counted.",
        clock_start=HIRE_DATE,
        clock_end="The end of month 12.",
        days=Days.CALENDAR,
        population="Hires of whom it is known whether they met the bar: the same base for both.",
        maturity="Twelve months since the start: who is newer is left out, gone or not.",
        censoring="None: month 12 is over for all of them.",
        smallest_n="5.",
        caveat="“Stayed a year” counts every hire, however new, so it has a few hires more.",
        source="queries/marts/hire_windows.sql",
    ),
    Metric(
        name="left",
        group=GROUP,
        label="Have left",
        unit="Hires",
        definition="Hires whose employment ended on or before the day of the data.",
        clock_start=HIRE_DATE,
        clock_end="The day of the data.",
        days=Days.NONE,
        population="Every hire in the group.",
        maturity="None: older hires have had more time to leave.",
        censoring="An end of employment that lies in the future is not counted yet.",
        smallest_n="None: it is a count.",
        caveat=BOTH_KINDS,
        source="queries/marts/hires.sql",
    ),
)

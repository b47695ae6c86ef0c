"""Cards of the quarterly review: what is counted of one quarter, where no page counts it the same way."""

from __future__ import annotations

from hiring.metrics.agreeing import GROUP
from hiring.metrics.metric import Days, Metric

QUARTERLY: tuple[Metric, ...] = (
    Metric(
        name="filled_in_quarter",
        group=GROUP,
        label="Filled in a quarter",
        unit="Calendar days",
        definition="Days from the opening until as many had accepted as it asks for; half of the openings by then.",
        clock_start="The day it was opened.",
        clock_end="The acceptance that filled it.",
        days=Days.CALENDAR,
        population="Openings filled in the quarter, whenever they were opened.",
        maturity="It is filled.",
        censoring="What is open or closed unfilled is not in it: a quarter that fills old openings looks slow.",
        smallest_n="Five openings; ten on each side where two quarters are compared.",
        caveat="Days to fill elsewhere count openings that wait, too.",
        source="queries/questions/review/openings.sql",
    ),
    Metric(
        name="open_now",
        group=GROUP,
        label="Open at quarter end",
        unit="Openings, and candidates",
        definition=(
            "Openings neither filled nor closed on the last day of the quarter; candidates who had come to the final "
            "stage or an offer by then and whose application had not ended."
        ),
        clock_start="The day it was opened; the day of the first interview of the final stage, or of the offer.",
        clock_end="The last day of the quarter.",
        days=Days.NONE,
        population="Those of the roles, regions and segments chosen.",
        maturity="None.",
        censoring="An application that ended on an unknown day is left out.",
        smallest_n="One.",
        caveat="A count, of which no change is judged.",
        source="queries/questions/review/final_stage.sql",
    ),
)

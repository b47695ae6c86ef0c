"""Cards of the working agreement: what HR and Sales promised each other, and what became of it."""

from __future__ import annotations

from hiring.metrics.metric import Days, Metric

GROUP = "HR and Sales"
CLOCK = (
    "The day of what the promise begins with: the opening, the application, the meeting, the last scorecard."
)
SOURCE = "hiring/statistics/promises.py"

AGREEING: tuple[Metric, ...] = (
    Metric(
        name="promises_kept",
        group=GROUP,
        label="Promises kept",
        unit="Share of promises due, 0 to 100 %",
        definition=(
            "What was owed by the working agreement and came within the working days promised, of all whose days are "
            "over. A promise on scorecards is owed by each interviewer of that department, one that begins with an "
            "opening for each opening, any other for each application; an offer to those alone who got one."
        ),
        clock_start=CLOCK,
        clock_end="The day of what keeps it.",
        days=Days.WORKING,
        population="Promises in force on the day their clock began, of the applications and openings chosen.",
        maturity="The days promised are over, or it was kept.",
        censoring=(
            "Open past the last day is missed, whether or not it still comes. What ended before its days were over is "
            "not counted; nor what the other department ended, however late."
        ),
        smallest_n="None: the range widens.",
        caveat="Promises differ in how much work they ask for: two sides' shares are no match between them.",
        source=SOURCE,
    ),
    Metric(
        name="promises_overdue",
        group=GROUP,
        label="Overdue now",
        unit="Promises, and working days over",
        definition="What was promised, has not come by the day of the data, and is past the last day promised.",
        clock_start="The last day promised.",
        clock_end="The day of the data.",
        days=Days.WORKING,
        population="Promises owed now: the application is still running, or the opening still open.",
        maturity="The days promised are over.",
        censoring="What has ended waits no more and is left out, though it counts as missed.",
        smallest_n="One.",
        caveat="A wait may have its reason; the systems tell only that nothing came.",
        source=SOURCE,
    ),
)

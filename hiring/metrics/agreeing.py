"""Cards of the two departments together: what they promised each other, and what comes of it when they differ."""

from __future__ import annotations

from hiring.metrics.metric import Days, Metric

GROUP = "HR and Sales"
CLOCK = (
    "The day of what the promise begins with: the opening, the application, the meeting, the last scorecard."
)
SOURCE = "hiring/statistics/promises.py"
VOTES = "hiring/statistics/ratings/votes.py"

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
    Metric(
        name="votes_apart",
        group=GROUP,
        label="Votes apart",
        unit="Share of applications, 0 to 100 %",
        definition=(
            "Applications for which one department's recommendations are yes or above on the mean, and the other's are "
            "not."
        ),
        clock_start="The first interview.",
        clock_end="The last interview.",
        days=Days.NONE,
        population="Applications on which interviewers of HR and of Sales gave a recommendation.",
        maturity="None.",
        censoring="Whom one department never met is left out.",
        smallest_n="Five applications.",
        caveat="Whom HR turns down at the screen Sales never meets: the two do not see the same crowd.",
        source=VOTES,
    ),
    Metric(
        name="side_prevailed",
        group=GROUP,
        label="Who prevailed",
        unit="Applications with an offer, of those on which the two sides were apart",
        definition="Offers made to candidates whom one department was for and the other was not.",
        clock_start="The first interview.",
        clock_end="The offer.",
        days=Days.NONE,
        population="Applications on which interviewers of HR and of Sales gave a recommendation, one for and one not.",
        maturity="None.",
        censoring="Applications that go on count without an offer.",
        smallest_n="Five applications.",
        caveat="Roles differ in how often the two are apart, and in who decides: this is a count, no verdict.",
        source=VOTES,
    ),
)

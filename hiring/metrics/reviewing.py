"""Cards of what managers say of their hires."""

from __future__ import annotations

from hiring.metrics.metric import Days, Metric
from hiring.metrics.selling import COMPARED, HIRE_DATE

GROUP = "What managers say"
CLOCK_END = "The last day of the time reviewed."
SOURCE = "queries/marts/hire_reviews.sql"
SPEAKS = (
    "The latest review whose time ends after the start in Sales, by the day of the data and before a move to another "
    "role; of several for that day the one by the manager of the start. What somebody wrote of themselves is left out."
)
MOOD = (
    "One manager's view, closer to mood than to sales. A manager who is easily pleased is so with all of theirs, so "
    "ranges are those of fewer hires than were reviewed."
)
NO_CENSORING = "None: who has not been reviewed is in the response rate alone."

REVIEWING = (
    Metric(
        name="would_hire_again",
        group=GROUP,
        label="Would hire again",
        unit="Share of reviewed hires, 0 to 100 %",
        definition="Hires whose manager would hire them again, of those of whom the review says yes or no.",
        clock_start=HIRE_DATE,
        clock_end=CLOCK_END,
        days=Days.CALENDAR,
        population=f"Hires with a review that answers it. {SPEAKS}",
        maturity="None: the first review on is heard.",
        censoring=NO_CENSORING,
        smallest_n=COMPARED,
        caveat=MOOD,
        source=SOURCE,
    ),
    Metric(
        name="review_score",
        group=GROUP,
        label="Review score",
        unit="Mean of scores, 0 to 5",
        definition="The mean score of the review that speaks for each hire, whatever its scale brought to five.",
        clock_start=HIRE_DATE,
        clock_end=CLOCK_END,
        days=Days.CALENDAR,
        population=f"Hires with a review. {SPEAKS}",
        maturity="None: the first review on is heard.",
        censoring=NO_CENSORING,
        smallest_n=COMPARED,
        caveat=MOOD,
        source=SOURCE,
    ),
    Metric(
        name="review_response",
        group=GROUP,
        label="Reviewed",
        unit="Share of hires, 0 to 100 %",
        definition="Hires with a review that speaks for them, of those who were in the role for a year or more.",
        clock_start=HIRE_DATE,
        clock_end="Twelve months on, by when a time under review has ended wherever reviews are yearly or more often.",
        days=Days.CALENDAR,
        population="Hires a year or more in the role they were hired into, leavers among them.",
        maturity="Twelve months in the role.",
        censoring="Who left or moved on earlier is not counted.",
        smallest_n=COMPARED,
        caveat="Who is not reviewed may be the one of whom a manager thinks least.",
        source=SOURCE,
    ),
    Metric(
        name="check_in_doubts",
        group=GROUP,
        label="Doubted at check-ins",
        unit="Hires who became high performers",
        definition=(
            "Hires of whom the last check-in of the first 200 days says that they would not be hired again, beside "
            "those it would: high performers among them, expected by role, region and start year, and the mean that "
            "interviews had given, whatever its scale brought to five."
        ),
        clock_start=HIRE_DATE,
        clock_end="The last check-in of the first 200 days, before a move to another role.",
        days=Days.CALENDAR,
        population="Hires with a check-in that says yes or no; high performers of those with a full first year.",
        maturity="None for what was said; a full first year for high performers.",
        censoring="Who had no check-in is in neither group.",
        smallest_n="Five hires; where one group is smaller, neither is told.",
        caveat=(
            "By then the manager knows the first months' sales, which count in the first year too. Who was hired had "
            "been rated high, part of it by luck: on the job scores are lower even where interviews were right."
        ),
        source="queries/marts/hire_check_ins.sql",
    ),
)

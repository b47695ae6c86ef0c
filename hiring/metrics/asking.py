"""Cards of candidates: whether they would recommend the company, who answered, who left by their own decision."""

from __future__ import annotations

from hiring.metrics.agreeing import GROUP
from hiring.metrics.metric import Days, Metric

ENDED = "Applications of the filters that have ended, whatever came of them: rejected ones too."
SURVEYS = "hiring/statistics/surveys.py"
LEAVING = "hiring/findings/candidates/leaving.py"

ASKING: tuple[Metric, ...] = (
    Metric(
        name="candidate_nps",
        group=GROUP,
        label="Candidate NPS",
        unit="Points, −100 to 100",
        definition=(
            "Of candidates who answered how likely they are to recommend the company, from 0 to 10: the share of 9 and "
            "10 less the share of 0 to 6, times a hundred. The last answer of an application counts."
        ),
        clock_start="The day of applying.",
        clock_end="The day of the answer, up to the day of the data.",
        days=Days.NONE,
        population=ENDED,
        maturity="The application has ended.",
        censoring="Answers to applications still under way are left out until these end.",
        smallest_n="Five answers.",
        caveat="Who answers is no fair draw: compare the share that answered before the scores.",
        source=SURVEYS,
    ),
    Metric(
        name="survey_response",
        group=GROUP,
        label="Answered",
        unit="Share of applications, 0 to 100 %",
        definition="Applications with an answer to the candidate survey, of all applications that have ended.",
        clock_start="The day of applying.",
        clock_end="The day of the data.",
        days=Days.NONE,
        population=ENDED,
        maturity="The application has ended.",
        censoring="Who may still answer counts as one who did not.",
        smallest_n="None: the range widens.",
        caveat="The files do not say who was asked: of those who were, a larger share may have answered.",
        source="queries/questions/candidates/applications_ended.sql",
    ),
    Metric(
        name="own_decision",
        group=GROUP,
        label="Left by own decision",
        unit="Share of applications or offers, 0 to 100 %",
        definition=(
            "Applications that the candidate withdrew, of all that have ended; and offers that the candidate declined, "
            "of all that were answered. Reasons are as the applicant system has them; spellings in other letters are "
            "one, and what fewer than five gave is told among the others."
        ),
        clock_start="The day of applying.",
        clock_end="The day the application ended.",
        days=Days.NONE,
        population=ENDED,
        maturity="The application has ended.",
        censoring="Offers without an answer are left out.",
        smallest_n="Five candidates for a reason.",
        caveat="A reason is what somebody wrote down; what moved the candidate may be another.",
        source=LEAVING,
    ),
    Metric(
        name="strong_left",
        group=GROUP,
        label="Strong ones who left",
        unit="Share of candidates who came to a stage, 0 to 100 %",
        definition=(
            "Candidates who withdrew or declined after that stage, of all who came to it and were not rejected there. "
            "Strong is of whom the "
            "recommendations of all interviewers are yes or above on the mean (3 of 1 to 4); the others are those "
            "with recommendations below."
        ),
        clock_start="The first interview.",
        clock_end="The day the application ended.",
        days=Days.NONE,
        population="Applications that have ended, with at least one recommendation.",
        maturity="The application has ended.",
        censoring="Who was rejected at a stage counts at those before.",
        smallest_n="Ten strong candidates; five others.",
        caveat="Who leaves early was rated by few; who stays is rated by more, and seen by stricter eyes.",
        source=SURVEYS,
    ),
    Metric(
        name="wait_and_score",
        group=GROUP,
        label="Wait and score",
        unit="Points, −100 to 100, by days waited",
        definition=(
            "Candidate NPS by days from applying to the first interview, of those who had one; and by days from "
            "applying to the decision, of those rejected after an interview."
        ),
        clock_start="The day of applying.",
        clock_end="The first interview held; the day the application ended.",
        days=Days.CALENDAR,
        population="Applications that have ended, with an interview held.",
        maturity="The application has ended.",
        censoring="An application without the day it ended is in no band.",
        smallest_n="Five answers in a band.",
        caveat="Who waited longer for a decision also came further: the wait need not be what changed the answer.",
        source="hiring/findings/candidates/scores.py",
    ),
)

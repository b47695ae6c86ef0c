"""Cards of how interviewers rate: how strictly, how widely, how soon, how much alike, and what came of it."""

from __future__ import annotations

from hiring.metrics.metric import Days, Metric
from hiring.statistics.ratings.thresholds import (
    FEWEST_BOTH,
    FEWEST_HIRES,
    FEWEST_IN_BIN,
    FEWEST_OF_ONE,
    FEWEST_PAIRS,
    HOURS_AROUND,
    HOURS_HELD,
    WEEKS,
)

GROUP = "How interviewers rate"
SCORECARDS = "queries/questions/craft/scorecards.sql"
RATED = "Scorecards with a rating, of interviews held on applications received in the period of the filters."
EVERYBODY = "Every candidate counts, hired or not."
HELD = "The day of the interview."
DATA = "The day of the data."
OF_ONE = (
    f"Fewer than {FEWEST_OF_ONE} scorecards of an interviewer: no label, and drawn far in towards the mean."
)
OF_HIRES = f"Below {FEWEST_HIRES} rated hires nothing is said; an interviewer needs {FEWEST_OF_ONE} of them."
OLD_ENOUGH = "Six months since the hire have passed."
LEAVERS = "Who left counts, with nothing sold in the months after."
NO_CAUSE = "An association among those who were hired, and no measure of a person's worth as an interviewer."


def of_ratings(name: str, label: str, unit: str, words: tuple[str, str, str, str], source: str) -> Metric:
    """A card of ratings as they were given; `words` are definition, population, smallest n and caveat."""
    definition, population, smallest_n, caveat = words
    return Metric(
        name=name,
        group=GROUP,
        label=label,
        unit=unit,
        definition=definition,
        clock_start="The day of applying.",
        clock_end=DATA,
        days=Days.NONE,
        population=population,
        maturity="None.",
        censoring=EVERYBODY,
        smallest_n=smallest_n,
        caveat=caveat,
        source=source,
    )


def _of_outcomes(name: str, label: str, unit: str, words: tuple[str, str, str, str], source: str) -> Metric:
    """A card of ratings set against what hires sold; `words` are definition, population, smallest n and caveat."""
    definition, population, smallest_n, caveat = words
    return Metric(
        name=name,
        group=GROUP,
        label=label,
        unit=unit,
        definition=definition,
        clock_start="The first day of employment.",
        clock_end="Two years later, or the day of the data if earlier.",
        days=Days.MONTHS,
        population=population,
        maturity=OLD_ENOUGH,
        censoring=LEAVERS,
        smallest_n=smallest_n,
        caveat=caveat,
        source=source,
    )


RATINGS = (
    of_ratings(
        "leniency",
        "Leniency",
        "Points of the rating scale",
        (
            "How much higher an interviewer rates than the others would rate the same candidates, with role, "
            "competencies and scale held equal: candidates and interviewers as crossed random effects, by REML.",
            RATED,
            OF_ONE,
            "Being strict is no fault: it tells by how much to read that person's ratings up or down.",
        ),
        "hiring/statistics/ratings/leniency.py",
    ),
    of_ratings(
        "spread_used",
        "Spread used",
        "Points of the rating scale",
        (
            "The standard deviation of an interviewer's scores within each competency, drawn towards all "
            "interviewers' by how little it is known.",
            RATED,
            f"Fewer than {FEWEST_OF_ONE} scorecards: only the grades given are counted.",
            "Who meets only the few who came far sees people more alike, and has a narrower spread for it.",
        ),
        "hiring/statistics/ratings/spread.py",
    ),
    of_ratings(
        "rating_agreement",
        "Ratings agree",
        "0 by chance to 1 in full",
        (
            "How far any two interviewers rate the same candidate alike, and so how much of one scorecard's rating is "
            "about the candidate.",
            "Candidates whom two interviewers or more rated.",
            f"HR and Sales are compared from {FEWEST_PAIRS} candidates whom both rated on the same competency. "
            "The measure is Krippendorff's alpha.",
            "Interviewers who agree may be wrong together; interviewers who look for different things need not agree.",
        ),
        "hiring/statistics/ratings/departments.py",
    ),
    of_ratings(
        "departments_apart",
        "HR against Sales",
        "Points of the rating scale",
        (
            "HR's mean rating less Sales' of the same candidate on the competencies both scored, with the limits "
            "between which nineteen differences of twenty lie.",
            "Candidates whom both departments rated on at least one competency in common.",
            f"Below {FEWEST_PAIRS} candidates nothing is said; limits are Bland and Altman's.",
            "They often meet the candidate at different stages and ask other questions: neither is the true one.",
        ),
        "hiring/statistics/ratings/departments.py",
    ),
)

TIMES = (
    Metric(
        name="ratings_when_hired",
        group=GROUP,
        label="Ratings",
        unit="Points of five",
        definition=(
            "The mean of all competency ratings of one hire, from the interviews of the hire's own application held by "
            "the start in Sales."
        ),
        clock_start="The first interview.",
        clock_end="The start in Sales.",
        days=Days.NONE,
        population="One hire; every rating counts once.",
        maturity="None.",
        censoring="A scorecard not handed in is missing, not zero.",
        smallest_n="None: it is said of one hire, with how many ratings.",
        caveat="Who rated whom differs from hire to hire: some interviewers rate more mildly than others.",
        source="queries/questions/hire/interviews.sql",
    ),
    Metric(
        name="scorecards_on_time",
        group=GROUP,
        label="Scorecards on time",
        unit="Share of scorecards due, 0 to 100 %",
        definition=(
            "Scorecards submitted within the working days that the interviewer's department promised for that stage, "
            "of those whose days are over."
        ),
        clock_start=HELD,
        clock_end="The day the scorecard was submitted.",
        days=Days.WORKING,
        population="Interviews held for which the working agreement promised a scorecard on that day.",
        maturity="The days promised are over.",
        censoring="A scorecard not written when its days are over is missed; one still in time is not counted.",
        smallest_n="None: the interval widens.",
        caveat="What was written in time may still be thin.",
        source="hiring/statistics/ratings/timeliness.py",
    ),
    Metric(
        name="scorecards_independent",
        group=GROUP,
        label="Independent cards",
        unit="Share of scorecards, 0 to 100 %",
        definition=(
            "Scorecards before which no colleague's on the same candidate came in, from the start of the own "
            "interview on."
        ),
        clock_start="The moment the interview was scheduled for.",
        clock_end="The moment the scorecard was submitted.",
        days=Days.NONE,
        population="Scorecards submitted on applications that two interviewers or more wrote about.",
        maturity="The scorecard was submitted.",
        censoring="Scorecards never written are left out.",
        smallest_n="None: the interval widens.",
        caveat=(
            "No export says who read what: of a panel that meets together only the first to write is surely "
            "independent, however little the others looked."
        ),
        source="hiring/statistics/ratings/independence.py",
    ),
    Metric(
        name="interview_load",
        group=GROUP,
        label="Interviews a week",
        unit="Interviews held by one person in a week",
        definition=f"Interviews held in the latest {WEEKS} weeks, divided by {WEEKS}.",
        clock_start=f"{WEEKS} weeks before the day of the data.",
        clock_end=DATA,
        days=Days.CALENDAR,
        population="Interviews held; cancelled ones and no-shows are left out.",
        maturity="None.",
        censoring="Interviews scheduled for later are not counted.",
        smallest_n="None: it is a count.",
        caveat="Weeks in which somebody was away count as weeks without an interview.",
        source=SCORECARDS,
    ),
    Metric(
        name="selling_hours",
        group=GROUP,
        label="Sales' hours",
        unit="Hours",
        definition=(
            f"Interviews that people of Sales held in the latest {WEEKS} weeks, at {HOURS_HELD:g} hour each and "
            f"{HOURS_AROUND:g} for preparing and writing."
        ),
        clock_start=f"{WEEKS} weeks before the day of the data.",
        clock_end=DATA,
        days=Days.CALENDAR,
        population="Interviews held by people whose department is Sales.",
        maturity="None.",
        censoring="Interviews scheduled for later are not counted.",
        smallest_n="None: it is a count.",
        caveat="The hours each are an assumption: no export gives an interview's length.",
        source="hiring/statistics/ratings/load.py",
    ),
)

FORETOLD = (
    _of_outcomes(
        "validity_among_hires",
        "Validity among hires",
        "High performers in 100, as the top fifth of a role",
        (
            "How far an interviewer's ratings go with what the hires brought, among those hired: a correlation, told "
            "as high performers of a hundred rated a step higher.",
            "Hires whom the interviewer rated on the application that led to the hire.",
            OF_HIRES,
            "It is too low: hires were chosen by these ratings and so differ less. Read it only beside the estimate "
            "for all candidates.",
        ),
        "hiring/statistics/ratings/validity.py",
    ),
    _of_outcomes(
        "validity_for_everybody",
        "Ratings and results",
        "High performers in 100, as the top fifth of a role",
        (
            "How many of a hundred rated a step (one standard deviation) higher are high performers, where 20 are "
            "usual: as seen among hires, drawn towards all interviewers' mean, and lifted once for the whole company "
            "by what choosing hires on the panels' ratings took from it.",
            "Hires whom the interviewer rated; the panels' ratings of all candidates tell how narrow the choice was.",
            OF_HIRES,
            f"An estimate for all candidates that assumes straight lines and no other reason for hiring. {NO_CAUSE}",
        ),
        "hiring/statistics/ratings/validity.py",
    ),
    _of_outcomes(
        "outcome_by_rating",
        "Outcome by rating",
        "High performers in 100, as the top fifth of a role",
        (
            "The mean outcome of hires in up to five groups of equal size by their panel's rating, leniency taken out, "
            "told as how many of a hundred such hires are high performers.",
            "Hires who were rated and are old enough to judge.",
            f"Groups of fewer than {FEWEST_IN_BIN} hires are not shown.",
            "Nobody knows what those who were rated low and not hired would have brought.",
        ),
        "hiring/statistics/ratings/calibration.py",
    ),
    _of_outcomes(
        "what_a_seat_adds",
        "What a seat adds",
        "High performers in 100 rated a step higher",
        (
            "The slope of the outcome on one department's mean rating with the other's held equal, and how much more "
            "of the outcome's variance the two tell than the other alone.",
            "Hires rated by both HR and Sales.",
            f"Below {FEWEST_BOTH} hires nothing is said.",
            "Slopes and not correlations, because choosing on both ratings bends correlations and leaves slopes.",
        ),
        "hiring/statistics/ratings/calibration.py",
    ),
)

INTERVIEWING = (*RATINGS, *TIMES, *FORETOLD)

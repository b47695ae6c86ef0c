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
        caveat="The two sides' shares are no contest: each promised other things, each with its own limit of days.",
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
        name="silence",
        group=GROUP,
        label="Silence now",
        unit="Working days",
        definition=(
            "How long nothing has happened to an application that is running: it came, a meeting was held, a scorecard "
            "came in, an offer was made. It waits for the side whose promise is furthest past its last day; where none "
            "is past, whose open promise began last, of two for the one due first; with an offer, for the candidate."
        ),
        clock_start="The last day on which any of these happened.",
        clock_end="The day of the data.",
        days=Days.WORKING,
        population="Applications that are running, of those chosen.",
        maturity="None.",
        censoring="None: every silence is still open.",
        smallest_n="Five applications a side; one by one only for who may see names.",
        caveat="A call or a mail that nobody wrote down is not in it.",
        source="hiring/statistics/silence.py",
    ),
    Metric(
        name="incidents_decided",
        group=GROUP,
        label="Days to a decision",
        unit="Working days, median with its likely range",
        definition=(
            "How soon what came up unforeseen was decided: a candidate who did not come, an offer declined late, a "
            "client who changed its mind. It ended as a side proposed where the decision is written as its option is."
        ),
        clock_start="The day it came up.",
        clock_end="The day of the decision.",
        days=Days.WORKING,
        population="Incidents about an application or an opening of those chosen; about neither, it is left out.",
        maturity="None.",
        censoring="What is open is followed until the day of the data (Kaplan–Meier).",
        smallest_n="Five incidents.",
        caveat="The list is kept by hand: what nobody wrote down is not in it. Which option was better is not known.",
        source="hiring/statistics/incidents.py",
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
        name="view_held_up",
        group=GROUP,
        label="Rated higher before",
        unit="Points of the rating scale",
        definition=(
            "How much higher each department had rated, on the mean of all its scores, the hires who later did so than "
            "those who did not: stayed a year, sold at quota pace within twelve months, met the bar, became high "
            "performers."
        ),
        clock_start="The first interview.",
        clock_end="Twelve months after the start in Sales.",
        days=Days.NONE,
        population="Hires whom both departments rated.",
        maturity="Twelve months are over, or it came before.",
        censoring="Whose first year is not over, or whose sales are not known, is left out.",
        smallest_n="Ten who did so and ten who did not.",
        caveat="Hires were chosen by these very ratings, so both sides look weaker than they are.",
        source=VOTES,
    ),
    Metric(
        name="meetings_held",
        group=GROUP,
        label="Meetings",
        unit="Meetings",
        definition="Meetings of the two departments that were held, by quarter of the fiscal year, whatever for.",
        clock_start="The first day of the quarter.",
        clock_end="The last day of the quarter, or the day of the data.",
        days=Days.NONE,
        population="Every meeting in the file, whichever filters are chosen.",
        maturity="None.",
        censoring="None: what is planned is not counted.",
        smallest_n="One.",
        caveat="Views that come nearer after a meeting need not have come nearer by it; the same holds for events.",
        source="queries/questions/alignment/touchpoints_over_time.sql",
    ),
    Metric(
        name="own_manager_apart",
        group=GROUP,
        label="Seller and manager",
        unit="Share of scores, 0 to 100 %; points of the rating scale",
        definition=(
            "Scores of a seller and of the seller's own manager on the same competency of the same candidate that lie "
            "two points or more apart; beside them those of any other two of Sales. And the seller's mean less the "
            "manager's."
        ),
        clock_start="The first interview.",
        clock_end="The last interview.",
        days=Days.NONE,
        population="Candidates whom a seller and the manager named in the HR file both scored.",
        maturity="None.",
        censoring="Competencies that one of the two did not score are left out.",
        smallest_n="Ten candidates; ten for a single seller.",
        caveat="The manager is the one the HR file names now. They meet candidates at different stages.",
        source="hiring/statistics/ratings/own_managers.py",
    ),
    Metric(
        name="pairs_met",
        group=GROUP,
        label="Who has met",
        unit="Pairs; share of scores, 0 to 100 %; calendar days",
        definition=(
            "Of HR and Sales, any two who interviewed for the same role in the last twelve months; they have met who "
            "sat in the same round with a candidate on one day, or are recruiter and hiring manager of an opening with "
            "an intake talk. Beside pairs who had met before they saw a candidate stand those who had not: scores two "
            "points or more apart, and days from HR's last interview to the first by Sales."
        ),
        clock_start="HR's last interview before the first by Sales.",
        clock_end="The first interview by Sales.",
        days=Days.CALENDAR,
        population="Interviewers of HR and of Sales; for scores and days, the candidates whom both of a pair saw.",
        maturity="None.",
        censoring="What a pair saw in one round together is left out of scores and days.",
        smallest_n="Ten pairs, scores or candidates.",
        caveat=(
            "The file of meetings says how many came, not who: other meetings count for nobody. Who has met is longer "
            "with the company: what goes with meeting need not come of it."
        ),
        source="hiring/statistics/ratings/met.py",
    ),
    Metric(
        name="pulse_favourable",
        group=GROUP,
        label="Favourable answers",
        unit="Share of answers, 0 to 100 %",
        definition=(
            "Answers of 7 or more, of 10, to what a department was asked about working with the other, by quarter of "
            "the fiscal year. Comments are not shown."
        ),
        clock_start="The first day of the quarter.",
        clock_end="The last day of the quarter.",
        days=Days.NONE,
        population="Every answer in the file, whichever filters are chosen; who gave it is not in it.",
        maturity="The quarter is over.",
        censoring=(
            "A quarter of fewer than five answers, or in which all or none were favourable, is left out of sums too: "
            "else what somebody answered could be worked out."
        ),
        smallest_n="Five answers.",
        caveat=(
            "Each side answers about the other, from where it stands: the two shares are no contest. Quarters with "
            "fewer than five answers, or in which all or none were favourable, count nowhere, so that nobody's is told."
        ),
        source="queries/marts/pulse_quarters.sql",
    ),
)

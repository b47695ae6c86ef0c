"""Cards of how candid scorecards are: words, the whole scale, what is asked, and the pull of the one before."""

from __future__ import annotations

from hiring.metrics.interviewing import SCORECARDS, of_ratings
from hiring.statistics.ratings.contrast import DAYS, FEWEST_PAIRS, FEWEST_PEOPLE
from hiring.statistics.ratings.thresholds import FEWEST_OF_ONE

CANDOUR = (
    of_ratings(
        "scorecards_with_words",
        "Cards with words",
        "Share of scorecards, 0 to 100 %",
        (
            "Scorecards that came in with a comment beside their scores. Only whether there is one is read, never what "
            "it says.",
            "Scorecards that came in, of interviews held on applications received in the period of the filters.",
            "None: the interval widens. Where no scorecard has a comment the file has none, and nothing is said.",
            "A few words may be better than many; what was written elsewhere is not seen.",
        ),
        SCORECARDS,
    ),
    of_ratings(
        "whole_scale_used",
        "Every grade used",
        "Share of interviewers, 0 to 100 %",
        (
            "Interviewers who gave every grade of the scale at least once, scores rounded to whole grades.",
            f"Interviewers with {FEWEST_OF_ONE} scorecards or more.",
            "Fewer than five such interviewers of a side: not told.",
            "Who has met few candidates has had less occasion for the ends of the scale.",
        ),
        "hiring/statistics/ratings/candour.py",
    ),
    of_ratings(
        "competencies_covered",
        "Asked and rated",
        "Share of competencies, 0 to 100 %",
        (
            "Of the competencies that the role's profile in force on the day of the interview asks for, those that the "
            "scorecard rated; the range is that of the mean over scorecards. By competency: of the candidates with a "
            "scorecard of HR and of Sales, or of all where none has both, those on whom anybody rated it.",
            "Scorecards that came in or hold a score, written by one person, of roles with a profile in force.",
            "None by side and competency; a side's interviewers at one stage are told from five on.",
            "No profile says which stage is to rate what: half a profile on one scorecard is no fault.",
        ),
        "hiring/statistics/ratings/coverage.py",
    ),
    of_ratings(
        "pull_of_the_one_before",
        "Pull of one before",
        "Points of the rating scale",
        (
            "How many points a rating changes, against what other interviewers gave the same candidate, after a "
            f"candidate whom others rated a point higher, at most {DAYS} days before; beside it the same with "
            "the order of candidates shuffled within interviewer, role and half-year.",
            "Interviews of the same interviewer and role, both candidates rated by colleagues too.",
            f"Below {FEWEST_PAIRS} such interviews, or {FEWEST_PEOPLE} interviewers, nothing is said.",
            "Described, with no label. Others see a candidate with error, so a pull looks smaller than it is.",
        ),
        "hiring/statistics/ratings/contrast.py",
    ),
)

"""Cards of role profiles: what was agreed, what the hires show of it, how alike the profiles are."""

from __future__ import annotations

from hiring.metrics.combining import ONE_FIT
from hiring.metrics.metric import Days, Metric
from hiring.statistics.profiles.contrasts import ROLES_DIFFER_BELOW
from hiring.statistics.profiles.gates import (
    EVEN_FROM,
    FEWEST_COMPETENCIES,
    HARDLY_ABOVE,
    HEAVIEST,
    NOTICED,
    SAID_FROM,
    SMALLEST_COMPANY,
    SMALLEST_FACT,
    SMALLEST_RESEMBLING,
    SMALLEST_ROLE,
    SURELY_ABOVE,
)
from hiring.statistics.profiles.true_scores import LEAST_RELIABILITY
from hiring.words import percent

GROUP = "Role profiles"
PROFILES = "queries/marts/role_profiles.sql"
RATINGS = "queries/questions/role_profiles/ratings.sql"
BACKGROUNDS = "queries/questions/role_profiles/backgrounds.sql"
AS_AGREED = "The versions in force on the day of the data; what was agreed, whoever was hired."
DATA = "The day of the data."
IN_FORCE = "The day the version came into force."
HIRE_DATE = "The start in Sales: the hire date, or the day of the move into Sales."
JUDGED = (
    "Hires of six months or more whose start the CRM's history covers and who were rated in the competency. "
    f"{ONE_FIT}"
)
LEAVERS = "Who left counts, with nothing sold in the months after."
ENOUGH = f"{SMALLEST_COMPANY} hires in the company and {SMALLEST_ROLE} rated ones in the role; below, no evidence yet."
NO_CAUSE = "A pattern among people who were hired, no cause, and silent about those who were not."


def _agreed(
    name: str, label: str, unit: str, definition: str, caveat: str, smallest_n: str = "None."
) -> Metric:
    return Metric(
        name=name,
        group=GROUP,
        label=label,
        unit=unit,
        definition=definition,
        clock_start=IN_FORCE,
        clock_end=DATA,
        days=Days.NONE,
        population=AS_AGREED,
        maturity="In force on the day of the data; a version that lies ahead is not counted.",
        censoring="Earlier versions are kept as history.",
        smallest_n=smallest_n,
        caveat=caveat,
        source=PROFILES,
    )


def _shown(
    name: str,
    label: str,
    unit: str,
    definition: str,
    caveat: str = NO_CAUSE,
    *,
    population: str = JUDGED,
    smallest_n: str = ENOUGH,
    source: str = RATINGS,
) -> Metric:
    return Metric(
        name=name,
        group=GROUP,
        label=label,
        unit=unit,
        definition=definition,
        clock_start=HIRE_DATE,
        clock_end="24 months later, or the day of the data if earlier.",
        days=Days.MONTHS,
        population=population,
        maturity="Six months since the hire have passed.",
        censoring=LEAVERS,
        smallest_n=smallest_n,
        caveat=caveat,
        source=source,
    )


PROFILING = (
    _agreed(
        "agreed_weight",
        "Agreed weight",
        "Share of the profile's weight, 0 to 100 %",
        "A competency's weight in the profile divided by the sum of the weights above zero.",
        "What people agreed on, not what was found to matter.",
    ),
    _shown(
        "competency_slope",
        "Against the others",
        "High performers in 100 hires, as the top fifth of a role, for one step of the true scores",
        "How much more one step in a competency goes with results than one step in the competencies on average, "
        "compared within role, region, year of start and first manager. A step is one standard deviation of what "
        "interviewers agree on about a candidate; what they disagree on is taken out first. All roles are told "
        "together, unless what goes with results differs by role as much as luck alone does in "
        f"{percent(ROLES_DIFFER_BELOW)} of companies.",
        f"{NO_CAUSE} The panel's scores are freed of what is known of lenient interviewers. A competency in which less "
        f"than {percent(LEAST_RELIABILITY)} of the panels' spread is about the candidate is not told from the others.",
    ),
    _shown(
        "ratings_as_a_whole",
        "Ratings as a whole",
        "High performers in 100 hires, as the top fifth of a role, for one step of the mean ratings",
        "How much further on hires ended up whose mean rating over all competencies was one standard deviation higher, "
        "compared within role, region, year of start and first manager, in all roles together.",
        f"{NO_CAUSE} The panel's scores are freed of what is known of lenient interviewers.",
        smallest_n=f"{SMALLEST_COMPANY} hires in the company.",
    ),
    _shown(
        "over_weighted",
        "Over-weighted",
        "Competencies of a role",
        f"Competencies among the {HEAVIEST} heaviest of a profile whose chance to go with results more than the role's "
        f"middle competency is below {percent(HARDLY_ABOVE)}.",
        "A reason to talk before the next opening, no verdict on the competency.",
    ),
    _shown(
        "missing_competency",
        "Under-weighted",
        "Competencies of a role",
        "Competencies in the bottom third of a profile by weight, or rated and not in it, whose chance to go with "
        f"results more than the role's middle competency is above {percent(SURELY_ABOVE)}.",
        "A reason to talk before the next opening, no verdict on the competency.",
    ),
    _agreed(
        "evenness",
        "Evenness",
        "Share, 0 to 100 %; 100 % = all weigh the same",
        "How many equally heavy competencies would be as varied as the profile's weights, divided by the number of its "
        f"competencies. Above {percent(EVEN_FROM)} nothing in the profile stands out.",
        "A description of what was written down, no test.",
        f"Below {FEWEST_COMPETENCIES} competencies nothing is said.",
    ),
    _agreed(
        "alikeness",
        "Alike",
        "Cosine, −1 to 1; 1 = the same priorities",
        "How closely the weights of two profiles rise and fall together, each profile's mean taken away first.",
        "A description of what was written down, no test.",
        "Two profiles.",
    ),
    _agreed(
        "kinds_of_profile",
        "Kinds of profile",
        "Profiles, from 1 to the number of roles",
        "The effective number of different profiles: as many as would be as varied if they had nothing in common.",
        "Below half the number of roles, one description may be serving for several jobs.",
        "Two profiles.",
    ),
    _shown(
        "background_fact",
        "Background facts",
        "Standard deviations of the outcome",
        "How much further on hires ended up who had more years in sales, or came from an industry, compared within "
        "role, region, year of start and first manager. The list of facts was fixed beforehand.",
        "Years in a job go with age: never a reason to turn anybody away.",
        population="Hires of six months or more whose start the CRM's history covers and whose fact is known. "
        f"{ONE_FIT}",
        smallest_n=f"{SMALLEST_ROLE} hires in the role, and {SMALLEST_FACT} of them in the group.",
        source=BACKGROUNDS,
    ),
    _shown(
        "resembling",
        "Resemble other role",
        "Hires",
        f"Hires whose ratings stand at least {NOTICED} standard deviations higher among the hires of another role than "
        f"among those of their own, with a chance of {percent(SAID_FROM)} or more.",
        "Nobody's results in another role were seen: a pattern of ratings, no placement, and silence does not mean no.",
        smallest_n=f"{SMALLEST_RESEMBLING} hires in each of the two roles.",
    ),
)

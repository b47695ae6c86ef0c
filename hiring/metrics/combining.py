"""Cards of what is said of interviewers, pairs and panels: how they are compared, and what luck alone would show."""

from __future__ import annotations

from hiring.metrics.metric import Days, Metric
from hiring.statistics.ratings.thresholds import HOURS_AROUND, HOURS_HELD

GROUP = "Who interviewed"
# As in `evidence.gates` and `evidence.claims`, which are too heavy to load for words; a test holds them together.
FEWEST_TO_RANK, FEWEST_FOR_COMBINATIONS = 120, 300
FEWEST_SEEN, FEWEST_TOGETHER = 8, 5
ONE_FIT = "All of the company: filters choose which rows are shown, and change no number."
COUNTED = (
    f"Hires of six months or more whose start the CRM's history covers and whose panel is recorded. {ONE_FIT}"
)
LEAVERS = "Who left counts, with nothing sold in the months after."
NO_CAUSE = "A pattern among people who were hired; nobody drew lots for who interviews whom."
SD = "Standard deviations of the outcome within a role"


def _of_panels(
    name: str, label: str, definition: str, smallest_n: str, caveat: str, source: str, unit: str = SD
) -> Metric:
    return Metric(
        name=name,
        group=GROUP,
        label=label,
        unit=unit,
        definition=definition,
        clock_start="The start in Sales: the hire date, or the day of the move into Sales.",
        clock_end="Two years later, or the day of the data if earlier.",
        days=Days.MONTHS,
        population=COUNTED,
        maturity="Six months since the hire have passed.",
        censoring=LEAVERS,
        smallest_n=smallest_n,
        caveat=caveat,
        source=source,
    )


def _of_first_year(name: str, label: str, definition: str, source: str) -> Metric:
    """A card of what a hire's panel was, told of hires whose first year is known."""
    return Metric(
        name=name,
        group=GROUP,
        label=label,
        unit="Share of hires, in 100",
        definition=definition,
        clock_start="The start in Sales: the hire date, or the day of the move into Sales.",
        clock_end="Twelve months later.",
        days=Days.MONTHS,
        population="Hires with a full first year whose start the CRM's history covers. Filters choose hires.",
        maturity="Twelve months since the start have passed.",
        censoring="Who left counts as zero.",
        smallest_n="Five hires.",
        caveat=f"Described, and not labelled: nobody drew lots for who gets which panel. {NO_CAUSE}",
        source=source,
    )


COMBINING = (
    _of_panels(
        "seen_by_one",
        "Hires seen by one",
        "How much more than comparable hires (same role, start year and office) those attained whom an interviewer "
        "saw, the others of the panel, the source and (where known) the first manager taken into account, drawn "
        "towards the average by how little is known.",
        f"Nobody is compared below {FEWEST_TO_RANK} hires; an interviewer is shown from {FEWEST_SEEN} of them.",
        f"Whose hires nearly all came to one manager cannot be told apart from that manager, and is never Clear. "
        f"{NO_CAUSE}",
        "hiring/statistics/evidence/claims.py",
    ),
    _of_panels(
        "seen_by_two",
        "Hires seen by two",
        "The same for the hires two interviewers saw together: what each of the two shows, and what the pair adds.",
        f"Nobody is compared below {FEWEST_TO_RANK} hires; a pair is shown from {FEWEST_TOGETHER} of them.",
        f"A pair may be good together only as each of the two is. {NO_CAUSE}",
        "hiring/statistics/evidence/claims.py",
    ),
    _of_panels(
        "what_a_pair_adds",
        "What a pair adds",
        "What the hires two interviewers saw together show beyond what each of them shows with others.",
        f"Nothing is said below {FEWEST_FOR_COMBINATIONS} hires, or where luck has a score as large in more than one "
        "company of twenty.",
        f"It is learned slowly, as it rests on the pair's own hires alone. {NO_CAUSE}",
        "hiring/statistics/evidence/claims.py",
    ),
    _of_panels(
        "best_by_luck",
        "Best by luck alone",
        "The mean of the luckiest interviewer or pair when outcomes are shuffled among hires of the same role, start "
        "year and region, over 1,000 shuffles; what hires of one manager have in common is taken off before.",
        f"Interviewers of {FEWEST_SEEN} hires and pairs of {FEWEST_TOGETHER} are shuffled.",
        "It sees luck, not unequal territories; those have a check of their own.",
        "hiring/statistics/evidence/luck.py",
    ),
    _of_panels(
        "seats_missing",
        "Seats missing",
        "The share of interviewers' seats that seem to be missing from panels of which at least one is recorded, and "
        "how many times as wide ranges of interviewers and pairs are drawn for it: complete panels of a role and year "
        "are taken to differ by two seats at most (half of the smallest, where that is more), and the likeliest share "
        "is told.",
        f"Told from {FEWEST_TO_RANK} hires on, where more than one hire in fifty has a panel outside such sizes and at "
        "least one seat in twenty seems to be missing.",
        "Where all panels are equally short, or one stage is never recorded, nothing of it shows. Panels that truly "
        "differ by more look as if seats were missing.",
        "hiring/statistics/evidence/incomplete.py",
        "Percent, and times as wide",
    ),
    _of_panels(
        "panels_compared",
        "Panels compared",
        "The difference between hires of two kinds of panel (departments, size, a seller in the last stage) of the "
        "same role, start year and office, with who sat in them taken into account.",
        "Ten hires on each side.",
        f"Larger panels may go with senior roles. {NO_CAUSE}",
        "hiring/statistics/evidence/contrasts.py",
    ),
    _of_first_year(
        "seller_in_last_stage",
        "Seller in last stage",
        "Whether somebody of Sales held an interview of the hire's last stage (final). A hire with nobody recorded in "
        "it is in neither group.",
        "hiring/statistics/evidence/contrasts.py",
    ),
    _of_first_year(
        "against_the_vote",
        "Vote below yes",
        "Hires whose interviewers' recommendations before the start are below yes on the mean (1 strong no to 4 strong "
        "yes). With more no than yes a vote always is; it takes two recommendations.",
        "queries/marts/panel_votes.sql",
    ),
    Metric(
        name="panel_hours",
        group=GROUP,
        label="Hours in last stages",
        unit="Hours",
        definition=(
            "Hours of people of Sales in interviews of the last stage, beside all their interviews, at "
            f"{HOURS_HELD:g} hour each and {HOURS_AROUND:g} for preparing and writing; for each hire made, all of them."
        ),
        clock_start="The day of applying.",
        clock_end="The day of the data.",
        days=Days.NONE,
        population="Interviews held on applications received in the period of the filters, hired or not.",
        maturity="None.",
        censoring="Interviews scheduled for later are not counted; applications still open are.",
        smallest_n="None: it is a count.",
        caveat="The hours each are an assumption: no export gives an interview's length.",
        source="queries/questions/panels/interviews_by_stage.sql",
    ),
)

"""Cards of what was counted in a hundred hires, what was to be expected, and what is left after luck."""

from __future__ import annotations

from hiring.metrics.combining import FEWEST_SEEN, LEAVERS, NO_CAUSE, ONE_FIT
from hiring.metrics.metric import Days, Metric

GROUP = "In a hundred hires"
#: The month at whose end a hire is judged here, whatever window is chosen.
MONTH = 12


def _in_hundred(name: str, label: str, words: tuple[str, str, str], population: str, source: str) -> Metric:
    """A card of one of the three; `words` are definition, smallest n and caveat."""
    definition, smallest_n, caveat = words
    return Metric(
        name=name,
        group=GROUP,
        label=label,
        unit="Of 100 hires of the row",
        definition=definition,
        clock_start="The start in Sales: the hire date, or the day of the move into Sales.",
        clock_end=f"The end of month {MONTH} after it.",
        days=Days.MONTHS,
        population=population,
        maturity=f"Month {MONTH} is over on the day of the data.",
        censoring=LEAVERS,
        smallest_n=smallest_n,
        caveat=caveat,
        source=source,
    )


FIRST_YEAR = (
    "Hires of the row with a full first year whose start the CRM's history covers; filters choose among them."
)

EXPECTING = (
    _in_hundred(
        "expected_in_hundred",
        "Expected in 100",
        (
            "What hires of the same role, region and start year would give. The chance of each hire is told by hires "
            "outside the row, by a regression that draws small groups towards the company as a whole; what the row "
            "itself stands for is left out of it. The row shows the mean chance of its hires.",
            "None: it is worked out for every hire; a row is shown as its page says.",
            "Territory and manager are not in it. Of whole roles high performers are a fixed share: they are compared "
            "by the bar instead; within a filter by high performers.",
        ),
        FIRST_YEAR,
        "hiring/statistics/high_performers/expected.py",
    ),
    _in_hundred(
        "after_luck",
        "After luck, in 100",
        (
            "What the company's one fit leaves of an interviewer, a pair or a source, applied to the row's own hires: "
            "each starts from what was expected of it and is moved by what the fit says of the row.",
            f"An interviewer or source from {FEWEST_SEEN} hires on, a pair from five; of too few seen, nothing.",
            "Its label is that of the fit, which ranks how much hires sold; of bars met and of staying it says "
            f"nothing. {NO_CAUSE}",
        ),
        f"{FIRST_YEAR} {ONE_FIT}",
        "hiring/statistics/high_performers/levelled.py",
    ),
    _in_hundred(
        "rated_when_hired",
        "Rated when hired",
        (
            "The mean rating in a competency, before the offer, of hires who had the outcome less that of the others, "
            "in points of five; several ratings of one hire count as their mean. The range is that of two means.",
            "Five hires of each kind.",
            "Counted and not levelled: who rated whom stays in it. Role profiles says what the ratings carry.",
        ),
        "Hires with a full first year and a rating in the competency, of one role.",
        "queries/questions/high_performers/ratings_by_hire.sql",
    ),
)

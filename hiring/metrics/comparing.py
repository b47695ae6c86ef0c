"""Cards of how hires are compared: the outcome, sources, plain averages, and what more hires would show."""

from __future__ import annotations

from hiring.metrics.combining import COUNTED, FEWEST_SEEN, FEWEST_TO_RANK, LEAVERS, NO_CAUSE, ONE_FIT, SD
from hiring.metrics.metric import Days, Metric

GROUP = "How hires are compared"
# As in `evidence.needed`, which is too heavy to load for words; a test holds the two together.
WORTH_ACTING_ON = 0.3
METHODS = "The page Methods says how it is made, and how often it was right where the truth was known."
ENOUGH = f"Nobody is compared below {FEWEST_TO_RANK} hires; a source is shown from {FEWEST_SEEN} of them."


def _of_comparisons(
    name: str, label: str, unit: str, words: tuple[str, str, str], population: str, source: str
) -> Metric:
    """A card of the outcome or of what is made of it; `words` are definition, smallest n and caveat."""
    definition, smallest_n, caveat = words
    return Metric(
        name=name,
        group=GROUP,
        label=label,
        unit=unit,
        definition=definition,
        clock_start="The start in Sales: the hire date, or the day of the move into Sales.",
        clock_end="Two years later, or the day of the data if earlier.",
        days=Days.MONTHS,
        population=population,
        maturity="Six months since the hire have passed.",
        censoring=LEAVERS,
        smallest_n=smallest_n,
        caveat=caveat,
        source=source,
    )


EVERY_HIRE = f"Hires of six months or more whose start the CRM's history covers. {ONE_FIT}"
WITH_SOURCE = "Of these hires those with a recorded source; the others count in everything else."

COMPARING = (
    _of_comparisons(
        "outcome_compared",
        "Outcome compared",
        SD,
        (
            "What a hire sold against what hires of the role sell in as many months, over their quota against the "
            "role's usual one; of that the place among the role's hires.",
            "None: it is worked out for every hire.",
            f"A place says who stands higher, and not by how much money. {METHODS}",
        ),
        EVERY_HIRE,
        "hiring/statistics/outcomes.py",
    ),
    _of_comparisons(
        "plain_average",
        "Plain average",
        SD,
        (
            "The mean outcome of an interviewer's, a pair's or a source's hires: nothing levelled, nothing pulled.",
            ENOUGH,
            "The highest of many plain averages is mostly luck: read it beside the estimate, never alone.",
        ),
        COUNTED,
        "hiring/statistics/evidence/claims.py",
    ),
    _of_comparisons(
        "hires_of_a_source",
        "Hires of a source",
        SD,
        (
            "How much more than comparable hires (same role, start year and office) those of a source attained, who "
            "interviewed them and (where known) their first manager taken into account, pulled towards the average by "
            "how little is known.",
            ENOUGH,
            f"{NO_CAUSE} {METHODS}",
        ),
        WITH_SOURCE,
        "hiring/statistics/evidence/claims.py",
    ),
    _of_comparisons(
        "more_hires",
        "More hires needed",
        "Hires",
        (
            f"How many more hires until four in five differences of {WORTH_ACTING_ON:g} SD would be Clear, if who "
            "sits with whom stays as it is and everybody sees more hires at the company's pace.",
            "Out of reach where that takes more than five years.",
            "It is read off this company's own panels: people who sit with others in turn are told apart sooner.",
        ),
        EVERY_HIRE,
        "hiring/statistics/evidence/needed.py",
    ),
)

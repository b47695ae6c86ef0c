"""What both sides should talk about: the promises kept least, what waits too long, and where they rate most apart."""

from __future__ import annotations

from collections.abc import Collection

from hiring import words
from hiring.findings.agreement import waiting
from hiring.findings.agreement.answer import Agreement
from hiring.findings.exhibit import Exhibit
from hiring.findings.overview.questions import kept_least
from hiring.statistics.verdicts import UNTOLD, Label

Lines = tuple[tuple[str, str], ...]

MOST_GAPS = 2
NOTHING = (
    "Nothing stands out: no promise is overdue and no competency is rated apart by more than luck makes it."
)


def agenda(agreed: Agreement | None, shown: Collection[Exhibit]) -> Lines:
    """Each with what it is about: promises before ratings, as a promise can be kept from tomorrow on."""
    told: list[tuple[str, str]] = []
    if agreed is not None:
        told += [("Promises", one.said) for one in kept_least(agreed.rows)]
        late = waiting.overdue_lead(agreed.rows, agreed.cases)
        told += [("Overdue", f"{late}.")] if late != waiting.NOTHING_LATE else []
        said, counts = agreed.withdrew
        told += [("Withdrawals", f"{said}. {counts}")] if said else []
    for gaps in (one for one in shown if one.key == "alignment_gaps"):
        told += _apart(gaps)
    return tuple(told) or (("", NOTHING),)


def _apart(gaps: Exhibit) -> list[tuple[str, str]]:
    """The competencies rated furthest apart, of those apart by more than luck makes them."""
    rows = gaps.marks.rows
    sure = rows[~rows["verdict"].isin({*UNTOLD, Label.CANNOT_TELL})]
    furthest = sure.reindex(sure["estimate"].abs().sort_values(ascending=False, kind="stable").index)
    return [
        (
            "Ratings",
            f"{row['name']}: {'HR' if row['estimate'] > 0 else 'Sales'} rates the same candidates "
            f"{words.number(abs(row['estimate']), 2)} points higher ({words.counted(row['n'], 'candidate')}): what "
            "does each side mean by it?",
        )
        for row in furthest.head(MOST_GAPS).to_dict("records")
    ]

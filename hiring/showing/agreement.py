"""What the page "Agreement" draws: both sides' promises beside each other, over time, and what waits now."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from hiring import metrics
from hiring.findings.agreement import answer
from hiring.findings.agreement.answer import Agreement
from hiring.findings.exhibit import Exhibit
from hiring.showing import folds, page

MOST_WAITS = 10
NONE_WAITS = "Nothing that was promised waits past its last day."


def drawn(found: Agreement, waiting: pd.DataFrame | None) -> None:
    """Everything below the lead; `waiting` is kept from who may not see names."""
    page.tiles([page.Tile(one.label, one.value, one.note, metrics.short(one.card)) for one in found.numbers])
    page.small(answer.NO_MATCH)
    _sides(found.sides)
    page.table(found.table, title="Every promise in figures")
    _sides(found.trends)
    page.finding("What lateness went with")
    page.says("{said}", said=found.withdrew or "Too few promises are decided to set withdrawals beside them.")
    if waiting is not None:
        page.finding("What is overdue now")
        if waiting.empty:
            page.says("{none}", none=NONE_WAITS)
        else:
            page.table(waiting.head(MOST_WAITS), title="What is overdue")
            page.small(answer.of_waits(waiting, MOST_WAITS))
    folds.remarks((answer.READING,))


def _sides(shown: Sequence[Exhibit]) -> None:
    for place, one in zip(page.two_columns("two sides"), shown, strict=True):
        with place:
            page.exhibit(one)

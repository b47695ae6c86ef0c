"""What the page "Alignment" draws: the gaps, who prevailed, whose view held up, and the cases behind."""

from __future__ import annotations

import pandas as pd

from hiring import metrics
from hiring.findings.alignment import answer
from hiring.findings.alignment.answer import Alignment
from hiring.showing import folds, page


def drawn(found: Alignment, meetings: str, cases: pd.DataFrame | None) -> None:
    """Everything below the lead; `cases` are kept from who may not see names."""
    page.tiles([page.Tile(one.label, one.value, one.note, metrics.short(one.card)) for one in found.numbers])
    left, right = page.two_columns("two sides")
    with left:
        if found.gaps is not None:
            page.exhibit(found.gaps)
    with right:
        if found.quarters is not None:
            page.exhibit(found.quarters)
        page.says("{meetings}", meetings=meetings)
    page.finding("When the two recommend otherwise, who prevails, and what became of the hires")
    page.table(found.ways)
    page.finding("Whose view held up, and for what", "HR and Sales: points higher, with their likely range")
    page.table(found.held_up)
    if cases is not None and len(cases):
        page.finding(
            "Whom the two rate most apart", "Mean score of each side over the competencies both scored"
        )
        page.table(cases, title="The widest gaps")
    page.way_to("craft", "How each side rates")
    page.way_to("agreement", "What the two promised each other")
    folds.remarks((answer.DESCRIBED, answer.HELD_UP))

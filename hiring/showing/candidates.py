"""What the page "Candidates" draws: the score by group and by wait, reasons for leaving, where strong ones leave."""

from __future__ import annotations

from collections.abc import Sequence

from hiring.findings.candidates import answer
from hiring.findings.candidates.answer import Candidates
from hiring.findings.candidates.leaving import Told
from hiring.findings.exhibit import Exhibit
from hiring.showing import folds, missing, page


def drawn(found: Candidates, has_surveys: bool) -> None:
    """Everything below the lead."""
    if not has_surveys:
        missing.state(*answer.NO_SURVEYS)
    page.tiles([page.Tile(one.title(), one.value, one.note, one.definition()) for one in found.numbers])
    for row in found.sections:
        _side_by_side(row)
    _told(found.strong)
    for place, one in zip(page.sides(len(found.reasons)), found.reasons, strict=True):
        with place:
            _told(one)
    page.way_to("sources", "How many go on at each stage")
    folds.remarks(answer.READING)


def _side_by_side(row: Sequence[Exhibit]) -> None:
    shown = [one for one in row if one.is_drawn]
    for place, one in zip(page.panels(len(shown)) if shown else (), shown, strict=True):
        with place:
            page.exhibit(one)


def _told(told: Told) -> None:
    page.finding(told.lead, told.standfirst)
    if told.says:
        page.says("{says}", says=told.says)
    page.table(told.table)

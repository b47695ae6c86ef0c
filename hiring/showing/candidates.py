"""What the page "Candidates" draws: the score by group and by wait, reasons for leaving, where strong ones leave."""

from __future__ import annotations

from collections.abc import Sequence

from hiring.findings.candidates import answer
from hiring.findings.candidates.answer import Candidates
from hiring.findings.candidates.leaving import Told
from hiring.findings.exhibit import Exhibit
from hiring.showing import folds, missing, next_step, page


def drawn(found: Candidates, has_surveys: bool) -> None:
    """Everything below the lead."""
    if not has_surveys:
        missing.state(*answer.NO_SURVEYS)
    page.tiles([page.Tile(one.title(), one.value, one.note, one.definition()) for one in found.numbers])
    for place, told in zip(page.sides(len(found.reasons)), found.reasons, strict=True):
        with place:
            _told(told)
    _side_by_side(found.sections)
    if found.alike:
        with folds.worked_out(answer.alike_by(found.alike)):
            _side_by_side(found.alike)
    if found.strong.is_folded:
        with folds.worked_out(found.strong.lead):
            _told(found.strong)
    else:
        _told(found.strong)
    next_step.drawn(found.next_step, "agreement", "What the two promised each other")
    page.way_to("sources", "How many go on at each stage")
    folds.remarks(answer.READING)


def _side_by_side(shown: Sequence[Exhibit]) -> None:
    for start in range(0, len(shown), 2):
        pair = shown[start : start + 2]
        for place, one in zip(page.sides(len(pair), "chart and note"), pair, strict=True):
            with place:
                page.exhibit(one)


def _told(told: Told) -> None:
    page.finding(told.lead, told.standfirst)
    if told.says:
        page.says("{says}", says=told.says)
    page.table(told.table)

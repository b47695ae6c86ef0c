"""What the page "Alignment" draws: the gaps, over time, votes apart, what each rated higher, colleagues, cases."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring import metrics
from hiring.findings.alignment import answer, colleagues, pulse, ways
from hiring.findings.alignment.answer import Alignment
from hiring.findings.alignment.colleagues import Section
from hiring.findings.alignment.quarters import Quarters
from hiring.showing import folds, next_step, page


@dataclass(frozen=True)
class Beside:
    """What stands beside the gaps; `cases` is None for who may see no names."""

    quarters: Quarters
    managers: Section
    met: Section
    cases: pd.DataFrame | None
    pulse: pd.DataFrame


def drawn(found: Alignment, beside: Beside) -> None:
    """Everything below the lead."""
    page.tiles([page.Tile(one.title(), one.value, one.note, one.definition()) for one in found.numbers])
    left, right = page.two_columns("two sides")
    with left:
        if found.gaps is not None:
            page.exhibit(found.gaps)
    with right:
        page.finding(ways.TITLE, ways.OF_WHOM)
        page.table(found.ways)
        with folds.worked_out("By role, and seen in the same round or not: counts, no verdict"):
            for one in found.groups:
                page.exhibit(one)
    _over_time(beside.quarters)
    _pulse(beside.pulse)
    page.finding(
        "What each side had rated higher",
        f"{answer.HELD_UP} {answer.NOT_TESTED}",
    )
    page.table(found.held_up)
    with folds.worked_out(
        "Sellers beside their own managers, pairs who have met beside others: counts, no verdict"
    ):
        _section(beside.managers)
        _section(beside.met)
    if beside.cases is not None and len(beside.cases):
        page.finding(
            "Whom the two rate most apart",
            "; ".join(filter(None, (answer.APART, answer.as_far_apart(found.people, beside.cases)))),
        )
        page.table(beside.cases, title="The widest gaps")
    next_step.drawn(found.next_step)
    page.way_to("craft", "How each side rates")
    page.way_to("agreement", "What the two promised each other")
    folds.remarks((ways.DESCRIBED, colleagues.MET, colleagues.NOT_ALONE), found.measured)


def _over_time(told: Quarters) -> None:
    page.exhibit(told.exhibit)
    page.small(" ".join(filter(None, (told.events and f"{told.events}.", told.meetings))))


def _pulse(told: pd.DataFrame) -> None:
    """What each side answers about the other, both alike; nothing where no quarter of either has enough answers."""
    if told.empty:
        return
    page.finding(pulse.title(told), pulse.STANDFIRST)
    for column, side in zip(page.two_columns("two sides"), pulse.SIDES, strict=True):
        with column:
            page.label(side)
            page.table(pulse.table(told, side))
    with folds.worked_out(pulse.BY_HALF_YEAR):
        for column, side in zip(page.two_columns("two sides"), pulse.SIDES, strict=True):
            with column:
                page.label(side)
                page.table(pulse.by_half_year(told, side))
        page.small(f"{pulse.TEN} {metrics.card('pulse_favourable').caveat}")


def _section(section: Section) -> None:
    page.label(section.lead)
    page.small(section.says)
    page.table(section.people)
    page.small(section.rest)

"""What the page "Intake" draws: what changed and what came of it, the agreed profile, the briefs of what is open."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring import metrics
from hiring.findings.exhibit import Exhibit
from hiring.findings.intake import answer, briefs, profile
from hiring.showing import evidence, folds, missing, next_step, page

MOST_BRIEFS, MOST_CHANGES, EVERY = 6, 500, "Every reason"


@dataclass(frozen=True)
class Parts:
    """What stands below the tiles; None where it is not known yet, or kept from who may not see names."""

    hires: pd.DataFrame | None
    room: Exhibit | None
    turned_down: pd.DataFrame
    briefs: pd.DataFrame
    within: pd.DataFrame
    changes: pd.DataFrame | None
    outcome_window: int
    are_changes_known: bool


def drawn(found: answer.Intake, parts: Parts) -> None:
    """Everything below the lead."""
    page.tiles([page.Tile(one.title(), one.value, one.note, one.definition()) for one in found.numbers])
    if parts.are_changes_known:
        _changes(found, parts)
    else:
        missing.state(*answer.CHANGES_LACK)
    _turned_down(parts.turned_down)
    _room(parts.room)
    _briefs(parts.briefs)
    if parts.within["n"].iloc[-1]:
        with folds.worked_out(profile.WITHIN):
            page.small(profile.within_what(parts.outcome_window))
            page.table(profile.within(parts.within))
            page.way_to("leadership", "More on who moved")
    next_step.drawn(found.next_step)
    page.way_to("agreement", "What the two promised each other")
    page.way_to("role-profiles", "The profiles, and the brief of each role to take along")
    folds.remarks(
        (answer.READING, *(metrics.card(name).caveat for name in ("reasons_agreed", "moved_within")))
    )


def _changes(found: answer.Intake, parts: Parts) -> None:
    left, right = page.two_columns("two sides")
    with left:
        page.exhibit(found.fill)
    with right:
        page.finding("Who wanted the changes, and what changed", answer.MIDDLE)
        page.table(found.sides)
        page.table(found.whats)
    if parts.hires is None:
        evidence.waiting()
    else:
        with folds.worked_out(answer.hires_lead(parts.hires)):
            page.small(answer.HIRES)
            page.table(answer.hires(parts.hires))
    if parts.changes is not None:
        page.table(parts.changes.head(MOST_CHANGES), title="The changes one by one, the latest first")


def _room(shown: Exhibit | None) -> None:
    if shown is None:
        missing.state(*profile.ROOM_LACKS)
    elif shown.is_drawn:
        with folds.worked_out(shown.lead):
            page.exhibit(shown)


def _turned_down(rows: pd.DataFrame) -> None:
    lead, told = profile.rejections(rows)
    page.finding(lead, profile.reasons_of(rows) if len(told) else profile.REASONS)
    if told.empty:
        return page.state_empty(profile.REASONS_LACK, remedy=profile.REASONS_REMEDY)
    page.table(told)
    return folds.table(profile.reasons(rows), EVERY)


def _briefs(rows: pd.DataFrame) -> None:
    page.finding("The brief of each opening that is open now", briefs.EXPLAINED)
    if rows.empty:
        page.says("{nothing}", nothing=briefs.NOTHING_OPEN)
    page.table(rows.head(MOST_BRIEFS))
    if len(rows) > MOST_BRIEFS:
        with folds.worked_out(f"{len(rows) - MOST_BRIEFS} more"):
            page.table(rows.iloc[MOST_BRIEFS:], title="All of them")

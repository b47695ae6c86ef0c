"""What the page "Intake" draws: what changed and what came of it, the agreed profile, and the briefs of what is open."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring import metrics
from hiring.findings.exhibit import Exhibit
from hiring.findings.intake import answer, briefs, profile
from hiring.showing import evidence, folds, missing, page

MOST_BRIEFS, MOST_CHANGES = 6, 200


@dataclass(frozen=True)
class Parts:
    """What stands below the lead; None where it is not known, or kept from who may not see names."""

    hires: pd.DataFrame | None
    room: Exhibit | None
    rejections: pd.DataFrame
    reasons: pd.DataFrame
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
    left, right = page.two_columns("two sides")
    with left:
        if parts.room is None:
            missing.state(*profile.ROOM_LACKS)
        else:
            page.exhibit(parts.room)
    with right:
        _rejections(parts)
    _briefs(parts.briefs)
    if len(parts.within):
        page.finding("From outside, or from within the company", profile.within_what(parts.outcome_window))
        page.table(parts.within)
    page.way_to("agreement", "What the two promised each other")
    page.way_to("role-profiles", "The profiles, and the brief of each role to take along")
    folds.remarks(
        (answer.READING, metrics.card("reasons_agreed").caveat, metrics.card("moved_within").caveat)
    )


def _changes(found: answer.Intake, parts: Parts) -> None:
    left, right = page.two_columns("two sides")
    with left:
        page.exhibit(found.fill)
    with right:
        page.finding("Who wanted the changes, and what changed")
        page.table(found.sides)
        page.table(found.whats)
    page.finding("What became of the hires", answer.HIRES)
    if parts.hires is None:
        evidence.waiting()
    else:
        page.table(parts.hires)
    if parts.changes is not None and len(parts.changes):
        page.table(parts.changes.head(MOST_CHANGES), title="The changes one by one")


def _rejections(parts: Parts) -> None:
    page.finding("Turned down for what the profile asks for, or for something else", profile.REASONS)
    if parts.rejections.empty:
        page.state_empty(*profile.REASONS_LACK)
        return
    page.table(parts.rejections)
    with folds.worked_out("Every reason"):
        page.table(parts.reasons)


def _briefs(rows: pd.DataFrame) -> None:
    page.finding("The brief of each opening that is open")
    if rows.empty:
        page.says("{nothing}", nothing=briefs.NOTHING_OPEN)
        return
    page.table(rows.head(MOST_BRIEFS))
    if len(rows) > MOST_BRIEFS:
        with folds.worked_out(f"{len(rows) - MOST_BRIEFS} more, open for less long"):
            page.table(rows.iloc[MOST_BRIEFS:], title="All of them")

"""What the page "Leadership and placement" draws: who came to lead and how soon, who may be asked where, who moved."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring import metrics
from hiring.access.scope import Scope
from hiring.findings.high_performers import people as with_panels
from hiring.findings.leadership import answer, few, groups, placement
from hiring.serving import kept, session
from hiring.showing import folds, hires, missing, next_step, page, people_links

#: Where those stand that luck alone may set apart, and what was expected of each group.
NO_DIFFERENCE, EVERY = "No clear difference between groups, nor by a strong yes", "Every group in figures"
#: Rows of a list on the page at once, and pixels of its columns.
ROWS = 6
WIDTHS = {
    "Name": 150,
    "Leads since": 100,
    "Interviewed by": 380,
    "In Sales since": 110,
    "Role": 130,
    "Region": 150,
}


@dataclass(frozen=True)
class Parts:
    """What the page is made of: `hires` of the filters, those of them `followed`, `everybody` chosen who sells today.

    `teams` are whole, whatever is chosen. `moves` is None where no job changes are on file; `named`, of everybody, for
    viewers who may not see names.
    """

    hires: pd.DataFrame
    followed: pd.DataFrame
    everybody: pd.DataFrame
    teams: pd.DataFrame
    moves: pd.DataFrame | None
    named: pd.DataFrame | None


def drawn(scope: Scope, whole: Scope, parts: Parts) -> None:
    """Everything below the lead."""
    is_told = bool(parts.hires["is_told"].any())
    first = answer.numbers(parts.followed) if is_told else ()
    made = (*first, *kept.found(placement.numbers, parts.everybody, parts.teams, parts.moves))
    page.tiles([page.Tile(one.title(), one.value, one.note, one.definition()) for one in made])
    step = _need(whole, parts)
    if is_told:
        _came(scope, parts)
    elif parts.moves is None:
        missing.state(*answer.NEEDED)
    else:
        page.state_empty(answer.NOT_TOLD[0], remedy=answer.NOT_TOLD[1])
    if parts.moves is not None:
        _moved(parts.moves, parts.named)
    next_step.drawn(step)
    page.way_to("intake", placement.BESIDE)
    folds.remarks(
        (groups.GROUPS_NOTE, answer.TRAITS_NOTE, placement.TEN, few.WHY, metrics.card("came_to_lead").caveat)
    )


def _came(scope: Scope, parts: Parts) -> None:
    left, right = page.two_columns("two sides")
    with left:
        page.exhibit(kept.found(answer.how_soon, parts.followed))
    with right:
        ratings = session.ask("high_performers/ratings_by_hire", scope)
        page.exhibit(kept.found(answer.traits, ratings, parts.followed), has_note=False)
    by_group = kept.found(groups.of_whom, parts.followed)
    said = kept.found(
        answer.recommended, session.ask("high_performers/recommendations_by_hire", scope), parts.followed
    )
    is_none = by_group.lead.startswith(groups.NONE)
    if not is_none:
        page.exhibit(by_group, has_note=False)
    is_luck = said.empty or bool(said[answer.APART].str.endswith(answer.MAY_BE_LUCK).all())
    if not is_luck:
        page.finding(answer.STRONG_YES)
        page.table(said)
    with folds.worked_out(NO_DIFFERENCE if is_none and is_luck else EVERY):
        if is_none:
            page.exhibit(by_group, has_note=False)
        table = kept.found(groups.groups_table, parts.followed)
        page.table(table, title="Every group with its range")
        page.small(few.WHY if table["Came to lead"].str.startswith(few.NOT_SHOWN).any() else "")
        if is_luck and len(said):
            page.says("**{asked}** No clear sign.", asked=answer.STRONG_YES)
            page.table(said)
    if parts.named is not None and parts.followed["came"].any():
        listed = kept.found(placement.leads, parts.followed, parts.named)
        seats = session.ask("high_performers/interviewers_by_hire", scope)
        shown = kept.found(with_panels.with_interviewers, listed, seats)
        with folds.worked_out(
            f"The {len(shown)} who came to lead, the latest first, and who interviewed them"
        ):
            hires.as_listed(scope, shown, "Who came to lead people", "leads", rows=ROWS, widths=WIDTHS)


def _need(whole: Scope, parts: Parts) -> str:
    """Where a lead is needed and who could be asked; what can be done next."""
    page.finding(placement.NEEDED, kept.found(placement.need_standfirst, parts.everybody, parts.teams))
    table = kept.found(placement.need, parts.everybody, parts.teams)
    page.table(table)
    page.small(few.WHY if (table == few.NOT_SHOWN).to_numpy().any() else "")
    listed = None if parts.named is None else kept.found(placement.asked, parts.everybody, parts.named)
    if listed is not None and len(listed):
        title = f"The {len(listed)} who could be asked, by the day they began in Sales"
        fold = f"The {len(listed)} by name, for those who must act: not for the meeting"
        shown = [name for name in listed if name not in (people_links.HIRED, people_links.EMPLOYEE)]
        rows = min(ROWS, len(listed))
        with folds.worked_out(fold):
            hires.as_listed(
                whole, listed, title, "may be asked", rows=rows, widths=WIDTHS, column_order=shown
            )
            page.small(placement.MAY_BE_ASKED)
    return placement.next_step(table)


def _moved(moves: pd.DataFrame, named: pd.DataFrame | None) -> None:
    page.finding(placement.moves_lead(moves), placement.MOVES)
    if named is not None and len(moves):
        with folds.worked_out("The moves one by one, the latest first"):
            people_links.listed(
                placement.moved(moves, named), "Name", alt="Moves", key="list moves", widths=WIDTHS
            )

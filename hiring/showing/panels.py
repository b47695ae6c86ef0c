"""What the page "Panels" draws: kinds of panel beside what was expected, offers, and how it is worked out."""

from __future__ import annotations

from collections.abc import Sequence

from hiring.access.scope import Scope
from hiring.findings.exhibit import Exhibit
from hiring.findings.high_performers.answer import Tile
from hiring.findings.high_performers.groups import Groups
from hiring.findings.panels import answer, composition, people
from hiring.findings.panels.composition import Panels
from hiring.serving import session
from hiring.showing import folds, hires, lists, page
from hiring.statistics.evidence.frames import Chosen, is_in
from hiring.statistics.high_performers.expected import HighPerformers


def tiles(numbers: Sequence[Tile]) -> None:
    """The page's numbers."""
    page.tiles([page.Tile(one.label, one.value, one.note, one.definition()) for one in numbers])


def kinds(found: Groups, made: Panels, of_vote: str) -> None:
    """Kinds of panel, beside how they were made up and what of them may be said."""
    if not found.exhibits:
        return
    chart, beside = page.two_columns()
    with chart:
        page.exhibit(found.exhibits[0], has_note=False)
        page.table(found.table, title="Every kind of panel in figures")
    with beside:
        page.finding("How panels were made up")
        page.says("{counted}", counted=made.counted)
        page.finding("Hires whose panel voted below yes")
        page.says("{vote}", vote=of_vote)
        page.finding("What may be said")
        page.says("{said}", said=" ".join([*answer.sayings(found), answer.NO_LOT]))


def offers(shown: Exhibit, told: str, hours: str) -> None:
    """Offers with and without a seller in the last stage, beside what the sellers' time was."""
    chart, beside = page.two_columns()
    with chart:
        page.exhibit(shown)
        if not shown.is_drawn:
            page.state_empty(f"{shown.lead}.", remedy=answer.OFFERS_NEED)
    with beside:
        page.finding("What the last stage cost Sales, and went with")
        if told:
            page.says("{told}", told=told)
        page.says("{hours}", hours=hours or answer.NO_HOURS)


def against_the_vote(scope: Scope, known: HighPerformers, chosen: Chosen) -> None:
    """Who was hired against their panel's vote, folded; nothing without names, nor where nobody was."""
    if not session.viewer().sees_names or known.hires.empty:
        return
    mine = known.hires[is_in(known.hires, chosen.hires)]
    listed = people.against_the_vote(session.ask("outcomes/hires_listed", scope), mine)
    if len(listed):
        title = people.list_title(len(listed))
        with folds.worked_out(title):
            hires.listed(scope, listed, title, "against the vote")


def worked_out(made: Panels) -> None:
    """The contrasts in SD with their labels, and how all of it is compared, folded away."""
    with folds.worked_out():
        for remark in (answer.READING, answer.NOTE, answer.VOTE, made.missing):
            if remark:
                page.says("{remark}", remark=remark)
        page.exhibit(made.exhibit)
        page.note("{assigned}", assigned=composition.ASSIGNED)
        lists.verdicts(made.sayings)

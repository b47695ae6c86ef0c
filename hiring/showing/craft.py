"""What the page "Interviewing craft" draws: the answer, four tiles, then one view at a time.

The view that is chosen gives the page its lead: the largest finding of each is not hidden behind another's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from hiring.access.scope import Scope
from hiring.config import SMALLEST_GROUP
from hiring.findings import links
from hiring.findings.craft.answer import KNOWN_LEAD, NOBODY_MET, NONE_KNOWN, TITLE, Craft, craft, named
from hiring.findings.craft.candour import Candour
from hiring.findings.craft.figures import Figure
from hiring.findings.craft.pull import NO_SIGN
from hiring.findings.craft.summed import craft_of_all
from hiring.serving import kept, session
from hiring.showing import folds, missing, next_step, page
from hiring.showing.choices import switch
from hiring.statistics.profiles.evidence import Slope

CANDOUR, SCALES, LOAD, FORETOLD = (
    "Independence and time",
    "Leniency and spread",
    "Load",
    "Ratings and later results",
)
#: What stands over a figure whose finding is the page's lead.
PLAIN = {
    "scorecards_on_time": "In time",
    "scorecards_independent": "Before a colleague's",
    "leniency": "Stricter or milder than colleagues",
    "validity_for_everybody": "All candidates beside hires",
}
#: The page that tells how HR and Sales rate the same candidates.
TOGETHER = ("alignment", "How HR and Sales rate the same candidates: Alignment")
PROFILES = ("role-profiles", "What each role's profile asks for: Role profiles")
#: The one place of the corrected estimate: it is of others than the page's hires.
OF_ALL_CANDIDATES = "An estimate for all candidates, hired or not"
WHY_HIGHER = (
    "It is higher than among hires: they were chosen by these very ratings, so they differ less in them than "
    "candidates do, and the link looks weaker among them than it is. The estimate undoes that, and nobody can check it."
)
COVERED, ONE_BY_ONE = "What scorecards rate of what is asked", "Scorecards person by person"
TOO_FEW = "Too few interviewers to tell anything of them without names"
#: The figures of a view, whose remarks are folded away below it.
Shown = tuple[Figure, ...]


@dataclass(frozen=True)
class Asked:
    """What the section is made of: five answers, names for those who may see them, and what ratings foretell."""

    scorecards: pd.DataFrame
    ratings: pd.DataFrame
    promises: pd.DataFrame
    holidays: pd.DataFrame
    profiles: pd.DataFrame
    people: pd.DataFrame | None
    foretold: Slope | None


def drawn(scope: Scope, asked: Asked, hires: pd.DataFrame, as_of: pd.Timestamp) -> None:
    """The whole page; without names what holds of interviewers as a whole."""
    rest = (
        asked.ratings,
        asked.promises,
        asked.holidays,
        hires,
        asked.profiles,
        as_of,
        asked.foretold,
        scope.choices.fiscal_year_starts_in,
    )
    if asked.people is None:
        summed = kept.found(craft_of_all, asked.scorecards, *rest)
        if summed.craft is None:
            page.lead(TITLE, TOO_FEW)
            page.state_too_few(summed.count, SMALLEST_GROUP, links.WIDEN, noun="interviewers")
            return
        _drawn(scope, summed.craft)
        return
    mine = kept.found(named, asked.scorecards, asked.people)
    _drawn(scope, kept.found(craft, mine, *rest))


def _drawn(scope: Scope, found: Craft) -> None:
    if not found.standfirst:
        known = session.ask("shared/links")
        cause = links.interviews(known)
        fact = NOBODY_MET if not cause else NONE_KNOWN
        page.lead(TITLE, links.answer(known, fact.rstrip(".")))
        page.state_empty(fact, remedy=cause or links.openings(known, scope) or links.WIDEN)
        return
    views = {CANDOUR: _candour, SCALES: _scales, LOAD: _load, FORETOLD: _foretold}
    head = st.container()
    chosen = switch("craft", tuple(views))
    with head:
        lead, due = _lead(found, chosen)
        page.lead(TITLE, lead, f"{due} {found.standfirst}".strip())
    page.tiles(
        [page.Tile(one.title(scope), one.value, one.note, one.definition(scope)) for one in found.numbers]
    )
    shown = views[chosen](found)
    if chosen == CANDOUR:
        next_step.drawn(found.candour.next_step, *PROFILES)
    page.way_to(*TOGETHER)
    notes = [figure.exhibit.note for figure in shown if figure.missing is None]
    folds.remarks([found.candour.note, *notes] if chosen == CANDOUR else notes)


def _lead(found: Craft, view: str) -> tuple[str, str]:
    """What the chosen view finds, and what was promised where that is what it is about."""
    if view == FORETOLD and found.company.missing is None:
        return found.results, ""
    leads = {SCALES: found.leniency, LOAD: found.load, FORETOLD: found.company}
    if view in leads:
        return leads[view].exhibit.lead, ""
    return KNOWN_LEAD if found.candour.missing else found.candour.lead, found.due


def _scales(found: Craft) -> Shown:
    shown = (found.leniency, found.spread)
    alike = [one for one in shown if one.missing is None and not one.exhibit.is_drawn]
    apart = [one for one in shown if one not in alike]
    for place, one in zip(page.panels(len(apart)) if apart else (), apart, strict=True):
        with place:
            _figure(one)
    for one in alike:
        with folds.worked_out(one.exhibit.lead):
            page.says("{of}.", of=one.exhibit.standfirst)
    _table(found.scales_table, "Everybody's leniency and spread")
    return shown


def _candour(found: Craft) -> Shown:
    """Both sides, what is rated of what is asked, single people; the pull of the one before, where it is no sign."""
    for place, side in zip(page.two_columns("two sides"), found.candour.sides, strict=True):
        with place:
            page.finding(side.lead)
            page.small(side.why)
            page.table(side.table)
    _covered(found.candour)
    people = (found.on_time, found.independent)
    # Without names they would say of departments what stands above.
    if any(one.missing for one in people):
        _side_by_side(people)
    elif len(found.times_table):
        with folds.worked_out(ONE_BY_ONE):
            _side_by_side(people)
    _table(found.times_table, "Everybody's scorecards")
    if found.pull.missing is None and found.pull.exhibit.lead == NO_SIGN:
        with folds.worked_out(NO_SIGN):
            _figure(found.pull)
    else:
        _figure(found.pull)
    return (*people, found.pull)


def _covered(found: Candour) -> None:
    page.finding(found.lead if found.missing else COVERED, found.standfirst)
    if found.missing is not None:
        missing.state(found.missing.fact, found.missing.file, found.missing.remedy)
        return
    left, right = page.two_columns("two sides")
    with left:
        page.table(found.by_competency, title="Competency by competency")
    with right:
        page.table(found.by_stage, title="Stage by stage")


def _side_by_side(shown: Shown) -> None:
    for place, figure in zip(page.two_columns("two sides"), shown, strict=True):
        with place:
            _figure(figure)


def _load(found: Craft) -> Shown:
    if _is_missing(found.load):
        return ()
    page.table(found.load.exhibit.table)
    _table(found.load_table, "Everybody's interviews")
    return (found.load,)


def _foretold(found: Craft) -> Shown:
    cause = links.interviews(session.ask("shared/links")) if found.company.missing else ""
    if found.company.missing and cause:
        page.finding(found.company.exhibit.lead)
        page.state_empty(found.company.missing.fact, remedy=cause)
        return ()
    _figure(found.calibration)
    with folds.worked_out("What each department's rating adds to the other's"):
        page.says("{seats}", seats=found.seats)
    with folds.worked_out(OF_ALL_CANDIDATES):
        page.says("{why}", why=WHY_HIGHER)
        for place, figure in zip(page.two_columns("two sides"), (found.company, found.people), strict=True):
            with place:
                if figure is found.company or figure.missing is None:
                    _figure(figure)
    _table(found.validity_table, "Everybody's ratings and what came of them")
    return (found.company, found.calibration, found.people)


def _figure(figure: Figure) -> bool:
    """The figure, or why it is not there; whether it is."""
    if _is_missing(figure):
        return False
    plain = PLAIN.get(figure.card, figure.exhibit.lead)
    heading = partial(page.finding, plain, figure.exhibit.standfirst)
    page.exhibit(figure.exhibit, heading=heading, has_note=False)
    return True


def _is_missing(figure: Figure) -> bool:
    """Say why a figure is not there; whether it is missing."""
    if figure.missing is None:
        return False
    page.finding(figure.exhibit.lead, figure.exhibit.standfirst)
    missing.state(figure.missing.fact, figure.missing.file, figure.missing.remedy)
    return True


def _table(frame: pd.DataFrame, title: str) -> None:
    if len(frame):
        page.table(frame, title=title, alt=title)

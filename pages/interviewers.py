"""Which interviewers, and which of them together, saw hires who went on to sell more?"""

import pandas as pd

from hiring import (
    filters,
    metrics,
    page,
    page_interviewers,
    page_interviewing,
    page_missing,
    session,
    session_evidence,
)
from hiring.evidence import known
from hiring.evidence.frames import Company
from hiring.evidence.gates import State
from hiring.findings import clock, interviewer_panels, interviewers, links
from hiring.findings.interviewers import KICKER, Told
from hiring.page_place import place
from hiring.scope import Scope

CHECKING = "Checking every claim: shuffles, unequal territories, single hires, leavers."


def show() -> None:
    """Draw the page."""
    scope, company = filters.current(), session.ask("shared/company").iloc[0]
    missing = [table for table in interviewers.NEEDED if table not in company["tables_loaded"].split(",")]
    if missing:
        lead, *state = interviewers.NEEDED[missing[0]]
        page.lead(KICKER, lead)
        page_missing.state(*state)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    fitted, chosen = session_evidence.company(), session_evidence.chosen(scope)
    answer = place()
    if not known.is_whole(fitted):
        with answer.waiting.container():
            _first_look(interviewers.first_told(fitted, chosen))
    told = interviewers.told(fitted, chosen)
    with answer.settled():
        _answer(told, scope, fitted)
    with page.guarded("interviewing craft"):
        hires = session.disguised(told.hires)
        page_interviewing.section(scope, _asked_of_craft(scope), hires, pd.Timestamp(company["as_of"]))
    remarks = (told.remarks, clock.remarks(company["tables_loaded"].split(",")))
    return page.footer(*remarks, f"Definitions v{metrics.VERSION}.", has_evidence=True)


def _first_look(told: Told) -> None:
    """What can be said at once: how much these hires carry, and a first forest with nothing clear in it."""
    _lead(told)
    page.small(CHECKING)
    page_interviewers.first_look(told)


def _lead(told: Told) -> None:
    page.lead(KICKER, links.answer(session.ask("shared/links"), told.lead), told.standfirst)


def _cause(state: State) -> str:
    """Which link between the files is broken, where that and nothing else leaves nobody to compare."""
    files = session.ask("shared/links")
    broken = {State.NOBODY: links.hires, State.NO_PANELS: links.interviews}.get(state, lambda _: "")
    return links.hires(files) or broken(files)


def _answer(told: Told, scope: Scope, company: Company) -> None:
    """The sentence first, then luck, interviewers, pairs, panels, and what was checked."""
    _lead(told)
    if told.closed:
        fact, remedy = told.closed
        page.state_empty(fact, remedy=_cause(told.gate.state) or remedy)
        return page_interviewers.counts(told)
    if told.unequal:
        page.not_comparable(*told.unequal)
    page.small(told.levelled)
    page.small(links.ground(session.ask("shared/links")))
    if told.luck:
        page_interviewers.luck(told.luck)
    if told.people is None:
        page.state_empty(page_interviewers.NO_NAMES, remedy=f"{interviewers.WITHOUT_NAMES} {told.labels}")
        page_interviewers.luck_alone(told)
    page_interviewers.people(told, scope, company)
    page_interviewers.pairs(told, scope, company)
    hours = interviewer_panels.hours(session.ask("evidence/interviews_by_stage", scope))
    page_interviewers.panels(told.panels, hours)
    page_interviewers.checks(told.checks)
    return page_interviewers.tables(told)


def _asked_of_craft(scope: Scope) -> page_interviewing.Asked:
    """What the section on craft is made of."""
    return page_interviewing.Asked(
        session.ask("interviewers/craft_scorecards", scope),
        session.ask("interviewers/craft_ratings", scope),
        session.ask("interviewers/scorecard_promises", scope),
        session.ask("shared/holidays"),
        session.ask("interviewers/people", scope) if session.viewer().sees_names else None,
    )

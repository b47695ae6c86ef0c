"""Which interviewers, and which of them together, saw hires who went on to sell more?"""

import pandas as pd

from hiring import metrics
from hiring.access.scope import Scope
from hiring.findings import clock, links
from hiring.findings.interviewers import answer as interviewers
from hiring.findings.interviewers import panels
from hiring.findings.interviewers.answer import KICKER, Answer
from hiring.serving import evidence, kept, session
from hiring.showing import craft, filters, missing, page
from hiring.showing import evidence as page_evidence
from hiring.showing import interviewers as page_interviewers
from hiring.statistics.evidence.gates import State
from hiring.statistics.evidence.judging import Evidence


def show() -> None:
    """Draw the page."""
    scope, company = filters.current(), session.ask("shared/company").iloc[0]
    lacking = [table for table in interviewers.NEEDED if table not in company["tables_loaded"].split(",")]
    if lacking:
        lead, *state = interviewers.NEEDED[lacking[0]]
        page.lead(KICKER, lead)
        missing.state(*state)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    fitted, chosen = evidence.company(), evidence.chosen(scope)
    if fitted is None:
        page.lead(KICKER, page_evidence.WORKING)
        page_evidence.waiting()
        return page.footer(f"Definitions v{metrics.VERSION}.")
    answer = kept.found(interviewers.judged_answer, fitted.panels, chosen)
    _answer(answer, scope, fitted.panels)
    with page.guarded("interviewing craft"):
        hires = session.disguised(answer.hires)
        craft.section(scope, _asked_of_craft(scope), hires, pd.Timestamp(company["as_of"]))
    remarks = (answer.remarks, clock.remarks(company["tables_loaded"].split(",")))
    return page.footer(*remarks, f"Definitions v{metrics.VERSION}.", has_evidence=True)


def _lead(answer: Answer) -> None:
    page.lead(KICKER, links.answer(session.ask("shared/links"), answer.lead), answer.standfirst)


def _cause(state: State) -> str:
    """Which link between the files is broken, where that and nothing else leaves nobody to compare."""
    files = session.ask("shared/links")
    broken = {State.NOBODY: links.hires, State.NO_PANELS: links.interviews}.get(state, lambda _: "")
    return links.hires(files) or broken(files)


def _answer(answer: Answer, scope: Scope, company: Evidence) -> None:
    """The sentence first, then luck, interviewers, pairs, panels, and what was checked."""
    _lead(answer)
    if answer.closed:
        fact, remedy = answer.closed
        page.state_empty(fact, remedy=_cause(answer.gate.state) or remedy)
        return page_interviewers.counts(answer)
    if answer.unequal:
        page.not_comparable(*answer.unequal)
    page.small(answer.levelled)
    page.small(links.ground(session.ask("shared/links")))
    if answer.luck:
        page_interviewers.luck(answer.luck)
    if answer.people is None:
        page.state_empty(page_interviewers.NO_NAMES, remedy=f"{interviewers.WITHOUT_NAMES} {answer.labels}")
        page_interviewers.luck_alone(answer)
    page_interviewers.people(answer, scope, company)
    page_interviewers.pairs(answer, scope, company)
    hours = panels.hours(session.ask("evidence/interviews_by_stage", scope))
    page_interviewers.panels(answer.panels, hours)
    page_interviewers.checks(answer.checks)
    return page_interviewers.tables(answer)


def _asked_of_craft(scope: Scope) -> craft.Asked:
    """What the section on craft is made of."""
    return craft.Asked(
        session.ask("interviewers/craft_scorecards", scope),
        session.ask("interviewers/craft_ratings", scope),
        session.ask("interviewers/scorecard_promises", scope),
        session.ask("shared/holidays"),
        session.ask("interviewers/people", scope) if session.viewer().sees_names else None,
    )

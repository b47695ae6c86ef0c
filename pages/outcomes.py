"""How fast and how well do hires come to sell, and who leaves before they do?"""

from functools import partial

import pandas as pd
import streamlit as st

from hiring import config, metrics
from hiring.access.scope import Scope
from hiring.findings import links
from hiring.findings.outcomes import answer, ramps, windows
from hiring.serving import kept, session
from hiring.showing import filters, hires, missing, outcomes, page
from hiring.showing.parts import part

KICKER = "Outcomes and ramp"
SHORTEN = "Choose a shorter outcome window or an earlier period, or wait."


def show() -> None:
    """Draw the page."""
    scope, company = filters.current(), session.ask("shared/company").iloc[0]
    milestones = session.ask("outcomes/milestones_by_hire", scope)
    attained = session.ask("outcomes/attainment_by_hire", scope)
    counted = session.ask("shared/hires_counted", scope)
    stand = answer.with_late_begin(answer.standing(counted), session.ask("shared/sales_history"))
    among = hires.told_apart("outcomes/milestones_by_hire", scope)
    bars = session.ask("shared/role_bars", scope)
    lead = kept.found(answer.lead, milestones, stand, company, among, bars)
    page.lead(KICKER, links.answer(session.ask("shared/links"), lead.sentence), lead.standfirst)
    if stand.state in ("empty", "too few"):
        if stand.count:
            page.state_too_few(stand.count, config.SMALLEST_GROUP, links.WIDEN)
        else:
            hires.nobody(answer.WHY[stand.state], links.WIDEN)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    numbers = kept.found(answer.numbers, attained, milestones)
    page.tiles([page.Tile(one.title(scope), one.value, one.note, one.definition(scope)) for one in numbers])
    people = session.ask("outcomes/hires_listed", scope) if session.viewer().sees_names else None
    if lead.has_quotas:
        _ramps(scope, lead)
        part(_outcomes)(scope, attained, people)
    elif not stand.state:
        file = answer.quota_file_missing(company)
        why = "" if file else links.quotas(session.ask("shared/links"))
        missing.state(answer.NO_QUOTAS, file, f"{why} {answer.WITHOUT_QUOTAS}".strip())
    roles = hires.roles_to_compare(lead.roles, lead.compared)
    followed = outcomes.time_to(milestones, among, roles, lead.events)
    outcomes.stayed_and_praised(scope, milestones, among, roles, people)
    outcomes.paid_back(scope, company)
    outcomes.one_by_one(scope, people, lead.compared)
    outcomes.worked_out(answer.remarks(stand, company, scope, counted), followed)
    return page.footer(f"Definitions v{metrics.VERSION}.", has_evidence=True)


def _ramps(scope: Scope, lead: answer.Lead) -> None:
    """How each role ramps: small figures of one scale."""
    frame = kept.found(ramps.ramp_frame, session.ask("outcomes/ramp_by_role", scope), scope.outcome_window)
    page.finding(lead.ramp_title, ramps.SUBTITLE)
    if frame.empty:
        page.state_empty(ramps.NOBODY_YET, remedy=ramps.remedy(session.ask("shared/sales_gaps")))
    for row in ramps.in_rows(ramps.ramps(frame, lead.paces)):
        for panel, one in zip(page.panels(ramps.PANELS), row, strict=False):
            with panel:
                page.exhibit(one.exhibit, heading=partial(page.label, one.role, one.counted))


def _outcomes(scope: Scope, attained: pd.DataFrame, people: pd.DataFrame | None) -> None:
    """Outcomes at equal tenure, by time of hire and by role."""
    if not windows.are_enough(attained):
        page.finding(windows.too_few(scope.outcome_window))
        return page.state_empty("An outcome is told from five hires on.", remedy=SHORTEN)
    among = hires.told_apart("outcomes/attainment_by_hire", scope)
    found = [
        [kept.found(compare, attained, one, scope.outcome_window, among) for one in windows.MEASURES]
        for compare in windows.comparisons(attained)
    ]
    outcomes.at_window(scope, found, people)
    with st.expander("Every role in figures"):
        page.table(kept.found(windows.role_table, attained, scope.outcome_window))
    return None

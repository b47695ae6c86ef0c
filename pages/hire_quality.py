"""How fast and how well do hires come to sell, and who leaves before they do?"""

import pandas as pd
import streamlit as st

from hiring import charts, config, filters, page, page_hires, page_missing, session
from hiring.findings import (
    hire_curves,
    hire_events,
    hire_quality,
    hire_ramps,
    hire_staying,
    hire_windows,
    links,
)
from hiring.scope import Scope

KICKER = "Outcomes and ramp"
SHORTEN = "Choose a shorter outcome window or an earlier period, or wait."


def show() -> None:
    """Draw the page."""
    scope, company = filters.current(), session.ask("shared/company").iloc[0]
    stand = hire_quality.standing(session.ask("shared/hires_counted", scope))
    milestones = session.ask("hire_quality/milestones_by_hire", scope)
    attained = session.ask("hire_quality/attainment_by_hire", scope)
    lead = hire_quality.lead(milestones, stand, company)
    page.lead(KICKER, links.answer(session.ask("shared/links"), lead.sentence), lead.standfirst)
    if stand.state in ("empty", "too few"):
        if stand.count:
            page.state_too_few(stand.count, config.SMALLEST_GROUP, links.WIDEN)
        else:
            page_hires.nobody(hire_quality.WHY[stand.state], links.WIDEN)
        return page.footer()
    numbers = hire_quality.numbers(attained, milestones, scope)
    page.tiles([page.Tile(one.label, one.value, one.note, one.definition) for one in numbers])
    roles = page_hires.roles_to_compare(lead.roles, lead.compared)
    people = session.ask("hire_quality/hires_listed", scope) if session.viewer().sees_names else None
    if lead.has_quotas:
        _ramps(scope, lead)
        st.fragment(_outcomes)(scope, attained, people)
    elif not stand.state:
        file = hire_quality.quota_file_missing(company)
        why = "" if file else links.quotas(session.ask("shared/links"))
        page_missing.state(hire_quality.NO_QUOTAS, file, f"{why} {hire_quality.WITHOUT_QUOTAS}".strip())
    _curves(milestones, roles, lead.events)
    _staying(scope, milestones, roles, people, company)
    page_hires.one_by_one(scope, people, lead.compared)
    return page.footer(*hire_quality.remarks(stand, company, scope))


def _ramps(scope: Scope, lead: hire_quality.Lead) -> None:
    """How each role ramps: small figures of one scale."""
    frame = hire_ramps.ramp_frame(session.ask("hire_quality/ramp_by_role", scope), scope.outcome_window)
    page.finding(lead.ramp_title, hire_ramps.SUBTITLE)
    if frame.empty:
        page.state_empty(hire_ramps.NOBODY_YET, remedy=hire_ramps.WAIT)
    for row in hire_ramps.in_rows(hire_ramps.ramps(frame, lead.paces)):
        for panel, one in zip(page.panels(hire_ramps.PANELS), row, strict=False):
            with panel:
                page.label(one.role, one.counted)
                page.chart(
                    charts.ramp(frame, one.role, crossed=one.crossed), one.told, key=f"ramp {one.role}"
                )
                page.small(one.told)


def _outcomes(scope: Scope, attained: pd.DataFrame, people: pd.DataFrame | None) -> None:
    """Outcomes at equal tenure, by time of hire and by role."""
    if not hire_windows.are_enough(attained):
        page.finding(hire_windows.too_few(scope.outcome_window))
        return page.state_empty("An outcome is told from five hires on.", remedy=SHORTEN)
    for compare in hire_windows.comparisons(attained):
        found = [compare(attained, measure, scope.outcome_window) for measure in hire_windows.MEASURES]
        chosen = []
        for side, one in zip(page.two_columns("two sides"), found, strict=True):
            with side:
                chosen.append(page_hires.compared(one, people))
        for one, rows in zip(found, chosen, strict=True):
            page_hires.behind(scope, one, rows, people)
    return page.table(hire_windows.role_table(attained, scope.outcome_window))


def _curves(milestones: pd.DataFrame, roles: list[str], events: tuple[hire_events.Event, ...]) -> None:
    """Time to the first deal and to quota, side by side; nothing where the CRM's file begins too late for both."""
    for side, event in zip(page.sides(len(events)), events, strict=True):
        with side:
            _steps(hire_curves.steps_of(milestones, event, roles))


def _steps(steps: hire_curves.Steps) -> None:
    """One figure of curves, who is still followed below it, and what may be said of them."""
    page.finding(steps.title, steps.subtitle)
    page.chart(charts.steps(steps.frame, until=steps.until), steps.alt, key=steps.key)
    page.table(steps.followed)
    page.small(steps.note)


def _staying(
    scope: Scope, milestones: pd.DataFrame, roles: list[str], people: pd.DataFrame | None, company: pd.Series
) -> None:
    """The first year, and who left before paying back."""
    left, right = page.two_columns("two sides")
    with left:
        _steps(hire_curves.steps_of(milestones, hire_events.EXIT, roles))
    with right:
        stayed = hire_staying.stay_by_role(milestones)
        rows = page_hires.compared(stayed, people)
        payback = session.ask("hire_quality/payback_by_hire", scope)
        page.finding(hire_staying.payback_title(payback), hire_staying.PAYBACK_SUBTITLE)
        if payback.empty:
            file = hire_staying.cost_files_missing(company)
            cause = links.applications(session.ask("shared/links")) or hire_staying.COSTS_OF_OTHERS
            page_missing.state(hire_staying.NO_COSTS, file, "" if file else cause)
        else:
            page.table(hire_staying.payback_table(payback))
    page_hires.behind(scope, stayed, rows, people)

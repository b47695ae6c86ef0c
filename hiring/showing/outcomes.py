"""The lower half of the page of outcomes, drawn: curves, who stayed, what managers say, who paid back, who they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from hiring import metrics
from hiring.access.scope import Scope
from hiring.findings import links
from hiring.findings.outcomes import check_ins, curves, reviews, staying, windows
from hiring.findings.outcomes import events as hire_events
from hiring.findings.outcomes.pairs import Hires
from hiring.findings.outcomes.windows import Compared
from hiring.serving import evidence, kept, session
from hiring.showing import evidence as page_evidence
from hiring.showing import folds, hires, missing, page
from hiring.statistics import described

#: What the address names where somebody was looked up among the hires one by one.
LOOKED_UP = ("grid_role", "grid_cohort", "grid_unfolded")
ONE_BY_ONE = "The hires one by one"
FOLLOWED = "How many were still followed: {curve}"
DAY_BY_DAY = "The first year day by day"


def at_window(scope: Scope, found: Sequence[Sequence[Compared]], people: pd.DataFrame | None) -> None:
    """Outcomes by time of hire and by role, side by side; what nothing stands out in is folded."""
    quiet = [row for row in found if not any(one.tells for one in row)]
    for row in found:
        if row not in quiet:
            _side_by_side(scope, row, people)
    if quiet:
        with folds.worked_out(windows.quiet(quiet, scope.outcome_window)):
            for row in quiet:
                _side_by_side(scope, row, people)


def _side_by_side(scope: Scope, found: Sequence[Compared], people: pd.DataFrame | None) -> None:
    """Figures beside each other, and below them the hires behind what is chosen in one."""
    chosen = []
    for side, one in zip(page.two_columns("two sides"), found, strict=True):
        with side:
            chosen.append(hires.compared(one, people))
    for one, rows in zip(found, chosen, strict=True):
        hires.behind(scope, one, rows, people)


def time_to(
    milestones: pd.DataFrame, among: Hires, roles: Sequence[str], events: tuple[hire_events.Event, ...]
) -> list[tuple[str, pd.DataFrame]]:
    """Time to the first deal and to quota, side by side; nothing where the CRM's file begins too late for both.

    Gives how many were still followed along each curve, for the small print.
    """
    followed = []
    for side, event in zip(page.sides(len(events)), events, strict=True):
        with side:
            found = kept.found(curves.steps_of, milestones, event, roles, among)
            page.exhibit(replace(found, table=pd.DataFrame()))
        followed.append((FOLLOWED.format(curve=found.lead), found.table))
    return followed


def worked_out(remarks: Sequence[str], followed: Sequence[tuple[str, pd.DataFrame]]) -> None:
    """The small print: remarks, and how many were still followed."""
    told = [one for one in dict.fromkeys((*remarks, staying.ON_FILE)) if one]
    tables = [(title, table) for title, table in followed if not table.empty]
    if not told and not tables:
        return
    with folds.worked_out():
        for one in told:
            page.says("{remark}", remark=one)
        for title, table in tables:
            page.small(title)
            page.table(table)


def stayed_and_praised(
    scope: Scope, milestones: pd.DataFrame, among: Hires, roles: Sequence[str], people: pd.DataFrame | None
) -> None:
    """Who stayed a year, and whom their manager would hire again."""
    left, right = page.two_columns("two sides")
    with left:
        stayed = kept.found(staying.stay_by_role, milestones, among)
        rows = hires.compared(stayed, people)
        with st.expander(DAY_BY_DAY):
            page.exhibit(kept.found(curves.steps_of, milestones, hire_events.EXIT, roles, among))
    with right:
        _reviewed(scope)
        _checked(scope)
    hires.behind(scope, stayed, rows, people)


def _reviewed(scope: Scope) -> None:
    """Whether managers would hire them again; which file would tell where none came."""
    answers = session.ask("outcomes/reviews_by_hire", scope)
    if not reviews.is_any(answers):
        page.finding(reviews.NOT_KNOWN)
        loaded = str(session.ask("shared/company").iloc[0]["tables_loaded"]).split(",")
        if reviews.TABLE in loaded:
            page.state_empty(reviews.NO_FILE, remedy=reviews.OF_OTHERS)
        else:
            missing.state(reviews.NO_FILE, f"{reviews.TABLE}.csv", reviews.IT_SHOWS)
        return
    found = kept.found(reviews.by_role, answers, hires.told_apart("outcomes/reviews_by_hire", scope))
    page.exhibit(found)
    if not found.is_drawn:
        page.state_empty(reviews.TOO_FEW, remedy=hires.ENOUGH)
        page.small(found.note)


def _checked(scope: Scope) -> None:
    """What check-ins had said, and what became of the doubted, folded; nothing where no check-in of these is known."""
    rows = session.ask("outcomes/check_ins_by_hire", scope)
    if rows.empty:
        return
    fitted = evidence.company()
    if fitted is None:
        page_evidence.waiting()
        return
    told = check_ins.talks(rows)
    known = session.disguised(fitted.high_performers.hires)
    became = described.became(told, "said", tuple(check_ins.SAID), known)
    with st.expander(page.literal(check_ins.lead(became))):
        page.table(check_ins.table(became, told))
        page.table(check_ins.competencies(rows))
        page.small(metrics.card("check_in_doubts").caveat)


def paid_back(scope: Scope, company: pd.Series) -> None:
    """Who left before paying back what they cost."""
    payback = session.ask("outcomes/payback_by_hire", scope)
    title = staying.payback_title(payback)
    if payback.empty:
        page.finding(title)
        file = staying.cost_files_missing(company)
        cause = links.applications(session.ask("shared/links")) or staying.COSTS_OF_OTHERS
        missing.state(staying.NO_COSTS, file, "" if file else cause)
        return
    with st.expander(page.literal(title)):
        page.small(staying.payback_note(payback))
        page.small(staying.PAYBACK_SUBTITLE)
        page.table(staying.payback_table(payback))


def one_by_one(scope: Scope, people: pd.DataFrame | None, first: Sequence[str]) -> None:
    """The grid and the list of hires, folded unless the address names somebody's role; who sees no names is told so."""
    if people is None:
        return hires.one_by_one(scope, people, first)
    if not people.empty:
        with st.expander(ONE_BY_ONE, expanded=any(one in st.query_params for one in LOOKED_UP)):
            hires.one_by_one(scope, people, first)
    return None

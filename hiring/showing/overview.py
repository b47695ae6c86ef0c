"""What the overview draws beside its tiles: five questions with the way on, and high performers by region."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from hiring.access.scope import Scope, of_whole_time
from hiring.findings import not_loaded
from hiring.findings.agreement.answer import agreement
from hiring.findings.high_performers import answer as high_performers
from hiring.findings.high_performers.groups import Groups, groups
from hiring.findings.high_performers.outcomes import HIGH_PERFORMERS
from hiring.findings.interviewers import answer as interviewers
from hiring.findings.overview import bridge, half_years, not_knowable, questions, regions, two_periods
from hiring.findings.overview.answer import Facts
from hiring.findings.overview.questions import Question, Talk
from hiring.findings.overview.recent import Reading
from hiring.findings.sources import value
from hiring.findings.sources.answer import compared
from hiring.serving import evidence, kept, session
from hiring.showing import evidence as page_evidence
from hiring.showing import folds, lists, missing, page, shared_result, sources
from hiring.showing.text import literal
from hiring.statistics.evidence.shown import shown
from hiring.statistics.profiles.agreed import profiles_of
from hiring.statistics.profiles.alike import alikeness
from hiring.statistics.ratings.timeliness import timeliness

WIDTHS = (3, 7, 3)  # of a question, its answer and the way on


def questions_asked(known: Facts, readings: tuple[Reading, ...], found: Groups | None) -> None:
    """The questions, each with its answer in a line and a link to the page that shows it."""
    company, scope = session.ask("shared/company").iloc[0], known.scope
    cohorts = session.ask("overview/bar_by_half_year", scope)
    open_ones = half_years.not_yet_final(cohorts, known.as_of, scope.outcome_window)
    offers = session.ask("shared/offers_by_role_and_month", scope)
    asked = (
        questions.trend(readings[0], known),
        questions.apart(found),
        *_interviewers(scope, known),
        questions.sources(
            sources.rows(scope), money(scope, company), has_applications="applications" in known.tables_loaded
        ),
        *questions.paid_back(shared_result.in_short(scope, company)),
        to_talk_about(of_whole_time(scope), offers, pd.Timestamp(company["as_of"])),
        questions.unknown(known, open_ones, not_knowable.gaps(known)),
    )
    for one in asked:
        question, said, way = st.columns(WIDTHS, gap="small", vertical_alignment="center")
        question.markdown(f"**{literal(one.asked)}**")
        said.markdown(literal(one.said))
        way.page_link(
            st.Page(lambda: None, title=one.title, url_path=one.address),
            label=one.title,
            icon=":material/arrow_forward:",
        )


def _interviewers(scope: Scope, known: Facts) -> tuple[Question, ...]:
    """The lead of the page on interviewers; none where a file that it needs is missing."""
    if not set(interviewers.NEEDED) <= known.tables_loaded:
        return ()
    fitted = evidence.company()
    if fitted is None:
        return (questions.interviewers(None),)
    seen = kept.found(shown, fitted.panels, evidence.chosen(scope))
    return (questions.interviewers(kept.found(interviewers.answer_of, seen).lead),)


def origin(scope: Scope) -> Groups | None:
    """The groups of the chosen hires, as on the page "High performers"; None until they are worked out."""
    company = evidence.company()
    if company is None:
        return None
    chosen = evidence.chosen(replace(scope, outcome_window=high_performers.WINDOW))
    return kept.found(
        groups,
        company.high_performers,
        company.panels,
        chosen.hires,
        HIGH_PERFORMERS,
        sees_names=chosen.people is not None,
    )


def by_region(found: Groups | None) -> None:
    """Regions as counted and expected, or that they are being worked out."""
    if found is None:
        page.finding(regions.TITLE)
        page_evidence.waiting()
        return
    shown = kept.found(regions.exhibit, found)
    if shown.is_drawn:
        page.exhibit(shown)


def gaps(known: Facts) -> None:
    """What cannot be known yet, and what would make it known."""
    cohorts = session.ask("overview/bar_by_half_year", known.scope)
    found = (
        *half_years.not_yet_final(cohorts, known.as_of, known.scope.outcome_window),
        *not_knowable.gaps(known),
        *not_knowable.missing_files(
            session.ask("data_health/tables_expected"),
            lambda table: not_loaded.short(session.ask("data_health/files_read"), table, missing.named),
        ),
    )
    if found:
        page.finding("What is not yet knowable")
        lists.points(found)
    with folds.worked_out(bridge.TITLE):
        lists.points(bridge.lines(known, _bases(known)))


def _bases(known: Facts) -> bridge.Bases:
    """On how many of the chosen hires each kind of figure stands."""
    names = ("outcomes/milestones_by_hire", "outcomes/payback_by_hire", "sources/payback_by_hire")
    milestones, paid, costs = (session.ask(name, known.scope) for name in names)
    has_applications = "applications" in known.tables_loaded
    applications = session.ask("sources/applications_by_source", known.scope) if has_applications else None
    counted = session.ask("shared/hires_counted", known.scope)
    return bridge.bases(counted, milestones, paid, costs, applications)


def money(scope: Scope, company: pd.Series) -> str:
    """What is clear of the sources' cost, as the page "Sources" leads with; empty where nothing is."""
    outcomes, stays = (
        session.ask(f"sources/{name}", scope) for name in ("outcomes_by_source", "retention_by_hire")
    )
    if outcomes.empty:
        return ""
    found = kept.found(compared, outcomes, stays, scope.outcome_window)
    costs = sources.costs_of(scope)
    sentence = value.lead(
        value.apart(found, costs), str(company["base_currency"]), is_company_wide=costs.is_company_wide
    )
    return f"{sentence}." if sentence else ""


def to_talk_about(scope: Scope, offers: pd.DataFrame, as_of: pd.Timestamp) -> Question:
    """The widest of what both sides could talk about: promises, late scorecards, declined offers, profiles alike."""
    cards = session.ask("craft/scorecards", scope)
    promises = session.ask("craft/scorecard_promises", scope)
    holidays = session.ask("shared/holidays")
    starts_in = scope.choices.fiscal_year_starts_in
    agreed = kept.found(agreement, session.ask("agreement/promise_cases", scope), holidays, as_of, starts_in)
    punctual = timeliness(
        cards.assign(full_name=cards["interviewer_id"]),
        promises,
        holidays,
        as_of,
    )
    profiles = kept.found(
        profiles_of, session.ask("role_profiles/profiles", replace(scope, role_profiles=()))
    )
    kept_least = questions.kept_least(agreed.told, agreed.when) if agreed is not None else []
    candidates: list[Talk] = [
        # Scorecards are among what the two sides promised each other: they are told of once.
        *(kept_least or questions.late(punctual, promises)),
        *questions.declined(offers),
        *questions.alike(alikeness(profiles)),
    ]
    return questions.talk(candidates)


def beside(scope: Scope) -> None:
    """The chosen period beside the second one, where one was chosen and there is something earlier."""
    second = scope.compared()
    if second is None:
        return
    outcomes = (
        session.ask("overview/outcomes_by_hire", scope),
        session.ask("overview/outcomes_by_hire", second),
    )
    offers = (
        session.ask("shared/offers_by_role_and_month", scope),
        session.ask("shared/offers_by_role_and_month", second),
    )
    found = two_periods.two_periods(outcomes, offers, scope)
    page.finding(found.title, found.standfirst)
    page.table(found.table)

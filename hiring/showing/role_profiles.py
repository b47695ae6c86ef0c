"""The parts of the page of role profiles, drawn: the choice of roles, the figures, the brief to hand over, the lists.

Where the evidence is not worked out yet, the page says so in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from hiring.access.scope import Scope
from hiring.documents import role_brief
from hiring.documents.role_brief import RoleBrief
from hiring.findings import links
from hiring.findings.high_performers import answer as high_performers
from hiring.findings.outcomes.pairs import Hires
from hiring.findings.role_profiles import answer as profile_words
from hiring.findings.role_profiles import as_a_whole, figures, intake, outcomes
from hiring.findings.role_profiles import best as best_of
from hiring.findings.role_profiles.fared import fared, fared_table
from hiring.findings.scope import scope_in_words
from hiring.serving import downloads, kept, session
from hiring.serving import evidence as company_evidence
from hiring.showing import lists, missing, page
from hiring.showing.choices import Choice, choose
from hiring.showing.downloads import download_button
from hiring.statistics.company import CompanyEvidence
from hiring.statistics.profiles.alike import Alikeness
from hiring.statistics.profiles.compared import RoleView
from hiring.statistics.profiles.evidence import Silence
from hiring.statistics.profiles.judged import Judged

CHOICE_WIDTH = 220


def chosen(found: profile_words.Choice) -> tuple[str, ...]:
    """One role, or two; the choice stands in the address and outlives a switch of pages."""
    if len(found.roles) < 2:
        return found.roles
    first = Choice("role", "Role", found.roles, found.first)
    second = Choice("beside", "Beside it", (profile_words.NOBODY, *found.roles), found.second)
    return found.chosen(*choose(first, second, width=CHOICE_WIDTH, between="with", labels="collapsed"))


def _what_is_missing(found: Judged, loaded: Sequence[str]) -> None:
    """Which files would tell what interviewers saw in the hires, where none of it is known."""
    if found.evidence.silence is not Silence.NO_RATINGS:
        return
    tables = [table for table in profile_words.RATINGS_FILES if table not in loaded]
    if tables:
        remedy = " ".join(profile_words.RATINGS_FILES[table] for table in tables)
        missing.state(profile_words.NO_RATINGS, [f"{table}.csv" for table in tables], remedy)
        return
    cause = links.interviews(session.ask("shared/links"))
    page.state_empty(profile_words.NO_RATINGS, remedy=cause or links.WIDEN)


def evidence(
    views: Sequence[RoleView],
    found: Judged,
    briefs: Sequence[RoleBrief],
    loaded: Sequence[str],
    said: tuple[str, str],
) -> None:
    """What ratings carry, is it luck, are hires comparable, and a figure a role with its brief to take along.

    `said`: the finding over it and the line below.
    """
    if said[0]:
        page.finding(*said)
    else:  # it leads the page, as no role can be told
        page.small(said[1])
    drawn = figures.figures(views, found.evidence)
    if answer := as_a_whole.luck(found.luck, found.evidence.whole, [view.role for view in views]):
        page.aside("**Is it more than luck?** {answer}", answer=answer)
    is_led = profile_words.is_level(views, found.evidence)
    if whole := as_a_whole.whole(found.evidence, is_led=is_led):
        page.small(whole)
    if unequal := profile_words.unequal(found):
        page.not_comparable(*unequal)
    page.small(links.ground(session.ask("shared/links")))
    _what_is_missing(found, loaded)
    is_narrow = any(map(figures.is_weights_alone, drawn))
    places = page.two_columns("chart and bars") if is_narrow else page.sides(len(drawn), "chart and note")
    for one, brief, side in zip(drawn, briefs, places, strict=True):
        with side:
            page.exhibit(one, has_note=False)
            _take_along(brief)
    for note in dict.fromkeys(one.note for one in drawn if one.is_drawn):
        page.small(note)


def briefs(
    views: Sequence[RoleView],
    found: Judged,
    milestones: pd.DataFrame,
    attained: pd.DataFrame,
    chosen_scope: Scope,
) -> tuple[RoleBrief, ...]:
    """The brief of each role."""
    company = session.ask("shared/company").iloc[0]
    return tuple(
        role_brief.role_brief(
            view,
            found.evidence,
            as_of=pd.Timestamp(company["as_of"]).date(),
            scope=scope_in_words(chosen_scope),
            digest=str(company["digest"] or ""),
            company=str(company["company_name"] or ""),
            fared=kept.found(fared, view.role, milestones, attained),
            window=chosen_scope.outcome_window,
        )
        for view in views
    )


def _take_along(brief: RoleBrief) -> None:
    """The role brief as one page of PDF and as Markdown; each taking out is written down."""
    files = (
        ("Role brief, one page (PDF)", "PDF", "pdf", role_brief.MIME, partial(role_brief.as_pdf, brief)),
        ("as Markdown", "Markdown", "md", "text/markdown", partial(role_brief.as_markdown, brief)),
    )
    with st.container(horizontal=True, gap="small"):
        for label, form, ending, mime, content in files:
            file = downloads.Download(
                f"{brief.file_stem}.{ending}", f"role brief {form}: {brief.role}", len(brief.asked), content
            )
            download_button(label, file, f"brief {ending} {brief.role}", mime)


def next_intake(views: Sequence[RoleView], found: Judged, alike: Alikeness, others: str) -> None:
    """What it means for the next intake, to talk about; `others`: which profiles of other roles are not agreed."""
    page.finding(intake.TITLE)
    lists.points(intake.points(views, found.evidence, alike))
    page.small(others)


def told(roles: Sequence[str], company: CompanyEvidence, scope: Scope) -> best_of.Best:
    """What became of the hires of every role."""
    chosen = company_evidence.chosen(replace(scope, outcome_window=high_performers.WINDOW))
    sees_names = chosen.people is not None
    fitted = (roles, company.high_performers, company.panels, chosen.hires)
    return kept.found(best_of.best, *fitted, sees_names=sees_names)


def best(found: best_of.Best) -> None:
    """Every role in a row beside what was expected, and the way to the page that tells more of it."""
    if len(found.table):
        page.small(best_of.SUBTITLE)
        page.table(found.table, title="Every role in figures")
        page.small(found.remark)
        page.way_to("high-performers", "High performers, group by group")


def of_every_role(company: CompanyEvidence, scope: Scope) -> best_of.Best | None:
    """The same rows for another page; None where there are not two roles to tell."""
    hires = company.high_performers.hires
    found = told(sorted(hires["role_profile"].astype(str).unique()), company, scope) if len(hires) else None
    return found if found is not None and len(found.table) > 1 else None


def beside_expected(found: best_of.Best | None) -> None:
    """These rows under their finding."""
    if found is not None:
        page.finding(found.lead, best_of.SUBTITLE)
        page.table(found.table, title="Every role in figures")
        page.small(found.remark)


def hires_looked_like(roles: Sequence[str], milestones: Hires, attained: Hires, window: int) -> None:
    """How the hires of the roles fared, and what sets two roles apart."""
    page.finding(outcomes.TITLE, outcomes.SUBTITLE)
    figures = kept.found(fared_table, roles, milestones.chosen, attained.chosen)
    page.table(figures, title="In figures")
    for sentence in kept.found(outcomes.sentences, roles, milestones, attained, window):
        page.small(sentence)
    page.small(outcomes.missing(milestones.chosen, roles))

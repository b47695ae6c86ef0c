"""What is each sales role looking for, and what do its hires show of it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hiring import metrics
from hiring.access.scope import Scope
from hiring.findings import clock, links
from hiring.findings.role_profiles import answer as profile_words
from hiring.findings.role_profiles import figures
from hiring.serving import evidence
from hiring.serving.session import ask
from hiring.showing import filters, page, role_profile_lists
from hiring.showing import role_profiles as page_roles
from hiring.showing.places import reserve
from hiring.statistics.profiles.agreed import profiles_of
from hiring.statistics.profiles.alike import alikeness
from hiring.statistics.profiles.compared import RoleView
from hiring.statistics.profiles.judged import Judged, is_judged, judged
from hiring.statistics.profiles.shown import shown


def show() -> None:
    """Draw the page."""
    # Roles stand beside each other here: the filter of roles only narrows what may be chosen.
    scope = filters.current()
    every_role = replace(scope, role_profiles=())
    answers = evidence.of_profiles(every_role)
    milestones = ask("outcomes/milestones_by_hire", every_role)
    attained = ask("outcomes/attainment_by_hire", every_role)
    profiles = profiles_of(answers.profiles)
    alike = alikeness(profiles)
    choice = profile_words.choice(profiles, milestones, alike, scope.role_profiles)
    if not choice.roles:
        known = ask("shared/links")
        page.lead(profile_words.KICKER, links.answer(known, profile_words.NOTHING))
        page.state_empty("There is no role to show.", remedy=links.hires(known) or links.WIDEN)
        return page.footer()
    head = reserve()
    roles = page_roles.chosen(choice)
    figures_place = reserve()
    left, right = page.two_columns("two sides")
    with left:
        places = page_roles.Places(head, figures_place, reserve())
    with right:
        page_roles.hires_looked_like(roles, milestones, attained, scope.outcome_window)
    role_profile_lists.likeness(roles, alike)
    loaded = str(ask("shared/company").iloc[0]["tables_loaded"]).split(",")
    role_profile_lists.agreed_profiles(profiles, roles, loaded)
    if not is_judged(*answers.of_hires):
        page_roles.first_look(places, roles, profile_words.first_lead(roles, profiles, alike))
    shown_here = shown(judged(*answers.of_hires), evidence.chosen(every_role))
    found, sizes = shown_here.judged, shown_here.sizes
    views = profile_words.views(roles, profiles, found, sizes)
    standfirst = f"{profile_words.standfirst(views, found)} {shown_here.chooses}".strip()
    page_roles.lead(places, profile_words.lead(views, found, alike), standfirst)
    briefs = page_roles.briefs(views, found, milestones, attained, every_role)
    page_roles.evidence(places, views, found, briefs, loaded)
    page_roles.next_intake(places, views, found, alike)
    _below(views, found, every_role, loaded)
    remarks = (*profile_words.remarks(found), clock.remarks(loaded))
    return page.footer(f"Definitions v{metrics.VERSION}.", *remarks, has_evidence=True)


def _below(views: Sequence[RoleView], found: Judged, scope: Scope, loaded: Sequence[str]) -> None:
    """What hires brought, whose ratings resemble another role's, and everything in figures."""
    roles = [view.role for view in views]
    role_profile_lists.backgrounds(found, roles, loaded)
    role_profile_lists.resembling(found, roles, scope)
    page.table(figures.table(views), title="Every competency in figures")

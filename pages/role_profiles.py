"""What is each sales role looking for, and what do its hires show of it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from hiring import metrics
from hiring.access.scope import Scope, of_every_role
from hiring.findings import clock, links, sales_history
from hiring.findings.outcomes.pairs import Hires
from hiring.findings.role_profiles import answer, backgrounds, figures
from hiring.serving import evidence, kept
from hiring.serving.session import ask
from hiring.showing import evidence as page_evidence
from hiring.showing import filters, folds, hires, page, role_profile_lists, role_profiles
from hiring.statistics.profiles.agreed import Profile, profiles_of
from hiring.statistics.profiles.alike import Alikeness, alikeness
from hiring.statistics.profiles.compared import RoleView
from hiring.statistics.profiles.judged import Judged
from hiring.statistics.profiles.shown import shown


def show() -> None:
    """Draw the page."""
    # Roles stand beside each other here: the filter of roles only narrows what may be chosen.
    scope = filters.current()
    every_role = of_every_role(scope)
    company = evidence.company()
    milestones = ask("outcomes/milestones_by_hire", every_role)
    attained = ask("outcomes/attainment_by_hire", every_role)
    profiles = kept.found(profiles_of, ask("role_profiles/profiles", every_role))
    alike = alikeness(profiles)
    choice = answer.choice(profiles, milestones, alike, scope.role_profiles)
    if not choice.roles:
        page.lead(answer.KICKER, links.answer(ask("shared/links"), answer.NOTHING))
        page.state_empty("There is no role to show.", remedy=links.hires(ask("shared/links")) or links.WIDEN)
        return page.footer()
    head = st.container()
    roles = role_profiles.chosen(choice)
    asked = _Asked(roles, profiles, alike, milestones, attained, every_role, choice.roles)
    if company is None:
        with head:
            page.lead(answer.KICKER, answer.first_lead(roles, profiles, alike), answer.LOOKING)
        page_evidence.waiting()
        _agreed(asked)
        return page.footer(f"Definitions v{metrics.VERSION}.", _left_out(every_role))
    shown_here = kept.found(shown, company.profiles, evidence.chosen(every_role))
    found = shown_here.judged
    views = answer.views(roles, profiles, found, shown_here.sizes)
    with head:
        best = role_profiles.told(choice.roles, company, every_role)
        ratings = answer.lead(views, found, alike)
        page.lead(answer.KICKER, best.lead or ratings, best.also)
        role_profiles.best(best)
    said = " ".join(filter(None, (answer.standfirst(views, found), shown_here.chooses)))
    _hires(asked, views, found, (ratings if best.lead else "", said))
    not_asked = backgrounds.not_asked(found.resembling, dict(found.evidence.hires), roles)
    folds.remarks((*answer.remarks(found), not_asked, _left_out(every_role), clock.remarks(_loaded())))
    return page.footer(f"Definitions v{metrics.VERSION}.", has_evidence=True)


@dataclass(frozen=True)
class _Asked:
    """The roles on the page, what was agreed of all, how their hires did, and every role to choose from."""

    roles: tuple[str, ...]
    profiles: tuple[Profile, ...]
    alike: Alikeness
    milestones: pd.DataFrame
    attained: pd.DataFrame
    scope: Scope
    every: tuple[str, ...]

    @property
    def fared(self) -> tuple[Sequence[str], Hires, Hires, int]:
        """What is told of how the hires did."""
        milestones = hires.told_apart("outcomes/milestones_by_hire", self.scope)
        attained = hires.told_apart("outcomes/attainment_by_hire", self.scope)
        return self.roles, milestones, attained, self.scope.outcome_window


def _left_out(every_role: Scope) -> str:
    """How many hires are not held against the bar for want of their sales."""
    return sales_history.left_out(ask("shared/hires_counted", every_role), every_role.outcome_window)


def _loaded() -> list[str]:
    return str(ask("shared/company").iloc[0]["tables_loaded"]).split(",")


def _agreed(asked: _Asked) -> None:
    """What stands without any evidence: how the hires did, and what was agreed."""
    role_profiles.hires_looked_like(*asked.fared)
    role_profile_lists.agreed_profiles(asked.profiles, asked.roles, asked.alike, _loaded())
    role_profile_lists.likeness(asked.roles, asked.alike)


def _hires(asked: _Asked, views: Sequence[RoleView], found: Judged, said: tuple[str, str]) -> None:
    """What the hires show of the profiles, how they did, what was agreed, and everything in lists."""
    loaded = _loaded()
    briefs = role_profiles.briefs(views, found, asked.milestones, asked.attained, asked.scope)
    role_profiles.evidence(views, found, briefs, loaded, said)
    left, right = page.two_columns("two sides")
    with left:
        others = answer.waiting(asked.profiles, [role for role in asked.every if role not in asked.roles])
        role_profiles.next_intake(views, found, asked.alike, others)
    with right:
        role_profiles.hires_looked_like(*asked.fared)
    role_profile_lists.agreed_profiles(asked.profiles, asked.roles, asked.alike, loaded)
    role_profile_lists.backgrounds(found, asked.roles, loaded)
    role_profile_lists.resembling(found, asked.roles, asked.scope)
    role_profile_lists.likeness(asked.roles, asked.alike)
    page.table(figures.table(views), title="Every competency in figures")

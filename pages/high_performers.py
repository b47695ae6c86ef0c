"""How many hires became high performers, and which groups had clearly more or fewer?"""

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from hiring import metrics
from hiring.access.scope import Scope
from hiring.findings import links
from hiring.findings.high_performers import answer, groups, interviewers, outcomes, people, rated
from hiring.findings.high_performers.outcomes import Outcome
from hiring.findings.outcomes import people as hire_people
from hiring.findings.overview.recent import Recent
from hiring.serving import evidence, kept, session
from hiring.showing import evidence as page_evidence
from hiring.showing import filters, folds, hires, page, role_profiles
from hiring.showing import interviewers as page_interviewers
from hiring.showing.choices import Choice, choose, switch
from hiring.showing.parts import part
from hiring.statistics.evidence.shown import shown
from hiring.statistics.profiles.agreed import profiles_of

ROLE_WIDTH = 260


def show() -> None:
    """Draw the page."""
    scope = replace(filters.current(), outcome_window=answer.WINDOW)
    fitted, chosen = evidence.company(), evidence.chosen(scope)
    if fitted is None:
        page.lead(answer.KICKER, page_evidence.WORKING)
        page_evidence.waiting()
        return page.footer(f"Definitions v{metrics.VERSION}.")
    head = st.container()
    outcome = outcomes.outcome_of(switch("outcome", [one.switch for one in outcomes.OUTCOMES]))
    found = kept.found(answer.counted, fitted.high_performers, chosen.hires, outcome)
    names = chosen.people is not None
    origin = kept.found(
        groups.groups, fitted.high_performers, fitted.panels, chosen.hires, outcome, sees_names=names
    )
    seen = kept.found(shown, fitted.panels, chosen)
    who = kept.found(interviewers.interviewed, fitted.high_performers, seen, chosen.hires, outcome)
    with head:
        known = session.ask("shared/links")
        why_not, remedy = hires.with_full_year(scope, found.n)
        lead = links.answer(known, why_not or answer.lead(found, origin))
        as_of = pd.Timestamp(session.ask("shared/company").iloc[0]["as_of"]).date()
        starts = session.ask("outcomes/milestones_by_hire", scope)["sales_start_on"]
        why = session.ask("shared/hires_counted", scope)
        new = answer.too_new(starts, as_of, found.n, None if why.empty else why.iloc[0].to_dict())
        roles = role_profiles.of_every_role(fitted, scope)
        page.lead(answer.KICKER, lead, answer.standfirst(found, origin, answer.within(outcome, roles, new)))
    if why_not:
        page.state_empty(f"{lead}.", remedy=links.hires(known) or remedy)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    made = answer.tiles(found, origin, Recent.at(as_of, scope.hired_to, answer.WINDOW))
    page.tiles([page.Tile(one.label, one.value, one.note, one.definition()) for one in made])
    _groups(origin)
    role_profiles.beside_expected(roles)
    page_interviewers.of_chosen(who, found, seen)
    with folds.worked_out(rated.FOLD):
        part(_rated)(scope, outcome)
    _people(scope, outcome, found)
    folds.remarks((*answer.remarks(found, new), rated.NOTE))
    return page.footer(f"Definitions v{metrics.VERSION}.", has_evidence=True)


def _groups(origin: groups.Groups) -> None:
    """Where they came from, then how a row is read and what may be said."""
    page.finding(origin.lead, groups.standfirst(origin))
    for side, one in zip(page.sides(len(origin.exhibits)), origin.exhibits, strict=True):
        with side:
            page.exhibit(one, heading=partial(page.label, one.lead), has_note=False)
    said, reading = page.two_columns("two sides")
    with said:
        page.says("**What may be said.** {said}", said=groups.said(origin))
    with reading:
        page.note("{reading}", reading=next((one.note for one in origin.exhibits), ""))
    page.table(origin.table, title="Every group in figures")


def _rated(scope: Scope, outcome: Outcome) -> None:
    """What they looked like when hired, one role at a time."""
    ratings = session.ask("high_performers/ratings_by_hire", scope)
    recommended = session.ask("high_performers/recommendations_by_hire", scope)
    profiles = kept.found(profiles_of, session.ask("role_profiles/profiles", scope))
    roles = rated.roles_of(ratings)
    chart, beside = page.two_columns()
    with beside:
        role = choose(Choice("rated_role", "Role", roles), width=ROLE_WIDTH)[0] if roles else ""
        page.says("{said}", said=rated.recommended(recommended, role, outcome))
        page.way_to("role-profiles", "What the ratings carry")
    with chart:
        page.exhibit(rated.rated(ratings, profiles, role, outcome), has_note=False)


def _people(scope: Scope, outcome: Outcome, found: answer.Counted) -> None:
    """Who they are, best first; nothing for viewers without names."""
    if session.viewer().sees_names:
        every = session.ask("outcomes/hires_listed", scope)
        best = kept.found(people.best_first, every, outcome)
        listed = hire_people.listed(best)
        seats = session.ask("high_performers/interviewers_by_hire", scope)
        shown = kept.found(people.with_interviewers, listed, seats)
        title, few = answer.list_title(found), people.rows_shown(len(shown))
        hires.as_listed(scope, shown, title, "high performers", rows=few, widths=people.WIDTHS)
        page.small(f"{people.middle(every)} {people.why_below(listed)}".strip())

"""Who in the CRM and in the applicant system is whom in the HR file?"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from hiring.findings import identity as identity_words
from hiring.identity import evidence, suggesting, sure
from hiring.identity.evidence import Employee
from hiring.identity.pending import Pending, pending
from hiring.identity.suggesting import Suggestion
from hiring.serving import kept, matches, session
from hiring.showing import identity as page_identity
from hiring.showing import page


def show() -> None:
    """Draw the page."""
    if matches.take_wish_to_build():
        page_identity.build()
    currency = session.ask("shared/company").iloc[0]["base_currency"]
    counts = session.ask("identity/unmatched_counts")
    if not session.viewer().sees_names:
        _top(identity_words.lead((), identity_words.count_unmatched(counts)), counts, currency)
        page.state_empty("Who they are is shown only to those who may see names.")
    else:
        unmatched, people = session.ask("identity/unmatched"), session.ask("identity/employees")
        refused, known = session.ask("identity/refused_pairs"), evidence.employees(people)
        held = pending(matches.decided(), unmatched, refused, known)
        found = held.without(_suggested(unmatched, people, held.refused(refused)))
        is_everyone = session.sees_everyone()
        _top(
            identity_words.lead(found, len(found) if is_everyone else identity_words.count_unmatched(counts)),
            counts,
            currency,
        )
        if not is_everyone:
            page.small(identity_words.ONLY_YOURS)
        with page.guarded("suggestions"):
            _open(found, known, currency)
        _held(held, known)
        page.finding(
            "What a score is made of", "A rule of thumb that puts suggestions in order. It joins nobody"
        )
        page.table(identity_words.score_table())
    page.footer()


def _suggested(
    unmatched: pd.DataFrame, people: pd.DataFrame, refused: tuple[tuple[str, str], ...]
) -> tuple[Suggestion, ...]:
    by_name, by_address = (
        session.ask("identity/pairs_by_name"),
        session.ask("identity/pairs_by_address_or_id"),
    )
    return kept.found(suggesting.suggestions, unmatched, people, by_name, by_address, refused)


def _top(lead: identity_words.Lead, counts: pd.DataFrame, currency: str) -> None:
    """The answer, and how much is matched."""
    page.lead("Identity match", lead.sentence, lead.standfirst)
    numbers = identity_words.numbers(session.ask("shared/match_rate"), counts, currency)
    page.tiles([page.Tile(n.title(), n.value, n.note, n.definition()) for n in numbers])


def _open(found: Sequence[Suggestion], known: dict[str, Employee], currency: str) -> None:
    """Whom nobody is found for: first those who may be somebody, then the others."""
    hindrance = matches.hindrance()
    if hindrance and found:
        page.aside("{why}", why=hindrance)
    elif not hindrance:
        page_identity.who_decides()
    pairs = sure.pairs(found)
    if pairs:
        page_identity.sure(pairs, currency, may_decide=not hindrance)
    together = {one.login.login_key for one in pairs}
    left = [one for one in found if one.login.login_key not in together]
    shown = identity_words.drawn(left)
    if shown or not pairs:
        page.finding(identity_words.decide_title(left), identity_words.decide_subtitle(left))
    if not shown and not pairs:
        page.state_empty(identity_words.nobody_to_decide(found, of_everyone=session.sees_everyone()))
    for one in shown:
        page_identity.suggestion(one, currency, may_decide=not hindrance)
    others = identity_words.without_candidate(found, currency)
    if len(others):
        page.finding(
            identity_words.others_title(len(others)),
            "Queues, robots and people who have not started need no match",
        )
        page.table(others, title="All of them")
    if found and not hindrance:
        page_identity.by_hand(found, known)


def _held(held: Pending, known: dict[str, Employee]) -> None:
    """What was decided and not built yet, and how to build."""
    if held.decisions:
        page.finding(
            identity_words.held_title(held),
            "The next build heeds these decisions; until then no figure changes",
        )
        page.table(identity_words.decisions_table(held.decisions, known), title="All of them")
        if not matches.hindrance() and st.button("Build now", key="build_decided", type="primary"):
            page_identity.build()
        st.code(matches.build_command(), language=None, wrap_lines=True)

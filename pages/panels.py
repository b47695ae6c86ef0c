"""How were panels made up, and did hires of one kind of panel fare otherwise than was to be expected?"""

from dataclasses import replace

import streamlit as st

from hiring import metrics
from hiring.access.scope import Scope
from hiring.findings import links
from hiring.findings.high_performers import answer as first_year
from hiring.findings.high_performers import outcomes
from hiring.findings.panels import answer, composition, offers
from hiring.serving import evidence, kept, session
from hiring.showing import evidence as page_evidence
from hiring.showing import filters, hires, missing, page, panels
from hiring.showing.choices import switch
from hiring.statistics.company import CompanyEvidence
from hiring.statistics.evidence.contrasts import selling_hours
from hiring.statistics.evidence.frames import Chosen
from hiring.statistics.evidence.shown import shown


def show() -> None:
    """Draw the page."""
    scope = replace(filters.current(), outcome_window=first_year.WINDOW)
    loaded = session.ask("shared/company").iloc[0]["tables_loaded"].split(",")
    lacking = [table for table in answer.NEEDED if table not in loaded]
    if lacking:
        lead, *state = answer.NEEDED[lacking[0]]
        page.lead(answer.KICKER, lead)
        missing.state(*state)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    fitted, chosen = evidence.company(), evidence.chosen(scope)
    if fitted is None:
        page.lead(answer.KICKER, page_evidence.WORKING)
        page_evidence.waiting()
        return page.footer(f"Definitions v{metrics.VERSION}.")
    _panels(scope, fitted, chosen)
    return page.footer(f"Definitions v{metrics.VERSION}.", has_evidence=True)


def _panels(scope: Scope, fitted: CompanyEvidence, chosen: Chosen) -> None:
    """Kinds of panel, offers, and how it is worked out."""
    head = st.container()
    outcome = outcomes.outcome_of(switch("outcome", [one.switch for one in outcomes.OUTCOMES]))
    names = chosen.people is not None
    found = kept.found(
        answer.compared, fitted.high_performers, fitted.panels, chosen.hires, outcome, sees_names=names
    )
    known = session.ask("shared/links")
    judged = first_year.counted(fitted.high_performers, chosen.hires, outcome).n
    why_not, remedy = hires.with_full_year(scope, judged)
    with head:
        lead = links.answer(known, why_not or answer.lead(found, outcome))
        page.lead(answer.KICKER, lead, answer.standfirst(found, outcome))
    made = kept.found(composition.composition, kept.found(shown, fitted.panels, chosen))
    asked, met = (
        session.ask("panels/offers_by_last_stage", scope),
        session.ask("panels/interviews_by_stage", scope),
    )
    accepted = kept.found(offers.acceptance, asked)
    voted = kept.found(composition.voted, fitted.high_performers, chosen.hires)
    if not found.exhibits:
        remedy = links.hires(known) or (remedy if why_not else links.interviews(known) or links.WIDEN)
        page.state_empty(f"{lead}.", remedy=remedy)
    accepted_offers = int(asked["is_accepted"].sum())
    years = composition.years_of(scope.hired_from, scope.hired_to)
    panels.tiles(answer.tiles(found, voted, accepted, selling_hours(met), accepted_offers, outcome, years))
    panels.kinds(found, made, answer.of_vote(found, voted, outcome))
    told = offers.fact(accepted[0]) if accepted else ""
    panels.offers(kept.found(offers.exhibit, asked), told, composition.hours(met, accepted_offers))
    panels.against_the_vote(scope, fitted.high_performers, chosen)
    panels.worked_out(made)

"""What the page of sources leads with, drawn: the answer, whether it is luck, the figure, what may be said.

Where the evidence is not worked out yet, the page says so in its place.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from hiring.access.scope import Scope
from hiring.findings import links, sales_history
from hiring.findings.exhibit import Exhibit
from hiring.findings.sources import evidence_words, tables
from hiring.findings.sources import funnel as sourcing_funnel
from hiring.findings.sources import offers as sourcing_offers
from hiring.findings.sources.answer import Sources
from hiring.findings.sources.evidence import Answer
from hiring.serving import kept, session
from hiring.showing import evidence as page_evidence
from hiring.showing import filters, lists, missing, page

SHARES = ":gray[**Plain shares**]"
NO_OFFER = "Nobody who applied within these filters had an offer."


def lead(judged: Answer | None) -> None:
    """The page's name and its answer; without one yet, that it is being worked out."""
    if judged is None:
        page.lead("Sources", page_evidence.WORKING)
        return
    known = session.ask("shared/links")
    page.lead("Sources", links.answer(known, judged.lead), links.hires(known) or judged.standfirst)


def compared(found: Sources, measure: str, loaded: Sequence[str]) -> None:
    """Who met the bar, as plain shares ("bar"), or who stayed against all others ("staying")."""
    if not tables.is_compared(found, measure):
        page.finding(tables.title(found, measure))
        fact, file, remedy = tables.not_compared(found, measure, loaded)
        missing.state(fact, file, remedy if file else _cause(found, measure) or remedy)
        return
    page.exhibit(tables.compared(found, measure))


def offers(made: pd.DataFrame, chosen: Scope) -> None:
    """How many say yes: in all, and by month, of which a viewer without names sees no small one."""
    undated = sourcing_offers.without_a_day(session.ask("shared/offers_without_a_day", chosen))
    if made.empty:
        page.finding(sourcing_offers.acceptance_title(made))
        known = session.ask("shared/links")
        cause = links.offers(known) or undated
        fact = "No day of an offer is known." if cause else NO_OFFER
        page.state_empty(fact, remedy=cause or links.openings(known, chosen) or links.WIDEN)
        return
    by_month = session.ask("shared/offers_by_month", chosen)
    page.exhibit(kept.found(sourcing_offers.exhibit, made, by_month, undated))


def _cause(found: Sources, measure: str) -> str:
    """Which link between the files is broken, where that and no filter leaves nothing to compare."""
    known = session.ask("shared/links")
    if len(found.sources) == 1:
        return links.sources(known)
    if found.sources and measure == "bar":
        return links.quotas(known) or sales_history.unobserved(
            session.ask("shared/hires_counted", filters.current())
        )
    return links.applications(known)


def judgement(judged: Answer | None, found: Sources) -> None:
    """The figure of all sources against comparable hires, and beside it what may be said; nothing if not compared."""
    if judged is None:
        return page_evidence.waiting()
    if not judged.is_compared:
        return None
    if judged.luck:
        page.aside("**Is it more than luck?** {answer}", answer=judged.luck)
    if judged.unequal:
        page.not_comparable(*judged.unequal)
    page.small(links.ground(session.ask("shared/links")))
    figure, beside = page.two_columns()
    with figure:
        page.exhibit(judged.exhibit, has_note=False)
    with beside:
        page.finding("What may be said")
        beside_it = evidence_words.beside_shares(found, judged.labels, is_part=judged.is_part)
        lists.marked([*judged.sayings, *((SHARES, sentence) for sentence in beside_it)])
    page.note(
        "{note}  \n{remarks} {levelled}",
        note=judged.exhibit.note,
        remarks=judged.remarks,
        levelled=judged.levelled,
    )
    return page.table(judged.table, title="Every source against comparable hires, in figures")


def funnel(chosen: Scope, applied: pd.DataFrame, loaded: Sequence[str]) -> None:
    """From the application to the hire: who came to each stage, and who went on."""
    by_stage, in_stage = (
        session.ask("sources/funnel_by_stage", chosen),
        session.ask("sources/days_in_stage", chosen),
    )
    if applied.empty:
        page.finding(sourcing_funnel.funnel_title(applied))
        cause = links.openings(session.ask("shared/links"), chosen)
        page.state_empty("Nobody applied within these filters.", remedy=cause or links.WIDEN)
        return
    figure = kept.found(sourcing_funnel.exhibit, applied, by_stage, in_stage)
    page.exhibit(figure, heading=lambda: _funnel_heading(figure, loaded))
    page.table(sourcing_funnel.pass_through_by_source(by_stage), title="Who went on, by source and stage")


def _funnel_heading(figure: Exhibit, loaded: Sequence[str]) -> None:
    """The finding, and what is missing of the stages between applying and the offer."""
    page.finding(figure.lead, figure.standfirst)
    if "interviews" not in loaded:
        missing.state("No interviews are loaded.", "interviews.csv", sourcing_funnel.WITHOUT_INTERVIEWS)
    elif cause := links.stages(session.ask("shared/links")):
        page.state_empty("No stage of interviews is known.", remedy=cause)

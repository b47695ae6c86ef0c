"""What the page of sources draws: money and quality, hires against comparable ones, the funnel, the offers.

Where the evidence is not worked out yet, the page says so in its place, and the rest stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd

from hiring.access.scope import Scope, of_company
from hiring.findings import links, sales_history
from hiring.findings.exhibit import Exhibit
from hiring.findings.high_performers import answer as high_performers
from hiring.findings.high_performers.groups import groups
from hiring.findings.high_performers.outcomes import HIGH_PERFORMERS
from hiring.findings.sources import answer as sourcing
from hiring.findings.sources import comparable, evidence_words, next_hires, tables
from hiring.findings.sources import costs as sourcing_costs
from hiring.findings.sources import evidence as judgement
from hiring.findings.sources import funnel as sourcing_funnel
from hiring.findings.sources import offers as sourcing_offers
from hiring.findings.sources import value as worth
from hiring.findings.sources.answer import Sources
from hiring.findings.sources.costs import Costs, Paybacks
from hiring.findings.sources.evidence import Answer
from hiring.serving import evidence, kept, session
from hiring.showing import evidence as page_evidence
from hiring.showing import filters, folds, lists, missing, page
from hiring.statistics.evidence import counted

SHARES = ":gray[**Plain shares**]"
NO_OFFER = "Nobody who applied within these filters had an offer."


@dataclass(frozen=True)
class Money:
    """What hires cost and when they have paid back, in a currency."""

    costs: Costs
    paybacks: Paybacks
    currency: str


def money(scope: Scope, currency: str) -> Money:
    """The money of the chosen months and sources; costs are the company's where some hires are not to be seen."""
    costs = costs_of(scope)
    paybacks = kept.found(sourcing_costs.paybacks_of, session.ask("sources/payback_by_hire", scope))
    return Money(costs, paybacks, currency)


def costs_of(scope: Scope) -> Costs:
    """What a hire of each source cost, and whether that is of more hires than those chosen."""
    is_company_wide = scope.is_of_some_groups or not session.sees_everyone()
    by_month = session.ask("sources/cost_by_month", scope)
    return kept.found(sourcing_costs.costs_of, by_month, is_company_wide=is_company_wide)


@dataclass(frozen=True)
class Judged:
    """What the evidence carries of sources: in words, and each source's row of high performers."""

    answer: Answer
    rows: pd.DataFrame

    @property
    def lead(self) -> str:
        """What the figure of comparable hires finds; where nothing is compared at all, why."""
        return comparable.lead(self.rows) if self.answer.is_compared else self.answer.lead


def judged(scope: Scope) -> Judged | None:
    """What the evidence says of the chosen hires' sources; None until it is worked out."""
    company, of_sources = evidence.company(), rows(scope)
    if company is None or of_sources is None:
        return None
    said = kept.found(judgement.judged_answer, company.panels, evidence.chosen(scope))
    return Judged(said, of_sources)


def rows(scope: Scope) -> pd.DataFrame | None:
    """Each source's row of high performers, as here and on the overview; None until they are worked out."""
    company = evidence.company()
    if company is None:
        return None
    chosen = evidence.chosen(replace(scope, outcome_window=high_performers.WINDOW))
    origin = kept.found(
        groups,
        company.high_performers,
        company.panels,
        chosen.hires,
        HIGH_PERFORMERS,
        sees_names=chosen.people is not None,
        sections=(comparable.SECTION,),
    )
    return comparable.rows_of(origin)


def lead(found: Sources, money: Money, known: Judged | None) -> None:
    """What is clear of money first, where anything is; then what the evidence carries, or that it comes."""
    apart = worth.apart(found, money.costs)
    joined = session.ask("shared/links")
    if apart is not None:
        quality = f"{known.lead}." if known else ""
        rest = worth.standfirst(apart, found, money.paybacks)
        sentence = links.answer(
            joined, worth.lead(apart, money.currency, is_company_wide=money.costs.is_company_wide)
        )
        page.lead("Sources", sentence, links.hires(joined) or f"{rest} {quality}".strip())
    elif known is None:
        page.lead("Sources", page_evidence.WORKING)
    else:
        sentence = links.answer(joined, known.lead)
        page.lead("Sources", sentence, links.hires(joined) or known.answer.standfirst)


def value(
    found: Sources,
    money: Money,
    known: Judged | None,
    loaded: Sequence[str],
    by_hire: pd.DataFrame,
    chosen: Scope,
) -> None:
    """Cost beside quality, and beside it the next tenth of the hires; then the money of each source."""
    for name, (fact, remedy) in sourcing_costs.MISSING.items():
        if name not in loaded:
            missing.state(fact, f"{name}.csv", remedy)
    _unjudged(found, loaded)
    chart, beside = page.two_columns()
    with chart:
        figure = kept.found(worth.exhibit, found, money.costs, money.currency)
        page.exhibit(figure)
        if not figure.is_drawn:
            page.table(figure.table)
    with beside:
        page.finding("What may be said")
        if known is None:
            page_evidence.waiting()
        else:
            lists.marked(comparable.sayings(known.rows))
            page.finding(next_hires.TITLE)
            for said in _next(found, money, known, by_hire, chosen):
                page.says("{said}", said=said)
    table = worth.table(found, money.costs, money.paybacks, money.currency)
    page.table(table, title=worth.table_title(money.costs))
    page.small(worth.without_source(found))


def _next(found: Sources, money: Money, known: Judged, by_hire: pd.DataFrame, chosen: Scope) -> list[str]:
    costs = {name: cost.per_hire for name, cost in money.costs.sources.items()}
    is_wide = money.costs.is_company_wide
    until = pd.Timestamp(min(chosen.hired_to, session.ask("shared/company").iloc[0]["as_of"].date()))
    told = next_hires.sentences(
        known.rows, by_hire, costs, money.currency, until=until, is_company_wide=is_wide
    )
    whole = of_company(chosen)
    if whole != chosen and not comparable.leaning_above(known.rows) and (every := rows(whole)) is not None:
        told = [*told, *next_hires.elsewhere(every)]
    apart = worth.apart(found, money.costs)
    dearest = worth.advice(apart, found, money.costs, money.paybacks, money.currency)
    return [*told, dearest] if dearest else told


def quality(found: Sources, known: Judged | None, loaded: Sequence[str]) -> None:
    """High performers against comparable hires, and who stayed against all others."""
    left, right = page.two_columns("two sides")
    with left:
        if known is not None:
            page.exhibit(kept.found(comparable.exhibit, known.rows), has_note=False)
            if known.rows.empty:
                page.state_empty(f"{known.lead}.", remedy=known.answer.standfirst)
    with right:
        _staying(found, loaded, [] if known is None else known.rows.get("name", []))
        lists.marked(sourcing.sayings(found))
    if known is not None and known.answer.unequal:
        page.not_comparable(*known.answer.unequal)


def _unjudged(found: Sources, loaded: Sequence[str]) -> None:
    """Why nobody is held against the bar, where nobody can be; nothing where some are."""
    if found.has_bar or not found.sources:
        return
    if "quotas" not in loaded:
        missing.state("No quotas are loaded.", "quotas.csv", "Without them no bar is met or missed.")
        return
    known = session.ask("shared/links")
    counted = session.ask("shared/hires_counted", filters.current())
    cause = links.quotas(known) or sales_history.unobserved(counted)
    fact, _, remedy = tables.not_compared(found, "bar", loaded)
    page.state_empty(fact, remedy=cause or remedy)


def _staying(found: Sources, loaded: Sequence[str], order: Iterable[str]) -> None:
    """Who stayed, source by source in the order of the figure beside it."""
    if tables.is_compared(found, "staying"):
        page.exhibit(tables.compared(tables.in_order(found, order), "staying"))
        return
    page.finding(tables.title(found, "staying"))
    fact, file, remedy = tables.not_compared(found, "staying", loaded)
    missing.state(fact, file, remedy if file else _cause(found) or remedy)


def _cause(found: Sources) -> str:
    """Which link between the files is broken, where that and no filter leaves nothing to compare."""
    known = session.ask("shared/links")
    if len(found.sources) == 1:
        return links.sources(known)
    return links.applications(known)


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
    by_quarter = session.ask("sources/offers_by_quarter", chosen)
    figure = kept.found(sourcing_offers.exhibit, made, by_quarter, undated)
    folded = figure.lead == sourcing_offers.NO_CHANGE
    with folds.worked_out(figure.lead) if folded else nullcontext():
        page.exhibit(figure, heading=partial(page.small, figure.standfirst) if folded else None)


def small_print(found: Sources, money: Money, known: Judged | None) -> None:
    """How money, shares and the comparison are worked out, with every source in figures."""
    page.note(
        "{note} {cells} {together}",
        note=comparable.NOTE,
        cells=sourcing.CELLS,
        together=sourcing.together(found),
    )
    page.note(f"{sourcing.MEANING}  \n{sourcing.UNEQUAL}")
    left_out = sourcing_costs.left_out(money.costs, money.paybacks)
    page.note(f"{sourcing_costs.COST_RULE}  \n{sourcing_costs.PAYBACK_RULE} {{left_out}}", left_out=left_out)
    if known is not None and known.answer.is_compared:
        said = known.answer
        page.note("{standfirst}", standfirst=said.standfirst)
        if said.luck:
            page.note("**Is it more than luck?** {answer}", answer=said.luck)
        page.small(links.ground(session.ask("shared/links")))
        part = counted.READING if said.is_part else ""
        page.note("{remarks} {levelled} {part}", remarks=said.remarks, levelled=said.levelled, part=part)
        beside = evidence_words.beside_shares(found, said.labels, is_part=said.is_part)
        lists.marked([*said.sayings, *((SHARES, sentence) for sentence in beside)])
        page.table(said.table, title="Every source against comparable hires, in SD")
    page.table(tables.table(found), title="Every source in figures")
    names = [source.name for source in found.sources]
    costs = sourcing_costs.cost_table(money.costs, money.paybacks, names, money.currency)
    page.table(costs, title="Every source's cost in figures")


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


def stages(chosen: Scope, applied: pd.DataFrame) -> None:
    """The funnel in figures, and who went on by source."""
    if applied.empty:
        return
    by_stage, in_stage = (
        session.ask("sources/funnel_by_stage", chosen),
        session.ask("sources/days_in_stage", chosen),
    )
    page.table(sourcing_funnel.stage_table(kept.found(sourcing_funnel.stages_of, by_stage, in_stage)))
    page.table(sourcing_funnel.pass_through_by_source(by_stage), title="Who went on, by source and stage")


def _funnel_heading(figure: Exhibit, loaded: Sequence[str]) -> None:
    """The finding, and what is missing of the stages between applying and the offer."""
    page.finding(figure.lead, figure.standfirst)
    if "interviews" not in loaded:
        missing.state("No interviews are loaded.", "interviews.csv", sourcing_funnel.WITHOUT_INTERVIEWS)
    elif cause := links.stages(session.ask("shared/links")):
        page.state_empty("No stage of interviews is known.", remedy=cause)

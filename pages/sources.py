"""Which sources bring people who reach their role's bar and stay, and at what cost?"""

from __future__ import annotations

import pandas as pd

from hiring import metrics
from hiring.access.scope import Scope
from hiring.findings import clock, links, sales_history
from hiring.findings.numbers import Number
from hiring.findings.sources import answer, funnel, tables
from hiring.findings.sources import costs as sourcing_costs
from hiring.findings.sources import evidence as judgement
from hiring.findings.sources import offers as sourcing_offers
from hiring.findings.sources.answer import Sources
from hiring.serving import evidence, kept
from hiring.serving.session import ask
from hiring.showing import filters, lists, missing, page, sources


def show() -> None:
    """Draw the page."""
    chosen, company = filters.current(), ask("shared/company").iloc[0]
    loaded = company["tables_loaded"].split(",")
    outcomes = ask("sources/outcomes_by_source", chosen)
    applied = ask("sources/applications_by_source", chosen)
    counted = ask("shared/hires_counted", chosen)
    found = kept.found(
        answer.compared, outcomes, ask("sources/retention_by_hire", chosen), chosen.outcome_window
    )
    if "applications" not in loaded:
        page.lead("Sources", "Where hires came from is not known: no applications are loaded")
        _tiles(tables.hires_numbers(found), chosen)
        missing.state("No applications are loaded.", "applications.csv", answer.WITHOUT_APPLICATIONS)
    elif outcomes.empty and applied.empty:
        _nothing(counted)
    else:
        _answer(found, applied, chosen, loaded, str(company["base_currency"]))
    remarks = (
        answer.kept_back(found, counted),
        sales_history.left_out(counted, chosen.outcome_window),
        answer.ASSOCIATION,
        clock.remarks(loaded),
    )
    page.footer(f"Definitions v{metrics.VERSION}.", *remarks, has_evidence=True)


def _nothing(counted: pd.DataFrame) -> None:
    """Why there is nothing to show: no hire known, every group too small for the viewer, or the filters."""
    known = ask("shared/links")
    if counted.empty or counted.iloc[0]["count_hires"]:
        page.lead("Sources", answer.NONE_SHOWN)
        page.state_empty("There is nothing to compare.", remedy=f"{answer.KEPT_BACK} {links.WIDEN}")
        return
    page.lead("Sources", links.answer(known, "Nobody was hired and nobody applied within these filters"))
    page.state_empty("There is nothing to compare.", remedy=links.hires(known) or links.WIDEN)


def _answer(found: Sources, applied: pd.DataFrame, chosen: Scope, loaded: list[str], currency: str) -> None:
    company = evidence.company()
    costs = kept.found(sourcing_costs.costs_of, ask("sources/cost_by_month", chosen))
    paybacks = kept.found(sourcing_costs.paybacks_of, ask("sources/payback_by_hire", chosen))
    offers = ask("shared/offers_by_role_and_month", chosen)
    numbers = (
        funnel.applications_number(applied),
        *tables.hires_numbers(found)[:2],
        sourcing_offers.number(offers),
        *sourcing_costs.cost_numbers(costs, paybacks, currency),
    )
    judged = kept.found(judgement.judged_answer, company.panels, evidence.chosen(chosen)) if company else None
    sources.lead(judged)
    _tiles(numbers, chosen)
    sources.judgement(judged, found)
    _outcomes(found, loaded)
    table = sourcing_costs.cost_table(costs, paybacks, [s.name for s in found.sources], currency)
    _money(
        table, sourcing_costs.cost_title(costs, currency), sourcing_costs.left_out(costs, paybacks), loaded
    )
    sources.funnel(chosen, applied, loaded)
    sources.offers(offers, chosen)


def _tiles(numbers: tuple[Number, ...], chosen: Scope) -> None:
    page.tiles([page.Tile(n.title(chosen), n.value, n.note, n.definition(chosen)) for n in numbers])


def _outcomes(found: Sources, loaded: list[str]) -> None:
    for column, measure in zip(page.two_columns("two sides"), answer.MEASURES, strict=True):
        with column:
            sources.compared(found, measure, loaded)
    lists.marked(answer.sayings(found))
    page.table(tables.table(found), title="Every source in figures")
    page.note(f"{answer.CELLS} {answer.together(found)} {answer.MEANING}")
    page.aside(answer.UNEQUAL)


def _money(table: pd.DataFrame, title: str, left_out: str, loaded: list[str]) -> None:
    page.finding(title, sourcing_costs.COST_SUBTITLE)
    for name, (fact, remedy) in sourcing_costs.MISSING.items():
        if name not in loaded:
            missing.state(fact, f"{name}.csv", remedy)
    page.table(table, title="Every source's cost")
    page.note(f"{sourcing_costs.COST_RULE}  \n{sourcing_costs.PAYBACK_RULE} {left_out}")

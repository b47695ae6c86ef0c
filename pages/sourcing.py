"""Which sources bring people who reach their role's bar and stay, and at what cost?"""

from __future__ import annotations

import pandas as pd

from hiring import charts, filters, metrics, page, page_lists, page_missing, page_sources, session_evidence
from hiring.findings import clock, links, sourcing, sourcing_costs, sourcing_funnel, sourcing_tables
from hiring.findings.sourcing import Sources
from hiring.findings.sourcing_tables import Number
from hiring.scope import Scope
from hiring.session import ask


def show() -> None:
    """Draw the page."""
    chosen, company = filters.current(), ask("shared/company").iloc[0]
    loaded = company["tables_loaded"].split(",")
    outcomes = ask("sourcing/outcomes_by_source", chosen)
    applied = ask("sourcing/applications_by_source", chosen)
    counted = ask("shared/hires_counted", chosen)
    found = sourcing.compared(outcomes, ask("sourcing/retention_by_hire", chosen), chosen.outcome_window)
    if "applications" not in loaded:
        page.lead("Sources", "Where hires came from is not known: no applications are loaded")
        _tiles(sourcing_tables.hires_numbers(found), chosen)
        page_missing.state("No applications are loaded.", "applications.csv", sourcing.WITHOUT_APPLICATIONS)
    elif outcomes.empty and applied.empty:
        _nothing(counted)
    else:
        _answer(found, applied, chosen, loaded, str(company["base_currency"]))
    remarks = (sourcing.kept_back(found, counted), sourcing.ASSOCIATION, clock.remarks(loaded))
    page.footer(f"Definitions v{metrics.VERSION}.", *remarks, has_evidence=True)


def _nothing(counted: pd.DataFrame) -> None:
    """Why there is nothing to show: no hire known, every group too small for the viewer, or the filters."""
    known = ask("shared/links")
    if counted.empty or counted.iloc[0]["count_hires"]:
        page.lead("Sources", sourcing.NONE_SHOWN)
        page.state_empty("There is nothing to compare.", remedy=f"{sourcing.KEPT_BACK} {links.WIDEN}")
        return
    page.lead("Sources", links.answer(known, "Nobody was hired and nobody applied within these filters"))
    page.state_empty("There is nothing to compare.", remedy=links.hires(known) or links.WIDEN)


def _answer(found: Sources, applied: pd.DataFrame, chosen: Scope, loaded: list[str], currency: str) -> None:
    costs = sourcing_costs.costs_of(ask("sourcing/cost_by_month", chosen))
    paybacks = sourcing_costs.paybacks_of(ask("sourcing/payback_by_hire", chosen))
    offers = ask("shared/offers_by_role_and_month", chosen)
    numbers = (
        sourcing_funnel.applications_number(applied),
        *sourcing_tables.hires_numbers(found)[:2],
        sourcing_funnel.offers_number(offers),
        *sourcing_costs.cost_numbers(costs, paybacks, currency),
    )
    fitted, picked = session_evidence.company(), session_evidence.chosen(chosen)
    settle = page_sources.led(fitted, picked, found, lambda: _tiles(numbers, chosen))
    _outcomes(found, loaded)
    table = sourcing_costs.cost_table(costs, paybacks, [s.name for s in found.sources], currency)
    _money(
        table, sourcing_costs.cost_title(costs, currency), sourcing_costs.left_out(costs, paybacks), loaded
    )
    _funnel(chosen, applied, loaded)
    page_sources.offers(offers, chosen)
    settle()


def _tiles(numbers: tuple[Number, ...], chosen: Scope) -> None:
    page.tiles([page.Tile(n.title(chosen), n.value, n.note, metrics.short(n.card, chosen)) for n in numbers])


def _outcomes(found: Sources, loaded: list[str]) -> None:
    for place, measure in zip(page.two_columns("two sides"), sourcing.MEASURES, strict=True):
        with place:
            page_sources.compared(found, measure, loaded)
    page_lists.marked(sourcing.sayings(found))
    page.table(sourcing_tables.table(found), title="Every source in figures")
    page.note(f"{sourcing.CELLS} {sourcing.together(found)} {sourcing.MEANING}")
    page.aside(sourcing.UNEQUAL)


def _money(table: pd.DataFrame, title: str, left_out: str, loaded: list[str]) -> None:
    page.finding(title, sourcing_costs.COST_SUBTITLE)
    for name, (fact, remedy) in sourcing_costs.MISSING.items():
        if name not in loaded:
            page_missing.state(fact, f"{name}.csv", remedy)
    page.table(table, title="Every source's cost")
    page.note(f"{sourcing_costs.COST_RULE}  \n{sourcing_costs.PAYBACK_RULE} {left_out}")


def _funnel(chosen: Scope, applied: pd.DataFrame, loaded: list[str]) -> None:
    by_stage, in_stage = ask("sourcing/funnel_by_stage", chosen), ask("sourcing/days_in_stage", chosen)
    title = sourcing_funnel.funnel_title(applied)
    page.finding(title, "" if applied.empty else sourcing_funnel.FUNNEL_SUBTITLE)
    if applied.empty:
        cause = links.openings(ask("shared/links"), chosen)
        page.state_empty("Nobody applied within these filters.", remedy=cause or links.WIDEN)
        return
    if "interviews" not in loaded:
        page_missing.state("No interviews are loaded.", "interviews.csv", sourcing_funnel.WITHOUT_INTERVIEWS)
    elif cause := links.stages(ask("shared/links")):
        page.state_empty("No stage of interviews is known.", remedy=cause)
    stages = sourcing_funnel.stages_of(by_stage, in_stage)
    page.chart(charts.funnel(stages, noun="application"), f"{title}.", key="sources_funnel")
    page.table(sourcing_funnel.stage_table(stages), title="Every stage in figures")
    page.note(f"{sourcing_funnel.READING} {{left_out}}", left_out=sourcing_funnel.left_out(by_stage))
    page.table(sourcing_funnel.pass_through_by_source(by_stage), title="Who went on, by source and stage")

"""Which sources bring people who reach their role's bar and stay, and at what cost?"""

from __future__ import annotations

import pandas as pd

from hiring import metrics
from hiring.access.scope import Scope
from hiring.findings import clock, links, sales_history
from hiring.findings.numbers import Number
from hiring.findings.sources import answer, tables, value
from hiring.findings.sources import costs as sourcing_costs
from hiring.findings.sources.answer import Sources
from hiring.serving import kept
from hiring.serving.session import ask
from hiring.showing import filters, missing, page, referrers, sources
from hiring.showing.folds import worked_out


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
    money = sources.money(chosen, currency)
    judged = sources.judged(chosen)
    sources.lead(found, money, judged)
    bar, stayed = tables.hires_numbers(found)[1:]
    high = tables.share_number("high_performer", found.high_performers, "hire")
    cost, payback = sourcing_costs.cost_numbers(money.costs, money.paybacks, currency)
    _tiles((high, bar, stayed, cost, value.number(found, money.costs, currency), payback), chosen)
    sources.value(found, money, judged, loaded, ask("sources/retention_by_hire", chosen), chosen)
    sources.quality(found, judged, loaded)
    referrers.referred(chosen)
    sources.funnel(chosen, applied, loaded)
    sources.offers(ask("shared/offers_by_role_and_month", chosen), chosen)
    with worked_out():
        sources.small_print(found, money, judged)
        sources.stages(chosen, applied)


def _tiles(numbers: tuple[Number, ...], chosen: Scope) -> None:
    page.tiles([page.Tile(n.title(chosen), n.value, n.note, n.definition(chosen)) for n in numbers])

"""What the page "Shared result" draws, and its one line on the overview."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring import metrics
from hiring.access.scope import Scope
from hiring.findings import links
from hiring.findings.outcomes import staying
from hiring.findings.shared_result import answer, renewals, years
from hiring.findings.shared_result.answer import Cohort
from hiring.findings.sources import costs as sourcing_costs
from hiring.serving import kept, session
from hiring.showing import folds, missing, next_step, page
from hiring.showing.sources import Money

ADDRESS = "shared-result"


@dataclass(frozen=True)
class Parts:
    """What stands below the lead: years of start, their sums, the money, accounts won first and what lacks of them."""

    cohorts: tuple[Cohort, ...]
    sums: pd.DataFrame
    money: Money
    accounts: pd.DataFrame
    lacks_of_renewals: tuple[str, str]


def cohorts_of(scope: Scope) -> tuple[Cohort, ...]:
    """The hires by year of start, as the page and the overview tell them."""
    return kept.found(answer.cohorts_of, session.ask("sources/payback_by_hire", scope))


def in_short(scope: Scope, company: pd.Series) -> str:
    """The one number in a line, for the overview; nothing where it is not known."""
    return answer.in_short(cohorts_of(scope), str(company["base_currency"]))


def drawn(parts: Parts, scope: Scope, company: pd.Series) -> None:
    """Everything below the lead."""
    window, currency = scope.outcome_window, parts.money.currency
    numbers = [
        answer.numbers(parts.cohorts, window, currency),
        sourcing_costs.payback_number(parts.money.paybacks),
        sourcing_costs.cost_number(parts.money.costs, currency),
        *([] if parts.lacks_of_renewals[0] else [renewals.number(parts.accounts)]),
    ]
    page.tiles([page.Tile(one.title(scope), one.value, one.note, one.definition(scope)) for one in numbers])
    left, right = page.two_columns("two sides")
    with left:
        _back(parts, window, company)
    with right:
        _renewals(parts)
    page.finding("What the hires of each year sold and cost", years.SO_FAR)
    page.small(years.counts(parts.sums, parts.cohorts, window))
    page.table(years.table(parts.sums, parts.cohorts, currency))
    next_step.drawn("" if parts.lacks_of_renewals[0] else renewals.next_step(parts.accounts))
    page.way_to("sources", "What hires of each source cost, and when they paid back")
    left_out = (sourcing_costs.not_followed(parts.money.paybacks), years.cut(parts.cohorts, window))
    rules = (answer.READING, sourcing_costs.PAYBACK_RULE, sourcing_costs.COST_RULE, years.PAY_APART)
    folds.remarks((*rules, *left_out, metrics.card("renewed_accounts").caveat))


def _back(parts: Parts, window: int, company: pd.Series) -> None:
    if parts.cohorts:
        page.exhibit(answer.back(parts.cohorts, window, parts.money.currency))
        page.small(years.none_drawn(parts.cohorts))
        return
    file = staying.cost_files_missing(company)
    cause = links.applications(session.ask("shared/links")) or staying.COSTS_OF_OTHERS
    missing.state(staying.NO_COSTS, file, "" if file else cause)


def _renewals(parts: Parts) -> None:
    fact, remedy = parts.lacks_of_renewals
    if fact:
        page.finding("Accounts renewed")
        page.state_empty(fact, remedy=remedy)
        return
    page.exhibit(renewals.exhibit(parts.accounts))
    with folds.worked_out("Whose seller had left, whose was still here"):
        page.table(renewals.by_seller(parts.accounts))
        page.small(renewals.meaning(parts.accounts))

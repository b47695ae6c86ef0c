"""What did hiring bring back, and when, for what both departments put in?"""

from hiring import metrics
from hiring.findings import links, sales_history
from hiring.findings.shared_result import answer, renewals
from hiring.serving import session
from hiring.showing import filters, page, shared_result, sources


def show() -> None:
    """Draw the page."""
    scope, company = filters.current(), session.ask("shared/company").iloc[0]
    joined, sums = session.ask("shared/links"), session.ask("shared_result/cohorts", scope)
    if sums.empty:
        page.lead(answer.KICKER, links.answer(joined, answer.NOBODY))
        page.state_empty(f"{answer.NOBODY}.", remedy=links.hires(joined) or links.WIDEN)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    cohorts, currency = shared_result.cohorts_of(scope), str(company["base_currency"])
    money = sources.money(scope, currency)
    everyone = money.paybacks.everyone
    parts = shared_result.Parts(
        cohorts,
        sums,
        money,
        session.ask("shared_result/renewals_by_account", scope),
        renewals.lacking(session.ask("shared_result/renewals_known")),
    )
    said = answer.standfirst(cohorts, scope.outcome_window, currency, everyone)
    page.lead(answer.KICKER, links.answer(joined, answer.lead(cohorts, everyone)), said)
    shared_result.drawn(parts, scope, company)
    left_out = sales_history.left_out(session.ask("shared/hires_counted", scope), scope.outcome_window)
    return page.footer(f"Definitions v{metrics.VERSION}.", left_out)

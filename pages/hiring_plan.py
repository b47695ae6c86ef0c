"""How many sellers of which role, by when, does a revenue target take?"""

from hiring import metrics
from hiring.findings import links
from hiring.findings.hiring_plan import answer, plans
from hiring.serving import session
from hiring.showing import filters, hiring_plan, missing, page


def show() -> None:
    """Draw the page."""
    scope, company = filters.current(), session.ask("shared/company").iloc[0]
    joined = session.ask("shared/links")
    months = session.ask("hiring_plan/months_by_hire", scope)
    if months.empty:
        page.lead(answer.KICKER, links.answer(joined, answer.NOT_KNOWN))
        page.state_empty(
            "No hire is within what the filters leave.", remedy=links.hires(joined) or links.WIDEN
        )
        return page.footer(f"Definitions v{metrics.VERSION}.")
    known = hiring_plan.known(months, company)
    if known is None or not plans.planned(known):
        page.lead(answer.KICKER, links.answer(joined, answer.NOT_KNOWN))
        if known is None:
            missing.state(answer.NO_DEALS, "opportunities.csv")
        else:
            page.state_empty(answer.TOO_FEW, remedy=links.WIDEN)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    hiring_plan.drawn(known, scope, company)
    return page.footer(f"Definitions v{metrics.VERSION}.", has_evidence=True)

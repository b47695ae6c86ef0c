"""Would candidates recommend the company, rejected ones too; why do they leave, and where do strong ones?"""

from hiring import metrics
from hiring.findings import links
from hiring.findings.candidates import answer
from hiring.serving import kept, session
from hiring.showing import candidates, filters, missing, page


def show() -> None:
    """Draw the page."""
    scope = answer.by_quarter(filters.current())
    loaded = session.ask("shared/company").iloc[0]["tables_loaded"].split(",")
    if "applications" not in loaded:
        page.lead(answer.KICKER, answer.UNKNOWN)
        missing.state(*answer.NO_APPLICATIONS)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    has_surveys = answer.SURVEYS in loaded
    found = kept.found(
        answer.candidates,
        session.ask("candidates/applications_ended", scope),
        session.ask("candidates/applications_by_reason", scope),
        has_surveys,
    )
    if found is None:
        page.lead(answer.KICKER, answer.NOBODY)
        page.state_empty(f"{answer.NOBODY}.", remedy=links.WIDEN)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    page.lead(answer.KICKER, found.lead, found.standfirst)
    if scope != filters.current():
        page.small(answer.by_quarters(scope.hired_from, scope.hired_to))
    candidates.drawn(found, has_surveys)
    return page.footer(f"Definitions v{metrics.VERSION}.")

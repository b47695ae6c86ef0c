"""Would candidates recommend the company, rejected ones too; why do they leave, and where do strong ones?"""

from dataclasses import replace

from hiring import metrics
from hiring.access import periods
from hiring.access.scope import Scope
from hiring.findings import links
from hiring.findings.candidates import answer
from hiring.serving import kept, session
from hiring.showing import candidates, filters, missing, page


def by_quarter(scope: Scope) -> Scope:
    """The scope over whole quarters: two that lie a day apart would tell the one who answered in between."""
    starts_in, last = scope.choices.fiscal_year_starts_in, scope.choices.last_day
    begins, ends = periods.whole_quarters(scope.hired_from, scope.hired_to, starts_in)
    return replace(scope, hired_from=max(begins, scope.choices.first_day), hired_to=min(ends, last))


def show() -> None:
    """Draw the page."""
    scope = by_quarter(filters.current())
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

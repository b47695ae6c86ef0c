"""What did HR and Sales promise each other, and which side kept what?"""

import pandas as pd

from hiring import metrics
from hiring.access.scope import Scope, of_whole_time
from hiring.findings import links
from hiring.findings.agreement import answer, waiting
from hiring.serving import kept, session
from hiring.showing import agreement, filters, missing, page
from hiring.statistics import incidents, silence


def show() -> None:
    """Draw the page."""
    chosen, company = filters.current(), session.ask("shared/company").iloc[0]
    # A period of hiring would leave of the last four quarters what few applications were still owed something in them.
    scope = of_whole_time(chosen)
    loaded = company["tables_loaded"].split(",")
    lacking = [table for table in answer.NEEDED if table not in loaded]
    if lacking:
        lead, *state = answer.NEEDED[lacking[0]]
        page.lead(answer.KICKER, lead)
        missing.state(state[0], state[1], "")
        return page.footer(f"Definitions v{metrics.VERSION}.")
    calendar = session.ask("shared/holidays"), pd.Timestamp(company["as_of"])
    cases = session.ask("agreement/promise_cases", scope)
    found = kept.found(answer.agreement, cases, *calendar, scope.choices.fiscal_year_starts_in)
    if found is None:
        page.lead(answer.KICKER, answer.NOTHING_OWED)
        page.state_empty(f"{answer.NOTHING_OWED}.", remedy=links.WIDEN)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    page.lead(answer.KICKER, found.lead, found.standfirst)
    page.small(answer.own_clock(chosen))
    agreement.drawn(found, _parts(scope, found, calendar, has_incidents="incidents" in loaded))
    return page.footer(f"Definitions v{metrics.VERSION}.")


def _parts(
    scope: Scope,
    found: answer.Agreement,
    calendar: tuple[pd.DataFrame, pd.Timestamp],
    *,
    has_incidents: bool,
) -> agreement.Parts:
    """What stands below the promises."""
    overdue = came_up = None
    if session.viewer().sees_names:
        overdue = waiting.overdue(found.cases, session.ask("agreement/owners", scope))
    if has_incidents:
        came_up = kept.found(incidents.by_kind, session.ask("agreement/incidents", scope), *calendar)
    running = session.ask("agreement/running", scope)
    return agreement.Parts(overdue, kept.found(silence.silences, running, found.cases, *calendar), came_up)

"""What did HR and Sales promise each other, and which side kept what?"""

import pandas as pd

from hiring import metrics
from hiring.findings import links
from hiring.findings.agreement import answer
from hiring.serving import kept, session
from hiring.showing import agreement, filters, missing, page


def show() -> None:
    """Draw the page."""
    scope, company = filters.current(), session.ask("shared/company").iloc[0]
    loaded = company["tables_loaded"].split(",")
    lacking = [table for table in answer.NEEDED if table not in loaded]
    if lacking:
        lead, *state = answer.NEEDED[lacking[0]]
        page.lead(answer.KICKER, lead)
        missing.state(state[0], state[1], "")
        return page.footer(f"Definitions v{metrics.VERSION}.")
    holidays, as_of = session.ask("shared/holidays"), pd.Timestamp(company["as_of"])
    found = kept.found(answer.agreement, session.ask("agreement/promise_cases", scope), holidays, as_of)
    if found is None:
        page.lead(answer.KICKER, answer.NOTHING_OWED)
        page.state_empty(f"{answer.NOTHING_OWED}.", remedy=links.WIDEN)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    page.lead(answer.KICKER, found.lead, found.standfirst)
    waiting = None
    if session.viewer().sees_names:
        waiting = kept.found(answer.waiting, session.ask("agreement/cases_waiting", scope), holidays, as_of)
    agreement.drawn(found, waiting)
    return page.footer(f"Definitions v{metrics.VERSION}.")

"""How do interviewers rate, how soon do they write it down, and do their ratings foretell anything?"""

import pandas as pd

from hiring import metrics
from hiring.access.scope import Scope
from hiring.findings import clock
from hiring.findings.craft.answer import NEEDED, TITLE
from hiring.serving import evidence, kept, session
from hiring.showing import craft, filters, missing, page
from hiring.showing import evidence as page_evidence
from hiring.statistics.evidence.shown import shown
from hiring.statistics.profiles.evidence import Slope


def show() -> None:
    """Draw the page."""
    scope, company = filters.current(), session.ask("shared/company").iloc[0]
    loaded = company["tables_loaded"].split(",")
    lacking = [table for table in NEEDED if table not in loaded]
    if lacking:
        lead, *state = NEEDED[lacking[0]]
        page.lead(TITLE, lead)
        missing.state(*state)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    fitted = evidence.company()
    if fitted is None:
        page.lead(TITLE, page_evidence.WORKING)
        page_evidence.waiting()
        return page.footer(f"Definitions v{metrics.VERSION}.")
    hires = session.disguised(kept.found(shown, fitted.panels, evidence.chosen(scope)).hires)
    craft.drawn(scope, _asked(scope, fitted.profiles.evidence.whole), hires, pd.Timestamp(company["as_of"]))
    return page.footer(clock.remarks(loaded), f"Definitions v{metrics.VERSION}.", has_evidence=True)


def _asked(scope: Scope, foretold: Slope | None) -> craft.Asked:
    """What the page is made of."""
    return craft.Asked(
        session.ask("craft/scorecards", scope),
        session.ask("craft/ratings", scope),
        session.ask("craft/scorecard_promises", scope),
        session.ask("shared/holidays"),
        session.ask("role_profiles/profiles", scope),
        session.ask("craft/people", scope) if session.viewer().sees_every_interviewer else None,
        foretold,
    )

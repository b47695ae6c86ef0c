"""Where do HR and Sales see the same candidates differently, and whose view held up?"""

from hiring import metrics
from hiring.findings import links
from hiring.findings.alignment import answer
from hiring.findings.craft.answer import NEEDED
from hiring.serving import evidence, kept, session
from hiring.showing import alignment, filters, missing, page
from hiring.showing import evidence as page_evidence
from hiring.statistics.ratings import scorecards


def show() -> None:
    """Draw the page."""
    scope, company = filters.current(), session.ask("shared/company").iloc[0]
    loaded = company["tables_loaded"].split(",")
    lacking = [table for table in NEEDED if table not in loaded]
    if lacking:
        lead, *state = NEEDED[lacking[0]]
        page.lead(answer.KICKER, lead)
        missing.state(*state)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    fitted = evidence.company()
    if fitted is None:
        page.lead(answer.KICKER, page_evidence.WORKING)
        page_evidence.waiting()
        return page.footer(f"Definitions v{metrics.VERSION}.")
    cards = session.ask("craft/scorecards", scope)
    rated = kept.found(scorecards.rated, cards, session.ask("craft/ratings", scope))
    applications = session.ask("alignment/applications_decided", scope)
    hires = session.disguised(fitted.high_performers.hires)
    found = kept.found(answer.alignment, rated, cards, applications, hires)
    page.lead(answer.KICKER, found.lead, found.standfirst)
    if found.missing is not None:
        page.state_empty(found.missing.fact, found.missing.file, found.missing.remedy or links.WIDEN)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    cases = None
    if session.viewer().sees_names:
        cases = answer.cases(found.people, session.ask("alignment/candidates", scope))
    alignment.drawn(found, answer.meetings(session.ask("alignment/touchpoints_over_time")), cases)
    return page.footer(f"Definitions v{metrics.VERSION}.", has_evidence=True)

"""Where do HR and Sales see the same candidates differently, and what had each rated higher?"""

import pandas as pd

from hiring import metrics
from hiring.access.scope import Scope
from hiring.findings import links
from hiring.findings.alignment import answer, colleagues, pulse, quarters
from hiring.findings.craft.answer import NEEDED
from hiring.serving import evidence, kept, session
from hiring.showing import alignment, filters, missing, page
from hiring.showing import evidence as page_evidence
from hiring.statistics.ratings import scorecards
from hiring.statistics.ratings.scorecards import Rated


def show() -> None:
    """Draw the page."""
    scope, company = filters.current(), session.ask("shared/company").iloc[0]
    loaded = company["tables_loaded"].split(",")
    lacking = [table for table in NEEDED if table not in loaded]
    if lacking:
        page.lead(answer.KICKER, answer.UNKNOWN)
        missing.state(*NEEDED[lacking[0]][1:])
        return page.footer(f"Definitions v{metrics.VERSION}.")
    fitted = evidence.company()
    if fitted is None:
        page.lead(answer.KICKER, page_evidence.WORKING)
        page_evidence.waiting()
        return page.footer(f"Definitions v{metrics.VERSION}.")
    cards = session.ask("craft/scorecards", scope)
    rated = kept.found(scorecards.rated, cards, session.ask("craft/ratings", scope))
    found = kept.found(
        answer.alignment,
        rated,
        cards,
        session.ask("alignment/applications_decided", scope),
        session.disguised(fitted.high_performers.hires),
        session.ask("alignment/at_pace", scope),
        not session.viewer().sees_names,
    )
    page.lead(answer.KICKER, found.lead, found.standfirst)
    if found.missing is not None:
        page.state_empty(found.missing.fact, found.missing.file, found.missing.remedy or links.WIDEN)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    if isinstance(rated, Rated):
        alignment.drawn(found, _beside(scope, found, rated, cards, pd.Timestamp(company["as_of"])))
    return page.footer(f"Definitions v{metrics.VERSION}.", has_evidence=True)


def _beside(
    scope: Scope, found: answer.Alignment, rated: Rated, cards: pd.DataFrame, as_of: pd.Timestamp
) -> alignment.Beside:
    people, cases = None, None
    if session.viewer().sees_every_interviewer:
        people = session.ask("craft/people", scope)
    if session.viewer().sees_names:
        cases = answer.cases(found.people, session.ask("alignment/candidates", scope))
    met = session.ask("alignment/met_first", scope)
    return alignment.Beside(
        kept.found(
            quarters.quarters,
            rated,
            session.ask("alignment/touchpoints_over_time"),
            session.ask("alignment/events", scope),
            as_of,
            scope.choices.fiscal_year_starts_in,
        ),
        kept.found(colleagues.managers, rated, session.ask("alignment/managers", scope), people),
        kept.found(colleagues.met, rated, cards, met, as_of, people),
        cases,
        pulse.quarters(session.ask("alignment/pulse"), as_of, scope.choices.fiscal_year_starts_in),
    )

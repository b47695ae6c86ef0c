"""Whom do HR and Sales turn down, with which ratings and reasons, and who may deserve a second look?"""

import pandas as pd

from hiring import metrics
from hiring.access.scope import Scope, everything
from hiring.findings import links
from hiring.findings.second_look import answer
from hiring.findings.second_look.places import patterns
from hiring.serving import evidence, kept, session
from hiring.showing import evidence as page_evidence
from hiring.showing import filters, missing, page, second_look


def show() -> None:
    """Draw the page."""
    scope, company = filters.current(), session.ask("shared/company").iloc[0]
    loaded = company["tables_loaded"].split(",")
    lacking = [table for table in answer.NEEDED if table not in loaded]
    if lacking:
        page.lead(answer.KICKER, answer.UNKNOWN)
        missing.state(*answer.NEEDED[lacking[0]])
        return page.footer(f"Definitions v{metrics.VERSION}.")
    fitted = evidence.company()
    if fitted is None:
        page.lead(answer.KICKER, page_evidence.WORKING)
        page_evidence.waiting()
        return page.footer(f"Definitions v{metrics.VERSION}.")
    scores = session.ask("second_look/ratings", scope)
    found = kept.found(patterns, scores, not session.viewer().sees_names)
    if not found.offered:
        known, fact = session.ask("shared/links"), answer.TOO_FEW if len(scores) else answer.NOBODY
        page.lead(answer.KICKER, links.answer(known, fact))
        page.state_empty(f"{fact}.", remedy=_cause(known, scope))
        return page.footer(f"Definitions v{metrics.VERSION}.")
    parts = second_look.Parts(
        found,
        session.disguised(fitted.high_performers.hires),
        session.ask("second_look/rejections_by_reason", scope),
        fitted,
        company,
        bool(company["has_second_look_list"]),
    )
    second_look.drawn(scope, parts)
    return page.footer(f"Definitions v{metrics.VERSION}.", has_evidence=True)


def _cause(known: pd.DataFrame, scope: Scope) -> str:
    """Why there is nothing: what is wrong with the files, or the viewer's access, where no filter would help."""
    if cause := links.hires(known) or links.stages(known) or links.openings(known, scope):
        return cause
    if len(session.ask("second_look/ratings", everything(scope.choices))):
        return links.WIDEN
    return answer.NO_SIDES if session.sees_everyone() else links.ASK_FOR_ACCESS

"""What did HR and Sales decide and promise in the reviews, and where does each measure stand now?"""

import pandas as pd

from hiring import metrics
from hiring.access.scope import Scope, everything
from hiring.findings.agreement.answer import agreement
from hiring.findings.decisions import answer
from hiring.findings.review.exhibits import gaps_of, no_promises
from hiring.findings.review.measures import Asked
from hiring.findings.review.quarter import latest, offered
from hiring.serving import decided, kept, session
from hiring.showing import decisions, page
from hiring.statistics.ratings.scorecards import rated


def show() -> None:
    """Draw the page."""
    company, choices = session.ask("shared/company").iloc[0], session.choices()
    as_of, starts_in = company["as_of"].date(), choices.fiscal_year_starts_in
    asked = _asked(company) if session.sees_everyone() else None
    last = latest(as_of, starts_in)
    people = session.ask("identity/employees") if session.viewer().sees_names else None
    names = None if people is None else dict(zip(people["employee_id"], people["full_name"], strict=True))
    now = None if asked is None else answer.measured(asked, last)
    (every, trouble), (promised, more) = decided.decisions(), decided.promises()
    told = answer.told(every, now, last, as_of, starts_in, names)
    page.lead(answer.KICKER, *answer.lead(told, promised["promise_id"].nunique()))
    for line in dict.fromkeys(one for one in (trouble, more) if one):
        page.warned(f"{line}.", "What could be read stands below; nothing was changed.")
    quarters = tuple(one for one in offered(choices.first_day, as_of, starts_in) if one.last <= as_of) or (
        last,
    )
    decisions.drawn(
        decisions.Parts(told, every, promised, asked, now, quarters, people, names, last, starts_in)
    )
    return page.footer(f"Definitions v{metrics.VERSION}.")


def _asked(company: pd.Series) -> Asked:
    """What the measures are made of: everything, whatever is chosen on other pages.

    Asked as for the meeting, so that whoever writes a decision and whoever reads it later count the same.
    """
    scope = everything(session.choices())
    cases = session.ask("agreement/promise_cases", scope, is_nameless=True)
    calendar = session.ask("shared/holidays"), pd.Timestamp(company["as_of"])
    agreed = agreement(cases, *calendar, scope.choices.fiscal_year_starts_in)
    return Asked(
        session.ask("overview/outcomes_by_hire", scope, is_nameless=True),
        session.ask("shared/offers_by_role_and_month", scope, is_nameless=True),
        session.ask("review/openings", scope, is_nameless=True),
        session.ask("review/final_stage", scope, is_nameless=True),
        no_promises() if agreed is None else agreed.cases,
        frozenset(company["tables_loaded"].split(",")),
        scope.outcome_window,
        session.ask("review/ended", scope, is_nameless=True),
        _gaps(scope, company),
    )


def _gaps(scope: Scope, company: pd.Series) -> pd.DataFrame:
    """How far the two rate candidates apart; nothing without their ratings."""
    if not {"interviews", "ratings"} <= set(company["tables_loaded"].split(",")):
        return pd.DataFrame()
    cards = session.ask("craft/scorecards", scope, is_nameless=True)
    scores = session.ask("craft/ratings", scope, is_nameless=True)
    return kept.found(gaps_of, cards, kept.found(rated, cards, scores), False)

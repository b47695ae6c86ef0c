"""What was asked for when an opening was opened, what changed later, and what came of both?"""

import pandas as pd

from hiring import metrics
from hiring.findings import links
from hiring.findings.intake import answer, briefs, profile
from hiring.serving import evidence, kept, session
from hiring.showing import filters, intake, missing, page
from hiring.statistics import intake as counted
from hiring.statistics.ratings import scorecards
from hiring.statistics.ratings.scorecards import Rated


def show() -> None:
    """Draw the page."""
    scope, company = filters.current(), session.ask("shared/company").iloc[0]
    loaded = company["tables_loaded"].split(",")
    if "requisitions" not in loaded:
        lead, *state = answer.NEEDED
        page.lead(answer.KICKER, lead)
        missing.state(f"{lead}.", *state)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    are_known = "requirement_changes" in loaded
    openings, changes = session.ask("intake/openings", scope), session.ask("intake/changes", scope)
    found = kept.found(answer.answer, openings, changes, are_known=are_known)
    if found is None:
        page.lead(answer.KICKER, answer.NOTHING_OPENED)
        page.state_empty(f"{answer.NOTHING_OPENED}.", remedy=links.WIDEN)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    page.lead(answer.KICKER, found.lead, found.standfirst)
    fitted, hires, room = evidence.company(), None, None
    if fitted is not None:
        known = session.disguised(fitted.high_performers.hires)
        hires = answer.hires(kept.found(counted.outcomes, session.ask("intake/hires", scope), known))
    rated = kept.found(
        scorecards.rated, session.ask("craft/scorecards", scope), session.ask("craft/ratings", scope)
    )
    if isinstance(rated, Rated) and rated.is_of_competencies and "role_profiles" in loaded:
        room = profile.room(kept.found(counted.room, rated, session.ask("role_profiles/profiles", scope)))
    read = listed = None
    if session.viewer().sees_names:
        read = session.ask("intake/briefs_read", scope)
        listed = briefs.changes(session.ask("intake/changes_listed", scope))
    turned_down = session.ask("intake/rejections", scope)
    begun = kept.found(counted.within, session.ask("intake/begun_in_role", scope))
    asked = session.ask("intake/briefs", scope)
    parts = intake.Parts(
        hires,
        room,
        profile.rejections(turned_down),
        profile.reasons(turned_down),
        briefs.briefs(asked, openings, read, pd.Timestamp(company["as_of"])),
        profile.within(begun),
        listed,
        scope.outcome_window,
        are_known,
    )
    intake.drawn(found, parts)
    return page.footer(f"Definitions v{metrics.VERSION}.", has_evidence=True)

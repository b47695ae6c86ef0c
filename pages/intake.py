"""What was asked for when an opening was opened, what changed later, and what came of both?"""

import pandas as pd

from hiring import metrics
from hiring.access.scope import Scope
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
    openings, changes = session.ask("intake/openings", scope), session.ask("intake/changes", scope)
    found = kept.found(answer.answer, openings, changes, are_known="requirement_changes" in loaded)
    if found is None:
        page.lead(answer.KICKER, answer.NOTHING_OPENED)
        page.state_empty(f"{answer.NOTHING_OPENED}.", remedy=links.WIDEN)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    page.lead(answer.KICKER, found.lead, found.standfirst)
    intake.drawn(found, _parts(scope, company, loaded, openings))
    return page.footer(f"Definitions v{metrics.VERSION}.", has_evidence=True)


def _parts(scope: Scope, company: pd.Series, loaded: list[str], openings: pd.DataFrame) -> intake.Parts:
    """What stands below the tiles."""
    fitted, hires, room = evidence.company(), None, None
    if fitted is not None:
        known = session.disguised(fitted.high_performers.hires)
        hires = kept.found(counted.outcomes, session.ask("intake/hires", scope), known)
    rated = kept.found(
        scorecards.rated, session.ask("craft/scorecards", scope), session.ask("craft/ratings", scope)
    )
    if isinstance(rated, Rated) and rated.is_of_competencies and "role_profiles" in loaded:
        room = profile.room(kept.found(counted.room, rated, session.ask("role_profiles/profiles", scope)))
    read = listed = None
    if session.viewer().sees_names:
        read = session.ask("intake/briefs_read", scope)
        listed = briefs.changes(session.ask("intake/changes_listed", scope))
    begun = kept.found(counted.within, session.ask("intake/begun_in_role", scope))
    asked = session.ask("intake/briefs", scope)
    return intake.Parts(
        hires,
        room,
        session.ask("intake/rejections", scope),
        briefs.briefs(asked, openings, read, pd.Timestamp(company["as_of"])),
        begun,
        listed,
        scope.outcome_window,
        "requirement_changes" in loaded,
    )

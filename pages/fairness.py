"""Are groups selected at like rates, stage by stage, and what of it is more than luck?"""

from hiring import metrics
from hiring.findings.fairness import answer
from hiring.serving import kept, session
from hiring.showing import fairness, missing, page


def show() -> None:
    """Draw the page."""
    if not session.is_fairness_on():
        return _state(answer.OFF, *answer.OFF_STATE)
    if not session.sees_fairness():
        return _state(answer.NOT_YOURS, answer.NOT_YOURS_STATE)
    loaded = session.ask("shared/company").iloc[0]["tables_loaded"].split(",")
    for table, state in answer.NEEDED.items():
        if table not in loaded:
            return _state(answer.UNKNOWN, *state)
    counted = session.ask("fairness/groups_by_stage")
    if counted.empty:
        return _state(answer.UNKNOWN, answer.NOBODY[0], "", answer.NOBODY[1])
    found = kept.found(answer.fairness, counted)
    if found is None:
        return _state(answer.UNKNOWN, answer.NO_GROUPS[0], "", answer.NO_GROUPS[1])
    page.lead(answer.KICKER, found.lead, found.standfirst)
    fairness.drawn(found)
    return page.footer(f"Definitions v{metrics.VERSION}.")


def _state(lead: str, fact: str, file: str = "", remedy: str = "") -> None:
    """The page without an answer, and why."""
    page.lead(answer.KICKER, lead)
    missing.state(fact, file, remedy)
    page.footer(f"Definitions v{metrics.VERSION}.")

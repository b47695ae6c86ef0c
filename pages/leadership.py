"""Which hires came to lead people, who may be asked to where somebody is needed, and who moved to another role?"""

from dataclasses import replace

import pandas as pd

from hiring import config, metrics
from hiring.access.scope import Scope, everything, of_company
from hiring.findings import links
from hiring.findings.high_performers.answer import WINDOW
from hiring.findings.leadership import answer, placement
from hiring.serving import kept, session
from hiring.showing import filters, hires, leadership, page
from hiring.statistics import leading


def show() -> None:
    """Draw the page."""
    scope = replace(filters.current(), outcome_window=WINDOW)
    chosen = session.ask("leadership/hires", scope)
    if len(chosen) < config.SMALLEST_GROUP:
        page.lead(answer.KICKER, links.answer(session.ask("shared/links"), answer.TOO_FEW))
        if len(chosen):
            page.state_too_few(len(chosen), config.SMALLEST_GROUP, links.WIDEN)
        else:
            hires.nobody(f"{answer.TOO_FEW}.", links.WIDEN)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    followed = kept.found(leading.followed, chosen)
    whole = _whenever_hired(scope)
    parts = _parts(scope, whole, chosen, followed)
    came, soon = answer.lead(chosen, followed), answer.standfirst(chosen, followed)
    needed = kept.found(placement.need_lead, parts.everybody, parts.teams) if chosen["is_told"].any() else ""
    page.lead(answer.KICKER, needed or came, f"{came}. {soon}" if needed else soon)
    leadership.drawn(scope, whole, parts)
    return page.footer(f"Definitions v{metrics.VERSION}.", has_evidence=True)


def _whenever_hired(scope: Scope) -> Scope:
    """The same roles, regions and segments, whenever and through whichever source hired."""
    every = everything(scope.choices)
    days = {"hired_from": every.hired_from, "hired_to": every.hired_to, "period": "", "compare": ""}
    return replace(scope, sources=(), **days)


def _today(whole: Scope) -> pd.DataFrame:
    """Hires who work today in a region chosen, wherever they were hired: the filter itself is of where that was."""
    return leading.working_in(session.ask("leadership/hires", replace(whole, regions=())), whole.regions)


def _parts(scope: Scope, whole: Scope, chosen: pd.DataFrame, followed: pd.DataFrame) -> leadership.Parts:
    """What stands below the lead."""
    loaded = str(session.ask("shared/company").iloc[0]["tables_loaded"]).split(",")
    return leadership.Parts(
        chosen,
        followed,
        _today(whole),
        kept.found(leading.teams, session.ask("leadership/hires", of_company(scope))),
        session.ask("leadership/moves", scope) if "job_changes" in loaded else None,
        session.ask("outcomes/hires_listed", replace(whole, regions=()))
        if session.viewer().sees_names
        else None,
    )

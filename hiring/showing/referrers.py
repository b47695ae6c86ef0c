"""What the page "Sources" draws of who had referred its hires."""

from __future__ import annotations

from hiring.access.scope import Scope
from hiring.findings.sources import referrers
from hiring.serving import evidence, session
from hiring.showing import page
from hiring.statistics import described
from hiring.statistics.evidence.frames import is_in


def referred(chosen: Scope) -> None:
    """What became of hires by who had referred them; nothing where no referrer or no evidence is known."""
    company, hires = evidence.company(), session.ask("sources/referrers_by_hire", chosen)
    if company is None or not referrers.is_any(hires):
        return
    known = session.disguised(company.high_performers.hires)
    # Told by hires who are not among them, as a source's row is.
    named = is_in(known, hires[hires["referrer"].notna()])
    known = known.assign(baseline=company.high_performers.told_by_others(named))
    rows = described.became(referrers.grouped(hires), "referrer", tuple(referrers.GROUPS), known)
    page.finding(referrers.lead(rows), referrers.STANDFIRST)
    page.table(referrers.table(rows))

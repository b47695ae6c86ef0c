"""All that a company's hires show, as one value: worked out once a warehouse, and the same whoever looks."""

from __future__ import annotations

from dataclasses import dataclass

from hiring.statistics.evidence.frames import Ask, company
from hiring.statistics.evidence.judging import Evidence, whole
from hiring.statistics.high_performers.expected import HighPerformers, high_performers
from hiring.statistics.profiles.judged import Judged, judged


@dataclass(frozen=True)
class CompanyEvidence:
    """`panels`: what is said of interviewers, pairs, panels and sources; `profiles`: of role profiles;
    `high_performers`: what was to be expected of the hires of every row.

    True ids stand in it: filters and rights choose what of it is shown (`evidence.shown`, `profiles.shown`).
    """

    panels: Evidence
    profiles: Judged
    high_performers: HighPerformers


def worked_out(for_estimates: Ask) -> CompanyEvidence:
    """All of it; `for_estimates` answers questions that are for estimates alone, with all of the company's rows."""
    rows = company(for_estimates)
    return CompanyEvidence(
        whole(rows.hires, rows.months, rows.seats),
        judged(
            rows.hires,
            rows.months,
            rows.seats,
            for_estimates("role_profiles/ratings"),
            for_estimates("role_profiles/backgrounds"),
        ),
        high_performers(for_estimates("evidence/outcomes"), rows.seats),
    )

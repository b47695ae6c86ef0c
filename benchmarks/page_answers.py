"""One company as a viewer without filters sees it: the answers the pages ask for, and what they make of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from hiring.access import scope
from hiring.findings.outcomes import answer
from hiring.findings.outcomes.pairs import Hires, no_filter
from hiring.findings.overview import answer as overview
from hiring.findings.overview import recent
from hiring.statistics.company import CompanyEvidence, worked_out
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.profiles.judged import Judged
from hiring.statistics.ratings import leniency, scorecards
from hiring.statistics.ratings.not_known import NotKnown
from hiring.warehouse.asking import Warehouse


@dataclass
class Asked:
    """One company as a viewer without filters sees it: the answers to questions, each asked once."""

    folder: Path
    _answers: dict[str, pd.DataFrame] = field(default_factory=dict)

    @cached_property
    def _warehouse(self) -> Warehouse:
        return Warehouse(self.folder)

    @cached_property
    def scope(self) -> scope.Scope:
        """Everything."""
        viewer = self._warehouse.viewer()
        values, company = (
            self._warehouse.ask(f"shared/{one}", viewer, {}) for one in ("filter_values", "company")
        )
        return scope.everything(scope.choices_from(values, company))

    def __call__(self, question: str) -> pd.DataFrame:
        """The answer to a question."""
        if question not in self._answers:
            parameters, viewer = self.scope.parameters(), self._warehouse.viewer()
            self._answers[question] = self._warehouse.ask(question, viewer, parameters)
        return self._answers[question]

    def for_estimates(self, question: str) -> pd.DataFrame:
        """The answer to a question that is for estimates alone."""
        return self._warehouse.for_estimates(question, self._warehouse.viewer())

    @cached_property
    def readings(self) -> tuple[recent.Reading, ...]:
        """Recent against earlier hires."""
        known = self("shared/company"), self("shared/hires_counted")
        known_facts = overview.facts(*known, self.scope, self("shared/sales_history"))
        answers = self("overview/outcomes_by_hire"), self("shared/offers_by_role_and_month")
        return recent.readings(*answers, known_facts.recent, self.scope.outcome_window)

    @property
    def milestones(self) -> pd.DataFrame:
        """A row a hire."""
        return self("outcomes/milestones_by_hire")

    @property
    def attained(self) -> pd.DataFrame:
        """A row a hire."""
        return self("outcomes/attainment_by_hire")

    @cached_property
    def lead(self) -> answer.Lead:
        """The lead of "Outcomes and ramp", and which roles its curves compare at first."""
        stand = answer.standing(self("shared/hires_counted"))
        return answer.lead(self.milestones, stand, self("shared/company").iloc[0])

    @property
    def among(self) -> Hires:
        """Among whom roles are told apart."""
        return no_filter(self.milestones)

    @cached_property
    def evidence(self) -> Evidence:
        """What is said of interviewers, pairs, panels and sources."""
        return self.company.panels

    @cached_property
    def profiles(self) -> Judged:
        """What is said of ratings, competencies and backgrounds."""
        return self.company.profiles

    @cached_property
    def company(self) -> CompanyEvidence:
        """All that is worked out for the company."""
        return worked_out(self.for_estimates)

    @cached_property
    def rated(self) -> scorecards.Rated:
        """The scorecards."""
        cards = self("craft/scorecards").merge(self("craft/people"), on="interviewer_id")
        found = scorecards.rated(cards, self("craft/ratings"))
        if isinstance(found, NotKnown):
            raise ValueError(found.fact)
        return found

    @cached_property
    def fair(self) -> pd.DataFrame:
        """The scorecards without leniency."""
        return leniency.without_leniency(self.rated, leniency.leniency(self.rated))

"""Were interviewers dealt equal hands? The same question put to facts from before anybody sold anything.

No interviewer can have changed what a territory sold in the year before the hire came, or the quota handed out. Where
such a fact differs by interviewer more than luck allows, they are not comparable: they saw hires for richer or poorer
territories. Then the fact goes into the model as a covariate, and nothing is called Clear until a check with the
covariate in finds nothing left: of a territory, the even months before the hire level hires out, and the odd months are
looked at; a quota is known without error, so its rank levels hires out, and its size is looked at. A fact that hardly
varies is no check: it cannot have made results differ.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import pandas as pd

from hiring.statistics.evidence.designs import Design, Members, Numbers
from hiring.statistics.evidence.luck import adjusted, permuted
from hiring.statistics.outcomes import blom

#: One clean company in twenty raises the flag by luck, whatever the number of facts looked at.
FALSE_ALARMS = 0.05
#: With fewer known values a difference between interviewers would hardly be seen, and no flag would mean nothing.
FEWEST_KNOWN = 60
#: Of a role's usual value: where a fact varies by less than a twentieth (standard deviation), the results it could have
#: moved lie within a twentieth of each other, far below the half to twice that hires of a role differ by.
LEAST_VARIATION = 0.05
#: Interviewers and sources looked at, as in the ranking.
FEWEST_SEEN = 8
TERRITORY, QUOTA = "territory revenue before the hire", "assigned quota against the role's mean"
COLUMNS = {TERRITORY: "territory_before", QUOTA: "quota_factor"}


class Subject(StrEnum):
    """Whose hires are compared."""

    INTERVIEWERS = "interviewers"
    SOURCES = "sources"


@dataclass(frozen=True)
class Check:
    """One fact from before the hire: how many hires have it, and how often luck has groups differ as much."""

    name: str
    subject: Subject
    count_hires: int
    probability: float
    is_flagged: bool


@dataclass(frozen=True)
class Control:
    """All checks together. `cleared`: flagged, but nothing is left once the fact is in the model.

    `covariates`: the columns to add to the fixed effects, by name; empty where nothing is flagged.
    """

    checks: tuple[Check, ...] = ()
    cleared: frozenset[Subject] = frozenset()
    covariates: dict[str, Numbers] = field(default_factory=dict, repr=False, compare=False)

    @property
    def is_possible(self) -> bool:
        """Whether any such fact is known for enough hires."""
        return bool(self.checks)

    def is_flagged(self, subject: Subject) -> bool:
        """Whether they differ in what nobody can have changed."""
        return any(check.is_flagged for check in self.checks if check.subject is subject)

    def caps(self, subject: Subject) -> bool:
        """Whether no claim about them may be called Clear."""
        return self.is_flagged(subject) and subject not in self.cleared


def controlled(design: Design) -> Control:
    """The control of this design, from the facts its hires have."""
    scores = {name: _score(design.hires, column) for name, column in COLUMNS.items()}
    known = {
        name: score
        for name, score in scores.items()
        if _is_usable(score) and _variation(design.hires, COLUMNS[name]) >= LEAST_VARIATION
    }
    checks = tuple(
        _check(design, subject, name, score, FALSE_ALARMS / len(known))
        for subject in Subject
        for name, score in known.items()
    )
    flagged = {check.name for check in checks if check.is_flagged}
    covariates: dict[str, Numbers] = {}
    for name in sorted(flagged):
        covariates |= _filled(name, scores[name])
    cleared = frozenset(subject for subject in Subject if _is_cleared(design, subject, checks, covariates))
    return Control(checks, cleared, covariates)


def _score(hires: pd.DataFrame, column: str) -> Numbers:
    return blom(hires[column].astype(float), hires["role_profile"]).to_numpy(float)


def _variation(hires: pd.DataFrame, column: str) -> float:
    """The standard deviation of a fact over its role's mean, over the hires who have it."""
    values = hires[column].astype(float)
    usual = values.groupby(hires["role_profile"]).transform("mean")
    relative = (values / usual.where(usual > 0)).dropna()
    return float(relative.std()) if len(relative) > 1 else 0.0


def _is_usable(score: Numbers) -> bool:
    known = score[~np.isnan(score)]
    return len(known) >= FEWEST_KNOWN and float(np.ptp(known)) > 0


def _check(design: Design, subject: Subject, name: str, score: Numbers, allowed: float) -> Check:
    probability, count = _spread(design, subject, score)
    return Check(name, subject, count, probability, bool(probability <= allowed))


def _spread(design: Design, subject: Subject, score: Numbers) -> tuple[float, int]:
    """How often luck has the groups differ as much in that score, and over how many hires; nan where it has no say.

    Twice the smaller of two chances: that all are spread as wide, and that one stands out as far (one manager who hands
    out the best territories is lost in the spread of sixty).
    """
    known = np.flatnonzero(~np.isnan(score))
    groups = design.interviewers if subject is Subject.INTERVIEWERS else design.sources
    members = Members(groups.labels, groups.design[known])
    left = adjusted(score[known], design.fixed[known])
    found = permuted(left, members, design.strata[known], FEWEST_SEEN)
    return min(1.0, 2 * found.p_any, 2 * found.p_best), len(known)


def _is_cleared(
    design: Design, subject: Subject, checks: tuple[Check, ...], covariates: dict[str, Numbers]
) -> bool:
    """Whether levelling leaves nothing of any fact that is flagged of the subject."""
    flagged = [check.name for check in checks if check.is_flagged and check.subject is subject]
    return bool(flagged) and all(_is_levelled(design, subject, name, covariates) for name in flagged)


def _is_levelled(design: Design, subject: Subject, name: str, covariates: dict[str, Numbers]) -> bool:
    """Whether the territory's even months leave nothing in its odd ones, or a quota's rank nothing in its size."""
    if name == QUOTA:
        values = design.hires[COLUMNS[QUOTA]].astype(float)
        size = np.log(values.where(values > 0).to_numpy(float))
        level, known = design.with_columns(covariates), ~np.isnan(size)
        left = adjusted(size[known], level.fixed[known])
        # Known without error, a rank that is not quite straight in its size would be seen however little it matters.
        return float(left.std()) < LEAST_VARIATION or _spread(level, subject, size)[0] > FALSE_ALARMS
    even, odd = (_score(design.hires, column) for column in ("even_before", "odd_before"))
    if not (_is_usable(even) and _is_usable(odd)):
        return False
    others = {column: values for column, values in covariates.items() if not column.startswith(TERRITORY)}
    with_even = design.with_columns({**others, **_filled(TERRITORY, even)})
    return _spread(with_even, subject, odd)[0] > FALSE_ALARMS


def _filled(name: str, score: Numbers) -> dict[str, Numbers]:
    """The covariate, unknown values at the middle with a column of their own."""
    unknown = np.isnan(score)
    columns = {name: np.where(unknown, 0.0, score)}
    return {**columns, f"{name} not known": unknown.astype(float)} if unknown.any() else columns


def levelled(design: Design, control: Control) -> Design:
    """The design with the control's covariates in it."""
    return design.with_columns(control.covariates) if control.covariates else design

"""What the hires show of ratings as a whole and of each competency: an estimate with its label, or why there is none.

Frames in, results out. The model is in `slopes` and `contrasts`, what panels see in `true_scores`, gates in `gates`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiring.statistics.profiles import slopes as model
from hiring.statistics.profiles.agreed import key_of
from hiring.statistics.profiles.contrasts import Contrasts, Estimates, contrasts, foretelling
from hiring.statistics.profiles.gates import SMALLEST_COMPANY, SMALLEST_ROLE, hires_needed, label_of
from hiring.statistics.profiles.panel_means import PanelMeans, of_hires, panel_means, true_of_hires
from hiring.statistics.verdicts import Direction, Label

Numbers = NDArray[np.float64]
FEWEST_COMPARED = 2  # competencies, before one can stand out among them
ALL_ROLES, AS_A_WHOLE = "All roles", "Ratings as a whole"


class State(StrEnum):
    """Whether anything may be said of a competency in a role, and if not, why."""

    TOLD = "told"
    TOO_FEW = "no evidence yet"
    RATED_ALIKE = "everybody was rated alike"
    SEEN_DIFFERENTLY = "interviewers differ too much about the same person"
    SEEN_BY_ONE = "too few candidates were rated by two"
    ALONE = "nothing to compare it with"
    NEVER_RATED = "never rated"
    NOBODY_OPEN = "no hire within your access"


class Silence(StrEnum):
    """Why nothing is said of any competency in any role."""

    NONE = ""
    NO_HIRES = "no hire can be judged"
    NO_RATINGS = "no ratings are known of these hires"
    SAME_OUTCOME = "no hire stands above another of the same role, so nothing can go with it"
    SMALL_COMPANY = "too few hires can be judged"
    NOBODY_OPEN = "no hire of six months or more is within your access"


@dataclass(frozen=True)
class Slope:
    """One competency, in one role or in all together; or ratings as a whole.

    `estimate`, `low`, `high`: how much more a step in this competency goes with than one in the competencies on
    average (of ratings as a whole: than none), in SD of the outcome for one of the true scores, with 95 % interval;
    `probability` that it is above zero; `above_middle` that it is above the middle competency; `raw` the slope of this
    role and competency alone, nothing borrowed or adjusted; `n` hires rated in it. All nan where nothing was fitted.
    Only of a slope that is TOLD may they be read as a finding. Where roles do not differ, they are those of all roles.
    """

    role: str
    competency: str
    n: int
    estimate: float
    low: float
    high: float
    probability: float
    above_middle: float
    raw: float
    label: Label
    state: State

    @property
    def direction(self) -> Direction:
        """Higher or lower for a Clear or Leaning slope, else none."""
        if self.label not in (Label.CLEAR, Label.LEANING):
            return Direction.NONE
        return Direction.HIGHER if self.estimate > 0 else Direction.LOWER

    @property
    def n_needed(self) -> int | None:
        """How many more hires the role needs: before anything is said, or before a slope like this is Clear.

        0 for a Clear one; None where no number in sight would do.
        """
        if self.state is State.TOO_FEW:
            return max(0, SMALLEST_ROLE - self.n)
        if self.state is not State.TOLD:
            return None
        if self.label is Label.CLEAR:
            return 0
        needed = hires_needed(self.n, self.estimate, self.low, self.high)
        return None if needed is None else needed - self.n


@dataclass(frozen=True)
class Evidence:
    """Every slope, by role and competency; `hires`: role → its hires old enough to be judged.

    `across`: each competency in all roles together; `whole`: ratings as a whole, in all roles; both without a role of
    their own. `roles_differ`: whether what matters differs from role to role by more than luck, so that each
    role's numbers are its own. `reliability`: competency → share of the spread of panels' means that is about the
    candidate (nan: too few were rated by two). `silence` says why there are no numbers at all, if so. `is_capped`:
    a control showed that hires are not comparable, so that nothing is more than Leaning. `count_candidates`: over how
    many the ratings are scaled.
    """

    slopes: tuple[Slope, ...]
    hires: Mapping[str, int]
    silence: Silence = Silence.NONE
    is_capped: bool = False
    count_candidates: int = 0
    competencies: tuple[str, ...] = field(default=())
    across: tuple[Slope, ...] = ()
    whole: Slope | None = None
    roles_differ: bool = False
    reliability: Mapping[str, float] = field(default_factory=dict)

    def slopes_of(self, role: str) -> tuple[Slope, ...]:
        """The slopes of a role, in order of competency."""
        return tuple(slope for slope in self.slopes if slope.role == role)

    def slope(self, role: str, competency: str) -> Slope | None:
        """The slope of a competency in a role, whatever its capitals; None where nobody was ever rated in it."""
        return next(
            (one for one in self.slopes_of(role) if key_of(one.competency) == key_of(competency)), None
        )

    @property
    def count_hires(self) -> int:
        """Hires old enough to be judged, in all roles."""
        return sum(self.hires.values())

    @property
    def n_needed(self) -> int:
        """How many more hires the company needs before anything is said of it."""
        return max(0, SMALLEST_COMPANY - self.count_hires)

    def has_evidence(self, role: str) -> bool:
        """Whether anything may be said of at least one competency of the role."""
        return any(slope.state is State.TOLD for slope in self.slopes_of(role))


def evidence(
    outcomes: pd.DataFrame,
    ratings: pd.DataFrame,
    leniency: Mapping[str, float] | None = None,
    controls: Sequence[str] = (),
    *,
    outcome: str = "score",
    is_capped: bool = False,
) -> Evidence:
    """What the hires show of every competency in every role.

    `outcomes`: one row a hire old enough to be judged: employee_id, role_profile, the column named by `outcome` (in
    standard deviations within the role), optionally hire_date, and the columns named by `controls` (groups to
    compare within: year, region …). `ratings`: the answer to `role_profiles/ratings`. `leniency`: interviewer →
    points above colleagues on the same candidates, 0 where not given.
    """
    judged = outcomes[outcomes[outcome].notna() & outcomes["role_profile"].notna()].reset_index(drop=True)
    means = panel_means(ratings, leniency)
    hires = {str(role): int(n) for role, n in judged["role_profile"].value_counts().sort_index().items()}
    z, known = of_hires(means, judged)
    silence = _silence(judged[outcome].to_numpy(float), known, means)
    if silence in (Silence.NO_HIRES, Silence.NO_RATINGS):
        return Evidence((), hires, silence, is_capped, means.count_candidates, means.competencies)
    y, role = judged[outcome].to_numpy(float), judged["role_profile"].astype(str)
    given = _Given(y, role, z, known, true_of_hires(means, judged), means, judged[list(controls)], is_capped)
    found = _Found() if silence is not Silence.NONE else _found(given)
    slopes = _slopes(given, found)
    alike = [_without(one, name, 0, State.RATED_ALIKE) for one in hires for name in means.rated_alike]
    return Evidence(
        tuple(sorted([*slopes, *alike], key=lambda slope: (slope.role, slope.competency))),
        hires,
        silence,
        is_capped,
        means.count_candidates,
        means.competencies,
        found.across,
        found.whole,
        found.contrasts is not None and found.contrasts.roles_differ,
        means.reliability,
    )


@dataclass(frozen=True)
class _Given:
    """The hires as arrays: outcome, role, panel means as z and which are known, true scores, groups to compare in."""

    y: Numbers
    role: pd.Series[str]
    z: Numbers
    known: NDArray[np.bool_]
    true: Numbers
    means: PanelMeans
    controls: pd.DataFrame
    is_capped: bool

    @property
    def rated(self) -> list[int]:
        """Columns of z in which any hire was rated."""
        return [int(k) for k in np.flatnonzero(self.known.any(axis=0))]


@dataclass(frozen=True)
class _Found:
    """What was fitted: the contrasts of the competencies named, and what is told of all roles together."""

    names: tuple[str, ...] = ()
    contrasts: Contrasts | None = None
    across: tuple[Slope, ...] = ()
    whole: Slope | None = None


def _silence(y: Numbers, known: NDArray[np.bool_], means: PanelMeans) -> Silence:
    if not len(y):
        return Silence.NO_HIRES
    if not means.competencies or (means.differing and not known.any()):
        return Silence.NO_RATINGS
    if len(y) < SMALLEST_COMPANY:
        return Silence.SMALL_COMPANY
    return Silence.SAME_OUTCOME if np.ptp(y) == 0 else Silence.NONE


def _found(given: _Given) -> _Found:
    """The fits of all roles together: ratings as a whole, and the competencies that can be told from each other."""
    rated = given.rated
    if not rated:
        return _Found()
    whole = foretelling(given.y, given.role, given.z[:, rated], given.controls).across
    count = int(given.known.any(axis=1).sum())
    summed = _slope(ALL_ROLES, AS_A_WHOLE, count, math.nan, whole, 0, is_capped=given.is_capped)
    seen = {given.means.differing[k] for k in rated}
    places = [index for index, name in enumerate(given.means.reliable) if name in seen]
    names = tuple(given.means.reliable[index] for index in places)
    if len(names) < FEWEST_COMPARED:
        return _Found(names, None, (), summed)
    made = model.design(given.role, given.true[:, places], names, given.controls)
    found = contrasts(given.y, made)
    across = []
    for index, name in enumerate(names):
        k = given.means.differing.index(name)
        n, raw = int(given.known[:, k].sum()), math.nan
        across.append(_slope(ALL_ROLES, name, n, raw, found.across, index, is_capped=given.is_capped))
    return _Found(names, found, tuple(across), summed)


def _slopes(given: _Given, found: _Found) -> list[Slope]:
    """A slope for every role and competency in which candidates differ, told or not."""
    slopes = []
    for one in sorted(given.role.unique()):
        mine = (given.role == one).to_numpy(bool)
        for k in given.rated:
            name, n = given.means.differing[k], int(given.known[mine, k].sum())
            raw = model.plain_line(given.y[mine], given.z[mine, k])
            if found.contrasts is None or name not in found.names:
                slopes.append(_without(one, name, n, _untold(given.means, name, found), raw))
                continue
            differ = found.contrasts.roles_differ
            numbers = found.contrasts.by_role[one] if differ else found.contrasts.across
            index = found.names.index(name)
            slopes.append(_slope(one, name, n, raw, numbers, index, is_capped=given.is_capped))
    return slopes


def _untold(means: PanelMeans, name: str, found: _Found) -> State:
    """Why nothing is told of one competency."""
    if found.whole is None:
        return State.TOO_FEW
    if name in found.names:
        return State.ALONE
    return State.SEEN_BY_ONE if math.isnan(means.reliability[name]) else State.SEEN_DIFFERENTLY


def _slope(
    role: str, competency: str, n: int, raw: float, numbers: Estimates, index: int, *, is_capped: bool
) -> Slope:
    enough = n >= SMALLEST_ROLE
    low, high, probability = (float(one[index]) for one in (numbers.low, numbers.high, numbers.probability))
    return Slope(
        role,
        competency,
        n,
        float(numbers.estimate[index]),
        low,
        high,
        probability,
        float(numbers.above_middle[index]),
        raw,
        label_of(probability, low, high, is_capped=is_capped) if enough else Label.TOO_FEW,
        State.TOLD if enough else State.TOO_FEW,
    )


def _without(role: str, competency: str, n: int, state: State, raw: float = math.nan) -> Slope:
    nan = math.nan
    return Slope(role, competency, n, nan, nan, nan, nan, nan, raw, Label.TOO_FEW, state)

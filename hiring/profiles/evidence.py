"""What the hires show of each competency in each role: a slope with its interval and label, or why there is none.

Frames in, frozen results out. The model is in `slopes`, the gates in `gates`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiring.profiles import slopes as model
from hiring.profiles.agreed import key_of
from hiring.profiles.gates import SMALLEST_COMPANY, SMALLEST_ROLE, hires_needed, label_of
from hiring.profiles.panel_means import PanelMeans, of_hires, panel_means
from hiring.remembering import remembered
from hiring.verdicts import Direction, Label

Numbers = NDArray[np.float64]
FEWEST_FOR_RAW = 3  # points a straight line needs before it can miss any


class State(StrEnum):
    """Whether anything may be said of a competency in a role, and if not, why."""

    TOLD = "told"
    TOO_FEW = "no evidence yet"
    RATED_ALIKE = "everybody was rated alike"
    NEVER_RATED = "never rated"


class Silence(StrEnum):
    """Why nothing is said of any competency in any role."""

    NONE = ""
    NO_HIRES = "no hires are old enough to be judged"
    NO_RATINGS = "no ratings are known of these hires"
    SAME_OUTCOME = "no hire stands above another of the same role, so nothing can go with it"
    SMALL_COMPANY = "too few hires are old enough to be judged"


@dataclass(frozen=True)
class Slope:
    """One competency in one role.

    `estimate`, `low`, `high`: standard deviations of the outcome for one of the ratings, with 95 % interval;
    `probability` that it is above zero; `above_middle` that it is above the role's middle slope; `raw` the slope of
    this role and competency alone, with nothing borrowed and nothing adjusted; `n` hires rated in it. All nan where
    nothing was fitted. Only of a slope that is TOLD may the numbers be read as a finding.
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

    `silence` says why there are no numbers at all, if so. `is_capped`: a control showed that hires are not
    comparable, so that nothing is more than Leaning. `count_candidates`: over how many the ratings are scaled.
    """

    slopes: tuple[Slope, ...]
    hires: Mapping[str, int]
    silence: Silence = Silence.NONE
    is_capped: bool = False
    count_candidates: int = 0
    competencies: tuple[str, ...] = field(default=())

    def of(self, role: str) -> tuple[Slope, ...]:
        """The slopes of a role, in order of competency."""
        return tuple(slope for slope in self.slopes if slope.role == role)

    def slope(self, role: str, competency: str) -> Slope | None:
        """The slope of a competency in a role, whatever its capitals; None where nobody was ever rated in it."""
        return next((one for one in self.of(role) if key_of(one.competency) == key_of(competency)), None)

    @property
    def count_hires(self) -> int:
        """Hires old enough to be judged, in all roles."""
        return sum(self.hires.values())

    @property
    def n_needed(self) -> int:
        """How many more hires the company needs before anything is said of it."""
        return max(0, SMALLEST_COMPANY - self.count_hires)

    def is_told(self, role: str) -> bool:
        """Whether anything may be said of at least one competency of the role."""
        return any(slope.state is State.TOLD for slope in self.of(role))


@remembered
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
    told = _told(y, role, z, known, means, judged[list(controls)], silence, is_capped=is_capped)
    alike = [_without(one, name, 0, State.RATED_ALIKE) for one in hires for name in means.rated_alike]
    found = sorted([*told, *alike], key=lambda slope: (slope.role, slope.competency))
    return Evidence(tuple(found), hires, silence, is_capped, means.count_candidates, means.competencies)


def _silence(y: Numbers, known: NDArray[np.bool_], means: PanelMeans) -> Silence:
    if not len(y):
        return Silence.NO_HIRES
    if not means.competencies or (means.told and not known.any()):
        return Silence.NO_RATINGS
    if len(y) < SMALLEST_COMPANY:
        return Silence.SMALL_COMPANY
    return Silence.SAME_OUTCOME if np.ptp(y) == 0 else Silence.NONE


def _told(
    y: Numbers,
    role: pd.Series[str],
    z: Numbers,
    known: NDArray[np.bool_],
    means: PanelMeans,
    controls: pd.DataFrame,
    silence: Silence,
    *,
    is_capped: bool,
) -> list[Slope]:
    """A slope for every role and competency in which candidates differ, told or not."""
    columns = [int(k) for k in np.flatnonzero(known.any(axis=0))]
    names = [means.told[k] for k in columns]
    z, known = z[:, columns], known[:, columns]
    roles = sorted(role.unique())
    counts = {one: known[(role == one).to_numpy(bool)].sum(axis=0) for one in roles}
    if silence is not Silence.NONE or not names:
        return [
            _without(one, name, int(counts[one][k]), State.TOO_FEW)
            for one in roles
            for k, name in enumerate(names)
        ]
    made = model.design(role, z, names, controls)
    found = model.slopes(model.fitted(y, made), made)
    return [
        _slope(found, r, k, int(counts[one][k]), _raw(y, z[:, k], (role == one).to_numpy(bool)), is_capped)
        for r, one in enumerate(found.roles)
        for k in range(len(names))
    ]


def _slope(found: model.Slopes, r: int, k: int, n: int, raw: float, is_capped: bool) -> Slope:
    enough = n >= SMALLEST_ROLE
    low, high, probability = (float(one[r, k]) for one in (found.low, found.high, found.probability))
    return Slope(
        found.roles[r],
        found.competencies[k],
        n,
        float(found.estimate[r, k]),
        low,
        high,
        probability,
        float(found.above_middle[r, k]),
        raw,
        label_of(probability, low, high, is_capped=is_capped) if enough else Label.TOO_FEW,
        State.TOLD if enough else State.TOO_FEW,
    )


def _without(role: str, competency: str, n: int, state: State) -> Slope:
    nan = math.nan
    return Slope(role, competency, n, nan, nan, nan, nan, nan, nan, Label.TOO_FEW, state)


def _raw(y: Numbers, x: Numbers, mine: NDArray[np.bool_]) -> float:
    """The least-squares slope of the role's rated hires alone; nan where they are few or rated alike."""
    rated = mine & ~np.isnan(x)
    if rated.sum() < FEWEST_FOR_RAW or np.ptp(x[rated]) == 0:
        return math.nan
    centred = x[rated] - x[rated].mean()
    return float(centred @ y[rated] / (centred @ centred))

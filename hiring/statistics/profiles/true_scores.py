"""What a panel's scores say of the candidate once it is known how far interviewers differ about the same person.

A panel mean is a true score and an error:  x̄ = t + e.  The spread of interviewers about the same candidate tells the
errors' covariance W (with what an interviewer likes or dislikes in every competency at once, the halo); what is left
of the panel means' covariance is that of the true scores, Σ. The best guess of a hire's true scores is then

    E(t | x̄) = Σ (Σ + W(h))⁻¹ x̄        W(h)_jk = W_jk n_jk ÷ (n_j n_k)

n_j: how many scored competency j, n_jk: how many scored both. Slopes on these guesses are those on the true scores,
whoever was hired by x̄ (regression calibration: Carroll, Ruppert, Stefanski & Crainiceanu 2006, Measurement Error in
Nonlinear Models, 2nd ed., chapter 4). On the panel means themselves a competency that panels see badly lends its weight
to its neighbours, and the competency that panels see best looks as if it mattered most.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

#: Second opinions about the same candidate that settle a competency's error: its variance is then known to a quarter.
FEWEST_SECOND_OPINIONS = 30
#: Share of a panel mean's variance that is about the candidate: below, a competency is not told from the others.
LEAST_RELIABILITY = 0.20
#: Smallest variance of true scores in any direction, as a share of the largest: what is estimated may not go below 0.
FLOOR = 1e-6


@dataclass(frozen=True)
class TrueScores:
    """Best guesses of true scores, in their standard deviations, about the mean of the candidates for the same role.

    `frame`: one row an application, a column for each competency of `reliable`; a competency in which nobody scored the
    candidate is guessed from the others. `reliability`: competency → share (0–1) of the panel means' variance that is
    about the candidate; nan where too few candidates were scored by two. `count_twice`: candidates scored by two or
    more in at least one competency.
    """

    frame: pd.DataFrame
    reliability: dict[str, float]
    count_twice: int

    @property
    def reliable(self) -> tuple[str, ...]:
        """Competencies in which panels agree enough to be told from the others."""
        return tuple(name for name, share in self.reliability.items() if share >= LEAST_RELIABILITY)


@dataclass(frozen=True)
class _Scored:
    """Scores as arrays: interviews × competencies (nan: not scored), and each interview's and application's place."""

    scores: Numbers
    application_of: NDArray[np.intp]
    count_applications: int
    role_of: NDArray[np.intp]

    def sums(self, values: Numbers) -> Numbers:
        """Sums over the interviews of each application."""
        summed: Numbers = np.bincount(
            self.application_of, weights=values, minlength=self.count_applications
        ).astype(np.float64)
        return summed


def true_scores(scored: pd.DataFrame) -> TrueScores:
    """From one row a score: application_id, interview_id, role_profile, competency, corrected (points).

    `competency` in one spelling, of those in which candidates differ.
    """
    if scored.empty:
        return TrueScores(pd.DataFrame(index=pd.Index(scored["application_id"])), {}, 0)
    wide = scored.pivot_table(
        index=["application_id", "role_profile", "interview_id"],
        columns="competency",
        values="corrected",
        aggfunc="mean",
    )
    names = [str(name) for name in wide.columns]
    applications = pd.Index(wide.index.get_level_values("application_id"))
    candidate, known = pd.factorize(applications, sort=False)
    roles = pd.factorize(pd.Index(wide.index.get_level_values("role_profile")))[0]
    role_of = np.zeros(len(known), dtype=np.intp)
    role_of[candidate] = roles
    values = _Scored(wide.to_numpy(float), candidate.astype(np.intp), len(known), role_of)
    return _guessed(values, names, known)


def _guessed(given: _Scored, names: list[str], applications: pd.Index) -> TrueScores:
    seen = (~np.isnan(given.scores)).astype(float)
    filled = np.where(seen > 0, given.scores, 0.0)
    counts = _by_application(given, seen)
    with np.errstate(invalid="ignore"):
        means = _by_application(given, filled) / np.where(counts > 0, counts, np.nan)
    twice = int((counts >= 2).any(axis=1).sum())
    both = _counted_together(given, seen)
    errors, opinions = _errors(given, filled, seen, means, counts, both)
    centred = _centred(means, given.role_of)
    whole, true = _covariances(centred, counts, both, errors, len(np.unique(given.role_of)))
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.clip(np.diag(true) / np.diag(whole), 0.0, 1.0)
    share = np.where(opinions >= FEWEST_SECOND_OPINIONS, share, np.nan)
    reliability = {name: float(share[k]) for k, name in enumerate(names)}
    kept = np.flatnonzero(share >= LEAST_RELIABILITY)
    frame = pd.DataFrame(
        _best_guess(centred[:, kept], counts[:, kept], both, true, errors, kept),
        index=applications,
        columns=[names[k] for k in kept],
    )
    return TrueScores(frame, reliability, twice)


def _by_application(given: _Scored, values: Numbers) -> Numbers:
    columns = [given.sums(values[:, k]) for k in range(values.shape[1])]
    return np.column_stack(columns) if columns else np.empty((given.count_applications, 0))


def _counted_together(given: _Scored, seen: Numbers) -> dict[tuple[int, int], Numbers]:
    """How many interviewers of each application scored both of two competencies, for each two."""
    wide = range(seen.shape[1])
    return {(j, k): given.sums(seen[:, j] * seen[:, k]) for j in wide for k in range(j + 1)}


def _errors(
    given: _Scored,
    filled: Numbers,
    seen: Numbers,
    means: Numbers,
    counts: Numbers,
    both: dict[tuple[int, int], Numbers],
) -> tuple[Numbers, Numbers]:
    """W, the covariance of one interviewer's errors; and second opinions a competency (degrees of freedom).

    An interviewer's distance from the mean of the same candidate, multiplied over two competencies and summed, is W_jk
    times Σ (n_jk − n_jk/n_j − n_jk/n_k + n_jk²/(n_j n_k)).
    """
    wide = seen.shape[1]
    off = np.where(seen > 0, filled - np.nan_to_num(means)[given.application_of], 0.0)
    errors, opinions = np.zeros((wide, wide)), np.zeros(wide)
    for (j, k), together in both.items():
        left, right = np.maximum(counts[:, j], 1), np.maximum(counts[:, k], 1)
        freedom = float((together - together / left - together / right + together**2 / (left * right)).sum())
        if j == k:
            opinions[j] = freedom
        if freedom > 0:
            errors[j, k] = errors[k, j] = float((off[:, j] * off[:, k]).sum()) / freedom
    return errors, opinions


def _centred(means: Numbers, role_of: NDArray[np.intp]) -> Numbers:
    """Panel means less the mean of the candidates for the same role: roles may be scored by other yardsticks."""
    centred = means.copy()
    for role in np.unique(role_of):
        mine = role_of == role
        known = ~np.isnan(means[mine])
        middle = np.where(known, means[mine], 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
        centred[mine] -= middle
    return centred


def _covariances(
    centred: Numbers,
    counts: Numbers,
    both: dict[tuple[int, int], Numbers],
    errors: Numbers,
    count_roles: int,
) -> tuple[Numbers, Numbers]:
    """The covariance of panel means within roles, and that of the true scores behind them (no direction below 0)."""
    wide = centred.shape[1]
    whole, true = np.zeros((wide, wide)), np.zeros((wide, wide))
    filled = np.nan_to_num(centred)
    for (j, k), together in both.items():
        known = (counts[:, j] > 0) & (counts[:, k] > 0)
        if known.sum() <= count_roles:
            continue
        share = float(known.sum())
        whole[j, k] = whole[k, j] = float((filled[:, j] * filled[:, k]).sum()) / (share - count_roles)
        error = errors[j, k] * (together[known] / (counts[known, j] * counts[known, k])).sum() / share
        true[j, k] = true[k, j] = whole[j, k] - error
    values, vectors = np.linalg.eigh(true)
    floor = FLOOR * max(float(values.max(initial=0.0)), 0.0)
    return whole, (vectors * np.clip(values, floor, None)) @ vectors.T


def _best_guess(
    centred: Numbers,
    counts: Numbers,
    both: dict[tuple[int, int], Numbers],
    true: Numbers,
    errors: Numbers,
    kept: NDArray[np.intp],
) -> Numbers:
    """E(t | x̄) in standard deviations of t, for every application; what was not scored has no say."""
    wide = len(kept)
    if not wide:
        return np.empty((len(centred), 0))
    of = true[np.ix_(kept, kept)]
    seen = counts > 0
    noise = np.zeros((len(centred), wide, wide))
    for j in range(wide):
        for k in range(j + 1):
            first, second = sorted((int(kept[j]), int(kept[k])), reverse=True)
            shares = both[first, second] / np.maximum(counts[:, j] * counts[:, k], 1)
            noise[:, j, k] = noise[:, k, j] = errors[first, second] * shares
    pairs = seen[:, :, None] & seen[:, None, :]
    # Not scored: a row of its own with nothing in it, so that every application is solved at once.
    system = np.where(pairs, of[None] + noise, np.eye(wide)[None])
    solved = np.linalg.solve(system, np.nan_to_num(centred)[:, :, None])[:, :, 0]
    guessed: Numbers = np.where(seen, solved, 0.0) @ of / np.sqrt(np.diag(of))
    return guessed

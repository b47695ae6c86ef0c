"""What panels saw in each candidate: the mean score a competency, less what is known of lenient interviewers, as z.

x = (mean over the panel of score − leniency, minus the mean of all candidates) ÷ their standard deviation, so a
step of 1 is one standard deviation among everybody who was interviewed, not only among those hired.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiring.statistics.profiles.agreed import key_of
from hiring.statistics.profiles.true_scores import true_scores

#: Below this spread over all candidates, in points of the scale, everybody was rated alike.
SMALLEST_SPREAD = 0.01

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class PanelMeans:
    """Panel means of hires as z, one row a hire.

    `competencies`: names as most often spelled, in order of name; `rated_alike`: those in which all candidates got
    the same score, so that nothing can be told of them. `frame`: columns employee_id, hire_date and one a
    competency of `competencies` that is not rated alike; nan where nobody scored it. `true`: the same hires, with the
    best guess of their true scores in the competencies that panels see well enough (`true_scores`).
    `count_candidates`: how many the z are taken over.
    """

    competencies: tuple[str, ...]
    rated_alike: tuple[str, ...]
    frame: pd.DataFrame
    true: pd.DataFrame
    reliability: Mapping[str, float]
    count_candidates: int

    @property
    def differing(self) -> tuple[str, ...]:
        """Competencies in which candidates differ."""
        return tuple(name for name in self.competencies if name not in self.rated_alike)

    @property
    def reliable(self) -> tuple[str, ...]:
        """Competencies that panels see well enough to be told from the others."""
        return tuple(name for name in self.differing if name in self.true.columns)


def panel_means(ratings: pd.DataFrame, leniency: Mapping[str, float] | None = None) -> PanelMeans:
    """From the answer to `role_profiles/ratings`: one row a score of a candidate, hired or not.

    `leniency`: interviewer → how many points of the five-point scale they score above their colleagues on the same
    candidates; whoever is not in it counts as 0.
    """
    corrected = _corrected(ratings, leniency)
    z, names = _standardised(corrected)
    alike = tuple(name for name in names if name not in z.columns)
    hires = corrected.loc[corrected["employee_id"].notna(), ["application_id", "employee_id", "hire_date"]]
    hires = hires.drop_duplicates("application_id")
    guessed = true_scores(corrected[~corrected["competency"].isin(alike)])
    return PanelMeans(
        names,
        alike,
        _of_hires(hires, z),
        _of_hires(hires, guessed.frame),
        guessed.reliability,
        len(z),
    )


def standardised(ratings: pd.DataFrame, leniency: Mapping[str, float] | None = None) -> pd.DataFrame:
    """Panel means of every candidate as z: application by competency, as `panel_means` has them of hires."""
    return _standardised(_corrected(ratings, leniency))[0]


def _corrected(ratings: pd.DataFrame, leniency: Mapping[str, float] | None) -> pd.DataFrame:
    """The scores with `corrected` for lenient interviewers, each competency under one name."""
    scored = ratings[ratings["score"].notna() & ratings["competency"].notna()]
    names = spellings(scored["competency"])
    lenient = scored["interviewer_id"].map(dict(leniency or {})).astype(float).fillna(0.0)
    return scored.assign(
        competency=scored["competency"].map(lambda name: names[key_of(str(name))]),
        corrected=scored["score"].astype(float) - lenient,
    )


def _standardised(corrected: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """z of every application in what candidates differ in, and all competencies there are."""
    means = corrected.groupby(["application_id", "competency"], sort=True)["corrected"].mean().unstack()
    spread = means.std(ddof=1)
    alike = [str(name) for name in means.columns if not spread[name] > SMALLEST_SPREAD]
    kept = means.drop(columns=alike)
    return (kept - kept.mean()) / spread[kept.columns], tuple(str(name) for name in means.columns)


def _of_hires(hires: pd.DataFrame, of_applications: pd.DataFrame) -> pd.DataFrame:
    joined = hires.join(of_applications, on="application_id")
    return joined.drop(columns="application_id").reset_index(drop=True)


def spellings(competencies: pd.Series[str]) -> dict[str, str]:
    """Key → the spelling used most; of two used equally, the first in order of name."""
    counts = competencies.astype(str).value_counts(sort=False)
    chosen: dict[str, str] = {}
    for name in sorted(counts.index, key=lambda name: (-counts[name], name)):
        chosen.setdefault(key_of(name), " ".join(name.split()))
    return chosen


def of_hires(means: PanelMeans, outcomes: pd.DataFrame) -> tuple[Numbers, NDArray[np.bool_]]:
    """z of the hires of `outcomes`, in its order, and which were rated at all: arrays of hires × `means.differing`.

    Matches by employee_id, and by hire_date where both frames have it (a person may be hired twice).
    """
    values = _matched(means.frame, means.differing, outcomes)
    return values, ~np.isnan(values)


def true_of_hires(means: PanelMeans, outcomes: pd.DataFrame) -> Numbers:
    """Best guesses of true scores of the hires of `outcomes`: hires × `means.reliable`; nan where nobody rated them."""
    return _matched(means.true, means.reliable, outcomes)


def _matched(frame: pd.DataFrame, names: Sequence[str], outcomes: pd.DataFrame) -> Numbers:
    keys = ["employee_id", *(["hire_date"] if "hire_date" in outcomes.columns else [])]
    first = frame.drop_duplicates(keys)[[*keys, *names]]
    joined = outcomes[keys].merge(first, on=keys, how="left", validate="many_to_one")
    return joined[list(names)].to_numpy(float).reshape(len(outcomes), len(names))

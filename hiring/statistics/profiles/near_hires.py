"""Whose ratings resemble the stronger hires among people turned down: only who they are, never how near.

A candidate is among them where the company's own regression of later results on ratings (`slopes`) puts their ratings
above the median hire of the role they applied for. What it puts them at stays in this module: it is neither shown nor
kept. The regression knows only hires, so nobody is judged by it outside their ratings: a candidate's own ratings must
lie within the hires' convex range, that is, they are a mixture of hires' ratings, and so within each one's lowest and
highest. Nobody knows how they would have done.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import nnls

from hiring.statistics.profiles import slopes as model
from hiring.statistics.profiles.gates import FEWEST_COMPETENCIES, SMALLEST_COMPANY
from hiring.statistics.profiles.judged import CONTROLS, Judged, points_above_colleagues, with_controls
from hiring.statistics.profiles.panel_means import of_hires, panel_means, standardised

Numbers = NDArray[np.float64]
#: How far a mixture of hires may miss a candidate's ratings, in standard deviations, and still be the same.
MISS = 1e-6


@dataclass(frozen=True)
class NearHires:
    """`applications`: whose ratings resemble the stronger hires. `count_asked` were turned down lately, `count_rated`
    of them rated on enough; `count_hires` is what the regression rests on, none where those are too few.
    """

    applications: tuple[str, ...] = ()
    count_asked: int = 0
    count_rated: int = 0
    count_hires: int = 0
    hires_needed: int = 0


def near_hires(judged: Judged, ratings: pd.DataFrame, asked: pd.DataFrame) -> NearHires:
    """From the company's evidence, `role_profiles/ratings`, and `application_id` and `role_profile` of those asked."""
    hires = judged.outcomes.hires
    hires = hires[hires["score"].notna() & hires["role_profile"].notna()].reset_index(drop=True)
    if len(hires) < SMALLEST_COMPANY or np.ptp(hires["score"].to_numpy(float)) == 0:
        return NearHires(
            count_asked=len(asked), count_hires=len(hires), hires_needed=max(0, SMALLEST_COMPANY - len(hires))
        )
    leniency = points_above_colleagues(ratings)
    means, every = panel_means(ratings, leniency), standardised(ratings, leniency)
    z, known = of_hires(means, hires)
    is_rated = np.asarray(known.any(axis=0), dtype=bool)
    names = [name for name, seen in zip(means.differing, is_rated, strict=True) if seen]
    if len(names) < FEWEST_COMPETENCIES:
        return NearHires(count_asked=len(asked), count_hires=len(hires))
    z = z[:, is_rated]
    controls = with_controls(hires).assign(**judged.control.covariates)
    controls = controls[[*CONTROLS, *judged.control.covariates]]
    made = model.design(hires["role_profile"].astype(str), z, names, controls)
    steep = model.slopes(model.fitted(hires["score"].to_numpy(float), made), made).estimate
    theirs = every.reindex(asked["application_id"])[names].to_numpy(float)
    is_enough = (~np.isnan(theirs)).sum(axis=1) >= FEWEST_COMPETENCIES
    near = [
        str(one)
        for one, role, own, enough in zip(
            asked["application_id"], asked["role_profile"], theirs, is_enough, strict=True
        )
        if enough and _is_above(own, str(role), made, steep) and is_inside(own, z)
    ]
    return NearHires(tuple(near), len(asked), int(is_enough.sum()), len(hires))


def _is_above(own: Numbers, role: str, made: model.Design, steep: Numbers) -> bool:
    """Whether ratings stand above the median hire of a role; a competency not rated counts as its hires' mean."""
    if role not in made.roles:
        return False
    place = made.roles.index(role)
    hires = made.filled[made.role_of == place]
    filled = np.where(np.isnan(own), hires.mean(axis=0), own)
    return bool(filled @ steep[place] > np.median(hires @ steep[place]))


def is_inside(own: Numbers, hires: Numbers) -> bool:
    """Whether ratings are a mixture of those hires' who were rated on all the same competencies (nan: not rated)."""
    rated = ~np.isnan(own)
    theirs = hires[:, rated]
    theirs = np.unique(theirs[~np.isnan(theirs).any(axis=1)], axis=0)
    if not len(theirs) or (own[rated] < theirs.min(axis=0)).any() or (own[rated] > theirs.max(axis=0)).any():
        return False
    corners = np.vstack([theirs.T, np.ones(len(theirs))])
    _, miss = nnls(corners, np.append(own[rated], 1.0))
    return bool(miss < MISS)

"""Whose ratings resemble those of stronger hires in another role: a pattern among past hires, never a placement.

    Δ_h = x_h'(d_other − d_own)

Nobody's results in another role were ever seen, so this is the model speaking: it compares where a hire's ratings
would stand among the hires of each role. It is asked only of people who were hired and are old enough to be
judged, never of a candidate, only between roles that are both large, and only where what goes with results differs by
role more than luck allows: where roles hardly differ, up to four of ten such sayings are wrong. Silence does not mean
no.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.special import ndtr

from hiring.statistics import mixed_model
from hiring.statistics.profiles import slopes as model
from hiring.statistics.profiles.gates import NOTICED, SAID_FROM, SMALLEST_RESEMBLING
from hiring.statistics.profiles.panel_means import of_hires, panel_means

COLUMNS = ["employee_id", "hire_date", "role", "other_role", "difference", "probability"]


@dataclass(frozen=True)
class Resembling:
    """`rows`: hires whose ratings resemble stronger hires of another role, one row a hire, its most probable role.

    Columns employee_id, hire_date (where it was given), role, other_role, difference (standard deviations of
    the outcome), probability. `roles` are those large enough to be compared; with fewer than two, nothing is.
    `counts`: role, other_role, count_hires of the role, count_said. `roles_differ`: whether what goes with results
    differs by role more than luck allows; where it does not, nothing is said of anybody.
    """

    roles: tuple[str, ...]
    rows: pd.DataFrame
    counts: pd.DataFrame
    roles_differ: bool = True

    @property
    def is_asked(self) -> bool:
        """Whether two roles are large enough, and different enough, to ask at all."""
        return len(self.roles) > 1 and self.roles_differ


def resembling(
    outcomes: pd.DataFrame,
    ratings: pd.DataFrame,
    leniency: Mapping[str, float] | None = None,
    controls: Sequence[str] = (),
    *,
    outcome: str = "score",
    roles_differ: bool = True,
) -> Resembling:
    """Frames as in `evidence`; only hires of `outcomes` are looked at. `roles_differ`: of `Evidence`."""
    judged = outcomes[outcomes[outcome].notna() & outcomes["role_profile"].notna()].reset_index(drop=True)
    sizes = judged["role_profile"].astype(str).value_counts()
    roles = tuple(sorted(str(role) for role in sizes.index[sizes >= SMALLEST_RESEMBLING]))
    means = panel_means(ratings, leniency)
    z, known = of_hires(means, judged)
    y = judged[outcome].to_numpy(float)
    rated = np.asarray(known.any(axis=0), dtype=bool)
    if len(roles) < 2 or not roles_differ or not rated.any() or np.ptp(y) == 0:
        nothing = pd.DataFrame(columns=["role", "other_role", "count_said"])
        return Resembling(roles, _no_rows(judged), nothing, roles_differ)
    names = [name for name, seen in zip(means.differing, rated, strict=True) if seen]
    made = model.design(judged["role_profile"].astype(str), z[:, rated], names, judged[list(controls)])
    found = _differences(model.fitted(y, made), made, roles)
    said = found[found["probability"] >= SAID_FROM].sort_values(
        ["place", "probability"], ascending=[True, False], kind="stable"
    )
    rows = judged.loc[said["place"]].reset_index(drop=True)[_keys(judged)]
    rows = pd.concat([rows, said.drop(columns="place").reset_index(drop=True)], axis=1)
    rows = rows.drop_duplicates(_keys(judged)).reset_index(drop=True)
    counted = rows.groupby(["role", "other_role"], sort=True).size().rename("count_said").reset_index()
    return Resembling(roles, rows, counted.assign(count_hires=counted["role"].map(sizes)))


def _differences(fit: mixed_model.Fit, made: model.Design, roles: Sequence[str]) -> pd.DataFrame:
    """Δ of every hire of a large role towards every other one, with the chance that it is noticeable."""
    wide = len(made.competencies)
    skipped = sum(len(block.labels) for block in made.blocks[:-1])
    total = skipped + wide * len(made.roles)
    large = [made.roles.index(role) for role in roles]
    pieces = []
    for own in large:
        places = np.flatnonzero(made.role_of == own)
        x = made.filled[places]
        for other in (one for one in large if one != own):
            weights = np.zeros((len(places), total))
            weights[:, skipped + other * wide : skipped + (other + 1) * wide] = x
            weights[:, skipped + own * wide : skipped + (own + 1) * wide] = -x
            seen = model.integrated(fit, made, sparse.csr_array(weights))
            pieces.append(
                pd.DataFrame(
                    {
                        "place": places,
                        "role": made.roles[own],
                        "other_role": made.roles[other],
                        "difference": seen.mean,
                        "probability": ndtr((seen.mean - NOTICED) / np.maximum(seen.sd, 1e-12)),
                    }
                )
            )
    return pd.concat(pieces, ignore_index=True)


def _keys(judged: pd.DataFrame) -> list[str]:
    return ["employee_id", *(["hire_date"] if "hire_date" in judged.columns else [])]


def _no_rows(judged: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(columns=[name for name in COLUMNS if name != "hire_date" or name in judged.columns])

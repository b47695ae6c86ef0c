"""How strong a link between ratings and results looks by luck alone: results dealt out anew, ratings left in place.

The shuffles stay within role, region and year of start. They see luck, not unequal territories; those are the business
of the control. The links are plain ones, each competency by itself in each role, with nothing borrowed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import nan

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from hiring.statistics.evidence import luck
from hiring.statistics.evidence.designs import Members, collapsed, joined_years
from hiring.statistics.profiles import slopes as model
from hiring.statistics.profiles.gates import SMALLEST_COMPANY, SMALLEST_ROLE
from hiring.statistics.profiles.panel_means import of_hires, panel_means

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class LinkLuck:
    """The link that looks strongest, and what the strongest would be by luck.

    Both in standard deviations of the outcome for one of the ratings of the role's hires. `p_any`: how often luck
    spreads all links as wide. `count`: links looked at; 0 where none could be, the numbers nan.
    """

    role: str = ""
    competency: str = ""
    n: int = 0
    strongest: float = nan
    luckiest: float = nan
    p_any: float = nan
    count: int = 0


def links_by_luck(
    outcomes: pd.DataFrame,
    ratings: pd.DataFrame,
    leniency: Mapping[str, float] | None = None,
    controls: Sequence[str] = (),
    *,
    outcome: str = "score",
) -> LinkLuck:
    """Frames as in `evidence`; links of competencies in which at least sixty hires of a role were rated."""
    judged = outcomes[outcomes[outcome].notna() & outcomes["role_profile"].notna()].reset_index(drop=True)
    means = panel_means(ratings, leniency)
    z, _ = of_hires(means, judged)
    role, y = judged["role_profile"].astype(str), judged[outcome].to_numpy(float)
    if len(judged) < SMALLEST_COMPANY:
        return LinkLuck()
    names, links = _links(role, z, means.differing)
    if not names or np.ptp(y) == 0:
        return LinkLuck()
    fixed = model.fixed(role, judged[list(controls)])
    members = Members(tuple(map(str, range(len(names)))), links)
    found = luck.permuted(luck.adjusted(y, fixed), members, _strata(role, judged), SMALLEST_ROLE)
    if not found.count_groups:
        return LinkLuck()
    of, competency = names[int(found.best)]
    return LinkLuck(
        of,
        competency,
        found.best_hires,
        found.best_mean,
        found.luckiest_mean,
        found.p_any,
        found.count_groups,
    )


def _links(
    role: pd.Series[str], z: Numbers, competencies: Sequence[str]
) -> tuple[list[tuple[str, str]], sparse.csc_array]:
    """A column a role and competency: the ratings of its hires in their own standard deviations, 0 for all others."""
    names, values, rows, starts = [], [], [], [0]
    for one in sorted(role.unique()):
        for k, competency in enumerate(competencies):
            mine = np.flatnonzero((role == one).to_numpy(bool) & ~np.isnan(z[:, k]))
            if len(mine) < SMALLEST_ROLE or np.ptp(z[mine, k]) == 0:
                continue
            names.append((str(one), competency))
            values.append((z[mine, k] - z[mine, k].mean()) / z[mine, k].std())
            rows.append(mine)
            starts.append(starts[-1] + len(mine))
    if not names:
        return [], sparse.csc_array((len(role), 0))
    parts = (np.concatenate(values), np.concatenate(rows), np.array(starts))
    return names, sparse.csc_array(parts, shape=(len(role), len(names)))


def _strata(role: pd.Series[str], judged: pd.DataFrame) -> NDArray[np.int64]:
    """Role, with region and year of start as far as the frame has them, as a number."""
    parts = {"role": role}
    if "region" in judged.columns:
        parts["region"] = collapsed(judged["region"])
    if "start_year" in judged.columns:
        parts["year"] = joined_years(judged["start_year"].astype(int)).astype(str)
    return pd.DataFrame(parts).groupby(list(parts), sort=False).ngroup().to_numpy().astype(np.int64)

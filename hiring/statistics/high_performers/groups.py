"""Which groups of hires may have a row: those of each level of a factor, and those whom somebody interviewed."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
import pandas as pd
from scipy import sparse

from hiring.statistics.outcomes import KEY

#: Below, a number about an interviewer is one about single hires; a pair has a row from five, as in the evidence.
FEWEST_OF_INTERVIEWER, FEWEST_OF_PAIR = 8, 5
#: The first whole years of each band of years in sales, from which a band reaches to the next.
YEARS_FROM = {"Under 2 years": 0, "2 to 4 years": 2, "5 to 9 years": 5, "10 years and more": 10}


class Factor(StrEnum):
    """What a row stands for: a level of a column of the hires, an interviewer, or two interviewers together."""

    ROLE = "role_profile"
    REGION = "region"
    SEGMENT = "segment"
    SOURCE = "source"
    START_YEAR = "start_year"
    PROFILE_VERSION = "profile_version"
    YEARS_IN_SALES = "years_in_sales"
    PREVIOUS_INDUSTRY = "previous_industry"
    INTERVIEWER = "interviewer"
    PAIR = "pair"


OF_PANELS = (Factor.INTERVIEWER, Factor.PAIR)
GROUP_COLUMNS = ["group", "factor", "level", "first_id", "second_id"]
MEMBER_COLUMNS = ["group", "hire"]


def with_levels(hires: pd.DataFrame) -> pd.DataFrame:
    """The answer to `evidence/outcomes` with years in sales in bands, and profile versions named by role and version.

    A role whose hires were all asked for by one version has none: there is no other to compare it with.
    """
    version = hires["role_profile"].astype(str) + " · " + hires["profile_version"].astype(str)
    several = hires.groupby("role_profile")["profile_version"].transform("nunique") > 1
    bands = pd.cut(hires["years_in_sales"].astype(float), [*YEARS_FROM.values(), np.inf], right=False)
    names = dict(enumerate(YEARS_FROM))
    return hires.assign(
        profile_version=version.where(hires["profile_version"].notna() & several, None),
        years_in_sales=bands.cat.codes.map(names).astype(object),
        previous_industry=hires["previous_industry"].astype(object),
        start_year=hires["start_year"].astype(str),
    ).reset_index(drop=True)


def groups(hires: pd.DataFrame, seats: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The groups (`GROUP_COLUMNS`, one row each) and who is in them (`MEMBER_COLUMNS`; `hire` is a place in `hires`).

    `level` is the name of a level or the interviewer's id, and empty for pairs; `first_id` and `second_id` are those
    of a pair, in order.
    """
    made: list[tuple[Factor, str, str, str]] = []
    members: list[np.ndarray] = []
    for factor in Factor:
        if factor not in OF_PANELS:
            for level, mine in hires.groupby(factor.value, sort=True).indices.items():
                made.append((factor, str(level), "", ""))
                members.append(np.asarray(mine))
    panels, people = _panels(hires, seats)
    for place in np.flatnonzero(np.diff(panels.indptr) >= FEWEST_OF_INTERVIEWER):
        made.append((Factor.INTERVIEWER, people[place], "", ""))
        members.append(panels[:, [place]].indices)
    for first, second, mine in _pairs(panels):
        made.append((Factor.PAIR, "", people[first], people[second]))
        members.append(mine)
    table = pd.DataFrame(made, columns=GROUP_COLUMNS[1:])
    table.insert(0, "group", np.arange(len(table)))
    sizes = [len(one) for one in members]
    hire = np.concatenate([*members, np.zeros(0, dtype=np.int64)]).astype(np.int64)
    return table, pd.DataFrame({"group": np.repeat(np.arange(len(members)), sizes), "hire": hire})


def _panels(hires: pd.DataFrame, seats: pd.DataFrame) -> tuple[sparse.csc_array, list[str]]:
    """Hires by interviewer, and the interviewers' ids."""
    rows = seats[[*KEY, "interviewer_id"]].drop_duplicates()
    rows = rows.merge(hires[KEY].assign(place=np.arange(len(hires))), on=KEY, how="inner")
    codes, people = pd.factorize(rows["interviewer_id"], sort=True)
    where = (rows["place"].to_numpy(np.int64), codes.astype(np.int64))
    panels = sparse.csc_array((np.ones(len(rows)), where), shape=(len(hires), len(people)))
    panels.sort_indices()
    return panels, [str(who) for who in people]


def _pairs(panels: sparse.csc_array) -> list[tuple[int, int, np.ndarray]]:
    """Every two people with enough common hires, and these."""
    together = sparse.triu(panels.T @ panels, k=1).tocoo()
    often = together.data >= FEWEST_OF_PAIR
    first, second = together.row[often], together.col[often]
    order = np.lexsort((second, first))
    first, second = first[order], second[order]
    both = sparse.csc_array(panels[:, first].multiply(panels[:, second]))
    both.eliminate_zeros()
    both.sort_indices()
    return [
        (int(a), int(b), both.indices[both.indptr[place] : both.indptr[place + 1]])
        for place, (a, b) in enumerate(zip(first, second, strict=True))
    ]

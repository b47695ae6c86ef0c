"""Which groups of hires may have a row: those of each level of a factor, and those whom somebody interviewed."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
import pandas as pd
from scipy import sparse

from hiring.statistics.evidence.contrasts import MIXED, ONLY_HR, ONLY_SALES, panels
from hiring.statistics.outcomes import KEY

#: Below, a number about an interviewer is one about single hires; a pair has a row from five, as in the evidence.
FEWEST_OF_INTERVIEWER, FEWEST_OF_PAIR = 8, 5
#: The first whole years of each band of years in sales, from which a band reaches to the next.
YEARS_FROM = {"Under 2 years": 0, "2 to 4 years": 2, "5 to 9 years": 5, "10 years and more": 10}

#: What a hire's last stage, panel and vote are called; sizes from this one on are one group.
WITH_SELLER, WITHOUT_SELLER = "Seller in last stage", "No seller in last stage"
MIXES = {MIXED: "Panels of HR and Sales", ONLY_HR: "Panels of HR only", ONLY_SALES: "Panels of Sales only"}
MOST_IN_PANEL = 7
AGAINST, IN_FAVOUR = "Vote below yes", "Vote of yes or above"
#: A recommendation of "yes" (1 strong no to 4 strong yes), and how many it takes to be a vote.
YES, FEWEST_VOTES = 3, 2


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
    LAST_STAGE = "last_stage"
    PANEL_MIX = "panel_mix"
    PANEL_SIZE = "panel_size"
    VOTE = "vote"
    INTERVIEWER = "interviewer"
    PAIR = "pair"


OF_PANELS = (Factor.INTERVIEWER, Factor.PAIR)
GROUP_COLUMNS = ["group", "factor", "level", "first_id", "second_id"]
MEMBER_COLUMNS = ["group", "hire"]


def with_levels(hires: pd.DataFrame, seats: pd.DataFrame) -> pd.DataFrame:
    """The answer to `evidence/outcomes` with every factor's level: bands of years, profile versions, kinds of panel.

    A role whose hires were all asked for by one version has none: there is no other to compare it with. A panel of
    which nobody is recorded has no size and no mix, and a vote takes two recommendations at least.
    """
    version = hires["role_profile"].astype(str) + ", version " + hires["profile_version"].astype(str)
    several = hires.groupby("role_profile")["profile_version"].transform("nunique") > 1
    bands = pd.cut(hires["years_in_sales"].astype(float), [*YEARS_FROM.values(), np.inf], right=False)
    names = dict(enumerate(YEARS_FROM))
    panel = panels(hires, seats)
    size = panel["size"].clip(upper=MOST_IN_PANEL)
    return hires.assign(
        last_stage=panel["final"].map({True: WITH_SELLER, False: WITHOUT_SELLER}).to_numpy(object),
        panel_mix=panel["mix"].map(MIXES).to_numpy(object),
        panel_size=size.map(size_name).where(size > 0, None).to_numpy(object),
        vote=_vote(hires).to_numpy(object),
        profile_version=version.where(hires["profile_version"].notna() & several, None),
        years_in_sales=bands.cat.codes.map(names).astype(object),
        previous_industry=hires["previous_industry"].astype(object),
        start_year=hires["start_year"].astype(str),
    ).reset_index(drop=True)


def size_name(size: int) -> str:
    """ "Panels of 4", and of the largest "Panels of 7 or more"."""
    return f"Panels of {size}{' or more' if size >= MOST_IN_PANEL else ''}"


def _vote(hires: pd.DataFrame) -> pd.Series:
    """Against the vote where recommendations are below "yes" on the mean; a majority of "no" always is."""
    is_against = hires["mean_vote"].astype(float) < YES
    said = is_against.map({True: AGAINST, False: IN_FAVOUR})
    return said.where(hires["count_votes"] >= FEWEST_VOTES, None)


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

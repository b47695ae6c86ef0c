"""What became of candidates by what a side rated them at a stage: who went on, and how those did who were hired.

Counts, no labels. Those who were let through are the only ones whose results are known, and they were let through by
these very ratings.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from hiring.statistics.high_performers.expected import HIGH_PERFORMER
from hiring.statistics.outcomes import KEY
from hiring.statistics.profiles.agreed import key_of
from hiring.statistics.profiles.panel_means import spellings
from hiring.statistics.rates import mean_interval, squared_and_added

LOW, MIDDLE, HIGH = "1–2", "3", "4–5"
BANDS = (LOW, MIDDLE, HIGH)
#: Where a mean of several scores leaves one band for the next.
_EDGES = (2.5, 3.5)
#: A side at a stage, which is where a candidate is rated and let through or not.
PLACE = ["competency", "department", "stage"]
_FACTS = ["went_on", "is_turned_down", "is_hired", *KEY]


def rated(scores: pd.DataFrame) -> pd.DataFrame:
    """One row an application, side, stage and competency, with the mean `score`, its `band` and what came of it.

    `scores`: the answer to `second_look/ratings`. Spellings of a competency that differ in capitals are one;
    `interviewers`: how many people rated that competency at that place.
    """
    if scores.empty:
        return pd.DataFrame(columns=[*PLACE, "application_id", "score", *_FACTS, "band", "interviewers"])
    names = spellings(scores["competency"])
    known = scores.assign(competency=scores["competency"].map(lambda name: names[key_of(str(name))]))
    by = known.groupby([*PLACE, "application_id"], sort=True)
    made = by.agg(score=("score", "mean"), **{name: (name, "first") for name in _FACTS}).reset_index()
    people = known.groupby(PLACE)["interviewer_id"].nunique().rename("interviewers").reset_index()
    return made.assign(band=_band(made["score"])).merge(people, on=PLACE, how="left")


def _band(score: pd.Series[float]) -> pd.Series[str]:
    return pd.Series(np.array(BANDS, dtype=object)[np.digitize(score, _EDGES)], index=score.index)


def passed_on(found: pd.DataFrame) -> pd.DataFrame:
    """A row a place and band, all three of each place: n decided, count_on of them; count_open were not decided.

    Decided: went on, or turned down at this stage. Not decided: who withdrew there, or still waits.
    """
    columns = [*PLACE, "band", "n", "count_on", "count_open"]
    if found.empty:
        return pd.DataFrame(columns=columns)
    is_on, is_down = found["went_on"].astype(bool), found["is_turned_down"].astype(bool)
    told = found.assign(n=is_on | is_down, count_on=is_on, count_open=~(is_on | is_down))
    counted = told.groupby([*PLACE, "band"])[["n", "count_on", "count_open"]].sum()
    places = found[PLACE].drop_duplicates()
    every = places.merge(pd.DataFrame({"band": BANDS}), how="cross")
    return every.merge(counted.reset_index(), how="left").fillna(0).astype(dict.fromkeys(columns[4:], int))


def against_hired(found: pd.DataFrame) -> pd.DataFrame:
    """A row a place: mean rating of those turned down there and of those later hired, and hired less turned down.

    Columns: the place, n_down, down, n_hired, hired, difference, low, high (95 %; nan below two on a side).
    """
    rows = []
    for place, mine in found.groupby(PLACE, sort=True):
        down = mean_interval(mine.loc[mine["is_turned_down"].astype(bool), "score"])
        hired = mean_interval(mine.loc[mine["is_hired"].astype(bool), "score"])
        bounds = squared_and_added(hired, down)
        difference = hired.estimate - down.estimate
        rows.append((*place, down.n, down.estimate, hired.n, hired.estimate, difference, *bounds))
    columns = [*PLACE, "n_down", "down", "n_hired", "hired", "difference", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


def later(found: pd.DataFrame, hires: pd.DataFrame) -> pd.DataFrame:
    """A row a competency, side and band: n hires whose first year counts, `count` high performers, `expected` of them.

    A hire's band is that of the side's mean over all stages. `hires`: those of the evidence
    (`HighPerformers.hires`); expected by role, region and start year.
    """
    by = ["competency", "department"]
    columns = [*by, "band", "n", "count", "expected"]
    known = hires[hires[HIGH_PERFORMER].notna()] if len(hires) else hires
    if found.empty or known.empty:
        return pd.DataFrame(columns=columns)
    means = found[found["is_hired"].astype(bool)].groupby([*by, *KEY])["score"].mean().reset_index()
    joined = means.merge(known[[*KEY, HIGH_PERFORMER, "baseline"]], on=KEY, how="inner")
    told = joined.assign(
        band=_band(joined["score"]),
        count=joined[HIGH_PERFORMER].astype(bool).astype(int),
        expected=joined["baseline"].astype(float),
    )
    grouped = told.groupby([*by, "band"]).agg(
        n=("count", "size"), count=("count", "sum"), expected=("expected", "sum")
    )
    return grouped.reset_index()[columns]

"""How panels were put together, and how their hires did: department mix, size, a seller in the last stage.

Differences of the outcome between hires of the same role, year and office, who saw them taken into account, as
fixed effects of the same model. Nobody drew lots for who is given which panel: a difference need not be its doing.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiring.statistics import mixed_model
from hiring.statistics.evidence.designs import Design, Numbers, Places
from hiring.statistics.evidence.fits import main_blocks
from hiring.statistics.outcomes import KEY
from hiring.statistics.rates import Z_95, Difference
from hiring.statistics.verdicts import BETTER_HIGHER, DEVIATIONS, Comparison, Finding, judge_together

Flags = NDArray[np.bool_]
FINAL = "final"
SALES, HR = "Sales", "HR"
#: Hours a held interview costs its interviewer: one with the candidate, half of one for notes and the way. An
#: assumption, told wherever the hours are.
HOURS_AN_INTERVIEW = 1.5
ONLY_HR, ONLY_SALES, MIXED = "panels of HR only", "panels of Sales only", "panels of HR and Sales"
OUTCOME = "of the outcome"


@dataclass(frozen=True)
class SellingHours:
    """What interviewing cost the sellers: held interviews of Sales, hire or no hire, and the hours assumed for them.

    `count_final_sellers`: how many of them sat in last stages.
    """

    count_interviews: int
    count_final: int
    hours: float
    final_hours: float
    count_final_sellers: int = 0


def selling_hours(interviews: pd.DataFrame) -> SellingHours:
    """From the answer to `panels/interviews_by_stage`."""
    sales = interviews[interviews["department"] == SALES]
    every = int(sales["count_interviews"].sum())
    last = sales[sales["stage"] == FINAL]
    final, sellers = (int(last[column].sum()) for column in ("count_interviews", "count_interviewers"))
    return SellingHours(every, final, HOURS_AN_INTERVIEW * every, HOURS_AN_INTERVIEW * final, sellers)


def panels(hires: pd.DataFrame, seats: pd.DataFrame) -> pd.DataFrame:
    """One row a hire of the design, in its order: `size`, `mix` (None without HR or Sales) and `final` of the panel.

    `final`: whether somebody of Sales sat in the last stage; None where nobody is recorded in it.
    """
    rows = hires[KEY].assign(place=np.arange(len(hires))).merge(seats, on=KEY, how="left")
    rows = rows.assign(
        is_hr=rows["department"] == HR,
        is_sales=rows["department"] == SALES,
        is_final=rows["stage"] == FINAL,
        is_final_sales=(rows["stage"] == FINAL) & (rows["department"] == SALES),
    )
    flags = ["is_hr", "is_sales", "is_final", "is_final_sales"]
    by_hire = rows.groupby("place")
    found = by_hire[flags].any().assign(size=by_hire["interviewer_id"].nunique())
    mix = np.select(
        [found.is_hr & found.is_sales, found.is_hr, found.is_sales], [MIXED, ONLY_HR, ONLY_SALES], ""
    )
    final = found["is_final_sales"].astype(object).where(found["is_final"], None)
    return pd.DataFrame({"size": found["size"], "mix": mix, "final": final}).reset_index(drop=True)


def contrasted(design: Design, seats: pd.DataFrame) -> tuple[Finding, ...]:
    """Every contrast the panels allow, judged together; each is one group against one other, in SD of the outcome.

    One that role, year or office fully explain (one office has mixed panels, all others have not) is none.
    """
    made = panels(design.hires, seats)
    mixed = (made["mix"] == MIXED).to_numpy(bool)
    large = (made["size"] > made["size"].median()).to_numpy(bool)
    middle = int(made["size"].median()) if len(made) else 0
    known = made["final"].notna().to_numpy(bool)
    with_seller = made["final"].eq(True).to_numpy(bool)
    asked = [
        (mixed, (made["mix"] == ONLY_HR).to_numpy(bool), MIXED, ONLY_HR),
        (mixed, (made["mix"] == ONLY_SALES).to_numpy(bool), MIXED, ONLY_SALES),
        (
            large,
            ~large & (made["size"] > 0).to_numpy(bool),
            f"panels of more than {middle}",
            f"panels of {middle} or fewer",
        ),
        (with_seller, known & ~with_seller, "a seller in the last stage", "none there"),
    ]
    compared = [_compared(design, *one) for one in asked if one[0].any() and one[1].any()]
    return judge_together([one for one in compared if np.isfinite(one.difference.estimate)])


def _compared(design: Design, first: Flags, second: Flags, name: str, against: str) -> Comparison:
    """One contrast among the hires of its two groups."""
    rows = np.flatnonzero(first | second)
    fixed = np.column_stack([design.fixed[rows], first[rows].astype(float)])
    n_first, n_second = int(first.sum()), int(second.sum())
    estimate, error = _coefficient(design, fixed, rows)
    score = design.score
    low, high = estimate - Z_95 * error, estimate + Z_95 * error
    chance = NormalDist().cdf(estimate / error) if error > 0 else 0.5
    return Comparison(
        OUTCOME,
        f"hires of {name}" if name.startswith("panels") else f"hires who met {name}",
        f"hires of {against}" if against.startswith("panels") else "hires who met none there",
        Difference(
            float(score[first].mean()),
            float(score[second].mean()),
            estimate,
            low,
            high,
            chance,
            n_first,
            n_second,
        ),
        unit=DEVIATIONS,
        ways=BETTER_HIGHER,
    )


def _coefficient(design: Design, fixed: Numbers, rows: Places) -> tuple[float, float]:
    """The last column's coefficient and its standard error; nan and 0 where it cannot be told from the others."""
    if len(rows) <= np.linalg.matrix_rank(fixed):
        return float("nan"), 0.0
    fit = mixed_model.fit(design.score[rows], fixed, main_blocks(design, rows), tolerance=1e-5)
    if not fit.kept[-1]:
        return float("nan"), 0.0
    return float(fit.coefficients[-1]), float(fit.standard_errors[-1])

"""The hires behind a claim, to look at one by one."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.outcomes import KEY


def seen_by(evidence: Evidence, interviewers: Sequence[str]) -> pd.DataFrame:
    """The counted hires all of these people saw, with months, revenue, attainment and score; highest score first."""
    mine = evidence.seats[evidence.seats["interviewer_id"].isin(list(interviewers))]
    counts = mine.groupby(KEY)["interviewer_id"].nunique()
    both = counts[counts == len(set(interviewers))].reset_index()[KEY]
    return _ranked(evidence.outcomes.hires.merge(both, on=KEY, how="inner"))


def from_source(evidence: Evidence, source: str) -> pd.DataFrame:
    """The counted hires of a source, with the same columns."""
    hires = evidence.outcomes.hires
    return _ranked(hires[hires["source"] == source])


def _ranked(hires: pd.DataFrame) -> pd.DataFrame:
    order = hires.sort_values(["score", *KEY], ascending=[False, True, True], kind="stable")
    return order.reset_index(drop=True)

"""Who they are: the hires who had the outcome, the best first. For viewers who may see names only."""

from __future__ import annotations

import pandas as pd

from hiring.findings.high_performers.outcomes import Outcome


def best_first(hires: pd.DataFrame, outcome: Outcome) -> pd.DataFrame:
    """Those who had the outcome, from the answer to `outcomes/hires_listed`: most against ramped quota first."""
    did = hires[outcome.column].astype("boolean").fillna(False).astype(bool) & hires["is_counted"].astype(
        bool
    )
    order = ["window_ramped_attainment", "window_revenue", "employee_id"]
    return hires[did].sort_values(order, ascending=[False, False, True], na_position="last", kind="stable")

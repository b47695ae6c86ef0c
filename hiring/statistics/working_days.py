"""Working days by the company's own calendar: no weekend and no holiday that `config.toml` names."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Days = NDArray[np.datetime64]


def days_of(moments: pd.Series) -> Days:
    """The days of moments; not a time (NaT) where there is none."""
    return pd.to_datetime(moments).to_numpy().astype("datetime64[D]")


def calendar(holidays: pd.DataFrame) -> np.busdaycalendar:
    """The working days of Monday to Friday without those of `holiday_on`."""
    return np.busdaycalendar(holidays=days_of(holidays["holiday_on"]))


def due(started: Days, allowed: NDArray[np.float64], of: np.busdaycalendar) -> Days:
    """The last day of so many working days from each day on; NaT where either is not known.

    A clock that starts on a day off begins with the next working day.
    """
    known = ~np.isnat(started) & ~np.isnan(allowed)
    found = np.full(len(started), np.datetime64("NaT", "D"))
    found[known] = np.busday_offset(started[known], allowed[known].astype(int), roll="forward", busdaycal=of)
    return found


def between(started: Days, ended: Days, of: np.busdaycalendar) -> NDArray[np.float64]:
    """Working days from each day to another, 0 where that came first; nan where either is not known."""
    known = ~np.isnat(started) & ~np.isnat(ended)
    found = np.full(len(started), np.nan)
    found[known] = np.maximum(np.busday_count(started[known], ended[known], busdaycal=of), 0)
    return found

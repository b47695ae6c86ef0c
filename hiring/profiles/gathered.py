"""All that is asked about role profiles, at once: the same frames for the page, the brief and the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from hiring.outcomes import Outcomes, measured

Ask = Callable[[str], pd.DataFrame]
#: Hires are compared with hires of the same role, region and year of start.
CONTROLS = ("region", "start_year")


@dataclass(frozen=True)
class Gathered:
    """Answers and what is made of them: `hires` are those old enough to be judged, with `score` and the controls."""

    profiles: pd.DataFrame
    ratings: pd.DataFrame
    backgrounds: pd.DataFrame
    outcomes: Outcomes
    hires: pd.DataFrame


def gathered(ask: Ask) -> Gathered:
    """The frames; `ask` answers a question for the viewer and the filters."""
    outcomes = measured(ask("evidence/hires"), ask("evidence/months"))
    return Gathered(
        ask("role_profiles/profiles"),
        ask("role_profiles/ratings"),
        ask("role_profiles/backgrounds"),
        outcomes,
        with_controls(outcomes.hires),
    )


def with_controls(hires: pd.DataFrame) -> pd.DataFrame:
    """The hires with `start_year` added as a word."""
    return hires.assign(start_year=pd.to_datetime(hires["hire_date"]).dt.year.astype(str))

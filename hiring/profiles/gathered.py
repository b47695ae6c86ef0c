"""All that is asked about role profiles, at once: the same answers for the page, the brief and the command line.

Ask with no role left out: what roles have in common is learned from all of them, and those wanted are picked
afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

Ask = Callable[[str], pd.DataFrame]


@dataclass(frozen=True)
class Gathered:
    """Answers as they came: what was agreed, and what the hires of all roles brought and did."""

    profiles: pd.DataFrame
    hires: pd.DataFrame
    months: pd.DataFrame
    seats: pd.DataFrame
    ratings: pd.DataFrame
    backgrounds: pd.DataFrame

    @property
    def of_hires(self) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        """What `judged.judged` takes, in its order."""
        return self.hires, self.months, self.seats, self.ratings, self.backgrounds


def gathered(ask: Ask) -> Gathered:
    """The answers; `ask` takes a question's name and gives its answer for the viewer and the filters."""
    return Gathered(
        ask("role_profiles/profiles"),
        ask("evidence/hires"),
        ask("evidence/months"),
        ask("evidence/seats"),
        ask("role_profiles/ratings"),
        ask("role_profiles/backgrounds"),
    )

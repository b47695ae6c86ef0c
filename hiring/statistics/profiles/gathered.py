"""All that is asked about role profiles, at once: the same answers for the page, the brief and the command line.

Ask for profiles with no role left out; those wanted are picked afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring.statistics.evidence.frames import Ask, company


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


def gathered(ask: Ask, for_estimates: Ask) -> Gathered:
    """The answers; `ask` takes a question's name and gives its answer for the viewer and the filters, `for_estimates`
    the rows of the whole company that estimates are made from, never to be shown.
    """
    fitted = company(for_estimates)
    return Gathered(
        ask("role_profiles/profiles"),
        fitted.hires,
        fitted.months,
        fitted.seats,
        for_estimates("role_profiles/ratings"),
        for_estimates("role_profiles/backgrounds"),
    )

"""What evidence is made of, and what of it is shown, asked in one place for the pages and the command line alike.

The fit rests on the company: all its hires, whoever looks and whatever they filter. What they chose, and may see,
only picks from what comes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiring.access.viewer import EVERY_INTERVIEWER, Interviewers
from hiring.statistics.outcomes import KEY

#: Takes a question's name and gives its answer.
Ask = Callable[[str], pd.DataFrame]


@dataclass(frozen=True)
class Company:
    """All the company's hires, their months and the seats of their panels, true ids and all: never to be shown."""

    hires: pd.DataFrame
    months: pd.DataFrame
    seats: pd.DataFrame


@dataclass(frozen=True)
class Chosen:
    """Whom filters and rights leave: `hires` are the keys of those chosen, `permitted` of all whom the viewer may see.

    `people`: the names of those who sat in panels of the chosen; None for viewers without names. `interviewers`: whose
    figures the viewer may see where they see any by name.
    """

    hires: pd.DataFrame
    permitted: pd.DataFrame
    people: pd.DataFrame | None
    interviewers: Interviewers = EVERY_INTERVIEWER

    @property
    def names(self) -> dict[str, str] | None:
        """The name of each interviewer by id; None for viewers without names."""
        if self.people is None:
            return None
        columns = self.people[["interviewer_id", "full_name"]].dropna().astype(str)
        return dict(columns.itertuples(index=False, name=None))


def is_in(hires: pd.DataFrame, keys: pd.DataFrame) -> NDArray[np.bool_]:
    """Which of these hires are among the keys."""
    # A set of pairs: a merge of a few hundred rows takes ten times as long, and pages ask section by section.
    wanted = set(_keys(keys))
    return np.fromiter((one in wanted for one in _keys(hires)), dtype=bool, count=len(hires))


def _keys(hires: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    return zip(*(hires[name].tolist() for name in KEY), strict=True)


def chosen(
    for_estimates: Ask, of_all: Ask, ask: Ask | None, interviewers: Interviewers = EVERY_INTERVIEWER
) -> Chosen:
    """Whom filters and rights leave: `for_estimates` and `ask` answer for the filters, `of_all` with none of them set.

    `ask` gives what may be shown; None for viewers without names.
    """
    picked, permitted = for_estimates("evidence/hires_chosen"), of_all("evidence/hires_chosen")
    return Chosen(picked, permitted, ask("evidence/people") if ask else None, interviewers)


def company(for_estimates: Ask) -> Company:
    """The frames of the one fit; `for_estimates` answers questions that are for estimates alone."""
    return Company(
        for_estimates("evidence/hires"), for_estimates("evidence/months"), for_estimates("evidence/seats")
    )

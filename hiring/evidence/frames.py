"""The answers that evidence is made of, asked in one place for the pages and the command line alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

Ask = Callable[[str], pd.DataFrame]


@dataclass(frozen=True)
class Frames:
    """Answers to the questions of `evidence/`; `people` (id → name) is empty for viewers without names."""

    hires: pd.DataFrame
    months: pd.DataFrame
    seats: pd.DataFrame
    interviews: pd.DataFrame
    people: pd.DataFrame

    @property
    def names(self) -> dict[str, str]:
        """Name of each interviewer by id, as far as the viewer may see names."""
        columns = self.people[["interviewer_id", "full_name"]].astype(str)
        return dict(columns.itertuples(index=False, name=None))


def gathered(ask: Ask, *, with_names: bool) -> Frames:
    """All answers; `ask` takes a question's name and gives its answer for the viewer and the filters chosen."""
    nobody = pd.DataFrame({"interviewer_id": [], "full_name": []})
    return Frames(
        hires=ask("evidence/hires"),
        months=ask("evidence/months"),
        seats=ask("evidence/seats"),
        interviews=ask("evidence/interviews_by_stage"),
        people=ask("evidence/people") if with_names else nobody,
    )

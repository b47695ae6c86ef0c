"""Who was hired against their panel's vote, the best first. For viewers who may see names only."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.findings.outcomes.people import best_first
from hiring.statistics.evidence.frames import is_in
from hiring.statistics.high_performers.groups import AGAINST


def against_the_vote(hires: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Those of the hires (`outcomes/hires_listed`) whose panel voted below yes; `known` holds the vote of each."""
    if known.empty:
        return hires.iloc[:0]
    return best_first(hires[is_in(hires, known[known["vote"] == AGAINST])])


def list_title(count: int) -> str:
    """ "Hired on a vote below yes, best first: 47 hires" """
    return f"Hired on a vote below yes, best first: {words.counted(count, 'hire')}"

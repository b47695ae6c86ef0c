"""How the hires of one role fared, or of two beside each other, for the page "Role profiles".

The figures are those of the page "Outcomes and ramp", for the same hires. Frames in, frames and words out.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from hiring.config import SMALLEST_GROUP
from hiring.findings.outcomes.answer import has_quotas
from hiring.findings.outcomes.pairs import Hires
from hiring.findings.role_profiles.fared import fared_apart
from hiring.findings.sentences import labelled_sentence
from hiring.statistics.verdicts import Label

TITLE = "How soon their hires sell"
SUBTITLE = "Likely range in brackets, then of how many hires"
NO_QUOTAS = "No quota is known for these hires, so neither pace nor the bar can be told."
NOT_ON_FILE = "The first sales of these hires are on no file, so neither pace nor the bar can be told."
NOTHING_APART = "On none of the three can we tell the two roles apart."
TOLD = (Label.CLEAR, Label.LEANING)


def sentences(roles: Sequence[str], milestones: Hires, attained: Hires, window: int) -> tuple[str, ...]:
    """What sets two roles apart, one sentence a measure that does; nothing for one role or too few hires."""
    if len(roles) < 2:
        return ()
    found = fared_apart(roles[0], roles[1], milestones, attained, window)
    if all(one.verdict.label is Label.TOO_FEW for one in found):
        return ("Too few hires to set the two roles against each other.",)
    said = tuple(labelled_sentence(one) for one in found if one.verdict.label in TOLD)
    return said or (NOTHING_APART,)


def missing(milestones: pd.DataFrame, roles: Sequence[str]) -> str:
    """What cannot be told for want of quotas, or of first sales; empty where it can."""
    mine = milestones[milestones["role_profile"].isin(roles)]
    if len(mine) < SMALLEST_GROUP or has_quotas(mine):
        return ""
    return NOT_ON_FILE if mine["has_quota"].sum() >= SMALLEST_GROUP else NO_QUOTAS

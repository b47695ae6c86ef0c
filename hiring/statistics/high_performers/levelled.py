"""What is left of a row after luck: the company's one fit, applied to the row's own hires at their own baseline.

    mean over the hires of Φ(Φ⁻¹(p) + d ÷ σ)

p is what was expected of the hire; d what the fit says of the interviewer, pair or source, in SD of the score; σ the
SD of the score among hires of one role, year and place. The score is normal within the role, so a shift d moves
whoever would have stood p of the way from the top by d ÷ σ normal steps.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.special import ndtr, ndtri

from hiring.statistics.high_performers.logit import Numbers

COLUMNS = ("estimate", "low", "high")


def shifted(chances: Numbers, shift: Numbers, within: float) -> Numbers:
    """The chance of each hire with what the fit says of the row on top."""
    return np.asarray(ndtr(ndtri(chances) + shift / within), dtype=float)


def levelled(group: pd.Series, chances: Numbers, claims: pd.DataFrame, within: float) -> pd.DataFrame:
    """By group, the mean chance of its hires after luck, and at both ends of the claim's range (0 to 1).

    `claims`: estimate, low and high in SD of the score, by group; a group without one is not there.
    """
    of = claims.reindex(group.to_numpy())
    moved = {name: shifted(chances, of[name].to_numpy(float), within) for name in COLUMNS}
    made = pd.DataFrame(moved).groupby(group.to_numpy()).mean()
    return made[made["estimate"].notna()]

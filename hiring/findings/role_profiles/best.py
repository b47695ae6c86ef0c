"""Which role's hires met the bar and are among the company's best, in one line for the page "Role profiles"."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from hiring import words
from hiring.access.small_groups import too_small
from hiring.findings.role_profiles.agreed import joined
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.high_performers.expected import BEST_FIFTH, MET_BAR, HighPerformers
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.high_performers.rows import rows

OUTCOMES = (
    (MET_BAR, "met the bar in the first year"),
    (BEST_FIFTH, "are among the company's top fifth by attainment"),
)
BY_CONSTRUCTION = "Of every role a fifth are called high performers, whoever they are"
TELLING_APART = "only these two counts can tell roles apart"


def line(roles: Sequence[str], kept: HighPerformers, evidence: Evidence, chosen: pd.DataFrame) -> str:
    """ "Met the bar …: 48 of 100 Desk and 20 of 60 Field hires; …"; empty where no role has hires enough.

    `chosen`: keys of the hires that the filters leave.
    """
    said = [
        _counted(roles, rows(kept, evidence, chosen, Factor.ROLE, column), did) for column, did in OUTCOMES
    ]
    told = "; ".join(filter(None, said))
    why = f"{BY_CONSTRUCTION}; {TELLING_APART}" if len(roles) > 1 else BY_CONSTRUCTION
    return f"{told}. {why}." if told else ""


def _counted(roles: Sequence[str], made: pd.DataFrame, did: str) -> str:
    shown = {str(row["level"]): row for row in made[~too_small(made["n"])].to_dict("records")}
    parts = [
        f"{words.number(shown[role]['count'])} of {words.counted(shown[role]['n'], f'{role} hire')}"
        for role in roles
        if role in shown
    ]
    return f"{joined(parts)} {did}" if parts else ""

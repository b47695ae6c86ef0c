"""Evidence on role profiles made of slopes that a test names, for what pages say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from helpers.invented.profiles import profile_rows
from hiring.statistics.evidence.controls import Control
from hiring.statistics.outcomes import Outcomes
from hiring.statistics.profiles.agreed import Profile, profiles_of
from hiring.statistics.profiles.evidence import ALL_ROLES, AS_A_WHOLE, Evidence, Slope, State
from hiring.statistics.profiles.judged import Judged
from hiring.statistics.profiles.luck import LinkLuck
from hiring.statistics.profiles.resembling import Resembling
from hiring.statistics.verdicts import Label

CLEAR = {"estimate": 0.2, "low": 0.05, "high": 0.35, "probability": 0.99, "label": Label.CLEAR}
DOWN = {"estimate": -0.2, "low": -0.35, "high": -0.05, "probability": 0.01, "label": Label.CLEAR}
OF_EVIDENCE = ("silence", "is_capped", "whole", "roles_differ", "reliability")
TOO_FEW = {"n": 40, "label": Label.TOO_FEW, "state": State.TOO_FEW}


def profiles(weights: Mapping[str, Mapping[str, float]], **changed: Any) -> tuple[Profile, ...]:
    """The profile of each role, with these weights."""
    return profiles_of(
        pd.concat([profile_rows(role, of_role, **changed) for role, of_role in weights.items()])
    )


def slope(role: str, competency: str, **given: Any) -> Slope:
    """A slope nobody can tell from zero, changed as given."""
    made = Slope(role, competency, 80, 0.05, -0.1, 0.2, 0.7, 0.5, 0.07, Label.CANNOT_TELL, State.TOLD)
    return replace(made, **given)


def whole(**given: Any) -> Slope:
    """Ratings as a whole, which nobody can tell from zero, changed as given."""
    return slope(ALL_ROLES, AS_A_WHOLE, raw=float("nan"), **given)


def judged(slopes: Sequence[Slope] = (), hires: Mapping[str, int] | None = None, **given: Any) -> Judged:
    """Evidence of these slopes; `given` are fields of the evidence, or of what was judged."""
    sizes = hires if hires is not None else {one.role: 200 for one in slopes}
    names = tuple(sorted({one.competency for one in slopes}))
    evidence = Evidence(tuple(slopes), sizes, competencies=names)
    of_evidence = {key: given.pop(key) for key in OF_EVIDENCE if key in given}
    empty = Outcomes(pd.DataFrame(), pd.DataFrame(), 0, 0, 0, ())
    nobody = Resembling((), pd.DataFrame(), pd.DataFrame(columns=["role", "other_role", "count_said"]))
    found = Judged(empty, replace(evidence, **of_evidence), LinkLuck(), (), nobody, Control(), True)
    return replace(found, **given)

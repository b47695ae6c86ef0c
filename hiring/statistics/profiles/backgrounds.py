"""What hires brought with them beside their results: a short list written down before anybody looked.

The same partial pooling as for competencies. Every fact more would be one more chance to find something by luck,
so the list is fixed here; fields that only the fairness page may read are refused by name. A fact that goes with
age, as years in a job do, is to be read with care and never used to turn anybody away.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiring.statistics.profiles import slopes as model
from hiring.statistics.profiles.evidence import State
from hiring.statistics.profiles.gates import SMALLEST_COMPANY, SMALLEST_FACT, SMALLEST_ROLE, label_of
from hiring.statistics.verdicts import Label

Numbers = NDArray[np.float64]
#: Never an input to a model, whatever file they come in.
BARRED = frozenset({"gender", "ethnicity", "age_band"})


@dataclass(frozen=True)
class Fact:
    """A background fact: its column in the answer to `role_profiles/backgrounds`, its name, number or group."""

    column: str
    name: str
    is_number: bool
    caveat: str = ""


DECLARED: tuple[Fact, ...] = (
    Fact("years_in_sales", "Years in sales", True, "goes with age: never a reason to turn anybody away"),
    Fact("previous_industry", "Previous industry", False),
)


@dataclass(frozen=True)
class FactEvidence:
    """A fact in a role: for a number, what one step more goes with; for a group, how its hires stand to the others.

    `group` is empty for a number; `step` is what one step is, in the fact's own unit (years), nan for a group.
    `estimate`, `low`, `high` in standard deviations of the outcome, compared like with like (the controls) and
    with what other roles lend; `raw` the plain figure of this role alone. `n`: hires of the role in the group, or
    with a known number. Only what is TOLD may be read as a finding.
    """

    role: str
    fact: Fact
    group: str
    n: int
    step: float
    estimate: float
    low: float
    high: float
    probability: float
    raw: float
    label: Label
    state: State


def background_evidence(
    outcomes: pd.DataFrame,
    backgrounds: pd.DataFrame,
    controls: Sequence[str] = (),
    *,
    declared: Sequence[Fact] = DECLARED,
    outcome: str = "score",
    is_capped: bool = False,
) -> tuple[FactEvidence, ...]:
    """Every declared fact in every role, in order of fact, role and group; empty where none is known.

    Frames as in `evidence`. `ValueError` for a fact, or a column, that is barred from models.
    """
    barred = BARRED & ({fact.column for fact in declared} | set(backgrounds.columns) | set(controls))
    if barred:
        raise ValueError(
            f"{', '.join(sorted(barred))}: for the fairness page only, never an input to a model"
        )
    keys = ["employee_id", *(["hire_date"] if "hire_date" in outcomes.columns else [])]
    columns = [fact.column for fact in declared if fact.column in backgrounds.columns]
    known = backgrounds[[*keys, *columns]].drop_duplicates(keys)
    judged = outcomes[outcomes[outcome].notna() & outcomes["role_profile"].notna()]
    joined = judged.drop(columns=columns, errors="ignore").merge(known, on=keys, how="left")
    y = joined[outcome].to_numpy(float)
    if not len(y) or np.ptp(y) == 0:
        return ()
    found: list[FactEvidence] = []
    for fact in declared:
        if fact.column in columns and joined[fact.column].notna().any():
            found += _of_fact(fact, joined, y, list(controls), is_capped=is_capped)
    return tuple(found)


def _of_fact(
    fact: Fact, joined: pd.DataFrame, y: Numbers, controls: list[str], *, is_capped: bool
) -> list[FactEvidence]:
    role = joined["role_profile"].astype(str)
    groups, x, step = _numbers(joined[fact.column]) if fact.is_number else _groups(joined[fact.column])
    if not groups:
        return []
    fitted = None
    if len(y) >= SMALLEST_COMPANY:
        made = model.design(role, x, groups, joined[controls], are_alternatives=not fact.is_number)
        fitted = model.slopes(model.fitted(y, made), made)
    found = []
    for r, one in enumerate(sorted(role.unique())):
        mine = (role == one).to_numpy(bool)
        enough = fitted is not None and int((mine & joined[fact.column].notna()).sum()) >= SMALLEST_ROLE
        for k, group in enumerate(groups):
            rated = mine & ~np.isnan(x[:, k])
            n = int(rated.sum() if fact.is_number else (mine & (x[:, k] == 1)).sum())
            is_enough = enough and (fact.is_number or n >= SMALLEST_FACT)
            numbers = _numbers_of(fitted, r, k)
            found.append(
                FactEvidence(
                    one,
                    fact,
                    "" if fact.is_number else group,
                    n,
                    step,
                    *numbers,
                    model.plain_line(y[rated], x[rated, k]),
                    label_of(numbers[3], numbers[1], numbers[2], is_capped=is_capped)
                    if is_enough
                    else Label.TOO_FEW,
                    State.TOLD if is_enough else State.TOO_FEW,
                )
            )
    return found


def _numbers_of(fitted: model.Slopes | None, r: int, k: int) -> tuple[float, float, float, float]:
    if fitted is None:
        return (math.nan, math.nan, math.nan, math.nan)
    estimate, low, high, probability = (
        float(one[r, k]) for one in (fitted.estimate, fitted.low, fitted.high, fitted.probability)
    )
    return estimate, low, high, probability


def _numbers(values: pd.Series[float]) -> tuple[tuple[str, ...], Numbers, float]:
    """z over all hires with a known number; nothing where they all have the same."""
    numbers = values.to_numpy(float)
    spread = float(np.nanstd(numbers, ddof=1)) if (~np.isnan(numbers)).sum() > 1 else 0.0
    if not spread > 0:
        return (), np.empty((len(numbers), 0)), math.nan
    return (str(values.name),), ((numbers - np.nanmean(numbers)) / spread)[:, None], spread


def _groups(values: pd.Series[str]) -> tuple[tuple[str, ...], Numbers, float]:
    """One column a group that enough hires of all roles share; hires of smaller groups are in none of them."""
    sizes = values.value_counts()
    names = tuple(sorted(str(name) for name in sizes.index[sizes >= SMALLEST_FACT]))
    if len(names) < 2:
        return (), np.empty((len(values), 0)), math.nan
    table: Numbers = np.column_stack([(values == name).to_numpy(float) for name in names])
    table[values.isna().to_numpy(bool)] = np.nan
    return names, table, math.nan

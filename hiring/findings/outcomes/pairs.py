"""Two roles beside each other by one measure: judged in one place, so that every page says the same of the same two.

Whichever two are looked at, every two roles are judged together, as a reader may look at any; and of hires that filters
choose nothing is surer than of the whole company. Frames in, findings out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, TypeVar

import pandas as pd

from hiring.statistics.rates import Difference
from hiring.statistics.verdicts import (
    BETTER_HIGHER,
    POINTS,
    SMALLEST_JUDGED,
    Comparison,
    Finding,
    Unit,
    Ways,
    judge_together,
    not_surer,
)

Pair = tuple[str, str]
K = TypeVar("K")


@dataclass(frozen=True)
class PairMeasure:
    """What two roles are compared by: `of` takes the hires and a role, `apart` what it gave of each of the two."""

    outcome: str
    of: Callable[[pd.DataFrame, str], Any]
    apart: Callable[[Any, Any], Difference]
    unit: Unit = POINTS
    ways: Ways = BETTER_HIGHER


@dataclass(frozen=True)
class Hires:
    """The hires of every role that the filters leave, and all of the company: an answer for each, a row a hire."""

    chosen: pd.DataFrame
    company: pd.DataFrame


def no_filter(hires: pd.DataFrame) -> Hires:
    """Where nothing is filtered: these hires are all."""
    return Hires(hires, hires)


def pairs_judged(measure: PairMeasure, hires: Hires, roles: Sequence[str]) -> tuple[Finding, ...]:
    """Every two of these roles in their order, the first less the second."""
    return no_surer(lambda some: _every_pair(measure, some, roles), hires, tuple(combinations(roles, 2)))


def no_surer(
    judge: Callable[[pd.DataFrame], Mapping[K, Finding]], hires: Hires, wanted: Sequence[K]
) -> tuple[Finding, ...]:
    """The findings wanted of those that judging the chosen hires gives, none surer than judging the company's gives."""
    here = judge(hires.chosen)
    whole = here if hires.company is hires.chosen else judge(hires.company)
    return tuple(not_surer(here[one], whole.get(one)) for one in wanted)


def _every_pair(measure: PairMeasure, hires: pd.DataFrame, roles: Sequence[str]) -> dict[Pair, Finding]:
    """Every two roles there are, these first and in their order; of the others those with hires enough to be judged."""
    counts = hires["role_profile"].astype(str).value_counts()
    names = [*roles, *sorted(set(counts.index[counts >= SMALLEST_JUDGED]) - set(roles))]
    values = {name: measure.of(hires, name) for name in names}
    pairs = list(combinations(names, 2))
    found = judge_together(
        [
            Comparison(
                measure.outcome,
                f"{first} hires",
                f"{second} hires",
                measure.apart(values[first], values[second]),
                measure.unit,
                measure.ways,
            )
            for first, second in pairs
        ]
    )
    return dict(zip(pairs, found, strict=True))

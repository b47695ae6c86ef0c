"""How alike the agreed profiles are: a description of what was written down, no test and no verdict on anybody.

One profile for all sales jobs leaves the people who look for candidates to guess. Three signs of it, each with
its number: weights so even that nothing stands out, profiles that rise and fall together, and fewer kinds of
profile than roles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiring.statistics.profiles.agreed import Profile, key_of
from hiring.statistics.profiles.gates import ALIKE_FROM, EVEN_FROM, FEWEST_COMPETENCIES

ROUNDING = 1e-9

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Alikeness:
    """How alike the profiles in force are.

    `evenness`: role → exp(entropy of its weights) ÷ number of its competencies, 1 = all weigh the same; roles with
    fewer than three weighted competencies are left out. `alike`: a square frame of roles, the cosine of their
    weights after taking each one's mean away (−1 to 1). `mean_alike` over pairs, None for one role. `kinds`: the
    effective number of different profiles, exp(entropy of the eigenvalues of `alike`), 1 to the number of roles.
    """

    roles: tuple[str, ...]
    evenness: Mapping[str, float]
    alike: pd.DataFrame
    mean_alike: float | None
    kinds: float

    @property
    def even_roles(self) -> tuple[str, ...]:
        """Roles whose profile asks for everything about equally."""
        return tuple(role for role, share in self.evenness.items() if share > EVEN_FROM)

    @property
    def are_alike(self) -> bool:
        """Whether the profiles ask, on average, for the same person."""
        return self.mean_alike is not None and self.mean_alike > ALIKE_FROM

    @property
    def are_few_kinds(self) -> bool:
        """Whether there are fewer than half as many kinds of profile as roles."""
        return len(self.roles) > 1 and self.kinds < len(self.roles) / 2

    @property
    def is_all_encompassing(self) -> bool:
        """Whether one description seems to serve for all sales jobs, by any of the signs that look at all roles."""
        everybody_even = bool(self.evenness) and len(self.even_roles) == len(self.roles)
        return self.are_alike or self.are_few_kinds or everybody_even

    def pair(self, first: str, second: str) -> float | None:
        """How alike two roles' profiles are; None where one of them has none."""
        if first not in self.roles or second not in self.roles:
            return None
        return float(self.alike[second].to_numpy(float)[self.roles.index(first)])


def alikeness(profiles: Sequence[Profile]) -> Alikeness:
    """How alike the current versions are; without profiles, an empty answer with no kinds at all."""
    weighted = [one for one in profiles if any(w.weight > 0 for w in one.current.wanted)]
    roles = tuple(one.role for one in weighted)
    if not roles:
        return Alikeness((), {}, pd.DataFrame(), None, 0.0)
    table = _weights(weighted)
    cosines = _centred_cosines(table)
    pairs = [cosines[a, b] for a, b in combinations(range(len(roles)), 2)]
    evenness = {
        one.role: _evenness(row[row > 0])
        for one, row in zip(weighted, table, strict=True)
        if (row > 0).sum() >= FEWEST_COMPETENCIES
    }
    return Alikeness(
        roles,
        evenness,
        pd.DataFrame(cosines, index=list(roles), columns=list(roles)),
        float(np.mean(pairs)) if pairs else None,
        _effective_number(np.linalg.eigvalsh(cosines)),
    )


def _weights(profiles: Sequence[Profile]) -> Numbers:
    """Profiles × every competency any of them names; what a profile does not name weighs nothing in it."""
    keys = sorted({key_of(w.competency) for one in profiles for w in one.current.wanted})
    table = np.zeros((len(profiles), len(keys)))
    for row, one in enumerate(profiles):
        for wanted in one.current.wanted:
            table[row, keys.index(key_of(wanted.competency))] = wanted.weight
    return table


def _evenness(weights: Numbers) -> float:
    return _effective_number(weights) / len(weights)


def _effective_number(parts: Numbers) -> float:
    """exp of the entropy of parts made shares: how many equal parts would be as varied."""
    shares = parts[parts > ROUNDING] / parts[parts > ROUNDING].sum()
    return float(np.exp(-(shares * np.log(shares)).sum()))


def _centred_cosines(table: Numbers) -> NDArray[Any]:
    """Cosines of rows less their mean. A flat row has no direction: like another flat one, like no other."""
    centred = table - table.mean(axis=1, keepdims=True)
    length = np.linalg.norm(centred, axis=1)
    flat = length < ROUNDING
    safe = np.where(flat, 1.0, length)
    found = (centred @ centred.T) / np.outer(safe, safe)
    found[np.outer(flat, flat)] = 1.0
    found[np.outer(flat, ~flat) | np.outer(~flat, flat)] = 0.0
    np.fill_diagonal(found, 1.0)
    return np.asarray(np.clip(found, -1.0, 1.0), dtype=float)

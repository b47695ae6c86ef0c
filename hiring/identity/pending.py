"""Decisions made since the last build: the warehouse does not know them yet, so that the page heeds them itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from hiring.identity import evidence
from hiring.identity.decisions import Decision
from hiring.identity.evidence import Employee
from hiring.identity.suggesting import Suggestion


@dataclass(frozen=True)
class Pending:
    """Decisions that wait for a build; the logins they settle, and the pairs they part (login key, person id)."""

    decisions: tuple[Decision, ...]
    settled: frozenset[str]
    parted: frozenset[tuple[str, str]]

    def without(self, found: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
        """The suggestions whose login nobody has settled."""
        return tuple(one for one in found if one.login.login_key not in self.settled)

    def refused(self, known: pd.DataFrame) -> tuple[tuple[str, str], ...]:
        """The refused pairs (login_key, person_id) of the warehouse and those that wait, each once, in order."""
        return tuple(sorted({*evidence.keys(known), *self.parted}))


def pending(
    decided: Sequence[Decision], unmatched: pd.DataFrame, refused: pd.DataFrame, people: dict[str, Employee]
) -> Pending:
    """Which of the decisions the warehouse does not heed yet (`identity/unmatched`, `identity/refused_pairs`).

    A decision that names nobody of the HR file settles nothing: the login is asked about again.
    """
    person_of = {one.employee_id: one.person_id for one in people.values()}
    unknown = set(unmatched["login_key"])
    heeded = set(evidence.keys(refused))
    found, settled, parted = [], set(), set()
    for one in decided:
        key, person = f"{one.system}|{one.system_id}", person_of.get(one.employee_id)
        if person is None or key not in unknown or (key, person) in heeded:
            continue
        found.append(one)
        if one.is_same:
            settled.add(key)
        else:
            parted.add((key, person))
    return Pending(tuple(found), frozenset(settled), frozenset(parted))

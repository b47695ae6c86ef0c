"""Suggestions: for each login nobody is found for, the few employees it may be, best first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from hiring.identity import evidence, score
from hiring.identity.evidence import Employee, Login
from hiring.identity.score import Part

#: More would not be read.
MOST_CANDIDATES = 3
WHOLE_NAME = 0.995  # of a name's words, rounding aside


@dataclass(frozen=True)
class Candidate:
    """An employee a login may be; `namesakes` employees have a name that agrees as fully as this one."""

    employee: Employee
    score: int
    parts: tuple[Part, ...]
    namesakes: int = 1

    @property
    def reasons(self) -> str:
        """Why, in one line, what weighs most first."""
        return ", ".join(part.why for part in sorted(self.parts, key=lambda part: -abs(part.points)))


@dataclass(frozen=True)
class Suggestion:
    """A login and its candidates, best first; `namesakes` logins of the system nobody is found for share its name."""

    login: Login
    candidates: tuple[Candidate, ...]
    namesakes: int = 1

    @property
    def is_doubtful_by_name(self) -> bool:
        """Whether the name alone cannot tell who it is: two employees or two logins share it."""
        return self.namesakes > 1 or any(one.namesakes > 1 for one in self.candidates)


def suggestions(
    unmatched: pd.DataFrame,
    people: pd.DataFrame,
    by_name: pd.DataFrame,
    by_address_or_id: pd.DataFrame,
    refused: Collection[tuple[str, str]],
) -> tuple[Suggestion, ...]:
    """Every login of `identity/unmatched` in its order, with its candidates: none, where nobody is alike enough.

    `refused` pairs (login_key, person_id) are not suggested again.
    """
    known = evidence.employees(people)
    of_login: dict[str, list[tuple[Employee, evidence.Alike]]] = defaultdict(list)
    no = frozenset(refused)
    for key, alike in evidence.pairs(by_name, by_address_or_id).items():
        if key[1] in known:
            of_login[key[0]].append((known[key[1]], alike))
    logins = evidence.logins(unmatched)
    names = Counter((login.system, login.plain_name) for login in logins if login.plain_name)
    return tuple(
        Suggestion(
            login,
            _candidates(login, of_login[login.login_key], no),
            max(1, names[login.system, login.plain_name]),
        )
        for login in logins
    )


def _candidates(
    login: Login, alike: list[tuple[Employee, evidence.Alike]], refused: Collection[tuple[str, str]]
) -> tuple[Candidate, ...]:
    shares = Counter(round(one.name_share, 2) for _, one in alike if one.count_alike >= 2)
    found = []
    for employee, one in alike:
        if (login.login_key, employee.person_id) in refused:
            continue
        parts = score.parts(login, employee, one)
        # Whose very name it is, is named whatever speaks against it: "like nobody" would be untrue.
        if score.total(parts) >= score.LEAST or one.name_share >= WHOLE_NAME:
            namesakes = max(1, shares[round(one.name_share, 2)] if one.name_share >= WHOLE_NAME else 1)
            found.append(Candidate(employee, score.total(parts), parts, namesakes))
    best = sorted(found, key=lambda one: (-one.score, one.employee.employee_id))
    return tuple(best[:MOST_CANDIDATES])

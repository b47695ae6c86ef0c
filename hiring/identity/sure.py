"""Whom a name alone tells: logins with one employee's whole name, which nobody else bears on either side.

They may be confirmed together. Where a date speaks against it, or somebody is found for the employee there already, the
name alone does not tell, and a person looks at the one pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hiring.identity import score
from hiring.identity.evidence import Login
from hiring.identity.name_forms import name_words, same_name
from hiring.identity.suggesting import Candidate, Suggestion

#: Points that speak against a pair so much that nobody should confirm it unseen. A region or a job may be written in
#: other words in another system, or may have changed: that alone is no such thing.
_AGAINST = {("dates", score.OUTSIDE), ("free", score.TAKEN)}


@dataclass(frozen=True)
class Pair:
    """A login and the one employee of its name."""

    login: Login
    candidate: Candidate

    @property
    def ids(self) -> tuple[str, str, str]:
        """System, the login's id there, employee id: what a decision names."""
        return self.login.system, self.login.system_id, self.candidate.employee.employee_id


def pairs(found: Sequence[Suggestion]) -> tuple[Pair, ...]:
    """All such pairs, in the order of the suggestions; no employee twice in a system."""
    told = [Pair(one.login, same) for one in found if (same := _only_one(one)) is not None]
    claimed = Counter((one.login.system, one.candidate.employee.person_id) for one in told)
    return tuple(one for one in told if claimed[one.login.system, one.candidate.employee.person_id] == 1)


def _only_one(one: Suggestion) -> Candidate | None:
    """The one candidate of the very name; None where another bears it, or something speaks against it."""
    same = [other for other in one.candidates if same_name(one.login.full_name, other.employee.full_name)]
    if (
        one.namesakes > 1
        or len(same) != 1
        or same[0].namesakes > 1
        or len(name_words(one.login.full_name)) < 2
    ):
        return None
    speaks_against = _AGAINST & {(part.name, part.points) for part in same[0].parts}
    return None if speaks_against else same[0]

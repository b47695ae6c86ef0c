"""What a file of rights holds: rules, each for one person or one group, and how long signing in lasts.

Whoever no rule names sees nothing. A rule chooses rows and names, never the estimate: that rests on the whole company.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody is here for; the word as the file has it."""

    SALES_LEADER = "sales leader"
    HR = "HR"
    MANAGER = "manager"
    MEETING = "meeting"
    INTERVIEWER = "interviewer"
    KEEPER = "keeper"


class Whose(StrEnum):
    """Whose figures as an interviewer somebody sees by name."""

    ALL = "all"
    #: Everybody's but those of whom they report to, at any level, and of those who report where they do.
    OTHERS = "others"
    OWN = "own"
    NONE = "none"


#: Roles that see by region and role profile, which their rules must write out.
BY_PLACE = frozenset({Role.SALES_LEADER, Role.HR, Role.MEETING})
#: Roles that meet hires and candidates by name.
WITH_NAMES = frozenset({Role.SALES_LEADER, Role.HR, Role.MANAGER})
#: Roles for which it must be known which employee somebody is.
OF_AN_EMPLOYEE = frozenset({Role.MANAGER, Role.INTERVIEWER})
#: Stands for every region or role profile there is, now and later.
ALL = "all"


@dataclass(frozen=True)
class Person:
    """One person, by what their provider calls them (`sub`), which no two people share and nobody may change."""

    issuer: str
    subject: str


@dataclass(frozen=True)
class Mail:
    """One person by an address, which counts only where the provider says that it was verified."""

    issuer: str
    email: str


@dataclass(frozen=True)
class Members:
    """All whom the provider says to be in a group."""

    issuer: str
    group: str


@dataclass(frozen=True)
class Rule:
    """One rule, by the name it is told by; `regions` and `role_profiles` are `ALL` or written out.

    `employee` says which employee the person is, where no address does. Sign-ins before `revoked_before` have ended.
    """

    name: str
    line: int
    role: Role
    who: Person | Mail | Members
    regions: tuple[str, ...] | str = ()
    role_profiles: tuple[str, ...] | str = ()
    interviewers: Whose = Whose.NONE
    employee: str = ""
    revoked_before: datetime | None = None

    @property
    def is_of_one(self) -> bool:
        """Whether it names one person; such a rule goes before those of groups."""
        return not isinstance(self.who, Members)


@dataclass(frozen=True)
class Rights:
    """All rules in the file's order. A sign-in ends after so many minutes unused, and after so many hours at last."""

    rules: tuple[Rule, ...]
    revoked_before: datetime | None = None
    idle_minutes: int = 60
    longest_hours: int = 12

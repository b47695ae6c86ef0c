"""Which rule is somebody's. Whoever no rule names, and whoever two name alike, sees nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from hiring.access.rights.claims import Identity
from hiring.access.rights.rules import Mail, Members, Person, Rights, Role, Rule


class Denied(Enum):
    """Why somebody who signed in sees nothing."""

    NO_RULE = "no rule names them"
    TWO_RULES = "two rules name them"
    REVOKED = "this sign-in was ended"


@dataclass(frozen=True)
class Granted:
    """The rule somebody sees by, and the one they keep by; one of both is there."""

    seeing: Rule | None = None
    keeping: Rule | None = None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Those there are."""
        return tuple(rule for rule in (self.seeing, self.keeping) if rule is not None)


@dataclass(frozen=True)
class Refused:
    """Why nothing is granted, and by which rules that is so."""

    why: Denied
    rules: tuple[Rule, ...] = ()


def granted(rights: Rights, who: Identity) -> Granted | Refused:
    """What somebody is granted.

    A rule for one person goes before those for groups. Of two alike neither holds: which was meant nobody can tell.
    To keep is a rule beside the one to see by.
    """
    mine = [rule for rule in rights.rules if is_meant(rule, who)]
    kinds = {is_keeping: _first(mine, is_keeping=is_keeping) for is_keeping in (False, True)}
    if doubled := tuple(rule for found in kinds.values() if len(found) > 1 for rule in found):
        return Refused(Denied.TWO_RULES, doubled)
    found = Granted(*(next(iter(kinds[is_keeping]), None) for is_keeping in (False, True)))
    if not found.rules:
        return Refused(Denied.NO_RULE)
    # Also of rules that name them and do not hold: whoever ended their sign-ins meant the person.
    ends = [rule.revoked_before for rule in mine] + [rights.revoked_before]
    if any(end is not None and who.signed_in_at < end for end in ends):
        return Refused(Denied.REVOKED, found.rules)
    return found


def is_meant(rule: Rule, who: Identity) -> bool:
    """Whether the rule names this person, or a group they are in; never by what another provider says."""
    if rule.who.issuer != who.issuer:
        return False
    match rule.who:
        case Person(subject=subject):
            return subject == who.subject
        case Mail(email=email):
            return bool(who.email) and email == who.email
        case Members(group=group):
            return group in who.groups
    raise AssertionError(rule.who)


def _first(rules: list[Rule], *, is_keeping: bool) -> list[Rule]:
    """Of the rules to see by, or to keep by: those for the person, else those for groups."""
    found = [rule for rule in rules if (rule.role is Role.KEEPER) == is_keeping]
    return [rule for rule in found if rule.is_of_one] or found

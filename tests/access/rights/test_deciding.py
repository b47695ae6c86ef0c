"""Which rule is somebody's, and when none is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hiring.access.rights.claims import Identity
from hiring.access.rights.deciding import Denied, Granted, Refused, granted
from hiring.access.rights.rules import Mail, Members, Person, Rights, Role, Rule

HOUSE = "https://login.example.com"
NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
ADA = Identity(HOUSE, "u-1", "ada@example.com", frozenset({"north", "hr"}), NOW, NOW + timedelta(hours=1))
NORTH = Rule("North", 1, Role.SALES_LEADER, Members(HOUSE, "north"), ("North",), "all")
HR = Rule("HR", 2, Role.HR, Members(HOUSE, "hr"), "all", "all")
OWN = Rule("Ada", 3, Role.MANAGER, Person(HOUSE, "u-1"))
MAIL = Rule("Ada's address", 4, Role.MEETING, Mail(HOUSE, "ada@example.com"), "all", "all")
KEEPS = Rule("Keeps", 5, Role.KEEPER, Members(HOUSE, "hr"))


def test_nobody_is_granted_anything_whom_no_rule_names() -> None:
    other = Rule("Other", 1, Role.HR, Members("https://other.example.com", "north"), "all", "all")
    assert granted(Rights((other,)), ADA) == Refused(Denied.NO_RULE)


def test_of_two_groups_neither_holds() -> None:
    assert granted(Rights((NORTH, HR)), ADA) == Refused(Denied.TWO_RULES, (NORTH, HR))


def test_a_persons_own_rule_goes_before_their_groups() -> None:
    assert granted(Rights((NORTH, HR, OWN)), ADA) == Granted(OWN)


def test_of_two_rules_for_one_person_neither_holds() -> None:
    assert granted(Rights((OWN, MAIL)), ADA) == Refused(Denied.TWO_RULES, (OWN, MAIL))


def test_to_keep_is_a_rule_beside_the_one_to_see_by() -> None:
    assert granted(Rights((NORTH, KEEPS)), ADA) == Granted(NORTH, KEEPS)
    assert granted(Rights((KEEPS,)), ADA) == Granted(None, KEEPS)


def test_an_address_that_was_not_verified_names_nobody() -> None:
    unverified = Identity(HOUSE, "u-1", "", frozenset(), NOW, NOW)
    nameless = Rule("Nobody's", 1, Role.MEETING, Mail(HOUSE, ""), "all", "all")
    assert granted(Rights((MAIL, nameless)), unverified) == Refused(Denied.NO_RULE)


def test_a_sign_in_from_before_it_was_ended_is_ended_for_one_and_for_all() -> None:
    after, before = NOW + timedelta(seconds=1), NOW
    assert granted(Rights((NORTH,), revoked_before=after), ADA) == Refused(Denied.REVOKED, (NORTH,))
    assert granted(Rights((NORTH,), revoked_before=before), ADA) == Granted(NORTH)
    # Also where it stands on a rule that names them and does not hold.
    ended = Rule("North", 1, Role.SALES_LEADER, NORTH.who, ("North",), "all", revoked_before=after)
    assert granted(Rights((ended, OWN)), ADA) == Refused(Denied.REVOKED, (OWN,))

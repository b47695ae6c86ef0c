"""What a rule comes to on data, and what is told of rules the data do not have."""

from __future__ import annotations

from datetime import UTC, datetime

from hiring.access.rights.claims import Identity
from hiring.access.rights.deciding import Granted
from hiring.access.rights.rules import Members, Person, Rights, Role, Rule, Whose
from hiring.access.rights.seeing import Company, may_open, open_to, remarks, viewer_of
from hiring.access.viewer import Interviewers, Team

HOUSE = "https://login.example.com"
NOW = datetime(2026, 7, 1, tzinfo=UTC)
ADA = Identity(HOUSE, "u-1", "ada@example.com", frozenset(), NOW, NOW)
COMPANY = Company(("North", "South"), ("Inside sales",), {"ada@example.com": "E1"}, {"E1": "E1", "E9": "E1"})
GROUP = Members(HOUSE, "g")


def test_a_region_the_data_do_not_have_gives_nothing_and_is_told_with_its_line() -> None:
    rule = Rule("Leaders", 7, Role.SALES_LEADER, GROUP, ("North", "Nroth"), ("No such",))
    seen = viewer_of(Granted(rule), ADA, COMPANY)
    assert (seen.regions, seen.role_profiles) == (("North",), ())
    told = remarks(Rights((rule,)), COMPANY)
    assert [line.split(" · wanted")[0] for line in told] == [
        "line 7 · rule Leaders · found regions Nroth",
        "line 7 · rule Leaders · found role_profiles No such",
    ]


def test_a_manager_nobody_knows_as_an_employee_sees_nobody() -> None:
    stranger = Identity(HOUSE, "u-1", "", frozenset(), NOW, NOW)
    seen = viewer_of(Granted(Rule("M", 1, Role.MANAGER, GROUP)), stranger, COMPANY)
    assert seen.team == Team((), (), ())
    unknown = Rule("M", 1, Role.MANAGER, Person(HOUSE, "u-1"), employee="E7")
    assert viewer_of(Granted(unknown), ADA, COMPANY).team == Team((), (), ())
    assert remarks(Rights((unknown,)), COMPANY)[0].startswith("line 1 · rule M · found employee E7")


def test_the_rules_own_word_for_an_employee_goes_before_the_address() -> None:
    rule = Rule("I", 1, Role.INTERVIEWER, Person(HOUSE, "u-1"), interviewers=Whose.OWN, employee="E9")
    seen = viewer_of(Granted(rule), ADA, COMPANY)
    assert seen.interviewers == Interviewers(("E1",), are_all_but=False)
    assert (seen.sees_names, seen.sees_interviewers) == (False, True)


def test_whose_figures_are_not_given_are_nobodys() -> None:
    rule = Rule("L", 1, Role.SALES_LEADER, GROUP, "all", "all")
    seen = viewer_of(Granted(rule), ADA, COMPANY)
    assert seen.sees_names
    assert not seen.sees_interviewers


def test_two_people_of_one_rule_have_one_sight_and_their_own_ids() -> None:
    rule = Rule("L", 1, Role.SALES_LEADER, GROUP, "all", "all")
    bo = Identity(HOUSE, "u-2", "", frozenset(), NOW, NOW)
    one, other = (viewer_of(Granted(rule), who, COMPANY) for who in (ADA, bo))
    assert one.viewer_id != other.viewer_id
    assert one.sight() == other.sight()
    hr = viewer_of(Granted(Rule("H", 1, Role.HR, GROUP, "all", "all")), bo, COMPANY)
    assert hr.sight() != one.sight()  # who may see what is confined is another sight


def test_a_meeting_and_a_keeper_open_what_is_theirs() -> None:
    meeting = Granted(Rule("M", 1, Role.MEETING, GROUP, "all", "all"))
    keeper = Granted(None, Rule("K", 1, Role.KEEPER, GROUP))
    assert may_open(meeting, "sources")
    assert not may_open(meeting, "hire")
    assert not may_open(meeting, "mapping")
    assert not may_open(keeper, "overview")
    assert open_to(keeper) == {
        "start",
        "mapping",
        "rights",
        "data-health",
        "identity",
        "definitions",
        "methods",
    }
    assert may_open(Granted(meeting.seeing, keeper.keeping), "hire") is False
    assert may_open(Granted(meeting.seeing, keeper.keeping), "identity")

"""What a rule comes to on the data that are served: a viewer, and the pages that are theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from hiring.access.rights.claims import Identity
from hiring.access.rights.deciding import Granted
from hiring.access.rights.lines import Lines, Seen
from hiring.access.rights.rules import ALL, BY_PLACE, OF_AN_EMPLOYEE, WITH_NAMES, Rights, Role, Rule, Whose
from hiring.access.viewer import EVERY_INTERVIEWER, NO_INTERVIEWERS, Interviewers, Team, Viewer

#: What each role is called where a viewer is written down.
CALLED = {
    Role.SALES_LEADER: "sales",
    Role.HR: "hr",
    Role.MANAGER: "manager",
    Role.MEETING: "review",
    Role.INTERVIEWER: "interviewer",
    Role.KEEPER: "keeper",
}
#: Addresses of pages that are about the words and the method: whoever has a rule reads them.
EVERYBODYS = frozenset({"definitions", "methods"})
#: Pages on which files and people of other systems are settled, and rights told: for keepers alone.
KEEPERS = frozenset({"start", "mapping", "rights"})
#: What somebody sees who keeps and has no rule to see by: the data as they came, not what is made of them.
KEEPING_ONLY = EVERYBODYS | KEEPERS | {"data-health", "identity"}
#: What an interviewer sees: where their own figures stand.
INTERVIEWERS = EVERYBODYS | {"interviewers"}
#: Pages that are lists of people: not for a meeting, which sees no names.
OF_PEOPLE = frozenset({"hire", "interviewers", "second-look", "identity"})


@dataclass(frozen=True)
class Company:
    """What of the served warehouse rights go by; an empty one where nothing is built."""

    regions: tuple[str, ...] = ()
    role_profiles: tuple[str, ...] = ()
    #: The person of each work e-mail that is one person's, and of each employee id.
    by_email: Mapping[str, str] = field(default_factory=dict)
    by_employee: Mapping[str, str] = field(default_factory=dict)
    lines: Lines = field(default_factory=lambda: Lines(()))
    seen: tuple[Seen, ...] = ()
    #: The hires in whose panels somebody sat.
    panels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    today: date = date.min


def person_of(rule: Rule, who: Identity, company: Company) -> str:
    """Which employee somebody is: by the rule's own word, else by a verified e-mail; "" where neither says one."""
    if rule.employee:
        return company.by_employee.get(rule.employee, "")
    return company.by_email.get(who.email, "") if who.email else ""


def viewer_of(found: Granted, who: Identity, company: Company) -> Viewer:
    """As whom somebody sees; nothing more than the rule says, and of what the data do not have, nothing."""
    viewer_id, is_keeper = f"{who.issuer}|{who.subject}", found.keeping is not None
    rule = found.seeing
    if rule is None:
        everything = (company.regions, company.role_profiles)
        called = CALLED[Role.KEEPER]
        return Viewer(viewer_id, called, *everything, True, None, NO_INTERVIEWERS, is_keeper)
    person = person_of(rule, who, company)
    regions, role_profiles = company.regions, company.role_profiles
    if rule.role in BY_PLACE:
        regions = _written_out(rule.regions, company.regions)
        role_profiles = _written_out(rule.role_profiles, company.role_profiles)
    return Viewer(
        viewer_id,
        CALLED[rule.role],
        regions,
        role_profiles,
        rule.role in WITH_NAMES,
        _team(rule, person, company),
        _interviewers(rule, person, company),
        is_keeper,
    )


def may_open(found: Granted, address: str) -> bool:
    """Whether a page is somebody's to open, by its address."""
    if found.keeping is not None and address in KEEPING_ONLY:
        return True
    if found.seeing is None or address in KEEPERS:
        return False
    if found.seeing.role is Role.INTERVIEWER:
        return address in INTERVIEWERS
    return not (found.seeing.role is Role.MEETING and address in OF_PEOPLE)


def open_to(found: Granted) -> frozenset[str]:
    """The addresses of the few pages of who does not see the front page."""
    return frozenset(one for one in KEEPING_ONLY | INTERVIEWERS if may_open(found, one))


def remarks(rights: Rights, company: Company) -> tuple[str, ...]:
    """What the rules name and the data do not have, a line each for a keeper; it gives nobody anything."""
    told = []
    for rule in rights.rules:
        where = f"line {rule.line} · rule {rule.name}"
        for name, known in (("regions", company.regions), ("role_profiles", company.role_profiles)):
            values = getattr(rule, name)
            told += [
                f"{where} · found {name} {value} · wanted one of the data: {', '.join(known)} · correct it, or wait "
                "for the exports that have it"
                for value in (() if values == ALL else values)
                if value not in known
            ]
        if rule.employee and rule.employee not in company.by_employee:
            told.append(
                f"{where} · found employee {rule.employee} · wanted an employee_id of the HR file · correct it"
            )
    return tuple(told)


def _written_out(values: tuple[str, ...] | str, known: tuple[str, ...]) -> tuple[str, ...]:
    return known if values == ALL else tuple(one for one in values if one in known)


def _team(rule: Rule, person: str, company: Company) -> Team | None:
    if rule.role not in OF_AN_EMPLOYEE:
        return None
    if not person:
        return Team((), (), ())
    if rule.role is Role.INTERVIEWER:
        return Team(company.panels.get(person, ()), (), ())
    return company.lines.team(person, company.seen, company.today)


def _interviewers(rule: Rule, person: str, company: Company) -> Interviewers:
    if rule.interviewers is Whose.ALL:
        return EVERY_INTERVIEWER
    if rule.interviewers is Whose.OTHERS and person:
        return company.lines.others(person, company.today)
    if rule.interviewers is Whose.OWN and person:
        return Interviewers((person,), are_all_but=False)
    return NO_INTERVIEWERS

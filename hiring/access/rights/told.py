"""Who sees what, and by which rule, in words: for a keeper's page and the command line alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hiring.access.rights import seeing
from hiring.access.rights.claims import Identity
from hiring.access.rights.deciding import Denied, Granted, Refused
from hiring.access.rights.rules import (
    ALL,
    BY_PLACE,
    WITH_NAMES,
    Mail,
    Members,
    Person,
    Rights,
    Role,
    Rule,
    Whose,
)
from hiring.access.rights.seeing import Company
from hiring.access.viewer import EVERY_INTERVIEWER, Viewer

#: What each role is for, in a sentence that needs no other.
ROLES = {
    Role.SALES_LEADER: "hires, candidates and openings of their regions and role profiles, by name",
    Role.HR: "the same by name; with every region and role profile, selection rates of groups as well",
    Role.MANAGER: "hires who began to sell in their team, openings of their team, at any level and by the day, by name",
    Role.MEETING: "their regions and role profiles without any name, and no group of fewer than five",
    Role.INTERVIEWER: "their own figures as an interviewer",
    Role.KEEPER: "builds, maps files, settles who is whom; reads files as they came, names among it",
}
_FIGURES = {
    Whose.ALL: "everybody's",
    Whose.OTHERS: "all but those of their managers and of their peers",
    Whose.OWN: "their own",
    Whose.NONE: "nobody's",
}
DENIED = {
    Denied.NO_RULE: "nothing: no rule names them",
    Denied.TWO_RULES: "nothing: two rules name them, and which was meant nobody can tell",
    Denied.REVOKED: "nothing: their sign-ins of before were ended",
}


@dataclass(frozen=True)
class Line:
    """One thing about what somebody sees."""

    what: str
    told: str


def whom(rule: Rule) -> str:
    """Whom a rule names."""
    match rule.who:
        case Person(issuer, subject):
            return f"{subject} of {issuer}"
        case Mail(issuer, email):
            return f"{email}, verified by {issuer}"
        case Members(issuer, group):
            return f"the group {group} of {issuer}"
    raise AssertionError(rule.who)


def where(rule: Rule) -> str:
    """Of which regions and role profiles a rule is."""
    if rule.role not in BY_PLACE:
        return "their team, by the day" if rule.role is Role.MANAGER else ""
    regions, roles = (
        f"every {word}" if values == ALL else ", ".join(values)
        for word, values in (("region", rule.regions), ("role profile", rule.role_profiles))
    )
    return f"{regions}; {roles}"


def table(rights: Rights) -> list[dict[str, str]]:
    """A row a rule, under the headings that the page has."""
    return [
        {
            "Rule": f"{rule.name} (line {rule.line})",
            "For": whom(rule),
            "Role": str(rule.role),
            "Sees": where(rule) or ROLES[rule.role],
            "By name": _by_name(rule),
        }
        for rule in rights.rules
    ]


def _by_name(rule: Rule) -> str:
    figures = f"interviewers' figures: {_FIGURES[rule.interviewers]}"
    if rule.role is Role.KEEPER:
        return "what files hold"
    return f"hires and candidates; {figures}" if rule.role in WITH_NAMES else f"no hire; {figures}"


def person(found: Granted | Refused, who: Identity, company: Company) -> list[Line]:
    """What somebody sees on the data that are served, and by which rules."""
    if isinstance(found, Refused):
        return [Line("Sees", DENIED[found.why]), *_by(found.rules)]
    seen = seeing.viewer_of(found, who, company)
    rule = found.seeing
    lines = [*_by(found.rules)]
    if rule is not None:
        lines += [
            Line("Sees", ROLES[rule.role]),
            Line("Regions", _values(seen.regions, company.regions)),
            Line("Role profiles", _values(seen.role_profiles, company.role_profiles)),
            *_team(seen, rule, seeing.person_of(rule, who, company)),
            Line("Names", "yes" if seen.sees_names else "no"),
            Line("Interviewers' figures", _figures(seen)),
        ]
    if found.keeping is not None:
        lines.append(Line("Keeps", ROLES[Role.KEEPER]))
    return lines


def _by(rules: Sequence[Rule]) -> list[Line]:
    return [Line("By", f"{rule.name} (line {rule.line}): {whom(rule)}, {rule.role}") for rule in rules]


def _values(mine: tuple[str, ...], known: tuple[str, ...]) -> str:
    return f"all {len(known)}" if set(known) <= set(mine) else ", ".join(mine) or "none"


def _team(seen: Viewer, rule: Rule, employee: str) -> list[Line]:
    if seen.team is None:
        return []
    if not employee:
        return [Line("Team", "nobody: which employee they are, neither the rule nor a verified e-mail says")]
    hires, openings = len(seen.team.hires), len(seen.team.openings)
    if rule.role is Role.INTERVIEWER:
        return [
            Line("Team", f"employee {employee}; figures over {hires} hires they interviewed, none by name")
        ]
    return [
        Line(
            "Team", f"employee {employee}; {hires} hires, {openings} openings, {len(seen.team.people)} people"
        )
    ]


def _figures(seen: Viewer) -> str:
    if not seen.sees_interviewers:
        return _FIGURES[Whose.NONE]
    if seen.interviewers == EVERY_INTERVIEWER:
        return _FIGURES[Whose.ALL]
    but = f"{_FIGURES[Whose.OTHERS]} ({len(seen.interviewers.ids)} people)"
    return but if seen.interviewers.are_all_but else _FIGURES[Whose.OWN]

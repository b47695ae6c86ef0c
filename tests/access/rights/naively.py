"""Rights once more, in the plainest way there is: one person, one thing, one question, asked of the file's own words.

It shares no line with what is tried. It takes the rules as plain dictionaries, goes through every day by itself, and
says of one hire, one opening, one interviewer or one page whether it may be seen.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
TODAY = date(2026, 6, 30)
HOUSE, OTHER = "https://house.example.com", "https://other.example.com"
REGIONS, ROLES = ("North", "South", "West"), ("Inside sales", "Field sales")
PAGES = (
    *(
        "overview",
        "sources",
        "hire",
        "interviewers",
        "second-look",
        "identity",
        "mapping",
        "rights",
        "data-health",
    ),
    *("definitions", "methods", "review"),
)


@dataclass
class Case:
    """A file of rules, somebody who signed in, and a company."""

    rules: list[dict[str, Any]]
    claims: dict[str, Any]
    revoked_before: datetime | None
    #: (person, manager, first day, last day)
    lines: list[tuple[str, str, date, date]]
    #: (key, person, region, role profile, day)
    hires: list[tuple[str, str, str, str, date]]
    openings: list[tuple[str, str, str, str, date]]
    by_email: dict[str, str] = field(default_factory=dict)
    #: Who sat in the panel of which hire.
    panels: dict[str, tuple[str, ...]] = field(default_factory=dict)


def mine(case: Case, *, keeping: bool) -> list[dict[str, Any]]:
    """The rules that name whoever signed in, to keep by or to see by: their own before a group's."""
    claims, found = case.claims, []
    for rule in case.rules:
        if rule["issuer"] != claims["iss"] or (rule["role"] == "keeper") is not keeping:
            continue
        if "person" in rule and rule["person"] == claims["sub"]:
            found.append(rule)
        is_verified = claims["email_verified"] is True
        if "email" in rule and is_verified and rule["email"].lower() == claims["email"].lower():
            found.append(rule)
        if "group" in rule and rule["group"] in claims["groups"]:
            found.append(rule)
    alone = [rule for rule in found if "group" not in rule]
    return alone if alone else found


def is_let_in(case: Case) -> bool:
    claims = case.claims
    if claims["aud"] != "hiring" or claims["exp"] <= NOW.timestamp():
        return False
    seeing, keeping = mine(case, keeping=False), mine(case, keeping=True)
    if len(seeing) > 1 or len(keeping) > 1 or not (seeing or keeping):
        return False
    at = datetime.fromtimestamp(claims["iat"], UTC)
    every = [rule for rule in case.rules if _names(rule, claims)]
    ends = [rule["revoked_before"] for rule in every if "revoked_before" in rule]
    ends += [case.revoked_before] if case.revoked_before else []
    return all(at >= end for end in ends)


def _names(rule: Mapping[str, Any], claims: Mapping[str, Any]) -> bool:
    if rule["issuer"] != claims["iss"]:
        return False
    is_mail = claims["email_verified"] is True and rule.get("email", "").lower() == claims["email"].lower()
    return rule.get("person") == claims["sub"] or is_mail or rule.get("group") in claims["groups"]


def rule_of(case: Case) -> dict[str, Any] | None:
    """The rule to see by; None where there is none, or nobody is let in."""
    found = mine(case, keeping=False) if is_let_in(case) else []
    return found[0] if found else None


def is_keeper(case: Case) -> bool:
    return is_let_in(case) and bool(mine(case, keeping=True))


def employee(case: Case, rule: Mapping[str, Any]) -> str | None:
    if "employee" in rule:
        return str(rule["employee"])
    return case.by_email.get(case.claims["email"].lower()) if case.claims["email_verified"] is True else None


def leads(case: Case, manager: str, person: str, day: date) -> bool:
    """Whether one was above the other on that day, by going up step by step."""
    met, at = {person}, [person]
    for _ in range(50):
        at = [
            boss for who in at for one, boss, first, last in case.lines if one == who and first <= day <= last
        ]
        if manager in at:
            return manager != person
        at = [who for who in at if who not in met]
        met |= set(at)
    return False


def sees_hire(case: Case, hire: tuple[str, str, str, str, date]) -> bool:
    _, person, region, role, day = hire
    rule = rule_of(case)
    if rule is None:
        return is_keeper(case)
    if rule["role"] == "interviewer":
        me = employee(case, rule)
        return me is not None and me in case.panels.get(hire[0], ())
    if rule["role"] == "manager":
        me = employee(case, rule)
        return me is not None and leads(case, me, person, day)
    return region in _all(rule["regions"], REGIONS) and role in _all(rule["role_profiles"], ROLES)


def sees_opening(case: Case, opening: tuple[str, str, str, str, date]) -> bool:
    rule = rule_of(case)
    if rule is not None and rule["role"] == "manager" and employee(case, rule) == opening[1]:
        return True
    return sees_hire(case, opening)


def _all(values: Any, known: tuple[str, ...]) -> tuple[str, ...]:
    return known if values == "all" else tuple(values)


def sees_names(case: Case) -> bool:
    rule = rule_of(case)
    return is_keeper(case) if rule is None else rule["role"] in ("sales leader", "HR", "manager")


def names_interviewer(case: Case, who: str) -> bool:
    """Whether the figures of one as an interviewer are seen under their name."""
    rule = rule_of(case)
    if rule is None or rule["role"] == "meeting":
        return False
    me = employee(case, rule)
    if rule["role"] == "interviewer":
        return me is not None and who == me
    said = rule.get("interviewers", "none")
    if said != "others" or me is None:
        return said == "all"
    bosses = {boss for one, boss, first, last in case.lines if one == me and first <= TODAY <= last}
    theirs = {boss for one, boss, first, last in case.lines if one == who and first <= TODAY <= last}
    is_peer = who != me and bool(bosses & theirs)
    return not is_peer and not leads(case, who, me, TODAY)


def opens(case: Case, page: str) -> bool:
    if is_keeper(case) and page in (
        "start",
        "mapping",
        "rights",
        "data-health",
        "identity",
        "definitions",
        "methods",
    ):
        return True
    rule = rule_of(case)
    if rule is None or page in ("start", "mapping", "rights"):
        return False
    if rule["role"] == "interviewer":
        return page in ("interviewers", "definitions", "methods")
    return rule["role"] != "meeting" or page not in ("hire", "interviewers", "second-look", "identity")


def case(seed: int) -> Case:
    """A case out of a seed: nothing in it is likely, so that what hardly ever happens does."""
    chance = random.Random(seed)
    people = [f"E{n}" for n in range(1, 8)]
    lines = [
        (one, chance.choice(people), first, first + timedelta(days=chance.randint(0, 900)))
        for one in people
        for first in chance.sample([date(2023, 1, 1) + timedelta(days=90 * n) for n in range(14)], 2)
    ]
    lines = [line for line in lines if line[0] != line[1]]
    days = [date(2023, 1, 1) + timedelta(days=chance.randint(0, 1270)) for _ in range(12)]
    place = [(chance.choice(REGIONS), chance.choice(ROLES), day) for day in days]
    hires = [
        (f"{one}.{day}", one, region, role, day)
        for (region, role, day) in place[:6]
        for one in [chance.choice(people)]
    ]
    openings = [(f"R{n}", chance.choice(people), *one) for n, one in enumerate(place[6:])]
    claims = {
        "is_logged_in": True,
        "provider": "house",
        "iss": chance.choice([HOUSE, HOUSE, HOUSE, OTHER]),
        "sub": chance.choice("abc"),
        "aud": chance.choice(["hiring"] * 9 + ["another"]),
        "iat": int((NOW - timedelta(minutes=chance.randint(1, 50))).timestamp()),
        "exp": int((NOW + timedelta(minutes=chance.choice([30] * 9 + [-1]))).timestamp()),
        "email": chance.choice(["Ada@x.example", "bo@x.example", "cy@x.example"]),
        "email_verified": chance.choice([True, True, False]),
        "groups": chance.sample(["g", "h", "i"], chance.randint(0, 2)),
    }
    by_email = {
        mail: chance.choice(people) for mail in ("ada@x.example", "bo@x.example") if chance.random() < 0.8
    }
    rules = [_rule(chance, number, people) for number in range(chance.randint(1, 5))]
    told: dict[object, dict[str, Any]] = {}
    for rule in rules:  # the file itself may not name anybody twice alike
        who = next((key, rule[key].lower()) for key in ("person", "email", "group") if key in rule)
        told.setdefault((who, rule["issuer"], rule["role"] == "keeper"), rule)
    revoked = NOW - timedelta(minutes=chance.randint(5, 60)) if chance.random() < 0.15 else None
    panels = {key: tuple(chance.sample(people, 2)) for key, *_ in hires}
    return Case(list(told.values()), claims, revoked, lines, hires, openings, by_email, panels)


def _rule(chance: random.Random, number: int, people: list[str]) -> dict[str, Any]:
    role = chance.choice(["sales leader", "HR", "manager", "manager", "meeting", "interviewer", "keeper"])
    kind = chance.choice(["person", "email", "group", "group"])
    values = {"person": "abc", "email": ["ada@x.example", "Bo@x.example"], "group": "ghi"}
    rule: dict[str, Any] = {"name": f"Rule {number}", "role": role, kind: chance.choice(values[kind])}
    rule["issuer"] = chance.choice([HOUSE, HOUSE, HOUSE, OTHER])
    if role in ("sales leader", "HR", "meeting"):
        rule["regions"] = chance.choice(
            ["all", ["North"], ["South", "West"], ["Nowhere"], ["North", "Nowhere"]]
        )
        rule["role_profiles"] = chance.choice(["all", "all", ["Field sales"], ["No such role"]])
    if role in ("sales leader", "HR", "manager") and chance.random() < 0.6:
        rule["interviewers"] = chance.choice(["all", "others", "others", "none"])
    if role in ("manager", "interviewer") and kind != "group" and chance.random() < 0.5:
        rule["employee"] = chance.choice(people)
    if chance.random() < 0.15:
        rule["revoked_before"] = NOW - timedelta(minutes=chance.randint(5, 60))
    return rule


def toml(case: Case) -> str:
    """The file of rights of a case."""
    head = f"revoked_before = {case.revoked_before.isoformat()}\n" if case.revoked_before else ""
    return head + "".join(f"\n[[rule]]\n{_written(rule)}" for rule in case.rules)


def _written(rule: Mapping[str, Any]) -> str:
    lines = []
    for key, value in rule.items():
        if isinstance(value, datetime):
            lines.append(f"{key} = {value.isoformat()}")
        elif isinstance(value, list):
            lines.append(f"{key} = [{', '.join(f'{chr(34)}{one}{chr(34)}' for one in value)}]")
        else:
            lines.append(f'{key} = "{value}"')
    return "\n".join(lines) + "\n"

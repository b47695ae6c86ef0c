"""Who sees what, over cases made up at random: as a second and naive implementation says of each thing by itself."""

from __future__ import annotations

import pandas as pd

from access.rights import naively
from access.rights.naively import NOW, PAGES, REGIONS, ROLES, TODAY, Case
from helpers import breadth
from hiring.access.rights import deciding, reading, seeing
from hiring.access.rights.claims import Identity, identity
from hiring.access.rights.deciding import Granted
from hiring.access.rights.lines import Line, Lines, Seen
from hiring.access.rights.seeing import Company
from hiring.access.viewer import Viewer

SEEDS = range(breadth.some(300, 2500))


def company(case: Case) -> Company:
    people = {line[0] for line in case.lines} | {line[1] for line in case.lines}
    seen = [Seen(True, key, person, day) for key, person, _, _, day in case.hires]
    seen += [Seen(False, key, person, day) for key, person, _, _, day in case.openings]
    by_employee = {one: one for one in {*people, *(f"E{n}" for n in range(1, 8))}}
    lines = Lines(Line(*one) for one in case.lines)
    panels = {one: tuple(key for key, sat in case.panels.items() if one in sat) for one in by_employee}
    return Company(REGIONS, ROLES, case.by_email, by_employee, lines, tuple(seen), panels, TODAY)


def looked_at(case: Case) -> tuple[Granted, Viewer] | None:
    rights = reading.rights_of("rights.toml", naively.toml(case))
    who = identity(case.claims, {"house": "hiring"}, NOW)
    found = deciding.granted(rights, who) if isinstance(who, Identity) else None
    if not isinstance(who, Identity) or not isinstance(found, Granted):
        return None
    return found, seeing.viewer_of(found, who, company(case))


def sees(viewer: Viewer, kind: str, key: str, region: str, role: str) -> bool:
    """As the scopes of the questions have it."""
    given = viewer.parameters()
    of_team = given["viewer_sees_every_team"] or key in given[f"viewer_{kind}"]
    return region in given["viewer_regions"] and role in given["viewer_role_profiles"] and of_team


def one_case(seed: int) -> int:
    case, faults = naively.case(seed), []
    found = looked_at(case)
    assert (found is not None) == naively.is_let_in(case), (seed, naively.toml(case), case.claims)
    if found is None:
        return 0
    granted, viewer = found
    for kind, rows, wanted in (
        ("hires", case.hires, naively.sees_hire),
        ("openings", case.openings, naively.sees_opening),
    ):
        faults += [
            (kind, row) for row in rows if sees(viewer, kind, row[0], row[2], row[3]) != wanted(case, row)
        ]
    people = pd.Series([f"E{n}" for n in range(1, 8)])
    named = viewer.interviewers.may_be_named(people) & viewer.sees_interviewers
    faults += [
        ("named", one)
        for one, is_named in zip(people, named, strict=True)
        if is_named != naively.names_interviewer(case, one)
    ]
    faults += [("page", one) for one in PAGES if seeing.may_open(granted, one) != naively.opens(case, one)]
    assert not faults, (seed, faults, naively.toml(case), case.claims)
    assert (viewer.sees_names, viewer.is_keeper) == (naively.sees_names(case), naively.is_keeper(case)), seed
    return 1


def test_what_is_seen_is_what_the_naive_way_says_of_each_thing_alone() -> None:
    assert sum(one_case(seed) for seed in SEEDS) > len(SEEDS) // 5


def test_the_cases_hold_every_role_both_ways() -> None:
    roles: dict[str, set[bool]] = {}
    for seed in SEEDS:
        case = naively.case(seed)
        rule = naively.rule_of(case)
        if rule is not None:
            roles.setdefault(rule["role"], set()).update(naively.sees_hire(case, hire) for hire in case.hires)
    assert {role: len(seen) for role, seen in roles.items()} == {
        "sales leader": 2,
        "HR": 2,
        "manager": 2,
        "meeting": 2,
        "interviewer": 2,
    }

"""What the Identity match page says: how much is matched, who may be whom and why, what was decided.

Nothing here is markup, and nothing here joins anybody: a suggestion waits until a person decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.findings import match_rate
from hiring.findings.data_health.lines import table_of, visible
from hiring.findings.numbers import Number
from hiring.identity import score
from hiring.identity.decisions import Decision
from hiring.identity.evidence import ATS_APPLICATION, ATS_USER, CRM, Employee, Login
from hiring.identity.pending import Pending
from hiring.identity.suggesting import Candidate, Suggestion
from hiring.identity.sure import Pair

#: Logins drawn with their candidates at a time; those decided make room for the next.
MOST_DRAWN = 8
ONLY_YOURS = (
    "Listed are logins and people of your regions and roles; the counts above are the whole company's."
)
WHERE = {CRM: "CRM", ATS_USER: "ATS", ATS_APPLICATION: "application"}
_RECORDS = {CRM: ("won deal", "won deals"), ATS_USER: ("interview", "interviews")}


@dataclass(frozen=True)
class Lead:
    """The page's answer in one sentence and what stands below it."""

    sentence: str
    standfirst: str


def lead(found: Sequence[Suggestion], unmatched: int) -> Lead:
    """How many wait for a decision; `unmatched` counts all nobody is found for, where names may not be seen too."""
    suggested = sum(bool(one.candidates) for one in found)
    below = (
        "People are joined across the systems by employee id, then by e-mail, and by name only when you say so. "
        "Filters do not apply here."
    )
    if not unmatched:
        return Lead("Everybody is found in the HR file", below)
    if suggested:
        return Lead(f"{words.counted(suggested, 'name')} may be somebody in the HR file: you decide", below)
    belong = "belongs" if unmatched == 1 else "belong"
    return Lead(f"{words.counted(unmatched, 'name')} {belong} to nobody in the HR file", below)


def numbers(rate: pd.DataFrame, counts: pd.DataFrame, currency: str) -> list[Number]:
    """The tiles: how much is matched by revenue and by people, and what is not (`identity/unmatched_counts`)."""
    is_crm, row = counts["system"] == CRM, rate.iloc[0]
    won, people = words.money(row["credited_revenue"], currency), words.number(row["count_people"])
    return [
        Number("matched_revenue", match_rate.revenue(rate), f"of {won}"),
        Number("matched_people", match_rate.people(rate), f"of {people} in all"),
        Number(
            "crm_names_to_match",
            words.number(count_unmatched(counts[is_crm])),
            words.money(counts.loc[is_crm, "amount"].sum(), currency),
        ),
        Number(
            "ats_names_to_match",
            words.number(count_unmatched(counts[~is_crm])),
            "logins, interviewers, hired",
        ),
    ]


def count_unmatched(counts: pd.DataFrame) -> int:
    """All whom nobody is found for, from counts by system alone."""
    return int(counts["count_names"].sum())


def drawn(found: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """Those with candidates that are drawn now, most revenue first as they come."""
    return tuple(one for one in found if one.candidates)[:MOST_DRAWN]


def sure_title(count: int) -> str:
    """How many may be confirmed together, in one line."""
    return f"{words.counted(count, 'login')} {'has' if count == 1 else 'have'} exactly one employee's name"


def sure_table(pairs: Sequence[Pair], currency: str) -> pd.DataFrame:
    """Those pairs, a row each, with what is known of both."""
    rows = [
        (
            *(visible(one.login.full_name), login_facts(one.login, currency)),
            f"{shown(one.candidate)} · {employee_facts(one.candidate.employee)}",
            one.candidate.reasons,
        )
        for one in pairs
    ]
    return table_of(rows, ("Named", "What is known there", "In the HR file", "What speaks for and against"))


def sure_choices(pairs: Sequence[Pair]) -> dict[str, Pair]:
    """The pairs by what a list shows of each."""
    return {_listed(one.login): one for one in pairs}


def _listed(login: Login) -> str:
    return f"{visible(login.full_name)} · {WHERE[login.system]} {visible(login.system_id)}"


def sure_button(count: int, refused: int) -> str:
    """What the one button does."""
    if not refused:
        return f"Confirm {'it' if count == 1 else f'all {words.number(count)}'} and build"
    return f"Confirm {words.number(count - refused)}, refuse {words.number(refused)} and build"


def found_by_it(before: pd.DataFrame, after: pd.DataFrame, currency: str) -> str:
    """How much won revenue found its owner by a build, from `shared/match_rate` before it and after."""
    was, now = (float(rate.iloc[0]["matched_revenue"]) for rate in (before, after))
    owned = f"{match_rate.revenue(after)} of won revenue is somebody's in the HR file now"
    more = f": {words.money(now - was, currency)} more found its owner" if now > was else ""
    return f"{owned}, {match_rate.revenue(before)} before{more}."


def decide_title(found: Sequence[Suggestion]) -> str:
    """How many suggestions wait, in one line."""
    count = sum(bool(one.candidates) for one in found)
    return f"{words.counted(count, 'name')} to decide" if count else "Nobody is suggested"


def decide_subtitle(found: Sequence[Suggestion]) -> str:
    """In which order they stand, and how many more there are."""
    count = sum(bool(one.candidates) for one in found)
    more = f"; the first {MOST_DRAWN} of {count}" if count > MOST_DRAWN else ""
    return f"Most won revenue first{more}. Several may be wrong: look at the reasons, not at the score"


def login_facts(login: Login, currency: str) -> str:
    """What is known of a login: where, how it is named there, what it did and when."""
    facts = [f"{WHERE[login.system]} {visible(login.system_id)}"]
    if login.email and login.email != login.system_id:
        facts.append(visible(login.email))
    if login.system == ATS_APPLICATION:
        facts += [f"applied {words.day(login.first_on)}"] if login.first_on else []
        facts += [visible(login.role_profile)] if login.role_profile else []
    elif login.count_records:
        facts.append(words.counted(login.count_records, *_RECORDS[login.system]))
        facts += [words.money(login.amount, currency)] if login.system == CRM else []
        facts += (
            [f"{words.month(login.first_on)} to {words.month(login.last_on)}"]
            if login.first_on and login.last_on
            else []
        )
    facts += [visible(login.region)] if login.region else []
    return " · ".join(facts)


def employee_facts(employee: Employee) -> str:
    """What is known of an employee: id, job, region, first and last day."""
    facts = [f"employee {visible(employee.employee_id)}"]
    facts += [
        visible(text) for text in (employee.role_profile or employee.department, employee.region) if text
    ]
    if employee.first_hired_on:
        facts.append(f"hired {words.day(employee.first_hired_on)}")
    if employee.left_on:
        facts.append(f"left {words.day(employee.left_on)}")
    return " · ".join(facts)


def reasons(candidate: Candidate) -> str:
    """The score and every part of it, what weighs most first."""
    parts = sorted(candidate.parts, key=lambda part: -abs(part.points))
    parts_in_words = ", ".join(f"{part.why} {words.signed(part.points, 0)}" for part in parts)
    return f"Score {candidate.score}, {score.strength(candidate.score)}: {parts_in_words}"


def warning(one: Suggestion) -> str:
    """What makes the name alone no evidence; nothing where it is borne once on either side."""
    warnings = []
    most = max((candidate.namesakes for candidate in one.candidates), default=1)
    if most > 1:
        warnings.append(f"{most} employees have this name")
    if one.namesakes > 1:
        warnings.append(f"{one.namesakes} logins have this name")
    return f"{' and '.join(warnings)}: look twice." if warnings else ""


def without_candidate(found: Sequence[Suggestion], currency: str) -> pd.DataFrame:
    """Those nobody is suggested for."""
    return table_of(
        [
            (visible(one.login.full_name), login_facts(one.login, currency))
            for one in found
            if not one.candidates
        ],
        ("Named", "What is known"),
    )


def nobody_to_decide(found: Sequence[Suggestion], *, of_everyone: bool) -> str:
    """Why there is nothing to decide, in one sentence; `of_everyone`: nobody is kept from the viewer."""
    if found:
        return "No employee's name is alike enough."
    return (
        "Nobody is left over in any system."
        if of_everyone
        else "Nobody of your regions and roles is left over."
    )


def others_title(count: int) -> str:
    """How many nobody is suggested for, in one line."""
    return f"{words.counted(count, 'name')} like nobody in the HR file"


def held_title(held: Pending) -> str:
    """How many decisions wait for a build, in one line."""
    count = len(held.decisions)
    return f"{words.counted(count, 'decision')} {'waits' if count == 1 else 'wait'} for the next build"


def name_of(login: Login) -> str:
    """How the system names them."""
    return visible(login.full_name)


def shown(candidate: Candidate) -> str:
    """Whom a login may be."""
    return visible(candidate.employee.full_name)


def decisions_table(decided: Sequence[Decision], employees: dict[str, Employee]) -> pd.DataFrame:
    """Decisions the warehouse does not know yet."""
    names = {one.employee_id: one.full_name for one in employees.values()}
    return table_of(
        [
            (
                f"{WHERE.get(one.system, visible(one.system))} {visible(one.system_id)}",
                "is" if one.is_same else "is not",
                f"{visible(names.get(one.employee_id, ''))} {visible(one.employee_id)}".strip(),
                visible(one.by),
            )
            for one in decided
        ],
        ("Login", "", "Employee", "Who says so"),
    )


def score_table() -> pd.DataFrame:
    """What a score is made of."""
    high = (
        score.NAME,
        score.MAILBOX,
        score.GIVEN_ID,
        score.WITHIN + score.BEGINS,
        score.SUITS,
        score.SUITS,
        score.FREE,
    )
    low = (0, 0, 0, score.OUTSIDE, score.DIFFERS, score.DIFFERS, score.TAKEN)
    return table_of(
        [
            (part, f"{words.number(worst)} to {words.number(best)}", label)
            for (part, label), worst, best in zip(_PARTS, low, high, strict=True)
        ],
        ("Part", "Points", "For what"),
    )


_PARTS = (
    (
        "Name",
        "words that agree, whatever their case, accents, order, titles and short forms; one word is half a name",
    ),
    ("Address", "the same before the @"),
    ("Id", "the employee number given there; half of it for the login's own id; zeros in front do not count"),
    ("Dates", "deals and interviews while employed, and a first deal, or a start, within a year"),
    ("Region", "the same, or another"),
    ("Role", "the same role; Sales for deals, Sales or HR for interviews"),
    ("Free", "nobody is found for the employee there yet"),
)


def choices(found: Sequence[Suggestion]) -> dict[str, Login]:
    """Every login nobody is found for, by what a list shows of it."""
    return {_listed(one.login): one.login for one in found}


def people(employees: dict[str, Employee]) -> dict[str, str]:
    """Employee ids by what a list shows of each, in order of name."""
    shown = {
        f"{visible(one.full_name)} · {employee_facts(one)}": one.employee_id for one in employees.values()
    }
    return dict(sorted(shown.items(), key=lambda pair: pair[0].casefold()))

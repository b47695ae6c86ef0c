"""What hires brought with them, and whose ratings resemble another role's, for the page "Role profiles".

Judged evidence in, frames and words out; no streamlit. Rows about people are made only of an answer that holds names.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from hiring import words
from hiring.findings.in_people import cell
from hiring.statistics.profiles.backgrounds import FactEvidence
from hiring.statistics.profiles.evidence import State
from hiring.statistics.profiles.gates import SMALLEST_FACT, SMALLEST_RESEMBLING, SMALLEST_ROLE
from hiring.statistics.profiles.resembling import Resembling
from hiring.statistics.verdicts import Label

SUBTITLE = (
    "About how many more in 100 in the role's top fifth than among comparable hires of the role; likely range in "
    "brackets, then hires; a list of facts that was fixed beforehand"
)
NO_FACTS = "Nothing is known of what these hires brought with them."
OF_NOBODY_JUDGED = "No hire here who can be judged has any of it on record."
FACTS_FILE = "candidates.csv"
WITHOUT_FACTS = "The file tells each candidate's years in sales and previous industry."
RESEMBLING = "Whose ratings resemble stronger hires of another role"
RESEMBLING_SUBTITLE = (
    "A pattern of ratings among past hires: no placement, no verdict, and silence does not mean no"
)
ASK_FIRST = (
    "Nobody's results in another role were ever seen. It says where somebody's ratings would stand among the hires of "
    "the other role; what it would be like there is for a talk, not for a table."
)
ALIKE_ROLES = (
    "What goes with results differs by role no more than luck allows, so ratings that stand out in one role would "
    "stand out in another as well."
)
TELLING = (Label.CLEAR, Label.LEANING)
NONE_STANDS_OUT = "No background fact stands out"


def table(facts: Sequence[FactEvidence], roles: Sequence[str]) -> pd.DataFrame:
    """A row a fact (a group of a fact), a column a role; empty where nothing is known of these roles."""
    mine = [one for one in facts if one.role in roles]
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for one in mine:
        row = rows.setdefault((one.fact.name, one.group), {"Fact": _name(one)})
        row[one.role] = _cell(one)
    frame = pd.DataFrame(list(rows.values()))
    return frame.reindex(columns=["Fact", *roles]).fillna("not known") if len(frame) else pd.DataFrame()


def _name(one: FactEvidence) -> str:
    if one.group:
        return f"{one.fact.name}: {one.group}"
    return f"{one.fact.name}, {words.number(one.step, 1)} more"


def _cell(one: FactEvidence) -> str:
    if one.state is not State.TOLD:
        return "too few"
    label = f" · {one.label}" if one.label in TELLING else ""
    return f"{cell(one.estimate, one.low, one.high)} · {words.number(one.n)}{label}"


def title(facts: Sequence[FactEvidence], roles: Sequence[str]) -> str:
    """What may be said of background facts at all."""
    compared = [one for one in facts if one.role in roles and one.state is State.TOLD]
    if not compared:
        return "What hires brought with them: too few to say"
    clear = [one for one in compared if one.label is Label.CLEAR]
    leaning = [one for one in compared if one.label is Label.LEANING]
    if clear:
        verb = "goes" if len(clear) == 1 else "go"
        return f"{words.counted(len(clear), 'background fact')} clearly {verb} with results"
    if leaning:
        return "No background fact is clear; some lean"
    return NONE_STANDS_OUT


def note(facts: Sequence[FactEvidence], roles: Sequence[str]) -> str:
    """How many comparisons were made, what they need, and the caveats of the facts."""
    compared = [one for one in facts if one.role in roles and one.state is State.TOLD]
    caveats = sorted({f"{one.fact.name}: {one.fact.caveat}." for one in facts if one.fact.caveat})
    needs = (
        f"A fact needs {SMALLEST_ROLE} hires of the role who have it known, and {SMALLEST_FACT} in a group."
    )
    many = (
        f"Of {words.counted(len(compared), 'comparison')} one or another may look clear by luck."
        if len(compared) > 1
        else ""
    )
    return " ".join(filter(None, (needs, many, *caveats)))


def not_asked(found: Resembling, sizes: dict[str, int], roles: Sequence[str]) -> str:
    """Why nobody's ratings are held against another role's; empty where they are."""
    if found.is_asked and any(role in found.roles for role in roles):
        return ""
    if sum(role in found.roles for role in roles) and len(found.roles) > 1:
        return ALIKE_ROLES
    have = " and ".join(f"{words.number(sizes.get(role, 0))} in {role}" for role in roles)
    return (
        f"Whose ratings resemble stronger hires of another role needs {SMALLEST_RESEMBLING} hires of half a year or "
        f"more in each of two roles, with their first sales on file; there are {have}. Below, most "
        "of what it said would be luck."
    )


def resembling_title(found: Resembling, roles: Sequence[str]) -> str:
    """How many hires it is said of."""
    count = int(found.counts.loc[found.counts["role"].isin(roles), "count_said"].sum())
    if not count:
        return "No hire's ratings clearly resemble stronger hires of another role"
    return f"The ratings of {words.counted(count, 'hire')} resemble stronger hires of another role"


def resembling_sentences(found: Resembling, roles: Sequence[str]) -> tuple[str, ...]:
    """A sentence a role and other role: how many of how many; single people are not told of here."""
    rows = found.counts[found.counts["role"].isin(roles)].to_dict("records")
    return tuple(
        f"{row['role']}: the ratings of {words.number(row['count_said'])} of "
        f"{words.counted(row['count_hires'], 'hire')} resemble those of stronger hires in {row['other_role']}."
        for row in rows
        if row["count_said"] >= SMALLEST_FACT
    )


def people(found: Resembling, hires: pd.DataFrame, roles: Sequence[str]) -> pd.DataFrame:
    """The hires it is said of, by name, the surest first; `hires` is the answer to `outcomes/hires_listed`."""
    mine = found.rows[found.rows["role"].isin(roles)]
    named = mine.merge(hires[["employee_id", "hire_date", "full_name"]], on=["employee_id", "hire_date"])
    named = named.sort_values("probability", ascending=False, kind="stable").reset_index(drop=True)
    return pd.DataFrame(
        {
            "Hire": named["full_name"].fillna(named["employee_id"]),
            "Ratings resemble": named["other_role"],
            "Chance of a noticeable difference": named["probability"].astype(float).round(2),
            "Higher by, SD": named["difference"].astype(float).round(2),
            "Role": named["role"],
            "Hired": pd.to_datetime(named["hire_date"]).dt.date,
            "Employee": named["employee_id"].astype(str),
        }
    )

"""The list of people turned down lately whose ratings resemble the stronger hires: who, when, why; never how near."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from hiring import words
from hiring.findings.second_look.places import STAGES
from hiring.statistics.profiles.near_hires import NearHires

#: How far back `marts.turned_down` reaches, and how long a reason may be.
DAYS, LONGEST_REASON = 180, 300
HEADING, NEWEST = "People to look at again", "Who they are, the newest first"
OFF = (
    "No people are listed here.",
    "The list is off until `second_look_list = true` stands in config.toml, for companies that have agreed on it.",
)
NAMELESS = ("No people are listed here.", "The list names people, and your access does not include names.")
ASK = "Why do you need the list?"
ASKED = (
    "It names people who were turned down. Your reason is written into the audit log with your name, the time and how "
    "many were listed, before the list is shown."
)
NO_REASON = "Type a reason first: it is written into the audit log."
NOT_WRITTEN = "The list is not shown, because that could not be written down: {why}."
HOW = (
    "On the list is whom the company's own regression of hires' later results on their ratings puts above the median "
    "hire of that role. It decides nothing else: what it puts anybody at is neither shown nor kept. "
    "Only ratings that are a mixture of hires' ratings count; beyond them the regression knows nothing.",
    "No claim that anybody here would have performed: resembling the ratings of stronger hires is not being one.",
    "Newest first, which is no order of merit. Who applies again or was hired is not listed.",
)


def heading(found: NearHires, as_of: date) -> tuple[str, str]:
    """How many are listed, of how many turned down, and who could not be on it."""
    since = f"turned down in the {DAYS} days to {words.day(as_of)}"
    if found.hires_needed:
        return "", (
            f"{words.counted(found.count_hires, 'hire')} can be compared with their ratings; "
            f"{words.number(found.hires_needed)} more are needed before anybody is listed."
        )
    listed = (
        f"{words.number(len(found.applications))} of {words.number(found.count_asked)} {since} are listed"
    )
    lead = f"{listed}: their ratings resemble those of hires above the median"
    unrated = found.count_asked - found.count_rated
    return lead, (
        f"No claim that they would have sold. {words.number(unrated)} of all were rated on too little to compare. "
        f"The comparison rests on {words.counted(found.count_hires, 'hire')}."
    )


def table(found: NearHires, people: pd.DataFrame, rated: pd.DataFrame) -> pd.DataFrame:
    """Rows of `second_look/turned_down` that are listed, with what each side rated; the newest first."""
    mine = people[people["application_id"].isin(found.applications)]
    ratings = _ratings(rated[rated["application_id"].isin(found.applications)])
    rows = mine.to_dict("records")
    return pd.DataFrame(
        {
            "Person": [row["full_name"] for row in rows],
            "Role": [row["role_profile"] for row in rows],
            "Turned down": [_when(row) for row in rows],
            "Reason": [row["reason"] if isinstance(row["reason"], str) else "not recorded" for row in rows],
            "Ratings": [ratings.get(row["application_id"], "") for row in rows],
        }
    )


def _when(row: dict[Any, Any]) -> str:
    stage = STAGES.get(row["stage"], ("before any interview", ""))[0]
    side = row["department"] if isinstance(row["department"], str) else "a side not recorded"
    return f"{words.day(row['ended_on'])}, {stage}, by {side}"


def _ratings(rated: pd.DataFrame) -> dict[str, str]:
    """ "HR: Assertiveness 4, Coachability 3" by application; the mean of a side's stages."""
    means = rated.groupby(["application_id", "department", "competency"])["score"].mean().reset_index()
    told: dict[str, str] = {}
    for row in means.to_dict("records"):
        application, side = str(row["application_id"]), str(row["department"])
        given, start = f"{row['competency']} {_points(row['score'])}", f"{side}: "
        before = told.get(application, "")
        told[application] = (
            f"{before}, {given}" if start in before else "; ".join(filter(None, (before, start + given)))
        )
    return told


def _points(score: float) -> str:
    return words.number(score, 0 if float(score).is_integer() else 1)

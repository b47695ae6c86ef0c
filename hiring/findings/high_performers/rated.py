"""What they looked like when hired: ratings of those who did well later, beside those of the others."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.high_performers.outcomes import Outcome
from hiring.statistics.profiles.agreed import Profile, Wanted, key_of
from hiring.statistics.rates import mean_interval, squared_and_added, wilson
from hiring.statistics.verdicts import Label

KEY = "rated_when_hired"
STANDFIRST = (
    "Mean rating before the offer, {those} less {others}, in points of 5 with the range of each by itself; bars: "
    "{weight}"
)
FOLD = "What they looked like when hired, one role at a time"
NOTE = (
    "Counted and not levelled: who was rated by whom stays in it, and of eight competencies one range in three "
    "companies leaves zero out by luck alone. What the ratings carry stands on Role profiles."
)
NO_RATINGS = "No rating of these hires is known"
TOO_FEW = f"fewer than {SMALLEST_GROUP} of one group"


def roles_of(ratings: pd.DataFrame) -> list[str]:
    """The roles of which any hire was rated, the one with most rated hires first."""
    hires = ratings.drop_duplicates(["employee_id", "hire_date"])
    return [str(role) for role in hires["role_profile"].value_counts().index]


def rated(ratings: pd.DataFrame, profiles: Sequence[Profile], role: str, outcome: Outcome) -> Exhibit:
    """One role's competencies in order of their agreed weight, from the answer to `high_performers/ratings_by_hire`."""
    mine = ratings[(ratings["role_profile"] == role) & ratings[outcome.column].notna()]
    now = next((profile.current for profile in profiles if profile.role == role), None)
    agreed = now.wanted if now else ()
    weight = f"weight in version {now.name}, in force now" if now else "weight"
    told = STANDFIRST.format(those=outcome.those, others=outcome.others, weight=weight)
    standfirst = f"{role}: {_small(told)}"
    if mine.empty:
        return undrawn(KEY, NO_RATINGS, standfirst)
    rows = [_row(mine, key, name, agreed, outcome) for key, name in _competencies(mine, agreed).items()]
    frame = pd.DataFrame(rows)
    lead = f"{role}: {_small(_lead(frame, outcome))}"
    hires = mine.drop_duplicates(["employee_id", "hire_date"])
    return Exhibit(
        key=KEY,
        lead=lead,
        standfirst=standfirst,
        marks=Marks(
            "weights_and_evidence",
            frame,
            {
                "heads": ("Weight in force", "Points higher or lower"),
                "unweighted": "not in the profile" if agreed else "no profile",
            },
        ),
        alt=f"{lead}. {standfirst}",
        n=len(hires),
        definition=("rated_when_hired", "agreed_weight"),
        note=NOTE,
    )


def _small(text: str) -> str:
    return text[0].lower() + text[1:]


def _competencies(mine: pd.DataFrame, agreed: Sequence[Wanted]) -> dict[str, str]:
    """By key: those of the profile in order of weight, then what else was rated."""
    names = {key_of(wanted.competency): wanted.competency for wanted in agreed}
    for name in sorted(mine["competency"].unique()):
        names.setdefault(key_of(name), str(name))
    return names


def _row(
    mine: pd.DataFrame, key: str, name: str, agreed: Sequence[Wanted], outcome: Outcome
) -> dict[str, Any]:
    scores = mine[mine["competency"].map(key_of) == key]
    did = scores[outcome.column].astype(bool)
    first, second = mean_interval(scores.loc[did, "score"]), mean_interval(scores.loc[~did, "score"])
    weight = next((one.weight for one in agreed if key_of(one.competency) == key), math.nan)
    row: dict[str, Any] = {"name": name, "weight": weight, "n": first.n + second.n}
    if min(first.n, second.n) < SMALLEST_GROUP:
        nothing = dict.fromkeys(("estimate", "low", "high"), math.nan)
        instead = "never rated" if not row["n"] else TOO_FEW
        return row | nothing | {"verdict": str(Label.TOO_FEW), "instead": instead, "detail": None}
    low, high = squared_and_added(first, second)
    points = [words.number(one.estimate, 1) for one in (first, second)]
    detail = (
        f"{outcome.those}: {points[0]}, {words.counted(first.n, 'hire')}; "
        f"{outcome.others}: {points[1]}, {words.counted(second.n, 'hire')}"
    )
    estimate = first.estimate - second.estimate
    return row | {
        "estimate": estimate,
        "low": low,
        "high": high,
        "verdict": None,
        "instead": None,
        "detail": detail,
    }


def _lead(frame: pd.DataFrame, outcome: Outcome) -> str:
    told = frame[frame["estimate"].notna()]
    if told.empty:
        return f"Too few {outcome.those} to compare their ratings"
    higher = int((told["estimate"] > 0).sum())
    apart = int(((told["low"] > 0) | (told["high"] < 0)).sum())
    wider = f"{words.counted(apart, 'gap')} {'is' if apart == 1 else 'are'} wider than its range"
    whole = words.counted(len(told), "competency", "competencies")
    sure = wider if apart else "each gap may be luck"
    return f"Rated higher on {words.number(higher)} of {whole}; {sure}"


def recommended(rows: pd.DataFrame, role: str, outcome: Outcome) -> str:
    """How often each side said "strong yes", of those who had the outcome and of the others; empty where unknown."""
    mine = rows[(rows["role_profile"] == role) & rows[outcome.column].notna()]
    of_role = f", {role}" if role else ""
    parts = []
    for side in ("HR", "Sales"):
        of_side = mine[mine["department"] == side]
        did = of_side[outcome.column].astype(bool)
        groups = (of_side[did], of_side[~did])
        if min(len(group) for group in groups) < SMALLEST_GROUP:
            continue
        said = [wilson(int((group["count_strong_yes"] > 0).sum()), len(group)) for group in groups]
        low, high = squared_and_added(*said)
        sure = ", no clear difference" if low <= 0 <= high else ""
        first, second = (f"{words.number(one.estimate * one.n)} of {words.number(one.n)}" for one in said)
        parts.append(f"from {side} for {first} {outcome.those} and {second} of {outcome.others}{sure}")
    return f"Strong yes{of_role}: {'; '.join(parts)}." if parts else ""

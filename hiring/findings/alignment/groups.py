"""HR less Sales on the same candidates by role, and by the round in which both saw them: described, not judged."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.alignment.departments import CARD, LINE, MARKS
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.interviewers.rows import hundredths
from hiring.findings.marks import Reference
from hiring.statistics.ratings import paired
from hiring.statistics.ratings.scorecards import Rated
from hiring.statistics.verdicts import SMALLEST_JUDGED

ROLES, ROUNDS = "By role", "Seen in the same round, or in different ones"
TOO_FEW = "too few"


def by_role_and_round(found: Rated, whole: float, is_nameless: bool) -> tuple[Exhibit, Exhibit]:
    """Both on one scale; `whole`: the gap over all these candidates. `is_nameless`: for who may see no names."""
    roles, rounds = paired.by_role(found), paired.by_round(found)
    together = {name: f"{name}, in the same round" for name in rounds["group"] if name != paired.APART}
    rounds = rounds.assign(group=[together.get(name, name).capitalize() for name in rounds["group"]])
    told = [_drawn(frame, is_nameless) for frame in (roles, rounds)]
    known = pd.concat(told).dropna(subset=["estimate"])
    ends = (known["low"].min(), known["high"].max(), 0.0)
    room = 0.08 * (max(ends) - min(ends)) if len(known) else 0.0
    extent = (min(ends) - room, max(ends) + room)
    return (
        _exhibit("alignment_by_role", ROLES, told[0], whole, extent),
        _exhibit("alignment_by_round", ROUNDS, told[1], whole, extent),
    )


def _drawn(rows: pd.DataFrame, is_nameless: bool) -> pd.DataFrame:
    """The rows of a figure; what rests on too few candidates, or would tell a person, is words."""
    untold = rows["n"] < SMALLEST_JUDGED
    if is_nameless:
        untold |= rows["count_people"] < SMALLEST_GROUP
    kept = rows.rename(columns={"group": "name"}).drop(columns="count_people")
    kept[["estimate", "low", "high"]] = kept[["estimate", "low", "high"]].mask(untold)
    right = [
        f"{words.with_interval(row['estimate'], row['low'], row['high'], hundredths)} · "
        f"{words.counted(row['n'], 'candidate')}"
        for row in kept.to_dict("records")
    ]
    return kept.assign(
        n=kept["n"].mask(untold & is_nameless),
        right=pd.Series(right, index=kept.index, dtype=object).mask(untold, ""),
        instead=TOO_FEW,
    )


def _exhibit(key: str, title: str, rows: pd.DataFrame, whole: float, extent: tuple[float, float]) -> Exhibit:
    told = rows.dropna(subset=["estimate"])
    if told.empty:
        return undrawn(key, title)
    facts = "; ".join(f"{name}: {right}" for name, right in zip(told["name"], told["right"], strict=True))
    given = {
        "show": hundredths,
        "reference": Reference(0.0, "the same"),
        "labels": "above",
        "noun": "candidate",
        "extent": extent,
    }
    return Exhibit(
        key=key,
        lead=title,
        standfirst=f"{MARKS}; over all {hundredths(whole)}, each candidate once; below 0 Sales is higher; {LINE}",
        marks=Marks("dots_with_intervals", rows, given),
        alt=f"{title}, {MARKS}. {facts}.",
        n=int(told["n"].sum()),
        definition=(CARD,),
    )

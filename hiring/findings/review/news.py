"""What is new since a day, for one audience: claims that became clear or fell back, promises broken, decisions due.

What became clear is told of what the meeting sees, for either audience: only its packs are frozen. Who may see names
reads beside it who owes a promise, and whose a decision is.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from hiring import words
from hiring.findings.decisions.answer import person
from hiring.findings.review import exhibits, frozen
from hiring.findings.review.exhibits import Source
from hiring.findings.review.pack import Pack

NO_PACK = "No pack was frozen by {day}: what became clear since then cannot be told."
CLEAR, PROMISES, DECISIONS = "Clear or not", "Promises", "Decisions"


@dataclass(frozen=True)
class News:
    """What is new, each with what it is about, and what could not be told."""

    since: str
    lines: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Named:
    """What who may see names sees beside: people by id, and who owes what is owed now (rows of `agreement/owners`)."""

    people: Mapping[str, str]
    owners: pd.DataFrame


def since(
    day: date,
    source: Source,
    pack: Pack,
    frozen_by: str,
    decided: pd.DataFrame,
    trouble: str = "",
    named: Named | None = None,
) -> News:
    """The news since the day; `frozen_by`: the content of the last pack frozen by it ("" for none).

    `decided`: every version of every decision; `trouble`: what of them cannot be read; `named`: None for the meeting.
    """
    said, remarks = [], [trouble] if trouble else []
    if frozen_by:
        last = frozen.opened(frozen_by)
        leads = {one.key: one.lead for one in pack.exhibits()}
        said += [(CLEAR, one) for one in frozen.news(last.claims, frozen.claims(pack), leads)]
    else:
        remarks.append(NO_PACK.format(day=words.day(day)))
    as_of = source.as_of.date()
    said += [(PROMISES, one) for one in _broken(source, day, named)]
    said += [(DECISIONS, one) for one in due(decided, day, as_of, named)]
    return News(day.isoformat(), tuple(said), tuple(remarks))


def _broken(source: Source, day: date, named: Named | None) -> list[str]:
    """Promises whose last day came since then and that are still owed, by side."""
    agreed = exhibits.agreement(source)
    if agreed is None:
        return []
    late = agreed.cases[agreed.cases["is_overdue"] & (agreed.cases["due_on"] >= pd.Timestamp(day))]
    return [
        f"{words.counted(len(mine), 'promise')} of {side} past the last day and still owed{_owed_by(mine, named)}."
        for side, mine in late.groupby("department")
    ]


def _owed_by(late: pd.DataFrame, named: Named | None) -> str:
    """ ": Mona Manager 2, nobody known 1": who owes them, who owes most first."""
    if named is None:
        return ""
    owed = late.merge(named.owners, on=["promise_id", "case_id"], how="left")["full_name"].fillna(
        "nobody known"
    )
    counts = owed.value_counts().rename_axis("name").reset_index(name="n")
    counts = counts.sort_values(["n", "name"], ascending=[False, True])
    return ": " + ", ".join(f"{name} {n}" for name, n in zip(counts["name"], counts["n"], strict=True))


def due(decided: pd.DataFrame, day: date, as_of: date, named: Named | None = None) -> list[str]:
    """Decisions that are open and whose day came since then, up to the day of the data, the longest due first."""
    if decided.empty:
        return []
    current = decided.groupby("decision_id", sort=False).tail(1).to_dict("records")
    now = [one for one in current if one["status"] == "open" and str(day) <= one["due_on"] <= str(as_of)]
    return [
        f"Due {words.day(date.fromisoformat(one['due_on']))} and open: {one['text']} "
        f"({one['side']}{_whose(one, named)}, {one['quarter']})."
        for one in sorted(now, key=lambda one: str(one["due_on"]))
    ]


def _whose(decision: Mapping[Hashable, Any], named: Named | None) -> str:
    owner = person(decision["owner_id"], named.people) if named is not None else ""
    return f", {owner}" if owner else ""

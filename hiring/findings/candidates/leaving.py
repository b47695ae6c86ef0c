"""Why candidates left by their own decision, and after which stage strong ones do, beside the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.sources.funnel import LAST, STAGES
from hiring.statistics import surveys
from hiring.statistics.rates import rates_of, wilson
from hiring.statistics.verdicts import SMALLEST_JUDGED

MOST_REASONS = 6
FIRST = "applied"
NOT_RECORDED, OTHERS = "Not recorded", "Other reasons"
#: What is told of each own decision: the heading, and what stands where no reason is in the file.
OWN_DECISIONS = {
    "withdrawn": ("Why {count} withdrew", "No reason is recorded for any of the {count} who withdrew."),
    "offer_declined": (
        "Why {count} declined the offer",
        "No reason is recorded for any of the {count} who declined the offer.",
    ),
}
HEADING = "Where strong candidates leave"
LEFT = (
    "Withdrew or declined after the stage, of those who came to it and were not rejected there. Strong: on the mean, "
    "interviewers recommended yes or above; others: below"
)
TOO_FEW_STRONG = "Too few candidates are strong to tell."
NO_RECOMMENDATION = "Where strong candidates leave is not known: no interviewer's recommendation is loaded."


@dataclass(frozen=True)
class Told:
    """A heading with its line, and a table; `says` stands where there is no table."""

    lead: str
    standfirst: str = ""
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    says: str = ""


def reasons(ended: pd.DataFrame, by_reason: pd.DataFrame) -> tuple[Told, ...]:
    """For each own decision that enough took: the reasons as the file gives them, the most frequent first.

    `by_reason`: rows of `candidates/applications_by_reason`. What fewer than a small group gave is told among the
    others, and so is what the viewer may not see.
    """
    told = []
    for status, (heading, unknown) in OWN_DECISIONS.items():
        count = int((ended["status"] == status).sum())
        if count >= SMALLEST_GROUP:
            rows = counted(by_reason[by_reason["status"] == status], count)
            lead = heading.format(count=words.number(count))
            is_known = list(rows["reason"]) not in ([NOT_RECORDED], [])
            told.append(
                Told(lead, "Reasons as the applicant system has them", _reasons_table(rows, count))
                if is_known
                else Told(lead, says=unknown.format(count=words.number(count)))
            )
    return tuple(told)


def counted(by_reason: pd.DataFrame, count: int) -> pd.DataFrame:
    """`reason` and `n`: the most frequent, then all others, then who has none; spellings in other letters are one."""
    given = by_reason.dropna(subset=["reason"])
    spelt = given.assign(key=given["reason"].str.casefold().str.strip())
    known = (
        spelt.groupby("key", sort=False)
        .agg(reason=("reason", "first"), n=("count_applications", "sum"))
        .query("n >= @SMALLEST_GROUP")
        .sort_values(["n", "reason"], ascending=[False, True])
        .head(MOST_REASONS)
    )
    missing = int(by_reason.loc[by_reason["reason"].isna(), "count_applications"].sum())
    rest = count - missing - int(known["n"].sum())
    more = pd.DataFrame({"reason": [OTHERS, NOT_RECORDED], "n": [rest, missing]}).query("n > 0")
    return pd.concat([known, more], ignore_index=True)


def _reasons_table(rows: pd.DataFrame, count: int) -> pd.DataFrame:
    shares = [wilson(int(n), count) for n in rows["n"]]
    return pd.DataFrame(
        {
            "Reason": [words.one_line(str(reason), 44) for reason in rows["reason"]],
            "Candidates": [words.number(n) for n in rows["n"]],
            "Share": [words.with_interval(one.estimate, one.low, one.high) for one in shares],
        }
    )


def strong_leave(ended: pd.DataFrame) -> Told:
    """After which stage strong candidates leave by their own decision, beside the others whom somebody rated."""
    rows = rates_of(surveys.left_by_stage(ended), successes="count_left", n="n").to_dict("records")
    strong, others = (
        {row["stage"]: row for row in rows if bool(row["is_strong"]) is is_so} for is_so in (True, False)
    )
    met = [one for one in STAGES if one not in (FIRST, LAST)]
    order = [one for one in met if one in strong and strong[one]["n"] >= SMALLEST_JUDGED]
    if not order:
        return Told(HEADING, says=TOO_FEW_STRONG if rows else NO_RECOMMENDATION)
    worst = max(order, key=lambda stage: float(strong[stage]["rate"]))
    table = pd.DataFrame(
        {
            "Last stage": [STAGES[stage] for stage in order],
            "Strong candidates": [_share(strong[stage]) for stage in order],
            "Others": [_share(others.get(stage, {})) for stage in order],
        }
    )
    lead = _title(STAGES[worst].lower(), strong[worst], others.get(worst, {}))
    return Told(lead, LEFT, table, " ".join(filter(None, (_became(ended), _unrated(ended)))))


def _title(stage: str, strong: Mapping[Any, Any], others: Mapping[Any, Any]) -> str:
    """At which stage most strong candidates leave, and how many others do; where luck can make it, that both do."""
    if others.get("n", 0) < SMALLEST_JUDGED:
        return f"Strong candidates leave most often at the {stage}: {_of(strong)}"
    ours, theirs = (words.percent(one["rate"]) for one in (strong, others))
    if strong["low"] <= others["high"] and others["low"] <= strong["high"]:
        return f"Strong or not, about as many leave at the {stage}: {ours} and {theirs}"
    return f"At the {stage} {ours} of strong candidates leave, {theirs} of the others"


def _unrated(ended: pd.DataFrame) -> str:
    """How many of those who withdrew stand in no row, as no interviewer recommended on them; empty of few."""
    withdrew = ended["status"] == "withdrawn"
    count = int((withdrew & surveys.is_strong(ended).isna()).sum())
    if count < SMALLEST_GROUP:
        return ""
    of = f"{words.number(count)} of {words.number(withdrew.sum())}"
    return f"{of} who withdrew had no recommendation: they stand in no row."


def _became(ended: pd.DataFrame) -> str:
    strong = ended[surveys.is_strong(ended).fillna(False).astype(bool)]
    count = strong["status"].value_counts()
    parts = [
        f"{words.number(count.get(status, 0))} {name}"
        for status, name in (
            ("hired", "were hired"),
            ("rejected", "rejected"),
            ("withdrawn", "withdrew"),
            ("offer_declined", "declined the offer"),
        )
    ]
    return f"Of {words.counted(len(strong), 'strong candidate')}, {', '.join(parts[:-1])} and {parts[-1]}."


def _share(row: Mapping[Any, Any]) -> str:
    if row.get("n", 0) < SMALLEST_GROUP:
        return "too few to show"
    return f"{words.with_interval(row['rate'], row['low'], row['high'])} · {_of(row)}"


def _of(row: Mapping[Any, Any]) -> str:
    return f"{words.number(row['count_left'])} of {words.number(row['n'])}"

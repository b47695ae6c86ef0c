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

MOST_REASONS, LONGEST_REASON = 6, 40
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
    "Withdrew or declined after the stage, of the applications that came to it and were not rejected there; not every "
    "one has every stage. Strong: yes or above on the mean of all interviews they had; others: below"
)
DECLINED = "{declined} of offers declined: {reasons}"
LONGEST_LEAD, MOST_IN_LEAD = 90, 3  # letters; reasons
REASONS = "As the applicant system has them; Agreement's list is kept by hand"
ALIKE = "No clear difference at any stage between strong candidates who leave and others"
TOO_FEW_STRONG = "Too few candidates are strong to tell."
NO_RECOMMENDATION = "Where strong candidates leave is not known: no interviewer's recommendation is loaded."


@dataclass(frozen=True)
class Told:
    """A heading with its line, and a table; `says` stands where there is no table."""

    lead: str
    standfirst: str = ""
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    says: str = ""
    is_folded: bool = False


def first_reason(ended: pd.DataFrame, by_reason: pd.DataFrame) -> dict[str, str]:
    """The most frequent reason to decline an offer: `reason`, its `n` and of how many (`count`); empty of few.

    `said` is the lead, with as many of the next reasons beside it as it holds: one alone would read as the cause.
    """
    count = int((ended["status"] == "offer_declined").sum())
    rows = counted(by_reason[by_reason["status"] == "offer_declined"], count)
    if count < SMALLEST_GROUP or rows.empty or rows["reason"].iloc[0] in (NOT_RECORDED, OTHERS):
        return {}
    reason, n = str(rows["reason"].iloc[0]), int(rows["n"].iloc[0])
    offers = count + int((ended["status"] == "hired").sum())
    return {
        "reason": words.one_line(reason, LONGEST_REASON),
        "n": words.number(n),
        "count": words.number(count),
        "said": _declined(rows, count, words.percent(count / offers)),
    }


def _declined(rows: pd.DataFrame, count: int, declined: str) -> str:
    """ "29 % of offers declined: “process too slow” 36 %, “salary” 35 %, “took another offer” 29 %"."""
    known = rows[~rows["reason"].isin([NOT_RECORDED, OTHERS])].head(MOST_IN_LEAD)
    told = [
        f"“{words.one_line(str(reason), LONGEST_REASON)}” {words.percent(n / count)}"
        for reason, n in zip(known["reason"], known["n"], strict=True)
    ]
    leads = [
        DECLINED.format(declined=declined, reasons=", ".join(told[:most])) for most in range(len(told), 0, -1)
    ]
    return next((one for one in leads if len(one) <= LONGEST_LEAD), leads[-1])


def next_step(first: dict[str, str], by_reason: pd.DataFrame, ended: pd.DataFrame) -> str:
    """What both sides could agree on: the reason of most who withdrew and of most who declined, with their counts."""
    if not first:
        return ""
    count = int((ended["status"] == "withdrawn").sum())
    rows = counted(by_reason[by_reason["status"] == "withdrawn"], count)
    most = rows[~rows["reason"].isin([NOT_RECORDED, OTHERS])].head(1)
    told = [
        f"“{words.one_line(str(reason), LONGEST_REASON)}”, {words.number(n)} of {words.number(count)} who withdrew"
        for reason, n in zip(most["reason"], most["n"], strict=True)
    ]
    told.append(f"“{first['reason']}”, {first['n']} of {first['count']} who declined")
    return f"agree what to do, and whose it is: {'; '.join(told)}."


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
                Told(lead, REASONS, _reasons_table(rows, count))
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
            "Applications": [words.number(n) for n in rows["n"]],
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
    table = pd.DataFrame(
        {
            "Last stage": [STAGES[stage] for stage in order],
            "Strong candidates": [_share(strong[stage]) for stage in order],
            "Others": [_share(others.get(stage, {})) for stage in order],
        }
    )
    lead = _title({stage: (strong[stage], others.get(stage, {})) for stage in order})
    says = " ".join(filter(None, (_became(ended), _unrated(ended))))
    return Told(lead, LEFT, table, says, is_folded=lead == ALIKE)


def _title(stages: Mapping[str, tuple[Mapping[Any, Any], Mapping[Any, Any]]]) -> str:
    """The stage at which strong ones and others leave most apart; where all their ranges meet, that they are alike."""
    both = {stage: pair for stage, pair in stages.items() if pair[1].get("n", 0) >= SMALLEST_JUDGED}
    if not both:
        worst = max(stages, key=lambda stage: float(stages[stage][0]["rate"]))
        return f"Strong candidates leave most often at the {STAGES[worst].lower()}: {_of(stages[worst][0])}"
    apart = {
        stage: abs(ours["rate"] - theirs["rate"])
        for stage, (ours, theirs) in both.items()
        if ours["low"] > theirs["high"] or theirs["low"] > ours["high"]
    }
    if not apart:
        return ALIKE
    most = max(apart, key=lambda stage: float(apart[stage]))
    ours, theirs = (words.percent(one["rate"]) for one in both[most])
    return f"At the {STAGES[most].lower()} {ours} of those rated yes or above leave, {theirs} of the others"


def _unrated(ended: pd.DataFrame) -> str:
    """How many of those who withdrew stand in no row, as no interviewer recommended on them; empty of few."""
    withdrew = ended["status"] == "withdrawn"
    count = int((withdrew & surveys.is_strong(ended).isna()).sum())
    if count < SMALLEST_GROUP:
        return ""
    of = f"{words.number(count)} of {words.number(withdrew.sum())}"
    return f"{of} who withdrew had no recommendation and are not in the table."


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
    of = words.counted(len(strong), "application")
    return f"Of {of} of strong candidates, {', '.join(parts[:-1])} and {parts[-1]}."


def _share(row: Mapping[Any, Any]) -> str:
    if row.get("n", 0) < SMALLEST_GROUP:
        return "too few to show"
    return f"{words.with_interval(row['rate'], row['low'], row['high'])} · {_of(row)}"


def _of(row: Mapping[Any, Any]) -> str:
    return f"{words.number(row['count_left'])} of {words.number(row['n'])}"

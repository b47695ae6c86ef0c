"""What managers say of their hires: whether they would hire them again, the score of five, how many were reviewed.

Frames in, frames and words out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, strongest
from hiring.findings.outcomes.pairs import Hires, no_filter, no_surer
from hiring.findings.outcomes.windows import COLUMNS, compared_row, one_by_one
from hiring.statistics import judged_by_few
from hiring.statistics.judged_by_few import Judged
from hiring.statistics.rates import Difference, Interval, wilson
from hiring.statistics.verdicts import (
    NEUTRAL,
    UNTOLD,
    Comparison,
    Direction,
    Finding,
    Label,
    judge_together,
)

KEY = "would hire again by role_profile"
TABLE = "performance_reviews"
SUBTITLE = "Share of reviewed hires they would hire again, latest review, with its likely range"
NOT_KNOWN = "Whether their managers would hire them again is not known"
NO_FILE = "No review of these hires is known."
TOO_FEW = "Too few reviews in any one role to set it against the others."
IT_SHOWS = (
    "It shows, role by role, whose manager would hire them again, the mean score, and how many were reviewed."
)
OF_OTHERS = (
    "The reviews that came in are of other people, or of times before the start in Sales or after a move to another "
    "role."
)
STANDING_OUT = {
    Direction.HIGHER: "hires would be taken again more often than the others",
    Direction.LOWER: "hires would be taken again less often than the others",
}
CAVEAT = "It is one manager's view, closer to mood than to sales; many reviews by one manager count as fewer."
CARDS = ("would_hire_again", "review_score", "review_response")


def by_role(reviews: pd.DataFrame, among: Hires | None = None) -> Exhibit:
    """The share whose manager would hire them again, of each role, the highest first; too few of them: undrawn.

    From the answer to `outcomes/reviews_by_hire`: a row a hire. Each role is judged against all others, chosen or not.
    """
    answered = reviews[reviews["has_review"] & reviews["would_hire_again"].notna()]
    everyone = _judged(answered)
    alike = judged_by_few.likeness(everyone)
    roles = sorted(reviews["role_profile"].astype(str).unique())
    findings = no_surer(_findings, among or no_filter(reviews), roles)
    is_mine = [(answered["role_profile"] == role).to_numpy(bool) for role in roles]
    seen = [judged_by_few.share(_some(everyone, one), alike) for one in is_mine]
    overall = judged_by_few.share(everyone, alike)
    title = _title(findings, overall.estimate, len(answered))
    drawn = _frame(findings, seen)
    return Exhibit(
        key=KEY,
        lead=title,
        standfirst=SUBTITLE,
        marks=one_by_one(drawn, overall),
        alt=_alt(title, drawn),
        n=len(answered),
        label=strongest(finding.verdict.label for finding in findings),
        definition=CARDS,
        note=note(reviews),
    )


def _findings(reviews: pd.DataFrame) -> dict[str, Finding]:
    """Each role of these hires against all others, judged together."""
    answered = reviews[reviews["has_review"] & reviews["would_hire_again"].notna()]
    everyone = _judged(answered)
    alike = judged_by_few.likeness(everyone)
    roles = sorted(reviews["role_profile"].astype(str).unique())
    is_mine = [(answered["role_profile"] == role).to_numpy(bool) for role in roles]
    apart = [
        judged_by_few.difference_of_shares(_some(everyone, one), _some(everyone, ~one), alike)
        for one in is_mine
    ]
    found = judge_together([_compared(role, one) for role, one in zip(roles, apart, strict=True)])
    return dict(zip(roles, found, strict=True))


def _some(everyone: Judged, which: NDArray[np.bool_]) -> Judged:
    return Judged(everyone.values[which], everyone.judges[which])


def _compared(role: str, found: Difference) -> Comparison:
    return Comparison("would be hired again", role, "all others", found, ways=NEUTRAL)


def _frame(findings: tuple[Finding, ...], seen: Sequence[Interval]) -> pd.DataFrame:
    """A row a role, those with too few last; none where no role has enough."""
    rows = [compared_row(finding, one) for finding, one in zip(findings, seen, strict=True)]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame = frame.assign(name=frame["group"], is_untold=frame["verdict"].isin(UNTOLD))
    if frame["is_untold"].all():
        frame = frame.iloc[:0]
    frame = frame.sort_values(["is_untold", "estimate"], ascending=[True, False], kind="stable")
    return frame.drop(columns="is_untold").reset_index(drop=True)


def _judged(answered: pd.DataFrame) -> Judged:
    whose = [None if pd.isna(one) else one for one in answered["reviewer_id"]]
    return judged_by_few.judged(answered["would_hire_again"].to_numpy(float), whose)


def _title(findings: tuple[Finding, ...], overall: float, n: int) -> str:
    """Who stands out, else the share of all."""
    if n < SMALLEST_GROUP:
        return NOT_KNOWN
    clear = [finding for finding in findings if finding.verdict.label == Label.CLEAR]
    if clear:
        parts = [
            f"{' and '.join(named)} {what}"
            for way, what in STANDING_OUT.items()
            if (named := [f.comparison.group for f in clear if f.verdict.direction == way])
        ]
        return "; ".join(parts)
    again = f"Managers would hire {words.percent(overall)} again"
    judged = [finding for finding in findings if finding.verdict.label not in UNTOLD]
    return f"{again}; no role stands out" if len(judged) > 1 else again


def _alt(title: str, drawn: pd.DataFrame) -> str:
    intervals = [
        f"{row['group']} {words.with_interval(row['estimate'], row['low'], row['high'])}"
        for row in drawn.to_dict("records")
        if row["verdict"] not in UNTOLD
    ]
    return f"{title}: {'; '.join(intervals)}." if intervals else f"{title}."


def note(reviews: pd.DataFrame) -> str:
    """The mean score, how many of those old enough were reviewed (of five or more), what a review is worth."""
    return " ".join(filter(None, (_score(reviews), _response(reviews), CAVEAT)))


def _score(reviews: pd.DataFrame) -> str:
    seen = reviews[reviews["has_review"]]
    if len(seen) < SMALLEST_GROUP:
        return ""
    whose = [None if pd.isna(one) else one for one in seen["reviewer_id"]]
    group = judged_by_few.judged(seen["score_of_five"].to_numpy(float), whose)
    mean = judged_by_few.mean(group, judged_by_few.likeness(group))
    span = f"likely {words.number(mean.low, 1)}–{words.number(mean.high, 1)}"
    return f"Mean score {words.number(mean.estimate, 1)} of five ({span}, {words.counted(mean.n, 'review')})."


def _response(reviews: pd.DataFrame) -> str:
    old = reviews[reviews["is_old_enough"]]
    if len(old) < SMALLEST_GROUP:
        return ""
    share = wilson(int(old["has_review"].sum()), len(old))
    return (
        f"Reviewed: {words.with_interval(share.estimate, share.low, share.high)} of {words.counted(share.n, 'hire')} "
        "who were a year or more in the role."
    )


def is_any(reviews: pd.DataFrame) -> bool:
    """Whether any of these hires has a review that speaks for them."""
    return bool(reviews["has_review"].any())

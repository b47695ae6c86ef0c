"""Cards of the page Fairness: selection rates of groups, their ratio, what is marked, who said nothing."""

from __future__ import annotations

from hiring.config import SMALLEST_CONFINED
from hiring.metrics.metric import Days, Metric

GROUP = "Fairness"
_DECIDED = (
    "Applications hired or rejected that ended before the quarter of the data's day, of the whole company: no filter "
    "is heeded."
)
_OUT = "Who withdrew, declined an offer or still waits is left out."
_FEW = (
    f"{SMALLEST_CONFINED} people of a group at the stage; fewer are shown only in a sum with another group."
)
_CAVEAT = "Rates that differ do not say why, and are no legal finding: ask counsel."
_STARTS, _ENDS = "The day of the application.", "The decision, before the quarter of the data's day."
_MATURE = "The application has ended."

SELECTING: tuple[Metric, ...] = (
    Metric(
        name="selection_rate",
        group=GROUP,
        label="Hired of decided",
        unit="Share of applications, 0 to 100 %",
        definition=(
            "Hired, divided by all on whom the company decided: hired or turned down. At a single stage: who went on, "
            "divided by who went on or was turned down there."
        ),
        clock_start=_STARTS,
        clock_end=_ENDS,
        days=Days.NONE,
        population=_DECIDED,
        maturity=_MATURE,
        censoring=_OUT,
        smallest_n=_FEW,
        caveat=_CAVEAT,
        source="queries/marts/fairness_counts.sql",
    ),
    Metric(
        name="impact_ratio",
        group=GROUP,
        label="Of the highest rate",
        unit="Ratio of two shares, 0 to 100 %",
        definition=(
            "A group's selection rate divided by the highest rate of any group of the same attribute, with its 95 % "
            "interval; below four fifths it is looked at more closely (29 CFR 1607.4(D))."
        ),
        clock_start=_STARTS,
        clock_end=_ENDS,
        days=Days.NONE,
        population=_DECIDED,
        maturity=_MATURE,
        censoring=_OUT,
        smallest_n=_FEW,
        caveat=f"In small groups it often falls below four fifths by luck. {_CAVEAT}",
        source="hiring/statistics/fairness.py",
    ),
    Metric(
        name="fairness_review",
        group=GROUP,
        label="For review",
        unit="Groups",
        definition=(
            "Groups whose selection rate is below four fifths of the highest, where by Fisher's exact test chance "
            "gives such a gap in fewer than 5 of 100 companies; beside it, how many luck alone would mark."
        ),
        clock_start=_STARTS,
        clock_end=_ENDS,
        days=Days.NONE,
        population=_DECIDED,
        maturity=_MATURE,
        censoring=_OUT,
        smallest_n=_FEW,
        caveat=f"Of many comparisons some are marked by luck. {_CAVEAT}",
        source="hiring/statistics/fairness.py",
    ),
    Metric(
        name="group_not_said",
        group=GROUP,
        label="Group not said",
        unit="Share of applications, 0 to 100 %",
        definition="Applications of candidates of whom the file gives no group, or that they would rather not say.",
        clock_start=_STARTS,
        clock_end=_ENDS,
        days=Days.NONE,
        population=_DECIDED,
        maturity=_MATURE,
        censoring=_OUT,
        smallest_n=_FEW,
        caveat="They are counted as such and in no group: a group is never guessed.",
        source="queries/marts/fairness_counts.sql",
    ),
)

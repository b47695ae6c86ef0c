"""What pages say of a verdict: how large, how sure, what remains possible. Never why."""

from __future__ import annotations

import math
from dataclasses import dataclass

from hiring.statistics.rates import Difference
from hiring.statistics.verdicts import (
    BETTER_HIGHER,
    POINTS,
    SMALLEST_JUDGED,
    Finding,
    Label,
    Unit,
    Verdict,
    Ways,
    judge_answer,
)
from hiring.words import counted, number

NOBODY_CHOSEN = "No hire matches these filters"
NONE_MATURE = "No hire that matches these filters has been here six months or more"
NOBODY_SELLS = "Nobody in the exports was hired to sell."
FINEST = 3  # decimals added at most to keep a bound that is not zero from being printed as zero


@dataclass(frozen=True)
class Trend:
    """Recent hires against earlier ones: the answer in a few words, a page's h1 and the line under it."""

    verdict: Verdict
    answer: str
    lead: str
    standfirst: str


def kept_hidden(smallest: int) -> str:
    """Why a small group is not shown."""
    return f"Groups of fewer than {smallest} stay hidden, so that nobody can be picked out."


def likely(verdict: Verdict, ways: Ways = BETTER_HIGHER) -> str:
    """`likely 4 to 20 points better`; where zero is in the interval, what is still possible."""
    if not (verdict.low > 0 or verdict.high < 0):
        return possible(verdict, ways)
    near, far = sorted((abs(verdict.low), abs(verdict.high)))
    if math.isinf(far):  # a follow-up too short to bound it
        least = _nonzero(near, verdict.unit)
        return f"likely at least {least} {verdict.unit.name_for(least)} {_way(verdict.low, ways)}"
    most = _nonzero(far, verdict.unit)
    name = verdict.unit.name_for(most)
    return f"likely {_nonzero(near, verdict.unit)} to {most} {name} {_way(verdict.low, ways)}"


def possible(verdict: Verdict, ways: Ways = BETTER_HIGHER) -> str:
    """`anything from 14 points better to 11 worse is still possible`."""
    if not (math.isfinite(verdict.low) and math.isfinite(verdict.high)):
        return "anything is still possible"
    best, worst = (_end(value, verdict.unit, ways) for value in (verdict.high, verdict.low))
    if best == worst == "no difference":
        return "any difference is too small to show"
    if best == "no difference":
        return f"anything from no difference to {worst} is still possible"
    without_unit = f"{verdict.unit.amount(verdict.low)} {_way(verdict.low, ways)}"
    return f"anything from {best} to {worst if worst == 'no difference' else without_unit} is still possible"


def with_hires(verdict: Verdict, ways: Ways = BETTER_HIGHER) -> str:
    """`With 86 hires against 140, anything from … is still possible.`"""
    return (
        f"With {counted(verdict.n, 'hire')} against {number(verdict.n_against)}, {possible(verdict, ways)}."
    )


def luck(verdict: Verdict) -> str:
    """What to think of luck, as a clause without a full stop: `luck could explain it`."""
    if verdict.label == Label.TOO_FEW:
        return f"too few hires to compare: {_wanted(verdict)}"
    if verdict.label == Label.CLEAR:
        return "luck alone would rarely do this"
    if verdict.is_capped_by_company:
        return "the company's hires as a whole do not show it as clearly, so luck could explain it"
    if verdict.capped_by > 1:
        return f"this is one of {verdict.capped_by} comparisons made at once, so luck could explain it"
    if verdict.capped_by:
        return "these pages make many comparisons, so luck could explain it"
    return "luck could explain it"


def finding_sentence(finding: Finding) -> str:
    """One sentence for a list of findings: both values, the size, what to think of luck, both counts.

    `57 % among hires of 2026 H1 met the bar at month 12 against 44 % among earlier hires: likely 4 to 20
    points better (86 hires against 140).` With too few hires no value is shown, only how many are needed.
    """
    comparison, verdict = finding.comparison, finding.verdict
    if verdict.label == Label.TOO_FEW:
        return f"{_upper(comparison.group)} against {comparison.against}: {luck(verdict)}."
    seen = comparison.difference
    counts = f"{counted(verdict.n, comparison.noun)} against {number(verdict.n_against)}"
    values = (
        f"{comparison.unit.level(seen.first)} {comparison.outcome} among {comparison.group} "
        f"against {comparison.unit.level(seen.second)} among {comparison.against}"
    )
    return f"{_upper(values)}: {_so(verdict, comparison.ways)} ({counts})."


def labelled_sentence(finding: Finding) -> str:
    """The sentence of a finding under its verdict where it claims anything: "Clear: …", "Leaning: …"."""
    said, label = finding_sentence(finding), finding.verdict.label
    return f"{label}: {said}" if label in (Label.CLEAR, Label.LEANING) else said


def recent_against_before(
    difference: Difference,
    *,
    tenure: str,
    outcome: str,
    unit: Unit = POINTS,
    ways: Ways = BETTER_HIGHER,
    counted_in: str = "hires",
) -> Trend:
    """Are recent hires better, the same or worse than earlier ones, both seen at equal tenure?

    `difference`: recent minus earlier, each hire measured at the same tenure ("month 12"); hires who
    have not reached it are in neither. `outcome` follows a value: "met the bar". `answer` is one of
    better, worse, looks better, looks worse (or the two words of `ways`), about the same, can't tell,
    too few; `counted_in` says of whom there are too few. About the same needs the whole interval inside
    `unit.same_within`: no sign of a difference is not yet a sign of none.
    """
    verdict = judge_answer(difference, unit)
    answer = _answer(verdict, ways)
    values = f"{unit.level(difference.first)} {outcome} against {unit.level(difference.second)}"
    return Trend(
        verdict,
        answer,
        _lead(verdict, answer, tenure, values, counted_in),
        _standfirst(verdict, ways, tenure, values),
    )


def _answer(verdict: Verdict, ways: Ways) -> str:
    if verdict.label == Label.TOO_FEW:
        return "too few"
    way = _way(verdict.estimate, ways)
    if verdict.label == Label.CLEAR:
        return way
    if verdict.label == Label.LEANING:
        return f"looks {way}"
    within = verdict.unit.same_within
    return "about the same" if -within < verdict.low and verdict.high < within else "can't tell"


def _lead(verdict: Verdict, answer: str, tenure: str, values: str, counted_in: str) -> str:
    if answer == "too few":
        group = "recent" if verdict.n <= verdict.n_against else "earlier"
        return f"Too few {group} {counted_in} have reached {tenure} to compare"
    if answer == "can't tell":
        return f"At {tenure} we can't tell whether recent hires are better or worse than earlier ones"
    if answer == "about the same":
        return f"Recent hires are about where earlier ones were at {tenure}"
    if verdict.label == Label.LEANING:
        return f"Recent hires {answer.replace('looks', 'look')} at {tenure}, but luck could explain it"
    return f"Recent hires are {answer} at {tenure}: {values}"


def _standfirst(verdict: Verdict, ways: Ways, tenure: str, values: str) -> str:
    if verdict.label == Label.TOO_FEW:
        return f"{_upper(_wanted(verdict))}."
    counts = f"{counted(verdict.n, 'recent hire')} against {number(verdict.n_against)} earlier"
    alone = f" if looked at alone, but {luck(verdict)}" if verdict.capped_by else ""
    return f"{_upper(values)}; {likely(verdict, ways)}{alone}. {counts}, all seen at {tenure}."


def _so(verdict: Verdict, ways: Ways) -> str:
    if verdict.label == Label.CLEAR:
        return likely(verdict, ways)
    if verdict.label == Label.CANNOT_TELL and not verdict.is_capped_by_company:
        return f"we can't tell them apart; {possible(verdict, ways)}"
    if verdict.capped_by or verdict.is_capped_by_company:
        return f"{likely(verdict, ways)} if looked at alone, but {luck(verdict)}"
    return f"looks {_way(verdict.estimate, ways)}, but luck could explain it; {possible(verdict, ways)}"


def _wanted(verdict: Verdict) -> str:
    """How many hires are there and how many more are needed."""
    if verdict.n_needed == 0:
        return "not enough of them have got that far yet"
    there = f"{number(verdict.n)} against {counted(verdict.n_against, 'hire')}"
    return f"{there}, at least {SMALLEST_JUDGED} needed in each group, so {number(verdict.n_needed)} more"


def _end(value: float, unit: Unit, ways: Ways) -> str:
    size = unit.amount(value)
    if not size.strip("0."):
        return "no difference"
    return f"{size} {unit.name_for(size)} {_way(value, ways)}"


def _nonzero(value: float, unit: Unit) -> str:
    """The amount with as many decimals as keep it from reading as zero, which the label rules out."""
    for finer in range(FINEST + 1):
        written = unit.amount(value, finer=finer)
        if written.strip("0."):
            return written
    return "barely more than 0"


def _way(value: float, ways: Ways) -> str:
    return ways[0] if value > 0 else ways[1]


def _upper(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]

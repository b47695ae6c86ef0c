"""The answer of the page "Outcomes and ramp": can it be given, its sentence, its tiles, how fast each role ramps.

Frames in, words and frames out; no streamlit. Times to events are in `events`, outcomes at equal tenure in
`windows`, staying and payback in `staying`, the people behind it all in `people`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from hiring import words
from hiring.access.scope import Scope
from hiring.config import SMALLEST_GROUP
from hiring.findings import clock, sales_history
from hiring.findings.numbers import Number
from hiring.findings.outcomes.events import (
    EXIT,
    FIRST_DEAL,
    FIRST_QUOTA,
    LONGER,
    PACE,
    YEAR_DAYS,
    Curves,
    Event,
    Gap,
    curves_of,
    half_sentence,
    interval_words,
    widest_gap,
)
from hiring.findings.outcomes.pairs import Hires, no_filter
from hiring.findings.outcomes.ramps import ramp_title
from hiring.findings.sentences import NOBODY_CHOSEN, kept_hidden, labelled_sentence, likely
from hiring.statistics.rates import Interval, median_interval, wilson

WHY = {
    "empty": "Nobody of these roles, regions, segments and sources was hired in this period.",
    "too few": kept_hidden(SMALLEST_GROUP),
}
LONGEST_LEAD = 90
TOO_FEW = "Too few hires to say anything of"
NOT_IN_THE_FILE = "What these hires sold first is not in the CRM's file"
NO_QUOTAS = "No quota is known for these hires."
WITHOUT_QUOTAS = "Ramp and attainment need one; first deals and staying do not and stand below."
LAST_DAY = "Times to an event count everybody up to their last day."
LEAVERS = f"In the ramp curves a leaver counts as zero after leaving. {LAST_DAY}"


@dataclass(frozen=True)
class Standing:
    """What can be said at all: `state` is "", "empty", "too few", "not observed" or "not seen"; the counts behind it.

    Not observed: the CRM's file begins too late; not seen: it lacks deals. `is_begin_late`: above the page already.
    """

    state: str
    count: int
    count_observed: int
    count_left: int
    count_too_new: int
    count_moved: int = 0
    is_begin_late: bool = False


@dataclass(frozen=True)
class Lead:
    """The page's answer, the line under it, and what the page goes by.

    `roles` are those with enough hires for a curve, the largest first; `compared` those to draw at first; `events`
    are those whose times can be drawn.
    """

    sentence: str
    standfirst: str
    paces: Curves
    roles: list[str]
    compared: list[str]
    has_quotas: bool
    ramp_title: str
    events: tuple[Event, ...]


def standing(counted: pd.DataFrame) -> Standing:
    """What the answer to `shared/hires_counted` allows; no row at all means a group too small to be shown."""
    if counted.empty:
        return Standing("too few", 0, 0, 0, 0)
    row = counted.iloc[0]
    count, hidden = int(row["count_hires"]), int(row["count_not_observed"])
    unseen = int(row["count_started_unseen"]) + int(row["count_without_login"])
    state = "not seen" if count - hidden - unseen < SMALLEST_GROUP else ""
    if count - hidden < SMALLEST_GROUP:
        state = "not observed"
    if count < SMALLEST_GROUP:
        state = "too few" if count else "empty"
    left, too_new, moved = (int(row[f"count_{name}"]) for name in ("left", "too_new", "moved"))
    return Standing(state, count, count - hidden, left, too_new, moved)


def with_late_begin(stand: Standing, history: pd.DataFrame) -> Standing:
    """The same, and whether it is told above the page that the CRM's file begins too late."""
    return replace(stand, is_begin_late=sales_history.is_begin_late(history))


def has_quotas(milestones: pd.DataFrame) -> bool:
    """Whether enough of these hires have a quota for pace and attainment to be told."""
    return int((milestones["has_quota"] & milestones["is_start_observed"]).sum()) >= SMALLEST_GROUP


def quota_file_missing(company: pd.Series[Any]) -> str:
    """The file that would tell quotas, where it has not come."""
    return "" if "quotas" in str(company["tables_loaded"]).split(",") else "quotas.csv"


def lead(
    milestones: pd.DataFrame,
    stand: Standing,
    company: pd.Series[Any],
    among: Hires | None = None,
    bars: pd.DataFrame | None = None,
) -> Lead:
    """How soon half are there, and of roles that clearly differ both; what was agreed of them stands beside it.

    `among`: the hires among whom the roles are told apart; `bars`: the answer to `shared/role_bars`.
    """
    quotas = has_quotas(milestones)
    paces, deals = curves_of(milestones, PACE), curves_of(milestones, FIRST_DEAL)
    curves = paces if quotas else deals
    gap = widest_gap(curves, among or no_filter(milestones)) if not stand.state else None
    agreed = {} if bars is None else dict(zip(bars["role_profile"], bars["ramp_months"], strict=True))
    sentence = _sentences(curves, gap, stand, agreed) if not stand.state else _unable(stand, company)
    roles = list((deals if deals.roles else curves_of(milestones, EXIT)).roles)
    compared = [gap.fast, gap.slow] if gap else roles[:2]
    can_tell = quotas and not stand.state
    title = ramp_title(paces, gap if quotas else None)
    events = () if stand.state else (FIRST_DEAL, FIRST_QUOTA) if quotas else (FIRST_DEAL,)
    return Lead(*sentence, paces, roles, compared, can_tell, title, events)


def _sentences(
    curves: Curves, gap: Gap | None, stand: Standing, agreed: Mapping[str, float]
) -> tuple[str, str]:
    """The sentence and the standfirst where something can be said."""
    has = "has" if stand.count_left == 1 else "have"
    hires = f"{words.counted(stand.count, 'hire')}, of whom {words.number(stand.count_left)} {has} left"
    if gap is not None and gap.is_clear:
        apart = f"{_gap_standfirst(curves, gap)}{_agreed(curves, gap, agreed)}."
        return _gap_sentence(curves, gap), f"{apart} All in all {hires}."
    return _of_all(curves), " ".join(filter(None, (f"From {hires}.", _role_by_role(curves, gap))))


def _unable(stand: Standing, company: pd.Series[Any]) -> tuple[str, str]:
    """The sentence and the standfirst where nothing can be said of ramp and quota."""
    if stand.state == "empty":
        return NOBODY_CHOSEN, ""
    if stand.state == "too few":
        return TOO_FEW, ""
    if stand.state == "not seen":
        return "The CRM's file lacks the deals of these hires", "Who stays can be told below."
    if stand.is_begin_late:
        hires = f"{words.number(stand.count - stand.count_observed)} of {words.counted(stand.count, 'hire')}"
        return NOT_IN_THE_FILE, f"That holds for {hires} here; who stays can be told below."
    since = company["first_opportunity_on"]
    begins = "holds no opportunity" if pd.isna(since) else f"begins on {words.day(since)}"
    return (
        NOT_IN_THE_FILE,
        f"It {begins}, and {words.counted(stand.count - stand.count_observed, 'hire')} of {words.number(stand.count)} "
        "started before that. Export older opportunities to see them ramp; who stays can be told below.",
    )


def _goal(curves: Curves) -> str:
    return "reach quota pace" if curves.event is PACE else "close a first deal"


def _of_all(curves: Curves) -> str:
    if not curves.roles:
        return f"Too few hires in any one role to say how soon they {_goal(curves)}"
    if len(curves.roles) == 1:
        return half_sentence(curves, list(curves.roles))
    time = curves.everyone.median.time
    if time is None:
        return f"Fewer than half of all hires {curves.event.done} yet"
    return f"Half of all hires {curves.event.done} by {curves.event.when(time)}"


def _role_by_role(curves: Curves, gap: Gap | None) -> str:
    """Whether when half got there tells any two roles apart; empty where there is one role."""
    if len(curves.roles) < 2:
        return ""
    if gap is None:
        return f"{half_sentence(curves, list(curves.roles))}; no two roles can be told apart."
    return labelled_sentence(gap.finding)


def _gap_sentence(curves: Curves, gap: Gap) -> str:
    """When half of all are there, and of the two roles the slower and the faster where they fit."""
    goal = f"to {_goal(curves)}"
    slow, fast = curves.median(gap.slow).time, curves.median(gap.fast).time
    if slow is None or fast is None:
        return f"{gap.slow} hires take longer {goal} than {gap.fast}: fewer than half are there yet"
    both = f"{gap.fast} by {words.number(fast)}, {gap.slow} by {words.number(slow)}"
    whole = f"{_of_all(curves)}: {both}"
    return whole if len(whole) <= LONGEST_LEAD and fast else _of_all(curves)


def _agreed(curves: Curves, gap: Gap, agreed: Mapping[str, float]) -> str:
    """How long their quotas ramp, where pace is told: part of the distance was agreed beforehand."""
    slow, fast = agreed.get(gap.slow), agreed.get(gap.fast)
    if curves.event is not PACE or slow is None or fast is None or slow == fast:
        return ""
    return f"; their quotas ramp for {words.months(float(slow))} and {words.number(float(fast))}"


def _gap_standfirst(curves: Curves, gap: Gap) -> str:
    """How much longer, under its verdict, and both counts."""
    slow, fast = (
        f"half of {words.counted(curves.roles[role].n, f'{role} hire')} {verb}by {curves.event.when(time)}"
        for role, verb in ((gap.slow, f"{curves.event.done} "), (gap.fast, ""))
        if (time := curves.median(role).time) is not None
    )
    than = f"{gap.slow} hires take {likely(gap.longer, LONGER)} than {gap.fast} ({gap.longer.label.lower()})"
    return f"{than}; {slow}, {fast}"


def numbers(attained: pd.DataFrame, milestones: pd.DataFrame) -> list[Number]:
    """The tiles: outcomes at the window and medians of times, each with its 95 % interval and n.

    Those that need a quota are left out where nobody has one.
    """
    counted = attained[attained["is_counted"] & attained["met_bar"].notna()]
    bar = wilson(int(counted["met_bar"].sum()), len(counted))
    middle = median_interval(counted["window_ramped_attainment"].to_numpy(float))
    stay = curves_of(milestones, EXIT).everyone.at(YEAR_DAYS)
    deal, pace, quota = (
        _median(card, curves_of(milestones, event))
        for card, event in (("first_deal", FIRST_DEAL), ("ramp_time", PACE), ("time_to_quota", FIRST_QUOTA))
    )
    of_quota = [_share("met_bar", bar), _share("attainment_ramped", middle), pace]
    stayed = _share("first_year_retention", stay)
    if has_quotas(milestones):
        return [*of_quota, deal, quota, stayed]
    return [deal, stayed] if milestones["is_start_observed"].sum() >= SMALLEST_GROUP else [stayed]


def _share(card: str, seen: Interval) -> Number:
    if seen.n < SMALLEST_GROUP or math.isnan(seen.estimate):
        return Number(card, "too early", f"{words.counted(seen.n, 'hire')} so far")
    return Number(card, words.percent(seen.estimate), _note(words.span(seen.low, seen.high), seen.n))


def _median(card: str, curves: Curves) -> Number:
    median = curves.everyone.median
    value = "not yet half" if median.time is None else curves.event.lasting(median.time)
    is_exact = median.time is not None and median.low == median.high
    likely = interval_words(curves.event, median)
    return Number(card, value, _note(f"{value}{words.DASH}{value}" if is_exact else likely, median.n))


def _note(likely: str, n: int) -> str:
    return f"{likely} · {words.counted(n, 'hire')}"


def remarks(stand: Standing, company: pd.Series[Any], scope: Scope, counted: pd.DataFrame) -> list[str]:
    """The page's own footer: who is in no figure, and why; `counted` is the answer to `shared/hires_counted`."""
    unseen = stand.count - stand.count_observed
    rule = LAST_DAY if stand.state else LEAVERS
    said = [rule, "Deals opened before the hire's start are left out."]
    if unseen and not stand.state:
        hires = words.counted(unseen, "hire")
        began = words.day(company["first_opportunity_on"])
        said.append(
            f"{hires} started before the CRM's file begins ({began}) and {'counts' if unseen == 1 else 'count'} only "
            "where staying is told."
        )
    said.append(sales_history.left_out(counted, scope.outcome_window))
    if stand.count_moved:
        moved = words.counted(stand.count_moved, "hire")
        said.append(
            f"{moved} moved to another role before month {scope.outcome_window} and "
            f"{'is' if stand.count_moved == 1 else 'are'} in no figure of it."
        )
    if stand.count_too_new:
        too_new = words.counted(stand.count_too_new, "hire")
        be = "is" if stand.count_too_new == 1 else "are"
        said.append(f"{too_new} {be} too new for month {scope.outcome_window} and in no figure of it.")
    said.append(clock.remarks(str(company["tables_loaded"]).split(",")))
    return [remark for remark in said if remark]

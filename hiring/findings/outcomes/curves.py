"""Kaplan–Meier curves of a few roles, with who is still followed below them: an exhibit for each event."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, strongest
from hiring.findings.outcomes.events import (
    EXIT,
    FIRST_DEAL,
    FIRST_QUOTA,
    YEAR_DAYS,
    Curves,
    Event,
    curves_of,
    half_sentence,
    times_apart,
)
from hiring.findings.outcomes.pairs import Hires, no_filter, pairs_judged
from hiring.findings.sentences import labelled_sentence

MOST_COMPARED = 3  # curves in one figure, as the chart has it
AT_RISK_STEPS = (10, 30, 60, 90, 120, 180, 240, 365)  # days between the columns below a curve
AT_RISK_TIMES = 4  # columns of the table below a curve, the start among them
LONGEST = {FIRST_DEAL: 365, FIRST_QUOTA: 730, EXIT: YEAR_DAYS}  # days after which a figure ends
BAND = "by days since the start; band: likely range; drawn while at least five are followed"
SUBTITLES = {
    FIRST_DEAL: f"Share who have closed a first deal of their own, {BAND}",
    FIRST_QUOTA: f"Share who have met the quota of a whole month or quarter, as theirs is set, {BAND}",
    EXIT: f"Share still employed in the first year, {BAND}",
}


CARDS = {FIRST_DEAL: "first_deal", FIRST_QUOTA: "time_to_quota", EXIT: "first_year_retention"}


def steps_of(
    milestones: pd.DataFrame, event: Event, roles: Sequence[str], among: Hires | None = None
) -> Exhibit:
    """The curves of up to three roles; a role in which too few can be followed is left out.

    `among`: the hires among whom the roles are told apart.
    """
    curves = curves_of(milestones, event)
    drawn = [role for role in roles if role in curves.roles][:MOST_COMPARED]
    followed = max((curves.roles[role].reliable_until(SMALLEST_GROUP) for role in drawn), default=0.0)
    until = min(followed, LONGEST[event])
    title = _stay_title(curves, drawn) if event is EXIT else half_sentence(curves, drawn)
    judged = () if event is EXIT else pairs_judged(times_apart(event), among or no_filter(milestones), drawn)
    return Exhibit(
        key=event.time,
        lead=title,
        standfirst=SUBTITLES[event],
        marks=Marks("steps", _step_frame(curves, drawn, until), {"until": until}),
        alt=f"{title}. {SUBTITLES[event]}.",
        table=_at_risk_table(curves, drawn, until),
        n=sum(int(curves.roles[role].at_risk_at(0)) for role in drawn),
        label=strongest(finding.verdict.label for finding in judged),
        definition=(CARDS[event],),
        note=" ".join(map(labelled_sentence, judged)),
    )


def _stay_title(curves: Curves, roles: Sequence[str]) -> str:
    """ "81 % of Channel and 78 % of Inside sales stayed a year"; of fewer than five of whom it is known nothing."""
    shares = [(role, curves.roles[role].at(YEAR_DAYS)) for role in roles]
    known = [(role, one) for role, one in shares if not math.isnan(one.estimate)]
    parts = [f"{words.percent(one.estimate)} of {role}" for role, one in known if one.n >= SMALLEST_GROUP]
    if parts:
        return f"{' and '.join(parts)} stayed a year"
    return f"{'Too few have' if known else 'Nobody has'} been followed for a year yet"


def _step_frame(curves: Curves, roles: Sequence[str], until: float) -> pd.DataFrame:
    """Rows of the form `steps`: the share that got there, while at least five are followed.

    Columns group, time, share, low, high. For leaving, the share that is still here.
    """
    pieces = []
    for role in roles:
        curve = curves.roles[role]
        drawn = curve.times <= min(curve.reliable_until(SMALLEST_GROUP), until)
        share, low, high = curve.survival[drawn], curve.low[drawn], curve.high[drawn]
        if curves.event is not EXIT:
            share, low, high = 1 - share, 1 - high, 1 - low
        pieces.append(
            pd.DataFrame(
                {"group": role, "time": curve.times[drawn], "share": share, "low": low, "high": high}
            )
        )
    columns = ["group", "time", "share", "low", "high"]
    return pd.concat(pieces, ignore_index=True) if pieces else pd.DataFrame(columns=columns)


def _at_risk_table(curves: Curves, roles: Sequence[str], until: float) -> pd.DataFrame:
    """How many are still followed without the event, at the start and at three later times; a row a role."""
    times = _round_times(until)
    rows = {curves.event.waiting: list(roles)}
    for time in times:
        head = f"{curves.event.unit} {words.number(time)}"
        rows[head] = [_hidden_if_few(int(curves.roles[role].at_risk_at(time))) for role in roles]
    return pd.DataFrame(rows)


def _hidden_if_few(count: int) -> str:
    return words.number(count) if count == 0 or count >= SMALLEST_GROUP else f"<{words.THIN}{SMALLEST_GROUP}"


def _round_times(longest: float) -> list[float]:
    last = AT_RISK_TIMES - 1
    steps = [step for step in AT_RISK_STEPS if step * last <= longest]
    step = max(steps, default=1)
    return [float(step * index) for index in range(AT_RISK_TIMES)]

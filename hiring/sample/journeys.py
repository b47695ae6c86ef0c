"""Applications: each candidate's way through screen, first, panel and final to an offer, or out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from hiring.sample.candidates import Candidate
from hiring.sample.days import workday
from hiring.sample.meetings import CANCELLED, HELD, NO_SHOW, Meeting, interviewers, scorecard
from hiring.sample.openings import Opening
from hiring.sample.staff import Colleague
from hiring.sample.streams import chance, pick
from hiring.sample.world import AS_OF, CHANNEL, FIRST_START, JOB_BOARD, MAJOR

ACTIVE, HIRED, REJECTED, WITHDRAWN, DECLINED = "active", "hired", "rejected", "withdrawn", "offer_declined"
#: Mean view needed to pass each stage.
BARS = {"screen": -0.22, "first": -0.25, "panel": -0.20, "technical": -0.20, "final": -0.28}
WAITS = {"screen": (2, 9), "first": (4, 11), "panel": (4, 11), "technical": (4, 11), "final": (3, 9)}
REASONS = {
    "hr": ("fit with the team", "communication", "experience", "salary expectation", "seemed too dominant"),
    "sales": (
        "discovery skills",
        "negotiation",
        "no evidence of results",
        "better candidate",
        "fit with the role",
    ),
}
LEAVING = ("took another offer", "salary", "process too slow", "changed their mind", "relocation")


@dataclass(frozen=True, slots=True)
class Journey:
    """One application. Days are whole numbers; `start` is the first day at work of one who accepted."""

    opening: Opening
    candidate: Candidate
    source: int
    detail: str
    applied: int
    status: str
    ended: int | None = None
    ended_stage: str = ""
    ended_by: str = ""
    reason: str = ""
    offered: int | None = None
    accepted: int | None = None
    start: int | None = None
    meetings: tuple[Meeting, ...] = ()
    decided: int | None = None  # the day an offer could be made; None when it did not come so far


def stages(role: int, random: Generator) -> tuple[str, ...]:
    """The stages of one candidate: a technical role play for some, no final for a few."""
    middle = "technical" if role not in (MAJOR, CHANNEL) and chance(random, 0.45) else "panel"
    return ("screen", "first", middle, "final") if chance(random, 0.93) else ("screen", "first", middle)


def _out(
    path: Journey, day: int, status: str, stage: str, by: str, reason: str, met: list[Meeting]
) -> Journey:
    """The journey ended on that day; still running where the day is yet to come."""
    if day > AS_OF:
        return replace(path, status=ACTIVE, meetings=tuple(met))
    return replace(
        path, status=status, ended=day, ended_stage=stage, ended_by=by, reason=reason, meetings=tuple(met)
    )


def _missed(path: Journey, random: Generator) -> str:
    if chance(random, 0.09 if path.source == JOB_BOARD else 0.055):
        return NO_SHOW
    return CANCELLED if chance(random, 0.04) else HELD


def meet(
    path: Journey, stage: str, day: int, seen: set[int], people: list[Colleague], random: Generator
) -> tuple[list[Meeting], int]:
    """The meetings of one stage (a missed one first, where it was) and the day of the last; none once as-of is past."""
    found: list[Meeting] = []
    for _ in range(3):
        if day > AS_OF:
            return found, day
        status = _missed(path, random)
        minute = 9 * 60 + 30 * int(random.integers(0, 17))
        panel = interviewers(stage, path.opening, people, day, seen, random)
        if status == HELD:
            held = [
                scorecard(who, stage, path.opening.role, path.candidate, day, minute, random) for who in panel
            ]
            seen.update(who.number for who in panel)
            return [*found, *(_known(meeting) for meeting in held)], day
        found.extend(Meeting(stage, who, day, minute, status) for who in panel[:1])
        if status == NO_SHOW and chance(random, 0.3):
            return found, day
        day = workday(day + int(random.integers(2, 8)))
    return found, day


def _known(meeting: Meeting) -> Meeting:
    """The meeting as known on the as-of day: a scorecard yet to come is not there."""
    if meeting.submitted is not None and meeting.submitted > AS_OF:
        return replace(meeting, submitted=None, submitted_minute=0, recommendation=None, scores=())
    return meeting


def _day_told(met: list[Meeting], day: int, random: Generator) -> int:
    """The day a candidate is told: after the last scorecard of the stage, so late scorecards cost days."""
    last = max([meeting.submitted for meeting in met if meeting.submitted is not None], default=day)
    return workday(max(day, last) + int(random.integers(1, 4)))


def walk(path: Journey, people: list[Colleague], random: Generator) -> Journey:
    """The application up to the point where an offer could be made (`decided`), or to its end."""
    if chance(random, 0.24):
        day = workday(path.applied + int(random.integers(1, 8)))
        return _out(path, day, REJECTED, "screen", "hr", "application did not show the must-haves", [])
    day, met, seen = path.applied, list[Meeting](), set[int]()
    for stage in stages(path.opening.role, random):
        low, high = WAITS[stage]
        wait = int(random.integers(low, high)) + (path.opening.days_lost if stage == "first" else 0)
        now, day = meet(path, stage, workday(day + wait), seen, people, random)
        met.extend(now)
        held = [meeting for meeting in now if meeting.status == HELD]
        if not held:
            return _out(path, day + 2, WITHDRAWN, stage, "candidate", "did not come", met)
        slow = max(0, day - path.applied - 30)
        if chance(random, 0.035 + 0.0012 * slow):
            return _out(path, day + 2, WITHDRAWN, stage, "candidate", pick(random, LEAVING), met)
        day = _day_told(held, day, random)
        if float(np.mean([meeting.view for meeting in held])) < BARS[stage]:
            return _rejected(path, day, stage, met, random)
    return replace(path, status=ACTIVE, meetings=tuple(met), decided=day)


def _rejected(path: Journey, day: int, stage: str, met: list[Meeting], random: Generator) -> Journey:
    by = "hr" if stage == "screen" else "sales"
    dominant = by == "hr" and path.candidate.traits[0] > 0.8
    reason = REASONS["hr"][-1] if dominant and chance(random, 0.5) else pick(random, REASONS[by][:-1])
    return _out(path, day, REJECTED, stage, by, reason, met)


def offer(path: Journey, random: Generator) -> Journey:
    """An offer to one who came through, and the answer; a seller in the last meeting makes a yes likelier."""
    made = workday((path.decided or path.applied) + int(random.integers(1, 6)))
    answered = workday(made + int(random.integers(1, 8)))
    if made > AS_OF:
        return path
    path = replace(path, offered=made)
    if answered > AS_OF:
        return path
    seller = path.meetings[-1].interviewer.kind != "hr"
    if not chance(random, 0.71 if seller else 0.63):
        reason = pick(random, LEAVING[:3])
        return replace(
            path, status=DECLINED, ended=answered, ended_stage="final", ended_by="candidate", reason=reason
        )
    notice = int(
        random.choice(np.array([14, 21, 30, 45, 60, 75]), p=np.array([0.15, 0.2, 0.3, 0.15, 0.12, 0.08]))
    )
    return replace(
        path,
        status=HIRED,
        ended=answered,
        accepted=answered,
        start=max(workday(answered + notice), FIRST_START),
    )


def too_late(path: Journey) -> Journey:
    """One who came through when the last opening was already filled."""
    day = workday((path.decided or path.applied) + 2)
    return _out(path, day, REJECTED, "final", "sales", "opening already filled", list(path.meetings))

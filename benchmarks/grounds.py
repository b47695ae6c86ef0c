"""What an invented company is like, whatever is true in it: its roles, quotas, deals, panels, leavers and records."""

from __future__ import annotations

import math
from dataclasses import dataclass

MONTHS_OF_HIRING = 36
ROLES = (("Inside", 4, 20_000.0), ("Field", 6, 40_000.0), ("Major", 10, 90_000.0), ("Channel", 8, 50_000.0))
SHIFT, SLOPE = 0.5, 0.5
DEAL_NOISE = 0.9  # sigma of the log of a month's revenue: over a year or so half an SD of quality
LEAVING = 0.02  # a month, for the average hire


@dataclass(frozen=True)
class Ground:
    """What a company is like whatever is planted in it; `name`: in what it is unlike the usual one.

    `shift`: SD of roles, start years and offices; `months` of hiring from the first start on. `quota_months`: 1, 3 or
    12, by the calendar. `deals`: how many a month a ramped seller wins; nan for one every month. `tail`: the sizes of
    deals, as the sigma of their log. `panel`: fewest and most interviewers of a hire. `busy`: how unevenly interviews
    are shared out, 0 being evenly. `people`: interviewers for one usual. `leaving`: a month. `recorded`: share of seats
    that the exports hold. `recruiter`: one person sits with every hire of the hardest role, and with no others.
    `first_role`: share of the hires in the first role; nan: all alike. `twice_a_year`: all start in winter or summer.
    """

    name: str = ""
    shift: float = SHIFT
    roles: tuple[tuple[str, int, float], ...] = ROLES
    months: int = MONTHS_OF_HIRING
    quota_months: int = 1
    deals: float = math.nan
    tail: float = DEAL_NOISE
    panel: tuple[int, int] = (3, 5)
    busy: float = 0.7
    people: float = 1.0
    leaving: float = LEAVING
    recorded: float = 1.0
    recruiter: bool = False
    first_role: float = math.nan
    twice_a_year: bool = False


#: Kinds of company for which the proof is made as well: each is unlike the usual one in one thing.
GROUNDS = (
    Ground("quarterly quotas", quota_months=3),
    Ground("yearly quotas", quota_months=12),
    Ground("deals of very unlike size", tail=1.6),
    Ground("a deal in three months", deals=0.33, tail=0.6),
    Ground("panels of one or two", panel=(1, 2)),
    Ground("panels of six to eight", panel=(6, 8), people=1.5),
    Ground("a few interviewers see nearly all", busy=2.0),
    Ground("twice as many interviewers", people=2.0),
    Ground("half leave within a year", leaving=0.06),
    Ground("two seats in five not recorded", recorded=0.6),
    Ground("one recruiter has the hardest role", recruiter=True),
    Ground("seven in ten hires in one role", first_role=0.7),
    Ground("hires start twice a year", twice_a_year=True),
)

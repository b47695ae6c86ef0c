"""What one might read out of the sample, and whether it is so: planted as true, or planted to mislead."""

from __future__ import annotations

from dataclasses import dataclass

from hiring.sample.company import Company
from hiring.sample.hidden import luckiest_pair
from hiring.sample.hiring_tables import OLDER_LET_THROUGH, YOUNGER_TURNED_DOWN
from hiring.sample.meetings import HR_ON_ASSERTIVENESS, SCREEN_WEIGHTS
from hiring.sample.openings import DAYS_LOST_A_CHANGE
from hiring.sample.world import ASSERTIVENESS, RESTLESS_CLIENT


@dataclass(frozen=True)
class Story:
    """A reading of the sample, whether it is true in it, and why."""

    story: str
    true: bool
    why: str


TRUE_STORIES: tuple[tuple[str, str], ...] = (
    ("referrals reach the bar more often", "the referral effect is on the quality itself"),
    (
        "assertive candidates are turned down at HR's screen more often",
        f"their weight in the screen is {SCREEN_WEIGHTS[ASSERTIVENESS]}",
    ),
    ("assertive hires sell more in major accounts and mid-market", "see slopes"),
    (
        "HR rates assertiveness lower than Sales for the same person",
        f"by {-HR_ON_ASSERTIVENESS} of a standard deviation before rounding",
    ),
    ("major accounts take twice as long to ramp as inside sales", "10 months against 5"),
    (
        f"{RESTLESS_CLIENT} changes its wishes far more often than other clients",
        "2.1 times a requisition, not 0.28",
    ),
    ("changed requirements cost days", f"{DAYS_LOST_A_CHANGE} days a change before the first interview"),
    ("Sales hands in scorecards later than HR", "44 hours on average against 8"),
    ("late scorecards cost candidates", "the longer the way, the more withdraw"),
    ("a seller in the last meeting goes with more accepted offers", "71 % against 63 % before chance"),
    ("job board candidates miss more interviews", "9 % against 5.5 %"),
    ("strong and assertive hires come to lead sooner", "both raise the monthly chance"),
    (
        "candidates who wait long for their answer recommend the company less",
        "a fortieth of a point for each day beyond 25",
    ),
    (
        "candidates of 45 and over are turned down at HR's screen more often",
        f"of those who pass it {OLDER_LET_THROUGH:.0%} are younger in the file than drawn, of those turned down "
        f"{YOUNGER_TURNED_DOWN:.0%} older",
    ),
)
FALSE_STORIES: tuple[tuple[str, str], ...] = (
    (
        "agency hires are worse",
        "their effect is 0; nine in ten get the hardest territory of their cell, and many are in major accounts",
    ),
    ("years in sales make a better seller", "the slope is 0 in every role, though HR's screen rewards years"),
    ("hires made after changed requirements are worse", "no effect on quality"),
    ("a seller in the last meeting makes for better hires", "only through who the seller is"),
    ("candidates of one source recommend the company less", "no answer knows the source"),
    (
        "gender or group makes a difference",
        "neither traits nor decisions know them; the rates of few people move most by luck",
    ),
)


def stories(company: Company) -> list[Story]:
    """Every story of the company, the true ones first; the last two name people."""
    favoured = company.people[company.hidden.favoured_manager].employee_id
    lucky = luckiest_pair(company.hidden, company.parts)
    pair = (
        "no such pair" if lucky is None else " and ".join(company.people[who].employee_id for who in lucky[0])
    )
    return [
        *(Story(story, true=True, why=why) for story, why in TRUE_STORIES),
        *(Story(story, true=False, why=why) for story, why in FALSE_STORIES),
        Story(
            "one manager's hires sell better",
            False,
            f"{favoured} hands out the easiest territories; effect 0",
        ),
        Story(
            "the luckiest pair is a pair of stars", False, f"{pair}: no effect planted, their hires had luck"
        ),
    ]

"""Cards of openings: what was asked for, what changed, how long they took, what the profile has to do with it."""

from __future__ import annotations

from hiring.metrics.agreeing import GROUP
from hiring.metrics.metric import Days, Metric

OPENED = "The day it was opened."
ALL = "Openings of the roles, regions and segments chosen, opened within the days chosen."
FILE = "hiring/statistics/intake.py"

OPENING: tuple[Metric, ...] = (
    Metric(
        name="days_to_intake",
        group=GROUP,
        label="Talk after opening",
        unit="Calendar days",
        definition="Days from the opening to the talk in which both sides settle what is asked for; half by then.",
        clock_start=OPENED,
        clock_end="The day of the talk.",
        days=Days.CALENDAR,
        population=ALL,
        maturity="The talk was held.",
        censoring="Openings without a talk are left out, and counted beside it.",
        smallest_n="Five openings.",
        caveat="A talk that nobody wrote down is missing, too.",
        source="queries/questions/intake/openings.sql",
    ),
    Metric(
        name="openings_changed",
        group=GROUP,
        label="Openings changed",
        unit="Share of openings, 0 to 100 %",
        definition=(
            "Openings of which something was changed after the opening, before they were filled. Work done again are "
            "days of work that a change undid, as both sides wrote them down."
        ),
        clock_start=OPENED,
        clock_end="The day it was filled.",
        days=Days.CALENDAR,
        population=ALL,
        maturity="None.",
        censoring="What is still open may yet change.",
        smallest_n="Five openings.",
        caveat="Only changes that were written down are known; a change may well be right.",
        source="queries/marts/requirement_changes.sql",
    ),
    Metric(
        name="time_to_fill",
        group=GROUP,
        label="Days to fill",
        unit="Calendar days",
        definition="Days from the opening until as many had accepted as it asks for; half of the openings by then.",
        clock_start=OPENED,
        clock_end="The acceptance that filled it.",
        days=Days.CALENDAR,
        population=ALL,
        maturity="None: openings that wait are part of the estimate (Kaplan–Meier).",
        censoring="What is open counts up to the day of the data, what was closed without a hire up to that day.",
        smallest_n="Five openings; ten on each side where two are compared.",
        caveat="An opening that stays open longer has more time to change.",
        source=FILE,
    ),
    Metric(
        name="brief_explained",
        group=GROUP,
        label="Brief explained",
        unit="Openings, of those open now",
        definition="Openings whose brief somebody of Sales explained to somebody of HR who read it.",
        clock_start=OPENED,
        clock_end="The day of the data.",
        days=Days.NONE,
        population="Openings of those chosen that are neither filled nor closed.",
        maturity="None.",
        censoring="What was only read, or only explained, does not count yet.",
        smallest_n="One.",
        caveat="Who told it over coffee may not have written it down.",
        source="queries/marts/briefs_read.sql",
    ),
    Metric(
        name="room_for_interpretation",
        group=GROUP,
        label="Points apart",
        unit="Points of the scale, 0 is the same score",
        definition=(
            "How far apart two interviewers score one candidate on one competency, on the mean of all pairs, under the "
            "version of the role's profile in force and under the one before it."
        ),
        clock_start="The day the version before came into force.",
        clock_end="The day of the data.",
        days=Days.NONE,
        population="Candidates whom two at least scored on the competency under one version.",
        maturity="The role's profile has a second version.",
        censoring="Who was scored under both versions counts in each where two scored them in it.",
        smallest_n="Ten candidates under each version.",
        caveat="Other candidates and interviewers stand on either side: a difference is no proof of what words did.",
        source=FILE,
    ),
    Metric(
        name="reasons_agreed",
        group=GROUP,
        label="Reason not asked for",
        unit="Share of applications turned down for a known reason, 0 to 100 %",
        definition=(
            "Applications turned down for a reason that neither the opening asks for nor its role's profile on "
            "the day it was opened; which competency a reason is about stands in config.toml (`reason_competencies`)."
        ),
        clock_start="The application.",
        clock_end="The day they were turned down.",
        days=Days.NONE,
        population="Applications that HR or Sales turned down, of those chosen.",
        maturity="A profile of the role was in force.",
        censoring="Reasons that config.toml does not name stay unknown, and are counted beside it.",
        smallest_n="Five applications of a side.",
        caveat="The two sides decide at different stages, on different questions, so their shares are no contest.",
        source="queries/marts/rejections.sql",
    ),
    Metric(
        name="moved_within",
        group=GROUP,
        label="Moved into the role",
        unit="People who met the bar",
        definition=(
            "People who moved into the role within the company and met its bar at month {window} in it, beside those "
            "who came from outside; expected: if they had as often as who came from outside into the same role."
        ),
        clock_start="The first day in the role.",
        clock_end="The end of month {window} in it.",
        days=Days.MONTHS,
        population="People in roles that somebody came into either way, who have quotas.",
        maturity="Month {window} in the role is over.",
        censoring="Who left before has not met the bar.",
        smallest_n="Five people.",
        caveat="Who moves has already shown here what they can do, and knows the product.",
        source="queries/questions/intake/begun_in_role.sql",
    ),
)

"""Cards of who came to lead people, who may be asked to, which teams need somebody, and who moved to another role."""

from __future__ import annotations

from dataclasses import replace

from hiring.metrics.metric import Days, Metric
from hiring.metrics.selling import ANY_AGE, HIRE_DATE

GROUP = "Leadership and placement"
WORKED = "hiring/statistics/leading.py"
TODAY = "The day of the data."

_CAME = Metric(
    name="came_to_lead",
    group=GROUP,
    label="Came to lead",
    unit="Hires",
    definition=(
        "Hires of whom a later change of job says that they lead people (leads_people). Expected: how many such a "
        "group would have had in the time its hires were followed, had all come at one pace."
    ),
    clock_start=HIRE_DATE,
    clock_end="The first change of job that says they lead people.",
    days=Days.CALENDAR,
    population="Hires who did not lead from their first day, and of whom it is known since when.",
    maturity=ANY_AGE,
    censoring="Who left or is new is counted on for as long as they were followed.",
    smallest_n="Five hires in a group, five of whom came to lead.",
    caveat="A title is not read: many a manager manages accounts. Who wanted to lead is not known.",
    source="queries/questions/leadership/hires.sql",
)
_TODAY = Metric(
    name="lead_today",
    group=GROUP,
    label="Lead people today",
    unit="Sellers",
    definition="Sellers who lead people by their last change of job, or to whom somebody in the HR file reports.",
    clock_start=TODAY,
    clock_end=TODAY,
    days=Days.NONE,
    population="Sellers of today of the roles, regions and segments chosen, whenever and from wherever hired.",
    maturity="None.",
    censoring="Who has left or moved out of Sales is not counted.",
    smallest_n="Five sellers; one to four of them are told as fewer than five.",
    caveat="Where the HR file names a team lead's manager for the team, nobody reports to the team lead.",
    source="queries/marts/leads.sql",
)
LEADING: tuple[Metric, ...] = (
    _CAME,
    replace(
        _CAME,
        name="lead_within",
        label="Lead in three years",
        unit="Share of hires who stay, 0 to 100 %",
        definition="Of hires who stay so long, the share who lead people by then, by the Kaplan–Meier method.",
        smallest_n="Five still followed at that time.",
        caveat="It takes leavers to have been as likely to lead as those who stayed.",
        source=WORKED,
    ),
    _TODAY,
    replace(
        _TODAY,
        name="may_be_asked",
        label="Could be asked",
        definition=(
            "Sellers of two years or more who met the bar at month 12 or are high performers, and lead nobody. It says "
            "whom one may ask, not who would lead well."
        ),
        clock_start=HIRE_DATE,
        days=Days.MONTHS,
        maturity="Two years since the start in Sales.",
        caveat="Selling well is no proof of leading well, and who wants to lead is not known.",
        source=WORKED,
    ),
    replace(
        _TODAY,
        name="teams_in_need",
        label="In teams in need",
        definition=(
            "Sellers in a team (those who report to one person) whose lead has left, or with more than ten sellers to "
            "each who leads in it, that person too."
        ),
        caveat="Ten is a rule of this page and not your company's; who has no manager on file is in no team.",
        source=WORKED,
    ),
    Metric(
        name="moved_role",
        group=GROUP,
        label="Moves to a new role",
        unit="Moves",
        definition="Moves of hires from one selling role to another, and how they stood at month 12 in the new one.",
        clock_start="The day of the move.",
        clock_end="The end of month 12 in the new role.",
        days=Days.MONTHS,
        population="Moves of hires chosen, between roles the viewer may see.",
        maturity="Month 12 in the new role is over.",
        censoring="Moves still in their first year there are counted apart.",
        smallest_n="Five moves with a known outcome.",
        caveat="Who was let move had done well before, and knows the company.",
        source="queries/questions/leadership/moves.sql",
    ),
)

"""Cards of who is counted at all."""

from __future__ import annotations

from hiring.config import OBSERVED_GRACE_DAYS
from hiring.metrics.metric import Days, Metric
from hiring.metrics.selling import HIRE_DATE

GROUP = "Who is counted"
A_COUNT = "None: it is a count."

COUNTING = (
    Metric(
        name="sales_clock",
        group=GROUP,
        label="In Sales since",
        unit="A day",
        definition=(
            "The day a hire's clock starts: the hire date, or the day of the move into a selling role where the job "
            "changes tell of one. Role, region, segment and manager of a hire are those of that day."
        ),
        clock_start="The hire date in the HR file.",
        clock_end="The move to another role, an exit, or the day of the data, whichever is first.",
        days=Days.CALENDAR,
        population=(
            "Every hire. A role sells if somebody in Sales holds it, if a profile or config.toml names it, or if its "
            "name says so."
        ),
        maturity="None.",
        censoring=(
            "A change of role ends the window of the first role; a window it ends before its month is not observed. "
            "The second role has months of its own, which count neither here nor for interviewers, pairs and sources. "
            "A longer absence pauses the clock and the quota; what closes meanwhile counts where the clock stands."
        ),
        smallest_n="None: it is a day.",
        caveat=(
            "Without job changes it is the hire date, and the role is the one the HR list shows; without absences "
            "a long one counts as months without sales. Days until an exit are always those of the calendar."
        ),
        source="queries/marts/role_stints.sql",
    ),
    Metric(
        name="moved",
        group=GROUP,
        label="Moved before",
        unit="Hires",
        definition="Hires who moved to another role before month {window} of the first one ended.",
        clock_start=HIRE_DATE,
        clock_end="The day before the move.",
        days=Days.MONTHS,
        population="Hires of at least {window} months ago whose start the CRM's history covers.",
        maturity="{window} months since the start have passed.",
        censoring="Left out of every figure at month {window}, and counted here.",
        smallest_n=A_COUNT,
        caveat="Who is moved early may be among the best or the weakest: leaving them out is no neutral choice.",
        source="queries/marts/hire_windows.sql",
    ),
    Metric(
        name="hires",
        group=GROUP,
        label="Hires",
        unit="Hires",
        definition=(
            "Spells of employment in Sales with a role profile (a job title where the HR file holds no role "
            "profiles) that began on or before the day of the data."
        ),
        clock_start=HIRE_DATE,
        clock_end="The day of the data.",
        days=Days.NONE,
        population="Hires that the filters leave, those who left included.",
        maturity="None.",
        censoring="Nobody is left out.",
        smallest_n=A_COUNT,
        caveat="Who comes back after leaving is a new hire.",
        source="queries/marts/hires.sql",
    ),
    Metric(
        name="old_enough",
        group=GROUP,
        label="Old enough to judge",
        unit="Hires",
        definition=(
            "Hires of at least {window} months ago whose start the CRM's history covers; without those to whom no CRM "
            "login is matched while deals of owners whom nobody is found for may be theirs."
        ),
        clock_start=HIRE_DATE,
        clock_end="The day of the data.",
        days=Days.MONTHS,
        population="Hires that the filters leave, those who left included.",
        maturity="{window} months since the hire have passed.",
        censoring="Who left within the window is old enough when the window would have ended.",
        smallest_n=A_COUNT,
        caveat="They are judged at month {window}, not as they stand today.",
        source="queries/questions/shared/hires_counted.sql",
    ),
    Metric(
        name="too_new",
        group=GROUP,
        label="Too new to judge",
        unit="Hires",
        definition="Hires of less than {window} months ago: what they will have reached by then is not known yet.",
        clock_start=HIRE_DATE,
        clock_end="The day of the data.",
        days=Days.MONTHS,
        population="Hires that the filters leave, those who left included.",
        maturity="They become old enough one by one, each on the day month {window} ends.",
        censoring="Who already left without reaching the bar still waits for the window to end.",
        smallest_n=A_COUNT,
        caveat="A shorter outcome window makes this number smaller, and says less.",
        source="queries/questions/shared/hires_counted.sql",
    ),
    Metric(
        name="not_observed",
        group=GROUP,
        label="Start not observed",
        unit="Hires",
        definition=(
            f"Hires who started more than {OBSERVED_GRACE_DAYS} days before the first opportunity in the CRM's file: "
            "what they sold first is in no file."
        ),
        clock_start=HIRE_DATE,
        clock_end="The day the first opportunity was created.",
        days=Days.CALENDAR,
        population="Hires that the filters leave.",
        maturity="Never: only an older CRM export makes them known.",
        censoring="Left out of every figure about selling, and counted here.",
        smallest_n=A_COUNT,
        caveat="Their exits are known, so they stay in the figures about leaving.",
        source="queries/marts/hires.sql",
    ),
    Metric(
        name="sales_unknown",
        group=GROUP,
        label="Sales not known",
        unit="Hires",
        definition=(
            "Hires whose months up to month {window} reach into a time of which the CRM's file lacks deals: at the "
            "pace of the hires then at work ten or more were to be won, none is on file, and it is no season."
        ),
        clock_start=HIRE_DATE,
        clock_end="The last day of month {window} since then.",
        days=Days.CALENDAR,
        population="Hires of at least {window} months ago who started after the CRM's file begins.",
        maturity="{window} months since the start have passed.",
        censoring=(
            "Left out of every figure at month {window}, whether they left or not, and counted here. Times to a deal, "
            "to quota and to pace follow them up to the last deal before that time; payback is told as of then."
        ),
        smallest_n=A_COUNT,
        caveat="Deals that are missing in part, or of a few hires, cannot be told from hires who sold less.",
        source="queries/marts/unknown_sales.sql",
    ),
    Metric(
        name="without_quota",
        group=GROUP,
        label="Without a quota",
        unit="Hires",
        definition=(
            "Hires old enough for the window for whom the quota file holds nothing, or whose window began more than a "
            "month before their role's first quota or ended more than a month after its last one."
        ),
        clock_start=HIRE_DATE,
        clock_end="The day of the data.",
        days=Days.NONE,
        population="Hires old enough for the window whose start the CRM's history covers.",
        maturity="{window} months since the hire have passed.",
        censoring="They can neither meet nor miss the bar and are left out of it.",
        smallest_n=A_COUNT,
        caveat=(
            "A login that joins no person looks like a missing quota: see the matches in Data health. A quota of 0 is "
            "one: it says that nothing was asked for."
        ),
        source="queries/marts/quota_months.sql",
        version=2,
    ),
    Metric(
        name="recent",
        group=GROUP,
        label="Recent hires",
        unit="Hires",
        definition=(
            "Hires of the latest twelve months that are old enough for the window, set against all hires of "
            "the filters before them, both seen at month {window}."
        ),
        clock_start="Twelve months before the clock ends.",
        clock_end="{window} months before the day of the data, or the last day of the filters if earlier.",
        days=Days.CALENDAR_MONTHS,
        population="Hires old enough for the window whose start the CRM's history covers.",
        maturity="{window} months since the hire have passed.",
        censoring="Hires too new for the window are in neither group.",
        smallest_n=A_COUNT,
        caveat="Market and quotas change with the years too: a difference is no verdict on the hiring.",
        source="queries/questions/overview/outcomes_by_hire.sql",
    ),
)

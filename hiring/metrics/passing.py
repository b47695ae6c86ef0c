"""Cards of those who were turned down and those who went on, by what they had been rated."""

from __future__ import annotations

from hiring.metrics.metric import Days, Metric

GROUP = "Interviewing"
SOURCE = "hiring/statistics/ratings/passed_on.py"

PASSING: tuple[Metric, ...] = (
    Metric(
        name="went_on_by_rating",
        group=GROUP,
        label="Went on, by rating",
        unit="Share of applications, 0 to 100 %",
        definition=(
            "Of the applications that a side rated so on a competency at a stage, those that came to a later stage. "
            "1–2 is a mean below 2.5 of that side at that stage, 4–5 one of 3.5 and above."
        ),
        clock_start="None.",
        clock_end="None.",
        days=Days.NONE,
        population="Applications with a score by HR or Sales at that stage that went on or were turned down there.",
        maturity="It was decided.",
        censoring="Who withdrew at that stage, or still waits, is in no share.",
        smallest_n="5 in a band, 10 in each end of the scale to be spoken of first.",
        caveat="A stage weighs more than one competency, and whoever decides may not be the side that rated.",
        source=SOURCE,
    ),
    Metric(
        name="rejected_and_hired_rated",
        group=GROUP,
        label="Rejected and hired",
        unit="Points of a five-point scale",
        definition=(
            "The mean rating on a competency by a side at a stage, of those turned down there and of those later hired."
        ),
        clock_start="None.",
        clock_end="None.",
        days=Days.NONE,
        population="Applications with a score by HR or Sales at that stage.",
        maturity="They were turned down there, or hired.",
        censoring="Who went on and was not hired is in neither.",
        smallest_n="5 of each.",
        caveat="Those hired had to pass there, by these very ratings.",
        source=SOURCE,
    ),
    Metric(
        name="hires_by_rating",
        group=GROUP,
        label="Hires, by rating",
        unit="High performers, in hires and in 100 of them",
        definition=(
            "High performers at month 12 among the hires whom a side rated so before the offer, by the mean of all its "
            "stages, beside those expected of hires of the same role, region and start year."
        ),
        clock_start="The start in Sales.",
        clock_end="The end of month 12.",
        days=Days.MONTHS,
        population="Hires whose first year counts and whom that side rated on that competency.",
        maturity="Twelve months after the start.",
        censoring="Younger hires are left out.",
        smallest_n="5 in a band.",
        caveat="Only who was let through is known: hires differ less than all candidates would (range restriction).",
        source=SOURCE,
    ),
    Metric(
        name="second_look_list",
        group=GROUP,
        label="People to look at",
        unit="People",
        definition=(
            "Who was turned down in the last 180 days with ratings that the company's own regression of hires' results "
            "on ratings puts above the median hire of that role. It decides who is listed, no more; it is not shown."
        ),
        clock_start="The day they were turned down.",
        clock_end="The day of the data.",
        days=Days.CALENDAR,
        population="People rated on three competencies or more, whose ratings are a mixture of hires' ratings.",
        maturity="120 hires of the company whose results count.",
        censoring="Who applies again or was hired is not listed; of two refusals the later counts.",
        smallest_n="None: it names people, to who may see names, once a reason is written down.",
        caveat="Nobody knows how they would have done.",
        source="hiring/statistics/profiles/near_hires.py",
    ),
)

"""Do ratings foretell what hires bring? What hires show beside the estimate for all candidates, never one alone."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.findings.craft.figures import LINE, VERDICTS, Figure, figure, most_of, shown_of, without
from hiring.findings.exhibit import Marks, strongest
from hiring.findings.in_people import READING, USUAL, cell, in_hundred, instead, more
from hiring.findings.interviewers.rows import brief
from hiring.findings.marks import RAW_AND_CORRECTED, Reference
from hiring.statistics.rates import Interval
from hiring.statistics.ratings.calibration import Calibration, Seats
from hiring.statistics.ratings.not_known import NotKnown, Standing
from hiring.statistics.ratings.validity import Validity
from hiring.statistics.verdicts import Label

SUBTITLE = (
    "How many more high performers in 100 rated a step higher, where 20 are usual. Hollow: among hires, usually too "
    "low as hires were chosen by these ratings; filled: estimate for all candidates, its likely range in brackets"
)
#: Two readings of one link, before the line of none.
READINGS = {
    "ends": RAW_AND_CORRECTED,
    "show": words.fine,
    "reference": Reference(0.0, "none"),
    "noun": "hire",
}
ASSUMES = (
    f"{READING} Worked out from correlations. The estimate assumes straight lines and that nothing but these ratings "
    "chose the hires. Each interviewer's is drawn towards everybody's mean."
)


def company_figure(found: Validity | NotKnown) -> Figure:
    """All interviewers together and each department's: among hires, and estimated for all candidates.

    The column `interviewers` tells how many stand behind a row.
    """
    if isinstance(found, NotKnown):
        return without("validity_for_everybody", "Whether ratings foretell outcomes is not known", found)
    everybody = int(found.departments["count_interviewers"].sum())
    rows = [_whole("All interviewers", found.raw, found.corrected) | {"interviewers": everybody}]
    for row in found.departments.sort_values("department").to_dict("records"):
        name = f"{row['department']}, {words.counted(row['count_interviewers'], 'interviewer')}"
        n = int(row["count_ratings"])
        raw = Interval(row["raw"], row["raw_low"], row["raw_high"], n)
        corrected = Interval(row["corrected"], row["corrected_low"], row["corrected_high"], n)
        whole = _whole(name, raw, corrected, "rating of hires", "ratings of hires")
        rows.append(whole | {"interviewers": int(row["count_interviewers"])})
    return figure(
        "validity_for_everybody",
        _title(found),
        SUBTITLE,
        Marks("dumbbell", pd.DataFrame(rows), READINGS),
        f"{words.counted(found.count_hires, 'hire')} of {words.counted(found.count_candidates, 'rated candidate')}; "
        f"ratings differ {words.number(found.ratio, 1)} times as much among all of them as among hires. {ASSUMES}",
        n=found.count_hires,
        label=strongest([found.label]),
    )


def people_figure(found: Validity | NotKnown) -> Figure:
    """The interviewers with most rated hires, raw beside corrected."""
    if isinstance(found, NotKnown):
        return without("validity_among_hires", "", found)
    people = found.interviewers
    clear = int((people["label"] == Standing.CLEAR).sum())
    title = (
        f"{words.counted(clear, 'interviewer')} clearly differ in how well ratings foretell"
        if clear
        else "No sign that any interviewer's ratings foretell more or less than the others'"
    )
    same = (
        f" {words.counted(found.same_rating, 'interviewer')} rated all their hires the same."
        if found.same_rating
        else ""
    )
    return figure(
        "validity_among_hires",
        title,
        f"{shown_of(len(people), 'rated hire')}{SUBTITLE}",
        Marks("dumbbell", _dumbbell(most_of(people, "count_hires")), READINGS),
        f"Grey: cannot be told from the others' mean.{same}",
        n=found.count_hires,
        label=strongest(people["label"]),
    )


def calibration_figure(found: Calibration | NotKnown) -> Figure:
    """What came of hires at each level of their panel's rating."""
    if isinstance(found, NotKnown):
        return without("outcome_by_rating", "Outcomes by rating are not known", found)
    slope = found.slope
    became, likely = instead(slope.estimate, slope.low, slope.high)
    way = "more" if slope.estimate > 0 else "less"
    title = {
        Label.CLEAR: f"Hires rated higher by their panel went on to attain {way}",
        Label.LEANING: f"Hires rated higher by their panel may have attained {way}, but luck could explain it",
    }.get(found.label, "Whether higher rated hires attained more cannot be told")
    frame = pd.DataFrame(
        {
            "bucket": [
                f"{words.number(low, 1)}{words.DASH}{words.number(high, 1)}"
                for low, high in zip(found.bins["low"], found.bins["high"], strict=True)
            ],
            "estimate": found.bins["outcome"].map(in_hundred),
            "low": found.bins["outcome_low"].map(in_hundred),
            "high": found.bins["outcome_high"].map(in_hundred),
            "n": found.bins["count_hires"],
            "rising": found.bins["rising"].map(in_hundred),
        }
    )
    given = {"axis": "the panel's rating", "show": words.number, "reference": Reference(USUAL, "usual")}
    return figure(
        "outcome_by_rating",
        title,
        f"High performers in 100, going by the mean result at each rating, leniency taken out; {LINE}",
        Marks("calibration_steps", frame, given),
        f"One point of rating goes with {became} high performers in 100 ({likely}; "
        f"{words.counted(slope.n, 'hire')}). How those rated low and not hired "
        "would have sold is not known.",
        n=slope.n,
        label=strongest([found.label]),
    )


def seats_sentence(found: Seats | NotKnown) -> str:
    """What each department's rating tells beside the other's."""
    if isinstance(found, NotKnown):
        return f"{found.fact} {found.remedy}".strip()
    (hr, hr_likely), (sales, sales_likely) = (
        instead(slope.estimate, slope.low, slope.high) for slope in (found.hr, found.sales)
    )
    return (
        f"Among {words.counted(found.count_hires, 'hire')} rated by both: of 100 whom HR rated a step higher and Sales "
        f"alike, {hr} became high performers ({hr_likely}); of 100 whom Sales rated a step higher and HR alike, "
        f"{sales} ({sales_likely}). Of how results differ, HR's ratings alone tell {words.percent(found.hr_alone)}, "
        f"Sales' {words.percent(found.sales_alone)}, both {words.percent(found.both)}. Which is ahead is not tested."
    )


def validity_table(found: Validity | NotKnown) -> pd.DataFrame:
    """One row an interviewer: raw, drawn in, corrected."""
    if isinstance(found, NotKnown):
        return pd.DataFrame()
    rows = found.interviewers
    told = {
        name: [
            cell(value, low, high)
            for value, low, high in zip(
                rows[column], rows[f"{column}_low"], rows[f"{column}_high"], strict=True
            )
        ]
        for name, column in (
            ("Among hires, in 100", "raw"),
            ("After luck, in 100", "shrunk"),
            ("All candidates, in 100", "corrected"),
        )
    }
    return pd.DataFrame(
        {
            "Interviewer": rows["full_name"],
            "Department": rows["department"],
            "Hires rated": rows["count_hires"],
            **told,
            "How sure": rows["label"],
        }
    )


def _title(found: Validity) -> str:
    if found.corrected.estimate > 0 and found.label is Label.CLEAR:
        became = f"{words.number(in_hundred(found.corrected.estimate))} instead of {words.number(USUAL)}"
        return f"Of 100 candidates rated a step higher {became} would be high performers"
    if found.corrected.estimate > 0 and found.label is Label.LEANING:
        return "Ratings may go with results, but luck could explain it"
    return "Whether ratings go with results cannot be told"


def _whole(
    name: str, raw: Interval, corrected: Interval, noun: str = "hire", plural: str = "hires"
) -> dict[str, object]:
    told = cell(corrected.estimate, corrected.low, corrected.high)
    count = words.counted(raw.n, noun, plural)
    return {
        "name": name,
        "raw": more(raw.estimate),
        "corrected": more(corrected.estimate),
        "n": raw.n,
        "right": told,
        "detail": f"among hires {cell(raw.estimate, raw.low, raw.high)} · {count}",
    }


def _dumbbell(people: pd.DataFrame) -> pd.DataFrame:
    names = people["full_name"].fillna(people["interviewer_id"]).astype(str)
    corrected = [
        cell(value, low, high)
        for value, low, high in zip(
            people["corrected"], people["corrected_low"], people["corrected_high"], strict=True
        )
    ]
    return pd.DataFrame(
        {
            "name": [
                f"{short} · {words.counted(n, 'hire')}"
                for short, n in zip(names.map(brief(list(names))), people["count_hires"], strict=True)
            ],
            "raw": people["raw"].map(more),
            "corrected": people["corrected"].map(more),
            "n": people["count_hires"],
            "verdict": people["label"].map(VERDICTS),
            "right": corrected,
        }
    )

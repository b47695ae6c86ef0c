"""How panels were put together and differ in the score, judged together; and the selling hours they took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from hiring import words
from hiring.findings.exhibit import WHOLE_COMPANY, Exhibit, Marks, strongest, undrawn
from hiring.findings.interviewers import rows
from hiring.findings.marks import HOW_SURE, Reference, Row
from hiring.findings.sentences import finding_sentence
from hiring.statistics.evidence.contrasts import (
    FINAL,
    HOURS_AN_INTERVIEW,
    MIXED,
    ONLY_HR,
    ONLY_SALES,
    panels,
    selling_hours,
)
from hiring.statistics.evidence.frames import is_in
from hiring.statistics.evidence.shown import Shown
from hiring.statistics.high_performers.expected import HighPerformers
from hiring.statistics.high_performers.groups import AGAINST
from hiring.statistics.verdicts import Direction, Finding, Label

SUBTITLE = (
    f"Difference in SD of the outcome between hires of the same role, start year and office; {rows.LINE}"
)
ASSIGNED = (
    "This figure takes into account who sat in the panel, which the counts above do not, and it compares what hires "
    "sold; so the two may differ. What else goes with a panel neither knows."
)
KEY = "panels_contrasts"
KINDS = {MIXED: "HR and Sales", ONLY_HR: "HR only", ONLY_SALES: "Sales only"}


@dataclass(frozen=True)
class Panels:
    """The contrasts ready to be drawn, how many panels there were of each kind, and what may be said."""

    exhibit: Exhibit
    counted: str = ""
    sayings: tuple[tuple[str, bool | None, str, str], ...] = ()
    missing: str = ""

    @property
    def is_drawn(self) -> bool:
        """Whether any two kinds of panel can be compared."""
        return self.exhibit.is_drawn


@dataclass(frozen=True)
class Voted:
    """The chosen hires whose panel voted: how many, how many of them against its vote, and with more no than yes."""

    n: int
    count_against: int
    count_majority: int


def composition(found: Shown) -> Panels:
    """The company's contrasts beside the panels of the hires chosen."""
    evidence = found.company
    counted = _counted(panels(found.hires, found.seats))
    made = _of_company(evidence.outcomes.hires, evidence.seats)
    missing = " ".join(part for part in (_unrecorded(evidence.recorded), _missing(made)) if part)
    if not evidence.contrasts:
        none = "No two kinds of panel can be compared"
        return Panels(undrawn(KEY, none), counted=counted, missing=missing)
    return Panels(_contrasts(evidence.contrasts), counted, _sayings(evidence.contrasts), missing)


def _contrasts(contrasts: tuple[Finding, ...]) -> Exhibit:
    frame = pd.DataFrame([_row(finding) for finding in contrasts])
    given = {
        "show": words.fine,
        "reference": Reference(0.0, "no difference"),
        "labels": "above",
        "ends": rows.ENDS,
        "extent": rows.extent(frame.rename(columns={"verdict": "label"})),
    }
    title = _title(contrasts)
    return Exhibit(
        key=KEY,
        lead=title,
        standfirst=SUBTITLE,
        marks=Marks("dots_with_intervals", frame, given),
        alt=f"{title}.",
        label=strongest(frame["verdict"]),
        definition=("panels_compared",),
        note=HOW_SURE,
        whose=WHOLE_COMPANY,
    )


def _of_company(hires: pd.DataFrame, seats: pd.DataFrame) -> pd.DataFrame:
    """The panels of all hires, the same whatever is chosen."""
    return panels(hires, seats)


def years_of(first: date, last: date) -> str:
    """The years from day to day: "2021–2026", "2025"."""
    return str(last.year) if first.year == last.year else f"{first.year}{words.DASH}{last.year}"


def hours(interviews: pd.DataFrame, count_accepted: int) -> str:
    """What interviewing cost the sellers, from `panels/interviews_by_stage`, for each accepted offer; or empty."""
    if interviews.empty:
        return ""
    found = selling_hours(interviews)
    if not found.count_interviews:
        return "No interview held by Sales is recorded."
    each, per, sellers = "", "", found.count_final_sellers
    if count_accepted:
        made = words.counted(count_accepted, "accepted offer")
        each = f", {words.number(found.hours / count_accepted)} for each of the {made}"
    if sellers:
        people = words.counted(sellers, "seller")
        per = f", {words.number(found.final_hours / sellers)} for each of its {people}"
    return (
        f"Sales held {words.counted(found.count_interviews, 'interview')} on the applications chosen, "
        f"{words.number(found.count_final)} of them in the last stage. At {HOURS_AN_INTERVIEW:g} hours an interview "
        f"(an assumption) that is about {words.number(found.hours)} selling hours{each}; the "
        f"last stage took {words.number(found.final_hours)}{per}. Candidates who were not hired are "
        "counted too."
    )


def _row(finding: Finding) -> Row:
    verdict = finding.verdict
    claims = verdict.direction != Direction.NONE
    return {
        "name": _versus(finding),
        "estimate": verdict.estimate,
        "low": verdict.low,
        "high": verdict.high,
        "n": verdict.n,
        "verdict": verdict.label.value,
        "direction": verdict.direction.value if claims else None,
        "right": f"{words.number(verdict.n)} against {words.counted(verdict.n_against, 'hire')}",
        "detail": f"against {words.counted(verdict.n_against, 'hire')}",
    }


def _versus(finding: Finding) -> str:
    """ "HR and Sales, against Sales only", "More than 4 people, against 4 or fewer"."""
    first, second = (
        side.removeprefix("hires of ").removeprefix("panels of ").removeprefix("hires who met ")
        for side in (finding.comparison.group, finding.comparison.against)
    )
    people = " people" if first[:9] == "more than" else ""
    against = "none" if second == "none there" else second
    return f"{first[:1].upper()}{first[1:]}{people}, against {against}"


def _title(contrasts: tuple[Finding, ...]) -> str:
    clear = [finding for finding in contrasts if finding.verdict.label == Label.CLEAR]
    if not clear:
        return "No way of putting a panel together stands clearly apart"
    way = "more" if clear[0].verdict.estimate > 0 else "less"
    which = _versus(clear[0]).split(", against ", maxsplit=1)[0]
    return f"Hires of this panel clearly attained {way}: {which[:1].lower()}{which[1:]}".replace("hR ", "HR ")


def _sayings(contrasts: tuple[Finding, ...]) -> tuple[tuple[str, bool | None, str, str], ...]:
    said = [finding for finding in contrasts if finding.verdict.label in (Label.CLEAR, Label.LEANING)]
    return tuple(
        (f.verdict.label.value, f.verdict.direction == Direction.HIGHER, _versus(f), finding_sentence(f))
        for f in said
    )


def _counted(made: pd.DataFrame) -> str:
    seen = made[made["size"] > 0]
    if seen.empty:
        return "No panel is recorded for any of these hires."
    mixes = seen["mix"].value_counts()
    kinds = [f"{words.number(int(mixes.get(mix, 0)))} {name}" for mix, name in KINDS.items()]
    known = seen["final"].notna()
    with_seller = int(seen.loc[known, "final"].astype(bool).sum())
    last = (
        f" A seller sat in the last stage for {words.number(with_seller)} of all "
        f"{words.counted(int(known.sum()), 'hire')} with a recorded one, also those still in their first year."
        if known.any()
        else ""
    )
    return (
        f"Panels of {words.counted(len(seen), 'hire')}: {', '.join(kinds)}; {_sizes(seen['size'])}, half of them "
        f"{words.number(int(seen['size'].median()))} or fewer.{last}"
    )


def _sizes(sizes: pd.Series) -> str:
    least, most = int(sizes.min()), int(sizes.max())
    return f"{least} to {most} people" if least < most else words.counted(least, "person", "people")


def _unrecorded(recorded: float) -> str:
    """That panels were not put together as they stand in the files; nothing where every seat seems to be recorded."""
    if recorded >= 1:
        return ""
    seats = words.number(round(100 * (1 - recorded)))
    return (
        f"About {seats} of 100 seats seem to be missing: who sat in a panel, and how many, is known only as far as "
        "it is recorded."
    )


def _missing(made: pd.DataFrame) -> str:
    """Which of the questions these panels leave open, and why."""
    mixes = set(made["mix"])
    without = [name for mix, name in KINDS.items() if mix not in mixes]
    parts = [f"no hire here was seen by {' or by '.join(without)}" if without else ""]
    final = made["final"].dropna().astype(bool)
    if final.empty:
        parts.append(f"nobody is recorded in a {FINAL} interview")
    elif final.nunique() == 1:
        parts.append(f"{'every' if final.iloc[0] else 'no'} hire met a seller in the last stage")
    said = "; ".join(part for part in parts if part)
    return f"Not compared: {said}." if said else ""


def voted(kept: HighPerformers, chosen: pd.DataFrame) -> Voted:
    """How often hires were made against their panel's vote."""
    if kept.hires.empty:
        return Voted(0, 0, 0)
    mine = kept.hires[is_in(kept.hires, chosen)]
    mine = mine[mine["vote"].notna()]
    majority = 2 * mine["count_no"] > mine["count_votes"]
    return Voted(len(mine), int((mine["vote"] == AGAINST).sum()), int(majority.sum()))

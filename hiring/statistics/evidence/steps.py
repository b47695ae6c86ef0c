"""What to do next about an interviewer, a pair or a source: each in words of its own, none of them about pay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hiring import words
from hiring.statistics.evidence.claims import Cap
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.needed import MOST_YEARS, WORTH_ACTING_ON
from hiring.statistics.verdicts import Label


@dataclass(frozen=True)
class Steps:
    """Next steps of one kind: hires clearly attained more, or less; no number would do; whose hires count."""

    higher: str
    lower: str
    out_of_reach: str
    whose: str
    one_manager: str


STEPS = {
    Kind.INTERVIEWERS: Steps(
        "Look at how they interview, and whether others can do the same.",
        "Look at the hires behind it and at how they interview before changing anything.",
        "with these panels; mix who sits with whom",
        "seen by the same person",
        "Nearly all hires they saw came to one manager: the two cannot be told apart until they interview for others.",
    ),
    Kind.TOTALS: Steps(
        "Look at how the two interview together, and whether other panels can do the same.",
        "Look at the hires behind it before changing who sits with whom.",
        "with these panels; mix who sits with whom",
        "seen by both",
        "Nearly all these hires came to one manager: they cannot be told apart until both sit for other managers too.",
    ),
    Kind.SOURCES: Steps(
        "Look at what these hires have in common, and whether this source has more like them.",
        "Look at the hires behind it, and at what this source is asked for, before changing anything.",
        "of hires at this pace",
        "from this source",
        "Nearly all hires came to one manager: the two cannot be told apart until other managers hire from it.",
    ),
}
OWN_TEAM = (
    "Nearly all hires they saw came to their own team: who sees well and who leads well cannot be told apart until "
    "they interview for other managers too."
)


def next_step(row: Mapping[str, Any], kind: Kind) -> str:
    """What would have to happen for a row to be told, or what it allows; pairs and sources have words of their own."""
    label, cap = Label(row["label"]), Cap(row["capped_by"])
    steps = STEPS[kind]
    if label is Label.CLEAR:
        return steps.higher if row["estimate"] > 0 else steps.lower
    if cap is Cap.OWN_TEAM:
        return OWN_TEAM
    if cap is Cap.ONE_MANAGER:
        return steps.one_manager
    if cap is Cap.TERRITORIES:
        return "Compare only where territories are alike, or hand them out evenly."
    size = f"{WORTH_ACTING_ON:g} SD"
    if not words.is_known(row["needed"]):
        years = words.number(MOST_YEARS)
        return f"A difference of {size} is out of reach here: more than {years} years {steps.out_of_reach}."
    if row["needed"] == 0:
        return f"A difference of {size} would have shown; a smaller one cannot be told yet."
    return f"About {words.counted(row['needed'], 'more hire')} {steps.whose} until a difference of {size} would show."

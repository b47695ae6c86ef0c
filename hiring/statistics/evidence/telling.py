"""What the evidence says, in words a sales leader reads. Never why, never who is best, always how many and how sure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from scipy.special import ndtr

from hiring import words
from hiring.statistics.evidence.claims import CAPS, Cap, Combination
from hiring.statistics.evidence.controls import Subject
from hiring.statistics.evidence.counted import sentence_of
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.gates import (
    ALIKE,
    FEWEST_FOR_COMBINATIONS,
    FEWEST_TO_RANK,
    NOTHING_SOLD,
    Gate,
    State,
)
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.luck import PERMUTATIONS, Luck
from hiring.statistics.evidence.steps import next_step as next_step
from hiring.statistics.outcomes import Leavers, Outcomes
from hiring.statistics.verdicts import BY_LUCK_IN_A_SET, UNTOLD, Label

FOOTER = (
    "These are patterns among the people who were hired. How those turned away would have sold is not known, and "
    "nobody drew lots for who interviews whom."
)
UNIT = (
    "SD means standard deviations of the outcome within a role: 0.3 SD is the way from the middle of a role's hires to "
    "the place where 38 in 100 stand higher."
)
NOBODY_TO_COMPARE = "These hires leave hardly anybody to compare with: nobody can be told apart"
SELDOM = 0.05  # of shuffles: whoever reads of fewer asks why they are no yes
COMPARABLE = "comparable hires (same role, start year and office)"
NOUNS = {
    Kind.INTERVIEWERS: ("interviewer", "Interviewers"),
    Kind.TOTALS: ("pair", "Pairs of interviewers"),
    Kind.SOURCES: ("source", "Sources"),
}


def who_can_say(evidence: Evidence) -> str:
    """What this company's hires carry at all: one sentence, the first on the page."""
    known = evidence.gate
    mature = words.counted(known.count_mature, "hire")
    said = {
        State.NOBODY: "No hire is known, so there is nothing to compare.",
        State.TOO_FEW: (
            f"{mature} of at least six months{covered(evidence.outcomes)}: nobody is ranked below {FEWEST_TO_RANK}, so "
            f"{words.number(known.more_to_rank)} more are needed. Until then there are only counts."
        ),
        State.NOTHING_SOLD: "None of these hires has sold anything yet, so there is no difference to explain.",
        State.NO_SPREAD: f"{ALIKE}, so there is no difference to explain.",
        State.NO_PANELS: (
            f"{mature} of at least six months, but a panel is recorded for only "
            f"{words.number(known.count_with_panel)}: interviewers are compared from {FEWEST_TO_RANK} on."
        ),
        State.TOTALS: (
            f"{mature} of at least six months: enough for interviewers and for pairs as a whole. What a pair adds to "
            f"its two people cannot be told below {FEWEST_FOR_COMBINATIONS}."
        ),
        State.ALL: (
            f"{mature} of at least six months: enough for interviewers and for pairs as a whole. What a pair adds to "
            f"its two people can be told only where it is large."
        ),
    }
    return said[known.state]


def lead(evidence: Evidence, kind: Kind, names: Mapping[str, str]) -> str:
    """The answer of at most 90 letters, for a heading."""
    one, many = NOUNS[kind]
    if not evidence.gate.may_rank:
        unobserved = unseen(evidence.outcomes)
        return f"{unobserved}, so nobody can be compared" if unobserved else _closed_lead(evidence.gate)
    frame = _frame(evidence, kind)
    clear = frame[frame["label"] == Label.CLEAR]
    if len(frame) and frame["label"].isin(UNTOLD).all() and (frame["label"] == Label.NO_COMPARISON).any():
        return NOBODY_TO_COMPARE
    if frame.empty or frame["label"].isin(UNTOLD).all():
        return f"There are too few hires of any one {one} to tell it from the others"
    if clear.empty:
        leaning = int((frame["label"] == Label.LEANING).sum())
        tail = f": {leaning} lean one way" if leaning > 1 else ": one leans one way" if leaning else ""
        return f"No {one} can clearly be told apart from the others{tail}"
    first = clear.iloc[int(np.argmax(np.abs(clear["estimate"].to_numpy(float))))]
    way = "more" if first["estimate"] > 0 else "less"
    full = f"Hires {_of({str(n): v for n, v in first.items()}, kind, names)} attained {way} than comparable hires"
    return full if len(full) <= 90 else f"{many}: {words.number(len(clear))} clearly stand out"


def claim(row: Mapping[str, Any], kind: Kind, names: Mapping[str, str]) -> str:
    """What may be said of one row of a claims frame; nothing beyond its label."""
    label = Label(row["label"])
    count = sentence_of(row)
    if label is Label.TOO_FEW:
        return f"Too few hires {_of(row, kind, names)} to say ({count})."
    if label is Label.NO_COMPARISON:
        return f"Hardly anybody to compare hires {_of(row, kind, names)} with ({count})."
    if label is Label.CANNOT_TELL:
        return f"Nothing tells hires {_of(row, kind, names)} apart from {COMPARABLE} ({count})."
    way = "more" if row["estimate"] > 0 else "less"
    if label is Label.LEANING:
        cap = CAPS.get(Cap(row["capped_by"]), "luck could explain it")
        return f"Hires {_of(row, kind, names)} point to {way} than {COMPARABLE}, but {cap} ({count})."
    # A bound that reads as zero would take back the label.
    values = [float(row[name]) for name in ("estimate", "low", "high")]
    size, low, high = map(words.off_zero(values), values)
    return (
        f"Hires {_of(row, kind, names)} went on to attain {way} than {COMPARABLE}: about {size} SD, likely between "
        f"{low} and {high}. Based on {count}."
    )


def is_named(evidence: Evidence, kind: Kind, who: str) -> bool:
    """Whether somebody, a pair or a source may be named as highest: only who is Clear."""
    frame = _frame(evidence, kind)
    return bool(((frame["id"] == who) & (frame["label"] == Label.CLEAR) & (frame["estimate"] > 0)).any())


def luck_sentence(found: Luck, kind: Kind, names: Mapping[str, str], *, is_clear: bool) -> str:
    """The highest there is beside the highest that luck alone would show, with this company's own numbers.

    Named only where `is_clear` (`is_named`): whoever luck may have put there has no business in a sentence.
    """
    if not found.count_groups:
        return ""
    one = NOUNS[kind][0]
    who = " and ".join(_name(part, names) for part in found.best.split(" + "))
    unnamed = f"The company's highest {one}, not told apart from luck, is at"
    start = f"The company's highest: {who}," if is_clear else unnamed
    return (
        f"{start} {words.signed(found.best_mean, 1)} SD (adjusted mean of "
        f"{words.counted(found.best_hires, 'hire')}). If no {one} made any difference, the luckiest of "
        f"{words.counted(found.count_groups, one)} would still look like {words.signed(found.luckiest_mean, 1)} SD."
    )


def tries(probability: float, permutations: int = PERMUTATIONS, of: int = 0) -> str:
    """ "91 of 1,000": the shuffles a probability stands for, out of `of`; the data were counted as one more."""
    of = of or permutations
    often = max(round((probability * (permutations + 1) - 1) * of / permutations), 0)
    return f"{words.number(often) if often else 'none'} of {words.number(of)}"


def short_of_yes(probability: float) -> str:
    """Why so few shuffles are no yes all the same; empty where nobody would ask."""
    if not BY_LUCK_IN_A_SET < probability <= SELDOM:
        return ""
    return " That is seldom, but so many comparisons are made on these pages that yes takes none."


def combination_sentence(evidence: Evidence) -> str:
    """Whether pairs add anything to their two people, as far as it can be told."""
    found = evidence.luck.combinations
    if not evidence.gate.may_speak_of_combinations or not found.count_pairs:
        return "These hires cannot separate a pair from the two people in it."
    more = int((evidence.pairs["combination"] == Combination.MORE_THAN_THE_SUM).sum())
    if more:
        return f"{words.counted(more, 'pair')} did better together than the two people's own records suggest."
    often = words.number(100 * found.p_largest) if found.p_largest >= 0.005 else "fewer than 1"
    return (
        "No sign that any pair adds to what its two people show by themselves: luck alone gives as much in "
        f"{often} of 100 companies."
    )


def control_sentence(evidence: Evidence, subject: Subject = Subject.INTERVIEWERS) -> str:
    """The banner on equal hands; empty where nothing was found."""
    control, many = evidence.control, str(subject)
    if not evidence.gate.may_rank:
        return ""
    if not control.is_possible:
        return (
            f"Neither territories nor quotas are known for enough hires, or they hardly differ: whether {many} were "
            "dealt equal hands cannot be checked."
        )
    if not control.is_flagged(subject):
        return ""
    facts = " and ".join(
        check.name for check in control.checks if check.subject is subject and check.is_flagged
    )
    start = f"Hires of different {many} started from unequal ground ({facts})."
    if not control.caps(subject):
        return f"{start} This is levelled out in every comparison, and nothing of it is left."
    return f"{start} {many.capitalize()} are not comparable here: nothing is called Clear."


def outcome_notes(outcomes: Outcomes) -> tuple[str, ...]:
    """How the outcome was made and who is left out, one sentence each."""
    notes = ["Revenue against what the role's hires sell in as many months, and against quota."]
    if not outcomes.hires.empty and not outcomes.has_quota:
        notes = ["Revenue against what the role's hires sell in as many months; no quotas are known."]
    elif outcomes.roles_without_quota:
        notes.append(f"Without quotas, as too few hires have one: {', '.join(outcomes.roles_without_quota)}.")
    if outcomes.switches.leavers is Leavers.AS_ZERO:
        notes.append("After an exit, months count as zero.")
    else:
        notes.append("Only months in the job count.")
    left_out = (
        (outcomes.count_too_new, "of less than six months"),
        (outcomes.count_moved, "who moved to another role within six months"),
        (outcomes.count_not_observed, "who started before the CRM's history"),
        (outcomes.count_unseen, "whose sales of the first six months are not all known"),
    )
    each = [f"{words.number(count)} {why}" for count, why in left_out if count]
    if each:
        notes.append(f"Left out of the company's hires: {', '.join(each)}.")
    return tuple(notes)


def covered(outcomes: Outcomes) -> str:
    """What hires must be, beside old enough, to be counted, where some are not: else the count would look too small."""
    is_any_left_out = outcomes.count_not_observed or outcomes.count_unseen
    return " whose start the CRM's history covers" if is_any_left_out else ""


def unseen(outcomes: Outcomes) -> str:
    """Where no hire counts, that it is not for their age alone; "" where all started within the CRM's history."""
    if len(outcomes.hires):
        return ""
    if outcomes.count_unseen:
        return "Every hire is too new, or their first sales are not known"
    if not outcomes.count_not_observed:
        return ""
    if outcomes.count_not_observed == outcomes.count_given:
        return "Every hire started before the CRM's history"
    return "Every hire is too new or from before the CRM's history"


def percentile(score: float) -> float:
    """Of 100 hires of a role, how many stand below somebody that many SD above the middle (0–1)."""
    return float(ndtr(score))


def shown(frame: pd.DataFrame, kind: Kind, names: Mapping[str, str]) -> pd.DataFrame:
    """The claims frame with `name`, `sentence` and `next_step` added."""
    rows: list[dict[str, Any]] = [{str(k): v for k, v in row.items()} for row in frame.to_dict("records")]
    return frame.assign(
        name=[_who(row, kind, names) for row in rows],
        sentence=[claim(row, kind, names) for row in rows],
        next_step=[next_step(row, kind) for row in rows],
    )


def _frame(evidence: Evidence, kind: Kind) -> pd.DataFrame:
    return {
        Kind.INTERVIEWERS: evidence.interviewers,
        Kind.TOTALS: evidence.pairs,
        Kind.SOURCES: evidence.sources,
    }[kind]


def _closed_lead(known: Gate) -> str:
    said = {
        State.NOBODY: "No hire is known",
        State.NOTHING_SOLD: NOTHING_SOLD,
        State.NO_SPREAD: ALIKE,
    }
    if known.state in said:
        return said[known.state]
    return f"Too few hires to compare anybody: {known.count_mature} of at least {FEWEST_TO_RANK}"


def _name(who: str, names: Mapping[str, str]) -> str:
    return names.get(who, who)


def _who(row: Mapping[str, Any], kind: Kind, names: Mapping[str, str]) -> str:
    if kind is Kind.TOTALS:
        return f"{_name(row['first_id'], names)} and {_name(row['second_id'], names)}"
    return str(row["id"]) if kind is Kind.SOURCES else _name(row["id"], names)


def _of(row: Mapping[str, Any], kind: Kind, names: Mapping[str, str]) -> str:
    verb = "from" if kind is Kind.SOURCES else "seen by"
    return f"{verb} {_who(row, kind, names)}"

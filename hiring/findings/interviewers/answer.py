"""What the page "Interviewers and combinations" says of interviewers and pairs, all from one judgement.

Evidence in, words and frames out; no streamlit. Single people are only in it where the viewer may see names (`people`
is given).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from hiring import words
from hiring.findings.interviewers import rows
from hiring.findings.interviewers.checks import checks, unequal
from hiring.findings.interviewers.counts import Counts, counts
from hiring.findings.interviewers.luck import LuckBox, luck_box, spread
from hiring.findings.interviewers.pairs import Pairs, pairs
from hiring.findings.interviewers.people import People, people
from hiring.findings.interviewers.rows import LONGEST_LEAD, Names
from hiring.findings.links import WIDEN
from hiring.findings.sentences import NOBODY_CHOSEN, NOBODY_SELLS, NONE_MATURE
from hiring.statistics.evidence import telling
from hiring.statistics.evidence.claims import FEWEST_HIRES, Combination
from hiring.statistics.evidence.controls import Subject
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.gates import FEWEST_TO_RANK, Gate, State
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.shown import Shown
from hiring.statistics.verdicts import UNTOLD, Label

KICKER = "Interviewers and combinations"
#: A file without which nothing can be said here: how the page begins, what is not there, the file, what it would say.
NEEDED = {
    "interviews": (
        "Who interviewed whom is not known: no interviews are loaded",
        "No interviews are loaded.",
        "interviews.csv",
        "The file says who met which candidate at which stage, and when the scorecard came.",
    ),
    "applications": (
        "Who interviewed which hire is not known: no applications are loaded",
        "No applications are loaded.",
        "applications.csv",
        "The file says which hire came of which interviews.",
    ),
}
WITHOUT_NAMES = (
    "The chart and the list name people. What holds of interviewers as a whole stands here and below."
)


@dataclass(frozen=True)
class Answer:
    """The page's words and frames; `people` and `pairs` are None for viewers without names, or below the gate.

    `unequal` is the fact and the consequence where interviewers are not comparable, `levelled` what was done where it
    could be mended. `closed` (fact, remedy) stands where nothing is compared, with `counts` for those who see names.
    """

    lead: str
    standfirst: str
    gate: Gate
    unequal: tuple[str, str] | None = None
    levelled: str = ""
    luck: LuckBox | None = None
    people: People | None = None
    pairs: Pairs | None = None
    checks: tuple[tuple[str, str], ...] = ()
    closed: tuple[str, str] | None = None
    counts: Counts | None = None
    labels: str = ""
    remarks: str = ""
    how: tuple[str, ...] = ()
    hires: pd.DataFrame = field(default_factory=pd.DataFrame)


def answer_of(found: Shown, standing: str = "", accounted: str = "") -> Answer:
    """What the evidence says of those shown; `standing` tells how their rows stand, `accounted` of everybody."""
    evidence = found.evidence
    names = found.names
    bare = Answer(
        lead(found, names),
        standfirst(found, standing),
        evidence.gate,
        remarks=" ".join(telling.outcome_notes(evidence.outcomes)),
        how=tuple(one for one in (*how(found), accounted, found.rests_on if standing else "") if one),
        hires=found.hires,
    )
    closed = _closed(found)
    if closed:
        listed = None if names is None else counts(found.hires, found.seats, names)
        return replace(bare, closed=closed, counts=listed)
    caps = unequal(evidence)
    return replace(
        bare,
        unequal=caps,
        levelled="" if caps else _levelled(evidence),
        luck=luck_box(found),
        people=None if names is None else people(evidence, names, is_part=bool(found.rests_on)),
        pairs=None if names is None else pairs(evidence, names, is_part=bool(found.rests_on)),
        checks=checks(found.company, is_part=bool(found.rests_on)),
        labels=_labels(evidence),
    )


def lead(found: Shown, names: Names) -> str:
    """The page's answer in at most 90 letters: no more than the labels carry, and what no pair adds where it fits."""
    evidence = found.evidence
    if evidence.gate.state is State.NO_PANELS:
        known = words.number(evidence.gate.count_with_panel)
        return f"Too few hires with a recorded panel to compare anybody: {known} of at least {FEWEST_TO_RANK}"
    if not _is_compared(evidence):
        return telling.lead(evidence, Kind.INTERVIEWERS, {})
    if found.hires.empty:
        return NONE_MATURE if found.count_chosen else NOBODY_CHOSEN
    if _is_unseen(found):
        count = words.number(len(found.company.interviewers))
        return f"No interviewer of the company's {count} saw a hire of six months or more in this selection"
    found = _of_enough(found)
    evidence = found.evidence
    clear = rows.with_label(evidence.interviewers, Label.CLEAR)
    together = rows.with_label(evidence.pairs, Label.CLEAR)
    if clear.empty and together.empty:
        return _nobody(found)
    kind, frame = (Kind.INTERVIEWERS, clear) if len(clear) else (Kind.TOTALS, together)
    is_one = len(frame) == 1 and names is not None
    first = telling.lead(evidence, kind, names or {}) if is_one else _counted_lead(frame, kind)
    tail = _tail(evidence)
    return first + tail if len(first + tail) <= LONGEST_LEAD else first


def standfirst(found: Shown, standing: str = "") -> str:
    """How the rows stand, else how many are compared, and whose the estimates are; nothing where nobody is compared."""
    evidence, company = found.evidence, found.company
    if not _is_compared(evidence):
        return ""
    counts = (
        words.counted(len(company.interviewers), "interviewer"),
        words.counted(len(company.pairs), "combination"),
    )
    everybody = f"{counts[0]} and {counts[1]} are compared."
    within = (
        f"Shown are {words.number(len(evidence.interviewers))} of these interviewers and "
        f"{words.number(len(evidence.pairs))} of these combinations."
    )
    return standing or " ".join(
        part for part in (everybody, within if found.rests_on else "", found.rests_on) if part
    )


def how(found: Shown) -> tuple[str, ...]:
    """How hires are compared and what they carry, for the fold."""
    if not _is_compared(found.evidence):
        return ()
    compared = (
        "Each is compared within the same role, start year and office, and drawn towards the average where there is "
        "little to go on."
    )
    return telling.who_can_say(found.evidence), compared, telling.UNIT


def _is_compared(evidence: Evidence) -> bool:
    return evidence.gate.may_rank and evidence.gate.state is not State.NO_PANELS


def _is_unseen(found: Shown) -> bool:
    """Whether the company's interviewers are compared and none of them, alone or with another, saw a chosen hire."""
    here, company = found.evidence, found.company
    return (
        here.interviewers.empty
        and here.pairs.empty
        and not (company.interviewers.empty and company.pairs.empty)
    )


def _of_enough(found: Shown) -> Shown:
    """The same without whoever saw too few of the chosen hires to be named for them."""
    here = found.evidence
    people = here.interviewers[here.interviewers["here"] >= FEWEST_HIRES[Kind.INTERVIEWERS]]
    both = here.pairs[here.pairs["here"] >= FEWEST_HIRES[Kind.TOTALS]]
    return replace(found, evidence=replace(here, interviewers=people, pairs=both))


def _nobody(found: Shown) -> str:
    evidence = found.evidence
    frames = (evidence.interviewers, evidence.pairs)
    leaning = sum(int((frame["label"] == Label.LEANING).sum()) for frame in frames)
    if not leaning and all(frame["label"].isin(UNTOLD).all() for frame in frames):
        if any((frame["label"] == Label.NO_COMPARISON).any() for frame in frames):
            return telling.NOBODY_TO_COMPARE
        return "There are too few hires of any one interviewer to tell them apart"
    if leaning == 1 and found.names is not None:
        return _leaning(found, found.names)
    together = int((evidence.pairs["label"] == Label.LEANING).sum())
    pairs_lean = (
        f"; {words.counted(together, 'pair')} {'leans' if together == 1 else 'lean'}" if together else ""
    )
    of_all = spread(found)
    return of_all + pairs_lean if len(of_all + pairs_lean) <= LONGEST_LEAD else of_all


def _leaning(found: Shown, names: Mapping[str, str]) -> str:
    """The one who leans, and that nobody else does."""
    evidence = found.evidence
    one = rows.with_label(evidence.interviewers, Label.LEANING)
    ids, frame = (
        (["id"], one)
        if len(one)
        else (["first_id", "second_id"], rows.with_label(evidence.pairs, Label.LEANING))
    )
    who = " and ".join(rows.called(frame[column].iloc[0], names) for column in ids)
    way = "upward" if frame["estimate"].iloc[0] > 0 else "downward"
    said = f"Hires seen by {who} lean {way}; nobody else stands out"
    return said if len(said) <= LONGEST_LEAD else spread(found)


def _counted_lead(clear: pd.DataFrame, kind: Kind) -> str:
    """Several, or one whom the viewer may not see named: how many stand apart, and which way."""
    noun = "interviewer" if kind is Kind.INTERVIEWERS else "pair"
    more = int((clear["estimate"] > 0).sum())
    less = len(clear) - more
    stand = f"{words.counted(len(clear), noun)} clearly {'stand' if len(clear) > 1 else 'stands'} apart"
    if not (more and less):
        return f"{stand}: the hires they saw attained {'more' if more else 'less'} than comparable hires"
    return f"{stand}: hires seen by {words.number(more)} attained more, by {words.number(less)} less"


def _tail(evidence: Evidence) -> str:
    more = (evidence.pairs["combination"] == Combination.MORE_THAN_THE_SUM).any()
    if not evidence.gate.may_speak_of_combinations or evidence.pairs.empty or more:
        return ""
    return "; no pair clearly adds to it"


def _closed(found: Shown) -> tuple[str, str] | None:
    """Why nobody is compared or shown, and what would help; None where somebody is."""
    gate = found.company.gate
    mature = words.counted(gate.count_mature, "hire")
    left_out = found.company.outcomes.count_not_observed or found.company.outcomes.count_unseen
    covered = " and a start that the CRM's history covers" if left_out else ""
    if gate.state is State.NOBODY:
        return "There is nothing to compare.", NOBODY_SELLS
    if gate.state is State.NO_SPREAD:
        return (
            f"{mature} of six months or more, each the only one in a role or equal to the others of it.",
            "",
        )
    if gate.state is State.NOTHING_SOLD:
        return (
            f"{mature} of six months or more, none with revenue of their own.",
            "Where all outcomes are alike there is no difference to explain. Wait for the first deals.",
        )
    if gate.state is State.NO_PANELS:
        fact = f"A panel is recorded for {words.number(gate.count_with_panel)} of {mature}."
        return fact, f"Interviewers are compared from {FEWEST_TO_RANK} on."
    if not gate.may_rank and telling.unseen(found.company.outcomes):
        return (
            "Nobody is compared before older opportunities are exported.",
            f"Interviewers are compared from {FEWEST_TO_RANK} hires of six months or more on whose first sales are "
            "on file.",
        )
    if not gate.may_rank:
        return (
            f"{words.counted(gate.more_to_rank, 'more hire')} must have reached six months{covered} before anybody is "
            "ranked.",
            f"Below {FEWEST_TO_RANK} in the whole company, true differences stay hidden and luck looks like talent. "
            "Until then there are counts.",
        )
    if found.hires.empty:
        return "There is nothing to compare.", WIDEN
    if _is_unseen(found):
        return f"{words.counted(len(found.hires), 'hire')} of six months or more in this selection.", WIDEN
    return None


def _levelled(evidence: Evidence) -> str:
    """Said only where something was found and mended, or nothing could be looked at."""
    is_flagged = evidence.control.is_flagged(Subject.INTERVIEWERS)
    if is_flagged or not evidence.control.is_possible:
        return telling.control_sentence(evidence)
    return ""


def _labels(evidence: Evidence) -> str:
    """How many of each label, for viewers who see nobody by name."""
    lines = []
    for frame, noun in ((evidence.interviewers, "interviewer"), (evidence.pairs, "pair")):
        counted = frame["label"].value_counts()
        each = [f"{words.number(int(counted[label]))} {label}" for label in Label if label in counted.index]
        if each:
            lines.append(f"Of {words.counted(len(frame), noun)}: {', '.join(each)}.")
    return " ".join(lines)

"""What was checked before anything was called Clear, each with what it found in this company."""

from __future__ import annotations

from hiring import words
from hiring.findings.interviewers import rows
from hiring.statistics.evidence import check_sentences, telling
from hiring.statistics.evidence.claims import Cap, count_alike
from hiring.statistics.evidence.controls import Subject
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.managers import sentence
from hiring.statistics.verdicts import Label

PEOPLE = Subject.INTERVIEWERS
UNEQUAL = "Interviewers are not comparable here."


def unequal(evidence: Evidence) -> tuple[str, str] | None:
    """The banner where interviewers' hires started from unequal ground and nothing may be called Clear."""
    if not evidence.control.caps(PEOPLE):
        return None
    return UNEQUAL, telling.control_sentence(evidence).replace(f" {UNEQUAL[:-1]}: nothing", " Nothing")


def checks(evidence: Evidence, *, is_part: bool = False) -> tuple[tuple[str, str], ...]:
    """What each check of the company is about, and what came of it; `is_part`: not all of it is shown."""
    if not evidence.gate.may_rank:
        return ()
    every = (
        ("Of whom", "The whole company: the checks are made once, whatever is shown." if is_part else ""),
        ("Equal hands", _equal_hands(evidence)),
        ("Luck", _capped(evidence, Cap.LUCK, "against what luck alone would show")),
        ("One hire", _capped(evidence, Cap.ONE_HIRE, "with the best hire left out")),
        (
            "Leavers",
            f"{_capped(evidence, Cap.OTHER_OUTCOME, _LEAVERS)} {check_sentences.switch_sentence(evidence)}",
        ),
        (
            "Managers",
            sentence(evidence.managers, count_alike(evidence.interviewers, evidence.pairs)),
        ),
        ("Panels", check_sentences.panels_sentence(evidence)),
        ("Forecast", check_sentences.forecast_sentence(evidence.forecast)),
        ("How many more", _needed(evidence)),
    )
    return tuple(one for one in every if one[1])


_LEAVERS = "when only the months in the job count"


def _equal_hands(evidence: Evidence) -> str:
    said = telling.control_sentence(evidence)
    if said:
        return said
    looked = [check for check in evidence.control.checks if check.subject is PEOPLE]
    facts = ", ".join(f"{check.name} ({words.counted(check.count_hires, 'hire')})" for check in looked)
    return f"Interviewers' hires did not start from unequal ground, as far as it is known: {facts}."


def _capped(evidence: Evidence, cap: Cap, how: str) -> str:
    frames = (evidence.interviewers, evidence.pairs)
    fallen = sum(int((frame["capped_by"] == cap).sum()) for frame in frames)
    stand = sum(int((frame["label"] == Label.CLEAR).sum()) for frame in frames)
    if fallen:
        are = "is" if fallen == 1 else "are"
        return f"{words.counted(fallen, 'claim')} did not stand {how} and {are} only Leaning."
    if stand:
        return f"{'The one claim' if stand == 1 else f'All {stand} claims'} called Clear stood {how}."
    return f"Nothing was Clear, so nothing had to stand {how}."


def _needed(evidence: Evidence) -> str:
    parts = []
    for frame, noun in ((evidence.interviewers, "interviewer"), (evidence.pairs, "pair")):
        grey = frame.loc[frame["label"] == Label.CANNOT_TELL, "needed"]
        if grey.empty:
            continue
        more, never = rows.most(grey), int(grey.isna().sum())
        parts.append(f"{more} more hires of {'an' if noun[0] == 'i' else 'a'} {noun}" if more else "")
        parts.append(f"out of reach for {words.counted(never, noun)}" if never else "")
    listed = ", ".join(part for part in parts if part)
    return (
        f"Until a difference of 0.3 SD would show: {listed}. Counted over all hires of six months or more, so of more "
        "people and pairs than the rows, which take a full first year."
        if listed
        else "Nobody is left of whom nothing can be told."
    )

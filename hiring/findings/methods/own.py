"""The page "Methods" with the company's own numbers: who looks highest, what luck would show, what the checks found."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import pandas as pd

from hiring import words
from hiring.findings.exhibit import WHOLE_COMPANY, Exhibit, Marks, undrawn
from hiring.findings.marks import End, Reference
from hiring.statistics.evidence import telling
from hiring.statistics.evidence.controls import Subject
from hiring.statistics.evidence.gates import FEWEST_TO_RANK
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.luck import Luck
from hiring.statistics.verdicts import UNTOLD, Label

KEY = "methods_pulled"
NOBODY = undrawn(KEY, "")
SUBTITLE = "Of whoever has the highest: that average, and the same pulled, in SD (standard deviations)"


@dataclass(frozen=True)
class Own:
    """What the methods show of this company: `best` is a figure, of nothing where nothing is compared.

    `counted`, `luck`, `control` and `labels` are sentences; `why_not` says why there is no picture, `may_rank`
    whether there would be hires enough for one.
    """

    counted: tuple[str, ...]
    best: Exhibit = NOBODY
    luck: tuple[str, ...] = ()
    control: tuple[str, ...] = ()
    labels: str = ""
    why_not: str = ""
    may_rank: bool = True

    @property
    def sentences(self) -> tuple[tuple[str, str], ...]:
        """The sentences as pairs of what they are about and words."""
        parts = (
            ("Counted here", " ".join(self.counted)),
            ("Luck here", " ".join(self.luck)),
            ("Equal hands here", " ".join(self.control)),
            ("Said here", self.labels),
        )
        return tuple(part for part in parts if part[1])


def own(evidence: Evidence) -> Own:
    """This company's own numbers, the same under every filter and for every viewer, naming nobody."""
    notes = telling.outcome_notes(evidence.outcomes)
    mature = (
        f"{words.counted(evidence.gate.count_mature, 'hire')} of at least six months{_covered(evidence)}."
    )
    best = _best(evidence)
    if not len(best):
        return Own((mature, *notes), why_not=_why_not(evidence), may_rank=evidence.gate.may_rank)
    return Own(
        counted=(mature, *notes),
        best=_exhibit(best),
        luck=tuple(filter(None, (_luck(name, found) for name, found in _dealt(evidence)))),
        control=_control(evidence),
        labels=_labels(evidence),
    )


def _covered(evidence: Evidence) -> str:
    """What a hire must be to count, where too few do."""
    return "" if evidence.gate.may_rank else telling.covered(evidence.outcomes)


def _why_not(evidence: Evidence) -> str:
    if evidence.gate.may_rank:
        return "Nobody here has enough hires to be compared."
    return (
        f"{words.counted(evidence.gate.count_mature, 'hire')} of at least six months{_covered(evidence)}: nobody is "
        f"compared below {FEWEST_TO_RANK}, so there is no picture of this company's own numbers."
    )


def _dealt(evidence: Evidence) -> tuple[tuple[str, Luck], ...]:
    luck = evidence.luck
    return ("interviewer", luck.interviewers), ("pair", luck.pairs), ("source", luck.sources)


def _best(evidence: Evidence) -> pd.DataFrame:
    """Of each kind the highest plain average, and what is left of it once pulled.

    What luck alone would show is not set beside it: that is an adjusted mean, told in words with the highest of those.
    """
    frames = (evidence.interviewers, evidence.pairs, evidence.sources)
    rows = []
    for name, frame in zip(("interviewer", "pair", "source"), frames, strict=True):
        shown = frame[~frame["label"].isin(UNTOLD)]
        if shown.empty:
            continue
        top = shown.iloc[int(np.argmax(shown["raw_mean"].to_numpy(float)))]
        rows.append(
            {
                "name": f"Highest plain average of {'an' if name == 'interviewer' else 'a'} {name}",
                "raw": float(top["raw_mean"]),
                "corrected": float(top["estimate"]),
                "n": int(top["n"]),
                "right": words.counted(int(top["n"]), "hire"),
                "detail": f"pulled, likely {words.span(top['low'], top['high'], lambda v: words.signed(v, 1))}",
            }
        )
    return pd.DataFrame(rows)


def _exhibit(best: pd.DataFrame) -> Exhibit:
    title = _title(best)
    given = {
        "ends": (End("raw", "plain", "hollow"), End("corrected", "pulled", "filled")),
        "show": words.signed,
        "reference": Reference(0.0, "average"),
        "noun": "hire",
    }
    return Exhibit(
        key=KEY,
        lead=title,
        standfirst=f"{SUBTITLE}. {_reading(best)}",
        marks=Marks("dumbbell", best, given),
        alt=f"{title}.",
        definition=("plain_average",),
        whose=WHOLE_COMPANY,
    )


def _title(best: pd.DataFrame) -> str:
    first = best.iloc[0]
    plain, pulled = (words.signed(first[column], 1) for column in ("raw", "corrected"))
    return f"{first['name']} here: {plain} SD; {pulled} is left"


def _reading(best: pd.DataFrame) -> str:
    """What the first value means: of 100 hires how many stand higher than one so far above the middle."""
    value = round(float(best["raw"].iloc[0]), 1)
    above = words.number(100 * NormalDist().cdf(-value))
    return (
        f"{words.signed(value, 1)} SD: of 100 hires of the role {above} stand higher; at 0, the middle, 50 do"
    )


def _luck(name: str, found: Luck) -> str:
    if not found.count_groups:
        return ""
    highest, luckiest = (words.signed(mean, 1) for mean in (found.best_mean, found.luckiest_mean))
    return (
        f"{name.capitalize()}s: {telling.tries(found.p_any)} shuffles spread them as wide. The highest adjusted mean "
        f"is {highest} SD (of {words.counted(found.best_hires, 'hire')}); luck alone would put the highest of "
        f"{words.number(found.count_groups)} at {luckiest} SD."
    )


def _control(evidence: Evidence) -> tuple[str, ...]:
    """What the check of equal hands found, each sentence once."""
    sentences = dict.fromkeys(telling.control_sentence(evidence, subject) for subject in Subject)
    found = tuple(sentence for sentence in sentences if sentence)
    return found or ("Nothing tells the hires of different interviewers or sources apart before they sold.",)


def _labels(evidence: Evidence) -> str:
    """How many of each kind have which label: "65 interviewers: 43 Can't tell, 22 Too few hires."."""
    kinds = (
        ("interviewer", evidence.interviewers),
        ("pair", evidence.pairs),
        ("source", evidence.sources),
    )
    return " ".join(
        f"{words.counted(len(frame), name)}: {_counts(frame)}." for name, frame in kinds if len(frame)
    )


def _counts(frame: pd.DataFrame) -> str:
    counts = frame["label"].value_counts()
    return ", ".join(
        f"{words.number(int(counts[label]))} {label}" for label in map(str, Label) if label in counts
    )

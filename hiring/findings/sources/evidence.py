"""What the page "Sources" leads with: each source's hires against comparable ones, one judgement a source.

It is levelled for role, start year, office and for who interviewed, and pulled towards the average by how little there
is to go on. Plain shares of the same hires stand beside it and carry no label of their own. Frames in, frames and words
out; no streamlit. The sentences are in `evidence_words`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from hiring import words
from hiring.findings.marks import Row, rows_of
from hiring.findings.sources import evidence_words
from hiring.findings.sources.answer import NOT_RECORDED
from hiring.findings.sources.evidence_words import Said
from hiring.statistics.evidence import counted, telling
from hiring.statistics.evidence.claims import CAPS, Cap
from hiring.statistics.evidence.controls import Subject
from hiring.statistics.evidence.counted import count_of
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.frames import Chosen
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.shown import Shown, shown
from hiring.statistics.verdicts import UNTOLD, Label


@dataclass(frozen=True)
class Answer:
    """What the evidence carries of sources, in words; table and lists are empty where it carries nothing.

    `luck` is whether it is more than luck, `unequal` the fact and its consequence where sources are not comparable,
    `sayings` a mark and a sentence each, `labels` each source's label and which way it goes, `remarks` how the outcome
    is made. `is_part`: some hires of them are not chosen.
    """

    lead: str
    standfirst: str
    sayings: tuple[tuple[str, str], ...] = ()
    luck: str = ""
    unequal: tuple[str, str] | None = None
    levelled: str = ""
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    labels: Said = ()
    remarks: str = ""
    is_part: bool = False

    @property
    def is_compared(self) -> bool:
        """Whether any source is compared."""
        return len(self.table) > 0


def judged_answer(evidence: Evidence, chosen: Chosen) -> Answer:
    """The judgement of the sources shown."""
    return answer_of(shown(evidence, chosen))


def answer_of(found: Shown) -> Answer:
    """What the evidence says of the sources shown."""
    company, evidence = found.company, found.evidence
    notes = " ".join(telling.outcome_notes(company.outcomes))
    named = _named(company)
    if not company.gate.may_rank or len(named) < 2 or company.sources.empty:
        return Answer(
            evidence_words.closed_lead(company, named), evidence_words.closed(company, named), remarks=notes
        )
    if evidence.sources.empty:
        return Answer(evidence_words.unseen(found), evidence_words.standfirst(found), remarks=notes)
    rows, unequal = rows_of(evidence.sources), evidence_words.unequal(company)
    is_part = len(rows) < len(company.sources)
    lead = evidence_words.lead(rows, is_part=is_part)
    return Answer(
        lead=lead,
        standfirst=evidence_words.standfirst(found),
        sayings=evidence_words.sayings(rows),
        luck=evidence_words.luck(
            company.luck.sources,
            is_clear=telling.is_named(evidence, Kind.SOURCES, company.luck.sources.best),
        ),
        unequal=unequal,
        levelled="" if unequal else telling.control_sentence(evidence, Subject.SOURCES),
        table=pd.DataFrame([_table_row(row) for row in rows]),
        labels=tuple((str(row["id"]), Label(row["label"]), evidence_words.direction(row)) for row in rows),
        remarks=" ".join(filter(None, (evidence_words.left_out(company), notes, telling.UNIT))),
        is_part=any(map(counted.is_part, rows)),
    )


def _named(evidence: Evidence) -> list[str]:
    """The sources that the counted hires name."""
    hires = evidence.outcomes.hires
    return [] if hires.empty else sorted(set(hires["source"].dropna().astype(str)) - {NOT_RECORDED})


def _table_row(row: Row) -> Row:
    return {
        "Source": str(row["id"]),
        "Hires": count_of(row),
        "Plain average, SD": words.signed(row["raw_mean"], 2)
        if words.is_known(row["raw_mean"])
        else words.DASH,
        "Against comparable, SD": _cell(row),
        "Label": _label(row),
        "More hires": _more(row),
    }


def _cell(row: Row) -> str:
    if row["label"] in UNTOLD:
        return "no comparison" if row["label"] == Label.NO_COMPARISON else "too few"
    values = (row["estimate"], row["low"], row["high"])
    return words.with_interval(*values, words.off_zero(values, 2))


def _label(row: Row) -> str:
    cap = Cap(row["capped_by"])
    return f"{row['label']}: {CAPS[cap]}" if cap in CAPS else str(row["label"])


def _more(row: Row) -> str:
    if row["label"] == Label.CLEAR:
        return words.DASH
    if not words.is_known(row["needed"]):
        return "out of reach"
    return "none" if row["needed"] == 0 else f"about {words.number(row['needed'])}"

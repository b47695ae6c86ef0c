"""The forest of interviewers: each one's hires against comparable hires, and what may be said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks, strongest, undrawn
from hiring.findings.interviewers import rows
from hiring.findings.marks import HOW_SURE, Row, kept_rows, rows_of
from hiring.statistics.evidence import counted, telling
from hiring.statistics.evidence.claims import CAPS, FEWEST_HIRES, OF_MANAGERS
from hiring.statistics.evidence.counted import count_of
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.verdicts import Label

#: Rows of the forest: one screen. The rest is in the table.
MOST_ROWS = 16
KEY = "interviewers_forest"
FEWEST = FEWEST_HIRES[Kind.INTERVIEWERS]
SUBTITLE = f"Difference from comparable hires in SD of the outcome, drawn towards the average; {rows.LINE}"
READING = (
    "A dot to the right: hires seen by this person went on to attain more than hires of the same role, start year and "
    "office. 0.3 SD is the way from the middle of a role's hires to where 38 in 100 stand higher. Each dot is drawn "
    "towards the average, the more the fewer hires there are. It goes by all that was sold in up to two years, the "
    "first manager and the colleagues on the panel held as they were, while the rows above count who was a high "
    "performer at month 12: so somebody far from the tick there may stand near the average here."
)
NOT_FOR_PAY = "Nobody's number here decides about pay, promotion or discipline."
EVERYWHERE = "in every panel: nobody to compare with"
ALONE = "hardly anybody to compare with"
ONE_MANAGER = "nearly all came to one manager"


@dataclass(frozen=True)
class People:
    """Interviewers ready to be drawn: the forest, `frame` and `table` of everybody, and the words around them."""

    exhibit: Exhibit
    frame: pd.DataFrame = field(default_factory=pd.DataFrame)
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    finding: str = ""
    next_step: str = ""

    @property
    def is_drawn(self) -> bool:
        """Whether there is anybody to draw."""
        return self.exhibit.is_drawn


def people(evidence: Evidence, names: Mapping[str, str], *, is_part: bool = False) -> People:
    """Those with enough hires to be shown, as the evidence has them; `is_part`: others of the company are not shown."""
    found = evidence.interviewers
    if found.empty:
        nobody = f"No interviewer here has seen {FEWEST} hires"
        return People(undrawn(KEY, nobody))
    everywhere = evidence.gate.count_with_panel
    short = rows.brief([rows.called(who, names) for who in found["id"]])
    records = rows_of(rows.in_order(found))
    frame = pd.DataFrame([_forest_row(row, names, short, everywhere) for row in records])
    return People(
        _forest(_title(evidence, names, " shown" if is_part else ""), frame, evidence),
        frame,
        table=pd.DataFrame([_table_row(row, names) for row in records]),
        finding=_finding(found),
        next_step=_next_step(evidence),
    )


def _forest(title: str, frame: pd.DataFrame, evidence: Evidence) -> Exhibit:
    found = evidence.interviewers
    given = {
        "show": words.fine,
        "reference": rows.AVERAGE,
        "ends": rows.ENDS,
        "extent": rows.extent(found),
        "are_people": True,
    }
    return Exhibit(
        key=KEY,
        lead=title,
        standfirst=SUBTITLE,
        marks=Marks("dots_with_intervals", kept_rows(frame, MOST_ROWS), given),
        alt=f"{title}. {_finding(found)}",
        label=strongest(frame["verdict"]),
        definition=("seen_by_one",),
        note=_note(found, evidence),
    )


def _title(evidence: Evidence, names: Mapping[str, str], here: str) -> str:
    clear = rows.with_label(evidence.interviewers, Label.CLEAR)
    if clear.empty:
        return f"No interviewer{here} stands clearly apart from the average"
    if len(clear) == 1:
        way = "more" if clear["estimate"].iloc[0] > 0 else "less"
        return f"Hires seen by {rows.called(clear['id'].iloc[0], names)} went on to attain {way}"
    return f"{words.number(len(clear))} interviewers stand clearly apart from the average"


def _forest_row(row: Row, names: Mapping[str, str], short: Mapping[str, str], everywhere: int) -> Row:
    name = rows.called(row["id"], names)
    department = row["department"] if isinstance(row["department"], str) else ""
    plain = rows.plain_mean(row)
    count = count_of(row, "+")
    return {
        "id": row["id"],
        "name": short[name],
        **rows.numbers(row),
        "verdict": rows.verdict(row),
        "direction": rows.direction(row),
        # "12 of 61" leaves no room for more.
        "right": f"{department} · {count}" if department and count.isdecimal() else count,
        "detail": " · ".join(part for part in (department, rows.chosen(row), plain) if part),
        "instead": _instead(row, everywhere),
    }


def _instead(row: Row, everywhere: int) -> str | None:
    """What stands in place of a dot, where it is not hires that are too few."""
    if row["n"] == everywhere:
        return EVERYWHERE
    if row["capped_by"] in OF_MANAGERS:
        return ONE_MANAGER
    return ALONE if row["label"] == Label.NO_COMPARISON else None


def _table_row(row: Row, names: Mapping[str, str]) -> Row:
    return {
        "Interviewer": rows.called(row["id"], names),
        "Department": row["department"],
        **rows.counts(row, "Hires"),
        "What may be said": row["label"],
        "Plain mean, SD": round(float(row["raw_mean"]), 2),
        "Against comparable hires, SD": rows.cell(row),
        "Held back because": CAPS.get(row["capped_by"], ""),
        "Next": telling.next_step(row, Kind.INTERVIEWERS),
    }


def _finding(found: pd.DataFrame) -> str:
    """How many can't be told apart: the finding most of the dots are."""
    counts = found["label"].value_counts()
    grey, few, alone = (
        int(counts.get(label, 0)) for label in (Label.CANNOT_TELL, Label.TOO_FEW, Label.NO_COMPARISON)
    )
    if not grey and not few and not alone:
        return ""
    parts = [
        f"{words.number(grey)} of {words.counted(len(found), 'interviewer')} cannot be told apart from the average"
        if grey
        else "",
        f"{words.number(few)} {'has' if few == 1 else 'have'} too few hires to say anything" if few else "",
        f"{words.number(alone)} {'has' if alone == 1 else 'have'} hardly anybody to be compared with"
        if alone
        else "",
    ]
    said = "; ".join(part for part in parts if part)
    return f"Grey is the finding, not a gap: {said}." if grey > len(found) / 2 else f"{said}."


def _next_step(evidence: Evidence) -> str:
    found = evidence.interviewers
    clear = rows.with_label(found, Label.CLEAR)
    if len(clear):
        return telling.next_step(rows_of(clear)[0], Kind.INTERVIEWERS)
    needed = rows.most(found.loc[found["label"] == Label.CANNOT_TELL, "needed"])
    if not needed:
        return f"More hires alone will not tell these people apart; mix who sits with whom.{_most_often(evidence)}"
    return (
        f"A difference worth acting on would show after {needed} more hires seen by the same person; mixing who sits "
        "with whom gets there sooner."
    )


def _most_often(evidence: Evidence) -> str:
    """How often the two who sit together most do: what mixing would change. Who they are stands in the list."""
    if evidence.pairs.empty:
        return ""
    pair = evidence.pairs.sort_values(["n", "id"], ascending=[False, True], kind="stable").iloc[0]
    alone = evidence.interviewers.set_index("id")["n"].reindex([pair["first_id"], pair["second_id"]])
    if alone.isna().any():
        return ""
    together, fewer = words.number(int(pair["n"])), words.number(int(alone.min()))
    return f" In the company the two most often together sat so at {together} of {fewer} hires that one of them saw."


def _note(found: pd.DataFrame, evidence: Evidence) -> str:
    """Who is drawn and who is not, and what the counts beside them mean."""
    drawn = (
        f"Shown from {FEWEST} hires on."
        if len(found) <= MOST_ROWS
        else f"Drawn: {MOST_ROWS} of {len(found)}, whoever is clear or leaning first, then those with most hires; all "
        "are in the table below."
    )
    counts = counted.READING if any(map(counted.is_part, rows_of(found))) else ""
    return " ".join(part for part in (drawn, HOW_SURE, counts, _seats(evidence)) if part)


def _seats(evidence: Evidence) -> str:
    """Why many hires may be too few; nothing where every seat seems to be recorded."""
    if evidence.recorded >= 1:
        return ""
    return "Seats of these panels are missing, so it takes more hires until anything can be said of somebody."

"""How many high performers each source's hires gave, beside what comparable hires give, and what is left after luck.

The rows are those of the page "High performers", of sources alone: one scale, people and not SD. Frames in, words out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks, strongest, undrawn
from hiring.findings.high_performers.group import beside, why_leaning
from hiring.findings.high_performers.groups import Groups, Section
from hiring.findings.sources.answer import LONGEST_LEAD, MARKS, NOT_RECORDED, words_joined
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.verdicts import Direction, Label

KEY = "sources_comparable"
TITLE = "How many became high performers, beside what comparable hires give"
TOO_FEW = "Too few of these hires to set one source against comparable hires"
NOBODY = "No source stands further from comparable hires than luck would put it"
STANDFIRST = (
    "Of 100 hires of each source with a full first year; expected: what hires of the same role, region and start year "
    "gave elsewhere"
)
NOTE = (
    "Square: counted. Tick: expected. Dot with its line: what is left after luck; filled is clear, outlined leaning, "
    "grey can't tell. A square may lie outside the line: most of a small group's distance from the tick is luck."
)
SECTION = Section("Source", Factor.SOURCE, "who came by {level}", fewest=1)
JUDGED = (Label.CLEAR, Label.LEANING, Label.CANNOT_TELL)
SILENT = "luck is enough to explain how their hires differ from comparable ones."
FEW = ":gray[**Too few**]"


def rows_of(origin: Groups) -> pd.DataFrame:
    """The rows of named sources that can be told, the furthest above what was expected first."""
    if origin.rows.empty:
        return origin.rows
    rows = origin.rows
    mine = rows[(rows["factor"] == Factor.SOURCE) & (rows["name"] != NOT_RECORDED)]
    return mine.assign(section="").reset_index(drop=True)


def exhibit(rows: pd.DataFrame) -> Exhibit:
    """Every source's row."""
    if rows.empty:
        return undrawn(KEY, TITLE)
    lead = title(rows)
    facts = "; ".join(fact(row) for row in _records(rows))
    return Exhibit(
        key=KEY,
        lead=lead,
        standfirst=STANDFIRST,
        marks=Marks("counted_and_expected", rows),
        alt=f"{lead}. {facts}.",
        n=int(rows["n"].sum()),
        label=strongest(rows["verdict"].dropna()),
        definition=("high_performer", "expected_in_hundred", "after_luck"),
        note=NOTE,
    )


def lead(rows: pd.DataFrame) -> str:
    """What the figure finds, as the page's answer; that there are too few hires where nothing was judged."""
    is_judged = len(rows) and rows["verdict"].isin(JUDGED).any()
    return title(rows) if is_judged else TOO_FEW


def title(rows: pd.DataFrame) -> str:
    """Who stands apart, if anybody; where nothing was judged, what is shown."""
    if rows.empty or not rows["verdict"].isin(JUDGED).any():
        return TITLE
    clear, leaning = _of(rows, Label.CLEAR), _of(rows, Label.LEANING)
    named = clear or leaning
    if not named:
        return NOBODY
    told = ", ".join(
        f"{words_joined(names)} {'clearly' if clear else 'leans' if len(names) == 1 else 'lean'} {way}"
        for way, is_above in (("above", True), ("below", False))
        if (names := [str(row["name"]) for row in named if _is_above(row) == is_above])
    )
    verb = "clearly" if clear else "lean"
    luck = "" if clear else "Not clear: "
    sentence = f"{luck}{told} comparable hires"
    short = f"{luck}{words.counted(len(named), 'source')} {verb} apart from comparable hires"
    return sentence if len(sentence) <= LONGEST_LEAD else short


def sayings(rows: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """What may be said of each source that stands out, then a line for the others: a Markdown mark and a sentence."""
    if rows.empty:
        return ((FEW, f"{TOO_FEW}."),)
    said = [
        (MARKS[label, Direction.HIGHER if _is_above(row) else Direction.LOWER], _saying(row))
        for label in (Label.CLEAR, Label.LEANING)
        for row in _of(rows, label)
    ]
    silent = words_joined([str(row["name"]) for row in _of(rows, Label.CANNOT_TELL)] or [""])
    if silent:
        said.append((":gray[**● Can't tell**]", f"{silent}: {SILENT}"))
    few = [fact(row, " (") + ")" for row in _records(rows[~rows["verdict"].isin(JUDGED)])]
    if few:
        said.append((FEW, f"{words_joined(few)}: too few."))
    return tuple(said)


def fact(row: Mapping[str, Any], after: str = ": ") -> str:
    """ "Referral: 20 of 62, expected 11"; `after` stands between the name and its counts."""
    return f"{row['name']}{after}{beside(row)}"


def leaning_above(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The sources that are at least Leaning above comparable hires, the surest, then the furthest first."""
    if rows.empty:
        return []
    return [
        row
        for label in (Label.CLEAR, Label.LEANING)
        for row in sorted(_of(rows, label), key=lambda row: row["expected"] - row["levelled"])
        if _is_above(row)
    ]


def not_above(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The sources that were judged, and lean above comparable hires no more than luck would have it."""
    if rows.empty:
        return []
    return [row for row in _records(rows) if row["verdict"] in JUDGED and row not in leaning_above(rows)]


def _saying(row: Mapping[str, Any]) -> str:
    likely = words.likely(row["low"], row["high"], words.number)
    return f"{fact(row)}; after luck {words.number(row['levelled'])} in 100, {likely}. {why_leaning(row)}".rstrip()


def _records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(key): value for key, value in row.items()} for row in rows.to_dict("records")]


def _of(rows: pd.DataFrame, label: Label) -> Sequence[dict[str, Any]]:
    return _records(rows[rows["verdict"] == str(label)])


def _is_above(row: Mapping[str, Any]) -> bool:
    return bool(row["levelled"] > row["expected"])

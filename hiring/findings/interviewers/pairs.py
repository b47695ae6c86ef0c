"""Combinations: the triangle of those who sit together most, the list beside its plain means, and what may be said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks, strongest, undrawn
from hiring.findings.interviewers import rows
from hiring.findings.marks import HOW_SURE, Row, rows_of
from hiring.statistics.evidence import telling
from hiring.statistics.evidence.claims import CAPS, FEWEST_HIRES, Combination
from hiring.statistics.evidence.counted import hires_of
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.gates import FEWEST_FOR_COMBINATIONS
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.verdicts import UNTOLD, Label

FEWEST = FEWEST_HIRES[Kind.TOTALS]
MOST_PEOPLE = 10
TRIANGLE, LIST = "pairs_triangle", "pairs_list"
NOTHING_LISTED = undrawn(LIST, "")
MOST_CLAIMED = 6  # places in the triangle kept for people of clear and leaning pairs
MOST_LISTED = 8
MOST_SAID = 4
SUBTITLE = (
    "The two people and what they add together, against comparable hires, in SD. Filled: clear; outlined: leaning; "
    f"grey: can't tell, with the hires seen together; blank: fewer than {FEWEST}, or too few to tell"
)
LIST_SUBTITLE = f"Difference from comparable hires in SD, drawn towards the average; {rows.LINE}"
CHOSEN = "in this selection"
NEVER = f"seen together by fewer than {FEWEST} hires"
WHY_SHRUNK = (
    "A plain mean of a few hires is mostly luck, and in a company with many pairs some pair is always very lucky. So "
    "each pair is compared with hires of the same role, start year and office, its two people's other hires are used "
    "as well, and what is left is drawn towards the average, the more the fewer hires there are."
)
SUMS = {
    Combination.EACH_IS_GOOD.value: "no sign that together they add to what each of them shows with others",
    Combination.MORE_THAN_THE_SUM.value: "together more than their separate records suggest",
}


@dataclass(frozen=True)
class Pairs:
    """Pairs ready to be drawn: the triangle, the list beside plain means, `sayings` in words.

    A saying: label, which way it goes (None: nothing is claimed), whom it is about, the sentence.
    """

    triangle: Exhibit
    listed: Exhibit = NOTHING_LISTED
    sayings: tuple[tuple[str, bool | None, str, str], ...] = ()
    together: str = ""
    table: pd.DataFrame = field(default_factory=pd.DataFrame)

    @property
    def is_drawn(self) -> bool:
        """Whether there is any pair to draw."""
        return self.triangle.is_drawn


def pairs(evidence: Evidence, names: Mapping[str, str], *, is_part: bool = False) -> Pairs:
    """Pairs with enough common hires, as the evidence has them; `is_part`: others of the company are not shown."""
    found = evidence.pairs
    if found.empty:
        nobody = f"No two interviewers here have seen {FEWEST} hires together"
        return Pairs(undrawn(TRIANGLE, nobody))
    people = [rows.called(who, names) for side in ("first_id", "second_id") for who in found[side]]
    short = rows.brief(people)
    frame = pd.DataFrame([_pair(row, names, short) for row in rows_of(found)])
    return Pairs(
        _triangle(found, frame, _members(found, names), is_part=is_part),
        _list(found, frame) if found["label"].isin((Label.CLEAR, Label.LEANING)).any() else NOTHING_LISTED,
        sayings=_sayings(found, names),
        together=_together(evidence),
        table=pd.DataFrame([_table_row(row, names) for row in rows_of(rows.in_order(found))]),
    )


def _triangle(found: pd.DataFrame, frame: pd.DataFrame, members: pd.DataFrame, *, is_part: bool) -> Exhibit:
    title, left_out = _title(found, " shown" if is_part else ""), _left_out(found, members)
    never = NEVER + (f", or by none {CHOSEN}" if is_part else "")
    return Exhibit(
        key=TRIANGLE,
        lead=title,
        standfirst=SUBTITLE + (f", or none of them {CHOSEN}" if is_part else ""),
        marks=Marks("pairs_triangle", _cells(frame), {"people": members, "never": never}),
        alt=f"{title}. {left_out}",
        label=strongest(frame["verdict"]),
        definition=("seen_by_two",),
        note=left_out,
    )


def _list(found: pd.DataFrame, frame: pd.DataFrame) -> Exhibit:
    listed = _listed(frame)
    given = {
        "show": words.fine,
        "reference": rows.AVERAGE,
        "labels": "above",
        "ends": rows.ENDS,
        "extent": rows.extent(found.merge(listed[["id"]], on="id")),
    }
    return Exhibit(
        key=LIST,
        lead=_list_title(listed),
        standfirst=LIST_SUBTITLE,
        marks=Marks("dots_with_intervals", listed, given),
        alt=f"{_list_title(listed)}.",
        label=strongest(listed["verdict"]),
        definition=("seen_by_two", "plain_average"),
        note=HOW_SURE,
    )


def _title(found: pd.DataFrame, here: str) -> str:
    clear = found[found["label"] == Label.CLEAR]
    if clear.empty:
        return f"No pair{here} stands clearly apart from the average"
    more = int((clear["combination"] == Combination.MORE_THAN_THE_SUM).sum())
    if more:
        return f"{_pairs(more)} did better together than the two people's own records"
    good = int((clear["combination"] == Combination.EACH_IS_GOOD).sum())
    if good:
        return f"{_pairs(good)} {'is' if good == 1 else 'are'} good together because each is good"
    return f"{_pairs(len(clear))} {'stands' if len(clear) == 1 else 'stand'} clearly apart from the average"


def _pairs(count: int) -> str:
    return "One pair" if count == 1 else words.counted(count, "pair")


def _pair(row: Row, names: Mapping[str, str], short: Mapping[str, str]) -> Row:
    first, second = (short[rows.called(row[side], names)] for side in ("first_id", "second_id"))
    plain = f"plain {rows.deviations(row['raw_mean'])}" if words.is_known(row["raw_mean"]) else ""
    return {
        **{column: row[column] for column in ("id", "first_id", "second_id")},
        **rows.numbers(row),
        "name": f"{first} + {second}",
        "verdict": rows.verdict(row),
        "direction": rows.direction(row),
        "right": " · ".join(part for part in (plain, hires_of(row)) if part),
        "detail": " · ".join(part for part in (rows.chosen(row), rows.plain_mean(row)) if part),
        "raw_mean": row["raw_mean"],
    }


def _cells(frame: pd.DataFrame) -> pd.DataFrame:
    """The pairs for the triangle: its cells have room for one decimal, so the range stands in the hover with two."""
    likely = [
        words.likely(low, high, words.fine) for low, high in zip(frame["low"], frame["high"], strict=True)
    ]
    detail = [f"{said} · {plain}" for said, plain in zip(likely, frame["detail"], strict=True)]
    return frame.assign(low=np.nan, high=np.nan, detail=detail)


def _members(found: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """The people of the triangle: some of clear and leaning pairs, then whoever shares most pairs with those chosen."""
    partners: dict[str, Counter[str]] = {}
    for first, second, count in found[["first_id", "second_id", "n"]].itertuples(index=False, name=None):
        partners.setdefault(str(first), Counter())[str(second)] += int(count)
        partners.setdefault(str(second), Counter())[str(first)] += int(count)
    claimed = pd.concat([rows.with_label(found, Label.CLEAR), rows.with_label(found, Label.LEANING)])
    ids = list(dict.fromkeys(who for row in rows_of(claimed) for who in (row["first_id"], row["second_id"])))
    ids = ids[:MOST_CLAIMED]
    while len(ids) < min(MOST_PEOPLE, len(partners)):
        ids.append(
            min((who for who in partners if who not in ids), key=lambda who: _rank(partners[who], ids, who))
        )
    return pd.DataFrame({"person_id": ids, "name": [rows.called(who, names) for who in ids]})


def _rank(mine: Counter[str], chosen: Sequence[str], who: str) -> tuple[int, int, int, str]:
    """Most pairs with those chosen first, then most pairs at all, then most hires."""
    return -sum(other in mine for other in chosen), -len(mine), -mine.total(), who


def _left_out(found: pd.DataFrame, members: pd.DataFrame) -> str:
    everyone, shown = (
        {*found["first_id"].astype(str), *found["second_id"].astype(str)},
        set(members["person_id"]),
    )
    inside = int((found["first_id"].isin(shown) & found["second_id"].isin(shown)).sum())
    if everyone == shown:
        return ""
    return (
        f"Shown: {len(shown)} people who share most pairs with each other, those of clear or leaning pairs first. Left "
        f"out here, and in the table below: {words.counted(len(everyone - shown), 'other')}, with "
        f"{words.counted(len(found) - inside, 'pair')}."
    )


def _listed(frame: pd.DataFrame) -> pd.DataFrame:
    """Whoever is clear or leaning, then those whose plain mean is furthest out: those show why it is drawn in."""
    rank = frame["verdict"].map({Label.CLEAR.value: 0, Label.LEANING.value: 1}).fillna(2)
    is_shown = frame["verdict"] != Label.TOO_FEW
    order = frame.assign(rank=rank, far=-frame["raw_mean"].abs())[is_shown].sort_values(["rank", "far", "id"])
    kept = order.head(MOST_LISTED).drop(columns=["rank", "far"])
    return kept.sort_values("estimate", ascending=False, kind="stable").reset_index(drop=True)


def _list_title(listed: pd.DataFrame) -> str:
    if listed.empty:
        return "Every pair has too few hires to tell"
    grey = listed[listed["verdict"] == Label.CANNOT_TELL]
    if grey.empty:
        return "What is left of the plain means once pairs are compared fairly"
    few, many = int(grey["n"].min()), int(grey["n"].max())
    count = words.number(few) if few == many else f"{words.number(few)} to {words.number(many)}"
    return f"The highest and lowest plain means rest on {count} hires each"


def _sayings(found: pd.DataFrame, names: Mapping[str, str]) -> tuple[tuple[str, bool | None, str, str], ...]:
    said: list[tuple[str, bool | None, str, str]] = []
    claimed = _claimed(found)
    for row in rows_of(claimed.head(MOST_SAID)):
        who = " and ".join(rows.called(row[side], names) for side in ("first_id", "second_id"))
        adds = SUMS.get(str(row.get("combination") or ""), "")
        sentence = telling.claim(row, Kind.TOTALS, names)
        full = f"{sentence} {row['combination']}: {adds}." if adds else sentence
        said.append((str(row["label"]), bool(row["estimate"] > 0), who, full))
    further = claimed["label"].iloc[MOST_SAID:].value_counts()
    if len(further):
        each = ", ".join(
            f"{words.number(int(count))} {str(label).lower()}" for label, count in further.items()
        )
        said.append(("And more", None, each, "they are in the table below."))
    rest, few = found[found["label"] == Label.CANNOT_TELL], int(found["label"].isin(UNTOLD).sum())
    if len(rest):
        who = "All other pairs" if said else "All pairs"
        if few:
            who = words.counted(len(rest), "other pair" if said else "pair")
        said.append((Label.CANNOT_TELL.value, None, who, _nothing(rest)))
    if few:
        seen = "Their hires say less than a third of what would have to be known."
        said.append((Label.TOO_FEW.value, None, words.counted(few, "pair"), seen))
    return tuple(said)


def _claimed(found: pd.DataFrame) -> pd.DataFrame:
    """Clear before leaning; within each the highest and the lowest in turn, so that neither side leads."""
    parts = []
    for label in (Label.CLEAR, Label.LEANING):
        frame = rows.with_label(found, label)
        turn = frame.groupby(frame["estimate"] > 0).cumcount()
        parts.append(frame.assign(turn=turn).sort_values(["turn", "estimate"], ascending=[True, False]))
    return pd.concat(parts).drop(columns="turn")


def _nothing(rest: pd.DataFrame) -> str:
    needed = rows.most(rest["needed"])
    more = (
        f" {needed.capitalize()} more hires of a pair until a difference of 0.3 SD would show."
        if needed
        else ""
    )
    return f"Nothing tells {'them' if len(rest) > 1 else 'it'} apart from comparable hires.{more}"


def _together(evidence: Evidence) -> str:
    """Good because each is good, or more than the sum: what can be said of it at all."""
    if not evidence.gate.may_speak_of_combinations:
        return (
            f"Whether a pair is good because each of the two is, or adds something of its own, cannot be told below "
            f"{FEWEST_FOR_COMBINATIONS} hires with a recorded panel."
        )
    return telling.combination_sentence(evidence)


def _table_row(row: Row, names: Mapping[str, str]) -> Row:
    return {
        "Pair": " + ".join(rows.called(row[side], names) for side in ("first_id", "second_id")),
        **rows.counts(row, "Hires together"),
        "What may be said": row["label"],
        "Plain mean, SD": round(float(row["raw_mean"]), 2),
        "Against comparable hires, SD": rows.cell(row),
        "Made of": str(row.get("combination") or ""),
        "What the pair adds, SD": _adds(row),
        "Held back because": CAPS.get(row["capped_by"], ""),
        "Next": telling.next_step(row, Kind.TOTALS),
    }


def _adds(row: Row) -> str:
    if row.get("synergy_label") in (None, *UNTOLD) or not words.is_known(row.get("synergy")):
        return "too few to tell"
    return words.with_interval(row["synergy"], row["synergy_low"], row["synergy_high"], words.fine)

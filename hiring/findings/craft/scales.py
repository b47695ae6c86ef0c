"""How strictly and how widely interviewers rate: leniency in scale points, and how much of the scale they use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hiring import words
from hiring.findings.craft.figures import LINE, VERDICTS, Figure, figure, most_of, shown_of, without
from hiring.findings.exhibit import NO_MARKS, Marks, strongest
from hiring.findings.interviewers.rows import brief
from hiring.findings.marks import Reference
from hiring.statistics.ratings.leniency import Leniency
from hiring.statistics.ratings.not_known import NotKnown, Standing
from hiring.statistics.ratings.spread import Spread
from hiring.statistics.ratings.thresholds import FEWEST_OF_ONE

LEAST_REACH = 0.35  # points
NO_LENIENCY = "How strictly each rates is not known"
NO_SPREAD = "How much of the scale each uses is not known"
TOO_FEW_SCORECARDS = NotKnown(
    f"Nobody here has the {FEWEST_OF_ONE} scorecards that it takes.", "", "Widen the filters, or wait."
)
#: Where nobody is clearly apart, how wide the group is leads, and names stand behind a click: the furthest of those
#: whom luck could put there are no news of anybody.
LEVEL_ALIKE = "All interviewers' levels lie within {width} points; nobody is clearly apart"
SPREAD_ALIKE = "All interviewers' spreads lie within {width} points; nobody is clearly apart"
STRICT_IS_NO_FAULT = "Strict is no fault: it tells by how much to read that person's ratings up."


def leniency_figure(found: Leniency | NotKnown) -> Figure:
    """Who rates higher or lower than colleagues would rate the same candidates."""
    if isinstance(found, NotKnown):
        return without("leniency", NO_LENIENCY, found)
    people = found.interviewers
    if (people["count_scorecards"] < FEWEST_OF_ONE).all():
        return without("leniency", NO_LENIENCY, TOO_FEW_SCORECARDS)
    clear = people[people["label"] == Standing.CLEAR]
    note = _shares(found)
    if _is_none_apart(people):
        return _without_names("leniency", people, LEVEL_ALIKE.format(width=_width(people, "leniency")), note)
    title = (
        f"{words.number(len(clear))} of {words.counted(_known(people, 'leniency'), 'interviewer')} clearly rate higher "
        "or lower than colleagues would"
    )
    given = {"show": words.fine, "reference": Reference(0.0, "colleagues"), "ends": ("stricter", "milder")}
    return figure(
        "leniency",
        title,
        f"{shown_of(_known(people, 'leniency'), 'scorecard')}{STRICT_IS_NO_FAULT} Points above what "
        f"others would give the same person (scale {found.lowest:g} to {found.highest:g}); {LINE}",
        _forest(people, "leniency", given),
        note,
        n=int(people["count_scorecards"].sum()),
        label=strongest(people["label"]),
    )


def spread_figure(found: Spread | NotKnown) -> Figure:
    """Who uses less or more of the scale than others."""
    if isinstance(found, NotKnown):
        return without("spread_used", NO_SPREAD, found)
    people = found.interviewers
    if (people["count_scorecards"] < FEWEST_OF_ONE).all():
        return without("spread_used", NO_SPREAD, TOO_FEW_SCORECARDS)
    clear = people[people["label"] == Standing.CLEAR]
    note = f"Typical: {words.number(found.typical, 2)} points, as a standard deviation."
    if _is_none_apart(people):
        return _without_names(
            "spread_used", people, SPREAD_ALIKE.format(width=_width(people, "spread")), note
        )
    title = (
        f"{words.counted(len(clear), 'interviewer')} clearly {'uses' if len(clear) == 1 else 'use'} less or more of "
        "the scale than others"
    )
    return figure(
        "spread_used",
        title,
        f"{shown_of(_known(people, 'spread'), 'scorecard')}How far scores of one competency typically "
        f"lie apart, in points (at most {found.widest:g}); {LINE}",
        _forest(people, "spread", {"show": _two, "extent": _extent(found)}),
        note,
        n=int(people["count_scorecards"].sum()),
        label=strongest(people["label"]),
    )


def _is_none_apart(people: pd.DataFrame) -> bool:
    return not (people["label"] == Standing.CLEAR).any()


def _width(people: pd.DataFrame, column: str) -> str:
    """How far the highest and the lowest lie apart, as drawn in."""
    known = people.loc[people["count_scorecards"] >= FEWEST_OF_ONE, column]
    return words.number(float(known.max() - known.min()), 2)


def _without_names(card: str, people: pd.DataFrame, title: str, note: str) -> Figure:
    """Only the words: whom nothing tells apart is named in the table of everybody alone."""
    enough = int((people["count_scorecards"] >= FEWEST_OF_ONE).sum())
    said = f"Of {words.counted(enough, 'interviewer')} with {FEWEST_OF_ONE} scorecards or more, after luck"
    count = int(people["count_scorecards"].sum())
    return figure(card, title, said, NO_MARKS, note, n=count, label=strongest(people["label"]))


def _extent(found: Spread) -> tuple[float, float]:
    """A scale on which less than a third of a point looks like little."""
    known = found.interviewers[found.interviewers["low"].notna()]
    low = min([found.typical - LEAST_REACH, *known["low"].astype(float)])
    high = max([found.typical + LEAST_REACH, *known["high"].astype(float)])
    return max(low, 0.0), high


def scales_table(lenient: Leniency | NotKnown, spread: Spread | NotKnown) -> pd.DataFrame:
    """One row an interviewer: leniency beside the plain difference from colleagues, spread beside the plain one."""
    parts = []
    if isinstance(lenient, Leniency):
        rows = lenient.interviewers
        parts.append(
            pd.DataFrame(
                {
                    **_who(rows),
                    "Plain difference": rows["raw"].round(2),
                    "Leniency": _cells(rows, "leniency"),
                    "Leniency, how sure": rows["label"],
                }
            )
        )
    if isinstance(spread, Spread):
        rows = spread.interviewers
        parts.append(
            pd.DataFrame(
                {
                    **(_who(rows) if not parts else {"interviewer_id": rows["interviewer_id"]}),
                    "Plain spread": rows["raw"].round(2),
                    "Spread": _cells(rows, "spread"),
                    "Spread, how sure": rows["label"],
                    "Grade given most": [
                        f"{grade:g} ({words.percent(share)})"
                        for grade, share in zip(rows["most_given"], rows["most_given_share"], strict=True)
                    ],
                }
            )
        )
    if not parts:
        return pd.DataFrame()
    table = parts[0] if len(parts) == 1 else parts[0].merge(parts[1], on="interviewer_id", how="outer")
    return table.drop(columns="interviewer_id").reset_index(drop=True)


def _who(rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Whom a row is about: whichever of the two comes first says it."""
    columns = {"Interviewer": "full_name", "Department": "department", "Scorecards": "count_scorecards"}
    return {"interviewer_id": rows["interviewer_id"], **{head: rows[name] for head, name in columns.items()}}


def _cells(rows: pd.DataFrame, column: str) -> list[str]:
    return [
        f"{words.number(value, 2)} ({words.number(low, 2)} to {words.number(high, 2)})"
        if words.is_known(value)
        else "too few"
        for value, low, high in zip(rows[column], rows["low"], rows["high"], strict=True)
    ]


def _forest(people: pd.DataFrame, column: str, given: Mapping[str, Any]) -> Marks:
    """Those with most scorecards, in that order and in both figures alike; of leniency with how far, in words."""
    enough = people[people["count_scorecards"] >= FEWEST_OF_ONE]
    most = most_of(enough, "count_scorecards").sort_values("count_scorecards", ascending=False, kind="stable")
    rows = _rows(most.reset_index(drop=True), column, "count_scorecards")
    if column == "leniency":
        far = [
            f"{words.number(abs(value), 1)} {'higher' if value > 0 else 'lower'}"
            for value in rows["estimate"]
        ]
        rows = rows.assign(
            right=[f"{one} · {words.number(n)}" for one, n in zip(far, rows["n"], strict=True)]
        )
    return Marks("dots_with_intervals", rows, {"noun": "scorecard", "are_people": True, **given})


def _known(people: pd.DataFrame, column: str) -> int:
    return int(people.loc[people["count_scorecards"] >= FEWEST_OF_ONE, column].notna().sum())


def _two(value: float) -> str:
    return words.number(value, 2)


def _rows(people: pd.DataFrame, column: str, count: str) -> pd.DataFrame:
    names = people["full_name"].fillna(people["interviewer_id"]).astype(str)
    plain = [words.number(value, 2) for value in people["raw"]]
    return pd.DataFrame(
        {
            "name": names.map(brief(list(names))),
            "estimate": people[column],
            "low": people["low"],
            "high": people["high"],
            "n": people[count],
            "verdict": people["label"].map(VERDICTS),
            # Strict is no worse than mild, and wide no better than narrow.
            "direction": "neither",
            "right": [
                f"{department} · {words.number(n)}"
                for department, n in zip(people["department"], people[count], strict=True)
            ],
            "detail": [
                f"{department} · plain value {value}"
                for department, value in zip(people["department"], plain, strict=True)
            ],
        }
    )


def _shares(found: Leniency) -> str:
    return (
        f"Of what one scorecard says, {words.percent(found.candidate_share)} is the candidate, "
        f"{words.percent(found.interviewer_share)} who wrote it, {words.percent(found.rest_share)} neither."
    )

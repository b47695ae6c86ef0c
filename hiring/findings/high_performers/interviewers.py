"""Who interviewed them: interviewers and combinations by the hires they saw, as counted, as expected, after luck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks, strongest, undrawn
from hiring.findings.high_performers import misses
from hiring.findings.high_performers.group import beside, expected, of, ranges, why_leaning
from hiring.findings.high_performers.outcomes import Outcome
from hiring.findings.interviewers.hires import SEPARATOR
from hiring.findings.interviewers.luck import spread
from hiring.findings.interviewers.rows import brief, called
from hiring.statistics.evidence import telling
from hiring.statistics.evidence.shown import Shown
from hiring.statistics.high_performers.expected import HighPerformers
from hiring.statistics.high_performers.groups import FEWEST_OF_INTERVIEWER, FEWEST_OF_PAIR, Factor
from hiring.statistics.high_performers.rows import rows
from hiring.statistics.verdicts import UNTOLD, Label

KEY = "high_performers_interviewers"
#: Under the heading, where people stand by name: it leaves with the picture.
CAUTION = "A count of few hires is mostly luck: no verdict on a person."
STANDFIRST = (
    f"{CAUTION} Of 100 hires seen by each; expected: what hires of the same role, region and start year gave "
    "elsewhere"
)
#: Drawn on each side: the furthest above and below what was expected, after luck; as many, where nobody is told apart
#: from luck, of whoever saw most hires.
EACH_SIDE = {Factor.INTERVIEWER: 6, Factor.PAIR: 2}
HEADS = {Factor.INTERVIEWER: "Interviewer", Factor.PAIR: "Combination"}
#: Of fewer chosen hires with a full first year nobody is compared, drawn or named, whatever the company's fit says.
FEWEST = {Factor.INTERVIEWER: FEWEST_OF_INTERVIEWER, Factor.PAIR: FEWEST_OF_PAIR}
LITTLE_SEEN = "their hires tell less than a third of what it takes"
NO_OTHERS = "hardly anybody to compare with"
#: The count is of the flag at month 12; what is left after luck goes by the one fit of all that was sold.
OTHER_SIDE = "by all they sold in two years, not {side} expected"
TWO_SIDES = (
    "Where square and dot lie on two sides of the tick: the square counts who was a high performer at month 12, the "
    "dot goes by all that these hires sold in up to two years."
)
LUCK_ENOUGH = "luck is enough"
NOBODY = "Nobody saw enough of these hires to be compared"


@dataclass(frozen=True)
class Interviewed:
    """The figure of interviewers and combinations, what may be said of each who stands apart, and the whole list.

    `spread` says what holds of interviewers as a whole, `together` whether pairs add anything to their two people.
    `frame`: everybody's row as `rows` gives it, with `id`, `who`, `side`, the evidence's `label`, `top_third` and
    `needed`, `left` (in a hundred, above what was expected: after luck where that is known, else counted) and `why`;
    those of whom something is told first, by `left` where one of its kind leans or is clear, else by hires seen.
    """

    exhibit: Exhibit
    sayings: tuple[tuple[str, bool | None, str, str], ...]
    table: pd.DataFrame
    spread: str
    together: str
    frame: pd.DataFrame = field(default_factory=pd.DataFrame)


def interviewed(
    kept: HighPerformers, shown: Shown, chosen: pd.DataFrame, outcome: Outcome, *, key: str = KEY
) -> Interviewed:
    """Those with enough hires for anything to be told, named; nothing for viewers without names."""
    names, together = shown.names, telling.combination_sentence(shown.company)
    if names is None:
        return Interviewed(undrawn(key, spread(shown)), (), pd.DataFrame(), spread(shown), together)
    parts = [_rows(kept, shown, chosen, outcome, factor, names) for factor in HEADS]
    frame = pd.concat([part for part in parts if len(part)] or [pd.DataFrame()], ignore_index=True)
    if frame.empty or frame["label"].isin(UNTOLD).all():
        return Interviewed(undrawn(key, NOBODY), (), _table(frame), spread(shown), together, frame)
    drawn = pd.concat([_furthest(part, factor) for part, factor in zip(parts, HEADS, strict=True)])
    apart = frame[is_apart(frame)]
    lead = _lead(apart, shown)
    exhibit = Exhibit(
        key=key,
        lead=lead,
        standfirst=STANDFIRST,
        marks=Marks("counted_and_expected", drawn.reset_index(drop=True)),
        alt=f"{lead}. {spread(shown)}",
        n=len(shown.hires),
        label=strongest(frame["label"]),
        definition=(outcome.card, "expected_in_hundred", "after_luck"),
        note=TWO_SIDES if (_other_side(drawn) != "").any() else "",
    )
    sayings = tuple(_saying(row) for row in apart.to_dict("records"))
    return Interviewed(exhibit, sayings, _table(frame), spread(shown), together, frame)


def _rows(
    kept: HighPerformers,
    shown: Shown,
    chosen: pd.DataFrame,
    outcome: Outcome,
    factor: Factor,
    names: Mapping[str, str],
) -> pd.DataFrame:
    """The rows of one kind, those left furthest above first, with names and the chance of the top third."""
    found = rows(kept, shown.company, chosen, factor, outcome.measure)
    claims = shown.evidence.interviewers if factor is Factor.INTERVIEWER else shown.evidence.pairs
    keys = ["id"] if factor is Factor.INTERVIEWER else ["first_id", "second_id"]
    columns = [*keys, "label", "probability", "top_third", "capped_by", "needed"]
    if found.empty or claims.empty:
        return pd.DataFrame()
    found = found.drop(columns=["label", "capped_by"]).rename(
        columns={"level": "id"} if keys == ["id"] else {}
    )
    made = found.merge(claims[columns], on=keys, how="inner")
    made = made[made["expected"].notna()].reset_index(drop=True)
    made = _of_enough(made, FEWEST[factor])
    people = [[row[key] for key in keys] for row in made[keys].to_dict("records")]
    short = brief(list(names.values()))
    full = [[called(str(who), names) for who in both] for both in people]
    side = shown.seats.drop_duplicates("interviewer_id").set_index("interviewer_id")["department"]
    sides = [" and ".join(dict.fromkeys(str(side.get(who, "Other")) for who in both)) for both in people]
    return made.assign(
        id=[SEPARATOR.join(map(str, both)) for both in people],
        section=HEADS[factor],
        name=[SEPARATOR.join(short.get(one, one) for one in both) for both in full],
        who=[SEPARATOR.join(both) for both in full],
        side=sides,
        detail=[f"{one}; {why}" if why else one for one, why in zip(sides, _other_side(made), strict=True)],
        right=[of(row) for row in made.to_dict("records")],
        verdict=made["label"].where(made["levelled"].notna(), None),
        low=made["levelled_low"],
        high=made["levelled_high"],
        instead=None,
    )


def _of_enough(made: pd.DataFrame, fewest: int) -> pd.DataFrame:
    """The rows with `why`, in their order, last those of whom nothing is told; few of these hires are a reason."""
    is_few = made["n"] < fewest
    label = made["label"].mask(is_few, str(Label.TOO_FEW))
    is_untold = label.isin(UNTOLD)
    why = label.map({str(Label.TOO_FEW): LITTLE_SEEN, str(Label.NO_COMPARISON): NO_OTHERS}).fillna("")
    few = f"fewer than {words.number(fewest)} of these hires"
    numbers = ("levelled", "levelled_low", "levelled_high", "top_third")
    kept = {name: made[name].mask(is_untold) for name in numbers}
    told = made.assign(**kept, label=label, is_untold=is_untold)
    told = told.assign(
        left=(told["levelled"] - told["expected"]).fillna(told["difference"]),
        why=why.mask(is_few, few).mask(~is_untold, _other_side(told)),
    )
    is_bare = (label == str(Label.CANNOT_TELL)) & (told["why"] == "")
    told["why"] = told["why"].mask(is_bare, LUCK_ENOUGH)
    did = misses.said(told)
    told["why"] = told["why"].mask(did != "", did)
    by = "left" if is_apart(told).any() else "n"
    order = told.sort_values(["is_untold", by], ascending=[True, False], kind="stable")
    return order.reset_index(drop=True)


def is_apart(rows: pd.DataFrame) -> pd.Series:
    """Which rows are told apart from luck: nobody is the furthest of those who are not."""
    return rows["label"].isin([str(Label.CLEAR), str(Label.LEANING)])


def _other_side(rows: pd.DataFrame) -> pd.Series:
    """Of each row why the dot and the square, as they are written, lie on two sides of the tick; else empty."""
    counted, expected, levelled = (
        rows[name].astype(float).round() for name in ("counted", "expected", "levelled")
    )
    is_below = (counted < expected) & (levelled > expected)
    is_above = (counted > expected) & (levelled < expected)
    none = pd.Series("", index=rows.index)
    below, above = (OTHER_SIDE.format(side=side) for side in ("below", "above"))
    return none.mask(is_below, below).mask(is_above, above)


def _furthest(part: pd.DataFrame, factor: Factor) -> pd.DataFrame:
    """Of those of whom enough is seen the furthest on each side, or with most hires where none is told from luck."""
    most = EACH_SIDE[factor]
    if part.empty:
        return part
    told = part[~part["label"].isin(UNTOLD)]
    is_furthest = bool(is_apart(part).any())
    ends = pd.concat([told.head(most), told.tail(most)]) if is_furthest else told.head(2 * most)
    kept = told if len(told) <= 2 * most + 1 else ends
    if len(kept) == len(part):
        return kept
    line = pd.DataFrame(
        [{"section": HEADS[factor], "name": "All others", "instead": "in the list", "right": ""}]
    )
    above = min(most, len(kept)) if is_furthest else len(kept)
    return pd.concat([kept.head(above), line, kept.tail(len(kept) - above)], ignore_index=True)


def _lead(apart: pd.DataFrame, shown: Shown) -> str:
    people = apart[apart["section"] == HEADS[Factor.INTERVIEWER]]
    if len(people) == 1:
        row = people.iloc[0]
        stand = "stand apart" if row["label"] == Label.CLEAR else "lean"
        way = "upward" if row["left"] > 0 else "downward"
        return f"Hires seen by {row['name']} {stand} {way}; nobody else stands out"
    if len(people):
        return f"Hires seen by {words.number(len(people))} interviewers lean one way"
    return spread(shown)


def _saying(row: Mapping[Any, Any]) -> tuple[str, bool | None, str, str]:
    """A verdict with its counts, what is left after luck, and the chance of the top third where it may be told."""
    fact = f"{beside(row)}."
    if pd.notna(row["levelled"]):
        likely = words.likely(row["low"], row["high"], words.number)
        fact += f" After luck {words.number(row['levelled'])} in 100, {likely}. {why_leaning(row)}".rstrip()
    if pd.notna(row["top_third"]):
        fact += f" Among the top third: {words.number(row['top_third'] * 10)} in 10."
    return str(row["label"]), bool(row["left"] > 0), str(row["who"]), fact


def _table(frame: pd.DataFrame) -> pd.DataFrame:
    """Everybody in figures, in the order of the rows."""
    if frame.empty:
        return frame
    return pd.DataFrame(
        {
            "Who": frame["who"],
            "Hires": frame["n"].astype(int),
            "Counted": frame["count"].astype(int),
            "Expected": [expected(row) for row in frame.to_dict("records")],
            "Label": frame["label"],
            "After luck, in 100": ranges(frame, "levelled", words.number),
            "Side": frame["side"],
            "Why": frame["why"],
            "Top third": [
                f"{words.number(one * 10)} in 10" if pd.notna(one) else "" for one in frame["top_third"]
            ],
        }
    )

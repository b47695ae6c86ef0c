"""The list of everybody by their hires, and of how many something is told, from the rows of High performers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit
from hiring.findings.high_performers.answer import Counted
from hiring.findings.high_performers.interviewers import HEADS, Interviewed, is_apart
from hiring.findings.high_performers.outcomes import HIGH_PERFORMERS
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.shown import Shown
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.verdicts import UNTOLD, Label

KEY = "interviewers_in_hundred"
TITLE = "Everybody: interviewers, then combinations"
BY_LEFT = "In the order of what is left after luck above what was expected; ranges that overlap leave the order open."
BY_HIRES = "In the order of hires seen, no ranking."
HOW = "Counted and expected are hires with a full first year; after luck, with its range, is in 100 of them."
FEW = "; the others saw too few such hires, or hires whom hardly anybody else saw"
WANTED = "Wanted: more hires until a difference worth acting on would show."
OUT_OF_REACH = "With these panels no number of further hires would tell any of them apart."
NOBODY_COUNTED = (
    "It takes hires with a full first year, and other hires like them to tell what was to be expected."
)
READING = (
    "Square: of 100 hires seen by one, how many became high performers. Tick: how many hires of the same role, "
    "region and start year do. Dot with its line: what is left after luck, filled is clear, outlined leaning, grey "
    "can't tell. A square may lie outside the line: most of a small count's distance is luck. Where a grey line "
    "misses the tick, these hires did better or worse than expected; whether through the interviewer can't be said."
)
#: Under a filter: the dot is of more hires than the square.
DOT_OF_ALL = (
    "Square and tick are of the chosen hires alone; the dot goes by all hires of the company whom one saw, so it may "
    "lie far from a few chosen ones."
)
#: So many are named as having seen most of the chosen high performers.
MOST_NAMED = 3
NO_VERDICT = "These are counts, no verdict."


def standing(found: Interviewed, seen: Shown) -> str:
    """How many interviewers and combinations can be compared, and why not the others; empty without names."""
    if found.frame.empty:
        return ""
    told = found.frame.loc[~found.frame["label"].isin(UNTOLD), "section"].value_counts()
    shown = {head: count for head, count in _counts(seen.evidence).items() if count}
    each = " and ".join(
        f"{words.number(int(told.get(head, 0))) if told.get(head, 0) else 'none'} of {words.counted(of, head.lower())}"
        for head, of in shown.items()
    )
    who = " who saw these hires" if seen.rests_on else ""
    others = FEW if sum(shown.values()) > told.sum() else ""
    return f"{each[:1].upper()}{each[1:]}{who} can be compared{others}."


def accounted(found: Interviewed, seen: Shown) -> str:
    """Who is compared, who is not and where that is said, so that all add up; empty where names are not shown."""
    if found.frame.empty:
        return ""
    is_told = ~found.frame["label"].isin(UNTOLD)
    shown = _counts(seen.evidence)
    told, listed = (rows["section"].value_counts() for rows in (found.frame[is_told], found.frame))
    known = {head: int(listed.get(head, 0)) for head in shown}
    untold = _both({head: known[head] - int(told.get(head, 0)) for head in shown})
    few = _both({head: shown[head] - known[head] for head in shown})
    company = f"Of the company's {_both(_counts(seen.company))} {_both(shown) or 'nobody'} saw these hires."
    return " ".join(
        part
        for part in (
            company if seen.rests_on else "",
            f"Compared: {_both(told) or 'nobody'}.",
            f"Not compared, for a reason that the list gives: {untold}." if untold else "",
            f"Not in the list, with too few hires of a full first year: {few}." if few else "",
        )
        if part
    )


def who_saw(found: Interviewed, of: Counted) -> str:
    """Of the chosen hires who saw most high performers, and how many others: counts, no verdict."""
    if found.frame.empty or not of.count:
        return ""
    people = found.frame[(found.frame["section"] == HEADS[Factor.INTERVIEWER]) & (found.frame["count"] > 0)]
    ordered = people.sort_values(["count", "name"], ascending=[False, True], kind="stable")
    if ordered.empty:
        return ""
    # Nobody is left out who saw as many as somebody named.
    as_many = [int((ordered["count"] >= count).sum()) for count in ordered["count"]]
    most = ordered.head(max((size for size in as_many if size <= MOST_NAMED), default=as_many[0]))
    if len(most) > MOST_NAMED:
        each = words.counted(int(most["count"].iloc[0]), "high performer")
        return f"{words.number(len(most))} people saw {each} here each, nobody more. {NO_VERDICT}"
    high, rest = words.counted(of.count, "high performer"), words.number(of.n - of.count)
    saw = [
        (row["name"], words.number(row["count"]), row["n"] - row["count"]) for row in most.to_dict("records")
    ]
    others = [f" and {words.number(one)}" if of.n > of.count else "" for *_, one in saw]
    (first, count, _), *more = saw
    told = f"{first} saw {count} of the {high} here{others[0]}{f' of the {rest} others' if others[0] else ''}"
    also = [f"{name} {count}{other}" for (name, count, _), other in zip(more, others[1:], strict=True)]
    return f"{'; '.join((told, *also))}. {NO_VERDICT}"


def _counts(of: Evidence) -> dict[str, int]:
    """How many interviewers and pairs the evidence has, by the head of their rows."""
    return {HEADS[Factor.INTERVIEWER]: len(of.interviewers), HEADS[Factor.PAIR]: len(of.pairs)}


def _both(counts: Mapping[str, int] | pd.Series) -> str:
    """ "41 interviewers and 205 combinations"; kinds of which there are none stay out."""
    each = [
        words.counted(int(counts.get(head, 0)), head.lower())
        for head in HEADS.values()
        if counts.get(head, 0)
    ]
    return " and ".join(each)


def listed(found: Interviewed) -> pd.DataFrame:
    """One row an interviewer or pair, in the order of the rows and in numbers that can be sorted."""
    if found.frame.empty:
        return pd.DataFrame()
    frame = found.frame
    told = ~frame["label"].isin(UNTOLD)
    table = pd.DataFrame(
        {
            "Who": frame["who"],
            # Next to the name: on a phone a count without it would be read as a verdict.
            "Label": frame["label"],
            "Counted": frame["count"].astype(int),
            "Expected": (frame["expected"] * frame["n"] / 100).round(1),
            "Hires": frame["n"].astype(int),
            "Why": frame["why"].where(frame["why"] != ""),
            "After luck": frame["levelled"].where(told).round(),
            "from": frame["levelled_low"].where(told).round(),
            "to": frame["levelled_high"].where(told).round(),
            "Side": frame["side"],
            "Top third, in 10": (10 * frame["top_third"]).round(),
            "Wanted": frame["needed"].where(frame["label"] == Label.CANNOT_TELL).round(-1),
        }
    )
    return table.dropna(axis="columns", how="all")


def how(listed: pd.DataFrame) -> str:
    """What order the list has, and what its columns mean."""
    order = BY_LEFT if is_apart(listed.rename(columns={"Label": "label"})).any() else BY_HIRES
    return f"{order} {HOW} {WANTED if 'Wanted' in listed else OUT_OF_REACH}"


def became(hires: pd.DataFrame) -> str:
    """What the hires behind a row became, and why more are listed than count, from `outcomes/hires_listed`."""
    known = hires[hires["is_counted"].astype(bool) & hires["is_high_performer"].notna()]
    count, others = int(known["is_high_performer"].astype(bool).sum()), len(hires) - len(known)
    full = f"{words.number(count)} of the {words.counted(len(known), 'hire')} with a full first year"
    unknown = f"; what the other {words.number(others)} did in theirs is not known yet, or left out"
    return f"{full} {HIGH_PERFORMERS.did}{unknown if others else ''}."


def exhibit(found: Interviewed) -> Exhibit:
    """The figure under a heading of its own: who is drawn, and furthest only where somebody is told from luck."""
    if not found.exhibit.is_drawn:
        return found.exhibit
    lead = _drawn(found)
    return replace(found.exhibit, lead=lead, alt=f"{lead}. {found.spread}.")


def _drawn(found: Interviewed) -> str:
    """Of which kinds the furthest are drawn, of which those with most hires, and of which all that can be compared."""
    rows = found.exhibit.marks.rows
    drawn = rows.loc[rows["id"].notna(), "section"].value_counts()
    told = found.frame.loc[~found.frame["label"].isin(UNTOLD), "section"].value_counts()
    apart = set(found.frame.loc[is_apart(found.frame), "section"])
    most = {head: int(drawn.get(head, 0)) for head in HEADS.values() if head not in apart}
    every = {head for head, count in most.items() if count == told.get(head, 0)}
    parts = (
        (
            "furthest above and below of {}",
            found.frame[found.frame["section"].isin(apart)]["section"].value_counts(),
        ),
        ("{} with most hires", {head: count for head, count in most.items() if head not in every}),
        ("only {} that can be compared", {head: count for head, count in most.items() if head in every}),
    )
    said = " and the ".join(way.format(both) for way, counts in parts if (both := _both(counts)))
    return f"The {said}{'' if apart else '; nobody stands out'}"

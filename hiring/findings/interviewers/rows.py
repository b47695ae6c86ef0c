"""Words the parts of "Interviewers and combinations" share: who is called what, where one stands, how many more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.findings.marks import Reference, Row
from hiring.statistics.evidence.claims import ranked
from hiring.statistics.evidence.counted import hires_of
from hiring.statistics.verdicts import UNTOLD, Label

Names = Mapping[str, str] | None  # None: the viewer may not see names
LONGEST_LEAD = 90
#: The scale reaches at least so far: where nobody differs, dots close together should look it.
LEAST_REACH = 0.5
LINE = f"line: likely range (95{words.THIN}%)"
#: The words at the two ends of a scale, and the middle of it.
ENDS = ("lower", "higher")
AVERAGE = Reference(0.0, "average")
NO_NAMES = "Names are not part of your access."


def with_label(frame: pd.DataFrame, label: Label) -> pd.DataFrame:
    """The rows of that label, the furthest from zero first."""
    found = frame[frame["label"] == label]
    return found.sort_values("estimate", key=lambda values: -values.abs(), kind="stable")


def in_order(frame: pd.DataFrame) -> pd.DataFrame:
    """Highest first where anybody leans or is clear; else by hires seen: an order by estimates would rank by luck."""
    if frame["label"].isin((Label.CLEAR, Label.LEANING)).any():
        return ranked(frame)
    return frame.sort_values(["n", "id"], ascending=[False, True], kind="stable").reset_index(drop=True)


def called(who: object, names: Mapping[str, str]) -> str:
    """A person's name; the id where none is known."""
    return names.get(str(who)) or str(who)


def brief(names: Sequence[str]) -> dict[str, str]:
    """Each name as a list of many writes it, "A. Okafor"; two who would come out alike keep the whole name."""
    whole = list(dict.fromkeys(names))
    short = {name: _initialed(name) for name in whole}
    times = Counter(short.values())
    return {name: short_name if times[short_name] == 1 else name for name, short_name in short.items()}


def _initialed(name: str) -> str:
    first, _, rest = name.strip().partition(" ")
    return f"{first[0]}. {rest.strip()}" if rest.strip() and "," not in first else name


def brief_names(people: pd.DataFrame) -> dict[str, str]:
    """The short name of each interviewer by id, from a frame of interviewer_id and full_name."""
    known = people[["interviewer_id", "full_name"]].dropna().astype(str).drop_duplicates("interviewer_id")
    short = brief(list(known["full_name"]))
    return {who: short[name] for who, name in known.itertuples(index=False, name=None)}


def extent(frame: pd.DataFrame) -> tuple[float, float]:
    """A scale that holds every interval that may be drawn, and never magnifies what hardly differs."""
    drawn = frame[~frame["label"].isin(UNTOLD)]
    low = min([-LEAST_REACH, *drawn["low"].astype(float)])
    high = max([LEAST_REACH, *drawn["high"].astype(float)])
    room = 0.06 * (high - low)
    return low - room, high + room


def verdict(row: Mapping[str, Any]) -> str:
    """The label as charts draw it: of what is not told they draw nothing, whatever it lacks."""
    return str(Label.TOO_FEW if row["label"] in UNTOLD else row["label"])


def direction(row: Mapping[str, Any]) -> str | None:
    """Which way a claim goes; None where nothing is claimed."""
    if row["label"] not in (Label.CLEAR, Label.LEANING):
        return None
    return "higher" if row["estimate"] > 0 else "lower"


def deviations(value: float) -> str:
    """A difference in SD: "+0.3 SD"."""
    return f"{words.signed(value, 1)}{words.FIXED}SD"


def hundredths(value: float) -> str:
    """A difference with two decimals, so that columns of them line up."""
    return words.signed(value, 2)


def cell(row: Mapping[str, Any]) -> str:
    """An estimate with its interval, "+0.1 (−0.1 to +0.3)"; with too few hires it is told, not shown."""
    if row["label"] in UNTOLD:
        return "no comparison" if row["label"] == Label.NO_COMPARISON else "too few to tell"
    return words.with_interval(row["estimate"], row["low"], row["high"], words.fine)


def plain_mean(row: Mapping[str, Any]) -> str:
    """The mean before any comparison; empty where it would give away single hires."""
    if not words.is_known(row["raw_mean"]):
        return ""
    return f"plain mean {deviations(row['raw_mean'])}, before any comparison"


def numbers(row: Row) -> Row:
    """What a figure draws of a row, and how many of its hires are chosen."""
    kept = ("estimate", "low", "high", "n", "here", "is_least")
    return {column: row[column] for column in kept if column in row}


def chosen(row: Mapping[str, Any]) -> str:
    """How many of its hires are in the selection, for a figure's hover; empty where all are."""
    is_all = row.get("here", row["n"]) == row["n"] and not row.get("is_least")
    return "" if is_all else f"{hires_of(row)} in this selection"


def counts(row: Row, heading: str) -> Row:
    """The cells of a table that tell of how many hires an estimate is, and how many of them are chosen."""
    n = f"{words.number(row['n'])} or more" if row.get("is_least") else int(row["n"])
    return {heading: n, "In this selection": int(row["here"] if "here" in row else row["n"])}


def most(needed: pd.Series) -> str:
    """How many more hires each of these would need, in the middle: "about 100"; empty where none can get there."""
    known = needed[needed.notna() & (needed > 0)].astype(float)
    return f"about {words.number(_rounded(float(known.median())))}" if len(known) else ""


def _rounded(value: float) -> float:
    step = 10 if value >= 20 else 1
    return max(step * round(value / step), 1)

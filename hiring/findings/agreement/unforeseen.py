"""What came up unforeseen in the hirings: how often, how soon it was decided, and as whose option; both sides alike."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.agreement.trend import SIDES
from hiring.statistics.incidents import ALL

TITLE = "No-shows, late refusals, clients who changed their mind"
LACKS = (
    "What came up unforeseen, and how it ended, is not known",
    "incidents.csv",
    "A list kept by hand of HR and Sales will do: the day, what came up, each side's option, the decision.",
)
NOTHING = "Nothing unforeseen is written down for what the filters leave."
BY_HAND = (
    "Since {day}, from a list kept by hand of what had to be decided; how many did not come of all who applied stands "
    "on Candidates"
)
READING = (
    "Working days run from the day something came up until its decision; what is open counts as long as "
    "it has waited. "
    "Ended as a side proposed: the decision is written as that side's option is. Which was the better is not known."
)
#: Folded away by the page: whose option was taken is no score.
ENDING = "How it ended"
OPTIONS = "Both sides' options written"
NAMES = {
    "no_show": "A candidate did not come",
    "late_decline": "An offer was declined late",
    "client_change": "A client changed its mind",
    "other": "Something else",
    ALL: "All",
}
ENDED = {
    "HR": "as HR proposed",
    "Sales": "as Sales proposed",
    "both": "as both did",
    "another": "otherwise",
    "not written": "decision not written down",
    "open": "still open",
}


def lead(rows: pd.DataFrame) -> str:
    """How many things came up, and by when half of them were decided."""
    if rows.empty:
        return TITLE
    told = rows.iloc[-1]
    many = words.counted(told["n"], "thing")
    if not _is_told(told):
        return f"{many} came up unforeseen"
    return (
        f"{many} came up unforeseen; half were decided within {words.counted(told['median'], 'working day')}"
    )


def since(rows: pd.DataFrame) -> str:
    """From which day on the list goes, and that it is kept by hand; empty without a row."""
    return "" if rows.empty else BY_HAND.format(day=words.day(rows.iloc[-1]["first_on"]))


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """A row a kind of `incidents.by_kind`, and one of all; where all options are written, no column says so."""
    told = rows.to_dict("records")
    made = pd.DataFrame(
        {
            "What came up": [NAMES[row["kind"]] for row in told],
            "How often": [words.number(row["n"]) for row in told],
            "Working days until decided": [_days(row) for row in told],
            OPTIONS: [_of(row["count_options"], row["n"]) for row in told],
            ENDING: [_ended(row) for row in told],
        }
    )
    are_written = all(row["count_options"] == row["n"] for row in told)
    return made.drop(columns=OPTIONS) if are_written else made


def _is_told(row: Mapping[Any, Any] | pd.Series) -> bool:
    return row["n"] >= SMALLEST_GROUP and words.is_known(row["median"])


def _days(row: Mapping[Hashable, Any]) -> str:
    """The median with its range, and the longest."""
    if row["n"] < SMALLEST_GROUP:
        return "too few to show"
    longest = f"the longest {words.number(row['longest'])}"
    if not _is_told(row):
        return f"half are not decided yet; {longest}"
    return f"{words.with_interval(row['median'], row['low'], row['high'], words.number)}; {longest}"


def _ended(row: Mapping[Hashable, Any]) -> str:
    return ", ".join(
        f"{words.number(row[end])} {said}" for end, said in ENDED.items() if row[end] or end in SIDES
    )


def _of(count: int, n: int) -> str:
    return f"{words.number(count)} of {words.number(n)}"

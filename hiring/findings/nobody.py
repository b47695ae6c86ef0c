"""Why nobody stands on a page though files came in: no hire matches, few do, or none has been there long enough.

One wording for all pages; what is wrong with the files themselves is in `links` and `not_loaded`.
"""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.links import WIDEN
from hiring.findings.sentences import NOBODY_CHOSEN, kept_hidden

NONE_YET = "No hire that matches these filters has a full first year yet"
NONE_ON_FILE = "No hire that matches these filters has a full first year on file"
TOO_FEW_YET = "Too few hires that match these filters have a full first year"


def with_full_year(milestones: pd.DataFrame, known: int, as_of: pd.Timestamp) -> tuple[str, str]:
    """The fact and what to do, where the outcome of fewer than five hires is known.

    `milestones`: the answer to `outcomes/milestones_by_hire`, a row a hire; `known`: of how many the first year is.
    """
    if milestones.empty:
        return NOBODY_CHOSEN, WIDEN
    if known:
        return TOO_FEW_YET, f"{kept_hidden(SMALLEST_GROUP)} {WIDEN}"
    first = pd.Timestamp(milestones["sales_start_on"].min()) + pd.DateOffset(years=1)
    if first <= as_of:
        return NONE_ON_FILE, WIDEN
    return NONE_YET, f"The first will have one on {words.day(first)}. {WIDEN}"

"""What became of hires whom a colleague referred, by what the colleague had shown by then: counts, no verdict."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP
from hiring.findings import beside_expected

#: By the word in `sources/referrers_by_hire`; who came without a colleague last.
NOBODY = "nobody"
GROUPS = {
    "high performer": "Already a high performer when they referred",
    "other seller": "Other sellers",
    "not known by then": "Sellers, in their first year then",
    "no seller": "Colleagues who do not sell",
    "not found": "Others, or not found",
    NOBODY: "Nobody, or not written down",
}
TITLE = "Who referred them, and what became of the hires"
STANDFIRST = (
    "Hires with a full first year, by the colleague on file, whatever their source; expected: what hires of the same "
    "role, region and start year gave without one (last row); likely range in 100"
)


def grouped(hires: pd.DataFrame) -> pd.DataFrame:
    """The answer to `sources/referrers_by_hire`, who came without a colleague named so."""
    return hires.assign(referrer=hires["referrer"].fillna(NOBODY))


def is_any(hires: pd.DataFrame) -> bool:
    """Whether anybody is known to have been referred."""
    return bool(hires["referrer"].notna().any())


def lead(rows: pd.DataFrame) -> str:
    """What became of all whom a colleague referred, where no group of them is too small to show; else the subject."""
    told = rows[rows["group"] != NOBODY]
    count, n = int(told["count"].sum()), int(told["n"].sum())
    if too_small(rows["n"]).any() or n < SMALLEST_GROUP:
        return TITLE
    expected = words.number(sum(_expected(rows)))
    hires, became = words.counted(n, "hire"), f"{words.number(count)} became high performers"
    return f"Of {hires} with a named referrer {became}, expected {expected}; no verdict"


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """A row a group of `described.became`; small ones are withheld, and never one alone."""
    hidden, made = too_small(rows["n"]) | (rows["n"] == 0), []
    for row, is_hidden, expected in zip(rows.to_dict("records"), hidden, _expected(rows), strict=True):
        cells = beside_expected.TOO_FEW, ""
        if not is_hidden:
            cells = (
                beside_expected.share(row["count"], row["n"], None if row["group"] == NOBODY else expected),
                beside_expected.share(row["count_stayed"], row["n"]),
            )
        made.append((GROUPS[row["group"]], words.number(row["n_hires"]), *cells))
    return pd.DataFrame(made, columns=["Referred by", "Hires", "High performers", "There at month 12"])


def _expected(rows: pd.DataFrame) -> list[float]:
    """What was expected of each group in whole hires that add up: steps between rounded sums; none of the last row."""
    sums = (rows["expected"].where(rows["group"] != NOBODY, 0.0).cumsum() + 0.5).floordiv(1)
    return sums.diff().fillna(sums).tolist()

"""Check-ins of the first months beside what interviews had said, and what became of the doubted: counts, no verdict."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP
from hiring.findings import beside_expected
from hiring.findings.beside_expected import TOO_FEW
from hiring.findings.interviewers.rows import hundredths
from hiring.statistics.outcomes import KEY
from hiring.statistics.rates import Interval, mean_interval

AGAIN, DOUBTED = "again", "doubted"
SAID = {AGAIN: "Would be hired again", DOUBTED: "Would not"}
TITLE = "What check-ins said of the hires"


def talks(rows: pd.DataFrame) -> pd.DataFrame:
    """A row a hire of `outcomes/check_ins_by_hire`: what the talk `said`, and the mean that interviews had given."""
    told = rows[rows["would_hire_again"].notna()]
    by = told.assign(would_hire_again=told["would_hire_again"].astype(bool)).groupby(KEY, sort=False)
    found = by.agg(is_again=("would_hire_again", "all"), interview=("interview_score", "mean")).reset_index()
    return found.assign(said=found["is_again"].map({True: AGAIN, False: DOUBTED}))


def lead(became: pd.DataFrame) -> str:
    """What became of the hires whom a manager would not hire again by then; of too few, what is shown."""
    doubted = became[became["group"] == DOUBTED]
    if doubted.empty or _hidden(became).any():
        return TITLE
    row = doubted.iloc[0]
    count, expected = int(row["count"]), words.number(row["expected"])
    they = "a high performer" if count == 1 else "high performers"
    hires = words.counted(row["n"], "hire")
    return f"Of {hires} doubted at check-ins {words.number(count)} became {they}, expected {expected}; no verdict"


def table(became: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """The doubted and the others (`described.became`), and what interviews had said of them; neither alone."""
    hidden, made = _hidden(became).any(), []
    for row in became.to_dict("records"):
        before = told.loc[told["said"] == row["group"], "interview"].dropna()
        cells = TOO_FEW, ""
        if not hidden:
            share = beside_expected.share(row["count"], row["n"], row["expected"])
            cells = share, _mean(mean_interval(before))
        made.append((SAID[row["group"]], words.number(row["n_hires"]), *cells))
    return pd.DataFrame(made, columns=["At the check-in", "Hires", "High performers", "In interviews"])


def _hidden(became: pd.DataFrame) -> pd.Series:
    return too_small(became["n"]) | (became["n"] == 0)


def competencies(rows: pd.DataFrame) -> pd.DataFrame:
    """Each competency scored in interviews and at the check-in of the same hires, the highest there first."""
    both = rows.dropna(subset=["score", "interview_score"])
    made = []
    for name, mine in both.groupby("competency"):
        if len(mine) < SMALLEST_GROUP:
            continue
        seen, before = (mine[column].to_numpy(float) for column in ("score", "interview_score"))
        less = mean_interval(seen - before)
        apart = words.with_interval(less.estimate, less.low, less.high, hundredths)
        means = [words.number(float(one.mean()), 2) for one in (seen, before)]
        made.append((-float(seen.mean()), str(name), *means, apart, words.number(less.n)))
    columns = ["Competency", "At the check-in", "In interviews", "Difference", "Hires"]
    return pd.DataFrame([one[1:] for one in sorted(made)], columns=columns)


def _mean(found: Interval) -> str:
    if found.n < SMALLEST_GROUP:
        return TOO_FEW
    return words.with_interval(found.estimate, found.low, found.high, lambda value: words.number(value, 2))

"""What leads the page "Agreement": of each side what it kept of what it promised, beside a year before; never a sum."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.findings.agreement import trend
from hiring.findings.agreement.trend import SIDES
from hiring.statistics.rates import wilson
from hiring.statistics.verdicts import SMALLEST_JUDGED

LATELY = "in the last four quarters"
NO_CONTEST = "No contest: each side promised other things, each with its own limit of days."
EACH_PROMISED = "No contest: promises differ."
OTHER_TERMS = "Years from before {day} had other limits and are not set beside these."


def lead(rows: pd.DataFrame, years: pd.DataFrame, terms_from: pd.Timestamp | None = None) -> tuple[str, str]:
    """How much of all that was promised is kept, now and before; below it the counts.

    Of the last four quarters that are over, where enough was due in them; else of all the time there is.
    """
    if not (rows["n"] >= SMALLEST_JUDGED).any():
        return "Too few promises are due to say how they are kept", ""
    owing = [side for side in SIDES if rows.loc[rows["department"] == side, "n"].sum()]
    who = f"{' and '.join(owing)} {'keep' if len(owing) > 1 else 'keeps'}"
    what = "what they promised each other" if len(owing) > 1 else "what was promised"
    if len(owing) == len(SIDES) and (each := _of_each(years)):
        said, counts, is_beside = each
        other = "" if terms_from is None or is_beside else OTHER_TERMS.format(day=words.day(terms_from))
        return said, " ".join(filter(None, (counts, other, NO_CONTEST)))
    both = years.groupby("years_ago")[["count_kept", "n"]].sum()
    both = both[both["n"] >= SMALLEST_JUDGED]
    if 0 not in both.index:
        kept, n = int(rows["count_kept"].sum()), int(rows["n"].sum())
        return f"{who} {words.percent(kept / n)} of {what}", f"{_likely(kept, n)}. {NO_CONTEST}"
    told = {
        ago: (int(both["count_kept"][ago]), int(both["n"][ago]))
        for ago in (0, *trend.BEFORE)
        if ago in both.index
    }
    (kept, n), ago = told[0], max(told)
    said = f"{who} {words.percent(kept / n)} of {what}"
    counts = f"{_of(kept, n)} {LATELY}"
    if ago:
        said += f", {words.percent(told[ago][0] / told[ago][1])} {trend.BEFORE[ago]}"
        counts += f", {_of(*told[ago])} {trend.BEFORE[ago]}"
    other = (
        ""
        if terms_from is None or ago == max(trend.BEFORE)
        else OTHER_TERMS.format(day=words.day(terms_from))
    )
    return said, " ".join(filter(None, (f"{counts}.", other, NO_CONTEST)))


def _of_each(years: pd.DataFrame) -> tuple[str, str, bool] | None:
    """Of each side what it kept in the last four quarters and a year before; None where one had too few due.

    No sum of both: nobody at the table owns that, and each promised other things. Last: whether all years stand there.
    """
    enough = years[years["n"] >= SMALLEST_JUDGED].set_index(["years_ago", "department"])
    ago = [one for one in (0, *trend.BEFORE) if all((one, side) in enough.index for side in SIDES)]
    if 0 not in ago:
        return None
    given = enough.to_dict("index")
    shown = {one: [given[(one, side)] for side in SIDES] for one in ago}
    rates = {one: [words.percent(float(row["rate"])) for row in rows] for one, rows in shown.items()}
    counts = {
        one: [_of(int(row["count_kept"]), int(row["n"])) for row in rows] for one, rows in shown.items()
    }
    hr, sales = SIDES
    said = f"{hr} keeps {rates[0][0]} of what it promised, {sales} {rates[0][1]}"
    told = f"{hr} {counts[0][0]}, {sales} {counts[0][1]} {LATELY}"
    if before := max(ago):
        said += f"; {trend.BEFORE[before]} {' and '.join(rates[before])}"
        told += f"; {trend.BEFORE[before]} {' and '.join(counts[before])}"
    return said, f"{told}.", before == max(trend.BEFORE)


def _likely(kept: int, n: int) -> str:
    share = wilson(kept, n)
    return f"{_of(kept, n)} ({words.likely(share.low, share.high)})"


def _of(count: int, n: int) -> str:
    return f"{words.number(count)} of {words.number(n)}"

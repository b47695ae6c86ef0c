"""What both sides should talk about: the promises kept least, what waits too long, and where they rate most apart."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.agreement.leads import EACH_PROMISED
from hiring.findings.alignment.departments import SCALE_POINTS
from hiring.findings.exhibit import Exhibit
from hiring.findings.overview.questions import kept_least
from hiring.findings.review.measures import Measure
from hiring.findings.review.promised import Promised
from hiring.statistics.verdicts import UNTOLD, Label

Lines = tuple[tuple[str, str], ...]

MOST_GAPS = 2
A_YEAR_BEFORE = " (a year before "  # said once of all sides
NOTHING = (
    "Nothing stands out: no promise is overdue and no competency is rated apart by more than luck makes it."
)


def agenda(
    found: Promised | None, kept: Mapping[str, Measure], named: str, shown: Collection[Exhibit], of_today: str
) -> Lines:
    """Each with what it is about: promises before ratings, as a promise can be kept from tomorrow on.

    `kept`: by side what it kept of what was due in the quarter that is `named` so; `of_today` stands after what is of
    all data there are, where the quarter is past.
    """
    told = _kept(kept, named)
    if found is not None:
        told += [("Least kept", one.said) for one in kept_least(found.told, found.when)]
        told += [("Overdue", found.overdue)] if found.overdue else []
        said, counts = found.whole.withdrew
        told += [("Withdrawals", f"{said}. {counts}")] if said else []
    for gaps in (one for one in shown if one.key == "alignment_gaps"):
        told += [("Ratings", f"{said} {of_today}".strip()) for said in _apart(gaps)]
    return tuple(told) or (("", NOTHING),)


def _kept(kept: Mapping[str, Measure], named: str) -> list[tuple[str, str]]:
    """What each side kept of what was due in the quarter, and a year before."""
    told = [(side, one) for side, one in kept.items() if one.now.n >= SMALLEST_GROUP]
    said = "; ".join(
        f"{side} {words.percent(one.now.estimate)} of {words.number(one.now.n)}{_before(one)}"
        for side, one in told
    )
    contest = f" {EACH_PROMISED}" if len(kept) > 1 else ""
    first, then, rest = said.partition(A_YEAR_BEFORE)
    said = first + then + rest.replace(A_YEAR_BEFORE, " (then ")
    return [("Promises kept", f"Of what was due in {named}: {said}.{contest}")] if said else []


def _before(one: Measure) -> str:
    if one.before.n < SMALLEST_GROUP:
        return ""
    return f"{A_YEAR_BEFORE}{words.percent(one.before.estimate)} of {words.number(one.before.n)})"


def _apart(gaps: Exhibit) -> list[str]:
    """The competencies rated furthest apart, of those apart by more than luck makes them: what is clear first."""
    rows = gaps.marks.rows
    sure = rows[~rows["verdict"].isin({*UNTOLD, Label.CANNOT_TELL})]
    order = pd.DataFrame({"leans": sure["verdict"] != Label.CLEAR, "apart": -sure["estimate"].abs()})
    furthest = sure.reindex(order.sort_values(["leans", "apart"], kind="stable").index)
    told = "; ".join(
        f"{row['name']}: {'HR' if row['estimate'] > 0 else 'Sales'} rates the same candidates "
        f"{words.number(abs(row['estimate']), 2)} points higher"
        f"{', a small gap' if abs(row['estimate']) < SCALE_POINTS.same_within else ''} "
        f"({words.counted(row['n'], 'candidate')}; {str(row['verdict']).lower()})"
        for row in furthest.head(MOST_GAPS).to_dict("records")
    )
    return [f"{told}: what does each side mean by that?"] if told else []

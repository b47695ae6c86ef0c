"""The chosen period beside a second one: every measure over all roles in both, described."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from hiring import metrics, words
from hiring.access.scope import Scope
from hiring.findings.overview.changes import cell
from hiring.findings.overview.recent import Reading, Recent, readings
from hiring.findings.scope import compared_in_words
from hiring.statistics.verdicts import SMALLEST_JUDGED

COLUMNS = ["Measure", "This period · n", "The second period · n"]
NOBODY = "Nobody in one of the two periods can be judged yet"


@dataclass(frozen=True)
class TwoPeriods:
    """What stands over the table, which period is the second, and a row a measure."""

    title: str
    standfirst: str
    table: pd.DataFrame = field(default_factory=pd.DataFrame)


def two_periods(
    outcomes: tuple[pd.DataFrame, pd.DataFrame], offers: tuple[pd.DataFrame, pd.DataFrame], scope: Scope
) -> TwoPeriods:
    """The periods of `scope` and of `scope.compared()`, whose answers come in that order.

    `outcomes`: rows of `overview/outcomes_by_hire`; `offers`: rows of `shared/offers_by_role_and_month`.
    """
    when = Recent(scope.hired_from, scope.hired_to, scope.hired_from.replace(day=1))
    found = readings(
        pd.concat(outcomes, ignore_index=True),
        pd.concat(offers, ignore_index=True),
        when,
        scope.outcome_window,
    )
    of_all = [one for one in found if not one.role]
    told = compared_in_words(scope)
    standfirst = f"{told[:1].upper()}{told[1:]}; ranges beside each other are no verdict"
    rows = [
        (
            metrics.card(one.measure.card).title(scope),
            *(f"{cell(value, one)} · {words.number(value.n)}" for value in (one.now, one.before)),
        )
        for one in of_all
    ]
    return TwoPeriods(_title(of_all[0]), standfirst, pd.DataFrame(rows, columns=COLUMNS))


def _title(bar: Reading) -> str:
    """ "55 % met the bar, 48 % of the second period"."""
    if min(bar.now.n, bar.before.n) < SMALLEST_JUDGED:
        return NOBODY
    return f"{words.percent(bar.now.estimate)} met the bar, {words.percent(bar.before.estimate)} of the second period"

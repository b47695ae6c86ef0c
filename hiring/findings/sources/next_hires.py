"""Where the next tenth of the hires might come from: said only where evidence carries it and the supply was seen."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.findings.high_performers.group import beside
from hiring.findings.sources import comparable
from hiring.findings.sources.answer import words_joined
from hiring.statistics.high_performers.next_hires import next_hires
from hiring.statistics.rates import Interval, wilson
from hiring.statistics.ratios import one_for_another
from hiring.statistics.verdicts import SMALLEST_JUDGED, Label

TITLE = "The next 10 %"
TENTH = 0.1
NO_MOVE = "No move between sources is better supported than another: none leans above comparable hires."
#: Before what holds of all hires where nothing can be told of those chosen.
WITHOUT_FILTERS = "Without filters"
NO_OTHER = "no source is better supported than another"
#: Below so many hires of a source in its best year a sentence about its next ones is one about single people.
FEWEST = 5
#: So many sources are told of.
MOST = 2


def most_in_a_year(starts: pd.Series) -> int:
    """The most starts within any twelve months."""
    days = pd.DatetimeIndex(pd.to_datetime(starts.dropna())).sort_values()
    ends = days.searchsorted(days + pd.DateOffset(years=1), side="left")
    return int((ends - range(len(days))).max()) if len(days) else 0


def latest_year(starts: pd.Series, until: pd.Timestamp) -> int:
    """The starts in the twelve months that `until` ends."""
    days = pd.to_datetime(starts.dropna())
    return int(((days > until - pd.DateOffset(years=1)) & (days <= until)).sum())


def elsewhere(rows: pd.DataFrame) -> list[str]:
    """Which sources lean above comparable hires where no filter is set, from its rows of `comparable`."""
    ahead = comparable.leaning_above(rows)[:MOST]
    if not ahead:
        return []
    lean = "leans" if len(ahead) == 1 else "lean"
    names = words_joined([str(row["name"]) for row in ahead])
    counts = "; ".join(beside(row) for row in ahead)
    return [f"{WITHOUT_FILTERS} {names} {lean} above comparable hires ({counts})."]


def sentences(
    rows: pd.DataFrame,
    by_hire: pd.DataFrame,
    costs: Mapping[str, Interval],
    currency: str,
    *,
    until: pd.Timestamp,
    is_company_wide: bool = False,
) -> list[str]:
    """What up to two sources would bring that lean above comparable hires, what that cost, and why no cheaper one is.

    `rows`: those of `comparable`; `by_hire`: the answer to `sources/retention_by_hire`; `costs` of a hire, by source.
    The count is a tenth of the hires of the latest twelve months, and no more than the source brought in any year.
    `until`: the last day of these. `is_company_wide`: costs are of more hires than these.
    """
    if rows.empty:
        return [f"{comparable.TOO_FEW}."]
    ahead = comparable.leaning_above(rows)[:MOST]
    said = [] if ahead else [NO_MOVE]
    for row in ahead:
        cost = _cost_in_words(row, costs, currency, is_company_wide=is_company_wide)
        said += _of_one(row, by_hire, cost, until, is_alone=len(ahead) == 1)
    if len(ahead) < MOST and not is_company_wide:
        said += _cheaper(comparable.not_above(rows), ahead, costs, currency)
    return said


def _of_one(
    row: Mapping[str, Any], by_hire: pd.DataFrame, cost: str, until: pd.Timestamp, *, is_alone: bool
) -> list[str]:
    """How many of the next hires, what they would bring and how far luck reaches; where the rest comes from."""
    name = str(row["name"])
    supply = most_in_a_year(by_hire.loc[by_hire["source"] == name, "sales_start_on"])
    year = latest_year(by_hire["sales_start_on"], until)
    tenth = max(math.ceil(TENTH * year), FEWEST)
    count = min(tenth, supply)
    if count < FEWEST:
        return [
            f"{name} leans above comparable hires, but never brought more than {words.counted(supply, 'hire')} within "
            "twelve months: too few to say what the next would bring."
        ]
    found = next_hires(count, *(row[column] / 100 for column in ("expected", "levelled", "low", "high")))
    many, expected = words.number(found.estimate), words.number(found.expected)
    became = f"{many} would become {'a high performer' if many == '1' else 'high performers'}"
    tenth_is = (
        f"A tenth of the {words.counted(year, 'hire')} of the latest twelve months is {words.number(tenth)}"
    )
    if TENTH * year <= FEWEST - 1:
        started = f"In the latest twelve months {words.counted(year, 'hire')} started"
        tenth_is = f"{started}; of fewer than {FEWEST} nothing is said"
    others = f", so for the other {words.number(tenth - count)} {NO_OTHER}" if is_alone else ""
    rest = f"{tenth_is}; {name} has brought {words.number(supply)} at most in a year{others}."
    if count == tenth:
        rest = f"{tenth_is}."
    no_gain = " No gain is to be seen." if many == expected else ""
    first, luck = ("", "") if row["verdict"] == Label.CLEAR else ("If anything, ", "; may be luck")
    return [
        f"{first}{name}: of the next {words.number(count)} hires {became} if they came as its own did, likely "
        f"{words.number(found.low)} to {words.number(found.high)}; elsewhere {expected}{luck}.{no_gain}",
        f"{rest} {cost}".strip(),
    ]


def _cost_in_words(
    row: Mapping[str, Any], costs: Mapping[str, Interval], currency: str, *, is_company_wide: bool
) -> str:
    cost = costs.get(str(row["name"]))
    if cost is None or not words.is_known(cost.estimate):
        return ""
    amount = words.money(cost.estimate, currency)
    if is_company_wide:
        return f"Company-wide, {row['name']} hires cost {amount} each."
    one = _of_a_high_performer(row, costs).estimate
    more = f", {words.money(one, currency)} for each high performer" if words.is_known(one) else ""
    return f"{row['name']} hires cost {amount} each{more}."


def _of_a_high_performer(row: Mapping[str, Any], costs: Mapping[str, Interval]) -> Interval:
    """What a high performer of the source cost; nan where that is not known."""
    cost = costs.get(str(row["name"]), Interval(math.nan, math.nan, math.nan, 0))
    return one_for_another(cost, wilson(int(row["count"]), int(row["n"])))


def _cheaper(
    others: Sequence[Mapping[str, Any]],
    ahead: Sequence[Mapping[str, Any]],
    costs: Mapping[str, Interval],
    currency: str,
) -> list[str]:
    """The source whose high performers cost least, where that is none of those told, and why it is not told."""
    known = [
        (ratio.estimate, ratio, row)
        for row in others
        if row["n"] >= SMALLEST_JUDGED
        and words.is_known((ratio := _of_a_high_performer(row, costs)).estimate)
    ]
    told = [one for row in ahead if words.is_known(one := _of_a_high_performer(row, costs).estimate)]
    if not known:
        return []
    least, ratio, row = min(known, key=lambda one: one[0])
    if told and least >= min(told):
        return []

    def show(amount: float) -> str:
        return words.money(amount, currency)

    is_below = row["verdict"] != Label.CANNOT_TELL
    why = "its hires lean below" if is_below else "we can't tell its hires from"
    counts = f"{words.number(row['count'])} of {words.number(row['n'])} became high performers"
    expected = words.number(row["expected"] * row["n"] / 100)
    return [
        f"{row['name']} cost {'less' if told else 'least'} for each high performer, {show(least)}, "
        f"likely {words.span(ratio.low, ratio.high, show)}, but {why} comparable ones: {counts}, expected {expected}."
    ]

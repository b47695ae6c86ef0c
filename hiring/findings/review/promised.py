"""What both sides promised, as a review tells it: up to its quarter's end, in the four quarters its exhibits show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import pandas as pd

from hiring import words
from hiring.findings.agreement import waiting
from hiring.findings.agreement.answer import STANDFIRST, Agreement
from hiring.findings.agreement.answer import agreement as agreement_of
from hiring.findings.agreement.trend import SIDES
from hiring.findings.exhibit import Exhibit
from hiring.findings.review.pack import SHARE

Columns = tuple[list[Exhibit], list[Exhibit]]

KEYS = "agreement_"
NOW, THEN = "overdue now", "overdue then"  # of a promise, where the quarter is past
AROUND = 160.0  # pixels of a figure's title and words
NEVER = "{who} {when} never came: the application or the opening ended first."


@dataclass(frozen=True)
class Promised:
    """The answer of the page "Agreement" up to a day, and `told`: its promises in the time `when` of the exhibits."""

    whole: Agreement
    told: pd.DataFrame
    when: str
    until: str = ""  # the day, where later ones are cut off

    @property
    def overdue(self) -> str:
        """What is overdue on that day, and beside it what never came; "" where neither is."""
        late = waiting.overdue_lead(self.whole.rows, self.whole.cases)
        said = f"{late}." if late != waiting.NOTHING_LATE else ""
        if self.until:
            said = said.replace(" are overdue now", f" were overdue on {self.until}")
            said = said.replace(" is overdue now", f" was overdue on {self.until}")
        return f"{said} {self._never()}".strip()

    def _never(self) -> str:
        told = self.told
        gone = _gone(told).groupby(told["department"])
        many = {side: int(count) for side, count in gone.sum().items() if count}
        who = " and ".join(f"{words.number(many[side])} of {side}" for side in SIDES if side in many)
        return NEVER.format(who=who, when=self.when) if who else ""


def promised(
    cases: pd.DataFrame, holidays: pd.DataFrame, as_of: pd.Timestamp, starts_in: int, until: pd.Timestamp
) -> Promised | None:
    """The promises as they stood at the end of `until`; what came or ended later had neither come nor ended."""
    whole = agreement_of(upto(cases, until), holidays, until, starts_in)
    if whole is None:
        return None
    if until >= as_of:
        return Promised(whole, whole.told, whole.when or "so far")
    day = words.day(until)
    when = f"in the four quarters to {day}" if whole.when else f"up to {day}"
    return Promised(whole, whole.told, when, day)


def upto(cases: pd.DataFrame, until: pd.Timestamp) -> pd.DataFrame:
    """The cases begun by the day, without what came of them later."""
    known = cases[pd.to_datetime(cases["started_on"]) <= until]
    later = {name: pd.to_datetime(known[name]) > until for name in ("kept_on", "stopped_on")}
    goes_on = later["kept_on"] | later["stopped_on"]
    return known.assign(
        **{name: known[name].mask(is_later) for name, is_later in later.items()},
        is_running=known["is_running"].astype(bool) | goes_on,
    )


def table(found: Promised | None) -> pd.DataFrame:
    """Every promise of the exhibits in columns; nothing where there is none."""
    if found is None:
        return pd.DataFrame()
    told = found.told
    return pd.DataFrame(
        {
            "Promise": told["promise"],
            "Owed by": told["department"],
            "Within days": told["within_days"],
            "Unit": SHARE,
            "Kept": told["rate"],
            "Kept from": told["low"],
            "Kept to": told["high"],
            "n": told["n"],
            "Kept, n": told["count_kept"],
            "Came later, n": told["count_late"],
            "Never came, n": _gone(told),
            "Overdue, n": told["count_waiting"],
            "Counted": found.when,
        }
    )


def _gone(told: pd.DataFrame) -> pd.Series:
    return told["n"] - told[["count_kept", "count_late", "count_waiting"]].sum(axis=1)


def exhibits(found: Promised | None) -> tuple[Exhibit, ...]:
    """Both sides' promises, HR first, under what was kept of them."""
    if found is None:
        return ()
    return tuple(_titled(one, found) for one in found.whole.sides if one.is_drawn)


def in_columns(shown: Sequence[Exhibit], height: Callable[[Exhibit], float]) -> list[Columns]:
    """Rows of two columns: the others, as even as they can be, and below them both sides' promises.

    Where one column stays far shorter than the other, both sides' promises fill it too.
    """
    both = pair(shown)
    others = [one for one in shown if all(one is not other for other in both)]
    high = {one.key: height(one) + AROUND for one in shown}
    apart, together = _even(others, high), _even(shown, high)
    below = max((high[one.key] for one in both), default=0.0)
    if both and _longer(apart, high) + below <= _longer(together, high) + AROUND / 2:
        return [*([apart] if others else []), (list(both[:1]), list(both[1:]))]
    return [together] if shown else []


def pair(shown: Sequence[Exhibit]) -> tuple[Exhibit, ...]:
    """Both sides' promises, where both are shown."""
    both = tuple(one for one in shown if one.key.startswith(KEYS))
    return both if len(both) == len(SIDES) else ()


def briefly(shown: Exhibit) -> Exhibit:
    """The same with what was promised alone at each row, for where there is room for little."""
    rows = shown.marks.rows
    if "promise" not in rows:
        return shown
    return replace(shown, marks=replace(shown.marks, rows=rows.assign(name=rows["promise"])))


def _even(shown: Sequence[Exhibit], high: Mapping[str, float]) -> Columns:
    """Two columns, each in the order told, the first of all at the left, of which the longer is as short as can be."""

    def columns(sides: Sequence[int]) -> Columns:
        left, right = ([one for one, at in zip(shown, sides, strict=True) if at == side] for side in (0, 1))
        return left, right

    ways = (columns((0, *sides)) for sides in product((0, 1), repeat=len(shown) - 1)) if shown else ()
    return min(ways, key=lambda both: _longer(both, high), default=([], []))


def _longer(columns: Columns, high: Mapping[str, float]) -> float:
    return max(sum(high[one.key] for one in column) for column in columns)


def _short(promise: str, within: int, side: str) -> str:
    """ "8 working days: meets everyone HR passes on": under a title that names the side; the days are never cut."""
    return f"{words.counted(within, 'working day')}: {promise.removeprefix(f'{side} ')}"


def _titled(shown: Exhibit, found: Promised) -> Exhibit:
    rows = shown.marks.rows
    if rows["estimate"].isna().all():
        return shown
    side = str(rows["side"].iloc[0])
    low, high = (words.percent(value) for value in (rows["estimate"].min(), rows["estimate"].max()))
    share = high if low == high else words.span(rows["estimate"].min(), rows["estimate"].max())
    what = "each of its promises" if len(rows) > 1 else "what it promised"
    lead = f"{side} kept {share} of {what}"
    mine = found.told[found.told["department"] == side]
    short = [_short(*one, side) for one in zip(mine["promise"], mine["within_days"], strict=True)]
    alt = shown.alt
    if found.until:
        names = {name: name.removesuffix(NOW) + THEN for name in rows["name"] if name.endswith(NOW)}
        rows = rows.assign(name=rows["name"].replace(names))
        for now, then in names.items():
            alt = alt.replace(now, then)
    if len(short) == len(rows):
        rows = rows.assign(short=short, promise=list(mine["named"]))
    marks = replace(shown.marks, rows=rows)
    standfirst = STANDFIRST.format(most="", when=f", {found.when}")
    return replace(shown, marks=marks, lead=lead, alt=f"{lead}. {alt}", standfirst=standfirst)

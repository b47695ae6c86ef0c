"""Who came to lead people: how many, how soon, and how they were rated before they were hired."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.high_performers import rated
from hiring.findings.high_performers.outcomes import Outcome
from hiring.findings.leadership import few
from hiring.findings.marks import Reference
from hiring.findings.numbers import Number
from hiring.statistics import leading
from hiring.statistics.rates import difference, wilson
from hiring.statistics.survival import Curve

KICKER = "Leadership and placement"
#: Without the file of job changes, or its column: the fact, the file, what it would say.
NEEDED = (
    "Who came to lead people when, and who moved to another role, is not known.",
    "job_changes.csv",
    "The file says who leads people from which day, and who moved to which role.",
)
NOT_TOLD = (
    "Since when anybody leads people is not known.",
    "No row of job_changes.csv says whether somebody leads people: export leads_people too.",
)
TOO_FEW = "Too few hires match these filters to say who came to lead"
YEARS = {3: "three years", 2: "two years", 1: "a year"}
CURVE = "Share who lead people, of hires who stay so long, by months since the start; band: likely range"
ALL, COMPARED = (
    "All roles",
    Outcome(
        "came",
        "",
        "",
        "came to lead people",
        "who came to lead",
        "hire who came to lead",
        "the others",
        "came_to_lead",
    ),
)
TRAITS = (
    "Mean rating before the offer: those who came to lead less others of their role who were there two years or "
    "longer, in points, with the likely range"
)
OF_MANY = ". Among {count} gaps luck alone makes one look real in {often} companies"
NO_SINGLE = "No single rating marks who came to lead"
APART, MAY_BE_LUCK = "How far apart", "may be luck"
STRONG_YES = "Did a strong yes tell who comes to lead?"
TRAITS_NOTE = (
    "Held against others of the same role and otherwise not levelled: who was rated by whom stays in it. It tells who "
    "was picked, not who leads well."
)


def horizon(chosen: pd.DataFrame) -> int:
    """After how many years it is told how many lead: three, or fewer while fewer than five were followed so long; 0.

    Of fewer than five who came no share is told: it would be told of them.
    """
    if int(chosen["came"].sum()) < SMALLEST_GROUP:
        return 0
    at_risk = {years: int(leading.curve(chosen).at_risk_at(12.0 * years)) for years in YEARS}
    return next((years for years in YEARS if at_risk[years] >= SMALLEST_GROUP), 0)


def lead(hires: pd.DataFrame, chosen: pd.DataFrame) -> str:
    """ "51 of 480 hires came to lead people; of 100 who stay three years, 22 do"."""
    if not hires["is_told"].any():
        today = few.of(int(hires["leads_today"].sum()), len(hires))
        return _sentence(f"{today} hires lead people today; since when is not known")
    came, years = int(chosen["came"].sum()), horizon(chosen)
    if not came:
        return f"None of {words.counted(len(chosen), 'hire')} has come to lead people so far"
    first = _sentence(f"{few.of(came, len(chosen))} hires came to lead people")
    if not years:
        return first
    share = leading.curve(chosen).event_by(12.0 * years).estimate
    return f"{first}; of 100 who stay {YEARS[years]}, {words.number(100 * share)} do"


def standfirst(hires: pd.DataFrame, chosen: pd.DataFrame) -> str:
    """How soon half of them did, who is left out and why; empty where no day is known."""
    if not hires["is_told"].any():
        return ""
    came = chosen.loc[chosen["came"], "months"]
    parts = []
    if len(came) >= SMALLEST_GROUP:
        parts.append(
            f"Half of the {words.number(len(came))} did within {words.months(came.median())} of their start in Sales."
        )
    first = int((hires["days_to_lead"].astype("Float64") <= 0).fillna(False).sum())
    undated = len(hires) - len(chosen) - first
    if first:
        parts.append(_sentence(f"{few.count(first)} led from the first day and are left out."))
    if undated:
        parts.append(_sentence(f"{few.count(undated)} more lead since a day nobody wrote down."))
    return " ".join([*parts, "Who left or is new counts for as long as they were here."])


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def numbers(chosen: pd.DataFrame) -> tuple[Number, ...]:
    """Two tiles: who came to lead, and the share of those who stay three years."""
    came, years = int(chosen["came"].sum()), horizon(chosen)
    share = wilson(came, len(chosen))
    note, value = f"of {words.counted(share.n, 'hire')}", few.LESS
    if came >= SMALLEST_GROUP or not came:
        note, value = f"{note}, {words.span(share.low, share.high)}", words.number(came)
    made = [Number("came_to_lead", value, note)]
    if years:
        by = leading.curve(chosen).event_by(12.0 * years)
        note = f"{words.span(by.low, by.high)} · of those who stay"
        made.append(Number("lead_within", words.percent(by.estimate), note, f"Lead in {YEARS[years]}"))
    return tuple(made)


def how_soon(chosen: pd.DataFrame) -> Exhibit:
    """The curve while five are followed, and the share at each year with those still followed below it."""
    curve, key = leading.curve(chosen), "months to lead"
    until = curve.reliable_until(SMALLEST_GROUP)
    if chosen["came"].sum() < SMALLEST_GROUP or not until:
        return undrawn(key, "How soon anybody comes to lead cannot be told yet", CURVE)
    kept = curve.times <= until
    rows = pd.DataFrame(
        {
            "group": "Hires",
            "time": curve.times[kept],
            "share": 1 - curve.survival[kept],
            "low": 1 - curve.high[kept],
            "high": 1 - curve.low[kept],
        }
    )
    table = _by_year(curve, until)
    told = [f"{row['Lead by then']} after {row['After']}" for row in table.to_dict("records")]
    return Exhibit(
        key=key,
        lead=_by_years(curve, until),
        standfirst=CURVE,
        marks=Marks("steps", rows, {"unit": "months since start", "until": until, "height": 250}),
        alt=f"Of hires who stay, who lead people: {'; '.join(told)}.",
        table=table,
        n=len(chosen),
        definition=("lead_within",),
    )


def _years(until: float) -> list[int]:
    return [year for year in range(1, 6) if 12 * year <= until][-4:]


def _by_year(curve: Curve, until: float) -> pd.DataFrame:
    cells = [(year, curve.event_by(12.0 * year)) for year in _years(until)]
    return pd.DataFrame(
        {
            "After": [words.counted(year, "year") for year, _ in cells],
            "Lead by then": [words.with_interval(one.estimate, one.low, one.high) for _, one in cells],
            "Followed, not yet": [words.number(int(curve.at_risk_at(12.0 * year))) for year, _ in cells],
        }
    )


def _by_years(curve: Curve, until: float) -> str:
    """ "Of those who stay, 15 % lead after 2 years, 35 % after 4"."""
    years = _years(until)[1::2] or _years(until)
    shares = [(words.percent(curve.event_by(12.0 * year).estimate), year) for year in years]
    if not shares:
        return "Nobody has been followed for a year yet"
    (first, after), *more = shares
    rest = "".join(f", {share} after {words.number(year)}" for share, year in more)
    return f"Of those who stay, {first} lead after {words.counted(after, 'year')}{rest}"


def traits(ratings: pd.DataFrame, chosen: pd.DataFrame) -> Exhibit:
    """How those who came to lead had been rated, competency by competency, beside others of their roles."""
    mine = leading.comparable(ratings, chosen).assign(role_profile=ALL)
    shown = replace(rated.rated(mine, (), ALL, COMPARED), key="rated before leading", standfirst=TRAITS)
    if not shown.is_drawn:
        return shown
    rows = shown.marks.rows.drop(columns=["weight"]).sort_values(
        "estimate", ascending=False, na_position="last"
    )
    told = rows.dropna(subset=["estimate"])
    title = _widest(told) if len(told) else "Too few came to lead to compare how they had been rated"
    many = _of_many(len(told)) if len(told) > 1 else ""
    rows = rows.assign(
        right=pd.Series([_right(row) for row in rows.to_dict("records")], rows.index, dtype=object)
    )
    given = {"reference": Reference(0.0, "the others"), "show": words.signed, "labels": "above"}
    facts = "; ".join(f"{row['name']} {words.signed(row['estimate'])}" for row in told.to_dict("records"))
    return replace(
        shown,
        lead=title,
        standfirst=TRAITS + many,
        marks=Marks("dots_with_intervals", rows.reset_index(drop=True), given),
        alt=f"{title}. {facts}.",
        definition=("came_to_lead",),
        note=TRAITS_NOTE,
    )


def _right(row: Mapping[Any, Any]) -> str | None:
    """ "+0.4 (+0.1 to +0.7) · 186 hires"; nothing of too few."""
    if pd.isna(row["estimate"]):
        return None
    told = words.with_interval(row["estimate"], row["low"], row["high"], words.signed)
    return f"{told} · {words.counted(row['n'], 'hire')}"


def _widest(told: pd.DataFrame) -> str:
    row = told.iloc[told["estimate"].abs().argmax()]
    way = "higher" if row["estimate"] > 0 else "lower"
    show = words.off_zero((row["low"], row["high"]))
    sure = MAY_BE_LUCK if row["low"] <= 0 <= row["high"] else words.likely(row["low"], row["high"], show)
    size = words.number(abs(row["estimate"]), 1)
    if len(told) > 1:
        return NO_SINGLE
    return f"Who came to lead had been rated {size} points {way} on {row['name']} ({sure})"


def _of_many(count: int) -> str:
    """What luck makes of the widest of so many ranges, each of which holds the truth in 95 of 100."""
    often = 1 - 0.95**count
    return OF_MANY.format(count=words.number(count), often=f"{words.number(100 * often)} of 100")


def recommended(rows: pd.DataFrame, chosen: pd.DataFrame) -> pd.DataFrame:
    """A row a side: how often it had said "strong yes" of those who came to lead, of the others, and how far apart."""
    could = chosen[chosen["came"] | (chosen["days"] >= leading.READY_MONTHS * leading.MONTH_DAYS)]
    mine = rows.merge(could[["employee_id", "hire_date", "came"]], on=["employee_id", "hire_date"])
    told = [_strong_yes(side, mine[mine["department"] == side]) for side in ("HR", "Sales")]
    heads = ["Strong yes from", "Came to lead", "Others", APART]
    return pd.DataFrame([row for row in told if row], columns=heads)


def _of(count: int, n: int) -> str:
    return f"{words.number(count)} of {words.number(n)}"


def _strong_yes(side: str, rows: pd.DataFrame) -> tuple[str, ...]:
    """ "HR", "20 of 49", "52 of 129", "−16 to +17 points, may be luck"; nothing where either are few."""
    came = rows["came"].astype(bool)
    ends = [((one["count_strong_yes"] > 0).sum(), len(one)) for one in (rows[came], rows[~came])]
    if min(n for _, n in ends) < SMALLEST_GROUP:
        return ()
    found = difference(*map(int, (*ends[0], *ends[1])))
    luck = f", {MAY_BE_LUCK}" if found.low <= 0 <= found.high else ""
    return side, _of(*ends[0]), _of(*ends[1]), f"{words.likely(found.low, found.high, words.points)}{luck}"

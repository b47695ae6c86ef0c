"""What the overview says: the answer, its numbers, the half-years, what changed and what is not yet knowable."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from hiring import metrics, words
from hiring.charts import Reference
from hiring.config import SMALLEST_GROUP
from hiring.findings.recent import Reading, Recent, judged
from hiring.rates import Interval
from hiring.scope import Scope
from hiring.sentences import likely, recent_against_before
from hiring.verdicts import Finding, Label, Verdict, judge

MOST_TOLD = 3
TELLING = (Label.CLEAR, Label.LEANING)


@dataclass(frozen=True)
class Facts:
    """How many hires the filters leave and what is known of them, with the data behind the page."""

    scope: Scope
    as_of: date
    first_opportunity_on: date | None
    count_hires: int
    count_counted: int
    count_judged: int
    count_too_new: int
    count_not_observed: int
    count_without_quota: int
    tables_loaded: frozenset[str]

    @property
    def tenure(self) -> str:
        """The end of the window as sentences name it: "month 12"."""
        return f"month {self.scope.outcome_window}"

    @property
    def is_nobody_observed(self) -> bool:
        """Whether no hire's start is covered by what the CRM holds."""
        return 0 < self.count_hires == self.count_not_observed

    @property
    def recent(self) -> Recent:
        """Which days count as recent."""
        return Recent.at(self.as_of, self.scope.hired_to, self.scope.outcome_window)


@dataclass(frozen=True)
class Answer:
    """The page's h1 and the line under it."""

    lead: str
    standfirst: str = ""


@dataclass(frozen=True)
class Number:
    """What one tile shows; `card` names its definition."""

    card: str
    value: str
    note: str


@dataclass(frozen=True)
class Told:
    """A finding for the list of changes: its label, whether it is for the better (None: nothing is claimed)."""

    label: Label
    is_better: bool | None
    about: str
    sentence: str


def facts(company: pd.DataFrame, counted: pd.DataFrame, scope: Scope) -> Facts:
    """The facts from the one row of `shared/company` and of `shared/hires_counted`."""
    row, counts = company.iloc[0], counted.iloc[0]
    first = row["first_opportunity_on"]
    return Facts(
        scope,
        pd.Timestamp(row["as_of"]).date(),
        None if pd.isna(first) else pd.Timestamp(first).date(),
        int(counts["count_hires"]),
        int(counts["count_counted"]),
        int(counts["count_judged"]),
        int(counts["count_too_new"]),
        int(counts["count_not_observed"]),
        int(counts["count_without_quota"]),
        frozenset(str(row["tables_loaded"] or "").split(",")),
    )


def answer(known: Facts, readings: Sequence[Reading]) -> Answer:
    """Are recent hires better, the same or worse? Or why that cannot be said."""
    if known.count_hires == 0:
        return Answer("No hires match these filters")
    if known.is_nobody_observed:
        return _unobserved(known)
    if known.count_counted == 0:
        return Answer(
            f"No hire here has reached {known.tenure} yet",
            f"{words.counted(known.count_hires, 'hire')}, all too new to judge. A shorter outcome window, or "
            "earlier hires, may say something.",
        )
    if known.count_judged == 0:
        return _no_bar(known)
    trend = recent_against_before(readings[0].difference, tenure=known.tenure, outcome="met the bar")
    return Answer(trend.lead, f"{trend.standfirst} {recent_in_words(known)}")


def _unobserved(known: Facts) -> Answer:
    since = f" on {words.day(known.first_opportunity_on)}" if known.first_opportunity_on else ""
    return Answer(
        "Nobody's first sales are on record, so nobody can be judged",
        f"{words.counted(known.count_hires, 'hire')}, and the CRM's history begins{since}, after each of them "
        "had started. What they sold first is in no file.",
    )


def _no_bar(known: Facts) -> Answer:
    if "quotas" in known.tables_loaded:
        return Answer(
            "None of these hires has a quota, so none can be held against the bar",
            "Choose other roles or dates, or look up in Data health whose login joins no person.",
        )
    return Answer(
        "Without quotas nobody can be held against the bar",
        f"{words.counted(known.count_counted, 'hire')} have reached {known.tenure}. What needs no quota is "
        f"compared below. {recent_in_words(known)}",
    )


def quarter(company: pd.DataFrame) -> str:
    """The quarter the data end in: "Quarter 2, 2026"; of a fiscal year named by the calendar year it ends in."""
    row = company.iloc[0]
    as_of, starts_in = pd.Timestamp(row["as_of"]), int(row["fiscal_year_starts_in"])
    period = as_of.to_period(f"Q-{words.MONTHS[(starts_in - 2) % 12].upper()}")
    fiscal = "" if starts_in == 1 else "of fiscal "
    return f"Quarter {period.quarter}{' ' if fiscal else ', '}{fiscal}{period.qyear}"


def recent_in_words(known: Facts) -> str:
    """Who is recent: "Recent: hired 1 Jul 2024 to 30 Jun 2025; earlier: before."."""
    recent = known.recent
    return (
        f"Recent: hired {words.day(recent.hires_from)} to {words.day(recent.hires_to)}; earlier: all before."
    )


def numbers(known: Facts, readings: Sequence[Reading]) -> tuple[Number, ...]:
    """The tiles: each measure of recent hires that is known at all, then who is too new."""
    found = [_number(reading) for reading in readings if not reading.role and reading.now.n > 0]
    too_new = f"of {words.counted(known.count_hires, 'hire')}"
    return (*found, Number("too_new", words.number(known.count_too_new), too_new))


def reference(readings: Sequence[Reading]) -> Reference | None:
    """The line half-years are read against: the share of earlier hires that met the bar, where there are any."""
    before = readings[0].before
    return Reference(before.estimate, "earlier") if before.n >= SMALLEST_GROUP else None


def why_nothing_is_drawn(known: Facts) -> tuple[str, str, str] | None:
    """Fact, file and remedy where no hire can be judged for a reason of the data; None where hires are few."""
    if known.is_nobody_observed:
        return (
            "No hire's start is covered by the CRM's history.",
            "",
            "An older export of opportunities helps.",
        )
    if known.count_judged or not known.count_counted:
        return None
    if "quotas" not in known.tables_loaded:
        return "No quotas are loaded.", "quotas.csv", "The bar is a share of quota."
    return "None of these hires has a quota.", "", "The bar is a share of quota."


def _number(reading: Reading) -> Number:
    now, measure = reading.now, reading.measure
    count = words.counted(now.n, measure.noun)
    if now.n < SMALLEST_GROUP:
        return Number(measure.card, "too few", f"{count}, {SMALLEST_GROUP} needed")
    if math.isnan(now.estimate):
        return Number(measure.card, "not yet known", count)
    if math.isnan(now.low) or math.isnan(now.high):
        return Number(measure.card, measure.show(now.estimate), count)
    return Number(
        measure.card, measure.show(now.estimate), f"{words.span(now.low, now.high, measure.show)} · {count}"
    )


def missing_numbers(known: Facts) -> str:
    """Which tile is not there and what would bring it; empty where all are."""
    absent = []
    if known.count_counted and known.count_judged == 0 and "quotas" not in known.tables_loaded:
        absent.append("Who meets the bar needs quotas.csv.")
    if "applications" not in known.tables_loaded:
        absent.append("Offers accepted needs applications.csv.")
    return " ".join(absent)


def changed(readings: Sequence[Reading]) -> tuple[Told, ...]:
    """The few comparisons worth a look, but for the bar over all roles, which is the page's answer.

    Clear and Leaning ones, surest first; where they are fewer than three, what all roles together show
    though it cannot be told apart.
    """
    others = list(readings[1:])
    findings = list(zip(others, judged(others), strict=True))
    told = sorted((pair for pair in findings if pair[1].verdict.label in TELLING), key=_doubt)
    overall = (pair for pair in findings if not pair[0].role and pair[1].verdict.label == Label.CANNOT_TELL)
    shown = [*told, *sorted(overall, key=_doubt)][:MOST_TOLD]
    return tuple(
        Told(f.verdict.label, _is_better(r, f.verdict), r.role or "All roles", _in_short(r, f.verdict))
        for r, f in shown
    )


def _in_short(reading: Reading, found: Verdict) -> str:
    """Both values, what may be said of them, both counts: "94 % accepted against 69 %; … (18 offers against 83)."."""
    measure, seen = reading.measure, reading.difference
    values = f"{measure.show(seen.first)} {measure.outcome} against {measure.show(seen.second)}"
    said = f"{values}; {likely(found, measure.ways)}"
    if found.capped_by:
        said = f"{values}. One of {found.capped_by} comparisons, so luck could explain it"
    elif found.label == Label.LEANING:
        said = f"{values}. Luck could explain it; {likely(found, measure.ways)}"
    return f"{said} ({words.counted(found.n, measure.noun)} against {words.number(found.n_against)})."


def changed_in_words(readings: Sequence[Reading]) -> str:
    """What was compared, for the line under the heading."""
    findings = judged(readings[1:])
    made = sum(finding.verdict.label != Label.TOO_FEW for finding in findings)
    few = len(findings) - made
    left_out = f"; {few} more hold too few" if few else ""
    return f"Recent against earlier hires: {made} comparisons, judged together{left_out}"


def changed_title(told: Sequence[Told]) -> str:
    """What the list of changes amounts to, in a few words."""
    clear = sum(one.label == Label.CLEAR for one in told)
    if clear:
        return f"What changed: {('one thing', 'two things', 'three things')[clear - 1]} clearly"
    if any(one.label == Label.LEANING for one in told):
        return "What may have changed"
    return "Nothing changed that luck would not explain" if told else "Too few to tell what changed"


def table(known: Facts, readings: Sequence[Reading]) -> pd.DataFrame:
    """Every measure over all roles: now with its likely range, before, both n, the verdict in words."""
    findings = judged(readings[1:])
    verdicts = (judge(readings[0].difference, readings[0].measure.unit), *(f.verdict for f in findings))
    rows = [
        (
            metrics.card(reading.measure.card).title(known.scope),
            _cell(reading.now, reading),
            _cell(reading.before, reading, with_range=False),
            f"{words.number(reading.now.n)} and {words.number(reading.before.n)}",
            verdict_in_words(reading, verdict),
        )
        for reading, verdict in zip(readings, verdicts, strict=True)
        if not reading.role and (reading.now.n or reading.before.n)
    ]
    return pd.DataFrame(rows, columns=["Measure", "Now (likely)", "Before", "n, now and before", "Verdict"])


def verdict_in_words(reading: Reading, verdict: Verdict) -> str:
    """The label and its way: "Leaning sooner", "Can't tell"."""
    if verdict.label == Label.TOO_FEW:
        return f"Too few {reading.measure.noun}s"
    if verdict.label not in TELLING:
        return verdict.label.value
    return f"{verdict.label.value} {reading.measure.ways[0 if verdict.estimate > 0 else 1]}"


def _cell(value: Interval, reading: Reading, *, with_range: bool = True) -> str:
    if value.n < SMALLEST_GROUP:
        return "too few"
    if math.isnan(value.estimate):
        return "not yet known"
    show = reading.measure.show
    return (
        words.with_interval(value.estimate, value.low, value.high, show)
        if with_range
        else show(value.estimate)
    )


def _is_better(reading: Reading, verdict: Verdict) -> bool | None:
    if verdict.label not in TELLING:
        return None
    return (verdict.estimate < 0) == reading.measure.is_lower_better


def _doubt(pair: tuple[Reading, Finding]) -> float:
    probability = pair[1].verdict.probability
    return min(probability, 1 - probability)

"""What the overview says: the answer, its numbers, the half-years, what changed and what is not yet knowable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from hiring import words
from hiring.access import periods
from hiring.access.scope import Scope
from hiring.findings import sales_history
from hiring.findings.overview.recent import BAR, Reading, Recent, hired
from hiring.findings.sentences import NOBODY_CHOSEN, Trend, possible, recent_against_before
from hiring.statistics.rates import squared_and_added
from hiring.statistics.verdicts import SMALLEST_JUDGED, Label, Verdict

NO_VERDICT = "No verdict: whoever tries days enough finds some that differ."
#: What is said of two shares whose difference may as well be none.
TOO_CLOSE = "too close to call"
UNOBSERVED = "Nobody's first sales are on record, so nobody can be judged"


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
    count_moved: int
    count_without_quota: int
    tables_loaded: frozenset[str]
    is_begin_late: bool = False
    count_unseen: int = 0
    count_started_unseen: int = 0
    count_without_login: int = 0

    @property
    def tenure(self) -> str:
        """The end of the window as sentences name it: "month 12"."""
        return f"month {self.scope.outcome_window}"

    @property
    def is_nobody_observed(self) -> bool:
        """Whether no hire's start is covered by what the CRM holds."""
        return 0 < self.count_hires == self.count_not_observed

    @property
    def is_without_quotas(self) -> bool:
        """Whether quotas came in and none is of a hire old enough to be held against the bar."""
        return bool(self.count_counted and not self.count_judged and "quotas" in self.tables_loaded)

    @property
    def is_earlier_left_out(self) -> bool:
        """Whether the filter of days leaves out every hire that recent ones are compared with."""
        return self.scope.choices.first_day < self.scope.hired_from >= self._latest.hires_from

    @property
    def compared(self) -> Scope:
        """The scope of recent hires and of those before: where the days leave out these, with them all the same.

        The days choose who is recent then; every other filter holds for both.
        """
        first = self.scope.choices.first_day
        return replace(self.scope, hired_from=first) if self.is_earlier_left_out else self.scope

    @property
    def _latest(self) -> Recent:
        return Recent.at(self.as_of, self.scope.hired_to, self.scope.outcome_window)

    @property
    def recent(self) -> Recent:
        """Which days count as recent: the latest twelve months, of a shorter period that."""
        latest, first = self._latest, self.scope.hired_from
        if not self.is_earlier_left_out:
            return latest
        offers_from = max(latest.offers_from, first.replace(day=1))
        usual = Recent.at(self.as_of, self.scope.choices.last_day, self.scope.outcome_window)
        is_usual = (first, latest.hires_to) == (usual.hires_from, usual.hires_to)
        return replace(latest, hires_from=first, offers_from=offers_from, is_chosen=not is_usual)


@dataclass(frozen=True)
class Answer:
    """The page's h1 and the line under it."""

    lead: str
    standfirst: str = ""


def facts(company: pd.DataFrame, counted: pd.DataFrame, scope: Scope, history: pd.DataFrame) -> Facts:
    """The facts from the one row of `shared/company`, of `shared/hires_counted` and of `shared/sales_history`."""
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
        int(counts["count_moved"]),
        int(counts["count_without_quota"]),
        frozenset(str(row["tables_loaded"] or "").split(",")),
        sales_history.is_begin_late(history),
        int(counts["count_unseen"]),
        int(counts["count_started_unseen"]),
        int(counts["count_without_login"]),
    )


def answer(known: Facts, readings: Sequence[Reading]) -> Answer:
    """Are recent hires better, the same or worse? Or why that cannot be said."""
    if known.count_hires == 0:
        return Answer(NOBODY_CHOSEN)
    if known.is_nobody_observed:
        return _unobserved(known)
    if known.count_counted == 0:
        return _nobody_counted(known)
    if known.count_judged == 0:
        return _no_bar(known)
    fewest = min(readings[0].now.n, readings[0].before.n)
    if fewest < SMALLEST_JUDGED <= fewest + known.count_unseen:
        return _unseen_to_the_end(known)
    trend, of_year = _trend(known, readings[0]), _of_year(known, readings[0])
    then = f"{_year_before(readings[0], known.recent)} {recent_in_words(known)}".strip()
    if of_year is not None:
        return of_year
    if known.recent.is_chosen and trend.verdict.label == Label.CANNOT_TELL:
        return Answer(_both(readings[0]), f"{_still_possible(trend.verdict, known)} {NO_VERDICT} {then}")
    if trend.answer == "can't tell":
        return Answer(f"{_both(readings[0])}: can't tell", f"{_still_possible(trend.verdict, known)} {then}")
    return Answer(trend.lead, f"{trend.standfirst} {then}")


def _trend(known: Facts, reading: Reading) -> Trend:
    who = "hires with a quota" if known.count_without_quota else "hires"
    return recent_against_before(
        reading.difference, tenure=known.tenure, outcome="met the bar", counted_in=who
    )


def is_beside_all_earlier(known: Facts, reading: Reading) -> bool:
    """Whether recent hires stand beside all earlier ones, and not beside the year before."""
    if reading.measure.card == BAR and reading.before.n >= SMALLEST_JUDGED:
        return _of_year(known, reading) is None
    return reading.year_before.n < SMALLEST_JUDGED <= reading.before.n


def _still_possible(found: Verdict, known: Facts) -> str:
    """What remains possible, and of how many hires, where nothing can be told."""
    said = possible(found)
    counts = f"{words.counted(found.n, 'recent hire')} against {words.number(found.n_against)} earlier"
    return f"{said[:1].upper()}{said[1:]}: {counts}, all seen at {known.tenure}."


def _both(reading: Reading) -> str:
    """ "52 % of recent hires met the bar and 48 % of earlier ones"."""
    now, before = words.percent(reading.now.estimate), words.percent(reading.before.estimate)
    return f"{now} of recent hires met the bar and {before} of earlier ones"


def _of_year(known: Facts, reading: Reading) -> Answer | None:
    """The latest year beside the year before, where neither can be told ahead; None where that would say too much.

    Where the two years lie further apart than their ranges, nothing is said of them here: what is judged is recent
    hires against all earlier ones.
    """
    now, year = reading.now, reading.year_before
    is_told = _trend(known, reading).verdict.label != Label.CANNOT_TELL
    if is_told or not SMALLEST_JUDGED <= year.n < reading.before.n:
        return None
    low, high = squared_and_added(now, year)
    if not known.recent.is_chosen and not low <= 0 <= high:
        return None
    when = known.recent.hired
    who, then = f"those {when[:1].lower()}{when[1:]}", "a year earlier"
    if known.recent.is_chosen:
        who, then = "these hires", "of the year before's"
    lead = f"{words.percent(now.estimate)} of {who} met the bar, {words.percent(year.estimate)} {then}"
    days = f"{words.day(known.recent.hires_from)} to {words.day(known.recent.hires_to)}"
    others = ", under your other filters" if known.is_earlier_left_out else ""
    counts = (
        f"{words.counted(now.n, 'hire')} of {days} against {words.number(year.n)} of the year before{others}, all seen "
        f"at {known.tenure}: {words.likely(low, high, words.points)}."
    )
    if known.recent.is_chosen:
        return Answer(lead, f"{counts} {NO_VERDICT}")
    return Answer(f"{lead}: {TOO_CLOSE}", counts)


def _year_before(reading: Reading, recent: Recent) -> str:
    """ "The year before (hired Jul 23–Jun 24): 58 % of 106."; empty where too few of it are judged."""
    share, when = reading.year_before, hired(recent.year_before_from, recent.hires_from - timedelta(days=1))
    if share.n < SMALLEST_JUDGED:
        return ""
    told = f"{words.percent(share.estimate)} of {words.number(share.n)}"
    return f"The year before ({when[:1].lower()}{when[1:]}): {told}."


def _unseen_to_the_end(known: Facts) -> Answer:
    return Answer(
        "Recent hires cannot be judged: the CRM's file lacks deals of their time",
        f"For {words.counted(known.count_unseen, 'hire')} it does not hold all sales up to {known.tenure}. What needs "
        f"no sales is compared below. {recent_in_words(known)}",
    )


def _unobserved(known: Facts) -> Answer:
    hires = words.counted(known.count_hires, "hire")
    if known.is_begin_late:
        return Answer(
            UNOBSERVED, f"{hires}. Who stayed is known all the same and stands under Outcomes and ramp."
        )
    since = f" on {words.day(known.first_opportunity_on)}" if known.first_opportunity_on else ""
    late = f"the CRM's history begins{since}, after each of them had started. What they sold first is in no file."
    return Answer(UNOBSERVED, f"{hires}, and {late}")


def _nobody_counted(known: Facts) -> Answer:
    """Why none of these hires counts at the end of the window: too new, or for another reason as well."""
    hires = words.counted(known.count_hires, "hire")
    if known.count_too_new == known.count_hires:
        return Answer(
            f"No hire here has reached {known.tenure} yet",
            f"{hires}, all too new to judge. A shorter outcome window, or earlier hires, may say something; else wait.",
        )
    reasons = (
        (known.count_too_new, "too new"),
        (known.count_not_observed, "started before the CRM's history"),
        (known.count_unseen, "sold at a time of which the CRM's file lacks deals"),
        (known.count_without_login, "without a matched CRM login"),
        (known.count_moved, f"moved to another role before {known.tenure}"),
    )
    reasons_in_words = "; ".join(f"{words.number(count)} {reason}" for count, reason in reasons if count)
    return Answer(
        f"No hire here can be judged at {known.tenure}", f"{hires}, and none counts: {reasons_in_words}."
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
    period = as_of.to_period(periods.quarterly(starts_in))
    fiscal = "" if starts_in == 1 else "of fiscal "
    return f"Quarter {period.quarter}{' ' if fiscal else ', '}{fiscal}{period.qyear}"


def recent_in_words(known: Facts) -> str:
    """Who is recent: "Recent: hired 1 Jul 2024 to 30 Jun 2025; earlier: before."."""
    recent, others = known.recent, ", under your other filters" if known.is_earlier_left_out else ""
    days = f"{words.day(recent.hires_from)} to {words.day(recent.hires_to)}"
    return f"Recent: hired {days}; earlier: all before{others}."


def why_nothing_is_drawn(known: Facts) -> tuple[str, str, str] | None:
    """Fact, file and remedy where no hire can be judged for a reason of the data; None where hires are few."""
    if known.is_nobody_observed:
        return (
            "No hire's start is covered by the CRM's history.",
            "",
            "An older export of opportunities helps.",
        )
    if not known.count_counted:
        return f"{_nobody_counted(known).lead}.", "", ""
    if known.count_judged:
        return None
    if "quotas" not in known.tables_loaded:
        return "No quotas are loaded.", "quotas.csv", "The bar is a share of quota."
    return "None of these hires has a quota.", "", "The bar is a share of quota."


def missing_numbers(known: Facts) -> str:
    """Which tile is missing for want of a file that nothing else on the page asks for; else empty."""
    return "" if "applications" in known.tables_loaded else "Offers accepted needs applications.csv."

"""The answer of the page "Candidates": who would recommend the company, who answered, who left and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from hiring import words
from hiring.access import periods
from hiring.access.scope import Scope
from hiring.config import SMALLEST_GROUP
from hiring.findings.candidates import leaving, scores
from hiring.findings.candidates.leaving import Told
from hiring.findings.exhibit import Exhibit
from hiring.findings.numbers import Number
from hiring.statistics.rates import Interval, wilson
from hiring.statistics.surveys import PROMOTERS_FROM
from hiring.statistics.verdicts import SMALLEST_JUDGED

KICKER = "Candidates"
UNKNOWN = "Whether candidates would recommend us is not known"
NOBODY = "No application of these filters has ended"
TOO_FEW = "Too few candidates answered to say whether they would recommend us"
RECOMMEND = f"{PROMOTERS_FROM} or 10 of 10"
BY_QUARTERS = (
    "Applications from {first} to {last}: on this page days count by whole quarters, so that no two choices differ by "
    "the answer of one person."
)
ALIKE = "No clear difference {by}: the ranges of lowest and highest meet"
SURVEYS = "candidate_surveys"
#: What the page cannot do without: the fact, what the file says, the file.
NO_APPLICATIONS = (
    "No applications are loaded.",
    "applications.csv",
    "The file says who applied, and what came of it.",
)
NO_SURVEYS = (
    "No candidate survey is loaded.",
    "candidate_surveys.csv",
    "The file says how likely candidates are to recommend the company, 0 to 10.",
)
READING = (
    "Would recommend: 9 or 10 of 10. Candidate NPS: the share of 9 and 10 less the share of 0 to 6, in a hundred "
    "answers; the last answer of each application that has ended. The files do not say who was asked, so answers are "
    "held against all applications that ended.",
    "Hired are applications that led to a hire, by the day of applying: hires elsewhere stand by the day of their "
    "start, and not each of them has an application on file.",
    "Who answers is no fair draw: hired candidates answer more often than rejected ones, so the score of all leans "
    "towards theirs, and so does that of a group with more hires.",
    "Counts, no verdicts: of twenty ranges one misses by luck alone. Who waited longer for a decision also came "
    "further: a score that falls with the wait need not come of it.",
)


@dataclass(frozen=True)
class Candidates:
    """The whole answer; `is_scored`: whether enough answered for a score, else only the leaving is told."""

    lead: str
    standfirst: str
    numbers: tuple[Number, ...]
    sections: tuple[Exhibit, ...]
    alike: tuple[Exhibit, ...]
    reasons: tuple[Told, ...]
    strong: Told
    next_step: str
    is_scored: bool


def candidates(ended: pd.DataFrame, by_reason: pd.DataFrame, has_surveys: bool) -> Candidates | None:
    """The answer for rows of `candidates/applications_ended` and `applications_by_reason`; None where none ended."""
    if ended.empty:
        return None
    is_scored = scores.whole(ended)[0].n >= SMALLEST_GROUP
    told = _outcomes_told(ended)
    lead, standfirst = _lead(ended, told) if has_surveys else (UNKNOWN, "")
    first = leaving.first_reason(ended, by_reason)
    if first:
        said = first["said"]
        lead, standfirst = (said, f"{lead}. {standfirst}") if has_surveys else (lead, f"{said}.")
    drawn = [one for one in scores.sections(ended) if one.is_drawn] if is_scored else []
    return Candidates(
        lead,
        standfirst,
        numbers(ended, is_scored, told),
        tuple(one for one in drawn if not one.lead.endswith(scores.ALIKE)),
        tuple(one for one in drawn if one.lead.endswith(scores.ALIKE)),
        leaving.reasons(ended, by_reason),
        leaving.strong_leave(ended),
        leaving.next_step(first, by_reason, ended),
        is_scored,
    )


def _outcomes_told(ended: pd.DataFrame) -> frozenset[str]:
    """Outcomes whose score may stand on a tile and in the lead: those that their figure tells too, in its order."""
    answers = ended["recommend_score"].notna().groupby(ended["status"]).sum()
    answers = answers.reindex(list(scores.OUTCOMES), fill_value=0)
    return frozenset(answers.index[~scores.is_untold(answers, int(ended["recommend_score"].notna().sum()))])


def _lead(ended: pd.DataFrame, outcomes: frozenset[str]) -> tuple[str, str]:
    """Rejected beside hired candidates; the score of all where either are too few, or not among those told."""
    rejected, hired = (ended[ended["status"] == status] for status in ("rejected", "hired"))
    told = [scores.whole(some) for some in (rejected, hired, ended)]
    if min(one.n for one, _ in told[:2]) >= SMALLEST_JUDGED and {"rejected", "hired"} <= outcomes:
        first, second = (words.percent(_promoters(some)) for some in (rejected, hired))
        gave = [words.number((some["recommend_score"] >= PROMOTERS_FROM).sum()) for some in (rejected, hired)]
        said = [f"{words.number(one.n)} of {words.number(count)}" for one, count in told[:2]]
        return (
            f"Of those rejected who answered {first} would recommend us, of those hired {second}",
            f"{said[0]} rejected answered, {gave[0]} of them {RECOMMEND}; {said[1]} hired, {gave[1]} of them.",
        )
    score, count = told[2]
    if score.n < SMALLEST_JUDGED:
        return TOO_FEW, f"{words.number(score.n)} of {words.number(count)} whose application ended."
    recommend = words.percent(_promoters(ended))
    return (
        f"Of candidates who answered, {recommend} would recommend us",
        f"Answered: {words.number(score.n)} of {words.number(count)} applications that ended. Would: {RECOMMEND}.",
    )


def alike_by(alike: tuple[Exhibit, ...]) -> str:
    """By what the score does not clearly differ: "No clear difference by source, by role: …"."""
    return ALIKE.format(by=", ".join(one.lead.split(":")[0].lower() for one in alike))


def by_quarter(scope: Scope) -> Scope:
    """The scope over whole quarters: two that lie a day apart would tell the one who answered in between."""
    starts_in, last = scope.choices.fiscal_year_starts_in, scope.choices.last_day
    begins, ends = periods.whole_quarters(scope.hired_from, scope.hired_to, starts_in)
    return replace(scope, hired_from=max(begins, scope.choices.first_day), hired_to=min(ends, last))


def by_quarters(first: date, last: date) -> str:
    """Which days are counted where those chosen are no whole quarters."""
    return BY_QUARTERS.format(first=words.day(first), last=words.day(last))


def _promoters(ended: pd.DataFrame) -> float:
    given = ended["recommend_score"].dropna()
    return float((given >= PROMOTERS_FROM).mean())


def numbers(ended: pd.DataFrame, is_scored: bool, outcomes: frozenset[str]) -> tuple[Number, ...]:
    """The score of all, of rejected and of hired; who answered; who withdrew, and who declined an offer."""
    status = ended["status"]
    made = []
    if is_scored:
        made.append(_score(scores.whole(ended)[0], ""))
        of_outcome = {name: ended[status == name] for name in ("rejected", "hired") if name in outcomes}
        made += [_score(scores.whole(rows)[0], f"NPS of {name}") for name, rows in of_outcome.items()]
        answered = int(ended["recommend_score"].notna().sum())
        made.append(_share("survey_response", answered, len(ended), ""))
    withdrew, declined = (int((status == one).sum()) for one in ("withdrawn", "offer_declined"))
    offers = declined + int((status == "hired").sum())
    if _is_told(withdrew):
        made.append(_share("own_decision", withdrew, len(ended), "Withdrew"))
    if offers >= SMALLEST_GROUP and _is_told(declined):
        made.append(_share("own_decision", declined, offers, "Declined the offer"))
    return tuple(made)


def _is_told(count: int) -> bool:
    """Whether so many stand on a tile: of one to four the figures tell nothing either."""
    return not 0 < count < SMALLEST_GROUP


def _score(found: Interval, label: str) -> Number:
    note = f"{words.likely(found.low, found.high, scores.show)} · {words.counted(found.n, 'answer')}"
    return Number("candidate_nps", scores.show(found.estimate), note, label)


def _share(card: str, count: int, n: int, label: str) -> Number:
    share = wilson(count, n)
    note = f"{words.number(count)} of {words.number(n)} · {words.likely(share.low, share.high)}"
    return Number(card, words.percent(share.estimate), note, label)

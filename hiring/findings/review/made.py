"""The pack of one quarter, made of the answers of one warehouse: the decision page first, then what it rests on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from hiring import metrics, words
from hiring.access.scope import Scope, UsageError
from hiring.config import SMALLEST_GROUP
from hiring.findings.agreement.answer import Agreement
from hiring.findings.decisions import answer as decisions
from hiring.findings.exhibit import Exhibit
from hiring.findings.overview import half_years, not_knowable
from hiring.findings.overview.answer import facts
from hiring.findings.review import agenda, exhibits
from hiring.findings.review.exhibits import Source
from hiring.findings.review.figures import Five, five
from hiring.findings.review.measures import Asked
from hiring.findings.review.pack import Figure, Pack, Section
from hiring.findings.review.quarter import Quarter, latest
from hiring.findings.scope import scope_in_words
from hiring.findings.sentences import kept_hidden

MEETING, WITH_NAMES = "meeting", "names"
AUDIENCES: Mapping[str, str] = {
    MEETING: "the meeting: no names of hires, no group of fewer than five",
    WITH_NAMES: "who may see names",
}
NOTHING_CHANGED = "None of the numbers changed by more than luck makes them change from one year to the next."
NO_PACK = "No pack was frozen before: there is nothing to compare with yet."
LABELS = (
    "Clear, Leaning and Can't tell mean the same as on every page; Methods tells how often they err. A number is said "
    "to have changed only where that is clear: of 2,000 invented quarters in which nothing had changed, 2 were told so."
)
AS_KNOWN = "Past quarters are told as the data know them today, not as they were known then."
CHANGED, DECIDED = "What changed", "What was decided, and what became of it"
AGENDA, EXHIBITS = "What both sides should talk about", "What the data show"
NO_DECISION = "Nothing was decided yet: what this meeting decides is kept on the page Decisions and promises."
UNKNOWN, APPENDIX = "What we cannot know yet", "How it was made"
LONGEST_LEAD = 90


def refuse(quarter: Quarter, first: date, as_of: date) -> None:
    """Raises `UsageError` where the data say nothing of the quarter: before they begin, or after they end."""
    if quarter.first > as_of:
        raise UsageError(f"{quarter.told} has not begun · the data end on {words.day(as_of)}")
    if quarter.last < first:
        raise UsageError(f"{quarter.told} lies before the data, which begin on {words.day(first)}")


def pack(
    source: Source,
    quarter: Quarter,
    program: str,
    audience: str = MEETING,
    decided: pd.DataFrame | None = None,
) -> Pack:
    """All of one quarter's review; `decided`: every version of every decision, as rows.

    Raises `UsageError` for a quarter of which the data say nothing.
    """
    row, scope = source.row, source.scope
    refuse(quarter, scope.choices.first_day, source.as_of.date())
    agreed = exhibits.agreement(source)
    asked = _asked(source, agreed)
    told = five(asked, quarter)
    shown = exhibits.exhibits(source, agreed)
    return Pack(
        quarter=quarter.told,
        company=str(row["company_name"] or row["exports_name"]),
        audience=AUDIENCES[audience],
        lead=_lead(told, quarter),
        standfirst=_standfirst(quarter, source),
        figures=tuple(Figure(one.title(), one.value, one.note, one.card) for one in told.numbers),
        sections=(
            Section(CHANGED, lines=_changed(told)),
            Section(DECIDED, lines=_decided(source, asked, decided)),
            Section(AGENDA, lines=agenda.agenda(agreed, shown)),
            Section(EXHIBITS, exhibits=shown),
            Section(UNKNOWN, lines=_unknown(source)),
            Section(APPENDIX, lines=_made_so(source)),
        ),
        filters=scope_in_words(scope),
        counted=_how_many(source),
        as_of=source.as_of.date(),
        digest=str(row["digest"]),
        program=program,
        definitions=str(metrics.VERSION),
        cards=_cards(shown, told, scope),
    )


def _changed(told: Five) -> agenda.Lines:
    return tuple(("", one) for one in (*(told.changed or (NOTHING_CHANGED,)), NO_PACK))


def _how_many(source: Source) -> str:
    """ "480 hires"; of too few to be told, that."""
    counted = source.ask("shared/hires_counted", source.scope)
    if counted.empty:
        return f"fewer than {SMALLEST_GROUP} hires"
    return words.counted(int(counted["count_hires"].iloc[0]), "hire")


def with_news(whole: Pack, said: Collection[str]) -> Pack:
    """The pack with what became clear or fell back since the last frozen one, in place of that there is none."""
    if not said:
        return whole
    lines = tuple(("", one) for one in said)
    changed = next(one for one in whole.sections if one.title == CHANGED)
    told = replace(changed, lines=(*(line for line in changed.lines if line[1] != NO_PACK), *lines))
    return replace(whole, sections=tuple(told if one is changed else one for one in whole.sections))


def prepared(whole: Pack, left_out: Collection[str], comments: Mapping[str, str]) -> Pack:
    """The pack without exhibits of these keys (it says which), with comments to others: nothing else may change."""
    sections = tuple(
        replace(section, exhibits=tuple(one for one in section.exhibits if one.key not in left_out))
        for section in whole.sections
    )
    return replace(
        whole,
        sections=sections,
        comments={
            key: text.strip() for key, text in comments.items() if text.strip() and key not in left_out
        },
        left_out=tuple(one.lead for one in whole.exhibits() if one.key in left_out),
    )


def _asked(source: Source, agreed: Agreement | None) -> Asked:
    scope = source.scope
    return Asked(
        source.ask("overview/outcomes_by_hire", scope),
        source.ask("shared/offers_by_role_and_month", scope),
        source.ask("review/openings", scope),
        source.ask("review/final_stage", scope),
        exhibits.no_promises() if agreed is None else agreed.cases,
        source.loaded,
        scope.outcome_window,
    )


def _decided(source: Source, asked: Asked, every: pd.DataFrame | None) -> agenda.Lines:
    """Each decision beside what its measure was then and is in the last quarter that is over; nobody is named."""
    if every is None or every.empty:
        return (("", NO_DECISION),)
    as_of, starts_in = source.as_of.date(), source.scope.choices.fiscal_year_starts_in
    last = latest(as_of, starts_in)
    now = decisions.measured(asked, last) if source.sees_everyone else None
    return tuple(
        (one.about, f"{one.said}.") for one in decisions.told(every, now, last, as_of, starts_in, None)
    )


def _lead(told: Five, quarter: Quarter) -> str:
    """What changed first, in a sentence; where nothing did, the quality of hires, else that little is known."""
    if told.changed:
        sentence = told.changed[0].removesuffix(".")
        return (
            sentence
            if len(sentence) <= LONGEST_LEAD
            else f"{quarter.named}: {told.numbers[0].title()} changed"
        )
    quality = told.numbers[0]
    if quality.value == words.DASH:
        return f"{quarter.named}: no number changed by more than luck"
    return f"In {quarter.named} {quality.value} of hires met the bar; no number changed by more than luck"


def _standfirst(quarter: Quarter, source: Source) -> str:
    as_of = source.as_of.date()
    running = f" It is not over: the data end on {words.day(as_of)}." if quarter.last > as_of else ""
    return (
        f"Each number stands beside the same quarter a year before. {running}".strip()
        + " Offers, openings and first years are those of the quarter; exhibits are of all hires so far."
    )


def _unknown(source: Source) -> agenda.Lines:
    scope, counted = source.scope, source.ask("shared/hires_counted", source.scope)
    if counted.empty:
        return (("", kept_hidden(SMALLEST_GROUP)),)
    known = facts(
        source.ask("shared/company", None),
        counted,
        scope,
        source.ask("shared/sales_history", None),
    )
    cohorts = source.ask("overview/bar_by_half_year", scope)
    return (
        *half_years.not_yet_final(cohorts, known.as_of, scope.outcome_window),
        *not_knowable.gaps(known),
        *not_knowable.missing_files(source.ask("data_health/tables_expected", None)),
    ) or (("", "Nothing is open: every hire of these can be judged."),)


def _made_so(source: Source) -> agenda.Lines:
    row = source.row
    invented = "All of it is invented. " if row["is_sample"] else ""
    data = ("Data", f"{invented}As of {words.day(source.as_of)}, in {row['base_currency']}.")
    return (data, ("Quarters", AS_KNOWN), ("Labels", LABELS))


def _cards(shown: Collection[Exhibit], told: Five, scope: Scope) -> dict[str, str]:
    """What the cards of everything in the pack say, by the card's name."""
    names = [name for one in shown for name in one.definition] + [one.card for one in told.numbers]
    return {name: metrics.card(name).defined(scope) for name in dict.fromkeys(names)}

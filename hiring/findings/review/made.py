"""The pack of one quarter, made of the answers of one warehouse: the decision page first, then what it rests on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from hiring import metrics, words
from hiring.access.scope import Scope, UsageError
from hiring.config import SMALLEST_GROUP
from hiring.findings.agreement.answer import Agreement
from hiring.findings.agreement.trend import SIDES
from hiring.findings.exhibit import Exhibit
from hiring.findings.overview import half_years, not_knowable
from hiring.findings.overview.answer import facts
from hiring.findings.review import agenda, exhibits, own_measures, promised, proposals
from hiring.findings.review import decided as decided_then
from hiring.findings.review.exhibits import Source
from hiring.findings.review.figures import Five, five
from hiring.findings.review.measures import Asked, kept_by
from hiring.findings.review.pack import Figure, Pack, Section
from hiring.findings.review.quarter import Quarter, until
from hiring.findings.scope import scope_in_words
from hiring.findings.sentences import kept_hidden

MEETING, WITH_NAMES = "meeting", "names"
AUDIENCES: Mapping[str, str] = {
    MEETING: "the meeting: no names of hires, no group of fewer than five",
    WITH_NAMES: "who may see names",
}
NO_PACK = "No pack of an earlier quarter was frozen: there is nothing to compare with yet."
PROMISES_THEN = "Promises alone are counted up to the end of {quarter}."
OF_TODAY = "As of {day}, not of {quarter}."
LABELS = (
    "Clear, Leaning and Can't tell mean the same as on every page; Methods tells how often they err. A number is said "
    "to have changed only where that is clear: of 2,000 invented quarters in which nothing had changed, 2 were told so."
)
AS_KNOWN = "Past quarters are told as the data know them today, not as they were known then."
TO_DECIDE = "What we decide today"
CHANGED, DECIDED = "What changed", "What was decided, and what became of it"
AGENDA, EXHIBITS = "What both sides should talk about", "What the data show"
DECISIONS, AGREED, PROMISES = "Decisions", "Agreed promises", "Promises"  # tables of the workbook
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
    decided: decided_then.Written | None = None,
) -> Pack:
    """All of one quarter's review, with what was decided and promised up to then.

    Raises `UsageError` for a quarter of which the data say nothing.
    """
    refuse(quarter, source.scope.choices.first_day, source.as_of.date())
    asked = _asked(source, exhibits.agreement(source), decided)
    told = five(asked, quarter)
    found, of_today = exhibits.promises(source, quarter), _of_today(source, quarter)
    aligned = exhibits.aligned(source)
    shown = exhibits.exhibits(source, found, aligned)
    kept = {side: kept_by(side)(asked, quarter) for side in SIDES}
    lines, table, agreed = decided_then.decided(source, asked, decided, quarter)
    today, figured = _of_today_alone(of_today, quarter)
    return Pack(
        **_named(source, quarter, audience, program),
        lead=_lead(told, quarter),
        standfirst=" ".join(
            filter(None, (told.counts if not told.changed else "", _standfirst(quarter, source)))
        ),
        figures=tuple(Figure(one.title(), one.value, one.note, one.card) for one in told.numbers),
        sections=(
            Section(CHANGED, lines=_changed(told, quarter)),
            Section(DECIDED, lines=lines),
            Section(AGENDA, lines=agenda.agenda(found, kept, quarter.named, shown, of_today)),
            Section(EXHIBITS, exhibits=shown, lines=figured),
            Section(UNKNOWN, lines=(*today, *_unknown(source))),
            Section(APPENDIX, lines=_made_so(source)),
        ),
        proposals=(*today, *proposals.proposals(source, found, aligned)),
        cards=_cards(shown, told, source.scope),
        digits={one.title(): digits for one, digits in zip(told.numbers, told.digits, strict=True)},
        tables=_tables(table, agreed, found),
    )


def _tables(
    decided: pd.DataFrame, agreed: pd.DataFrame, found: promised.Promised | None
) -> tuple[tuple[str, pd.DataFrame], ...]:
    """What a workbook holds beside the exhibits; nothing without a row."""
    every = ((DECISIONS, decided), (AGREED, agreed), (PROMISES, promised.table(found)))
    return tuple((name, rows) for name, rows in every if len(rows))


def _named(source: Source, quarter: Quarter, audience: str, program: str) -> dict[str, Any]:
    """What the pack is of, and what it was made of."""
    row = source.row
    return {
        "quarter": quarter.told,
        "company": str(row["company_name"] or row["exports_name"]),
        "audience": AUDIENCES[audience],
        "filters": scope_in_words(source.scope),
        "counted": _how_many(source),
        "as_of": source.as_of.date(),
        "digest": str(row["digest"]),
        "program": program,
        "definitions": str(metrics.VERSION),
    }


def _of_today_alone(of_today: str, quarter: Quarter) -> tuple[agenda.Lines, agenda.Lines]:
    """The line over what is of today's data, and those over the exhibits: the first is of all but promises."""
    if not of_today:
        return (), ()
    return (("", of_today),), (("", of_today), ("", PROMISES_THEN.format(quarter=quarter.named)))


def _of_today(source: Source, quarter: Quarter) -> str:
    """What stands over that which is of all data there are, where the quarter is past; "" for the latest."""
    as_of = source.as_of.date()
    is_past = until(quarter, as_of, source.scope.choices.fiscal_year_starts_in) < as_of
    return OF_TODAY.format(day=words.day(as_of), quarter=quarter.named) if is_past else ""


def _changed(told: Five, quarter: Quarter) -> agenda.Lines:
    """What changed beside what the lead says already, and that no pack is there to compare with."""
    lead = _lead(told, quarter)
    changed = [one for one in told.changed if one.removesuffix(".") != lead]
    return tuple(("", one) for one in (*changed, NO_PACK))


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


def _asked(source: Source, agreed: Agreement | None, decided: decided_then.Written | None) -> Asked:
    scope, has_gaps = source.scope, False
    if decided is not None and len(decided.decisions):
        has_gaps = bool(decided.decisions["measure"].str.startswith(own_measures.GAP).any())
    return Asked(
        source.ask("overview/outcomes_by_hire", scope),
        source.ask("shared/offers_by_role_and_month", scope),
        source.ask("review/openings", scope),
        source.ask("review/final_stage", scope),
        exhibits.no_promises() if agreed is None else agreed.cases,
        source.loaded,
        scope.outcome_window,
        source.ask("review/ended", scope),
        exhibits.gaps_by_candidate(source) if has_gaps else pd.DataFrame(),
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
    return told.unchanged or f"{quarter.named}: no number changed by more than luck"


def _standfirst(quarter: Quarter, source: Source) -> str:
    as_of = source.as_of.date()
    running = f" It is not over: the data end on {words.day(as_of)}." if quarter.last > as_of else ""
    return f"Numbers of the quarter beside those a year before; exhibits of all hires.{running}"


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

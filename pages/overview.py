"""Are recent sales hires better, the same or worse than those before, seen at equal tenure?"""

from __future__ import annotations

import pandas as pd

from hiring import metrics
from hiring.config import SMALLEST_GROUP
from hiring.findings import bars, clock, links
from hiring.findings.high_performers.groups import Groups
from hiring.findings.outcomes import answer
from hiring.findings.overview import answer as overview
from hiring.findings.overview import changes, half_years, recent
from hiring.findings.overview import cohorts as tiles
from hiring.findings.overview.answer import Facts
from hiring.findings.overview.recent import Reading
from hiring.findings.sources import offers
from hiring.serving import kept
from hiring.serving.session import ask
from hiring.showing import filters, hires, lists, missing, page
from hiring.showing import overview as shown


def show() -> None:
    """Draw the page."""
    chosen = filters.current()
    company, counted = ask("shared/company"), ask("shared/hires_counted", chosen)
    kicker = f"Overview · {overview.quarter(company)}"
    if counted.empty:
        page.lead(kicker, answer.TOO_FEW)
        page.state_empty(answer.WHY["too few"], remedy=links.WIDEN)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    known = overview.facts(company, counted, chosen, ask("shared/sales_history"))
    readings = kept.found(
        recent.readings,
        ask("overview/outcomes_by_hire", known.compared),
        ask("shared/offers_by_role_and_month", known.compared),
        known.recent,
        chosen.outcome_window,
    )
    said = overview.answer(known, readings)
    joined = ask("shared/links")
    cause = links.quotas(joined) if known.is_without_quotas else ""
    page.lead(kicker, links.answer(joined, said.lead), cause or said.standfirst)
    if not known.count_hires:
        hires.nobody("There is nobody to compare.", links.WIDEN)
    else:
        origin = shown.origin(chosen)
        _numbers(known, readings)
        shown.beside(chosen)
        shown.questions_asked(known, readings, origin)
        _comparisons(known, readings, origin)
    return page.footer(f"Definitions v{metrics.VERSION}.", clock.remarks(known.tables_loaded))


def _numbers(known: Facts, readings: tuple[Reading, ...]) -> None:
    scope = known.scope
    cohorts = tiles.cohorts(known, readings)
    page.tiles([page.Tile(n.label, n.value, n.note, n.definition(scope)) for n in cohorts])
    roles = ask("shared/role_bars", scope)
    for told in (bars.bar_in_words, bars.high_performers_in_words):
        page.small(told(roles, scope.outcome_window))


def _comparisons(known: Facts, readings: tuple[Reading, ...], origin: Groups | None) -> None:
    left, right = page.two_columns("two sides")
    with left:
        _half_years(known, ask("overview/bar_by_half_year", known.compared))
    with right:
        shown.by_region(origin)
    left, right = page.two_columns("two sides")
    with left:
        told = changes.changed(readings)
        page.finding(
            changes.changed_title(told, known.recent), changes.changed_in_words(readings, known.recent)
        )
        for one in told:
            lists.verdict(one.label, one.is_better, one.about, one.sentence)
    with right:
        shown.gaps(known)
    measures = changes.table(known.scope, readings, known.recent)
    if len(measures):
        page.finding("Every measure beside the year before")
        page.table(measures)
    broken = links.offers(ask("shared/links")) if "applications" in known.tables_loaded else ""
    undated = offers.without_a_day(ask("shared/offers_without_a_day", known.scope))
    page.small(f"{overview.missing_numbers(known)} {broken or undated}".strip())


def _half_years(known: Facts, cohorts: pd.DataFrame) -> None:
    if known.count_judged < SMALLEST_GROUP:
        _nothing_to_draw(known)
        return
    every = half_years.reference(cohorts)
    page.exhibit(kept.found(half_years.exhibit, cohorts, known.tenure, known.scope.outcome_window, every))


def _nothing_to_draw(known: Facts) -> None:
    page.finding("Half-years side by side")
    why = overview.why_nothing_is_drawn(known)
    if why:
        fact, file, remedy = why
        cause = "" if file else links.quotas(ask("shared/links"))
        missing.state(fact, file, f"{remedy} {cause}".strip())
    else:
        page.state_too_few(known.count_judged, SMALLEST_GROUP, links.WIDEN)

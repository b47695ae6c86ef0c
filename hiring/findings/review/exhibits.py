"""The exhibits of a review: of each page that both sides look at the one figure they would put on the wall.

Each is the page's own exhibit, made of the same answers, under the finding that leads its page.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

import pandas as pd

from hiring import words
from hiring.access.scope import Scope
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP
from hiring.findings.agreement.answer import Agreement
from hiring.findings.agreement.answer import agreement as agreement_of
from hiring.findings.alignment import answer as alignment
from hiring.findings.exhibit import Exhibit
from hiring.findings.high_performers import interviewers
from hiring.findings.high_performers.answer import WINDOW
from hiring.findings.high_performers.group import Group, expected
from hiring.findings.high_performers.groups import Groups, groups
from hiring.findings.high_performers.outcomes import HIGH_PERFORMERS
from hiring.findings.interviewers import in_hundred
from hiring.findings.review import promised
from hiring.findings.review.promised import Promised
from hiring.findings.review.quarter import Quarter, until
from hiring.findings.shared_result import answer as shared_result
from hiring.findings.sources import value
from hiring.findings.sources.answer import compared
from hiring.findings.sources.costs import costs_of
from hiring.statistics.company import CompanyEvidence
from hiring.statistics.evidence.frames import Chosen
from hiring.statistics.evidence.shown import shown
from hiring.statistics.ratings.not_known import NotKnown
from hiring.statistics.ratings.paired import by_competency
from hiring.statistics.ratings.scorecards import Rated, rated
from hiring.statistics.verdicts import Label

MOST = 8
GROUPS = "High performers of 100 hires in each group; expected: hires elsewhere, otherwise alike"
KEPT_BACK = f"Not shown: a source of fewer than {SMALLEST_GROUP} hires and, with it, the next smallest"
LONGEST_LEAD = 90  # letters
SOURCE = "Source"  # the groups of that figure that stand in the next one too
CANNOT_TELL = "can't tell"
BESIDE_EXPECTED = "High performers beside what was expected of such hires: {said}"


@dataclass(frozen=True)
class Source:
    """Where a review's answers come from, for one viewer: the warehouse served, or a command's.

    `ask` answers a question under a scope (None: one that heeds none); `chosen` gives whom a scope and the viewer's
    rights leave; `disguised` takes names and ids away. `company` is None while the evidence is not worked out.
    """

    ask: Callable[[str, Scope | None], pd.DataFrame]
    chosen: Callable[[Scope], Chosen]
    disguised: Callable[[pd.DataFrame], pd.DataFrame]
    company: CompanyEvidence | None
    scope: Scope
    sees_names: bool
    sees_everyone: bool

    @property
    def row(self) -> pd.Series:
        """The company's own facts."""
        return self.ask("shared/company", None).iloc[0]

    @property
    def loaded(self) -> frozenset[str]:
        """The tables that were read."""
        return frozenset(str(self.row["tables_loaded"]).split(","))

    @property
    def as_of(self) -> pd.Timestamp:
        """The day the data speak of."""
        return pd.Timestamp(self.row["as_of"])


def exhibits(
    source: Source, found: Promised | None, aligned: alignment.Alignment | None
) -> tuple[Exhibit, ...]:
    """At most eight with a row to draw, in the order of the menu; what cannot be told is not there."""
    both = promised.exhibits(found)
    groups_shown = list(_groups(source))
    made = [*groups_shown, *_interviewers(source)]
    made += [_beside_expected(one, groups_shown) for one in _sources(source)]
    made += [*_gaps(aligned), *_back(source)]
    return (*[one for one in made if one.is_drawn][: MOST - len(both)], *both)


def _beside_expected(sources: Exhibit, shown: Collection[Exhibit]) -> Exhibit:
    """The figure of sources with what the figure of groups says of each beside what was to be expected of its hires."""
    rows = [row for one in shown for row in one.marks.rows.to_dict("records") if row.get("section") == SOURCE]
    sure = {
        str(row["name"]): str(row["verdict"])
        for row in rows
        if str(row["verdict"]) in (Label.CLEAR, Label.LEANING)
    }
    if not rows:
        return sources
    said = ", ".join(f"{name} {label.lower()}" for name, label in sure.items())
    others = f"the others {CANNOT_TELL}" if sure else CANNOT_TELL
    told = BESIDE_EXPECTED.format(said=", ".join(filter(None, (said, others))))
    return replace(sources, standfirst=f"{sources.standfirst}. {told}")


def agreement(source: Source) -> Agreement | None:
    """What both sides promised each other and kept; None where nothing was promised."""
    if not {"working_agreement", "applications"} <= source.loaded:
        return None
    cases, holidays = source.ask("agreement/promise_cases", source.scope), source.ask("shared/holidays", None)
    return agreement_of(cases, holidays, source.as_of, source.scope.choices.fiscal_year_starts_in)


def promises(source: Source, quarter: Quarter) -> Promised | None:
    """The same as it was at the end of a quarter that is past; of the latest as it is."""
    if not {"working_agreement", "applications"} <= source.loaded:
        return None
    cases, holidays = source.ask("agreement/promise_cases", source.scope), source.ask("shared/holidays", None)
    starts_in = source.scope.choices.fiscal_year_starts_in
    last = pd.Timestamp(until(quarter, source.as_of.date(), starts_in))
    return promised.promised(cases, holidays, source.as_of, starts_in, last)


def no_promises() -> pd.DataFrame:
    """The cases judged where nothing was promised."""
    return pd.DataFrame({"department": [], "due_on": pd.to_datetime([]), "state": []})


def _groups(source: Source) -> Iterator[Exhibit]:
    if source.company is None:
        return
    chosen = source.chosen(replace(source.scope, outcome_window=WINDOW))
    found = groups(
        source.company.high_performers,
        source.company.panels,
        chosen.hires,
        HIGH_PERFORMERS,
        sees_names=source.sees_names,
    )
    yield from (_titled(one, found, source) for one in found.exhibits[:1])


def _titled(figure: Exhibit, found: Groups, source: Source) -> Exhibit:
    """The figure under the counts of the group in it that stands out most: its label stands at its row."""
    drawn = set(figure.marks.rows["name"])
    lead = next((_most(one) for one in found.standing_out if one.name in drawn), found.lead)
    standfirst = f"{GROUPS}. {_kept_back(found, source)}".removesuffix(". ")
    return replace(figure, lead=lead, standfirst=standfirst)


def _kept_back(found: Groups, source: Source) -> str:
    """Which rows are not there, where a source is too small to be told and takes the next smallest with it."""
    counts = found.rows.groupby("section")["n"].sum()
    is_short = "Source" in counts and counts["Source"] < counts.max()
    return KEPT_BACK if is_short and not source.sees_names else ""


def _most(group: Group) -> str:
    counts = f"{words.number(group.count)} high performers of {words.number(group.n)}"
    lead = f"{group.name} has {counts}, {expected(vars(group))} expected"
    return lead if len(lead) <= LONGEST_LEAD else counts


def _interviewers(source: Source) -> Iterator[Exhibit]:
    if source.company is None or "interviews" not in source.loaded:
        return
    chosen = source.chosen(source.scope)
    seen = shown(source.company.panels, chosen)
    who = interviewers.interviewed(
        source.company.high_performers, seen, chosen.hires, HIGH_PERFORMERS, key=in_hundred.KEY
    )
    yield in_hundred.exhibit(who)


def _sources(source: Source) -> Iterator[Exhibit]:
    if "applications" not in source.loaded:
        return
    scope, currency = source.scope, str(source.row["base_currency"])
    outcomes = source.ask("sources/outcomes_by_source", scope)
    if not source.sees_names:
        # A source of few with a full year stays out here too: beside the figure of groups it could be worked out.
        outcomes = outcomes[~too_small(outcomes["count_ranked"])].reset_index(drop=True)
    if outcomes.empty:
        return
    found = compared(outcomes, source.ask("sources/retention_by_hire", scope), scope.outcome_window)
    is_wide = scope.is_of_some_groups or not source.sees_everyone
    costs = costs_of(source.ask("sources/cost_by_month", scope), is_company_wide=is_wide)
    apart = value.apart(found, costs)
    figure = value.exhibit(found, costs, currency)
    yield replace(figure, lead=value.lead(apart, currency, is_company_wide=is_wide) or figure.lead)


def aligned(source: Source) -> alignment.Alignment | None:
    """How far HR and Sales agree on candidates; None without interviews and ratings."""
    if source.company is None or not {"interviews", "ratings"} <= source.loaded:
        return None
    scope = source.scope
    cards = source.ask("craft/scorecards", scope)
    return alignment.alignment(
        rated(cards, source.ask("craft/ratings", scope)),
        cards,
        source.ask("alignment/applications_decided", scope),
        source.disguised(source.company.high_performers.hires),
        source.ask("alignment/at_pace", scope),
        not source.sees_names,
    )


def gaps_by_candidate(source: Source) -> pd.DataFrame:
    """How far HR and Sales rate each candidate apart on each competency; nothing where that is not known or told."""
    if not {"interviews", "ratings"} <= source.loaded:
        return pd.DataFrame()
    cards = source.ask("craft/scorecards", source.scope)
    return gaps_of(cards, rated(cards, source.ask("craft/ratings", source.scope)), source.sees_names)


def gaps_of(cards: pd.DataFrame, found: Rated | NotKnown, sees_names: bool) -> pd.DataFrame:
    """The same of scorecards; without names nothing where a department is as small as a person."""
    if isinstance(found, NotKnown) or not (sees_names or not alignment.has_small_department(cards)):
        return pd.DataFrame()
    return by_competency(found)


def _gaps(found: alignment.Alignment | None) -> Iterator[Exhibit]:
    if found is not None and found.gaps is not None:
        yield replace(found.gaps, lead=found.lead)


def _back(source: Source) -> Iterator[Exhibit]:
    cohorts = shared_result.cohorts_of(source.ask("sources/payback_by_hire", source.scope))
    if cohorts:
        window, currency = source.scope.outcome_window, str(source.row["base_currency"])
        figure = shared_result.back(cohorts, window, currency)
        margin = f"{figure.standfirst}. {shared_result.ASSUMED.removesuffix('.')}"
        yield replace(figure, lead=_came_back(figure, currency), standfirst=margin)


def _came_back(figure: Exhibit, currency: str) -> str:
    """ "Of every EUR 1 spent on hires EUR 4.8 (2024) and EUR 4.5 (2025, so far) came back": of the last two years."""
    last = figure.marks.rows.tail(2)
    if last.empty:
        return figure.lead
    told = " and ".join(
        f"{shared_result.unit(row['estimate'], currency)} ({row['period']}{'' if row['is_mature'] else ', so far'})"
        for row in last.to_dict("records")
    )
    return f"Of every {shared_result.unit(1, currency, 0)} spent on hires {told} came back"

"""Everything the pages may call clear, page by page: where it is judged, and how to hear what one company is told.

A law of the suite finds every function of the product that judges and fails on one that is not named here: no label
before its own simulation of companies in which nothing is true (`python -m benchmarks.null_companies`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pandas as pd

from benchmarks.page_answers import Asked
from hiring.findings.alignment import departments as gaps
from hiring.findings.high_performers import groups
from hiring.findings.high_performers.outcomes import OUTCOMES as THREE_OUTCOMES
from hiring.findings.interviewers.luck import MORE_THAN_LUCK
from hiring.findings.outcomes import events, reviews, staying, windows
from hiring.findings.outcomes.pairs import no_filter, pairs_judged
from hiring.findings.overview import changes, half_years
from hiring.findings.panels import answer as panel_kinds
from hiring.findings.role_profiles import fared
from hiring.findings.sources import answer, offers
from hiring.statistics import verdicts
from hiring.statistics.evidence.claims import Combination
from hiring.statistics.evidence.forecast import Foretold
from hiring.statistics.evidence.luck import Luck
from hiring.statistics.ratings import calibration, departments, leniency, spread, validity
from hiring.statistics.ratings.not_known import NotKnown, Standing
from hiring.statistics.verdicts import Finding, Label

OVERVIEW, HIGH_PERFORMERS, OUTCOMES, SOURCES, PEOPLE, PANELS, CRAFT, ALIGNMENT, ROLES = (
    "Overview",
    "High performers",
    "Outcomes and ramp",
    "Sources",
    "Interviewers and combinations",
    "Panels",
    "Interviewing craft",
    "Alignment",
    "Role profiles",
)
CLEAR, UNTOLD = Label.CLEAR.value, Label.TOO_FEW.value
#: Of what bears only such labels nothing was asked: no figure of it says how often it is wrong.
NOT_ASKED = {*map(str, verdicts.UNTOLD), Standing.TOO_FEW.value}
Labels = Sequence[str]


@dataclass(frozen=True)
class Claim:
    """A kind of claim: on which page, what it is about, where it is judged (`module.function`), and what is said.

    `labels`: every label given, among them `CLEAR`. `of_ratings`: true after all where interviewers differ in leniency.
    """

    page: str
    about: str
    judged_in: tuple[str, ...]
    labels: Callable[[Asked], Labels]
    of_ratings: bool = False


def _findings(found: Iterable[Finding]) -> Labels:
    return [one.verdict.label.value for one in found]


def _column(frame: pd.DataFrame, name: str = "label") -> Labels:
    return [str(label) for label in frame[name]]


def _people(found: Any) -> Labels:
    return [] if isinstance(found, NotKnown) else _column(found.interviewers)


def _by_luck(found: Luck) -> Labels:
    """Both answers of the box on luck: whether they differ on the whole, and whether the highest is out of reach."""
    if not found.count_groups:
        return []
    as_good = (1 + int((found.shuffled >= found.best_mean).sum())) / (1 + len(found.shuffled))
    return [CLEAR if chance <= MORE_THAN_LUCK else "Can't tell" for chance in (found.p_any, as_good)]


def _windows(asked: Asked) -> Labels:
    window, hires = asked.scope.outcome_window, asked.attained
    found = [
        compare(hires, measure, window, no_filter(hires))
        for compare in windows.comparisons(hires)
        for measure in windows.MEASURES
    ]
    return [str(label or UNTOLD) for one in found for label in one.frame["verdict"]]


def _pace(asked: Asked) -> Labels:
    return _findings(pairs_judged(events.times_apart(events.PACE), asked.among, list(asked.lead.paces.roles)))


def _curves(asked: Asked) -> Labels:
    """The pairs told apart below the curves, whichever roles a reader compares."""
    found: list[str] = []
    for event in asked.lead.events:
        curves = events.curves_of(asked.milestones, event)
        found += _findings(pairs_judged(events.times_apart(event), asked.among, list(curves.roles)))
    return found


def _apart(compare: Callable[..., groups.Groups]) -> Callable[[Asked], Labels]:
    """Whether a group may lead its page, whichever of the three outcomes a reader looks at."""

    def labels(asked: Asked) -> Labels:
        kept, panels = asked.company.high_performers, asked.company.panels
        found = [compare(kept, panels, kept.hires, one, sees_names=True) for one in THREE_OUTCOMES]
        return [
            CLEAR if any(group.is_clear for group in one.standing_out) else "Can't tell"
            for one in found
            if len(one.rows)
        ]

    return labels


def _acceptance(asked: Asked) -> Labels:
    found = offers.acceptance_change(asked("shared/offers_by_role_and_month"))
    return [] if found is None else [found.label.value]


def _staying(asked: Asked) -> Labels:
    answers = asked("sources/outcomes_by_source"), asked("sources/retention_by_hire")
    return _findings(answer.compared(*answers, asked.scope.outcome_window).findings)


def _together(asked: Asked) -> Labels:
    pairs = asked.evidence.pairs["combination"]
    return [CLEAR if one == Combination.MORE_THAN_THE_SUM else "Can't tell" for one in pairs]


def _forecast(asked: Asked) -> Labels:
    state = asked.evidence.forecast.state
    return [] if state is Foretold.NOT_ASKED else [CLEAR if state is Foretold.YES else str(state)]


def _company_validity(asked: Asked) -> Labels:
    found = validity.validity(asked.fair, asked.evidence.outcomes.hires)
    return [] if isinstance(found, NotKnown) else [found.label.value]


def _calibrated(asked: Asked) -> Labels:
    found = calibration.calibration(asked.fair, asked.evidence.outcomes.hires)
    return [] if isinstance(found, NotKnown) else [found.label.value]


def _gaps(asked: Asked) -> Labels:
    found = departments.department_agreement(asked.rated)
    return [] if isinstance(found, NotKnown) else _column(gaps.gaps_exhibit(found).marks.rows, "verdict")


def _whole(asked: Asked) -> Labels:
    found = asked.profiles.evidence.whole
    return [found.label.value] if found else []


def _competencies(asked: Asked) -> Labels:
    found = asked.profiles.evidence
    return [one.label.value for one in (*found.across, *(found.slopes if found.roles_differ else ()))]


def _fared(asked: Asked) -> Labels:
    """Any two roles a reader may put side by side."""
    found = list[str]()
    among = no_filter(asked.milestones), no_filter(asked.attained)
    for first, second in combinations(sorted(asked.milestones["role_profile"].unique()), 2):
        found += _findings(fared.fared_apart(first, second, *among, asked.scope.outcome_window))
    return found


def _resembling(asked: Asked) -> Labels:
    """Where roles do not differ by more than luck nobody is said to resemble another role's: that is the answer."""
    found = asked.profiles.resembling
    return [CLEAR if len(found.rows) else "Can't tell"] if len(found.roles) > 1 else []


CLAIMS = (
    Claim(
        OVERVIEW,
        "recent hires against earlier ones",
        ("hiring.findings.sentences.recent_against_before",),
        lambda asked: [verdicts.judge_answer(asked.readings[0].difference).label.value],
    ),
    Claim(
        OVERVIEW,
        "what changed",
        ("hiring.findings.overview.recent.judged",),
        lambda asked: [one.label.value for one in changes.changed(asked.readings)],
    ),
    Claim(
        OVERVIEW,
        "half-years",
        ("hiring.findings.overview.half_years.judged",),
        lambda asked: _findings(half_years.judged(asked("overview/bar_by_half_year"))),
    ),
    Claim(
        HIGH_PERFORMERS,
        "groups that stand out",
        (
            "hiring.findings.high_performers.group.stands_out",
            "hiring.findings.high_performers.group.is_clear",
        ),
        _apart(groups.groups),
    ),
    Claim(OUTCOMES, "how soon roles are at pace", ("hiring.findings.outcomes.pairs._every_pair",), _pace),
    Claim(OUTCOMES, "first deal and first quota", ("hiring.findings.outcomes.pairs._every_pair",), _curves),
    Claim(
        OUTCOMES,
        "cohorts and roles at equal tenure",
        ("hiring.findings.outcomes.windows._judged",),
        _windows,
    ),
    Claim(
        OUTCOMES,
        "who stays a year, by role",
        ("hiring.findings.outcomes.staying._judged",),
        lambda asked: [str(one or UNTOLD) for one in staying.stay_by_role(asked.milestones).frame["verdict"]],
    ),
    Claim(
        OUTCOMES,
        "whom managers would hire again, by role",
        ("hiring.findings.outcomes.reviews._findings",),
        lambda asked: [
            str(one or UNTOLD)
            for one in reviews.by_role(asked("outcomes/reviews_by_hire")).marks.rows["verdict"]
        ],
    ),
    Claim(
        SOURCES,
        "sources against comparable hires",
        ("hiring.statistics.evidence.claims.claims", "hiring.statistics.evidence.claims.labels"),
        lambda asked: _column(asked.evidence.sources),
    ),
    Claim(
        SOURCES,
        "sources by more than luck",
        ("hiring.findings.sources.evidence_words.luck",),
        lambda asked: _by_luck(asked.evidence.luck.sources)[:1],
    ),
    Claim(SOURCES, "who stays a year, by source", ("hiring.findings.sources.answer.compared",), _staying),
    Claim(SOURCES, "offers accepted", ("hiring.findings.sources.offers.acceptance_change",), _acceptance),
    Claim(
        PEOPLE,
        "interviewers",
        ("hiring.statistics.evidence.claims.claims", "hiring.statistics.evidence.claims.labels"),
        lambda asked: _column(asked.evidence.interviewers),
    ),
    Claim(
        PEOPLE,
        "pairs",
        ("hiring.statistics.evidence.claims.claims", "hiring.statistics.evidence.claims.labels"),
        lambda asked: _column(asked.evidence.pairs),
    ),
    Claim(PEOPLE, "more than the sum", ("hiring.statistics.evidence.claims.combined",), _together),
    Claim(
        PEOPLE,
        "interviewers by more than luck",
        (
            "hiring.findings.interviewers.luck._answer",
            "hiring.findings.interviewers.luck._is_rare",
            "hiring.findings.interviewers.luck.spread",
        ),
        lambda asked: _by_luck(asked.evidence.luck.interviewers),
    ),
    Claim(
        PEOPLE,
        "pairs by more than luck",
        ("hiring.findings.interviewers.luck._answer", "hiring.findings.interviewers.luck._is_rare"),
        lambda asked: _by_luck(asked.evidence.luck.pairs),
    ),
    Claim(
        PANELS,
        "panels",
        ("hiring.statistics.evidence.contrasts.contrasted",),
        lambda asked: _findings(asked.evidence.contrasts),
    ),
    Claim(
        PANELS,
        "kinds of panel that stand out",
        (
            "hiring.findings.high_performers.group.stands_out",
            "hiring.findings.high_performers.group.is_clear",
        ),
        _apart(panel_kinds.compared),
    ),
    Claim(PEOPLE, "forecast", ("hiring.statistics.evidence.forecast.judge_forecast",), _forecast),
    Claim(
        CRAFT,
        "leniency",
        ("hiring.statistics.ratings.leniency._labels",),
        lambda asked: _people(leniency.leniency(asked.rated)),
        of_ratings=True,
    ),
    Claim(
        CRAFT,
        "spread of scores",
        ("hiring.statistics.ratings.spread.spread",),
        lambda asked: _people(spread.spread(asked.rated)),
        of_ratings=True,
    ),
    Claim(CRAFT, "ratings and results", ("hiring.statistics.ratings.validity.label",), _company_validity),
    Claim(
        CRAFT,
        "ratings and results, by interviewer",
        ("hiring.statistics.ratings.validity._told",),
        lambda asked: _people(validity.validity(asked.fair, asked.evidence.outcomes.hires)),
    ),
    Claim(
        CRAFT,
        "results by the panel's rating",
        ("hiring.statistics.ratings.calibration.label",),
        _calibrated,
    ),
    Claim(
        ALIGNMENT,
        "HR and Sales on each competency",
        ("hiring.findings.alignment.departments._judged",),
        _gaps,
        of_ratings=True,
    ),
    Claim(ROLES, "ratings as a whole", ("hiring.statistics.profiles.evidence._slope",), _whole),
    Claim(ROLES, "competencies", ("hiring.statistics.profiles.evidence._slope",), _competencies),
    Claim(
        ROLES,
        "backgrounds",
        ("hiring.statistics.profiles.backgrounds._of_fact",),
        lambda asked: [one.label.value for one in asked.profiles.backgrounds],
    ),
    Claim(ROLES, "two roles side by side", ("hiring.findings.outcomes.pairs._every_pair",), _fared),
    Claim(
        ROLES,
        "ratings that resemble another role's",
        ("hiring.statistics.profiles.resembling.resembling",),
        _resembling,
    ),
)

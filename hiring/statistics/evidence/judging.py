"""The whole way from answers to claims about interviewers, pairs, panels and sources, with everything checked.

It is pure: the same frames give the same result.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from hiring.statistics.evidence import luck
from hiring.statistics.evidence.claims import (
    FEWEST_HIRES,
    Cap,
    checked,
    claims,
    combined,
    ranked,
    with_chances,
)
from hiring.statistics.evidence.contrasts import contrasted
from hiring.statistics.evidence.controls import Control, Subject, controlled, levelled
from hiring.statistics.evidence.designs import Design, Members, designed
from hiring.statistics.evidence.fits import Fitted, Kind, fitted_mains, fitted_whole
from hiring.statistics.evidence.forecast import Forecast, forecast
from hiring.statistics.evidence.gates import Gate, gate
from hiring.statistics.evidence.managers import FirstManagers, first_managers
from hiring.statistics.outcomes import KEY, Leavers, Outcomes, Switches, measured
from hiring.statistics.verdicts import Finding

AS_MEASURED = Switches()
TOP = 5  # how many of the highest are compared when leavers count otherwise
COLUMNS = [
    *("place", "id", "n", "raw_mean", "estimate", "low", "high", "probability", "reliability"),
    *("label", "capped_by", "needed", "top_third"),
]
PAIR_COLUMNS = [
    *COLUMNS,
    *("synergy", "synergy_low", "synergy_high", "synergy_probability", "synergy_capped_by", "synergy_label"),
    *("combination", "first_id", "second_id"),
]
SEAT_COLUMNS = [*KEY, "interviewer_id", "department", "stage"]


@dataclass(frozen=True)
class LuckChecks:
    """What luck alone would show: interviewers, pair totals and sources dealt anew, and the score of combinations."""

    interviewers: luck.Luck = luck.NOBODY
    pairs: luck.Luck = luck.NOBODY
    sources: luck.Luck = luck.NOBODY
    combinations: luck.Combinations = luck.NO_PAIRS


@dataclass(frozen=True)
class OtherOutcome:
    """The ranking when only months in the job count: how many of the highest interviewers stay among the highest."""

    count_top: int = 0
    count_stay: int = 0


@dataclass(frozen=True)
class Evidence:
    """All that may be said, and what it rests on. Frames have the columns of `claims.claims`, ranked.

    `interviewers` adds `department`; `pairs` adds `first_id`, `second_id`, `combination` and the columns of
    `claims.combined`. `contrasts` are panels against panels. `spreads`: the fitted standard deviation of interviewers,
    pairs, sources and luck, in SD of the outcome; `within`: that of the outcome among hires of one role, year and
    place, whoever saw them. `recorded`: the share of seats that the recorded panels seem to hold, and `times_wider`
    what that does to ranges. `forecast`: whether estimates of the first hires foretold the later ones. `managers`: how
    many hires have a known manager. `seats`: who sat in the panels, as it was given.
    """

    gate: Gate
    outcomes: Outcomes
    interviewers: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*COLUMNS, "department"]))
    pairs: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=PAIR_COLUMNS))
    sources: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=COLUMNS))
    contrasts: tuple[Finding, ...] = ()
    luck: LuckChecks = LuckChecks()
    control: Control = field(default_factory=Control)
    other_outcome: OtherOutcome = OtherOutcome()
    spreads: dict[str, float] = field(default_factory=dict)
    within: float = math.nan
    recorded: float = 1.0
    times_wider: float = 1.0
    forecast: Forecast = field(default_factory=Forecast)
    managers: FirstManagers = field(default_factory=FirstManagers)
    seats: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=SEAT_COLUMNS))


def whole(
    hires: pd.DataFrame,
    months: pd.DataFrame,
    seats: pd.DataFrame,
    switches: Switches = AS_MEASURED,
    *,
    with_control: bool = True,
) -> Evidence:
    """Every claim with its checks. `with_control` false leaves the negative control out, to measure what it does."""
    outcomes = measured(hires, months, switches)
    found = Evidence(_gate(outcomes, seats), outcomes, seats=seats)
    if not found.gate.may_rank:
        return found
    bare = designed(outcomes, seats)
    control = controlled(bare) if with_control else Control()
    design = levelled(bare, control)
    fitted = fitted_whole(design)
    found = _with_claims(replace(found, control=control), fitted, seats)
    found = replace(found, luck=_luck(design, found.gate), contrasts=contrasted(design, seats))
    if found.gate.count_with_panel:
        found = replace(found, forecast=forecast(outcomes, seats, control))
    return _checked(found, fitted, _otherwise(design, hires, months, switches))


def _gate(outcomes: Outcomes, seats: pd.DataFrame) -> Gate:
    with_panel = outcomes.hires[KEY].merge(seats[KEY].drop_duplicates(), on=KEY, how="inner")
    return gate(outcomes, len(with_panel))


def _with_claims(found: Evidence, fitted: Fitted, seats: pd.DataFrame) -> Evidence:
    """The claims of a fit, before any check."""
    design, fit = fitted.design, fitted.fit
    variances = {**fit.variances, "luck": fit.residual_variance}
    sources = claims(fitted, Kind.SOURCES, design.sources)
    found = replace(
        found,
        sources=sources,
        spreads={name: float(np.sqrt(variance)) for name, variance in variances.items()},
        within=float(np.sqrt(fit.solution.data.total / fit.solution.data.freedom)),
        managers=first_managers(design),
    )
    if not design.interviewers.labels or found.gate.count_with_panel == 0:
        return found
    people = claims(fitted, Kind.INTERVIEWERS, design.interviewers)
    return replace(
        found,
        recorded=design.recorded,
        times_wider=fitted.times_wider,
        interviewers=people.assign(department=people["id"].map(_departments(seats))),
        pairs=_with_people(claims(fitted, Kind.TOTALS, design.pairs), design),
    )


def _departments(seats: pd.DataFrame) -> dict[str, str]:
    """The department each interviewer sat in for most often."""
    counted = seats.groupby(["interviewer_id", "department"]).size().sort_values(kind="stable")
    return {str(who): str(department) for who, department in counted.index}


def _with_people(pairs: pd.DataFrame, design: Design) -> pd.DataFrame:
    members = design.pair_members[pairs["place"].to_numpy(np.int64)]
    names = np.array(design.interviewers.labels, dtype=object)
    return pairs.assign(first_id=names[members[:, 0]], second_id=names[members[:, 1]])


def _luck(design: Design, known: Gate) -> LuckChecks:
    held = design.held() if design.managers.labels else None
    residuals = luck.adjusted(design.score, design.fixed if held is None else held)

    def dealt(members: Members, kind: Kind) -> luck.Luck:
        return luck.permuted(residuals, members, design.strata, FEWEST_HIRES[kind], held=held)

    combinations = (
        luck.of_combinations(fitted_mains(design).fit, design.pairs)
        if known.may_speak_of_combinations
        else luck.NO_PAIRS
    )
    return LuckChecks(
        dealt(design.interviewers, Kind.INTERVIEWERS),
        dealt(design.pairs, Kind.TOTALS),
        dealt(design.sources, Kind.SOURCES),
        combinations,
    )


def _otherwise(
    design: Design, hires: pd.DataFrame, months: pd.DataFrame, switches: Switches
) -> Fitted | None:
    """The same model with leavers counted the other way; nothing where that cannot be measured for the same hires."""
    other = Leavers.WHILE_EMPLOYED if switches.leavers is Leavers.AS_ZERO else Leavers.AS_ZERO
    scores = measured(hires, months, replace(switches, leavers=other)).hires[[*KEY, "score"]]
    same = design.hires.drop(columns="score").merge(scores, on=KEY, how="left", validate="one_to_one")
    if same["score"].isna().any() or float(np.ptp(same["score"].to_numpy(float))) == 0:
        return None
    return fitted_whole(replace(design, hires=same))


def _checked(found: Evidence, fitted: Fitted, other: Fitted | None) -> Evidence:
    """The claims after every check, ranked."""
    design = fitted.design
    by_panel, by_source = _cap(found, Subject.INTERVIEWERS), _cap(found, Subject.SOURCES)

    def checks(frame: pd.DataFrame, kind: Kind, members: Members, company: Cap) -> pd.DataFrame:
        return checked(frame, fitted, other, kind, members, company=company)

    pairs = checks(found.pairs, Kind.TOTALS, design.pairs, by_panel)
    if len(pairs):
        synergies = checks(
            claims(fitted, Kind.SYNERGIES, design.pairs), Kind.SYNERGIES, design.pairs, by_panel
        )
        pairs = combined(pairs, synergies, found.luck.combinations, may=found.gate.may_speak_of_combinations)
    interviewers = checks(found.interviewers, Kind.INTERVIEWERS, design.interviewers, by_panel)
    may = by_panel is Cap.NONE and not found.control.is_flagged(Subject.INTERVIEWERS)
    return replace(
        found,
        interviewers=with_chances(ranked(interviewers), may=may),
        pairs=with_chances(ranked(pairs), may=may),
        sources=with_chances(
            ranked(checks(found.sources, Kind.SOURCES, design.sources, by_source)), may=False
        ),
        other_outcome=_top_stays(interviewers, other),
    )


def _cap(found: Evidence, subject: Subject) -> Cap:
    """Why nothing of the subject may be called Clear in this company, if so.

    Pairs and their members stand and fall together: where neither beats luck, neither is Clear.
    """
    if found.control.caps(subject):
        return Cap.TERRITORIES
    checks = found.luck
    asked = (checks.sources,) if subject is Subject.SOURCES else (checks.interviewers, checks.pairs)
    return Cap.NONE if any(check.is_beaten for check in asked) else Cap.LUCK


def _top_stays(interviewers: pd.DataFrame, other: Fitted | None) -> OtherOutcome:
    if other is None or interviewers.empty:
        return OtherOutcome()
    places = interviewers["place"].to_numpy(np.int64)
    elsewhere = other.posterior(Kind.INTERVIEWERS).mean[places]
    top = min(TOP, len(interviewers))
    first = set(np.argsort(-interviewers["estimate"].to_numpy(float), kind="stable")[:top].tolist())
    second = set(np.argsort(-elsewhere, kind="stable")[:top].tolist())
    return OtherOutcome(top, len(first & second))

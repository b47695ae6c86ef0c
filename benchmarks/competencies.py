"""`python -m benchmarks.competencies`: companies whose competencies are known, and what is claimed of them.

Eight competencies hang together; three to five interviewers score each candidate in all of them, with errors that make
a panel of four as reliable as the scenario says and a halo that they share; a quarter are hired, by the panels' means.
A claim is a Clear on the page of role profiles or in `hiring evidence profiles`. It is wrong where nothing is true of
it, or the opposite. Role profiles must stay below five wrong companies of a hundred in every scenario; where nothing at
all is true, below two, as other pages claim something too.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import norm, rankdata

from hiring.statistics.profiles.backgrounds import background_evidence
from hiring.statistics.profiles.evidence import Evidence, Slope, State, evidence
from hiring.statistics.profiles.gates import HARDLY_ABOVE, SURELY_ABOVE
from hiring.statistics.profiles.resembling import resembling
from hiring.statistics.verdicts import Label

Numbers = NDArray[np.float64]

COUNT = 8
PANEL = 4  # interviewers whose mean has the scenario's reliability
EQUAL = (0.5,) * COUNT
UNEQUAL = (0.25, 0.3, 0.4, 0.5, 0.5, 0.6, 0.7, 0.8)
SELECTED = 0.25
MANAGER = "first_manager"
INDUSTRIES = ("Software", "Telecom", "Banking", "Retail", "Media")


@dataclass(frozen=True)
class Scenario:
    """What is planted. `slopes`: SD of the outcome for a step in each true score; `by_role`: SD of what roles add.

    `reliability` of a panel of four in each competency; `halo`: share of an interviewer's error that is the same in
    all; `one_factor`: all true scores of a candidate are one; `missing`: share of scores not given; `managers`: how
    many there are, who differ by half an SD of results, and whose own panels differ in how kindly they score, over all
    and in each competency.
    """

    name: str
    slopes: tuple[float, ...] = (0.0,) * COUNT
    by_role: float = 0.0
    reliability: tuple[float, ...] = EQUAL
    halo: float = 0.3
    one_factor: bool = False
    raters: tuple[int, int] = (3, 5)
    missing: float = 0.0
    heavy_tails: bool = False
    managers: int = 0


ONE_TRUE = (0.3, *(0.0,) * (COUNT - 1))
TWO_TRUE = (0.25, *(0.0,) * (COUNT - 2), 0.25)
NULL = Scenario("nothing is true")
SCENARIOS = (
    NULL,
    Scenario("nothing is true, unequal reliability", reliability=UNEQUAL),
    Scenario("nothing is true, 1–2 raters, 30 % missing", reliability=UNEQUAL, raters=(1, 2), missing=0.3),
    Scenario("only managers differ, in results and in whom they trust", managers=16),
    Scenario("one general factor", (0.05,) * COUNT, reliability=UNEQUAL, one_factor=True),
    Scenario("equal slopes, unequal reliability", (0.06,) * COUNT, reliability=UNEQUAL, halo=0.4),
    Scenario("equal slopes, heavy tails", (0.06,) * COUNT, reliability=UNEQUAL, heavy_tails=True),
    Scenario("one competency matters", ONE_TRUE),
    Scenario("two competencies matter", TWO_TRUE, reliability=UNEQUAL),
    Scenario("roles differ", (0.05,) * COUNT, by_role=0.2),
)


@dataclass(frozen=True)
class Truth:
    """The slopes planted: roles × competencies."""

    slopes: Numbers

    def contrast(self, slope: Slope, *, of_role: bool) -> float:
        """How much the competency truly matters more than the average one, in its role or in all together."""
        mine = self.slopes[int(slope.role[1:])] if of_role else self.slopes.mean(axis=0)
        return float(mine[int(slope.competency[1:])] - mine.mean())


def company(
    scenario: Scenario, hires: int, roles: int, seed: int
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, Truth]:
    """Outcomes (`score` by rank within the role), ratings, background facts that mean nothing, and the truth."""
    random = np.random.default_rng([seed, hires, roles, sum(map(ord, scenario.name))])
    count = round(hires * roles / SELECTED)
    role = random.integers(0, roles, count)
    true = _true_scores(random, scenario, count)
    scores = _scored(random, scenario, true)
    seen = ~np.isnan(scores)
    total = np.where(seen, scores, 0.0).sum(axis=(1, 2)) / np.maximum(seen.sum(axis=(1, 2)), 1)
    by = total + 0.3 * random.standard_normal(count)
    hired = np.flatnonzero(by >= np.quantile(by, 1 - SELECTED))
    slopes = np.array(scenario.slopes) + scenario.by_role * random.standard_normal((roles, COUNT))
    luck = random.standard_t(3, count) / 3**0.5 if scenario.heavy_tails else random.standard_normal(count)
    result = (true * slopes[role]).sum(axis=1) + luck
    managers = _Managers(random, scenario.managers, count) if scenario.managers else None
    if managers:
        scores, result = scores + managers.kindness[:, None, :], result + managers.lead
    names = np.char.add("E", np.arange(count).astype(str))
    roles_named = np.char.add("R", role.astype(str))
    outcomes = pd.DataFrame({"employee_id": names[hired], "role_profile": roles_named[hired]})
    outcomes["score"] = _by_rank(result[hired], role[hired])
    if managers:
        outcomes[MANAGER] = managers.of[hired].astype(str)
    facts = outcomes[["employee_id"]].assign(
        years_in_sales=random.gamma(2.0, 3.0, len(hired)).round(),
        previous_industry=random.choice(INDUSTRIES, len(hired)),
    )
    ratings = _as_rows(scores, np.where(np.isin(np.arange(count), hired), names, None), roles_named)
    return outcomes, ratings, facts, Truth(slopes)


class _Managers:
    """Who leads each hire, what that adds to results, and what their panels add to each score."""

    def __init__(self, random: np.random.Generator, count: int, hires: int) -> None:
        self.of = random.integers(0, count, hires)
        over_all, each = random.normal(0, 0.7, (count, 1)), random.normal(0, 0.5, (count, COUNT))
        self.kindness: Numbers = (over_all + each)[self.of]
        self.lead: Numbers = random.normal(0, 0.5, count)[self.of]


def _true_scores(random: np.random.Generator, scenario: Scenario, count: int) -> Numbers:
    general = random.standard_normal((count, 1))
    if scenario.one_factor:
        return np.repeat(general, COUNT, axis=1)
    own: Numbers = random.standard_normal((count, COUNT))
    return (general + own) / 2**0.5


def _scored(random: np.random.Generator, scenario: Scenario, true: Numbers) -> Numbers:
    """Scores of candidates × interviewers × competencies; nan: none."""
    low, high = scenario.raters
    sizes = random.integers(low, high + 1, len(true))
    own = random.standard_normal((len(true), high, COUNT))
    shared = random.standard_normal((len(true), high, 1))
    share = np.array(scenario.reliability)
    error = np.sqrt(PANEL * (1 - share) / share)
    scores = true[:, None, :] + error * (np.sqrt(1 - scenario.halo) * own + np.sqrt(scenario.halo) * shared)
    given = (np.arange(high)[None, :] < sizes[:, None])[:, :, None]
    given = given & (random.random(scores.shape) >= scenario.missing)
    return np.where(given, scores, np.nan)


def _by_rank(result: Numbers, role: NDArray[np.int64]) -> Numbers:
    placed = np.empty(len(result))
    for one in np.unique(role):
        mine = role == one
        placed[mine] = norm.ppf((rankdata(result[mine]) - 0.375) / (mine.sum() + 0.25))
    return placed


def _as_rows(scores: Numbers, employee: NDArray[np.object_], role: NDArray[np.str_]) -> pd.DataFrame:
    """Rows as the question `role_profiles/ratings` gives them."""
    candidate, seat, competency = np.nonzero(~np.isnan(scores))
    return pd.DataFrame(
        {
            "interview_id": candidate * scores.shape[1] + seat,
            "application_id": candidate,
            "candidate_id": candidate,
            "role_profile": role[candidate],
            "interviewer_id": seat,
            "competency": np.char.add("c", competency.astype(str)),
            "score": scores[candidate, seat, competency],
            "scale_max": 5,
            "employee_id": employee[candidate],
            "hire_date": None,
        }
    )


def claimed(scenario: Scenario, hires: int, roles: int, seed: int, *, known: bool = True) -> dict[str, float]:
    """What one company is told, as zeros and ones; `known`: whether its managers are."""
    outcomes, ratings, facts, truth = company(scenario, hires, roles, seed)
    held = [MANAGER] if MANAGER in outcomes and known else []
    found = evidence(outcomes, ratings, controls=held)
    of_role = found.slopes if found.roles_differ else ()
    across, by_role = _clear(found.across), _clear(of_role)
    whole = found.whole is not None and found.whole.label is Label.CLEAR
    fact = any(one.label is Label.CLEAR for one in background_evidence(outcomes, facts, held))
    wrong = [one for one in across if one.estimate * truth.contrast(one, of_role=False) <= 0]
    wrong += [one for one in by_role if one.estimate * truth.contrast(one, of_role=True) <= 0]
    whole_is_wrong = whole and not any(scenario.slopes)
    alike = resembling(outcomes, ratings, controls=held, roles_differ=found.roles_differ)
    right = {one.competency for one in across} - {one.competency for one in wrong}
    return {
        "competency": bool(across or by_role),
        "wrong": bool(wrong),
        "whole": whole,
        "whole_wrong": whole_is_wrong,
        "fact": fact,
        "resembling": bool(len(alike.rows)),
        "any_wrong": bool(wrong or whole_is_wrong or fact or (len(alike.rows) and not scenario.by_role)),
        "roles_differ": found.roles_differ,
        "found": len(right),
        "hint": _hinted(found),
    }


def _clear(slopes: Sequence[Slope]) -> list[Slope]:
    return [one for one in slopes if one.label is Label.CLEAR]


def _hinted(found: Evidence) -> bool:
    """Whether any competency stands where a heavy or a light weight would be flagged."""
    told = [one for one in found.slopes if one.state is State.TOLD]
    return any(not HARDLY_ABOVE <= one.above_middle <= SURELY_ABOVE for one in told)


def main() -> None:
    """Print a line a scenario and size: shares of companies, and `found`, the mean of competencies found rightly."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.competencies", description=__doc__)
    parser.add_argument("--companies", type=int, default=100)
    parser.add_argument("--size", nargs="*", default=["70x2", "100x4"], help="hires a role x roles")
    parser.add_argument("--scenario", nargs="*", default=[one.name for one in SCENARIOS])
    arguments = parser.parse_args()
    for scenario in (one for one in SCENARIOS if one.name in arguments.scenario):
        for size in arguments.size:
            hires, roles = map(int, size.split("x"))
            rows = [claimed(scenario, hires, roles, seed) for seed in range(arguments.companies)]
            shares = pd.DataFrame(rows).astype(float).mean().round(3)
            print(f"{scenario.name} · {size} · {len(rows)}:", shares.to_dict(), flush=True)


if __name__ == "__main__":
    main()

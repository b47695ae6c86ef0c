"""`make bench-evidence`: simulated companies through the whole product, and what it says of them against the truth.

Exports are written, a warehouse is built of them, the questions are asked and every claim is made as for a user.
Results go to `hiring/statistics/evidence/measured.json`, which the page on methods reads, and are printed as a table;
below it stands what the model behind every claim costs, as `benchmarks.models` measures it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks import models, planted
from benchmarks.grounds import GROUNDS
from benchmarks.measuring import show
from benchmarks.planted import Scenario, Truth
from hiring.statistics.evidence import measured
from hiring.statistics.evidence.designs import designed
from hiring.statistics.evidence.fits import INTERVIEWER, PAIR, SOURCE, Kind, fitted_whole
from hiring.statistics.evidence.frames import Company, company
from hiring.statistics.evidence.judging import Evidence, whole
from hiring.statistics.mixed_model.solving import solve
from hiring.statistics.rates import Z_95
from hiring.statistics.verdicts import Label
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.build import Request, build

NULL = Scenario("nothing is true")
PEOPLE = Scenario("interviewers differ", interviewers=0.2, sources=0.1)
BOTH = Scenario("pairs differ too", interviewers=0.2, pairs=0.15, sources=0.1)
UNEQUAL = Scenario("unequal territories, interviewers equal", territory=0.6)
SCENARIOS = (NULL, PEOPLE, BOTH, UNEQUAL)
SHAPED_HIRES = 300
Z_80 = 1.2815515655446004


@dataclass(frozen=True)
class Seen:
    """What one company's evidence says against its truth: a row each of interviewers, pairs and sources."""

    claims: pd.DataFrame
    is_flagged: bool
    is_cleared: bool
    any_synergy: bool
    unlucky_sum: bool


def frames_of(folder: Path, hires: int, scenario: Scenario, seed: int) -> tuple[Company, Truth]:
    """A company written, built and asked."""
    truth = planted.write(folder / "exports", hires, scenario, seed)
    result = build(
        Request(folder / "exports", folder / "warehouse", as_of=planted.AS_OF, wait=lambda _path: None)
    )
    if not result.is_good:
        raise RuntimeError("\n".join(map(str, result.messages)))
    warehouse = Warehouse(folder / "warehouse")
    viewer = warehouse.viewer()
    return company(lambda question: warehouse.for_estimates(question, viewer)), truth


def seen(evidence: Evidence, truth: Truth, seats: pd.DataFrame, scenario: Scenario) -> Seen:
    """Every claim beside its truth in SD of the outcome, and beside what the planted spreads would have made of it."""
    scale = _scale(evidence, truth)
    known = _with_known_spreads(evidence, seats, scenario, scale)
    parts = []
    for kind, frame in (
        ("interviewers", evidence.interviewers),
        ("pairs", evidence.pairs),
        ("sources", evidence.sources),
    ):
        true = [scale * _planted(kind, row, truth) for row in frame.to_dict("records")]
        columns = ["n", "raw_mean", "estimate", "low", "high", "probability", "label"]
        best = frame["id"].map(known[kind])
        parts.append(frame[columns].assign(kind=kind, truth=true, known=best))
    flagged = [check for check in evidence.control.checks if check.is_flagged]
    return Seen(
        pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True),
        bool([check for check in flagged if check.subject == "interviewers"]),
        bool(evidence.control.cleared),
        bool((evidence.pairs["combination"] == "More than the sum").any()),
        evidence.luck.combinations.p_largest <= 0.05,
    )


def _scale(evidence: Evidence, truth: Truth) -> float:
    """SD of the outcome for one unit of quality: the slope within role."""
    hires = evidence.outcomes.hires
    quality = hires["employee_id"].map(truth.quality)
    within = quality - quality.groupby(hires["role_profile"]).transform("mean")
    return float((within * hires["score"]).sum() / (within**2).sum())


def _with_known_spreads(
    evidence: Evidence, seats: pd.DataFrame, scenario: Scenario, scale: float
) -> dict[str, dict[str, float]]:
    """Kind, id → the estimate of one who knows how much interviewers, pairs and sources differ (not who is how good).

    No method that knows less can be expected to find more of the true order in the same hires.
    """
    design = designed(evidence.outcomes, seats)
    free = fitted_whole(design)
    planted_spreads = {INTERVIEWER: scenario.interviewers, PAIR: scenario.pairs, SOURCE: scenario.sources}
    ratios = {
        name: (scale * planted_spreads[name]) ** 2 / free.fit.residual_variance for name in free.fit.places
    }
    at = solve(free.fit.solution.data, np.array(list(ratios.values())), "reml")
    kinds = (("interviewers", Kind.INTERVIEWERS), ("pairs", Kind.TOTALS), ("sources", Kind.SOURCES))
    members = {"interviewers": design.interviewers, "pairs": design.pairs, "sources": design.sources}
    return {
        name: dict(zip(members[name].labels, (free.weights(kind) @ at.effects).tolist(), strict=True))
        for name, kind in kinds
    }


def _planted(kind: str, row: dict[object, object], truth: Truth) -> float:
    if kind == "interviewers":
        return truth.interviewers[str(row["id"])]
    if kind == "sources":
        return truth.sources[str(row["id"])]
    first, second = str(row["first_id"]), str(row["second_id"])
    both = (min(first, second), max(first, second))
    return truth.interviewers[first] + truth.interviewers[second] + truth.pairs.get(both, 0.0)


def simulated(scenario: Scenario, hires: int, companies: int, ways: Sequence[bool]) -> list[list[Seen]]:
    """So many companies of a kind, each in a folder that is thrown away; judged with the control (true) or without."""
    found: list[list[Seen]] = [[] for _ in ways]
    for seed in range(companies):
        with tempfile.TemporaryDirectory() as folder:
            frames, truth = frames_of(Path(folder), hires, scenario, seed)
        for place, with_control in enumerate(ways):
            evidence = whole(frames.hires, frames.months, frames.seats, with_control=with_control)
            found[place].append(seen(evidence, truth, frames.seats, scenario))
        if sys.stderr.isatty():
            kind = f"{scenario.name}; {scenario.ground.name}".removesuffix("; ")
            print(f"  {kind}, {hires} hires: {seed + 1} of {companies}", file=sys.stderr)
    return found


def summed(found: Sequence[Seen], kind: str) -> dict[str, float]:
    """The figures of one kind over the companies; nan where there is nothing to measure."""
    by_company = [one.claims[one.claims["kind"] == kind] for one in found]
    clear = [frame[frame["label"] == Label.CLEAR] for frame in by_company]
    claims = pd.concat(clear, ignore_index=True)
    every = pd.concat(by_company, ignore_index=True)
    sd = (every["high"] - every["low"]) / (2 * Z_95)
    is_wrong = claims["truth"] * claims["estimate"] <= 0
    return {
        "share_with_claim": float(np.mean([len(frame) > 0 for frame in clear])),
        "share_with_false_claim": float(
            np.mean([(frame["truth"] * frame["estimate"] <= 0).any() for frame in clear])
        ),
        "claims": float(len(claims)),
        "wrong_sign_share": float(is_wrong.mean()) if len(claims) else float("nan"),
        "rank_correlation": _rank(by_company, "estimate"),
        "rank_correlation_raw": _rank(by_company, "raw_mean"),
        "rank_correlation_known": _rank(by_company, "known"),
        **_top(by_company),
        "covered_95": float(((every["low"] <= every["truth"]) & (every["truth"] <= every["high"])).mean()),
        "covered_80": float(((every["truth"] - every["estimate"]).abs() <= Z_80 * sd).mean()),
    }


def _rank(frames: Sequence[pd.DataFrame], column: str) -> float:
    """Mean rank correlation with the truth over the companies."""
    usable = [frame for frame in frames if len(frame) > 2 and frame["truth"].nunique() > 1]
    values = [frame[column].rank().corr(frame["truth"].rank()) for frame in usable]
    return float(np.nanmean(values)) if values else float("nan")


def _top(frames: Sequence[pd.DataFrame]) -> dict[str, float]:
    """The highest estimate and the highest raw mean over the companies, with the truth of each."""
    made = {}
    for name, column in (("", "estimate"), ("_raw", "raw_mean")):
        best = [frame.loc[frame[column].idxmax()] for frame in frames if len(frame)]
        made[f"top{name}"] = float(np.mean([row[column] for row in best])) if best else float("nan")
        made[f"top{name}_truth"] = float(np.mean([row["truth"] for row in best])) if best else float("nan")
    return made


def rows_of(scenario: Scenario, hires: int, companies: int) -> list[dict[str, object]]:
    """The figures of one kind of company; for unequal territories with and without the covariate."""
    ways = ((True, scenario.name),)
    if scenario.territory:
        ways = ((False, f"{scenario.name}; not checked"), (True, f"{scenario.name}; checked and levelled"))
    rows: list[dict[str, object]] = []
    every = simulated(scenario, hires, companies, [way for way, _ in ways])
    for (_, name), found in zip(ways, every, strict=True):
        rows.append(
            {
                "scenario": name,
                "shape": scenario.ground.name,
                "hires": hires,
                "companies": companies,
                "control_flagged": float(np.mean([one.is_flagged for one in found])),
                "control_cleared": float(np.mean([one.is_cleared for one in found])),
                "share_more_than_the_sum": float(np.mean([one.any_synergy for one in found])),
                **{kind: summed(found, kind) for kind in ("interviewers", "pairs", "sources")},
            }
        )
    return rows


def main() -> None:
    """Measure what was asked for, print it, and keep it where the page on methods finds it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evidence", description=__doc__)
    parser.add_argument("--hires", type=int, nargs="*", default=[150, 300, 1000])
    parser.add_argument("--companies", type=int, default=100, help="in which nothing is true")
    parser.add_argument("--planted", type=int, default=40, help="companies of every other kind")
    parser.add_argument("--scenario", nargs="*", default=[one.name for one in SCENARIOS])
    parser.add_argument("--shape", nargs="*", default=[one.name for one in GROUNDS])
    parser.add_argument(
        "--shaped", type=int, default=40, help="companies of every shape, half as many planted"
    )
    parser.add_argument("--keep", type=Path, default=measured.FILE, help="file for the figures, as JSON")
    arguments = parser.parse_args()
    day = datetime.now(UTC).date().isoformat()
    for scenario, hires, companies in _asked(arguments):
        kept_in(arguments.keep, rows_of(scenario, hires, companies), commit=commit(), day=day)
    print(measured.as_markdown(measured.read(arguments.keep)), end="\n\n", flush=True)
    show(models.measured())


def _asked(arguments: argparse.Namespace) -> Iterator[tuple[Scenario, int, int]]:
    """What is simulated, of how many hires, in how many companies: usual ones first, then those on other ground."""
    for scenario in (one for one in SCENARIOS if one.name in arguments.scenario):
        for hires in arguments.hires:
            yield scenario, hires, arguments.companies if scenario is NULL else arguments.planted
    for ground in (one for one in GROUNDS if one.name in arguments.shape):
        yield replace(NULL, ground=ground), SHAPED_HIRES, arguments.shaped
        yield replace(PEOPLE, ground=ground), SHAPED_HIRES, arguments.shaped // 2


def commit() -> str:
    """The commit that is measured."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def kept_in(file: Path, made: Sequence[dict[str, object]], *, commit: str, day: str) -> None:
    """Put the rows into the file, in place of older ones of the same kind of company and size."""
    before = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}

    def kind(row: dict[str, object]) -> tuple[object, ...]:
        return row["scenario"], row.get("shape", ""), row["hires"]

    names = {kind(row) for row in made}
    rows = [*(row for row in before.get("rows", []) if kind(row) not in names), *made]
    rows.sort(key=_place)
    told = {**before, "measured_on": day, "commit": commit, "rows": rows}
    file.write_text(json.dumps(_without_nan(told), indent=1) + "\n", encoding="utf-8")


def _place(row: dict[str, object]) -> tuple[int, int, int]:
    """Usual companies first, in the order of `SCENARIOS` and by size; then the shapes in theirs."""
    scenario, shape = str(row["scenario"]), str(row.get("shape", ""))
    shapes = ["", *(one.name for one in GROUNDS)]
    at = next((place for place, one in enumerate(SCENARIOS) if scenario.startswith(one.name)), len(SCENARIOS))
    return shapes.index(shape) if shape in shapes else len(shapes), at, int(str(row["hires"]))


def _without_nan(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_nan(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_without_nan(one) for one in value]
    return (
        round(value, 4)
        if isinstance(value, float) and np.isfinite(value)
        else (None if isinstance(value, float) else value)
    )


if __name__ == "__main__":
    main()

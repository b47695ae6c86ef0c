"""What the mixed model costs, one processor: beside statsmodels, and beside the bare factor it is built on.

Run alone with `python -m benchmarks.models`. The figures are taken in a process of their own, because
the number of threads of the linear algebra is fixed when numpy is first imported.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from statistics import median

import numpy as np
from scipy import linalg

from benchmarks.measuring import ROOT, show
from benchmarks.panels import Company, company
from hiring.statistics import mixed_model

Row = tuple[str, str, str, str]
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
SMALL, MIDDLE, LARGE = (300, 30), (1000, 80), (5000, 260)  # hires, interviewers


def measured() -> list[Row]:
    """The rows of the table, taken on one thread."""
    said = subprocess.run(
        [sys.executable, "-m", "benchmarks.models", "--rows"],
        cwd=ROOT,
        env={**os.environ, **ONE_THREAD},
        stdout=subprocess.PIPE,
        check=True,
    )
    return [(what, ours, against, aim) for what, ours, against, aim in json.loads(said.stdout)]


def _seconds(runs: int, *makers: Callable[[], object]) -> list[float]:
    """The median seconds of each, run in turn so that a slower moment slows all alike."""
    taken: list[list[float]] = [[] for _ in makers]
    for make in makers:
        make()
    for _ in range(runs):
        for place, make in enumerate(makers):
            started = time.perf_counter()
            make()
            taken[place].append(time.perf_counter() - started)
    return [median(some) for some in taken]


def _ours(made: Company) -> Callable[[], object]:
    def run() -> object:
        fit = mixed_model.fit(made.outcome, made.fixed, made.blocks)
        return mixed_model.posterior(fit, made.totals)

    return run


def _statsmodels(made: Company) -> float:
    """Seconds of one fit; it has no posterior of sums."""
    from statsmodels.regression.mixed_linear_model import MixedLM, VCSpec

    columns = VCSpec(
        [block.name for block in made.blocks],
        [[list(block.labels)] for block in made.blocks],
        [[block.design.toarray()] for block in made.blocks],
    )
    started = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        MixedLM(made.outcome, made.fixed, np.zeros(made.outcome.size), exog_vc=columns).fit()
    return time.perf_counter() - started


def _size(made: Company) -> str:
    effects = sum(len(block.labels) for block in made.blocks)
    return f"{made.outcome.size:,} hires, {effects:,} effects"


def _beside_statsmodels(size: tuple[int, int], aim: str) -> Row:
    made = company(3, *size)
    (ours,), theirs = _seconds(9, _ours(made)), _statsmodels(made)
    return (
        f"fit and pair totals, {_size(made)}",
        f"{ours * 1000:.1f} ms",
        f"statsmodels, fit only {theirs:.2f} s",
        f"1/{theirs / ours:.0f} ({aim})",
    )


def _factor(made: Company) -> Callable[[], object]:
    """The bare work of one look at the likelihood: a Cholesky factor of that many effects and its inverse."""
    effects = sum(len(block.labels) for block in made.blocks)
    some = np.random.default_rng(1).standard_normal((effects, effects))
    matrix = np.asfortranarray(some @ some.T / effects + np.eye(effects))
    return lambda: linalg.lapack.dtrtri(linalg.lapack.dpotrf(matrix, lower=1)[0], lower=1)


def _beside_the_factor(runs: int, made: Company, what: str, run: Callable[[], object], aim: str) -> Row:
    ours, bare = _seconds(runs, run, _factor(made))
    return (
        f"{what}, {_size(made)}",
        f"{ours * 1000:.0f} ms",
        f"one factor and its inverse {bare * 1000:.1f} ms",
        f"{ours / bare:.1f}× ({aim})",
    )


def _main_effects(size: tuple[int, int], aim: str) -> Row:
    made = company(3, *size)
    blocks = [block for block in made.blocks if block.name != "pair"]
    everything = np.column_stack([made.fixed, *(block.design.toarray() for block in blocks)])
    ours, squares = _seconds(
        15,
        lambda: mixed_model.posterior(mixed_model.fit(made.outcome, made.fixed, blocks)),
        lambda: np.linalg.lstsq(everything, made.outcome, rcond=None),
    )
    return (
        f"interviewers and sources only, {made.outcome.size:,} hires",
        f"{ours * 1000:.1f} ms",
        f"least squares of the same columns {squares * 1000:.1f} ms",
        f"{ours / squares:.2f}× ({aim})",
    )


def _rows() -> Sequence[Row]:
    middle, large = company(3, *MIDDLE), company(3, *LARGE)
    often = large.with_pairs_from(10)
    fitted = mixed_model.fit(middle.outcome, middle.fixed, middle.blocks)

    def both() -> object:
        fit = mixed_model.fit(middle.outcome, middle.fixed, middle.blocks)
        return mixed_model.integrated_posterior(fit, middle.totals)

    def in_stages() -> object:
        fit = mixed_model.fit_in_stages(large.outcome, large.fixed, large.blocks, often)
        return mixed_model.posterior(fit, large.totals)

    points = 12 if fitted.ratios["interviewer"] <= 0.09 else 16
    return [
        _beside_statsmodels(SMALL, "≤ 1/50"),
        _beside_statsmodels(MIDDLE, "≤ 100 ms, ≤ 1/50"),
        _beside_the_factor(9, middle, f"fit and {points}-point posterior", both, "≤ 200 ms"),
        _beside_the_factor(3, large, "fit and pair totals", _ours(large), "≤ 1.5 s"),
        _beside_the_factor(3, large, "the same in two stages", in_stages, "≤ 1.5 s"),
        _main_effects(MIDDLE, "≤ 3 ms"),
        _main_effects(LARGE, "≤ 18 ms"),
    ]


if __name__ == "__main__":
    if "--rows" in sys.argv:
        print(json.dumps(_rows()))
    else:
        show(measured())

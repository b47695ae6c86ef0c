"""How well the evidence does on companies whose truth is known: figures measured once and kept with the code."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hiring.words import number, percent

FILE = Path(__file__).parent / "measured.json"


@dataclass(frozen=True)
class Figures:
    """What is said of interviewers, pairs or sources, over all companies of a kind; nan where nothing was planted.

    Shares are 0–1. `top` is the mean of the highest estimates in SD, `top_truth` what they truly are; `_raw` the same
    of plain means; `_known` the same of one who knows the true spreads, the most such hires can tell.
    """

    share_with_claim: float
    share_with_false_claim: float
    claims: float
    wrong_sign_share: float
    rank_correlation: float
    rank_correlation_raw: float
    rank_correlation_known: float
    top: float
    top_truth: float
    top_raw: float
    top_raw_truth: float
    covered_95: float
    covered_80: float


@dataclass(frozen=True)
class Measured:
    """One kind of company: what is true in it, its mature hires, how many were simulated, and the figures.

    `shape`: in what it is unlike the usual company; empty for the usual one.
    """

    scenario: str
    shape: str
    hires: int
    companies: int
    control_flagged: float
    control_cleared: float
    share_more_than_the_sum: float
    interviewers: Figures
    pairs: Figures
    sources: Figures


@dataclass(frozen=True)
class AllPages:
    """Whole companies in which nothing is true: how many were told anything Clear on any page.

    `by_page`: the same of each page. `claims`: page, what it is about, of how many companies it was asked, and in how
    many of them anything was Clear.
    """

    measured_on: str
    commit: str
    companies: int
    any_clear: int
    sizes: tuple[int, ...]
    by_page: dict[str, int]
    claims: tuple[tuple[str, str, int, int], ...]


@dataclass(frozen=True)
class Measurement:
    """All figures, the day they were measured on and the commit they were measured at.

    `rows` are of usual companies, `shapes` of those unlike them in one thing. `all_pages`: None where whole companies
    were never measured.
    """

    measured_on: str
    commit: str
    rows: tuple[Measured, ...]
    shapes: tuple[Measured, ...] = ()
    all_pages: AllPages | None = None


def read(path: Path = FILE) -> Measurement:
    """The figures kept with the code; raises `OSError` where they were never measured."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    rows = [_row(row) for row in kept["rows"]]
    usual, shapes = (tuple(row for row in rows if bool(row.shape) is unlike) for unlike in (False, True))
    return Measurement(kept["measured_on"], kept["commit"], usual, shapes, _all_pages(kept.get("all_pages")))


def _all_pages(kept: dict[str, Any] | None) -> AllPages | None:
    if kept is None:
        return None
    names = ("measured_on", "commit", "companies", "any_clear", "by_page")
    return AllPages(
        **{name: kept[name] for name in names},
        sizes=tuple(size["hires"] for size in kept["by_size"]),
        claims=tuple((one["page"], one["about"], one["asked"], one["clear"]) for one in kept["claims"]),
    )


def _row(row: dict[str, Any]) -> Measured:
    kinds = {kind: Figures(**_numbers(row[kind])) for kind in ("interviewers", "pairs", "sources")}
    return Measured(**{"shape": "", **_numbers(row), **kinds})


def _numbers(row: dict[str, Any]) -> dict[str, Any]:
    return {name: math.nan if value is None else value for name, value in row.items()}


HEAD = (
    "what is true",
    "hires",
    "companies",
    "of",
    "any Clear",
    "any false Clear",
    "wrong sign among Clear",
    "rank correlation (plain means; true spreads known)",
    "top: said → true (plain means)",
    "95 / 80 % intervals hold",
    "control flags",
)


def as_markdown(found: Measurement) -> str:
    """A table of the figures, a row a kind of company and a kind of claim."""
    lines = [
        f"Measured on {found.measured_on} at {found.commit}.",
        "",
        f"| {' | '.join(HEAD)} |",
        f"|{'---|' * len(HEAD)}",
    ]
    lines += [
        f"| {' | '.join(_cells(row, kind, getattr(row, kind)))} |"
        for row in (*found.rows, *found.shapes)
        for kind in ("interviewers", "pairs", "sources")
    ]
    return "\n".join(lines)


def _cells(row: Measured, kind: str, one: Figures) -> tuple[str, ...]:
    return (
        f"{row.scenario}; {row.shape}" if row.shape else row.scenario,
        number(row.hires),
        number(row.companies),
        kind,
        percent(one.share_with_claim),
        percent(one.share_with_false_claim),
        f"{percent(one.wrong_sign_share)} of {number(one.claims)}" if one.claims else "none",
        f"{number(one.rank_correlation, 2)} "
        f"({number(one.rank_correlation_raw, 2)}; {number(one.rank_correlation_known, 2)})",
        f"{number(one.top, 2)} → {number(one.top_truth, 2)} "
        f"({number(one.top_raw, 2)} → {number(one.top_raw_truth, 2)})",
        f"{percent(one.covered_95)} / {percent(one.covered_80)}",
        percent(row.control_flagged),
    )

"""The proof as tables: what was asked, what was aimed at, what came out at each size of company, met or missed."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit
from hiring.findings.methods import proof as methods_proof
from hiring.findings.methods import shapes as methods_shapes
from hiring.findings.methods.proof import (
    CHECKED,
    KINDS,
    NOT_CHECKED,
    NULL,
    PEOPLE,
    UNEQUAL,
    count_of,
    figures_of,
    of_scenario,
    sizes_of,
    words_of,
)
from hiring.statistics.evidence.measured import Measured, Measurement
from hiring.statistics.rates import wilson

#: The size from which an aim holds; smaller companies are measured and shown, and owe nothing.
RANK_FROM, COVER_FROM = 1000, 300
LEAST_RANK, LEAST_RATIO, MOST_RATIO = 0.65, 0.8, 1.25
#: Of fewer Clear claims a single wrong one would miss the aim, so nothing is met or missed.
FEWEST_CLAIMS = 40
COVER_WITHIN, MOST_WRONG, MOST_FALSE_UNEQUAL = 0.03, 0.025, 0.07
VERDICTS = (
    "Met: what came out is within the aim in brackets. Missed: it is not. Too few to judge: with so few Clear claims "
    "one wrong one alone would miss the aim."
)
MET, MISSED, FEW = "met", "missed", "too few to judge"
NOTHING, CLEAR_OF_NOTHING, DOT = "not measured", "nothing Clear", "·"
NONE_MISSED = (("Every aim", "met at every size it is set for."),)


@dataclass(frozen=True)
class Proof:
    """All that is shown of what was measured; frames without rows where nothing was.

    `order` and `winners` are figures; `missed` as of `missed`; `all_pages` and `of_people` are sentences.
    """

    lead: str
    measured_on: str
    false_claims: pd.DataFrame
    nearness: pd.DataFrame
    sayable: pd.DataFrame
    shapes: pd.DataFrame
    shapes_in_words: str
    missed: tuple[tuple[str, str], ...]
    all_pages: str
    of_people: str
    order: Exhibit
    winners: Exhibit

    @property
    def missed_in_words(self) -> str:
        """How many aims were missed: "6 aims were missed at some size of company"."""
        if self.missed == NONE_MISSED:
            return "Every aim was met"
        count = len(self.missed)
        return (
            f"{words.counted(count, 'aim')} {'was' if count == 1 else 'were'} missed at some size of company"
        )

    @property
    def is_measured(self) -> bool:
        """Whether there is anything to show."""
        return not self.false_claims.empty


@dataclass(frozen=True)
class Aim:
    """One row of the proof: what was asked, what was aimed at (if anything), a cell with its verdict for each size."""

    asked: str
    aim: str
    cells: tuple[str, ...]

    @property
    def in_words(self) -> str:
        """What was asked with its aim in brackets."""
        return f"{self.asked} ({self.aim})" if self.aim else self.asked


def proof(found: Measurement | None) -> Proof:
    """What was measured, ready to be drawn."""
    return Proof(
        methods_proof.lead(found),
        methods_proof.measured_on(found),
        false_claims(found),
        nearness(found),
        sayable(found),
        methods_shapes.shapes(found),
        methods_shapes.in_words(found),
        missed(found),
        methods_proof.all_pages(found),
        methods_proof.of_people(found),
        methods_proof.order(found),
        methods_proof.winners(found),
    )


def false_claims(found: Measurement | None) -> pd.DataFrame:
    """Does it claim what is not there? A row an aim, a column a size; empty where nothing was measured."""
    nothing = [
        Aim(
            f"Nothing is true: companies told something false of {_a(noun)}",
            "none",
            _cells(found, NULL, lambda row, kind=kind: _false(row, kind)),  # type: ignore[misc]
        )
        for kind, noun in KINDS.items()
    ]
    return _table(
        found,
        [
            *nothing,
            Aim(
                "Something is true: Clear claims with the wrong sign",
                f"at most 2.5 %, from {FEWEST_CLAIMS} claims on",
                wrong(found),
            ),
            Aim(
                "Only territories differ, unchecked: companies told something false",
                "",
                _cells(found, NOT_CHECKED, lambda row: _share(row, row.interviewers.share_with_false_claim)),
            ),
            Aim(
                "The same, checked and levelled",
                f"at most {words.percent(MOST_FALSE_UNEQUAL)}",
                _cells(found, CHECKED, _false_unequal),
            ),
            Aim(
                "Unequal territories: companies in which the check sees them",
                "all",
                _cells(
                    found,
                    CHECKED,
                    lambda row: _judged(_share(row, row.control_flagged), row.control_flagged == 1),
                ),
            ),
        ],
    )


def nearness(found: Measurement | None) -> pd.DataFrame:
    """How near is what it says? A row an aim, a column a size; empty where nothing was measured."""
    rows = [
        Aim(
            f"Order of {kind} against the true order; in brackets by plain averages, "
            "then by one who knows the true spread",
            f"{LEAST_RANK:g} or more at {words.number(RANK_FROM)}",
            _cells(found, PEOPLE, lambda row, kind=kind: _rank(row, kind)),  # type: ignore[misc]
        )
        for kind in ("interviewers", "pairs")
    ]
    rows += [
        Aim(
            f"Highest {noun}, said over true; in brackets by plain averages",
            f"{LEAST_RATIO:g} to {MOST_RATIO:g}",
            _cells(found, PEOPLE, lambda row, kind=kind: _top(row, kind)),  # type: ignore[misc]
        )
        for kind, noun in (("interviewers", "interviewer"), ("pairs", "pair"))
    ]
    rows += [
        Aim(
            f"{level * 100:g}{words.THIN}% ranges of {kind} that hold the truth",
            f"within 3 points from {words.number(COVER_FROM)}",
            _cells(found, PEOPLE, lambda row, kind=kind, level=level: _covered(row, kind, level)),  # type: ignore[misc]
        )
        for kind in ("interviewers", "pairs")
        for level in (0.95, 0.80)
    ]
    return _table(found, rows)


def sayable(found: Measurement | None) -> pd.DataFrame:
    """How often a company gets anything Clear where people do differ: what to expect at one's own size."""
    rows = [
        Aim(
            f"Companies with any Clear {noun}",
            "",
            _cells(found, PEOPLE, lambda row, kind=kind: _share(row, figures_of(row, kind).share_with_claim)),  # type: ignore[misc]
        )
        for kind, noun in KINDS.items()
    ]
    return _table(found, rows).rename(columns={"Asked (aim)": "Of companies in which interviewers differ"})


def missed(found: Measurement | None) -> tuple[tuple[str, str], ...]:
    """The aims missed somewhere, as pairs of what was asked and where, with what came out; one pair if none was."""
    sentences = []
    for table in (false_claims(found), nearness(found)):
        for row in table.to_dict("records"):
            sizes = [str(size) for size in list(table.columns)[1:]]
            at = [size for size in sizes if str(row[size]).endswith(MISSED)]
            if at:
                every = ", ".join(f"{_came_out(str(row[size]))} at {size}" for size in sizes)
                sentences.append((str(row["Asked (aim)"]), f"missed at {words_of(at)}: {every}"))
    return tuple(sentences) or NONE_MISSED


def _came_out(cell: str) -> str:
    told, _, verdict = cell.partition(f" {DOT} ")
    return f"{told.split(' (')[0]}{'' if verdict in (MET, MISSED) else ' (not judged)'}"


def _cells(found: Measurement | None, scenario: str, written: Callable[[Measured], str]) -> tuple[str, ...]:
    """One cell a size, in order of size."""
    rows = {row.hires: row for row in of_scenario(found, scenario)}
    return tuple(written(rows[size]) if size in rows else NOTHING for size in sizes_of(found))


def _table(found: Measurement | None, rows: Sequence[Aim]) -> pd.DataFrame:
    sizes = [words.counted(size, "hire") for size in sizes_of(found)]
    if not sizes:
        return pd.DataFrame()
    return pd.DataFrame([(row.in_words, *row.cells) for row in rows], columns=["Asked (aim)", *sizes])


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _judged(text: str, is_met: bool) -> str:
    return f"{text} {DOT} {MET if is_met else MISSED}"


def _share(row: Measured, share: float) -> str:
    """ "3 of 40 (3–20 %)"."""
    if not math.isfinite(share):
        return NOTHING
    seen = wilson(count_of(row, share), row.companies)
    return f"{count_of(row, share)} of {words.number(row.companies)} ({words.span(seen.low, seen.high)})"


def _false(row: Measured, kind: str) -> str:
    share = figures_of(row, kind).share_with_false_claim
    return _judged(_share(row, share), share == 0)


def _false_unequal(row: Measured) -> str:
    share = row.interviewers.share_with_false_claim
    return _judged(_share(row, share), share <= MOST_FALSE_UNEQUAL)


def wrong(found: Measurement | None) -> tuple[str, ...]:
    """Over all companies in which something is true, by size: Clear claims, and those of them with the wrong sign."""
    cells = []
    for size in sizes_of(found):
        rows = [
            row for row in of_scenario(found, "differ") if row.hires == size and UNEQUAL not in row.scenario
        ]
        figures = [figures_of(row, kind) for row in rows for kind in KINDS]
        claims = sum(one.claims for one in figures)
        wrong = sum(one.claims * one.wrong_sign_share for one in figures if one.claims)
        if not rows:
            cells.append(NOTHING)
        elif not claims:
            cells.append(CLEAR_OF_NOTHING)
        else:
            told = f"{wrong:.0f} of {words.number(claims)}"
            is_few = claims < FEWEST_CLAIMS
            cells.append(f"{told} {DOT} {FEW}" if is_few else _judged(told, wrong / claims <= MOST_WRONG))
    return tuple(cells)


def _rank(row: Measured, kind: str) -> str:
    one = figures_of(row, kind)
    others = (words.number(value, 2) for value in (one.rank_correlation_raw, one.rank_correlation_known))
    text = f"{words.number(one.rank_correlation, 2)} ({', '.join(others)})"
    return _judged(text, one.rank_correlation >= LEAST_RANK) if row.hires >= RANK_FROM else text


def _top(row: Measured, kind: str) -> str:
    one = figures_of(row, kind)
    ours, theirs = (_ratio(one.top, one.top_truth), _ratio(one.top_raw, one.top_raw_truth))
    text = f"{words.number(ours, 2)} ({words.number(theirs, 1)})"
    return _judged(text, LEAST_RATIO <= ours <= MOST_RATIO) if math.isfinite(ours) else text


def _ratio(said: float, true: float) -> float:
    return said / true if true > 0 else math.nan


def _covered(row: Measured, kind: str, level: float) -> str:
    one = figures_of(row, kind)
    share = one.covered_95 if level == 0.95 else one.covered_80
    text = f"{words.number(share * 100, 1)}{words.THIN}%"
    return _judged(text, abs(share - level) <= COVER_WITHIN) if row.hires >= COVER_FROM else text

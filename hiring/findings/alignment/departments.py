"""Where HR and Sales rate the same candidates differently: competency by competency, and only then in one number."""

from __future__ import annotations

import math
from statistics import NormalDist

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks, strongest
from hiring.findings.interviewers.rows import hundredths
from hiring.findings.marks import Reference
from hiring.findings.numbers import Number
from hiring.statistics.rates import Z_95, Difference, Interval
from hiring.statistics.ratings.departments import DepartmentAgreement
from hiring.statistics.verdicts import NEUTRAL, Comparison, Finding, Label, Unit, judge_together

CARD = "departments_apart"
SCALE_POINTS = Unit("scale points", decimals=1, same_within=0.2)
LINE = f"line: likely range (95{words.THIN}%)"
#: What every figure of the gap shows.
MARKS = "HR's mark minus Sales' mark, on the same candidates"
#: From chance to full agreement, each up to where its words hold.
HOW_FAR = (
    (0.05, "no more than chance would"),
    (0.2, "hardly more than chance would"),
    (0.4, "about a third of the way from chance to full"),
    (0.6, "about half of the way from chance to full"),
    (0.8, "about two thirds of the way from chance to full"),
    (math.inf, "nearly in full"),
)
KEY = (
    "Bold and filled: clear. Hollow: leaning, luck could explain it. Grey: can't tell. All competencies are judged "
    "together, where now and then a range leaves out 0 by luck: that alone is not clear."
)
LONGEST = 90  # letters of a heading
NEITHER = "They meet candidates at different stages and ask other questions: neither is the true one."


def gaps_exhibit(found: DepartmentAgreement) -> Exhibit:
    """HR less Sales on each competency, widest gap first, all judged together."""
    gaps = found.competencies[found.competencies["low"].notna()]
    findings = _judged(gaps)
    rows = pd.DataFrame([_row(finding) for finding in findings])
    given = {
        "show": hundredths,
        "reference": Reference(0.0, "the same"),
        "labels": "above",
        "noun": "candidate",
        "ends": ("Sales higher", "HR higher"),
    }
    lead, standfirst = (
        _title(findings),
        f"{MARKS}; {LINE}",
    )
    return Exhibit(
        key="alignment_gaps",
        lead=lead,
        standfirst=standfirst,
        marks=Marks("dots_with_intervals", rows, given),
        alt=f"{lead}. {standfirst}",
        n=found.limits.n,
        label=strongest(finding.verdict.label for finding in findings),
        definition=(CARD,),
        note=f"{KEY} {NEITHER}",
    )


def agreement_sentences(found: DepartmentAgreement) -> tuple[tuple[str, str], ...]:
    """What the gap is on the whole, for single candidates, and in coefficients: each with what it means."""
    limits = found.limits
    bias = words.with_interval(limits.bias.estimate, limits.bias.low, limits.bias.high, hundredths)
    told = [
        (
            "On average",
            f"{MARKS}: {bias} points over {words.counted(limits.n, 'candidate')}, each counted once, whichever "
            "competencies both scored: so it is no mean of the rows above.",
        ),
        (
            "For one candidate",
            f"nineteen of twenty differences lie between {hundredths(limits.lower.estimate)} and "
            f"{hundredths(limits.upper.estimate)} points.",
        ),
        (
            "In one number",
            f"the two agree to {_plain(found.alpha)} on a candidate (Krippendorff's alpha; 1 is full, 0 chance).",
        ),
    ]
    if found.kappa is not None:
        told.append(
            (
                "Recommendations",
                f"weighted kappa {_plain(found.kappa)} over {words.counted(found.kappa.n, 'candidate')} (1 is full, 0 "
                "chance); what the two recommend is counted by application, as some apply twice. It moves "
                "with how grades are spread, so read the gaps first.",
            )
        )
    return tuple(told)


def agreed(found: DepartmentAgreement) -> str:
    """How far the two agree on a candidate's ratings and recommendation, in words."""
    ratings = f"On their mean ratings of a candidate HR and Sales agree {_counted(found.alpha)}"
    if found.kappa is None or not words.is_known(found.kappa.estimate):
        return f"{ratings}."
    return f"{ratings}; on whether to hire, {_counted(found.kappa)}."


def _counted(agreement: Interval) -> str:
    """ "nearly in full (0.85 of 1; 400 candidates)" """
    n = words.counted(agreement.n, "candidate")
    if (
        agreement.estimate < HOW_FAR[0][0]
    ):  # "no more than chance": a number about zero adds nothing that can be read
        return f"{how_far(agreement.estimate)} ({n})"
    return f"{how_far(agreement.estimate)} ({_two(agreement.estimate)} of 1; {n})"


def how_far(agreement: float) -> str:
    """An agreement of 0 (chance) to 1 (full) in words."""
    return next(said for most, said in HOW_FAR if agreement < most)


def gap_numbers(found: DepartmentAgreement) -> tuple[Number, ...]:
    """A tile for each side's widest clear gap: on what it rates higher, and by how much; none where none is clear."""
    judged = _judged(found.competencies[found.competencies["low"].notna()])
    clear = [one for one in judged if one.verdict.label == Label.CLEAR]
    clear.sort(key=lambda one: -abs(one.verdict.estimate))
    widest = [
        next((one for one in clear if (one.verdict.estimate > 0) == is_above), None)
        for is_above in (True, False)
    ]
    widest.sort(key=lambda one: clear.index(one) if one is not None else len(clear))
    return tuple(_gap_number(one) for one in widest if one is not None)


def _gap_number(finding: Finding) -> Number:
    one = finding.verdict
    low, high = sorted((abs(one.low), abs(one.high)))
    small = ", a small gap" if abs(one.estimate) < SCALE_POINTS.same_within else ""
    note = f"{finding.comparison.outcome.lower()}{small} · likely {words.span(low, high, _two)}"
    note = f"{note} · {words.counted(one.n, 'candidate')}"
    return Number(
        CARD, f"{_two(abs(one.estimate))} points", note, f"{_side(one.estimate > 0)} clearly higher"
    )


def _two(value: float) -> str:
    return words.number(value, 2)


def _judged(gaps: pd.DataFrame) -> list[Finding]:
    rows = gaps.to_dict("records")
    return list(judge_together([_comparison({str(k): v for k, v in row.items()}) for row in rows]))


def _comparison(row: dict[str, object]) -> Comparison:
    estimate, low, high, n = (float(row[name]) for name in ("difference", "low", "high", "count_candidates"))  # type: ignore[arg-type]
    error = (high - low) / (2 * Z_95)
    chance = (
        NormalDist().cdf(estimate / error) if error > 0 else 0.5 + 0.5 * ((estimate > 0) - (estimate < 0))
    )
    difference = Difference(float("nan"), float("nan"), estimate, low, high, chance, int(n), int(n))
    return Comparison(str(row["competency"]), "HR", "Sales", difference, SCALE_POINTS, NEUTRAL, "candidate")


def _row(finding: Finding) -> dict[str, object]:
    verdict = finding.verdict
    told = words.with_interval(verdict.estimate, verdict.low, verdict.high, hundredths)
    few = verdict.label == Label.TOO_FEW
    return {
        "name": finding.comparison.outcome,
        "estimate": verdict.estimate,
        "low": verdict.low,
        "high": verdict.high,
        "n": verdict.n,
        "verdict": verdict.label.value,
        "side": _side(verdict.estimate > 0),
        "right": ("" if few else f"{told} · ") + words.counted(verdict.n, "candidate"),
        "detail": f"{_side(verdict.estimate > 0)} rates higher",
    }


def _title(findings: list[Finding]) -> str:
    """How many of the competencies with enough candidates differ clearly, and the widest gap either way."""
    shown = [finding for finding in findings if finding.verdict.label != Label.TOO_FEW]
    clear = [finding for finding in shown if finding.verdict.label == Label.CLEAR]
    if not shown:
        return "On too few candidates of each competency to say where HR and Sales differ"
    of = f"{words.counted(len(shown), 'competency', 'competencies')} both rate"
    if not clear:
        return f"HR and Sales clearly differ on none of the {of}"
    clear.sort(key=lambda finding: -abs(finding.verdict.estimate))
    widest = {finding.verdict.estimate > 0: finding.comparison.outcome.lower() for finding in reversed(clear)}
    first, *other = dict.fromkeys(finding.verdict.estimate > 0 for finding in clear)
    said = f"{_side(first)} rates {widest[first]} higher"
    both = f"{said}, {_side(other[0])} {widest[other[0]]}" if other else said
    start, short = (
        f"HR and Sales clearly differ on {words.number(len(clear))} of the {end}: "
        for end in (of, f"{len(shown)} both rate")
    )
    brief = (
        f"{words.number(len(clear))} of the {len(shown)} both rate clearly differ: {both}" if other else ""
    )
    told = (
        f"{start}{both}",
        f"{short}{both}",
        *([brief] if brief else ()),
        f"{start}{said}",
        f"{short}{said}",
    )
    return next((lead for lead in told if len(lead) <= LONGEST), start.removesuffix(": "))


def _side(is_hr: bool) -> str:
    return "HR" if is_hr else "Sales"


def _plain(found: Interval) -> str:
    return (
        f"{words.number(found.estimate, 2)} ({words.number(found.low, 2)} to {words.number(found.high, 2)})"
    )

"""A pack made up for tests: an exhibit of every form, and words that a program could take for more than words."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.marks import Reference
from hiring.findings.review.pack import Figure, Pack, Section

CLEAR, LEANING, CANNOT_TELL, TOO_FEW = "Clear", "Leaning", "Can't tell", "Too few hires"
EVIL = (
    '=HYPERLINK("http://127.0.0.1/x","y")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1,2)",
    "-2+3",
    "\N{FULLWIDTH EQUALS SIGN}1+1",
    "\N{FULLWIDTH PLUS SIGN}1",
    "\N{FULLWIDTH COMMERCIAL AT}A1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[x](http://127.0.0.1/y)",
    '#image("secret.png") $x$ \\ @ref',
    "&amp; &#60; ]]> <![CDATA[",
    "http://127.0.0.1/z",
    "_x0041_ {{x}} ${y}",
    "../../etc/passwd",
)
NAMES = (
    "DACH",
    "北京\N{FULLWIDTH LATIN CAPITAL LETTER A}社",
    "יוסי כהן",
    "Donaudampfschifffahrtsgesellschaftskapitänin" * 2,
)


def dots(names: tuple[str, ...] = ("Referral", "Inbound", "Agency", "Walk-in"), **more: Any) -> Exhibit:
    """Clear, Leaning, Can't tell and too few, again and again."""
    verdicts = [(CLEAR, LEANING, CANNOT_TELL, TOO_FEW)[place % 4] for place in range(len(names))]
    rows = pd.DataFrame(
        {
            "name": names,
            "estimate": [
                math.nan if one == TOO_FEW else 0.3 + place / 700 for place, one in enumerate(verdicts)
            ],
            "low": [math.nan if one == TOO_FEW else 0.21234567890123 for one in verdicts],
            "high": [math.nan if one == TOO_FEW else 0.61234567890123 for one in verdicts],
            "n": [72 - place % 60 for place in range(len(names))],
            "verdict": verdicts,
        }
    )
    marks = Marks("dots_with_intervals", rows, {"reference": Reference(0.4, "all")})
    told = {"alt": "Referrals stayed most often.", "n": 219, "label": CLEAR, "definition": ("stay",)}
    return Exhibit(
        **{"key": "dots", "lead": "Referrals stayed", "standfirst": "Share", "marks": marks} | told | more
    )


def _frame(columns: str, *rows: tuple[Any, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=columns.split())


RAMP = [("Inside", m, m * 0.1, m * 0.05, m * 0.15, 30) for m in range(1, 13)]
RAMP += [("Field", m, m * 0.05, m * 0.02, m * 0.08, 20) for m in range(1, 13)]
CURVE = [
    (g, float(t), t * p, t * p * 0.8, min(1.0, t * p * 1.2))
    for g, p in (("A", 0.01), ("B", 0.004))
    for t in (0, 50, 90)
]
#: Of every form its rows and what else it is given.
FORMS: dict[str, tuple[pd.DataFrame, dict[str, Any]]] = {
    "calibration_steps": (
        _frame(
            "bucket estimate low high n rising",
            ("1–2", -0.3, -0.5, -0.1, 48, -0.3),
            ("3–5", 0.3, 0.1, 0.5, 49, 0.3),
        ),
        {"axis": "mean rating"},
    ),
    "counted_and_expected": (
        _frame(
            "section name counted expected levelled low high n verdict right",
            ("Region", "DACH", 35.25, 20.5, None, None, None, 116, None, "41 of 116"),
            ("Source", "Referral", 31.125, 20.5, 27.0, 19.0, 36.0, 62, LEANING, "19 of 62"),
        ),
        {},
    ),
    "dots_over_time": (
        _frame(
            "period estimate low high n is_mature",
            ("2024 H1", 0.54, 0.4, 0.68, 48, True),
            ("2024 H2", 0.6, 0.4, 0.7, 9, False),
        ),
        {"reference": Reference(0.5, "earlier")},
    ),
    "dumbbell": (
        _frame("name hr sales gap low high n verdict", ("Planning", 3.1, 4.2, 1.1, 0.6, 1.6, 88, CLEAR)),
        {},
    ),
    "funnel": (
        _frame(
            "stage n passed low high days pending",
            ("Applied", 4820, 0.33, 0.32, 0.35, 3.0, 12),
            ("Accepted", 131, None, None, None, None, 0),
        ),
        {"noun": "application"},
    ),
    "journey": (
        _frame(
            "section when what detail side scores ratings recommends is_start",
            ("Until", "4 Jul", "H. Hr", "screen", "HR", (3.0,), "A 3", "yes", False),
        ),
        {},
    ),
    "luck_bars": (
        pd.DataFrame({"value": [0.1 + place / 1000 for place in range(100)]}),
        {"company": 0.31, "axis": "spread (SD)"},
    ),
    "own_ramp": (
        _frame("month own median low high n", (1, 0.0, 0.1, 0.0, 0.2, 30), (2, 0.5, 0.4, 0.1, 0.8, 29)),
        {"name": "Ada Lovelace", "role": "Inside", "crossed": 2},
    ),
    "pairs_triangle": (
        _frame(
            "id first_id second_id name estimate low high n verdict",
            ("a + b", "a", "b", "Ada + Bob", 0.42, 0.12, 0.71, 24, CLEAR),
        ),
        {"people": pd.DataFrame({"person_id": ["a", "b"], "name": ["Ada", "Bob"]})},
    ),
    "ramp": (_frame("role month median low high n", *RAMP), {"role": "Inside", "crossed": 8}),
    "stacked_share": (_frame("name loaded set_aside skipped", ("employees.csv", 900, 10, 1)), {}),
    "steps": (_frame("group time share low high", *CURVE), {}),
    "tenure_grid": (
        _frame(
            "person_id person quarter attainment left_after",
            ("E1", "B. Adeyemi", 1, 0.2, None),
            ("E2", "L. Novak", 1, 0.5, 1),
        ),
        {},
    ),
    "two_scales": (
        _frame(
            "name left left_low left_high left_words right right_low right_high right_words",
            ("Referral", 3000.0, 2600.0, 3100.0, "3k", 0.32, 0.22, 0.45, "20 of 62"),
        ),
        {"heads": ("Cost", "High performers")},
    ),
    "weights_and_evidence": (
        _frame(
            "name weight estimate low high n verdict flag",
            ("Resilience", 0.2, 0.21, 0.06, 0.36, 162, CLEAR, None),
            ("Curiosity", None, 0.1, -0.2, 0.4, 99, CANNOT_TELL, "not agreed"),
        ),
        {},
    ),
}


def of_form(form: str) -> Exhibit:
    """An exhibit of that form."""
    if form == "dots_with_intervals":
        return dots()
    rows, given = FORMS[form]
    return Exhibit(
        f"key of {form}",
        f"The finding of {form}",
        f"What {form} shows",
        Marks(form, rows, given),
        f"What {form} tells those who do not see it",
        n=321,
        label=LEANING,
        note=f"Remark on {form}",
    )


def of_every_form() -> Iterator[Exhibit]:
    """An exhibit of each form that there is."""
    return (of_form(form) for form in (*FORMS, "dots_with_intervals"))


def pack(*exhibits: Exhibit, **changes: Any) -> Pack:
    """A pack of these exhibits, with everything else that a pack has."""
    made = Pack(
        quarter="FY2026Q3 (Jul–Sep 2026)",
        company="Example Sales Company",
        audience="the meeting: no names of hires",
        lead="Met the bar: 58 % of 106 hires",
        standfirst="A year before 52 %; luck could explain the difference.",
        figures=(Figure("Met the bar", "58 %", "of 106; year before 52 %"),),
        sections=(
            Section("What became clear", lines=(("Referral", "leans above comparable hires."),)),
            Section("Exhibits", exhibits),
        ),
        comments={one.key: f"Said of {one.key}" for one in exhibits},
        left_out=("No year stands out",),
        filters="All sales roles · all regions",
        counted="480 hires",
        as_of=date(2026, 6, 30),
        digest="abcdef0123456789ffff",
        program="Hiring Outcomes 1.4",
        definitions="v14",
        cards={"stay": "Stayed a year: still employed after 365 days."},
    )
    return replace(made, **changes)


MADE_OF = (
    *("FY2026Q3 (Jul–Sep 2026)", "the meeting: no names of hires", "All sales roles · all regions"),
    *(
        "480 hires",
        "abcdef0123456789",
        "Hiring Outcomes 1.4",
        "v14",
        "30\N{NO-BREAK SPACE}Jun\N{NO-BREAK SPACE}2026",
    ),
)
EMPTY = pack(lead="", standfirst="", figures=(), sections=(), left_out=(), cards={}, company="")


def numbers_of(frame: pd.DataFrame) -> list[float]:
    """Every number in it, in order of size."""
    cells = [cell for column in frame.columns for cell in frame[column].tolist()]
    numbers = (cell for cell in cells if isinstance(cell, int | float) and not isinstance(cell, bool))
    return sorted(number for number in numbers if math.isfinite(number))


def hostile(words: str) -> Pack:
    """A pack in which these words stand wherever words of a file or a person can stand."""
    rows = pd.DataFrame({words: [words, "Ada"], "Second": [words, 2.5]})
    one = dots((words, "Inbound"), key=words, lead=words, standfirst=words, alt=words, note=words, table=rows)
    listed = Exhibit(
        "grid", words, words,
        Marks("tenure_grid", FORMS["tenure_grid"][0].assign(person=words)), words,
    )  # fmt: skip
    return pack(
        one, listed, quarter=words, company=words, audience=words, lead=words, standfirst=words,
        figures=(Figure(words, words, words),), comments={words: words}, left_out=(words,), filters=words,
        counted=words, digest=words, program=words, definitions=words, cards={"stay": words},
        sections=(Section(words, (one, listed), ((words, words),)),),
    )  # fmt: skip

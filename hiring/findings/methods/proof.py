"""What was measured on companies whose truth is known, against what was aimed at: the page "Methods", its proof.

The figures are kept with the code (`hiring/statistics/evidence/measured.json`, written by `make bench-evidence`); where
they were never measured, everything here is empty and the page says so.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from functools import cache

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.marks import End, Reference
from hiring.statistics.evidence import measured
from hiring.statistics.evidence.measured import AllPages, Figures, Measured, Measurement
from hiring.statistics.verdicts import FALSE_CLEAR

NULL, PEOPLE = "nothing is true", "interviewers differ"
UNEQUAL, NOT_CHECKED, CHECKED = "unequal territories", "not checked", "checked and levelled"
INTERVIEWERS = "Interviewers and combinations"
#: What the claims of that page are about, as a sentence says it.
ABOUT = {
    "interviewers": "a single interviewer",
    "pairs": "a single pair",
    "more than the sum": "a pair beyond its two people",
    "interviewers by more than luck": "interviewers as a whole",
    "pairs by more than luck": "pairs as a whole",
    "forecast": "what panels foretell",
}
KINDS = {"interviewers": "interviewer", "pairs": "pair", "sources": "source"}
LONGEST_LEAD = 90
#: Of whom the figures are.
MADE_UP = "invented companies whose truth is known"
NOT_MEASURED = (
    "Not measured yet.",
    "",
    "make bench-evidence takes invented companies whose truth is known through the product and keeps what came out.",
)


@cache
def kept() -> Measurement | None:
    """The figures kept with the code; nothing where they were never measured."""
    try:
        return measured.read()
    except OSError:
        return None


def lead(found: Measurement | None) -> str:
    """The page's answer in at most 90 letters: what it claimed where nothing was true, on all pages where measured."""
    if found is not None and found.all_pages is not None:
        whole = found.all_pages
        false, every = words.number(whole.any_clear), words.number(whole.companies)
        return f"Of {every} test companies in which nothing differs {false} were told something Clear"
    rows = of_scenario(found, NULL)
    if not rows:
        return "How a pattern is told from luck here, and what is never said"
    total = sum(row.companies for row in rows)
    most = sum(count_of(row, figures_of(row, kind).share_with_false_claim) for row in rows for kind in KINDS)
    if not most:
        return f"In {words.number(total)} invented companies where nothing was true, it claimed nothing"
    return f"Where nothing was true, at most {most} of {words.number(total)} invented companies got a false claim"


def in_hundred(whole: AllPages) -> str:
    """Of 100 companies where nothing is true how many are told anything Clear: "5"; none is never said of some."""
    share = 100 * whole.any_clear / whole.companies
    if not whole.any_clear:
        return "none"
    return words.number(share) if share >= 1 else "under 1"


def measured_on(found: Measurement | None) -> str:
    """When and on what the figures were measured, in one sentence."""
    if found is None or not found.rows:
        return "What it gets right and wrong on invented companies is not measured yet."
    sizes = words_of([words.number(size) for size in sizes_of(found)])
    total = sum(row.companies for row in found.rows if NOT_CHECKED not in row.scenario)
    others = sum(row.companies for row in found.shapes)
    unlike = f", and {words.number(others)} unlike those in one thing" if others else ""
    return (
        f"Measured on {words.day(date.fromisoformat(found.measured_on))} (code {found.commit}): "
        f"{words.number(total)} invented companies of {sizes} hires whose truth is known{unlike}, each taken from its "
        "files through the whole product."
    )


def all_pages(found: Measurement | None) -> str:
    """How often anything at all was called Clear, on any page, where nothing was true; empty if never measured."""
    if found is None or found.all_pages is None:
        return ""
    whole = found.all_pages
    sizes = words_of([words.number(size) for size in whole.sizes])
    count = words.number(whole.any_clear) if whole.any_clear else "none"
    clear = f"{count} {'were' if whole.any_clear > 1 else 'was'} told anything Clear on any page"
    most = f"{words.percent(FALSE_CLEAR)} is the most that is allowed"
    every = sum(whole.by_page.values())
    twice = f" The rows add up to {words.number(every)}: a company can be told something on two pages."
    return (
        f"Of {words.number(whole.companies)} invented companies of {sizes} hires in which nothing is true at all, "
        f"{clear}; {most}.{twice if every > whole.any_clear else ''}"
    )


def of_people(found: Measurement | None) -> str:
    """What was said of interviewers there; empty where nothing was."""
    if found is None or found.all_pages is None:
        return ""
    whole = found.all_pages
    told = {about: clear for page, about, _, clear in whole.claims if page == INTERVIEWERS and clear}
    of = ", ".join(f"{ABOUT.get(about, about)} {words.number(count)}" for about, count in told.items())
    single = "" if "interviewers" in told else ", and no single interviewer"
    more = (
        " (a company can be told several)" if sum(told.values()) > whole.by_page.get(INTERVIEWERS, 0) else ""
    )
    return f"{INTERVIEWERS} told of {of}{more}{single}." if told else ""


def sizes_of(found: Measurement | None) -> tuple[int, ...]:
    """The sizes of company that were measured, smallest first."""
    return () if found is None else tuple(sorted({row.hires for row in found.rows}))


def words_of(parts: Sequence[str]) -> str:
    """ "150, 300 and 1,000"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def order(found: Measurement | None) -> Exhibit:
    """How well plain averages (hollow) and this product (filled) find the true order."""
    rows = order_rows(found)
    given = {
        "ends": (End("raw", "plain averages", "hollow"), End("corrected", "here", "filled")),
        "show": tenths,
        "reference": Reference(0.0, "none"),
        "noun": "company",
    }
    return Exhibit(
        key="methods_order",
        lead="How much of the true order is found",
        standfirst="1 is all of it, 0 none",
        marks=Marks("dumbbell", rows, given),
        alt=order_in_words(rows),
        whose=MADE_UP,
    )


def order_rows(found: Measurement | None) -> pd.DataFrame:
    """Rows of the form `dumbbell`: the share of the true order that plain averages and this product find."""
    return pd.DataFrame(
        [
            {
                "name": f"{kind.capitalize()}, {words.counted(row.hires, 'hire')}",
                "raw": figures_of(row, kind).rank_correlation_raw,
                "corrected": figures_of(row, kind).rank_correlation,
                "n": row.companies,
                "right": words.counted(row.companies, "company", "companies"),
            }
            for kind in ("interviewers", "pairs")
            for row in of_scenario(found, PEOPLE)
            if math.isfinite(figures_of(row, kind).rank_correlation)
        ]
    )


def winners(found: Measurement | None) -> Exhibit:
    """What is said of the highest (filled) and what is true of it (hollow), in SD."""
    rows = winner_rows(found)
    given = {
        "ends": (End("raw", "true", "hollow"), End("corrected", "said", "filled")),
        "show": words.signed,
        "reference": Reference(0.0, "average"),
        "noun": "company",
    }
    return Exhibit(
        key="methods_winners",
        lead="What is said of the highest, and what is true",
        standfirst=winners_size(found),
        marks=Marks("dumbbell", rows, given),
        alt=winners_in_words(rows),
        whose=MADE_UP,
    )


def winner_rows(found: Measurement | None) -> pd.DataFrame:
    """Rows of the form `dumbbell`: what is said of the highest (`corrected`) and what is true of it (`raw`), in SD."""
    made = []
    for kind, noun in (("interviewers", "interviewer"), ("pairs", "pair")):
        for row in of_scenario(found, PEOPLE)[-1:]:
            one = figures_of(row, kind)
            for name, said, true in (
                (f"Highest {noun} by plain averages", one.top_raw, one.top_raw_truth),
                (f"Highest {noun} here", one.top, one.top_truth),
            ):
                made.append({"name": name, "raw": true, "corrected": said, "n": row.companies, "right": " "})
    return pd.DataFrame(made)


def tenths(value: float) -> str:
    """A correlation on an axis: 0.4."""
    return words.number(value, 1)


def order_in_words(rows: pd.DataFrame) -> str:
    """What the picture of `order` shows, for those who do not see it."""
    sentences = [
        f"{row['name']}: {words.number(row['raw'], 2)} by plain averages, {words.number(row['corrected'], 2)} here"
        for row in rows.to_dict("records")
    ]
    return f"How much of the true order is found. {'; '.join(sentences)}."


def winners_in_words(rows: pd.DataFrame) -> str:
    """What the picture of `winners` shows, for those who do not see it."""
    sentences = [
        f"{row['name']}: {words.signed(row['corrected'], 2)} said, {words.signed(row['raw'], 2)} true"
        for row in rows.to_dict("records")
    ]
    return f"What is said of the highest and what is true, in SD. {'; '.join(sentences)}."


def winners_size(found: Measurement | None) -> str:
    """The size of the companies in `winners`: "40 companies of 1,000 hires"."""
    rows = of_scenario(found, PEOPLE)[-1:]
    return "".join(
        f"{words.counted(row.companies, 'company', 'companies')} of {words.counted(row.hires, 'hire')}"
        for row in rows
    )


def of_scenario(found: Measurement | None, scenario: str) -> list[Measured]:
    """The rows of a kind of company, smallest first."""
    rows = [] if found is None else [row for row in found.rows if scenario in row.scenario]
    return sorted(rows, key=lambda row: row.hires)


def figures_of(row: Measured, kind: str) -> Figures:
    """What is said of interviewers, pairs or sources in such companies."""
    figures: Figures = getattr(row, kind)
    return figures


def count_of(row: Measured, share: float) -> int:
    """How many of the companies a share stands for; 0 where it is not known."""
    return round(share * row.companies) if math.isfinite(share) else 0

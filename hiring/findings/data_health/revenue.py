"""Whether the won revenue adds up: whom it was credited to, part by part, and what splits change."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.findings.data_health.lines import table_of

#: In sums of doubles over millions of deals the last cent may differ.
SAME_MONEY = 0.01


@dataclass(frozen=True)
class RevenueCheck:
    """Whether the won revenue adds up: `parts` make up `credited`; splits explain what it differs from `won`."""

    won: float
    credited: float
    parts: tuple[tuple[str, float], ...]
    credit_notes: float

    @property
    def adds_up(self) -> bool:
        """Whether the parts are the whole, to the cent."""
        return abs(sum(amount for _, amount in self.parts) - self.credited) <= SAME_MONEY

    @property
    def over_split(self) -> float:
        """How much more (or, below zero, less) the shares of split deals are than the deals themselves."""
        difference = self.credited - self.won
        return difference if abs(difference) > SAME_MONEY else 0.0


def revenue_check(totals: pd.DataFrame) -> RevenueCheck:
    """The check of `data_health/revenue_totals`."""
    row = totals.iloc[0]
    parts = (
        ("Hires, while they were employed", "revenue_of_hires"),
        ("Other employees", "revenue_of_others"),
        ("Closed before its seller was hired", "revenue_before_hire"),
        ("Closed after its seller had left", "revenue_after_exit"),
        ("Nobody", "revenue_of_nobody"),
    )
    return RevenueCheck(
        float(row["won_revenue"]),
        float(row["credited_revenue"]),
        tuple((label, float(row[name])) for label, name in parts),
        float(row["credit_notes"]),
    )


def revenue_title(check: RevenueCheck, currency: str) -> str:
    """What the check shows, in one line."""
    if not check.adds_up:
        return "The won revenue does not add up: please report this"
    return f"Every won deal is counted once: {words.money(check.won, currency)}"


def revenue_table(check: RevenueCheck) -> pd.DataFrame:
    """From what is credited, part by part, to the company's total."""
    rows = [*check.parts, ("Credited in all", check.credited)]
    if check.over_split:
        more = (
            "Shares beyond a whole deal, taken off"
            if check.over_split > 0
            else "Shares nobody was given, put back"
        )
        rows.append((more, -check.over_split))
    rows.append(("The company's total, each deal once", check.won))
    return table_of(
        [(label, words.number(amount)) for label, amount in rows], ("Won revenue credited to", "Amount")
    )


def revenue_notes(check: RevenueCheck, currency: str) -> list[str]:
    """What a reader of the check should know about splits and credit notes."""
    notes = []
    if check.over_split:
        than = "more" if check.over_split > 0 else "less"
        notes.append(
            f"The shares of split deals add up to {words.money(abs(check.over_split), currency)} {than} than the "
            "deals: sellers' figures may therefore differ in sum from the company's, which counts each deal once."
        )
    else:
        notes.append(
            "Credits add up to the company's total: no split deal gives away more or less than itself."
        )
    if check.credit_notes:
        notes.append(f"The total is net of credit notes of {words.money(abs(check.credit_notes), currency)}.")
    return notes

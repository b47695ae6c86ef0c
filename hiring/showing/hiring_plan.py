"""What the page "Hiring plan" draws: what is asked for, then the answer and its three figures."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from hiring.access.scope import Scope
from hiring.findings.hiring_plan import answer, exhibits
from hiring.findings.hiring_plan import known as of_company
from hiring.findings.hiring_plan.answer import Asked
from hiring.findings.hiring_plan.known import Hiring, Known
from hiring.serving import kept, session
from hiring.showing import choices, folds, page, sources
from hiring.showing.choices import Choice

AS_HIRED = "as hired"
THIRD = 2  # months after the first of the year: hires to the end of its first quarter
TARGET = "Revenue of these sellers in the year; it begins with the last twelve months and a tenth more."


def known(months: pd.DataFrame, company: pd.Series) -> Known | None:
    """Sellers month by month; None where no year of deals is on file."""
    return kept.found(of_company.known_of, months, company, session.ask("shared/sales_gaps"))


def drawn(known: Known, scope: Scope, company: pd.Series) -> None:
    """The whole page of a company that can be planned."""
    currency, hiring = str(company["base_currency"]), _hiring(scope)
    head = st.container()
    asked = _asked(known, company, hiring, currency)
    with page.loading("Drawing years from these sellers' own months …"):
        made, past = kept.found(answer.made, known, asked), kept.found(answer.held, known, asked.year.lead)
    with head:
        lead = answer.lead(made, asked, known, currency)
        page.lead(answer.KICKER, lead, answer.standfirst(made, asked, known, currency, past))
    numbers = answer.numbers(made, asked, known, hiring, currency)
    page.tiles([page.Tile(one.title(scope), one.value, one.note, one.definition(scope)) for one in numbers])
    left, right = page.two_columns("two sides")
    with left:
        page.exhibit(exhibits.here(made, asked, known, currency))
    with right:
        page.exhibit(exhibits.by_month(made, asked, known))
    table = exhibits.roles(made, asked, known, hiring, currency)
    if len(table):
        page.finding(answer.taken(made), answer.way(hiring))
        page.table(table)
    page.exhibit(exhibits.levers(made, hiring), has_note=False)
    folds.remarks((*answer.REMARKS, exhibits.ARITHMETIC, answer.hours_told(hiring)))


def _hiring(scope: Scope) -> Hiring:
    """How hiring went for the applications of the filters; costs are the company's, for they are not booked by role."""
    return of_company.hiring_of(
        session.ask("hiring_plan/days_to_start", scope),
        session.ask("shared/offers_by_role_and_month", scope),
        session.ask("panels/interviews_by_stage", scope),
        sources.costs_of(scope),
    )


def _asked(known: Known, company: pd.Series, hiring: Hiring, currency: str) -> Asked:
    """What is chosen below the lead; the address names it."""
    offered = {one.name: one for one in of_company.years(known, company)}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        (name,) = choices.choose(Choice("plan_year", "Year to plan", tuple(offered)), width=120)
        year = offered[name]
        first, last = hiring.months, year.lead + 11
        months = range(min(first, last), last + 1)
        said = {known.day(one).isoformat()[:7]: answer.month(known, one) for one in months}
        usual = known.day(max(year.lead + THIRD, months[0])).isoformat()[:7]
        by, role = choices.choose(
            Choice("plan_by", "Last hires start in", tuple(said), usual, said),
            Choice(
                "plan_mix",
                "Roles",
                (AS_HIRED, *answer.planned(known)),
                says={AS_HIRED: "as hired in two years"},
            ),
            width=190,
        )
        target = choices.amount(
            "plan_target", f"Revenue target, {currency}", answer.first_target(known), told=TARGET, width=210
        )
    return Asked(year, float(target), months[0], months[tuple(said).index(by)], answer.mix_of(known, role))

"""What the page "Hiring plan" draws: what is asked for, then the answer and its three figures."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from hiring import words
from hiring.access.scope import Scope
from hiring.findings.hiring_plan import answer, exhibits, plans
from hiring.findings.hiring_plan import known as of_company
from hiring.findings.hiring_plan.known import Hiring, Known
from hiring.findings.hiring_plan.plans import Asked
from hiring.serving import kept, session
from hiring.showing import choices, folds, next_step, page, sources
from hiring.showing.choices import Choice

THIRD = 2  # months after the first of the year: hires to the end of its first quarter
TARGET = "Revenue of these sellers in the year; it begins with the last twelve months and a tenth more."


def known(months: pd.DataFrame, company: pd.Series) -> Known | None:
    """Sellers month by month; None where no year of deals is on file."""
    return kept.found(of_company.known_of, months, company, session.ask("shared/sales_gaps"))


def drawn(known: Known, scope: Scope, company: pd.Series) -> None:
    """The whole page of a company that can be planned."""
    currency, hiring = str(company["base_currency"]), _hiring(scope, company)
    head = st.container()
    asked = _asked(known, company, hiring, currency)
    with page.loading("Drawing years from these sellers' own months …"):
        made, past = kept.found(plans.made, known, asked), kept.found(plans.held, known, asked.year.lead)
    with head:
        lead = answer.lead(made, asked, known, currency)
        told = (
            answer.standfirst(made, asked, known, currency, past),
            answer.open_now(made, known, asked, hiring),
        )
        page.lead(answer.KICKER, lead, " ".join(filter(None, told)))
    numbers = answer.numbers(made, asked, known, hiring, currency)
    page.tiles([page.Tile(one.title(scope), one.value, one.note, one.definition(scope)) for one in numbers])
    here = exhibits.here(made, asked, known, currency)
    if made.is_planned:
        page.finding(exhibits.reached(made, asked, currency), f"{exhibits.CHANCES}{answer.of_whom(asked)}")
        page.table(exhibits.chances(made, asked, known, hiring, currency))
        left, right = page.two_columns("two sides")
        with left:
            page.exhibit(here)
        with right:
            page.exhibit(exhibits.by_month(made, asked, known))
        page.finding(f"{words.counted(made.count, 'hire')} by role", answer.way(hiring))
        page.table(exhibits.roles(made, asked, known, hiring, currency))
        page.exhibit(exhibits.levers(made, hiring), has_note=False)
    else:
        page.exhibit(here)
    next_step.drawn(answer.to_write_down(made, asked, known), "decisions", "Decisions and promises")
    folds.remarks((*answer.REMARKS, exhibits.ARITHMETIC, answer.hours_told(hiring)))


def _hiring(scope: Scope, company: pd.Series) -> Hiring:
    """How hiring went for the applications of the filters; costs are the company's, for they are not booked by role."""
    found = of_company.hiring_of(
        session.ask("hiring_plan/days_to_start", scope),
        session.ask("shared/offers_by_role_and_month", scope),
        session.ask("panels/interviews_by_stage", scope),
        sources.costs_of(scope),
    )
    loaded = str(company["tables_loaded"]).split(",")
    still = (
        int(session.ask("review/openings", scope)["ended_on"].isna().sum()) if "requisitions" in loaded else 0
    )
    return replace(found, has_pay="employment_costs" in loaded, count_open=still)


def _asked(known: Known, company: pd.Series, hiring: Hiring, currency: str) -> Asked:
    """What is chosen below the lead; the address names it."""
    offered = {one.name: one for one in of_company.years(known, company)}
    years, until, roles, target = st.columns(4, gap="small")
    with years:
        (name,) = choices.choose(Choice("plan_year", "Year to plan", tuple(offered)), width="stretch")
    year = offered[name]
    first, last = hiring.months, year.lead + 11
    months = range(min(first, last), last + 1)
    said = {known.day(one).isoformat()[:7]: plans.month(known, one) for one in months}
    usual = known.day(max(year.lead + THIRD, months[0])).isoformat()[:7]
    with until:
        (by,) = choices.choose(
            Choice("plan_by", "Last hires start in", tuple(said), usual, said), width="stretch"
        )
    with roles:
        offered_roles = (plans.AS_HIRED, *plans.planned(known))
        says = {plans.AS_HIRED: "as hired in two years"}
        (role,) = choices.choose(Choice("plan_mix", "Roles", offered_roles, says=says), width="stretch")
    with target:
        wanted = choices.amount(
            "plan_target",
            f"Revenue target, {currency}",
            plans.first_target(known),
            told=TARGET,
            width="stretch",
        )
        page.small(words.money(wanted, currency))
    return Asked(year, float(wanted), months[0], months[tuple(said).index(by)], plans.mix_of(known, role))

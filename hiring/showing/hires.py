"""What a page about hires lets choose and list: roles to compare, the hires behind a figure, a role's people.

Names are shown, and lists taken out, only where the viewer may see names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from hiring import words
from hiring.access.scope import Scope, of_company, of_every_role
from hiring.config import SMALLEST_GROUP
from hiring.findings import links
from hiring.findings import nobody as why_nobody
from hiring.findings.outcomes import people as hire_people
from hiring.findings.outcomes.pairs import Hires
from hiring.findings.outcomes.windows import Compared
from hiring.findings.scope import scope_in_words
from hiring.findings.sentences import kept_hidden
from hiring.serving import downloads, kept, session
from hiring.showing import page, people_links
from hiring.showing.choices import Choice, choose, toggle
from hiring.showing.downloads import download_button
from hiring.showing.parts import part

NO_NAMES = "Names are not part of your access."
WITHOUT_NAMES = "The grid and the lists of hires name people. Every other figure here stands."
ALL = "All"
NOBODY = "nobody else"
CHOICE_WIDTH = 200
ROW_HEIGHT, LINES = 35, 3  # pixels of a list: its head too is a row
ENOUGH = f"{kept_hidden(SMALLEST_GROUP)} Choose a longer period, or more regions."


def told_apart(question: str, scope: Scope) -> Hires:
    """Among whom roles are told apart: the hires of every role within the other filters, and all of the company."""
    return Hires(session.ask(question, of_every_role(scope)), session.ask(question, of_company(scope)))


def roles_to_compare(roles: Sequence[str], first: Sequence[str]) -> list[str]:
    """Up to three roles chosen for the curves; at first the two given. No choice where there is nothing to choose."""
    if len(roles) < 2:
        return list(roles)
    asked = (("Compare", [*roles]), ("with", [*roles]), ("and", [NOBODY, *roles]))
    choices = (
        Choice(f"compare_{index}", label, offered, first[index] if index < len(first) else "")
        for index, (label, offered) in enumerate(asked)
    )
    chosen = choose(*choices, width=CHOICE_WIDTH)
    return [role for role in dict.fromkeys(chosen) if role in roles]


def compared(found: Compared, people: pd.DataFrame | None) -> tuple[int, ...]:
    """One figure of groups side by side; which of them are chosen, for those who may see names."""
    if not found.is_drawn:
        page.finding(found.exhibit.lead, found.exhibit.standfirst)
        page.state_empty(found.why_not, remedy=ENOUGH)
        page.small(found.exhibit.note)
        return ()
    return page.exhibit(found.exhibit, on_select="ignore" if people is None else "rerun")


def behind(scope: Scope, found: Compared, rows: Sequence[int], people: pd.DataFrame | None) -> None:
    """The hires in the chosen groups of a figure; nothing where none is chosen or names may not be seen."""
    if people is not None and rows:
        hires = hire_people.best_first(hire_people.behind(people, found, rows))
        title = hire_people.behind_title(found, rows, len(hires), scope.outcome_window)
        listed(scope, hires, title, found.exhibit.key)


@part
def one_by_one(scope: Scope, people: pd.DataFrame | None, roles_first: Sequence[str]) -> None:
    """One role's people, or all, by quarter since start, and the list of them, by the time of hire if wanted."""
    if people is None:
        page.finding("The hires one by one")
        page.state_empty(NO_NAMES, remedy=WITHOUT_NAMES)
        return
    if people.empty:
        return
    quarters = session.ask("outcomes/attainment_by_tenure_quarter", scope)
    roles = hire_people.roles_of(people)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        first = roles[hire_people.place_of(roles, roles_first)]
        (named,) = choose(Choice("grid_role", "Role", [ALL, *roles], first), width=CHOICE_WIDTH)
        role = None if named == ALL else named
        cohorts = [ALL, *hire_people.cohorts_of(people, role)]
        (chosen_cohort,) = choose(Choice("grid_cohort", "Hired in", cohorts), width=CHOICE_WIDTH)
        is_unfolded = toggle("grid_unfolded", "Show everybody")
    cohort = None if chosen_cohort == ALL else chosen_cohort
    hires = kept.found(hire_people.narrowed, people, role, cohort)
    grid = kept.found(hire_people.grid, quarters, hires, role, is_unfolded=is_unfolded)
    chosen = page.exhibit(grid.exhibit, on_select="rerun")
    hires = hire_people.of_people(hires, grid.exhibit.marks.rows, chosen) if chosen else hires
    listed(scope, hire_people.best_first(hires), hire_people.list_title(hires, role, cohort), "one by one")


def listed(scope: Scope, hires: pd.DataFrame, title: str, key: str) -> None:
    """A list of hires to sort, and a button that takes out what is shown, with the filters in words."""
    as_listed(scope, hire_people.listed(hires), title, key)
    page.small(hire_people.without_login(hires))


def as_listed(
    scope: Scope, shown: pd.DataFrame, title: str, key: str, *, rows: int | None = None, **given: Any
) -> None:
    """A list of hires as it is shown and taken out.

    `rows`: so many stand on the page at once; `given` says how it is drawn, as `people_links.listed` takes it.
    """
    if rows is not None:
        given["height"] = ROW_HEIGHT * (rows + 1) + LINES
    company = session.ask("shared/company").iloc[0]
    scope_line = f"{scope_in_words(scope)} · outcomes at month {scope.outcome_window}"
    file = downloads.download(title, shown, scope_line, as_of=company["as_of"], digest=company["digest"])
    page.finding(title, scope_line)
    people_links.listed(shown, "Name", alt=title, placeholder=words.DASH, key=f"list {key}", **given)
    download_button("Download this list", file, f"download {key}")


def with_full_year(scope: Scope, known: int) -> tuple[str, str]:
    """Why of fewer than five hires the first year is told, and what to do; two empty strings where it is of more."""
    if known >= SMALLEST_GROUP:
        return "", ""
    as_of = pd.Timestamp(session.ask("shared/company").iloc[0]["as_of"])
    return why_nobody.with_full_year(session.ask("outcomes/milestones_by_hire", scope), known, as_of)


def nobody(fact: str, widen: str) -> None:
    """What stands in place of hires: the link between the files that is broken, else what the filters leave out."""
    cause = links.hires(session.ask("shared/links"))
    page.state_empty("No hire is known." if cause else fact, remedy=cause or widen)

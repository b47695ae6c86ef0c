"""What the page of interviewers draws of interviewing craft: six tiles, then one view at a time.

The views are a fragment: choosing another draws it and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from hiring.access.scope import Scope
from hiring.config import SMALLEST_GROUP
from hiring.findings import links
from hiring.findings.craft.answer import NOBODY_MET, NONE_KNOWN, TITLE, Craft, craft, named
from hiring.findings.craft.summed import craft_of_all
from hiring.findings.interviewers.figures import Figure
from hiring.serving import kept, session
from hiring.showing import lists, missing, page
from hiring.showing.choices import Choice, choose

SCALES, TIMES, LOAD, FORETOLD, BETWEEN = (
    "Leniency and spread",
    "In time and independent",
    "Load",
    "Do ratings foretell?",
    "HR and Sales",
)
VIEW_WIDTH = 280


@dataclass(frozen=True)
class Asked:
    """What the section is made of: four answers, and the names of interviewers for those who may see them."""

    scorecards: pd.DataFrame
    ratings: pd.DataFrame
    promises: pd.DataFrame
    holidays: pd.DataFrame
    people: pd.DataFrame | None


def section(scope: Scope, asked: Asked, hires: pd.DataFrame, as_of: pd.Timestamp) -> None:
    """The whole section; without names what holds of interviewers as a whole."""
    st.divider()
    rest = (asked.ratings, asked.promises, asked.holidays, hires, as_of)
    if asked.people is None:
        summed = kept.found(craft_of_all, asked.scorecards, *rest)
        if summed.craft is None:
            page.finding(TITLE)
            page.state_too_few(summed.count, SMALLEST_GROUP, links.WIDEN, noun="interviewers")
            return
        _drawn(scope, summed.craft)
        return
    _drawn(scope, kept.found(craft, kept.found(named, asked.scorecards, asked.people), *rest))


def _drawn(scope: Scope, found: Craft) -> None:
    page.finding(TITLE, found.standfirst)
    if not found.standfirst:
        known = session.ask("shared/links")
        cause = links.interviews(known)
        remedy = cause or links.openings(known, scope) or links.WIDEN
        page.state_empty(NOBODY_MET if not cause else NONE_KNOWN, remedy=remedy)
        return
    page.tiles(
        [page.Tile(one.title(scope), one.value, one.note, one.definition(scope)) for one in found.numbers]
    )
    st.fragment(_views)(found)


def _views(found: Craft) -> None:
    views = {SCALES: _scales, TIMES: _times, LOAD: _load, FORETOLD: _foretold, BETWEEN: _between}
    # Not tabs: in the dark theme Streamlit writes the name of the open one too faintly to be read.
    (chosen,) = choose(Choice("craft", "Look at", tuple(views)), width=VIEW_WIDTH)
    views[chosen](found)


def _scales(found: Craft) -> None:
    for place, figure in zip(page.two_columns("two sides"), (found.leniency, found.spread), strict=True):
        with place:
            _figure(figure)
    _table(found.scales_table, "Everybody's leniency and spread")


def _times(found: Craft) -> None:
    for place, figure in zip(page.two_columns("two sides"), (found.on_time, found.independent), strict=True):
        with place:
            _figure(figure)
    _table(found.times_table, "Everybody's scorecards")


def _load(found: Craft) -> None:
    told = found.load.exhibit
    if _is_missing(found.load):
        return
    page.finding(told.lead)
    page.table(told.table)
    page.note("{note}", note=told.note)
    _table(found.load_table, "Everybody's interviews")


def _foretold(found: Craft) -> None:
    cause = links.interviews(session.ask("shared/links")) if found.company.missing else ""
    if found.company.missing and cause:
        page.finding(found.company.exhibit.lead)
        page.state_empty(found.company.missing.fact, remedy=cause)
        return
    left, right = page.two_columns("two sides")
    with left:
        _figure(found.company)
        _figure(found.calibration)
    with right:
        if found.people.missing is None:
            _figure(found.people)
        page.finding("What each department's rating adds to the other's")
        page.says("{seats}", seats=found.seats)
    _table(found.validity_table, "Everybody's ratings and what came of them")


def _between(found: Craft) -> None:
    chart, beside = page.two_columns()
    with chart:
        if not _figure(found.gaps):
            return
    with beside:
        page.finding("How far the two agree")
        lists.points(found.agreement)


def _figure(figure: Figure) -> bool:
    """The figure, or why it is not there; whether it is."""
    if _is_missing(figure):
        return False
    page.exhibit(figure.exhibit)
    return True


def _is_missing(figure: Figure) -> bool:
    """Say why a figure is not there; whether it is missing."""
    if figure.missing is None:
        return False
    page.finding(figure.exhibit.lead, figure.exhibit.standfirst)
    missing.state(figure.missing.fact, figure.missing.file, figure.missing.remedy)
    return True


def _table(frame: pd.DataFrame, title: str) -> None:
    if len(frame):
        page.table(frame, title=title, alt=title)

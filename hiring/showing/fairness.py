"""What the page "Fairness" draws: groups beside the highest rate, hired and stage by stage; nothing leaves it."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from hiring.findings.fairness.answer import Fairness, Section
from hiring.showing import folds, next_step, page, tables

BY_STAGE = "Stage by stage"
ON = (
    ("role-profiles", "What each profile asks for"),
    ("decisions", "Write down who looks, and by when"),
)


def drawn(found: Fairness) -> None:
    """Everything below the lead."""
    page.tiles([page.Tile(one.title(), one.value, one.note, one.definition()) for one in found.numbers])
    is_any_marked = any(one.is_marked for one in found.sections)
    for one in found.sections:
        if one.is_marked or not is_any_marked:
            page.exhibit(one.exhibit)
            _table(one.table)
            with folds.worked_out(f"{one.name} · {BY_STAGE.lower()}"):
                _table(one.stages)
    for one in found.sections if is_any_marked else ():
        if not one.is_marked:
            _folded(one)
    page.small(found.missing)
    next_step.drawn(found.next_step)
    for address, link in ON if found.next_step else ():
        page.way_to(address, link)
    folds.remarks(found.remarks)


def _folded(one: Section) -> None:
    """What is not marked, under its finding: no heading of its own."""
    with folds.worked_out(one.exhibit.lead):
        page.exhibit(one.exhibit, heading=partial(page.small, one.exhibit.standfirst))
        _table(one.table)
        page.label(BY_STAGE)
        _table(one.stages)


def _table(frame: pd.DataFrame) -> None:
    """A plain table however long it is: one that scrolls would bring a button to take it out."""
    if len(frame):
        st.table(tables.escaped(frame), border="horizontal", hide_index=True)

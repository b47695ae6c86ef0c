"""What the page "Fairness" draws: groups beside the highest rate, hired and stage by stage; nothing leaves it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from hiring.findings.fairness.answer import Fairness, Section
from hiring.showing import folds, lists, page, tables

BY_STAGE = "Stage by stage"


def drawn(found: Fairness) -> None:
    """Everything below the lead."""
    page.tiles([page.Tile(one.title(), one.value, one.note, one.definition()) for one in found.numbers])
    for one in found.sections:
        _section(one)
    page.small(found.missing)
    folds.remarks(found.remarks)


def _section(one: Section) -> None:
    page.exhibit(one.exhibit)
    _table(one.table)
    lists.points([("For review at a stage", line) for line in one.marked])
    with folds.worked_out(f"{one.name} · {BY_STAGE.lower()}"):
        _table(one.stages)


def _table(frame: pd.DataFrame) -> None:
    """A plain table however long it is: one that scrolls would bring a button to take it out."""
    if len(frame):
        st.table(tables.escaped(frame), border="horizontal", hide_index=True)

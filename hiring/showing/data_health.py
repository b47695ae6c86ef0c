"""What the page "Data health" draws of its blocks: title, table, remark, lines to copy, open or behind the title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd
import streamlit as st

from hiring.findings.data_health import lines
from hiring.findings.data_health.blocks import Block
from hiring.showing import folds, page, tables


def draw(blocks: Iterable[Block]) -> None:
    """Title, table, remark and lines to copy of each, in order; a folded one with rows behind its title."""
    for block in blocks:
        if block.folded and len(block.frame):
            _folded(block)
            continue
        if block.title:
            page.finding(block.title, block.subtitle)
        page.table(block.frame.head(page.TABLE_ROWS), alt=block.title or block.everything)
        if len(block.frame) > page.TABLE_ROWS:
            page.small(f"Above: {lines.first_of(page.TABLE_ROWS, len(block.frame))}.")
            _folded(replace(block, title="", subtitle="", note=""))
        page.small(block.note)
        if block.code:
            st.code(block.code, language=None, wrap_lines=True)


def _folded(block: Block) -> None:
    """The whole of a block, to be opened."""
    name = block.title or block.everything
    with folds.worked_out(name):
        page.small(block.subtitle)
        _whole(block.frame, name)
        page.small(block.note)


def _whole(frame: pd.DataFrame, alt: str) -> None:
    """A small table as it is; a longer or wider one in a frame of its own: no fold within the fold."""
    rows, columns = frame.shape
    if rows <= page.TABLE_ROWS and columns <= page.TABLE_COLUMNS:
        page.table(frame, alt=alt)
    else:
        st.dataframe(tables.packed(frame), hide_index=True, alt=alt)

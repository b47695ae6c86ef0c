"""What a page says, as tests of pages read it: its words, its charts, its tables."""

from __future__ import annotations

import pandas as pd
from streamlit.testing.v1 import AppTest

from hiring.words import FIXED, THIN


def said(at: AppTest) -> str:
    """All words of the page, without the marks of Markdown."""
    parts = [*at.title, *at.header, *at.markdown, *at.warning]
    text = "\n".join(str(part.value) for part in parts)
    return text.replace("\\", "").replace(THIN, " ").replace(FIXED, " ")


def alts(at: AppTest) -> list[str]:
    """What each chart says to those who do not see it."""
    return [one.proto.alt for one in at.get("plotly_chart")]


def sound(at: AppTest) -> AppTest:
    """The page, if it was drawn without a failure and begins with one short answer."""
    assert not at.exception
    assert not at.error, [one.value for one in at.error]
    assert len(at.title) == 1
    assert len(at.title[0].value) <= 90
    return at


def table(at: AppTest, *headings: str) -> pd.DataFrame:
    """The first frame of the page that has all these headings."""
    return next(one.value for one in at.dataframe if set(headings) <= set(one.value.columns))

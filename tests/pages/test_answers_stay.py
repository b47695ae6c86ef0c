"""No page changes an answer: it is kept for everybody who asks the same."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from hiring.serving import session
from hiring.warehouse.asking import Warehouse

PAGES = (
    *(
        "overview",
        "high-performers",
        "outcomes",
        "role-profiles",
        "leadership",
        "sources",
        "interviewers",
        "panels",
        "craft",
        "second-look",
    ),
    *("data-health", "identity", "definitions", "methods"),
)


def is_as_it_was(frame: pd.DataFrame, before: pd.DataFrame) -> bool:
    return (
        frame.equals(before)
        and list(frame.columns) == list(before.columns)
        and frame.index.equals(before.index)
    )


def test_no_page_changes_an_answer(app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[str, pd.DataFrame, pd.DataFrame]] = []

    def watched(ask: Callable[..., pd.DataFrame]) -> Callable[..., pd.DataFrame]:
        def answer(warehouse: Warehouse, question: str, *rest: object) -> pd.DataFrame:
            frame = ask(warehouse, question, *rest)
            given.append((question, frame, frame.copy(deep=True)))
            return frame

        return answer

    for way in ("ask", "for_estimates"):
        monkeypatch.setattr(Warehouse, way, watched(getattr(Warehouse, way)))
    session._answers().forget()
    for page in PAGES:
        assert not app(page).exception
    assert len({question for question, _, _ in given}) > 40
    assert [question for question, frame, before in given if not is_as_it_was(frame, before)] == []

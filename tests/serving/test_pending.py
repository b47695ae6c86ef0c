"""A file that a button offers is there as long as its warehouse is served, and then its rows are let go of."""

from __future__ import annotations

import gc
import weakref

import pandas as pd
import pytest

from hiring.loading import forgetting
from hiring.serving.pending import NotServedError, Pending


def test_the_bytes_are_made_on_demand_each_time() -> None:
    made: list[int] = []

    def content() -> bytes:
        made.append(1)
        return b"rows"

    pending = Pending(content, lambda: True)
    assert made == []
    assert pending() == pending() == b"rows"
    assert len(made) == 2


def test_once_another_warehouse_is_served_there_are_none_and_the_button_says_what_to_do() -> None:
    pending = Pending(lambda: b"rows", lambda: False)
    forgetting.everything()
    with pytest.raises(NotServedError, match="Reload the page, then take the file out again"):
        pending()


def test_the_rows_are_let_go_of_though_the_button_is_still_there() -> None:
    rows = pd.DataFrame({"name": ["Ada"]})
    seen, pending = weakref.ref(rows), Pending(lambda rows=rows: rows.to_csv().encode(), lambda: False)
    del rows
    assert seen() is not None
    forgetting.everything()
    gc.collect()
    assert seen() is None
    assert pending is not None


def test_a_page_drawn_on_the_warehouse_now_served_keeps_its_files() -> None:
    pending = Pending(lambda: b"rows", lambda: True)
    forgetting.everything()
    assert pending() == b"rows"

"""Whoever said that it keeps something forgets it with everything else, and is itself not kept for that."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from functools import lru_cache

import pytest

from hiring.loading import forgetting


@pytest.fixture(autouse=True)
def functions() -> Iterator[None]:
    """The functions of these tests are forgotten with the test."""
    known = len(forgetting._functions)
    yield
    del forgetting._functions[known:]


class Keeper:
    """Keeps a word."""

    def __init__(self) -> None:
        self.word = "kept"
        forgetting.by(self)

    def forget(self) -> None:
        self.word = ""


def test_who_keeps_something_forgets_it_and_a_function_what_it_gave() -> None:
    keeper, given = Keeper(), list[str]()

    @forgetting.too
    @lru_cache
    def folded(word: str) -> str:
        given.append(word)
        return word.casefold()

    assert [folded("Ada"), folded("Ada"), keeper.word] == ["ada", "ada", "kept"]
    forgetting.everything()
    assert [folded("Ada"), keeper.word] == ["ada", ""]
    assert given == ["Ada", "Ada"]


def test_who_is_gone_is_not_kept_in_order_to_forget() -> None:
    seen = weakref.ref(Keeper())
    gc.collect()
    assert seen() is None
    forgetting.everything()

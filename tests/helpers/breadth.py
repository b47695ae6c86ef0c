"""How broadly a run tests: at every landing a case of every kind, in `make proof` every case.

Whatever is marked `proof`, a whole test or one case of it, runs only where EVERY_CASE is set (`make every-case`).
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

import pytest
from _pytest.mark import ParameterSet

EVERY_CASE = os.environ.get("EVERY_CASE", "") not in ("", "0")

_Case = TypeVar("_Case")


def some(few: _Case, every: _Case) -> _Case:
    """`few` at every landing and `every` in proof: seeds, examples, companies of a simulation."""
    return every if EVERY_CASE else few


def proof(*cases: Any) -> list[Any]:
    """These cases of a parametrised test, each a value or a tuple of them, in proof only."""
    return [
        pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.proof)
        for case in cases
    ]


def always(now: Collection[Any], cases: Iterable[Any]) -> list[Any]:
    """All `cases` in their order; at every landing those in `now`, the others in proof only."""
    every = list(cases)
    assert not [case for case in now if case not in every], "a case to run now is none of all"
    return [case if case in now else proof(case)[0] for case in every]


def first(few: int, cases: Iterable[Any]) -> list[Any]:
    """The first `few` of these cases at every landing, the others in proof only."""
    every = list(cases)
    return [*every[:few], *(one for case in every[few:] for one in _in_proof(case))]


def _in_proof(case: Any) -> list[Any]:
    if isinstance(case, ParameterSet):
        return [case._replace(marks=(*case.marks, pytest.mark.proof))]
    return proof(case)


def here(items: list[pytest.Item]) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """The tests to run in this process, and those left to proof."""
    left = [] if EVERY_CASE else [item for item in items if item.get_closest_marker("proof")]
    return [item for item in items if item not in left], left

"""A value taken apart and put together again is the same value, and a document makes nothing that was not asked for."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

from hiring.warehouse.evidence.values import TakenApart, put_together, taken_apart


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Part:
    name: str
    share: float
    count: int
    colour: Colour = Colour.RED
    maybe: float | None = None


@dataclass(frozen=True)
class Whole:
    parts: tuple[Part, ...]
    rows: pd.DataFrame
    draws: NDArray[np.float64]
    by_name: Mapping[str, float] = field(default_factory=dict)
    seen: frozenset[tuple[str, str]] = frozenset()


def whole() -> Whole:
    parts = (
        Part('O\'Neil "x"\n', math.nan, 3),
        Part("", math.inf, 0, maybe=-math.inf),
        Part("ß", 0.1, 1, maybe=0.0),
    )
    rows = pd.DataFrame({"a": [1, 2], "A": ["x", None], "on": pd.to_datetime(["2024-01-31", None])})
    return Whole(
        parts, rows, np.array([0.1, math.nan]), {"b": 2.5, "a": np.float64(1.0)}, frozenset({("x", "y")})
    )


def test_what_comes_back_is_what_was_taken_apart() -> None:
    given = whole()
    parts = taken_apart(given)
    assert set(parts.tables) == {"table_1", "table_2"}
    back = put_together(Whole, parts)
    assert [(one.name, one.count, one.colour, one.maybe) for one in back.parts] == [
        (one.name, one.count, one.colour, one.maybe) for one in given.parts
    ]
    assert math.isnan(back.parts[0].share)
    assert back.parts[1].share == math.inf
    assert (list(back.by_name.items()), back.seen) == (list(given.by_name.items()), given.seen)
    pd.testing.assert_frame_equal(back.rows, given.rows)
    np.testing.assert_array_equal(back.draws, given.draws)


def test_a_document_is_plain_json_that_any_reader_reads() -> None:
    document = taken_apart(whole()).document
    assert json.loads(document, parse_constant=lambda word: pytest.fail(word))["parts"][1]["share"] == "inf"


def test_what_is_no_value_is_refused_when_it_is_taken_apart() -> None:
    @dataclass(frozen=True)
    class Odd:
        thing: object

    with pytest.raises(TypeError, match="generator is no value"):
        taken_apart(Odd(one for one in ()))


@pytest.mark.parametrize(
    "document",
    [
        '{"parts": [], "rows": "table_9", "draws": "table_9"}',
        '{"parts": [{"name": "x", "share": 1, "count": 1, "hidden": 1}], "rows": "table_1", "draws": "table_2"}',
        '{"parts": [], "rows": "table_1"}',
        "[]",
        "{",
    ],
    ids=["no such table", "a field too many", "a field too few", "no dataclass", "no JSON"],
)
def test_what_are_not_its_parts_are_refused(document: str) -> None:
    with pytest.raises(ValueError, match=r"not the parts of Whole|Expecting property name"):
        put_together(Whole, TakenApart(document, taken_apart(whole()).tables))

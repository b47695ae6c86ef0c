"""A dataclass as one JSON document and the frames and arrays that it holds, and the dataclass made of them again.

What comes back is told by the fields' types alone: a document names no class, so that whatever stands in a file makes
nothing but what was asked for.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Any, TypeVar

import cattrs
import numpy as np
import pandas as pd

T = TypeVar("T")

#: Column of the one-column table that an array becomes.
VALUE = "value"
#: What JSON has no numbers for, as Python's own reader and writer spell it.
_ODD = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}


@dataclass(frozen=True)
class TakenApart:
    """`document`: everything but frames, as JSON; each frame by the name that stands for it there."""

    document: str
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)


def taken_apart(value: object) -> TakenApart:
    """The dataclass as a document and tables. Raises `TypeError` for what is neither a value nor made of some."""
    tables: dict[str, pd.DataFrame] = {}

    def named(frame: pd.DataFrame) -> str:
        name = f"table_{len(tables) + 1}"
        tables[name] = frame
        return name

    converter = cattrs.Converter(unstruct_collection_overrides={Set: sorted})
    converter.register_unstructure_hook(pd.DataFrame, named)
    converter.register_unstructure_hook_func(_is_array, lambda array: named(pd.DataFrame({VALUE: array})))
    converter.register_unstructure_hook(float, _written)
    converter.register_unstructure_hook(pd.Timestamp, pd.Timestamp.isoformat)
    return TakenApart(json.dumps(converter.unstructure(value), allow_nan=False, default=_bare), tables)


def put_together(kind: type[T], parts: TakenApart) -> T:
    """A `kind` of these parts. Raises `ValueError` where they are not those of one."""
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(pd.DataFrame, lambda name, _: parts.tables[name])
    converter.register_structure_hook_func(
        _is_array, lambda name, _: parts.tables[name][VALUE].to_numpy(copy=True)
    )
    converter.register_structure_hook(float, lambda number, _: _ODD.get(number, number))
    converter.register_structure_hook(pd.Timestamp, lambda text, _: pd.Timestamp(text))
    try:
        return converter.structure(json.loads(parts.document), kind)
    except (cattrs.BaseValidationError, AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"these are not the parts of {kind.__name__}") from error


def _written(number: float) -> float | str:
    return float(number) if math.isfinite(number) else str(float(number))


def _bare(value: object) -> object:
    """A number of numpy as the number that it is."""
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"{type(value).__name__} is no value that can be kept")


def _is_array(kind: Any) -> bool:
    return getattr(kind, "__origin__", kind) is np.ndarray

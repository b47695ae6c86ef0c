"""A figure while it is drawn: plain values in the vocabulary of Plotly's figures, finished into their JSON.

Plotly's own objects check every value against its whole grammar, 20 ms and more a figure. What stands here is small
enough to be checked by tests, which hand every form to Plotly.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

#: A trace, a shape, a word or the settings of an axis, under the names that Plotly has for what is in it.
Part = dict[str, Any]


class Sheet:
    """What is drawn so far: traces, shapes and words in their order, and the layout around them."""

    def __init__(self, **settings: Any) -> None:
        self.traces: list[Part] = []
        self.shapes: list[Part] = []
        self.words: list[Part] = []
        self.settings: Part = {}
        self.update_layout(**settings)

    def update_layout(self, **settings: Any) -> None:
        """Set what is told, within the parts that are there; all else stays."""
        _merge(self.settings, settings)

    def axis(self, which: str) -> Part:
        """The settings of an axis ("x", "y" or a second one, "x2"); empty where nothing is set."""
        settings: Part = self.settings.get(axis_name(which), {})
        return settings

    def add_trace(self, trace: Part) -> None:
        """Points, a line or bars, above those that are there; made by `scatter` or `bar`."""
        self.traces.append(trace)

    def add_shape(self, **shape: Any) -> None:
        """A line or a rectangle, above the traces unless its `layer` says "below"."""
        self.shapes.append(shape)

    def add_word(self, word: Part) -> None:
        """An annotation, above all else."""
        self.words.append(word)

    def to_dict(self) -> Part:
        """The figure as Plotly has it: `data` and `layout`."""
        layout = dict(self.settings)
        if self.shapes:
            layout["shapes"] = self.shapes
        if self.words:
            layout["annotations"] = self.words
        return {"data": self.traces, "layout": layout}

    def to_json(self) -> str:
        """The figure as a browser reads it; what is not known is null. Raises TypeError for what is no value."""
        return json.dumps(_plain(self.to_dict()), ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def scatter(**settings: Any) -> Part:
    """Points, a line or both."""
    return {"type": "scatter", **settings}


def bar(**settings: Any) -> Part:
    """Bars."""
    return {"type": "bar", **settings}


def axis_name(which: str) -> str:
    """The layout's name of an axis: "x2" is "xaxis2"."""
    return f"{which[0]}axis{which[1:]}"


def _merge(there: Part, settings: Mapping[str, Any]) -> None:
    for name, value in settings.items():
        if isinstance(value, Mapping):
            inner = there[name] = dict(there.get(name, {}))
            _merge(inner, value)
        else:
            there[name] = value


def _plain(value: Any) -> Any:
    """The value as JSON knows it: numbers of frames become plain ones, and those that are none become None."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple | range):
        return [_plain(inner) for inner in value]
    return _of_a_frame(value)


def _of_a_frame(value: Any) -> Any:
    """A number of numpy's or pandas' as a plain one; their "unknown" is None."""
    if hasattr(value, "item"):
        return _plain(value.item())
    if pd.isna(value) is True:
        return None
    raise TypeError(f"a figure holds numbers and text, not {type(value).__name__}: {value!r}")

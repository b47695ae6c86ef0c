"""A finished figure, kept as the text a browser is sent: drawn once for the same values, and nothing to walk through.

Plotly copies a figure value by value in Python each time it is sent, and thousands of small objects of kept
figures would be looked through by the garbage collector after every rerun. A text is neither copied nor searched.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

import plotly.graph_objects as go
from plotly.basedatatypes import BaseFigure

from hiring.charts.layout import Sheet
from hiring.remembering import remembered

P = ParamSpec("P")


class Drawn(BaseFigure):  # type: ignore[misc]
    """A figure nobody changes any more; `data` and `layout` are read out of its text when they are asked for."""

    def __init__(self, figure: go.Figure | str) -> None:
        """Of a figure, or of the text of one."""
        # Not super().__init__(): it would set up all that this class is there to do without.
        self._text: str = figure if isinstance(figure, str) else _text_of(figure)

    def to_dict(self) -> dict[str, Any]:
        """The figure as Plotly's JSON has it: the reader's own, made anew each time."""
        told: dict[str, Any] = json.loads(self._text)
        return told

    def __reduce__(self) -> tuple[type[Drawn], tuple[str]]:
        """Written down, it is its text: so many bytes it takes."""
        return Drawn, (self._text,)

    @property
    def data(self) -> tuple[Any, ...]:
        """The traces."""
        return tuple(go.Figure(self.to_dict()).data)

    @property
    def layout(self) -> Any:
        """The layout."""
        return go.Figure(self.to_dict()).layout


def _text_of(figure: go.Figure) -> str:
    text: str = (figure.with_words() if isinstance(figure, Sheet) else figure).to_json()
    return text


def drawn(form: Callable[P, go.Figure]) -> Callable[P, Drawn]:
    """The form, which draws equal values once and gives them finished."""

    @wraps(form)
    def finished(*args: P.args, **kwargs: P.kwargs) -> Drawn:
        return Drawn(form(*args, **kwargs))

    return remembered(finished)

"""A finished figure: the text that a browser is sent.

Plotly would check and copy a figure value by value each time it is sent.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from plotly.basedatatypes import BaseFigure

from hiring.charts.sheet import Sheet

P = ParamSpec("P")


class Drawn(BaseFigure):  # type: ignore[misc]
    """A figure nobody changes any more, of a class that Streamlit takes for a figure of Plotly's.

    `data` and `layout` are Plotly's objects, made of the text when they are asked for: no page does.
    """

    def __init__(self, figure: Sheet | str) -> None:
        """Of a sheet, or of the text of one."""
        # Not super().__init__(): it would set up all that this class is there to do without.
        self._text: str = figure if isinstance(figure, str) else figure.to_json()

    def to_dict(self) -> dict[str, Any]:
        """The figure as Plotly's JSON has it: the reader's own, made anew each time."""
        figure: dict[str, Any] = json.loads(self._text)
        return figure

    def to_json(self) -> str:
        """The text itself."""
        return self._text

    def __reduce__(self) -> tuple[type[Drawn], tuple[str]]:
        """Written down, it is its text: so many bytes it takes."""
        return Drawn, (self._text,)

    @property
    def data(self) -> tuple[Any, ...]:
        """The traces."""
        return tuple(self._checked().data)

    @property
    def layout(self) -> Any:
        """The layout."""
        return self._checked().layout

    def _checked(self) -> Any:
        """The figure as Plotly's object. Raises ValueError for what is not in Plotly's grammar."""
        from plotly.graph_objs import Figure

        return Figure(self.to_dict())


def drawn(form: Callable[P, Sheet]) -> Callable[P, Drawn]:
    """The form, which gives its sheet finished."""

    @wraps(form)
    def finished(*args: P.args, **kwargs: P.kwargs) -> Drawn:
        return Drawn(form(*args, **kwargs))

    return finished


def hand_over() -> None:
    """Hand a figure over as Streamlit does: what of Plotly that loads is loaded from then on."""
    import plotly.io
    import plotly.tools

    given = plotly.tools.return_figure_from_figure_or_data(Drawn(Sheet()), validate_figure=True)
    plotly.io.to_json(given, validate=False)

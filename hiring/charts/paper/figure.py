"""A drawn figure as one SVG: title, the figure itself, note."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from hiring.charts import ink
from hiring.charts.drawn import Drawn
from hiring.charts.paper import around, ground, lettering, traces
from hiring.charts.paper.colours import paint
from hiring.charts.paper.elements import Markup, element, known, text

WIDTH = 720  # pixels: the width of a page's column, at which thirteen pixels are ten points
TITLE, NOTE = 15, 12  # the sizes of their type, in pixels
AFTER_TITLE, BEFORE_NOTE = 10, 8  # pixels between them and the figure
_LAYOUT = frozenset(
    {"height", "margin", "font", "paper_bgcolor", "plot_bgcolor", "barmode", "shapes", "annotations"}
    | {
        "xaxis",
        "xaxis2",
        "yaxis",
        "template",
        "showlegend",
        "dragmode",
        "hovermode",
        "hoverlabel",
        "clickmode",
    }
    | {"bargap"}  # every bar tells its own width
)


def as_svg(drawn: Drawn, *, width: int = WIDTH, title: str = "", note: str = "") -> str:
    """The figure on white, a standalone SVG of `width` pixels; title and note are plain words, wrapped.

    Raises UnknownError where the figure says what paper was not taught.
    """
    figure = drawn.to_dict()
    layout: Mapping[str, Any] = figure["layout"]
    known(layout, "the layout", _LAYOUT)
    heading = lettering.wrapped(title, TITLE, width, is_bold=True)
    remark = lettering.wrapped(note, NOTE, width)
    above = lettering.height_of(heading, TITLE) + AFTER_TITLE if heading else 0.0
    below = lettering.height_of(remark, NOTE) + BEFORE_NOTE if remark else 0.0
    height = above + layout["height"] + below
    inside = [element("title", text(title))] if title else []
    inside.append(element("rect", width=width, height=height, **paint(ink.BACKGROUND)))
    if heading:
        inside.append(lettering.set_text(heading, 0, 0, size=TITLE, slot=ink.INK))
    inside += _figure(figure, ground.plot_of(layout, width, above), _name(drawn))
    if remark:
        top = above + layout["height"] + BEFORE_NOTE
        inside.append(lettering.set_text(remark, 0, top, size=NOTE, slot=ink.MUTE))
    return element(
        "svg",
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height:g}",
        font_family=lettering.FONTS,
        role="img",
    )


def _figure(figure: Mapping[str, Any], plot: ground.Plot, name: str) -> list[Markup]:
    """From the ground up, in the order of a browser; marks end where the plot does."""
    layout = figure["layout"]
    shapes = layout.get("shapes", ())
    marks = traces.drawn(figure["data"], plot, layout.get("barmode", "group"))
    frame = element("rect", x=plot.left, y=plot.top, width=plot.width, height=plot.height)
    clipped = [
        element("clipPath", frame, id=name),
        element("g", *marks, clip_path=f"url(#{name})"),
    ]
    return [
        *around.shapes(shapes, plot, below=True),
        *ground.gridlines(plot),
        *(clipped if marks else ()),
        *around.shapes(shapes, plot, below=False),
        *ground.tick_labels(plot),
        *around.words(layout.get("annotations", ()), plot),
    ]


def _name(drawn: Drawn) -> str:
    """A name for what is clipped that no other figure of a document has, unless it is the same one."""
    return f"plot-{hashlib.blake2b(drawn.to_json().encode(), digest_size=6).hexdigest()}"
